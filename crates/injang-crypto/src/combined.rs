//! aws-lc-rs, and RustCrypto for what it does not compute.

use crate::{AwsLc, RustCrypto};
use alloc::boxed::Box;
use injang_core::{
    CryptoBackend, Digest, DigestAlgorithm, DigestStream, SignatureRequest, SignatureStatus,
};

/// aws-lc-rs, and RustCrypto for what it does not compute.
#[derive(Clone, Copy, Debug, Default)]
pub struct Combined;

impl CryptoBackend for Combined {
    fn name(&self) -> &'static str {
        "aws-lc-rs+rustcrypto"
    }

    fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest> {
        AwsLc
            .digest(algorithm, parts)
            .or_else(|| RustCrypto.digest(algorithm, parts))
    }

    fn digest_stream(&self, algorithm: DigestAlgorithm) -> Option<Box<dyn DigestStream>> {
        AwsLc
            .digest_stream(algorithm)
            .or_else(|| RustCrypto.digest_stream(algorithm))
    }

    fn answer(&self, request: &SignatureRequest<'_>) -> SignatureStatus {
        match AwsLc.answer(request) {
            SignatureStatus::Unsupported => RustCrypto.answer(request),
            answer => answer,
        }
    }

    fn answer_all(&self, requests: &[SignatureRequest<'_>], answers: &mut [SignatureStatus]) {
        AwsLc.answer_all(requests, answers);
        for (request, answer) in requests.iter().zip(answers) {
            if *answer == SignatureStatus::Unsupported {
                *answer = RustCrypto.answer(request);
            }
        }
    }
}
