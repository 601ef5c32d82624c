//! The content that a signature must be over.

use super::content_stream::StreamedContent;
use crate::crypto::Digest;

/// What the signature must be over.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Content<'a> {
    /// The content inside the document.
    Embedded,
    /// These octets. If the document has a content too, both must be the same.
    Detached(&'a [u8]),
    /// Octets that have gone by. If the document has a content too, both must have the same
    /// digests.
    Streamed(&'a StreamedContent),
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
            Self::Streamed(content) => content.fmt(f),
            Self::Digest(digest) => digest.fmt(f),
        }
    }
}
