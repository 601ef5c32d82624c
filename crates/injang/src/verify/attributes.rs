//! The rules of signed attributes (RFC 5652 5.3 and 11), and what they say.

use crate::algorithm::{AlgorithmIdentifier, DigestAlgorithm};
use crate::cms::{Attribute, Attributes, SignerInfo};
use crate::crypto::CryptoProvider;
use crate::der::{Element, Reader, tag};
use crate::error::Error;
use crate::oid::{self, Oid};
use crate::report::{Check, CheckId, Reason, SubIndication};
use crate::time::Time;
use crate::x509::Certificate;
use alloc::vec::Vec;

/// What well-formed signed attributes say.
pub(super) struct SignedAttributes<'a> {
    pub(super) set: Attributes<'a>,
    pub(super) message_digest: &'a [u8],
    pub(super) signing_time: Option<Time>,
    pub(super) algorithm_protection: Option<AlgorithmProtection<'a>>,
    /// The first `ESSCertID` or `ESSCertIDv2` of each attribute that is there.
    pub(super) certificate_hashes: Vec<CertificateHash<'a>>,
}

/// ```asn1
/// CMSAlgorithmProtection ::= SEQUENCE {
///   digestAlgorithm DigestAlgorithmIdentifier,
///   signatureAlgorithm [1] SignatureAlgorithmIdentifier OPTIONAL,
///   macAlgorithm [2] MessageAuthenticationCodeAlgorithm OPTIONAL }
/// ```
/// RFC 6211 2
#[derive(Clone, Copy)]
pub(super) struct AlgorithmProtection<'a> {
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
pub(super) struct CertificateHash<'a> {
    /// `None` stands for the default of the structure.
    algorithm: Option<AlgorithmIdentifier<'a>>,
    /// Whether it is of the first version, whose hash is always SHA-1.
    is_v1: bool,
    hash: &'a [u8],
    serial: Option<&'a [u8]>,
}

impl<'a> SignedAttributes<'a> {
    /// Reads the signed attributes of a signer and judges them; `None` if there are none.
    pub(super) fn read(
        signer: &SignerInfo<'a>,
        content_type: Oid<'_>,
    ) -> Result<Option<Self>, Check> {
        let failed = |reason| {
            Check::failed(CheckId::SignedAttributes, SubIndication::FormatFailure, reason)
        };
        match signer.signed_attributes() {
            None if content_type != oid::ID_DATA => {
                Err(failed(Reason::ContentTypeNeedsAttributes(content_type.into())))
            }
            None => Ok(None),
            Some(Err(error)) => Err(failed(Reason::Malformed(error))),
            Some(Ok(set)) => Self::judge(set, content_type).map(Some).map_err(failed),
        }
    }

    fn judge(set: Attributes<'a>, content_type: Oid<'_>) -> Result<Self, Reason> {
        let mut types: Vec<Oid<'a>> = set.iter().map(|attribute| attribute.oid()).collect();
        if types.is_empty() {
            return Err(Reason::AttributesEmpty);
        }
        types.sort_unstable();
        if let Some(pair) = types.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(Reason::AttributeRepeated(pair[0].into()));
        }
        let mut stated_type = None;
        let mut message_digest = None;
        let mut signing_time = None;
        let mut algorithm_protection = None;
        let mut certificate_hashes = Vec::new();
        for attribute in set.iter() {
            match attribute.oid() {
                oid::ID_CONTENT_TYPE => stated_type = Some(single(&attribute, |v| v.oid(), tag::OID)?),
                oid::ID_MESSAGE_DIGEST => {
                    message_digest = Some(single(&attribute, |v| Ok(v.value()), tag::OCTET_STRING)?);
                }
                oid::ID_SIGNING_TIME => signing_time = Some(self::signing_time(&attribute)?),
                oid::ID_COUNTERSIGNATURE => {
                    return Err(Reason::AttributeForbidden(attribute.oid().into()));
                }
                oid::ID_ALGORITHM_PROTECTION => {
                    algorithm_protection = Some(single(&attribute, protection, tag::SEQUENCE)?);
                }
                oid::ID_SIGNING_CERTIFICATE => {
                    certificate_hashes.push(single(&attribute, |v| certificate_hash(v, true), tag::SEQUENCE)?);
                }
                oid::ID_SIGNING_CERTIFICATE_V2 => {
                    certificate_hashes.push(single(&attribute, |v| certificate_hash(v, false), tag::SEQUENCE)?);
                }
                _ => {}
            }
        }
        let missing = |oid: Oid<'_>| Reason::AttributeMissing(oid.into());
        if stated_type.ok_or_else(|| missing(oid::ID_CONTENT_TYPE))? != content_type {
            return Err(Reason::ContentTypeDiffers);
        }
        Ok(Self {
            set,
            message_digest: message_digest.ok_or_else(|| missing(oid::ID_MESSAGE_DIGEST))?,
            signing_time,
            algorithm_protection,
            certificate_hashes,
        })
    }
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

