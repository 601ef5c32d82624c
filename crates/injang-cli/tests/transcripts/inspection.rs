//! `injang inspect`

use crate::program::{file, injang, injang_with, pem, vector};

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
    run.has("claimed signing time: 2026-03-02T08:59:30Z (the signer's claim, not proven)");
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
    assert!(json["certificates"][0].get("subject").is_none());
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
