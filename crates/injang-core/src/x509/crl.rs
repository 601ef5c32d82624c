//! `CertificateList`: a CRL.

mod entry;
mod form;
mod index;
mod scope;

use super::distribution_point::IssuingDistributionPoint;
use super::extension::{Extension, Extensions};
use super::name::Name;
use super::signed::SignedStructure;
use crate::algorithm::AlgorithmIdentifier;
use crate::encoding::der::{Reader, tag};
use crate::encoding::error::{Error, ErrorKind};
use crate::encoding::oid::{self, Oid};
use crate::encoding::time::Time;
use crate::encoding::tolerance::{Tolerance, Tolerances};
use alloc::vec::Vec;
use index::Index;

pub use scope::ScopeField;

pub(crate) use entry::read_reason;

/// A CRL, read but not judged.
///
/// ```asn1
/// CertificateList ::= SEQUENCE {
///   tbsCertList TBSCertList, signatureAlgorithm AlgorithmIdentifier, signatureValue BIT STRING }
/// TBSCertList ::= SEQUENCE {
///   version Version OPTIONAL, signature AlgorithmIdentifier, issuer Name, thisUpdate Time,
///   nextUpdate Time OPTIONAL, revokedCertificates SEQUENCE OF SEQUENCE { … } OPTIONAL,
///   crlExtensions [0] Extensions OPTIONAL }
/// ```
/// RFC 5280 5.1
pub struct CertificateList<'a> {
    octets: &'a [u8],
    signed: SignedStructure<'a>,
    version: u32,
    inner_algorithm: AlgorithmIdentifier<'a>,
    issuer: Name<'a>,
    this_update: Time,
    next_update: Option<Time>,
    index: Index<'a>,
    extensions: CrlExtensions<'a>,
    unprocessed: Option<Oid<'a>>,
    tolerances: Tolerances,
}

/// An entry of a CRL (RFC 5280 5.3).
#[derive(Clone, Copy, Debug)]
pub struct RevokedCertificate<'a> {
    /// When the certificate was revoked: revocationDate.
    pub revoked_at: Time,
    /// Since when the CA knows or suspects the key to be in other hands, or the certificate to be
    /// invalid otherwise, if the entry says so: invalidityDate (RFC 5280 5.3.2).
    pub invalid_since: Option<Time>,
    /// The number of the `CRLReason`, if the entry has one: 0 to 6, 8 to 10.
    pub reason: Option<u8>,
    /// Who issued the certificate; the CRL's issuer, if the CRL does not say.
    pub issuer: Option<Name<'a>>,
}

/// The extensions of a CRL that are read here (RFC 5280 5.2).
#[derive(Default)]
struct CrlExtensions<'a> {
    number: Option<&'a [u8]>,
    base_number: Option<&'a [u8]>,
    scope: Option<IssuingDistributionPoint<'a>>,
    key_identifier: Option<&'a [u8]>,
    /// The first that forbids the use of the CRL.
    unprocessed: Option<Oid<'a>>,
    /// Whether they are written as DER and RFC 5280 5.2 have them.
    are_strict: bool,
}