fn signing_time(attribute: &Attribute<'_>) -> Result<Time, Reason> {
    let value = only(attribute)?;
    Time::from_element(&value).map_err(|_| Reason::AttributeValueType(attribute.oid().into()))
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
    // A macAlgorithm has no place beside a signature; without a signatureAlgorithm the attribute
    // protects nothing here and can't match.
    fields.finish()?;
    Ok(AlgorithmProtection { digest, signature })
}

impl AlgorithmProtection<'_> {
    /// Whether it names the algorithms of this signer.
    pub(super) fn check(&self, signer: &SignerInfo<'_>) -> Check {
        let same = self.digest.same_as(&signer.digest_algorithm())
            && self.signature.is_some_and(|own| own.same_as(&signer.signature_algorithm()));
        if same {
            Check::passed(CheckId::AlgorithmProtection)
        } else {
            Check::failed(
                CheckId::AlgorithmProtection,
                SubIndication::SigCryptoFailure,
                Reason::AlgorithmProtectionDiffers,
            )
        }
    }
}

impl CertificateHash<'_> {
    /// Whether it names this certificate.
    fn names(&self, certificate: &Certificate<'_>, crypto: &dyn CryptoProvider) -> Result<bool, Reason> {
        let algorithm = match self.algorithm {
            Some(identifier) => identifier
                .digest()
                .ok_or_else(|| Reason::AlgorithmUnsupported(identifier.oid().into()))?,
            None if self.is_v1 => DigestAlgorithm::Sha1,
            None => DigestAlgorithm::Sha256,
        };
        let digest = crypto.digest(algorithm, &[certificate.octets()]);
        Ok(digest.is_some_and(|digest| digest.as_bytes() == self.hash)
            && self.serial.is_none_or(|serial| serial == certificate.serial()))
    }
}

/// Whether every ESS attribute names the signer's certificate.
pub(super) fn check_signing_certificate(
    hashes: &[CertificateHash<'_>],
    certificate: &Certificate<'_>,
    crypto: &dyn CryptoProvider,
) -> Check {
    let undecided = |reason| {
        Check::undecided(CheckId::SigningCertificate, SubIndication::SigConstraintsFailure, reason)
    };
    for hash in hashes {
        match hash.names(certificate, crypto) {
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
    let serial = match first.optional(tag::SEQUENCE)? {
        None => None,
        Some(issuer_serial) => {
            let mut fields: Reader<'a> = issuer_serial.reader("IssuerSerial");
            fields.element(tag::SEQUENCE)?;
            let serial = fields.element(tag::INTEGER)?.integer()?;
            fields.optional(tag::BIT_STRING)?;
            fields.finish()?;
            Some(serial)
        }
    };
    first.finish()?;
    Ok(CertificateHash { algorithm, is_v1, hash, serial })
}

/// Whether a content is what a signer would sign as attributes: then its signature may have been
/// made for another document (IACR ePrint 2023/1801).
pub(super) fn confusion(content: &[u8]) -> Check {
    let is_confusing = Attributes::from_content(content).is_some_and(|set| {
        let has = |wanted| set.iter().any(|attribute| attribute.oid() == wanted);
        has(oid::ID_CONTENT_TYPE) && has(oid::ID_MESSAGE_DIGEST)
    });
    if is_confusing {
        Check::undecided(
            CheckId::AttributeConfusion,
            SubIndication::SigConstraintsFailure,
            Reason::AttributesAsContent,
        )
    } else {
        Check::passed(CheckId::AttributeConfusion)
    }
}
