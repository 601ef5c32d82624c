//! `SubjectPublicKeyInfo`, and the keys that are known here.

use super::{AlgorithmIdentifier, PssParameters};
use crate::encoding::der::{Element, Reader, tag};
use crate::encoding::error::Error;
use crate::encoding::oid::{self, Oid};

/// A named curve of RFC 5480 2.1.1.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Curve {
    /// secp256r1
    P256,
    /// secp384r1
    P384,
    /// secp521r1
    P521,
}

/// A public key of an algorithm that this crate knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PublicKey<'a> {
    /// RSA (RFC 8017 A.1.1)
    Rsa {
        /// The DER of `RSAPublicKey`.
        octets: &'a [u8],
        /// The modulus, big-endian, without leading zero octets.
        modulus: &'a [u8],
        /// The public exponent, big-endian, without leading zero octets.
        exponent: &'a [u8],
        /// What the key may be used for.
        usage: RsaUsage,
    },
    /// A point on a named curve (RFC 5480 2.2)
    Ec {
        /// The curve.
        curve: Curve,
        /// The uncompressed point: 04, x, y (SEC 1 2.3.3).
        point: &'a [u8],
    },
    /// Ed25519 (RFC 8032 5.1.5): 32 octets, a point that is written canonically and is not of
    /// small order.
    Ed25519(&'a [u8; 32]),
}

/// What an RSA key may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RsaUsage {
    /// Either padding (rsaEncryption).
    Any,
    /// RSASSA-PSS only (id-RSASSA-PSS), with any parameters or with those that allow the ones used.
    Pss(Option<PssParameters>),
}

impl PublicKey<'_> {
    /// Bits of an RSA key.
    pub(crate) fn rsa_bits(&self) -> Option<usize> {
        matches!(self, Self::Rsa { .. }).then(|| self.bits())
    }

    /// The size in bits: of the modulus (RSA), of the curve's order (EC).
    pub fn bits(&self) -> usize {
        match self {
            Self::Rsa { modulus, .. } => {
                modulus.len() * 8
                    - modulus
                        .first()
                        .map_or(0, |octet| octet.leading_zeros() as usize)
            }
            Self::Ec {
                curve: Curve::P256, ..
            }
            | Self::Ed25519(_) => 256,
            Self::Ec {
                curve: Curve::P384, ..
            } => 384,
            Self::Ec {
                curve: Curve::P521, ..
            } => 521,
        }
    }
}

/// Why a key can't be asked anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyFault<'a> {
    /// An algorithm or curve that is not known here.
    Unsupported(Oid<'a>),
    /// An RSA key of more bits than are computed with.
    TooLong {
        /// Bits of the modulus.
        bits: usize,
    },
    /// A known algorithm, but no usable key: malformed, explicit curve parameters, a compressed
    /// point, an even modulus or exponent.
    Unusable,
}

/// ```asn1
/// SubjectPublicKeyInfo ::= SEQUENCE { algorithm AlgorithmIdentifier, subjectPublicKey BIT STRING }
/// ```
/// RFC 5280 4.1.2.7
#[derive(Clone, Copy)]
pub struct SubjectPublicKeyInfo<'a> {
    octets: &'a [u8],
    algorithm: AlgorithmIdentifier<'a>,
    key: &'a [u8],
}

impl<'a> SubjectPublicKeyInfo<'a> {
    /// Reads one element in DER. An error if it is no `SubjectPublicKeyInfo`, or if octets follow it.
    pub fn from_der(octets: &'a [u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(octets, 0, "SubjectPublicKeyInfo");
        let key = Self::read(&mut reader)?;
        reader.finish()?;
        Ok(key)
    }

    pub(crate) fn read(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let element = reader.element(tag::SEQUENCE)?;
        let mut fields = element.reader("SubjectPublicKeyInfo");
        let algorithm = AlgorithmIdentifier::read(&mut fields)?;
        let key = fields.element(tag::BIT_STRING)?.whole_octets()?;
        fields.finish()?;
        Ok(Self {
            octets: element.octets(),
            algorithm,
            key,
        })
    }

