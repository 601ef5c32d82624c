//! The crypto backend: requests as plain values, and the trait that answers them.
//!
//! The checks decide what to ask and what an answer means. Who answers, and when, they do not
//! know: one document asks its own few requests at once, a batch gathers those of many documents
//! first ([`Validation`](crate::Validation)).

pub(crate) mod budget;
pub(crate) mod fingerprint;
pub(crate) mod request_queue;
pub(crate) mod verified_cache;

use crate::algorithm::{
    DigestAlgorithm, KeyFault, MAX_DIGEST, PublicKey, RsaUsage, SignatureAlgorithm,
    SubjectPublicKeyInfo, is_ecdsa_signature,
};
use crate::encoding::oid::Oid;
use alloc::borrow::Cow;
use alloc::boxed::Box;

/// A digest with its algorithm.
#[derive(Clone, Copy)]
pub struct Digest {
    algorithm: DigestAlgorithm,
    octets: [u8; MAX_DIGEST],
}

impl Digest {
    /// A digest from its octets; `None` if their number is not that of the algorithm.
    pub fn new(algorithm: DigestAlgorithm, octets: &[u8]) -> Option<Self> {
        let mut digest = Self {
            algorithm,
            octets: [0; MAX_DIGEST],
        };
        if octets.len() != algorithm.size() {
            return None;
        }
        digest.octets[..octets.len()].copy_from_slice(octets);
        Some(digest)
    }

    /// The algorithm.
    pub const fn algorithm(&self) -> DigestAlgorithm {
        self.algorithm
    }

    /// The octets of the digest.
    pub fn as_bytes(&self) -> &[u8] {
        &self.octets[..self.algorithm.size()]
    }
}

impl PartialEq for Digest {
    fn eq(&self, other: &Self) -> bool {
        self.algorithm == other.algorithm && self.as_bytes() == other.as_bytes()
    }
}

impl Eq for Digest {}

/// A digest of content is content's fingerprint: `Debug` shows the algorithm only.
impl core::fmt::Debug for Digest {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Digest({})", self.algorithm.name())
    }
}

/// What a signature covers.
#[derive(Clone)]
pub enum SignatureInput<'a> {
    /// The octets themselves; the crypto backend takes the digest that the algorithm names.
    Message(Cow<'a, [u8]>),
    /// Their digest, in the algorithm's digest algorithm.
    Prehash(Digest),
}

/// A request to verify one signature: does `signature` verify over `input` under `key`?
///
/// What can be told from the octets alone has been judged before it is asked: the key is of the
/// algorithm's kind and well-formed, an RSA signature is as long as the modulus, an ECDSA
/// signature is DER with positive numbers, a prehash is of the algorithm's digest.
#[derive(Clone)]
pub struct SignatureRequest<'a> {
    /// The key.
    pub key: PublicKey<'a>,
    /// The algorithm.
    pub algorithm: SignatureAlgorithm,
    /// What the signature covers.
    pub input: SignatureInput<'a>,
    /// The signature: for ECDSA the DER of `ECDSA-Sig-Value`.
    pub signature: &'a [u8],
}

/// Why no request is made: the octets alone decide the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestError<'a> {
    /// The key's algorithm or curve is not known here.
    Unsupported(Oid<'a>),
    /// The key can't be used: malformed, explicit curve parameters, a compressed point.
    KeyUnusable,
    /// An RSA key of more bits than are computed with.
    KeyTooLong {
        /// Bits of the modulus.
        bits: usize,
    },
    /// The key is of another kind than the algorithm.
    KeyKindDiffers,
    /// The key is restricted to other parameters (RFC 4055 3.3).
    KeyRestricted,
    /// The signature has no form that the algorithm gives.
    SignatureMalformed,
    /// The algorithm signs messages, and only a digest was given.
    NoPrehash,
}

