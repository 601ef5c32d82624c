//! Paths over several certificates, and what they are asked.

use crate::authority::{Authority, GOOD, with};
use crate::program::{AT, injang, vector};
use serde_json::Value;

const NONE: [&str; 2] = ["--revocation", "none"];

#[test]
fn each_certificate_is_shown() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let run = authority.verify(&GOOD, &[]);
    assert_eq!(run.status, 0);
    run.has("\n  path 0: ");
    run.has("\n  path 1: ");
    run.has(" (a supplied intermediate)\n");
    run.has("    issuer: CN=Test Root,C=KR\n");
    run.has("    checked: algorithm strength passed, rules passed, validity passed, revocation passed\n");
    run.has("  trust anchor: CN=Test Root,C=KR (public key sha256 ");
    run.has("  policies valid along the path: 1.2.410.200099.1\n");
    run.has_not("Test Signer");
    run.has_not("Test CA,C=KR (public");

    let json = authority.verify(&GOOD, &["--format", "json"]).json();
    let signer = &json["signers"][0];
    assert_eq!(signer["path"].as_array().unwrap().len(), 2);
    let sources = |json: &Value| {
        let steps = json["signers"][0]["path_certificates"].as_array().unwrap();
        let source = |it: &Value| it["source"].as_str().unwrap().to_owned();
        steps.iter().map(source).collect::<Vec<_>>()
    };
    assert_eq!(sources(&json), ["document", "policy"]);
    assert_eq!(signer["policies"][0], "1.2.410.200099.1");
    assert_eq!(
        signer["path_certificates"][0]["revocation_data"][0]["number"],
        "0c"
    );
    assert_eq!(
        signer["path_certificates"][0]["revocation_data"][0]["source"],
        "policy"
    );
    let caller = authority.verify(
        &[("--certificate", "intermediate.der")],
        &["--revocation", "none", "--format", "json"],
    );
    assert_eq!(sources(&caller.json()), ["document", "caller"]);
    assert_eq!(caller.status, 0);
    // The document brings it along.
    let whole = authority.file("whole.der");
    let root = authority.file("root.der");
    let run = injang(&[
        "verify", "--trust", &root, NONE[0], NONE[1], "--format", "json", &whole,
    ]);
    assert_eq!(sources(&run.json()), ["document", "document"]);
}

#[test]
fn without_the_intermediate() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let run = authority.verify(&[], &NONE);
    assert_eq!(run.status, 2);
    assert!(
        run.first()
            .starts_with("INDETERMINATE / NO_CERTIFICATE_CHAIN_FOUND")
    );
    run.has("The trust anchor that you gave is not CN=Test CA,C=KR. ");
    run.has("give that certificate as an intermediate (--intermediate)");
    let json = authority.verify(&[], &["--format", "json"]).json();
    assert_eq!(json["signers"][0]["path"].as_array().unwrap().len(), 0);
    assert_eq!(
        json["signers"][0]["path_certificates"]
            .as_array()
            .unwrap()
            .len(),
        0
    );
    // It is no anchor for being named.
    let own = authority.file("intermediate.der");
    let document = authority.file("document.der");
    let run = injang(&[
        "verify",
        "--intermediate",
        &own,
        NONE[0],
        NONE[1],
        &document,
    ]);
    assert_eq!(run.status, 2);
    run.has("No trust anchor was given");
}

