//! One signature counts for one document, and one nonce for one answer, over many answers too.

use crate::decision::{Decision, DecisionVerdict, JudgedDocument, verdict};
use crate::finding::{DecisionCode, Detail, Effect, Finding};
use crate::product::Provider;
use crate::signature_key::SignatureKey;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt;
use zeroize::Zeroizing;

/// What the answers that were decided over before have once only: their signatures, the transaction
/// ids in what was signed, and the nonces of answers without a signature.
///
/// A signature of Toss names no transaction, so that the same one could come back under another; and
/// the same answer could be counted twice. Within one answer [`Exchange::decide`] looks for that by
/// itself. Whoever decides over answers in several runs, one at a time, sees nothing of that: then it
/// is the caller who keeps which transactions were accepted, and never asks about one of them twice.
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

/// A text that counts once, and whose it is: never shown, and wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct SeenText(Zeroizing<Vec<String>>);

impl SeenText {
    pub(crate) fn new(provider: Provider, parts: &[&str]) -> Self {
        let all = std::iter::once(provider.name()).chain(parts.iter().copied());
        Self(Zeroizing::new(all.map(str::to_owned).collect()))
    }
}

impl Ord for SeenText {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.as_slice().cmp(other.0.as_slice())
    }
}

impl PartialOrd for SeenText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for SeenText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SeenText(…)")
    }
}

impl SeenSignatures {
    /// Rejects a decision with a document whose signature, or signed transaction id, another decision
    /// has, or with the nonce of another: it is `document-duplicated`. Only those of a decision that is
    /// ACCEPTED are kept, so that a forger can't block a genuine answer by sending it first.
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
