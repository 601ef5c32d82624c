//! What is at hand against a certificate that is itself a trust anchor, for itself alone.

use super::{RevocationChecker, RevocationStatus, StatusRequest};
use crate::check::revocation::note;
use crate::crypto::request_queue::Unverified;
use crate::path::issuer_graph::{Issuer, LOOK, SignedObject};
use crate::report::{Check, CheckId, Origin, Reason};
use alloc::collections::BTreeSet;
use alloc::rc::Rc;
use alloc::vec::Vec;
use core::ops::ControlFlow;

impl RevocationChecker<'_, '_> {
    /// The status of a pinned certificate. That it is good need not be shown; what is at hand and
    /// revokes it counts.
    ///
    /// Elsewhere evidence that can't be verified shows nothing to be good, and so nothing passes. Here
    /// nothing need be shown, so it must count against the certificate ([`Self::is_open_in_part`]).
    ///
    /// What was found out here is kept apart from what is found out on other paths, since a piece on
    /// which nothing rests here may be used there.
    pub(crate) fn of_pinned(&self, origin: Origin, anchor: usize) -> Rc<RevocationStatus> {
        let mut own = Self::new(
            self.policy,
            self.at,
            self.chains,
            self.anchored,
            self.requests,
        );
        own.is_about_pinned = true;
        let status = own.worst_of_pinned(origin, anchor);
        let mut uses = own.into_uses();
        if !status.is_revoked() {
            uses.rest_on_none(&Reason::AnchorPinned);
        }
        self.uses.borrow_mut().merge(uses);
        Rc::new(status)
    }

    /// The worst that is known of a pinned certificate:
    ///
    /// 1. Its status is found out on every path from it to an anchor that issues.
    /// 2. And under every other key under which its signature verified: that is the key that issued
    ///    it, whether a path leads on from there or not. Where it could not be verified, what that key
    ///    revokes leaves the status open.
    /// 3. The earliest revocation of all counts; without one, what may be a revocation leaves the
    ///    status open; without that, nothing was checked.
    fn worst_of_pinned(&self, origin: Origin, anchor: usize) -> RevocationStatus {
        self.path.replace(Vec::from([origin]));
        let mut revoked: Option<Rc<RevocationStatus>> = None;
        let mut doubt: Option<Reason> = None;
        let mut later = None;
        let mut take = |status: Rc<RevocationStatus>| {
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
        let mut open_revocation = None;
        let mut issuers = BTreeSet::new();
        let all = self
            .chains
            .paths(origin, self.anchored, self.requests, &mut |path, anchor| {
                if !self.policy.anchors[anchor].is_pinned() {
                    issuers.insert(Issuer::at(path, 0, anchor));
                    take(self.check(&Self::request(path, 0, anchor, self.at)));
                }
                ControlFlow::Continue(())
            });
        for (issuer, has_verified) in self.pathless_issuers(origin, &issuers) {
            let status = self.check(&StatusRequest {
                item: SignedObject::Certificate(origin),
                issuer,
                above: match issuer {
                    Issuer::Certificate(above) => Vec::from([above]),
                    Issuer::Anchor(_) | Issuer::Delegate(..) => Vec::new(),
                },
                anchor,
                at: self.at,
            });
            if has_verified || !status.is_revoked() {
                take(status);
            } else if let Some(Reason::Revoked { revoked_at, reason }) = status.check.reason {
                open_revocation =
                    open_revocation.or(Some(Reason::RevocationUnconfirmed { revoked_at, reason }));
            }
        }
        if let Some(reason) = open_revocation {
            note(&mut doubt, reason);
        }
        if !all {
            note(&mut doubt, Reason::BudgetExhausted);
        }
        let id = CheckId::Revocation;
        match (revoked, doubt) {
            (Some(revoked), _) => (*revoked).clone(),
            (None, Some(reason)) => RevocationStatus::undecided(reason),
            (None, None) => RevocationStatus {
                check: Check::not_checked(id, Reason::AnchorPinned),
                later,
                ..RevocationStatus::undecided(Reason::AnchorPinned)
            },
        }
    }

    /// Those under whose key the signature of a pinned certificate verified, or could not be verified,
    /// and over whom no path was found; and whether it verified. The certificate itself, and copies of
    /// it, speak for nobody.
    fn pathless_issuers(&self, origin: Origin, found: &BTreeSet<Issuer>) -> Vec<(Issuer, bool)> {
        let item = SignedObject::Certificate(origin);
        let is_other = |issuer: &Issuer| match issuer {
            Issuer::Anchor(anchor) => !self.policy.anchors[*anchor].is_pinned(),
            _ => issuer
                .item()
                .is_some_and(|it| !self.is_same_certificate(it, item)),
        };
        let outcomes = self.chains.outcomes(item, self.requests);
        outcomes
            .filter(|(issuer, _)| !found.contains(issuer) && is_other(issuer))
            .filter_map(|(issuer, outcome)| match outcome {
                Ok(()) => Some((issuer, true)),
                Err(Unverified::Indeterminate(_)) => Some((issuer, false)),
                Err(Unverified::Invalid(_)) => None,
            })
            .collect()
    }

    /// Whether a signature could not be verified, by which it would show who signed a piece of
    /// revocation data, or who certified those: its algorithm is unknown, or nobody answered.
    pub(super) fn is_open_in_part(&self, item: SignedObject) -> bool {
        let mut seen = BTreeSet::from([item]);
        let mut next = Vec::from([item]);
        while let Some(item) = next.pop() {
            if !self.requests.pay(LOOK) {
                return true;
            }
            for (signer, outcome) in self.chains.outcomes(item, self.requests) {
                match outcome {
                    Ok(()) => next.extend(signer.item().filter(|item| seen.insert(*item))),
                    Err(Unverified::Indeterminate(_)) => return true,
                    Err(Unverified::Invalid(_)) => {}
                }
            }
        }
        false
    }
}
