//! Who may speak on the revocation of a certificate.

use super::standing::{Demand, SignerPath, SignerReliance};
use super::{RevocationChecker, StatusRequest};
use crate::check::path_rules::{self, PathRole};
use crate::check::revocation::note;
use crate::crypto::request_queue::Unverified;
use crate::encoding::oid;
use crate::encoding::time::Time;
use crate::encoding::tolerance::Tolerances;
use crate::path::issuer_graph::{Issuer, LOOK, SignedObject};
use crate::report::{Origin, Outcome, Reason};
use crate::x509::ocsp::{BasicOcspResponse, ResponderId};
use crate::x509::{
    Certificate, CertificateList, CertificatePoints, Coverage, CrlPoint, KeyUsage, Name, Reasons,
};
use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::ops::ControlFlow;

/// Somebody who may speak on a certificate's revocation.
#[derive(Clone, Copy)]
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
type Standings = (SignerReliance, Tolerances);

/// A CRL that is about the certificate in question.
#[derive(Clone, Copy)]
pub(super) struct CrlInQuestion<'s, 'a> {
    pub(super) origin: Origin,
    pub(super) crl: &'s CertificateList<'a>,
    pub(super) point: &'s CrlPoint,
    pub(super) coverage: Coverage,
    pub(super) points: &'s CertificatePoints,
}

