//! Whether a certificate had been revoked at a time, from evidence of several kinds and times.
//!
//! Who signed the evidence is not looked at here: only what was verified comes in.

use crate::ocsp::CertificateStatus;
use crate::oid;
use crate::report::{Check, CheckId, Reason, RevocationReason, SubIndication};
use crate::time::Time;
use crate::x509::{
    Certificate, CertificateList, DistributionPointName, GeneralName, Name, Reasons, Terms,
};
use alloc::vec::Vec;

/// What one piece of evidence, or a CRL with its delta, says about one certificate.
#[derive(Clone)]
pub(crate) struct Account<E> {
    /// What it is from.
    pub(crate) evidence: Vec<E>,
    /// From when it tells.
    pub(crate) this_update: Time,
    pub(crate) next_update: Option<Time>,
    /// The reasons for revocation that it speaks of.
    pub(crate) reasons: Reasons,
    /// The certificate's revocation, if it has one.
    pub(crate) revoked: Option<Revoked>,
}

/// When and why a certificate was revoked.
#[derive(Clone, Copy)]
pub(crate) struct Revoked {
    pub(crate) at: Time,
    /// `CRLReason` (RFC 5280 5.3.1)
    pub(crate) reason: Option<u8>,
}

/// What all evidence comes to.
pub(crate) struct Status<E> {
    pub(crate) check: Check,
    /// What the check rests on.
    pub(crate) evidence: Vec<Account<E>>,
    /// Whether it was revoked after the time asked.
    pub(crate) is_revoked_later: bool,
}

const HOLD: Option<u8> = Some(6);

impl Revoked {
    /// What an OCSP responder says; `None` if it is no revocation.
    pub(crate) fn of(status: CertificateStatus) -> Option<Self> {
        match status {
            CertificateStatus::Revoked { revoked_at, reason } => Some(Self {
                at: revoked_at,
                reason,
            }),
            CertificateStatus::Good | CertificateStatus::Unknown => None,
        }
    }

    fn reason(self) -> Option<RevocationReason> {
        let all = RevocationReason::ALL.iter();
        all.copied()
            .find(|reason| Some(reason.number()) == self.reason)
    }
}

impl<E> Account<E> {
    /// Whether it tells of the time asked: issued before and not out of date
    /// yet, or issued after, while the certificate would still have been listed.
    fn is_fresh(&self, at: Time, not_after: Time) -> bool {
        if self.this_update >= at {
            self.this_update <= not_after
        } else {
            self.next_update
                .is_some_and(|next_update| at <= next_update)
        }
    }

    /// Whether it is a delta to the very CRL that the other is.
    fn goes_on_from(&self, other: &Self) -> bool
    where
        E: PartialEq,
    {
        self.evidence.len() > other.evidence.len()
            && other.evidence.iter().all(|it| self.evidence.contains(it))
    }

    fn is_hold(&self) -> bool {
        self.revoked.is_some_and(|revoked| revoked.reason == HOLD)
    }
}

/// Why evidence was not used.
#[derive(Default)]
pub(crate) struct Noted {
    /// The reason that says most about what is missing.
    pub(crate) reason: Option<Reason>,
    /// Why the certificate can't be found good, whatever the rest says: what was left out may be,
    /// or is, a revocation.
    pub(crate) against: Option<Reason>,
}

impl Noted {
    pub(crate) fn note(&mut self, reason: Reason) {
        note(&mut self.reason, Some(reason));
    }
}

/// Decides over all accounts of one certificate. `noted`: why other evidence was not used.
pub(crate) fn decide<E: PartialEq>(
    accounts: Vec<Account<E>>,
    noted: Noted,
    at: Time,
    certificate: &Certificate<'_>,
) -> Status<E> {
    let Noted {
        reason: mut noted,
        mut against,
    } = noted;
    let not_after = certificate.validity().not_after;
    let (fresh, stale): (Vec<_>, Vec<_>) = accounts
        .into_iter()
        .partition(|account| account.is_fresh(at, not_after));
    let newest = stale
        .iter()
        .max_by_key(|account| (account.this_update, account.next_update));
    note(
        &mut noted,
        newest.map(|account| Reason::EvidenceStale {
            this_update: account.this_update,
            next_update: account.next_update,
        }),
    );
    // A hold ends where newer evidence, of before the time asked, no longer has it.
    let is_released = |account: &Account<E>| {
        account.is_hold()
            && fresh.iter().any(|other| {
                (other.this_update > account.this_update || other.goes_on_from(account))
                    && other.this_update <= at
                    && other.revoked.is_none()
                    && other.reasons.contains(account.reasons)
            })
    };
    let first = fresh
        .iter()
        .filter(|account| !is_released(account))
        .filter_map(|account| account.revoked)
        .filter(|revoked| revoked.at <= at)
        .min_by_key(|revoked| (revoked.at, revoked.reason));
    if let Some(revoked) = first {
        let reason = Reason::Revoked {
            revoked_at: revoked.at,
            reason: revoked.reason(),
        };
        let has_it = |account: &Account<E>| account.revoked.is_some_and(|it| it.at <= at);
        return Status {
            check: Check::failed(CheckId::Revocation, SubIndication::Revoked, reason),
            evidence: fresh.into_iter().filter(has_it).collect(),
            is_revoked_later: false,
        };
    }
    // What was revoked stays so, however old the evidence is.
    let revoking = stale
        .iter()
        .filter(|account| !is_released(account))
        .filter(|account| account.revoked.is_some_and(|revoked| revoked.at <= at))
        .max_by_key(|account| (account.this_update, account.next_update));
    if let Some(account) = revoking {
        against.get_or_insert(Reason::EvidenceStale {
            this_update: account.this_update,
            next_update: account.next_update,
        });
    }
    if let Some(reason) = against {
        return Status {
            check: Check::undecided(CheckId::Revocation, SubIndication::TryLater, reason),
            evidence: Vec::new(),
            is_revoked_later: false,
        };
    }
    let reasons = fresh
        .iter()
        .fold(Reasons::NONE, |all, account| all.union(account.reasons));
    if reasons.is_all() {
        return Status {
            check: Check::passed(CheckId::Revocation),
            is_revoked_later: fresh
                .iter()
                .any(|account| account.revoked.is_some_and(|it| it.at > at)),
            evidence: fresh,
        };
    }
    note(
        &mut noted,
        (!fresh.is_empty()).then_some(Reason::EvidenceIncomplete),
    );
    let reason = noted.unwrap_or(Reason::NoRevocationEvidence);
    Status {
        check: Check::undecided(CheckId::Revocation, SubIndication::TryLater, reason),
        evidence: Vec::new(),
        is_revoked_later: false,
    }
}

