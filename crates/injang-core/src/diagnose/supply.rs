//! The contents at hand.

use crate::crypto::Digest;
use crate::request::content::Content;

/// The contents at hand.
pub(super) struct Supply<'c> {
    pub(super) embedded: Option<&'c [u8]>,
    pub(super) supplied: Supplied<'c>,
}

/// What the caller gave.
pub(super) enum Supplied<'c> {
    Nothing,
    Octets(&'c [u8]),
    /// The digests of a content that was not kept.
    Digests(&'c [Digest]),
    /// A digest in place of the content.
    Digest(Digest),
}

impl<'c> Supply<'c> {
    pub(super) fn new(embedded: Option<&'c [u8]>, content: Content<'c>) -> Self {
        let supplied = match content {
            Content::Embedded => Supplied::Nothing,
            Content::Detached(octets) => Supplied::Octets(octets),
            Content::Streamed(content) => match content.octets() {
                Some(octets) => Supplied::Octets(octets),
                None => Supplied::Digests(content.digests()),
            },
            Content::Digest(digest) => Supplied::Digest(digest),
        };
        Self { embedded, supplied }
    }

    /// The octets at hand.
    pub(super) fn length(&self) -> usize {
        let supplied = match self.supplied {
            Supplied::Octets(octets) => octets.len(),
            _ => 0,
        };
        supplied.saturating_add(self.embedded.map_or(0, <[u8]>::len))
    }
}
