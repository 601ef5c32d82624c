//! Ciphertexts in what was signed: a signer who signed one saw nothing of what it says.
//!
//! Whoever wrote a ciphertext into a text may have written it in any encoding, and anywhere: this is
//! the one place that knows them. [`Hidden::in_value`] is asked at every comparison that came to
//! "the same", because that the ciphertext of the request was signed is no agreement.

mod octets;
mod words;

use crate::DecisionCode;
use crate::json::Value;
use crate::keys::Keys;
use crate::product::Scheme;
use injang_core::armor::BASE64;
use octets::decodings;
use std::borrow::Cow;
pub(crate) use words::is_unseen;
use words::{is_clear, is_uuid, is_wordlike};
use zeroize::Zeroizing;

/// Octets of a ciphertext at least that a text is taken for. A word of four letters is base64 too, and
/// under one key of ten comes out of the cipher as a text; of eight letters, under one of hundreds.
const LEAST_WHOLE: usize = 6;

/// Characters in a row, within a longer text, that nobody writes in clear: base64 of twelve octets.
const LEAST_RUN: usize = 16;

/// Characters of a member's name that may be a ciphertext.
const LEAST_NAME: usize = 8;

/// What to look with.
pub(crate) struct Hidden<'k> {
    keys: &'k Keys,
    scheme: Scheme,
}

impl<'k> Hidden<'k> {
    pub(crate) const fn new(keys: &'k Keys, scheme: Scheme) -> Self {
        Self { keys, scheme }
    }

    /// Whether a value has a ciphertext in it: in a text, in the name of a member, and in JSON that is
    /// written in a text, however deep. [`DecisionCode::ContentEncrypted`] if the keys open one;
    /// [`DecisionCode::KeysMissing`] if one may be, and there are no keys to tell.
    ///
    /// It ends because a text within a text is shorter than that.
    pub(crate) fn in_value(&self, value: &Value) -> Option<DecisionCode> {
        match value {
            Value::Text(text) => self.in_text(text),
            Value::Array(items) => worst(items.iter().filter_map(|it| self.in_value(it))),
            Value::Object(all) => {
                let names = all.keys().filter_map(|name| self.in_name(name));
                let values = all.values().filter_map(|it| self.in_value(it));
                worst(names.chain(values))
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Inexact => None,
        }
    }

    /// The same of the names of members only, where the values are looked at one by one.
    pub(crate) fn in_names<'n>(
        &self,
        names: impl Iterator<Item = &'n String>,
    ) -> Option<DecisionCode> {
        worst(names.filter_map(|name| self.in_name(name)))
    }

    /// The same of a text.
    pub(crate) fn in_text(&self, text: &str) -> Option<DecisionCode> {
        if let Some(inner) = json(text) {
            return self.in_value(&inner);
        }
        let seen = seen(text);
        let whole = line(&seen);
        let whole = whole.as_ref().filter(|whole| {
            let has_letter = whole.chars().any(|it| it.is_ascii_alphabetic());
            // Words and dates are put together by hyphens too.
            let is_named = is_uuid(whole) || whole.contains(['-', '_']) && is_wordlike(whole);
            has_letter && !is_named
        });
        // What an encoder fills up is no word, however short it is.
        let least = |whole: &str| if whole.ends_with('=') { 1 } else { LEAST_WHOLE };
        let whole = whole.and_then(|it| self.open(it, least(it)));
        let runs = runs(&seen).filter(|run| !is_uuid(run) && !is_wordlike(run));
        worst(
            whole
                .into_iter()
                .chain(runs.filter_map(|run| self.open(run, LEAST_WHOLE))),
        )
    }

    /// The same of the name of a member: a programmer's words are none.
    fn in_name(&self, name: &str) -> Option<DecisionCode> {
        let seen = seen(name);
        let is_plain = seen.len() < LEAST_NAME || is_uuid(&seen) || is_wordlike(&seen);
        if is_plain { None } else { self.in_text(&seen) }
    }

    /// What the keys say of a text that may be a ciphertext.
    fn open(&self, text: &str, least: usize) -> Option<DecisionCode> {
        let mut is_unread = false;
        for octets in decodings(text, least) {
            let field = Zeroizing::new(BASE64.encode(&octets));
            match self.keys.open(self.scheme, &field).readings() {
                Ok(readings) if readings.iter().any(|it| is_clear(it.octets())) => {
                    return Some(DecisionCode::ContentEncrypted);
                }
                Err(DecisionCode::KeysMissing) => is_unread = true,
                // It is none.
                Ok(_) | Err(_) => {}
            }
        }
        // A field of Toss is no base64: it names its session.
        if self.scheme == Scheme::Toss && text.contains('$') {
            match self.keys.open(self.scheme, text).readings() {
                Ok(_) => return Some(DecisionCode::ContentEncrypted),
                Err(code) => is_unread |= code == DecisionCode::KeysMissing,
            }
        }
        is_unread.then_some(DecisionCode::KeysMissing)
    }
}

