//! Which OCSP responses may be relied on for a certificate, and what they say.

use super::{DEPTH, Statuses, Subject};
use crate::chain::{Issuer, Item};
use crate::evidence::Evidence;
use crate::ocsp::{CertificateStatus, SingleResponse};
use crate::oid;
use crate::report::{EvidenceKind, EvidenceUsed, Origin, Outcome, Reason};
use crate::time::Time;
use crate::verify::path::{self, Role, Step};
use crate::verify::revocation::{Account, Noted, Revoked};
use crate::x509::{Certificate, KeyUsage, Reasons, Terms};
use alloc::vec::Vec;

impl<'a> Statuses<'_, 'a> {
    /// What OCSP responders say.
    pub(super) fn hear_responders(
        &self,
        subject: &Subject<'_>,
        certificate: &Certificate<'a>,
        guard: &mut Vec<Item>,
        accounts: &mut Vec<Account<EvidenceUsed>>,
        noted: &mut Noted,
    ) {
        let Some(key) = self.chains.key(subject.issuer) else {
            return;
        };
        for (evidence, origin) in self.chains.sources() {
            for (index, place) in evidence.responses_about(certificate.serial()) {
                let Some(single) = evidence.single((index, place)) else {
                    continue;
                };
                if !self.may_look() {
                    return;
                }
                if !self.chains.is_about(single, certificate, &key) {
                    continue;
                }
                let is_unknown = || {
                    let mut others = evidence.responses_about(certificate.serial());
                    others.any(|other| {
                        let other = evidence.single(other).filter(|_| other.0 == index);
                        other.is_some_and(|other| {
                            matches!(other.status(), CertificateStatus::Unknown)
                                && self.chains.is_about(other, certificate, &key)
                        })
                    })
                };
                match self.hear_responder(origin(index), evidence, single, subject, guard) {
                    // Whoever says both that it is good and that they don't know it knows nothing.
                    Ok(account) if account.revoked.is_none() && is_unknown() => {
                        noted.note(Reason::StatusUnknown);
                    }
                    Ok(account) => accounts.push(account),
                    Err(reason) => {
                        let revoked = Revoked::of(single.status());
                        let is_revoked = revoked.is_some_and(|it| it.at <= self.policy.at);
                        if is_revoked && self.is_of_trusted(Item::Response(origin(index))) {
                            noted.against = Some(reason.clone());
                        }
                        noted.note(reason);
                    }
                }
            }
        }
    }

    pub(super) fn hear_responder(
        &self,
        origin: Origin,
        evidence: &Evidence<'a>,
        single: &SingleResponse<'a>,
        subject: &Subject<'_>,
        guard: &mut Vec<Item>,
    ) -> Result<Account<EvidenceUsed>, Reason> {
        let (Origin::Document(index) | Origin::Policy(index)) = origin;
        let Some(basic) = evidence.response(index).and_then(|it| it.basic()) else {
            return Err(Reason::EvidenceOpen);
        };
        if let Some(unprocessed) = basic.unprocessed().or(single.unprocessed()) {
            return Err(Reason::EvidenceUnprocessed(unprocessed.into()));
        }
        self.signer_of(Item::Response(origin), |issuer| match issuer {
            Issuer::Anchor(_) | Issuer::Certificate(_) => {
                Self::unless(self.is_same_key(issuer, subject.issuer))
            }
            Issuer::Delegate(..) => {
                self.check_delegate(issuer, basic.produced_at(), subject, guard)
            }
        })?;
        if matches!(single.status(), CertificateStatus::Unknown) {
            return Err(Reason::StatusUnknown);
        }
        let produced_at = basic.produced_at();
        let kind = EvidenceKind::Ocsp { produced_at };
        let (this_update, next_update) = (single.this_update(), single.next_update());
        Ok(Account {
            evidence: Vec::from([self.used(origin, kind, this_update, next_update)]),
            // Nobody knows more than there was to know when the response was signed.
            this_update: this_update.min(produced_at),
            next_update,
            reasons: Reasons::ALL,
            revoked: Revoked::of(single.status()),
        })
    }

    /// Whether the issuer of a certificate has another key answer for it (RFC 6960 4.2.2.2).
    pub(super) fn check_delegate(
        &self,
        delegate: Issuer,
        produced_at: Time,
        subject: &Subject<'_>,
        guard: &mut Vec<Item>,
    ) -> Result<(), Reason> {
        let Issuer::Delegate(origin, place) = delegate else {
            return Self::unless(false);
        };
        let item = Item::Delegate(origin, place);
        let (Some(certificate), Some(asked)) = (
            self.chains.certificate(item),
            self.chains.certificate(subject.item),
        ) else {
            return Self::unless(false);
        };
        let issuer = self
            .chains
            .outcomes(item, self.questions)
            .find(|(issuer, outcome)| outcome.is_ok() && self.is_same_key(*issuer, subject.issuer))
            .map(|(issuer, _)| issuer);
        let Some(issuer) = issuer else {
            return Self::unless(false);
        };
        let terms = Terms::of(certificate);
        let mut steps = Vec::from([Step {
            certificate,
            terms: &terms,
        }]);
        steps.extend(self.steps(subject.above));
        let anchor = &self.policy.anchors[subject.anchor];
        let is_kept = path::process(&steps, anchor, Role::Responder, self.policy).is_ok();
        // When it was signed, which its signer says, and when it is relied on, if that is later.
        let relied_on = produced_at.max(self.policy.at);
        let is_named = |purposes: &Vec<_>| purposes.contains(&oid::OCSP_SIGNING);
        let validity = certificate.validity();
        let is_delegate = certificate.issuer().matches(&asked.issuer())
            && is_kept
            && terms.purposes.as_ref().is_some_and(is_named)
            && terms.key_usage.is_none_or(KeyUsage::signs_responses)
            && validity.not_before <= produced_at
            && relied_on <= validity.not_after;
        Self::unless(is_delegate)?;
        if !self.is_strong(item, issuer) {
            return Err(Reason::EvidenceWeak);
        }
        if terms.has_no_check || self.is_unrevoked(item, issuer, subject, guard) {
            Ok(())
        } else {
            Err(Reason::ResponderUnchecked)
        }
    }

    /// Whether CRLs show that a delegate without id-pkix-ocsp-nocheck had not been revoked.
    pub(super) fn is_unrevoked(
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
}
