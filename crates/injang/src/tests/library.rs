//! What the library makes of octets is what the core makes of them, and how a policy is kept changes
//! nothing.

use super::{policy, with_request};
use crate::{ContentStream, Document, Policy, Revocation};
use injang_core::report::{CheckId, Outcome};
use injang_core::{
    Content, CryptoBackend, Digest, DigestAlgorithm, RevocationData, SignatureRequest,
    SignatureStatus,
};
use injang_tests::case::Verdict;
use injang_tests::runner::{Inputs, Vector, vectors};

#[test]
fn every_vector_comes_out_as_in_the_core() {
    let crypto = injang_crypto::default_backend();
    let vectors = vectors();
    assert!(vectors.len() > 3_000);
    for vector in &vectors {
        let inputs = Inputs::read(vector);
        // The library sorts what it is given.
        let mut pieces: Vec<&[u8]> = inputs.pieces().collect();
        pieces.sort_unstable();
        pieces.dedup();
        let mut evidence = RevocationData::new();
        for piece in pieces {
            evidence.add(piece, crypto).unwrap();
        }
        let core = inputs.policy(&vector.case, &evidence, crypto);
        let library = policy(&inputs, &vector.case);
        with_request(vector, &inputs, |request| {
            let expected = inputs.audit(&core, &request.core);
            let report = library.audit(&inputs.document, request);
            assert_eq!(report.details(), &expected, "{}", vector.name);
            let verified = library.verify(&inputs.document, request);
            assert_eq!(verified.is_ok(), expected.is_accepted(), "{}", vector.name);
        });
    }
}

#[test]
fn revocation_data_is_replaced() {
    let vectors = vectors();
    let of = |name: &str| vectors.iter().find(|it| it.name == name).unwrap();
    let (good, revoked) = (of("revocation/crl-good"), of("revocation/crl-revoked"));
    let inputs = Inputs::read(good);
    let before = policy(&inputs, &good.case);
    let after = Inputs::read(revoked);
    let after: Vec<&[u8]> = after.pieces().collect();
    let replaced = before.with_revocation_data(after.iter().copied()).unwrap();
    let none = before.with_revocation_data([]).unwrap();
    with_request(good, &inputs, |request| {
        let is_accepted = |policy: &Policy| policy.audit(&inputs.document, request).is_accepted();
        // Twice: the second time with what the cache has of the first.
        for _ in 0..2 {
            assert!(is_accepted(&before));
            assert!(!is_accepted(&none), "without any");
        }
        let digest = |policy: &Policy| policy.core().stated().policy_sha256;
        assert_ne!(digest(&before), digest(&replaced));
        assert_eq!(replaced.core().stated().revocation_data, after.len());
        assert_eq!(
            digest(&before),
            digest(&before.with_revocation_data(inputs.pieces()).unwrap())
        );
        assert!(before.with_revocation_data([&b"no CRL"[..]]).is_err());
    });
}

/// A content beside its document is judged alike in one piece, in pieces and by its digest.
#[test]
fn content_in_pieces() {
    let vectors = vectors();
    let mut count = 0;
    for vector in &vectors {
        let inputs = Inputs::read(vector);
        let Content::Detached(octets) = inputs.content() else {
            continue;
        };
        let library = policy(&inputs, &vector.case);
        with_request(vector, &inputs, |request| {
            let document = Document::read(&inputs.document);
            if document.needs_whole_content() {
                return;
            }
            let whole = library.audit(&inputs.document, request);
            let algorithms = document.digest_algorithms();
            let mut stream = ContentStream::new(library.crypto(), &algorithms);
            for piece in octets.chunks(7) {
                stream.update(piece);
            }
            let content = stream.finish();
            let report = library.audit_document(document, &request.clone().streamed(&content));
            assert_eq!(report.details(), whole.details(), "{}", vector.name);
            assert_eq!(report.to_json(), whole.to_json(), "{}", vector.name);
            count += 1;
        });
    }
    assert!(count > 20, "only {count}");
}

#[test]
fn a_report_is_named_however_often_it_is_shared() {
    let policy = Policy::builder(Revocation::NotChecked).build();
    let at = "2026-03-02T09:00:00Z".parse().unwrap();
    let report = policy.audit(b"", &crate::Request::at(at));
    let shared = report.clone();
    let text = report.named("a.der", Vec::new()).text(crate::Lang::En);
    assert!(text.contains("a.der"), "{text}");
    assert!(!shared.text(crate::Lang::En).contains("a.der"));
}

/// A backend that takes no digest of octets that go by.
struct WithoutStreams;

impl CryptoBackend for WithoutStreams {
    fn name(&self) -> &'static str {
        "without-streams"
    }

    fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest> {
        injang_crypto::default_backend().digest(algorithm, parts)
    }

    fn answer(&self, request: &SignatureRequest<'_>) -> SignatureStatus {
        injang_crypto::default_backend().answer(request)
    }
}

#[test]
fn content_without_streams() {
    let vectors = vectors();
    let is_detached = |vector: &&Vector| {
        let is_passed = vector.case.expect.verdict == Verdict::TotalPassed;
        is_passed && vector.case.content.is_some()
    };
    let vector = vectors.iter().find(is_detached).unwrap();
    let inputs = Inputs::read(vector);
    let mut policy = Policy::builder(Revocation::NotChecked).crypto(&WithoutStreams);
    for certificate in &inputs.trust {
        policy = policy.trust(certificate).unwrap();
    }
    let policy = policy.build();
    with_request(vector, &inputs, |request| {
        let report = policy.audit(&inputs.document, request);
        let check = |id| report.details().signers[0].check(id).unwrap().outcome;
        assert_eq!(check(CheckId::Content), Outcome::Passed);
        assert_eq!(check(CheckId::Signature), Outcome::Passed);
    });
}
