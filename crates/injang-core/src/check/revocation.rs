//! Whether a certificate had been revoked at a time, from statements of several kinds and times.
//!
//! Who signed a statement, and whether they may speak, is not looked at here: only what was found to
//! be so comes in.

use crate::encoding::time::Time;
use crate::encoding::tolerance::Tolerances;
use crate::report::{Check, CheckId, Reason, RevocationReason, SubIndication};
use crate::x509::{CertificateList, Reasons};
use alloc::vec::Vec;

/// What one piece of revocation data, or a CRL with its delta, says about one certificate.
pub(crate) struct RevocationStatement<'k, E> {
    /// The pieces that it is from.
    pub(crate) sources: Vec<E>,
    /// What is signed of the OCSP response that it is from: a response may have several, and come
    /// twice.
    pub(crate) response: Option<&'k [u8]>,
    pub(crate) kind: StatementKind,
    /// The key for which it speaks: newer statements supersede older ones of the same key only. A
    /// CRL or OCSP response is authoritative for the key that issued the certificate if that key signed
    /// it or delegated it, and else for the key that signed it.
    pub(crate) authority: &'k [u8],
    /// From when it tells: thisUpdate; of an OCSP response the earlier of thisUpdate and producedAt,
    /// since a response can't know more than was known when it was signed.
    pub(crate) this_update: Time,
    /// thisUpdate as it is written. An OCSP response that puts it after producedAt contradicts itself:
    /// it lifts no hold, and a hold in it counts as being of the later time.
    pub(crate) stated_update: Time,
    /// When it was issued: thisUpdate of a CRL. An OCSP response without nextUpdate, whose responder
    /// knows of everything at any time, was issued at producedAt; with one, at `this_update`.
    pub(crate) issued: Time,
    pub(crate) next_update: Option<Time>,
    /// The reasons for revocation that it covers.
    pub(crate) reasons: Reasons,
    /// The certificate's revocations, of which there is one at most in what is well made.
    pub(crate) revocations: Vec<CertificateRevocation>,
    /// Why its signer was only shown to be valid when it was made, if so: then a revocation that is no
    /// hold counts, and nothing else.
    pub(crate) only_revokes: Option<Reason>,
    /// Whether it is under another key than the one that issued the certificate.
    pub(crate) is_under_another_key: bool,
    /// Tolerances of the pieces and of the certificates that signed them.
    pub(crate) tolerances: Tolerances,
}

/// What kinds of statements have different rules.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum StatementKind {
    CompleteCrl,
    /// A complete CRL with a delta that fits it. `removed`: the delta takes the certificate off.
    WithDelta {
        removed: bool,
    },
    /// A delta by itself: it shows nothing to be good. `is_alone`: no complete CRL is there that it
    /// fits.
    Delta {
        is_alone: bool,
    },
    Ocsp,
}

/// When and why a certificate was revoked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CertificateRevocation {
    /// The earlier of revocationDate and invalidityDate.
    pub(crate) at: Time,
    /// `CRLReason` (RFC 5280 5.3.1)
    pub(crate) reason: Option<u8>,
}

/// The result of all statements together.
pub(crate) struct RevocationConclusion<E> {
    pub(crate) check: Check,
    /// The sources that the check rests on.
    pub(crate) used: Vec<E>,
    /// A revocation after the time asked, and the first source of it.
    pub(crate) later: Option<(CertificateRevocation, E)>,
    /// Whether "good" rests on statements under another key than the one that issued the
    /// certificate.
    pub(crate) is_under_another_key: bool,
    /// Whether something that may be a revocation was left out or could not be relied on.
    pub(crate) has_doubt: bool,
    /// Tolerances of the statements that the check rests on.
    pub(crate) tolerances: Tolerances,
    /// Every source of a statement, and why it does not cover the time asked, if it does not.
    pub(crate) heard: Vec<(E, Option<Reason>)>,
}

/// certificateHold and removeFromCRL (RFC 5280 5.3.1)
const HOLD: Option<u8> = Some(6);
pub(crate) const REMOVE: Option<u8> = Some(8);

