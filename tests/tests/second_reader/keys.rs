//! Signers of the foreign writer: keys and algorithms of `rsa`, `p256` and `p384`, the same in every
//! run.

use cms::builder::{SignedDataBuilder, SignerInfoBuilder};
use der::oid::ObjectIdentifier;
use injang_tests::seeded_rng::SeededRng;
use rsa::pkcs1::DecodeRsaPrivateKey as _;
use rsa::rand_core::{TryCryptoRng, TryRng};
use rsa::signature::{RandomizedSigner as _, SignatureEncoding as _, Signer as _};
use rsa::{RsaPrivateKey, pkcs1v15, pss};
use sha2::{Digest as _, Sha256, Sha384, Sha512};
use spki::{AlgorithmIdentifierOwned, DynSignatureAlgorithmIdentifier as _};
use std::convert::Infallible;
use std::fs;
use std::path::Path;

/// Who signs, and how.
pub(crate) trait Signing {
    /// The digest algorithm that goes with it.
    fn digest_algorithm(&self) -> ObjectIdentifier;

    /// The digest of a content.
    fn digest(&self, content: &[u8]) -> Vec<u8>;

    /// The signature algorithm.
    fn algorithm(&self) -> AlgorithmIdentifierOwned;

    /// A signature.
    fn sign(&self, octets: &[u8]) -> Vec<u8>;

    /// Has the builder sign with it.
    fn add_to(&self, document: &mut SignedDataBuilder<'_>, signer: SignerInfoBuilder<'_>);
}

const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const SHA_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
const SHA_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");

macro_rules! signing {
    ($($key:ty, $signature:ty, $hash:ty, $oid:ident;)+) => {$(
        impl Signing for $key {
            fn digest_algorithm(&self) -> ObjectIdentifier {
                $oid
            }

            fn digest(&self, content: &[u8]) -> Vec<u8> {
                <$hash>::digest(content).to_vec()
            }

            fn algorithm(&self) -> AlgorithmIdentifierOwned {
                self.signature_algorithm_identifier().expect("an algorithm")
            }

            fn sign(&self, octets: &[u8]) -> Vec<u8> {
                let signature: $signature = self.try_sign(octets).expect("a signature");
                signature.to_vec()
            }

            fn add_to(&self, document: &mut SignedDataBuilder<'_>, signer: SignerInfoBuilder<'_>) {
                let added = document.add_signer_info::<$key, $signature>(signer, self);
                added.expect("a signer");
            }
        }
    )+};
}

/// The same with a salt, which has to be the same in every run too.
macro_rules! salted {
    ($($key:ty, $hash:ty, $oid:ident;)+) => {$(
        impl Signing for $key {
            fn digest_algorithm(&self) -> ObjectIdentifier {
                $oid
            }

            fn digest(&self, content: &[u8]) -> Vec<u8> {
                <$hash>::digest(content).to_vec()
            }

            fn algorithm(&self) -> AlgorithmIdentifierOwned {
                self.signature_algorithm_identifier().expect("an algorithm")
            }

            fn sign(&self, octets: &[u8]) -> Vec<u8> {
                let signature = self.try_sign_with_rng(&mut Salt::new(), octets);
                signature.expect("a signature").to_vec()
            }

            fn add_to(&self, document: &mut SignedDataBuilder<'_>, signer: SignerInfoBuilder<'_>) {
                let salt = &mut Salt::new();
                let added = document
                    .add_signer_info_with_rng::<$key, pss::Signature, _>(signer, self, salt);
                added.expect("a signer");
            }
        }
    )+};
}

signing! {
    pkcs1v15::SigningKey<Sha256>, pkcs1v15::Signature, Sha256, SHA_256;
    pkcs1v15::SigningKey<Sha384>, pkcs1v15::Signature, Sha384, SHA_384;
    pkcs1v15::SigningKey<Sha512>, pkcs1v15::Signature, Sha512, SHA_512;
    p256::ecdsa::SigningKey, p256::ecdsa::DerSignature, Sha256, SHA_256;
    p384::ecdsa::SigningKey, p384::ecdsa::DerSignature, Sha384, SHA_384;
}

salted! {
    pss::SigningKey<Sha256>, Sha256, SHA_256;
    pss::SigningKey<Sha384>, Sha384, SHA_384;
    pss::SigningKey<Sha512>, Sha512, SHA_512;
}

/// A committed RSA key.
pub(crate) fn rsa_key(name: &str) -> RsaPrivateKey {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("keys");
    let octets = fs::read(folder.join(name)).expect("a key of tests/keys");
    RsaPrivateKey::from_pkcs1_der(&octets).expect("a key")
}

/// A P-256 key that protects nothing.
pub(crate) fn p256_key() -> p256::ecdsa::SigningKey {
    p256::ecdsa::SigningKey::from_slice(&[0x25; 32]).expect("a scalar")
}

/// A P-384 key that protects nothing.
pub(crate) fn p384_key() -> p384::ecdsa::SigningKey {
    p384::ecdsa::SigningKey::from_slice(&[0x38; 48]).expect("a scalar")
}

/// A source of salts that is the same in every run.
struct Salt(SeededRng);

impl Salt {
    fn new() -> Self {
        Self(SeededRng::new(0x5a17))
    }

    fn octet(&mut self) -> u8 {
        u8::try_from(self.0.below(256)).expect("an octet")
    }
}

impl TryRng for Salt {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_be_bytes([(); 4].map(|()| self.octet())))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_be_bytes([(); 8].map(|()| self.octet())))
    }

    fn try_fill_bytes(&mut self, octets: &mut [u8]) -> Result<(), Infallible> {
        octets.fill_with(|| self.octet());
        Ok(())
    }
}

impl TryCryptoRng for Salt {}
