//! Algorithm identifiers and public keys: what the octets name, and whether it is known here.

use crate::der::{Element, Reader, tag};
use crate::error::{Error, ErrorKind};
use crate::oid::{self, Oid};

/// Octets of the longest digest.
pub(crate) const MAX_DIGEST: usize = 64;

/// A digest algorithm of FIPS 180-4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DigestAlgorithm {
    /// SHA-1
    Sha1,
    /// SHA-224
    Sha224,
    /// SHA-256
    Sha256,
    /// SHA-384
    Sha384,
    /// SHA-512
    Sha512,
}

impl DigestAlgorithm {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Sha1,
        Self::Sha224,
        Self::Sha256,
        Self::Sha384,
        Self::Sha512,
    ];

    /// Octets of the digest.
    pub const fn size(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha224 => 28,
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => MAX_DIGEST,
        }
    }

    /// The name in options and reports: `sha256`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sha1 => "sha1",
            Self::Sha224 => "sha224",
            Self::Sha256 => "sha256",
            Self::Sha384 => "sha384",
            Self::Sha512 => "sha512",
        }
    }

    /// The algorithm of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|algorithm| algorithm.name() == name)
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

/// A signature algorithm, complete with its digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignatureAlgorithm {
    /// RSASSA-PKCS1-v1_5 (RFC 8017 8.2)
    RsaPkcs1(DigestAlgorithm),
    /// ECDSA (FIPS 186-5 6), the signature an `ECDSA-Sig-Value` of RFC 3279 2.2.3
    Ecdsa(DigestAlgorithm),
}

impl SignatureAlgorithm {
    /// The digest that is signed.
    pub const fn digest(self) -> DigestAlgorithm {
        match self {
            Self::RsaPkcs1(digest) | Self::Ecdsa(digest) => digest,
        }
    }
}

/// ```asn1
/// AlgorithmIdentifier ::= SEQUENCE { algorithm OBJECT IDENTIFIER, parameters ANY OPTIONAL }
/// ```
/// RFC 5280 4.1.1.2
#[derive(Clone, Copy)]
pub struct AlgorithmIdentifier<'a> {
    /// The whole element.
    octets: &'a [u8],
    oid: Oid<'a>,
    /// The whole element; empty if there is none.
    parameters: &'a [u8],
}

impl<'a> AlgorithmIdentifier<'a> {
    pub(crate) fn read(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let element = reader.element(tag::SEQUENCE)?;
        Self::from_fields(element, element.reader("AlgorithmIdentifier"))
    }

    /// From an element whose tag the caller has judged (RFC 6211 tags one implicitly).
    pub(crate) fn from_fields(element: Element<'a>, mut fields: Reader<'a>) -> Result<Self, Error> {
        let oid = fields.element(tag::OID)?.oid()?;
        let parameters = if fields.is_empty() {
            &[]
        } else {
            fields.any()?.octets()
        };
        fields.finish()?;
        Ok(Self {
            octets: element.octets(),
            oid,
            parameters,
        })
    }

    /// The algorithm's identifier.
    pub fn oid(&self) -> Oid<'a> {
        self.oid
    }

    /// Its octets, tag and length included.
    pub fn octets(&self) -> &'a [u8] {
        self.octets
    }

    /// Whether it is the same algorithm with the same parameters, absent and NULL ones being the
    /// same (RFC 5754 2: implementations must take both).
    pub(crate) fn same_as(&self, other: &AlgorithmIdentifier<'_>) -> bool {
        let both_without = self.has_no_parameters() && other.has_no_parameters();
        self.oid == other.oid && (both_without || self.parameters == other.parameters)
    }

    fn has_no_parameters(&self) -> bool {
        matches!(self.parameters, [] | [tag::NULL, 0])
    }

    /// The digest algorithm named, if known; parameters absent or NULL.
    pub fn digest(&self) -> Option<DigestAlgorithm> {
        DigestAlgorithm::from_oid(self.oid).filter(|_| self.has_no_parameters())
    }

    /// The signature algorithm named, if known. `digest` is the one that `rsaEncryption` is
    /// combined with, as CMS does (RFC 5754 3.2). Parameters absent or NULL.
    pub fn signature(&self, digest: Option<DigestAlgorithm>) -> Option<SignatureAlgorithm> {
        use {DigestAlgorithm as D, SignatureAlgorithm as S};
        if !self.has_no_parameters() {
            return None;
        }
        Some(match self.oid {
            oid::RSA_ENCRYPTION => S::RsaPkcs1(digest?),
            oid::SHA1_WITH_RSA => S::RsaPkcs1(D::Sha1),
            oid::SHA224_WITH_RSA => S::RsaPkcs1(D::Sha224),
            oid::SHA256_WITH_RSA => S::RsaPkcs1(D::Sha256),
            oid::SHA384_WITH_RSA => S::RsaPkcs1(D::Sha384),
            oid::SHA512_WITH_RSA => S::RsaPkcs1(D::Sha512),
            oid::ECDSA_WITH_SHA1 => S::Ecdsa(D::Sha1),
            oid::ECDSA_WITH_SHA224 => S::Ecdsa(D::Sha224),
            oid::ECDSA_WITH_SHA256 => S::Ecdsa(D::Sha256),
            oid::ECDSA_WITH_SHA384 => S::Ecdsa(D::Sha384),
            oid::ECDSA_WITH_SHA512 => S::Ecdsa(D::Sha512),
            _ => return None,
        })
    }
}

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

