//! aws-lc-rs, and RustCrypto for what it does not compute.

use crate::{AwsLc, RustCrypto};
use injang::{Answer, CryptoProvider, Digest, DigestAlgorithm, Question};

/// aws-lc-rs, and RustCrypto for what it does not compute.
#[derive(Clone, Copy, Debug, Default)]
pub struct Combined;

impl CryptoProvider for Combined {
    fn name(&self) -> &'static str {
        "aws-lc-rs+rustcrypto"
    }

    fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest> {
        AwsLc
            .digest(algorithm, parts)
            .or_else(|| RustCrypto.digest(algorithm, parts))
    }

    fn answer(&self, question: &Question<'_>) -> Answer {
        match AwsLc.answer(question) {
            Answer::Unsupported => RustCrypto.answer(question),
            answer => answer,
        }
    }
}
