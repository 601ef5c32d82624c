//! The contents at hand.

use crate::crypto::Digest;
use crate::request::content::Content;

/// The contents at hand.
pub(super) struct Supply<'c> {
    pub(super) embedded: Option<&'c [u8]>,
    pub(super) supplied: SuppliedContent<'c>,
}

/// What the caller gave.
pub(super) enum SuppliedContent<'c> {
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
            Content::Embedded => SuppliedContent::Nothing,
            Content::Detached(octets) => SuppliedContent::Octets(octets),
            Content::Streamed(content) => match content.octets() {
                Some(octets) => SuppliedContent::Octets(octets),
                None => SuppliedContent::Digests(content.digests()),
            },
            Content::Digest(digest) => SuppliedContent::Digest(digest),
        };
        Self { embedded, supplied }
    }

    /// The octets at hand.
    pub(super) fn length(&self) -> usize {
        let supplied = match self.supplied {
            SuppliedContent::Octets(octets) => octets.len(),
            _ => 0,
        };
        supplied.saturating_add(self.embedded.map_or(0, <[u8]>::len))
    }
}