/// A public key of a kind that is known here.
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
    },
    /// A point on a named curve (RFC 5480 2.2)
    Ec {
        /// The curve.
        curve: Curve,
        /// The uncompressed point: 04, x, y (SEC 1 2.3.3).
        point: &'a [u8],
    },
}

impl PublicKey<'_> {
    /// Bits of the modulus, or of the curve's order.
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
            } => 256,
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

    /// The whole element.
    pub fn octets(&self) -> &'a [u8] {
        self.octets
    }

    /// The algorithm of the key.
    pub fn algorithm(&self) -> AlgorithmIdentifier<'a> {
        self.algorithm
    }

    /// The key, if its algorithm is known here and its form can be used.
    pub fn key(&self) -> Option<PublicKey<'a>> {
        self.public_key().ok()
    }

    /// The key, or why there is none to ask.
    pub(crate) fn public_key(&self) -> Result<PublicKey<'a>, KeyFault<'a>> {
        match self.algorithm.oid {
            oid::RSA_ENCRYPTION if self.algorithm.has_no_parameters() => {
                rsa(self.key).ok_or(KeyFault::Unusable)
            }
            oid::EC_PUBLIC_KEY => self.ec(),
            oid::RSA_ENCRYPTION => Err(KeyFault::Unusable),
            other => Err(KeyFault::Unsupported(other)),
        }
    }

    fn ec(&self) -> Result<PublicKey<'a>, KeyFault<'a>> {
        // RFC 5480 2.1.1: implicitCurve and specifiedCurve must not be used; with parameters of
        // the sender's choice a signature proves nothing (CVE-2020-0601).
        let curve = Reader::new(self.algorithm.parameters, 0, "ECParameters")
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
fn rsa(octets: &[u8]) -> Option<PublicKey<'_>> {
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
    (odd(modulus) && odd(exponent) && exponent_fits && modulus.len() <= 2048).then_some(
        PublicKey::Rsa {
            octets,
            modulus,
            exponent,
        },
    )
}

/// Whether a signature is an `ECDSA-Sig-Value` in DER with positive numbers. What the numbers must
/// be below is the curve's question and asked by the arithmetic.
///
/// ```asn1
/// ECDSA-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER }
/// ```
/// RFC 3279 2.2.3
pub(crate) fn is_ecdsa_signature(signature: &[u8]) -> bool {
    let read = || -> Result<bool, Error> {
        let mut outer = Reader::new(signature, 0, "ECDSA-Sig-Value");
        let mut fields = outer.element(tag::SEQUENCE)?.reader("ECDSA-Sig-Value");
        outer.finish()?;
        let r = fields.element(tag::INTEGER)?.integer()?;
        let s = fields.element(tag::INTEGER)?.integer()?;
        fields.finish()?;
        Ok(r[0] < 0x80 && s[0] < 0x80 && r != [0] && s != [0])
    };
    read().unwrap_or(false)
}

/// ```asn1
/// DigestAlgorithmIdentifiers ::= SET OF DigestAlgorithmIdentifier
/// ```
/// RFC 5652 5.1. Read to the end once, so that a malformed one is an error of the document.
pub(crate) fn check_digest_algorithms(set: Element<'_>) -> Result<(), Error> {
    let mut members = set.reader("DigestAlgorithmIdentifiers");
    while !members.is_empty() {
        AlgorithmIdentifier::read(&mut members)?;
    }
    Ok(())
}

/// The tag of an element that must not be there.
pub(crate) fn unexpected_choice(element: Element<'_>, structure: &'static str) -> Error {
    Error::new(ErrorKind::Choice, element.offset(), structure)
}
