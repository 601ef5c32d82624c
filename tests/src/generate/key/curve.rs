//! ECDSA keys on the curves that Injang reads.

use crate::generate::der::{integer, octet_string, oid, sequence, unsigned};
use crate::generate::oid::{PRIME_FIELD, SECP256R1, SECP384R1, SECP521R1};
use p256::ecdsa::signature::hazmat::PrehashSigner as _;

/// A named curve (RFC 5480 2.1.1.1).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Curve {
    P256,
    P384,
    P521,
}

impl Curve {
    /// Its word in the names of cases.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::P256 => "p256",
            Self::P384 => "p384",
            Self::P521 => "p521",
        }
    }

    /// Its object identifier.
    pub(crate) fn oid(self) -> &'static str {
        match self {
            Self::P256 => SECP256R1,
            Self::P384 => SECP384R1,
            Self::P521 => SECP521R1,
        }
    }

    /// The order n of its group (SEC 2 2.4.2, 2.5.1 and 2.6.1), in the octets of a scalar.
    pub(crate) fn order(self) -> Vec<u8> {
        match self {
            Self::P256 => P256_ORDER.to_vec(),
            Self::P384 => octets(
                "ffffffffffffffffffffffffffffffffffffffffffffffff\
                 c7634d81f4372ddf581a0db248b0a77aecec196accc52973",
            ),
            Self::P521 => octets(
                "01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa\
                 51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409",
            ),
        }
    }
}

/// The order n of P-256 (SEC 2 2.4.2).
pub(crate) const P256_ORDER: [u8; 32] = [
    0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
    0xbc, 0xe6, 0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
];

/// A private key on one of them.
#[derive(Clone)]
pub(crate) enum EcKey {
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
    P521(p521::ecdsa::SigningKey),
}

/// An ECDSA signature as two big-endian numbers of the order's octets.
pub(crate) struct Scalars {
    pub(crate) r: Vec<u8>,
    pub(crate) s: Vec<u8>,
}

impl EcKey {
    /// A new key; a scalar beyond the order is drawn again.
    pub(crate) fn new(curve: Curve) -> Self {
        macro_rules! drawn {
            ($curve:ident, $mask:literal) => {
                loop {
                    let mut scalar = $curve::FieldBytes::default();
                    let octets = crate::generate::seed::random(scalar.len());
                    scalar.copy_from_slice(&octets);
                    scalar[0] &= $mask;
                    if let Ok(key) = $curve::ecdsa::SigningKey::from_bytes(&scalar) {
                        break key;
                    }
                }
            };
        }
        match curve {
            Curve::P256 => Self::P256(drawn!(p256, 0xff)),
            Curve::P384 => Self::P384(drawn!(p384, 0xff)),
            Curve::P521 => Self::P521(drawn!(p521, 0x01)),
        }
    }

    /// Its curve.
    pub(crate) fn curve(&self) -> Curve {
        match self {
            Self::P256(_) => Curve::P256,
            Self::P384(_) => Curve::P384,
            Self::P521(_) => Curve::P521,
        }
    }

    /// The public point, compressed or not (SEC 1 2.3.3).
    pub(crate) fn point(&self, is_compressed: bool) -> Vec<u8> {
        macro_rules! point {
            ($key:ident) => {
                $key.verifying_key()
                    .to_sec1_point(is_compressed)
                    .as_bytes()
                    .to_vec()
            };
        }
        match self {
            Self::P256(key) => point!(key),
            Self::P384(key) => point!(key),
            Self::P521(key) => point!(key),
        }
    }

    /// A good signature over a digest.
    pub(crate) fn sign(&self, digest: &[u8]) -> Scalars {
        macro_rules! signed {
            ($curve:ident, $key:ident) => {{
                let signature: $curve::ecdsa::Signature = $key
                    .sign_prehash(digest)
                    .expect("every digest can be signed");
                let (r, s) = signature.split_bytes();
                Scalars {
                    r: r.to_vec(),
                    s: s.to_vec(),
                }
            }};
        }
        match self {
            Self::P256(key) => signed!(p256, key),
            Self::P384(key) => signed!(p384, key),
            Self::P521(key) => signed!(p521, key),
        }
    }
}

/// The octets of hex digits.
fn octets(hex: &str) -> Vec<u8> {
    (0..hex.len())
        .step_by(2)
        .map(|i| u8::from_str_radix(&hex[i..i + 2], 16).expect("hex"))
        .collect()
}

/// The explicit parameters of P-256 (`SpecifiedECDomain`, SEC 1 C.2), which RFC 5480 forbids.
pub(crate) fn explicit_p256() -> Vec<u8> {
    let base = octets(
        "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296\
         4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5",
    );
    explicit_p256_around(&base)
}

/// The explicit parameters of P-256 but for the generator (CVE-2020-0601).
pub(crate) fn explicit_p256_around(base: &[u8]) -> Vec<u8> {
    let prime = octets("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    let a = octets("ffffffff00000001000000000000000000000000fffffffffffffffffffffffc");
    let b = octets("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
    let field = sequence(&[oid(PRIME_FIELD), unsigned(&prime)]);
    let curve = sequence(&[octet_string(&a), octet_string(&b)]);
    sequence(&[
        integer(1),
        field,
        curve,
        octet_string(base),
        unsigned(&P256_ORDER),
        integer(1),
    ])
}
