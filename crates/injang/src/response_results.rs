//! Answers of providers, and what was decided over them.

use crate::fingerprint::PolicyFingerprints;
use crate::input_document::open;
use crate::unreadable::UnreadableFile;
use crate::verification::{Acceptance, Verification};
use injang_core::{Content, Limits, Policy};
use injang_response::{Decision, JudgedDocument, Response, Verdict};

/// What came out for one answer or many.
pub struct ResponseResults<'a> {
    /// What the signatures were judged by.
    pub policy: &'a Policy<'a>,
    /// One for each answer, in the order in which they were given.
    pub all: Vec<ResponseResult>,
    /// Whether many answers were held against a list of persons.
    pub is_among: bool,
    /// Files in folders of evidence that can't be read and were left out, by name.
    pub unreadable_files: Vec<UnreadableFile>,
    /// What is known of the policy's certificates, once for all documents.
    fingerprints: PolicyFingerprints<'a>,
}

/// An answer and the decision over it.
pub struct ResponseResult {
    /// The file, on one line.
    pub file: String,
    /// The answer, if it could be read.
    pub response: Option<Response>,
    /// What was decided.
    pub decision: Decision,
}

impl<'a> ResponseResults<'a> {
    /// The results over answers, each judged by the policy.
    pub fn new(policy: &'a Policy<'a>, all: Vec<ResponseResult>) -> Self {
        Self {
            policy,
            all,
            is_among: false,
            unreadable_files: Vec::new(),
            fingerprints: PolicyFingerprints::of(policy),
        }
    }

    /// Whether the answers are accepted: the worst of their decisions.
    pub fn acceptance(&self) -> Acceptance {
        let worst = self.all.iter().map(|it| it.decision.verdict).max();
        match worst {
            Some(Verdict::Accepted) => Acceptance::Accepted,
            Some(Verdict::Rejected) => Acceptance::Rejected,
            Some(Verdict::Undetermined) | None => Acceptance::Undetermined,
        }
    }

    /// Lends a document with its report, as one that was judged by itself.
    pub(crate) fn verification<R>(
        &self,
        result: &ResponseResult,
        document: &JudgedDocument,
        then: impl FnOnce(&Verification<'_>) -> R,
    ) -> Option<R> {
        let text = result.response.as_ref()?.document(document.index)?;
        let supplied = document.digest.map_or(Content::Embedded, Content::Digest);
        let then = |input: &crate::input_document::InputDocument<'_>| {
            then(&Verification {
                input,
                policy: self.policy,
                supplied,
                report: &document.report,
                diagnoses: None,
                // The decision names them, once for all documents.
                unreadable_files: &[],
                fingerprints: Some(&self.fingerprints),
            })
        };
        Some(open(text.as_bytes(), Limits::default(), &[], then))
    }
}
