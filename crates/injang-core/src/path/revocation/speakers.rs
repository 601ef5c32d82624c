//! Who may speak on the revocation of a certificate.

use super::standing::{Demand, SignerPath, SignerReliance};
use super::{RevocationChecker, StatusRequest};
use crate::check::path_rules::PathRole;
use crate::check::revocation::note;
use crate::crypto::request_queue::Unverified;
use crate::encoding::time::Time;
use crate::encoding::tolerance::Tolerances;
use crate::path::issuer_graph::{Issuer, LOOK, SignedObject};
use crate::report::{Origin, Reason};
use crate::x509::{Certificate, Name, Reasons};
use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::ops::ControlFlow;

/// Somebody who may speak on a certificate's revocation.
#[derive(Clone)]
pub(super) struct Speaker<'s> {
    /// The key for which they speak.
    pub(super) authority: &'s [u8],
    pub(super) is_under_another_key: bool,
    pub(super) standing: SignerReliance,
    /// The reasons of which they may speak.
    pub(super) reasons: Reasons,
    /// Tolerances of the certificate that signed, and of the revocation data about it.
    pub(super) tolerances: Tolerances,
}

/// How far a signer may be relied on, and what had to be tolerated for that.
pub(super) type Standings = (SignerReliance, Tolerances);

