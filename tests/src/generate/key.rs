//! Keys for tests, the same in every run: those on elliptic curves follow from the name of the case
//! ([`super::seed`]), and RSA keys are drawn by it from `tests/keys`, because primes take long to find.

mod curve;
mod pss;

pub(crate) use curve::{Curve, EcKey, P256_ORDER, Scalars, explicit_p256, explicit_p256_around};
pub(crate) use pss::{Pss, TRAILER, mgf1, rsassa_pss};

use super::algorithm::{Hash, identifier, rsa_encryption};
use super::der::{bit_string, null, octet_string, oid, sequence, unsigned};
use super::oid::{ID_EC_PUBLIC_KEY, ID_ED25519};
use super::seed::{random, unused};
use ed25519_dalek::Signer as _;
use rsa::pkcs1::DecodeRsaPrivateKey as _;
use rsa::rand_core::CryptoRng;
use rsa::traits::PublicKeyParts;
use rsa::{BoxedUint, RsaPrivateKey, hazmat::rsa_decrypt};
use std::fs;
use std::path::Path;

/// A private key of any kind.
#[derive(Clone)]
pub(crate) enum Key {
    Rsa(Box<RsaPrivateKey>),
    Ec(Box<EcKey>),
    Ed25519(Box<ed25519_dalek::SigningKey>),
}

impl Key {
    /// RSA with the usual exponent and a modulus of exactly so many bits.
    ///
    /// # Panics
    /// If `tests/keys` has none that the family does not use yet: its README says how to add one.
    pub(crate) fn rsa(bits: usize) -> Self {
        Self::committed(&format!("rsa-{bits}-"))
    }

    /// The same with the exponent 3.
    pub(crate) fn rsa_with_exponent_3(bits: usize) -> Self {
        Self::committed(&format!("rsa-{bits}-e3-"))
    }

    /// A key of `tests/keys`: file names are a prefix and a number.
    fn committed(prefix: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("keys");
        let entries = fs::read_dir(&folder).expect("tests/keys");
        let names = entries.map(|entry| entry.expect("entry").file_name());
        let names = names
            .filter_map(|name| name.into_string().ok())
            .filter(|name| {
                let number = name
                    .strip_prefix(prefix)
                    .and_then(|it| it.strip_suffix(".der"));
                number.is_some_and(|it| it.parse::<u8>().is_ok())
            })
            .collect();
        let name = unused(names).unwrap_or_else(|| panic!("tests/keys: no more {prefix}N.der"));
        let octets = fs::read(folder.join(&name)).expect("a key");
        let key = RsaPrivateKey::from_pkcs1_der(&octets);
        Self::Rsa(Box::new(
            key.unwrap_or_else(|error| panic!("{name}: {error}")),
        ))
    }

    /// ECDSA on P-256.
    pub(crate) fn ec() -> Self {
        Self::on(Curve::P256)
    }

    /// ECDSA on a curve of choice.
    pub(crate) fn on(curve: Curve) -> Self {
        Self::Ec(Box::new(EcKey::new(curve)))
    }

    /// Ed25519.
    pub(crate) fn ed25519() -> Self {
        let mut seed = [0; 32];
        seed.copy_from_slice(&random(32));
        Self::Ed25519(Box::new(ed25519_dalek::SigningKey::from_bytes(&seed)))
    }

    /// The uncompressed public point of an EC key, or the 32 octets of an Ed25519 key.
    pub(crate) fn point(&self) -> Vec<u8> {
        match self {
            Self::Ec(key) => key.point(false),
            Self::Ed25519(key) => key.verifying_key().to_bytes().to_vec(),
            Self::Rsa(_) => unreachable!("only elliptic curves have points"),
        }
    }

    /// What stands in the BIT STRING of `SubjectPublicKeyInfo`.
    pub(crate) fn key_octets(&self) -> Vec<u8> {
        match self {
            Self::Rsa(_) => self.rsa_public_key(),
            Self::Ec(_) | Self::Ed25519(_) => self.point(),
        }
    }

