//! Digests, and the `AlgorithmIdentifier`s that name them.

use super::der::{null, oid, sequence};
use super::oid::RSA_ENCRYPTION;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};

/// The digest algorithms that Injang reads.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hash {
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    /// All of them.
    pub(crate) const ALL: [Self; 5] = [
        Self::Sha1,
        Self::Sha224,
        Self::Sha256,
        Self::Sha384,
        Self::Sha512,
    ];

    /// The digest of `octets`.
    pub(crate) fn of(self, octets: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha1 => Sha1::digest(octets).to_vec(),
            Self::Sha224 => Sha224::digest(octets).to_vec(),
            Self::Sha256 => Sha256::digest(octets).to_vec(),
            Self::Sha384 => Sha384::digest(octets).to_vec(),
            Self::Sha512 => Sha512::digest(octets).to_vec(),
        }
    }

    /// Octets of a digest.
    pub(crate) fn size(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha224 => 28,
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }

    /// Its word in `case.json`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Sha1 => "sha1",
            Self::Sha224 => "sha224",
            Self::Sha256 => "sha256",
            Self::Sha384 => "sha384",
            Self::Sha512 => "sha512",
        }
    }

    /// Its object identifier.
    pub(crate) fn oid(self) -> &'static str {
        match self {
            Self::Sha1 => "1.3.14.3.2.26",
            Self::Sha224 => "2.16.840.1.101.3.4.2.4",
            Self::Sha256 => "2.16.840.1.101.3.4.2.1",
            Self::Sha384 => "2.16.840.1.101.3.4.2.2",
            Self::Sha512 => "2.16.840.1.101.3.4.2.3",
        }
    }

    /// Its identifier without parameters (RFC 5754 2).
    pub(crate) fn identifier(self) -> Vec<u8> {
        identifier(self.oid())
    }

    /// `ecdsa-with-…` (RFC 5754 3.3, RFC 3279 2.2.3).
    pub(crate) fn with_ecdsa(self) -> Vec<u8> {
        identifier(match self {
            Self::Sha1 => "1.2.840.10045.4.1",
            Self::Sha224 => "1.2.840.10045.4.3.1",
            Self::Sha256 => "1.2.840.10045.4.3.2",
            Self::Sha384 => "1.2.840.10045.4.3.3",
            Self::Sha512 => "1.2.840.10045.4.3.4",
        })
    }

    /// `…WithRSAEncryption`, NULL parameters (RFC 4055 5).
    pub(crate) fn with_rsa(self) -> Vec<u8> {
        identifier_with_null(self.with_rsa_oid())
    }

    /// The object identifier of `…WithRSAEncryption`.
    pub(crate) fn with_rsa_oid(self) -> &'static str {
        match self {
            Self::Sha1 => "1.2.840.113549.1.1.5",
            Self::Sha224 => "1.2.840.113549.1.1.14",
            Self::Sha256 => "1.2.840.113549.1.1.11",
            Self::Sha384 => "1.2.840.113549.1.1.12",
            Self::Sha512 => "1.2.840.113549.1.1.13",
        }
    }
}

/// `AlgorithmIdentifier` without parameters.
pub(crate) fn identifier(dotted: &str) -> Vec<u8> {
    sequence(&[oid(dotted)])
}

/// `AlgorithmIdentifier` with NULL parameters.
pub(crate) fn identifier_with_null(dotted: &str) -> Vec<u8> {
    sequence(&[oid(dotted), null()])
}

/// `rsaEncryption` with NULL parameters, as `SignerInfo.signatureAlgorithm` mostly has it.
pub(crate) fn rsa_encryption() -> Vec<u8> {
    identifier_with_null(RSA_ENCRYPTION)
}
