//! Whether a certificate of a path had been revoked: which evidence may be relied on, and what it
//! comes to.

mod crls;
mod responders;

use super::paths::issuer_at;
use crate::chain::{Chains, Issuer, Item};
use crate::evidence::Evidence;
use crate::fingerprint;
use crate::policy::Policy;
use crate::questions::{NotVerified, Questions};
use crate::report::{Check, EvidenceKind, EvidenceUsed, Origin, Reason};
use crate::time::Time;
use crate::verify::path::Step;
use crate::verify::revocation::{self, Account, Noted};
use crate::verify::signature;
use crate::x509::Terms;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use core::cell::{Cell, RefCell};

/// How deep the evidence on those who issued evidence is followed.
const DEPTH: usize = 4;

/// Pieces of evidence that are looked at for one certificate's path, for each path that the budget
/// allows.
const LOOKS: usize = 64;

/// What is found out about revocation for the paths of one certificate.
pub(super) struct Statuses<'s, 'a> {
    policy: &'s Policy<'a>,
    chains: &'s Chains<'a>,
    anchored: &'s BTreeSet<Origin>,
    questions: &'s Questions<'a>,
    looks: Cell<usize>,
    /// Whether anything was left out for the budget's sake.
    is_exhausted: Cell<bool>,
    /// Who may sign CRLs under an anchor, by what was being found out then.
    crl_issuers: RefCell<BTreeMap<CrlIssuer, bool>>,
}

/// The certificates whose status was being found out, a certificate and an anchor.
type CrlIssuer = (Vec<Item>, Origin, usize);

/// What became of one certificate.
pub(super) struct Status {
    pub(super) check: Check,
    pub(super) evidence: Vec<EvidenceUsed>,
    pub(super) is_revoked_later: bool,
}

/// A certificate whose revocation is asked about, and its place.
struct Subject<'q> {
    item: Item,
    issuer: Issuer,
    /// The certificates between it and the anchor, which are judged beside it.
    above: &'q [Origin],
    anchor: usize,
}

impl<'s, 'a> Statuses<'s, 'a> {
    pub(super) fn new(
        policy: &'s Policy<'a>,
        chains: &'s Chains<'a>,
        anchored: &'s BTreeSet<Origin>,
        questions: &'s Questions<'a>,
    ) -> Self {
        Self {
            policy,
            chains,
            anchored,
            questions,
            looks: Cell::new(policy.budget.paths.saturating_mul(LOOKS)),
            is_exhausted: Cell::new(chains.is_cut() || questions.is_exhausted()),
            crl_issuers: RefCell::new(BTreeMap::new()),
        }
    }

    /// The status of a certificate of a path.
    pub(super) fn of(&self, item: Item, issuer: Issuer, above: &[Origin], anchor: usize) -> Status {
        let subject = Subject {
            item,
            issuer,
            above,
            anchor,
        };
        self.judge(&subject, &mut Vec::new())
    }

    /// `guard`: the certificates whose status is being found out, which can't depend on itself.
    fn judge(&self, subject: &Subject<'_>, guard: &mut Vec<Item>) -> Status {
        let own;
        let certificate = self.chains.certificate(subject.item);
        let terms = match (subject.item, certificate) {
            (Item::Certificate(origin), _) => self.chains.pool.terms(origin),
            (_, Some(certificate)) => {
                own = Terms::of(certificate);
                Some(&own)
            }
            (_, None) => None,
        };
        let mut accounts: Vec<Account<EvidenceUsed>> = Vec::new();
        let mut noted = Noted::default();
        let Some((certificate, terms)) = certificate.zip(terms) else {
            // Nothing refers to what is not there.
            return Status {
                check: Check::not_applicable(crate::report::CheckId::Revocation),
                evidence: Vec::new(),
                is_revoked_later: false,
            };
        };
        guard.push(subject.item);
        self.hear_crls(
            subject,
            certificate,
            terms,
            guard,
            &mut accounts,
            &mut noted,
        );
        if matches!(subject.item, Item::Certificate(_)) {
            self.hear_responders(subject, certificate, guard, &mut accounts, &mut noted);
        }
        guard.pop();
        if self.is_exhausted.get() {
            noted.against = Some(Reason::BudgetExhausted);
        }
        let status = revocation::decide(accounts, noted, self.policy.at, certificate);
        let accounts = status.evidence.into_iter();
        let mut evidence: Vec<_> = accounts.flat_map(|account| account.evidence).collect();
        // By what it is, not by where it stands in a list.
        evidence.sort_by_key(|used| (used.sha256, used.this_update, used.origin));
        evidence.dedup();
        Status {
            check: status.check,
            is_revoked_later: status.is_revoked_later,
            evidence,
        }
    }

