//! The rules of signed attributes (RFC 5652 5.3 and 11), and what they say.

use crate::algorithm::{AlgorithmIdentifier, DigestAlgorithm};
use crate::cms::{Attribute, Attributes, SignerInfo};
use crate::crypto::Digest;
use crate::encoding::der::{
    Element, EncodingRules, Reader, are_well_formed, is_well_formed, may_be_constructed, tag,
};
use crate::encoding::error::{Error, ErrorKind};
use crate::encoding::oid::{self, Oid};
use crate::encoding::time::Time;
use crate::report::{Check, CheckId, Reason, SubIndication};
use crate::x509::{Certificate, Name};
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

/// What well-formed signed attributes say.
pub(crate) struct SignedAttributes<'a> {
    pub(crate) set: Attributes<'a>,
    /// Whether the set was sent in the order of DER.
    pub(crate) is_sorted: bool,
    /// Whether the values are those of their types, signing-time aside.
    pub(crate) has_strict_values: bool,
    pub(crate) message_digest: &'a [u8],
    /// The claimed time; `None` if there is none, or none that can be read: a claim decides
    /// nothing.
    pub(crate) signing_time: Option<Time>,
    /// Whether signing-time, if it is there, is a time as RFC 5652 11.3 has it.
    pub(crate) has_strict_time: bool,
    /// Whether cmsAlgorithmProtection, if it is there, names the algorithms of this signer.
    pub(crate) algorithm_protection: Option<bool>,
    /// The first `ESSCertID` or `ESSCertIDv2` of each attribute that is there.
    pub(crate) certificate_hashes: Vec<CertificateHash<'a>>,
}

/// ```asn1
/// CMSAlgorithmProtection ::= SEQUENCE {
///   digestAlgorithm DigestAlgorithmIdentifier,
///   signatureAlgorithm [1] SignatureAlgorithmIdentifier OPTIONAL,
///   macAlgorithm [2] MessageAuthenticationCodeAlgorithm OPTIONAL }
/// ```
/// RFC 6211 2
#[derive(Clone, Copy)]
struct AlgorithmProtection<'a> {
    digest: AlgorithmIdentifier<'a>,
    signature: Option<AlgorithmIdentifier<'a>>,
}

/// ```asn1
/// ESSCertIDv2 ::= SEQUENCE {
///   hashAlgorithm AlgorithmIdentifier DEFAULT {algorithm id-sha256},
///   certHash OCTET STRING, issuerSerial IssuerSerial OPTIONAL }
/// IssuerSerial ::= SEQUENCE { issuer GeneralNames, serialNumber INTEGER }
/// ```
/// RFC 5035 4; `ESSCertID` of RFC 2634 5.4.1 is the same without hashAlgorithm, for SHA-1.
#[derive(Clone, Copy)]
pub(crate) struct CertificateHash<'a> {
    /// `None` is the default of the structure.
    algorithm: Option<AlgorithmIdentifier<'a>>,
    /// Whether it is of the first version, whose hash is always SHA-1.
    is_v1: bool,
    hash: &'a [u8],
    issuer_serial: Option<(Option<Name<'a>>, &'a [u8])>,
}

impl<'a> SignedAttributes<'a> {
    /// Reads the signed attributes of a signer and judges them; `None` if there are none.
    pub(crate) fn read(
        signer: &SignerInfo<'a>,
        content_type: Oid<'_>,
    ) -> Result<Option<Self>, Check> {
        let failed = |reason| {
            Check::failed(
                CheckId::SignedAttributes,
                SubIndication::FormatFailure,
                reason,
            )
        };
        match signer.signed_attributes() {
            None if content_type != oid::ID_DATA => Err(failed(
                Reason::ContentTypeNeedsAttributes(content_type.into()),
            )),
            None => Ok(None),
            Some(Err(error)) => Err(failed(Reason::Malformed(error))),
            Some(Ok(set)) => Self::judge(set, signer, content_type)
                .map(Some)
                .map_err(failed),
        }
    }

