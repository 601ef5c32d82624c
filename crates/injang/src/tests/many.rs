//! Many documents at once come out as each does alone.

use crate::{Document, Policy, Report, Request, Revocation};
use injang_core::{
    CryptoBackend, Digest, DigestAlgorithm, DigestStream, SignatureRequest, SignatureStatus,
};
use injang_tests::runner::{Inputs, Vector, vectors};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Trusts every anchor of every vector, and has all their revocation data if it is required. Nothing is remembered: every
/// document asks for each of its signatures, so that an answer meant for another one is seen.
fn policy_of_all(
    inputs: &[Inputs],
    revocation: Revocation,
    crypto: &'static dyn CryptoBackend,
) -> Policy {
    let mut builder = Policy::builder(revocation).crypto(crypto).cache_size(0);
    for one in inputs {
        for certificate in &one.trust {
            builder.add_trust(certificate).unwrap();
        }
        if revocation == Revocation::Require {
            for piece in one.pieces() {
                builder.add_revocation_data(piece).unwrap();
            }
        }
    }
    builder.build()
}

/// Some of the vectors, and what they need.
fn some(step: usize) -> (Vec<Vector>, Vec<Inputs>) {
    let vectors: Vec<Vector> = vectors().into_iter().step_by(step).collect();
    let inputs = vectors.iter().map(Inputs::read).collect();
    (vectors, inputs)
}

fn asked<'r>(vector: &Vector, inputs: &'r Inputs) -> (Document, Request<'r>) {
    let at = vector.case.at.parse().unwrap();
    let request = Request::at(at).content(inputs.content());
    (Document::read(&inputs.document), request)
}

#[test]
fn as_alone() {
    let (vectors, inputs) = some(13);
    let all: Vec<_> = vectors.iter().zip(&inputs).collect();
    let mut accepted = 0;
    let kinds = [Revocation::Require, Revocation::NotChecked];
    let policies = kinds.map(|it| policy_of_all(&inputs, it, injang_crypto::default_backend()));
    for (policy, size) in policies
        .iter()
        .flat_map(|it| [1, 5, 64].map(|size| (it, size)))
    {
        for chunk in all.chunks(size) {
            let ask = || chunk.iter().map(|(vector, inputs)| asked(vector, inputs));
            let reports = policy.audit_all(ask());
            assert_eq!(reports.len(), chunk.len());
            for ((document, request), report) in ask().zip(&reports) {
                let alone = policy.audit_document(document, &request);
                assert_eq!(report.details(), alone.details());
                assert_eq!(report.to_json(), alone.to_json());
                accepted += usize::from(alone.is_accepted());
            }
        }
    }
    assert!(
        accepted > 100,
        "{accepted} of good and bad ones side by side"
    );
}

/// Counts calls and requests, and answers a whole slice.
struct Counting;

static CALLS: AtomicUsize = AtomicUsize::new(0);
static REQUESTS: AtomicUsize = AtomicUsize::new(0);

impl CryptoBackend for Counting {
    fn name(&self) -> &'static str {
        "counting"
    }

    fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest> {
        injang_crypto::default_backend().digest(algorithm, parts)
    }

    fn digest_stream(&self, algorithm: DigestAlgorithm) -> Option<Box<dyn DigestStream>> {
        injang_crypto::default_backend().digest_stream(algorithm)
    }

    fn answer(&self, request: &SignatureRequest<'_>) -> SignatureStatus {
        injang_crypto::default_backend().answer(request)
    }

    fn answer_all(&self, requests: &[SignatureRequest<'_>], answers: &mut [SignatureStatus]) {
        assert_eq!(requests.len(), answers.len());
        CALLS.fetch_add(1, Ordering::Relaxed);
        REQUESTS.fetch_add(requests.len(), Ordering::Relaxed);
        injang_crypto::default_backend().answer_all(requests, answers);
    }
}

/// The requests of all documents of a stage are one call.
#[test]
fn answered_together() {
    let (vectors, inputs) = some(50);
    let policy = policy_of_all(&inputs, Revocation::Require, &Counting);
    let ask = vectors.iter().zip(&inputs).map(|(v, i)| asked(v, i));
    let reports: Vec<Report> = policy.audit_all(ask);
    let (calls, requests) = (
        CALLS.load(Ordering::Relaxed),
        REQUESTS.load(Ordering::Relaxed),
    );
    assert!(reports.len() > 60, "{}", reports.len());
    assert!(requests > reports.len(), "{requests}");
    assert!(calls < 40, "{calls} calls for {requests} requests");
}

#[test]
fn nothing_asked() {
    let policy = Policy::builder(Revocation::NotChecked).build();
    assert!(policy.audit_all([]).is_empty());
}

/// The values that a report shows one at a time are those of its JSON.
#[test]
fn facts_as_in_json() {
    let (vectors, inputs) = some(5);
    let policy = policy_of_all(
        &inputs,
        Revocation::Require,
        injang_crypto::default_backend(),
    );
    for (vector, inputs) in vectors.iter().zip(&inputs) {
        let (document, request) = asked(vector, inputs);
        let report = policy.audit_document(document, &request);
        let json: serde_json::Value = serde_json::from_str(&report.to_json()).unwrap();
        let hex = |octets: [u8; 32]| base16ct::lower::encode_string(&octets);
        let name = &vector.name;
        let document = &json["document"];
        assert_eq!(document["sha256"], hex(report.document_sha256()), "{name}");
        let content = report.content_sha256().map(hex);
        assert_eq!(document["content_sha256"], serde_json::json!(content));
        assert_eq!(document["armor"], serde_json::json!(report.armor()));
        assert_eq!(document["encoding"], serde_json::json!(report.encoding()));
        let signers = json["signers"].as_array().unwrap();
        let deciding = report.deciding_signer();
        assert_eq!(deciding.is_some(), !signers.is_empty(), "{name}");
        for (index, expected) in signers.iter().enumerate() {
            let signer = report.signer(index).unwrap();
            let path: Vec<String> = signer.path_sha256().into_iter().map(hex).collect();
            assert_eq!(expected["path"], serde_json::json!(path), "{name}");
            let sha256 = signer.certificate_sha256().map(hex);
            let certificate = &expected["certificate"];
            assert_eq!(certificate["sha256"], serde_json::json!(sha256), "{name}");
            let policies = serde_json::json!(signer.certificate_policies());
            assert_eq!(certificate["policies"], policies, "{name}");
            for (key, value) in [
                ("key", signer.key()),
                ("digest_algorithm", signer.digest_algorithm()),
                ("signature_algorithm", signer.signature_algorithm()),
            ] {
                assert_eq!(expected[key], serde_json::json!(value), "{name}");
            }
        }
        let conditions: serde_json::Value = serde_json::from_str(&policy.to_json()).unwrap();
        for (key, value) in conditions.as_object().unwrap() {
            assert_eq!(&json["conditions"][key], value, "{name}: {key}");
        }
    }
}
