//! `SingleResponse`: the status of one certificate.

use super::form::unprocessed;
use super::time;
use crate::algorithm::AlgorithmIdentifier;
use crate::encoding::der::{Element, Reader, tag};
use crate::encoding::error::{Error, ErrorKind};
use crate::encoding::oid::{self, Oid};
use crate::encoding::time::Time;
use crate::x509::{Extensions, read_reason};

/// ```asn1
/// SingleResponse ::= SEQUENCE {
///   certID CertID, certStatus CertStatus, thisUpdate GeneralizedTime,
///   nextUpdate [0] GeneralizedTime OPTIONAL, singleExtensions [1] Extensions OPTIONAL }
/// CertID ::= SEQUENCE { hashAlgorithm AlgorithmIdentifier, issuerNameHash OCTET STRING,
///   issuerKeyHash OCTET STRING, serialNumber CertificateSerialNumber }
/// ```
/// RFC 6960 4.1.1, 4.2.1
#[derive(Clone, Copy)]
pub struct SingleResponse<'a> {
    hash_algorithm: AlgorithmIdentifier<'a>,
    name_hash: &'a [u8],
    key_hash: &'a [u8],
    serial: &'a [u8],
    status: CertificateStatus,
    this_update: Time,
    next_update: Option<Time>,
    invalidity_date: Option<Time>,
    unprocessed: Option<Oid<'a>>,
}

/// ```asn1
/// CertStatus ::= CHOICE {
///   good [0] IMPLICIT NULL, revoked [1] IMPLICIT RevokedInfo, unknown [2] IMPLICIT NULL }
/// RevokedInfo ::= SEQUENCE {
///   revocationTime GeneralizedTime, revocationReason [0] CRLReason OPTIONAL }
/// ```
/// RFC 6960 4.2.1
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateStatus {
    /// Not revoked, so far as the responder knows; it need not exist (RFC 6960 2.2).
    Good,
    /// Revoked or on hold.
    Revoked {
        /// Since when.
        revoked_at: Time,
        /// The number of the `CRLReason`: 0 to 6, 8 to 10.
        reason: Option<u8>,
    },
    /// The responder does not know the certificate.
    Unknown,
}

impl<'a> SingleResponse<'a> {
    pub(super) fn read(reader: &mut Reader<'a>, is_strict: &mut bool) -> Result<Self, Error> {
        let mut fields = reader.element(tag::SEQUENCE)?.reader("SingleResponse");
        let mut id = fields.element(tag::SEQUENCE)?.reader("CertID");
        let hash_algorithm = AlgorithmIdentifier::read(&mut id)?;
        let name_hash = id.element(tag::OCTET_STRING)?.value();
        let key_hash = id.element(tag::OCTET_STRING)?.value();
        let serial = id.element(tag::INTEGER)?.integer()?;
        id.finish()?;
        // RFC 5280 4.1.2.2: serial numbers are positive.
        *is_strict &= serial[0] < 0x80 && serial != [0];
        let status = CertificateStatus::read(&fields.any()?)?;
        let this_update = time(&mut fields)?;
        let next_update = match fields.optional(tag::context(0))? {
            None => None,
            Some(explicit) => {
                let mut inside = explicit.reader("nextUpdate");
                let next_update = time(&mut inside)?;
                inside.finish()?;
                Some(next_update)
            }
        };
        let extensions = fields.optional(tag::context(1))?;
        let unprocessed = unprocessed(extensions, &[oid::INVALIDITY_DATE], is_strict)?;
        fields.finish()?;
        let (invalidity_date, unread_date) = invalidity_date(Extensions::explicit(extensions)?)?;
        Ok(Self {
            hash_algorithm,
            name_hash,
            key_hash,
            serial,
            status,
            this_update,
            next_update,
            invalidity_date,
            unprocessed: unprocessed.or(unread_date),
        })
    }

    /// The digest algorithm of the two hashes.
    pub fn hash_algorithm(&self) -> AlgorithmIdentifier<'a> {
        self.hash_algorithm
    }

    /// The digest of the issuer's name, as it stands in the certificate.
    pub fn name_hash(&self) -> &'a [u8] {
        self.name_hash
    }

    /// The digest of the issuer's public key: of the BIT STRING's octets without the number of
    /// unused bits.
    pub fn key_hash(&self) -> &'a [u8] {
        self.key_hash
    }

    /// The serial number of the certificate: the content octets of its INTEGER.
    pub fn serial(&self) -> &'a [u8] {
        self.serial
    }

    /// The status that the responder states.
    pub fn status(&self) -> CertificateStatus {
        self.status
    }

    /// thisUpdate: when the status was known to be true.
    pub fn this_update(&self) -> Time {
        self.this_update
    }

    /// nextUpdate: by when there will be newer information; `None` if newer information is always
    /// available.
    pub fn next_update(&self) -> Option<Time> {
        self.next_update
    }

    /// Since when the CA knows or suspects the key to be in other hands, or the certificate to be
    /// invalid otherwise, if the answer says so (RFC 6960 4.4.5: the CRL entry extension
    /// invalidityDate, RFC 5280 5.3.2).
    pub fn invalid_since(&self) -> Option<Time> {
        self.invalidity_date
    }

    /// The first extension that forbids the use of the answer: a critical one that is not known, or
    /// an invalidityDate that can't be read or stands twice.
    pub fn unprocessed(&self) -> Option<Oid<'a>> {
        self.unprocessed
    }
}

/// The invalidityDate among singleExtensions, or its identifier if it can't be read or stands
/// more than once.
fn invalidity_date(extensions: Extensions<'_>) -> Result<(Option<Time>, Option<Oid<'_>>), Error> {
    let mut date = None;
    let mut unread = None;
    for extension in extensions {
        let extension = extension?;
        if extension.oid() == oid::INVALIDITY_DATE {
            let read = extension.invalidity_date().ok();
            if read.is_none() || date.is_some() {
                unread = Some(extension.oid());
            }
            date = read.or(date);
        }
    }
    Ok((date, unread))
}

impl CertificateStatus {
    /// Whether it is "revoked" for the reason removeFromCRL, which is none (RFC 5280 5.3.1).
    pub(crate) fn is_removal(self) -> bool {
        matches!(
            self,
            Self::Revoked {
                reason: Some(8),
                ..
            }
        )
    }

    fn read(choice: &Element<'_>) -> Result<Self, Error> {
        let broken = |kind| Error::new(kind, choice.offset(), "CertStatus");
        let simple = if choice.tag() == tag::context_primitive(0) {
            Self::Good
        } else if choice.tag() == tag::context_primitive(2) {
            Self::Unknown
        } else if choice.tag() == tag::context(1) {
            return Self::read_revoked(choice.reader("RevokedInfo"));
        } else {
            return Err(broken(ErrorKind::Choice));
        };
        match choice.value() {
            [] => Ok(simple),
            _ => Err(broken(ErrorKind::Null)),
        }
    }

    fn read_revoked(mut fields: Reader<'_>) -> Result<Self, Error> {
        let revoked_at = time(&mut fields)?;
        let reason = match fields.optional(tag::context(0))? {
            None => None,
            Some(explicit) => {
                let mut inside = explicit.reader("CRLReason");
                let reason = read_reason(&mut inside)?;
                inside.finish()?;
                Some(reason)
            }
        };
        fields.finish()?;
        Ok(Self::Revoked { revoked_at, reason })
    }
}

impl core::fmt::Debug for SingleResponse<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("SingleResponse").finish_non_exhaustive()
    }
}
