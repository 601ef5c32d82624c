//! What was signed: is it there, is it the same, and its digests, each taken once.

use crate::algorithm::DigestAlgorithm;
use crate::crypto::{CryptoProvider, Digest};
use crate::document::Content;
use crate::report::{Check, CheckId, Reading, Reason, SubIndication};

/// The content of one document, embedded or supplied.
pub(super) struct ContentDigests<'a> {
    crypto: &'a dyn CryptoProvider,
    source: Source<'a>,
    /// Whether the embedded content is what was supplied; true if only one of them is there.
    agrees: bool,
    /// Digests taken so far, by algorithm.
    taken: [Option<Digest>; DigestAlgorithm::ALL.len()],
}

#[derive(Clone, Copy)]
enum Source<'a> {
    Missing,
    Octets(&'a [u8]),
    Digest(Digest),
}

impl<'a> ContentDigests<'a> {
    pub(super) fn new(
        crypto: &'a dyn CryptoProvider,
        embedded: Option<&'a [u8]>,
        supplied: Content<'a>,
    ) -> Self {
        let source = match (embedded, supplied) {
            (Some(octets), _) | (None, Content::Detached(octets)) => Source::Octets(octets),
            (None, Content::Digest(digest)) => Source::Digest(digest),
            (None, Content::Embedded) => Source::Missing,
        };
        let mut digests =
            Self { crypto, source, agrees: true, taken: [None; DigestAlgorithm::ALL.len()] };
        digests.agrees = match (embedded, supplied) {
            (Some(embedded), Content::Detached(octets)) => embedded == octets,
            (Some(_), Content::Digest(digest)) => digests.of(digest.algorithm()) == Some(digest),
            (None, _) | (Some(_), Content::Embedded) => true,
        };
        digests
    }

    /// The octets, if they are at hand.
    pub(super) fn octets(&self) -> Option<&'a [u8]> {
        match self.source {
            Source::Octets(octets) => Some(octets),
            Source::Missing | Source::Digest(_) => None,
        }
    }

    /// From what digests are taken.
    pub(super) fn reading(&self) -> Reading {
        match self.source {
            Source::Missing | Source::Octets(_) => Reading::Content,
            Source::Digest(_) => Reading::Prehash,
        }
    }

    /// The content's digest, if there is a content or the digest supplied is of this algorithm.
    pub(super) fn of(&mut self, algorithm: DigestAlgorithm) -> Option<Digest> {
        match self.source {
            Source::Missing => None,
            Source::Digest(digest) => (digest.algorithm() == algorithm).then_some(digest),
            Source::Octets(octets) => {
                let index = DigestAlgorithm::ALL.iter().position(|known| *known == algorithm)?;
                if self.taken[index].is_none() {
                    self.taken[index] = self.crypto.digest(algorithm, &[octets]);
                }
                self.taken[index]
            }
        }
    }

    /// Whether the content is there for a signer with this digest algorithm.
    pub(super) fn check(&self, algorithm: Option<DigestAlgorithm>) -> Check {
        let missing = |reason| {
            Check::undecided(CheckId::Content, SubIndication::SignedDataNotFound, reason)
        };
        match self.source {
            Source::Missing => missing(Reason::ContentMissing),
            Source::Digest(digest) if Some(digest.algorithm()) != algorithm => {
                missing(Reason::DigestAlgorithmDiffers {
                    supplied: digest.algorithm().name(),
                    signer: algorithm.map(DigestAlgorithm::name),
                })
            }
            _ if !self.agrees => {
                Check::failed(CheckId::Content, SubIndication::HashFailure, Reason::ContentDiffers)
            }
            Source::Octets(_) | Source::Digest(_) => Check::passed(CheckId::Content),
        }
    }
}
