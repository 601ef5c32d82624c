//! `SignerInfo`.

use super::attributes::Attributes;
use crate::algorithm::AlgorithmIdentifier;
use crate::encoding::ber::Der;
use crate::encoding::der::{Element, Reader, tag};
use crate::encoding::error::{Error, ErrorKind};
use crate::encoding::oid;
use crate::encoding::tolerance::{Tolerance, Tolerances};
use crate::x509::{Certificate, Name, subject_key_identifier};

/// Which certificate the signer says is theirs.
///
/// ```asn1
/// SignerIdentifier ::= CHOICE {
///   issuerAndSerialNumber IssuerAndSerialNumber, subjectKeyIdentifier [0] SubjectKeyIdentifier }
/// ```
/// RFC 5652 5.3
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum SignerIdentifier<'a> {
    /// By issuer and serial number.
    IssuerAndSerial {
        /// The issuer.
        issuer: Name<'a>,
        /// The content octets of the serial number.
        serial: &'a [u8],
    },
    /// By the subjectKeyIdentifier extension.
    SubjectKeyIdentifier(&'a [u8]),
}

impl SignerIdentifier<'_> {
    /// Whether it means this certificate.
    pub(crate) fn matches(&self, certificate: &Certificate<'_>) -> bool {
        match self {
            Self::IssuerAndSerial { issuer, serial } => {
                *serial == certificate.serial() && issuer.matches(&certificate.issuer())
            }
            Self::SubjectKeyIdentifier(identifier) => {
                subject_key_identifier(certificate).is_ok_and(|own| own == Some(*identifier))
            }
        }
    }
}

/// One signer's part of the document.
///
/// ```asn1
/// SignerInfo ::= SEQUENCE {
///   version CMSVersion, sid SignerIdentifier, digestAlgorithm DigestAlgorithmIdentifier,
///   signedAttrs [0] IMPLICIT SignedAttributes OPTIONAL,
///   signatureAlgorithm SignatureAlgorithmIdentifier, signature SignatureValue,
///   unsignedAttrs [1] IMPLICIT UnsignedAttributes OPTIONAL }
/// ```
/// RFC 5652 5.3
#[derive(Clone, Copy)]
pub struct SignerInfo<'a> {
    version: Option<u32>,
    identifier: SignerIdentifier<'a>,
    digest_algorithm: AlgorithmIdentifier<'a>,
    signed_attributes: Option<Element<'a>>,
    attributes_as_sent: bool,
    signature_algorithm: AlgorithmIdentifier<'a>,
    signature: &'a [u8],
    unsigned_attributes: Option<Element<'a>>,
}

impl<'a> SignerInfo<'a> {
    pub(crate) fn read(reader: &mut Reader<'a>, der: &Der<'_>) -> Result<Self, Error> {
        let mut info = Self::read_fields(reader)?;
        info.attributes_as_sent = info
            .signed_attributes
            .is_none_or(|element| der.attributes_as_sent(element.offset()));
        Ok(info)
    }

