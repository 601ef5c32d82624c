//! When a transaction took place: whether the signatures fit in, and the provider's completion time
//! as the time of verification.

use crate::document::DocumentOutcome;
use crate::exchange::Exchange;
use crate::finding::{DecisionCode, Detail};
use crate::findings::Findings;
use crate::product::Provider;
use crate::provider_time::{At, ProviderTimeFault};
use crate::response::Response;
use crate::times::is_after;
use crate::verification::VerificationSettings;
use injang_core::report::{self, CheckId, FindingCode};
use injang_core::{SignerReport, Time, Verdict};

/// From when until when a transaction took place, as far as the provider says.
#[derive(Clone, Copy)]
struct Span {
    requested: Option<Time>,
    completed: Option<Time>,
}

impl Span {
    fn holds(self, time: Time) -> bool {
        let is_early = |it: Time| is_after(it, time);
        let is_late = |it: Time| is_after(time, it);
        !self.requested.is_some_and(is_early) && !self.completed.is_some_and(is_late)
    }
}

impl Exchange<'_> {
    /// Names the times that can't be read.
    pub(super) fn list_malformed_times(&self, response: &Response, findings: &mut Findings) {
        let files = [
            ("answer", Some(response)),
            ("receipt", self.receipt),
            ("status", self.status),
        ];
        for (file, answer) in files {
            for pointer in answer.into_iter().flat_map(|it| &it.times.malformed) {
                let detail = Some(Detail::Member(format!("{file}:{pointer}")));
                findings.add(DecisionCode::TimeMalformed, None, detail);
            }
        }
    }

    /// When the transaction took place. Answers may disagree: the latest request and the earliest
    /// completion count, so that none can widen what another says.
    fn span(&self, response: &Response) -> Span {
        let answers = [Some(response), self.receipt, self.status];
        let times = || answers.into_iter().flatten().map(|it| &it.times);
        Span {
            requested: times().filter_map(|it| it.requested).max(),
            completed: times().filter_map(|it| it.completed).min(),
        }
    }

    /// Whether anybody says when the transaction was requested whose word bounds the replay of a
    /// signature that names no transaction. An old answer brings its own old times along: only the
    /// receipt and the status say it.
    fn is_request_time_known(&self) -> bool {
        let others = [self.receipt, self.status].into_iter().flatten();
        let mut witnesses = others.filter(|it| it.documents.is_empty());
        witnesses.any(|it| it.times.requested.is_some())
    }

    /// The members that say when a transaction was requested and when it was completed.
    const fn time_members(&self) -> [&'static str; 2] {
        match self.provider {
            Provider::Kakao => ["status:/created_at", "status:/completed_at"],
            Provider::Barocert => ["status:/requestDT", "status:/completeDT"],
            Provider::Toss => ["receipt:/success/requestedDt", "/success/completedDt"],
        }
    }

    /// The answers that name the times by which a transaction is judged at the provider's own word:
    /// of Toss the answer itself too, of the others the status alone, as their guides have it.
    fn timekeepers<'r>(&'r self, response: &'r Response) -> impl Iterator<Item = &'r Response> {
        let own = Some(response).filter(|_| self.provider == Provider::Toss);
        own.into_iter().chain(self.own_status(response))
    }

    /// The provider's completion time, where that is the time of verification.
    ///
    /// 1. If the caller does not ask for it, it is not used: `None`.
    /// 2. The status of this very transaction says when it was completed, of Toss the answer too; no
    ///    other file does.
    /// 3. They name one time only, and one of these gives the time of the request: the status, of Toss
    ///    the receipt too.
    /// 4. It lies between the request and the caller's clock: nothing is allowed on either side,
    ///    because the verdict rests on it.
    pub(super) fn completion(
        &self,
        response: &Response,
        at: At,
    ) -> Result<Option<Time>, ProviderTimeFault> {
        let At::ProviderCompletion { now } = at else {
            return Ok(None);
        };
        let own = self.timekeepers(response);
        let mut named = own.filter_map(|it| it.times.completed);
        let completed = named.next().ok_or(ProviderTimeFault::Missing)?;
        if named
            .chain(response.times.completed)
            .any(|it| it != completed)
        {
            return Err(ProviderTimeFault::Several);
        }
        let requested = self.span(response).requested;
        let is_known = match self.provider {
            Provider::Toss => self.is_request_time_known(),
            _ => self
                .timekeepers(response)
                .any(|it| it.times.requested.is_some()),
        };
        let requested = requested.filter(|_| is_known);
        let requested = requested.ok_or(ProviderTimeFault::RequestMissing)?;
        if completed > now {
            return Err(ProviderTimeFault::AfterNow);
        }
        if completed < requested {
            return Err(ProviderTimeFault::BeforeRequest);
        }
        Ok(Some(completed))
    }

    /// Holds the signing time that each signer claims against the transaction's times, and against
    /// the time of verification. It is against signatures that were replayed or made ahead: what
    /// Toss's users sign names no transaction, nor does a digest that Kakao's users sign
    /// (PLAIN_HASH), nor what Barocert's do.
    ///
    /// Where such a signature claims a time, the times of the transaction must be there. Where it
    /// claims none, as every MESSAGE, there is nothing to compare, and nothing would show a replay.
    /// Of Toss, whose signatures have a time, that leaves the decision open, of a MESSAGE that was
    /// pinned too; of the others, whose default is MESSAGE, the decision says it in its first line.
    pub(super) fn signing_times(
        &self,
        response: &Response,
        outcomes: &[DocumentOutcome],
        findings: &mut Findings,
    ) {
        let span = self.span(response);
        let is_toss = self.provider == Provider::Toss;
        let mut is_claimed = false;
        for outcome in outcomes {
            let document = Some(outcome.judged.id.as_str());
            for signer in &outcome.judged.report.signers {
                let Some(signed) = signer.claimed_signing_time else {
                    let is_due = !outcome.is_bound && is_time_due(outcome, signer);
                    if is_toss && is_due {
                        let detail = Some(Detail::Reading("signing-time"));
                        findings.add(DecisionCode::TransactionTimeMissing, document, detail);
                    } else if !is_toss && self.is_unnamed(outcome) {
                        findings.add(DecisionCode::TransactionNotSigned, document, None);
                    }
                    continue;
                };
                is_claimed |= !outcome.is_bound;
                // A signature that is known to exist was not made after that.
                let at = outcome.judged.report.conditions.at;
                let is_future = is_after(signed, at);
                if is_future || !span.holds(signed) {
                    let detail = Some(Detail::Times {
                        signed: Some(signed),
                        requested: span.requested,
                        completed: span.completed,
                        verified: Some(at).filter(|_| is_future),
                    });
                    findings.add(
                        DecisionCode::SigningTimeOutsideTransaction,
                        document,
                        detail,
                    );
                }
            }
        }
        if is_claimed {
            let are_known = [self.is_request_time_known(), span.completed.is_some()];
            for (is_known, pointer) in are_known.into_iter().zip(self.time_members()) {
                if !is_known {
                    let detail = Some(Detail::Member(pointer.to_owned()));
                    findings.add(DecisionCode::TransactionTimeMissing, None, detail);
                }
            }
        }
    }

    /// Whether a signature that may be good names no transaction that anybody here knows. Kakao writes
    /// its own id: that another is known than that is said by itself. What Barocert relays names one
    /// of Kakao's, of which no file of Barocert's speaks.
    fn is_unnamed(&self, outcome: &DocumentOutcome) -> bool {
        let is_own_id =
            self.provider == Provider::Kakao && outcome.signed_id.is_some() && outcome.is_id_known;
        let is_false = matches!(outcome.judged.report.verdict, Verdict::TotalFailed(_));
        !outcome.is_bound && !is_own_id && !is_false
    }

    /// Holds the times of the transaction against that of verification: what is not yet at that time
    /// is no witness of anything that is verified under it.
    pub(super) fn future(
        &self,
        response: &Response,
        verification: &VerificationSettings<'_>,
        findings: &mut Findings,
    ) {
        let at = verification.request.time();
        let answers = [Some(response), self.receipt, self.status];
        let times = || answers.into_iter().flatten().map(|it| &it.times);
        let requested = times().filter_map(|it| it.requested).max();
        let completed = times().filter_map(|it| it.completed).max();
        let is_future = |time: &Time| is_after(*time, at);
        let (requested, completed) = (requested.filter(is_future), completed.filter(is_future));
        if requested.is_some() || completed.is_some() {
            let detail = Some(Detail::Times {
                signed: None,
                requested,
                completed,
                verified: Some(at),
            });
            findings.add(DecisionCode::TimeAfterVerification, None, detail);
        }
    }

    /// Until when a short signature can have been received, where the document is verified at a
    /// time. The provider's completion is before all of them: then the caller's clock counts.
    pub(super) const fn latest_short(at: At) -> Time {
        match at {
            At::ProviderCompletion { now } => now,
            At::Time(at) | At::Clock(at) => at,
        }
    }

    /// Under the provider's own time, a certificate that was revoked since makes that time doubtful:
    /// whoever holds the key may have dated the signature back.
    pub(super) fn revoked_later(at: At, outcomes: &[DocumentOutcome], findings: &mut Findings) {
        if !matches!(at, At::ProviderCompletion { .. }) {
            return;
        }
        let is_revoked = |signer: &SignerReport| {
            !signer.path.revoked_later.is_empty()
                || signer.findings.contains(&FindingCode::RevokedLater)
        };
        for outcome in outcomes {
            let report = &outcome.judged.report;
            if report.signers.iter().any(is_revoked) {
                findings.about(DecisionCode::RevokedLater, &outcome.judged.id);
            }
        }
    }
}

/// Whether a signature is of the kind that was demanded. If that is MESSAGE, which has no signing
/// time, nothing at all says of which transaction it is.
fn is_time_due(outcome: &DocumentOutcome, signer: &SignerReport) -> bool {
    let kind = signer.check(CheckId::SignType);
    kind.is_some_and(|it| it.outcome == report::Outcome::Passed)
        && !matches!(outcome.judged.report.verdict, Verdict::TotalFailed(_))
}
