//! SHA-256, as the name of octets.

use crate::algorithm::DigestAlgorithm;
use crate::crypto::{CryptoBackend, Digest};

/// SHA-256 of octets; `None` if the crypto backend does not compute it.
pub(crate) fn sha256(crypto: &dyn CryptoBackend, octets: &[u8]) -> Option<Digest> {
    crypto.digest(DigestAlgorithm::Sha256, &[octets])
}

/// SHA-256 of parts, one after the other; `None` if the crypto backend does not compute it.
pub(crate) fn sha256_of(crypto: &dyn CryptoBackend, parts: &[&[u8]]) -> Option<Digest> {
    crypto.digest(DigestAlgorithm::Sha256, parts)
}

/// The 32 octets of a SHA-256 digest.
pub(crate) fn array(digest: &Digest) -> Option<[u8; 32]> {
    digest.as_bytes().try_into().ok()
}
