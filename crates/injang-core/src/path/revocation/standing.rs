//! Whether the signer of revocation data was valid when it counts: a path of its own, judged at the
//! later of the time asked and the time when the data was made.

use super::{RevocationChecker, StatusRequest};
use crate::check::path_rules::{self, PathRole, PathStep};
use crate::encoding::time::Time;
use crate::encoding::tolerance::Tolerances;
use crate::path::issuer_graph::{Issuer, SignedObject};
use crate::report::{Outcome, Reason};
use alloc::boxed::Box;

/// A certificate that signed revocation data, on its way to the anchor.
pub(super) struct SignerPath {
    /// The certificate: who issued it, what is above, and the time asked.
    pub(super) request: StatusRequest,
    pub(super) role: PathRole,
    /// What revocation data is asked for about it.
    pub(super) demand: Demand,
    /// Whether what is above it is on the path in question too, so that it is judged there at the
    /// time asked.
    pub(super) is_above_judged: bool,
}

/// What must be known of the revocation of a signer of revocation data.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Demand {
    /// That it had not been revoked.
    Good,
    /// Nothing, but what is there and may be a revocation counts (id-pkix-ocsp-nocheck, RFC 6960
    /// 4.2.2.2.1).
    NotRevoked,
    /// Nothing: it is the certificate in question, and its CA allows it to state its own status.
    Itself,
}

/// How far a signer may be relied on.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum SignerReliance {
    /// It was valid when it counts, and had not been revoked.
    Full,
    /// It was valid when the data was made, which is enough for a revocation that is no hold, and not
    /// when it counts, for this reason.
    InvalidSince(Box<Reason>),
    /// It was valid when the data was made, and nothing shows that it had not been revoked when it
    /// counts.
    Unchecked,
}

impl SignerReliance {
    /// Why only revocations that are no holds count; `None` if everything does.
    pub(super) fn why_only_revokes(&self) -> Option<Reason> {
        match self {
            Self::Full => None,
            Self::InvalidSince(why) => Some(Reason::EvidenceSignerInvalid(why.clone())),
            Self::Unchecked => Some(Reason::ResponderUnchecked),
        }
    }

    /// The worse of two.
    pub(super) fn and<'s>(&'s self, other: &'s Self) -> &'s Self {
        if *self == Self::Full { other } else { self }
    }
}

impl RevocationChecker<'_, '_> {
    /// The standing of the key that issued a certificate, for data made at a time. The caller judges
    /// its path at the time asked, so only a later time needs another look.
    pub(super) fn issuer_standing(
        &self,
        request: &StatusRequest,
        made: Time,
    ) -> Result<SignerReliance, Reason> {
        if made <= request.at {
            return Ok(SignerReliance::Full);
        }
        let steps = self.steps(&request.above);
        let mut checks = steps
            .iter()
            .map(|step| path_rules::check_validity(step.certificate, made));
        if let Some(reason) = checks.find_map(|check| check.reason) {
            return Err(Reason::EvidenceSignerInvalid(Box::new(reason)));
        }
        self.standing_above(request, made)
    }

    /// The standing of what is above a certificate, at a time at which no other check judges it.
    fn standing_above(
        &self,
        request: &StatusRequest,
        made: Time,
    ) -> Result<SignerReliance, Reason> {
        let mut standing = SignerReliance::Full;
        for position in 0..request.above.len() {
            if self.meets_in_progress(SignedObject::Certificate(request.above[position])) {
                return Err(Reason::EvidenceSignerItself);
            }
            let above = Self::request(&request.above, position, request.anchor, made);
            let status = self.check(&above);
            if status.is_revoked() {
                return Err(status.of_signer());
            }
            if status.check.outcome != Outcome::Passed {
                standing = SignerReliance::Unchecked;
            }
        }
        Ok(standing)
    }

    /// The standing of a certificate that signed revocation data which was made at a time:
    ///
    /// 1. It is not in progress, and neither is what is above it.
    /// 2. Its path keeps the rules, and its signatures are strong enough.
    /// 3. It is valid at the later of the two times, and had not been revoked then: full standing.
    /// 4. Or it was valid when the data was made, and had not been revoked then as far as is known.
    pub(super) fn standing(
        &self,
        signer: &SignerPath,
        made: Time,
    ) -> Result<SignerReliance, Reason> {
        let request = &signer.request;
        let is_itself = signer.demand == Demand::Itself;
        if !is_itself && self.meets_in_progress(request.item) {
            return Err(Reason::EvidenceSignerItself);
        }
        let mut above = request
            .above
            .iter()
            .map(|it| SignedObject::Certificate(*it));
        if above.any(|item| self.meets_in_progress(item)) {
            return Err(Reason::EvidenceSignerItself);
        }
        self.keeps_rules(signer)?;
        let is_strong = self.is_strong(request.item, request.issuer)
            && request.above.iter().enumerate().all(|(position, origin)| {
                let issuer = Issuer::at(&request.above, position, request.anchor);
                self.is_strong(SignedObject::Certificate(*origin), issuer)
            });
        if !is_strong {
            return Err(Reason::EvidenceWeak);
        }
        let later = made.max(request.at);
        let of_made = self.invalidity(request, made);
        let of_later = self.invalidity(request, later);
        let mut lesser = SignerReliance::Unchecked;
        if let Some(reason) = of_made.clone().or(of_later) {
            lesser = SignerReliance::InvalidSince(Box::new(reason));
        } else {
            let own = StatusRequest {
                at: later,
                ..request.clone()
            };
            let status = match signer.demand {
                Demand::Itself => None,
                Demand::Good | Demand::NotRevoked => Some(self.check(&own)),
            };
            let has_good_status = status.as_ref().is_none_or(|status| match signer.demand {
                Demand::NotRevoked => !status.is_revoked() && !status.has_doubt,
                _ => status.check.outcome == Outcome::Passed,
            });
            if let Some(status) = status.filter(|status| status.is_revoked()) {
                lesser = SignerReliance::InvalidSince(Box::new(status.why()));
            }
            let above = if later > request.at || !signer.is_above_judged {
                self.standing_above(request, later)
            } else {
                Ok(SignerReliance::Full)
            };
            if has_good_status && above == Ok(SignerReliance::Full) {
                return Ok(SignerReliance::Full);
            }
        }
        if let Some(reason) = of_made {
            return Err(Reason::EvidenceSignerInvalid(Box::new(reason)));
        }
        let then = StatusRequest {
            at: made,
            ..request.clone()
        };
        if !is_itself {
            let status = self.check(&then);
            if status.is_revoked() {
                return Err(status.of_signer());
            }
        }
        if made > request.at || !signer.is_above_judged {
            self.standing_above(request, made)?;
        }
        Ok(lesser)
    }

