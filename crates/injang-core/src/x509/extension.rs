//! Extensions: the list, and the few that are read here.

use super::general_name::GeneralName;
use super::key_usage::KeyUsage;
use crate::encoding::der::{Element, Reader, tag};
use crate::encoding::error::{Error, ErrorKind};
use crate::encoding::oid::Oid;
use crate::encoding::time::Time;
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
    has_strict_criticality: bool,
    value: Element<'a>,
}

impl<'a> Extension<'a> {
    /// The type of the extension (extnID).
    pub fn oid(&self) -> Oid<'a> {
        self.oid
    }

    /// Whether it is critical: a reader that does not know it must refuse the certificate.
    pub fn is_critical(&self) -> bool {
        self.critical
    }

    /// Whether criticality is written as DER has it: FF, or not at all.
    pub(crate) fn has_strict_criticality(&self) -> bool {
        self.has_strict_criticality
    }

    /// The octets of extnValue: DER of the extension's type.
    pub fn value(&self) -> &'a [u8] {
        self.value.value()
    }

    pub(crate) fn reader(&self, structure: &'static str) -> Reader<'a> {
        self.value.reader(structure)
    }

    /// keyUsage (RFC 5280 4.2.1.3)
    pub(crate) fn key_usage(&self) -> Result<KeyUsage, Error> {
        let mut inside = self.reader("KeyUsage");
        let usage = KeyUsage::read(&inside.element(tag::BIT_STRING)?)?;
        inside.finish()?;
        Ok(usage)
    }

    /// keyIdentifier of authorityKeyIdentifier, if there is one (RFC 5280 4.2.1.1).
    pub(crate) fn authority_key_identifier(&self) -> Result<Option<&'a [u8]>, Error> {
        let mut inside = self.reader("AuthorityKeyIdentifier");
        let mut fields = inside
            .element(tag::SEQUENCE)?
            .reader("AuthorityKeyIdentifier");
        inside.finish()?;
        let identifier = fields.optional(tag::context_primitive(0))?;
        Ok(identifier.map(|it| it.value()))
    }

    /// Whether authorityKeyIdentifier can be read to its end, and names an issuer with a serial
    /// number, or neither.
    ///
    /// ```asn1
    /// AuthorityKeyIdentifier ::= SEQUENCE {
    ///   keyIdentifier [0] KeyIdentifier OPTIONAL, authorityCertIssuer [1] GeneralNames OPTIONAL,
    ///   authorityCertSerialNumber [2] CertificateSerialNumber OPTIONAL }
    ///   -- authorityCertIssuer and authorityCertSerialNumber MUST both be present or both be absent
    /// ```
    /// RFC 5280 4.2.1.1 and A.2
    pub(super) fn has_strict_key_identifier(&self) -> bool {
        let read = || -> Result<bool, Error> {
            let mut fields = self.sequence("AuthorityKeyIdentifier")?;
            fields.optional(tag::context_primitive(0))?;
            let issuer = fields.optional(tag::context(1))?;
            let names = issuer.map(|it| GeneralName::read_all(it.reader("GeneralNames")));
            let names = names.transpose()?;
            let serial = fields.optional(tag::context_primitive(2))?;
            serial.map(|it| it.integer()).transpose()?;
            fields.finish()?;
            let mut all = names.iter().flatten();
            Ok(names.is_some() == serial.is_some() && all.all(GeneralName::is_strict_der))
        };
        read().unwrap_or(false)
    }

    /// ```asn1
    /// InvalidityDate ::= GeneralizedTime
    /// ```
    /// RFC 5280 5.3.2
    pub(crate) fn invalidity_date(&self) -> Result<Time, Error> {
        let mut inside = self.reader("InvalidityDate");
        let time = Time::from_element(&inside.element(tag::GENERALIZED_TIME)?)?;
        inside.finish()?;
        Ok(time)
    }

    /// basicConstraints (RFC 5280 4.2.1.9): cA and pathLenConstraint.
    pub(crate) fn basic_constraints(&self) -> Result<(bool, Option<u32>), Error> {
        let mut fields = self.sequence("BasicConstraints")?;
        let is_authority = match fields.optional(tag::BOOLEAN)? {
            Some(is_authority) => is_authority.boolean()?,
            None => false,
        };
        let path_length = fields
            .optional(tag::INTEGER)?
            .map(|length| length.small_integer())
            .transpose()?;
        fields.finish()?;
        Ok((is_authority, path_length))
    }

    /// policyConstraints (RFC 5280 4.2.1.11): requireExplicitPolicy and inhibitPolicyMapping.
    pub(crate) fn policy_constraints(&self) -> Result<(Option<u32>, Option<u32>), Error> {
        let mut fields = self.sequence("PolicyConstraints")?;
        let mut number = |n| {
            let element = fields.optional(tag::context_primitive(n))?;
            element.map(|number| number.small_integer()).transpose()
        };
        let both = (number(0)?, number(1)?);
        fields.finish()?;
        // CAs must not leave it empty, and what an empty one would mean is not said.
        if both == (None, None) {
            let expected = tag::context_primitive(0);
            return Err(fields.broken(ErrorKind::Missing { expected }));
        }
        Ok(both)
    }

    /// inhibitAnyPolicy (RFC 5280 4.2.1.14)
    pub(crate) fn inhibit_any_policy(&self) -> Result<u32, Error> {
        let mut inside = self.reader("InhibitAnyPolicy");
        let certificates = inside.element(tag::INTEGER)?.small_integer()?;
        inside.finish()?;
        Ok(certificates)
    }

    /// policyMappings (RFC 5280 4.2.1.5): issuerDomainPolicy and subjectDomainPolicy of each, at
    /// least one.
    pub(crate) fn policy_mappings(&self) -> Result<Vec<(Oid<'a>, Oid<'a>)>, Error> {
        let mut list = self.sequence("PolicyMappings")?;
        let mut mappings = Vec::new();
        loop {
            let mut fields = list.element(tag::SEQUENCE)?.reader("PolicyMappings");
            let issuer = fields.element(tag::OID)?.oid()?;
            let subject = fields.element(tag::OID)?.oid()?;
            fields.finish()?;
            mappings.push((issuer, subject));
            if list.is_empty() {
                return Ok(mappings);
            }
        }
    }

    /// A reader of the one SEQUENCE that the value is.
    pub(crate) fn sequence(&self, structure: &'static str) -> Result<Reader<'a>, Error> {
        let mut inside = self.reader(structure);
        let fields = inside.element(tag::SEQUENCE)?.reader(structure);
        inside.finish()?;
        Ok(fields)
    }

    /// The names in subjectAltName (RFC 5280 4.2.1.6): of any kind, at least one.
    pub(crate) fn general_names(&self) -> Result<Vec<GeneralName<'a>>, Error> {
        let mut inside = self.reader("GeneralNames");
        let names = inside.element(tag::SEQUENCE)?.reader("GeneralNames");
        inside.finish()?;
        GeneralName::read_all(names)
    }

    /// extKeyUsage (RFC 5280 4.2.1.12): purposes, at least one.
    pub(crate) fn key_purposes(&self) -> Result<Vec<Oid<'a>>, Error> {
        let mut list = self.sequence("ExtKeyUsage")?;
        let mut purposes = Vec::new();
        loop {
            purposes.push(list.element(tag::OID)?.oid()?);
            if list.is_empty() {
                return Ok(purposes);
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

/// The extensions of a list, which may be absent; a malformed one ends the iteration.
#[derive(Clone)]
pub(crate) struct Extensions<'a>(Reader<'a>);

impl<'a> Extensions<'a> {
    pub(crate) fn new(list: Option<Element<'a>>) -> Self {
        Self(list.map_or(Reader::new(&[], 0, "Extensions"), |list| {
            list.reader("Extensions")
        }))
    }

    /// Whether there is nothing in the list, or no list.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The list inside of an explicit tag.
    pub(crate) fn explicit(outer: Option<Element<'a>>) -> Result<Self, Error> {
        let Some(outer) = outer else {
            return Ok(Self::new(None));
        };
        let mut inside = outer.reader("Extensions");
        let list = inside.element(tag::SEQUENCE)?;
        inside.finish()?;
        Ok(Self::new(Some(list)))
    }

    fn read(&mut self) -> Result<Extension<'a>, Error> {
        let mut fields = self.0.element(tag::SEQUENCE)?.reader("Extension");
        let oid = fields.element(tag::OID)?.oid()?;
        // An explicit FALSE and another TRUE than FF are not DER: tolerances of whatever has the
        // extension.
        let (critical, has_strict_criticality) = if fields.peek() == Some(tag::BOOLEAN) {
            let critical = fields.any()?;
            (critical.boolean()?, critical.is_strict_true())
        } else {
            (false, true)
        };
        let value = fields.element(tag::OCTET_STRING)?;
        fields.finish()?;
        Ok(Extension {
            oid,
            critical,
            has_strict_criticality,
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