impl CertificateRevocation {
    pub(crate) fn new(revoked_at: Time, invalid_since: Option<Time>, reason: Option<u8>) -> Self {
        let at = invalid_since.map_or(revoked_at, |since| revoked_at.min(since));
        Self { at, reason }
    }

    pub(crate) fn is_hold(self) -> bool {
        self.reason == HOLD
    }

    /// That it is said by what can't be relied on.
    pub(crate) fn unconfirmed(self) -> Reason {
        Reason::RevocationUnconfirmed {
            revoked_at: self.at,
            reason: self.reason(),
        }
    }

    pub(crate) fn reason(self) -> Option<RevocationReason> {
        let all = RevocationReason::ALL.iter();
        all.copied()
            .find(|reason| Some(reason.number()) == self.reason)
    }
}

impl<E> RevocationStatement<'_, E> {
    /// Whether it covers a time: issued before and not out of date yet, or issued after, while
    /// the certificate would still have been listed. Without nextUpdate it covers no time after
    /// it was issued.
    fn is_fresh(&self, at: Time, not_after: Time) -> bool {
        let is_current = self.this_update <= at && self.next_update.is_some_and(|next| at <= next);
        let is_of_later = self.issued >= at && self.issued <= not_after;
        is_current || is_of_later
    }

    /// Whether it is a delta by itself.
    fn is_delta(&self) -> bool {
        matches!(self.kind, StatementKind::Delta { .. })
    }

    /// Whether a hold is among the revocations.
    pub(crate) fn has_hold(&self) -> bool {
        self.revocations
            .iter()
            .any(|revocation| revocation.is_hold())
    }

    /// Whether this takes a hold away that another statement has.
    ///
    /// 1. It is authoritative for the same key and was issued at or before the time asked: a hold whose
    ///    end is known only from later may have lasted at that time.
    /// 2. It lacks the certificate, and covers every reason that the other covers.
    /// 3. It is newer. A removal by a delta need only be as new as the complete CRL that has the
    ///    hold; of all else of equal times, and within one OCSP response, the worse counts.
    fn lifts(&self, hold: &Self, at: Time) -> bool {
        let is_newer = self.this_update > hold.stated_update
            || (self.kind == StatementKind::WithDelta { removed: true }
                && hold.kind == StatementKind::CompleteCrl
                && self.this_update == hold.this_update);
        let is_same_response = self.response.is_some() && self.response == hold.response;
        !self.is_delta()
            && self.only_revokes.is_none()
            && self.stated_update <= self.this_update
            && self.authority == hold.authority
            && self.this_update <= at
            && self.revocations.is_empty()
            && self.reasons.contains(hold.reasons)
            && is_newer
            && !is_same_response
    }
}

/// Why revocation data was not used.
#[derive(Default)]
pub(crate) struct UnusedEvidence {
    /// The reason that says most about what is missing.
    pub(crate) reason: Option<Reason>,
    /// Why the certificate can't be found good, whatever the rest says: what was left out may be,
    /// or is, a revocation.
    pub(crate) against: Option<Reason>,
}

impl UnusedEvidence {
    pub(crate) fn note(&mut self, reason: Reason) {
        note(&mut self.reason, reason);
    }

    /// Notes why nothing may be found good; a revocation that can't be relied on says more than
    /// what was left out.
    pub(crate) fn speaks_against(&mut self, reason: Reason) {
        note(&mut self.against, reason);
    }
}

