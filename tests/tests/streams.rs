//! A content that comes in pieces is judged as the same content in one piece.

use injang_core::report::{CheckId, Outcome, Reason};
use injang_core::{
    Content, ContentStream, CryptoBackend, Der, Digest, DigestAlgorithm, Limits, Policy, Report,
    Request, Revocation, SignatureRequest, SignatureStatus, SignedDocument, StreamedContent,
    SubIndication, Time, TrustAnchor, Verdict,
};
use injang_crypto::Combined;
use injang_tests::runner::{Inputs, Vector, folder, vectors};

/// The content in pieces, each larger than the one before.
fn streamed(
    crypto: &dyn CryptoBackend,
    algorithms: &[DigestAlgorithm],
    content: &[u8],
) -> StreamedContent {
    in_pieces(crypto, algorithms, content, 1)
}

/// The same, the first piece being of that size.
fn in_pieces(
    crypto: &dyn CryptoBackend,
    algorithms: &[DigestAlgorithm],
    content: &[u8],
    first: usize,
) -> StreamedContent {
    let mut stream = ContentStream::new(crypto, algorithms);
    let mut rest = content;
    let mut size = first;
    while !rest.is_empty() {
        let (piece, behind) = rest.split_at(size.min(rest.len()));
        stream.update(piece);
        rest = behind;
        size = size * 3 + 1;
    }
    let content_read = stream.finish();
    assert_eq!(content_read.length(), content.len() as u64);
    assert!(content.starts_with(content_read.head()));
    content_read
}

/// Lends each vector's document with the content that belongs to it: embedded or supplied.
fn each_with_content(mut then: impl FnMut(&Vector, &Inputs, &SignedDocument<'_>, &[u8])) {
    let mut count = 0;
    for vector in &vectors() {
        let inputs = Inputs::read(vector);
        let Ok(decoded) = injang_core::armor::decode(&inputs.document) else {
            continue;
        };
        let Ok(der) = Der::from_ber(&decoded.octets, Limits::default()) else {
            continue;
        };
        let Ok(mut document) = SignedDocument::parse(&der) else {
            continue;
        };
        document.add_certificates(inputs.certificates());
        let supplied = match inputs.content() {
            Content::Detached(content) => Some(content),
            _ => document.untrusted_content(),
        };
        let Some(content) = supplied else {
            continue;
        };
        count += 1;
        then(vector, &inputs, &document, content);
    }
    assert!(count > 300, "only {count} vectors with a content");
}

/// Everything of a report but the words.
fn outcomes(report: &Report) -> Vec<(CheckId, Outcome)> {
    let checks = report.signers.iter().flat_map(|signer| &signer.checks);
    checks.map(|check| (check.id, check.outcome)).collect()
}

#[test]
fn every_content_in_pieces() {
    let mut long = 0;
    each_with_content(|vector, inputs, document, content| {
        let evidence = inputs.evidence(&Combined);
        let policy = inputs.policy(&vector.case, &evidence, &Combined);
        let request = inputs.request(&vector.case);
        let whole = document.audit(&policy, &request.content(Content::Detached(content)));
        for first in [65_536, 65_537, 1 << 20] {
            let one = in_pieces(&Combined, &document.digest_algorithms(), content, first);
            let other = streamed(&Combined, &document.digest_algorithms(), content);
            assert_eq!(one.head(), other.head(), "{} {first}", vector.name);
        }
        let stream = streamed(&Combined, &document.digest_algorithms(), content);
        let pieces = document.audit(&policy, &request.content(Content::Streamed(&stream)));
        if stream.head().len() < content.len() && document.needs_whole_content() {
            // Said so, and nothing else: the beginning is not taken for the whole.
            let signature = pieces.signers[0].check(CheckId::Signature).expect("check");
            assert_eq!(signature.reason, Some(Reason::NoPrehash), "{}", vector.name);
            long += 1;
            return;
        }
        assert_eq!(outcomes(&whole), outcomes(&pieces), "{}", vector.name);
        assert_eq!(whole.verdict, pieces.verdict, "{}", vector.name);
        // Another content of the same length.
        let mut other = content.to_vec();
        if let Some(octet) = other.last_mut() {
            *octet ^= 1;
            let other = streamed(&Combined, &document.digest_algorithms(), &other);
            let other = document.audit(&policy, &request.content(Content::Streamed(&other)));
            assert_ne!(other.verdict, Verdict::TotalPassed, "{}", vector.name);
        }
    });
    assert!(long > 0, "no vector whose content is not kept");
}

/// A SET that is too long to be looked through is not taken for content, however it comes.
#[test]
fn sets_that_are_too_long() {
    let document = std::fs::read(folder().join("long/text/document.der")).expect("a vector");
    let ca = std::fs::read(folder().join("long/ca.der")).expect("an anchor");
    let anchor = TrustAnchor::from_certificate(&ca).expect("an anchor");
    let request = Request::at(Time::parse("2026-03-02T09:00:00Z").expect("time"));
    let policy = Policy::new(&Combined, [anchor], Revocation::NotChecked);
    let der = Der::from_ber(&document, Limits::default()).expect("DER");
    let document = SignedDocument::parse(&der).expect("SignedData");
    let confusion = |content: Content<'_>| {
        let report = document.audit(&policy, &request.content(content));
        let check = report.signers[0].check(CheckId::AttributeConfusion);
        check.expect("check").outcome
    };
    let confusing = Outcome::Indeterminate(SubIndication::SigConstraintsFailure);
    for (length, expected) in [(16 << 20, Outcome::Passed), (17 << 20, confusing)] {
        let inside = u32::try_from(length - 12).expect("length");
        let mut content = vec![0x31, 0x84];
        content.extend((inside + 6).to_be_bytes());
        content.extend([0x04, 0x84]);
        content.extend(inside.to_be_bytes());
        content.resize(length, b'a');
        assert_eq!(confusion(Content::Detached(&content)), expected, "{length}");
        let stream = streamed(&Combined, &[DigestAlgorithm::Sha256], &content);
        assert_eq!(confusion(Content::Streamed(&stream)), expected, "{length}");
        // One octet less or more, and it is no SET.
        for other in [&content[..length - 1], &[&content[..], b"."].concat()] {
            let passed = Outcome::Passed;
            assert_eq!(confusion(Content::Detached(other)), passed, "{length}");
            let stream = streamed(&Combined, &[DigestAlgorithm::Sha256], other);
            assert_eq!(confusion(Content::Streamed(&stream)), passed, "{length}");
        }
    }
}

