//! The text forms in which providers and archives hand over a signed document, to octets.
//!
//! What decodes to an ASN.1 SEQUENCE decides which form it is, and never the first letter: text may
//! stand before a PEM block (RFC 7468 2 and 5.2), and may begin as base64, hex, JSON or a SEQUENCE
//! does. A text without a PEM block can't be both hex and base64 of a SEQUENCE, whose first octet is
//! 0x30: hex of it begins with the digit 3, base64 with the letter M.

mod pem;
mod text;

pub(crate) use pem::has_whole_block;
pub(crate) use text::{BASE64, BASE64_URL};

use crate::ber::{Der, Limits};
use crate::der::tag;
use crate::error::{Error, ErrorKind, OtherFormat};
use crate::other_format;
use alloc::borrow::Cow;

codes! {
    table "armor" (u8, name, sentence);
    /// The form in which the octets came.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Armor {
        /// The octets themselves.
        Raw = 1 "raw" "the octets themselves" "바이트 그대로",
        /// One PEM block (RFC 7468), whatever its label: what is in it counts. Text before it is
        /// passed over.
        Pem = 2 "pem" "PEM" "PEM",
        /// Base64 of RFC 4648 4, padded or not, white space allowed.
        Base64 = 3 "base64" "base64" "base64",
        /// Base64 of RFC 4648 5 (`-` and `_`), padded or not, white space allowed.
        Base64Url = 4 "base64url" "base64url" "base64url",
        /// Hex of either case, white space allowed.
        Hex = 5 "hex" "hex" "16진수",
    }
}

/// Octets, and the form they came in.
#[derive(Clone)]
pub struct Decoded<'a> {
    /// Borrowed if they were raw.
    pub octets: Cow<'a, [u8]>,
    /// The form.
    pub armor: Armor,
    /// Whether they stood in a PEM block whose label names another type than the `ContentInfo` that
    /// is in it: `certutil -encode` writes `CERTIFICATE` around anything. Where [`Decoded::to_der`]
    /// made the document, its report says so.
    pub label_differs: bool,
}

impl Decoded<'_> {
    /// Normalises the octets as [`Der::from_ber`] does, and keeps in mind for the report how they
    /// came.
    pub fn to_der(&self, limits: Limits) -> Result<Der<'_>, Error> {
        Ok(Der::from_ber(&self.octets, limits)?.labelled(self.label_differs))
    }
}

impl core::fmt::Debug for Decoded<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Decoded")
            .field("armor", &self.armor)
            .field("length", &self.octets.len())
            .field("label_differs", &self.label_differs)
            .finish()
    }
}

/// Takes the armor off.
///
/// A byte order mark and white space before a text form are skipped. Offsets in errors count from
/// the start of `input`. Every step takes time linear in the input.
///
/// 1. Octets that begin as a SEQUENCE does, and are no text, are taken as they are.
/// 2. In a text with a PEM block, the one block is what counts. A second block is refused, and so is
///    anything but white space behind it.
/// 3. A text without one is hex or base64, whichever decodes to a SEQUENCE.
/// 4. Anything else is an error that says what it is, if that can be told, and what is wrong with
///    the form that it was meant to have.
///
/// ```
/// let decoded = injang_core::armor::decode(b"MAMCAQE=\n")?;
/// assert_eq!(*decoded.octets, [0x30, 3, 2, 1, 1]);
/// assert_eq!(decoded.armor, injang_core::armor::Armor::Base64);
/// # Ok::<(), injang_core::Error>(())
/// ```
pub fn decode(input: &[u8]) -> Result<Decoded<'_>, Error> {
    if other_format::has_lost_octets(input) {
        let what = ErrorKind::OtherFormat(OtherFormat::SavedAsText);
        return Err(Error::new(what, 1, "document"));
    }
    if is_raw(input) {
        return Ok(Decoded {
            octets: Cow::Borrowed(input),
            armor: Armor::Raw,
            label_differs: false,
        });
    }
    let start = text_start(input);
    let text = &input[start..];
    if text.is_empty() {
        return Err(Error::new(ErrorKind::Empty, start, "document"));
    }
    let broken = match pem::read(text, start) {
        Ok(Some((octets, label_differs))) => {
            return Ok(Decoded {
                octets: Cow::Owned(octets),
                armor: Armor::Pem,
                label_differs,
            });
        }
        Ok(None) => match text::decode(text, start) {
            Ok((octets, armor)) => {
                return Ok(Decoded {
                    octets: Cow::Owned(octets),
                    armor,
                    label_differs: false,
                });
            }
            Err(error) => error,
        },
        Err(error) => error,
    };
    // A document of another format may have a PEM block in it; then it is that format's.
    let what = other_format::of_octets(input).or_else(|| other_format::of_text(text));
    Err(what.map_or(broken, |what| {
        Error::new(ErrorKind::OtherFormat(what), start, "document")
    }))
}

/// The octets of a text form without asking what else it may be: for those who do.
pub(crate) fn decode_text(text: &[u8]) -> Option<alloc::vec::Vec<u8>> {
    match pem::read(text, 0) {
        Ok(Some((octets, _))) => Some(octets),
        Ok(None) => text::decode(text, 0).ok().map(|(octets, _)| octets),
        Err(_) => None,
    }
}

/// Whether these are the octets of a SEQUENCE. A text may begin with the digit 0, which is its
/// identifier octet too; but no text has the control characters that are the tags and lengths at the
/// beginning of every structure with an INTEGER or an OBJECT IDENTIFIER, and none goes on with the
/// length octets 80 to 88.
pub(crate) fn is_raw(input: &[u8]) -> bool {
    const HEAD: usize = 32;
    let is_control =
        |octet: &u8| octet.is_ascii_control() && !octet.is_ascii_whitespace() && *octet != 0x0b;
    match input {
        [tag::SEQUENCE] | [tag::SEQUENCE, 0x80..=0x88, ..] => true,
        [tag::SEQUENCE, rest @ ..] => rest.iter().take(HEAD).any(is_control),
        _ => false,
    }
}

/// Where a text begins after a byte order mark and white space.
pub(crate) fn text_start(input: &[u8]) -> usize {
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

/// What a block of this label is said to be; of those that no kind is known for, another one.
fn labelled(label: &[u8]) -> OtherFormat {
    match label {
        b"CERTIFICATE" | b"X509 CERTIFICATE" | b"TRUSTED CERTIFICATE" => OtherFormat::Certificate,
        b"X509 CRL" => OtherFormat::Crl,
        b"OCSP RESPONSE" => OtherFormat::OcspResponse,
        b"CERTIFICATE REQUEST" | b"NEW CERTIFICATE REQUEST" => OtherFormat::CertificateRequest,
        b"PUBLIC KEY" | b"RSA PUBLIC KEY" => OtherFormat::PublicKey,
        label if label.starts_with(b"PGP ") => OtherFormat::Pgp,
        label if label.ends_with(b"PRIVATE KEY") => OtherFormat::PrivateKey,
        _ => OtherFormat::PemOther,
    }
}

#[cfg(test)]
mod tests;
