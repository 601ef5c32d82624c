//! Answers without a signature: the nonce that was sent comes back.

use crate::answered::Response;
use crate::digest_text::is_document;
use crate::exchange::Exchange;
use crate::json::Value;
use crate::pointer::Pointer;
use crate::product::Shape;
use crate::remark::Code;
use crate::remarks::Remarks;
use zeroize::Zeroizing;

impl Exchange<'_> {
    /// Whether there is no signature in this answer and need not be one.
    pub(super) fn is_nonce(&self, response: &Response) -> bool {
        match self.shape() {
            Shape::Nonce(_) => response.documents.is_empty(),
            Shape::Token => match response.documents.as_slice() {
                [only] => self.is_token(&only.signed) || !is_document(&only.signed),
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether a text is the token that was asked with.
    fn is_token(&self, text: &str) -> bool {
        let request = self.request.and_then(|request| request.raw.as_object());
        let token = request.and_then(|request| request.get("token"));
        token.and_then(Value::as_text) == Some(text)
    }

    /// The nonce of the request against that of the answer.
    pub(super) fn nonce_of(&self, response: &Response, remarks: &mut Remarks) {
        let find = |pointer: Option<&Pointer>, raw: &Value, names: &[&str]| {
            let value = if let Some(pointer) = pointer {
                pointer.find(raw)
            } else {
                let object = raw.as_object()?;
                names.iter().find_map(|name| object.get(*name)).cloned()
            };
            let text = value?.as_text()?.to_owned();
            (!text.is_empty()).then(|| Zeroizing::new(text))
        };
        let (asked_names, answered_names): (&[&str], &[&str]) = match self.shape() {
            Shape::Token => (&["token"], &["signedData"]),
            Shape::Nonce("state") => (&["state"], &["state", "data"]),
            _ => (&["data"], &["data"]),
        };
        let Some(request) = self.request else {
            return;
        };
        // A product without a signature was not asked to sign anything.
        if let Shape::Nonce(_) = self.shape() {
            for id in request.ids() {
                remarks.about(Code::DocumentMissing, &id);
            }
        }
        let asked = find(self.nonce, &request.raw, asked_names);
        let answered = find(self.nonce_answer, &response.raw, answered_names);
        match (asked, answered) {
            (Some(asked), Some(answered)) if asked == answered => {}
            (Some(_), Some(_)) => remarks.push(Code::NonceDiffers),
            _ => remarks.push(Code::NonceMissing),
        }
    }
}
