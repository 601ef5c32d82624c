//! What an input is that is no signed document, so that its owner can be told.
//!
//! Nothing here decides how an input is read. Everything looks at the beginning of a structure, or
//! once over a text.

mod escapes;

use crate::encoding::error::OtherFormat;
use crate::encoding::text_form::{base64_hex, is_raw, text_start};
use alloc::vec::Vec;

/// The kind of file that octets are, by the magic number that its format puts in front, or UTF-16.
pub(crate) fn of_octets(input: &[u8]) -> Option<OtherFormat> {
    let is = |magic: &[u8]| input.starts_with(magic);
    if is(b"%PDF-") {
        Some(OtherFormat::Pdf)
    } else if is(b"PK\x03\x04") {
        Some(OtherFormat::Zip)
    } else if is(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        Some(OtherFormat::Ole)
    } else if is(b"\x1f\x8b") {
        Some(OtherFormat::Gzip)
    } else if is(b"\xfe\xed\xfe\xed") || is(b"\xce\xce\xce\xce") {
        Some(OtherFormat::KeyStore)
    } else if is(b"\xef\xbb\xbf") && is_raw(&input[3..]) {
        Some(OtherFormat::SavedAsText)
    } else if is(b"\xff\xfe\0\0") || is(b"\0\0\xfe\xff") {
        Some(OtherFormat::Utf32)
    } else if is_utf16(input) {
        Some(OtherFormat::Utf16)
    } else {
        None
    }
}

/// Whether octets begin as a SEQUENCE whose length octet is a character of UTF-8, as happens to DER that
/// is read as a text of one octet for each character, or as UTF-8 with U+FFFD for what is none, and
/// written again. No length octet of DER is above 88.
pub(crate) fn has_lost_octets(input: &[u8]) -> bool {
    let head = input.get(..32).unwrap_or(input);
    let is_text = match core::str::from_utf8(head) {
        Ok(_) => true,
        // A character may be cut off where the head ends.
        Err(error) => error.valid_up_to() + 3 >= head.len(),
    };
    input.starts_with(b"\x30\xef\xbf\xbd")
        || (matches!(input, [0x30, 0xc2..=0xf4, ..]) && is_raw(input) && is_text)
}

/// Whether it has a byte order mark of UTF-16, or its first characters are ASCII in UTF-16.
fn is_utf16(input: &[u8]) -> bool {
    let head = input.get(..16).unwrap_or(input);
    let is_ascii = |zero: usize| {
        let pairs = head.chunks_exact(2);
        pairs.len() > 3
            && pairs
                .into_iter()
                .all(|pair| pair[zero] == 0 && pair[1 - zero].is_ascii() && pair[1 - zero] != 0)
    };
    input.starts_with(b"\xff\xfe") || input.starts_with(b"\xfe\xff") || is_ascii(0) || is_ascii(1)
}

/// The kind of text, which begins with no white space.
pub(crate) fn of_text(text: &[u8]) -> Option<OtherFormat> {
    let is_markup = |name: &[u8]| {
        let head = text.get(1..=name.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(name))
    };
    let kind = match text.first()? {
        b'"' | b'\'' => escapes::of_quoted(text),
        b'{' | b'[' => Some(OtherFormat::Json),
        b'<' if is_markup(b"!doctype html") || is_markup(b"html") => Some(OtherFormat::Html),
        b'<' => Some(OtherFormat::Xml),
        _ => None,
    };
    kind.or_else(|| of_data_url(text))
        .or_else(|| is_mail(text).then_some(OtherFormat::Mail))
        .or_else(|| is_jwt(text).then_some(OtherFormat::Jwt))
        .or_else(|| of_printed(text))
        .or_else(|| of_field(text))
        .or_else(|| escapes::of_escaped(text))
        .or_else(|| of_twofold(text))
        .or_else(|| of_broken_base64(text))
}

