//! The signature requests of one document, and the result of each.

use crate::algorithm::{AlgorithmIdentifier, PublicKey, Unknown};
use crate::crypto::budget::Budget;
use crate::crypto::{
    CryptoBackend, RequestError, SignatureInput, SignatureRequest, SignatureStatus,
};
use crate::report::Reason;
use alloc::vec::Vec;
use core::cell::Cell;

/// Octets of work that any document may cause, beside those for each of its octets: 4 MiB are some
/// hundredths of a second.
const BASE_WORK: u64 = 4 << 20;

/// The lengths of RSA keys with which any crypto backend computes.
const RSA_BITS: core::ops::RangeInclusive<usize> = 512..=8192;

/// Gathers requests, within the budget, and holds the answers.
pub(crate) struct RequestQueue<'a> {
    list: Vec<SignatureRequest<'a>>,
    answers: Vec<SignatureStatus>,
    /// What may still be spent now.
    share: Allowance,
    /// What is kept back for others.
    rest: Allowance,
    /// The meter: octets that were touched, in comparisons, look-ups and digests.
    work: Cell<u64>,
    /// How far the meter may go now.
    work_limit: Cell<u64>,
    /// How far it may go until reports are concluded.
    work_end: u64,
    /// How far it may go beyond that, for all reports together: what was spent on asking does not
    /// keep a signer's report from being concluded.
    conclusion: u64,
    /// Whether there was no room for something since this was asked last.
    has_run_out: Cell<bool>,
}

/// How many requests may still be made. A signature in the cache counts as a request, so that no
/// outcome depends on the cache.
#[derive(Clone, Copy)]
struct Allowance {
    requests: usize,
    /// Octets of messages in requests.
    octets: u64,
}

/// A signature that has to be verified.
#[derive(Clone)]
pub(crate) enum RequestRef {
    /// The request with this number decides.
    SignatureRequest(usize),
    /// No request was needed, or none could be made.
    Settled(Unverified),
    /// It has verified before.
    Verified,
}

/// Why a signature did not verify.
#[derive(Clone)]
pub(crate) enum Unverified {
    /// It is no signature of this key over this.
    Invalid(Reason),
    /// Nothing can be said.
    Indeterminate(Reason),
}

