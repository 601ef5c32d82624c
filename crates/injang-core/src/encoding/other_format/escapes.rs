//! Text forms in the quotes or with the escapes of what they were copied from.

use crate::encoding::error::OtherFormat;
use crate::encoding::text_form::base64_hex::{BASE64, BASE64_URL};
use crate::encoding::text_form::pem::has_whole_block;
use crate::encoding::text_form::{decode_text, text_start};
use alloc::vec::Vec;

/// A text that begins with a quotation mark: a text form in quotes, or JSON.
pub(super) fn of_quoted(text: &[u8]) -> Option<OtherFormat> {
    let (mark, rest) = text.split_first()?;
    // Behind a value there is often the comma of the line that it was copied from.
    let inner = rest.trim_ascii_end();
    let inner = inner.strip_suffix(b",").unwrap_or(inner).trim_ascii_end();
    let inner = inner.strip_suffix(&[*mark]).unwrap_or(inner);
    if is_form(inner) || is_form(&without_json_escapes(inner)) {
        Some(OtherFormat::Quoted)
    } else {
        (*mark == b'"').then_some(OtherFormat::Json)
    }
}

/// A text form with the escapes of a JSON string or of a URL.
pub(super) fn of_escaped(text: &[u8]) -> Option<OtherFormat> {
    // What has no need of an escape has one in the text before a block.
    if !text.contains(&b'\\') && !text.contains(&b'%') || is_form(text) {
        return None;
    }
    if text.contains(&b'\\') && is_form(&without_json_escapes(text)) {
        return Some(OtherFormat::JsonEscaped);
    }
    if text.contains(&b'%') && is_form(&without_url_escapes(text)) {
        return Some(OtherFormat::UrlEscaped);
    }
    None
}

/// What a text holds that is base64 altogether.
pub(super) fn base64(text: &[u8]) -> Option<Vec<u8>> {
    let is_symbol = |octet: &u8| octet.is_ascii_alphanumeric() || b"+/-_=".contains(octet);
    let is_stray = |octet: &u8| !is_symbol(octet) && !octet.is_ascii_whitespace();
    if text.iter().any(is_stray) {
        return None;
    }
    let symbols: Vec<u8> = text
        .iter()
        .copied()
        .filter(|octet| !octet.is_ascii_whitespace())
        .collect();
    let decoded = BASE64.decode(&symbols);
    decoded.or_else(|_| BASE64_URL.decode(&symbols)).ok()
}

pub(super) fn is_form(text: &[u8]) -> bool {
    let text = &text[text_start(text)..];
    decode_text(text).is_some() || has_whole_block(text)
}

/// The text with the escapes of RFC 8259 7 resolved, those of other characters than ASCII aside.
fn without_json_escapes(text: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [octet, behind @ ..] = rest {
        let (resolved, length) = match (octet, behind) {
            (b'\\', [b'u', b'0', b'0', high, low, ..]) => match hex_pair(*high, *low) {
                Some(value) => (value, 6),
                None => (b'\\', 1),
            },
            (b'\\', [b'n' | b'r' | b't', ..]) => (b'\n', 2),
            (b'\\', [escaped @ (b'/' | b'\\' | b'"'), ..]) => (*escaped, 2),
            _ => (*octet, 1),
        };
        plain.push(resolved);
        rest = &rest[length..];
    }
    plain
}

/// The text with the escapes of RFC 3986 2.1 resolved.
fn without_url_escapes(text: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [octet, behind @ ..] = rest {
        let escaped = match (octet, behind) {
            (b'%', [high, low, ..]) => hex_pair(*high, *low),
            _ => None,
        };
        plain.push(escaped.unwrap_or(*octet));
        rest = &rest[if escaped.is_some() { 3 } else { 1 }..];
    }
    plain
}

fn hex_pair(high: u8, low: u8) -> Option<u8> {
    let digit = |symbol: u8| char::from(symbol).to_digit(16);
    u8::try_from(digit(high)? << 4 | digit(low)?).ok()
}