impl<'s, 'a> RevocationChecker<'s, 'a> {
    /// The signer of a CRL who is authorised, or the most specific reason why no signer is.
    pub(super) fn crl_speaker(
        &self,
        request: &StatusRequest,
        it: &CrlInQuestion<'s, 'a>,
    ) -> Result<Speaker<'s>, Reason> {
        let item = SignedObject::Crl(it.origin);
        let speaker = self.best_speaker(item, |signer| self.speaker_of_crl(request, it, signer));
        match speaker {
            Err(Reason::EvidenceForged) if self.is_under_other_key(it) => {
                Err(Reason::EvidenceUnderOtherKey)
            }
            speaker => speaker,
        }
    }

    /// The signer of an OCSP response who is authorised, or why no signer is.
    pub(super) fn ocsp_speaker(
        &self,
        request: &StatusRequest,
        origin: Origin,
        basic: &BasicOcspResponse<'a>,
        points: &CertificatePoints,
    ) -> Result<Speaker<'s>, Reason> {
        let item = SignedObject::Response(origin);
        let speaker = self.best_speaker(item, |signer| {
            self.speaker_of_response(request, basic, points, signer)
        });
        let is_named = || {
            let mut signers = self.chains.outcomes(item, self.requests);
            signers.any(|(signer, _)| self.is_named_responder(basic, signer))
        };
        match speaker {
            Err(Reason::EvidenceForged) if !is_named() => Err(Reason::EvidenceSignerUnknown),
            speaker => speaker,
        }
    }

    /// Why something is not heard that nobody who may have signed it may say.
    pub(super) fn reason_of_others(&self, item: SignedObject) -> Reason {
        let nobody = self.best_speaker(item, |_| Err(Reason::EvidenceUnauthorised));
        nobody.err().unwrap_or(Reason::EvidenceUnauthorised)
    }

    /// Of all who signed something, the one who may speak with the best standing, the issuing key
    /// before others.
    fn best_speaker(
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
                Err(Unverified::Indeterminate(_)) => Reason::EvidenceOpen,
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

    /// Whether a signer whose signature on a CRL verified is authorised:
    ///
    /// (a) the key that issued the certificate, whose certificate on the path lets it sign CRLs;
    /// (b) a key under the issuer's own name;
    /// (c) whom a distribution point of the certificate names as cRLIssuer, under a name that is not
    ///     the issuer's own.
    fn speaker_of_crl(
        &self,
        request: &StatusRequest,
        it: &CrlInQuestion<'s, 'a>,
        signer: Issuer,
    ) -> Result<Speaker<'s>, Reason> {
        let made = it.crl.this_update();
        let is_own_key = self.is_same_key(signer, request.issuer);
        let speaker = |(standing, tolerances): Standings, reasons, is_under_another_key| Speaker {
            authority: self.key_of(signer),
            is_under_another_key,
            standing,
            reasons,
            tolerances,
        };
        if is_own_key && self.issuer_may_sign_crls(request) {
            let standing = self.issuer_standings(request, made)?;
            return Ok(speaker(standing, it.coverage.all(), false));
        }
        // Keys that were asked about for the first rule need not have the name of the CRL's issuer.
        let mut noted = Reason::EvidenceUnauthorised;
        if !self.has_name_of(signer, it) {
            return Err(noted);
        }
        if it.points.is_issuer(it.point.issuer()) {
            match self.standing_under_issuers_name(request, it, signer) {
                Ok(standing) => return Ok(speaker(standing, it.coverage.all(), !is_own_key)),
                Err(reason) => noted = reason,
            }
        }
        if let Some(reasons) = it.coverage.of_named_issuer {
            match self.standing_of_named_issuer(request, it, signer) {
                // The certificate itself names this signer.
                Ok(standing) => return Ok(speaker(standing, reasons, false)),
                Err(reason) => noted = reason,
            }
        }
        Err(noted)
    }

    /// Whether a signer has the name of a CRL's issuer.
    fn has_name_of(&self, signer: Issuer, it: &CrlInQuestion<'_, '_>) -> bool {
        self.name_of(signer).is_some_and(|name| {
            name.octets() == it.crl.issuer().octets()
                || (self.requests.pay(8 * name.octets().len() as u64)
                    && name.canonical() == it.point.issuer())
        })
    }

    /// Whether the certificate of the issuer on the path, an anchor's own too, lets it sign CRLs.
    fn issuer_may_sign_crls(&self, request: &StatusRequest) -> bool {
        match request.issuer {
            Issuer::Anchor(anchor) => self.policy.anchors[anchor].may_sign_crls(),
            issuer => {
                let extensions = issuer.item().and_then(|item| self.chains.extensions(item));
                let usage = extensions.map(|extensions| extensions.key_usage);
                usage.is_some_and(|usage| usage.is_none_or(KeyUsage::signs_crls))
            }
        }
    }

    /// The standing of a key under the issuer's own name, other than the one that issued the
    /// certificate: of an anchor, or of a certificate with cRLSign that was issued by the issuing
    /// key, or by the nearest CA above whose name is another. The certificates between are
    /// self-issued; those with cRLSign are such ones themselves.
    fn standing_under_issuers_name(
        &self,
        request: &StatusRequest,
        it: &CrlInQuestion<'_, '_>,
        signer: Issuer,
    ) -> Result<Standings, Reason> {
        let origin = match signer {
            Issuer::Anchor(anchor) if self.policy.anchors[anchor].may_sign_crls() => {
                return Ok((SignerReliance::Full, Tolerances::default()));
            }
            Issuer::Certificate(origin) if self.asserts_crl_sign(signer) => origin,
            _ => return Err(Reason::EvidenceUnauthorised),
        };
        let above = &request.above;
        // `above` are the CA certificates over the one in question, the nearest first.
        // 1. The signer is one of them and self-issued: judged by what is above it.
        // 2. The issuing key certified the signer: judged like the certificate in question.
        // 3. The nearest CA of another name certified it: judged from there.
        let place = above.iter().position(|it| *it == origin);
        let is_self_issued = |origin: &Origin| {
            let extensions = self.chains.store.extensions(*origin);
            extensions.is_some_and(|extensions| extensions.is_self_issued)
        };
        let has_issuers_name = |origin: &Origin| {
            let certificate = self.chains.store.certificate(*origin);
            certificate.is_some_and(|certificate| {
                let subject = certificate.subject();
                self.requests.pay(8 * subject.octets().len() as u64)
                    && it.points.is_issuer(&subject.canonical())
            })
        };
        let certified = |issuer: Issuer| {
            let mut signers = self
                .chains
                .signers(SignedObject::Certificate(origin), self.requests);
            signers.any(|signer| self.is_same_key(signer, issuer))
        };
        let (issuer, above) = if let Some(place) = place.filter(|_| is_self_issued(&origin)) {
            (issuer_of(above, place, request.anchor), &above[place + 1..])
        } else if certified(request.issuer) {
            (request.issuer, &above[..])
        } else {
            let nearest = above.iter().position(|it| !has_issuers_name(it));
            let (issuer, above) = match nearest {
                Some(place) => (Issuer::Certificate(above[place]), &above[place..]),
                None => (Issuer::Anchor(request.anchor), &above[above.len()..]),
            };
            if !certified(issuer) {
                return Err(Reason::EvidenceUnauthorised);
            }
            (issuer, above)
        };
        let signer = SignerPath {
            request: StatusRequest {
                item: SignedObject::Certificate(origin),
                issuer,
                above: above.to_vec(),
                anchor: request.anchor,
                at: request.at,
            },
            role: PathRole::CrlIssuer,
            demand: Demand::Good,
            is_above_judged: true,
        };
        self.standings(&signer, it.crl.this_update())
    }

    /// The standing of the issuing key with the tolerances that it takes, beside those of the path in
    /// question.
    fn issuer_standings(&self, request: &StatusRequest, made: Time) -> Result<Standings, Reason> {
        let standing = self.issuer_standing(request, made)?;
        let tolerances = if made > request.at {
            self.tolerances_above(request, made)
        } else {
            Tolerances::default()
        };
        Ok((standing, tolerances))
    }

    /// The standing of a signer with the tolerances that it takes.
    fn standings(&self, signer: &SignerPath, made: Time) -> Result<Standings, Reason> {
        let standing = self.standing(signer, made)?;
        Ok((standing, self.tolerances_of_signer(signer, made)))
    }

    /// The standing of a signer that the certificate names as cRLIssuer, on the best path to its
    /// anchor.
    fn standing_of_named_issuer(
        &self,
        request: &StatusRequest,
        it: &CrlInQuestion<'_, '_>,
        signer: Issuer,
    ) -> Result<Standings, Reason> {
        let origin = match signer {
            Issuer::Anchor(anchor) if anchor == request.anchor => {
                let may_sign = self.policy.anchors[anchor].may_sign_crls();
                return may_sign
                    .then_some((SignerReliance::Full, Tolerances::default()))
                    .ok_or(Reason::EvidenceUnauthorised);
            }
            Issuer::Certificate(origin) if self.asserts_crl_sign(signer) => origin,
            _ => return Err(Reason::EvidenceUnauthorised),
        };
        // RFC 5280 4.2.1.13: a certificate may name itself as cRLIssuer, so its own CRL is all there is.
        let demand = if self.may_vouch_for_itself(request, signer) {
            Demand::Itself
        } else {
            Demand::Good
        };
        let mut best = Err(Reason::EvidenceUnauthorised);
        let all = self.paths_to(origin, request, &mut |own| {
            let signer = SignerPath {
                request: own,
                role: PathRole::CrlIssuer,
                demand,
                is_above_judged: false,
            };
            match (self.standings(&signer, it.crl.this_update()), &best) {
                (Ok(standing), _) => best = Ok(standing),
                (Err(reason), Err(_)) => best = Err(reason),
                (Err(_), Ok(_)) => {}
            }
            match best {
                Ok((SignerReliance::Full, _)) => ControlFlow::Break(()),
                _ => ControlFlow::Continue(()),
            }
        });
        if !all && !matches!(best, Ok((SignerReliance::Full, _))) {
            return Err(Reason::BudgetExhausted);
        }
        best
    }

    /// Whether a certificate has a keyUsage with cRLSign.
    fn asserts_crl_sign(&self, signer: Issuer) -> bool {
        let extensions = signer.item().and_then(|item| self.chains.extensions(item));
        let usage = extensions.and_then(|extensions| extensions.key_usage);
        usage.is_some_and(KeyUsage::signs_crls)
    }

    /// Visits the paths from a certificate to the anchor of the path in question. Whether all were
    /// visited.
    fn paths_to(
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

    /// Whether a signer whose signature on an OCSP response verified is authorised: the key that issued
    /// the certificate, a delegate of it, or a responder that the caller trusts, each if `responderID`
    /// names them. Others were tried too where a revocation would have been read over.
    fn speaker_of_response(
        &self,
        request: &StatusRequest,
        basic: &BasicOcspResponse<'_>,
        points: &CertificatePoints,
        signer: Issuer,
    ) -> Result<Speaker<'s>, Reason> {
        let made = basic.produced_at();
        // Delegates and trusted responders are authorised for the issuing key.
        let speaker = |(standing, tolerances): Standings| Speaker {
            authority: self.key_of(request.issuer),
            is_under_another_key: false,
            standing,
            reasons: Reasons::ALL,
            tolerances,
        };
        if !self.is_named_responder(basic, signer) {
            return Err(Reason::EvidenceUnauthorised);
        }
        if self.is_same_key(signer, request.issuer) {
            return self.issuer_standings(request, made).map(speaker);
        }
        if let Issuer::Certificate(Origin::Policy(place)) = signer
            && self.policy.issuers.is_responder(place)
        {
            let standing = self.trusted_standing(request, place, made)?;
            let item = SignedObject::Certificate(Origin::Policy(place));
            return Ok(speaker((standing, self.chains.tolerances(item))));
        }
        let Some(item) = signer.item() else {
            return Err(Reason::EvidenceUnauthorised);
        };
        let (Some(certificate), Some(extensions)) =
            (self.chains.certificate(item), self.chains.extensions(item))
        else {
            return Err(Reason::EvidenceUnauthorised);
        };
        let issuer = certificate.issuer();
        let mut signers = self.chains.signers(item, self.requests);
        let is_delegate = self.is_ocsp_signer(item)
            && extensions.key_usage.is_none_or(KeyUsage::signs_responses)
            && signers.any(|signer| self.is_same_key(signer, request.issuer))
            && self.requests.pay(8 * issuer.octets().len() as u64)
            && points.is_issuer(&issuer.canonical());
        if !is_delegate {
            return Err(Reason::EvidenceUnauthorised);
        }
        let signer = SignerPath {
            request: StatusRequest {
                item,
                issuer: request.issuer,
                above: request.above.clone(),
                anchor: request.anchor,
                at: request.at,
            },
            role: PathRole::Responder,
            demand: if extensions.has_no_check {
                Demand::NotRevoked
            } else {
                Demand::Good
            },
            is_above_judged: true,
        };
        self.standings(&signer, made).map(speaker)
    }

    /// Whether an OCSP response names somebody by its `responderID`.
    fn is_named_responder(&self, basic: &BasicOcspResponse<'_>, signer: Issuer) -> bool {
        match basic.responder() {
            ResponderId::Name(wanted) => self.name_of(signer).is_some_and(|name| {
                name.octets() == wanted.octets()
                    || (self.requests.pay(16 * name.octets().len() as u64) && name.matches(&wanted))
            }),
            ResponderId::Key(wanted) => self.chains.key(signer).is_some_and(|key| {
                let octets = key.key_octets();
                self.requests.pay(LOOK + octets.len() as u64)
                    && self.chains.key_hash(octets) == wanted
            }),
        }
    }

    /// The name of somebody who may have signed.
    fn name_of(&self, signer: Issuer) -> Option<Name<'_>> {
        match signer {
            Issuer::Anchor(anchor) => Name::from_der(self.policy.anchors[anchor].name()).ok(),
            _ => signer
                .item()
                .and_then(|item| self.chains.certificate(item))
                .map(Certificate::subject),
        }
    }

    /// Whether a certificate has extKeyUsage id-kp-OCSPSigning.
    fn is_ocsp_signer(&self, item: SignedObject) -> bool {
        let extensions = self.chains.extensions(item);
        let purposes = extensions.and_then(|extensions| extensions.purposes.as_ref());
        purposes.is_some_and(|purposes| purposes.contains(&oid::OCSP_SIGNING))
    }

    /// The standing of a responder that the caller trusts: its certificate was valid, and nothing
    /// that is known revokes it. Its path is not looked at.
    fn trusted_standing(
        &self,
        request: &StatusRequest,
        place: usize,
        made: Time,
    ) -> Result<SignerReliance, Reason> {
        let origin = Origin::Policy(place);
        let item = SignedObject::Certificate(origin);
        let Some(certificate) = self.chains.certificate(item) else {
            return Err(Reason::EvidenceUnauthorised);
        };
        if self.meets_in_progress(item) {
            return Err(Reason::EvidenceUnauthorised);
        }
        // Whether it was revoked can't be told where its issuer was not come by.
        if self.is_followed_in_part(item) {
            return Err(Reason::BudgetExhausted);
        }
        let is_valid = |at| path_rules::check_validity(certificate, at).outcome == Outcome::Passed;
        let later = made.max(request.at);
        if !is_valid(made) || self.is_revoked(origin, made)? {
            return Err(Reason::EvidenceSignerInvalid);
        }
        if is_valid(later) && !self.is_revoked(origin, later)? {
            Ok(SignerReliance::Full)
        } else {
            Ok(SignerReliance::InvalidSince)
        }
    }

    /// Whether anything that is known revokes a certificate, or may do so, on any path of it; an
    /// error if the budget has no room for finding out.
    fn is_revoked(&self, origin: Origin, at: Time) -> Result<bool, Reason> {
        let mut is_revoked = false;
        let mut visit = |path: &[Origin], anchor: usize| {
            let status = self.check(&Self::request(path, 0, anchor, at));
            is_revoked |= status.is_revoked() || status.has_doubt;
            ControlFlow::Continue(())
        };
        let all = self
            .chains
            .paths(origin, self.anchored, self.requests, &mut visit);
        if is_revoked || all {
            Ok(is_revoked)
        } else {
            Err(Reason::BudgetExhausted)
        }
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

    /// Whether a CRL names, by its authorityKeyIdentifier, another key than those of its issuer that
    /// are known here. Real identifiers are the key's SHA-1, subjectKeyIdentifier, the whole
    /// `SubjectPublicKeyInfo` or the whole certificate.
    fn is_under_other_key(&self, it: &CrlInQuestion<'_, '_>) -> bool {
        let Some(wanted) = it.crl.authority_key_identifier() else {
            return false;
        };
        let mut known = self
            .chains
            .outcomes(SignedObject::Crl(it.origin), self.requests);
        !known.any(|(signer, _)| self.chains.has_key_identifier(signer, wanted))
    }
}

/// Who issued the certificate at a place of a path.
fn issuer_of(path: &[Origin], place: usize, anchor: usize) -> Issuer {
    Issuer::at(path, place, anchor)
}
