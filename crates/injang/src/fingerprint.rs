//! Fingerprints of octets.

use injang_core::DigestAlgorithm;
use std::fmt;

/// SHA-256 of octets, shown in lower-case hex.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fingerprint([u8; 32]);

impl AsRef<[u8]> for Fingerprint {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

/// SHA-256.
///
/// # Panics
/// Never: each of this crate's crypto backends computes SHA-256.
pub(crate) fn sha256(octets: &[u8]) -> Fingerprint {
    let digest = injang_crypto::default_backend().digest(DigestAlgorithm::Sha256, &[octets]);
    let digest = digest.and_then(|it| it.as_bytes().try_into().ok());
    Fingerprint(digest.expect("SHA-256"))
}

/// Octets in lower-case hex.
pub(crate) fn hex(octets: &[u8]) -> String {
    base16ct::lower::encode_string(octets)
}
