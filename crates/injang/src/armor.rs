//! The text forms in which providers and archives hand over a signed document, to octets.
//!
//! Which form it is follows from the first character alone, because the octets must be an ASN.1
//! SEQUENCE, whose first octet is 0x30: raw octets begin with `0`, hex with `30`, base64 with `M`
//! (the six bits of 0x30), PEM with `-----BEGIN`. No text can be two of them. A text that begins
//! otherwise, and is no other kind of file, may explain a PEM block that stands on a later line.

use crate::error::{Error, ErrorKind, Foreign};
use alloc::borrow::Cow;
use alloc::vec::Vec;
use base64::Engine as _;
use base64::alphabet::{Alphabet, STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// The form in which the octets came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Armor {
    /// The octets themselves.
    Raw,
    /// PEM with the label `PKCS7`, `CMS` or `PKCS #7 SIGNED DATA` (RFC 7468 8 and 9).
    /// Text before it is passed over.
    Pem,
    /// Base64 of RFC 4648 4, padded or not, white space allowed.
    Base64,
    /// Base64 of RFC 4648 5 (`-` and `_`), padded or not, white space allowed.
    Base64Url,
    /// Hex of either case, white space allowed.
    Hex,
}

impl Armor {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Pem => "pem",
            Self::Base64 => "base64",
            Self::Base64Url => "base64url",
            Self::Hex => "hex",
        }
    }
}

/// Octets, and the form they came in.
#[derive(Clone)]
pub struct Decoded<'a> {
    /// Borrowed if they were raw.
    pub octets: Cow<'a, [u8]>,
    /// The form.
    pub armor: Armor,
}

impl core::fmt::Debug for Decoded<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Decoded")
            .field("armor", &self.armor)
            .field("length", &self.octets.len())
            .finish()
    }
}

/// Takes the armor off.
///
/// A byte order mark and white space before a text form are skipped. Offsets in errors count from
/// the start of `input`.
///
/// ```
/// let decoded = injang::armor::decode(b"MAMCAQE=\n")?;
/// assert_eq!(*decoded.octets, [0x30, 3, 2, 1, 1]);
/// assert_eq!(decoded.armor, injang::armor::Armor::Base64);
/// # Ok::<(), injang::Error>(())
/// ```
pub fn decode(input: &[u8]) -> Result<Decoded<'_>, Error> {
    // Raw octets begin with 30 as well as the hex text "0…" would, but hex of a SEQUENCE begins
    // with the character 3.
    if input.first() == Some(&0x30) {
        return Ok(Decoded {
            octets: Cow::Borrowed(input),
            armor: Armor::Raw,
        });
    }
    let start = text_start(input);
    let text = &input[start..];
    let (octets, armor) = match text {
        [] => return Err(Error::new(ErrorKind::Empty, start, "document")),
        [b'M', ..] => base64(text, start)?,
        [b'3', b'0', ..] => (hex(text, start)?, Armor::Hex),
        _ => {
            let error = |what| Error::new(ErrorKind::Foreign(what), start, "document");
            let octets = match (pem(text, start)?, foreign(input)) {
                (Some(octets), _) => octets,
                (None, Some(what)) => return Err(error(what)),
                // Explanatory text may stand before the block (RFC 7468 2 and 5.2).
                (None, None) => find(text, b"\n-----BEGIN ")
                    .map(|line| pem(&text[line + 1..], start + line + 1))
                    .transpose()?
                    .flatten()
                    .ok_or_else(|| error(Foreign::Unknown))?,
            };
            (octets, Armor::Pem)
        }
    };
    Ok(Decoded {
        octets: Cow::Owned(octets),
        armor,
    })
}

/// What kind of file this is, if it is one that is often taken for a signed document.
pub(crate) fn foreign(input: &[u8]) -> Option<Foreign> {
    let known = |prefix: &[u8]| input.starts_with(prefix);
    if known(b"%PDF-") {
        return Some(Foreign::Pdf);
    }
    if known(b"PK\x03\x04") {
        return Some(Foreign::Zip);
    }
    if known(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(Foreign::Ole);
    }
    match &input[text_start(input)..] {
        [b'{' | b'[' | b'"', ..] => Some(Foreign::Json),
        [b'<', ..] => Some(Foreign::Xml),
        _ => None,
    }
}

