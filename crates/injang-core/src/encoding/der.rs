//! A strict, zero-copy reader of DER (X.690): every element is a slice of the input, every error
//! has the offset of the octet that is wrong.

mod form;

use crate::encoding::error::{Error, ErrorKind};
use crate::encoding::oid::Oid;

pub(crate) use form::{
    EncodingRules, are_well_formed, is_text, is_well_formed, may_be_constructed,
};

/// Identifier octets by their names in X.680.
pub(crate) mod tag {
    pub(crate) const BOOLEAN: u8 = 0x01;
    pub(crate) const INTEGER: u8 = 0x02;
    pub(crate) const BIT_STRING: u8 = 0x03;
    pub(crate) const OCTET_STRING: u8 = 0x04;
    pub(crate) const NULL: u8 = 0x05;
    pub(crate) const OID: u8 = 0x06;
    pub(crate) const ENUMERATED: u8 = 0x0a;
    pub(crate) const UTF8_STRING: u8 = 0x0c;
    pub(crate) const PRINTABLE_STRING: u8 = 0x13;
    pub(crate) const TELETEX_STRING: u8 = 0x14;
    pub(crate) const IA5_STRING: u8 = 0x16;
    pub(crate) const VISIBLE_STRING: u8 = 0x1a;
    pub(crate) const UTC_TIME: u8 = 0x17;
    pub(crate) const GENERALIZED_TIME: u8 = 0x18;
    pub(crate) const UNIVERSAL_STRING: u8 = 0x1c;
    pub(crate) const BMP_STRING: u8 = 0x1e;
    pub(crate) const SEQUENCE: u8 = 0x30;
    pub(crate) const SET: u8 = 0x31;
    /// `[n]`, constructed.
    pub(crate) const fn context(n: u8) -> u8 {
        0xa0 | n
    }
    /// `[n]`, primitive.
    pub(crate) const fn context_primitive(n: u8) -> u8 {
        0x80 | n
    }
}

/// One element: identifier, length and content octets.
#[derive(Clone, Copy)]
pub(crate) struct Element<'a> {
    octets: &'a [u8],
    header: usize,
    offset: usize,
}

impl<'a> Element<'a> {
    /// The first identifier octet; tags above 30 never equal a name of [`tag`].
    #[inline]
    pub(crate) fn tag(&self) -> u8 {
        self.octets[0]
    }

