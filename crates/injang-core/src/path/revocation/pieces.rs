//! The result for each piece of revocation data, for the report.

use super::{Collected, RevocationChecker};
use crate::check::revocation::note;
use crate::crypto::fingerprint;
use crate::encoding::time::Time;
use crate::encoding::tolerance::Tolerances;
use crate::path::issuer_graph::IssuerGraph;
use crate::policy::revocation_data::{RevocationData, RevocationItem};
use crate::report::{
    EvidenceKind, EvidenceUsed, Origin, Reason, RevocationDataReport, RevocationPiece,
};
use crate::x509::ocsp::{OcspResponse, SingleResponse};
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// Of each piece that was looked at: `None` if a check rests on it, or why none does.
#[derive(Default)]
pub(crate) struct PieceUses(BTreeMap<Origin, Option<Reason>>);

impl PieceUses {
    pub(super) fn rests_on(&mut self, origin: Origin) {
        self.0.insert(origin, None);
    }

    /// Keeps the reason that is nearest to the truth; a piece that is used stays so.
    pub(super) fn leave_out(&mut self, origin: Origin, reason: Reason) {
        let mut noted = match self.0.remove(&origin) {
            Some(None) => None,
            Some(noted) => {
                let mut noted = noted;
                note(&mut noted, reason);
                noted
            }
            None => Some(reason),
        };
        self.0.insert(origin, noted.take());
    }

    /// Says of all pieces that no check rests on them, and why.
    pub(super) fn rest_on_none(&mut self, reason: &Reason) {
        for noted in self.0.values_mut() {
            noted.get_or_insert_with(|| reason.clone());
        }
    }

    /// The results for the pieces in both.
    pub(crate) fn merge(&mut self, other: Self) {
        for (origin, reason) in other.0 {
            match reason {
                None => self.rests_on(origin),
                Some(reason) => self.leave_out(origin, reason),
            }
        }
    }

    /// The report: every piece of the document, and those of the caller that were looked at or that
    /// are about no certificate. `unreadable`: members of the document's crls that can't be read.
    pub(crate) fn report(
        &self,
        chains: &IssuerGraph<'_>,
        unreadable: &[Unreadable],
    ) -> RevocationDataReport {
        let mut pieces = Vec::new();
        let mut elsewhere = 0;
        for (evidence, name) in chains.sources() {
            let is_callers = matches!(name(0), Origin::Policy(_));
            for (index, item) in evidence.items().iter().enumerate() {
                let origin = name(evidence.place(index));
                let error = match item {
                    RevocationItem::Ocsp(it)
                        if evidence.nameless().binary_search(&index).is_ok() =>
                    {
                        Some(match it.basic() {
                            Some(_) => Reason::AnswerMissing,
                            None => Reason::ResponderError(it.status()),
                        })
                    }
                    _ => None,
                };
                let unused = match (self.0.get(&origin), error) {
                    (Some(None), _) => None,
                    (_, Some(error)) => Some(error),
                    (Some(Some(reason)), None) => Some(reason.clone()),
                    (None, None) if is_callers => {
                        elsewhere += 1;
                        continue;
                    }
                    (None, None) => Some(Reason::EvidenceUnrelated),
                };
                pieces.push(piece(evidence, index, item, origin, unused));
            }
        }
        pieces.extend(unreadable.iter().map(Unreadable::piece));
        pieces.sort_by_key(|piece| piece.origin);
        RevocationDataReport { pieces, elsewhere }
    }
}

/// A member of a document's crls that is no CRL or OCSP response, or none that can be read.
pub(crate) struct Unreadable {
    pub(crate) place: usize,
    /// Why.
    pub(crate) reason: Reason,
    pub(crate) sha256: Option<[u8; 32]>,
}

impl Unreadable {
    fn piece(&self) -> RevocationPiece {
        RevocationPiece {
            origin: Origin::Document(self.place),
            kind: EvidenceKind::Unreadable,
            this_update: None,
            next_update: None,
            sha256: self.sha256,
            unused: Some(self.reason.clone()),
        }
    }
}

fn piece(
    evidence: &RevocationData<'_>,
    index: usize,
    item: &RevocationItem<'_>,
    origin: Origin,
    unused: Option<Reason>,
) -> RevocationPiece {
    let (kind, this_update, next_update) = match item {
        RevocationItem::Crl(crl) => {
            let number = crl.number().map(Into::into);
            let kind = match crl.base_number() {
                None => EvidenceKind::Crl { number },
                Some(_) => EvidenceKind::DeltaCrl { number },
            };
            (kind, Some(crl.this_update()), crl.next_update())
        }
        RevocationItem::Ocsp(response) => {
            if let Some(basic) = response.basic() {
                let kind = EvidenceKind::Ocsp {
                    produced_at: basic.produced_at(),
                };
                let first = basic.responses().first();
                let next_update = first.and_then(SingleResponse::next_update);
                (kind, first.map(SingleResponse::this_update), next_update)
            } else {
                let status = response.status();
                (EvidenceKind::OcspError { status }, None, None)
            }
        }
    };
    RevocationPiece {
        origin,
        kind,
        this_update,
        next_update,
        sha256: evidence.sha256(index).and_then(fingerprint::array),
        unused,
    }
}

impl RevocationChecker<'_, '_> {
    /// Notes why a piece says nothing on the certificate in question.
    pub(super) fn leave_out(&self, origin: Origin, reason: Reason, collected: &mut Collected<'_>) {
        collected.unused.note(reason.clone());
        let origin = self.named(origin);
        self.uses.borrow_mut().leave_out(origin, reason);
    }

    /// A piece that is used, for the report.
    pub(super) fn used(
        &self,
        origin: Origin,
        kind: EvidenceKind,
        this_update: Time,
        next_update: Option<Time>,
    ) -> EvidenceUsed {
        let found = self.chains.evidence(origin);
        let sha256 = found.and_then(|(evidence, index)| evidence.sha256(index));
        EvidenceUsed {
            origin: self.named(origin),
            kind,
            this_update,
            next_update,
            sha256: sha256.and_then(fingerprint::array),
        }
    }

    /// A piece as the caller or the document numbers it: one that came twice is kept once.
    fn named(&self, origin: Origin) -> Origin {
        let place = self
            .chains
            .evidence(origin)
            .map(|(evidence, index)| evidence.place(index));
        match (origin, place) {
            (Origin::Document(_), Some(place)) => Origin::Document(place),
            (Origin::Policy(_), Some(place)) => Origin::Policy(place),
            (origin, None) => origin,
        }
    }

    /// The tolerances that a piece needed to be read.
    pub(super) fn tolerances(&self, origin: Origin) -> Tolerances {
        let found = self.chains.evidence(origin);
        let item = found.and_then(|(evidence, index)| evidence.items().get(index));
        item.map_or(Tolerances::default(), RevocationItem::tolerances)
    }

    /// Whether there is an OCSP response with a `BasicOCSPResponse`, whatever it is about.
    pub(super) fn has_answers(&self) -> bool {
        self.chains
            .sources()
            .any(|(evidence, _)| evidence.has_answers())
    }

    /// The least status of the OCSP responses that are no answers, if there are any.
    pub(super) fn responder_error(&self) -> Option<u8> {
        let all = self.chains.sources().flat_map(|(evidence, _)| {
            let indices = evidence.nameless().iter().take(NAMELESS);
            let errors = indices.filter_map(|index| evidence.response(*index));
            errors
                .filter(|it| it.basic().is_none())
                .map(OcspResponse::status)
        });
        all.min()
    }
}

/// Responses without an answer that are looked at for the reason why nothing is known.
const NAMELESS: usize = 16;