/// Where a text begins behind a byte order mark and white space.
fn text_start(input: &[u8]) -> usize {
    let mark = if input.starts_with(b"\xef\xbb\xbf") {
        3
    } else {
        0
    };
    mark + input[mark..]
        .iter()
        .take_while(|octet| octet.is_ascii_whitespace())
        .count()
}

/// The octets of a PEM block (RFC 7468); `None` if this is no PEM.
fn pem(text: &[u8], start: usize) -> Result<Option<Vec<u8>>, Error> {
    const LABELS: [&[u8]; 3] = [b"PKCS7", b"CMS", b"PKCS #7 SIGNED DATA"];
    const BEGIN: &[u8] = b"-----BEGIN ";
    const END: &[u8] = b"-----END ";
    let Some(rest) = text.strip_prefix(BEGIN) else {
        return Ok(None);
    };
    let unended = Error::new(ErrorKind::PemEnd, start, "PEM");
    let length = find(rest, b"-----").ok_or(unended)?;
    let (label, rest) = rest.split_at(length);
    if !LABELS.contains(&label) {
        let foreign = match label {
            b"CERTIFICATE" | b"X509 CERTIFICATE" | b"TRUSTED CERTIFICATE" => {
                Foreign::PemCertificate
            }
            label if label.ends_with(b" KEY") => Foreign::PemKey,
            _ => Foreign::PemOther,
        };
        return Err(Error::new(ErrorKind::Foreign(foreign), start, "PEM"));
    }
    let body = &rest[5..];
    let body_start = start + BEGIN.len() + label.len() + 5;
    let end = find(body, END).ok_or(unended)?;
    let behind = body[end + END.len()..]
        .strip_prefix(label)
        .and_then(|rest| rest.strip_prefix(b"-----"));
    let behind = behind.ok_or(Error::new(ErrorKind::PemEnd, body_start + end, "PEM"))?;
    if let Some(extra) = behind.iter().position(|octet| !octet.is_ascii_whitespace()) {
        let offset = start + text.len() - behind.len() + extra;
        return Err(Error::new(ErrorKind::TrailingData, offset, "PEM"));
    }
    base64(&body[..end], body_start).map(|(octets, _)| Some(octets))
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack
        .windows(needle.len())
        .position(|window| window == needle)
}

/// An engine that takes padding or none, but no other last symbol than the encoder writes.
const fn engine(alphabet: &Alphabet) -> GeneralPurpose {
    let config =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    GeneralPurpose::new(alphabet, config)
}
pub(crate) const BASE64: GeneralPurpose = engine(&STANDARD);
pub(crate) const BASE64_URL: GeneralPurpose = engine(&URL_SAFE);

fn base64(text: &[u8], start: usize) -> Result<(Vec<u8>, Armor), Error> {
    let broken = |kind, offset| Error::new(kind, start + offset, "base64");
    let symbols = without_whitespace(text);
    let decoded = match BASE64.decode(&*symbols) {
        Ok(octets) => return Ok((octets, Armor::Base64)),
        Err(_) => BASE64_URL.decode(&*symbols),
    };
    decoded
        .map(|octets| (octets, Armor::Base64Url))
        .map_err(|_| {
            // The cause in the words of this crate, at the place in the text as it was given.
            let url = text.iter().position(|octet| matches!(octet, b'-' | b'_'));
            let standard = text.iter().position(|octet| matches!(octet, b'+' | b'/'));
            let symbol = |octet: &u8| octet.is_ascii_alphanumeric() || b"+/-_=".contains(octet);
            let stray = text
                .iter()
                .position(|octet| !symbol(octet) && !octet.is_ascii_whitespace());
            match (stray, url, standard) {
                (Some(offset), _, _) => broken(ErrorKind::TextAlphabet, offset),
                (None, Some(url), Some(standard)) => {
                    broken(ErrorKind::TextMixed, url.max(standard))
                }
                _ => broken(ErrorKind::TextLength, text.len()),
            }
        })
}

