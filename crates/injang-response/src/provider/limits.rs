//! What the guides limit, and hold at null: said, because a provider that enforces it would have
//! refused the request, and whoever reads the answer should know. It decides nothing.

use crate::exchange::Exchange;
use crate::finding::{DecisionCode, Detail, Unit};
use crate::findings::Findings;
use crate::json::Value;
use crate::request::{ExpectedContent, RequestedDocument, SignedForm};
use crate::response::Response;

/// A limit: the member as a JSON pointer, the most, and of what.
pub(super) type GuideLimit = (&'static str, u64, Unit);

/// Notes the fields that the guide holds at null and that have a value.
pub(super) fn not_null(response: &Response, findings: &mut Findings) {
    for pointer in &response.not_null {
        let detail = Some(Detail::Member((*pointer).to_owned()));
        findings.add(DecisionCode::FieldNotNull, None, detail);
    }
}

impl Exchange<'_> {
    /// The characters of what is asked to be signed, in clear.
    pub(super) fn check_document(
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

/// Notes those limits of a list that the request passes.
pub(super) fn check_all(request: &Value, limits: &[GuideLimit], findings: &mut Findings) {
    for (pointer, most, unit) in limits {
        if at(request, pointer).is_some_and(|value| is_passed(value, *most)) {
            passed(pointer, *most, *unit, findings);
        }
    }
}

/// The value at a pointer without escapes, into objects only.
pub(super) fn at<'v>(value: &'v Value, pointer: &str) -> Option<&'v Value> {
    let mut names = pointer.split('/').skip(1);
    names.try_fold(value, |value, name| value.as_object()?.get(name))
}

/// Whether a text has more characters, or a number is more.
pub(super) fn is_passed(value: &Value, most: u64) -> bool {
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

pub(super) fn passed(member: &str, most: u64, unit: Unit, findings: &mut Findings) {
    let detail = Detail::Limit {
        member: member.to_owned(),
        most,
        unit,
    };
    findings.add(DecisionCode::LimitPassed, None, Some(detail));
}
