//! The text forms of octets: PEM, base64 and hex.

pub(crate) mod base64_hex;
pub(crate) mod pem;
pub(crate) mod pem_blocks;

use crate::encoding::der::tag;
use crate::encoding::error::OtherFormat;

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

/// The octets of a text form without asking what else it may be: for those who do.
pub(crate) fn decode_text(text: &[u8]) -> Option<alloc::vec::Vec<u8>> {
    match pem::read(text, 0) {
        Ok(Some((octets, _))) => Some(octets),
        Ok(None) => base64_hex::decode(text, 0).ok().map(|(octets, _)| octets),
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

/// Where a text begins behind a byte order mark and white space.
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
