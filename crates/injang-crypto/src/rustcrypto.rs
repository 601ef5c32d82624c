//! RustCrypto: `ed25519-dalek`, `rsa`, `p256`, `p384`, `p521`, `sha1`, `sha2`.

mod pss;

use alloc::boxed::Box;
use core::ops::RangeInclusive;
use ed25519_dalek::Verifier as _;
use injang_core::{
    CryptoBackend, Curve, Digest, DigestAlgorithm, DigestStream, PublicKey, SignatureAlgorithm,
    SignatureInput, SignatureRequest, SignatureStatus,
};
use p256::ecdsa::signature::hazmat::PrehashVerifier as _;
use rsa::{BoxedUint, Error, Pkcs1v15Sign, RsaPublicKey};
use sha1::Sha1;
use sha2::digest::{Digest as _, Output};
use sha2::{Sha224, Sha256, Sha384, Sha512};

/// RustCrypto: a portable crypto library in Rust, without std.
#[derive(Clone, Copy, Debug, Default)]
pub struct RustCrypto;

/// Bits of a modulus. Old keys are verified, and then judged too short by the policy; those above
/// are longer than aws-lc computes with.
const MODULUS_BITS: RangeInclusive<usize> = 512..=8192;

impl CryptoBackend for RustCrypto {
    fn name(&self) -> &'static str {
        "rustcrypto"
    }

    fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest> {
        match algorithm {
            DigestAlgorithm::Sha1 => Digest::new(algorithm, &hash::<Sha1>(parts)),
            DigestAlgorithm::Sha224 => Digest::new(algorithm, &hash::<Sha224>(parts)),
            DigestAlgorithm::Sha256 => Digest::new(algorithm, &hash::<Sha256>(parts)),
            DigestAlgorithm::Sha384 => Digest::new(algorithm, &hash::<Sha384>(parts)),
            DigestAlgorithm::Sha512 => Digest::new(algorithm, &hash::<Sha512>(parts)),
            _ => None,
        }
    }

    fn digest_stream(&self, algorithm: DigestAlgorithm) -> Option<Box<dyn DigestStream>> {
        Some(match algorithm {
            DigestAlgorithm::Sha1 => Box::new(RustCryptoStream(algorithm, Sha1::new())),
            DigestAlgorithm::Sha224 => Box::new(RustCryptoStream(algorithm, Sha224::new())),
            DigestAlgorithm::Sha256 => Box::new(RustCryptoStream(algorithm, Sha256::new())),
            DigestAlgorithm::Sha384 => Box::new(RustCryptoStream(algorithm, Sha384::new())),
            DigestAlgorithm::Sha512 => Box::new(RustCryptoStream(algorithm, Sha512::new())),
            _ => return None,
        })
    }

    fn answer(&self, request: &SignatureRequest<'_>) -> SignatureStatus {
        let prehash = match (&request.input, request.algorithm.digest()) {
            (SignatureInput::Prehash(prehash), _) => Some(*prehash),
            (SignatureInput::Message(message), Some(digest)) => self.digest(digest, &[message]),
            (SignatureInput::Message(message), None) => {
                return match request.key {
                    PublicKey::Ed25519(key) => ed25519(key, message, request.signature),
                    _ => SignatureStatus::Unsupported,
                };
            }
        };
        let Some(prehash) = prehash else {
            return SignatureStatus::Unsupported;
        };
        match (request.key, request.algorithm) {
            (
                PublicKey::Rsa {
                    modulus, exponent, ..
                },
                SignatureAlgorithm::RsaPkcs1(_),
            ) => with_rsa(modulus, exponent, |key| {
                pkcs1(key, &prehash, request.signature)
            }),
            (
                PublicKey::Rsa {
                    modulus, exponent, ..
                },
                SignatureAlgorithm::RsaPss(parameters),
            ) => with_rsa(modulus, exponent, |key| {
                pss::verify(key, &parameters, &prehash, request.signature)
            }),
            (PublicKey::Ec { curve, point }, SignatureAlgorithm::Ecdsa(_)) => {
                ecdsa(curve, point, &prehash, request.signature)
            }
            _ => SignatureStatus::Unsupported,
        }
    }
}

