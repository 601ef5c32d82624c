//! One signature counts for one document, and one nonce for one answer, over many answers too.

use crate::decision::{Decision, DecisionVerdict, JudgedDocument, verdict};
use crate::finding::{DecisionCode, Detail, Effect, Finding};
use crate::seen_text::SeenText;
use crate::signature_key::SignatureKey;
use std::collections::BTreeSet;

/// What the answers that were decided over before have once only: their signatures, the transaction
/// ids in what was signed, and the nonces of answers without a signature.
///
/// A signature of Toss names no transaction, so that the same one could come back under another; and
/// the same answer could be counted twice. Within one answer [`Exchange::decide`] looks for that by
/// itself. Whoever decides over answers in several runs, one at a time, sees nothing of that: then it
/// is the caller who keeps which transactions were accepted, and asks about none of them twice.
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
    texts: BTreeSet<SeenText>,
}

impl SeenSignatures {
    /// Rejects a decision with a document whose signature, or signed transaction id, another decision
    /// has, or with the nonce of another: it is `document-duplicated`. Only those of a decision that is
    /// ACCEPTED are kept, so that nobody can spoil another's by sending it first.
    #[must_use]
    pub fn hold_against(&mut self, mut decision: Decision) -> Decision {
        let is_known = |document: &JudgedDocument| {
            document.signatures.iter().any(|it| self.keys.contains(it))
                || document.signed_id.iter().any(|it| self.texts.contains(it))
        };
        let known = decision.documents.iter().filter(|it| is_known(it));
        let mut findings: Vec<_> = known
            .map(|document| duplicated(Some(document.id.clone()), None))
            .collect();
        if decision.nonce.iter().any(|it| self.texts.contains(it)) {
            findings.push(duplicated(None, Some(Detail::Reading("nonce"))));
        }
        for finding in findings {
            if !decision.reasons.contains(&finding) {
                decision.reasons.push(finding);
            }
        }
        decision.verdict = verdict(&decision.reasons);
        if decision.verdict == DecisionVerdict::Accepted {
            for document in &decision.documents {
                self.keys.extend(document.signatures.iter().cloned());
                self.texts.extend(document.signed_id.clone());
            }
            self.texts.extend(decision.nonce.clone());
        }
        decision
    }
}

fn duplicated(document: Option<String>, detail: Option<Detail>) -> Finding {
    Finding {
        code: DecisionCode::DocumentDuplicated,
        effect: Effect::Rejects,
        document,
        detail,
    }
}
