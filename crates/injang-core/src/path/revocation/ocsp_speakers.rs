//! Who may speak on the revocation of a certificate by an OCSP response.

use super::speakers::{Speaker, Standings};
use super::standing::{Demand, SignerPath, SignerReliance};
use super::{RevocationChecker, StatusRequest};
use crate::check::path_rules::{self, PathRole};
use crate::check::revocation::note;
use crate::encoding::oid;
use crate::encoding::time::Time;
use crate::path::issuer_graph::{Issuer, LOOK, SignedObject};
use crate::report::{Origin, Reason};
use crate::x509::ocsp::{BasicOcspResponse, ResponderId};
use crate::x509::{CertificatePoints, KeyUsage, Reasons};
use alloc::boxed::Box;
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
            return Err(Reason::ResponderMisnamed);
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
            return Err(self.why_not_delegate(signer));
        };
        let (Some(certificate), Some(extensions)) =
            (self.chains.certificate(item), self.chains.extensions(item))
        else {
            return Err(Reason::EvidenceUnauthorised);
        };
        let issuer = certificate.issuer();
        let mut signers = self.chains.signers(item, self.requests);
        // A delegate is whom the issuing key certified under its name, for this purpose. Who certified
        // it says more than what it is for, so it is asked first.
        if !signers.any(|signer| self.is_same_key(signer, request.issuer))
            || !self.requests.pay(8 * issuer.octets().len() as u64)
            || !points.is_issuer(&issuer.canonical())
        {
            return Err(self.why_not_delegate(signer));
        }
        if !self.is_ocsp_signer(item) {
            return Err(Reason::ResponderPurposeMissing);
        }
        if !extensions.key_usage.is_none_or(KeyUsage::signs_responses) {
            return Err(Reason::ResponderUsageForbids);
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

    /// Why somebody is no delegate whom the issuing key did not certify.
    fn why_not_delegate(&self, signer: Issuer) -> Reason {
        if self.is_key_of_pinned(signer) {
            Reason::EvidenceSignerPinned
        } else {
            Reason::ResponderNotCertified
        }
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
            return Err(Reason::EvidenceSignerItself);
        }
        // Whether it was revoked can't be told where its issuer was not come by.
        if self.is_followed_in_part(item) {
            return Err(Reason::BudgetExhausted);
        }
        let flaw = |at| match path_rules::check_validity(certificate, at).reason {
            Some(reason) => Ok(Some(reason)),
            None => self.revocation_of(origin, at),
        };
        if let Some(reason) = flaw(made)? {
            return Err(Reason::EvidenceSignerInvalid(Box::new(reason)));
        }
        Ok(match flaw(made.max(request.at))? {
            None => SignerReliance::Full,
            Some(reason) => SignerReliance::InvalidSince(Box::new(reason)),
        })
    }

    /// That anything that is known revokes a certificate, or may do so, on any path of it; an error
    /// if the budget has no room for finding out.
    fn revocation_of(&self, origin: Origin, at: Time) -> Result<Option<Reason>, Reason> {
        let mut noted = None;
        let mut visit = |path: &[Origin], anchor: usize| {
            let status = self.check(&Self::request(path, 0, anchor, at));
            if status.is_revoked() || status.has_doubt {
                let reason = status.check.reason.clone();
                note(&mut noted, reason.unwrap_or(Reason::NoRevocationEvidence));
            }
            ControlFlow::Continue(())
        };
        let all = self
            .chains
            .paths(origin, self.anchored, self.requests, &mut visit);
        if noted.is_some() || all {
            Ok(noted)
        } else {
            Err(Reason::BudgetExhausted)
        }
    }
}