    /// `SubjectPublicKeyInfo`.
    pub(crate) fn spki(&self) -> Vec<u8> {
        match self {
            Self::Rsa(_) => sequence(&[rsa_encryption(), bit_string(&self.rsa_public_key())]),
            Self::Ec(key) => {
                let algorithm = sequence(&[oid(ID_EC_PUBLIC_KEY), oid(key.curve().oid())]);
                sequence(&[algorithm, bit_string(&self.point())])
            }
            Self::Ed25519(_) => sequence(&[identifier(ID_ED25519), bit_string(&self.point())]),
        }
    }

    /// The identifier that goes with this key in certificates and, but for RSA, in messages.
    pub(crate) fn signature_algorithm(&self, hash: Hash) -> Vec<u8> {
        match self {
            Self::Rsa(_) => hash.with_rsa(),
            Self::Ec(_) => hash.with_ecdsa(),
            Self::Ed25519(_) => identifier(ID_ED25519),
        }
    }

    /// A good signature over `message`; Ed25519 takes no digest of it.
    pub(crate) fn sign(&self, hash: Hash, message: &[u8]) -> Vec<u8> {
        match self {
            Self::Ed25519(key) => key.sign(message).to_bytes().to_vec(),
            Self::Rsa(_) | Self::Ec(_) => self.sign_digest(hash, &hash.of(message)),
        }
    }

    /// A good signature over what `hash` made of a message.
    pub(crate) fn sign_digest(&self, hash: Hash, digest: &[u8]) -> Vec<u8> {
        match self {
            Self::Rsa(_) => {
                let info = digest_info(&sequence(&[oid(hash.oid()), null()]), digest);
                self.rsa_raw(&self.rsa_block(&info))
            }
            Self::Ec(key) => {
                let Scalars { r, s } = key.sign(digest);
                sequence(&[unsigned(&r), unsigned(&s)])
            }
            Self::Ed25519(_) => unreachable!("Ed25519 signs messages"),
        }
    }

    /// A good ECDSA signature over `message`, as numbers.
    pub(crate) fn ecdsa(&self, hash: Hash, message: &[u8]) -> Scalars {
        let Self::Ec(key) = self else {
            unreachable!("only EC keys make scalars")
        };
        key.sign(&hash.of(message))
    }

    /// `RSAPublicKey` (RFC 8017 A.1.1).
    pub(crate) fn rsa_public_key(&self) -> Vec<u8> {
        let Self::Rsa(key) = self else {
            unreachable!("only RSA keys have a modulus")
        };
        sequence(&[unsigned(&self.modulus()), unsigned(&key.e().to_be_bytes())])
    }

    /// The modulus, big-endian.
    pub(crate) fn modulus(&self) -> Vec<u8> {
        let Self::Rsa(key) = self else {
            unreachable!("only RSA keys have a modulus")
        };
        let octets = key.n().to_be_bytes();
        octets[octets.len() - key.size()..].to_vec()
    }

    /// The number of the modulus' octets.
    pub(crate) fn modulus_length(&self) -> usize {
        self.modulus().len()
    }

    /// EMSA-PKCS1-v1_5 (RFC 8017 9.2) around any `DigestInfo`, true or not.
    pub(crate) fn rsa_block(&self, digest_info: &[u8]) -> Vec<u8> {
        let padding = self.modulus_length() - 3 - digest_info.len();
        [&[0, 1], vec![0xff; padding].as_slice(), &[0], digest_info].concat()
    }

    /// The bare private-key operation on a block of the modulus' length.
    pub(crate) fn rsa_raw(&self, block: &[u8]) -> Vec<u8> {
        let Self::Rsa(key) = self else {
            unreachable!("only RSA keys sign blocks")
        };
        let number =
            BoxedUint::from_be_slice(block, key.n().bits_precision()).expect("the block fits");
        let power = rsa_decrypt(None::<&mut dyn CryptoRng>, key.as_ref(), &number);
        let octets = power.expect("the block is below the modulus").to_be_bytes();
        octets[octets.len() - key.size()..].to_vec()
    }
}

/// `DigestInfo` (RFC 8017 9.2) from its parts.
pub(crate) fn digest_info(algorithm: &[u8], digest: &[u8]) -> Vec<u8> {
    sequence(&[algorithm.to_vec(), octet_string(digest)])
}

/// `Ecdsa-Sig-Value` from content octets of both integers, canonical or not.
pub(crate) fn ecdsa_value(r: &[u8], s: &[u8]) -> Vec<u8> {
    sequence(&[super::der::integer_octets(r), super::der::integer_octets(s)])
}