fn hex(text: &[u8], start: usize) -> Result<Vec<u8>, Error> {
    let digits = without_whitespace(text);
    base16ct::mixed::decode_vec(&*digits).map_err(|_| {
        let stray = |octet: &u8| !octet.is_ascii_hexdigit() && !octet.is_ascii_whitespace();
        match text.iter().position(stray) {
            Some(offset) => Error::new(ErrorKind::TextAlphabet, start + offset, "hex"),
            None => Error::new(ErrorKind::TextLength, start + text.len(), "hex"),
        }
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    const OCTETS: [u8; 7] = [0x30, 5, 4, 3, 0xfb, 0xff, 0xbf];

    #[test]
    fn every_form() {
        let forms: [(&[u8], Armor); 10] = [
            (&OCTETS, Armor::Raw),
            (b"MAUEA/v/vw==", Armor::Base64),
            (b"\xef\xbb\xbf MAUE\r\nA/v/\tvw", Armor::Base64),
            (b"MAUEA_v_vw", Armor::Base64Url),
            (b"MAUEA_v_vw==\n", Armor::Base64Url),
            (b"30050403fbffbf", Armor::Hex),
            (b"30 05 04 03\nFB FF bf\n", Armor::Hex),
            (
                b"-----BEGIN PKCS7-----\nMAUEA/v/vw==\n-----END PKCS7-----\n",
                Armor::Pem,
            ),
            (
                b"-----BEGIN CMS-----\r\nMAUEA/v/vw==\r\n-----END CMS-----",
                Armor::Pem,
            ),
            (
                b"signed by nobody\n-----BEGIN CMS-----\nMAUEA/v/vw==\n-----END CMS-----\n",
                Armor::Pem,
            ),
        ];
        for (input, armor) in forms {
            let decoded = decode(input).unwrap();
            assert_eq!((&*decoded.octets, decoded.armor), (&OCTETS[..], armor));
        }
    }

    #[test]
    fn errors_name_the_place() {
        let cases: [(&[u8], ErrorKind, usize); 16] = [
            // Within a line there is no block, and behind one there is no text.
            (
                b"text -----BEGIN CMS-----\nMAUEA/v/vw==\n-----END CMS-----\n",
                ErrorKind::Foreign(Foreign::Unknown),
                0,
            ),
            (
                b"text\n-----BEGIN CMS-----\nMAUEA/v/vw==\n-----END CMS-----\ntext",
                ErrorKind::TrailingData,
                56,
            ),
            (b"", ErrorKind::Empty, 0),
            (b" \n", ErrorKind::Empty, 2),
            (b"MAUEA/v_vw", ErrorKind::TextMixed, 7),
            (b"MAUE*/v/vw", ErrorKind::TextAlphabet, 4),
            (b"MAUEA/v/v", ErrorKind::TextLength, 9),
            (b"MAUEA/v/vx==", ErrorKind::TextLength, 12),
            (b"300", ErrorKind::TextLength, 3),
            (b"30 0g", ErrorKind::TextAlphabet, 4),
            (b"%PDF-1.7\n", ErrorKind::Foreign(Foreign::Pdf), 0),
            (
                b"\xef\xbb\xbf{\"a\":1}",
                ErrorKind::Foreign(Foreign::Json),
                3,
            ),
            (
                b"-----BEGIN CERTIFICATE-----\n",
                ErrorKind::Foreign(Foreign::PemCertificate),
                0,
            ),
            (b"-----BEGIN CMS-----\nMAUEA/v/vw==", ErrorKind::PemEnd, 0),
            (
                b"-----BEGIN CMS-----\nMA==\n-----END CMS-----\nx",
                ErrorKind::TrailingData,
                43,
            ),
            (b"\x00\x01", ErrorKind::Foreign(Foreign::Unknown), 0),
        ];
        for (input, kind, offset) in cases {
            let error = decode(input).unwrap_err();
            assert_eq!(
                (error.kind(), error.offset()),
                (kind, offset),
                "{}",
                input.escape_ascii()
            );
        }
    }
}
