//! Extensions: the list, and the few that are read here.

use super::Certificate;
use crate::der::{Element, Reader, tag};
use crate::error::{Error, ErrorKind};
use crate::oid::{self, Oid};
use alloc::vec::Vec;

/// ```asn1
/// Extension ::= SEQUENCE {
///   extnID OBJECT IDENTIFIER, critical BOOLEAN DEFAULT FALSE, extnValue OCTET STRING }
/// ```
/// RFC 5280 4.1
#[derive(Clone, Copy)]
pub struct Extension<'a> {
    oid: Oid<'a>,
    critical: bool,
    /// Whether criticality is written as DER has it: FF, or not at all.
    is_der: bool,
    value: Element<'a>,
}

impl<'a> Extension<'a> {
    /// Which extension it is.
    pub fn oid(&self) -> Oid<'a> {
        self.oid
    }

    /// Whether who does not know it must refuse the certificate.
    pub fn is_critical(&self) -> bool {
        self.critical
    }

    /// Whether it is written as DER has it, so far as deviations are read: criticality, and the
    /// bits of keyUsage, of which the last is set (X.690 11.2).
    pub(super) fn is_der(&self) -> bool {
        let ends_with_a_bit = || {
            let mut inside = self.reader("KeyUsage");
            let bits = inside.element(tag::BIT_STRING).and_then(|bits| bits.bits());
            // One that can't be read at all is worse, and another check's.
            bits.map_or(true, |(octets, unused)| match octets.last() {
                Some(last) => last.trailing_zeros() == u32::from(unused),
                None => true,
            })
        };
        self.is_der && (self.oid != oid::KEY_USAGE || ends_with_a_bit())
    }

    /// The octets of extnValue: DER of the extension's type.
    pub fn value(&self) -> &'a [u8] {
        self.value.value()
    }

    fn reader(&self, structure: &'static str) -> Reader<'a> {
        self.value.reader(structure)
    }

    /// Whether a keyUsage extension lets its key make signatures: digitalSignature (bit 0) or
    /// nonRepudiation (bit 1), RFC 5280 4.2.1.3.
    pub(crate) fn key_usage_signs(&self) -> Result<bool, Error> {
        let mut inside = self.reader("KeyUsage");
        let (octets, unused) = inside.element(tag::BIT_STRING)?.bits()?;
        inside.finish()?;
        // Unused bits are none, whatever they say.
        let used = if octets.len() == 1 {
            0xff << unused
        } else {
            0xff
        };
        Ok(octets.first().is_some_and(|first| first & used & 0xc0 != 0))
    }

    /// Reads basicConstraints (RFC 5280 4.2.1.9) to its end.
    pub(crate) fn basic_constraints(&self) -> Result<(), Error> {
        let mut inside = self.reader("BasicConstraints");
        let mut fields = inside.element(tag::SEQUENCE)?.reader("BasicConstraints");
        inside.finish()?;
        if let Some(is_ca) = fields.optional(tag::BOOLEAN)? {
            is_ca.boolean()?;
        }
        if let Some(path_length) = fields.optional(tag::INTEGER)? {
            path_length.small_integer()?;
        }
        fields.finish()
    }

    /// Reads subjectAltName (RFC 5280 4.2.1.6) to its end: names of any kind, at least one.
    pub(crate) fn general_names(&self) -> Result<(), Error> {
        let mut inside = self.reader("GeneralNames");
        let mut names = inside.element(tag::SEQUENCE)?.reader("GeneralNames");
        inside.finish()?;
        loop {
            let name = names.any()?;
            if name.tag() & 0xc0 != 0x80 {
                return Err(Error::new(ErrorKind::Choice, name.offset(), "GeneralName"));
            }
            if names.is_empty() {
                return Ok(());
            }
        }
    }

    /// Reads extKeyUsage (RFC 5280 4.2.1.12) to its end: purposes, at least one.
    pub(crate) fn key_purposes(&self) -> Result<(), Error> {
        let mut inside = self.reader("ExtKeyUsage");
        let mut purposes = inside.element(tag::SEQUENCE)?.reader("ExtKeyUsage");
        inside.finish()?;
        loop {
            purposes.element(tag::OID)?.oid()?;
            if purposes.is_empty() {
                return Ok(());
            }
        }
    }

    /// The identifiers in certificatePolicies.
    ///
    /// ```asn1
    /// certificatePolicies ::= SEQUENCE SIZE (1..MAX) OF PolicyInformation
    /// PolicyInformation ::= SEQUENCE { policyIdentifier OBJECT IDENTIFIER,
    ///   policyQualifiers SEQUENCE SIZE (1..MAX) OF PolicyQualifierInfo OPTIONAL }
    /// ```
    /// RFC 5280 4.2.1.4
    pub(crate) fn policies(&self) -> Result<Vec<Oid<'a>>, Error> {
        let mut policies = Vec::new();
        let mut inside = self.reader("certificatePolicies");
        let mut list = inside.element(tag::SEQUENCE)?.reader("certificatePolicies");
        inside.finish()?;
        if list.is_empty() {
            return Err(list.broken(ErrorKind::Missing {
                expected: tag::SEQUENCE,
            }));
        }
        while !list.is_empty() {
            let mut fields = list.element(tag::SEQUENCE)?.reader("PolicyInformation");
            policies.push(fields.element(tag::OID)?.oid()?);
            fields.optional(tag::SEQUENCE)?;
            fields.finish()?;
        }
        Ok(policies)
    }
}

pub(super) struct Extensions<'a>(Reader<'a>);

impl<'a> Extensions<'a> {
    pub(super) fn new(list: Option<Element<'a>>) -> Self {
        Self(list.map_or(Reader::new(&[], 0, "Extensions"), |list| {
            list.reader("Extensions")
        }))
    }

    fn read(&mut self) -> Result<Extension<'a>, Error> {
        let mut fields = self.0.element(tag::SEQUENCE)?.reader("Extension");
        let oid = fields.element(tag::OID)?.oid()?;
        // An explicit FALSE is not DER; certificates with it exist, and it changes nothing.
        let critical = fields.optional(tag::BOOLEAN)?;
        let is_der = critical.is_none_or(|critical| critical.value() == [0xff]);
        let critical = critical.map_or(Ok(false), |critical| critical.boolean())?;
        let value = fields.element(tag::OCTET_STRING)?;
        fields.finish()?;
        Ok(Extension {
            oid,
            critical,
            is_der,
            value,
        })
    }
}

impl<'a> Iterator for Extensions<'a> {
    type Item = Result<Extension<'a>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let extension = self.read();
        if extension.is_err() {
            self.0 = Reader::new(&[], 0, "Extensions");
        }
        Some(extension)
    }
}

/// The first extension of this type.
pub(super) fn find<'a>(
    certificate: &Certificate<'a>,
    wanted: Oid<'_>,
) -> Result<Option<Extension<'a>>, Error> {
    for extension in certificate.extensions() {
        let extension = extension?;
        if extension.oid == wanted {
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