/// A text form behind its name. The value may be in quotes, or below the line, as YAML has it.
fn of_field(text: &[u8]) -> Option<OtherFormat> {
    let lines = text.split_inclusive(|octet| *octet == b'\n');
    let mut start = 0;
    for line in lines {
        let rest = &text[start..];
        start += line.len();
        let Some(mark) = line.iter().position(|octet| matches!(octet, b':' | b'=')) else {
            continue;
        };
        let name = line[..mark].trim_ascii();
        let is_name = !name.is_empty()
            && name
                .iter()
                .all(|octet| octet.is_ascii_alphanumeric() || b"_-.\"'".contains(octet));
        if !is_name {
            continue;
        }
        let value = line[mark + 1..].trim_ascii();
        // Only one line's value is looked at to the end of the text.
        let value = match value {
            b"" | b"|" | b">" | b"|-" | b">-" | b"|+" | b">+" => {
                let below = &text[start..];
                return escapes::is_form(below).then_some(OtherFormat::Field);
            }
            value => value,
        };
        let is_quote = |octet: &u8| matches!(octet, b'"' | b'\'');
        let value = value.strip_suffix(b",").unwrap_or(value);
        let inner = match value {
            [open, inner @ .., close] if is_quote(open) && open == close => inner,
            value => value,
        };
        if escapes::is_form(inner) || escapes::of_escaped(inner).is_some() {
            return Some(OtherFormat::Field);
        }
        // A block of PEM may begin in the line and end below.
        if value.starts_with(b"-----BEGIN ") {
            let block = &rest[mark + 1..];
            return escapes::is_form(block).then_some(OtherFormat::Field);
        }
    }
    None
}

/// Base64 whose symbols are all there, with others between them, or with blanks in the place of `+`.
fn of_broken_base64(text: &[u8]) -> Option<OtherFormat> {
    if escapes::is_form(&base64_hex::with_plus(text.trim_ascii())) {
        return Some(OtherFormat::PlusLost);
    }
    let is_symbol = |octet: &u8| octet.is_ascii_alphanumeric() || b"+/-_=".contains(octet);
    // What separates is a comma, a semicolon, or no character of ASCII; and it stands between symbols, the
    // first of which is that of a SEQUENCE. Anything else has its place in the error.
    let is_separator =
        |octet: &u8| !octet.is_ascii() || octet.is_ascii_whitespace() || b",;".contains(octet);
    let ends_well = text.trim_ascii_end().last().is_some_and(is_symbol);
    if text.first() != Some(&b'M')
        || !ends_well
        || !text
            .iter()
            .all(|octet| is_symbol(octet) || is_separator(octet))
    {
        return None;
    }
    let symbols: Vec<u8> = text.iter().copied().filter(is_symbol).collect();
    escapes::is_form(&symbols).then_some(OtherFormat::Base64Separated)
}

/// What programs print: a structure field by field, or its octets.
fn of_printed(text: &[u8]) -> Option<OtherFormat> {
    /// How `openssl` begins what it prints of certificates, CRLs, OCSP responses, documents and any
    /// structure.
    const TITLES: [&[u8]; 6] = [
        b"Certificate:",
        b"Certificate Revocation List (CRL):",
        b"OCSP Response Data:",
        b"CMS_ContentInfo:",
        b"PKCS7:",
        b"0:d=0",
    ];
    if TITLES.iter().any(|title| text.starts_with(title)) {
        Some(OtherFormat::Printout)
    } else if text.starts_with(b"ssh-") || text.starts_with(b"ecdsa-sha2-") {
        Some(OtherFormat::PublicKey)
    } else if is_hex_dump(text) {
        Some(OtherFormat::HexDump)
    } else {
        is_separated_hex(text).then_some(OtherFormat::HexSeparated)
    }
}

/// Whether the first line is an offset of zeros, followed in hex by the beginning of a SEQUENCE; `od`
/// prints the second octet first.
fn is_hex_dump(text: &[u8]) -> bool {
    let zeros = text.iter().take_while(|octet| **octet == b'0').count();
    let line = text[zeros..].split(|octet| matches!(octet, b'\n' | b'\r'));
    let line = line.into_iter().next().unwrap_or_default();
    let behind = line.strip_prefix(b":").unwrap_or(line);
    let pairs = behind.trim_ascii_start();
    let begins = [&b"30"[..], b"8230", b"8130", b"8030"];
    zeros >= 4 && pairs.len() < line.len() && begins.iter().any(|it| pairs.starts_with(it))
}

