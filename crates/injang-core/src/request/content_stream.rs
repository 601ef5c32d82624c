//! A detached content that is too large to hold: digested as it goes by.

use crate::algorithm::DigestAlgorithm;
use crate::crypto::{CryptoBackend, Digest, DigestStream};
use crate::encoding::der::{Header, Length, tag};
use alloc::boxed::Box;
use alloc::vec::Vec;

/// Octets that are kept of any content.
const HEAD: usize = 64 << 10;

/// Octets that are kept of a content that may be a SET, and so signed attributes in disguise: those
/// of real ones fit many times. No longer SET is looked through.
pub(crate) const LONGEST_SET: usize = 16 << 20;

/// Takes the digests of a content that comes in pieces.
///
/// ```
/// # use injang_core::{ContentStream, DigestAlgorithm};
/// let mut stream = ContentStream::new(injang_crypto::default_backend(), &[DigestAlgorithm::Sha256]);
/// stream.update(b"first, ");
/// stream.update(b"second");
/// let content = stream.finish();
/// assert_eq!(content.length(), 13);
/// ```
pub struct ContentStream {
    streams: Vec<Box<dyn DigestStream>>,
    head: Vec<u8>,
    length: u64,
}

impl ContentStream {
    /// Begins with the digests of these algorithms
    /// ([`SignedDocument::digest_algorithms`](crate::SignedDocument::digest_algorithms) says which
    /// are needed). One that the crypto backend does not compute is left out.
    pub fn new(crypto: &dyn CryptoBackend, algorithms: &[DigestAlgorithm]) -> Self {
        let streams = algorithms
            .iter()
            .filter_map(|algorithm| crypto.digest_stream(*algorithm))
            .collect();
        Self {
            streams,
            head: Vec::new(),
            length: 0,
        }
    }

    /// Takes the next octets of the content.
    pub fn update(&mut self, octets: &[u8]) {
        for stream in &mut self.streams {
            stream.update(octets);
        }
        // Nothing is kept behind what was once left out. What the first octets say of the rest is
        // known when some are there.
        let mut rest = octets;
        while self.head.len() as u64 == self.length && !rest.is_empty() {
            let room = self.kept().saturating_sub(self.head.len());
            let (kept, behind) = rest.split_at(room.min(rest.len()));
            self.head.extend_from_slice(kept);
            self.length = self.length.saturating_add(kept.len() as u64);
            rest = behind;
            if kept.is_empty() {
                break;
            }
        }
        self.length = self.length.saturating_add(rest.len() as u64);
    }

    /// How much is kept of what begins so. What the first octets say is known before there are
    /// more than are kept of anything.
    fn kept(&self) -> usize {
        match set_length(&self.head) {
            Some(Length::Definite(length)) if length <= LONGEST_SET => length.max(HEAD),
            Some(Length::Indefinite) => LONGEST_SET,
            _ => HEAD,
        }
    }

    /// Ends the content.
    pub fn finish(self) -> StreamedContent {
        let digests = self
            .streams
            .into_iter()
            .filter_map(DigestStream::finish)
            .collect();
        StreamedContent {
            digests,
            head: self.head,
            length: self.length,
        }
    }
}

impl core::fmt::Debug for ContentStream {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "ContentStream({} octets)", self.length)
    }
}

/// A content that was streamed: its digests, its length, and enough of its beginning to tell whether
/// it could be signed attributes in disguise.
#[derive(Clone)]
pub struct StreamedContent {
    digests: Vec<Digest>,
    head: Vec<u8>,
    length: u64,
}

impl StreamedContent {
    /// How many octets the content has.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// The digest of this algorithm, if it was taken.
    pub fn digest(&self, algorithm: DigestAlgorithm) -> Option<Digest> {
        self.digests
            .iter()
            .copied()
            .find(|digest| digest.algorithm() == algorithm)
    }

    /// The beginning of the content: all of a short one, at least 64 KiB of a longer one.
    pub fn head(&self) -> &[u8] {
        &self.head
    }

    /// The digests that were taken.
    pub fn digests(&self) -> &[Digest] {
        &self.digests
    }

    /// All octets, if the content was short enough to be kept.
    pub(crate) fn octets(&self) -> Option<&[u8]> {
        (self.head.len() as u64 == self.length).then_some(&self.head)
    }
}

/// How long the SET is, with its tag and length, that begins with these octets.
fn set_length(head: &[u8]) -> Option<Length> {
    if head.first() != Some(&tag::SET) {
        return None;
    }
    let header = Header::read(head, 0).ok()?;
    Some(match header.length {
        Length::Definite(length) => Length::Definite(length.saturating_add(header.content)),
        Length::Indefinite => Length::Indefinite,
    })
}

/// Whether octets of this number that begin so could be one SET.
pub(crate) fn could_be_set(head: &[u8], length: u64) -> bool {
    match set_length(head) {
        Some(Length::Definite(definite)) => definite as u64 == length,
        // Where it ends is not known.
        Some(Length::Indefinite) => true,
        None => false,
    }
}

impl core::fmt::Debug for StreamedContent {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "StreamedContent({} octets)", self.length)
    }
}