/// Keeps the reason that says most about what evidence is missing; of two of a kind the one about
/// newer evidence, so that no order has a say.
fn note(noted: &mut Option<Reason>, reason: Option<Reason>) {
    let rank = |reason: &Reason| match reason {
        Reason::EvidenceIncomplete => 10,
        Reason::StatusUnknown => 9,
        Reason::EvidenceStale { .. } => 8,
        Reason::EvidenceWeak => 7,
        Reason::EvidenceUnprocessed(_) => 6,
        Reason::BudgetExhausted => 5,
        Reason::EvidenceOpen => 4,
        Reason::ResponderUnchecked => 3,
        Reason::EvidenceUnauthorised => 2,
        Reason::EvidenceForged => 1,
        _ => 0,
    };
    let is_more = |reason: &Reason, noted: &Reason| match (reason, noted) {
        (
            Reason::EvidenceStale {
                this_update,
                next_update,
            },
            Reason::EvidenceStale {
                this_update: noted,
                next_update: noted_next,
            },
        ) => (this_update, next_update) > (noted, noted_next),
        (Reason::EvidenceUnprocessed(oid), Reason::EvidenceUnprocessed(noted)) => oid < noted,
        _ => rank(reason) > rank(noted),
    };
    if let Some(reason) = reason
        && noted.as_ref().is_none_or(|noted| is_more(&reason, noted))
    {
        *noted = Some(reason);
    }
}