/// A digest that is being taken.
struct RustCryptoStream<H>(DigestAlgorithm, H);

impl<H: sha2::digest::Digest + Send> DigestStream for RustCryptoStream<H> {
    fn update(&mut self, octets: &[u8]) {
        self.1.update(octets);
    }

    fn finish(self: Box<Self>) -> Option<Digest> {
        let Self(algorithm, hash) = *self;
        Digest::new(algorithm, &hash.finalize())
    }
}

fn hash<H: sha2::digest::Digest>(parts: &[&[u8]]) -> Output<H> {
    let mut hash = H::new();
    for part in parts {
        hash.update(part);
    }
    hash.finalize()
}

/// Asks an RSA key, if the numbers are one.
fn with_rsa(
    modulus: &[u8],
    exponent: &[u8],
    ask: impl FnOnce(&RsaPublicKey) -> SignatureStatus,
) -> SignatureStatus {
    let number = |octets: &[u8]| BoxedUint::from_be_slice_vartime(octets);
    match RsaPublicKey::new_with_size_limits(number(modulus), number(exponent), MODULUS_BITS) {
        Ok(key) => ask(&key),
        Err(Error::ModulusTooSmall | Error::ModulusTooLarge) => SignatureStatus::Unsupported,
        Err(_) => SignatureStatus::UnusableKey,
    }
}

fn pkcs1(key: &RsaPublicKey, prehash: &Digest, signature: &[u8]) -> SignatureStatus {
    let scheme = match prehash.algorithm() {
        DigestAlgorithm::Sha1 => Pkcs1v15Sign::new::<Sha1>(),
        DigestAlgorithm::Sha224 => Pkcs1v15Sign::new::<Sha224>(),
        DigestAlgorithm::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
        DigestAlgorithm::Sha384 => Pkcs1v15Sign::new::<Sha384>(),
        DigestAlgorithm::Sha512 => Pkcs1v15Sign::new::<Sha512>(),
        _ => return SignatureStatus::Unsupported,
    };
    verdict(key.verify(scheme, prehash.as_bytes(), signature).is_ok())
}

/// RFC 8032 5.1.7 without the cofactor, as aws-lc does it. Keys of small order never come here. What
/// is no point has no valid signature: aws-lc does not tell it from a wrong one.
fn ed25519(key: &[u8; 32], message: &[u8], signature: &[u8]) -> SignatureStatus {
    let key = ed25519_dalek::VerifyingKey::from_bytes(key);
    let signature = ed25519_dalek::Signature::from_slice(signature);
    verdict(match (key, signature) {
        (Ok(key), Ok(signature)) => key.verify(message, &signature).is_ok(),
        _ => false,
    })
}

fn verdict(is_valid: bool) -> SignatureStatus {
    if is_valid {
        SignatureStatus::Valid
    } else {
        SignatureStatus::Invalid
    }
}

fn ecdsa(curve: Curve, point: &[u8], prehash: &Digest, signature: &[u8]) -> SignatureStatus {
    macro_rules! verify {
        ($curve:ident) => {{
            let Ok(key) = $curve::ecdsa::VerifyingKey::from_sec1_bytes(point) else {
                return SignatureStatus::UnusableKey;
            };
            $curve::ecdsa::Signature::from_der(signature)
                .and_then(|signature| key.verify_prehash(prehash.as_bytes(), &signature))
        }};
    }
    let verified = match curve {
        Curve::P256 => verify!(p256),
        Curve::P384 => verify!(p384),
        Curve::P521 => verify!(p521),
        _ => return SignatureStatus::Unsupported,
    };
    verdict(verified.is_ok())
}