    /// The DER of the whole element, tag and length included.
    pub fn octets(&self) -> &'a [u8] {
        self.octets
    }

    /// The octets of the BIT STRING subjectPublicKey, which has no unused bits.
    pub(crate) fn key_octets(&self) -> &'a [u8] {
        self.key
    }

    /// The algorithm of the key.
    pub fn algorithm(&self) -> AlgorithmIdentifier<'a> {
        self.algorithm
    }

    /// The key; `None` if its algorithm is not known, or its form can't be used.
    pub fn key(&self) -> Option<PublicKey<'a>> {
        self.public_key().ok()
    }

    /// Bits of an RSA key that can be used. Keys of other kinds are not looked into.
    pub(crate) fn rsa_bits(&self) -> Option<usize> {
        match self.algorithm.oid() {
            oid::RSA_ENCRYPTION | oid::RSASSA_PSS => self.key()?.rsa_bits(),
            _ => None,
        }
    }

    /// The key, or why there is none to ask.
    pub(crate) fn public_key(&self) -> Result<PublicKey<'a>, KeyFault<'a>> {
        match self.algorithm.oid() {
            oid::RSA_ENCRYPTION if self.algorithm.has_no_parameters() => {
                rsa(self.key, RsaUsage::Any)
            }
            oid::RSASSA_PSS => {
                let restriction = match self.algorithm.parameters() {
                    [] => None,
                    octets => Some(PssParameters::read(octets).ok_or(KeyFault::Unusable)?),
                };
                rsa(self.key, RsaUsage::Pss(restriction))
            }
            oid::EC_PUBLIC_KEY => self.ec(),
            oid::ED25519 if self.algorithm.has_no_parameters() => {
                ed25519(self.key).ok_or(KeyFault::Unusable)
            }
            oid::RSA_ENCRYPTION | oid::ED25519 => Err(KeyFault::Unusable),
            other => Err(KeyFault::Unsupported(other)),
        }
    }

    fn ec(&self) -> Result<PublicKey<'a>, KeyFault<'a>> {
        // RFC 5480 2.1.1: implicitCurve and specifiedCurve must not be used; with parameters of
        // the sender's choice a signature proves nothing (CVE-2020-0601).
        let curve = Reader::new(self.algorithm.parameters(), 0, "ECParameters")
            .element(tag::OID)
            .and_then(|curve| curve.oid())
            .map_err(|_| KeyFault::Unusable)?;
        let (curve, size) = match curve {
            oid::SECP256R1 => (Curve::P256, 32),
            oid::SECP384R1 => (Curve::P384, 48),
            oid::SECP521R1 => (Curve::P521, 66),
            other => return Err(KeyFault::Unsupported(other)),
        };
        // Only the uncompressed form: RFC 5480 2.2 lets compressed ones be left out, and no
        // provider sends them.
        match self.key {
            [4, coordinates @ ..] if coordinates.len() == 2 * size => Ok(PublicKey::Ec {
                curve,
                point: self.key,
            }),
            _ => Err(KeyFault::Unusable),
        }
    }
}

/// An `RSAPublicKey` whose numbers can be an RSA key at all: odd, exponent from 3 to 33 bits (what
/// both backends compute with), modulus of up to 16384 bits (RFC 8017 3.1 sets no bound; both
/// backends set lower ones).
fn rsa(octets: &[u8], usage: RsaUsage) -> Result<PublicKey<'_>, KeyFault<'_>> {
    let key = rsa_of_any_length(octets, usage).ok_or(KeyFault::Unusable)?;
    match key.bits() {
        ..=16384 => Ok(key),
        bits => Err(KeyFault::TooLong { bits }),
    }
}

fn rsa_of_any_length(octets: &[u8], usage: RsaUsage) -> Option<PublicKey<'_>> {
    let mut outer = Reader::new(octets, 0, "RSAPublicKey");
    let mut fields = outer.element(tag::SEQUENCE).ok()?.reader("RSAPublicKey");
    outer.finish().ok()?;
    let positive = |element: Element<'_>| -> Option<usize> {
        let octets = element.integer().ok()?;
        (octets[0] < 0x80).then(|| usize::from(octets[0] == 0))
    };
    let modulus = fields.element(tag::INTEGER).ok()?;
    let modulus = &modulus.value()[positive(modulus)?..];
    let exponent = fields.element(tag::INTEGER).ok()?;
    let exponent = &exponent.value()[positive(exponent)?..];
    fields.finish().ok()?;
    let odd = |number: &[u8]| number.last().is_some_and(|octet| octet & 1 == 1);
    let exponent_fits = match exponent {
        [] | [1] | [_, _, _, _, _, _, ..] => false,
        [top, _, _, _, _] => *top == 1,
        _ => true,
    };
    (odd(modulus) && odd(exponent) && exponent_fits).then_some(PublicKey::Rsa {
        octets,
        modulus,
        exponent,
        usage,
    })
}

/// A key of Ed25519 that both backends decode to the same point, and under which a signature means
/// something: y is below the prime, and the point is not one of the eight of small order, under
/// which a signature can be made without a private key.
fn ed25519(octets: &[u8]) -> Option<PublicKey<'_>> {
    /// 2^255 − 19, little-endian.
    const PRIME: [u8; 32] = {
        let mut prime = [0xff; 32];
        prime[0] = 0xed;
        prime[31] = 0x7f;
        prime
    };
    /// The y of the points of small order but 0, 1 and −1: the two of order 8.
    const ORDER_8: [[u8; 32]; 2] = [
        *b"\xc7\x17\x6a\x70\x3d\x4d\xd8\x4f\xba\x3c\x0b\x76\x0d\x10\x67\x0f\
           \x2a\x20\x53\xfa\x2c\x39\xcc\xc6\x4e\xc7\xfd\x77\x92\xac\x03\x7a",
        *b"\x26\xe8\x95\x8f\xc2\xb2\x27\xb0\x45\xc3\xf4\x89\xf2\xef\x98\xf0\
           \xd5\xdf\xac\x05\xd3\xc6\x33\x39\xb1\x38\x02\x88\x6d\x53\xfc\x05",
    ];
    let key: &[u8; 32] = octets.try_into().ok()?;
    let mut y = *key;
    y[31] &= 0x7f;
    let is_below_prime = y.iter().rev().lt(PRIME.iter().rev());
    let mut minus_one = PRIME;
    minus_one[0] -= 1;
    let mut one = [0; 32];
    one[0] = 1;
    let is_small = y == [0; 32] || y == one || y == minus_one || ORDER_8.contains(&y);
    (is_below_prime && !is_small).then_some(PublicKey::Ed25519(key))
}
