//! The best path of each certificate that paths are searched for, with all results about the
//! certificates on it.

use super::revocation::{PieceUses, RevocationChecker, Unreadable};
use crate::check::path_rules::{self, PathRole};
use crate::check::profile::findings;
use crate::check::signature;
use crate::crypto::request_queue::{RequestQueue, Unverified};
use crate::encoding::time::Time;
use crate::encoding::tolerance::Tolerances;
use crate::path::issuer_graph::{CertificateStore, Issuer, IssuerGraph, LOOK, SignedObject};
use crate::policy::revocation_data::RevocationData;
use crate::policy::{Policy, Revocation};
use crate::report::{
    Check, CheckId, FindingCode, MissingIssuer, Origin, Outcome, PathCertificate, PathReport,
    Reason, RevocationDataReport, RevokedLater, SubIndication,
};
use crate::x509::{Name, NameKey};
use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::cell::{OnceCell, RefCell};
use core::ops::ControlFlow;

/// The paths of a document's certificates.
pub(crate) struct Paths<'a> {
    policy: &'a Policy<'a>,
    at: Time,
    chains: IssuerGraph<'a>,
    anchored: OnceCell<BTreeSet<Origin>>,
    uses: RefCell<PieceUses>,
    /// How many certificates paths are searched for.
    count: usize,
}

/// What was found out about the path of one certificate.
#[derive(Clone)]
pub(crate) struct PathOutcome {
    /// Over everything on the path; passed if there is none.
    pub(crate) strength: Check,
    pub(crate) path: Check,
    pub(crate) validity: Check,
    pub(crate) revocation: Check,
    /// Notices of the revocation data that it rests on.
    pub(crate) findings: Vec<FindingCode>,
    /// For each certificate the tolerances of that revocation data, until they become findings.
    tolerances: Vec<Tolerances>,
    pub(crate) report: PathReport,
}

impl PathOutcome {
    /// Says of a certificate from which no path leads to an anchor that another may be meant, for
    /// which the budget had no room.
    pub(crate) fn leave_open(&mut self) {
        if self.report.anchor.is_none() && self.path.outcome != Outcome::Passed {
            self.path = out_of_budget();
            self.report.missing_issuer = None;
        }
    }

    /// Says of a path, beside which others were not tried, that another may be good: what is wrong with
    /// a certificate above the first decides nothing, as another may stand in its place.
    fn leave_undecided(&mut self) {
        self.path = out_of_budget();
        for check in [&mut self.validity, &mut self.revocation] {
            let is_above = check.position.is_some_and(|position| position > 0);
            if is_above && matches!(check.outcome, Outcome::Failed(_)) {
                *check = Check::undecided(
                    check.id,
                    SubIndication::CertificateChainGeneralFailure,
                    Reason::BudgetExhausted,
                );
            }
        }
    }

    /// Which of two paths to report on: every rule kept, then strong, valid, not revoked; then the
    /// one on which more certificates keep the rules.
    fn rank(&self) -> [usize; 5] {
        let goodness = |check: &Check| match check.outcome {
            Outcome::Failed(_) => 0,
            Outcome::Indeterminate(_) => 1,
            Outcome::Passed | Outcome::NotApplicable | Outcome::NotChecked => 2,
        };
        let below = self.path.position.unwrap_or_default();
        [
            goodness(&self.path),
            goodness(&self.strength),
            goodness(&self.validity),
            goodness(&self.revocation),
            usize::MAX - below,
        ]
    }

    pub(crate) fn is_good(&self) -> bool {
        let checks = [&self.strength, &self.path, &self.validity, &self.revocation];
        checks.iter().all(|check| check.outcome.severity() == 0)
    }
}

impl<'a> Paths<'a> {
    pub(crate) fn new(
        policy: &'a Policy<'a>,
        at: Time,
        store: CertificateStore<'a>,
        document: RevocationData<'a>,
    ) -> Self {
        Self {
            policy,
            at,
            chains: IssuerGraph::new(policy, store, document),
            anchored: OnceCell::new(),
            uses: RefCell::new(PieceUses::default()),
            count: 0,
        }
    }

    /// Queues the search for paths of these certificates, one certificate after the other.
    pub(crate) fn start(&mut self, origins: impl ExactSizeIterator<Item = Origin>) {
        self.count += origins.len();
        // Without an anchor too: what is found says whose certificate is missing.
        self.chains.start(origins);
    }

