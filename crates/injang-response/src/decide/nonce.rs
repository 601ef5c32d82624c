//! Answers without a signature: the nonce that was sent comes back.

use crate::compare::says_nothing;
use crate::digest_text::is_document;
use crate::exchange::Exchange;
use crate::finding::DecisionCode;
use crate::findings::Findings;
use crate::json::Value;
use crate::pointer::Pointer;
use crate::product::{NonceMember, ProductKind, Provider};
use crate::response::Response;
use crate::seen_text::SeenText;
use zeroize::Zeroizing;

/// Whether a character tells one nonce from another: blanks and what is not seen do not.
fn is_visible(char: char) -> bool {
    let is_unseen = char.is_whitespace()
        || char.is_control()
        || matches!(
            char,
            '\u{ad}' | '\u{115f}' | '\u{1160}' | '\u{200b}'..='\u{200f}'
        )
        || matches!(
            char,
            '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        );
    !is_unseen
}

impl Exchange<'_> {
    /// Whether there is no signature in this answer and need not be one.
    pub(super) fn is_nonce(&self, response: &Response) -> bool {
        match self.kind() {
            ProductKind::Nonce(_) => response.documents.is_empty(),
            ProductKind::Token => match response.documents.as_slice() {
                [only] => self.is_token(&only.signed) || !is_document(&only.signed),
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether this is an answer of a product without a signature whose name the caller did not give:
    /// there is a nonce and no document, in the request or, without one, in the answer.
    pub(super) fn is_nonce_of_unnamed(&self, response: &Response) -> bool {
        let is_unnamed = self.product.is_none() && self.provider == Provider::Kakao;
        if !is_unnamed || !response.documents.is_empty() {
            return false;
        }
        let has_nonce = |raw: &Value| {
            let object = raw.as_object();
            let has = |name| object.is_some_and(|it| it.get(name).is_some_and(Value::is_text));
            has("data") || has("state")
        };
        match self.request {
            Some(request) => request.documents.is_empty() && has_nonce(&request.raw),
            None => has_nonce(&response.raw),
        }
    }

    /// Whether a text is the token that was asked with.
    fn is_token(&self, text: &str) -> bool {
        let request = self.request.and_then(|request| request.raw.as_object());
        let token = request.and_then(|request| request.get("token"));
        token.and_then(Value::as_text) == Some(text)
    }

    /// Compares the nonce of the request with that of the answer, and returns it if they are equal.
    ///
    /// 1. Without a request, or with an encrypted one, there is nothing to compare.
    /// 2. The request itself given as the answer proves nothing.
    /// 3. A pointer to the provider's status (`result`, `status`, `resultType`) is no nonce: every answer
    ///    has the same.
    ///
    /// The id of the transaction is kept with the nonce except for Kakao: its answers name no transaction
    /// that a forger could not have written into them.
    pub(super) fn nonce_of(
        &self,
        response: &Response,
        findings: &mut Findings,
    ) -> Option<SeenText> {
        let find = |pointer: Option<&Pointer>, raw: &Value, names: &[&str]| {
            let value = if let Some(pointer) = pointer {
                pointer.find(raw)
            } else {
                let object = raw.as_object()?;
                names.iter().find_map(|name| object.get(*name)).cloned()
            };
            let text = value?.as_text()?.to_owned();
            // What holds nothing but brackets, or null, is no random number.
            let is_said = text.chars().any(is_visible)
                && !says_nothing(&Value::Text(Zeroizing::new(text.clone())));
            is_said.then(|| Zeroizing::new(text))
        };
        let (asked_names, answered_names): (&[&str], &[&str]) = match self.kind() {
            ProductKind::Token => (&["token"], &["signedData"]),
            ProductKind::Nonce(NonceMember::State) => (&["state"], &["state", "data"]),
            _ => (&["data"], &["data"]),
        };
        let Some(request) = self.request else {
            // The request may be waived, and the nonce in it may not.
            findings.push(DecisionCode::NonceMissing);
            return None;
        };
        // A product without a signature was not asked to sign anything.
        if let ProductKind::Nonce(_) = self.kind() {
            for id in request.ids() {
                findings.about(DecisionCode::DocumentMissing, &id);
            }
        }
        if request.is_encrypted {
            // Its token is no more than a ciphertext, which is said already.
            return None;
        }
        // The request given in place of the answer has the nonce too.
        if request.raw == response.raw {
            findings.push(DecisionCode::NonceMissing);
            return None;
        }
        let asked = find(self.nonce, &request.raw, asked_names);
        // The status is the same in every answer, whatever was sent.
        let is_outcome = self
            .nonce_answer
            .and_then(Pointer::first)
            .is_some_and(|name| matches!(name, "result" | "status" | "resultType"));
        let answered = find(self.nonce_answer, &response.raw, answered_names);
        let answered = answered.filter(|_| !is_outcome);
        match (asked, answered) {
            (Some(asked), Some(answered)) if asked == answered => {
                let id = response.id.as_deref();
                let id = id.filter(|_| self.provider != Provider::Kakao);
                return Some(SeenText::new(
                    self.provider,
                    &[&asked, id.unwrap_or_default()],
                ));
            }
            (Some(_), Some(_)) => findings.push(DecisionCode::NonceDiffers),
            _ => findings.push(DecisionCode::NonceMissing),
        }
        None
    }
}