impl Unverified {
    /// The algorithm is not known here, so the signature can't be verified.
    pub(crate) fn unsupported(identifier: &AlgorithmIdentifier<'_>) -> Self {
        Self::Indeterminate(unsupported(identifier))
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

impl<'a> RequestQueue<'a> {
    /// For a document and its content of so many octets.
    pub(crate) fn new(budget: Budget, input: u64) -> Self {
        let work = input.saturating_mul(budget.work).saturating_add(BASE_WORK);
        let work_end = work / 2;
        Self {
            list: Vec::new(),
            answers: Vec::new(),
            share: Allowance {
                requests: budget.signatures,
                octets: input.saturating_mul(4).saturating_add(budget.octets as u64),
            },
            rest: Allowance {
                requests: 0,
                octets: 0,
            },
            work: Cell::new(0),
            work_limit: Cell::new(work_end),
            work_end,
            conclusion: work - work_end,
            has_run_out: Cell::new(false),
        }
    }

    /// Whether there was no room for something, a request or work, since this was asked last.
    pub(crate) fn take_run_out(&self) -> bool {
        self.has_run_out.replace(false)
    }

    /// Puts back what is left of the share, and takes one of so many equal parts of all that is
    /// left as the next one.
    pub(crate) fn next_share(&mut self, parts: usize) {
        let parts = parts.max(1);
        let requests = self.share.requests + self.rest.requests;
        let octets = self.share.octets.saturating_add(self.rest.octets);
        self.share = Allowance {
            requests: requests / parts,
            octets: octets / parts as u64,
        };
        self.rest = Allowance {
            requests: requests - self.share.requests,
            octets: octets - self.share.octets,
        };
        let spent = self.work.get().min(self.work_end);
        let part = (self.work_end - spent) / parts as u64;
        self.work_limit.set(spent + part);
    }

    /// Lets the meter go on for one of so many reports, each with an equal share.
    pub(crate) fn conclusion_share(&self, parts: usize) {
        let part = self.conclusion / parts.max(1) as u64;
        self.work_limit.set(self.work.get().saturating_add(part));
    }

    /// Lets the meter go farther for what the caller brings.
    pub(crate) fn allow_work(&mut self, octets: u64) {
        self.work_end = self.work_end.saturating_add(octets);
        self.conclusion = self.conclusion.saturating_add(octets);
        self.work_limit
            .set(self.work_limit.get().saturating_add(octets));
    }

    /// Counts octets that are touched. Whether there was room for them.
    pub(crate) fn pay(&self, octets: u64) -> bool {
        let spent = self.work.get().saturating_add(octets);
        self.work.set(spent);
        let has_room = spent <= self.work_limit.get();
        if !has_room {
            self.has_run_out.set(true);
        }
        has_room
    }

    /// The same for what is made once for all signers of a document: no signer's share pays for it, so
    /// that who comes first is not the poorer.
    pub(crate) fn pay_for_all(&self, octets: u64) -> bool {
        let limit = self.work_limit.get().saturating_add(octets);
        self.work_limit
            .set(limit.min(self.work_end.max(self.work_limit.get())));
        self.pay(octets)
    }

    /// Allows for the verification of one thing that the caller brings, of so many octets.
    pub(crate) fn allow_request(&mut self, octets: u64) {
        self.share.requests = self.share.requests.saturating_add(1);
        self.share.octets = self.share.octets.saturating_add(octets);
    }

    /// How many octets were touched so far.
    pub(crate) fn work(&self) -> u64 {
        self.work.get()
    }

    /// Queues a signature request if the budget allows it; otherwise returns the result that is already
    /// known.
    pub(crate) fn put(
        &mut self,
        request: Result<SignatureRequest<'a>, RequestError<'a>>,
    ) -> RequestRef {
        RequestRef::Settled(match request {
            Ok(request) if self.take(&request.input) => {
                if self.list.is_empty() {
                    self.list.reserve_exact(2);
                }
                self.list.push(request);
                return RequestRef::SignatureRequest(self.list.len() - 1);
            }
            Ok(_) => Unverified::Indeterminate(Reason::BudgetExhausted),
            Err(RequestError::Unsupported(oid)) => {
                Unverified::Indeterminate(Reason::AlgorithmUnsupported(oid.into()))
            }
            Err(RequestError::KeyUnusable) => Unverified::Indeterminate(Reason::KeyUnusable),
            Err(RequestError::KeyTooLong { bits }) => {
                Unverified::Indeterminate(Reason::KeyLengthUnsupported { bits })
            }
            Err(RequestError::KeyKindDiffers) => Unverified::Invalid(Reason::KeyKindDiffers),
            Err(RequestError::KeyRestricted) => Unverified::Invalid(Reason::KeyRestricted),
            Err(RequestError::NoPrehash) => Unverified::Indeterminate(Reason::NoPrehash),
            Err(RequestError::SignatureMalformed) => {
                Unverified::Invalid(Reason::SignatureMalformed)
            }
        })
    }

    /// The same for a signature that is in the cache: it has verified.
    pub(crate) fn put_verified(&mut self, input: &SignatureInput<'_>) -> RequestRef {
        if self.take(input) {
            RequestRef::Verified
        } else {
            RequestRef::Settled(Unverified::Indeterminate(Reason::BudgetExhausted))
        }
    }

    /// Whether the share has room for one more request.
    fn take(&mut self, input: &SignatureInput<'_>) -> bool {
        let octets = match input {
            SignatureInput::Message(octets) => octets.len() as u64,
            SignatureInput::Prehash(_) => 0,
        };
        let rest = self
            .share
            .requests
            .checked_sub(1)
            .zip(self.share.octets.checked_sub(octets));
        if let Some((requests, octets)) = rest {
            self.share = Allowance { requests, octets };
        } else {
            self.has_run_out.set(true);
        }
        rest.is_some()
    }

    /// How many requests there are, answered or not.
    #[cfg(feature = "diagnose")]
    pub(crate) fn count(&self) -> usize {
        self.list.len()
    }

    /// The requests that have no answer yet.
    pub(crate) fn open(&self) -> &[SignatureRequest<'a>] {
        &self.list[self.answers.len()..]
    }

    /// Takes answers to the open requests, in their order. Those that are missing stay open, and
    /// too many are ignored.
    pub(crate) fn answer(&mut self, answers: &[SignatureStatus]) {
        let count = answers.len().min(self.open().len());
        self.answers.extend_from_slice(&answers[..count]);
    }

    /// Has the open requests answered.
    pub(crate) fn ask(&mut self, crypto: &dyn CryptoBackend) {
        let answered = self.answers.len();
        self.answers
            .resize(self.list.len(), SignatureStatus::Unanswered);
        crypto.answer_all(&self.list[answered..], &mut self.answers[answered..]);
    }

    /// The key that was read for a request; `None` where no request was made.
    pub(crate) fn key(&self, asked: &RequestRef) -> Option<PublicKey<'a>> {
        match asked {
            RequestRef::SignatureRequest(number) => Some(self.list.get(*number)?.key),
            RequestRef::Settled(_) | RequestRef::Verified => None,
        }
    }

    /// Whether a signature has verified.
    pub(crate) fn has_verified(&self, asked: &RequestRef) -> bool {
        match asked {
            RequestRef::Settled(_) => false,
            RequestRef::Verified => true,
            RequestRef::SignatureRequest(number) => {
                self.answers.get(*number) == Some(&SignatureStatus::Valid)
            }
        }
    }

    /// The result for a signature. `unsupported` names what a crypto backend that can't compute an
    /// algorithm was asked for.
    pub(crate) fn outcome(
        &self,
        asked: &RequestRef,
        unsupported: impl FnOnce() -> Reason,
    ) -> Result<(), Unverified> {
        let number = match asked {
            RequestRef::Settled(not_verified) => return Err(not_verified.clone()),
            RequestRef::Verified => return Ok(()),
            RequestRef::SignatureRequest(number) => *number,
        };
        match self.answers.get(number) {
            Some(SignatureStatus::Valid) => Ok(()),
            Some(SignatureStatus::Invalid) => Err(Unverified::Invalid(Reason::SignatureInvalid)),
            Some(SignatureStatus::UnusableKey) => {
                Err(Unverified::Indeterminate(Reason::KeyUnusable))
            }
            Some(SignatureStatus::Unsupported) => {
                let of_key = unsupported_length(self.list[number].key);
                Err(Unverified::Indeterminate(
                    of_key.unwrap_or_else(unsupported),
                ))
            }
            Some(SignatureStatus::Unanswered) | None => {
                Err(Unverified::Indeterminate(Reason::Unanswered))
            }
        }
    }
}
