//! `SignedAttributes` and `UnsignedAttributes`: the set, and its DER encoding.

use crate::encoding::ber::skip;
use crate::encoding::der::{Element, Header, Length, Reader, tag};
use crate::encoding::error::Error;
use crate::encoding::oid::{self, Oid};
use crate::encoding::time::Time;
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// ```asn1
/// SignedAttributes ::= SET SIZE (1..MAX) OF Attribute
/// ```
/// RFC 5652 5.3, here with the implicit tag under which a `SignerInfo` holds it.
#[derive(Clone)]
pub struct Attributes<'a> {
    element: Element<'a>,
    list: Vec<Attribute<'a>>,
}

/// ```asn1
/// Attribute ::= SEQUENCE { attrType OBJECT IDENTIFIER, attrValues SET OF AttributeValue }
/// ```
/// RFC 5652 5.3
#[derive(Clone, Copy)]
pub struct Attribute<'a> {
    oid: Oid<'a>,
    element: Element<'a>,
    values: Element<'a>,
}

impl<'a> Attribute<'a> {
    fn read(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let element = reader.element(tag::SEQUENCE)?;
        let mut fields = element.reader("Attribute");
        let oid = fields.element(tag::OID)?.oid()?;
        let values = fields.element(tag::SET)?;
        fields.finish()?;
        Ok(Self {
            oid,
            element,
            values,
        })
    }

    /// The type of the attribute (attrType).
    pub fn oid(&self) -> Oid<'a> {
        self.oid
    }

    /// The content octets of attrValues: the DER elements of the set, one after the other.
    pub fn values(&self) -> &'a [u8] {
        self.values.value()
    }

    /// The value as a time, if it is the only one and of the type that signing-time has (RFC 5652
    /// 11.3). Nothing else about the set is judged.
    pub fn time(&self) -> Option<Time> {
        let mut values = self.reader("AttributeValue");
        let value = values.any().ok()?;
        values.finish().ok()?;
        Time::from_element(&value).ok()
    }

    pub(crate) fn reader(&self, structure: &'static str) -> Reader<'a> {
        self.values.reader(structure)
    }
}

impl<'a> Attributes<'a> {
    /// Reads a set to its end.
    pub(crate) fn read(element: Element<'a>) -> Result<Self, Error> {
        let mut reader = element.reader("Attributes");
        // Documents have three to six.
        let mut list = Vec::with_capacity(4);
        while !reader.is_empty() {
            list.push(Attribute::read(&mut reader)?);
        }
        Ok(Self { element, list })
    }

    /// The octets of the set, under the implicit tag that a `SignerInfo` gives it.
    pub fn octets(&self) -> &'a [u8] {
        self.element.octets()
    }

    /// The attributes in the order in which they were sent.
    pub fn as_slice(&self) -> &[Attribute<'a>] {
        &self.list
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether the order is the one of DER: of the attributes, and of the values in each (X.690
    /// 11.6). Lengths are minimal already, for they were read from DER.
    pub(crate) fn is_sorted(&self) -> bool {
        self.list
            .is_sorted_by_key(|attribute| attribute.element.octets())
            && self
                .list
                .iter()
                .all(|attribute| is_sorted(attribute.reader("AttributeValue")))
    }

    /// The content octets of the DER encoding of the set: what a signature covers, after the
    /// header of a SET OF of the same length (RFC 5652 5.4).
    pub(crate) fn der_content(&self) -> Vec<u8> {
        let mut encodings: Vec<Cow<'a, [u8]>> = self
            .list
            .iter()
            .map(|attribute| {
                if is_sorted(attribute.reader("AttributeValue")) {
                    return Cow::Borrowed(attribute.element.octets());
                }
                // Sorting moves octets, it changes no length: the headers stay as they are.
                let header = attribute.element.octets().len() - attribute.values.value().len();
                let mut octets = attribute.element.octets()[..header].to_vec();
                octets.extend(sorted(attribute.reader("AttributeValue")).concat());
                Cow::Owned(octets)
            })
            .collect();
        encodings.sort_unstable();
        encodings.concat()
    }

    /// The content octets of the set in the order in which they were sent.
    pub(crate) fn content(&self) -> &'a [u8] {
        self.element.value()
    }

    /// Identifier and length octets of the set as a SET OF.
    pub(crate) fn set_header(&self) -> ([u8; 10], usize) {
        let octets = self.element.octets();
        let length = octets.len() - self.element.value().len();
        let mut header = [0; 10];
        header[..length].copy_from_slice(&octets[..length]);
        header[0] = tag::SET;
        (header, length)
    }
}

fn elements(mut reader: Reader<'_>) -> impl Iterator<Item = &[u8]> {
    core::iter::from_fn(move || {
        if reader.is_empty() {
            None
        } else {
            reader.any().ok().map(|element| element.octets())
        }
    })
}

/// No encoding is the beginning of another, so plain comparison orders them as X.690 11.6 does.
fn is_sorted(reader: Reader<'_>) -> bool {
    elements(reader).is_sorted()
}

fn sorted(reader: Reader<'_>) -> Vec<&[u8]> {
    let mut elements: Vec<_> = elements(reader).collect();
    elements.sort_unstable();
    elements
}

/// Whether octets are what a signer would sign as attributes, in DER or, since some sign them as
/// they were sent, in BER: one SET of attributes, content-type and message-digest among them. Takes
/// no memory, whatever the size.
pub(crate) fn are_attributes(octets: &[u8]) -> bool {
    let Some(members) = ber_content(octets, tag::SET) else {
        return false;
    };
    let mut has = [false; 2];
    let mut at = 0;
    while at < members.len() {
        let Ok(end) = skip(members, at, members.len()) else {
            return false;
        };
        let Some(oid) = ber_content(&members[at..end], tag::SEQUENCE).and_then(attribute_type)
        else {
            return false;
        };
        has[0] |= oid == oid::ID_CONTENT_TYPE;
        has[1] |= oid == oid::ID_MESSAGE_DIGEST;
        at = end;
    }
    has == [true; 2]
}

/// The content octets of the one BER element that these octets are.
fn ber_content(octets: &[u8], wanted: u8) -> Option<&[u8]> {
    if octets.first() != Some(&wanted) || skip(octets, 0, octets.len()).ok()? != octets.len() {
        return None;
    }
    let header = Header::read(octets, 0).ok()?;
    let end = match header.length {
        Length::Definite(_) => octets.len(),
        Length::Indefinite => octets.len() - 2,
    };
    Some(&octets[header.content..end])
}

/// The type of an attribute, if these are its fields: a type, and a set of values.
fn attribute_type(fields: &[u8]) -> Option<Oid<'_>> {
    let end = skip(fields, 0, fields.len()).ok()?;
    let (oid, values) = fields.split_at(end);
    ber_content(values, tag::SET)?;
    Oid::from_content(ber_content(oid, tag::OID)?)
}
