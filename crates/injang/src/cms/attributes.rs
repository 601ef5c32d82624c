//! `SignedAttributes` and `UnsignedAttributes`: the set, and its DER encoding.

use crate::der::{Element, Reader, tag};
use crate::error::Error;
use crate::oid::Oid;
use crate::time::Time;
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

    /// Which attribute it is.
    pub fn oid(&self) -> Oid<'a> {
        self.oid
    }

    /// The octets of attrValues: the elements of the set, one after the other.
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
        let mut list = Vec::new();
        while !reader.is_empty() {
            list.push(Attribute::read(&mut reader)?);
        }
        Ok(Self { element, list })
    }

    /// Reads a set that stands where a content was expected: octets that begin with the tag of a
    /// SET OF, wholly made of attributes.
    pub(crate) fn from_content(octets: &'a [u8]) -> Option<Self> {
        let mut reader = Reader::new(octets, 0, "Attributes");
        let element = reader.element(tag::SET).ok()?;
        reader.finish().ok()?;
        Self::read(element).ok()
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

    /// The content octets of the DER encoding of the set: what a signature covers, behind the
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
