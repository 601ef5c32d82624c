//! Whether a certificate of a path had been revoked: which revocation data may be relied on, and
//! what it comes to.

mod collect;
mod crl_speakers;
mod ocsp_speakers;
mod pieces;
mod pinned;
mod speakers;
mod standing;

use crate::check::path_rules::{PathRole, PathStep};
use crate::check::revocation::{
    self, CertificateRevocation, RevocationConclusion, RevocationStatement, UnusedEvidence,
};
use crate::check::signature;
use crate::crypto::request_queue::RequestQueue;
use crate::encoding::time::Time;
use crate::encoding::tolerance::Tolerances;
use crate::path::issuer_graph::{Issuer, IssuerGraph, LOOK, SignedObject};
use crate::policy::Policy;
use crate::report::{Check, CheckId, EvidenceUsed, Origin, Reason};
use crate::x509::ScopeRule;
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::rc::Rc;
use alloc::vec::Vec;
use core::cell::{Cell, RefCell};

pub(super) use pieces::PieceUses;
pub(crate) use pieces::Unreadable;

/// How many certificates may be in the course of being checked at once: the signer of a CRL, the
/// signer of the CRL about them, and so on.
const DEPTH: usize = 8;

/// Finds out whether certificates had been revoked.
///
/// The status of a certificate rests on statements of others, whose own certificates must be good
/// in turn. [`RevocationChecker::in_progress`] holds the certificates that are being checked, the
/// one asked about first. It is why the recursion ends: each step adds a certificate, none is added
/// twice, and there are at most [`DEPTH`]. And it is why no certificate vouches for itself, directly or
/// through others: a statement whose signer is in it is not heard (but see
/// [`RevocationChecker::may_vouch_for_itself`]).
pub(super) struct RevocationChecker<'s, 'a> {
    policy: &'s Policy<'a>,
    /// The time at which everything is judged.
    at: Time,
    chains: &'s IssuerGraph<'a>,
    anchored: &'s BTreeSet<Origin>,
    requests: &'s RequestQueue<'a>,
    /// Whether it is a pinned certificate that is asked about, which need not be shown to be good.
    is_about_pinned: bool,
    in_progress: RefCell<Vec<SignedObject>>,
    /// The path of which a certificate is asked about.
    path: RefCell<Vec<Origin>>,
    /// The lowest place in `in_progress` that kept a statement from being heard since this was reset:
    /// what was found out then may come out otherwise where that certificate is not in progress.
    lowest_met: Cell<usize>,
    /// Whether the paths of signers of revocation data keep the rules, whatever the time.
    rules: RefCell<BTreeMap<(StatusRequest, PathRole), Result<(), Reason>>>,
    /// What was found out and depends on nothing that was in progress.
    known: RefCell<BTreeMap<StatusRequest, Rc<RevocationStatus>>>,
    uses: RefCell<PieceUses>,
}

/// A certificate whose status is asked for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct StatusRequest {
    pub(super) item: SignedObject,
    /// Who issued it, on the path.
    pub(super) issuer: Issuer,
    /// The certificates between it and the anchor. Whoever asks judges them beside it, at the same
    /// time.
    pub(super) above: Vec<Origin>,
    pub(super) anchor: usize,
    /// At what time.
    pub(super) at: Time,
}

/// The result for one certificate.
#[derive(Clone)]
pub(super) struct RevocationStatus {
    pub(super) check: Check,
    pub(super) evidence: Vec<EvidenceUsed>,
    /// A revocation after the time asked, and what says so.
    pub(super) later: Option<(CertificateRevocation, EvidenceUsed)>,
    pub(super) is_under_another_key: bool,
    /// Whether something that may be a revocation was left out or could not be relied on.
    has_doubt: bool,
    /// Tolerances of the revocation data that it rests on, and of the certificates that signed it.
    pub(super) tolerances: Tolerances,
}

/// What is collected about one certificate.
struct Collected<'s> {
    statements: Vec<RevocationStatement<'s, EvidenceUsed>>,
    unused: UnusedEvidence,
}

impl RevocationStatus {
    /// Whether it had been revoked.
    fn is_revoked(&self) -> bool {
        self.revoked_at().is_some()
    }

    /// What its check says.
    fn why(&self) -> Reason {
        let reason = self.check.reason.clone();
        reason.unwrap_or(Reason::NoRevocationEvidence)
    }

    /// That revocation data is signed by it, or under it, and it had been revoked.
    fn of_signer(&self) -> Reason {
        Reason::EvidenceSignerInvalid(Box::new(self.why()))
    }

