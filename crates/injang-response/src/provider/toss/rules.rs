//! What Toss says beside the signature: its kind, and the text itself.

use super::request::PKCS7;
use crate::exchange::Exchange;
use crate::finding::DecisionCode;
use crate::findings::Findings;
use crate::product::Provider;
use crate::request::{ExpectedContent, Reading, plain_text};
use crate::response::Response;
use zeroize::Zeroizing;

impl Exchange<'_> {
    /// Compares what Toss's result says beside the signature with the request:
    ///
    /// 1. The result's `signatureType` must be the requested one, PKCS7 if the result names none.
    /// 2. Its `doc` must be the requested `doc`: as it was sent, decrypted, or for a digest in any
    ///    spelling. A `doc` that can't be decrypted leaves that open (the reason says why).
    ///
    /// Only a request for one document has a `doc` to compare.
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
        // A digest may be spelled in hex or in base64.
        let is_digest = |reading: &Reading, text: &str| match &reading.asked {
            ExpectedContent::Digest(digest, _) => {
                reading.doubtful_digest(asked).is_none()
                    && asked
                        .digest_form
                        .read(text)
                        .is_some_and(|(it, _)| it == *digest)
            }
            _ => false,
        };
        let is_same = |text: &Zeroizing<String>| {
            let is_one = |it: &Reading| it.asked.is_text(text) || is_digest(it, text);
            asked.as_sent() == Some(text.as_str()) || readings.iter().any(is_one)
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
            // A `doc` that was not decrypted may be the requested one: then `obstacle` says so.
            Ok(_) => findings.push(obstacle.unwrap_or(DecisionCode::DocDiffers)),
            Err(code) => findings.push(code),
        }
    }
}
