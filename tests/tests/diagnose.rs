//! Each cause that a diagnosis knows, found in a document that was made to have it.

use injang::{
    Cause, Change, Ci, Claim, Content, Der, Diagnosis, Digest, DigestAlgorithm, Limits,
    PlainHashReading, Policy, Revocation, SignedDocument, Time, Verdict, Vid, VidLayout,
};
use injang_crypto::Combined;
use injang_tests::runner;
use std::fs;

fn policy() -> Policy<'static> {
    let at = Time::parse("2026-03-02T09:00:00Z").expect("time");
    Policy::new(&Combined, [], Revocation::NotChecked, at)
}

fn with<R>(vector: &str, then: impl FnOnce(&SignedDocument<'_>) -> R) -> R {
    let document = fs::read(runner::folder().join(vector)).expect("vector");
    let octets = injang::armor::decode(&document)
        .expect("armor")
        .octets
        .into_owned();
    let der = Der::from_ber(&octets, Limits::default()).expect("BER");
    then(&SignedDocument::parse(&der).expect("SignedData"))
}

/// The causes of a document's first signer.
fn causes(vector: &str, policy: &Policy<'_>, content: Content<'_>) -> Vec<Cause> {
    with(vector, |document| {
        let before = document.audit(policy, content, Claim::none());
        let diagnoses = document.diagnose(policy, content, Claim::none());
        assert_eq!(
            before,
            document.audit(policy, content, Claim::none()),
            "the verdict changed"
        );
        diagnoses
            .into_iter()
            .map(|Diagnosis { cause, .. }| cause)
            .collect()
    })
}

fn sha256(octets: &[u8]) -> Digest {
    use injang::CryptoProvider as _;
    Combined
        .digest(DigestAlgorithm::Sha256, &[octets])
        .expect("SHA-256")
}

/// The document over the text, and the text as it is in the vector.
const DETACHED: &str = "toss/detached-with-content/document.der";

fn content_of(vector: &str) -> Vec<u8> {
    fs::read(runner::folder().join(vector)).expect("content")
}

#[test]
fn nothing_is_amiss() {
    let content = content_of("toss/detached-with-content/content.bin");
    assert_eq!(causes(DETACHED, &policy(), Content::Detached(&content)), []);
    assert_eq!(
        causes("toss/attached/document.der", &policy(), Content::Embedded),
        []
    );
}

#[test]
fn nothing_that_is_known_would_match() {
    assert_eq!(
        causes(DETACHED, &policy(), Content::Detached(b"another text")),
        []
    );
    assert_eq!(
        causes(
            DETACHED,
            &policy(),
            Content::Digest(sha256(b"another text"))
        ),
        []
    );
}

/// What was signed is told from what the caller has, by the embedded content and by the signature
/// alone.
#[test]
fn forms_of_a_text() {
    use Change::{AddBom, Cp949ToUtf8, CrlfToLf, LfToCrlf, RemoveBom, Unwrap, Utf8ToCp949};
    let cases: [(&str, &[Change]); 7] = [
        ("diagnose/signed-crlf", &[LfToCrlf]),
        ("diagnose/signed-lf", &[CrlfToLf]),
        ("diagnose/signed-cp949", &[Utf8ToCp949]),
        ("diagnose/signed-utf8", &[Cp949ToUtf8]),
        ("diagnose/signed-with-bom", &[AddBom]),
        ("diagnose/signed-without-bom", &[RemoveBom]),
        ("diagnose/signed-data-only", &[Unwrap]),
    ];
    for (vector, changes) in cases {
        let content = content_of(&format!("{vector}/content.bin"));
        let found = causes(
            &format!("{vector}/document.der"),
            &policy(),
            Content::Detached(&content),
        );
        assert_eq!(found, [Cause::Content(changes.to_vec())], "{vector}");
    }
}

#[test]
fn digests_as_text_or_as_content() {
    for (vector, change) in [
        ("diagnose/signed-hex-of-digest", Change::HexLower),
        ("diagnose/signed-base64-of-digest", Change::Base64),
    ] {
        let content = content_of(&format!("{vector}/content.bin"));
        let document = format!("{vector}/document.der");
        let from_content = causes(&document, &policy(), Content::Detached(&content));
        assert_eq!(
            from_content,
            [Cause::Content(vec![Change::Digest, change])],
            "{vector}"
        );
        let from_digest = causes(&document, &policy(), Content::Digest(sha256(&content)));
        assert_eq!(from_digest, [Cause::Content(vec![change])], "{vector}");
    }
}

#[test]
fn hash_of_hash_and_prehash() {
    let content = content_of("diagnose/signed-digest/content.bin");
    let digest = Content::Digest(sha256(&content));
    assert_eq!(
        causes("diagnose/signed-digest/document.der", &policy(), digest),
        [Cause::HashOfHash]
    );
    let asked = policy().plain_hash_reading(PlainHashReading::HashOfHash);
    assert_eq!(
        causes("diagnose/signed-digest/document.der", &asked, digest),
        []
    );
    let content = content_of("toss/detached-with-content/content.bin");
    assert_eq!(
        causes(DETACHED, &asked, Content::Digest(sha256(&content))),
        [Cause::Prehash]
    );
}

#[test]
fn attributes_as_sent() {
    let causes = causes(
        "payco/unsorted-signed-as-sent/document.der",
        &policy(),
        Content::Embedded,
    );
    assert_eq!(causes, [Cause::AttributesAsSent]);
}

#[test]
fn another_certificate_of_the_set() {
    let causes = causes(
        "diagnose/named-another-certificate/document.der",
        &policy(),
        Content::Embedded,
    );
    assert_eq!(causes.len(), 1);
    assert!(
        matches!(causes[0], Cause::OtherCertificate { .. }),
        "{causes:?}"
    );
}

#[test]
fn vid_under_another_layout() {
    let ci = Ci::from_base64(&[b'A'; 86]).expect("CI");
    with(
        "kakao/serial-20-octets-top-bit-set/document.der",
        |document| {
            let injang::CertificateChoice::Certificate(certificate) = document.certificates()[0]
            else {
                panic!("a certificate");
            };
            let layout = VidLayout::UnsignedSerialThenCi;
            let vid = Vid::compute(&Combined, &ci, certificate.serial(), layout).expect("VID");
            let claim = Claim::vid(&ci, &vid);
            let diagnoses = document.diagnose(&policy(), Content::Embedded, claim);
            assert_eq!(
                diagnoses,
                [Diagnosis {
                    signer: None,
                    cause: Cause::VidLayout(layout.name())
                }]
            );
            let report = document.audit(&policy(), Content::Embedded, claim);
            assert_eq!(report.identity.name(), "mismatched");
            assert_ne!(report.verdict, Verdict::TotalPassed);
        },
    );
}

#[test]
fn what_is_supplied_is_the_data_of_what_is_embedded() {
    with("kakao/armor-none/document.der", |document| {
        let embedded = document.untrusted_content().expect("content");
        let json: serde_json::Value = serde_json::from_slice(embedded).expect("JSON");
        let data = json["data"].as_str().expect("data").as_bytes();
        let diagnoses = document.diagnose(&policy(), Content::Detached(data), Claim::none());
        assert_eq!(diagnoses[0].cause, Cause::Content(vec![Change::Wrap]));
    });
}
