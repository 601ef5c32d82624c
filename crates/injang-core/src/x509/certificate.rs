//! `Certificate` and `TBSCertificate`.

use super::extension::{Extension, Extensions};
use super::name::Name;
use super::signed::SignedStructure;
use crate::algorithm::{AlgorithmIdentifier, SubjectPublicKeyInfo};
use crate::encoding::der::{Element, Reader, tag};
use crate::encoding::error::{Error, ErrorKind, OtherFormat};
use crate::encoding::oid::{self, Oid};
use crate::encoding::time::Time;
use crate::encoding::tolerance::{Tolerance, Tolerances};
use alloc::vec::Vec;

/// A certificate, read but not judged.
///
/// ```asn1
/// Certificate ::= SEQUENCE {
///   tbsCertificate TBSCertificate, signatureAlgorithm AlgorithmIdentifier,
///   signatureValue BIT STRING }
/// ```
/// RFC 5280 4.1
#[derive(Clone, Copy)]
pub struct Certificate<'a> {
    octets: &'a [u8],
    signed: SignedStructure<'a>,
    version: u32,
    serial: &'a [u8],
    inner_algorithm: AlgorithmIdentifier<'a>,
    issuer: Name<'a>,
    validity: Validity,
    /// What was tolerated while the fields were read.
    of_fields: Tolerances,
    subject: Name<'a>,
    public_key: SubjectPublicKeyInfo<'a>,
    extensions: Option<Element<'a>>,
}

/// From when to when a certificate is valid, both ends included (RFC 5280 4.1.2.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Validity {
    /// The first second.
    pub not_before: Time,
    /// The last second.
    pub not_after: Time,
}

impl<'a> Certificate<'a> {
    /// Reads one certificate in DER; nothing may follow it.
    ///
    /// What real certificates of Korean providers do against RFC 5280 is read all the same:
    /// serial numbers of any length and sign, explicit defaults, GeneralizedTime before 2050. A
    /// verdict that rests on such a certificate says so in a finding.
    pub fn from_der(octets: &'a [u8]) -> Result<Self, Error> {
        if octets.is_empty() {
            return Err(Error::new(ErrorKind::Empty, 0, "Certificate"));
        }
        if octets[0] != tag::SEQUENCE {
            let foreign =
                crate::encoding::other_format::of_file(octets).unwrap_or(OtherFormat::Unknown);
            return Err(Error::new(
                ErrorKind::OtherFormat(foreign),
                0,
                "Certificate",
            ));
        }
        let mut reader = Reader::new(octets, 0, "Certificate");
        let certificate = Self::read(&mut reader)?;
        reader.finish()?;
        Ok(certificate)
    }

    #[inline]
    pub(crate) fn read(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let element = reader.element(tag::SEQUENCE)?;
        let (signed, outer) = SignedStructure::read(&element, "Certificate")?;
        outer.rest.finish()?;

        let mut fields = outer.tbs.reader("TBSCertificate");
        let explicit = fields.optional(tag::context(0))?;
        let version = match explicit {
            None => 1,
            Some(explicit) => {
                let mut inside = explicit.reader("Version");
                let version = inside.element(tag::INTEGER)?.small_integer()?;
                inside.finish()?;
                version.saturating_add(1)
            }
        };
        let mut of_fields = Tolerances::default();
        // X.690 11.5: version 1 is the default, which DER leaves out.
        of_fields.note(version == 1 && explicit.is_some(), Tolerance::Certificate);
        let serial = fields.element(tag::INTEGER)?.integer()?;
        let inner_algorithm = AlgorithmIdentifier::read(&mut fields)?;
        let issuer = Name::read(&mut fields)?;
        let mut times = fields.element(tag::SEQUENCE)?.reader("Validity");
        let (not_before, not_after) = (times.any()?, times.any()?);
        let (not_before, is_before_strict) = Time::with_form(&not_before)?;
        let (not_after, is_after_strict) = Time::with_form(&not_after)?;
        let validity = Validity {
            not_before,
            not_after,
        };
        of_fields.note(
            !(is_before_strict && is_after_strict),
            Tolerance::Certificate,
        );
        times.finish()?;
        let subject = Name::read(&mut fields)?;
        let public_key = SubjectPublicKeyInfo::read(&mut fields)?;
        // issuerUniqueID and subjectUniqueID: obsolete, and nothing here compares them. They are BIT
        // STRINGs, and version 1 has none (RFC 5280 4.1.2.8).
        for n in [1, 2] {
            if let Some(identifier) = fields.optional(tag::context_primitive(n))? {
                let is_strict = version > 1 && identifier.is_strict_bits();
                of_fields.note(!is_strict, Tolerance::Certificate);
            }
        }
        let extensions = match fields.optional(tag::context(3))? {
            None => None,
            Some(explicit) => {
                let mut inside = explicit.reader("Extensions");
                let list = inside.element(tag::SEQUENCE)?;
                inside.finish()?;
                // Extensions ::= SEQUENCE SIZE (1..MAX) OF Extension
                of_fields.note(list.value().is_empty(), Tolerance::Certificate);
                Some(list)
            }
        };
        fields.finish()?;
        Ok(Self {
            octets: element.octets(),
            signed,
            version,
            serial,
            inner_algorithm,
            issuer,
            validity,
            of_fields,
            subject,
            public_key,
            extensions,
        })
    }

