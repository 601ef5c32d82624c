//! What was decided over answers of providers: values that own what they tell.

use crate::document::Document;
use crate::policy::Policy;
use crate::redaction::View;
use crate::report::{KeptContent, Report};
use crate::response_results::{ResponseResult, ResponseResults};
use crate::verification::Acceptance;
use crate::{UnreadableFile, json, text};
use injang_core::report::Lang;
use injang_response::{
    At, Decision as Details, DecisionVerdict, Exchange, JudgedDocument, SeenSignatures,
};
use std::fmt;
use std::sync::Arc;
use zeroize::Zeroizing;

/// What was decided over one answer of a provider, or over several: the decision, its reasons, every
/// document with its report, and who signed. `Display` writes the brief form in English.
#[derive(Clone)]
pub struct Decision(Arc<DecisionInner>);

struct DecisionInner {
    policy: Policy,
    /// One for each answer, one at least.
    all: Vec<ResponseResult>,
    /// Whether the answers were compared with a list of persons; then each has its own decision.
    is_among: bool,
    unreadable_files: Vec<UnreadableFile>,
}

impl Policy {
    /// Decides over an answer of a provider: ACCEPTED, REJECTED or UNDETERMINED, each with its
    /// reasons. What is missing in the exchange is reported, and never accepted.
    ///
    /// ```
    /// use injang::response::{At, Exchange, Provider, Request, Response};
    /// use injang::{Policy, Revocation};
    ///
    /// # let ca = include_bytes!("../../../tests/vectors/toss/ca.der");
    /// let policy = Policy::builder(Revocation::NotChecked).trust(ca)?.build();
    /// let response = Response::parse(Provider::Toss, None, b"{}");
    /// let exchange = Exchange::new(Provider::Toss, response.as_ref());
    /// let decision = policy.decide(&exchange, At::Time("2026-03-02T09:00:00Z".parse()?));
    /// assert!(!decision.is_accepted());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn decide(&self, exchange: &Exchange<'_>, at: At) -> Decision {
        Decision(Arc::new(DecisionInner {
            policy: self.clone(),
            all: vec![decided(self, exchange, at, String::new(), None)],
            is_among: false,
            unreadable_files: Vec::new(),
        }))
    }
}

/// Decides over many answers, one after the other: a signature, a signed transaction id or a nonce
/// that was in an earlier one counts once.
pub struct Decider {
    inner: DecisionInner,
    seen: SeenSignatures,
}

impl Decider {
    /// Begins. `is_among`: each answer is compared with a list of persons, and shown by itself.
    pub fn new(policy: &Policy, is_among: bool) -> Self {
        Self {
            inner: DecisionInner {
                policy: policy.clone(),
                all: Vec::new(),
                is_among,
                unreadable_files: Vec::new(),
            },
            seen: SeenSignatures::default(),
        }
    }

    /// Decides over the next answer, which is shown under this name, on one line.
    pub fn decide(&mut self, name: &str, exchange: &Exchange<'_>, at: At) {
        let seen = Some(&mut self.seen);
        let one = decided(&self.inner.policy, exchange, at, name.to_owned(), seen);
        self.inner.all.push(one);
    }

    /// All decisions, with the files of revocation data that were left out because they can't be
    /// read.
    pub fn finish(mut self, unreadable_files: Vec<UnreadableFile>) -> Decision {
        self.inner.unreadable_files = unreadable_files;
        Decision(Arc::new(self.inner))
    }
}

fn decided(
    policy: &Policy,
    exchange: &Exchange<'_>,
    at: At,
    file: String,
    seen: Option<&mut SeenSignatures>,
) -> ResponseResult {
    let mut decision = exchange.decide(policy.core(), at);
    if let Some(seen) = seen {
        decision = seen.hold_against(decision);
    }
    let response = exchange.response().ok();
    let texts = response.into_iter().flat_map(|it| {
        let text = |index| {
            it.document(index)
                .map(|text| Zeroizing::new(text.to_owned()))
        };
        (0..).map_while(text)
    });
    ResponseResult {
        file,
        documents: texts.collect(),
        decision,
    }
}

impl Decision {
    /// What follows; of several answers the worst.
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method alone is for one lifetime only"
    )]
    pub fn acceptance(&self) -> Acceptance {
        self.view(|decisions| decisions.acceptance())
    }

    /// Whether every answer is accepted.
    pub fn is_accepted(&self) -> bool {
        self.acceptance() == Acceptance::Accepted
    }

    /// The verdict; over several answers the worst.
    pub fn verdict(&self) -> DecisionVerdict {
        match self.acceptance() {
            Acceptance::Accepted => DecisionVerdict::Accepted,
            Acceptance::Rejected => DecisionVerdict::Rejected,
            Acceptance::Undetermined => DecisionVerdict::Undetermined,
        }
    }

    /// The details of the decision over each answer.
    pub fn details(&self) -> impl Iterator<Item = &Details> {
        self.0.all.iter().map(|it| &it.decision)
    }

    /// The report on each signed document of an answer (from 0), as if the document had come alone.
    /// Rely on none of them unless the decision is accepted.
    pub fn reports(&self, answer: usize) -> Vec<Report> {
        let Some(result) = self.0.all.get(answer) else {
            return Vec::new();
        };
        let report = |judged: &JudgedDocument| {
            let text = result.documents.get(judged.index)?;
            let content = judged
                .digest
                .map_or(KeptContent::InDocument, KeptContent::Digest);
            let document = Document::read(text.as_bytes());
            let report = judged.report.clone();
            Some(Report::of_judged(&self.0.policy, document, content, report))
        };
        let judged = result.decision.documents.iter();
        judged.filter_map(report).collect()
    }

    /// The decision for programs: JSON as `schema/response.json` describes it, with a line feed at its
    /// end.
    pub fn to_json(&self) -> String {
        self.to_json_in(View::default())
    }

    /// The same in another language, or with the subjects' names.
    pub fn to_json_in(&self, view: View) -> String {
        self.view(|decisions| json::decisions(decisions, view))
    }

    /// The decision for people, in English or Korean.
    pub fn text(&self, lang: Lang) -> String {
        self.text_in(View::new(lang))
    }

    /// The same with the subjects' names, if the view asks for them.
    pub fn text_in(&self, view: View) -> String {
        self.view(|decisions| view.styled(text::decisions(decisions, view)))
    }

    /// The decision, what does not fit or is missing, and the next step.
    pub fn brief(&self, lang: Lang) -> String {
        self.brief_in(View::new(lang))
    }

    /// The same with the subjects' names, if the view asks for them.
    pub fn brief_in(&self, view: View) -> String {
        self.view(|decisions| view.styled(text::brief_decisions(decisions, view)))
    }

    fn view<R>(&self, then: impl FnOnce(&ResponseResults<'_>) -> R) -> R {
        let inner = &*self.0;
        then(&ResponseResults {
            policy: inner.policy.core(),
            all: inner.all.iter().collect(),
            is_among: inner.is_among,
            unreadable_files: &inner.unreadable_files,
            fingerprints: inner.policy.fingerprints(),
        })
    }
}

impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.brief(Lang::En))
    }
}

impl fmt::Debug for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.details().map(|it| it.verdict))
            .finish()
    }
}

/// A value, not a view.
const _: () = {
    const fn is_owned<T: Send + Sync + 'static>() {}
    is_owned::<Decision>();
};