impl<'s> RevocationChecker<'s, '_> {
    /// Why something is not heard that nobody who may have signed it may say.
    pub(super) fn reason_of_others(&self, item: SignedObject) -> Reason {
        let nobody = self.best_speaker(item, |_| Err(Reason::CrlIssuerNotNamed));
        nobody.err().unwrap_or(Reason::CrlIssuerNotNamed)
    }

    /// Of all who signed something, the one who may speak with the best standing, the issuing key
    /// before others.
    pub(super) fn best_speaker(
        &self,
        item: SignedObject,
        mut speaker: impl FnMut(Issuer) -> Result<Speaker<'s>, Reason>,
    ) -> Result<Speaker<'s>, Reason> {
        // The rank of an authorised signer: a full standing first, then the key that issued the
        // certificate. `noted` is the reason to report if no signer is authorised.
        let mut best: Option<Speaker<'s>> = None;
        let mut noted = None;
        let mut is_signed_by_none = true;
        for (signer, outcome) in self.chains.outcomes(item, self.requests) {
            is_signed_by_none = false;
            let reason = match outcome {
                Ok(()) => match speaker(signer) {
                    Ok(_) if !self.is_strong(item, signer) => Reason::EvidenceWeak,
                    Ok(speaker) => {
                        let rank = |it: &Speaker<'_>| {
                            (
                                it.standing == SignerReliance::Full,
                                !it.is_under_another_key,
                            )
                        };
                        if best.as_ref().is_none_or(|best| rank(&speaker) > rank(best)) {
                            best = Some(speaker);
                        }
                        continue;
                    }
                    Err(reason) => reason,
                },
                Err(Unverified::Invalid(_)) => Reason::EvidenceForged,
                Err(Unverified::Indeterminate(Reason::BudgetExhausted)) => Reason::BudgetExhausted,
                Err(Unverified::Indeterminate(why)) => Reason::EvidenceOpen(Box::new(why)),
            };
            note(&mut noted, reason);
        }
        if self.chains.is_cut(item) {
            note(&mut noted, Reason::BudgetExhausted);
        } else if is_signed_by_none {
            note(&mut noted, Reason::EvidenceSignerUnknown);
        }
        best.ok_or(noted.unwrap_or(Reason::EvidenceUnauthorised))
    }

    /// The standing of the issuing key with the tolerances that it takes, beside those of the path in
    /// question.
    pub(super) fn issuer_standings(
        &self,
        request: &StatusRequest,
        made: Time,
    ) -> Result<Standings, Reason> {
        let standing = self.issuer_standing(request, made)?;
        let tolerances = if made > request.at {
            self.tolerances_above(request, made)
        } else {
            Tolerances::default()
        };
        Ok((standing, tolerances))
    }

    /// The standing of a signer with the tolerances that it takes.
    pub(super) fn standings(&self, signer: &SignerPath, made: Time) -> Result<Standings, Reason> {
        let standing = self.standing(signer, made)?;
        Ok((standing, self.tolerances_of_signer(signer, made)))
    }

    /// Visits the paths from a certificate to the anchor of the path in question. Whether all were
    /// visited.
    pub(super) fn paths_to(
        &self,
        origin: Origin,
        request: &StatusRequest,
        visit: &mut dyn FnMut(StatusRequest) -> ControlFlow<()>,
    ) -> bool {
        let mut visit_path = |path: &[Origin], anchor: usize| {
            if !self.requests.pay(LOOK) || anchor != request.anchor {
                return ControlFlow::Continue(());
            }
            visit(Self::request(path, 0, anchor, request.at))
        };
        self.chains
            .paths(origin, self.anchored, self.requests, &mut visit_path)
    }

    /// The name of somebody who may have signed.
    pub(super) fn name_of(&self, signer: Issuer) -> Option<Name<'_>> {
        match signer {
            Issuer::Anchor(anchor) => Name::from_der(self.policy.anchors[anchor].name()).ok(),
            _ => signer
                .item()
                .and_then(|item| self.chains.certificate(item))
                .map(Certificate::subject),
        }
    }

    /// Whether a key is that of a pinned anchor, in whatever certificate.
    pub(super) fn is_key_of_pinned(&self, signer: Issuer) -> bool {
        let key = self.key_of(signer);
        let mut anchors = self.policy.anchors.iter();
        anchors.any(|it| it.is_pinned() && it.public_key() == key)
    }

    /// Whether an object was signed by a key under the anchor of the path that may sign such
    /// things, though not about this certificate: what such a one says to be revoked is not found
    /// good. The anchor itself and the issuing key are such ones too.
    pub(super) fn is_of_somebody_known(&self, request: &StatusRequest, item: SignedObject) -> bool {
        let mut signers = self.chains.signers(item, self.requests);
        signers.any(|signer| {
            if let Issuer::Anchor(anchor) = signer {
                return anchor == request.anchor || self.is_same_key(signer, request.issuer);
            }
            let may_sign = match item {
                SignedObject::Crl(_) => self.asserts_crl_sign(signer),
                _ => signer.item().is_some_and(|item| self.is_ocsp_signer(item)),
            };
            self.is_same_key(signer, request.issuer)
                || (may_sign
                    && (self.is_under_anchor(request, signer)
                        || self.is_under_issuer_of_pinned(request, signer)))
        })
    }

    /// Whether the key that issued a pinned certificate certified a signer: over that key no path
    /// need lead to an anchor.
    fn is_under_issuer_of_pinned(&self, request: &StatusRequest, signer: Issuer) -> bool {
        let Some(item) = signer.item() else {
            return false;
        };
        let mut signers = self.chains.signers(item, self.requests);
        self.policy.anchors[request.anchor].is_pinned()
            && signers.any(|signer| self.is_same_key(signer, request.issuer))
    }

    /// Whether anything that verified signatures lead to from a thing was left out for the budget's
    /// sake, so that it can't be told whose it is.
    pub(super) fn is_followed_in_part(&self, item: SignedObject) -> bool {
        let mut seen = BTreeSet::from([item]);
        let mut next = Vec::from([item]);
        while let Some(item) = next.pop() {
            if self.chains.is_cut(item) || !self.requests.pay(LOOK) {
                return true;
            }
            let signers = self.chains.signers(item, self.requests);
            let items = signers.filter_map(Issuer::item);
            next.extend(items.filter(|item| seen.insert(*item)));
        }
        false
    }

    /// Whether a path that keeps the rules leads from a certificate to the anchor of the path in
    /// question, whatever its times and revocations; or whether one may do so that the budget has no
    /// room for.
    fn is_under_anchor(&self, request: &StatusRequest, signer: Issuer) -> bool {
        let mut is_under = false;
        let mut all = true;
        let mut visit = |own: StatusRequest| {
            let path = SignerPath {
                request: own,
                // Whatever it is for, the rules above it are the same.
                role: PathRole::Responder,
                demand: Demand::Good,
                is_above_judged: false,
            };
            let kept = self.keeps_rules(&path);
            is_under |= matches!(kept, Ok(()) | Err(Reason::BudgetExhausted));
            if is_under {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        match signer {
            Issuer::Anchor(_) => {}
            Issuer::Certificate(origin) => {
                all &= self.paths_to(origin, request, &mut |own| visit(own));
            }
            Issuer::Delegate(..) => {
                let Some(item) = signer.item() else {
                    return false;
                };
                for issuer in self.chains.signers(item, self.requests) {
                    let own = |above: &[Origin]| StatusRequest {
                        item,
                        issuer,
                        above: above.to_vec(),
                        anchor: request.anchor,
                        at: request.at,
                    };
                    let _ = match issuer {
                        Issuer::Anchor(anchor) if anchor == request.anchor => visit(own(&[])),
                        Issuer::Certificate(origin) => {
                            all &= self.paths_to(origin, request, &mut |path| {
                                let above: Vec<Origin> = core::iter::once(origin)
                                    .chain(path.above.iter().copied())
                                    .collect();
                                visit(own(&above))
                            });
                            ControlFlow::Continue(())
                        }
                        _ => ControlFlow::Continue(()),
                    };
                }
            }
        }
        is_under || !all
    }
}
