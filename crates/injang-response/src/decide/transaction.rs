//! Which transaction everything is about.

use crate::answered::Response;
use crate::exchange::Exchange;
use crate::product::Provider;
use crate::remark::Code;
use crate::remarks::Remarks;

impl Exchange<'_> {
    /// Whether everything is about one transaction, the one that was asked with.
    pub(super) fn transaction(&self, response: &Response, remarks: &mut Remarks) {
        let asked = self.request.and_then(|it| it.tx_id.as_deref());
        let receipt = self.receipt.and_then(|it| it.id.as_deref());
        let others = [self.status, self.identify].into_iter().flatten();
        let others = others.filter_map(|it| it.id.as_deref());
        let expected = asked.or(receipt);
        let given: Vec<&str> = receipt
            .into_iter()
            .chain(response.id.as_deref())
            .chain(others)
            .collect();
        match expected {
            Some(expected) if given.iter().any(|id| *id != expected) => {
                remarks.push(Code::TxIdDiffers);
            }
            // Kakao's answers name no transaction, its signatures do.
            Some(_) if self.provider != Provider::Kakao && response.id.is_none() => {
                remarks.push(Code::TxIdDiffers);
            }
            None if self.provider != Provider::Kakao => remarks.push(Code::ReceiptMissing),
            None if given.windows(2).any(|pair| pair[0] != pair[1]) => {
                remarks.push(Code::TxIdDiffers);
            }
            _ => {}
        }
        let ids = self.receipt.and_then(|it| it.document_ids.as_ref());
        if let (Some(ids), Some(request)) = (ids, self.request) {
            let asked = request.documents.iter().map(|it| it.id.as_deref());
            if request.is_multi && !asked.eq(ids.iter().map(|id| Some(id.as_str()))) {
                remarks.push(Code::TxIdDiffers);
            }
        }
        for document in self.request.iter().flat_map(|it| &it.documents) {
            if let Some(id) = document.id.as_deref().filter(|_| document.names_other_id()) {
                remarks.about(Code::RequestTxIdDiffers, id);
            }
        }
    }
}