impl<'a> SignatureRequest<'a> {
    /// Makes a request. An error if the octets alone show that the signature is invalid, or that its
    /// algorithm or key can't be used.
    pub fn new(
        key: &SubjectPublicKeyInfo<'a>,
        algorithm: SignatureAlgorithm,
        input: SignatureInput<'a>,
        signature: &'a [u8],
    ) -> Result<Self, RequestError<'a>> {
        let key = key.public_key().map_err(|fault| match fault {
            KeyFault::Unsupported(oid) => RequestError::Unsupported(oid),
            KeyFault::TooLong { bits } => RequestError::KeyTooLong { bits },
            KeyFault::Unusable => RequestError::KeyUnusable,
        })?;
        let is_well_formed = match (key, algorithm) {
            // RFC 8017 8.1.2 and 8.2.2 step 1.
            (
                PublicKey::Rsa {
                    modulus,
                    usage: RsaUsage::Any,
                    ..
                },
                SignatureAlgorithm::RsaPkcs1(_),
            ) => signature.len() == modulus.len(),
            (PublicKey::Rsa { modulus, usage, .. }, SignatureAlgorithm::RsaPss(used)) => {
                if matches!(usage, RsaUsage::Pss(Some(restriction)) if !restriction.allow(&used)) {
                    return Err(RequestError::KeyRestricted);
                }
                signature.len() == modulus.len()
            }
            (PublicKey::Ec { .. }, SignatureAlgorithm::Ecdsa(_)) => is_ecdsa_signature(signature),
            (PublicKey::Ed25519(_), SignatureAlgorithm::Ed25519) => {
                if matches!(input, SignatureInput::Prehash(_)) {
                    return Err(RequestError::NoPrehash);
                }
                signature.len() == 64
            }
            _ => return Err(RequestError::KeyKindDiffers),
        };
        if !is_well_formed {
            return Err(RequestError::SignatureMalformed);
        }
        Ok(Self {
            key,
            algorithm,
            input,
            signature,
        })
    }
}

/// The result of verifying one signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignatureStatus {
    /// The signature is valid for this input under this key.
    Valid,
    /// The signature is not valid.
    Invalid,
    /// The crypto backend does not compute this algorithm with a key of this size.
    Unsupported,
    /// The key can't be used: a point that is not on the curve, an impossible modulus.
    UnusableKey,
    /// No answer was given. A crypto backend never returns this; a missing answer counts as this.
    Unanswered,
}

/// A digest that is taken in pieces.
pub trait DigestStream: Send {
    /// Takes the next octets.
    fn update(&mut self, octets: &[u8]);

    /// The digest of all of them; `None` only if it has not the size of its algorithm.
    fn finish(self: Box<Self>) -> Option<Digest>;
}

/// Computes digests and verifies signatures.
///
/// What must be refused: a PKCS#1 v1.5 block that differs anywhere from the one that RFC 8017 9.2
/// builds with the NULL parameter, and r or s outside of 1 to n − 1. The algorithm to verify with
/// is the request's, whatever the octets say.
pub trait CryptoBackend: Send + Sync {
    /// The name in reports, such as `aws-lc-rs`.
    fn name(&self) -> &'static str;

    /// The digest of the parts, one after the other; `None` if the algorithm is not computed here.
    fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest>;

    /// Takes a digest of octets that come in pieces; `None` if the algorithm is not computed so
    /// here, which is what a backend answers that does not override this.
    fn digest_stream(&self, algorithm: DigestAlgorithm) -> Option<Box<dyn DigestStream>> {
        let _ = algorithm;
        None
    }

    /// Answers one request.
    fn answer(&self, request: &SignatureRequest<'_>) -> SignatureStatus;

    /// Answers many: `answers[i]` is the answer to `requests[i]`, and there are as many. A
    /// backend that computes several at a time overrides this; no caller depends on the order in
    /// which they are computed.
    fn answer_all(&self, requests: &[SignatureRequest<'_>], answers: &mut [SignatureStatus]) {
        for (request, answer) in requests.iter().zip(answers) {
            *answer = self.answer(request);
        }
    }
}