/// Decides over all statements about one certificate. `may_compare`: whether the budget has room for
/// finding out which holds are lifted; otherwise none is.
///
/// 1. A revocation for any reason but a hold never lapses: at or before the time asked, it counts
///    however old the statement is.
/// 2. A hold counts where the statement is fresh and nothing lifts it. In a statement that is out of
///    date it leaves the status open.
/// 3. So does whatever may be a revocation and could not be relied on or was left out.
/// 4. "Good" is what fresh statements say that have no revocation at or before the time asked, if
///    together they cover every reason.
pub(crate) fn decide<E: Clone>(
    statements: &[RevocationStatement<'_, E>],
    unused: UnusedEvidence,
    at: Time,
    not_after: Time,
    may_compare: bool,
) -> RevocationConclusion<E> {
    let UnusedEvidence {
        reason: mut noted,
        mut against,
    } = unused;
    let mut revoked: Option<CertificateRevocation> = None;
    let heard = heard(statements, at, not_after);
    for statement in statements {
        let is_fresh = statement.is_fresh(at, not_after);
        for revocation in statement.revocations.iter().filter(|it| it.at <= at) {
            let counts = if !revocation.is_hold() {
                // Rule 1.
                true
            } else if may_compare && statements.iter().any(|other| other.lifts(statement, at)) {
                // Rule 2: lifted.
                false
            } else if is_fresh && statement.only_revokes.is_none() {
                // Rule 2: in force.
                true
            } else {
                // Rules 2 and 3: out of date, or it can't be relied on.
                let reason = if is_fresh {
                    revocation.unconfirmed()
                } else {
                    statement.stale()
                };
                note(&mut against, reason);
                false
            };
            if counts && revoked.is_none_or(|first| *revocation < first) {
                revoked = Some(*revocation);
            }
        }
        if !is_fresh {
            note(&mut noted, statement.stale());
        } else if let Some(reason) = &statement.only_revokes {
            note(&mut noted, reason.clone());
        } else if (statement.kind == StatementKind::Delta { is_alone: true }) {
            note(&mut noted, Reason::EvidenceDeltaAlone);
        }
    }
    if let Some(revocation) = revoked {
        let has_it = |it: &&RevocationStatement<'_, E>| it.revocations.contains(&revocation);
        let reason = Reason::Revoked {
            revoked_at: revocation.at,
            reason: revocation.reason(),
        };
        return RevocationConclusion {
            check: Check::failed(CheckId::Revocation, SubIndication::Revoked, reason),
            used: sources(statements.iter().filter(has_it)),
            tolerances: tolerances(statements.iter().filter(has_it)),
            later: None,
            is_under_another_key: false,
            has_doubt: false,
            heard,
        };
    }
    let open = |reason, has_doubt, heard| RevocationConclusion {
        check: Check::undecided(CheckId::Revocation, SubIndication::TryLater, reason),
        used: Vec::new(),
        tolerances: Tolerances::default(),
        later: None,
        is_under_another_key: false,
        has_doubt,
        heard,
    };
    // Rule 3.
    if let Some(reason) = against {
        return open(reason, true, heard);
    }
    // Rule 4.
    let good = || {
        statements.iter().filter(|it| {
            !it.is_delta()
                && it.only_revokes.is_none()
                && it.is_fresh(at, not_after)
                && it.revocations.iter().all(|revocation| revocation.at > at)
        })
    };
    let covered = |all: Reasons, it: &RevocationStatement<'_, E>| all.union(it.reasons);
    if !good().fold(Reasons::NONE, covered).is_all() {
        if good().next().is_some() {
            note(&mut noted, Reason::EvidenceIncomplete);
        }
        let reason = noted.unwrap_or(Reason::NoRevocationEvidence);
        return open(reason, false, heard);
    }
    let is_own = |it: &&RevocationStatement<'_, E>| !it.is_under_another_key;
    let own = good().filter(is_own);
    let later = statements
        .iter()
        .flat_map(|it| {
            it.revocations
                .iter()
                .map(move |revocation| (revocation, it))
        })
        .filter(|(revocation, it)| {
            revocation.at > at && (!revocation.is_hold() || it.is_fresh(at, not_after))
        })
        .min_by_key(|(revocation, _)| **revocation);
    let mut used = sources(good());
    let later = later.and_then(|(revocation, it)| {
        used.extend_from_slice(&it.sources);
        Some((*revocation, it.sources.first()?.clone()))
    });
    RevocationConclusion {
        check: Check::passed(CheckId::Revocation),
        tolerances: tolerances(good()),
        used,
        later,
        is_under_another_key: !own.fold(Reasons::NONE, covered).is_all(),
        has_doubt: false,
        heard,
    }
}

/// Every source, with the reason why its statement does not cover the time asked.
fn heard<E: Clone>(
    statements: &[RevocationStatement<'_, E>],
    at: Time,
    not_after: Time,
) -> Vec<(E, Option<Reason>)> {
    let each = statements.iter().flat_map(|it| {
        let reason = if !it.is_fresh(at, not_after) {
            Some(it.stale())
        } else if it.only_revokes.is_none() && it.kind == (StatementKind::Delta { is_alone: true })
        {
            Some(Reason::EvidenceDeltaAlone)
        } else {
            it.only_revokes.clone()
        };
        it.sources
            .iter()
            .map(move |source| (source.clone(), reason.clone()))
    });
    each.collect()
}

fn sources<'s, 'k: 's, E: Clone + 's>(
    statements: impl Iterator<Item = &'s RevocationStatement<'k, E>>,
) -> Vec<E> {
    statements
        .flat_map(|it| it.sources.iter().cloned())
        .collect()
}

fn tolerances<'s, 'k: 's, E: 's>(
    statements: impl Iterator<Item = &'s RevocationStatement<'k, E>>,
) -> Tolerances {
    statements.fold(Tolerances::default(), |all, it| all.union(it.tolerances))
}

impl<E> RevocationStatement<'_, E> {
    /// That it does not cover the time asked.
    pub(crate) fn stale(&self) -> Reason {
        Reason::EvidenceStale {
            this_update: self.this_update,
            next_update: self.next_update,
        }
    }
}

/// Keeps the reason that is nearest to what is missing.
pub(crate) fn note(noted: &mut Option<Reason>, reason: Reason) {
    if noted
        .as_ref()
        .is_none_or(|noted| reason.is_nearer_than(noted))
    {
        *noted = Some(reason);
    }
}

/// The revocations of a certificate among the entries of a CRL that are about it.
pub(crate) struct Entries {
    pub(crate) revocations: Vec<CertificateRevocation>,
    /// Whether there is a removeFromCRL, and no revocation, which would count for more.
    pub(crate) is_removed: bool,
}

impl Entries {
    /// Of what the entries with a certificate's serial number and issuer say.
    pub(crate) fn of(entries: impl IntoIterator<Item = CertificateRevocation>) -> Self {
        let (removals, revocations): (Vec<_>, Vec<_>) =
            entries.into_iter().partition(|it| it.reason == REMOVE);
        Self {
            is_removed: !removals.is_empty() && revocations.is_empty(),
            revocations,
        }
    }

    /// What a complete CRL and a delta to it say together: the delta's entries instead of the
    /// complete CRL's where it has some. A removal that was made after the time asked is not taken
    /// into account, since the hold may have lasted at that time.
    pub(crate) fn with_delta(
        &self,
        delta: &Self,
        delta_update: Time,
        at: Time,
    ) -> Vec<CertificateRevocation> {
        if !delta.revocations.is_empty() {
            delta.revocations.clone()
        } else if delta.is_removed && delta_update <= at {
            Vec::new()
        } else {
            self.revocations.clone()
        }
    }
}

/// Whether a delta fits a complete CRL of the same key (RFC 5280 5.2.4 and 6.3.3 c): it is of the
/// same issuer and scope, made from this CRL or one before it, and not older by number or time.
pub(crate) fn fits(delta: &CertificateList<'_>, complete: &CertificateList<'_>) -> bool {
    let (Some(base), Some(number), Some(own)) =
        (delta.base_number(), complete.number(), delta.number())
    else {
        return false;
    };
    let is_negative = |number: &[u8]| number.first().is_some_and(|octet| *octet >= 0x80);
    ![base, number, own].into_iter().any(is_negative)
        && complete.scope().map(|scope| scope.octets) == delta.scope().map(|scope| scope.octets)
        && compare(base, number).is_le()
        && compare(number, own).is_le()
        && complete.this_update() <= delta.this_update()
}

/// The order of two CRL numbers, of which none is negative.
fn compare(left: &[u8], right: &[u8]) -> core::cmp::Ordering {
    let magnitude = |octets: &[u8]| -> Vec<u8> {
        octets
            .iter()
            .copied()
            .skip_while(|octet| *octet == 0)
            .collect()
    };
    let (left, right) = (magnitude(left), magnitude(right));
    left.len().cmp(&right.len()).then_with(|| left.cmp(&right))
}
