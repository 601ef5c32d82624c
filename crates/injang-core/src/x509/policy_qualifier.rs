//! The qualifiers of certificatePolicies: which are interpreted, and how they are written.

use super::extension::Extension;
use crate::encoding::der::{Element, Reader, is_text, tag};
use crate::encoding::error::Error;
use crate::encoding::oid::{self, Oid};

/// Characters that a `DisplayText` may have at most (RFC 5280 4.2.1.4).
const LONGEST_TEXT: usize = 200;

/// The result over the qualifiers of all policies in an extension.
#[derive(Default)]
pub(super) struct Qualifiers<'a> {
    /// The first that can't be interpreted: its identifier, or that of its policy where it has
    /// none that can be read.
    pub(super) uninterpreted: Option<Oid<'a>>,
    /// Whether any breaks the syntax: of the list, or of a kind that is known.
    pub(super) is_malformed: bool,
    /// Whether a userNotice has a string of another type or length than RFC 5280 4.2.1.4 demands of
    /// CAs.
    pub(super) has_unusual_notice: bool,
}

impl<'a> Qualifiers<'a> {
    /// Reads the qualifiers of an extension whose policies can be read.
    ///
    /// ```asn1
    /// PolicyInformation ::= SEQUENCE { policyIdentifier OBJECT IDENTIFIER,
    ///   policyQualifiers SEQUENCE SIZE (1..MAX) OF PolicyQualifierInfo OPTIONAL }
    /// PolicyQualifierInfo ::= SEQUENCE { policyQualifierId OBJECT IDENTIFIER,
    ///   qualifier ANY DEFINED BY policyQualifierId }
    /// ```
    /// RFC 5280 4.2.1.4
    pub(super) fn of(extension: &Extension<'a>) -> Self {
        let mut all = Self::default();
        let Ok(mut list) = extension.sequence("certificatePolicies") else {
            return all;
        };
        while !list.is_empty()
            && let Ok((identifier, qualifiers)) = policy(&mut list)
        {
            let Some(qualifiers) = qualifiers else {
                continue;
            };
            let mut qualifiers = qualifiers.reader("policyQualifiers");
            // SIZE (1..MAX): an empty list has no element to read.
            loop {
                if !all.take(&mut qualifiers, identifier) || qualifiers.is_empty() {
                    break;
                }
            }
        }
        all
    }

    /// Takes one qualifier of a policy over; whether there may be more to read.
    fn take(&mut self, list: &mut Reader<'a>, policy: Oid<'a>) -> bool {
        let Ok((kind, value)) = qualifier(list) else {
            self.is_malformed = true;
            self.uninterpreted.get_or_insert(policy);
            return false;
        };
        let read = match kind {
            // CPSuri ::= IA5String
            oid::ID_QT_CPS => (value.tag() == tag::IA5_STRING && value.value().is_ascii())
                .then_some(Notice { is_unusual: false }),
            oid::ID_QT_UNOTICE => user_notice(&value),
            _ => {
                self.uninterpreted.get_or_insert(kind);
                return true;
            }
        };
        if let Some(notice) = read {
            self.has_unusual_notice |= notice.is_unusual;
        } else {
            self.is_malformed = true;
            self.uninterpreted.get_or_insert(kind);
        }
        true
    }
}

/// The next `PolicyInformation`: its policy, and its list of qualifiers.
fn policy<'a>(list: &mut Reader<'a>) -> Result<(Oid<'a>, Option<Element<'a>>), Error> {
    let mut fields = list.element(tag::SEQUENCE)?.reader("PolicyInformation");
    let policy = fields.element(tag::OID)?.oid()?;
    let qualifiers = fields.optional(tag::SEQUENCE)?;
    fields.finish()?;
    Ok((policy, qualifiers))
}

/// The next `PolicyQualifierInfo`.
fn qualifier<'a>(list: &mut Reader<'a>) -> Result<(Oid<'a>, Element<'a>), Error> {
    let mut fields = list.element(tag::SEQUENCE)?.reader("PolicyQualifierInfo");
    let kind = fields.element(tag::OID)?.oid()?;
    let value = fields.any()?;
    fields.finish()?;
    Ok((kind, value))
}

