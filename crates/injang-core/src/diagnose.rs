//! On a mismatch, and only when asked: which other reading of the input would have matched. A
//! diagnosis names a cause for people; it changes no verdict.

mod attributes;
mod cause;
mod certificate;
mod comparison;
mod content;
mod digest;
mod form;
mod identity;
mod signer_case;
mod supply;
mod variant;
mod work;
mod wrapper;

pub use cause::{Cause, Side};
pub use variant::Change;

use crate::check::content::ContentDigests;
use crate::cms::document::SignedDocument;
use crate::policy::Policy;
use crate::report::{Reason, Report};
use crate::request::Request;
use crate::validation::candidates::Candidates;
use alloc::vec::Vec;
use signer_case::SignerCase;
use supply::Supply;
use work::Work;

/// A cause of a failure, with the signer whose failure it explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// The signer's index in the document; `None` if the cause is about the identity.
    pub signer: Option<usize>,
    /// What would have matched.
    pub cause: Cause,
}

/// The result of a diagnosis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnoses {
    /// The causes that were found: first those of the signers in their order, then those about the
    /// identity.
    pub found: Vec<Diagnosis>,
    /// Whether every reading was tried that could have explained something. If not, what was found
    /// is true all the same, but that nothing was found means nothing.
    ///
    /// Readings are left out where the report itself has a check that
    /// [the budget cut short](crate::report::Reason::BudgetExhausted); where attributes could tell what
    /// was signed, and the signature over them could not be verified; where
    /// [`Budget::signatures`](crate::Budget::signatures), which the report and its diagnosis share, is
    /// used up; where more certificates fit a signer than
    /// [`Budget::candidates`](crate::Budget::candidates); where more octets would have to be written
    /// and digested than 64 times those of the document and the content, and 16 MiB; where a content is
    /// longer than [`Diagnoses::LONGEST_CONTENT`], or has [gone by](crate::Content::Streamed) and was
    /// not kept.
    pub is_complete: bool,
}

impl Diagnoses {
    /// Octets of the longest content that is tried in other forms. Texts that people sign are far
    /// shorter, and the forms of a longer content would take room that a verdict does not need.
    pub const LONGEST_CONTENT: usize = 64 << 20;
}

impl SignedDocument<'_> {
    /// Looks for causes of the failures in the report that the same arguments give. It finds none if
    /// nothing failed, or if no known reading would have matched.
    pub fn diagnose(&self, policy: &Policy<'_>, request: &Request<'_>) -> Diagnoses {
        let mut validation = self.validate(policy, request);
        validation.ask();
        let asked = validation.asked();
        let report = validation.finish();
        let supply = Supply::new(self.untrusted_content(), request.content);
        let input = supply.length().saturating_add(self.der().source().len());
        let work = Work::new(policy, asked, input);
        let candidates = Candidates::of(self);
        let mut patients: Vec<_> = self
            .signers()
            .iter()
            .zip(&report.signers)
            .map(|signer| SignerCase::new(self, policy, &candidates, signer))
            .collect();
        // The signature, over the content as it was read: no other form of it is fewer changes.
        let mut read = ContentDigests::new(policy.crypto, self.untrusted_content(), request);
        for patient in &mut patients {
            patient.look_at_attributes(self, &work);
            patient.look_for_certificate(self, policy, &mut read, &work);
        }
        content::look(&supply, request.plain_hash, &mut patients, &work);
        if is_cut_short(&report) {
            work.leave();
        }
        let of_signers = patients.into_iter().enumerate().flat_map(|(index, it)| {
            let diagnosis = move |cause| Diagnosis {
                signer: Some(index),
                cause,
            };
            it.causes.into_iter().map(diagnosis)
        });
        let mut found: Vec<_> = of_signers.collect();
        let cause = identity::cause(self, policy, request, &report.identity, &work);
        found.extend(cause.map(|cause| Diagnosis {
            signer: None,
            cause,
        }));
        Diagnoses {
            found,
            is_complete: work.is_complete(),
        }
    }
}

/// Whether something was not asked for the report, because the budget did not pay for it.
fn is_cut_short(report: &Report) -> bool {
    let of_signers = report.signers.iter().flat_map(|it| &it.checks);
    let mut checks = report.checks.iter().chain(of_signers);
    checks.any(|it| it.reason == Some(Reason::BudgetExhausted))
}
