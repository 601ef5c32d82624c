//! A crypto backend that counts its signature requests.

use injang_core::{
    CryptoBackend, Digest, DigestAlgorithm, DigestStream, SignatureRequest, SignatureStatus,
};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A crypto backend, and the number of signature requests that it was given.
pub struct Counted<'a> {
    inner: &'a dyn CryptoBackend,
    asked: AtomicUsize,
}

impl<'a> Counted<'a> {
    /// With a count of zero.
    #[must_use]
    pub fn new(inner: &'a dyn CryptoBackend) -> Self {
        Self {
            inner,
            asked: AtomicUsize::new(0),
        }
    }

    /// The number of requests so far.
    #[must_use]
    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }
}

impl CryptoBackend for Counted<'_> {
    fn name(&self) -> &'static str {
        self.inner.name()
    }

    fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest> {
        self.inner.digest(algorithm, parts)
    }

    fn digest_stream(&self, algorithm: DigestAlgorithm) -> Option<Box<dyn DigestStream>> {
        self.inner.digest_stream(algorithm)
    }

    fn answer(&self, request: &SignatureRequest<'_>) -> SignatureStatus {
        self.asked.fetch_add(1, Ordering::Relaxed);
        self.inner.answer(request)
    }
}
