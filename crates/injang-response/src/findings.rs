//! Findings in the making: each once, with the effect that it has under the caller's waivers.

use crate::finding::{DecisionCode, Detail, Effect, Finding, Waiver, Whose};
use std::collections::BTreeSet;

/// What has been found so far.
pub(crate) struct Findings {
    waivers: BTreeSet<Waiver>,
    pub(crate) reasons: Vec<Finding>,
    pub(crate) notes: Vec<Finding>,
    /// What was found by code, document and member: what is new among it needs no comparison with all
    /// that was found about 200 other documents.
    known: BTreeSet<(DecisionCode, Option<String>, Option<String>)>,
}

impl Findings {
    pub(crate) fn new(waivers: BTreeSet<Waiver>) -> Self {
        Self {
            waivers,
            reasons: Vec::new(),
            notes: Vec::new(),
            known: BTreeSet::new(),
        }
    }

    pub(crate) fn is_waived(&self, waiver: Waiver) -> bool {
        self.waivers.contains(&waiver)
    }

    pub(crate) fn waivers(&self) -> Vec<Waiver> {
        self.waivers.iter().copied().collect()
    }

    /// About the answer as a whole.
    pub(crate) fn push(&mut self, code: DecisionCode) {
        self.add(code, None, None);
    }

    /// About one document.
    pub(crate) fn about(&mut self, code: DecisionCode, document: &str) {
        self.add(code, Some(document), None);
    }

    /// Says of the documents that are missing that a request stands in the answer's place.
    pub(crate) fn explain_missing(&mut self) {
        let is_missing = |it: &&mut Finding| it.code == DecisionCode::DocumentMissing;
        for finding in self.reasons.iter_mut().filter(is_missing) {
            finding.detail = Some(Detail::Whose(Whose::Request));
        }
    }

    pub(crate) fn add(
        &mut self,
        code: DecisionCode,
        document: Option<&str>,
        detail: Option<Detail>,
    ) {
        let is_waived = code.waiver().is_some_and(|waiver| self.is_waived(waiver));
        let effect = if is_waived {
            Effect::Waived
        } else {
            code.effect()
        };
        let list = if effect == Effect::Noted {
            &mut self.notes
        } else {
            &mut self.reasons
        };
        let finding = Finding {
            code,
            effect,
            document: document.map(str::to_owned),
            detail,
        };
        let member = match &finding.detail {
            Some(Detail::Member(member)) => Some(member.clone()),
            _ => None,
        };
        let is_new = self.known.insert((code, finding.document.clone(), member));
        if is_new || !list.contains(&finding) {
            list.push(finding);
        }
    }
}
