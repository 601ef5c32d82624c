//! What was signed: is it there, is it the same, and its digests, each taken once.

use crate::algorithm::DigestAlgorithm;
use crate::crypto::{CryptoProvider, Digest};
use crate::report::{Check, CheckId, Reading, Reason, SubIndication};
use alloc::vec::Vec;

/// What the signature is said to be over.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Content<'a> {
    /// The content inside the document.
    Embedded,
    /// These octets. If the document has a content too, both must be the same.
    Detached(&'a [u8]),
    /// A content of which only the digest is at hand (PLAIN_HASH). If the document has a content,
    /// this must be its digest.
    Digest(Digest),
}

/// Signed content never enters a log through `Debug`.
impl core::fmt::Debug for Content<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Embedded => f.write_str("Embedded"),
            Self::Detached(octets) => write!(f, "Detached({} octets)", octets.len()),
            Self::Digest(digest) => digest.fmt(f),
        }
    }
}

/// The content of one document, embedded or supplied.
pub(crate) struct ContentDigests<'a> {
    crypto: &'a dyn CryptoProvider,
    source: Source<'a>,
    /// Whether the embedded content is what was supplied; true if only one of them is there.
    agrees: bool,
    /// Digests taken so far.
    taken: Vec<Digest>,
}

#[derive(Clone, Copy)]
enum Source<'a> {
    Missing,
    Octets(&'a [u8]),
    Digest(Digest),
}

impl<'a> ContentDigests<'a> {
    pub(crate) fn new(
        crypto: &'a dyn CryptoProvider,
        embedded: Option<&'a [u8]>,
        supplied: Content<'a>,
    ) -> Self {
        let source = match (embedded, supplied) {
            (Some(octets), _) | (None, Content::Detached(octets)) => Source::Octets(octets),
            (None, Content::Digest(digest)) => Source::Digest(digest),
            (None, Content::Embedded) => Source::Missing,
        };
        let mut digests = Self {
            crypto,
            source,
            agrees: true,
            taken: Vec::with_capacity(1),
        };
        digests.agrees = match (embedded, supplied) {
            (Some(embedded), Content::Detached(octets)) => embedded == octets,
            (Some(_), Content::Digest(digest)) => digests.of(digest.algorithm()) == Some(digest),
            (None, _) | (Some(_), Content::Embedded) => true,
        };
        digests
    }

    /// The octets, if they are at hand.
    pub(crate) fn octets(&self) -> Option<&'a [u8]> {
        match self.source {
            Source::Octets(octets) => Some(octets),
            Source::Missing | Source::Digest(_) => None,
        }
    }

    /// From what digests are taken.
    pub(crate) fn reading(&self) -> Reading {
        match self.source {
            Source::Missing | Source::Octets(_) => Reading::Content,
            Source::Digest(_) => Reading::Prehash,
        }
    }

    /// The content's digest, if there is a content or the digest supplied is of this algorithm.
    pub(crate) fn of(&mut self, algorithm: DigestAlgorithm) -> Option<Digest> {
        match self.source {
            Source::Missing => None,
            Source::Digest(digest) => (digest.algorithm() == algorithm).then_some(digest),
            Source::Octets(octets) => {
                let taken = self
                    .taken
                    .iter()
                    .find(|taken| taken.algorithm() == algorithm);
                if let Some(digest) = taken {
                    return Some(*digest);
                }
                let digest = self.crypto.digest(algorithm, &[octets])?;
                self.taken.push(digest);
                Some(digest)
            }
        }
    }

    /// Whether the content is there for a signer with this digest algorithm.
    pub(crate) fn check(&self, algorithm: Option<DigestAlgorithm>) -> Check {
        let missing =
            |reason| Check::undecided(CheckId::Content, SubIndication::SignedDataNotFound, reason);
        match self.source {
            Source::Missing => missing(Reason::ContentMissing),
            Source::Digest(digest) if Some(digest.algorithm()) != algorithm => {
                missing(Reason::DigestAlgorithmDiffers {
                    supplied: digest.algorithm().name(),
                    signer: algorithm.map(DigestAlgorithm::name),
                })
            }
            _ if !self.agrees => Check::failed(
                CheckId::Content,
                SubIndication::HashFailure,
                Reason::ContentDiffers,
            ),
            Source::Octets(_) | Source::Digest(_) => Check::passed(CheckId::Content),
        }
    }
}