    /// Identifier, length and content.
    #[inline]
    pub(crate) fn octets(&self) -> &'a [u8] {
        self.octets
    }

    /// The content octets.
    #[inline]
    pub(crate) fn value(&self) -> &'a [u8] {
        &self.octets[self.header..]
    }

    /// The offset of the identifier octet.
    pub(crate) fn offset(&self) -> usize {
        self.offset
    }

    /// A reader of the content octets, which are those of `structure`.
    #[inline]
    pub(crate) fn reader(&self, structure: &'static str) -> Reader<'a> {
        Reader::new(self.value(), self.offset + self.header, structure)
    }

    fn broken(&self, kind: ErrorKind, structure: &'static str) -> Error {
        Error::new(kind, self.offset, structure)
    }

    /// The content octets of an INTEGER: two's complement, big-endian, in the shortest form.
    pub(crate) fn integer(&self) -> Result<&'a [u8], Error> {
        match *self.value() {
            [] => Err(self.broken(ErrorKind::Integer, "INTEGER")),
            [0x00, next, ..] if next < 0x80 => Err(self.broken(ErrorKind::Integer, "INTEGER")),
            [0xff, next, ..] if next >= 0x80 => Err(self.broken(ErrorKind::Integer, "INTEGER")),
            _ => Ok(self.value()),
        }
    }

    /// A non-negative INTEGER that fits 32 bits.
    pub(crate) fn small_integer(&self) -> Result<u32, Error> {
        let octets = self.integer()?;
        let magnitude = octets.strip_prefix(&[0]).unwrap_or(octets);
        if octets[0] >= 0x80 || magnitude.len() > 4 {
            return Err(self.broken(ErrorKind::Integer, "INTEGER"));
        }
        Ok(magnitude
            .iter()
            .fold(0, |value, octet| value << 8 | u32::from(*octet)))
    }

    /// A BOOLEAN. Any octet but 00 is true: certificates with other values than FF exist, and
    /// reading them as true is the strict side for the one BOOLEAN that matters, `critical`. Who
    /// reads one asks [`Element::is_strict_true`] too and notes the tolerance.
    pub(crate) fn boolean(&self) -> Result<bool, Error> {
        match *self.value() {
            [octet] => Ok(octet != 0),
            _ => Err(self.broken(ErrorKind::Boolean, "BOOLEAN")),
        }
    }

    /// The octets of a BIT STRING that has no unused bits.
    pub(crate) fn whole_octets(&self) -> Result<&'a [u8], Error> {
        match self.bits()? {
            (octets, 0) => Ok(octets),
            _ => Err(self.broken(ErrorKind::BitString, "BIT STRING")),
        }
    }

    /// The octets of a BIT STRING and the number of unused bits in the last one.
    pub(crate) fn bits(&self) -> Result<(&'a [u8], u8), Error> {
        match self.value() {
            [unused @ 0..=7, octets @ ..] if *unused == 0 || !octets.is_empty() => {
                Ok((octets, *unused))
            }
            _ => Err(self.broken(ErrorKind::BitString, "BIT STRING")),
        }
    }

    /// Whether a BOOLEAN with a DEFAULT of FALSE is written as DER has it, where it is there at
    /// all: FF (X.690 11.1 and 11.5).
    pub(crate) fn is_strict_true(&self) -> bool {
        self.value() == [0xff]
    }

    /// Whether a BIT STRING is well-formed and sets no unused bit (X.690 11.2.1).
    pub(crate) fn is_strict_bits(&self) -> bool {
        self.bits().is_ok_and(|(octets, unused)| {
            octets
                .last()
                .is_none_or(|last| last.trailing_zeros() >= u32::from(unused))
        })
    }

    /// Whether a BIT STRING of named bits ends with a bit that is set, as DER has it (X.690 11.2):
    /// no unused bit is set, and the last bit is not zero.
    pub(crate) fn is_strict_named_bits(&self) -> bool {
        match self.bits() {
            Ok((octets, unused)) => octets
                .last()
                .is_none_or(|last| last.trailing_zeros() == u32::from(unused)),
            Err(_) => false,
        }
    }

    /// An OBJECT IDENTIFIER.
    pub(crate) fn oid(&self) -> Result<Oid<'a>, Error> {
        Oid::from_content(self.value())
            .ok_or_else(|| self.broken(ErrorKind::ObjectIdentifier, "OBJECT IDENTIFIER"))
    }
}

/// Reads the elements of one structure, front to back.
#[derive(Clone)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    offset: usize,
    structure: &'static str,
}

impl<'a> Reader<'a> {
    /// A reader of the content octets of `structure`, whose first octet stands at `offset`.
    pub(crate) fn new(octets: &'a [u8], offset: usize, structure: &'static str) -> Self {
        Self {
            rest: octets,
            offset,
            structure,
        }
    }

