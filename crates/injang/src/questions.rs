//! The questions of one document, and what became of each.

use crate::algorithm::{AlgorithmIdentifier, PublicKey, Unknown};
use crate::crypto::{Answer, CryptoProvider, Question, Refusal, SignatureInput};
use crate::policy::Budget;
use crate::report::Reason;
use alloc::vec::Vec;

/// The lengths of RSA keys with which any crypto provider computes.
const RSA_BITS: core::ops::RangeInclusive<usize> = 512..=8192;

/// Gathers questions, within the budget, and holds the answers.
pub(crate) struct Questions<'a> {
    list: Vec<Question<'a>>,
    answers: Vec<Answer>,
    /// How many more questions there may be. What was asked before, and is remembered, counts as
    /// asked: no outcome depends on what is remembered.
    budget: usize,
    /// Whether the budget had no room for a question.
    is_exhausted: bool,
    /// How many more octets of messages they may have.
    octets: u64,
}

/// A signature that was to be asked about.
#[derive(Clone)]
pub(crate) enum Asked {
    /// The question with this number decides.
    Question(usize),
    /// No question was needed, or none could be made.
    Settled(NotVerified),
    /// It has verified before.
    Verified,
}

/// Why a signature did not verify.
#[derive(Clone)]
pub(crate) enum NotVerified {
    /// It is no signature of this key over this.
    Wrong(Reason),
    /// Nothing can be said.
    Open(Reason),
}

impl NotVerified {
    /// Nothing can be said of an algorithm that is not known here.
    pub(crate) fn unsupported(identifier: &AlgorithmIdentifier<'_>) -> Self {
        Self::Open(unsupported(identifier))
    }
}

/// What is not known of an algorithm, as a reason.
pub(crate) fn unsupported(identifier: &AlgorithmIdentifier<'_>) -> Reason {
    match identifier.unknown() {
        Unknown::Algorithm(oid) => Reason::AlgorithmUnsupported(oid.into()),
        Unknown::Parameters(oid) => Reason::ParametersUnsupported(oid.into()),
    }
}

/// Why no signature of a key can be verified, whatever the algorithm: its length.
pub(crate) fn unsupported_length(key: PublicKey<'_>) -> Option<Reason> {
    let bits = key.bits();
    let is_rsa = matches!(key, PublicKey::Rsa { .. });
    (is_rsa && !RSA_BITS.contains(&bits)).then_some(Reason::KeyLengthUnsupported { bits })
}

impl<'a> Questions<'a> {
    /// For a document and its content of so many octets.
    pub(crate) fn new(budget: Budget, input: u64) -> Self {
        Self {
            list: Vec::new(),
            answers: Vec::new(),
            budget: budget.questions,
            is_exhausted: false,
            octets: input.saturating_mul(4).saturating_add(budget.octets as u64),
        }
    }

    /// Takes a question up, or says why there is none to ask.
    pub(crate) fn put(&mut self, question: Result<Question<'a>, Refusal<'a>>) -> Asked {
        Asked::Settled(match question {
            Ok(question) if self.pay(&question.input) => {
                if self.list.is_empty() {
                    self.list.reserve_exact(2);
                }
                self.list.push(question);
                return Asked::Question(self.list.len() - 1);
            }
            Ok(_) => NotVerified::Open(Reason::BudgetExhausted),
            Err(Refusal::Unsupported(oid)) => {
                NotVerified::Open(Reason::AlgorithmUnsupported(oid.into()))
            }
            Err(Refusal::KeyUnusable) => NotVerified::Open(Reason::KeyUnusable),
            Err(Refusal::KeyTooLong { bits }) => {
                NotVerified::Open(Reason::KeyLengthUnsupported { bits })
            }
            Err(Refusal::KeyKindDiffers) => NotVerified::Wrong(Reason::KeyKindDiffers),
            Err(Refusal::KeyRestricted) => NotVerified::Wrong(Reason::KeyRestricted),
            Err(Refusal::NoPrehash) => NotVerified::Open(Reason::NoPrehash),
            Err(Refusal::SignatureMalformed) => NotVerified::Wrong(Reason::SignatureMalformed),
        })
    }

    /// The same for a question whose answer is remembered: yes.
    pub(crate) fn put_verified(&mut self, input: &SignatureInput<'_>) -> Asked {
        if self.pay(input) {
            Asked::Verified
        } else {
            Asked::Settled(NotVerified::Open(Reason::BudgetExhausted))
        }
    }

    /// Whether the budget has room for one more question.
    fn pay(&mut self, input: &SignatureInput<'_>) -> bool {
        let octets = match input {
            SignatureInput::Message(octets) => octets.len() as u64,
            SignatureInput::Prehash(_) => 0,
        };
        let rest = self
            .budget
            .checked_sub(1)
            .zip(self.octets.checked_sub(octets));
        if let Some(rest) = rest {
            (self.budget, self.octets) = rest;
        } else {
            self.is_exhausted = true;
        }
        rest.is_some()
    }

    /// Whether the budget had no room for a question.
    pub(crate) fn is_exhausted(&self) -> bool {
        self.is_exhausted
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

    /// Whether a signature has verified.
    pub(crate) fn has_verified(&self, asked: &Asked) -> bool {
        match asked {
            Asked::Settled(_) => false,
            Asked::Verified => true,
            Asked::Question(number) => self.answers.get(*number) == Some(&Answer::Valid),
        }
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
            Asked::Verified => return Ok(()),
            Asked::Question(number) => *number,
        };
        match self.answers.get(number) {
            Some(Answer::Valid) => Ok(()),
            Some(Answer::Invalid) => Err(NotVerified::Wrong(Reason::SignatureInvalid)),
            Some(Answer::UnusableKey) => Err(NotVerified::Open(Reason::KeyUnusable)),
            Some(Answer::Unsupported) => {
                let of_key = unsupported_length(self.list[number].key);
                Err(NotVerified::Open(of_key.unwrap_or_else(unsupported)))
            }
            Some(Answer::Unanswered) | None => Err(NotVerified::Open(Reason::Unanswered)),
        }
    }
}
