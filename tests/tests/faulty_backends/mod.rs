//! Crypto backends that answer too much, too little or wrong; and one that records its requests.

use injang_core::{
    CryptoBackend, Digest, DigestAlgorithm, DigestStream, SignatureInput, SignatureRequest,
    SignatureStatus,
};
use injang_crypto::Combined;
use std::sync::Mutex;

/// Takes digests as it should, and says yes to everything.
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

/// Takes digests as it should, and answers the first so many questions only.
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

    fn answer_all(&self, questions: &[SignatureRequest<'_>], answers: &mut [SignatureStatus]) {
        for (question, answer) in questions.iter().zip(answers).take(self.0) {
            *answer = Combined.answer(question);
        }
    }
}

/// Answers as it should, and takes no digest.
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

    fn answer(&self, question: &SignatureRequest<'_>) -> SignatureStatus {
        Combined.answer(question)
    }
}

/// Says yes to everything, and gives the same digest of everything, in the algorithm asked for or
/// in another.
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

/// Answers as it should, and keeps what each question was about.
#[derive(Default)]
pub(crate) struct Listening(pub(crate) Mutex<Vec<SignatureStatus>>);

impl CryptoBackend for Listening {
    fn name(&self) -> &'static str {
        "listening"
    }

    fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest> {
        Combined.digest(algorithm, parts)
    }

    fn answer(&self, question: &SignatureRequest<'_>) -> SignatureStatus {
        if let SignatureInput::Prehash(digest) = &question.input {
            assert_eq!(Some(digest.algorithm()), question.algorithm.digest());
        }
        let answer = Combined.answer(question);
        self.0.lock().expect("one thread").push(answer);
        answer
    }
}
