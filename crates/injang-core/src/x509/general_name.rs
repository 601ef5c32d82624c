//! `GeneralName`: the forms in which X.509 names anything.

use super::Name;
use crate::encoding::der::{Reader, tag};
use crate::encoding::error::{Error, ErrorKind};
use alloc::vec::Vec;

/// ```asn1
/// GeneralName ::= CHOICE {
///   otherName [0] OtherName, rfc822Name [1] IA5String, dNSName [2] IA5String,
///   x400Address [3] ORAddress, directoryName [4] Name, ediPartyName [5] EDIPartyName,
///   uniformResourceIdentifier [6] IA5String, iPAddress [7] OCTET STRING,
///   registeredID [8] OBJECT IDENTIFIER }
/// ```
/// RFC 5280 4.2.1.6
#[derive(Clone, Copy)]
pub(crate) enum GeneralName<'a> {
    /// The content octets of an `OtherName`: a name of a kind that an identifier tells, unread.
    Other(&'a [u8]),
    /// An e-mail address. It should be in ASCII, and is not always.
    Mail(&'a [u8]),
    /// A host's name; the same of it.
    Dns(&'a [u8]),
    /// An X.400 address, unread.
    X400,
    /// A distinguished name.
    Directory(Name<'a>),
    /// A party of an EDI exchange, unread.
    EdiParty,
    /// A URI; the same of it.
    Uri(&'a [u8]),
    /// An IP address in network order, of any length.
    Ip(&'a [u8]),
    /// An object identifier.
    RegisteredId,
}

impl<'a> GeneralName<'a> {
    /// Reads one name.
    pub(crate) fn read(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let element = reader.any()?;
        let value = element.value();
        let broken = Error::new(ErrorKind::Choice, element.offset(), "GeneralName");
        let (form, number) = (element.tag() & 0xe0, element.tag() & 0x1f);
        Ok(match (form, number) {
            (0xa0, 0) => Self::Other(value),
            (0x80, 1) => Self::Mail(value),
            (0x80, 2) => Self::Dns(value),
            (0xa0, 3) => Self::X400,
            // Explicit, because Name is a CHOICE (X.680 31.2.7).
            (0xa0, 4) => {
                let mut inside = element.reader("directoryName");
                let name = Name::read(&mut inside)?;
                inside.finish()?;
                Self::Directory(name)
            }
            (0xa0, 5) => Self::EdiParty,
            (0x80, 6) => Self::Uri(value),
            (0x80, 7) => Self::Ip(value),
            (0x80, 8) => {
                element.oid()?;
                Self::RegisteredId
            }
            _ => return Err(broken),
        })
    }

    /// Whether it names somebody or something in the form that its type asks for (RFC 5280
    /// 4.2.1.6): a mailbox, a host, a URI, an address of 4 or 16 octets, a name in DER that is not
    /// empty, an identifier and one explicitly tagged value. What is not looked into is taken as it
    /// is.
    pub(crate) fn is_strict_der(&self) -> bool {
        match self {
            Self::Mail(text) => is_mailbox(text),
            Self::Dns(text) => is_host(text.strip_prefix(b"*.").unwrap_or(text)),
            Self::Uri(text) => is_uri(text),
            Self::Directory(name) => !name.is_empty() && name.is_strict_der(),
            Self::Ip(octets) => matches!(octets.len(), 4 | 16),
            Self::Other(octets) => is_other_name(octets),
            Self::X400 | Self::EdiParty | Self::RegisteredId => true,
        }
    }

    /// The same of the base of a subtree in nameConstraints, which may be empty or a part of a
    /// name, and whose address has a mask (RFC 5280 4.2.1.10). Whether it can be compared is
    /// another question.
    pub(super) fn is_strict_base(&self) -> bool {
        match self {
            Self::Mail(text) | Self::Dns(text) | Self::Uri(text) => text.is_ascii(),
            Self::Directory(name) => name.is_strict_der(),
            Self::Ip(_) => true,
            other => other.is_strict_der(),
        }
    }

    /// ```asn1
    /// GeneralNames ::= SEQUENCE SIZE (1..MAX) OF GeneralName
    /// ```
    /// RFC 5280 4.2.1.6, from its content octets.
    pub(crate) fn read_all(mut names: Reader<'a>) -> Result<Vec<Self>, Error> {
        // Nearly always there is one.
        let mut all = Vec::with_capacity(1);
        loop {
            all.push(Self::read(&mut names)?);
            if names.is_empty() {
                return Ok(all);
            }
        }
    }
}

/// Whether a text is a host in the preferred name syntax (RFC 1034 3.5, RFC 1123 2.1), to which RFC
/// 5280 4.2.1.6 holds a dNSName. A wildcard before it is left to those who use it.
fn is_host(text: &[u8]) -> bool {
    let is_label = |label: &[u8]| {
        let ends = [label.first(), label.last()];
        label.len() <= 63
            && ends
                .iter()
                .all(|end| end.is_some_and(u8::is_ascii_alphanumeric))
            && label
                .iter()
                .all(|octet| octet.is_ascii_alphanumeric() || *octet == b'-')
    };
    text.len() <= 253 && text.split(|octet| *octet == b'.').all(is_label)
}

/// Whether a text is a `Mailbox` of RFC 5321 4.1.2, so far as its parts go: something that is no
/// space or bracket, or is quoted, then a host or an address literal.
fn is_mailbox(text: &[u8]) -> bool {
    let Some(at) = text.iter().rposition(|octet| *octet == b'@') else {
        return false;
    };
    let (local, host) = (&text[..at], &text[at + 1..]);
    let is_local = match local {
        [b'"', quoted @ .., b'"'] => quoted.iter().all(|octet| matches!(octet, b' '..=b'~')),
        atoms => {
            !atoms.is_empty()
                && atoms
                    .iter()
                    .all(|octet| octet.is_ascii_graphic() && !b"<>()[]@,;:\\\"".contains(octet))
        }
    };
    let is_literal = matches!(host, [b'[', inside @ .., b']']
        if !inside.is_empty() && inside.iter().all(u8::is_ascii_graphic));
    is_local && (is_literal || is_host(host))
}

/// Whether this is a character of a URI (RFC 3986 2): all ASCII that is seen, but for a few.
const fn is_of_uri(octet: u8) -> bool {
    matches!(octet, b'!'..=b'~')
        && !matches!(
            octet,
            b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}'
        )
}

/// Whether a text is a URI with a scheme and something behind it, of the characters that RFC 3986
/// allows.
fn is_uri(text: &[u8]) -> bool {
    let Some(colon) = text.iter().position(|octet| *octet == b':') else {
        return false;
    };
    let (scheme, rest) = (&text[..colon], &text[colon + 1..]);
    let of_scheme = |octet: &u8| octet.is_ascii_alphanumeric() || b"+-.".contains(octet);
    scheme.first().is_some_and(u8::is_ascii_alphabetic)
        && scheme.iter().all(of_scheme)
        && !rest.is_empty()
        && rest.iter().fold(true, |all, octet| all & is_of_uri(*octet))
}

/// ```asn1
/// OtherName ::= SEQUENCE { type-id OBJECT IDENTIFIER, value [0] EXPLICIT ANY DEFINED BY type-id }
/// ```
/// RFC 5280 4.2.1.6, from its content octets.
fn is_other_name(octets: &[u8]) -> bool {
    let mut fields = Reader::new(octets, 0, "OtherName");
    let mut read = || -> Result<(), Error> {
        fields.element(tag::OID)?.oid()?;
        let mut inside = fields.element(tag::context(0))?.reader("OtherName");
        fields.finish()?;
        inside.any()?;
        inside.finish()
    };
    read().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::der::made;

    fn read(octets: &[u8]) -> Result<Vec<GeneralName<'_>>, Error> {
        GeneralName::read_all(Reader::new(octets, 0, "GeneralNames"))
    }

    #[test]
    fn every_form() {
        use GeneralName as G;

        let octets = [
            made(0xa0, &[&[6, 1, 0x2a], &[0xa0, 2, 5, 0]]),
            made(0x81, &[b"a@b"]),
            made(0x82, &[b"b"]),
            made(0xa3, &[]),
            made(0xa4, &[&made(tag::SEQUENCE, &[])]),
            made(0xa5, &[]),
            made(0x86, &[b"ldap:"]),
            made(0x87, &[&[127, 0, 0, 1]]),
            made(0x88, &[&[0x2a]]),
        ]
        .concat();
        let names = read(&octets).ok().unwrap();
        assert!(matches!(
            names[..],
            [
                G::Other([6, 1, 0x2a, 0xa0, 2, 5, 0]),
                G::Mail(b"a@b"),
                G::Dns(b"b"),
                G::X400,
                G::Directory(_),
                G::EdiParty,
                G::Uri(b"ldap:"),
                G::Ip([127, 0, 0, 1]),
                G::RegisteredId,
            ]
        ));
    }

    #[test]
    fn forms() {
        let long = [&[b'a'; 63][..], b".test"].concat();
        let too_long = [&[b'a'; 64][..], b".test"].concat();
        let cases: &[(u8, &[u8], bool)] = &[
            (0x82, b"a.test", true),
            (0x82, b"*.a-b.test", true),
            (0x82, &long, true),
            (0x82, &too_long, false),
            (0x82, b"", false),
            (0x82, b" ", false),
            (0x82, b"*", false),
            (0x82, b"a..test", false),
            (0x82, b"a.test.", false),
            (0x82, b"a_b.test", false),
            (0x82, b"-a.test", false),
            (0x82, b"a-.test", false),
            (0x82, b"\xff.test", false),
            (0x81, b"a.b+c@d.test", true),
            (0x81, b"\"a b\"@d.test", true),
            (0x81, b"a@[127.0.0.1]", true),
            (0x81, b"a@[]", false),
            (0x81, b"", false),
            (0x81, b"a", false),
            (0x81, b"@a.test", false),
            (0x81, b"a@", false),
            (0x81, b"<a@a.test>", false),
            (0x81, b"a b@a.test", false),
            (0x81, b"a\xff@a.test", false),
            (0x86, b"http://a.test/?b#c", true),
            (0x86, b"ldap:///cn=a%20b", true),
            (0x86, b"urn:a", true),
            (0x86, b"", false),
            (0x86, b"/a", false),
            (0x86, b"http:", false),
            (0x86, b"://a.test", false),
            (0x86, b"1a://a.test", false),
            (0x86, b"http://a.test/ b", false),
            (0x86, b"http://a.test/\xff", false),
            (0x86, b"http://a.test/\x7f", false),
            (0x86, b"http://a.test/<", false),
            (0x86, b"http://a.test/{", false),
            (0x86, b"http://a.test/~!", true),
            (0x87, &[127, 0, 0, 1], true),
            (0x87, &[127, 0, 0], false),
            (0x87, &[], false),
            (0x87, &[0; 16], true),
            (0x87, &[0; 8], false),
        ];
        for (tag, value, is_strict) in cases {
            let octets = made(*tag, &[value]);
            let names = read(&octets).ok().unwrap();
            assert_eq!(names[0].is_strict_der(), *is_strict, "{tag:x} {value:x?}");
        }
        // As a base, the same may be empty or a part.
        for (tag, value, is_strict) in [
            (0x82, &b""[..], true),
            (0x81, b".a.test", true),
            (0x86, b".a.test", true),
            (0x86, b"\xff", false),
            (0x87, &[0; 8], true),
            (0xa4, &[0x30, 0], true),
            (0xa4, &[0x30, 2, 0x31, 0], false),
        ] {
            let octets = made(tag, &[value]);
            let names = read(&octets).ok().unwrap();
            assert_eq!(names[0].is_strict_base(), is_strict, "{tag:x} {value:x?}");
        }
        let nobody = made(0xa4, &[&[0x30, 0]]);
        assert!(!read(&nobody).ok().unwrap()[0].is_strict_der());
    }

    #[test]
    fn refused() {
        for (octets, kind, offset) in [
            (&[][..], ErrorKind::Truncated, 0),
            (&[0x82, 2, b'a'], ErrorKind::Truncated, 0),
            (&[0x82, 1, b'a', 0xa2, 0], ErrorKind::Choice, 3),
            // Constructed where it is primitive, and the other way round.
            (&[0xa6, 0], ErrorKind::Choice, 0),
            (&[0x80, 0], ErrorKind::Choice, 0),
            (&[0x84, 2, 0x30, 0], ErrorKind::Choice, 0),
            // Another class, another number.
            (&[0x16, 1, b'a'], ErrorKind::Choice, 0),
            (&[0x89, 0], ErrorKind::Choice, 0),
            (&[0xa4, 4, 0x30, 0, 5, 0], ErrorKind::TrailingData, 4),
            (&[0x88, 1, 0x80], ErrorKind::ObjectIdentifier, 0),
        ] {
            let error = read(octets).err().unwrap();
            assert_eq!(
                (error.kind(), error.offset()),
                (kind, offset),
                "{octets:x?}"
            );
        }
    }
}
