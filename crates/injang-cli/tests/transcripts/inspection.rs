//! `injang inspect`

use crate::authority::Authority;
use crate::program::{assert_schema, file, injang, injang_with, pem, vector};

#[test]
fn a_document() {
    let path = vector("toss/attached/document.der");
    let run = injang(&["inspect", &path]);
    assert_eq!((run.status, run.errors.as_str()), (0, ""));
    run.has("\nContent (NOT verified)\n");
    run.has_not("Signed content");
    run.has("  armor: raw\n  encoding: DER\n");
    run.has("  content type: 1.2.840.113549.1.7.1 (id-data)\n");
    run.has("\nCertificate 0\n");
    run.has("policy: 1.2.410.200098.5.1.1.1.3 (says: Toss)");
    run.has("\nSigner 0\n");
    run.has("  signed attributes: content-type, ");
    run.has("  unsigned attributes: none\n");
    run.has("claimed signing time: 2026-03-02T08:59:30Z (2026-03-02 17:59:30 KST); the signer's claim, not proven");
    for word in ["passed", "TOTAL", "✓"] {
        run.has_not(word);
    }
    let octets = std::fs::read(&path).unwrap();
    assert_eq!(injang_with(&["inspect", "-"], &octets).output, run.output);
}

#[test]
fn a_document_in_korean() {
    let run = injang(&[
        "inspect",
        "--lang",
        "ko",
        &vector("toss/attached/document.der"),
    ]);
    assert_eq!(run.status, 0);
    run.has("\n내용 (검증되지 않음)\n");
    run.has("\n인증서 0\n");
    run.has("  서명되지 않은 속성: 없음\n");
    run.has_not("certificate");
}

#[test]
fn a_document_as_json() {
    let path = vector("toss/attached/document.der");
    let run = injang(&["inspect", "--format", "json", &path]);
    let json = run.json();
    assert_eq!(json["kind"], "signed-document");
    assert_eq!(json["document"]["armor"], "raw");
    assert_eq!(json["document"]["content_octets"], 94);
    assert_eq!(json["certificates"].as_array().unwrap().len(), 1);
    assert_eq!(
        json["signers"][0]["identifier"]["serial"],
        json["certificates"][0]["serial"]
    );
    assert_eq!(
        json["signers"][0]["claimed_signing_time"],
        "2026-03-02T08:59:30Z"
    );
    assert!(json["signers"][0]["unsigned_attributes"].is_null());
    assert!(json["certificates"][0]["subject"].is_null());
    let shown = injang(&["inspect", "--format", "json", "--show-subject", &path]).json();
    assert!(
        shown["certificates"][0]["subject"]
            .as_str()
            .unwrap()
            .starts_with("CN=")
    );
}

#[test]
fn certificates() {
    let octets = std::fs::read(vector("toss/ca.der")).unwrap();
    let other = std::fs::read(vector("kakao/ca.der")).unwrap();
    let one = pem("CERTIFICATE", &octets);
    let json = |path: &str| injang(&["inspect", "--format", "json", path]).output;
    let der = json(&vector("toss/ca.der"));
    assert_eq!(json(&file("inspection/ca.pem", one.as_bytes())), der);
    let two = json(&file(
        "inspection/two.pem",
        (one + &pem("CERTIFICATE", &other)).as_bytes(),
    ));
    let two: serde_json::Value = serde_json::from_str(&two).unwrap();
    let der: serde_json::Value = serde_json::from_str(&der).unwrap();
    assert_eq!(two["kind"], "certificate");
    assert_eq!(two["certificates"].as_array().unwrap().len(), 2);
    assert_eq!(two["certificates"][0], der["certificates"][0]);
    assert_eq!(der["certificates"][0]["key"], "rsa-4096");
    let text = injang(&["inspect", &vector("toss/ca.der")]);
    text.has("\nCertificate 0\n");
    text.has("  key: rsa-4096\n");
}