    /// Whether all has been read.
    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The tag of the next element.
    pub(crate) fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    /// The next element, of any type.
    #[inline]
    pub(crate) fn any(&mut self) -> Result<Element<'a>, Error> {
        // Nearly all elements have one identifier octet and up to three length octets.
        let (header, length) = match *self.rest {
            [first, ..] if first & 0x1f == 0x1f => return self.any_slowly(),
            [_, length @ 0..=0x7f, ..] => (2, usize::from(length)),
            [_, 0x81, length @ 0x80..=0xff, ..] => (3, usize::from(length)),
            [_, 0x82, high @ 1..=0xff, low, ..] => (4, usize::from(high) << 8 | usize::from(low)),
            _ => return self.any_slowly(),
        };
        match self.rest.split_at_checked(header + length) {
            Some((octets, rest)) => {
                let element = Element {
                    octets,
                    header,
                    offset: self.offset,
                };
                self.rest = rest;
                self.offset += octets.len();
                Ok(element)
            }
            None => self.any_slowly(),
        }
    }

    /// The same for every form of header, and for the errors.
    #[cold]
    fn any_slowly(&mut self) -> Result<Element<'a>, Error> {
        let header = Header::read(self.rest, 0).map_err(|error| self.broken(error.kind()))?;
        let length = match header.length {
            Length::Indefinite => return Err(self.broken(ErrorKind::LengthIndefinite)),
            Length::Definite(_) if !header.minimal => {
                return Err(self.broken(ErrorKind::LengthNotMinimal));
            }
            Length::Definite(length) => length,
        };
        let end = header.content.checked_add(length);
        let (octets, rest) = end
            .and_then(|end| self.rest.split_at_checked(end))
            .ok_or_else(|| self.broken(ErrorKind::Truncated))?;
        let element = Element {
            octets,
            header: header.content,
            offset: self.offset,
        };
        self.rest = rest;
        self.offset += octets.len();
        Ok(element)
    }

    /// The next element, which must have this tag.
    #[inline]
    pub(crate) fn element(&mut self, expected: u8) -> Result<Element<'a>, Error> {
        if self.peek() == Some(expected) {
            self.any()
        } else {
            Err(self.unexpected(expected))
        }
    }

    #[cold]
    fn unexpected(&self, expected: u8) -> Error {
        self.broken(match self.peek() {
            Some(found) => ErrorKind::Tag { expected, found },
            None => ErrorKind::Missing { expected },
        })
    }

    /// The next element if it has this tag.
    #[inline]
    pub(crate) fn optional(&mut self, expected: u8) -> Result<Option<Element<'a>>, Error> {
        if self.peek() == Some(expected) {
            self.any().map(Some)
        } else {
            Ok(None)
        }
    }

    /// As many octets as `length` says that a well-formed element takes, if it says so and they are
    /// there.
    pub(crate) fn take(&mut self, length: impl FnOnce(&[u8]) -> Option<usize>) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length(self.rest)?)?;
        self.offset += taken.len();
        self.rest = rest;
        Some(taken)
    }

    /// Nothing may be left.
    pub(crate) fn finish(&self) -> Result<(), Error> {
        if self.is_empty() {
            Ok(())
        } else {
            Err(self.broken(ErrorKind::TrailingData))
        }
    }

    /// An error at the next octet.
    #[cold]
    pub(crate) fn broken(&self, kind: ErrorKind) -> Error {
        Error::new(kind, self.offset, self.structure)
    }
}

/// The length of an element as its octets say it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    /// So many content octets.
    Definite(usize),
    /// Up to the end-of-contents octets.
    Indefinite,
}

/// Identifier and length octets, in BER.
#[derive(Clone, Copy)]
pub(crate) struct Header {
    /// Number of identifier octets.
    pub(crate) identifier: usize,
    /// Where the content begins.
    pub(crate) content: usize,
    /// How long it is.
    pub(crate) length: Length,
    /// Whether the length is in the shortest form.
    pub(crate) minimal: bool,
}

impl Header {
    /// Reads a header at `start`. Whether the content is there is the caller's question.
    #[inline]
    pub(crate) fn read(input: &[u8], start: usize) -> Result<Self, Error> {
        // Most elements have one identifier octet and one length octet.
        if let Some([first, length @ 0..=0x80, ..]) = input.get(start..)
            && first & 0x1f != 0x1f
        {
            let length = match length {
                0x80 => Length::Indefinite,
                _ => Length::Definite(usize::from(*length)),
            };
            return Ok(Self {
                identifier: 1,
                content: start + 2,
                minimal: length != Length::Indefinite,
                length,
            });
        }
        Self::read_any(input, start)
    }

