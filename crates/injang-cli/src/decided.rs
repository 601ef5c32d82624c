//! Answers of providers, and what was decided over them.

use crate::failure::Status;
use crate::judgement::Judgement;
use crate::opened::open;
use crate::unreadable::UnreadableFile;
use injang_core::{Content, Limits, Policy};
use injang_response::{Decision, JudgedDocument, Response, Verdict};

/// What a command came to over one answer or many.
pub struct Decisions<'a> {
    /// What the signatures were judged by.
    pub policy: &'a Policy<'a>,
    /// One for each answer, in the order in which they were given.
    pub all: Vec<Decided>,
    /// Whether many answers were held against a list of persons.
    pub is_among: bool,
    /// Files in folders of evidence that can't be read and were left out, by name.
    pub unreadable_files: Vec<UnreadableFile>,
}

/// An answer and the decision over it.
pub struct Decided {
    /// The file, on one line.
    pub file: String,
    /// The answer, if it could be read.
    pub response: Option<Response>,
    /// What was decided.
    pub decision: Decision,
}

impl Decisions<'_> {
    /// The exit status that follows: the worst.
    pub fn status(&self) -> Status {
        let worst = self.all.iter().map(|it| it.decision.verdict).max();
        match worst {
            Some(Verdict::Accepted) => Status::Accepted,
            Some(Verdict::Rejected) => Status::Rejected,
            Some(Verdict::Undetermined) | None => Status::Undecided,
        }
    }

    /// Lends a document with its report, as one that was judged by itself.
    pub(crate) fn judgement<R>(
        &self,
        decided: &Decided,
        document: &JudgedDocument,
        then: impl FnOnce(&Judgement<'_>) -> R,
    ) -> Option<R> {
        let text = decided.response.as_ref()?.document(document.index)?;
        let supplied = document.digest.map_or(Content::Embedded, Content::Digest);
        let then = |opened: &crate::opened::Opened<'_>| {
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
