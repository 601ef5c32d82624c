//! Answers of providers, and what was decided over them.

use crate::document::Document;
use crate::fingerprint::PolicyFingerprints;
use crate::unreadable::UnreadableFile;
use crate::verification::{Acceptance, Verification};
use injang_core::{Content, Policy};
use injang_response::{Decision, DecisionVerdict, JudgedDocument};
use zeroize::Zeroizing;

/// The results of one command over one answer or many.
pub(crate) struct ResponseResults<'a> {
    /// What the signatures were judged by.
    pub(crate) policy: &'a Policy<'a>,
    /// One for each answer, in the order in which they were given.
    pub(crate) all: Vec<&'a ResponseResult>,
    /// Whether many answers were compared with a list of persons.
    pub(crate) is_among: bool,
    /// Files in folders of revocation data that can't be read and were left out, by name.
    pub(crate) unreadable_files: &'a [UnreadableFile],
    /// What is known of the policy's certificates, once for all reports.
    pub(crate) fingerprints: &'a PolicyFingerprints<'a>,
}

/// An answer and the decision over it.
pub(crate) struct ResponseResult {
    /// The file, on one line.
    pub(crate) file: String,
    /// The signed documents of the answer, as it has them.
    pub(crate) documents: Vec<Zeroizing<String>>,
    /// What was decided.
    pub(crate) decision: Decision,
}

impl ResponseResults<'_> {
    /// Whether the answers are accepted: the worst of their decisions.
    pub(crate) fn acceptance(&self) -> Acceptance {
        let worst = self.all.iter().map(|it| it.decision.verdict).max();
        match worst {
            Some(DecisionVerdict::Accepted) => Acceptance::Accepted,
            Some(DecisionVerdict::Rejected) => Acceptance::Rejected,
            Some(DecisionVerdict::Undetermined) | None => Acceptance::Undetermined,
        }
    }

    /// Lends a document with its report, as one that was judged by itself.
    pub(crate) fn verification<R>(
        &self,
        decided: &ResponseResult,
        document: &JudgedDocument,
        then: impl FnOnce(&Verification<'_>) -> R,
    ) -> Option<R> {
        let text = decided.documents.get(document.index)?;
        let supplied = document.digest.map_or(Content::Embedded, Content::Digest);
        let read = Document::read(text.as_bytes());
        Some(then(&Verification {
            input: &read.input(),
            policy: self.policy,
            supplied,
            report: &document.report,
            diagnoses: None,
            // The decision names them, once for all documents.
            unreadable_files: &[],
            fingerprints: Some(self.fingerprints),
        }))
    }
}