impl<'a> CertificateList<'a> {
    /// Reads one CRL in DER, every entry of it; nothing may follow it. Beyond the octets it takes
    /// eight to twelve octets an entry.
    pub fn from_der(octets: &'a [u8]) -> Result<Self, Error> {
        let structure = "CertificateList";
        if octets.is_empty() {
            return Err(Error::new(ErrorKind::Empty, 0, structure));
        }
        index::narrow(octets.len())?;
        let mut reader = Reader::new(octets, 0, structure);
        let element = reader.element(tag::SEQUENCE)?;
        reader.finish()?;
        let (signed, outer) = SignedStructure::read(&element, structure)?;
        outer.rest.finish()?;

        let mut fields = outer.tbs.reader("TBSCertList");
        let mut is_strict = true;
        let version = version(&mut fields, &mut is_strict)?;
        let inner_algorithm = AlgorithmIdentifier::read(&mut fields)?;
        let issuer = Name::read(&mut fields)?;
        // RFC 5280 5.1.2.3: the issuer is not empty.
        is_strict &= !issuer.is_empty() && issuer.is_strict_der();
        let (this_update, is_strict_time) = Time::with_form(&fields.any()?)?;
        is_strict &= is_strict_time;
        let next_update = match fields.peek() {
            Some(tag::UTC_TIME | tag::GENERALIZED_TIME) => {
                let (next_update, is_strict_time) = Time::with_form(&fields.any()?)?;
                is_strict &= is_strict_time;
                Some(next_update)
            }
            _ => None,
        };
        // RFC 5280 5.1.2.6 wants an empty list left out; CRLs with one exist.
        let list = match fields.optional(tag::SEQUENCE)? {
            Some(list) => {
                is_strict &= !list.value().is_empty();
                list.reader("revokedCertificates")
            }
            None => Reader::new(&[], 0, "revokedCertificates"),
        };
        let explicit = fields.optional(tag::context(0))?;
        let extensions = Extensions::explicit(explicit)?;
        // Extensions ::= SEQUENCE SIZE (1..MAX) OF Extension
        is_strict &= explicit.is_none() || !extensions.is_empty();
        fields.finish()?;
        let (index, of_entries) = Index::read(octets, &list)?;
        let extensions = CrlExtensions::read(extensions)?;
        is_strict &= of_entries.are_strict && extensions.are_strict;
        // RFC 5280 5.1.2.1: a CRL with extensions has version 2.
        is_strict &= version == 2 || (explicit.is_none() && !of_entries.has_extensions);
        // RFC 5280 5.3.1: removeFromCRL stands in delta CRLs only.
        is_strict &= !of_entries.has_removal || extensions.base_number.is_some();
        let is_indirect = extensions.scope.as_ref().is_some_and(|it| it.is_indirect);
        let foreign_issuer =
            (index.has_issuers() && !is_indirect).then_some(oid::CERTIFICATE_ISSUER);
        let mut tolerances = inner_algorithm.tolerances();
        tolerances.note(!is_strict, Tolerance::Crl);
        Ok(Self {
            octets,
            signed,
            version,
            inner_algorithm,
            issuer,
            this_update,
            next_update,
            index,
            unprocessed: of_entries
                .unprocessed
                .or(foreign_issuer)
                .or(extensions.unprocessed),
            extensions,
            tolerances,
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

    /// The version as people count it: 1 or 2.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// The algorithm of the issuer's signature, as the signed octets say it.
    pub fn signature_algorithm(&self) -> AlgorithmIdentifier<'a> {
        self.inner_algorithm
    }

    /// Whether the algorithm is the same inside and outside of the signed octets, octet for octet
    /// (RFC 5280 5.1.1.2).
    pub(crate) fn algorithms_agree(&self) -> bool {
        self.inner_algorithm.octets() == self.signed.algorithm
    }

    /// The tolerances that reading it took: who relies on the CRL says so in findings.
    pub(crate) fn tolerances(&self) -> Tolerances {
        self.tolerances
    }

    /// The issuer's signature.
    pub fn signature(&self) -> &'a [u8] {
        self.signed.signature
    }

    /// The name of the issuer.
    pub fn issuer(&self) -> Name<'a> {
        self.issuer
    }

    /// thisUpdate: when the CRL was issued.
    pub fn this_update(&self) -> Time {
        self.this_update
    }

    /// nextUpdate: by when the next CRL will be issued; `None` if it does not say.
    pub fn next_update(&self) -> Option<Time> {
        self.next_update
    }

