//! Who may speak on the revocation of a certificate by a CRL.

use super::speakers::{Speaker, Standings};
use super::standing::{Demand, SignerPath, SignerReliance};
use super::{RevocationChecker, StatusRequest};
use crate::check::path_rules::PathRole;
use crate::check::revocation::note;
use crate::encoding::tolerance::Tolerances;
use crate::path::issuer_graph::{Issuer, SignedObject};
use crate::report::{Origin, Reason};
use crate::x509::{CertificateList, CertificatePoints, Coverage, CrlPoint, KeyUsage};
use core::ops::ControlFlow;

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

    /// Authorises a signer whose signature on a CRL verified, by the first of these rules that holds;
    /// otherwise the most specific reason why none does.
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
        // A key queued for rule (a) can have another name than the CRL's issuer.
        if !self.has_name_of(signer, it) {
            return Err(if is_own_key {
                Reason::CrlSignMissing
            } else {
                Reason::CrlSignerMisnamed
            });
        }
        let mut noted = None;
        if it.points.is_issuer(it.point.issuer()) {
            match self.standing_under_issuers_name(request, it, signer) {
                Ok(standing) => return Ok(speaker(standing, it.coverage.all(), !is_own_key)),
                Err(reason) => note(&mut noted, reason),
            }
        }
        if let Some(reasons) = it.coverage.of_named_issuer {
            match self.standing_of_named_issuer(request, it, signer) {
                // The certificate itself names this signer.
                Ok(standing) => return Ok(speaker(standing, reasons, false)),
                Err(reason) => note(&mut noted, reason),
            }
        }
        Err(noted.unwrap_or(Reason::CrlIssuerNotNamed))
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
    /// key, or by the nearest CA above whose name is another. The certificates between
    /// them are self-issued. A self-issued one that has cRLSign is such a key itself.
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
            _ => return Err(self.why_not_for_crls(signer)),
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
            (
                Issuer::at(above, place, request.anchor),
                &above[place + 1..],
            )
        } else if certified(request.issuer) {
            (request.issuer, &above[..])
        } else {
            let nearest = above.iter().position(|it| !has_issuers_name(it));
            let (issuer, above) = match nearest {
                Some(place) => (Issuer::Certificate(above[place]), &above[place..]),
                None => (Issuer::Anchor(request.anchor), &above[above.len()..]),
            };
            if !certified(issuer) {
                return Err(Reason::CrlSignerNotCertified);
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
            // Its issuers are on the path of the certificate in question, which is judged there.
            is_above_judged: true,
        };
        self.standings(&signer, it.crl.this_update())
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
                    .ok_or_else(|| self.why_not_for_crls(signer));
            }
            Issuer::Certificate(origin) if self.asserts_crl_sign(signer) => origin,
            Issuer::Anchor(anchor) if self.policy.anchors[anchor].may_sign_crls() => {
                return Err(Reason::EvidenceSignerElsewhere);
            }
            _ => return Err(self.why_not_for_crls(signer)),
        };
        // RFC 5280 4.2.1.13: a certificate may name itself as cRLIssuer, so its own CRL is all there is.
        let demand = if self.may_vouch_for_itself(request, signer) {
            Demand::Itself
        } else {
            Demand::Good
        };
        let mut best = Err(Reason::EvidenceSignerElsewhere);
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

    /// Why somebody may sign no CRL, whoever certified them.
    fn why_not_for_crls(&self, signer: Issuer) -> Reason {
        if self.is_key_of_pinned(signer) {
            Reason::EvidenceSignerPinned
        } else {
            Reason::CrlSignMissing
        }
    }

    /// Whether a certificate has a keyUsage with cRLSign.
    pub(super) fn asserts_crl_sign(&self, signer: Issuer) -> bool {
        let extensions = signer.item().and_then(|item| self.chains.extensions(item));
        let usage = extensions.and_then(|extensions| extensions.key_usage);
        usage.is_some_and(KeyUsage::signs_crls)
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
