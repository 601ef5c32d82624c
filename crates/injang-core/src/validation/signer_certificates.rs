//! The certificates that signers name. Path and digests of each are found out once, however many
//! signers name it.

use super::candidates::Indexed;
use crate::algorithm::DigestAlgorithm;
use crate::crypto::request_queue::RequestQueue;
use crate::crypto::{CryptoBackend, Digest};
use crate::encoding::tolerance::Tolerances;
use crate::path::best_path::{PathOutcome, Paths};
use crate::report::Origin;
use crate::x509::Certificate;
use alloc::vec::Vec;
use core::cell::{OnceCell, RefCell};

/// One certificate that a signer names.
pub(super) struct CandidateFacts<'a> {
    /// Its index in the document.
    pub(super) index: usize,
    pub(super) certificate: &'a Certificate<'a>,
    outcome: OnceCell<PathOutcome>,
    digests: RefCell<Vec<(DigestAlgorithm, Option<Digest>)>>,
}

/// The certificates that signers name, each once.
pub(super) struct SignerCertificates<'a> {
    list: Vec<CandidateFacts<'a>>,
    /// Their paths.
    pub(super) paths: Paths<'a>,
}

impl<'a> SignerCertificates<'a> {
    pub(super) const fn new(paths: Paths<'a>) -> Self {
        Self {
            list: Vec::new(),
            paths,
        }
    }

    /// The result for a certificate's path, from the statuses of the signature requests.
    pub(super) fn path(&self, place: usize, requests: &RequestQueue<'a>) -> &PathOutcome {
        let known = self.at(place);
        known.outcome.get_or_init(|| {
            let origin = Origin::Document(known.index);
            self.paths.outcome(origin, requests)
        })
    }

    /// The result that was found out before, given away.
    pub(super) fn take_path(&mut self, place: usize) -> Option<PathOutcome> {
        self.list.get_mut(place)?.outcome.take()
    }

    /// Queues the search for paths of the certificates at these places, one certificate after the other.
    pub(super) fn start(&mut self, places: &[usize]) {
        let origins = places
            .iter()
            .map(|place| Origin::Document(self.list[*place].index));
        self.paths.start(origins);
    }

    /// See [`Certificate::tolerances`].
    pub(super) fn tolerances(&self, known: &CandidateFacts<'a>) -> Tolerances {
        self.paths.tolerances(Origin::Document(known.index))
    }

    /// The place of a certificate.
    pub(super) fn place(&mut self, (index, certificate): Indexed<'a>) -> usize {
        let known = self.list.iter().position(|known| known.index == index);
        known.unwrap_or_else(|| {
            // Most documents name one.
            if self.list.is_empty() {
                self.list.reserve_exact(1);
            }
            self.list.push(CandidateFacts {
                index,
                certificate,
                outcome: OnceCell::new(),
                digests: RefCell::new(Vec::new()),
            });
            self.list.len() - 1
        })
    }

    pub(super) fn at(&self, place: usize) -> &CandidateFacts<'a> {
        &self.list[place]
    }
}

impl CandidateFacts<'_> {
    /// Its digest, taken once.
    pub(super) fn digest(
        &self,
        algorithm: DigestAlgorithm,
        crypto: &dyn CryptoBackend,
    ) -> Option<Digest> {
        let mut digests = self.digests.borrow_mut();
        let taken = digests.iter().find(|(taken, _)| *taken == algorithm);
        if let Some((_, digest)) = taken {
            return *digest;
        }
        let digest = crypto.digest(algorithm, &[self.certificate.octets()]);
        digests.push((algorithm, digest));
        digest
    }
}
