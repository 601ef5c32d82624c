//! The texts in names, of every string type.

use crate::encoding::der::tag;
use alloc::string::String;

/// The text of a DirectoryString or IA5String (RFC 5280 4.1.2.4); `None` for other types and for
/// octets that are no text of their type.
pub(super) fn text(tag: u8, octets: &[u8]) -> Option<String> {
    match tag {
        tag::UTF8_STRING => core::str::from_utf8(octets).ok().map(String::from),
        // NAVER writes a `_` into a PrintableString: any ASCII is read.
        tag::PRINTABLE_STRING | tag::IA5_STRING => octets
            .is_ascii()
            .then(|| octets.iter().map(|octet| char::from(*octet)).collect()),
        // T.61 in name, ISO 8859-1 in practice.
        tag::TELETEX_STRING => Some(octets.iter().map(|octet| char::from(*octet)).collect()),
        tag::BMP_STRING => bmp_text(octets),
        tag::UNIVERSAL_STRING => universal_text(octets),
        _ => None,
    }
}

/// The text of a `BMPString`: UTF-16, big-endian.
fn bmp_text(octets: &[u8]) -> Option<String> {
    let units = octets.chunks(2).map(|unit| match *unit {
        [high, low] => u16::from_be_bytes([high, low]),
        // An odd octet is half of a surrogate: no text.
        _ => 0xd800,
    });
    char::decode_utf16(units).collect::<Result<_, _>>().ok()
}

/// The text of a `UniversalString`: UTF-32, big-endian.
fn universal_text(octets: &[u8]) -> Option<String> {
    octets
        .chunks(4)
        .map(|unit| char::from_u32(u32::from_be_bytes(unit.try_into().ok()?)))
        .collect()
}
