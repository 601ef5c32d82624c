//! What of an extension is read though DER or RFC 5280 4.2 forbid its form.
//!
//! Only extensions that the verdict uses are looked into (DESIGN.md lists the others). One that
//! can't be read makes the certificate unusable, which [`PathExtensions`](super::PathExtensions) says: it is no
//! tolerance.

use super::GeneralName;
use super::distribution_point::DistributionPoint;
use super::extension::Extension;
use super::policy_qualifier::Qualifiers;
use crate::encoding::der::{Reader, tag};
use crate::encoding::error::Error;
use crate::encoding::oid;
use crate::encoding::tolerance::{Tolerance, Tolerances};

impl Extension<'_> {
    /// The tolerances that reading this extension of a certificate takes.
    pub(super) fn tolerances(&self) -> Tolerances {
        let mut found = Tolerances::default();
        let mut has_form = self.has_strict_criticality();
        match self.oid() {
            oid::KEY_USAGE => has_form &= self.named_bits_are_strict(),
            oid::BASIC_CONSTRAINTS => has_form &= self.authority_is_strict(),
            oid::SUBJECT_ALT_NAME => {
                let names = self.sequence("GeneralNames");
                has_form &= names.map_or(true, are_strict);
            }
            oid::NAME_CONSTRAINTS => has_form &= self.subtrees_are_strict(),
            oid::CRL_DISTRIBUTION_POINTS => {
                // Unreadable ones are taken for none, unless they are critical.
                let points = self.distribution_points();
                has_form &=
                    points.is_ok_and(|points| points.iter().all(DistributionPoint::is_strict_der));
            }
            oid::CERTIFICATE_POLICIES => {
                let qualifiers = Qualifiers::of(self);
                has_form &= !qualifiers.is_malformed;
                found.note(qualifiers.has_unusual_notice, Tolerance::UserNotice);
            }
            // RFC 6960 4.2.2.2.1: the value is NULL.
            oid::OCSP_NO_CHECK => has_form &= self.value() == [tag::NULL, 0],
            _ => {}
        }
        found.note(!has_form, Tolerance::Certificate);
        found
    }

    /// keyUsage: bit 8 is the last.
    fn named_bits_are_strict(&self) -> bool {
        let mut inside = self.reader("KeyUsage");
        let bits = inside.element(tag::BIT_STRING);
        bits.map_or(true, |bits| match bits.bits() {
            Ok((octets, unused)) => {
                octets.len() * 8 - usize::from(unused) <= 9 && bits.is_strict_named_bits()
            }
            Err(_) => true,
        })
    }

    /// cA of basicConstraints: FF, or not at all.
    fn authority_is_strict(&self) -> bool {
        let authority = self
            .sequence("BasicConstraints")
            .and_then(|mut fields| fields.optional(tag::BOOLEAN));
        let Ok(Some(authority)) = authority else {
            return true;
        };
        authority.boolean().is_err() || authority.is_strict_true()
    }

    /// The bases of nameConstraints.
    fn subtrees_are_strict(&self) -> bool {
        let read = || -> Result<bool, Error> {
            let mut fields = self.sequence("NameConstraints")?;
            let mut all = true;
            for n in 0..2 {
                let Some(list) = fields.optional(tag::context(n))? else {
                    continue;
                };
                let mut subtrees = list.reader("GeneralSubtrees");
                while !subtrees.is_empty() {
                    let mut base = subtrees.element(tag::SEQUENCE)?.reader("GeneralSubtree");
                    let name = GeneralName::read(&mut base)?;
                    all &= name.is_strict_base();
                }
            }
            Ok(all)
        };
        read().unwrap_or(true)
    }
}

/// Whether every name of a list is strict, so far as they can be read.
fn are_strict(mut names: Reader<'_>) -> bool {
    core::iter::from_fn(|| GeneralName::read(&mut names).ok()).all(|name| name.is_strict_der())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::der::made;
    use crate::x509::extension::Extensions;
    use alloc::vec::Vec;

    /// The tolerances of an extension of this type and value.
    fn of(kind: &[u8], value: &[u8]) -> Tolerances {
        let kind = made(tag::OID, &[kind]);
        let value = made(tag::OCTET_STRING, &[value]);
        let list = made(tag::SEQUENCE, &[&made(tag::SEQUENCE, &[&kind, &value])]);
        let list = Reader::new(&list, 0, "test").any().unwrap();
        let extension = Extensions::new(Some(list)).next().unwrap().unwrap();
        extension.tolerances()
    }

    #[test]
    fn forms() {
        let sequence = |content: &[u8]| made(tag::SEQUENCE, &[content]);
        let subtree = |base: &[u8]| sequence(&made(0xa0, &[&sequence(base)]));
        let empty_set = made(0xa4, &[&sequence(&[tag::SET, 0])]);
        let cases: [(&[u8], Vec<u8>, bool); 14] = [
            (oid::OCSP_NO_CHECK.content(), Vec::from([5, 0]), true),
            (oid::OCSP_NO_CHECK.content(), Vec::from([4, 0]), false),
            (oid::KEY_USAGE.content(), Vec::from([3, 2, 6, 0xc0]), true),
            (oid::KEY_USAGE.content(), Vec::from([3, 2, 5, 0xc0]), false),
            (oid::KEY_USAGE.content(), Vec::from([3, 2, 6, 0xc1]), false),
            (
                oid::KEY_USAGE.content(),
                Vec::from([3, 3, 7, 0x80, 0x80]),
                true,
            ),
            // A tenth bit, which has no meaning.
            (
                oid::KEY_USAGE.content(),
                Vec::from([3, 3, 6, 0x80, 0x40]),
                false,
            ),
            // One that can't be read is no tolerance.
            (oid::KEY_USAGE.content(), Vec::from([3, 0]), true),
            (
                oid::BASIC_CONSTRAINTS.content(),
                sequence(&[1, 1, 0xff]),
                true,
            ),
            (
                oid::BASIC_CONSTRAINTS.content(),
                sequence(&[1, 1, 1]),
                false,
            ),
            (
                oid::NAME_CONSTRAINTS.content(),
                subtree(&[0x82, 1, b'a']),
                true,
            ),
            (oid::NAME_CONSTRAINTS.content(), subtree(&empty_set), false),
            (
                oid::SUBJECT_ALT_NAME.content(),
                sequence(&[0x82, 1, 0xff]),
                false,
            ),
            (
                oid::SUBJECT_KEY_IDENTIFIER.content(),
                Vec::from([5, 0]),
                true,
            ),
        ];
        for (kind, value, is_strict) in cases {
            let found = of(kind, &value).contains(Tolerance::Certificate);
            assert_eq!(found, !is_strict, "{value:x?}");
        }
    }
}