/// Who issued itself is named by its issuer as well as by its subject.
#[test]
fn a_self_issued_certificate_is_not_named_unless_asked() {
    let path = vector("toss/ca.der");
    let shown = injang(&["inspect", "--format", "json", "--show-subject", &path]).json();
    let subject = shown["certificates"][0]["subject"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(shown["certificates"][0]["issuer"], subject.as_str());
    let json = injang(&["inspect", "--format", "json", &path]);
    assert!(json.json()["certificates"][0]["issuer"].is_null());
    json.has_not(&subject);
    let text = injang(&["inspect", &path]);
    text.has("issuer: the subject itself (--show-subject shows it)");
    text.has_not(&subject);
}

fn inspected(path: &str) -> serde_json::Value {
    let run = injang(&["inspect", "--format", "json", path]);
    assert_eq!((run.status, run.errors.as_str()), (0, ""), "{path}");
    let json = run.json();
    assert_schema("inspect", &json);
    json
}

#[test]
fn a_crl() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let run = injang(&["inspect", &authority.file("elsewhere.crl")]);
    assert_eq!((run.status, run.errors.as_str()), (0, ""));
    run.has("Revocation information: nothing in it is judged here\n\nCRL 0\n");
    run.has("  issuer: CN=Test CA,C=KR\n");
    run.has("  this update: 2026-03-01T00:00:00Z (2026-03-01 09:00:00 KST)\n  next update: 2026-03-08T00:00:00Z (2026-03-08 09:00:00 KST)\n");
    run.has("  number: 0e\n  entries: 0\n");
    run.has("  scope: distributionPoint http://ca.test.invalid/other.crl\n");
    run.has("  scope: onlyContainsCACerts\n");
    run.has_not("unknown");
    let pem = injang(&["inspect", &authority.file("elsewhere.pem")]);
    assert_eq!(pem.output, run.output);
    let octets = std::fs::read(authority.file("elsewhere.crl")).unwrap();
    assert_eq!(injang_with(&["inspect", "-"], &octets).output, run.output);

    let json = inspected(&authority.file("elsewhere.crl"));
    assert_eq!(json["kind"], "revocation");
    let crl = &json["revocation_data"][0];
    assert_eq!(
        (&crl["kind"], &crl["number"]),
        (&"crl".into(), &"0e".into())
    );
    assert_eq!(crl["scope"][0]["uri"], "http://ca.test.invalid/other.crl");
    assert_eq!(crl["scope"][1]["field"], "onlyContainsCACerts");
    let crl = &inspected(&authority.file("revoked.crl"))["revocation_data"][0];
    assert_eq!(crl["entries"], 1);
    assert!(crl["scope"].is_null() && crl["base_number"].is_null());
    injang(&["inspect", "--lang", "ko", &authority.file("good.crl")]).has("폐지된 인증서 수: 0\n");
}

#[test]
fn an_ocsp_response() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let run = injang(&["inspect", &authority.file("revoked.ocsp")]);
    assert_eq!((run.status, run.errors.as_str()), (0, ""));
    run.has("\nOCSP response 0\n  status: successful\n  responder: CN=Test CA,C=KR\n");
    run.has("    status: revoked 2026-03-01T12:00:00Z (2026-03-01 21:00:00 KST) (keyCompromise)\n");
    run.has("\nCertificate in the OCSP response 0\n");
    let octets = std::fs::read(authority.file("revoked.ocsp")).unwrap();
    let armored = file(
        "inspection/ocsp.pem",
        pem("OCSP RESPONSE", &octets).as_bytes(),
    );
    assert_eq!(injang(&["inspect", &armored]).output, run.output);
    let json = inspected(&authority.file("good.ocsp"));
    let answer = &json["revocation_data"][0]["answer"];
    assert_eq!(answer["responder"]["name"], "CN=Test Responder,C=KR");
    assert_eq!(answer["responses"][0]["status"], "good");
    assert!(answer["responses"][0]["revoked_at"].is_null());
    // A responder that does not answer: tryLater.
    let later = file("inspection/later.ocsp", b"0\x03\x0a\x01\x03");
    let json = inspected(&later);
    assert_eq!(json["revocation_data"][0]["status"], "tryLater");
    assert!(json["revocation_data"][0]["answer"].is_null());
    let broken = injang(&["inspect", &file("inspection/no.ocsp", b"0\x03\x0a\x01\x04")]);
    assert_eq!((broken.status, broken.output.as_str()), (1, ""));
    assert!(
        broken.errors.contains("(OCSPResponseStatus)"),
        "{}",
        broken.errors
    );
}

/// What may not be used says why, and what is in a bundle is shown piece by piece.
#[test]
fn a_bundle() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let text = |name: &str| std::fs::read_to_string(authority.file(name)).unwrap();
    let bundle = text("root.pem") + &text("good.pem") + &text("intermediate.pem");
    let bundle = file("inspection/bundle.pem", bundle.as_bytes());
    let run = injang(&["inspect", &bundle]);
    assert_eq!(run.status, 0);
    for heading in ["\nCertificate 0\n", "\nCRL 1\n", "\nCertificate 2\n"] {
        run.has(heading);
    }
    let json = inspected(&bundle);
    assert_eq!(json["kind"], "bundle");
    assert_eq!(json["certificates"].as_array().unwrap().len(), 2);
    assert_eq!(json["revocation_data"].as_array().unwrap().len(), 1);
}

#[test]
fn the_crls_of_a_document() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let path = authority.file("lists.der");
    let json = inspected(&path);
    assert_eq!(json["kind"], "signed-document");
    let lists = json["crls"].as_array().unwrap();
    assert_eq!(lists.len(), 1);
    assert_eq!(
        lists[0],
        inspected(&authority.file("good.crl"))["revocation_data"][0]
    );
    let run = injang(&["inspect", &path]);
    run.has("\nRevocation information 0: CRL\n  issuer: CN=Test CA,C=KR\n");
    run.has_not("Test Signer");
}
