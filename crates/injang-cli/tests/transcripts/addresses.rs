//! Where a certificate says that more is to be found, and what to fetch for a verdict.

use crate::program::{AT, Transcript, assert_schema, file, injang, vector};

const CRL: &str = "http://ca.test.invalid/crl/dp1.crl";
const CPS: &str = "http://ca.test.invalid/cps.html";

fn verify(more: &[&str], document: &str) -> Transcript {
    injang(&[&["verify", "--at", AT], more, &[document]].concat())
}

#[test]
fn a_report_lists_them() {
    let document = vector("toss/attached/document.der");
    for command in ["verify", "inspect"] {
        let run = injang(&[command, &document]);
        run.has(&format!("  CRL address: {CRL}\n"));
        run.has(&format!("  practice statement (CPS): {CPS}\n"));
        let korean = injang(&[command, "--lang", "ko", &document]);
        korean.has(&format!("  CRL 주소: {CRL}\n"));
        korean.has(&format!("  인증업무준칙(CPS): {CPS}\n"));
    }
    let json = verify(&["--format", "json"], &document).json();
    assert_schema("report", &json);
    let expected = serde_json::json!({ "crl": [CRL], "ocsp": [], "issuer": [], "cps": [CPS] });
    assert_eq!(json["signers"][0]["certificate"]["addresses"], expected);
    let json = injang(&["inspect", "--format", "json", &document]).json();
    assert_eq!(json["certificates"][0]["addresses"], expected);
    // Of each certificate of a path.
    let ca = vector("toss/ca.der");
    let json = verify(&["--trust", &ca, "--format", "json"], &document).json();
    let step = &json["signers"][0]["path_certificates"][0];
    assert_eq!(step["addresses"], expected);
}

/// An address is a claim of whoever wrote the certificate.
#[test]
fn deceptive_characters_are_escaped() {
    let mut octets = std::fs::read(vector("toss/attached/document.der")).unwrap();
    let place = octets
        .windows(CRL.len())
        .position(|window| window == CRL.as_bytes())
        .unwrap();
    // Right to left, in as many octets as `dp1` has.
    let name = place + CRL.find("dp1").unwrap();
    octets[name..name + 3].copy_from_slice("\u{202e}".as_bytes());
    let document = file("addresses/turned.der", &octets);
    for arguments in [
        &["verify", "--at", AT, &document][..],
        &["inspect", &document],
        &["inspect", "--format", "json", &document],
    ] {
        let run = injang(arguments);
        run.has("http://ca.test.invalid/crl/");
        run.has("u{202e}.crl");
        run.has_not("\u{202e}");
    }
    // What is no text is no address.
    octets[name] = 0xff;
    let document = file("addresses/broken.der", &octets);
    let run = injang(&["inspect", &document]);
    run.has_not("CRL address");
    run.has(CPS);
}

/// What to fetch, from where, and with which option it is named.
#[test]
fn the_next_step_names_what_is_missing() {
    let document = vector("toss/attached/document.der");
    let ca = vector("toss/ca.der");
    let run = verify(&["--trust", &ca], &document);
    assert_eq!(run.status, 2);
    run.has("\nNo CRL and no OCSP response was given, and the document has none.\n");
    run.has("and give it as revocation data (--crl, --ocsp):\n");
    run.has(&format!(
        "  certificate 0 of the path, issued by CN=TEST CA1,OU=Test Cert,O=INJANG TEST,C=KR:\n    CRL {CRL}\n"
    ));
    run.has_not("No trust anchor was given");
    let korean = verify(&["--trust", &ca, "--lang", "ko"], &document);
    korean.has("받아 폐지 정보로 지정하세요(--crl, --ocsp).");
    korean.has(&format!("    CRL {CRL}\n"));
    // A list of another authority was given: that is said, and not that none was.
    let list = vector("revocation/crl-good/evidence-0.der");
    let run = verify(&["--trust", &ca, "--crl", &list], &document);
    assert_eq!(run.status, 2);
    run.has_not("No CRL and no OCSP response was given");
    run.has("is about this certificate: 1 was given, 0 are in the document.");
    run.has(&format!("    CRL {CRL}\n"));
}

/// The issuer that is missing is named, unless its name is the signer's own.
#[test]
fn the_missing_issuer_is_named() {
    let document = vector("toss/attached/document.der");
    let issuer = "CN=TEST CA1,OU=Test Cert,O=INJANG TEST,C=KR";
    let run = verify(&[], &document);
    run.has(&format!("; the issuer is {issuer}\n"));
    run.has(&format!("This one was issued by {issuer}."));
    let other = vector("kakao/ca.der");
    let run = verify(&["--trust", &other], &document);
    run.has(&format!("The trust anchor that you gave is not {issuer}."));
    run.has_not("No trust anchor was given");
    let json = verify(&["--format", "json"], &document).json();
    assert_eq!(json["signers"][0]["missing_issuer"], issuer);
    let ca = vector("toss/ca.der");
    let json = verify(&["--trust", &ca, "--format", "json"], &document).json();
    assert!(json["signers"][0]["missing_issuer"].is_null());
}

/// Nothing is called not applicable that another check left nothing to look at.
#[test]
fn what_was_not_checked_says_why() {
    let document = vector("toss/attached/document.der");
    let run = verify(&[], &document);
    run.has(
        "– revocation: not checked because there is no certificate path that keeps all rules\n",
    );
    run.has("– sign type: none demanded\n");
    let korean = verify(&["--lang", "ko"], &document);
    korean.has("– 폐지 여부: 모든 규칙에 맞는 인증서 경로가 없어 검사하지 못함\n");
    let json = verify(&["--format", "json"], &document).json();
    let checks = json["signers"][0]["checks"].as_array().unwrap();
    let check = |id: &str| checks.iter().find(|check| check["id"] == id).unwrap();
    assert_eq!(check("revocation")["outcome"], "not-applicable");
    assert_eq!(check("revocation")["prevented_by"], "path");
    // Of something that the document does not have nothing prevents a check.
    assert_eq!(check("signing-certificate")["outcome"], "not-applicable");
    assert!(check("signing-certificate").get("prevented_by").is_none());
    // A signature that does not verify leaves nothing to be strong.
    let flipped = vector("toss/attached-signature-flipped-bit/document.der");
    let run = verify(&[], &flipped);
    run.has("– algorithm strength: not checked because the signature did not verify\n");
}
