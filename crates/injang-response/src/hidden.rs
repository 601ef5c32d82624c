//! Ciphertexts in what was signed: a signer who signed one saw nothing of what it says.
//!
//! Whoever wrote a ciphertext into a text may have written it in any encoding, and anywhere: this is
//! the one place that knows them. [`Hidden::in_value`] is asked at every comparison that came to
//! "the same", because that the ciphertext of the request was signed is no agreement.

mod octets;
mod words;

use crate::DecisionCode;
use crate::digest_text;
use crate::json::Value;
use crate::keys::Keys;
use crate::product::Scheme;
use injang_core::armor::BASE64;
pub(crate) use octets::is_public_key;
use octets::{decodings, is_key_or_point};
use std::borrow::Cow;
pub(crate) use words::is_unseen;
use words::{is_clear, is_id, is_uuid, is_wordlike};
use zeroize::Zeroizing;

/// Octets of a ciphertext at least that a text is taken for. A word of four letters is base64 too, and
/// under one key of ten comes out of the cipher as a text; of eight letters, under one of hundreds.
const LEAST_WHOLE: usize = 6;

/// Characters in a row, within a longer text, that is too long for clear text: base64 of twelve octets.
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
        // A ciphertext of 16 octets may be written in the groups of a UUID; without keys it is taken for
        // what it looks like.
        let grouped = line(&seen).filter(|it| is_uuid(it));
        let grouped = grouped.and_then(|it| self.open(&it, LEAST_WHOLE));
        let grouped = grouped.filter(|code| *code == DecisionCode::ContentEncrypted);
        let whole = whole.and_then(|it| self.open(it, least(it))).or(grouped);
        let runs = runs(&seen).filter(|run| !is_uuid(run) && !is_wordlike(run));
        worst(
            whole
                .into_iter()
                .chain(runs.filter_map(|run| self.open(run, LEAST_WHOLE))),
        )
    }

    /// The same of the name of a member, which may be a programmer's identifier.
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

/// Whether a text by itself, which is not declared as encrypted, is nothing but a ciphertext by its
/// looks: what a person reads has other characters in it. An id is none, nor is base64 of one, nor is
/// a public key.
pub(crate) fn is_by_looks(text: &str) -> bool {
    let seen = seen(text);
    // A sentence ends so, and may end so after a ciphertext.
    let Some(whole) = line(seen.trim().trim_end_matches(['.', '。', ';', '!'])) else {
        return false;
    };
    if is_toss_field(&whole) {
        return true;
    }
    let is_run = whole.len() >= LEAST_RUN && whole.chars().all(is_symbol);
    let is_number = whole.bytes().all(|octet| octet.is_ascii_digit());
    // Hex digits are long runs of digits, as words are of letters.
    let is_word = || is_wordlike(&whole) && !is_hex_with_letters(&whole);
    let is_key = || {
        decodings(&whole, LEAST_WHOLE)
            .iter()
            .any(|it| is_key_or_point(it))
    };
    let is_named = || is_id(&whole) || is_base64_of_id(&whole) || is_key() || is_code(&whole);
    is_run && !is_number && !is_word() && !is_named()
}

/// Whether a text is of hex digits, letters among them, in one row or in groups.
fn is_hex_with_letters(text: &str) -> bool {
    text.bytes().all(|it| it.is_ascii_hexdigit() || it == b'-')
        && text.bytes().any(|it| it.is_ascii_alphabetic())
}

/// Whether a text is a number of a contract, an order or a thing: groups of letters of one case and
/// digits, hyphens or underscores in between, and not of hex digits alone. Of the url-safe base64 of
/// 16 random octets one of 100,000 has one case only.
fn is_code(text: &str) -> bool {
    let has = |of: fn(&u8) -> bool| text.as_bytes().iter().any(of);
    let is_grouped = text.contains(['-', '_']) && !text.contains(['+', '/', '=']);
    let is_one_case = !has(u8::is_ascii_lowercase) || !has(u8::is_ascii_uppercase);
    is_grouped && is_one_case && !is_hex_with_letters(text)
}

/// The same of a value: of any text in it that is not a digest.
pub(crate) fn is_any_by_looks(value: &Value) -> bool {
    match value {
        Value::Text(text) => is_text_by_looks(text),
        Value::Array(items) => items.iter().any(is_any_by_looks),
        Value::Object(all) => all.values().any(is_any_by_looks),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Inexact => false,
    }
}

/// The same of a text that is no digest: of all of it, or of a text in the JSON that it is.
pub(crate) fn is_text_by_looks(text: &str) -> bool {
    digest_text::digest(text, None).is_none()
        && match json(text) {
            Some(inner) => is_any_by_looks(&inner),
            None => is_by_looks(text),
        }
}

