//! How what the caller supplied differs from what is in the document.

use super::supply::{SuppliedContent, Supply};
use super::work::Work;
use super::{Cause, Change, Diagnoses, Side, digest, form, wrapper};
use crate::algorithm::DigestAlgorithm;
use crate::crypto::Digest;
use alloc::vec::Vec;
use core::ops::ControlFlow;

/// What leads from the one to the other.
pub(super) struct Difference {
    /// True of all signers.
    plain: Cause,
    /// Says more, and is true where the content of the document is what was signed.
    of_signed: Option<Cause>,
}

impl Difference {
    /// What may be reported for a signer.
    pub(super) fn cause(&self, is_embedded_signed: bool) -> &Cause {
        let of_signed = self.of_signed.as_ref().filter(|_| is_embedded_signed);
        of_signed.unwrap_or(&self.plain)
    }
}

impl From<Cause> for Difference {
    fn from(plain: Cause) -> Self {
        Self {
            plain,
            of_signed: None,
        }
    }
}

/// What leads from the one to the other, if anything that is known does.
pub(super) fn likeness(supply: &Supply<'_>, work: &Work<'_>) -> Option<Difference> {
    let embedded = Embedded::new(supply.embedded?, work);
    match &supply.supplied {
        SuppliedContent::Nothing => None,
        SuppliedContent::Octets(supplied) => embedded.beside_content(supplied, work),
        SuppliedContent::Digests(digests) => {
            let of = |algorithm: DigestAlgorithm| {
                digests
                    .iter()
                    .copied()
                    .find(|it| it.algorithm() == algorithm)
            };
            let cause = embedded.as_digest(of, &[]);
            if cause.is_none() {
                work.leave();
            }
            cause.map(Difference::from)
        }
        SuppliedContent::Digest(digest) => embedded.beside_digest(*digest, work),
    }
}

/// The content of a document.
struct Embedded<'c> {
    octets: &'c [u8],
    /// The value of `data`, where it is the provider's object.
    data: Option<Vec<u8>>,
    /// The digests that the content or its `data` may be, each with the changes that make the content
    /// of it.
    digests: Vec<(Digest, Vec<Change>)>,
}

impl<'c> Embedded<'c> {
    fn new(octets: &'c [u8], work: &Work<'_>) -> Self {
        let is_short = octets.len() <= Diagnoses::LONGEST_CONTENT;
        let may_read = is_short && work.pass_over(octets.len()).is_some();
        let data = may_read.then(|| wrapper::data(octets)).flatten();
        let mut embedded = Self {
            octets,
            data,
            digests: Vec::new(),
        };
        let digests = embedded.targets().flat_map(|(octets, wrap)| {
            let written = digest::written(octets).into_iter();
            written.map(move |(digest, text)| (digest, text.into_iter().chain(wrap).collect()))
        });
        embedded.digests = digests.collect();
        embedded
    }

    /// The embedded content, and the `data` in it with the change that makes the content of it.
    fn targets(&self) -> impl Iterator<Item = (&[u8], Option<Change>)> {
        let data = self.data.iter();
        core::iter::once((self.octets, None))
            .chain(data.map(|data| (&data[..], Some(Change::Wrap))))
    }

    /// Compares a supplied content with the embedded one, and returns the first that explains how they
    /// differ:
    ///
    /// 1. What was supplied is the embedded content's digest, as octets or as text.
    /// 2. A form of what was supplied (other line ends, other encoding …) is the embedded content, or
    ///    the `data` in it.
    /// 3. The embedded content, or the `data` in it, is the digest of such a form.
    ///
    /// Nothing is found where both are equal. Of a supplied content that is too long only the content
    /// itself is tried, and `work` notes that forms were left out.
    fn beside_content(&self, supplied: &[u8], work: &Work<'_>) -> Option<Difference> {
        let is_own = |it: &Digest| work.digest(it.algorithm(), self.octets).as_ref() == Some(it);
        if let Some(digest) = digest::read(supplied).into_iter().find(is_own) {
            let text = digest::text_of(digest, supplied);
            let taken = core::iter::once(Change::Digest(digest.algorithm()));
            return Some(Difference {
                plain: Cause::Content {
                    from: Side::Embedded,
                    to: Side::Supplied,
                    changes: taken.chain(text).collect(),
                },
                of_signed: Some(Cause::Prehash),
            });
        }
        let mut cause = None;
        form::each(supplied, work, |changes, octets| {
            let mut targets = self.targets();
            cause = match targets.find(|(target, _)| *target == octets) {
                Some((_, wrap)) => {
                    let changes: Vec<_> = changes.iter().copied().chain(wrap).collect();
                    // The same after no change: there is nothing to explain.
                    if changes.is_empty() {
                        return ControlFlow::Break(());
                    }
                    Some(to_embedded(Side::Supplied, changes))
                }
                None => self.as_digest(|algorithm| work.digest(algorithm, octets), changes),
            };
            if cause.is_some() || supplied.len() > Diagnoses::LONGEST_CONTENT {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        if cause.is_none() && supplied.len() > Diagnoses::LONGEST_CONTENT {
            work.leave();
        }
        cause.map(Difference::from)
    }

    fn beside_digest(&self, supplied: Digest, work: &Work<'_>) -> Option<Difference> {
        let is_supplied = |(digest, _): &&(Digest, Vec<Change>)| *digest == supplied;
        if let Some((_, changes)) = self.digests.iter().find(is_supplied) {
            return Some(Difference {
                plain: to_embedded(Side::SuppliedDigest, changes.clone()),
                of_signed: changes.is_empty().then_some(Cause::HashOfHash),
            });
        }
        let mut found = None;
        form::each(self.octets, work, |changes, octets| {
            if work.digest(supplied.algorithm(), octets) == Some(supplied) {
                found = Some(changes.to_vec());
            }
            if found.is_some() || self.octets.len() > Diagnoses::LONGEST_CONTENT {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        if found.is_none() && self.octets.len() > Diagnoses::LONGEST_CONTENT {
            work.leave();
        }
        // Of its own content it may be, in another algorithm than the signer's.
        let changes = found.filter(|changes| !changes.is_empty())?;
        let cause = Cause::Content {
            from: Side::Embedded,
            to: Side::SuppliedDigest,
            changes,
        };
        Some(cause.into())
    }

    /// Whether it is, or its `data`, the digest of a form of what was supplied.
    fn as_digest(
        &self,
        of: impl Fn(DigestAlgorithm) -> Option<Digest>,
        form: &[Change],
    ) -> Option<Cause> {
        let is_of = |(digest, _): &&(Digest, Vec<Change>)| of(digest.algorithm()) == Some(*digest);
        let (digest, written) = self.digests.iter().find(is_of)?;
        let taken = core::iter::once(Change::Digest(digest.algorithm()));
        let changes = form.iter().copied().chain(taken).chain(written.clone());
        Some(to_embedded(Side::Supplied, changes.collect()))
    }
}

fn to_embedded(from: Side, changes: Vec<Change>) -> Cause {
    Cause::Content {
        from,
        to: Side::Embedded,
        changes,
    }
}
