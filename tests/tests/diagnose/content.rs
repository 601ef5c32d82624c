//! Which content was signed, among the forms of the content at hand.

use super::{
    DETACHED, SHA256, causes, changed, content_of, digest, digest_of, hex, policy, request, sha256,
    signed, with,
};
use injang_core::{Cause, Change, Content, DigestAlgorithm, PlainHashSource, Side};

#[test]
fn nothing_is_amiss() {
    let content = content_of("toss/detached-with-content/content.bin");
    assert_eq!(
        causes(DETACHED, &request().content(Content::Detached(&content))),
        []
    );
    assert_eq!(causes("toss/attached/document.der", &request()), []);
}

#[test]
fn nothing_that_is_known_would_match() {
    assert_eq!(
        causes(
            DETACHED,
            &request().content(Content::Detached(b"another text"))
        ),
        []
    );
    assert_eq!(
        causes(
            DETACHED,
            &request().content(Content::Digest(sha256(b"another text")))
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
            &request().content(Content::Detached(&content)),
        );
        assert_eq!(found, [signed(Side::Supplied, changes)], "{vector}");
    }
}

#[test]
fn digests_as_text_or_as_content() {
    for (vector, change) in [
        ("diagnose/signed-hex-of-digest", Change::HexLower),
        ("diagnose/signed-base64-of-digest", Change::Base64),
        (
            "diagnose/signed-base64url-padded-of-digest",
            Change::Base64UrlPadded,
        ),
    ] {
        let content = content_of(&format!("{vector}/content.bin"));
        let document = format!("{vector}/document.der");
        let from_content = causes(&document, &request().content(Content::Detached(&content)));
        assert_eq!(
            from_content,
            [signed(Side::Supplied, &[SHA256, change])],
            "{vector}"
        );
        let from_digest = causes(
            &document,
            &request().content(Content::Digest(sha256(&content))),
        );
        assert_eq!(
            from_digest,
            [signed(Side::SuppliedDigest, &[change])],
            "{vector}"
        );
        // The line ends were changed too.
        let content = String::from_utf8(content).expect("text");
        let content = content.replace('\n', "\r\n");
        assert_eq!(
            causes(
                &document,
                &request().content(Content::Detached(content.as_bytes()))
            ),
            [signed(Side::Supplied, &[Change::CrlfToLf, SHA256, change])],
            "{vector}"
        );
    }
}

#[test]
fn hash_of_hash_and_prehash() {
    let content = content_of("diagnose/signed-digest/content.bin");
    let digest = Content::Digest(sha256(&content));
    assert_eq!(
        causes(
            "diagnose/signed-digest/document.der",
            &request().content(digest)
        ),
        [Cause::HashOfHash]
    );
    let asked = request().plain_hash_source(PlainHashSource::HashOfHash);
    assert_eq!(
        causes(
            "diagnose/signed-digest/document.der",
            &asked.content(digest)
        ),
        []
    );
    let content = content_of("toss/detached-with-content/content.bin");
    assert_eq!(
        causes(DETACHED, &asked.content(Content::Digest(sha256(&content)))),
        [Cause::Prehash]
    );
}

/// The signer's algorithm is SHA-256.
#[test]
fn digests_in_another_algorithm() {
    let vector = "diagnose/signed-hex-of-sha512";
    let document = format!("{vector}/document.der");
    let text = content_of(&format!("{vector}/content.bin"));
    let sha512 = Change::Digest(DigestAlgorithm::Sha512);
    assert_eq!(
        causes(&document, &request().content(Content::Detached(&text))),
        [signed(Side::Supplied, &[sha512, Change::HexLower])]
    );
    let supplied = digest(DigestAlgorithm::Sha512, &text);
    assert_eq!(
        causes(&document, &request().content(Content::Digest(supplied))),
        [signed(Side::SuppliedDigest, &[Change::HexLower])]
    );
    for vector in [
        "plain-hash/other-algorithm-hash-of-hash",
        "plain-hash/other-algorithm-hash-of-hash-with-attributes",
        "plain-hash/ed25519-hash-of-hash-read-as-prehash",
    ] {
        let document = format!("{vector}/document.der");
        let supplied = Content::Digest(digest_of(vector));
        let found = causes(&document, &request().content(supplied));
        assert_eq!(found, [Cause::HashOfHash], "{vector}");
        let asked = request().plain_hash_source(PlainHashSource::HashOfHash);
        assert_eq!(causes(&document, &asked.content(supplied)), [], "{vector}");
    }
}

