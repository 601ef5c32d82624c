//! What was signed, compared with what was requested.

mod agreement;
mod sealed;

pub(crate) use agreement::{Agreement, says_nothing};

use crate::DecisionCode;
use crate::json::{JsonObject, Value};
use crate::members::shown;
use crate::request::ExpectedContent;
use crate::signed_content::SignedContent;

/// Members of one content that are listed at most.
const MOST_MEMBERS: usize = 32;

/// What a comparison came to.
#[derive(Debug, Default)]
pub(crate) struct Comparison {
    /// What differs; nothing if it is what was asked for.
    pub(crate) differences: Vec<DecisionCode>,
    /// Sources of a content map that the request does not have.
    pub(crate) missing: Vec<String>,
    /// Whether nothing that was asked for was compared, though nothing differs.
    pub(crate) is_empty: bool,
    /// Members of the signed content that were not asked for.
    pub(crate) members: Vec<String>,
    /// Members of the request that a content map leaves out.
    pub(crate) left_out: Vec<String>,
    /// How it was found to be the same, where there are several ways.
    pub(crate) how: Option<&'static str>,
}

impl Comparison {
    fn of(code: DecisionCode) -> Self {
        Self {
            differences: vec![code],
            ..Self::default()
        }
    }

    /// Whether it is what was asked for, as far as it was compared.
    pub(crate) fn is_same(&self) -> bool {
        self.differences.is_empty() && self.missing.is_empty()
    }

    fn same(how: Option<&'static str>) -> Self {
        Self {
            how,
            ..Self::default()
        }
    }
}

/// Holds what was signed against one reading of what was asked. Where only a digest was asked for
/// there is nothing left to compare: the signature is over it or does not verify.
pub(crate) fn compare(
    asked: &ExpectedContent,
    content: Option<&SignedContent>,
    agreement: &Agreement<'_>,
) -> Comparison {
    match (asked, content) {
        (ExpectedContent::Digest(..), _) | (ExpectedContent::Token(_), None) => {
            Comparison::default()
        }
        (_, None) => Comparison::of(DecisionCode::ContentMissing),
        (
            ExpectedContent::Wrapped {
                tx_id,
                data,
                others,
            },
            Some(content),
        ) => {
            let tx_id = tx_id.as_ref().map(|text| text.as_str());
            let is_asked = |key: &str| others.members.contains_key(key);
            let comparison = wrapped(content, tx_id, data, is_asked);
            let mut comparison = comparison.unwrap_or_else(Comparison::of);
            agreement.compare_others(content, others, &mut comparison);
            comparison
        }
        (ExpectedContent::Text(text), Some(content)) => {
            if text.as_bytes() == content.octets() {
                Comparison::same(None)
            } else {
                Comparison::of(DecisionCode::ContentDiffers)
            }
        }
        (ExpectedContent::Token(text), Some(content)) => {
            if text.as_bytes() == content.octets() {
                return Comparison::same(Some("the content is the token"));
            }
            // Kakao's own form, around the relay's token.
            let data = Value::Text(text.clone());
            match wrapped(content, None, &data, |_| false) {
                Ok(found) if found.differences.is_empty() => Comparison {
                    how: Some("the content's data is the token"),
                    ..found
                },
                _ => Comparison::of(DecisionCode::ContentDiffers),
            }
        }
        (ExpectedContent::Composed, Some(content)) => match agreement.map {
            None => Comparison::of(DecisionCode::ContentNotCompared),
            Some(map) => agreement.compare(content, map),
        },
    }
}

/// The signed JSON: `data`, and `txId` if one was asked with. Members that were not asked for are
/// listed.
fn wrapped(
    content: &SignedContent,
    tx_id: Option<&str>,
    data: &Value,
    is_asked: impl Fn(&str) -> bool,
) -> Result<Comparison, DecisionCode> {
    let object: &JsonObject = content
        .json()
        .and_then(Value::as_object)
        .ok_or(DecisionCode::ContentMalformed)?;
    let signed = object.get("data").ok_or(DecisionCode::ContentMalformed)?;
    let mut comparison = Comparison::default();
    if let Some(tx_id) = tx_id {
        let signed = object.get("txId").and_then(Value::as_text);
        match signed {
            None => return Err(DecisionCode::ContentMalformed),
            Some(signed) if signed != tx_id => {
                comparison.differences.push(DecisionCode::TxIdDiffers);
            }
            Some(_) => {}
        }
    }
    if signed != data {
        comparison.differences.push(difference(signed, data));
    }
    // Without an id to compare, that of the content is only listed.
    let is_known = |key: &str| key == "data" || (key == "txId" && tx_id.is_some()) || is_asked(key);
    comparison.members = members(object, is_known);
    Ok(comparison)
}

/// The finding for two values that are not equal.
fn difference(one: &Value, other: &Value) -> DecisionCode {
    if one.is_inexact() || other.is_inexact() {
        DecisionCode::ContentInexact
    } else {
        DecisionCode::ContentDiffers
    }
}

/// The members of an object but those known, as many as anybody would read.
fn members(object: &JsonObject, is_known: impl Fn(&str) -> bool) -> Vec<String> {
    let others = object.keys().filter(|key| !is_known(key));
    others
        .take(MOST_MEMBERS)
        .map(|key| ["/", &shown(key)].concat())
        .collect()
}
