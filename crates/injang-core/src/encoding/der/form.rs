//! Whether a value of a universal type is one, for values whose place says nothing of their type.

use super::{Element, Reader, tag};
use crate::encoding::oid::Oid;

/// The rules under which a value is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum EncodingRules {
    /// X.690 clause 8. Lengths and the joining of strings are the normalising pass's.
    Ber,
    /// X.690 clauses 10 and 11 too.
    Der,
}

/// Tags that nothing else reads.
mod rare {
    pub(super) const RELATIVE_OID: u8 = 0x0d;
    pub(super) const NUMERIC_STRING: u8 = 0x12;
}

/// Whether every element that these octets are is well-formed, to the innermost.
///
/// Universal types are judged by the rules of their own encoding, whatever the structure around
/// them means. What has a context tag hides its type: where it is constructed, what is in it is
/// judged. REAL, and what else no standard here uses, is taken as it is. Linear.
pub(crate) fn are_well_formed(values: Reader<'_>, encoding: EncodingRules) -> bool {
    are_well_formed_within(values, encoding, DEPTH)
}

/// As deep as a document may be, so that the stack is bounded where nothing else bounds it.
const DEPTH: usize = 64;

fn are_well_formed_within(mut values: Reader<'_>, encoding: EncodingRules, depth: usize) -> bool {
    while !values.is_empty() {
        let Ok(value) = values.any() else {
            return false;
        };
        if !is_well_formed_within(&value, encoding, depth) {
            return false;
        }
    }
    true
}

/// Whether an element of this tag may be constructed in DER: SEQUENCE and SET, EXTERNAL, EMBEDDED
/// PDV, tag numbers above 30, and other classes. Strings are primitive (10.2), the rest is anyway.
pub(crate) const fn may_be_constructed(tag: u8) -> bool {
    tag & 0xc0 != 0 || matches!(tag, tag::SEQUENCE | tag::SET | 0x28 | 0x2b | 0x3f)
}

/// The same of one element.
pub(crate) fn is_well_formed(value: &Element<'_>, encoding: EncodingRules) -> bool {
    is_well_formed_within(value, encoding, DEPTH)
}

fn is_well_formed_within(value: &Element<'_>, encoding: EncodingRules, depth: usize) -> bool {
    let is_constructed = value.tag() & 0x20 != 0;
    let content_is_well_formed = || {
        let content = value.reader("value");
        let left = depth.checked_sub(1);
        left.is_some_and(|left| are_well_formed_within(content, encoding, left))
    };
    if is_constructed {
        return may_be_constructed(value.tag()) && content_is_well_formed();
    }
    match value.tag() {
        // End-of-contents is no value, and SEQUENCE and SET are constructed (8.9.1, 8.11.1).
        0x00 | 0x10 | 0x11 => false,
        // The type is not known.
        other if other & 0xc0 != 0 => true,
        tag::BOOLEAN => match (value.value(), encoding) {
            ([octet], EncodingRules::Der) => matches!(octet, 0x00 | 0xff),
            (octets, _) => octets.len() == 1,
        },
        tag::INTEGER | tag::ENUMERATED => value.integer().is_ok(),
        tag::BIT_STRING => match encoding {
            EncodingRules::Der => value.is_strict_bits(),
            EncodingRules::Ber => value.bits().is_ok(),
        },
        tag::NULL => value.value().is_empty(),
        tag::OID => Oid::from_content(value.value()).is_some(),
        rare::RELATIVE_OID => are_arcs(value.value()),
        tag::UTC_TIME => encoding == EncodingRules::Ber || is_der_time(value.value(), 12),
        tag::GENERALIZED_TIME => encoding == EncodingRules::Ber || is_der_time(value.value(), 14),
        tag => is_text(tag, value.value()).unwrap_or(true),
    }
}

