//! The JSON object in which Kakao signs a text: `{"data": …, "txId": …, "desc": …}`.
//!
//! The core has no serde, and needs no more of JSON than this: a guess that a diagnosis tries, held
//! against a digest or a signature before it is reported.

use alloc::string::String;
use alloc::vec::Vec;

/// The text of `data`, if the octets are an object whose members are all strings, numbers or
/// literals, as the provider makes it. Nothing is decided by it but what a diagnosis tries.
pub(super) fn data(octets: &[u8]) -> Option<Vec<u8>> {
    let text = core::str::from_utf8(octets).ok()?;
    let mut rest = text.trim().strip_prefix('{')?;
    let mut data = None;
    loop {
        let key;
        (key, rest) = string(rest.trim_start())?;
        rest = rest.trim_start().strip_prefix(':')?.trim_start();
        if rest.starts_with('"') {
            let value;
            (value, rest) = string(rest)?;
            if key == "data" {
                data = Some(value.into_bytes());
            }
        } else {
            let length = rest.find([',', '}'])?;
            if rest[..length].contains(['{', '[', '"']) {
                return None;
            }
            rest = &rest[length..];
        }
        rest = rest.trim_start();
        match rest.strip_prefix(',') {
            Some(next) => rest = next,
            None => return rest.strip_prefix('}')?.trim().is_empty().then_some(data)?,
        }
    }
}

/// A string at the start of a text, and what follows it (RFC 8259 7).
fn string(text: &str) -> Option<(String, &str)> {
    let mut chars = text.strip_prefix('"')?.chars();
    let mut string = String::new();
    loop {
        match chars.next()? {
            '"' => return Some((string, chars.as_str())),
            '\\' => string.push(match chars.next()? {
                'b' => '\u{8}',
                'f' => '\u{c}',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => escaped(&mut chars)?,
                char @ ('"' | '\\' | '/') => char,
                _ => return None,
            }),
            char => string.push(char),
        }
    }
}

/// The character of `uXXXX`, or of two of them that are a surrogate pair.
fn escaped(chars: &mut core::str::Chars<'_>) -> Option<char> {
    let unit = |chars: &mut core::str::Chars<'_>| {
        (0..4).try_fold(0u16, |unit, _| {
            let digit = chars.next()?.to_digit(16)?;
            Some(unit << 4 | u16::try_from(digit).ok()?)
        })
    };
    let first = unit(chars)?;
    let units = if (0xd800..0xdc00).contains(&first) {
        if (chars.next()?, chars.next()?) != ('\\', 'u') {
            return None;
        }
        alloc::vec![first, unit(chars)?]
    } else {
        alloc::vec![first]
    };
    char::decode_utf16(units).next()?.ok()
}

#[cfg(test)]
mod tests {
    use super::data;

    #[test]
    fn kakao_s_object() {
        let text =
            r#" {"data":"첫 \"줄\"\nA\u00e9\ud83d\ude00", "txId":"1", "n": 3, "desc":null} "#;
        assert_eq!(data(text.as_bytes()).unwrap(), "첫 \"줄\"\nAé😀".as_bytes());
        for none in [
            "",
            "{}",
            "[]",
            "{\"data\":1}",
            "{\"data\":\"a\"",
            "{\"data\":\"a\"}x",
            "{\"a\":{\"data\":\"b\"}}",
            "{\"data\":\"\\ud83d\"}",
            "{\"data\":\"a\",}",
            "data",
        ] {
            assert_eq!(data(none.as_bytes()), None, "{none}");
        }
    }
}