    /// The octets as they came.
    pub fn octets(&self) -> &'a [u8] {
        self.octets
    }

    /// The octets that the issuer's signature covers.
    pub fn tbs_octets(&self) -> &'a [u8] {
        self.signed.tbs
    }

    /// The version as people count it: 3 is v3 (RFC 5280 4.1.2.1). Other numbers than 1 to 3 are read too,
    /// and break a path.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// The content octets of the serial number's INTEGER: two's complement, big-endian, with the
    /// leading 00 that a number with the top bit set has. These very octets enter a
    /// [`Vid`](crate::Vid).
    pub fn serial(&self) -> &'a [u8] {
        self.serial
    }

    /// Whether the serial number is above zero, as RFC 5280 4.1.2.2 wants.
    fn serial_is_positive(&self) -> bool {
        self.serial[0] < 0x80 && self.serial != [0]
    }

    /// The tolerances that reading it takes: of its fields, its names, its extensions, and of the
    /// parameters of its two algorithms. Only who relies on a certificate asks, so they are looked
    /// for here and not while it is read.
    pub(crate) fn tolerances(&self) -> Tolerances {
        let mut found = self.of_fields;
        found.note(!self.serial_is_positive(), Tolerance::SerialNotPositive);
        // RFC 5280 4.1.2.4: the issuer is not empty.
        let has_strict_names =
            !self.issuer.is_empty() && self.issuer.is_strict_der() && self.subject.is_strict_der();
        found.note(!has_strict_names, Tolerance::Certificate);
        let mut constrains_names = false;
        for extension in self.extensions() {
            match extension {
                Ok(extension) => {
                    found = found.union(extension.tolerances());
                    constrains_names |= extension.oid() == oid::NAME_CONSTRAINTS;
                }
                Err(_) => found.note(true, Tolerance::Certificate),
            }
        }
        // RFC 5280 4.1.2.6: who has no subject has a critical subjectAltName, and is no CA.
        let is_nobody =
            self.subject.is_empty() && (!self.names_critically() || self.says_authority());
        // RFC 5280 4.2.1.10: only the certificate of a CA constrains names.
        let constrains_nobody = constrains_names && !self.says_authority();
        found.note(is_nobody || constrains_nobody, Tolerance::Certificate);
        // The root of NAVER signs its CA with NULL parameters of ecdsa-with-SHA384. That is known and
        // only noticed: the same anywhere else is not (DESIGN.md, "Form").
        if self.inner_algorithm.is_ecdsa_sha384_with_null() && self.says_authority() {
            found.note(true, Tolerance::AuthorityParameters);
        } else {
            found = found.union(self.inner_algorithm.tolerances());
        }
        found.union(self.public_key.algorithm().tolerances())
    }

    /// Whether it has a critical subjectAltName.
    fn names_critically(&self) -> bool {
        let names = find(self, oid::SUBJECT_ALT_NAME).ok().flatten();
        names.is_some_and(|it| it.is_critical())
    }

    /// Whether basicConstraints says that it is a CA's.
    fn says_authority(&self) -> bool {
        let constraints = find(self, oid::BASIC_CONSTRAINTS).ok().flatten();
        constraints.is_some_and(|it| {
            it.basic_constraints()
                .is_ok_and(|(is_authority, _)| is_authority)
        })
    }

    /// The name of the issuer.
    pub fn issuer(&self) -> Name<'a> {
        self.issuer
    }

    /// From when to when it is valid.
    pub fn validity(&self) -> Validity {
        self.validity
    }

    /// The name of the subject: personal data.
    pub fn subject(&self) -> Name<'a> {
        self.subject
    }

    /// The public key that it certifies.
    pub fn public_key(&self) -> SubjectPublicKeyInfo<'a> {
        self.public_key
    }

    /// The algorithm of the issuer's signature, as the signed octets say it.
    pub fn signature_algorithm(&self) -> AlgorithmIdentifier<'a> {
        self.inner_algorithm
    }

    /// Whether the algorithm is the same inside and outside of the signed octets, octet for octet
    /// (RFC 5280 4.1.1.2).
    pub(crate) fn algorithms_agree(&self) -> bool {
        self.inner_algorithm.octets() == self.signed.algorithm
    }

    /// The issuer's signature.
    pub fn signature(&self) -> &'a [u8] {
        self.signed.signature
    }

    /// The extensions in their order; a malformed one ends the iteration with its error.
    pub fn extensions(&self) -> impl Iterator<Item = Result<Extension<'a>, Error>> + use<'a> {
        Extensions::new(self.extensions)
    }

    /// The policies that the certificate asserts, in their order (RFC 5280 4.2.1.4).
    pub fn policies(&self) -> Result<Vec<Oid<'a>>, Error> {
        find(self, oid::CERTIFICATE_POLICIES)?.map_or(Ok(Vec::new()), |found| found.policies())
    }
}

impl core::fmt::Debug for Certificate<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Certificate")
            .field("length", &self.octets.len())
            .finish_non_exhaustive()
    }
}

/// The first extension of this type.
pub(crate) fn find<'a>(
    certificate: &Certificate<'a>,
    wanted: Oid<'_>,
) -> Result<Option<Extension<'a>>, Error> {
    for extension in certificate.extensions() {
        let extension = extension?;
        if extension.oid() == wanted {
            return Ok(Some(extension));
        }
    }
    Ok(None)
}

/// The key identifier that a certificate states for its own key (RFC 5280 4.2.1.2).
pub(crate) fn subject_key_identifier<'a>(
    certificate: &Certificate<'a>,
) -> Result<Option<&'a [u8]>, Error> {
    let Some(extension) = find(certificate, oid::SUBJECT_KEY_IDENTIFIER)? else {
        return Ok(None);
    };
    let mut inside = extension.reader("SubjectKeyIdentifier");
    let identifier = inside.element(tag::OCTET_STRING)?;
    inside.finish()?;
    Ok(Some(identifier.value()))
}
