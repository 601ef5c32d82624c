//! A diagnosis says what was signed only if a signature shows it, and not if something merely looks
//! alike.

use super::{
    DETACHED, SHA256, changed, content_of, hex, policy, request, sha256, signed, with_octets,
};
use injang_core::report::Lang;
use injang_core::{
    Budget, Cause, Change, Content, ContentStream, CryptoBackend, Digest, DigestAlgorithm,
    PlainHashSource, Policy, Request, Revocation, Side, SignatureRequest, SignatureStatus,
};
use injang_crypto::Combined;

const ATTRIBUTES: &str = "toss/attached/document.der";
const MESSAGE: &str = "toss/attached-without-attributes/document.der";

/// The causes found in a document, where everything was tried.
fn found_by(request: &Request<'_>, document: &[u8]) -> Vec<Cause> {
    with_octets(document, |document| {
        let diagnoses = document.diagnose(&policy(), request);
        assert!(diagnoses.is_complete, "{diagnoses:?}");
        diagnoses.found.into_iter().map(|it| it.cause).collect()
    })
}

fn found(document: &[u8], content: Content<'_>) -> Vec<Cause> {
    found_by(&request().content(content), document)
}

/// The document's own content.
fn embedded(document: &[u8]) -> Vec<u8> {
    with_octets(document, |document| {
        document.untrusted_content().expect("content").to_vec()
    })
}

/// A document of the vectors with this content inside, in place of its own or of none.
fn holding(document: &[u8], content: &[u8]) -> Vec<u8> {
    const ENCAPSULATED: usize = 41;
    let (start, rest) = document.split_at(ENCAPSULATED);
    let (length, data) = (usize::from(rest[1]), &rest[2..13]);
    assert!(rest[0] == 0x30 && length < 128 && data[..2] == [6, 9]);
    let short = |octets: usize| u8::try_from(octets).ok().filter(|it| *it < 128);
    let short = |octets: usize| short(octets).expect("a short length");
    let octets = [&[4, short(content.len())], content].concat();
    let tagged = [&[0xa0, short(octets.len())], &octets[..]].concat();
    let value = [data, &tagged].concat();
    let mut start = start.to_vec();
    // ContentInfo, its [0], SignedData.
    for at in [2, 17, 21] {
        let old = usize::from(u16::from_be_bytes([start[at], start[at + 1]]));
        let new = u16::try_from(old + value.len() - length).expect("a length");
        start[at..at + 2].copy_from_slice(&new.to_be_bytes());
    }
    [
        &start,
        &[0x30, short(value.len())][..],
        &value,
        &rest[2 + length..],
    ]
    .concat()
}

/// With one bit of its content changed.
fn tampered(document: &[u8]) -> Vec<u8> {
    let mut content = embedded(document);
    content[10] ^= 1;
    holding(document, &content)
}

/// With one bit of its signature changed, which stands at its end.
fn forged(mut document: Vec<u8>) -> Vec<u8> {
    *document.last_mut().expect("signature") ^= 1;
    document
}

/// That a content is the supplied digest's octets can be seen; that it was signed can not.
#[test]
fn hash_of_hash() {
    let content = content_of("diagnose/signed-digest/content.bin");
    let digest = sha256(&content);
    let document = content_of("diagnose/signed-digest/document.der");
    let supplied = Content::Digest(digest);
    let document = holding(&document, digest.as_bytes());
    assert_eq!(found(&document, supplied), [Cause::HashOfHash]);
    let looks_alike = [changed(Side::SuppliedDigest, Side::Embedded, &[])];
    assert_eq!(
        found(&forged(document), supplied),
        looks_alike,
        "a forged one"
    );
    for vector in [ATTRIBUTES, MESSAGE] {
        let document = holding(&content_of(vector), digest.as_bytes());
        let causes = found(&document, supplied);
        assert_eq!(causes, looks_alike, "{vector}");
    }
}

/// The digest of a content that was not signed is not the digest of what was signed.
#[test]
fn prehash() {
    for vector in [ATTRIBUTES, MESSAGE] {
        let document = content_of(vector);
        let original = sha256(&embedded(&document));
        let text = hex(original.as_bytes()) + "\n";
        let supplied = Content::Detached(text.as_bytes());
        assert_eq!(found(&document, supplied), [Cause::Prehash], "{vector}");
        let tampered = tampered(&document);
        // That of what was signed is it all the same, whatever the document holds.
        assert_eq!(found(&tampered, supplied), [Cause::Prehash], "{vector}");
        let digest = sha256(&embedded(&tampered));
        let text = hex(digest.as_bytes()) + "\n";
        let made = |changes| [changed(Side::Embedded, Side::Supplied, changes)];
        assert_eq!(
            found(&tampered, Content::Detached(text.as_bytes())),
            made(&[SHA256, Change::HexLower]),
            "{vector}"
        );
        assert_eq!(
            found(&tampered, Content::Detached(digest.as_bytes())),
            made(&[SHA256]),
            "{vector}"
        );
        assert_eq!(
            found(&forged(document), supplied),
            made(&[SHA256, Change::HexLower]),
            "{vector}: nothing shows what was signed"
        );
    }
}