/// Whether these are characters of a string type, by its tag; `None` for what is none, and for
/// those whose characters are not looked into (X.680 41).
#[inline]
pub(crate) fn is_text(tag: u8, octets: &[u8]) -> Option<bool> {
    Some(match tag {
        tag::PRINTABLE_STRING => is_printable(octets),
        tag::UTF8_STRING => octets.is_ascii() || core::str::from_utf8(octets).is_ok(),
        tag::IA5_STRING => octets.is_ascii(),
        tag::TELETEX_STRING => true,
        tag::VISIBLE_STRING => octets.iter().all(|octet| matches!(octet, b' '..=b'~')),
        rare::NUMERIC_STRING => octets
            .iter()
            .all(|octet| matches!(octet, b'0'..=b'9' | b' ')),
        tag::BMP_STRING => is_bmp(octets),
        tag::UNIVERSAL_STRING => octets.chunks(4).all(|unit| {
            unit.try_into()
                .is_ok_and(|unit| char::from_u32(u32::from_be_bytes(unit)).is_some())
        }),
        _ => return None,
    })
}

/// Whether these are characters of the Basic Multilingual Plane, two octets each (X.690 8.23.7):
/// surrogates are no characters of it, in pairs neither.
fn is_bmp(octets: &[u8]) -> bool {
    // Surrogates are D800 to DFFF.
    octets.len().is_multiple_of(2)
        && octets
            .chunks_exact(2)
            .fold(0, |found, unit| found | u8::from(unit[0] & 0xf8 == 0xd8))
            == 0
}

/// The characters of a `PrintableString` (X.680 41.4).
const PRINTABLE: [bool; 256] = {
    let others = b" '()+,-./:=?";
    let mut set = [false; 256];
    let mut octet = 0;
    while octet < 128u8 {
        set[octet as usize] = octet.is_ascii_alphanumeric();
        octet += 1;
    }
    let mut index = 0;
    while index < others.len() {
        set[others[index] as usize] = true;
        index += 1;
    }
    set
};

/// Without a branch for each octet, so that a text of a usual length costs some three instructions
/// an octet.
fn is_printable(text: &[u8]) -> bool {
    text.iter()
        .fold(true, |all, octet| all & PRINTABLE[usize::from(*octet)])
}

/// Whether these are arcs in the shortest form, at least one (X.690 8.20).
fn are_arcs(octets: &[u8]) -> bool {
    let mut is_first = true;
    for octet in octets {
        if is_first && *octet == 0x80 {
            return false;
        }
        is_first = octet & 0x80 == 0;
    }
    is_first && !octets.is_empty()
}

