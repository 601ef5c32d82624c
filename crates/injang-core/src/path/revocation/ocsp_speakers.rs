//! Who may speak on the revocation of a certificate by an OCSP response.

use super::speakers::{Speaker, Standings};
use super::standing::{Demand, SignerPath, SignerReliance};
use super::{RevocationChecker, StatusRequest};
use crate::check::path_rules::{self, PathRole};
use crate::encoding::oid;
use crate::encoding::time::Time;
use crate::path::issuer_graph::{Issuer, LOOK, SignedObject};
use crate::report::{Origin, Outcome, Reason};
use crate::x509::ocsp::{BasicOcspResponse, ResponderId};
use crate::x509::{CertificatePoints, KeyUsage, Reasons};
use core::ops::ControlFlow;

impl<'s, 'a> RevocationChecker<'s, 'a> {
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

    /// Whether a certificate has extKeyUsage id-kp-OCSPSigning.
    pub(super) fn is_ocsp_signer(&self, item: SignedObject) -> bool {
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
    pub(super) fn is_revoked(&self, origin: Origin, at: Time) -> Result<bool, Reason> {
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
}
