//! What Toss says beside the signature: its kind, and the text itself.

use super::request::PKCS7;
use crate::exchange::Exchange;
use crate::finding::DecisionCode;
use crate::findings::Findings;
use crate::product::Provider;
use crate::request::plain_text;
use crate::response::Response;
use zeroize::Zeroizing;

impl Exchange<'_> {
    /// What Toss says beside the signature.
    pub(crate) fn toss(&self, response: &Response, findings: &mut Findings) {
        let Some(request) = self.request.filter(|_| self.provider == Provider::Toss) else {
            return;
        };
        let differs = |found| request.signature_type.is_some_and(|asked| asked != found);
        // "기본은 PKCS7으로 반환됩니다"
        if differs(response.signature_type.unwrap_or(PKCS7)) {
            findings.push(DecisionCode::SignatureTypeDiffers);
        }
        let (Some((doc, is_sealed)), [asked]) = (&response.doc, request.documents.as_slice())
        else {
            return;
        };
        let (readings, obstacle) = asked.readings(self.any_keys(), self.scheme());
        let is_same = |text: &Zeroizing<String>| {
            asked.as_sent() == Some(text.as_str())
                || readings.iter().any(|reading| reading.asked.is_text(text))
        };
        if is_same(doc) {
            return;
        }
        let plain = if *is_sealed {
            self.any_keys().open(self.scheme(), doc).readings()
        } else {
            Ok(Vec::new())
        };
        match plain {
            Ok(plain) if plain.iter().filter_map(plain_text).any(|it| is_same(&it)) => {}
            // What could not be decrypted might have been it.
            Ok(_) => findings.push(obstacle.unwrap_or(DecisionCode::DocDiffers)),
            Err(code) => findings.push(code),
        }
    }
}