    /// When it was revoked, if it had been.
    fn revoked_at(&self) -> Option<Time> {
        match self.check.reason {
            Some(Reason::Revoked { revoked_at, .. }) => Some(revoked_at),
            _ => None,
        }
    }
}

impl<'s, 'a> RevocationChecker<'s, 'a> {
    pub(super) fn new(
        policy: &'s Policy<'a>,
        at: Time,
        chains: &'s IssuerGraph<'a>,
        anchored: &'s BTreeSet<Origin>,
        requests: &'s RequestQueue<'a>,
    ) -> Self {
        Self {
            policy,
            at,
            chains,
            anchored,
            requests,
            is_about_pinned: false,
            in_progress: RefCell::new(Vec::new()),
            path: RefCell::new(Vec::new()),
            lowest_met: Cell::new(usize::MAX),
            rules: RefCell::new(BTreeMap::new()),
            known: RefCell::new(BTreeMap::new()),
            uses: RefCell::new(PieceUses::default()),
        }
    }

    /// The status of the certificate at a position of a path.
    pub(super) fn of(
        &self,
        path: &[Origin],
        position: usize,
        anchor: usize,
    ) -> Rc<RevocationStatus> {
        self.path.replace(path.to_vec());
        self.check(&Self::request(path, position, anchor, self.at))
    }

    /// What pays for work.
    pub(super) fn requests(&self) -> &'s RequestQueue<'a> {
        self.requests
    }

    /// The results for the pieces that were looked at.
    pub(super) fn into_uses(self) -> PieceUses {
        self.uses.into_inner()
    }

    fn request(path: &[Origin], position: usize, anchor: usize, at: Time) -> StatusRequest {
        StatusRequest {
            item: SignedObject::Certificate(path[position]),
            issuer: Issuer::at(path, position, anchor),
            above: path[position + 1..].to_vec(),
            anchor,
            at,
        }
    }

    /// Checks one certificate:
    ///
    /// 1. What is known already is not found out again.
    /// 2. The certificate is in progress as long as the signers of statements about it are judged.
    /// 3. The statements of CRLs and of OCSP responses that may be relied on are collected, and
    ///    decided over.
    /// 4. The result is kept, unless a statement was not heard because of a certificate that was in
    ///    progress before this one: elsewhere the result may be another.
    fn check(&self, request: &StatusRequest) -> Rc<RevocationStatus> {
        if let Some(known) = self.known.borrow().get(request) {
            return Rc::clone(known);
        }
        let place = self.in_progress.borrow().len();
        let met_before = self.lowest_met.replace(usize::MAX);
        self.in_progress.borrow_mut().push(request.item);
        let status = Rc::new(self.decide(request, place));
        self.in_progress.borrow_mut().pop();
        let met = self.lowest_met.get();
        if met >= place {
            let mut known = self.known.borrow_mut();
            known.insert(request.clone(), Rc::clone(&status));
            self.lowest_met.set(met_before);
        } else {
            self.lowest_met.set(met.min(met_before));
        }
        status
    }

    fn decide(&self, request: &StatusRequest, place: usize) -> RevocationStatus {
        let mut collected = Collected {
            statements: Vec::new(),
            unused: UnusedEvidence::default(),
        };
        let item = request.item;
        let Some(certificate) = self.chains.certificate(item) else {
            return RevocationStatus::undecided(Reason::NoRevocationEvidence);
        };
        let sources = self.chains.revocation_sources(item);
        let count = sources.map_or(0, |it| it.crls.len() + it.responses.len()) as u64;
        let has_room = place < DEPTH && self.requests.pay(LOOK * (4 + count));
        if !has_room {
            // Elsewhere there may be room.
            self.lowest_met.set(0);
        }
        match sources {
            Some(sources) if has_room => {
                if sources.is_cut {
                    collected.unused.speaks_against(Reason::BudgetExhausted);
                }
                for (origin, rule) in &sources.out_of_scope {
                    self.leave_out(*origin, out_of_scope(*rule), &mut collected);
                }
                self.collect_crl_statements(request, certificate, sources, &mut collected);
                self.collect_ocsp_statements(request, certificate, sources, &mut collected);
            }
            // Not looked up, or too deep: what is there is not known.
            _ => collected.unused.speaks_against(Reason::BudgetExhausted),
        }
        if let Some(status) = self.responder_error() {
            collected.unused.note(Reason::ResponderError(status));
        }
        if self.has_answers() {
            collected.unused.note(Reason::AnswerMissing);
        }
        let not_after = certificate.validity().not_after;
        let Collected { statements, unused } = collected;
        // Each hold is compared with every other statement.
        let holds = statements.iter().filter(|it| it.has_hold()).count() as u64;
        let may_compare = self.requests.pay(8 * holds * statements.len() as u64);
        let status = revocation::decide(&statements, unused, request.at, not_after, may_compare);
        self.conclude(status)
    }

