//! The octets that a text may write, in every encoding in which octets are written.

use injang_core::armor::{BASE64, BASE64_URL};
use std::borrow::Cow;
use zeroize::Zeroizing;

/// Octets, wiped when dropped.
type Decoding = Zeroizing<Vec<u8>>;

/// The encodings that may stand one in the other: each makes a text longer by a third at least, so
/// that these are enough for any text that was made by mistake.
const MOST_LAYERS: usize = 16;

/// What a text decodes to as hex, with or without hyphens between its groups, base64 and url-safe
/// base64, and what that decodes to if it is such a text again; what is shorter than the least is
/// nothing. There are two of each layer at most: no text of hex digits is base64 of hex digits.
pub(super) fn decodings(text: &str, least: usize) -> Vec<Decoding> {
    let mut all: Vec<Decoding> = Vec::new();
    let mut next = once(text);
    for _ in 0..MOST_LAYERS {
        next.retain(|octets| octets.len() >= least);
        let inner = next.iter().filter_map(|it| std::str::from_utf8(it).ok());
        let deeper: Vec<Decoding> = inner.flat_map(once).collect();
        all.append(&mut next);
        if deeper.is_empty() {
            break;
        }
        next = deeper;
    }
    all
}

fn once(text: &str) -> Vec<Decoding> {
    let text = text.trim();
    let digits: Cow<'_, str> = if text.contains('-') {
        text.replace('-', "").into()
    } else {
        text.into()
    };
    let decoded = [
        base16ct::mixed::decode_vec(digits.as_bytes()).ok(),
        BASE64.decode(text).ok(),
        BASE64_URL.decode(text).ok(),
    ];
    let mut found: Vec<Decoding> = Vec::new();
    for octets in decoded.into_iter().flatten().map(Zeroizing::new) {
        if !found.contains(&octets) {
            found.push(octets);
        }
    }
    found
}

/// The ASCII of a text each of whose characters is two of ASCII: base64 that was read as UTF-16. Of
/// 2^16 characters some 4,000 are so; a text of eight is none by chance.
pub(super) fn ascii_in_pairs(text: &str) -> Option<String> {
    const LEAST: usize = 8;
    let is_symbol = |octet: &u8| octet.is_ascii_alphanumeric() || b"+/=-_".contains(octet);
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let read = |order: fn(u16) -> [u8; 2]| {
        let octets: Vec<u8> = text.encode_utf16().flat_map(order).collect();
        octets
            .iter()
            .all(is_symbol)
            .then(|| String::from_utf8(octets).ok())
            .flatten()
    };
    let is_long = text.chars().nth(LEAST - 1).is_some();
    // All of ASCII has a zero in each pair.
    let is_wide = is_long && text.chars().all(|char| u32::from(char) > 0x2b00);
    if !is_wide {
        return None;
    }
    read(u16::to_le_bytes).or_else(|| read(u16::to_be_bytes))
}

/// Whether octets are two SEQUENCEs, one in the other, the outer of exactly this length, and a BIT STRING
/// after the inner. Of random octets of this length one of 2^30 are.
pub(crate) fn is_public_key(octets: &[u8]) -> bool {
    let [0x30, length, 0x30, inner, rest @ ..] = octets else {
        return false;
    };
    usize::from(*length) + 2 == octets.len()
        && *length < 0x80
        && rest.get(usize::from(*inner)) == Some(&0x03)
}

/// Whether octets are a public key, or have the form of an uncompressed point of P-256 (SEC 1 2.3.3):
/// one of 256 random texts of this length has it too.
pub(super) fn is_key_or_point(octets: &[u8]) -> bool {
    const POINT: usize = 65;
    is_public_key(octets) || octets.len() == POINT && octets.starts_with(&[0x04])
}