/// Whether a value may have a ciphertext in it, by its looks alone: of a text that is said to be
/// encrypted. Then every text counts in which no character is outside base64, or which has the form
/// of Toss's, or has a run of base64 in it.
pub(crate) fn may_be_in(value: &Value) -> bool {
    match value {
        Value::Text(text) => may_be_in_text(text),
        Value::Array(items) => items.iter().any(may_be_in),
        Value::Object(all) => all
            .iter()
            .any(|(name, it)| may_be_name(name) || may_be_in(it)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Inexact => false,
    }
}

/// The same of a text.
pub(crate) fn may_be_in_text(text: &str) -> bool {
    if let Some(inner) = json(text) {
        return may_be_in(&inner);
    }
    let seen = seen(text);
    // Nothing but base64, or of the form of Toss's fields.
    let is_one = |whole: Zeroizing<String>| whole.contains('$') || whole.chars().all(is_symbol);
    line(&seen).is_some_and(is_one) || runs(&seen).next().is_some()
}

/// Whether a text by itself, which nobody says is encrypted, is nothing but a ciphertext by its
/// looks: what a person reads has other characters in it.
pub(crate) fn is_by_looks(text: &str) -> bool {
    let seen = seen(text);
    let Some(whole) = line(&seen) else {
        return false;
    };
    let is_run = whole.len() >= LEAST_RUN && whole.chars().all(is_symbol);
    let is_number = whole.bytes().all(|octet| octet.is_ascii_digit());
    is_run && !is_number && !is_uuid(&whole) && !is_wordlike(&whole)
}

fn may_be_name(name: &str) -> bool {
    let seen = seen(name);
    let is_whole = seen.len() >= LEAST_NAME && seen.chars().all(is_symbol);
    let mut runs = runs(&seen);
    let is_one = |text: &str| !is_uuid(text) && !is_wordlike(text);
    is_whole && is_one(&seen) || runs.any(is_one)
}

/// The JSON in a text, if it is an array, an object or a text again.
fn json(text: &str) -> Option<Value> {
    let is_json = text.trim_start().starts_with(['{', '[', '"']);
    is_json
        .then(|| Value::parse(text.as_bytes()).ok())
        .flatten()
}

/// A text without what nobody sees in it: it stands between the characters of ASCII in UTF-16.
fn seen(text: &str) -> Cow<'_, str> {
    if let Some(ascii) = octets::ascii_in_pairs(text) {
        return Cow::Owned(ascii);
    }
    let is_dropped = |char: char| is_unseen(char) && !matches!(char, '\r' | '\n' | '\t');
    if text.contains(is_dropped) {
        Cow::Owned(text.chars().filter(|char| !is_dropped(*char)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// A text without line breaks, and without what stands between groups of equal length; `None` if it
/// has anything else in it that no encoding of octets and no field of Toss's has.
fn line(text: &str) -> Option<Zeroizing<String>> {
    let text = text.trim();
    let is_known = |char: char| is_symbol(char) || is_between(char) || matches!(char, '$' | '.');
    if !text.chars().all(is_known) {
        return None;
    }
    let groups = || text.split(is_between).filter(|group| !group.is_empty());
    let first = groups().next().map_or(0, str::len);
    let count = groups().count();
    let is_grouped = groups()
        .enumerate()
        .all(|(index, it)| it.len() == first || index + 1 == count && it.len() < first);
    let is_break = |char: char| matches!(char, '\r' | '\n');
    if !is_grouped && text.contains(|char: char| is_between(char) && !is_break(char)) {
        return None;
    }
    // In one buffer: one that grows would leave copies behind.
    let mut line = Zeroizing::new(String::with_capacity(text.len()));
    groups().for_each(|group| line.push_str(group));
    Some(line)
}

/// What stands between groups of digits or letters.
fn is_between(char: char) -> bool {
    char.is_ascii_whitespace() || matches!(char, ':' | ',')
}

/// The longer runs of base64 in a text.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|char| !is_symbol(char))
        .filter(|run| run.len() >= LEAST_RUN)
}

fn is_symbol(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '+' | '/' | '=' | '-' | '_')
}

/// Of several things to say the one that decides most: one that no waiver does away with before one
/// that can be waived.
pub(crate) fn worst(codes: impl Iterator<Item = DecisionCode>) -> Option<DecisionCode> {
    codes.max_by_key(|code| (code.effect(), code.waiver().is_none()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use injang_core::armor::BASE64_URL;

    const KEYS: &str = r#"{"kakao": {"key": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "iv": "AAAAAAAAAAAAAAAAAAAAAA=="}}"#;

    fn sealed(plain: &[u8]) -> Vec<u8> {
        let keys = Keys::parse(KEYS.as_bytes()).unwrap();
        // In counter mode, encrypting is decrypting.
        let readings = keys.open(Scheme::Kakao, &BASE64.encode(plain)).readings();
        readings.unwrap()[0].octets().to_vec()
    }

    fn hex(octets: &[u8]) -> String {
        base16ct::lower::encode_string(octets)
    }

    /// A ciphertext in every way in which somebody may write it.
    fn written(octets: &[u8]) -> Vec<String> {
        let base64 = BASE64.encode(octets);
        let utf16 = |text: &str| text.chars().flat_map(|it| [it, '\0']).collect::<String>();
        let pairs = |text: &str| {
            let units = text.as_bytes().chunks(2);
            let units: Vec<u16> = units.map(|it| u16::from_le_bytes([it[0], it[1]])).collect();
            String::from_utf16(&units).unwrap()
        };
        let digits = hex(octets);
        let groups: Vec<_> = digits.as_bytes().chunks(2).collect();
        vec![
            BASE64_URL.encode(octets),
            base64.trim_end_matches('=').to_owned(),
            digits.clone(),
            digits.to_ascii_uppercase(),
            groups
                .join(&b':')
                .iter()
                .map(|it| char::from(*it))
                .collect(),
            groups
                .join(&b' ')
                .iter()
                .map(|it| char::from(*it))
                .collect(),
            BASE64.encode(&base64),
            BASE64.encode(BASE64.encode(BASE64.encode(&base64))),
            BASE64.encode(&digits),
            utf16(&base64),
            format!("\u{feff}{}", utf16(&base64)),
            format!("\0{}", utf16(&base64).trim_end_matches('\0')),
            pairs(&base64),
            format!("{}\r\n{}", &base64[..8], &base64[8..]),
            base64.chars().flat_map(|it| [it, '\u{200b}']).collect(),
            format!("계좌: {base64} 끝"),
            format!(r#"{{"bank": "{base64}"}}"#),
            serde_json::json!([[serde_json::json!({"a": {"b": base64}}).to_string()]]).to_string(),
            serde_json::json!({ base64.as_str(): 1 }).to_string(),
            serde_json::json!(serde_json::json!(base64).to_string()).to_string(),
            base64,
        ]
    }

    fn utf16(text: &str, has_mark: bool, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        let mark = has_mark.then_some(0xfeff);
        mark.into_iter()
            .chain(text.encode_utf16())
            .flat_map(order)
            .collect()
    }

    #[test]
    fn a_ciphertext_in_every_writing() {
        let keys = Keys::parse(KEYS.as_bytes()).unwrap();
        let (none, text) = (Keys::default(), "계좌 국민은행 000-00-000000");
        let mut plains = vec![
            text.as_bytes().to_vec(),
            b"\xb1\xb9\xb9\xce\xc0\xba\xc7\xe0 0000".to_vec(),
        ];
        for has_mark in [false, true] {
            plains.push(utf16(text, has_mark, u16::to_le_bytes));
            plains.push(utf16(text, has_mark, u16::to_be_bytes));
        }
        for plain in plains {
            for text in written(&sealed(&plain)) {
                let value = Value::Text(Zeroizing::new(text.clone()));
                let found = |keys| Hidden::new(keys, Scheme::Kakao).in_value(&value);
                assert_eq!(found(&keys), Some(DecisionCode::ContentEncrypted), "{text}");
                assert_eq!(found(&none), Some(DecisionCode::KeysMissing), "{text}");
                assert!(may_be_in_text(&text), "{text}");
            }
        }
    }

    #[test]
    fn what_hides_nothing() {
        let keys = Keys::parse(KEYS.as_bytes()).unwrap();
        for text in [
            "시험 계약서: 이 원문은 시험을 위해 만들었습니다.",
            "an agreement of two",
            "국민은행 000-00-0000",
            "000000-00-000000",
            "0000000000000000",
            r#"{"account_no": "000-00", "bankServiceType": "자동이체", "withdraw_information": ["국민은행"]}"#,
            "2026-03-02T18:00:00+09:00",
        ] {
            let value = Value::Text(Zeroizing::new(text.to_owned()));
            for keys in [&keys, &Keys::default()] {
                assert_eq!(
                    Hidden::new(keys, Scheme::Kakao).in_value(&value),
                    None,
                    "{text}"
                );
            }
        }
        for text in [
            "시험 계약서",
            "an agreement of two",
            r#"{"account_no": "시험"}"#,
        ] {
            assert!(!may_be_in_text(text), "{text}");
        }
        for text in [
            "사용자 계약",
            "0000000000000000000000",
            "00000000-0000-4000-8000-0000000000a1",
            "AGREEMENTOFTWOPERSONS",
        ] {
            assert!(!is_by_looks(text), "{text}");
        }
        for text in [
            "wiOUiKSvHTKyyGbmAxYq1w==",
            "c22394bb00f1e2d3c4b5a69788796a5b",
        ] {
            assert!(is_by_looks(text), "{text}");
        }
    }
}