    /// The tolerances of a certificate that signed revocation data made at a time, of what is above
    /// it, where nobody else judges that, and of the revocation data about each.
    pub(super) fn tolerances_of_signer(&self, signer: &SignerPath, made: Time) -> Tolerances {
        let own = StatusRequest {
            at: made.max(signer.request.at),
            ..signer.request.clone()
        };
        let mut all = self.chains.tolerances(own.item);
        if signer.demand != Demand::Itself {
            all = all.union(self.check(&own).tolerances);
        }
        if !signer.is_above_judged {
            let above = own.above.iter().map(|it| SignedObject::Certificate(*it));
            all = above.fold(all, |all, item| all.union(self.chains.tolerances(item)));
        }
        if own.at > signer.request.at || !signer.is_above_judged {
            all = all.union(self.tolerances_above(&own, own.at));
        }
        all
    }

    /// The tolerances of the revocation data about what is above a certificate, at a time at which
    /// nobody else judges it.
    pub(super) fn tolerances_above(&self, request: &StatusRequest, at: Time) -> Tolerances {
        let above = (0..request.above.len()).map(|position| {
            let above = Self::request(&request.above, position, request.anchor, at);
            self.check(&above).tolerances
        });
        above.fold(Tolerances::default(), Tolerances::union)
    }

    /// Whether the rules of RFC 5280 6.1 are kept from a signer of revocation data to the anchor.
    pub(super) fn keeps_rules(&self, signer: &SignerPath) -> Result<(), Reason> {
        // The rules do not depend on the time.
        let request = StatusRequest {
            at: self.at,
            ..signer.request.clone()
        };
        let key = (request, signer.role);
        if let Some(known) = self.rules.borrow().get(&key) {
            return known.clone();
        }
        let kept = self.find_whether_rules_are_kept(&key.0, signer.role);
        self.rules.borrow_mut().insert(key, kept.clone());
        kept
    }

    fn find_whether_rules_are_kept(
        &self,
        request: &StatusRequest,
        role: PathRole,
    ) -> Result<(), Reason> {
        let (Some(certificate), Some(extensions)) = (
            self.chains.certificate(request.item),
            self.chains.extensions(request.item),
        ) else {
            return Err(Reason::EvidenceUnauthorised);
        };
        let mut steps = alloc::vec![PathStep {
            certificate,
            extensions
        }];
        steps.extend(self.steps(&request.above));
        let anchor = &self.policy.anchors[request.anchor];
        path_rules::process(&steps, anchor, role, self.policy, self.requests)
            .map(|_| ())
            .map_err(|broken| match broken.reason {
                reason @ (Reason::BudgetExhausted | Reason::CrlSignMissing) => reason,
                reason => Reason::EvidenceSignerRule(Box::new(reason)),
            })
    }

    /// Why a certificate, or one of those above it, was not valid at a time.
    fn invalidity(&self, request: &StatusRequest, at: Time) -> Option<Reason> {
        let own = self.chains.certificate(request.item);
        let above = self.steps(&request.above);
        let mut all = own.into_iter().chain(above.iter().map(|it| it.certificate));
        all.find_map(|it| path_rules::check_validity(it, at).reason)
    }

    /// Whether the certificate in question, which signed a CRL, may state its own status: its CA says in
    /// it that it issues the CRLs about it (RFC 5280 4.2.1.13, cRLIssuer), and it is asked about as
    /// the signer of a CRL. No certificate of a document's path may.
    pub(super) fn may_vouch_for_itself(&self, request: &StatusRequest, signer: Issuer) -> bool {
        let in_progress = self.in_progress.borrow();
        let is_itself = signer.item() == Some(request.item);
        let (Some(certificate), Some(extensions)) = (
            self.chains.certificate(request.item),
            self.chains.extensions(request.item),
        ) else {
            return false;
        };
        let subject = certificate.subject();
        let may = is_itself && extensions.crl_issuers().any(|name| name.matches(&subject));
        if may {
            // Asked about on its own, the same certificate may not.
            self.lowest_met.set(0);
        }
        let is_on_path = match request.item {
            SignedObject::Certificate(_) => {
                let path = self.path.borrow();
                let mut path = path.iter().map(|origin| SignedObject::Certificate(*origin));
                path.any(|it| self.is_same_certificate(it, request.item))
            }
            _ => false,
        };
        may && !is_on_path && in_progress.last() == Some(&request.item)
    }
}
