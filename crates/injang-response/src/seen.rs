//! One signature counts for one document, over many answers too.

use crate::decision::{Decision, Verdict, verdict};
use crate::remark::{Code, Effect, Remark};
use crate::signature_key::SignatureKey;
use std::collections::BTreeSet;

/// The signatures of the answers that were decided over before.
///
/// A signature of Toss names no transaction, so that the same one could come back under another; and
/// the same answer could be counted twice. Within one answer [`Exchange::decide`] looks for that by
/// itself.
///
/// ```
/// use injang_response::{Decision, SeenSignatures};
///
/// fn accepted(decisions: Vec<Decision>) -> usize {
///     let mut seen = SeenSignatures::default();
///     let decisions = decisions.into_iter().map(|it| seen.hold_against(it));
///     decisions.filter(Decision::is_accepted).count()
/// }
/// ```
///
/// [`Exchange::decide`]: crate::Exchange::decide
#[derive(Clone, Debug, Default)]
pub struct SeenSignatures {
    keys: BTreeSet<SignatureKey>,
}

impl SeenSignatures {
    /// Rejects a decision with a document whose signature another decision has: the document is
    /// `document-duplicated`. Only signatures of a decision that is ACCEPTED are kept, so that nobody
    /// can spoil another's by sending it first.
    #[must_use]
    pub fn hold_against(&mut self, mut decision: Decision) -> Decision {
        for document in &decision.documents {
            if document.signatures.iter().any(|it| self.keys.contains(it)) {
                let remark = Remark {
                    code: Code::DocumentDuplicated,
                    effect: Effect::Rejects,
                    document: Some(document.id.clone()),
                    detail: None,
                };
                if !decision.reasons.contains(&remark) {
                    decision.reasons.push(remark);
                }
            }
        }
        decision.verdict = verdict(&decision.reasons);
        if decision.verdict == Verdict::Accepted {
            let documents = decision.documents.iter();
            let keys = documents.flat_map(|document| document.signatures.iter().cloned());
            self.keys.extend(keys);
        }
        decision
    }
}
