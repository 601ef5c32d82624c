//! What of an extension is read though DER or RFC 5280 4.2 forbid its form.
//!
//! Only extensions that the verdict uses are looked into (DESIGN.md lists the others). What makes
//! a certificate unusable is no tolerance, and is said by [`Terms`](super::Terms).

use super::GeneralName;
use super::distribution_point::DistributionPoint;
use super::extension::Extension;
use super::policy_qualifier::Qualifiers;
use crate::der::{Reader, tag};
use crate::error::Error;
use crate::oid;
use crate::tolerance::{Tolerance, Tolerances};

impl Extension<'_> {
    /// The tolerances that reading this extension of a certificate takes.
    pub(super) fn tolerances(&self) -> Tolerances {
        let mut found = Tolerances::default();
        let mut has_form = self.has_strict_criticality();
        match self.oid() {
            oid::KEY_USAGE => has_form &= self.named_bits_are_strict(),
            oid::BASIC_CONSTRAINTS => has_form &= self.authority_is_strict(),
            oid::SUBJECT_ALT_NAME => {
                has_form &= self
                    .sequence("GeneralNames")
                    .is_ok_and(are_strict);
            }
            oid::NAME_CONSTRAINTS => has_form &= self.subtrees_are_strict(),
            oid::CRL_DISTRIBUTION_POINTS => {
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

    /// keyUsage. One that can't be read at all is worse, and another check's.
    fn named_bits_are_strict(&self) -> bool {
        let mut inside = self.reader("KeyUsage");
        let bits = inside.element(tag::BIT_STRING);
        bits.is_ok_and(|bits| bits.is_strict_named_bits())
    }

    /// cA of basicConstraints: FF, or not at all.
    fn authority_is_strict(&self) -> bool {
        let authority = self
            .sequence("BasicConstraints")
            .and_then(|mut fields| fields.optional(tag::BOOLEAN));
        authority.is_ok_and(|it| it.is_none_or(|authority| authority.is_strict_true()))
    }

    /// The bases of nameConstraints. An address has a mask there, which another check judges.
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
                    all &= matches!(name, GeneralName::Ip(_)) || name.is_strict_der();
                }
            }
            Ok(all)
        };
        read().unwrap_or(false)
    }
}

/// Whether every name of a list can be read and is strict.
fn are_strict(mut names: Reader<'_>) -> bool {
    while !names.is_empty() {
        match GeneralName::read(&mut names) {
            Ok(name) if name.is_strict_der() => {}
            _ => return false,
        }
    }
    true
}