/// What follows a SET in the same piece or in another one is not taken for a part of it.
#[test]
fn more_behind_a_set() {
    for (declared, length) in [(65_535_u32, 70_000), (65_535, 2 << 20), (90_000, 2 << 20)] {
        let mut content = vec![0x31, 0x84];
        content.extend(declared.to_be_bytes());
        content.resize(length, b'a');
        let whole = content.len();
        for first in [1, 6, 65_536, 1 << 20, whole] {
            // `in_pieces` holds the head against the content.
            let stream = in_pieces(&Combined, &[DigestAlgorithm::Sha256], &content, first);
            assert!(stream.head().len() < whole, "{declared} {first}");
        }
    }
}

/// Takes no digests of what goes by.
struct WithoutStreams;

impl CryptoBackend for WithoutStreams {
    fn name(&self) -> &'static str {
        "without streams"
    }

    fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest> {
        Combined.digest(algorithm, parts)
    }

    fn answer(&self, request: &SignatureRequest<'_>) -> SignatureStatus {
        Combined.answer(request)
    }
}

/// What can't be compared is undecided: neither the same nor another.
#[test]
fn streams_without_the_signers_digest() {
    each_with_content(|vector, inputs, document, content| {
        let Some(embedded) = document.untrusted_content() else {
            return;
        };
        let evidence = inputs.evidence(&Combined);
        let policy = inputs.policy(&vector.case, &evidence, &Combined);
        let request = inputs.request(&vector.case);
        let none = streamed(&WithoutStreams, &document.digest_algorithms(), content);
        let sha1 = streamed(&Combined, &[DigestAlgorithm::Sha1], content);
        for stream in [none, sha1] {
            let is_whole = stream.head().len() == content.len();
            let report = document.audit(&policy, &request.content(Content::Streamed(&stream)));
            for (signer, info) in report.signers.iter().zip(document.signers()) {
                let check = signer.check(CheckId::Content).expect("check");
                let is_compared = is_whole
                    || info
                        .digest_algorithm()
                        .digest()
                        .is_some_and(|digest| stream.digest(digest).is_some());
                let expected = match (embedded == content, is_compared) {
                    (true, true) => Outcome::Passed,
                    (true, false) => Outcome::Indeterminate(SubIndication::SignedDataNotFound),
                    (false, _) => Outcome::Failed(SubIndication::HashFailure),
                };
                assert_eq!(check.outcome, expected, "{}", vector.name);
            }
        }
    });
}
