//! Distinguished names: compared as RFC 5280 7.1 says, displayed as RFC 4514 says.

mod display;
mod fingerprint;
pub(super) mod form;
mod text;

#[cfg(feature = "count-work")]
use super::name_work::count;
use crate::encoding::der::{Element, EncodingRules, Reader, tag};
use crate::encoding::error::Error;
use crate::encoding::oid::Oid;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use fingerprint::{BASIS, initial, plain_set, set_fingerprint};
use form::{is_strict_set, is_strict_value};
use text::text;

/// ```asn1
/// Name ::= SEQUENCE OF SET OF SEQUENCE { type OBJECT IDENTIFIER, value ANY }
/// ```
/// RFC 5280 4.1.2.4
///
/// `Display` writes RFC 4514: the most specific attribute first, `CN=…,OU=…,C=KR`. There is no
/// `PartialEq`: equality of names is a question of rules, see [`Name::matches`].
#[derive(Clone, Copy)]
pub struct Name<'a> {
    octets: &'a [u8],
    /// The last set, where the common name stands and most names differ; empty if there is none.
    last: &'a [u8],
    /// Whether it keeps the rules on form, found while it was read: in DER, and in BER.
    is_strict_der: bool,
    is_strict_ber: bool,
}

/// One `AttributeTypeAndValue`.
struct AttributeTypeAndValue<'a> {
    /// The whole element.
    octets: &'a [u8],
    oid: Oid<'a>,
    value: Element<'a>,
}

impl AttributeTypeAndValue<'_> {
    fn text(&self) -> Option<String> {
        text(self.value.tag(), self.value.value())
    }
}

impl<'a> Name<'a> {
    /// Reads a name and every attribute in it, so that nothing later can fail.
    pub(crate) fn read(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let element = reader.element(tag::SEQUENCE)?;
        let mut name = Self {
            octets: element.octets(),
            last: &[],
            is_strict_der: true,
            is_strict_ber: true,
        };
        let mut sets = element.reader("Name");
        while !sets.is_empty() {
            // Nearly all sets have one plain attribute, whose value stands behind nine octets.
            if let Some(set) = sets.take(plain_set) {
                let (kind, value) = (&set[6..9], &set[9..]);
                name.is_strict_der &= is_strict_value(kind, value, 2, EncodingRules::Der);
                name.is_strict_ber &=
                    name.is_strict_der || is_strict_value(kind, value, 2, EncodingRules::Ber);
                name.last = set;
                continue;
            }
            let set = sets.element(tag::SET)?;
            let members = || set.reader("RelativeDistinguishedName");
            // A set that is strict has been read to its last attribute.
            if !is_strict_set(members(), EncodingRules::Der) {
                check_attributes(members())?;
                name.is_strict_der = false;
                name.is_strict_ber &= is_strict_set(members(), EncodingRules::Ber);
            }
            name.last = set.octets();
        }
        Ok(name)
    }

    /// Reads one name in DER. An error if it is no name, or if octets follow it.
    pub fn from_der(octets: &'a [u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(octets, 0, "Name");
        let name = Self::read(&mut reader)?;
        reader.finish()?;
        Ok(name)
    }

