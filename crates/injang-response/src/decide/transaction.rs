//! Which transaction everything is about.

use crate::exchange::Exchange;
use crate::finding::{DecisionCode, Detail};
use crate::findings::Findings;
use crate::product::{ProductKind, Provider};
use crate::response::Response;

impl Exchange<'_> {
    /// Whether everything is about one transaction, the one that was asked with.
    pub(super) fn transaction(&self, response: &Response, findings: &mut Findings) {
        let expected = self.transaction_id();
        let given = [
            ("receipt", self.receipt.and_then(|it| it.id.as_deref())),
            (
                "result-request",
                self.result_request.map(|it| it.tx_id.as_str()),
            ),
            ("answer", response.id.as_deref()),
            ("status", self.status.and_then(|it| it.id.as_deref())),
            ("identify", self.identify.and_then(|it| it.id.as_deref())),
            // The login's id, where it stands beside the receipt's.
            (
                "receipt",
                self.receipt.and_then(|it| it.login_id.as_deref()),
            ),
            ("answer", response.login_id.as_deref()),
            ("status", self.status.and_then(|it| it.login_id.as_deref())),
        ];
        let first = expected.or_else(|| given.iter().find_map(|(_, id)| *id));
        for (name, id) in given {
            if id.is_some_and(|id| Some(id) != first) {
                findings.add(DecisionCode::TxIdDiffers, None, Some(Detail::Reading(name)));
            }
        }
        // Kakao's answers name no transaction, its signatures do.
        if self.provider != Provider::Kakao {
            if expected.is_none() {
                findings.push(DecisionCode::ReceiptMissing);
            } else if response.id.is_none() {
                findings.add(
                    DecisionCode::TxIdDiffers,
                    None,
                    Some(Detail::Reading("answer")),
                );
            }
        }
        let ids = self.receipt.and_then(|it| it.document_ids.as_ref());
        if let (Some(ids), Some(request)) = (ids, self.request) {
            let asked = request.documents.iter().map(|it| it.id.as_deref());
            if request.is_multi && !asked.eq(ids.iter().map(|id| Some(id.as_str()))) {
                findings.add(
                    DecisionCode::TxIdDiffers,
                    None,
                    Some(Detail::Reading("receipt")),
                );
            }
        }
        for document in self.request.iter().flat_map(|it| &it.documents) {
            if let Some(id) = document.id.as_deref().filter(|_| document.names_other_id()) {
                findings.about(DecisionCode::RequestTxIdDiffers, id);
            }
        }
    }

    /// Whether the request is one of the product, and so is the answer as far as it shows: it has no
    /// signature if the product has none, and a list of documents if the product has several.
    pub(super) fn product_fits(&self, response: &Response, findings: &mut Findings) {
        let is_several = matches!(self.kind(), ProductKind::Multi(_));
        let is_asked = self.product.is_some() || self.request.is_some();
        if self.provider == Provider::Kakao && response.is_list && is_asked && !is_several {
            findings.push(DecisionCode::ProductDiffers);
        }
        match self.product {
            Some(product) if product.provider() != self.provider => {
                findings.push(DecisionCode::ProductDiffers);
            }
            // Its services have answers of the same form, and relay providers of several keys.
            None if self.provider == Provider::Barocert => {
                findings.push(DecisionCode::ProductMissing);
            }
            Some(product)
                if matches!(product.kind, ProductKind::Nonce(_))
                    && !response.documents.is_empty() =>
            {
                findings.push(DecisionCode::ProductDiffers);
            }
            _ => {}
        }
        let (Some(product), Some(request)) = (self.product, self.request) else {
            return;
        };
        let has_documents = !request.documents.is_empty();
        let fits = match product.kind {
            ProductKind::Multi(_) => request.is_multi,
            ProductKind::Single | ProductKind::Session | ProductKind::Token => !request.is_multi,
            ProductKind::Composed => {
                !(request.is_multi || has_documents && self.provider == Provider::Barocert)
            }
            // Nothing is asked to be signed of a product that gives no signature.
            ProductKind::Nonce(_) => !has_documents,
        };
        if !fits {
            findings.push(DecisionCode::ProductDiffers);
        }
        let needs_documents = matches!(product.kind, ProductKind::Multi(_) | ProductKind::Single);
        if needs_documents && !has_documents {
            findings.push(DecisionCode::RequestUnusable);
        }
    }
}
