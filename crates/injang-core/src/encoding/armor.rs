//! The text forms in which providers and archives hand over a signed document, to octets.
//!
//! What decodes to an ASN.1 SEQUENCE decides which form it is, and never the first letter: text may
//! stand before a PEM block (RFC 7468 2 and 5.2), and may begin as base64, hex, JSON or a SEQUENCE
//! does. A text without a PEM block can't be both hex and base64 of a SEQUENCE, whose first octet is
//! 0x30: hex of it begins with the digit 3, base64 with the letter M.

pub use crate::encoding::text_form::Armor;
pub use crate::encoding::text_form::base64_hex::{BASE64, BASE64_URL, Base64, NotBase64};
pub use crate::encoding::text_form::pem_blocks::{PemError, PemRule, pem_blocks};

use crate::encoding::ber::{Der, Limits};
use crate::encoding::error::{Error, ErrorKind, OtherFormat};
use crate::encoding::other_format;
use crate::encoding::text_form::{base64_hex, is_raw, pem, text_start};
use alloc::borrow::Cow;

/// Decoded octets, with the text form that they came in.
#[derive(Clone)]
pub struct Decoded<'a> {
    /// The decoded octets; borrowed from the input if that was raw DER or BER.
    pub octets: Cow<'a, [u8]>,
    /// The text form.
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
        Ok(None) => match base64_hex::decode(text, start) {
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

#[cfg(test)]
mod tests;