    /// Whoever signed a thing and may do so, or the best reason why nobody.
    fn signer_of(
        &self,
        item: Item,
        mut may: impl FnMut(Issuer) -> Result<(), Reason>,
    ) -> Result<Issuer, Reason> {
        let mut noted = Noted::default();
        for (issuer, outcome) in self.chains.outcomes(item, self.questions) {
            if !self.may_look() {
                return Err(Reason::BudgetExhausted);
            }
            let reason = match outcome {
                Ok(()) => match may(issuer) {
                    Err(reason) => reason,
                    Ok(()) if !self.is_strong(item, issuer) => Reason::EvidenceWeak,
                    Ok(()) => return Ok(issuer),
                },
                Err(NotVerified::Wrong(_)) => Reason::EvidenceForged,
                Err(NotVerified::Open(Reason::BudgetExhausted)) => Reason::BudgetExhausted,
                Err(NotVerified::Open(_)) => Reason::EvidenceOpen,
            };
            noted.note(reason);
        }
        if self.chains.has_more(item) {
            noted.note(Reason::BudgetExhausted);
        }
        Err(noted.reason.unwrap_or(Reason::EvidenceUnauthorised))
    }

    /// Whether the budget has room for one more look at a piece of evidence.
    fn may_look(&self) -> bool {
        let looks = self.looks.get().checked_sub(1);
        self.looks.set(looks.unwrap_or_default());
        if looks.is_none() {
            self.is_exhausted.set(true);
        }
        looks.is_some()
    }

    /// Whether a thing was signed by anybody of the right name whom an anchor stands behind, even if
    /// they may not speak here: what such a one says to be revoked is not found good.
    fn is_of_trusted(&self, item: Item) -> bool {
        let mut outcomes = self.chains.outcomes(item, self.questions);
        outcomes.any(|(issuer, outcome)| {
            outcome.is_ok()
                && match issuer {
                    Issuer::Anchor(_) => true,
                    Issuer::Certificate(origin) => self.anchored.contains(&origin),
                    Issuer::Delegate(origin, place) => {
                        self.is_of_trusted(Item::Delegate(origin, place))
                    }
                }
        })
    }

    /// The reason against somebody who may not speak for the issuer.
    fn unless(is_allowed: bool) -> Result<(), Reason> {
        if is_allowed {
            Ok(())
        } else {
            Err(Reason::EvidenceUnauthorised)
        }
    }

    fn is_strong(&self, item: Item, issuer: Issuer) -> bool {
        let (digest, key) = self.chains.strength(item, issuer);
        signature::weakness(&self.policy.constraints, digest, key).is_none()
    }

    fn is_same_key(&self, one: Issuer, other: Issuer) -> bool {
        let key = |issuer| self.chains.key(issuer).map(|key| key.octets());
        key(one).is_some_and(|octets| key(other) == Some(octets))
    }

    /// The certificates of a path, with what they say.
    pub(super) fn steps(&self, path: &[Origin]) -> Vec<Step<'_, 'a>> {
        let pool = &self.chains.pool;
        let step = |origin: &Origin| {
            Some(Step {
                certificate: pool.certificate(*origin)?,
                terms: pool.terms(*origin)?,
            })
        };
        path.iter().filter_map(step).collect()
    }

    /// A piece of evidence, for the report.
    fn used(
        &self,
        origin: Origin,
        kind: EvidenceKind,
        this_update: Time,
        next_update: Option<Time>,
    ) -> EvidenceUsed {
        let (Origin::Document(index) | Origin::Policy(index)) = origin;
        let named = |(_, name): &(&Evidence<'a>, fn(usize) -> Origin)| name(index) == origin;
        let found = self.chains.sources().find(named);
        EvidenceUsed {
            origin: found.map_or(origin, |(evidence, name)| name(evidence.place(index))),
            kind,
            this_update,
            next_update,
            sha256: found
                .and_then(|(evidence, _)| evidence.sha256(index))
                .and_then(fingerprint::array),
        }
    }
}
