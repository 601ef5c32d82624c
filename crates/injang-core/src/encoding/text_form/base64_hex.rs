//! Base64 and hex.

use super::{Armor, is_raw};
use crate::encoding::error::{Error, ErrorKind, OtherFormat};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use base64::Engine as _;
use base64::alphabet::{Alphabet, STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// Base64 as providers and their users write it: padded or not. Bits left over behind the last octet
/// are refused.
pub struct Base64 {
    engine: GeneralPurpose,
}

/// The alphabet of RFC 4648 4, with `+` and `/`.
pub const BASE64: Base64 = Base64::standard();
/// The url-safe alphabet of RFC 4648 5, with `-` and `_`.
pub const BASE64_URL: Base64 = Base64::url_safe();

/// A text that is not base64.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotBase64;

impl core::fmt::Display for NotBase64 {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("the text is not base64")
    }
}

impl core::error::Error for NotBase64 {}

impl Base64 {
    const fn standard() -> Self {
        Self::new(&STANDARD)
    }

    const fn url_safe() -> Self {
        Self::new(&URL_SAFE)
    }

    /// Takes padding or none, but no other last symbol than an encoder writes.
    const fn new(alphabet: &Alphabet) -> Self {
        let config =
            GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
        Self {
            engine: GeneralPurpose::new(alphabet, config),
        }
    }

    /// Decodes a text. White space is not skipped: it is an error, like any other character.
    #[inline]
    pub fn decode(&self, text: impl AsRef<[u8]>) -> Result<Vec<u8>, NotBase64> {
        self.engine.decode(text).map_err(|_| NotBase64)
    }

    /// Decodes a text into the beginning of `octets`, and returns how many octets it wrote. A buffer
    /// that is too small is an error: three octets for every four characters, rounded up, are always
    /// enough.
    #[inline]
    pub fn decode_slice(
        &self,
        text: impl AsRef<[u8]>,
        octets: &mut [u8],
    ) -> Result<usize, NotBase64> {
        self.engine
            .decode_slice(text, octets)
            .map_err(|_| NotBase64)
    }

    /// Encodes octets, with padding.
    pub fn encode(&self, octets: impl AsRef<[u8]>) -> String {
        self.engine.encode(octets)
    }
}

/// The octets of a SEQUENCE in hex or base64.
///
/// Hex digits are base64 too, but not of a SEQUENCE, and so the order of the two tries does not
/// matter. A text that is neither has the error of the form whose first symbols it has.
pub(crate) fn decode(text: &[u8], start: usize) -> Result<(Vec<u8>, Armor), Error> {
    let unknown = Error::new(
        ErrorKind::OtherFormat(OtherFormat::Unknown),
        start,
        "document",
    );
    let hex_error = match hex(text, start) {
        Ok(octets) if is_raw(&octets) => return Ok((octets, Armor::Hex)),
        Ok(_) => unknown,
        Err(error) => error,
    };
    let base64_error = match base64(text, start) {
        Ok((octets, armor)) if is_raw(&octets) => {
            return if has_lost_plus(text, &octets) {
                let what = ErrorKind::OtherFormat(OtherFormat::PlusLost);
                Err(Error::new(what, start, "document"))
            } else {
                Ok((octets, armor))
            };
        }
        Ok(_) => unknown,
        Err(error) => error,
    };
    let mut symbols = text.iter().filter(|octet| !octet.is_ascii_whitespace());
    Err(match (symbols.next(), symbols.next()) {
        (Some(b'3'), Some(b'0')) => hex_error,
        // The first twelve bits of 0x30 and another octet.
        (Some(b'M'), None | Some(b'A'..=b'P')) => base64_error,
        _ => unknown,
    })
}

/// Whether base64 with blanks fills its SEQUENCE only with `+` in their place. Four symbols that were
/// lost leave base64 behind, of other octets.
fn has_lost_plus(text: &[u8], octets: &[u8]) -> bool {
    let text = text.trim_ascii();
    if !text.contains(&b' ') || is_whole(octets) {
        return false;
    }
    let with_plus = BASE64.decode(&*without_whitespace(&with_plus(text)));
    with_plus.is_ok_and(|octets| is_whole(&octets))
}

/// The text with `+` for each blank.
pub(crate) fn with_plus(text: &[u8]) -> Vec<u8> {
    let plus = |octet: &u8| if *octet == b' ' { b'+' } else { *octet };
    text.iter().map(plus).collect()
}

/// Whether these are the octets of a SEQUENCE up to its end.
fn is_whole(octets: &[u8]) -> bool {
    let length = |octets: &[u8]| octets.iter().fold(0, |all, it| all << 8 | usize::from(*it));
    match octets {
        [0x30, 0x80, .., 0, 0] => true,
        [0x30, first @ ..=0x7f, rest @ ..] => rest.len() == usize::from(*first),
        [0x30, first @ 0x81..=0x84, rest @ ..] => {
            let (count, rest) = rest.split_at((usize::from(*first) - 0x80).min(rest.len()));
            rest.len() == length(count)
        }
        _ => false,
    }
}

/// The octets of base64 in either alphabet, but not in both.
pub(crate) fn base64(text: &[u8], start: usize) -> Result<(Vec<u8>, Armor), Error> {
    // Most texts are one line: its decoder finds white space sooner than another look would.
    let line = text.trim_ascii_end();
    if let Ok(octets) = BASE64.decode(line) {
        return Ok((octets, Armor::Base64));
    }
    let symbols = without_whitespace(line);
    if let Ok(octets) = BASE64.decode(&*symbols) {
        return Ok((octets, Armor::Base64));
    }
    if let Ok(octets) = BASE64_URL.decode(&*symbols) {
        return Ok((octets, Armor::Base64Url));
    }
    // The cause in the words of this crate, at the place in the text as it was given.
    let broken = |kind, offset| Error::new(kind, start + offset, "base64");
    let is_symbol = |octet: &u8| octet.is_ascii_alphanumeric() || b"+/-_=".contains(octet);
    let is_stray = |octet: &u8| !is_symbol(octet) && !octet.is_ascii_whitespace();
    if let Some(offset) = text.iter().position(is_stray) {
        return Err(broken(ErrorKind::TextAlphabet, offset));
    }
    let url = text.iter().position(|octet| matches!(octet, b'-' | b'_'));
    let standard = text.iter().position(|octet| matches!(octet, b'+' | b'/'));
    Err(match (url, standard) {
        (Some(url), Some(standard)) => broken(ErrorKind::TextMixed, url.max(standard)),
        _ => broken(ErrorKind::TextLength, text.len()),
    })
}

pub(crate) fn hex(text: &[u8], start: usize) -> Result<Vec<u8>, Error> {
    let is_stray = |octet: &u8| !octet.is_ascii_hexdigit() && !octet.is_ascii_whitespace();
    if let Some(offset) = text.iter().position(is_stray) {
        return Err(Error::new(ErrorKind::TextAlphabet, start + offset, "hex"));
    }
    base16ct::mixed::decode_vec(&*without_whitespace(text))
        .map_err(|_| Error::new(ErrorKind::TextLength, start + text.len(), "hex"))
}

fn without_whitespace(text: &[u8]) -> Cow<'_, [u8]> {
    if text.iter().any(u8::is_ascii_whitespace) {
        text.iter()
            .copied()
            .filter(|octet| !octet.is_ascii_whitespace())
            .collect()
    } else {
        Cow::Borrowed(text)
    }
}
