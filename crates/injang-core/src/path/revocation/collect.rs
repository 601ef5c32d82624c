//! The statements of CRLs and OCSP responses about a certificate.

use super::crl_speakers::CrlInQuestion;
use super::speakers::Speaker;
use super::{Collected, RevocationChecker, StatusRequest};
use crate::check::revocation::StatementKind;
use crate::check::revocation::{self, CertificateRevocation, Entries, REMOVE, RevocationStatement};
use crate::encoding::oid;
use crate::encoding::tolerance::Tolerances;
use crate::path::issuer_graph::{CertIds, LOOK, RevocationSources, SignedObject};
use crate::report::{EvidenceKind, EvidenceUsed, Origin, Reason};
use crate::x509::Certificate;
use crate::x509::ocsp::{BasicOcspResponse, CertificateStatus as OcspStatus, SingleResponse};
use alloc::vec::Vec;

/// A CRL whose signer may speak, and what it says of the certificate in question.
struct HeardCrl<'s, 'a> {
    it: CrlInQuestion<'s, 'a>,
    speaker: Speaker<'s>,
    entries: Entries,
}

impl<'s, 'a> RevocationChecker<'s, 'a> {
    /// Collects what CRLs say:
    ///
    /// 1. Of each CRL that covers the certificate: whether its signer may speak. If not, and if it
    ///    revokes the certificate and is signed by a key that may sign CRLs under this anchor, nothing is
    ///    found good. The same of CRLs of whoever else that list it.
    /// 2. Each complete CRL is a statement, and so is each delta, which only revokes.
    /// 3. Each complete CRL with each delta that fits it is another.
    pub(super) fn collect_crl_statements(
        &self,
        request: &StatusRequest,
        certificate: &Certificate<'a>,
        sources: &'s RevocationSources,
        collected: &mut Collected<'s>,
    ) {
        let mut complete = Vec::new();
        let mut deltas = Vec::new();
        for (origin, coverage) in &sources.crls {
            let Some(it) = self.crl_in_question(*origin, *coverage, sources) else {
                continue;
            };
            match self.hear_crl(request, certificate, it) {
                Ok(heard) if it.crl.base_number().is_some() => deltas.push(heard),
                Ok(heard) => complete.push(heard),
                Err(Unheard { reason, against }) => {
                    if let Some(against) = against {
                        collected.unused.speaks_against(against);
                    }
                    self.leave_out(*origin, reason, collected);
                }
            }
        }
        for origin in &sources.of_others {
            self.collect_doubt(request, certificate, *origin, sources, collected);
        }
        // A delta's own statement is at this place and its number.
        let first_delta = collected.statements.len();
        for delta in &deltas {
            let revocations = delta.entries.revocations.clone();
            let kind = StatementKind::Delta { is_alone: true };
            let statement = self.crl_statement(delta, None, kind, revocations);
            collected.statements.push(statement);
        }
        for list in &complete {
            let revocations = list.entries.revocations.clone();
            let kind = StatementKind::CompleteCrl;
            let statement = self.crl_statement(list, None, kind, revocations);
            collected.statements.push(statement);
            for (place, delta) in deltas.iter().enumerate() {
                if !self.requests.pay(LOOK) {
                    collected.unused.speaks_against(Reason::BudgetExhausted);
                    return;
                }
                let fits = list.speaker.authority == delta.speaker.authority
                    && list.it.point.issuer() == delta.it.point.issuer()
                    && revocation::fits(delta.it.crl, list.it.crl);
                if fits {
                    let own = collected.statements.get_mut(first_delta + place);
                    if let Some(own) = own {
                        own.kind = StatementKind::Delta { is_alone: false };
                    }
                    let update = delta.it.crl.this_update();
                    let entries = &list.entries;
                    let revocations = entries.with_delta(&delta.entries, update, request.at);
                    let removed = delta.entries.is_removed && update <= request.at;
                    let kind = StatementKind::WithDelta { removed };
                    let statement = self.crl_statement(list, Some(delta), kind, revocations);
                    collected.statements.push(statement);
                }
            }
        }
    }

