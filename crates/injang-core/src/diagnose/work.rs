//! What one diagnosis may cost.

use crate::algorithm::DigestAlgorithm;
use crate::crypto::{CryptoBackend, Digest, SignatureRequest, SignatureStatus};
use crate::policy::Policy;
use core::cell::Cell;

/// Octets written and digested for each octet of the document and the content: an ordinary text has
/// about ten forms, each made in two or three passes and digested once.
const OCTETS_PER_OCTET: u64 = 64;

/// Octets written and digested beside that: all forms of a text of a hundred thousand octets, and
/// the digests as text that 256 signers may have signed.
const OCTETS: u64 = 16 << 20;

/// What is left of the budget, and whether that was enough.
pub(super) struct Work<'p> {
    crypto: &'p dyn CryptoBackend,
    requests: Cell<usize>,
    octets: Cell<u64>,
    is_complete: Cell<bool>,
}

impl<'p> Work<'p> {
    /// For an input of so many octets, after a report that made so many requests.
    pub(super) fn new(policy: &Policy<'p>, asked: usize, input: usize) -> Self {
        let octets = (input as u64).saturating_mul(OCTETS_PER_OCTET);
        Self {
            crypto: policy.crypto,
            requests: Cell::new(policy.budget.signatures.saturating_sub(asked)),
            octets: Cell::new(octets.saturating_add(OCTETS)),
            is_complete: Cell::new(true),
        }
    }

    /// Whether nothing was left untried.
    pub(super) fn is_complete(&self) -> bool {
        self.is_complete.get()
    }

    /// Something is left untried.
    pub(super) fn leave(&self) {
        self.is_complete.set(false);
    }

    /// Pays for passing over octets; `None` if there is nothing left to pay with.
    pub(super) fn pass_over(&self, octets: usize) -> Option<()> {
        let Some(rest) = self.octets.get().checked_sub(octets as u64) else {
            self.octets.set(0);
            self.leave();
            return None;
        };
        self.octets.set(rest);
        Some(())
    }

    /// The digest, if it is computed and can be paid for.
    pub(super) fn digest(&self, algorithm: DigestAlgorithm, octets: &[u8]) -> Option<Digest> {
        self.pass_over(octets.len())?;
        self.crypto.digest(algorithm, &[octets])
    }

    /// Whether another request may be asked.
    pub(super) fn may_ask(&self) -> bool {
        let may = self.requests.get() > 0;
        if !may {
            self.leave();
        }
        may
    }

    /// Whether it is a signature over that, under this key; `octets` are those of the message.
    pub(super) fn is_valid(&self, request: &SignatureRequest<'_>, octets: usize) -> bool {
        if !self.may_ask() || self.pass_over(octets).is_none() {
            return false;
        }
        self.requests.set(self.requests.get() - 1);
        self.crypto.answer(request) == SignatureStatus::Valid
    }
}

#[cfg(test)]
mod tests {
    use super::{OCTETS, OCTETS_PER_OCTET, Work};
    use crate::algorithm::DigestAlgorithm;
    use crate::crypto::{CryptoBackend, Digest, SignatureRequest, SignatureStatus};
    use crate::policy::{Policy, Revocation};

    struct Zeros;

    impl CryptoBackend for Zeros {
        fn name(&self) -> &'static str {
            "zeros"
        }

        fn digest(&self, algorithm: DigestAlgorithm, _: &[&[u8]]) -> Option<Digest> {
            Digest::new(algorithm, &[0; 64][..algorithm.size()])
        }

        fn answer(&self, _: &SignatureRequest<'_>) -> SignatureStatus {
            SignatureStatus::Unanswered
        }
    }

    #[test]
    fn what_is_used_up() {
        let policy = Policy::new(&Zeros, [], Revocation::NotChecked);
        let all = usize::try_from(OCTETS + 10 * OCTETS_PER_OCTET).unwrap();
        let work = Work::new(&policy, policy.budget.signatures - 1, 10);
        assert!(work.pass_over(all - 3).is_some() && work.may_ask());
        assert!(work.digest(DigestAlgorithm::Sha256, b"abc").is_some());
        assert!(work.is_complete());
        assert!(work.digest(DigestAlgorithm::Sha256, b"d").is_none());
        assert!(!work.is_complete());
        // Nor is a shorter one tried, or what is tried would depend on what was before.
        let work = Work::new(&policy, policy.budget.signatures + 1, 10);
        assert!(work.pass_over(all + 1).is_none() && work.pass_over(1).is_none());
        let work = Work::new(&policy, policy.budget.signatures + 1, 10);
        assert!(!work.may_ask() && !work.is_complete());
    }
}
