//! Each cause that a diagnosis knows, found in a document that was made to have it.

mod budget;
mod content;
mod proof;
mod signer;

use injang_core::{
    Cause, Change, CryptoBackend as _, Der, Diagnoses, Diagnosis, Digest, DigestAlgorithm, Limits,
    Policy, Request, Revocation, Side, SignedDocument, Time,
};
use injang_crypto::Combined;
use injang_tests::runner;
use std::fmt::Write as _;
use std::fs;

fn policy() -> Policy<'static> {
    Policy::new(&Combined, [], Revocation::NotChecked)
}

fn request() -> Request<'static> {
    Request::at(Time::parse("2026-03-02T09:00:00Z").expect("time"))
}

fn with<R>(vector: &str, then: impl FnOnce(&SignedDocument<'_>) -> R) -> R {
    with_octets(&content_of(vector), then)
}

fn with_octets<R>(document: &[u8], then: impl FnOnce(&SignedDocument<'_>) -> R) -> R {
    let octets = injang_core::armor::decode(document)
        .expect("armor")
        .octets
        .into_owned();
    let der = Der::from_ber(&octets, Limits::default()).expect("BER");
    then(&SignedDocument::parse(&der).expect("SignedData"))
}

fn diagnosed(vector: &str, policy: &Policy<'_>, request: &Request<'_>) -> Diagnoses {
    with(vector, |document| {
        let before = document.audit(policy, request);
        let diagnoses = document.diagnose(policy, request);
        assert_eq!(
            before,
            document.audit(policy, request),
            "the verdict changed"
        );
        let again = document.diagnose(policy, request);
        assert_eq!(diagnoses, again, "the same twice");
        diagnoses
    })
}

/// The causes that are found, where everything was tried.
fn causes(vector: &str, request: &Request<'_>) -> Vec<Cause> {
    let diagnoses = diagnosed(vector, &policy(), request);
    assert!(diagnoses.is_complete, "{vector}");
    let cause = |it: Diagnosis| it.cause;
    diagnoses.found.into_iter().map(cause).collect()
}

fn digest(algorithm: DigestAlgorithm, octets: &[u8]) -> Digest {
    Combined.digest(algorithm, &[octets]).expect("digest")
}

fn sha256(octets: &[u8]) -> Digest {
    digest(DigestAlgorithm::Sha256, octets)
}

/// The digest that a vector supplies.
fn digest_of(vector: &str) -> Digest {
    let case = content_of(&format!("{vector}/case.json"));
    let case: serde_json::Value = serde_json::from_slice(&case).expect("JSON");
    let word = |name: &str| case["digest"][name].as_str().expect("digest");
    let octets: Vec<u8> = (0..word("value").len() / 2)
        .map(|at| u8::from_str_radix(&word("value")[2 * at..2 * at + 2], 16).expect("hex"))
        .collect();
    let algorithm = DigestAlgorithm::from_name(word("algorithm")).expect("algorithm");
    Digest::new(algorithm, &octets).expect("digest")
}

fn signed(from: Side, changes: &[Change]) -> Cause {
    changed(from, Side::Signed, changes)
}

fn changed(from: Side, to: Side, changes: &[Change]) -> Cause {
    let changes = changes.to_vec();
    Cause::Content { from, to, changes }
}

const SHA256: Change = Change::Digest(DigestAlgorithm::Sha256);

/// The document over the text, and the text as it is in the vector.
const DETACHED: &str = "toss/detached-with-content/document.der";

fn content_of(vector: &str) -> Vec<u8> {
    fs::read(runner::folder().join(vector)).expect("content")
}

/// Lower-case hex.
fn hex(octets: &[u8]) -> String {
    octets.iter().fold(String::new(), |mut text, octet| {
        write!(text, "{octet:02x}").expect("text");
        text
    })
}