    /// The DER of the name, as it was sent.
    pub fn octets(&self) -> &'a [u8] {
        self.octets
    }

    /// Whether it is in DER and keeps the rules on its form (RFC 5280 4.1.2.4 and A.1, X.680 41.4):
    /// no set is empty, the members of a set ascend, and each value is one of its type.
    pub(crate) fn is_strict_der(&self) -> bool {
        self.is_strict_der
    }

    /// The same where BER is allowed, in which sets have no order.
    pub(crate) fn is_strict_ber(&self) -> bool {
        self.is_strict_ber
    }

    /// Whether both name the same, by RFC 5280 7.1: same attributes in the same order of sets;
    /// strings of any type compare without regard to case, and to white space at the ends and
    /// beyond the first in a run; other values octet for octet.
    ///
    /// Of the string preparation in RFC 4518 the case folding and the white space are applied.
    /// Unicode normalisation is not: names that differ in it alone do not match, which is the
    /// strict side.
    pub fn matches(&self, other: &Name<'_>) -> bool {
        if self.octets() == other.octets() {
            return true;
        }
        // Names that get past the first look mostly differ in their last set, where the common name
        // stands.
        !self.differs_plainly(other)
            && self.last_fingerprint() == other.last_fingerprint()
            && self.fingerprint() == other.fingerprint()
            && self.canonical() == other.canonical()
    }

    /// Whether a look at the last sets tells that names do not match. If it does not, nothing is said.
    /// It spares most names that are compared their fingerprints, which cost ten times as much.
    ///
    /// Sets with one attribute of different types differ. So do texts that begin with different
    /// characters: nothing that is folded or left out stands before them.
    pub(super) fn differs_plainly(&self, other: &Name<'_>) -> bool {
        let (one, other) = (self.last, other.last);
        let are_plain = plain_set(one).is_some() && plain_set(other).is_some();
        are_plain
            && (one[6..9] != other[6..9]
                || match (initial(one), initial(other)) {
                    (Some(one), Some(other)) => one != other,
                    _ => false,
                })
    }

    /// Octets that two names share exactly if they match. As long as the name, and no attribute of
    /// one can be read as another's.
    pub(crate) fn canonical(&self) -> Vec<u8> {
        count(self.octets.len());
        let mut canonical = Vec::with_capacity(self.octets.len());
        for set in self.sets() {
            canonical_set(&set, &mut canonical);
        }
        canonical
    }

    /// The same for the name that is this one with another set appended, given by the content
    /// octets of the set (RFC 5280 4.2.1.13: nameRelativeToCRLIssuer).
    pub(crate) fn canonical_below(&self, set: &[u8]) -> Vec<u8> {
        count(set.len());
        let mut canonical = self.canonical();
        let mut members = Reader::new(set, 0, "RelativeDistinguishedName");
        let attributes: Vec<_> = core::iter::from_fn(|| attribute(&mut members).ok()).collect();
        canonical_set(&attributes, &mut canonical);
        canonical
    }

    /// Whether it is an empty name.
    pub(crate) fn is_empty(&self) -> bool {
        self.last.is_empty()
    }

    /// Whether every value is a text of characters that string preparation (RFC 4518) leaves as
    /// they are but for case and runs of spaces: ASCII, letters of ISO 8859-1, Hangul syllables,
    /// kana and unified ideographs.
    pub(crate) fn is_plain(&self) -> bool {
        let is_plain = |char: char| {
            matches!(char, ' '..='~' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{ff}'
                | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{3400}'..='\u{4dbf}'
                | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
        };
        let mut attributes = self.sets().flatten();
        attributes.all(|it| it.text().is_some_and(|text| text.chars().all(is_plain)))
    }

    /// The texts of an attribute; `None` for a value that is none.
    pub(crate) fn texts_of(
        &self,
        wanted: Oid<'static>,
    ) -> impl Iterator<Item = Option<String>> + use<'a> {
        let attributes = self.sets().flatten();
        attributes
            .filter(move |attribute| attribute.oid == wanted)
            .map(|attribute| attribute.text())
    }

    /// A number that names which match have in common, for telling most of the others apart at
    /// the cost of one look. It sums up attribute types and the ASCII letters and digits of the
    /// values in the form in which they are compared.
    pub(crate) fn fingerprint(&self) -> u64 {
        count(self.octets.len());
        let mut sets = self.reader();
        let mut sum = BASIS;
        while let Ok(set) = sets.element(tag::SET) {
            sum = sum.rotate_left(7) ^ set_fingerprint(set.octets());
        }
        sum
    }

    /// The same for the last set alone.
    pub(super) fn last_fingerprint(&self) -> u64 {
        count(self.octets.len());
        set_fingerprint(self.last)
    }

    fn reader(&self) -> Reader<'a> {
        let name = Reader::new(self.octets, 0, "Name").any();
        name.map_or(Reader::new(&[], 0, "Name"), |name| name.reader("Name"))
    }

    /// The attributes of each set, in their order.
    fn sets(&self) -> impl Iterator<Item = Vec<AttributeTypeAndValue<'a>>> + use<'a> {
        let mut sets = self.reader();
        core::iter::from_fn(move || {
            let mut set = sets
                .element(tag::SET)
                .ok()?
                .reader("RelativeDistinguishedName");
            let mut attributes = Vec::new();
            while let Ok(attribute) = attribute(&mut set) {
                attributes.push(attribute);
            }
            Some(attributes)
        })
    }
}

/// Without the feature nothing is counted.
#[cfg(not(feature = "count-work"))]
fn count(_: usize) {}

/// Writes a set of attributes in the form in which names are compared.
fn canonical_set(set: &[AttributeTypeAndValue<'_>], canonical: &mut Vec<u8>) {
    let mut members: Vec<(&[u8], Vec<u8>)> = set
        .iter()
        .map(|it| (it.oid.content(), prepared(&it.value)))
        .collect();
    // Sets have no order.
    members.sort_unstable();
    canonical.extend_from_slice(&members.len().to_be_bytes());
    for (oid, value) in members {
        canonical.extend_from_slice(&oid.len().to_be_bytes());
        canonical.extend_from_slice(oid);
        canonical.extend_from_slice(&value.len().to_be_bytes());
        canonical.extend_from_slice(&value);
    }
}

/// Reads the attributes of a set to the last.
pub(super) fn check_attributes(mut set: Reader<'_>) -> Result<(), Error> {
    while !set.is_empty() {
        attribute(&mut set)?;
    }
    Ok(())
}

fn attribute<'a>(set: &mut Reader<'a>) -> Result<AttributeTypeAndValue<'a>, Error> {
    let element = set.element(tag::SEQUENCE)?;
    let mut fields = element.reader("AttributeTypeAndValue");
    let oid = fields.element(tag::OID)?.oid()?;
    let value = fields.any()?;
    fields.finish()?;
    Ok(AttributeTypeAndValue {
        octets: element.octets(),
        oid,
        value,
    })
}

/// A value in the form in which it is compared: a text folded, anything else as it is. The first
/// octet tells one from the other.
fn prepared(value: &Element<'_>) -> Vec<u8> {
    let Some(text) = text(value.tag(), value.value()) else {
        return [&[0], value.octets()].concat();
    };
    let mut octets = Vec::from([1]);
    octets.extend_from_slice(prepare(&text).as_bytes());
    octets
}

/// A text with its case and white space folded.
fn prepare(text: &str) -> String {
    let mut prepared = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !prepared.is_empty() {
            prepared.push(' ');
        }
        prepared.extend(word.chars().flat_map(char::to_lowercase));
    }
    prepared
}

impl fmt::Debug for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Name({} octets)", self.octets().len())
    }
}

#[cfg(test)]
mod tests;
