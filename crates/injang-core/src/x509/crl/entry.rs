//! One entry of revokedCertificates.

use crate::encoding::der::{Element, Reader, tag};
use crate::encoding::error::{Error, ErrorKind};
use crate::encoding::oid::{self, Oid};
use crate::encoding::time::Time;
use crate::x509::extension::{Extension, Extensions};
use crate::x509::{GeneralName, Name};
use alloc::vec::Vec;

/// ```asn1
/// SEQUENCE { userCertificate CertificateSerialNumber, revocationDate Time,
///   crlEntryExtensions Extensions OPTIONAL }
/// ```
/// RFC 5280 5.1
pub(super) struct CrlEntry<'a> {
    pub(super) offset: usize,
    pub(super) revoked_at: Time,
    /// invalidityDate (RFC 5280 5.3.2)
    pub(super) invalidity_date: Option<Time>,
    pub(super) reason: Option<u8>,
    /// The certificateIssuer that this entry states itself.
    pub(super) issuer: Option<Name<'a>>,
    /// The first extension that forbids the use of the CRL.
    pub(super) unprocessed: Option<Oid<'a>>,
    /// Whether it has extensions, which belong to version 2.
    pub(super) has_extensions: bool,
    /// Whether it is written as DER and RFC 5280 5.1.2.6 and 5.3 have it.
    pub(super) is_strict: bool,
}

impl<'a> CrlEntry<'a> {
    pub(super) fn read(list: &mut Reader<'a>) -> Result<Self, Error> {
        let element = list.element(tag::SEQUENCE)?;
        let mut fields = element.reader("revokedCertificates");
        let serial = fields.element(tag::INTEGER)?.integer()?;
        let (revoked_at, has_strict_time) = Time::with_form(&fields.any()?)?;
        let mut entry = Self {
            offset: element.offset(),
            revoked_at,
            invalidity_date: None,
            reason: None,
            issuer: None,
            unprocessed: None,
            has_extensions: false,
            // RFC 5280 4.1.2.2: serial numbers are positive.
            is_strict: serial[0] < 0x80 && serial != [0] && has_strict_time,
        };
        if !fields.is_empty() {
            let extensions = fields.element(tag::SEQUENCE)?;
            fields.finish()?;
            entry.has_extensions = true;
            // Extensions ::= SEQUENCE SIZE (1..MAX) OF Extension
            entry.is_strict &= !extensions.value().is_empty();
            entry.read_extensions(extensions)?;
        }
        Ok(entry)
    }

    /// The entry that begins at the first of these octets, which has been read before.
    pub(super) fn again(octets: &'a [u8]) -> Option<Self> {
        Self::read(&mut Reader::new(octets, 0, "revokedCertificates")).ok()
    }

    fn read_extensions(&mut self, list: Element<'a>) -> Result<(), Error> {
        let mut seen = 0u8;
        let mut others = Vec::new();
        for extension in Extensions::new(Some(list)) {
            let extension = extension?;
            self.is_strict &= extension.has_strict_criticality();
            // RFC 5280 5.3.1 to 5.3.3: certificateIssuer is critical, and the two others are not.
            self.is_strict &= match extension.oid() {
                oid::REASON_CODE | oid::INVALIDITY_DATE => !extension.is_critical(),
                oid::CERTIFICATE_ISSUER => extension.is_critical(),
                _ => true,
            };
            // RFC 5280 5.3: those that are known, critical or not.
            let (bit, is_processed) = match extension.oid() {
                oid::REASON_CODE => (1, self.read_reason(&extension).map(|()| true)?),
                oid::CERTIFICATE_ISSUER => (2, self.read_issuer(&extension)?),
                oid::INVALIDITY_DATE => (4, self.read_invalidity_date(&extension)),
                oid::HOLD_INSTRUCTION_CODE => (8, true),
                other => {
                    others.push(other);
                    (0, !extension.is_critical())
                }
            };
            // Of two reasons or issuers, neither counts more than the other.
            if !is_processed || seen & bit != 0 {
                self.unprocessed.get_or_insert(extension.oid());
            }
            seen |= bit;
        }
        // RFC 5280 4.2, to which 5.3 refers: not more than one instance of an extension.
        others.sort_unstable();
        if let Some(pair) = others.windows(2).find(|pair| pair[0] == pair[1]) {
            self.unprocessed.get_or_insert(pair[0]);
        }
        Ok(())
    }

    /// invalidityDate (RFC 5280 5.3.2). Whether it can be read: since when a certificate is
    /// invalid decides, so that an entry that says it unreadably forbids the use of the CRL.
    fn read_invalidity_date(&mut self, extension: &Extension<'a>) -> bool {
        self.invalidity_date = extension.invalidity_date().ok();
        self.invalidity_date.is_some()
    }

    /// reasonCode (RFC 5280 5.3.1).
    fn read_reason(&mut self, extension: &Extension<'a>) -> Result<(), Error> {
        let mut inside = extension.reader("CRLReason");
        self.reason = Some(read_reason(&mut inside)?);
        inside.finish()
    }

    /// certificateIssuer (RFC 5280 5.3.3). Whether it has one directoryName, as it must to say
    /// whose certificate it is.
    fn read_issuer(&mut self, extension: &Extension<'a>) -> Result<bool, Error> {
        let mut inside = extension.reader("GeneralNames");
        let mut names = inside.element(tag::SEQUENCE)?.reader("GeneralNames");
        inside.finish()?;
        let mut directory_names = 0usize;
        loop {
            let name = GeneralName::read(&mut names)?;
            self.is_strict &= name.is_strict_der();
            if let GeneralName::Directory(name) = name {
                self.issuer = Some(name);
                directory_names += 1;
            }
            if names.is_empty() {
                return Ok(directory_names == 1);
            }
        }
    }
}

/// removeFromCRL
pub(super) const REMOVE_FROM_CRL: u8 = 8;

/// ```asn1
/// CRLReason ::= ENUMERATED { unspecified (0), keyCompromise (1), cACompromise (2),
///   affiliationChanged (3), superseded (4), cessationOfOperation (5), certificateHold (6),
///   removeFromCRL (8), privilegeWithdrawn (9), aACompromise (10) }
/// ```
/// RFC 5280 5.3.1
pub(crate) fn read_reason(reader: &mut Reader<'_>) -> Result<u8, Error> {
    let element = reader.element(tag::ENUMERATED)?;
    match *element.value() {
        [reason @ (0..=6 | 8..=10)] => Ok(reason),
        _ => Err(Error::new(ErrorKind::Choice, element.offset(), "CRLReason")),
    }
}
