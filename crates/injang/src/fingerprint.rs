//! Fingerprints of octets.

use injang_core::DigestAlgorithm;

/// SHA-256 in lower-case hex.
pub(crate) fn sha256(octets: &[u8]) -> String {
    injang_crypto::default_backend()
        .digest(DigestAlgorithm::Sha256, &[octets])
        .map(|digest| hex(digest.as_bytes()))
        .unwrap_or_default()
}

/// Octets in lower-case hex.
pub(crate) fn hex(octets: &[u8]) -> String {
    base16ct::lower::encode_string(octets)
}