    /// The same for every form.
    fn read_any(input: &[u8], start: usize) -> Result<Self, Error> {
        let broken = |kind, offset| Error::new(kind, offset, "element");
        let octet = |at: usize| {
            input
                .get(at)
                .copied()
                .ok_or(broken(ErrorKind::Truncated, start))
        };
        let mut at = start + 1;
        if octet(start)? & 0x1f == 0x1f {
            // X.690 8.1.2.4: base 128, first octet not 80, and only for numbers above 30.
            let first = octet(at)?;
            if first == 0x80 || first < 0x1f {
                return Err(broken(ErrorKind::TagForm, start));
            }
            while octet(at)? & 0x80 != 0 {
                at += 1;
            }
            at += 1;
        }
        let identifier = at - start;
        let first = octet(at)?;
        at += 1;
        let (length, minimal) = match first {
            0..=0x7f => (Length::Definite(usize::from(first)), true),
            0x80 => (Length::Indefinite, false),
            0xff => return Err(broken(ErrorKind::LengthForm, start)),
            _ => {
                let count = usize::from(first & 0x7f);
                let mut length = 0usize;
                for _ in 0..count {
                    if length >> (usize::BITS - 8) != 0 {
                        return Err(broken(ErrorKind::LengthForm, start));
                    }
                    length = length << 8 | usize::from(octet(at)?);
                    at += 1;
                }
                (Length::Definite(length), length_octets(length) == count + 1)
            }
        };
        Ok(Self {
            identifier,
            content: at,
            length,
            minimal,
        })
    }
}

/// How many octets the shortest form of this length takes.
pub(crate) fn length_octets(length: usize) -> usize {
    if length < 0x80 {
        1
    } else {
        1 + (usize::BITS - length.leading_zeros()).div_ceil(8) as usize
    }
}

/// Appends the shortest form of a length.
pub(crate) fn push_length(output: &mut alloc::vec::Vec<u8>, length: usize) {
    if let Ok(short @ 0..=0x7f) = u8::try_from(length) {
        output.push(short);
        return;
    }
    let octets = length.to_be_bytes();
    let skipped = length.leading_zeros() as usize / 8;
    let significant = &octets[skipped..];
    #[expect(clippy::cast_possible_truncation, reason = "at most 8")]
    output.push(0x80 | significant.len() as u8);
    output.extend_from_slice(significant);
}