    /// Takes into account a CRL of somebody whom the certificate does not name, and who may not speak
    /// on it: where they are known and revoke it, nothing is found good.
    fn collect_doubt(
        &self,
        request: &StatusRequest,
        certificate: &Certificate<'a>,
        origin: Origin,
        sources: &'s RevocationSources,
        collected: &mut Collected<'s>,
    ) {
        let coverage = crate::x509::Coverage::NONE;
        let Some(it) = self.crl_in_question(origin, coverage, sources) else {
            return;
        };
        let (revoked, reason) = if let Some(entries) = self.entries(certificate, &it) {
            (
                first(&Entries::of(entries).revocations, request),
                self.reason_of_others(SignedObject::Crl(origin)),
            )
        } else {
            collected.unused.speaks_against(Reason::BudgetExhausted);
            (None, Reason::BudgetExhausted)
        };
        let item = SignedObject::Crl(origin);
        if let Some(against) = self.doubt(request, item, revoked, &reason, false) {
            collected.unused.speaks_against(against);
        }
        self.leave_out(origin, reason, collected);
    }

    fn crl_in_question(
        &self,
        origin: Origin,
        coverage: crate::x509::Coverage,
        sources: &'s RevocationSources,
    ) -> Option<CrlInQuestion<'s, 'a>> {
        let (evidence, index) = self.chains.evidence(origin)?;
        let (crl, point) = evidence.crl_point(index)?;
        Some(CrlInQuestion {
            origin,
            crl,
            point,
            coverage,
            points: &sources.points,
        })
    }

    /// What a CRL says, if its signer may speak.
    fn hear_crl(
        &self,
        request: &StatusRequest,
        certificate: &Certificate<'a>,
        it: CrlInQuestion<'s, 'a>,
    ) -> Result<HeardCrl<'s, 'a>, Unheard> {
        let Some(entries) = self.entries(certificate, &it) else {
            return Err(Unheard {
                reason: Reason::BudgetExhausted,
                against: Some(Reason::BudgetExhausted),
            });
        };
        // Only a delta takes entries away (RFC 5280 5.3.1): what a complete CRL means by that is not
        // known.
        let removal = it.crl.base_number().is_none()
            && !entries.is_empty()
            && entries.iter().all(|it| it.reason == REMOVE);
        let unprocessed = it
            .crl
            .unprocessed()
            .or(removal.then_some(oid::REASON_CODE))
            .map(|oid| Reason::EvidenceUnprocessed(oid.into()));
        let (reason, may_speak) = match (unprocessed, self.crl_speaker(request, &it)) {
            (None, Ok(speaker)) => {
                return Ok(HeardCrl {
                    it,
                    speaker,
                    entries: Entries::of(entries),
                });
            }
            (Some(reason), Ok(_)) => (reason, true),
            (_, Err(reason)) => (reason, false),
        };
        let revoked = first(&Entries::of(entries).revocations, request);
        Err(Unheard {
            against: self.doubt(
                request,
                SignedObject::Crl(it.origin),
                revoked,
                &reason,
                may_speak,
            ),
            reason,
        })
    }

    /// What the entries of a CRL say that are about a certificate: by its serial number, and by the
    /// certificate issuer in force for the entry (RFC 5280 5.3.3). `None` if the budget has no room
    /// for looking at them.
    fn entries(
        &self,
        certificate: &Certificate<'a>,
        it: &CrlInQuestion<'s, 'a>,
    ) -> Option<Vec<CertificateRevocation>> {
        let mut entries = Vec::new();
        if !self.requests.pay(it.crl.octets_about(certificate.serial())) {
            return None;
        }
        for entry in it.crl.find(certificate.serial()) {
            let octets = entry.issuer.map_or(0, |issuer| issuer.octets().len());
            if !self.requests.pay(LOOK + 8 * octets as u64) {
                return None;
            }
            // Where a CRL is not indirect, certificateIssuer has no meaning: the entry may be about
            // the issuer's own certificate as well as about the other's.
            let of_crl = || it.points.is_issuer(it.point.issuer());
            let is_about = match entry.issuer {
                Some(issuer) => {
                    it.points.is_issuer(&issuer.canonical()) || (!it.crl.is_indirect() && of_crl())
                }
                None => of_crl(),
            };
            if is_about {
                let (at, since) = (entry.revoked_at, entry.invalid_since);
                entries.push(CertificateRevocation::new(at, since, entry.reason));
            }
        }
        Some(entries)
    }

