//! `ContentInfo` and `SignedData`.

use super::signer_info::{SignerInfo, version};
use crate::algorithm::{AlgorithmIdentifier, check_digest_algorithms};
use crate::encoding::ber::{Der, Limits, skip};
use crate::encoding::der::{Element, Reader, tag};
use crate::encoding::error::{Error, ErrorKind, OtherFormat};
use crate::encoding::oid::{self, Oid};
use crate::encoding::structure;
use crate::encoding::tolerance::Tolerances;
use crate::x509::Certificate;
use alloc::vec::Vec;

/// A member of `certificates`.
///
/// ```asn1
/// CertificateChoices ::= CHOICE {
///   certificate Certificate, extendedCertificate [0] ExtendedCertificate,
///   v1AttrCert [1] AttributeCertificateV1, v2AttrCert [2] AttributeCertificateV2,
///   other [3] OtherCertificateFormat }
/// ```
/// RFC 5652 10.2.2
#[derive(Clone, Copy)]
#[non_exhaustive]
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every member is the large one"
)]
pub enum CertificateChoice<'a> {
    /// A certificate of RFC 5280.
    Certificate(Certificate<'a>),
    /// Another choice, or one that can't be read: kept, and not used.
    Unrecognised(UnrecognisedCertificate<'a>),
}

impl<'a> CertificateChoice<'a> {
    /// The certificate, if this is one that can be read.
    pub const fn certificate(&self) -> Option<&Certificate<'a>> {
        match self {
            Self::Certificate(certificate) => Some(certificate),
            Self::Unrecognised(_) => None,
        }
    }
}

/// A member of `certificates` that can't be read, or that is of another choice than a certificate. It
/// is not used.
#[derive(Clone, Copy)]
pub struct UnrecognisedCertificate<'a> {
    octets: &'a [u8],
    error: Option<Error>,
}

impl<'a> UnrecognisedCertificate<'a> {
    /// The octets of the member, tag and length included.
    pub const fn octets(&self) -> &'a [u8] {
        self.octets
    }

    /// Which rule keeps a member from being read that has the tag of a certificate; `None` for the
    /// other choices. It counts octets in the normalised document: for those of the document as it
    /// was sent see [`SignedDocument::certificate_error`](crate::SignedDocument::certificate_error).
    pub(crate) const fn error(&self) -> Option<Error> {
        self.error
    }
}

/// A certificate is personal data: `Debug` shows how long it is.
impl core::fmt::Debug for CertificateChoice<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Certificate(certificate) => certificate.fmt(f),
            Self::Unrecognised(it) => write!(f, "Unrecognised({} octets)", it.octets.len()),
        }
    }
}

/// ```asn1
/// SignedData ::= SEQUENCE {
///   version CMSVersion, digestAlgorithms DigestAlgorithmIdentifiers,
///   encapContentInfo EncapsulatedContentInfo, certificates [0] IMPLICIT CertificateSet OPTIONAL,
///   crls [1] IMPLICIT RevocationInfoChoices OPTIONAL, signerInfos SignerInfos }
/// EncapsulatedContentInfo ::= SEQUENCE {
///   eContentType ContentType, eContent [0] EXPLICIT OCTET STRING OPTIONAL }
/// ```
/// RFC 5652 5.1 and 5.2
pub(crate) struct SignedData<'a> {
    version: Option<u32>,
    digest_algorithms: Element<'a>,
    tolerances: Tolerances,
    pub(crate) content_type: Oid<'a>,
    pub(crate) content: Option<&'a [u8]>,
    /// Whether the content is an OCTET STRING (RFC 5652 5.2), where there is one.
    pub(crate) is_content_octet_string: bool,
    pub(crate) certificates: Vec<CertificateChoice<'a>>,
    crls: Option<Element<'a>>,
    pub(crate) signers: Vec<SignerInfo<'a>>,
}

