//! What Toss says beside the signature: its kind, and the text itself.

use crate::answered::Response;
use crate::asked::plain_text;
use crate::asked::toss::PKCS7;
use crate::exchange::Exchange;
use crate::product::Provider;
use crate::remark::Code;
use crate::remarks::Remarks;
use zeroize::Zeroizing;

impl Exchange<'_> {
    /// What Toss says beside the signature.
    pub(super) fn toss(&self, response: &Response, remarks: &mut Remarks) {
        let Some(request) = self.request.filter(|_| self.provider == Provider::Toss) else {
            return;
        };
        let differs = |found| request.signature_type.is_some_and(|asked| asked != found);
        // "기본은 PKCS7으로 반환됩니다"
        if differs(response.signature_type.unwrap_or(PKCS7)) {
            remarks.push(Code::SignatureTypeDiffers);
        }
        let (Some((doc, is_sealed)), [asked]) = (&response.doc, request.documents.as_slice())
        else {
            return;
        };
        let (readings, _) = asked.readings(self.any_keys(), self.scheme());
        let mut texts = vec![doc.clone()];
        if *is_sealed {
            match self.any_keys().open(self.scheme(), doc).readings() {
                Ok(plain) => texts.extend(plain.iter().filter_map(plain_text)),
                Err(code) => return remarks.push(code),
            }
        }
        let is_same = |text: &Zeroizing<String>| {
            asked.as_sent() == Some(text.as_str())
                || readings.iter().any(|reading| reading.asked.is_text(text))
        };
        if !texts.iter().any(is_same) {
            remarks.push(Code::DocDiffers);
        }
    }
}