/// A qualifier of a known kind that can be interpreted.
struct Notice {
    /// Whether a string in it is of a type or length that RFC 5280 4.2.1.4 keeps CAs from.
    is_unusual: bool,
}

/// A `UserNotice`, if it can be interpreted.
///
/// ```asn1
/// UserNotice ::= SEQUENCE {
///   noticeRef NoticeReference OPTIONAL, explicitText DisplayText OPTIONAL }
/// NoticeReference ::= SEQUENCE { organization DisplayText, noticeNumbers SEQUENCE OF INTEGER }
/// ```
/// RFC 5280 4.2.1.4
fn user_notice(value: &Element<'_>) -> Option<Notice> {
    if value.tag() != tag::SEQUENCE {
        return None;
    }
    let mut fields = value.reader("UserNotice");
    let mut is_unusual = false;
    if let Some(reference) = fields.optional(tag::SEQUENCE).ok()? {
        let mut fields = reference.reader("NoticeReference");
        is_unusual |= is_unusual_text(&fields.any().ok()?)?;
        let mut numbers = fields.element(tag::SEQUENCE).ok()?.reader("noticeNumbers");
        fields.finish().ok()?;
        while !numbers.is_empty() {
            numbers.element(tag::INTEGER).ok()?.integer().ok()?;
        }
    }
    if !fields.is_empty() {
        is_unusual |= is_unusual_text(&fields.any().ok()?)?;
    }
    fields.finish().ok()?;
    Some(Notice { is_unusual })
}