impl<'a> SignedData<'a> {
    pub(crate) fn read(der: &'a Der<'_>) -> Result<Self, Error> {
        let limits = der.limits();
        let mut outer = Reader::new(der.octets(), 0, "ContentInfo");
        let content_info = outer.element(tag::SEQUENCE)?;
        let mut fields = content_info.reader("ContentInfo");
        if fields.peek() != Some(tag::OID)
            && let Some(what) = structure::of_der(der.octets())
        {
            return Err(Error::new(ErrorKind::OtherFormat(what), 0, "ContentInfo"));
        }
        let content_type = fields.element(tag::OID)?;
        let content = content_type.oid()?;
        if content != oid::ID_SIGNED_DATA {
            let kind = match content {
                oid::ID_ENVELOPED_DATA | oid::ID_ENCRYPTED_DATA | oid::ID_AUTH_ENVELOPED_DATA => {
                    ErrorKind::OtherFormat(OtherFormat::Encrypted)
                }
                _ => ErrorKind::NotSignedData,
            };
            return Err(Error::new(kind, content_type.offset(), "ContentInfo"));
        }
        let mut explicit = fields.element(tag::context(0))?.reader("ContentInfo");
        fields.finish()?;
        let signed_data = explicit.element(tag::SEQUENCE)?;
        explicit.finish()?;

        let mut fields = signed_data.reader("SignedData");
        let version = version(&fields.element(tag::INTEGER)?)?;
        let digest_algorithms = fields.element(tag::SET)?;
        let tolerances = check_digest_algorithms(digest_algorithms, limits.entries)?;
        let (content_type, content) = encapsulated(fields.element(tag::SEQUENCE)?)?;
        let is_content_octet_string = content.is_none_or(|it| it.tag() == tag::OCTET_STRING);
        let certificates = match fields.optional(tag::context(0))? {
            None => Vec::new(),
            Some(set) => certificates(set, limits)?,
        };
        let crls = fields.optional(tag::context(1))?;
        if let Some(set) = crls
            && members(crls).count() > limits.revocation_infos
        {
            return Err(Error::new(
                ErrorKind::Entries,
                set.offset(),
                "RevocationInfoChoices",
            ));
        }
        let signer_infos = fields.element(tag::SET)?;
        fields.finish()?;
        let mut members = signer_infos.reader("SignerInfos");
        // Nearly every document has one signer and one certificate.
        let mut signers = Vec::with_capacity(1);
        while !members.is_empty() {
            if signers.len() == limits.entries {
                return Err(members.broken(ErrorKind::Entries));
            }
            signers.push(SignerInfo::read(&mut members, der)?);
        }
        Ok(Self {
            version,
            digest_algorithms,
            tolerances,
            content_type,
            content: content.map(|content| content.value()),
            is_content_octet_string,
            certificates,
            crls,
            signers,
        })
    }

    /// Whether the signer's digest algorithm is in digestAlgorithms (RFC 5652 5.1).
    pub(crate) fn lists(&self, algorithm: &AlgorithmIdentifier<'_>) -> bool {
        let mut members = self.digest_algorithms.reader("DigestAlgorithmIdentifiers");
        core::iter::from_fn(|| AlgorithmIdentifier::read(&mut members).ok())
            .any(|member| member.oid() == algorithm.oid())
    }

    /// The tolerances that reading digestAlgorithms took: of the parameters of those that are known.
    pub(crate) fn tolerances(&self) -> Tolerances {
        self.tolerances
    }

    /// Whether the version is the one that RFC 5652 5.1 asks for. Documents without certificates
    /// of other formats have 1 or 3; 4 and 5 come with attribute certificates and other formats.
    pub(crate) fn version_fits(&self) -> bool {
        let has_certificate = |wanted: u8| {
            self.certificates.iter().any(|choice| match choice {
                CertificateChoice::Certificate(_) => false,
                CertificateChoice::Unrecognised(it) => it.octets.first() == Some(&wanted),
            })
        };
        let other_crl = self
            .revocation_infos()
            .any(|info| !matches!(info, RevocationInfo::Crl(_)));
        let wanted = if has_certificate(tag::context(3)) || other_crl {
            5
        } else if has_certificate(tag::context(2)) {
            4
        } else if has_certificate(tag::context(1))
            || self.content_type != oid::ID_DATA
            || self
                .signers
                .iter()
                .any(|signer| signer.version() == Some(3))
        {
            3
        } else {
            1
        };
        self.version == Some(wanted)
    }

    /// The members of `crls`.
    pub(crate) fn revocation_infos(&self) -> impl Iterator<Item = RevocationInfo<'a>> + use<'a> {
        members(self.crls).map(RevocationInfo::of)
    }
}