    fn conclude(&self, status: RevocationConclusion<EvidenceUsed>) -> RevocationStatus {
        let mut evidence = status.used;
        // By what it is, not by where it is in a list.
        evidence.sort_by_key(|used| (used.sha256, used.this_update, used.origin));
        evidence.dedup();
        let mut uses = self.uses.borrow_mut();
        for (source, reason) in status.heard {
            match reason {
                Some(reason) => uses.leave_out(source.origin, reason),
                None => uses.rests_on(source.origin),
            }
        }
        for used in &evidence {
            uses.rests_on(used.origin);
        }
        RevocationStatus {
            check: status.check,
            evidence,
            later: status.later,
            is_under_another_key: status.is_under_another_key,
            has_doubt: status.has_doubt,
            tolerances: status.tolerances,
        }
    }

    /// The certificates of a path, with what they say.
    pub(super) fn steps(&self, path: &[Origin]) -> Vec<PathStep<'s, 'a>> {
        let store = &self.chains.store;
        let step = |origin: &Origin| {
            Some(PathStep {
                certificate: store.certificate(*origin)?,
                extensions: store.extensions(*origin)?,
            })
        };
        path.iter().filter_map(step).collect()
    }

    fn is_strong(&self, item: SignedObject, issuer: Issuer) -> bool {
        let (digest, bits) = self.chains.strength(item, issuer);
        signature::weakness(&self.policy.constraints, digest, bits).is_none()
    }

    /// The octets of a key; empty if there is none, which equals no key.
    fn key_of(&self, issuer: Issuer) -> &'s [u8] {
        self.chains.key(issuer).map_or(&[], |key| key.octets())
    }

    fn is_same_key(&self, one: Issuer, other: Issuer) -> bool {
        let key = self.key_of(one);
        !key.is_empty() && key == self.key_of(other)
    }

    /// Whether two are one certificate, wherever each lies: the same key under the same name. A copy
    /// in a response or among the caller's, one with another signature on it (of ECDSA anybody makes
    /// that), and one that was issued again are the same who must not vouch for itself.
    fn is_same_certificate(&self, one: SignedObject, other: SignedObject) -> bool {
        if one == other {
            return true;
        }
        let both = self
            .chains
            .certificate(one)
            .zip(self.chains.certificate(other));
        both.is_some_and(|(one, other)| {
            one.public_key().octets() == other.public_key().octets()
                && one.subject().matches(&other.subject())
        })
    }

    /// Whether two certificates are for one key.
    fn has_key_of(&self, one: SignedObject, other: SignedObject) -> bool {
        let both = self
            .chains
            .certificate(one)
            .zip(self.chains.certificate(other));
        both.is_some_and(|(one, other)| one.public_key().octets() == other.public_key().octets())
    }

    /// Whether a certificate or its key is in progress, so that nothing that it signed may be heard
    /// now: a key does not vouch for itself, however often and under whatever names it is certified.
    fn meets_in_progress(&self, item: SignedObject) -> bool {
        let in_progress = self.in_progress.borrow();
        let place = in_progress
            .iter()
            .position(|it| *it == item || self.has_key_of(*it, item));
        if let Some(place) = place {
            self.lowest_met.set(self.lowest_met.get().min(place));
        }
        place.is_some()
    }
}

/// That a CRL does not cover a certificate, by the rule.
fn out_of_scope(rule: ScopeRule) -> Reason {
    match rule {
        ScopeRule::Subscribers => Reason::CrlForSubscribers,
        ScopeRule::Authorities => Reason::CrlForAuthorities,
        ScopeRule::Attributes => Reason::CrlForAttributes,
        ScopeRule::NotIndirect => Reason::CrlNotIndirect,
        ScopeRule::Point => Reason::EvidenceOutOfScope,
    }
}

impl RevocationStatus {
    fn undecided(reason: Reason) -> Self {
        let id = CheckId::Revocation;
        Self {
            check: Check::undecided(id, crate::report::SubIndication::TryLater, reason),
            evidence: Vec::new(),
            later: None,
            is_under_another_key: false,
            has_doubt: false,
            tolerances: Tolerances::default(),
        }
    }
}
