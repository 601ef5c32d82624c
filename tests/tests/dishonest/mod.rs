//! Providers that answer more than they are asked, less, or the wrong thing; and one that listens.

use injang_core::{
    Answer, CryptoProvider, Digest, DigestAlgorithm, DigestStream, Question, SignatureInput,
};
use injang_crypto::Combined;
use std::sync::Mutex;

/// Takes digests as it should, and says yes to everything.
pub(crate) struct Yes;

impl CryptoProvider for Yes {
    fn name(&self) -> &'static str {
        "yes"
    }

    fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest> {
        Combined.digest(algorithm, parts)
    }

    fn answer(&self, _: &Question<'_>) -> Answer {
        Answer::Valid
    }
}

/// Takes digests as it should, and answers the first so many questions only.
pub(crate) struct Silent(pub(crate) usize);

impl CryptoProvider for Silent {
    fn name(&self) -> &'static str {
        "silent"
    }

    fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest> {
        Combined.digest(algorithm, parts)
    }

    fn answer(&self, _: &Question<'_>) -> Answer {
        Answer::Unanswered
    }

    fn answer_all(&self, questions: &[Question<'_>], answers: &mut [Answer]) {
        for (question, answer) in questions.iter().zip(answers).take(self.0) {
            *answer = Combined.answer(question);
        }
    }
}

/// Answers as it should, and takes no digest.
pub(crate) struct NoDigest;

impl CryptoProvider for NoDigest {
    fn name(&self) -> &'static str {
        "no-digest"
    }

    fn digest(&self, _: DigestAlgorithm, _: &[&[u8]]) -> Option<Digest> {
        None
    }

    fn digest_stream(&self, _: DigestAlgorithm) -> Option<Box<dyn DigestStream>> {
        None
    }

    fn answer(&self, question: &Question<'_>) -> Answer {
        Combined.answer(question)
    }
}

/// Says yes to everything, and gives the same digest of everything, in the algorithm asked for or
/// in another.
pub(crate) struct OneDigest(pub(crate) Option<DigestAlgorithm>);

impl CryptoProvider for OneDigest {
    fn name(&self) -> &'static str {
        "one-digest"
    }

    fn digest(&self, algorithm: DigestAlgorithm, _: &[&[u8]]) -> Option<Digest> {
        let algorithm = self.0.unwrap_or(algorithm);
        Digest::new(algorithm, &vec![0x5a; algorithm.size()])
    }

    fn answer(&self, _: &Question<'_>) -> Answer {
        Answer::Valid
    }
}

/// Answers as it should, and keeps what each question was about.
#[derive(Default)]
pub(crate) struct Listening(pub(crate) Mutex<Vec<Answer>>);

impl CryptoProvider for Listening {
    fn name(&self) -> &'static str {
        "listening"
    }

    fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest> {
        Combined.digest(algorithm, parts)
    }

    fn answer(&self, question: &Question<'_>) -> Answer {
        if let SignatureInput::Prehash(digest) = &question.input {
            assert_eq!(Some(digest.algorithm()), question.algorithm.digest());
        }
        let answer = Combined.answer(question);
        self.0.lock().expect("one thread").push(answer);
        answer
    }
}
