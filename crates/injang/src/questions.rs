//! The questions of one document, and what became of each.

use crate::crypto::{Answer, CryptoProvider, Question, Refusal};
use crate::report::Reason;
use alloc::vec::Vec;

/// Gathers questions, within the budget, and holds the answers.
pub(crate) struct Questions<'a> {
    list: Vec<Question<'a>>,
    answers: Vec<Answer>,
    budget: usize,
}

/// A signature that was to be asked about.
#[derive(Clone)]
pub(crate) enum Asked {
    /// The question with this number decides.
    Question(usize),
    /// No question was needed, or none could be made.
    Settled(NotVerified),
}

/// Why a signature did not verify.
#[derive(Clone)]
pub(crate) enum NotVerified {
    /// It is no signature of this key over this.
    Wrong(Reason),
    /// Nothing can be said.
    Open(Reason),
}

impl<'a> Questions<'a> {
    pub(crate) fn new(budget: usize) -> Self {
        Self {
            list: Vec::new(),
            answers: Vec::new(),
            budget,
        }
    }

    /// Takes a question up, or says why there is none to ask.
    pub(crate) fn put(&mut self, question: Result<Question<'a>, Refusal<'a>>) -> Asked {
        Asked::Settled(match question {
            Ok(_) if self.list.len() >= self.budget => NotVerified::Open(Reason::BudgetExhausted),
            Ok(question) => {
                if self.list.is_empty() {
                    self.list.reserve_exact(2);
                }
                self.list.push(question);
                return Asked::Question(self.list.len() - 1);
            }
            Err(Refusal::Unsupported(oid)) => {
                NotVerified::Open(Reason::AlgorithmUnsupported(oid.into()))
            }
            Err(Refusal::KeyUnusable) => NotVerified::Open(Reason::KeyUnusable),
            Err(Refusal::KeyKindDiffers) => NotVerified::Wrong(Reason::KeyKindDiffers),
            Err(Refusal::NoPrehash) => NotVerified::Open(Reason::NoPrehash),
            Err(Refusal::SignatureMalformed) => NotVerified::Wrong(Reason::SignatureMalformed),
        })
    }

    /// The questions that have no answer yet.
    pub(crate) fn open(&self) -> &[Question<'a>] {
        &self.list[self.answers.len()..]
    }

    /// Takes answers to the open questions, in their order. Those that are missing stay open, and
    /// too many are ignored.
    pub(crate) fn answer(&mut self, answers: &[Answer]) {
        let count = answers.len().min(self.open().len());
        self.answers.extend_from_slice(&answers[..count]);
    }

    /// Has the open questions answered.
    pub(crate) fn ask(&mut self, crypto: &dyn CryptoProvider) {
        let answered = self.answers.len();
        self.answers.resize(self.list.len(), Answer::Unanswered);
        crypto.answer_all(&self.list[answered..], &mut self.answers[answered..]);
    }

    /// What became of a signature. `unsupported` names what a provider that can't compute an
    /// algorithm was asked for.
    pub(crate) fn outcome(
        &self,
        asked: &Asked,
        unsupported: impl FnOnce() -> Reason,
    ) -> Result<(), NotVerified> {
        let number = match asked {
            Asked::Settled(not_verified) => return Err(not_verified.clone()),
            Asked::Question(number) => *number,
        };
        match self.answers.get(number) {
            Some(Answer::Valid) => Ok(()),
            Some(Answer::Invalid) => Err(NotVerified::Wrong(Reason::SignatureInvalid)),
            Some(Answer::UnusableKey) => Err(NotVerified::Open(Reason::KeyUnusable)),
            Some(Answer::Unsupported) => Err(NotVerified::Open(unsupported())),
            Some(Answer::Unanswered) | None => Err(NotVerified::Open(Reason::Unanswered)),
        }
    }
}