    /// The content octets of cRLNumber's INTEGER (RFC 5280 5.2.3).
    pub fn number(&self) -> Option<&'a [u8]> {
        self.extensions.number
    }

    /// The content octets of deltaCRLIndicator's INTEGER (RFC 5280 5.2.4): the number of the CRL
    /// that this one, which is a delta CRL, is to be read with.
    pub fn base_number(&self) -> Option<&'a [u8]> {
        self.extensions.base_number
    }

    /// The identifier of the key that signed it, where it says so (RFC 5280 5.2.1).
    pub(crate) fn authority_key_identifier(&self) -> Option<&'a [u8]> {
        self.extensions.key_identifier
    }

    /// What the CRL covers, where it says so (RFC 5280 5.2.5).
    pub(crate) fn scope(&self) -> Option<&IssuingDistributionPoint<'a>> {
        self.extensions.scope.as_ref()
    }

    /// Whether it says that it has certificates of other issuers too (RFC 5280 5.2.5).
    pub(crate) fn is_indirect(&self) -> bool {
        self.scope().is_some_and(|scope| scope.is_indirect)
    }

    /// The names that its entries state as certificateIssuer (RFC 5280 5.3.3), one for each change.
    pub(crate) fn certificate_issuers(&self) -> impl Iterator<Item = Name<'a>> + '_ {
        self.index.issuers()
    }

    /// The first extension that forbids the use of the CRL, those of entries before its own: a
    /// critical one that is not known (RFC 5280 5.2, 5.3), a repeated one, and a
    /// certificateIssuer without one directoryName or in a CRL that is not indirect.
    pub fn unprocessed(&self) -> Option<Oid<'a>> {
        self.unprocessed
    }

    /// How many entries the CRL has.
    pub fn len(&self) -> usize {
        self.index.len()
    }

    /// Whether it has no entries.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many octets [`CertificateList::find`] reads for a serial number.
    pub(crate) fn octets_about(&self, serial: &[u8]) -> u64 {
        self.index.octets_of(serial)
    }

    /// Every entry with this serial number (the content octets of its INTEGER), in the order of the
    /// CRL and of any issuer.
    pub fn find<'i>(
        &'i self,
        serial: &[u8],
    ) -> impl Iterator<Item = RevokedCertificate<'a>> + use<'a, 'i> {
        let found = self.index.find(serial);
        found.map(|(entry, issuer)| RevokedCertificate {
            revoked_at: entry.revoked_at,
            invalid_since: entry.invalidity_date,
            reason: entry.reason,
            issuer,
        })
    }
}

/// `Version OPTIONAL`: absent for the first, 1 for the second (RFC 5280 5.1.2.1).
fn version(fields: &mut Reader<'_>, is_strict: &mut bool) -> Result<u32, Error> {
    let Some(element) = fields.optional(tag::INTEGER)? else {
        return Ok(1);
    };
    match element.small_integer()? {
        1 => Ok(2),
        // X.509 lets an absent value mean the first; it should not be written.
        0 => {
            *is_strict = false;
            Ok(1)
        }
        _ => Err(Error::new(ErrorKind::Choice, element.offset(), "Version")),
    }
}

impl<'a> CrlExtensions<'a> {
    /// Reads all extensions.
    fn read(extensions: Extensions<'a>) -> Result<Self, Error> {
        let mut known = Self {
            are_strict: true,
            ..Self::default()
        };
        let mut unprocessed = None;
        let mut seen = Vec::new();
        for extension in extensions {
            let extension = extension?;
            seen.push(extension.oid());
            known.are_strict &= extension.has_strict_criticality() && form::is_strict(&extension);
            // CRLNumber ::= INTEGER (0..MAX), and BaseCRLNumber is one.
            let mut number = |structure| {
                let number = integer(&extension, structure)?;
                known.are_strict &= number[0] < 0x80;
                Ok(Some(number))
            };
            match extension.oid() {
                oid::CRL_NUMBER => known.number = number("CRLNumber")?,
                oid::DELTA_CRL_INDICATOR => known.base_number = number("BaseCRLNumber")?,
                oid::ISSUING_DISTRIBUTION_POINT => {
                    let scope = IssuingDistributionPoint::read(&extension)?;
                    known.are_strict &= scope.is_strict_der();
                    known.scope = Some(scope);
                }
                // Only says why a signature does not verify: one that can't be read says nothing.
                oid::AUTHORITY_KEY_IDENTIFIER => {
                    known.key_identifier = extension.authority_key_identifier().ok().flatten();
                }
                other if extension.is_critical() => {
                    unprocessed.get_or_insert(other);
                }
                _ => {}
            }
        }
        // RFC 5280 5.2.6: a delta CRL does not say where delta CRLs are.
        let is_delta = known.base_number.is_some();
        known.are_strict &= !is_delta || !seen.contains(&oid::FRESHEST_CRL);
        // RFC 5280 4.2, to which 5.2 refers: not more than one instance of an extension.
        seen.sort_unstable();
        let repeated = seen.windows(2).find(|pair| pair[0] == pair[1]);
        known.unprocessed = unprocessed.or(repeated.map(|pair| pair[0]));
        Ok(known)
    }
}

/// The content octets of an extension that is an INTEGER.
fn integer<'a>(extension: &Extension<'a>, structure: &'static str) -> Result<&'a [u8], Error> {
    let mut inside = extension.reader(structure);
    let number = inside.element(tag::INTEGER)?.integer()?;
    inside.finish()?;
    Ok(number)
}

impl core::fmt::Debug for CertificateList<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("CertificateList")
            .field("length", &self.octets.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