/// Whoever changes a content can change message-digest with it, so that the two prove nothing.
#[test]
fn attributes_that_nobody_signed() {
    for vector in [
        "signed-crlf",
        "signed-hex-of-digest",
        "signed-data-only",
        "signed-hex-of-sha512",
    ] {
        let content = content_of(&format!("diagnose/{vector}/content.bin"));
        let document = content_of(&format!("diagnose/{vector}/document.der"));
        let supplied = [
            Content::Detached(&content),
            Content::Digest(sha256(&content)),
        ];
        assert_eq!(found(&document, supplied[0]).len(), 1, "{vector}");
        let forged = forged(document);
        for supplied in supplied {
            assert_eq!(found(&forged, supplied), [], "{vector}");
        }
    }
    let content = content_of("toss/detached-with-content/content.bin");
    let asked = request().plain_hash_source(PlainHashSource::HashOfHash);
    let (digest, document) = (sha256(&content), forged(content_of(DETACHED)));
    let octets = Content::Detached(digest.as_bytes());
    assert_eq!(found(&document, octets), []);
    assert_eq!(
        found_by(&asked.content(Content::Digest(digest)), &document),
        []
    );
}

/// Two contents can be compared, whatever was signed.
#[test]
fn comparisons_need_no_signature() {
    let vector = "diagnose/embedded-wrapped-digest";
    let content = content_of(&format!("{vector}/content.bin"));
    let document = content_of(&format!("{vector}/document.der"));
    let changes = [SHA256, Change::HexLower, Change::Wrap];
    assert_eq!(
        found(&forged(document), Content::Detached(&content)),
        [changed(Side::Supplied, Side::Embedded, &changes)]
    );
}

/// Attributes that were signed in another encoding prove what they say.
#[test]
fn attributes_that_are_signed_in_another_encoding() {
    let vector = "diagnose/attributes-signed-tagged/document.der";
    let document = content_of(vector);
    let content = embedded(&document);
    let document = tampered(&document);
    assert_eq!(
        found(&document, Content::Detached(&content)),
        [Cause::AttributesTagged, signed(Side::Supplied, &[])]
    );
}

/// The document was changed, and the caller has what was signed.
#[test]
fn the_original_is_supplied() {
    for vector in [ATTRIBUTES, MESSAGE] {
        let document = content_of(vector);
        let original = embedded(&document);
        let document = tampered(&document);
        let is_signed = [signed(Side::Supplied, &[])];
        let causes = found(&document, Content::Detached(&original));
        assert_eq!(causes, is_signed, "{vector}");
        let is_digest = [changed(Side::Signed, Side::SuppliedDigest, &[])];
        for reading in [PlainHashSource::Prehash, PlainHashSource::HashOfHash] {
            let asked = request().plain_hash_source(reading);
            let supplied = Content::Digest(sha256(&original));
            assert_eq!(
                found_by(&asked.content(supplied), &document),
                is_digest,
                "{vector}"
            );
        }
        // In another form.
        let marked = [b"\xef\xbb\xbf", &original[..]].concat();
        assert_eq!(
            found(&document, Content::Detached(&marked)),
            [signed(Side::Supplied, &[Change::RemoveBom])],
            "{vector}"
        );
        // Neither what the document has nor what is supplied.
        let mut other = original.clone();
        other[0] ^= 1;
        for supplied in [Content::Detached(&other), Content::Digest(sha256(&other))] {
            assert_eq!(found(&document, supplied), [], "{vector}");
        }
        // As it was, it needs no explanation.
        let own = embedded(&document);
        assert_eq!(found(&document, Content::Detached(&own)), [], "{vector}");
    }
}

/// A long content that went by is known by its digest, and recognised by that.
#[test]
fn the_original_has_gone_by() {
    let document = content_of("diagnose/signed-hex-of-digest/document.der");
    let text = content_of("diagnose/signed-hex-of-digest/content.bin");
    let document = holding(&document, b"another text");
    let causes = |content: &[u8]| {
        let mut stream = ContentStream::new(&Combined, &[DigestAlgorithm::Sha256]);
        stream.update(content);
        let content = stream.finish();
        found(&document, Content::Streamed(&content))
    };
    let digits = hex(sha256(&text).as_bytes());
    assert_eq!(causes(digits.as_bytes()), [signed(Side::Supplied, &[])]);
    assert_eq!(
        causes(&text),
        [signed(Side::Supplied, &[SHA256, Change::HexLower])]
    );
}