/// What a complete CRL, with a delta to it, says about a certificate in its scope at a time.
pub(crate) fn account<E>(
    certificate: &Certificate<'_>,
    reasons: Reasons,
    at: Time,
    complete: (E, &CertificateList<'_>),
    delta: Option<(E, &CertificateList<'_>)>,
) -> Result<Account<E>, Reason> {
    let mut revoked = entry(certificate, complete.1);
    // Only a delta takes entries away (RFC 5280 5.3.1).
    if revoked.is_some_and(|revoked| revoked.reason == REMOVE) {
        return Err(Reason::EvidenceUnprocessed(oid::REASON_CODE.into()));
    }
    let newest = delta.as_ref().map_or(complete.1, |(_, crl)| crl);
    let (this_update, next_update) = (newest.this_update(), newest.next_update());
    let mut evidence = Vec::from([complete.0]);
    if let Some((name, crl)) = delta {
        evidence.push(name);
        match entry(certificate, crl) {
            // A hold whose end is known only from later may have lasted at the time asked.
            Some(removed) if removed.reason == REMOVE && this_update > at => {}
            Some(removed) if removed.reason == REMOVE => revoked = None,
            Some(changed) => revoked = Some(changed),
            None => {}
        }
    }
    Ok(Account {
        evidence,
        this_update,
        next_update,
        reasons,
        revoked,
    })
}

const REMOVE: Option<u8> = Some(8);

/// What a delta says by itself: a revocation is one, whether or not there is a CRL that the delta goes
/// with. It shows nothing to be good.
pub(crate) fn account_of_delta<E>(
    certificate: &Certificate<'_>,
    (name, crl): (E, &CertificateList<'_>),
) -> Option<Account<E>> {
    let revoked = entry(certificate, crl).filter(|revoked| revoked.reason != REMOVE)?;
    Some(Account {
        evidence: Vec::from([name]),
        this_update: crl.this_update(),
        next_update: crl.next_update(),
        reasons: Reasons::NONE,
        revoked: Some(revoked),
    })
}

/// Whether a CRL says that a certificate had been revoked at a time.
pub(crate) fn revokes(crl: &CertificateList<'_>, certificate: &Certificate<'_>, at: Time) -> bool {
    entry(certificate, crl).is_some_and(|revoked| revoked.at <= at && revoked.reason != REMOVE)
}

/// The entry of a certificate: by its issuer and serial number; of several, the earliest that
/// revokes.
fn entry(certificate: &Certificate<'_>, crl: &CertificateList<'_>) -> Option<Revoked> {
    crl.find(certificate.serial())
        .filter(|entry| {
            let issuer = entry.issuer.unwrap_or(crl.issuer());
            issuer.matches(&certificate.issuer())
        })
        .map(|entry| Revoked {
            at: entry.revoked_at,
            reason: entry.reason,
        })
        .min_by_key(|revoked| (revoked.reason == REMOVE, revoked.at, revoked.reason))
}

/// Whether a delta goes with a complete CRL (RFC 5280 5.2.4 and 6.3.3 c): of the same issuer and
/// scope, and made from this one or one before it.
pub(crate) fn goes_with(delta: &CertificateList<'_>, complete: &CertificateList<'_>) -> bool {
    let (Some(base), Some(number), Some(own)) =
        (delta.base_number(), complete.number(), delta.number())
    else {
        return false;
    };
    complete.issuer().matches(&delta.issuer())
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

/// The reasons for which a CRL speaks of a certificate; `None` if it is not in its scope (RFC 5280
/// 6.3.3 b and d).
pub(crate) fn scope(
    crl: &CertificateList<'_>,
    certificate: &Certificate<'_>,
    terms: &Terms<'_>,
) -> Option<Reasons> {
    let issuer = certificate.issuer();
    let is_own = crl.issuer().matches(&issuer);
    let scope = crl.scope();
    if let Some(scope) = scope {
        let is_of_other_kind = (scope.only_contains.users && terms.is_authority())
            || (scope.only_contains.authorities && !terms.is_authority())
            || scope.only_contains.attributes;
        if is_of_other_kind {
            return None;
        }
    }
    let of_scope = scope
        .and_then(|scope| scope.only_some_reasons)
        .unwrap_or(Reasons::ALL);
    let is_indirect = scope.is_some_and(|scope| scope.is_indirect);
    let wanted = scope.and_then(|scope| scope.name.as_ref());
    let mut reasons: Option<Reasons> = None;
    for point in &terms.distribution_points {
        let issuers = point.crl_issuer.as_deref();
        let is_issued = match issuers {
            None => is_own,
            Some(names) => {
                let mut names = names.iter().filter_map(directory);
                is_indirect && names.any(|name| crl.issuer().matches(&name))
            }
        };
        let issuers = issuers.unwrap_or_default();
        let is_meant = wanted.is_none_or(|wanted| match &point.name {
            Some(name) => {
                let relative_to = issuers.iter().find_map(directory).unwrap_or(issuer);
                meet(&names(wanted, &crl.issuer()), &names(name, &relative_to))
            }
            None => meet(
                &names(wanted, &crl.issuer()),
                &issuers.iter().filter_map(Named::of).collect::<Vec<_>>(),
            ),
        });
        if is_issued && is_meant {
            let of_point = point.reasons.unwrap_or(Reasons::ALL).intersection(of_scope);
            reasons = Some(reasons.unwrap_or(Reasons::NONE).union(of_point));
        }
    }
    // The last paragraph of 6.3.3: a CRL of the issuer that no distribution point names.
    let is_meant = wanted.is_none_or(|wanted| {
        meet(
            &names(wanted, &crl.issuer()),
            &[Named::Directory(issuer.canonical())],
        )
    });
    if is_own && is_meant {
        reasons = Some(reasons.unwrap_or(Reasons::NONE).union(of_scope));
    }
    reasons
}

/// A name of a distribution point, in the form in which it is compared.
#[derive(PartialEq, Eq)]
enum Named<'n> {
    Directory(Vec<u8>),
    Uri(&'n [u8]),
}

impl<'n> Named<'n> {
    fn of(name: &GeneralName<'n>) -> Option<Self> {
        match name {
            GeneralName::Directory(name) => Some(Self::Directory(name.canonical())),
            GeneralName::Uri(text) => Some(Self::Uri(text)),
            _ => None,
        }
    }
}

fn directory<'n>(name: &GeneralName<'n>) -> Option<Name<'n>> {
    match name {
        GeneralName::Directory(name) => Some(*name),
        _ => None,
    }
}

/// The names of a distribution point; one that is relative stands below `issuer`.
fn names<'n>(name: &DistributionPointName<'n>, issuer: &Name<'_>) -> Vec<Named<'n>> {
    match name {
        DistributionPointName::Full(names) => names.iter().filter_map(Named::of).collect(),
        DistributionPointName::Relative(set) => {
            let below = issuer.canonical_below(set);
            Vec::from([Named::Directory(below)])
        }
    }
}

fn meet(left: &[Named<'_>], right: &[Named<'_>]) -> bool {
    left.iter().any(|name| right.contains(name))
}