    fn judge(
        set: Attributes<'a>,
        signer: &SignerInfo<'_>,
        content_type: Oid<'_>,
    ) -> Result<Self, Reason> {
        if set.is_empty() {
            return Err(Reason::AttributesEmpty);
        }
        if let Some(oid) = repeated(&set) {
            return Err(Reason::AttributeRepeated(oid.into()));
        }
        let mut has_strict_values = true;
        for attribute in set.as_slice() {
            let is_strict =
                check_der(attribute.reader("AttributeValue")).map_err(Reason::Malformed)?;
            // The form of signing-time has a finding of its own.
            has_strict_values &= is_strict || attribute.oid() == oid::ID_SIGNING_TIME;
        }
        let mut stated_type = None;
        let mut message_digest = None;
        let mut signing_time = None;
        let mut has_strict_time = true;
        let mut algorithm_protection = None;
        let mut certificate_hashes = Vec::new();
        for attribute in set.as_slice() {
            match attribute.oid() {
                oid::ID_CONTENT_TYPE => {
                    stated_type = Some(single(attribute, Element::oid, tag::OID)?);
                }
                oid::ID_MESSAGE_DIGEST => {
                    message_digest = Some(single(attribute, |v| Ok(v.value()), tag::OCTET_STRING)?);
                }
                oid::ID_SIGNING_TIME => {
                    // A value that is no time is a finding, and no claim.
                    let time = Time::with_form(&only(attribute)?).ok();
                    has_strict_time = time.is_some_and(|(_, is_strict)| is_strict);
                    signing_time = time.map(|(time, _)| time);
                }
                oid::ID_COUNTERSIGNATURE => {
                    return Err(Reason::AttributeForbidden(attribute.oid().into()));
                }
                oid::ID_ALGORITHM_PROTECTION => {
                    let protection = single(attribute, protection, tag::SEQUENCE)?;
                    algorithm_protection = Some(protection.covers(signer));
                }
                oid::ID_SIGNING_CERTIFICATE => {
                    certificate_hashes.push(single(
                        attribute,
                        |v| certificate_hash(v, true),
                        tag::SEQUENCE,
                    )?);
                }
                oid::ID_SIGNING_CERTIFICATE_V2 => {
                    certificate_hashes.push(single(
                        attribute,
                        |v| certificate_hash(v, false),
                        tag::SEQUENCE,
                    )?);
                }
                _ => {}
            }
        }
        let missing = |oid: Oid<'_>| Reason::AttributeMissing(oid.into());
        if stated_type.ok_or_else(|| missing(oid::ID_CONTENT_TYPE))? != content_type {
            return Err(Reason::ContentTypeDiffers);
        }
        Ok(Self {
            is_sorted: set.is_sorted(),
            has_strict_values,
            set,
            message_digest: message_digest.ok_or_else(|| missing(oid::ID_MESSAGE_DIGEST))?,
            signing_time,
            has_strict_time,
            algorithm_protection,
            certificate_hashes,
        })
    }
}

/// Whether values of signed attributes are well-formed in DER.
///
/// The signature covers their DER, which can't be made of a BOOLEAN, INTEGER, ENUMERATED, BIT STRING or
/// NULL in another encoding without knowing its type: such a value is an error. The pass over BER has
/// normalised lengths, strings and order already. Any other malformed value is verified as it stands, and
/// the result is `false`.
fn check_der(mut values: Reader<'_>) -> Result<bool, Error> {
    let mut is_strict = true;
    while !values.is_empty() {
        let value = values.any()?;
        match value.tag() {
            tag::BOOLEAN if !matches!(value.value(), [0x00 | 0xff]) => {
                return Err(Error::new(
                    ErrorKind::Boolean,
                    value.offset(),
                    "AttributeValue",
                ));
            }
            tag::INTEGER | tag::ENUMERATED => {
                value.integer()?;
            }
            tag::BIT_STRING => {
                let (octets, unused) = value.bits()?;
                if octets
                    .last()
                    .is_some_and(|last| last.trailing_zeros() < u32::from(unused))
                {
                    return Err(Error::new(
                        ErrorKind::BitString,
                        value.offset(),
                        "AttributeValue",
                    ));
                }
            }
            tag::NULL if !value.value().is_empty() => {
                return Err(Error::new(
                    ErrorKind::Null,
                    value.offset(),
                    "AttributeValue",
                ));
            }
            // The pass over BER bounded the nesting, and so this recursion.
            tag if tag & 0x20 != 0 => {
                is_strict &= may_be_constructed(tag);
                is_strict &= check_der(value.reader("AttributeValue"))?;
            }
            _ => is_strict &= is_well_formed(&value, EncodingRules::Der),
        }
    }
    Ok(is_strict)
}

/// An attribute type that stands more than once.
fn repeated<'a>(set: &Attributes<'a>) -> Option<Oid<'a>> {
    /// As many types as are compared pair by pair; documents have three to six.
    const FEW: usize = 8;
    let attributes = set.as_slice();
    if attributes.len() <= FEW {
        let before = |index: usize| attributes[..index].iter().map(Attribute::oid);
        return attributes
            .iter()
            .enumerate()
            .map(|(index, attribute)| (index, attribute.oid()))
            .find(|(index, oid)| before(*index).any(|other| other == *oid))
            .map(|(_, oid)| oid);
    }
    let mut seen = BTreeSet::new();
    let mut types = attributes.iter().map(Attribute::oid);
    types.find(|oid| !seen.insert(*oid))
}

