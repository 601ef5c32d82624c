//! What the provider itself says about the outcome.

use crate::answered::{Response, Word};
use crate::exchange::Exchange;
use crate::remark::{Code, Detail};
use crate::remarks::Remarks;

impl Exchange<'_> {
    /// The status, if it is one of this very transaction.
    pub(super) fn own_status(&self, response: &Response) -> Option<&Response> {
        let own = self.transaction_id().or(response.id.as_deref());
        self.status
            .filter(|it| it.id.is_some() && it.id.as_deref() == own)
    }

    /// What the provider itself says; whether it says that it succeeded.
    pub(super) fn provider_word(&self, response: &Response, remarks: &mut Remarks) -> bool {
        // It may stand for the answer's own.
        let supplied = self.own_status(response);
        let status = match (&response.status, supplied) {
            (Word::Missing, Some(other)) => &other.status,
            (own, _) => own,
        };
        let mut words = vec![&response.result, status];
        // What other answers of the same transaction say may be less, never more.
        let others = [self.receipt, self.status, self.identify];
        for other in others.into_iter().flatten() {
            words.extend(
                [&other.result, &other.status]
                    .into_iter()
                    .filter(|word| **word != Word::Missing),
            );
        }
        let failed = words.iter().find(|word| matches!(word, Word::Failed(_)));
        if let Some(Word::Failed(code)) = failed {
            let detail = code.clone().map(Detail::ProviderCode);
            remarks.add(Code::ProviderFailed, None, detail);
            return false;
        }
        for (word, code) in [
            (Word::Expired, Code::ProviderExpired),
            (Word::Unknown, Code::ProviderStatusUnknown),
            (Word::Pending, Code::ProviderPending),
        ] {
            if words.contains(&&word) {
                remarks.push(code);
                return false;
            }
        }
        if words.contains(&&Word::Missing) {
            remarks.push(Code::ProviderStatusMissing);
        }
        true
    }
}
