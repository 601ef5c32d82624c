//! Algorithm identifiers and public keys: what the octets name, and whether it is known here.

mod identifier;
mod key;
mod named;
mod pss;
mod signature_value;

pub use identifier::AlgorithmIdentifier;
pub use key::{Curve, PublicKey, RsaUsage, SubjectPublicKeyInfo};
pub use pss::PssParameters;

pub(crate) use identifier::check_digest_algorithms;
pub(crate) use key::KeyFault;
pub(crate) use named::Unknown;
pub(crate) use signature_value::is_ecdsa_signature;

use crate::encoding::oid::{self, Oid};

/// Octets of the longest digest.
pub(crate) const MAX_DIGEST: usize = 64;

codes! {
    table "digest-algorithm" (u8, name, sentence);
    /// A digest algorithm of FIPS 180-4.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum DigestAlgorithm {
        /// SHA-1
        Sha1 = 1 "sha1" "SHA-1" "SHA-1",
        /// SHA-224
        Sha224 = 2 "sha224" "SHA-224" "SHA-224",
        /// SHA-256
        Sha256 = 3 "sha256" "SHA-256" "SHA-256",
        /// SHA-384
        Sha384 = 4 "sha384" "SHA-384" "SHA-384",
        /// SHA-512
        Sha512 = 5 "sha512" "SHA-512" "SHA-512",
    }
}

impl DigestAlgorithm {
    /// How many octets the digest has.
    pub const fn size(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha224 => 28,
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => MAX_DIGEST,
        }
    }

    pub(crate) fn from_oid(oid: Oid<'_>) -> Option<Self> {
        match oid {
            oid::ID_SHA1 => Some(Self::Sha1),
            oid::ID_SHA224 => Some(Self::Sha224),
            oid::ID_SHA256 => Some(Self::Sha256),
            oid::ID_SHA384 => Some(Self::Sha384),
            oid::ID_SHA512 => Some(Self::Sha512),
            _ => None,
        }
    }
}

/// A signature algorithm, complete with its parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignatureAlgorithm {
    /// RSASSA-PKCS1-v1_5 (RFC 8017 8.2)
    RsaPkcs1(DigestAlgorithm),
    /// RSASSA-PSS (RFC 8017 8.1)
    RsaPss(PssParameters),
    /// ECDSA (FIPS 186-5 6), the signature an `ECDSA-Sig-Value` of RFC 3279 2.2.3
    Ecdsa(DigestAlgorithm),
    /// Ed25519 (RFC 8032 5.1): signs the message itself, not a digest of it
    Ed25519,
}

impl SignatureAlgorithm {
    /// The algorithm of the digest that is signed; `None` for Ed25519, which signs the message
    /// itself.
    pub const fn digest(self) -> Option<DigestAlgorithm> {
        match self {
            Self::RsaPkcs1(digest) | Self::Ecdsa(digest) => Some(digest),
            Self::RsaPss(parameters) => Some(parameters.digest),
            Self::Ed25519 => None,
        }
    }
}
