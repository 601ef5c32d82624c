//! Faulty crypto backends: they answer too much, too little or wrong. One more records the answers.

use injang_core::{
    CryptoBackend, Digest, DigestAlgorithm, DigestStream, SignatureInput, SignatureRequest,
    SignatureStatus,
};
use injang_crypto::Combined;
use std::sync::Mutex;

/// Takes correct digests, and says `Valid` to everything.
pub(crate) struct Yes;

impl CryptoBackend for Yes {
    fn name(&self) -> &'static str {
        "yes"
    }

    fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest> {
        Combined.digest(algorithm, parts)
    }

    fn answer(&self, _: &SignatureRequest<'_>) -> SignatureStatus {
        SignatureStatus::Valid
    }
}

/// Takes correct digests, and answers this many requests of a round only.
pub(crate) struct Silent(pub(crate) usize);

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

    fn answer_all(&self, requests: &[SignatureRequest<'_>], answers: &mut [SignatureStatus]) {
        for (request, answer) in requests.iter().zip(answers).take(self.0) {
            *answer = Combined.answer(request);
        }
    }
}

/// Gives correct answers, and takes no digest.
pub(crate) struct NoDigest;

impl CryptoBackend for NoDigest {
    fn name(&self) -> &'static str {
        "no-digest"
    }

    fn digest(&self, _: DigestAlgorithm, _: &[&[u8]]) -> Option<Digest> {
        None
    }

    fn digest_stream(&self, _: DigestAlgorithm) -> Option<Box<dyn DigestStream>> {
        None
    }

    fn answer(&self, request: &SignatureRequest<'_>) -> SignatureStatus {
        Combined.answer(request)
    }
}

/// Says `Valid` to everything, and returns the same digest for everything, in the requested algorithm
/// or in this one.
pub(crate) struct OneDigest(pub(crate) Option<DigestAlgorithm>);

impl CryptoBackend for OneDigest {
    fn name(&self) -> &'static str {
        "one-digest"
    }

    fn digest(&self, algorithm: DigestAlgorithm, _: &[&[u8]]) -> Option<Digest> {
        let algorithm = self.0.unwrap_or(algorithm);
        Digest::new(algorithm, &vec![0x5a; algorithm.size()])
    }

    fn answer(&self, _: &SignatureRequest<'_>) -> SignatureStatus {
        SignatureStatus::Valid
    }
}

/// Answers correctly, and keeps its answers.
#[derive(Default)]
pub(crate) struct Listening(pub(crate) Mutex<Vec<SignatureStatus>>);

impl CryptoBackend for Listening {
    fn name(&self) -> &'static str {
        "listening"
    }

    fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest> {
        Combined.digest(algorithm, parts)
    }

    fn answer(&self, request: &SignatureRequest<'_>) -> SignatureStatus {
        if let SignatureInput::Prehash(digest) = &request.input {
            assert_eq!(Some(digest.algorithm()), request.algorithm.digest());
        }
        let answer = Combined.answer(request);
        self.0.lock().expect("one thread").push(answer);
        answer
    }
}