/// So many digits and Z (X.690 11.7 and 11.8). A GeneralizedTime may have a fraction after its
/// seconds that ends with no zero.
fn is_der_time(octets: &[u8], digits: usize) -> bool {
    let Some((time, [rest @ .., b'Z'])) = octets.split_at_checked(digits) else {
        return false;
    };
    let is_fraction = match *rest {
        [] => true,
        [b'.', ref fraction @ .., last] => {
            digits == 14 && fraction.iter().all(u8::is_ascii_digit) && matches!(last, b'1'..=b'9')
        }
        _ => false,
    };
    is_fraction && time.iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values() {
        // Octets, whether they are well-formed in BER, and in DER.
        let cases: &[(&[u8], bool, bool)] = &[
            (&[], true, true),
            (&[0x01, 1, 0xff], true, true),
            (&[0x01, 1, 0x00], true, true),
            (&[0x01, 1, 0x01], true, false),
            (&[0x01, 0], false, false),
            (&[0x01, 2, 0, 0], false, false),
            (&[0x02, 1, 0x80], true, true),
            (&[0x02, 0], false, false),
            (&[0x02, 2, 0x00, 0x7f], false, false),
            (&[0x0a, 2, 0xff, 0x80], false, false),
            (&[0x03, 2, 1, 0x80], true, true),
            (&[0x03, 2, 1, 0x81], true, false),
            (&[0x03, 2, 8, 0x80], false, false),
            (&[0x05, 0], true, true),
            (&[0x05, 1, 0], false, false),
            (&[0x06, 1, 0x2a], true, true),
            (&[0x06, 0], false, false),
            (&[0x06, 2, 0x2a, 0x86], false, false),
            (&[0x06, 3, 0x2a, 0x80, 0x01], false, false),
            (&[0x0d, 2, 0x81, 0x01], true, true),
            (&[0x0d, 2, 0x80, 0x01], false, false),
            (&[0x0d, 1, 0x81], false, false),
            (&[0x0d, 0], false, false),
            (&[0x0c, 2, 0xc3, 0xa4], true, true),
            (&[0x0c, 1, 0xc3], false, false),
            (&[0x12, 2, b'1', b' '], true, true),
            (&[0x12, 1, b'a'], false, false),
            (&[0x13, 1, b'?'], true, true),
            (&[0x13, 1, b'_'], false, false),
            (&[0x16, 1, 0x7f], true, true),
            (&[0x16, 1, 0x80], false, false),
            (&[0x1a, 1, b'~'], true, true),
            (&[0x1a, 1, 0x7f], false, false),
            (&[0x1e, 2, 0xac, 0x00], true, true),
            (&[0x1e, 4, 0xd7, 0xff, 0xe0, 0x00], true, true),
            (&[0x1e, 1, 0xac], false, false),
            (&[0x1e, 2, 0xd8, 0x00], false, false),
            (&[0x1e, 4, 0xd8, 0x3d, 0xde, 0x00], false, false),
            (&[0x1c, 4, 0, 1, 0xf6, 0], true, true),
            (&[0x1c, 4, 0, 0, 0xd8, 0], false, false),
            (&[0x1c, 3, 0, 0, 0], false, false),
            // A string in pieces has been joined before, where that is allowed.
            (&[0x2c, 3, 0x0c, 1, b'a'], false, false),
            (&[0x21, 3, 1, 1, 0xff], false, false),
            (&[0x30, 3, 1, 1, 1], true, false),
            (&[0x31, 2, 2, 0], false, false),
            (&[0x30, 1, 2], false, false),
            (&[0x10, 0], false, false),
            (&[0x00, 0], false, false),
            (&[0xa0, 3, 1, 1, 1], true, false),
            (&[0xa0, 1, 2], false, false),
            // Of another class: of an unknown type unless constructed.
            (&[0x82, 0], true, true),
            (&[0x41, 0], true, true),
            (&[0x1f, 0x1f, 0], true, true),
            (&[0x05, 0, 0x01, 0], false, false),
        ];
        for (octets, ber, der) in cases {
            let found = [EncodingRules::Ber, EncodingRules::Der]
                .map(|encoding| are_well_formed(Reader::new(octets, 0, "value"), encoding));
            assert_eq!(found, [*ber, *der], "{octets:x?}");
        }
    }

    #[test]
    fn nesting() {
        let nested = |depth: u8| -> alloc::vec::Vec<u8> {
            (0..depth)
                .rev()
                .flat_map(|inside| [0x30, 2 * inside])
                .collect()
        };
        let is_well_formed =
            |octets: &[u8]| are_well_formed(Reader::new(octets, 0, "value"), EncodingRules::Der);
        assert!(is_well_formed(&nested(63)));
        // The innermost of 64 has a length in one octet still.
        let deep = nested(63);
        let once = crate::encoding::der::made(tag::SEQUENCE, &[&deep]);
        assert!(is_well_formed(&once));
        let twice = crate::encoding::der::made(tag::SEQUENCE, &[&once]);
        assert!(!is_well_formed(&twice));
    }

    #[test]
    fn times() {
        for (time, digits, is_der) in [
            ("260302090000Z", 12, true),
            ("2603020900Z", 12, false),
            ("260302090000", 12, false),
            ("260302090000+0900", 12, false),
            ("260302090000.5Z", 12, false),
            ("20260302090000Z", 14, true),
            ("20260302090000.5Z", 14, true),
            ("20260302090000.05Z", 14, true),
            ("20260302090000.50Z", 14, false),
            ("20260302090000.Z", 14, false),
            ("20260302090000,5Z", 14, false),
            ("2026030209000aZ", 14, false),
            ("Z", 14, false),
            ("", 14, false),
        ] {
            assert_eq!(is_der_time(time.as_bytes(), digits), is_der, "{time}");
        }
    }
}
