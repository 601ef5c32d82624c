//! How the program ends, and what it says when a question could not be asked.

use crate::escape;
use injang::Acceptance;
use injang::Lang;
use injang::pem_or_der::{PemOrDerError, Wanted};
use std::path::Path;

/// The exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitStatus {
    /// TOTAL-PASSED and, where claimed, the identity matched; or what was asked for is written.
    Accepted = 0,
    /// TOTAL-FAILED, or the identity did not match; or `inspect` can't read what it was given.
    Rejected = 1,
    /// INDETERMINATE, or an identity that could not be decided.
    Undecided = 2,
    /// The arguments make no sense.
    Usage = 64,
    /// A file is missing, can't be read, or is not the kind of file that was asked for.
    Input = 66,
    /// A bug.
    Bug = 70,
    /// What was asked for could not be written. A reader that left early is no such case.
    Output = 74,
}

impl ExitStatus {
    /// The number that the process exits with.
    pub const fn code(self) -> u8 {
        self as u8
    }
}

impl From<Acceptance> for ExitStatus {
    fn from(acceptance: Acceptance) -> Self {
        match acceptance {
            Acceptance::Accepted => Self::Accepted,
            Acceptance::Rejected => Self::Rejected,
            Acceptance::Undetermined => Self::Undecided,
        }
    }
}

/// Why a question could not be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    status: ExitStatus,
    english: String,
    korean: String,
}

impl Failure {
    /// A failure in the words of both languages.
    pub fn new(status: ExitStatus, english: impl Into<String>, korean: impl Into<String>) -> Self {
        Self {
            status,
            english: english.into(),
            korean: korean.into(),
        }
    }

    /// A file or folder without the certificates, CRLs or OCSP responses that are wanted of it.
    pub(crate) fn of_file(path: &Path, fault: PemOrDerError, wanted: Wanted) -> Self {
        let name = escape::path(path);
        let sentence = |lang| fault.of_file(&name, wanted, lang);
        Self::new(ExitStatus::Input, sentence(Lang::En), sentence(Lang::Ko))
    }

    /// The same with another exit status.
    #[must_use]
    pub fn with_status(self, status: ExitStatus) -> Self {
        Self { status, ..self }
    }

    /// The exit status that follows.
    pub const fn status(&self) -> ExitStatus {
        self.status
    }

    /// The failure in a sentence.
    pub fn sentence(&self, lang: Lang) -> &str {
        lang.pick(&self.english, &self.korean)
    }
}
