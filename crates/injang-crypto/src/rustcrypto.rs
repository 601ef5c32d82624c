//! RustCrypto: `rsa`, `p256`, `p384`, `p521`, `sha1`, `sha2`.

use core::ops::RangeInclusive;
use injang::{
    Answer, CryptoProvider, Curve, Digest, DigestAlgorithm, PublicKey, Question,
    SignatureAlgorithm, SignatureInput,
};
use p256::ecdsa::signature::hazmat::PrehashVerifier as _;
use rsa::{BoxedUint, Error, Pkcs1v15Sign, RsaPublicKey};
use sha1::Sha1;
use sha2::digest::Output;
use sha2::{Sha224, Sha256, Sha384, Sha512};

/// RustCrypto: portable arithmetic in Rust, without std.
#[derive(Clone, Copy, Debug, Default)]
pub struct RustCrypto;

/// Bits of a modulus. Old keys are verified, and then judged too short by the policy; those above
/// are longer than aws-lc computes with.
const MODULUS_BITS: RangeInclusive<usize> = 512..=8192;

impl CryptoProvider for RustCrypto {
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

    fn answer(&self, question: &Question<'_>) -> Answer {
        let prehash = match &question.input {
            SignatureInput::Prehash(prehash) => Some(*prehash),
            SignatureInput::Message(message) => {
                self.digest(question.algorithm.digest(), &[message])
            }
        };
        let Some(prehash) = prehash else {
            return Answer::Unsupported;
        };
        match (question.key, question.algorithm) {
            (
                PublicKey::Rsa {
                    modulus, exponent, ..
                },
                SignatureAlgorithm::RsaPkcs1(_),
            ) => rsa(modulus, exponent, &prehash, question.signature),
            (PublicKey::Ec { curve, point }, SignatureAlgorithm::Ecdsa(_)) => {
                ecdsa(curve, point, &prehash, question.signature)
            }
            _ => Answer::Unsupported,
        }
    }
}

fn hash<H: sha2::digest::Digest>(parts: &[&[u8]]) -> Output<H> {
    let mut hash = H::new();
    for part in parts {
        hash.update(part);
    }
    hash.finalize()
}

fn rsa(modulus: &[u8], exponent: &[u8], prehash: &Digest, signature: &[u8]) -> Answer {
    let scheme = match prehash.algorithm() {
        DigestAlgorithm::Sha1 => Pkcs1v15Sign::new::<Sha1>(),
        DigestAlgorithm::Sha224 => Pkcs1v15Sign::new::<Sha224>(),
        DigestAlgorithm::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
        DigestAlgorithm::Sha384 => Pkcs1v15Sign::new::<Sha384>(),
        DigestAlgorithm::Sha512 => Pkcs1v15Sign::new::<Sha512>(),
        _ => return Answer::Unsupported,
    };
    let number = |octets: &[u8]| BoxedUint::from_be_slice_vartime(octets);
    match RsaPublicKey::new_with_size_limits(number(modulus), number(exponent), MODULUS_BITS) {
        Ok(key) if key.verify(scheme, prehash.as_bytes(), signature).is_ok() => Answer::Valid,
        Ok(_) => Answer::Invalid,
        Err(Error::ModulusTooSmall | Error::ModulusTooLarge) => Answer::Unsupported,
        Err(_) => Answer::UnusableKey,
    }
}

fn ecdsa(curve: Curve, point: &[u8], prehash: &Digest, signature: &[u8]) -> Answer {
    macro_rules! verify {
        ($curve:ident) => {{
            let Ok(key) = $curve::ecdsa::VerifyingKey::from_sec1_bytes(point) else {
                return Answer::UnusableKey;
            };
            $curve::ecdsa::Signature::from_der(signature)
                .and_then(|signature| key.verify_prehash(prehash.as_bytes(), &signature))
        }};
    }
    let verified = match curve {
        Curve::P256 => verify!(p256),
        Curve::P384 => verify!(p384),
        Curve::P521 => verify!(p521),
        _ => return Answer::Unsupported,
    };
    if verified.is_ok() {
        Answer::Valid
    } else {
        Answer::Invalid
    }
}
