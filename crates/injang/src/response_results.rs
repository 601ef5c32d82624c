//! Answers of providers, and what was decided over them.

use crate::input_document::open;
use crate::unreadable::UnreadableFile;
use crate::verification::{Acceptance, Judgement};
use injang_core::{Content, Limits, Policy};
use injang_response::{Decision, JudgedDocument, Verdict};
use zeroize::Zeroizing;

/// What a command came to over one answer or many.
pub struct Decisions<'a> {
    /// What the signatures were judged by.
    pub policy: &'a Policy<'a>,
    /// One for each answer, in the order in which they were given.
    pub all: Vec<&'a Decided>,
    /// Whether many answers were held against a list of persons.
    pub is_among: bool,
    /// Files in folders of evidence that can't be read and were left out, by name.
    pub unreadable_files: &'a [UnreadableFile],
}

/// An answer and the decision over it.
pub struct Decided {
    /// The file, on one line.
    pub file: String,
    /// The signed documents of the answer, as it has them.
    pub documents: Vec<Zeroizing<String>>,
    /// What was decided.
    pub decision: Decision,
}

impl Decisions<'_> {
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
    pub(crate) fn judgement<R>(
        &self,
        decided: &Decided,
        document: &JudgedDocument,
        then: impl FnOnce(&Judgement<'_>) -> R,
    ) -> Option<R> {
        let text = decided.documents.get(document.index)?;
        let supplied = document.digest.map_or(Content::Embedded, Content::Digest);
        let then = |opened: &crate::input_document::Opened<'_>| {
            then(&Judgement {
                opened,
                policy: self.policy,
                supplied,
                report: &document.report,
                diagnoses: None,
                // The decision names them, once for all documents.
                unreadable_files: &[],
            })
        };
        Some(open(text.as_bytes(), Limits::default(), &[], then))
    }
}
