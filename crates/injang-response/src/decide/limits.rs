//! What the guides limit, and hold at null: said, because a provider that enforces it would have
//! refused the request, and the reader of the decision should know. It decides nothing.

use crate::exchange::Exchange;
use crate::finding::{DecisionCode, Detail, Unit};
use crate::findings::Findings;
use crate::json::Value;
use crate::product::{ProductKind, Provider, Scheme};
use crate::request::{ExpectedContent, Request, RequestedDocument, SignedForm};
use crate::response::Response;

/// A limit: the member as a JSON pointer, the most, and of what.
type Limit = (&'static str, u64, Unit);

/// K3500 guide, "전자서명 요청하기".
const KAKAO: [Limit; 4] = [
    ("/return_url", 255, Unit::Characters),
    ("/expires_in", 1200, Unit::Seconds),
    ("/extra_message", 500, Unit::Characters),
    ("/delegate_info/request_type", 40, Unit::Characters),
];
/// K3500 guide, `data`.
const KAKAO_DATA: u64 = 3000;
/// K3500 guide, `count`.
const KAKAO_COUNT: u64 = 200;
/// Overview, K1110 and K1120: "임의의 난수(최대 40자)".
const KAKAO_NONCE: u64 = 40;

/// `RequestMultiSign` guide, `MultiSign`.
const BAROCERT: [Limit; 4] = [
    ("/reqTitle", 40, Unit::Characters),
    ("/extraMessage", 500, Unit::Characters),
    ("/expireIn", 1000, Unit::Seconds),
    ("/returnURL", 1000, Unit::Characters),
];
/// The same of the fields that the SDK encrypts.
const BAROCERT_IN_CLEAR: [Limit; 3] = [
    ("/receiverHP", 11, Unit::Characters),
    ("/receiverName", 80, Unit::Characters),
    ("/receiverBirthday", 8, Unit::Characters),
];
/// The same, `tokens`.
const BAROCERT_TOKENS: u64 = 20;
/// `MultiSignTokens`, `token`.
const BAROCERT_TOKEN: u64 = 2800;
/// `MultiSignTokens`, `signTitle`.
const BAROCERT_TITLE: u64 = 40;

/// General sign guide, "일반 전자서명 요청 API".
const TOSS: [Limit; 2] = [
    ("/serviceName", 50, Unit::Characters),
    ("/expireSeconds", 1800, Unit::Seconds),
];
/// The same, `doc`: "최대 2,000자 이내의 내용을 권장".
const TOSS_DOC: u64 = 2000;

impl Exchange<'_> {
    /// Notes the limits that the request passes, counts that differ, and fields that should be null.
    pub(super) fn limits(&self, response: &Response, findings: &mut Findings) {
        for pointer in &response.not_null {
            let detail = Some(Detail::Member((*pointer).to_owned()));
            findings.add(DecisionCode::FieldNotNull, None, detail);
        }
        self.count(findings);
        let Some(request) = self.request else {
            return;
        };
        match self.provider {
            Provider::Kakao => self.kakao(request, findings),
            // Of Kakao's guides only that of multi signatures is known.
            Provider::Barocert if request.is_multi && self.scheme() == Scheme::Kakao => {
                barocert(request, findings);
            }
            Provider::Barocert => {}
            Provider::Toss => {
                check_all(&request.raw, &TOSS, findings);
                for document in &request.documents {
                    self.document(document, "/doc", TOSS_DOC, findings);
                }
            }
        }
    }

    /// The count of `prepare` against the documents of the request.
    fn count(&self, findings: &mut Findings) {
        let Some(count) = self.prepare.and_then(|prepare| prepare.count) else {
            return;
        };
        if count > i128::from(KAKAO_COUNT) {
            passed("prepare:/count", KAKAO_COUNT, Unit::Documents, findings);
        }
        let asked = self.request.map(|request| request.documents.len());
        if asked.is_some_and(|asked| asked > 0 && i128::try_from(asked) != Ok(count)) {
            findings.push(DecisionCode::CountDiffers);
        }
    }

    fn kakao(&self, request: &Request, findings: &mut Findings) {
        check_all(&request.raw, &KAKAO, findings);
        if self.shape() == ProductKind::Nonce("data") {
            let named = self.nonce.and_then(|nonce| nonce.find(&request.raw));
            let nonce = named.or_else(|| at(&request.raw, "/data").cloned());
            if nonce.is_some_and(|nonce| is_passed(&nonce, KAKAO_NONCE)) {
                passed("/data", KAKAO_NONCE, Unit::Characters, findings);
            }
        }
        for (index, document) in request.documents.iter().enumerate() {
            let pointer = if request.is_multi {
                format!("/documents/{index}/document")
            } else {
                "/document".to_owned()
            };
            self.document(document, &pointer, KAKAO_DATA, findings);
        }
    }

    /// The characters of what is asked to be signed, in clear.
    fn document(
        &self,
        asked: &RequestedDocument,
        pointer: &str,
        most: u64,
        findings: &mut Findings,
    ) {
        let is_long = match &asked.form {
            SignedForm::Wrapped {
                data,
                is_sealed: false,
                ..
            } => is_passed(data, most),
            SignedForm::Text {
                text,
                is_sealed: false,
            } => is_longer(text, most),
            SignedForm::Wrapped { data, .. } => self.is_sealed_longer(asked, data.as_text(), most),
            SignedForm::SealedWrapper(text) | SignedForm::Text { text, .. } => {
                self.is_sealed_longer(asked, Some(text), most)
            }
            SignedForm::Digest { .. }
            | SignedForm::Token(_)
            | SignedForm::Composed
            | SignedForm::Unknown => false,
        };
        if is_long {
            passed(pointer, most, Unit::Characters, findings);
        }
    }

    /// The same of an encrypted text, which is no shorter than what was encrypted.
    fn is_sealed_longer(&self, asked: &RequestedDocument, sealed: Option<&str>, most: u64) -> bool {
        if !sealed.is_some_and(|text| is_octets_longer(text, most)) {
            return false;
        }
        let (readings, _) = asked.readings(self.any_keys(), self.scheme());
        let mut decrypted = readings.iter().filter(|reading| reading.is_decrypted());
        decrypted.any(|reading| match &reading.asked {
            ExpectedContent::Wrapped { data, .. } => is_passed(data, most),
            ExpectedContent::Text(text) => is_longer(text, most),
            _ => false,
        })
    }
}