/// Whether a text has the form of a field of Toss's: a version, a session, and base64.
fn is_toss_field(text: &str) -> bool {
    let is_version = |octet: u8| octet.is_ascii_digit() || matches!(octet, b'_' | b'.');
    let mut parts = text.split('$');
    let version = parts.next().and_then(|it| it.strip_prefix('v'));
    version.is_some_and(|it| !it.is_empty() && it.bytes().all(is_version)) && parts.count() >= 2
}

/// Whether a text is base64 of an id, written once: a ciphertext that was encoded twice decodes to
/// base64, which is no id.
fn is_base64_of_id(text: &str) -> bool {
    let octets = BASE64.decode(text).map(Zeroizing::new);
    octets.is_ok_and(|octets| std::str::from_utf8(&octets).is_ok_and(is_id))
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

/// A text without its invisible characters: it stands between the characters of ASCII in UTF-16.
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
    // In one buffer: one that grows would leave copies in memory.
    let mut line = Zeroizing::new(String::with_capacity(text.len()));
    groups().for_each(|group| line.push_str(group));
    Some(line)
}

/// What stands between groups of digits or letters.
fn is_between(char: char) -> bool {
    char.is_whitespace()
        || matches!(
            char,
            ':' | ',' | ';' | '|' | '*' | '~' | '\'' | '·' | '–' | '—'
        )
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

    /// A ciphertext in every form in which it may be written.
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
            hyphened(&digits, |_| 4),
            // In the groups of a UUID as long as there are any.
            hyphened(&digits, |index| {
                [8, 4, 4, 4, 12].get(index).copied().unwrap_or(8)
            }),
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

    /// Digits in groups of these lengths, with hyphens in between.
    fn hyphened(digits: &str, length: impl Fn(usize) -> usize) -> String {
        let mut groups = Vec::new();
        let mut rest = digits;
        while !rest.is_empty() {
            let (group, next) = rest.split_at(length(groups.len()).min(rest.len()));
            groups.push(group);
            rest = next;
        }
        groups.join("-")
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
            // Of the K3500 guide, which has ten digits first.
            "02a05c5bfe-d89a-448b-a538-d80dc5b038fa",
            "01HQZX3V7K8M2N4P6R8S0T2V4W",
            "9dd4e461268c8034f5c8564e155c67a6",
            "0297e72d72f74d94b3f01d2eff325ab7",
            // A public key of P-256, and the point of it in hex.
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEPteijsZI7c5dW34lL2sqr7tEg1EUoks8qo9xD2SZO8JXEaNM3JIpCAtjnwmXf+t8qR7M4WSb/qithccrIGrefg==",
            "043ed7a28ec648edce5d5b7e252f6b2aafbb44835114a24b3caa8f710f64993bc25711a34cdc9229080b639f09977feb7ca91ecce1649bfea8ad85c72b206ade7e",
            // Numbers of contracts and orders.
            "ORD-20260302-0001-A1B2",
            "P-2026-03-02-0001-X",
            "POLICY-A1B2C3D4-2026",
            "A1B2-C3D4-E5F6-G7H8",
            "contract_20260302_a1b2c3d4",
            // Base64 of an id.
            "MDI5N2U3MmQ3MmY3NGQ5NGIzZjAxZDJlZmYzMjVhYjc=",
        ] {
            assert!(!is_by_looks(text), "{text}");
        }
        for text in [
            "wiOUiKSvHTKyyGbmAxYq1w==",
            // Base64 in base64, as Kakao's fields are.
            "ajNZRTQ1ait0ZytDUGV4enRXaHdZUw==",
            // Of other alphabets, or of other lengths, than ids.
            "01HQZX3V7K8M2N4P6R8S0T2V4U",
            "01HQZX3V7K8M2N4P6R8S0T2V4WX3",
            "02a05c5b-d89a-448b-a538-d80dc5b038fa-448b",
            "02a0-5c5b-fed8-9a44-8ba5-38d8",
            "9dd4e461268c8034f5c8564e155c67a600",
            // Hex of base64; groups in other ways; at the end of a sentence.
            "77694f55694b5376485454",
            "c2 23 94 88 a4 af 1d 32 b2 c8 66 e6 03 16 2a d7 23 94",
            "c22394;88a4af;1d32b2;c866e6;03162a",
            "wiOU·iKSv·HTKy·yGbm·AxYq",
            "wiOUiKSvHTKyyGbmAxYq1w==.",
            // Of Toss: a version, a session, and base64.
            "v1_0.0.14$0297e72d72f74d94b3f01d2eff325ab7$wiOUiKSvHTKyyGbmAxYq1w==$",
            "v1$0297e72d72f74d94b3f01d2eff325ab7$wiOUiKSvHTKyyGbmAxYq1w==",
        ] {
            assert!(is_by_looks(text), "{text}");
        }
    }
}