/// The anchor that is missing is named by the topmost certificate that was found, and nobody whose
/// certificate is there.
#[test]
fn the_anchor_that_is_missing() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let (middle, root) = (
        authority.file("intermediate.der"),
        authority.file("root.der"),
    );
    let other = vector("kakao/ca.der");
    let whole = authority.file("whole.der");
    let verify = |document: &str, more: &[&str]| {
        let usual = ["verify", "--at", AT, NONE[0], NONE[1]];
        let run = injang(&[&usual[..], more, &[document]].concat());
        assert_eq!(run.status, 2, "{}{}", run.output, run.errors);
        assert!(
            run.first()
                .starts_with("INDETERMINATE / NO_CERTIFICATE_CHAIN_FOUND")
        );
        run.has_not("Test Signer");
        run
    };
    let above =
        "certificate 1 of the path, was issued by CN=Test Root,C=KR, whose certificate is missing.";
    // The CA's certificate is in the document, or among the intermediates; nobody is trusted.
    for run in [
        verify(&whole, &[]),
        verify(
            &authority.file("document.der"),
            &["--intermediate", &middle],
        ),
    ] {
        run.has("No trust anchor was given");
        run.has(above);
        run.has("; the issuer is CN=Test Root,C=KR\n");
        run.has_not("CN=Test CA,C=KR, whose");
    }
    // Somebody else is trusted.
    let run = verify(&whole, &["--trust", &other]);
    run.has("The trust anchor that you gave is not CN=Test Root,C=KR. ");
    run.has("give that certificate as an intermediate (--intermediate)");
    // The root is there, once or twice, and no anchor.
    let copy = authority.file("root.pem");
    for roots in [
        &["--intermediate", &root][..],
        &["--intermediate", &root, "--certificate", &copy],
    ] {
        let run = verify(&whole, roots);
        run.has("The path ends at CN=Test Root,C=KR. Its certificate was found");
        run.has_not("whose certificate is missing");
        let run = verify(&whole, &[roots, &["--trust", &other]].concat());
        run.has("The trust anchor that you gave is not CN=Test Root,C=KR, where the path ends.");
        run.has_not("as an intermediate");
    }
    let korean = verify(&whole, &["--lang", "ko"]);
    korean.has("경로의 1번)은 CN=Test Root,C=KR가 발급했으며");
    let korean = verify(&whole, &["--lang", "ko", "--intermediate", &root]);
    korean.has("인증서 경로는 CN=Test Root,C=KR에서 끝납니다");
    // The twin: nothing but the signer's certificate is there.
    let run = verify(&authority.file("document.der"), &[]);
    run.has("This one was issued by CN=Test CA,C=KR.");
    // A self-issued signer's certificate is a person's.
    let own = vector("pinned/self-signed/document.der");
    let run = injang(&["verify", "--at", AT, &own]);
    run.has("This one was issued by the certificate's issuer.");
    run.has_not("Test self-signed signer");
    // An anchor that is no CA's has the issuer's name.
    let pinned = vector("pinned/does-not-issue-no-ca");
    let run = injang(&[
        "verify",
        "--at",
        AT,
        "--trust",
        &format!("{pinned}/anchor.der"),
        &format!("{pinned}/document.der"),
    ]);
    run.has(
        "is not a CA certificate, so that it can't issue others. Give the authority's CA certificate",
    );
}

/// A whole chain as trust: the signer's own certificate is pinned, and a CRL of its CA that revokes it
/// counts.
#[test]
fn a_pinned_certificate_is_revoked() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let signer = authority.file("signer.der");
    let verify = |crl: &str| {
        authority.verify(
            &[("--intermediate", "intermediate.der"), ("--crl", crl)],
            &["--trust", &signer],
        )
    };
    let run = verify("revoked.crl");
    assert_eq!(run.status, 1);
    assert!(run.first().starts_with("TOTAL-FAILED / REVOKED"));
    run.has("(pinned)");
    let run = verify("good.crl");
    assert_eq!(run.status, 0, "{}", run.output);
    assert!(
        run.first()
            .starts_with("TOTAL-PASSED (pinned certificate; revocation not checked)")
    );
    run.has("No verified revocation data revokes it");
}

