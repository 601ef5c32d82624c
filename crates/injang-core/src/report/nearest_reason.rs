//! Which of several reasons about revocation data a check names. It changes no outcome.

use super::Reason;
use super::kinds::RevocationReason;
use core::cmp::Ordering;

impl Reason {
    /// Whether it says more about what is missing than another one; of two of a kind the one about newer
    /// revocation data, so that the order in which revocation data comes does not matter.
    pub(crate) fn is_nearer_than(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::EvidenceStale {
                    this_update,
                    next_update,
                },
                Self::EvidenceStale {
                    this_update: noted,
                    next_update: noted_next,
                },
            ) => (this_update, next_update) > (noted, noted_next),
            (
                Self::RevocationUnconfirmed { revoked_at, .. },
                Self::RevocationUnconfirmed {
                    revoked_at: noted, ..
                },
            ) => revoked_at < noted,
            _ => match rank(self).cmp(&rank(other)) {
                Ordering::Equal => comes_before(self, other),
                order => order.is_gt(),
            },
        }
    }
}

/// How near a reason is to what is missing: what was found out about the data last ranks first.
fn rank(reason: &Reason) -> u8 {
    match reason {
        Reason::RevocationUnconfirmed { .. } => 17,
        Reason::EvidenceIncomplete => 16,
        Reason::StatusUnknown => 15,
        Reason::EvidenceStale { .. } => 14,
        Reason::EvidenceDeltaAlone => 13,
        Reason::EvidenceWeak => 12,
        Reason::EvidenceUnprocessed(_) => 11,
        Reason::BudgetExhausted => 10,
        Reason::EvidenceOpen(_) => 9,
        Reason::ResponderUnchecked => 8,
        Reason::EvidenceSignerInvalid(_) => 7,
        // The signer is known, and may not speak: first where the certificate's CA had certified it.
        Reason::EvidenceSignerRule(_)
        | Reason::ResponderPurposeMissing
        | Reason::ResponderUsageForbids
        | Reason::CrlSignMissing
        | Reason::EvidenceSignerItself
        | Reason::EvidenceSignerPinned => 6,
        Reason::EvidenceUnauthorised
        | Reason::CrlSignerMisnamed
        | Reason::CrlIssuerNotNamed
        | Reason::CrlSignerNotCertified
        | Reason::EvidenceSignerElsewhere
        | Reason::ResponderMisnamed
        | Reason::ResponderNotCertified => 5,
        Reason::EvidenceUnderOtherKey => 4,
        Reason::EvidenceSignerUnknown => 3,
        Reason::EvidenceForged => 2,
        Reason::ResponderError(_) => 1,
        _ => 0,
    }
}

/// An order among reasons of one rank, which says nothing but is the same whatever came first.
fn comes_before(reason: &Reason, other: &Reason) -> bool {
    match (reason, other) {
        (Reason::EvidenceUnprocessed(oid), Reason::EvidenceUnprocessed(other))
        | (Reason::CriticalExtension(oid), Reason::CriticalExtension(other))
        | (Reason::ExtensionMalformed(oid), Reason::ExtensionMalformed(other))
        | (Reason::ExtensionRepeated(oid), Reason::ExtensionRepeated(other))
        | (Reason::PolicyRepeated(oid), Reason::PolicyRepeated(other))
        | (Reason::PolicyQualifierUnknown(oid), Reason::PolicyQualifierUnknown(other))
        | (Reason::AlgorithmUnsupported(oid), Reason::AlgorithmUnsupported(other))
        | (Reason::ParametersUnsupported(oid), Reason::ParametersUnsupported(other)) => oid < other,
        (Reason::ResponderError(status), Reason::ResponderError(other)) => status < other,
        (Reason::EvidenceOpen(why), Reason::EvidenceOpen(other))
        | (Reason::EvidenceSignerInvalid(why), Reason::EvidenceSignerInvalid(other))
        | (Reason::EvidenceSignerRule(why), Reason::EvidenceSignerRule(other)) => {
            comes_before(why, other)
        }
        (Reason::Expired { not_after }, Reason::Expired { not_after: other }) => not_after > other,
        (Reason::NotYetValid { not_before }, Reason::NotYetValid { not_before: other }) => {
            not_before < other
        }
        (
            Reason::Revoked { revoked_at, reason },
            Reason::Revoked {
                revoked_at: other,
                reason: because,
            },
        ) => {
            (revoked_at, reason.map(RevocationReason::number))
                < (other, because.map(RevocationReason::number))
        }
        (Reason::KeyLengthUnsupported { bits }, Reason::KeyLengthUnsupported { bits: other }) => {
            bits > other
        }
        _ => reason.number() < other.number(),
    }
}
