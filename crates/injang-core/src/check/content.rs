//! What was signed: is it there, is it the same, and its digests, each taken once.

use crate::algorithm::DigestAlgorithm;
use crate::cms::are_attributes;
use crate::crypto::{CryptoBackend, Digest};
use crate::policy::PlainHashSource;
use crate::report::{Check, CheckId, DigestSource, Reason, SubIndication};
use crate::request::Request;
use crate::request::content::Content;
use crate::request::content_stream::{LONGEST_SET, StreamedContent, could_be_set};
use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::cell::OnceCell;

/// The content of one document, embedded or supplied.
pub(crate) struct ContentDigests<'a> {
    crypto: &'a dyn CryptoBackend,
    source: ContentSource<'a>,
    /// Whether the embedded content is what was supplied; true if only one of them is there,
    /// `None` if that can't be told.
    agrees: Option<bool>,
    /// What an embedded content was held against, where that was digests.
    beside: Counterpart<'a>,
    /// Digests taken so far.
    taken: Vec<Digest>,
    /// Whether it may be signed attributes, once that was looked at.
    is_confusing: OnceCell<Option<bool>>,
}

#[derive(Clone, Copy)]
enum ContentSource<'a> {
    Missing,
    Octets(&'a [u8]),
    Streamed(&'a StreamedContent),
    /// The content's digest.
    Prehash(Digest),
    /// A digest that was itself signed as content.
    HashOfHash(Digest),
}

#[derive(Clone, Copy)]
enum Counterpart<'a> {
    Nothing,
    Digest(DigestAlgorithm),
    Streamed(&'a StreamedContent),
}

impl<'a> ContentDigests<'a> {
    pub(crate) fn new(
        crypto: &'a dyn CryptoBackend,
        embedded: Option<&'a [u8]>,
        request: &Request<'a>,
    ) -> Self {
        let supplied = request.content;
        let source = match (embedded, supplied) {
            (Some(octets), _) | (None, Content::Detached(octets)) => ContentSource::Octets(octets),
            (None, Content::Streamed(content)) => ContentSource::Streamed(content),
            (None, Content::Digest(digest)) => match request.plain_hash {
                PlainHashSource::Prehash => ContentSource::Prehash(digest),
                PlainHashSource::HashOfHash => ContentSource::HashOfHash(digest),
            },
            (None, Content::Embedded) => ContentSource::Missing,
        };
        let mut digests = Self {
            crypto,
            source,
            agrees: Some(true),
            beside: match (embedded, supplied) {
                (Some(_), Content::Digest(digest)) => Counterpart::Digest(digest.algorithm()),
                (Some(_), Content::Streamed(content)) if content.octets().is_none() => {
                    Counterpart::Streamed(content)
                }
                _ => Counterpart::Nothing,
            },
            taken: Vec::with_capacity(1),
            is_confusing: OnceCell::new(),
        };
        let mut is_digest = |digest: &Digest| {
            let own = digests.of(digest.algorithm())?;
            Some(own == *digest)
        };
        digests.agrees = match (embedded, supplied) {
            (Some(embedded), Content::Detached(octets)) => Some(embedded == octets),
            (Some(embedded), Content::Streamed(content)) => {
                if content.length() != embedded.len() as u64 {
                    Some(false)
                } else if let Some(octets) = content.octets() {
                    Some(octets == embedded)
                } else {
                    let compared = content.digests().iter().map(is_digest);
                    compared.fold(None, |all, one| match (all, one) {
                        (Some(false), _) | (_, Some(false)) => Some(false),
                        (all, one) => all.or(one),
                    })
                }
            }
            (Some(_), Content::Digest(digest)) => is_digest(&digest),
            (None, _) | (Some(_), Content::Embedded) => Some(true),
        };
        digests
    }

    /// The content's octets.
    pub(crate) fn length(&self) -> u64 {
        match self.source {
            ContentSource::Octets(octets) => octets.len() as u64,
            ContentSource::Streamed(content) => content.length(),
            ContentSource::Missing | ContentSource::Prehash(_) | ContentSource::HashOfHash(_) => 0,
        }
    }

    /// Whether there is a content, or the digest of one, at all.
    pub(crate) fn is_there(&self) -> bool {
        !matches!(self.source, ContentSource::Missing)
    }

    /// The algorithm of a digest that was itself signed as content: the content is bound by it.
    pub(crate) fn signed_digest(&self) -> Option<DigestAlgorithm> {
        match self.source {
            ContentSource::HashOfHash(digest) => Some(digest.algorithm()),
            _ => None,
        }
    }

    /// What an algorithm signs that takes no digest; `None` if it is not at hand as a whole.
    pub(crate) fn message(&self) -> Option<Cow<'a, [u8]>> {
        match self.source {
            ContentSource::Octets(octets) => Some(Cow::Borrowed(octets)),
            ContentSource::Streamed(content) => content.octets().map(Cow::Borrowed),
            ContentSource::HashOfHash(digest) => Some(Cow::Owned(digest.as_bytes().to_vec())),
            ContentSource::Missing | ContentSource::Prehash(_) => None,
        }
    }

    /// Whether what was signed as content may be signed attributes in disguise; `None` if nothing of
    /// it is known but a digest. Looked at once, however many signers there are.
    pub(crate) fn is_confusing(&self) -> Option<bool> {
        *self.is_confusing.get_or_init(|| match self.source {
            ContentSource::Octets(octets) => {
                Some(is_set_of_attributes(octets, octets.len() as u64))
            }
            ContentSource::Streamed(content) => {
                Some(is_set_of_attributes(content.head(), content.length()))
            }
            // The digest's own octets are what was signed.
            ContentSource::HashOfHash(digest) => {
                let octets = digest.as_bytes();
                Some(is_set_of_attributes(octets, octets.len() as u64))
            }
            ContentSource::Missing | ContentSource::Prehash(_) => None,
        })
    }

    /// From what digests are taken.
    pub(crate) fn reading(&self) -> DigestSource {
        match self.source {
            ContentSource::Missing | ContentSource::Octets(_) | ContentSource::Streamed(_) => {
                DigestSource::Content
            }
            ContentSource::Prehash(_) => DigestSource::Prehash,
            ContentSource::HashOfHash(_) => DigestSource::HashOfHash,
        }
    }

    /// The content's digest, if it can be had in this algorithm.
    pub(crate) fn of(&mut self, algorithm: DigestAlgorithm) -> Option<Digest> {
        match self.source {
            ContentSource::Missing => None,
            ContentSource::Prehash(digest) => (digest.algorithm() == algorithm).then_some(digest),
            ContentSource::Streamed(content) => content.digest(algorithm),
            ContentSource::HashOfHash(digest) => {
                self.crypto.digest(algorithm, &[digest.as_bytes()])
            }
            ContentSource::Octets(octets) => {
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
        let differs = |supplied: DigestAlgorithm| Reason::DigestAlgorithmDiffers {
            supplied: supplied.name(),
            signer: algorithm.map(DigestAlgorithm::name),
        };
        match self.source {
            ContentSource::Missing => missing(Reason::ContentMissing),
            ContentSource::Prehash(digest) if Some(digest.algorithm()) != algorithm => {
                missing(differs(digest.algorithm()))
            }
            _ if self.agrees == Some(false) => Check::failed(
                CheckId::Content,
                SubIndication::HashFailure,
                Reason::ContentDiffers,
            ),
            // Two contents are the same by the digest that the signer relies on, and by no weaker.
            _ => match self.beside {
                Counterpart::Digest(supplied) if Some(supplied) != algorithm => {
                    missing(differs(supplied))
                }
                Counterpart::Streamed(content)
                    if algorithm.and_then(|it| content.digest(it)).is_none() =>
                {
                    missing(Reason::ContentNotCompared)
                }
                _ if self.agrees.is_none() => missing(Reason::ContentNotCompared),
                _ => Check::passed(CheckId::Content),
            },
        }
    }
}

/// Whether octets of this number, of which these are all or the first, are signed attributes. A SET
/// that is too long to be looked through is taken for them: no honest content is one.
fn is_set_of_attributes(octets: &[u8], length: u64) -> bool {
    if octets.len() as u64 == length && octets.len() <= LONGEST_SET {
        are_attributes(octets)
    } else {
        could_be_set(octets, length)
    }
}