/// The one value that an attribute must have, of the tag and form that it must have.
fn single<'a, T>(
    attribute: &Attribute<'a>,
    read: impl FnOnce(&Element<'a>) -> Result<T, Error>,
    wanted: u8,
) -> Result<T, Reason> {
    let value = only(attribute)?;
    let wrong_type = || Reason::AttributeValueType(attribute.oid().into());
    if value.tag() != wanted {
        return Err(wrong_type());
    }
    read(&value).map_err(|_| wrong_type())
}

fn only<'a>(attribute: &Attribute<'a>) -> Result<Element<'a>, Reason> {
    let count = || Reason::AttributeValueCount(attribute.oid().into());
    let mut values = attribute.reader("AttributeValue");
    if values.is_empty() {
        return Err(count());
    }
    let value = values.any().map_err(Reason::Malformed)?;
    values.finish().map_err(|_| count())?;
    Ok(value)
}

/// Whether every value of unsigned attributes, which may be BER, is one of its type, and those of a
/// countersignature are countersignatures.
pub(crate) fn are_values_well_formed(unsigned: &Attributes<'_>) -> bool {
    let mut all = unsigned.as_slice().iter();
    all.all(|attribute| {
        let values = || attribute.reader("AttributeValue");
        are_well_formed(values(), EncodingRules::Ber)
            && (attribute.oid() != oid::ID_COUNTERSIGNATURE
                || SignerInfo::are_countersignatures(values()))
    })
}

/// Whether an attribute stands among unsigned attributes that must be signed: content-type,
/// message-digest and signing-time (RFC 5652 11.1 to 11.3), cmsAlgorithmProtection (RFC 6211 2) and
/// ESS signing-certificate (RFC 2634 5.4, RFC 5035 3).
pub(crate) fn has_misplaced(unsigned: &Attributes<'_>) -> bool {
    unsigned.as_slice().iter().any(|attribute| {
        matches!(
            attribute.oid(),
            oid::ID_CONTENT_TYPE
                | oid::ID_MESSAGE_DIGEST
                | oid::ID_SIGNING_TIME
                | oid::ID_ALGORITHM_PROTECTION
                | oid::ID_SIGNING_CERTIFICATE
                | oid::ID_SIGNING_CERTIFICATE_V2
        )
    })
}

fn protection<'a>(value: &Element<'a>) -> Result<AlgorithmProtection<'a>, Error> {
    let mut fields = value.reader("CMSAlgorithmProtection");
    let digest = AlgorithmIdentifier::read(&mut fields)?;
    let signature = match fields.optional(tag::context(1))? {
        Some(element) => Some(AlgorithmIdentifier::from_fields(
            element,
            element.reader("CMSAlgorithmProtection"),
        )?),
        None => None,
    };
    // Exactly one of signatureAlgorithm and macAlgorithm (RFC 6211 2); with the latter, nothing
    // can match.
    let signature = signature.filter(|_| fields.peek() != Some(tag::context(2)));
    fields.optional(tag::context(2))?;
    fields.finish()?;
    Ok(AlgorithmProtection { digest, signature })
}

impl AlgorithmProtection<'_> {
    /// Whether it names the algorithms of this signer.
    fn covers(&self, signer: &SignerInfo<'_>) -> bool {
        self.digest.same_as(&signer.digest_algorithm())
            && self
                .signature
                .is_some_and(|own| own.same_as(&signer.signature_algorithm()))
    }
}

/// The outcome of the algorithm protection check.
pub(crate) fn check_algorithm_protection(covers: Option<bool>) -> Check {
    let id = CheckId::AlgorithmProtection;
    match covers {
        None => Check::not_applicable(id),
        Some(true) => Check::passed(id),
        Some(false) => Check::failed(
            id,
            SubIndication::SigCryptoFailure,
            Reason::AlgorithmProtectionDiffers,
        ),
    }
}

impl CertificateHash<'_> {
    /// Whether it names this certificate.
    fn names(
        &self,
        certificate: &Certificate<'_>,
        digest: impl FnOnce(DigestAlgorithm) -> Option<Digest>,
    ) -> Result<bool, Reason> {
        let algorithm = match self.algorithm {
            Some(identifier) => identifier
                .digest()
                .ok_or_else(|| Reason::AlgorithmUnsupported(identifier.oid().into()))?,
            None if self.is_v1 => DigestAlgorithm::Sha1,
            None => DigestAlgorithm::Sha256,
        };
        Ok(
            digest(algorithm).is_some_and(|digest| digest.as_bytes() == self.hash)
                && self.issuer_serial.is_none_or(|(issuer, serial)| {
                    serial == certificate.serial()
                        && issuer.is_some_and(|issuer| issuer.matches(&certificate.issuer()))
                }),
        )
    }
}

