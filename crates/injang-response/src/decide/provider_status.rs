//! What the provider itself says about the outcome.

use crate::exchange::Exchange;
use crate::finding::{DecisionCode, DecisionInput, Detail};
use crate::findings::Findings;
use crate::response::{ProviderStatus, Response};

impl Exchange<'_> {
    /// The status, if it is one of this very transaction.
    pub(super) fn own_status(&self, response: &Response) -> Option<&Response> {
        let own = self.transaction_id().or(response.id.as_deref());
        self.status
            .filter(|it| it.id.is_some() && it.id.as_deref() == own)
    }

    /// What the provider itself says; whether it says that it succeeded.
    pub(super) fn check_provider_status(
        &self,
        response: &Response,
        findings: &mut Findings,
    ) -> bool {
        // It may replace the answer's own status.
        let supplied = self.own_status(response);
        let status = match (&response.status, supplied) {
            (ProviderStatus::Missing, Some(other)) => (&other.status, DecisionInput::Status),
            (own, _) => (own, DecisionInput::Answer),
        };
        let mut said = vec![(&response.result, DecisionInput::Answer), status];
        // What other answers of the same transaction say may be less, never more.
        let others = [
            (self.receipt, DecisionInput::Receipt),
            (self.status, DecisionInput::Status),
            (self.identify, DecisionInput::Identify),
        ];
        for (other, input) in others {
            let both = other.into_iter().flat_map(|it| [&it.result, &it.status]);
            let told = both.filter(|status| **status != ProviderStatus::Missing);
            said.extend(told.map(|status| (status, input)));
        }
        // The worst decides, and of those alike the first.
        for code in [
            DecisionCode::ProviderFailed,
            DecisionCode::ProviderExpired,
            DecisionCode::ProviderStatusUnknown,
            DecisionCode::ProviderPending,
        ] {
            if let Some((status, input)) = said.iter().find(|(it, _)| stops(it) == Some(code)) {
                findings.add(code, None, detail(status, *input));
                return false;
            }
        }
        if said
            .iter()
            .any(|(status, _)| **status == ProviderStatus::Missing)
        {
            findings.push(DecisionCode::ProviderStatusMissing);
        }
        true
    }
}

/// What is said of a transaction that did not succeed.
const fn stops(status: &ProviderStatus) -> Option<DecisionCode> {
    match status {
        ProviderStatus::Failed(_) => Some(DecisionCode::ProviderFailed),
        ProviderStatus::Expired => Some(DecisionCode::ProviderExpired),
        ProviderStatus::Unknown => Some(DecisionCode::ProviderStatusUnknown),
        ProviderStatus::Pending => Some(DecisionCode::ProviderPending),
        _ => None,
    }
}

/// The provider's error code, and the file that says it if that is not the answer.
fn detail(status: &ProviderStatus, input: DecisionInput) -> Option<Detail> {
    let code = match status {
        ProviderStatus::Failed(code) => code.clone(),
        _ => None,
    };
    match input {
        DecisionInput::Answer => code.map(Detail::ProviderCode),
        input => Some(Detail::ProviderStatus { input, code }),
    }
}
