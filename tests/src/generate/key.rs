//! Throw-away keys: made new by every run, written nowhere.

use super::algorithm::{Hash, rsa_encryption};
use super::der::{bit_string, integer, null, octet_string, oid, sequence, unsigned};
use super::oid::{ID_EC_PUBLIC_KEY, SECP256R1};
use getrandom::SysRng;
use p256::ecdsa::{Signature, SigningKey, signature::hazmat::PrehashSigner};
use rsa::rand_core::{TryRng, UnwrapErr};
use rsa::traits::PublicKeyParts;
use rsa::{BoxedUint, RsaPrivateKey, hazmat::rsa_decrypt};

/// A private key of either kind.
#[derive(Clone)]
pub(crate) enum Key {
    Rsa(Box<RsaPrivateKey>),
    Ec(Box<SigningKey>),
}

/// An ECDSA signature as two big-endian numbers of 32 octets.
pub(crate) struct Scalars {
    pub(crate) r: Vec<u8>,
    pub(crate) s: Vec<u8>,
}

/// The order n of P-256 (SEC 2 2.4.2).
pub(crate) const P256_ORDER: [u8; 32] = [
    0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
    0xbc, 0xe6, 0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
];

/// Octets from the system's generator.
pub(crate) fn random(count: usize) -> Vec<u8> {
    let mut octets = vec![0; count];
    getrandom::fill(&mut octets).expect("the system has a random generator");
    octets
}

impl Key {
    /// RSA with the usual exponent.
    pub(crate) fn rsa(bits: usize) -> Self {
        Self::rsa_with_exponent(bits, 65537)
    }

    /// RSA with an exponent of choice.
    pub(crate) fn rsa_with_exponent(bits: usize, exponent: u64) -> Self {
        let key =
            RsaPrivateKey::new_with_exp(&mut UnwrapErr(SysRng), bits, BoxedUint::from(exponent));
        Self::Rsa(Box::new(key.expect("this size and exponent have keys")))
    }

    /// ECDSA on P-256.
    pub(crate) fn ec() -> Self {
        loop {
            let mut scalar = p256::FieldBytes::default();
            SysRng
                .try_fill_bytes(&mut scalar)
                .expect("the system has a random generator");
            if let Ok(key) = SigningKey::from_bytes(&scalar) {
                return Self::Ec(Box::new(key));
            }
        }
    }

    /// The uncompressed public point of an EC key.
    pub(crate) fn point(&self) -> Vec<u8> {
        match self {
            Self::Ec(key) => key.verifying_key().to_sec1_point(false).as_bytes().to_vec(),
            Self::Rsa(_) => unreachable!("only EC keys have points"),
        }
    }

    /// `SubjectPublicKeyInfo`.
    pub(crate) fn spki(&self) -> Vec<u8> {
        match self {
            Self::Rsa(_) => sequence(&[rsa_encryption(), bit_string(&self.rsa_public_key())]),
            Self::Ec(_) => {
                let algorithm = sequence(&[oid(ID_EC_PUBLIC_KEY), oid(SECP256R1)]);
                sequence(&[algorithm, bit_string(&self.point())])
            }
        }
    }

    /// The identifier that goes with this key in certificates and, for EC, in messages.
    pub(crate) fn signature_algorithm(&self, hash: Hash) -> Vec<u8> {
        match self {
            Self::Rsa(_) => hash.with_rsa(),
            Self::Ec(_) => hash.with_ecdsa(),
        }
    }

    /// A good signature over `message`.
    pub(crate) fn sign(&self, hash: Hash, message: &[u8]) -> Vec<u8> {
        self.sign_digest(hash, &hash.of(message))
    }

    /// A good signature over what `hash` made of a message.
    pub(crate) fn sign_digest(&self, hash: Hash, digest: &[u8]) -> Vec<u8> {
        match self {
            Self::Rsa(_) => {
                let info = digest_info(&sequence(&[oid(hash.oid()), null()]), digest);
                self.rsa_raw(&self.rsa_block(&info))
            }
            Self::Ec(_) => {
                let Scalars { r, s } = self.ecdsa_over(digest);
                sequence(&[unsigned(&r), unsigned(&s)])
            }
        }
    }

    /// A good ECDSA signature over `message`, as numbers.
    pub(crate) fn ecdsa(&self, hash: Hash, message: &[u8]) -> Scalars {
        self.ecdsa_over(&hash.of(message))
    }

    fn ecdsa_over(&self, digest: &[u8]) -> Scalars {
        let Self::Ec(key) = self else {
            unreachable!("only EC keys make scalars")
        };
        let signature: Signature = key.sign_prehash(digest).expect("the digest is long enough");
        let (r, s) = signature.split_bytes();
        Scalars {
            r: r.to_vec(),
            s: s.to_vec(),
        }
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
        let power = rsa_decrypt(None::<&mut UnwrapErr<SysRng>>, key.as_ref(), &number);
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

/// The explicit parameters of P-256 (`SpecifiedECDomain`, SEC 1 C.2), which RFC 5480 forbids.
pub(crate) fn explicit_p256() -> Vec<u8> {
    let octets = |hex: &str| -> Vec<u8> {
        (0..hex.len())
            .step_by(2)
            .map(|i| u8::from_str_radix(&hex[i..i + 2], 16).expect("hex"))
            .collect()
    };
    let prime = octets("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    let a = octets("ffffffff00000001000000000000000000000000fffffffffffffffffffffffc");
    let b = octets("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
    let base = octets(
        "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296\
         4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5",
    );
    let field = sequence(&[oid(super::oid::PRIME_FIELD), unsigned(&prime)]);
    let curve = sequence(&[octet_string(&a), octet_string(&b)]);
    sequence(&[
        integer(1),
        field,
        curve,
        octet_string(&base),
        unsigned(&P256_ORDER),
        integer(1),
    ])
}