/// An element of these parts, for tests.
#[cfg(test)]
pub(crate) fn made(tag: u8, parts: &[&[u8]]) -> alloc::vec::Vec<u8> {
    let content = parts.concat();
    let mut octets = alloc::vec![tag];
    push_length(&mut octets, content.len());
    octets.extend_from_slice(&content);
    octets
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(octets: &[u8]) -> Element<'_> {
        let mut reader = Reader::new(octets, 0, "test");
        let element = reader.any().unwrap();
        reader.finish().unwrap();
        element
    }

    fn kind<T>(result: Result<T, Error>) -> Option<ErrorKind> {
        result.err().map(|error| error.kind())
    }

    #[test]
    fn integers() {
        for octets in [
            &[2, 1, 0][..],
            &[2, 1, 0x7f],
            &[2, 1, 0x80],
            &[2, 1, 0xff],
            &[2, 2, 0, 0x80],
            &[2, 2, 0xff, 0x7f],
        ] {
            assert_eq!(element(octets).integer().ok(), Some(&octets[2..]));
        }
        for octets in [
            &[2, 0][..],
            &[2, 2, 0, 0],
            &[2, 2, 0, 0x7f],
            &[2, 2, 0xff, 0x80],
            &[2, 2, 0xff, 0xff],
        ] {
            assert_eq!(kind(element(octets).integer()), Some(ErrorKind::Integer));
        }
    }

    #[test]
    fn small_integers() {
        for (octets, value) in [
            (&[2, 1, 0][..], 0),
            (&[2, 1, 0x7f], 0x7f),
            (&[2, 2, 0, 0xff], 0xff),
            (&[2, 5, 0, 0xff, 0xff, 0xff, 0xff], u32::MAX),
        ] {
            assert_eq!(element(octets).small_integer().ok(), Some(value));
        }
        // Negative, and beyond 32 bits.
        for octets in [
            &[2, 1, 0xff][..],
            &[2, 1, 0x80],
            &[2, 2, 0xff, 0x7f],
            &[2, 5, 1, 0, 0, 0, 0],
            &[2, 6, 0, 0x80, 0, 0, 0, 0],
        ] {
            assert_eq!(
                kind(element(octets).small_integer()),
                Some(ErrorKind::Integer)
            );
        }
    }

    #[test]
    fn booleans() {
        for (octets, value) in [
            (&[1, 1, 0][..], Some(false)),
            (&[1, 1, 1], Some(true)),
            (&[1, 1, 0xff], Some(true)),
            (&[1, 0], None),
            (&[1, 2, 0, 0], None),
        ] {
            assert_eq!(element(octets).boolean().ok(), value);
        }
    }

    #[test]
    fn bit_strings() {
        for (octets, bits, whole) in [
            (&[3, 1, 0][..], Some((&[][..], 0)), Some(&[][..])),
            (&[3, 2, 0, 5], Some((&[5], 0)), Some(&[5])),
            (&[3, 2, 7, 0x80], Some((&[0x80], 7)), None),
            (&[3, 0], None, None),
            (&[3, 1, 1], None, None),
            (&[3, 2, 8, 0], None, None),
        ] {
            assert_eq!(element(octets).bits().ok(), bits);
            assert_eq!(element(octets).whole_octets().ok(), whole);
        }
    }

    #[test]
    fn headers() {
        for (octets, error) in [
            (&[][..], ErrorKind::Truncated),
            (&[4], ErrorKind::Truncated),
            (&[4, 1], ErrorKind::Truncated),
            (&[4, 0x81], ErrorKind::Truncated),
            (&[4, 0x81, 0x7f], ErrorKind::LengthNotMinimal),
            (&[4, 0x82, 0, 0x80], ErrorKind::LengthNotMinimal),
            (&[4, 0x80, 0, 0], ErrorKind::LengthIndefinite),
            (&[4, 0xff], ErrorKind::LengthForm),
            (&[4, 0x89, 1, 0, 0, 0, 0, 0, 0, 0, 0], ErrorKind::LengthForm),
            (&[0x1f, 0x80, 1, 0], ErrorKind::TagForm),
            (&[0x1f, 0x1e, 0], ErrorKind::TagForm),
        ] {
            let error_of = kind(Reader::new(octets, 0, "test").any());
            assert_eq!(error_of, Some(error), "{octets:x?}");
        }
        assert_eq!(element(&[0x1f, 0x1f, 1, 9]).value(), [9]);
        assert_eq!(element(&[0x9f, 0x81, 0, 1, 9]).value(), [9]);
        for length in [0, 1, 0x7f, 0x80, 0xff, 0x100, 0xffff, 0x1_0000] {
            let mut octets = alloc::vec![4];
            push_length(&mut octets, length);
            assert_eq!(octets.len(), 1 + length_octets(length));
            octets.resize(octets.len() + length, 5);
            assert_eq!(element(&octets).value().len(), length);
        }
    }

    #[test]
    fn what_is_left_over() {
        let mut reader = Reader::new(&[5, 0, 5], 7, "test");
        assert!(reader.optional(tag::INTEGER).unwrap().is_none());
        assert_eq!(reader.element(tag::NULL).unwrap().offset(), 7);
        let error = reader.finish().unwrap_err();
        assert_eq!((error.kind(), error.offset()), (ErrorKind::TrailingData, 9));
        let error = kind(Reader::new(&[], 0, "test").element(tag::NULL));
        assert_eq!(error, Some(ErrorKind::Missing { expected: 5 }));
        let error = kind(Reader::new(&[2, 0], 0, "test").element(tag::NULL));
        let wrong = ErrorKind::Tag {
            expected: 5,
            found: 2,
        };
        assert_eq!(error, Some(wrong));
    }
}