/// A report that the budget cut short leaves nothing to be called complete.
#[test]
fn reports_that_are_cut_short() {
    let none = Budget {
        candidates: 0,
        ..Budget::default()
    };
    let unasked = Budget {
        signatures: 0,
        ..Budget::default()
    };
    for budget in [none, unasked] {
        let policy = policy().budget(budget);
        with_octets(&content_of(ATTRIBUTES), |document| {
            let diagnoses = document.diagnose(&policy, &request());
            assert_eq!(diagnoses.found, []);
            assert!(!diagnoses.is_complete, "{budget:?}");
        });
        // Nor is there a signature that shows what was signed.
        let content = content_of("diagnose/signed-crlf/content.bin");
        with_octets(&content_of("diagnose/signed-crlf/document.der"), |it| {
            let diagnoses = it.diagnose(&policy, &request().content(Content::Detached(&content)));
            assert_eq!(diagnoses.found, []);
            assert!(!diagnoses.is_complete, "{budget:?}");
        });
    }
}

/// Where nobody verifies the signature, nothing shows whether message-digest was signed, so that it is
/// not known whether another form would have matched.
#[test]
fn signatures_that_can_not_be_verified() {
    struct Silent;
    impl CryptoBackend for Silent {
        fn name(&self) -> &'static str {
            "silent"
        }
        fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest> {
            Combined.digest(algorithm, parts)
        }
        fn answer(&self, _: &SignatureRequest<'_>) -> SignatureStatus {
            SignatureStatus::Unanswered
        }
    }
    let policy = Policy::new(&Silent, [], Revocation::NotChecked);
    let content = content_of("diagnose/signed-crlf/content.bin");
    with_octets(&content_of("diagnose/signed-crlf/document.der"), |it| {
        let diagnoses = it.diagnose(&policy, &request().content(Content::Detached(&content)));
        assert_eq!((diagnoses.found.len(), diagnoses.is_complete), (0, false));
        // There is nothing to try.
        let diagnoses = it.diagnose(&policy, &request());
        assert_eq!((diagnoses.found.len(), diagnoses.is_complete), (0, true));
    });
}

#[test]
fn sentences() {
    let cases = [
        (
            signed(Side::Supplied, &[]),
            "what was signed is the content supplied, not the one in the document",
            "서명된 것은 문서 안의 원문이 아니라 주어진 원문입니다",
        ),
        (
            changed(Side::Signed, Side::SuppliedDigest, &[]),
            "the digest supplied is that of what was signed, not of the content of the document",
            "주어진 해시값은 문서 안의 원문이 아니라 서명된 것의 해시값입니다",
        ),
        (
            changed(Side::SuppliedDigest, Side::Embedded, &[]),
            "the content of the document is the digest supplied itself",
            "문서 안의 원문은 주어진 해시값 자체입니다",
        ),
        (
            changed(Side::Supplied, Side::Embedded, &[Change::Wrap]),
            "the content of the document is made of the content supplied: the JSON object that holds it as data",
            "문서 안의 원문은 주어진 원문으로부터 만든 값입니다: 이를 data로 담은 JSON 객체",
        ),
        (
            changed(Side::SuppliedDigest, Side::Embedded, &[Change::Wrap]),
            "the content of the document is made of the digest supplied: the JSON object that holds it as data",
            "문서 안의 원문은 주어진 해시값으로부터 만든 값입니다: 이를 data로 담은 JSON 객체",
        ),
        (
            changed(Side::Embedded, Side::Supplied, &[SHA256]),
            "the content supplied is made of the content of the document: its SHA-256 digest",
            "주어진 원문은 문서 안의 원문으로부터 만든 값입니다: SHA-256 해시값",
        ),
        (
            signed(Side::Supplied, &[Change::CrlfToLf]),
            "what was signed is the content supplied, but with LF line ends",
            "서명된 것은 주어진 원문의 다른 형태입니다: 줄바꿈이 LF",
        ),
    ];
    for (cause, en, ko) in cases {
        let it = injang_core::Diagnosis {
            signer: Some(0),
            cause,
        };
        assert_eq!(it.sentence(Lang::En).to_string(), en);
        assert_eq!(it.sentence(Lang::Ko).to_string(), ko);
    }
}
