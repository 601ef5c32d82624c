//! What is at hand against a certificate that is itself a trust anchor, for itself alone.

use super::{CertificateStatus, Question, RevocationChecker};
use crate::chain::{Issuer, Item};
use crate::inquiry::paths::issuer_at;
use crate::report::{Check, CheckId, Origin, Reason};
use crate::verify::revocation::note;
use alloc::collections::BTreeSet;
use alloc::rc::Rc;
use alloc::vec::Vec;
use core::ops::ControlFlow;

impl<'s, 'a> RevocationChecker<'s, 'a> {
    /// The status of a pinned certificate. That it is good need not be shown; what is at hand and
    /// revokes it counts.
    ///
    /// 1. Its status is found out on every path from it to an anchor that issues.
    /// 2. And under every other key under which its signature verified: that is the key that issued
    ///    it, whether a path leads on from there or not.
    /// 3. The earliest revocation of all counts; without one, what may be a revocation leaves the
    ///    status open; without that, nothing was checked.
    ///
    /// What was found out here is kept apart from what is found out on other paths, since a piece on
    /// which nothing rests here may be used there.
    pub(in crate::inquiry) fn of_pinned(
        &self,
        origin: Origin,
        anchor: usize,
    ) -> Rc<CertificateStatus> {
        let own = Self::new(self.policy, self.chains, self.anchored, self.questions);
        let status = own.worst_of_pinned(origin, anchor);
        let mut uses = own.into_uses();
        if !status.is_revoked() {
            uses.rest_on_none(&Reason::AnchorPinned);
        }
        self.uses.borrow_mut().merge(uses);
        Rc::new(status)
    }

    fn worst_of_pinned(&self, origin: Origin, anchor: usize) -> CertificateStatus {
        self.path.replace(Vec::from([origin]));
        let mut revoked: Option<Rc<CertificateStatus>> = None;
        let mut doubt: Option<Reason> = None;
        let mut later = None;
        let mut take = |status: Rc<CertificateStatus>| {
            if let Some((revocation, source)) = &status.later {
                let is_first = later.as_ref().is_none_or(|(first, _)| *revocation < *first);
                if is_first {
                    later = Some((*revocation, source.clone()));
                }
            }
            if status.has_doubt
                && let Some(reason) = status.check.reason.clone()
            {
                note(&mut doubt, reason);
            }
            let is_first = revoked
                .as_ref()
                .is_none_or(|first| status.revoked_at() < first.revoked_at());
            if status.is_revoked() && is_first {
                revoked = Some(status);
            }
        };
        let mut issuers = BTreeSet::new();
        let all = self.chains.paths(
            origin,
            self.anchored,
            self.questions,
            &mut |path, anchor| {
                if !self.policy.anchors[anchor].is_pinned() {
                    issuers.insert(issuer_at(path, 0, anchor));
                    take(self.check(&Self::question(path, 0, anchor, self.policy.at)));
                }
                ControlFlow::Continue(())
            },
        );
        for issuer in self.pathless_issuers(origin, &issuers) {
            take(self.check(&Question {
                item: Item::Certificate(origin),
                issuer,
                above: match issuer {
                    Issuer::Certificate(above) => Vec::from([above]),
                    Issuer::Anchor(_) | Issuer::Delegate(..) => Vec::new(),
                },
                anchor,
                at: self.policy.at,
            }));
        }
        if !all {
            note(&mut doubt, Reason::BudgetExhausted);
        }
        let id = CheckId::Revocation;
        match (revoked, doubt) {
            (Some(revoked), _) => (*revoked).clone(),
            (None, Some(reason)) => CertificateStatus::undecided(reason),
            (None, None) => CertificateStatus {
                check: Check::not_checked(id, Reason::AnchorPinned),
                later,
                ..CertificateStatus::undecided(Reason::AnchorPinned)
            },
        }
    }

    /// Those under whose key the signature of a pinned certificate verified, and over whom no path was
    /// found. The certificate itself, and copies of it, speak for nobody.
    fn pathless_issuers(&self, origin: Origin, found: &BTreeSet<Issuer>) -> Vec<Issuer> {
        let item = Item::Certificate(origin);
        let is_other = |issuer: &Issuer| match issuer {
            Issuer::Anchor(anchor) => !self.policy.anchors[*anchor].is_pinned(),
            _ => issuer
                .item()
                .is_some_and(|it| !self.is_same_certificate(it, item)),
        };
        let signers = self.chains.signers(item, self.questions);
        signers
            .filter(|issuer| !found.contains(issuer) && is_other(issuer))
            .collect()
    }
}