/// Whether it is hex of a SEQUENCE once separators and the prefixes of single octets are left out.
fn is_separated_hex(text: &[u8]) -> bool {
    /// Octets of the text that are looked at for the beginning of the SEQUENCE.
    const HEAD: usize = 256;
    let mut digits = Vec::new();
    let mut is_separated = false;
    let mut rest = text;
    while let [octet, behind @ ..] = rest {
        rest = match (octet, behind) {
            (b'0' | b'\\', [b'x' | b'X', behind @ ..]) => {
                is_separated = true;
                behind
            }
            _ if octet.is_ascii_hexdigit() => {
                if digits.len() < HEAD {
                    digits.push(*octet);
                }
                behind
            }
            _ if octet.is_ascii_whitespace() => behind,
            _ if b":,-;".contains(octet) => {
                is_separated = true;
                behind
            }
            _ => return false,
        };
    }
    digits.truncate(digits.len() & !1);
    is_separated && base16ct::mixed::decode_vec(&digits).is_ok_and(|octets| is_raw(&octets))
}

/// The kind of a whole file that is no SEQUENCE.
pub(crate) fn of_file(input: &[u8]) -> Option<OtherFormat> {
    of_octets(input).or_else(|| of_text(&input[text_start(input)..]))
}

/// `data:`, a media type if there is one, a comma, and the data (RFC 2397 3).
fn of_data_url(text: &[u8]) -> Option<OtherFormat> {
    let is_scheme = text
        .get(..5)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case(b"data:"));
    let mut rest = text.iter().skip(5);
    let end = rest.find(|octet| **octet == b',' || octet.is_ascii_whitespace());
    (is_scheme && end == Some(&b',')).then_some(OtherFormat::DataUrl)
}

/// Whether it begins with header fields of a mail (RFC 5322 2.2), one of which is of MIME.
fn is_mail(text: &[u8]) -> bool {
    /// Octets of header fields that are looked at: relays add some kilobytes.
    const HEADER: usize = 64 << 10;
    let head = &text[..text.len().min(HEADER)];
    let mut has_mime = false;
    for line in head
        .split(|octet| *octet == b'\n')
        .map(<[u8]>::trim_ascii_end)
    {
        if line.is_empty() {
            break;
        }
        let is_folded = matches!(line.first(), Some(b' ' | b'\t'));
        let name = line.split(|octet| *octet == b':').next().unwrap_or(line);
        if !is_folded && (name.len() == line.len() || !name.iter().all(u8::is_ascii_graphic)) {
            return false;
        }
        has_mime |= [&b"mime-version"[..], b"content-type"]
            .iter()
            .any(|field| name.eq_ignore_ascii_case(field));
    }
    has_mime
}

/// Whether it is a JWS or JWE in compact form (RFC 7515 7.1, RFC 7516 7.1): three or five parts,
/// the first of which is base64url of a JSON object.
fn is_jwt(text: &[u8]) -> bool {
    let text = text.trim_ascii();
    let is_symbol = |octet: &u8| octet.is_ascii_alphanumeric() || b"-_.".contains(octet);
    text.starts_with(b"eyJ")
        && text.iter().all(is_symbol)
        && matches!(text.split(|octet| *octet == b'.').count(), 3 | 5)
}

/// Base64 or hex that holds a text form again, or another kind of file.
fn of_twofold(text: &[u8]) -> Option<OtherFormat> {
    let of_hex = base64_hex::hex(text, 0).ok();
    let inner = escapes::base64(text);
    let is_twofold = |inner: &Option<Vec<u8>>| {
        inner
            .as_deref()
            .is_some_and(|inner| !is_raw(inner) && escapes::is_form(inner))
    };
    if is_twofold(&of_hex) || is_twofold(&inner) {
        return Some(OtherFormat::Twofold);
    }
    let inner = of_hex.filter(|it| of_octets(it).is_some()).or(inner)?;
    of_octets(&inner).or_else(|| {
        let kind = match inner.first()? {
            b'{' => OtherFormat::Json,
            b'<' => OtherFormat::Xml,
            _ => return None,
        };
        core::str::from_utf8(&inner).ok().map(|_| kind)
    })
}

#[cfg(test)]
mod tests;