    /// The results for the pieces of revocation data, over all certificates that were concluded.
    pub(crate) fn revocation_data(&self, unreadable: &[Unreadable]) -> RevocationDataReport {
        match self.policy.revocation {
            Revocation::NotChecked => RevocationDataReport::default(),
            Revocation::Require(_) => self.uses.borrow().report(&self.chains, unreadable),
        }
    }

    /// Asks about the first of them at once, beside what is open.
    pub(crate) fn take_turn(&mut self, requests: &mut RequestQueue<'a>) {
        self.chains.take_turn(requests);
    }

    /// The tolerances that reading a certificate takes.
    pub(crate) fn tolerances(&self, origin: Origin) -> Tolerances {
        self.chains.tolerances(SignedObject::Certificate(origin))
    }

    /// SHA-256 of a certificate.
    pub(crate) fn certificate_digest(&self, origin: Origin) -> Option<[u8; 32]> {
        self.chains.digest(SignedObject::Certificate(origin))
    }

    /// Goes on from the answers.
    pub(crate) fn advance(&mut self, requests: &mut RequestQueue<'a>) {
        self.chains.advance(requests);
    }

    /// The result for a certificate, from the answers of the crypto backend.
    pub(crate) fn outcome(&self, origin: Origin, requests: &RequestQueue<'a>) -> PathOutcome {
        let anchored = self.anchored.get_or_init(|| self.chains.anchored(requests));
        requests.take_run_out();
        requests.conclusion_share(self.count);
        let checker =
            RevocationChecker::new(self.policy, self.at, &self.chains, anchored, requests);
        let mut best: Option<PathOutcome> = None;
        let all = self
            .chains
            .paths(origin, anchored, requests, &mut |path, anchor| {
                let outcome = self.assess(path, anchor, &checker);
                let is_good = outcome.is_good();
                if best
                    .as_ref()
                    .is_none_or(|best| outcome.rank() > best.rank())
                {
                    best = Some(outcome);
                }
                if is_good {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            });
        if let Revocation::Require(_) = self.policy.revocation {
            self.uses.borrow_mut().merge(checker.into_uses());
        }
        let has_run_out = requests.take_run_out() || self.chains.has_run_out(origin);
        let mut outcome = best.unwrap_or_else(|| self.no_path(origin, requests));
        let of_evidence = core::mem::take(&mut outcome.tolerances);
        for (certificate, of_evidence) in outcome.report.certificates.iter_mut().zip(of_evidence) {
            let own = self.chains.store.tolerances(certificate.origin);
            certificate.findings = findings(own.union(of_evidence)).collect();
        }
        // Where the anchor's certificate constrains the path, its form counts too.
        if self.policy.anchor_constraints
            && let Some(anchor) = outcome.report.anchor
            && let Some(certificate) = self.policy.anchors[anchor].certificate()
        {
            outcome.report.anchor_findings = findings(certificate.tolerances()).collect();
        }
        // What there was no room for may be a revocation, of a pinned certificate too.
        let is_unrevoked = outcome.revocation.outcome == Outcome::Passed
            || outcome.revocation.reason == Some(Reason::AnchorPinned);
        if has_run_out && is_unrevoked {
            outcome.revocation = Check::undecided(
                CheckId::Revocation,
                SubIndication::TryLater,
                Reason::BudgetExhausted,
            );
        }
        // Among the paths that were left out a good one may have been.
        if !all && !outcome.is_good() {
            outcome.leave_undecided();
        }
        outcome
    }

    /// Everything about one path.
    fn assess(
        &self,
        path: &[Origin],
        anchor: usize,
        checker: &RevocationChecker<'_, 'a>,
    ) -> PathOutcome {
        let steps = checker.steps(path);
        let processed = path_rules::process(
            &steps,
            &self.policy.anchors[anchor],
            PathRole::Signer,
            self.policy,
            checker.requests(),
        );
        let (path_check, policies) = match processed {
            Ok(policies) => (Check::passed(CheckId::Path), policies),
            Err(broken) => (path_rules::broken(broken), Vec::new()),
        };
        let is_kept = path_check.outcome == Outcome::Passed;
        let mut report = PathReport {
            certificates: Vec::with_capacity(path.len()),
            anchor: Some(anchor),
            anchor_findings: Vec::new(),
            policies,
            missing_issuer: None,
            is_pinned: self.policy.anchors[anchor].is_pinned(),
            revoked_later: Vec::new(),
        };
        let mut findings = Vec::new();
        let mut tolerances = Vec::with_capacity(path.len());
        for (position, (origin, step)) in path.iter().zip(&steps).enumerate() {
            let issuer = Issuer::at(path, position, anchor);
            let item = SignedObject::Certificate(*origin);
            let constraints = &self.policy.constraints;
            // The key of the first signs documents; those of the others have signed what is before.
            let own = match position {
                0 => {
                    signature::weakness(constraints, None, step.certificate.public_key().rsa_bits())
                }
                _ => None,
            };
            // A pinned certificate is trusted itself, so who signed it does not matter.
            let of_issuer = || {
                if report.is_pinned {
                    return None;
                }
                let (digest, bits) = self.chains.strength(item, issuer);
                signature::weakness(constraints, digest, bits)
            };
            let strength = signature::check_strength(own.or_else(of_issuer));
            let own = match path_check.position {
                Some(broken) if broken == position => path_check.clone(),
                Some(broken) if position < broken => Check::not_applicable(CheckId::Path),
                _ => Check::passed(CheckId::Path),
            };
            let validity = path_rules::check_validity(step.certificate, self.at);
            let mut of_evidence = Tolerances::default();
            let (revocation, evidence) = match self.policy.revocation {
                Revocation::NotChecked => (not_checked(), Vec::new()),
                Revocation::Require(_) if !is_kept => {
                    (Check::not_applicable(CheckId::Revocation), Vec::new())
                }
                Revocation::Require(_) => {
                    let status = if report.is_pinned {
                        checker.of_pinned(*origin, anchor)
                    } else {
                        checker.of(path, position, anchor)
                    };
                    of_evidence = status.tolerances;
                    if status.is_under_another_key {
                        findings.push(FindingCode::EvidenceUnderAnotherKey);
                    }
                    if let Some((revocation, source)) = &status.later {
                        findings.push(FindingCode::RevokedLater);
                        report.revoked_later.push(RevokedLater {
                            position,
                            revoked_at: revocation.at,
                            reason: revocation.reason(),
                            source: source.clone(),
                        });
                    }
                    (status.check.clone(), status.evidence.clone())
                }
            };
            tolerances.push(of_evidence);
            let checks = [strength, own, validity, revocation];
            report.certificates.push(PathCertificate {
                origin: *origin,
                checks: checks
                    .into_iter()
                    .map(|check| match check.reason {
                        Some(Reason::RevocationNotRequested | Reason::AnchorPinned) | None => check,
                        Some(_) => check.about(position),
                    })
                    .collect(),
                evidence,
                // Made for the path that is reported only.
                findings: Vec::new(),
            });
        }
        let worst = |place: usize| {
            let all = report.certificates.iter().map(|it| &it.checks[place]);
            // Of equally bad ones the first, which is the nearest to the signer's.
            let worst = all.fold(None, |worst: Option<&Check>, check| match worst {
                Some(worst) if worst.outcome.severity() >= check.outcome.severity() => Some(worst),
                _ => Some(check),
            });
            worst.cloned()
        };
        PathOutcome {
            strength: worst(0).unwrap_or(Check::passed(CheckId::AlgorithmStrength)),
            path: path_check,
            validity: worst(2).unwrap_or(Check::not_applicable(CheckId::Validity)),
            revocation: worst(3).unwrap_or(Check::not_applicable(CheckId::Revocation)),
            findings,
            tolerances,
            report,
        }
    }

    /// Whether an anchor that issues nothing has the name of a certificate's issuer.
    fn has_pinned_namesake(&self, origin: Origin) -> bool {
        let Some(certificate) = self.chains.store.certificate(origin) else {
            return false;
        };
        let issuer = NameKey::new(certificate.issuer());
        let mut pinned = self.policy.anchors.iter().filter(|it| it.is_pinned());
        pinned.any(|it| Name::from_der(it.name()).is_ok_and(|name| issuer.matches(&name)))
    }

    /// Whether two certificates are of one name and key.
    fn is_same_authority(&self, one: Origin, other: Origin, requests: &RequestQueue<'a>) -> bool {
        let store = &self.chains.store;
        let both = store.certificate(one).zip(store.certificate(other));
        both.is_some_and(|(one, other)| {
            let subject = one.subject();
            one.public_key().octets() == other.public_key().octets()
                && (!requests.pay(LOOK + 16 * subject.octets().len() as u64)
                    || subject.matches(&other.subject()))
        })
    }

    /// Why no path leads from a certificate to an anchor: what is open before what is wrong, and
    /// what is farther from the certificate before what is nearer.
    ///
    /// 1. Level by level, from the certificate up: what verified signatures lead to.
    /// 2. A certificate without another issuer among the known certificates is where an issuer is
    ///    missing; of several the farthest. A copy of a root is not another issuer.
    /// 3. Where all were issued, which only authorities that certify each other are, it is the
    ///    farthest.
    fn no_path(&self, start: Origin, requests: &RequestQueue<'a>) -> PathOutcome {
        let store = &self.chains.store;
        let mut open: Option<(usize, Reason)> = None;
        // With the certificate that it is about.
        let mut wrong: Option<(usize, Reason, Origin)> = None;
        let mut farthest = (0, start);
        let mut seen = BTreeSet::new();
        let mut level = Vec::from([start]);
        let mut depth = 0;
        while !level.is_empty() {
            let mut next = Vec::new();
            for origin in level {
                let item = SignedObject::Certificate(origin);
                let mut reason = Reason::NoAnchor;
                let mut is_issued = false;
                for (issuer, outcome) in self.chains.outcomes(item, requests) {
                    match (outcome, issuer) {
                        (Ok(()), Issuer::Certificate(issuer)) => {
                            is_issued |= !self.is_same_authority(origin, issuer, requests);
                            if issuer != start && seen.insert(issuer) {
                                next.push(issuer);
                            }
                        }
                        (Ok(()), _) => is_issued = true,
                        (Err(Unverified::Indeterminate(reason)), _) => {
                            if open.as_ref().is_none_or(|(at, _)| *at < depth) {
                                open = Some((depth, reason));
                            }
                        }
                        (Err(Unverified::Invalid(_)), Issuer::Anchor(_)) => {
                            reason = Reason::AnchorKeyDiffers;
                        }
                        (Err(Unverified::Invalid(_)), _) => {
                            if reason == Reason::NoAnchor {
                                reason = Reason::IssuerKeyDiffers;
                            }
                        }
                    }
                }
                if reason == Reason::NoAnchor && self.has_pinned_namesake(origin) {
                    reason = Reason::AnchorIssuesNothing;
                }
                if self.chains.is_cut(item) && open.is_none() {
                    open = Some((depth, Reason::BudgetExhausted));
                }
                let says_more = |(at, reason, _): &(usize, Reason, Origin)| {
                    depth > *at || *reason == Reason::NoAnchor
                };
                if !is_issued && wrong.as_ref().is_none_or(says_more) {
                    wrong = Some((depth, reason, origin));
                }
                if depth > farthest.0 {
                    farthest = (depth, origin);
                }
            }
            level = next;
            depth += 1;
        }
        let (depth, reason, orphan) = wrong.unwrap_or((farthest.0, Reason::NoAnchor, farthest.1));
        let missing_issuer = store
            .certificate(orphan)
            .filter(|_| open.is_none())
            .map(|it| MissingIssuer {
                name: it.issuer().octets().into(),
                of: orphan,
                position: depth,
                is_itself: it.issuer().matches(&it.subject()),
            });
        let check = match open {
            // Under which of two algorithms the issuer's signature would have to be verified is
            // not defined, so it was not asked.
            Some((at, reason @ Reason::CertificateAlgorithmsDiffer)) => {
                path_rules::broken(path_rules::Broken {
                    position: at,
                    reason,
                })
            }
            Some((at, reason)) => Check::undecided(
                CheckId::Path,
                SubIndication::CertificateChainGeneralFailure,
                reason,
            )
            .about(at),
            None => Check::undecided(
                CheckId::Path,
                SubIndication::NoCertificateChainFound,
                reason,
            )
            .about(depth),
        };
        let validity = store
            .certificate(start)
            .map(|it| path_rules::check_validity(it, self.at))
            .map(|check| match check.reason {
                Some(_) => check.about(0),
                None => check,
            });
        PathOutcome {
            strength: Check::passed(CheckId::AlgorithmStrength),
            path: check,
            validity: validity.unwrap_or(Check::not_applicable(CheckId::Validity)),
            revocation: match self.policy.revocation {
                Revocation::NotChecked => not_checked(),
                Revocation::Require(_) => Check::not_applicable(CheckId::Revocation),
            },
            findings: Vec::new(),
            tolerances: Vec::new(),
            report: PathReport {
                missing_issuer,
                ..PathReport::default()
            },
        }
    }
}

fn out_of_budget() -> Check {
    Check::undecided(
        CheckId::Path,
        SubIndication::CertificateChainGeneralFailure,
        Reason::BudgetExhausted,
    )
}

fn not_checked() -> Check {
    Check::not_checked(CheckId::Revocation, Reason::RevocationNotRequested)
}