/// A member of `crls`, told apart by its tag and format and not read further.
///
/// ```asn1
/// RevocationInfoChoice ::= CHOICE {
///   crl CertificateList, other [1] IMPLICIT OtherRevocationInfoFormat }
/// OtherRevocationInfoFormat ::= SEQUENCE {
///   otherRevInfoFormat OBJECT IDENTIFIER, otherRevInfo ANY DEFINED BY otherRevInfoFormat }
/// ```
/// RFC 5652 10.2.1
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RevocationInfo<'a> {
    /// The octets of a CRL.
    Crl(&'a [u8]),
    /// The octets of an OCSP response (RFC 5940 2).
    Ocsp(&'a [u8]),
    /// Another format.
    Other(&'a [u8]),
}

impl<'a> RevocationInfo<'a> {
    /// otherRevInfoFormat: the identifier of another format.
    pub(crate) fn format(octets: &'a [u8]) -> Result<Oid<'a>, Error> {
        let structure = "OtherRevocationInfoFormat";
        let choice = Reader::new(octets, 0, structure).any()?;
        choice.reader(structure).element(tag::OID)?.oid()
    }

    /// Tells a member of `crls` by its tag: a CRL is a SEQUENCE, another format is `[1]`, and that is an
    /// OCSP response if its identifier says so (RFC 5940). What can't be read is of another format.
    fn of(octets: &'a [u8]) -> Self {
        if octets.first() == Some(&tag::SEQUENCE) {
            return Self::Crl(octets);
        }
        let mut reader = Reader::new(octets, 0, "OtherRevocationInfoFormat");
        let ocsp = reader.element(tag::context(1)).and_then(|other| {
            let mut fields = other.reader("OtherRevocationInfoFormat");
            let format = fields.element(tag::OID)?.oid()?;
            let info = fields.element(tag::SEQUENCE)?;
            fields.finish()?;
            Ok((format == oid::RI_OCSP_RESPONSE).then_some(info.octets()))
        });
        match ocsp {
            Ok(Some(response)) => Self::Ocsp(response),
            _ => Self::Other(octets),
        }
    }

    /// The octets of the CRL or the OCSP response; of another format the octets of the member.
    pub const fn octets(&self) -> &'a [u8] {
        match self {
            Self::Crl(octets) | Self::Ocsp(octets) | Self::Other(octets) => octets,
        }
    }
}

impl core::fmt::Debug for RevocationInfo<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let kind = match self {
            Self::Crl(_) => "Crl",
            Self::Ocsp(_) => "Ocsp",
            Self::Other(_) => "Other",
        };
        write!(f, "{kind}({} octets)", self.octets().len())
    }
}

fn encapsulated(element: Element<'_>) -> Result<(Oid<'_>, Option<Element<'_>>), Error> {
    let mut fields = element.reader("EncapsulatedContentInfo");
    let content_type = fields.element(tag::OID)?.oid()?;
    let content = match fields.optional(tag::context(0))? {
        None => None,
        Some(explicit) => {
            let mut inside = explicit.reader("EncapsulatedContentInfo");
            let content = inside.any()?;
            // PKCS#7 1.5 allowed any type here, and digests its content octets as they are those
            // of an OCTET STRING (RFC 5652 5.2.1). Data is always octets, and anything else is a
            // tolerance.
            if content.tag() != tag::OCTET_STRING && content_type == oid::ID_DATA {
                let offset = content.offset();
                return Err(Error::new(
                    ErrorKind::ContentNotOctets,
                    offset,
                    "EncapsulatedContentInfo",
                ));
            }
            inside.finish()?;
            Some(content)
        }
    };
    fields.finish()?;
    Ok((content_type, content))
}

fn certificates(set: Element<'_>, limits: Limits) -> Result<Vec<CertificateChoice<'_>>, Error> {
    let mut certificates = Vec::with_capacity(1);
    // Where each member stands: they follow the header of the set, and one another.
    let mut at = set.offset() + set.octets().len() - set.value().len();
    for octets in members(Some(set)) {
        if certificates.len() == limits.entries {
            return Err(Error::new(
                ErrorKind::Entries,
                set.offset(),
                "CertificateSet",
            ));
        }
        certificates.push(match Certificate::from_der(octets) {
            Ok(certificate) => CertificateChoice::Certificate(certificate),
            Err(error) => {
                let is_certificate = octets.first() == Some(&tag::SEQUENCE);
                let error = is_certificate.then(|| error.at(at + error.offset()));
                CertificateChoice::Unrecognised(UnrecognisedCertificate { octets, error })
            }
        });
        at += octets.len();
    }
    Ok(certificates)
}

/// The members of a set whose octets stayed as they came. The BER pass has found an end to each.
fn members<'a>(set: Option<Element<'a>>) -> impl Iterator<Item = &'a [u8]> + use<'a> {
    let octets: &'a [u8] = set.map_or(&[], |set| set.value());
    let mut at = 0;
    core::iter::from_fn(move || {
        let start = at;
        at = (start < octets.len())
            .then(|| skip(octets, start, octets.len()).ok())
            .flatten()?;
        Some(&octets[start..at])
    })
}
