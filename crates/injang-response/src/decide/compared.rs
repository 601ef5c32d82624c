//! Whether anything of an answer was held against what was asked, or against who was asked.

use crate::decision::{Decision, Match};
use crate::exchange::Exchange;
use crate::person::Field;
use crate::product::Provider;
use crate::remark::{Code, Effect};
use crate::remarks::Remarks;

impl Exchange<'_> {
    /// Whether the answer was found to be somebody's whom the caller knows: by the CI, by the VID of
    /// a CI held, in the list of CIs, or by Toss's DI, whose field is authenticated. Other fields do
    /// not count: nothing ties them to what was asked.
    pub(super) fn is_person_compared(&self, decision: &Decision, is_tied: bool) -> bool {
        let identity = &decision.identity;
        let is_di_matched = self.provider == Provider::Toss
            && identity.person.contains(&(Field::Di, Match::Matched));
        identity.ci == Match::Matched || is_tied || decision.person.is_some() || is_di_matched
    }
}

/// Says that nothing was compared, if nothing else keeps the answer from being accepted that no
/// waiver does away with.
pub(super) fn nothing(remarks: &mut Remarks) {
    let mut open = remarks
        .reasons
        .iter()
        .filter(|reason| reason.effect != Effect::Waived);
    if open.all(|reason| reason.code.waiver().is_some()) {
        remarks.push(Code::NothingCompared);
    }
}