fn barocert(request: &Request, findings: &mut Findings) {
    check_all(&request.raw, &BAROCERT, findings);
    if !request.is_encrypted {
        check_all(&request.raw, &BAROCERT_IN_CLEAR, findings);
    }
    let Some(Value::Array(tokens)) = at(&request.raw, "/tokens") else {
        return;
    };
    if tokens.len() as u64 > BAROCERT_TOKENS {
        passed("/tokens", BAROCERT_TOKENS, Unit::Documents, findings);
    }
    for (index, inner) in tokens.iter().enumerate() {
        for (name, most, is_read) in [
            ("signTitle", BAROCERT_TITLE, true),
            ("token", BAROCERT_TOKEN, !request.is_encrypted),
        ] {
            let value = inner.as_object().and_then(|inner| inner.get(name));
            if is_read && value.is_some_and(|value| is_passed(value, most)) {
                let pointer = format!("/tokens/{index}/{name}");
                passed(&pointer, most, Unit::Characters, findings);
            }
        }
    }
}

fn check_all(request: &Value, limits: &[Limit], findings: &mut Findings) {
    for (pointer, most, unit) in limits {
        if at(request, pointer).is_some_and(|value| is_passed(value, *most)) {
            passed(pointer, *most, *unit, findings);
        }
    }
}

/// The value at a pointer without escapes, into objects only.
fn at<'v>(value: &'v Value, pointer: &str) -> Option<&'v Value> {
    let mut names = pointer.split('/').skip(1);
    names.try_fold(value, |value, name| value.as_object()?.get(name))
}

/// Whether a text has more characters, or a number is more.
fn is_passed(value: &Value, most: u64) -> bool {
    match value {
        Value::Text(text) => is_longer(text, most),
        Value::Number(number) => *number > i128::from(most),
        _ => false,
    }
}

fn is_longer(text: &str, most: u64) -> bool {
    is_octets_longer(text, most) && text.chars().count() as u64 > most
}

const fn is_octets_longer(text: &str, most: u64) -> bool {
    text.len() as u64 > most
}

fn passed(member: &str, most: u64, unit: Unit, findings: &mut Findings) {
    let detail = Detail::Limit {
        member: member.to_owned(),
        most,
        unit,
    };
    findings.add(DecisionCode::LimitPassed, None, Some(detail));
}
