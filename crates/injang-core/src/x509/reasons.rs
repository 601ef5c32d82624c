//! `ReasonFlags`: the reasons that a CRL covers.

use crate::encoding::der::{Element, Reader, tag};
use crate::encoding::error::Error;

/// How many flags there are.
const FLAGS: usize = 9;

/// A set of the flags in `ReasonFlags`; flag n is bit n.
///
/// ```asn1
/// ReasonFlags ::= BIT STRING { unused (0), keyCompromise (1), cACompromise (2),
///   affiliationChanged (3), superseded (4), cessationOfOperation (5), certificateHold (6),
///   privilegeWithdrawn (7), aACompromise (8) }
/// ```
/// RFC 5280 4.2.1.13
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reasons(u16);

impl Reasons {
    pub(crate) const NONE: Self = Self(0);
    /// Every flag that has a meaning: 1 to 8.
    pub(crate) const ALL: Self = Self(0b1_1111_1110);

    /// `[n] ReasonFlags OPTIONAL`, and whether it is written as DER has it and names reasons only:
    /// bit 0 is `unused`, and bit 8 the last.
    pub(super) fn optional(fields: &mut Reader<'_>, n: u8) -> Result<(Option<Self>, bool), Error> {
        let Some(element) = fields.optional(tag::context_primitive(n))? else {
            return Ok((None, true));
        };
        let reasons = Self::read(&element)?;
        let (octets, unused) = element.bits()?;
        let names_reasons = octets.first().is_none_or(|first| first & 0x80 == 0)
            && octets.len() * 8 - usize::from(unused) <= FLAGS;
        Ok((
            Some(reasons),
            names_reasons && element.is_strict_named_bits(),
        ))
    }

    /// Flags without a meaning are left out. How it is written is asked of the element
    /// ([`Element::is_strict_named_bits`]).
    fn read(element: &Element<'_>) -> Result<Self, Error> {
        let (octets, unused) = element.bits()?;
        let length = octets.len() * 8 - usize::from(unused);
        let is_set = |flag: &usize| octets[flag / 8] & 0x80 >> (flag % 8) != 0;
        let flags = (0..length.min(FLAGS)).filter(is_set);
        Ok(Self(flags.fold(0, |set, flag| set | 1 << flag)).intersection(Self::ALL))
    }

    /// The flags of either.
    pub(crate) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The flags of both.
    pub(crate) const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether every flag of the other is in this one.
    pub(crate) const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether no reason is left out.
    pub(crate) const fn is_all(self) -> bool {
        self.contains(Self::ALL)
    }
}

#[cfg(test)]
impl Reasons {
    /// The set with these bits.
    pub(super) const fn of(flags: u16) -> Self {
        Self(flags)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons() {
        let read = |octets: &[u8]| {
            let element = Reader::new(octets, 0, "test").any().unwrap();
            Reasons::read(&element).unwrap()
        };
        assert_eq!(read(&[0x81, 1, 0]), Reasons::NONE);
        // `unused`, unused bits, and flags above 8 are none.
        assert_eq!(read(&[0x81, 2, 0, 0x80]), Reasons::NONE);
        assert_eq!(read(&[0x81, 2, 7, 0xff]), Reasons::NONE);
        assert_eq!(read(&[0x81, 3, 0, 0, 0x7f]), Reasons::NONE);
        assert_eq!(read(&[0x81, 3, 7, 0x7f, 0x80]), Reasons::ALL);
        let (some, rest) = (read(&[0x81, 2, 0, 0x7f]), read(&[0x81, 3, 7, 0, 0x80]));
        assert!(!some.is_all() && some.union(rest).is_all());
        assert!(Reasons::ALL.contains(some) && !some.contains(rest));
        assert_eq!(some.intersection(rest), Reasons::NONE);
    }

    #[test]
    fn forms() {
        for (octets, is_strict) in [
            (&[0x81, 2, 6, 0x40][..], true),
            (&[0x81, 3, 7, 0, 0x80], true),
            (&[0x81, 1, 0], true),
            // A zero behind the last flag, `unused`, and a flag that there is not.
            (&[0x81, 2, 5, 0x40], false),
            (&[0x81, 2, 6, 0xc0], false),
            (&[0x81, 3, 6, 0x40, 0x40], false),
        ] {
            let mut fields = Reader::new(octets, 0, "test");
            let (reasons, found) = Reasons::optional(&mut fields, 1).unwrap();
            assert!(reasons.is_some());
            assert_eq!(found, is_strict, "{octets:x?}");
        }
    }
}