/// With attributes the attribute tells, without them the signature.
#[test]
fn a_digest_supplied_as_content() {
    for vector in [
        "toss/detached-with-content",
        "diagnose/signed-hex-of-digest",
    ] {
        let document = format!("{vector}/document.der");
        let mut content = content_of(&format!("{vector}/content.bin"));
        if vector.starts_with("diagnose") {
            // What was signed is itself the hex of a digest.
            content = hex(sha256(&content).as_bytes()).into_bytes();
        }
        let digest = sha256(&content);
        let hex = hex(digest.as_bytes()).to_uppercase() + "\n";
        for octets in [digest.as_bytes(), hex.as_bytes()] {
            let found = causes(&document, &request().content(Content::Detached(octets)));
            assert_eq!(found, [Cause::Prehash], "{vector}");
        }
    }
    with(
        "diagnose/embedded-lf-digest-of-crlf/document.der",
        |document| {
            let digest = sha256(document.untrusted_content().expect("content"));
            let hex = hex(digest.as_bytes());
            let content = Content::Detached(hex.as_bytes());
            let diagnoses = document.diagnose(&policy(), &request().content(content));
            assert_eq!(diagnoses.found[0].cause, Cause::Prehash);
        },
    );
}

/// Supplied content is compared with embedded content, in either direction.
#[test]
fn embedded_and_supplied() {
    use Change::{Cp949ToUtf8, CrlfToLf, HexLower, LfToCrlf, RemoveBom, Unwrap, Wrap};
    let supplied = |vector: &str| content_of(&format!("diagnose/{vector}/content.bin"));
    let text = supplied("embedded-wrapped-text");
    let file = supplied("embedded-wrapped-digest");
    let crlf = digest_of("diagnose/embedded-lf-digest-of-crlf");
    let marked = "\u{feff}가나다\n가나다\n".as_bytes().to_vec();
    let crlf_file = "첫째 줄\r\n둘째 줄\r\n".as_bytes().to_vec();
    let (held, known) = (Side::Supplied, Side::SuppliedDigest);
    let unwrapped = sha256("가나다\n가나다\n".as_bytes());
    let cases = [
        (
            "embedded-wrapped-text",
            Content::Detached(&text),
            changed(held, Side::Embedded, &[Cp949ToUtf8, CrlfToLf, Wrap]),
        ),
        (
            "embedded-wrapped-text",
            Content::Digest(unwrapped),
            changed(Side::Embedded, known, &[Unwrap]),
        ),
        (
            "embedded-wrapped-digest",
            Content::Detached(&file),
            changed(held, Side::Embedded, &[SHA256, HexLower, Wrap]),
        ),
        (
            "embedded-wrapped-text",
            Content::Detached(&marked),
            changed(held, Side::Embedded, &[RemoveBom, Wrap]),
        ),
        (
            "embedded-wrapped-digest",
            Content::Detached(&crlf_file),
            changed(held, Side::Embedded, &[CrlfToLf, SHA256, HexLower, Wrap]),
        ),
        (
            "embedded-wrapped-digest",
            Content::Digest(sha256(&file)),
            changed(known, Side::Embedded, &[HexLower, Wrap]),
        ),
        (
            "embedded-lf-digest-of-crlf",
            Content::Digest(crlf),
            changed(Side::Embedded, known, &[LfToCrlf]),
        ),
        (
            "embedded-lf-digest-of-crlf",
            Content::Digest(digest(
                DigestAlgorithm::Sha512,
                "첫째 줄\r\n둘째 줄\r\n".as_bytes(),
            )),
            changed(Side::Embedded, known, &[LfToCrlf]),
        ),
    ];
    for (vector, supplied, cause) in cases {
        let document = format!("diagnose/{vector}/document.der");
        assert_eq!(
            causes(&document, &request().content(supplied)),
            [cause],
            "{vector}"
        );
    }
    // Of its own content, in another algorithm than the signer's: that is no difference.
    let own = digest(DigestAlgorithm::Sha512, "첫째 줄\n둘째 줄\n".as_bytes());
    let document = "diagnose/embedded-lf-digest-of-crlf/document.der";
    assert_eq!(
        causes(document, &request().content(Content::Digest(own))),
        []
    );
}

#[test]
fn what_is_supplied_is_the_data_of_what_is_embedded() {
    with("kakao/armor-none/document.der", |document| {
        let embedded = document.untrusted_content().expect("content");
        let json: serde_json::Value = serde_json::from_slice(embedded).expect("JSON");
        let data = json["data"].as_str().expect("data").as_bytes();
        let diagnoses = document.diagnose(&policy(), &request().content(Content::Detached(data)));
        let cause = changed(Side::Supplied, Side::Embedded, &[Change::Wrap]);
        assert_eq!(diagnoses.found[0].cause, cause);
    });
}
