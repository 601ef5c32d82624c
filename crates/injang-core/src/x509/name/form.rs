//! Whether the sets of a name keep the rules on form.

use super::attribute;
use crate::encoding::der::{EncodingRules, Reader, are_well_formed, is_text, tag};
use crate::encoding::oid;

/// Whether a set of attributes is written as DER and RFC 5280 have it: at least one member, in
/// ascending order (X.690 11.6) in DER, each value one of its type.
pub(in crate::x509) fn is_strict_set(mut members: Reader<'_>, encoding: EncodingRules) -> bool {
    let mut last: &[u8] = &[];
    loop {
        let Ok(attribute) = attribute(&mut members) else {
            return false;
        };
        let value = attribute.value.octets();
        let header = value.len() - attribute.value.value().len();
        if !is_strict_value(attribute.oid.content(), value, header, encoding)
            || (encoding == EncodingRules::Der && attribute.octets < last)
        {
            return false;
        }
        last = attribute.octets;
        if members.is_empty() {
            return true;
        }
    }
}

/// Whether a value has only what its string type allows, and is a text that can be compared where
/// the attribute's syntax is a string. Which string type it is does not matter: Toss and KT write
/// their country as a `UTF8String`, and names compare all the same (RFC 5280 7.1).
///
/// A value of another type, or of an attribute whose syntax is not known, is well-formed as one of
/// its own type. The content follows so many octets of the value.
#[inline]
pub(super) fn is_strict_value(
    kind: &[u8],
    value: &[u8],
    header: usize,
    encoding: EncodingRules,
) -> bool {
    let content = &value[header..];
    match value[0] {
        tag::PRINTABLE_STRING
        | tag::UTF8_STRING
        | tag::IA5_STRING
        | tag::TELETEX_STRING
        | tag::BMP_STRING
        | tag::UNIVERSAL_STRING => {
            // DirectoryString and its kin have SIZE (1..).
            is_text(value[0], content) == Some(true)
                && (!content.is_empty() || !has_string_syntax(kind))
        }
        _ => {
            !has_string_syntax(kind)
                && are_well_formed(Reader::new(value, 0, "AttributeValue"), encoding)
        }
    }
}

/// Whether the values of an attribute type are of `DirectoryString`, `PrintableString` or `IA5String`
/// (RFC 5280 A.1, X.520, RFC 4519), by the content octets of its identifier.
fn has_string_syntax(kind: &[u8]) -> bool {
    match *kind {
        // X.520: commonName to organizationalUnitName but for the obsolete ones between, title,
        // description, businessCategory, postalCode, names, qualifiers, pseudonym,
        // organizationIdentifier.
        [0x55, 0x04, number] => matches!(
            number,
            3..=13 | 15 | 17 | 18 | 41..=44 | 46 | 65 | 97
        ),
        // UID and DC (RFC 4519).
        [
            0x09,
            0x92,
            0x26,
            0x89,
            0x93,
            0xf2,
            0x2c,
            0x64,
            0x01,
            0x01 | 0x19,
        ] => true,
        _ => kind == oid::EMAIL_ADDRESS.content(),
    }
}
