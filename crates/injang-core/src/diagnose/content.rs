//! The content that was signed, looked for among the forms of what is at hand.

use super::signer_case::SignerCase;
use super::supply::{SuppliedContent, Supply};
use super::work::Work;
use super::{Cause, Change, Diagnoses, Side, comparison, digest, form};
use crate::algorithm::DigestAlgorithm;
use crate::crypto::Digest;
use crate::policy::PlainHashSource;
use alloc::vec::Vec;
use core::ops::ControlFlow;

/// Notes, for each signer, what would have to be done to a content.
pub(super) fn look(
    supply: &Supply<'_>,
    plain_hash: PlainHashSource,
    patients: &mut [SignerCase<'_>],
    work: &Work<'_>,
) {
    if supply.embedded.is_some() && patients.iter().any(|it| it.is_content_in_doubt) {
        // One content, whoever signed it.
        if let Some(likeness) = comparison::likeness(supply, work) {
            for patient in patients.iter_mut().filter(|it| it.is_content_in_doubt) {
                let cause = likeness.cause(patient.has_signed_what_was_read());
                patient.causes.push(cause.clone());
            }
        }
    }
    if supply.embedded.is_none() && matches!(supply.supplied, SuppliedContent::Nothing) {
        return;
    }
    for patient in patients.iter_mut() {
        patient.close_unless_verified(work);
    }
    if !patients.iter().any(|it| it.is_open) {
        return;
    }
    let mut search = ContentSearch {
        patients,
        work,
        taken: Vec::new(),
    };
    // What stands beside an embedded content was not held against the signature so far.
    let is_beside = supply.embedded.is_some();
    match supply.supplied {
        SuppliedContent::Octets(octets) if supply.embedded != Some(octets) => {
            for digest in digest::read(octets) {
                search.prehash(digest, &Cause::Prehash);
            }
            search.forms(octets, Side::Supplied, is_beside);
        }
        SuppliedContent::Digests(digests) => {
            if is_beside {
                for digest in digests {
                    search.prehash(*digest, &same(Side::Supplied, Side::Signed));
                }
            }
            search.taken.push((Vec::new(), digests.to_vec()));
            search.digests(Side::Supplied);
        }
        SuppliedContent::Digest(digest) => {
            let is_content = plain_hash == PlainHashSource::HashOfHash;
            if is_beside {
                search.prehash(digest, &same(Side::Signed, Side::SuppliedDigest));
            } else if is_content {
                search.prehash(digest, &Cause::Prehash);
            }
            search.writings(digest, is_beside || !is_content);
        }
        SuppliedContent::Octets(_) | SuppliedContent::Nothing => {}
    }
    if let Some(octets) = supply.embedded {
        search.forms(octets, Side::Embedded, false);
    }
    if matches!(supply.supplied, SuppliedContent::Digests(_)) && search.is_open() {
        work.leave();
    }
}

/// One side is the other, and not what was taken for it.
const fn same(from: Side, to: Side) -> Cause {
    Cause::Content {
        from,
        to,
        changes: Vec::new(),
    }
}

/// A search for what the signers signed that are still open.
struct ContentSearch<'s, 'p> {
    patients: &'s mut [SignerCase<'p>],
    work: &'s Work<'s>,
    /// The digests of each form, in the signers' algorithms.
    taken: Vec<(Vec<Change>, Vec<Digest>)>,
}

impl<'p> ContentSearch<'_, 'p> {
    fn is_open(&self) -> bool {
        self.patients.iter().any(|it| it.is_open)
    }

    /// Tries the forms of a content, then the digests of them; the content as it stands only if it
    /// is new, and was not tried for the report.
    fn forms(&mut self, content: &[u8], from: Side, is_new: bool) {
        if !self.is_open() {
            return;
        }
        self.taken.clear();
        form::each(content, self.work, |changes, octets| {
            let cause = || Cause::Content {
                from,
                to: Side::Signed,
                changes: changes.to_vec(),
            };
            let digests = self.octets(octets, |_| is_new || !changes.is_empty(), cause);
            self.taken.push((changes.to_vec(), digests));
            if self.is_open() && content.len() <= Diagnoses::LONGEST_CONTENT {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        });
        self.digests(from);
        // Digests in other algorithms, of the content as it stands.
        for algorithm in DigestAlgorithm::ALL {
            let is_taken = |digest: &Digest| digest.algorithm() == algorithm;
            let mut taken = self.taken.iter().take(1);
            let is_new = !taken.any(|(_, digests)| digests.iter().any(is_taken));
            if self.is_open()
                && is_new
                && let Some(digest) = self.work.digest(algorithm, content)
            {
                self.digest(&[], digest, from);
            }
        }
        if self.is_open() && content.len() > Diagnoses::LONGEST_CONTENT {
            self.work.leave();
        }
    }

    /// Tries the digests that were taken, as octets and as text.
    fn digests(&mut self, from: Side) {
        for (changes, digests) in core::mem::take(&mut self.taken) {
            for digest in &digests {
                self.digest(&changes, *digest, from);
            }
            if changes.is_empty() {
                self.taken.push((changes, digests));
            }
        }
    }

    /// Tries the digest of a form, as octets and as text. Of other algorithms than the signer's only
    /// that of the content as it stands is tried.
    fn digest(&mut self, form: &[Change], digest: Digest, from: Side) {
        for (text, octets) in digest::writings(digest.as_bytes()) {
            let cause = || {
                let mut changes = form.to_vec();
                changes.push(Change::Digest(digest.algorithm()));
                changes.extend(text);
                Cause::Content {
                    from,
                    to: Side::Signed,
                    changes,
                }
            };
            let is_asked =
                |it: &SignerCase<'_>| form.is_empty() || it.digest == Some(digest.algorithm());
            self.octets(&octets, is_asked, cause);
        }
    }

    /// Tries a digest that was supplied as what was signed: as text, and as octets if asked.
    fn writings(&mut self, digest: Digest, with_octets: bool) {
        for (text, octets) in digest::writings(digest.as_bytes()) {
            let cause = match text {
                None if !with_octets => continue,
                None => Cause::HashOfHash,
                Some(text) => Cause::Content {
                    from: Side::SuppliedDigest,
                    to: Side::Signed,
                    changes: [text].into(),
                },
            };
            self.octets(&octets, |_| true, || cause.clone());
        }
    }

    /// Asks the signers that are open whether they signed these octets; gives back the digests that
    /// were taken for that, in the algorithms of all that are open.
    fn octets(
        &mut self,
        octets: &[u8],
        is_asked: impl Fn(&SignerCase<'p>) -> bool,
        cause: impl Fn() -> Cause,
    ) -> Vec<Digest> {
        let mut digests: Vec<Digest> = Vec::new();
        for patient in self.patients.iter_mut().filter(|it| it.is_open) {
            let Some(algorithm) = patient.digest else {
                continue;
            };
            let taken = digests.iter().find(|it| it.algorithm() == algorithm);
            let digest = match taken {
                Some(digest) => *digest,
                None => match self.work.digest(algorithm, octets) {
                    Some(digest) => {
                        digests.push(digest);
                        digest
                    }
                    None => continue,
                },
            };
            if is_asked(patient) && patient.has_signed(octets, digest, self.work) {
                patient.settle(cause());
            }
        }
        digests
    }

    /// Asks the signers whether this is the digest of what they signed.
    fn prehash(&mut self, digest: Digest, cause: &Cause) {
        for patient in self.patients.iter_mut().filter(|it| it.is_open) {
            if patient.has_signed_digest(digest, self.work) {
                patient.settle(cause.clone());
            }
        }
    }
}
