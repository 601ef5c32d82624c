//! `GeneralName`: the forms in which X.509 names anything.

use super::Name;
use crate::der::{Reader, tag};
use crate::error::{Error, ErrorKind};
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

    /// Whether it is written as its type asks: ASCII where it is an IA5String, an address of 4 or
    /// 16 octets (RFC 5280 4.2.1.6), a name in DER, an identifier and one explicitly tagged value.
    /// What is not looked into is taken as it is.
    pub(crate) fn is_strict_der(&self) -> bool {
        match self {
            Self::Mail(text) | Self::Dns(text) | Self::Uri(text) => text.is_ascii(),
            Self::Directory(name) => name.is_strict_der(),
            Self::Ip(octets) => matches!(octets.len(), 4 | 16),
            Self::Other(octets) => is_other_name(octets),
            Self::X400 | Self::EdiParty | Self::RegisteredId => true,
        }
    }

    /// ```asn1
    /// GeneralNames ::= SEQUENCE SIZE (1..MAX) OF GeneralName
    /// ```
    /// RFC 5280 4.2.1.6, from its content octets.
    pub(crate) fn read_all(mut names: Reader<'a>) -> Result<Vec<Self>, Error> {
        let mut all = Vec::new();
        loop {
            all.push(Self::read(&mut names)?);
            if names.is_empty() {
                return Ok(all);
            }
        }
    }
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
    use crate::der::made;

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
