//! Whether a certificate of a path had been revoked: which evidence may be relied on, and what it
//! comes to.

use crate::chain::{Chains, Issuer, Item};
use crate::evidence::Evidence;
use crate::fingerprint;
use crate::ocsp::{CertificateStatus, SingleResponse};
use crate::oid;
use crate::policy::Policy;
use crate::questions::{NotVerified, Questions};
use crate::report::{Check, EvidenceKind, EvidenceUsed, Origin, Outcome, Reason};
use crate::verify::path::{self, Role, Step};
use crate::verify::revocation::{self, Account, Revoked};
use crate::verify::signature;
use crate::x509::{Certificate, CertificateList, Reasons, Terms};
use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::cell::Cell;
use core::ops::ControlFlow;

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
}

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
        let mut accounts: Vec<Account<Origin>> = Vec::new();
        let mut noted = None;
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
        let status = revocation::decide(accounts, noted, self.policy.at, certificate);
        let mut used: Vec<Origin> = status
            .evidence
            .iter()
            .flat_map(|account| account.evidence.iter().copied())
            .collect();
        used.sort_unstable();
        used.dedup();
        Status {
            check: status.check,
            is_revoked_later: status.is_revoked_later,
            evidence: used
                .into_iter()
                .filter_map(|origin| self.used(origin, certificate))
                .collect(),
        }
    }

    /// What the CRLs say.
    fn hear_crls(
        &self,
        subject: &Subject<'_>,
        certificate: &Certificate<'a>,
        terms: &Terms<'a>,
        guard: &mut Vec<Item>,
        accounts: &mut Vec<Account<Origin>>,
        noted: &mut Option<Reason>,
    ) {
        let crls = self.crls_about(certificate, terms);
        let (complete, deltas): (Vec<_>, Vec<_>) = crls
            .into_iter()
            .partition(|(_, crl)| crl.base_number().is_none());
        for (origin, crl) in complete {
            if !self.may_look() {
                revocation::note(noted, Some(Reason::BudgetExhausted));
                break;
            }
            let Some(reasons) = revocation::scope(crl, certificate, terms) else {
                revocation::note(noted, Some(Reason::EvidenceOutOfScope));
                continue;
            };
            let issuer = match self.crl_issuer(origin, crl, subject, guard) {
                Ok(issuer) => issuer,
                Err(reason) => {
                    revocation::note(noted, Some(reason));
                    continue;
                }
            };
            let mut hear =
                |delta| match revocation::account(certificate, reasons, (origin, crl), delta) {
                    Ok(account) => accounts.push(account),
                    Err(reason) => revocation::note(noted, Some(reason)),
                };
            hear(None);
            for (delta_origin, delta) in &deltas {
                if !self.may_look() {
                    break;
                }
                let mut is_of_same_key =
                    || match self.crl_issuer(*delta_origin, delta, subject, guard) {
                        Ok(other) => self.is_same_key(issuer, other),
                        Err(_) => false,
                    };
                if revocation::goes_with(delta, crl) && is_of_same_key() {
                    hear(Some((*delta_origin, *delta)));
                }
            }
        }
    }

    /// The CRLs of a certificate's issuer, and of those whom it names in the issuer's place.
    fn crls_about(
        &self,
        certificate: &Certificate<'a>,
        terms: &Terms<'a>,
    ) -> Vec<(Origin, &'s CertificateList<'a>)> {
        let issuers = terms.crl_issuer_fingerprints(&certificate.issuer());
        let mut found = Vec::new();
        for (evidence, origin) in self.chains.sources() {
            let indices = issuers.iter().flat_map(|issuer| evidence.crls_of(*issuer));
            found.extend(indices.filter_map(|index| Some((origin(*index), evidence.crl(*index)?))));
        }
        found
    }

    /// Who signed a CRL and may do so for this certificate, or why nobody.
    fn crl_issuer(
        &self,
        origin: Origin,
        crl: &CertificateList<'_>,
        subject: &Subject<'_>,
        guard: &mut Vec<Item>,
    ) -> Result<Issuer, Reason> {
        if let Some(unprocessed) = crl.unprocessed() {
            return Err(Reason::EvidenceUnprocessed(unprocessed.into()));
        }
        self.signer_of(Item::Crl(origin), |issuer| match issuer {
            Issuer::Anchor(anchor) => anchor == subject.anchor && self.may_sign_crls(anchor),
            Issuer::Certificate(signer) if subject.above.contains(&signer) => {
                let terms = self.chains.pool.terms(signer);
                terms.is_some_and(|terms| terms.key_usage.is_none_or(|usage| usage.signs_crls()))
            }
            Issuer::Certificate(signer) => self.is_crl_issuer(signer, subject.anchor, guard),
            Issuer::Delegate(..) => false,
        })
    }

    /// Whether the certificate that an anchor came in lets it sign CRLs, where that is asked.
    fn may_sign_crls(&self, anchor: usize) -> bool {
        let certificate = self.policy.anchors[anchor].certificate();
        let terms = certificate.filter(|_| self.policy.anchor_constraints);
        let usage = terms.and_then(|certificate| Terms::of(&certificate).key_usage);
        usage.is_none_or(|usage| usage.signs_crls())
    }

    /// Whether a certificate that is not on the path is one for CRLs, under the same anchor
    /// (RFC 5280 6.3.3 f).
    fn is_crl_issuer(&self, signer: Origin, anchor: usize, guard: &mut Vec<Item>) -> bool {
        let item = Item::Certificate(signer);
        // A CA may have the CRLs about the CRL issuer's certificate made by that CRL issuer, which
        // it says in the certificate. Otherwise nobody vouches for themselves.
        if guard.last() == Some(&item) {
            return self.chains.pool.terms(signer).is_some_and(|terms| {
                let mut names = terms.crl_issuers();
                let subject = self
                    .chains
                    .pool
                    .certificate(signer)
                    .map(Certificate::subject);
                subject.is_some_and(|subject| names.any(|name| name.matches(&subject)))
            });
        }
        if guard.contains(&item) || guard.len() > DEPTH {
            return false;
        }
        let mut is_good = false;
        self.chains
            .paths(signer, self.anchored, self.questions, &mut |path, end| {
                if end == anchor && self.is_good_path(path, anchor, guard) {
                    is_good = true;
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            });
        is_good
    }

    fn is_good_path(&self, path: &[Origin], anchor: usize, guard: &mut Vec<Item>) -> bool {
        let pool = &self.chains.pool;
        let steps: Vec<Step<'_, 'a>> = path
            .iter()
            .filter_map(|origin| {
                Some(Step {
                    certificate: pool.certificate(*origin)?,
                    terms: pool.terms(*origin)?,
                })
            })
            .collect();
        let anchor_of = &self.policy.anchors[anchor];
        if path::process(&steps, anchor_of, Role::CrlIssuer, self.policy).is_err() {
            return false;
        }
        path.iter()
            .zip(&steps)
            .enumerate()
            .all(|(position, (origin, step))| {
                let issuer = path
                    .get(position + 1)
                    .map_or(Issuer::Anchor(anchor), |it| Issuer::Certificate(*it));
                let item = Item::Certificate(*origin);
                let subject = Subject {
                    item,
                    issuer,
                    above: &path[position + 1..],
                    anchor,
                };
                let passed = |check: &Check| check.outcome == Outcome::Passed;
                self.is_strong(item, issuer)
                    && passed(&path::check_validity(step.certificate, self.policy.at))
                    && !guard.contains(&item)
                    && passed(&self.judge(&subject, guard).check)
            })
    }

    /// Whoever signed a thing and may do so, or the best reason why nobody.
    fn signer_of(&self, item: Item, mut may: impl FnMut(Issuer) -> bool) -> Result<Issuer, Reason> {
        let mut noted = None;
        for (issuer, outcome) in self.chains.outcomes(item, self.questions) {
            if !self.may_look() {
                return Err(Reason::BudgetExhausted);
            }
            let reason = match outcome {
                Ok(()) if !may(issuer) => Reason::EvidenceUnauthorised,
                Ok(()) if !self.is_strong(item, issuer) => Reason::EvidenceWeak,
                Ok(()) => return Ok(issuer),
                Err(NotVerified::Wrong(_)) => Reason::EvidenceForged,
                Err(NotVerified::Open(Reason::BudgetExhausted)) => Reason::BudgetExhausted,
                Err(NotVerified::Open(_)) => Reason::EvidenceOpen,
            };
            revocation::note(&mut noted, Some(reason));
        }
        if self.chains.has_more(item) {
            revocation::note(&mut noted, Some(Reason::BudgetExhausted));
        }
        Err(noted.unwrap_or(Reason::EvidenceUnauthorised))
    }

    /// Whether the budget has room for one more look at a piece of evidence.
    fn may_look(&self) -> bool {
        let looks = self.looks.get().checked_sub(1);
        self.looks.set(looks.unwrap_or_default());
        looks.is_some()
    }

    fn is_strong(&self, item: Item, issuer: Issuer) -> bool {
        let (digest, key) = self.chains.strength(item, issuer);
        signature::weakness(&self.policy.constraints, digest, key).is_none()
    }

    fn is_same_key(&self, one: Issuer, other: Issuer) -> bool {
        let key = |issuer| self.chains.key(issuer).map(|key| key.octets());
        key(one).is_some_and(|octets| key(other) == Some(octets))
    }

    /// What OCSP responders say.
    fn hear_responders(
        &self,
        subject: &Subject<'_>,
        certificate: &Certificate<'a>,
        guard: &mut Vec<Item>,
        accounts: &mut Vec<Account<Origin>>,
        noted: &mut Option<Reason>,
    ) {
        let Some(key) = self.chains.key(subject.issuer) else {
            return;
        };
        for (evidence, origin) in self.chains.sources() {
            for (index, place) in evidence.responses_about(certificate.serial()) {
                let Some(single) = evidence.single((index, place)) else {
                    continue;
                };
                if !self.chains.is_about(single, certificate, &key) {
                    continue;
                }
                match self.hear_responder(origin(index), evidence, single, subject, guard) {
                    Ok(account) => accounts.push(account),
                    Err(reason) => revocation::note(noted, Some(reason)),
                }
            }
        }
    }

    fn hear_responder(
        &self,
        origin: Origin,
        evidence: &Evidence<'a>,
        single: &SingleResponse<'a>,
        subject: &Subject<'_>,
        guard: &mut Vec<Item>,
    ) -> Result<Account<Origin>, Reason> {
        let (Origin::Document(index) | Origin::Policy(index)) = origin;
        let Some(basic) = evidence.response(index).and_then(|it| it.basic()) else {
            return Err(Reason::EvidenceOpen);
        };
        if let Some(unprocessed) = basic.unprocessed().or(single.unprocessed()) {
            return Err(Reason::EvidenceUnprocessed(unprocessed.into()));
        }
        self.signer_of(Item::Response(origin), |issuer| match issuer {
            Issuer::Anchor(_) | Issuer::Certificate(_) => self.is_same_key(issuer, subject.issuer),
            Issuer::Delegate(..) => self.is_delegate(issuer, basic.produced_at(), subject, guard),
        })?;
        let revoked = match single.status() {
            CertificateStatus::Good => None,
            CertificateStatus::Revoked { revoked_at, reason } => Some(Revoked {
                at: revoked_at,
                reason,
            }),
            CertificateStatus::Unknown => return Err(Reason::StatusUnknown),
        };
        Ok(Account {
            evidence: Vec::from([origin]),
            this_update: single.this_update(),
            next_update: single.next_update(),
            reasons: Reasons::ALL,
            revoked,
        })
    }

    /// Whether the issuer of a certificate has another key answer for it (RFC 6960 4.2.2.2).
    fn is_delegate(
        &self,
        delegate: Issuer,
        produced_at: crate::time::Time,
        subject: &Subject<'_>,
        guard: &mut Vec<Item>,
    ) -> bool {
        let Issuer::Delegate(origin, place) = delegate else {
            return false;
        };
        let item = Item::Delegate(origin, place);
        let (Some(certificate), Some(asked)) = (
            self.chains.certificate(item),
            self.chains.certificate(subject.item),
        ) else {
            return false;
        };
        let issuer = self
            .chains
            .outcomes(item, self.questions)
            .find(|(issuer, outcome)| outcome.is_ok() && self.is_same_key(*issuer, subject.issuer))
            .map(|(issuer, _)| issuer);
        let Some(issuer) = issuer else {
            return false;
        };
        let terms = Terms::of(certificate);
        let is_named = |purposes: &Vec<_>| purposes.contains(&oid::OCSP_SIGNING);
        let validity = certificate.validity();
        certificate.issuer().matches(&asked.issuer())
            && terms.fault.is_none()
            && terms.purposes.as_ref().is_some_and(is_named)
            && terms.key_usage.is_none_or(|usage| usage.signs_responses())
            && (validity.not_before..=validity.not_after).contains(&produced_at)
            && self.is_strong(item, issuer)
            && (terms.has_no_check || self.is_unrevoked(item, issuer, subject, guard))
    }

    /// Whether CRLs show that a delegate without id-pkix-ocsp-nocheck had not been revoked.
    fn is_unrevoked(
        &self,
        item: Item,
        issuer: Issuer,
        subject: &Subject<'_>,
        guard: &mut Vec<Item>,
    ) -> bool {
        let delegate = Subject {
            item,
            issuer,
            above: subject.above,
            anchor: subject.anchor,
        };
        guard.len() <= DEPTH && self.judge(&delegate, guard).check.outcome == Outcome::Passed
    }

    /// A piece of evidence, for the report.
    fn used(&self, origin: Origin, certificate: &Certificate<'a>) -> Option<EvidenceUsed> {
        let (Origin::Document(index) | Origin::Policy(index)) = origin;
        let named = |(_, name): &(&Evidence<'a>, fn(usize) -> Origin)| name(index) == origin;
        let (evidence, name) = self.chains.sources().find(named)?;
        let (kind, this_update, next_update) = match evidence.crl(index) {
            Some(crl) => {
                let number = crl.number().map(Into::into);
                let kind = match crl.base_number() {
                    None => EvidenceKind::Crl { number },
                    Some(_) => EvidenceKind::DeltaCrl { number },
                };
                (kind, crl.this_update(), crl.next_update())
            }
            None => {
                let (_, place) = evidence
                    .responses_about(certificate.serial())
                    .find(|(response, _)| *response == index)?;
                let single = evidence.single((index, place))?;
                let produced_at = evidence.response(index)?.basic()?.produced_at();
                let kind = EvidenceKind::Ocsp { produced_at };
                (kind, single.this_update(), single.next_update())
            }
        };
        Some(EvidenceUsed {
            origin: name(evidence.place(index)),
            kind,
            this_update,
            next_update,
            sha256: evidence.sha256(index).and_then(fingerprint::array),
        })
    }
}