    fn crl_statement(
        &self,
        list: &HeardCrl<'s, 'a>,
        delta: Option<&HeardCrl<'s, 'a>>,
        kind: StatementKind,
        revocations: Vec<CertificateRevocation>,
    ) -> RevocationStatement<'s, EvidenceUsed> {
        let newest = delta.unwrap_or(list);
        let standing = delta.map_or(&list.speaker.standing, |delta| {
            list.speaker.standing.and(&delta.speaker.standing)
        });
        let sources = core::iter::once(list).chain(delta);
        RevocationStatement {
            sources: sources.map(|it| self.used_crl(it)).collect(),
            response: None,
            kind,
            authority: list.speaker.authority,
            this_update: newest.it.crl.this_update(),
            stated_update: newest.it.crl.this_update(),
            issued: newest.it.crl.this_update(),
            next_update: newest.it.crl.next_update(),
            reasons: list.speaker.reasons,
            revocations,
            only_revokes: standing.why_only_revokes(),
            is_under_another_key: list.speaker.is_under_another_key,
            tolerances: core::iter::once(list)
                .chain(delta)
                .map(|it| self.tolerances(it.it.origin).union(it.speaker.tolerances))
                .fold(Tolerances::default(), Tolerances::union),
        }
    }

    /// A CRL, for the report.
    fn used_crl(&self, heard: &HeardCrl<'s, 'a>) -> EvidenceUsed {
        let crl = heard.it.crl;
        let number = crl.number().map(Into::into);
        let kind = match crl.base_number() {
            None => EvidenceKind::Crl { number },
            Some(_) => EvidenceKind::DeltaCrl { number },
        };
        let (this_update, next_update) = (crl.this_update(), crl.next_update());
        self.used(heard.it.origin, kind, this_update, next_update)
    }

    /// Collects what OCSP responses say. An answer that says both that the certificate is good and
    /// that it is not known contradicts itself: it is taken as "unknown".
    pub(super) fn collect_ocsp_statements(
        &self,
        request: &StatusRequest,
        certificate: &Certificate<'a>,
        sources: &'s RevocationSources,
        collected: &mut Collected<'s>,
    ) {
        let Some(key) = self.chains.key(request.issuer) else {
            return;
        };
        let mut ids = CertIds::new(certificate, Vec::from([key.key_octets()]));
        // Answers of one response follow each other.
        for answers in sources.responses.chunk_by(|one, next| one.0 == next.0) {
            let origin = answers[0].0;
            let Some((basic, singles)) = self.answers(origin, answers) else {
                continue;
            };
            let mut about = Vec::new();
            for single in singles {
                match ids.is_about(single, self.policy.crypto(), self.requests) {
                    Some(true) => about.push(single),
                    Some(false) => {}
                    None => collected.unused.speaks_against(Reason::BudgetExhausted),
                }
            }
            if about.is_empty() {
                self.leave_out(origin, Reason::AnswerMissing, collected);
                continue;
            }
            self.hear_response(request, origin, basic, &about, sources, collected);
        }
    }

    fn answers(
        &self,
        origin: Origin,
        answers: &[(Origin, usize)],
    ) -> Option<(&'s BasicOcspResponse<'a>, Vec<&'s SingleResponse<'a>>)> {
        let (evidence, index) = self.chains.evidence(origin)?;
        let basic = evidence.response(index)?.basic()?;
        let places = answers.iter().map(|(_, place)| (index, *place));
        Some((basic, places.filter_map(|it| evidence.single(it)).collect()))
    }

    fn hear_response(
        &self,
        request: &StatusRequest,
        origin: Origin,
        basic: &'s BasicOcspResponse<'a>,
        about: &[&'s SingleResponse<'a>],
        sources: &'s RevocationSources,
        collected: &mut Collected<'s>,
    ) {
        let speaker = self.ocsp_speaker(request, origin, basic, &sources.points);
        let is_unknown = about.iter().any(|it| it.status() == OcspStatus::Unknown);
        for single in about {
            // removeFromCRL is no revocation, and has no meaning in an answer.
            let removal = single.status().is_removal().then_some(oid::REASON_CODE);
            let unprocessed = basic.unprocessed().or(single.unprocessed()).or(removal);
            let unprocessed = unprocessed.map(|oid| Reason::EvidenceUnprocessed(oid.into()));
            let revocation = match single.status() {
                _ if removal.is_some() => None,
                OcspStatus::Revoked { revoked_at, reason } => {
                    let since = single.invalid_since();
                    Some(CertificateRevocation::new(revoked_at, since, reason))
                }
                OcspStatus::Good | OcspStatus::Unknown => None,
            };
            let heard = unprocessed.map_or(speaker.clone(), Err);
            match heard {
                Ok(_) if revocation.is_none() && is_unknown => {
                    self.leave_out(origin, Reason::StatusUnknown, collected);
                }
                Ok(speaker) => {
                    let statement =
                        self.ocsp_statement(origin, basic, single, revocation, &speaker);
                    collected.statements.push(statement);
                }
                Err(reason) => {
                    let revoked = revocation.filter(|it| it.at <= request.at);
                    let item = SignedObject::Response(origin);
                    let may_speak = speaker.is_ok();
                    if let Some(against) = self.doubt(request, item, revoked, &reason, may_speak) {
                        collected.unused.speaks_against(against);
                    }
                    self.leave_out(origin, reason, collected);
                }
            }
        }
    }

    fn ocsp_statement(
        &self,
        origin: Origin,
        basic: &BasicOcspResponse<'a>,
        single: &SingleResponse<'a>,
        revocation: Option<CertificateRevocation>,
        speaker: &Speaker<'s>,
    ) -> RevocationStatement<'s, EvidenceUsed> {
        let produced_at = basic.produced_at();
        let kind = EvidenceKind::Ocsp { produced_at };
        let (this_update, next_update) = (single.this_update(), single.next_update());
        let known_at = this_update.min(produced_at);
        RevocationStatement {
            sources: Vec::from([self.used(origin, kind, this_update, next_update)]),
            response: Some(basic.tbs_octets()),
            kind: StatementKind::Ocsp,
            authority: speaker.authority,
            this_update: known_at,
            stated_update: this_update,
            issued: next_update.map_or(produced_at, |_| known_at),
            next_update,
            reasons: speaker.reasons,
            revocations: revocation.into_iter().collect(),
            only_revokes: speaker.standing.why_only_revokes(),
            is_under_another_key: speaker.is_under_another_key,
            tolerances: self.tolerances(origin).union(speaker.tolerances),
        }
    }

    /// Why nothing may be found good where a piece that is not heard revokes the certificate: its
    /// signature could not be verified under the key of somebody whom it names, for the budget's sake
    /// or because the algorithm is not known, or it is of somebody who may speak, but not so
    /// (`may_speak`), or of somebody known.
    fn doubt(
        &self,
        request: &StatusRequest,
        item: SignedObject,
        revoked: Option<CertificateRevocation>,
        reason: &Reason,
        may_speak: bool,
    ) -> Option<Reason> {
        let revocation = revoked?;
        // A signer that the search did not reach may be a known one.
        if *reason == Reason::BudgetExhausted || self.is_followed_in_part(item) {
            return Some(Reason::BudgetExhausted);
        }
        // A signature that can't be verified may be anybody's.
        if self.is_open_in_part(item) {
            return Some(revocation.unconfirmed());
        }
        let is_of_speaker = matches!(
            reason,
            Reason::EvidenceWeak | Reason::EvidenceSignerInvalid(_) | Reason::ResponderUnchecked
        );
        (may_speak || is_of_speaker || self.is_of_somebody_known(request, item))
            .then(|| revocation.unconfirmed())
    }
}

/// Why a CRL is not heard, and why nothing may be found good for what it says.
struct Unheard {
    reason: Reason,
    against: Option<Reason>,
}

/// The first revocation at or before the time asked.
fn first(
    revocations: &[CertificateRevocation],
    request: &StatusRequest,
) -> Option<CertificateRevocation> {
    let all = revocations.iter().copied();
    all.filter(|it| it.at <= request.at).min()
}