/// Options about policies and purposes, and what comes of them.
#[rustfmt::skip]
const OPTIONS: &[(&str, i32, &str)] = &[
    ("", 0, "✓ certificate path: passed"),
    ("--policy-oid 1.2.410.200099.1", 0, "policies valid along the path: 1.2.410.200099.1\n"),
    ("--policy-oid 1.2.410.200099.3 --policy-oid 1.2.410.200099.1", 0, "policies valid along the path: 1.2.410.200099.1\n"),
    ("--policy-oid 1.2.410.200099.2", 2, "You demanded acceptable policies (--policy-oid)"),
    ("--policy-oid 1.2.410.200099.2 --explicit-policy no", 0, "✓ certificate path: passed"),
    ("--policy-oid 2.5.29.32.0", 0, "policies valid along the path: 1.2.410.200099.1\n"),
    ("--explicit-policy yes", 0, "policies valid along the path: 1.2.410.200099.1\n"),
    ("--inhibit-policy-mapping --inhibit-any-policy", 0, "✓ certificate path: passed"),
    ("--signer-policy 1.2.410.200099.1", 0, "✓ certificate path: passed"),
    ("--signer-policy 1.2.410.200099.2", 2, "does not have (--signer-policy)."),
    ("--signer-policy 1.2.410.200099.2 --signer-policy 1.2.410.200099.1", 0, "✓ certificate path: passed"),
    ("--purpose 1.3.6.1.5.5.7.3.4", 0, "✓ certificate path: passed"),
    ("--purpose 1.3.6.1.5.5.7.3.8", 2, "does not have (--purpose)."),
    ("--anchor-constraints", 0, "✓ certificate path: passed"),
];

#[test]
fn policies_and_purposes() {
    let Some(authority) = Authority::get() else {
        return;
    };
    for (typed, status, line) in OPTIONS {
        let options = typed.split(' ').filter(|word| !word.is_empty());
        let more: Vec<&str> = NONE.into_iter().chain(options).collect();
        let run = authority.verify(&[GOOD[0]], &more);
        assert_eq!(
            (run.status, run.errors.as_str()),
            (*status, ""),
            "{typed}: {}",
            run.output
        );
        run.has(line);
    }
}

/// The position tells which certificate it is.
#[test]
fn position() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let lists = [GOOD[0], GOOD[1]];
    let run = authority.verify(&lists, &[]);
    assert_eq!(run.status, 2);
    run.has("? revocation: undecided (TRY_LATER): certificate 1 of the path: ");
    let json = authority.verify(&lists, &["--format", "json"]).json();
    let checks = json["signers"][0]["checks"].as_array().unwrap();
    let revocation = checks.iter().find(|it| it["id"] == "revocation").unwrap();
    assert_eq!(revocation["position"], 1);
    assert_eq!(revocation["reason"], "no-revocation-evidence");
    assert!(
        revocation["message"]
            .as_str()
            .unwrap()
            .starts_with("certificate 1 of the path: ")
    );
    let korean = authority.verify(&lists, &["--lang", "ko"]);
    korean.has("경로의 1번 인증서: ");
}

/// The order of the keys is part of the contract.
#[test]
fn keys_stand_in_their_order() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let keys = |value: &Value| {
        let members = value.as_object().unwrap();
        members.keys().cloned().collect::<Vec<_>>().join(" ")
    };
    let json = authority.verify(&with("--ocsp", "good.ocsp"), &["--format", "json"]);
    let steps = &json.json()["signers"][0]["path_certificates"];
    assert_eq!(
        keys(&steps[0]["revocation_data"][0]),
        "kind source sha256 produced_at this_update next_update"
    );
    assert_eq!(
        keys(&steps[1]["revocation_data"][0]),
        "kind source sha256 number this_update next_update"
    );
    let json = authority.verify(&GOOD[..2], &["--format", "json"]).json();
    let check = json["signers"][0]["checks"]
        .as_array()
        .unwrap()
        .last()
        .unwrap();
    assert_eq!(
        keys(check),
        "id outcome sub_indication reason position message"
    );
}