/// Whether a `DisplayText` is one that CAs must not write; `None` if it is no text at all.
///
/// ```asn1
/// DisplayText ::= CHOICE { ia5String IA5String (SIZE (1..200)),
///   visibleString VisibleString (SIZE (1..200)), bmpString BMPString (SIZE (1..200)),
///   utf8String UTF8String (SIZE (1..200)) }
/// ```
/// RFC 5280 4.2.1.4
fn is_unusual_text(text: &Element<'_>) -> Option<bool> {
    let octets = text.value();
    // The characters of each type are those that names of it have.
    if is_text(text.tag(), octets) != Some(true) {
        return None;
    }
    let (characters, is_usual_type) = match text.tag() {
        tag::UTF8_STRING => (core::str::from_utf8(octets).ok()?.chars().count(), true),
        tag::IA5_STRING => (octets.len(), true),
        tag::VISIBLE_STRING => (octets.len(), false),
        tag::BMP_STRING => (octets.len() / 2, false),
        _ => return None,
    };
    Some(!is_usual_type || !(1..=LONGEST_TEXT).contains(&characters))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::der::made;
    use crate::x509::extension::Extensions;
    use alloc::vec::Vec;

    /// The result over the qualifiers of one policy, given the elements of their list: whether any is
    /// not interpreted, is malformed, or has an unusual text.
    fn of(list: &[&[u8]]) -> [bool; 3] {
        let policy = made(tag::OID, &[&[0x2a, 3]]);
        let qualifiers = made(tag::SEQUENCE, list);
        let information = made(tag::SEQUENCE, &[&policy, &qualifiers]);
        let value = made(tag::OCTET_STRING, &[&made(tag::SEQUENCE, &[&information])]);
        let kind = made(tag::OID, &[oid::CERTIFICATE_POLICIES.content()]);
        let all = made(tag::SEQUENCE, &[&made(tag::SEQUENCE, &[&kind, &value])]);
        let all = Reader::new(&all, 0, "test").any().unwrap();
        let extension = Extensions::new(Some(all)).next().unwrap().unwrap();
        let found = Qualifiers::of(&extension);
        [
            found.uninterpreted.is_some(),
            found.is_malformed,
            found.has_unusual_notice,
        ]
    }

    /// A `PolicyQualifierInfo` of this type with these elements behind it.
    fn info(kind: Oid<'_>, values: &[&[u8]]) -> Vec<u8> {
        let kind = made(tag::OID, &[kind.content()]);
        made(tag::SEQUENCE, &[&[&kind[..]], values].concat())
    }

    #[test]
    fn addresses_and_notices() {
        const GOOD: [bool; 3] = [false; 3];
        const BAD: [bool; 3] = [true, true, false];
        let cps = |text: &[u8]| info(oid::ID_QT_CPS, &[&made(tag::IA5_STRING, &[text])]);
        let notice = |fields: &[&[u8]]| info(oid::ID_QT_UNOTICE, &[&made(tag::SEQUENCE, fields)]);
        let text = made(tag::UTF8_STRING, &[b"a"]);
        let numbers = made(tag::SEQUENCE, &[&[2, 1, 1]]);
        let reference = made(tag::SEQUENCE, &[&text, &numbers]);
        let extra = made(tag::SEQUENCE, &[&text, &numbers, &text]);
        let wrong = made(tag::SEQUENCE, &[&text, &made(tag::SEQUENCE, &[&[2, 0]])]);
        let twice = [&made(tag::IA5_STRING, &[b"a"])[..], &[5, 0]];
        let set = info(oid::ID_QT_UNOTICE, &[&made(tag::SET, &[&text])]);
        for (name, qualifier, expected) in [
            ("an address", cps(b"http://a.test"), GOOD),
            ("an address that is no IA5String", cps(b"\xff"), BAD),
            ("two values", info(oid::ID_QT_CPS, &twice), BAD),
            ("a notice", notice(&[&reference, &text]), GOOD),
            ("an empty notice", notice(&[]), GOOD),
            ("a notice in a SET", set, BAD),
            ("a reference with more", notice(&[&extra]), BAD),
            ("a number that is none", notice(&[&wrong]), BAD),
            ("two texts", notice(&[&text, &text]), BAD),
        ] {
            assert_eq!(of(&[&qualifier]), expected, "{name}");
        }
        // The other one of two counts too.
        assert_eq!(of(&[&cps(b"a"), &cps(b"\xff")]), BAD);
        assert_eq!(
            of(&[&info(Oid::known(&[0x2a, 4]), &[&text]), &cps(b"\xff")]),
            BAD
        );
        assert_eq!(of(&[]), BAD);
    }

    #[test]
    fn texts() {
        const GOOD: [bool; 3] = [false; 3];
        const UNUSUAL: [bool; 3] = [false, false, true];
        const BAD: [bool; 3] = [true, true, false];
        let long = [b'a'; LONGEST_TEXT + 1];
        for (kind, octets, expected) in [
            (tag::UTF8_STRING, &long[1..], GOOD),
            (tag::UTF8_STRING, &long[..], UNUSUAL),
            (tag::UTF8_STRING, &[], UNUSUAL),
            (tag::UTF8_STRING, b"\xff", BAD),
            (tag::IA5_STRING, b"a", GOOD),
            (tag::IA5_STRING, b"\x80", BAD),
            (tag::VISIBLE_STRING, b"a ~", UNUSUAL),
            (tag::VISIBLE_STRING, b"\n", BAD),
            (tag::BMP_STRING, &[0, b'a'], UNUSUAL),
            (tag::BMP_STRING, &[0], BAD),
            // A surrogate is no character, and a pair of them is two (X.690 8.23.7).
            (tag::BMP_STRING, &[0xd8, 0x3d], BAD),
            (tag::BMP_STRING, &[0xd8, 0x3d, 0xde, 0x00], BAD),
            (tag::VISIBLE_STRING, b"\x7f", BAD),
            (tag::PRINTABLE_STRING, b"a", BAD),
            (tag::OCTET_STRING, b"a", BAD),
        ] {
            let text = made(kind, &[octets]);
            let notice = info(oid::ID_QT_UNOTICE, &[&made(tag::SEQUENCE, &[&text])]);
            assert_eq!(of(&[&notice]), expected, "{kind:02x} {octets:?}");
        }
    }
}