/// Whether every ESS attribute names the signer's certificate, of which `digest` gives the digests.
pub(crate) fn check_signing_certificate(
    hashes: &[CertificateHash<'_>],
    certificate: &Certificate<'_>,
    digest: impl Fn(DigestAlgorithm) -> Option<Digest>,
) -> Check {
    let undecided = |reason| {
        Check::undecided(
            CheckId::SigningCertificate,
            SubIndication::SigConstraintsFailure,
            reason,
        )
    };
    for hash in hashes {
        match hash.names(certificate, &digest) {
            Ok(true) => {}
            Ok(false) => return undecided(Reason::SigningCertificateDiffers),
            Err(reason) => return undecided(reason),
        }
    }
    Check::passed(CheckId::SigningCertificate)
}

/// The first certificate of `SigningCertificate` or `SigningCertificateV2`: the signer's.
fn certificate_hash<'a>(value: &Element<'a>, is_v1: bool) -> Result<CertificateHash<'a>, Error> {
    let mut fields = value.reader("SigningCertificate");
    let mut certs = fields.element(tag::SEQUENCE)?.reader("SigningCertificate");
    fields.optional(tag::SEQUENCE)?;
    fields.finish()?;
    let mut first = certs.element(tag::SEQUENCE)?.reader("ESSCertID");
    let algorithm = if !is_v1 && first.peek() == Some(tag::SEQUENCE) {
        Some(AlgorithmIdentifier::read(&mut first)?)
    } else {
        None
    };
    let hash = first.element(tag::OCTET_STRING)?.value();
    let issuer_serial = first
        .optional(tag::SEQUENCE)?
        .map(issuer_serial)
        .transpose()?;
    first.finish()?;
    Ok(CertificateHash {
        algorithm,
        is_v1,
        hash,
        issuer_serial,
    })
}

/// The issuer, if it is given as the one directoryName that RFC 5035 5 asks for, and the serial
/// number.
fn issuer_serial(element: Element<'_>) -> Result<(Option<Name<'_>>, &[u8]), Error> {
    let mut fields = element.reader("IssuerSerial");
    let mut names = fields.element(tag::SEQUENCE)?.reader("GeneralNames");
    let issuer = match names.optional(tag::context(4))? {
        Some(explicit) if names.is_empty() => {
            let mut inside = explicit.reader("GeneralName");
            let name = Name::read(&mut inside)?;
            inside.finish()?;
            Some(name)
        }
        _ => None,
    };
    let serial = fields.element(tag::INTEGER)?.integer()?;
    fields.finish()?;
    Ok((issuer, serial))
}

/// Whether a content that was signed without attributes may be signed attributes in disguise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Confusion {
    /// There is nothing to look at: signed attributes, or no content.
    None,
    /// Only a digest of the content is there.
    Unknown,
    /// Whether it may.
    CandidateFacts(bool),
}

/// The outcome of the attribute confusion check.
pub(crate) fn check_confusion(confusion: Confusion) -> Check {
    let id = CheckId::AttributeConfusion;
    match confusion {
        Confusion::None => Check::not_applicable(id),
        Confusion::Unknown => Check::not_checked(id, Reason::ContentUnknown),
        Confusion::CandidateFacts(false) => Check::passed(id),
        Confusion::CandidateFacts(true) => Check::undecided(
            id,
            SubIndication::SigConstraintsFailure,
            Reason::AttributesAsContent,
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, check_der, issuer_serial};
    use crate::encoding::der::tag;

    #[test]
    fn padding_is_that_of_the_last_octet_of_a_bit_string() {
        let is_der = |octets| check_der(Reader::new(octets, 0, "AttributeValue")).is_ok();
        assert!(is_der(&[3, 3, 1, 0x81, 0x80]));
        assert!(!is_der(&[3, 3, 1, 0x80, 0x81]));
    }

    #[test]
    fn a_general_name_is_one_name() {
        let read = |octets| {
            let mut reader = Reader::new(octets, 0, "IssuerSerial");
            let element = reader.element(tag::SEQUENCE).expect("SEQUENCE");
            issuer_serial(element).is_ok()
        };
        assert!(read(&[0x30, 9, 0x30, 4, 0xa4, 2, 0x30, 0, 2, 1, 1]));
        let two = [0x30, 11, 0x30, 6, 0xa4, 4, 0x30, 0, 0x30, 0, 2, 1, 1];
        assert!(!read(&two));
    }
}
