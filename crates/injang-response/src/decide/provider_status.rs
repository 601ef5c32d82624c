//! What the provider itself says about the outcome.

use crate::exchange::Exchange;
use crate::finding::{DecisionCode, Detail};
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
            (ProviderStatus::Missing, Some(other)) => &other.status,
            (own, _) => own,
        };
        let mut words = vec![&response.result, status];
        // What other answers of the same transaction say may be less, never more.
        let others = [self.receipt, self.status, self.identify];
        for other in others.into_iter().flatten() {
            words.extend(
                [&other.result, &other.status]
                    .into_iter()
                    .filter(|word| **word != ProviderStatus::Missing),
            );
        }
        let failed = words
            .iter()
            .find(|word| matches!(word, ProviderStatus::Failed(_)));
        if let Some(ProviderStatus::Failed(code)) = failed {
            let detail = code.clone().map(Detail::ProviderCode);
            findings.add(DecisionCode::ProviderFailed, None, detail);
            return false;
        }
        for (word, code) in [
            (ProviderStatus::Expired, DecisionCode::ProviderExpired),
            (ProviderStatus::Unknown, DecisionCode::ProviderStatusUnknown),
            (ProviderStatus::Pending, DecisionCode::ProviderPending),
        ] {
            if words.contains(&&word) {
                findings.push(code);
                return false;
            }
        }
        if words.contains(&&ProviderStatus::Missing) {
            findings.push(DecisionCode::ProviderStatusMissing);
        }
        true
    }
}