    /// Whether the values of a countersignature are what they must be: one `SignerInfo` or more, of
    /// which none has a content-type (RFC 5652 11.4). Whether they verify is not looked at.
    pub(crate) fn are_countersignatures(mut values: Reader<'a>) -> bool {
        let mut has_any = false;
        while !values.is_empty() {
            has_any = true;
            let Ok(info) = Self::read_fields(&mut values) else {
                return false;
            };
            let has_content_type = |attributes: Attributes<'_>| {
                let mut all = attributes.as_slice().iter();
                all.any(|attribute| attribute.oid() == oid::ID_CONTENT_TYPE)
            };
            let is_one = match info.signed_attributes() {
                None => true,
                Some(attributes) => attributes.is_ok_and(|it| !has_content_type(it)),
            };
            if !is_one {
                return false;
            }
        }
        has_any
    }

    fn read_fields(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let mut fields = reader.element(tag::SEQUENCE)?.reader("SignerInfo");
        let version = version(&fields.element(tag::INTEGER)?)?;
        // SignerIdentifier is an untagged SEQUENCE or [0] IMPLICIT: the tag tells which (RFC 5652 5.3).
        let identifier = match fields.any()? {
            element if element.tag() == tag::SEQUENCE => {
                let mut inside = element.reader("IssuerAndSerialNumber");
                let issuer = Name::read(&mut inside)?;
                let serial = inside.element(tag::INTEGER)?.integer()?;
                inside.finish()?;
                SignerIdentifier::IssuerAndSerial { issuer, serial }
            }
            element if element.tag() == tag::context_primitive(0) => {
                SignerIdentifier::SubjectKeyIdentifier(element.value())
            }
            element => {
                return Err(Error::new(
                    ErrorKind::Choice,
                    element.offset(),
                    "SignerIdentifier",
                ));
            }
        };
        let digest_algorithm = AlgorithmIdentifier::read(&mut fields)?;
        let signed_attributes = fields.optional(tag::context(0))?;
        let signature_algorithm = AlgorithmIdentifier::read(&mut fields)?;
        let signature = fields.element(tag::OCTET_STRING)?.value();
        let unsigned_attributes = fields.optional(tag::context(1))?;
        fields.finish()?;
        Ok(Self {
            version,
            identifier,
            digest_algorithm,
            signed_attributes,
            attributes_as_sent: true,
            signature_algorithm,
            signature,
            unsigned_attributes,
        })
    }

    /// Whether the version is the one that the identifier asks for: 1 for issuer and serial, 3 for
    /// a key identifier (RFC 5652 5.3).
    pub(crate) fn version_fits(&self) -> bool {
        let wanted = match self.identifier {
            SignerIdentifier::IssuerAndSerial { .. } => 1,
            SignerIdentifier::SubjectKeyIdentifier(_) => 3,
        };
        self.version == Some(wanted)
    }

    /// The tolerances that reading it took: of the signature algorithm's parameters, and of the
    /// issuer's name, which may be BER.
    pub(crate) fn tolerances(&self) -> Tolerances {
        let mut found = self.signature_algorithm.tolerances_in_ber();
        if let SignerIdentifier::IssuerAndSerial { issuer, .. } = &self.identifier {
            found.note(!issuer.is_strict_ber(), Tolerance::Name);
        }
        found
    }

    pub(crate) fn version(&self) -> Option<u32> {
        self.version
    }

    /// The identifier of the signer's certificate (sid).
    pub fn identifier(&self) -> SignerIdentifier<'a> {
        self.identifier
    }

    /// The digest algorithm of content and attributes.
    pub fn digest_algorithm(&self) -> AlgorithmIdentifier<'a> {
        self.digest_algorithm
    }

    /// Whether there are signed attributes, well-formed or not.
    pub fn has_signed_attributes(&self) -> bool {
        self.signed_attributes.is_some()
    }

    /// The signed attributes; `None` if there are none, an error if they can't be read.
    pub fn signed_attributes(&self) -> Option<Result<Attributes<'a>, Error>> {
        self.signed_attributes.map(Attributes::read)
    }

    /// Where the signed attributes stand in the normalised document.
    #[cfg(feature = "diagnose")]
    pub(crate) fn signed_attributes_offset(&self) -> Option<usize> {
        self.signed_attributes.map(|element| element.offset())
    }

    /// Whether the lengths and strings in the signed attributes were sent as DER has them.
    pub(crate) fn attributes_as_sent(&self) -> bool {
        self.attributes_as_sent
    }

    /// The signature algorithm.
    pub fn signature_algorithm(&self) -> AlgorithmIdentifier<'a> {
        self.signature_algorithm
    }

    /// The octets of the signature: for ECDSA the DER of `ECDSA-Sig-Value`.
    pub fn signature(&self) -> &'a [u8] {
        self.signature
    }

    /// The unsigned attributes; `None` if there are none, an error if they can't be read. No
    /// signature covers them: show them, never rely on them.
    pub fn unsigned_attributes(&self) -> Option<Result<Attributes<'a>, Error>> {
        self.unsigned_attributes.map(Attributes::read)
    }
}

/// A `CMSVersion`; `None` for a number that no version has.
pub(super) fn version(element: &Element<'_>) -> Result<Option<u32>, Error> {
    element.integer()?;
    Ok(element.small_integer().ok())
}
