//! Whether anything of an answer was compared with the request or with the person who was asked.

use crate::decision::{Decision, Match};
use crate::exchange::Exchange;
use crate::finding::{DecisionCode, Effect, Finding};
use crate::findings::Findings;
use crate::person::Field;
use crate::product::Provider;

impl Exchange<'_> {
    /// Whether the answer was found to be of a person whom the caller knows: by the CI, by the VID of
    /// a CI held, in the list of CIs, or by Toss's DI, whose field is authenticated. Other fields do
    /// not count: nothing ties them to what was asked.
    pub(super) fn is_person_compared(&self, decision: &Decision, is_tied: bool) -> bool {
        let identity = &decision.identity;
        let is_di_matched = self.provider == Provider::Toss
            && identity.person.contains(&(Field::Di, Match::Matched));
        identity.ci == Match::Matched || is_tied || decision.person.is_some() || is_di_matched
    }
}

/// Says that nothing was compared, unless something is known to be wrong: then it was. Of a signature
/// that could not be compared for a reason that no waiver does away with, that reason says it.
pub(super) fn nothing(has_signature: bool, findings: &mut Findings) {
    let is_open = |reason: &&Finding| reason.effect > Effect::Waived;
    let mut open = findings.reasons.iter().filter(is_open);
    let is_said = open.any(|reason| {
        reason.effect == Effect::Rejects || has_signature && reason.code.waiver().is_none()
    });
    if !is_said {
        findings.push(DecisionCode::NothingCompared);
    }
}
