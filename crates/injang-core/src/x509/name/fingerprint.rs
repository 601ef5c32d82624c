//! Numbers that names which match have in common, so that most that differ are told apart at a look.

use super::text::text;
use super::{attribute, prepare};
use crate::encoding::der::{Reader, tag};

// No protection against collisions is needed: names are compared after it.
pub(super) const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
pub(super) const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// ASCII letters and digits as they are summed up, letters in lower case; 0 for the rest.
const SUMMED: [u8; 256] = {
    let mut table = [0; 256];
    let mut octet = 0;
    while octet < 128u8 {
        if octet.is_ascii_alphanumeric() {
            table[octet as usize] = octet.to_ascii_lowercase();
        }
        octet += 1;
    }
    table
};

/// The sum over the attributes of a set, which have no order. Without a set it is none.
pub(super) fn set_fingerprint(octets: &[u8]) -> u64 {
    let of_member = |kind: &[u8], tag: u8, value: &[u8]| {
        let octets = kind.iter();
        let of_type = octets.fold(BASIS, |sum, octet| sum.rotate_left(8) ^ u64::from(*octet));
        letters(tag, value, of_type)
    };
    if plain_set(octets) == Some(octets.len()) {
        return of_member(&octets[6..9], octets[9], &octets[11..]);
    }
    let Ok(set) = Reader::new(octets, 0, "RelativeDistinguishedName").any() else {
        return BASIS;
    };
    let mut members = set.reader("RelativeDistinguishedName");
    let mut sum = 0u64;
    while let Ok(attribute) = attribute(&mut members) {
        let value = &attribute.value;
        let of_member = of_member(attribute.oid.content(), value.tag(), value.value());
        sum = sum.wrapping_add(of_member);
    }
    sum
}

/// Sums the ASCII letters and digits of a value up, as it is compared.
pub(super) fn letters(tag: u8, value: &[u8], sum: u64) -> u64 {
    let all = |octets: &[u8]| {
        let summed = octets.iter().map(|octet| SUMMED[usize::from(*octet)]);
        let sum = summed
            .filter(|octet| *octet != 0)
            .fold(sum, |sum, octet| sum.rotate_left(5) ^ u64::from(octet));
        // High bits decide as much as low ones.
        sum.wrapping_mul(FACTOR).rotate_left(32)
    };
    let is_octets_of_text = matches!(
        tag,
        tag::UTF8_STRING | tag::PRINTABLE_STRING | tag::IA5_STRING | tag::TELETEX_STRING
    );
    // White space and case make no difference here, and what is no ASCII counts nothing, unless it
    // folds to an ASCII letter. The text of a common name in Hangul need not be made for that.
    if is_octets_of_text && (tag != tag::UTF8_STRING || !folds_to_ascii(value)) {
        return all(value);
    }
    match text(tag, value) {
        Some(text) => all(prepare(&text).as_bytes()),
        None => all(&[]),
    }
}

/// What a text in a plain set begins with when it is prepared, where one look tells: an ASCII letter
/// or digit in lower case, or `None` for anything that may be left out or become another. UTF-8 that
/// begins with a Hangul syllable, as the names of persons do, begins with no ASCII: 0.
pub(super) fn initial(set: &[u8]) -> Option<u8> {
    match (set[9], *set.get(11)?) {
        // U+A000 to U+DFFF, where nothing is white space and nothing folds to ASCII.
        (tag::UTF8_STRING, 0xea..=0xed) => Some(0),
        (tag::UTF8_STRING | tag::PRINTABLE_STRING | tag::IA5_STRING, octet) => {
            Some(SUMMED[usize::from(octet)]).filter(|letter| *letter != 0)
        }
        _ => None,
    }
}

/// Whether UTF-8 may have a character that is no ASCII and of which the lower case has an ASCII
/// letter: there are two, the capital I with a dot and the Kelvin sign (U+0130 and U+212A).
pub(super) fn folds_to_ascii(utf8: &[u8]) -> bool {
    !utf8.is_ascii()
        && utf8
            .windows(2)
            .any(|pair| matches!(pair, [0xc4, 0xb0] | [0xe2, 0x84]))
}

/// The length of the set at the start of these octets, if it has the shape of nearly all: one
/// attribute of a type under 2.5.4 (X.520), and every length in one octet.
pub(super) fn plain_set(octets: &[u8]) -> Option<usize> {
    match *octets {
        [
            tag::SET,
            set,
            tag::SEQUENCE,
            sequence,
            tag::OID,
            3,
            0x55,
            0x04,
            attribute,
            value_tag,
            value,
            ..,
        ] if set < 0x80
            && attribute < 0x80
            && value_tag & 0x1f != 0x1f
            && set.checked_sub(2) == Some(sequence)
            && sequence.checked_sub(7) == Some(value) =>
        {
            Some(2 + usize::from(set))
        }
        _ => None,
    }
}
