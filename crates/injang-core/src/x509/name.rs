//! Distinguished names: compared as RFC 5280 7.1 says, displayed as RFC 4514 says.

#[cfg(feature = "count-work")]
use super::name_work::count;
use crate::encoding::der::{Element, Encoding, Reader, are_well_formed, is_text, tag};
use crate::encoding::error::Error;
use crate::encoding::oid::{self, Oid};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

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
struct Attribute<'a> {
    /// The whole element.
    octets: &'a [u8],
    oid: Oid<'a>,
    value: Element<'a>,
}

impl Attribute<'_> {
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
                name.is_strict_der &= is_strict_value(kind, value, 2, Encoding::Der);
                name.is_strict_ber &=
                    name.is_strict_der || is_strict_value(kind, value, 2, Encoding::Ber);
                name.last = set;
                continue;
            }
            let set = sets.element(tag::SET)?;
            let members = || set.reader("RelativeDistinguishedName");
            // A set that is strict has been read to its last attribute.
            if !is_strict_set(members(), Encoding::Der) {
                check_attributes(members())?;
                name.is_strict_der = false;
                name.is_strict_ber &= is_strict_set(members(), Encoding::Ber);
            }
            name.last = set.octets();
        }
        Ok(name)
    }

    /// Reads one name in DER, and nothing behind it.
    pub fn from_der(octets: &'a [u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(octets, 0, "Name");
        let name = Self::read(&mut reader)?;
        reader.finish()?;
        Ok(name)
    }

    /// The octets as they came.
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

    /// The same for the name that is this one with another set behind it, given by the content
    /// octets of the set (RFC 5280 4.2.1.13: nameRelativeToCRLIssuer).
    pub(crate) fn canonical_below(&self, set: &[u8]) -> Vec<u8> {
        count(set.len());
        let mut canonical = self.canonical();
        let mut members = Reader::new(set, 0, "RelativeDistinguishedName");
        let attributes: Vec<_> = core::iter::from_fn(|| attribute(&mut members).ok()).collect();
        canonical_set(&attributes, &mut canonical);
        canonical
    }

    /// Whether it names nobody.
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
    fn sets(&self) -> impl Iterator<Item = Vec<Attribute<'a>>> + use<'a> {
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
fn canonical_set(set: &[Attribute<'_>], canonical: &mut Vec<u8>) {
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

// No protection against collisions is needed: names are compared after it.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

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
fn set_fingerprint(octets: &[u8]) -> u64 {
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
fn letters(tag: u8, value: &[u8], sum: u64) -> u64 {
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
fn initial(set: &[u8]) -> Option<u8> {
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
fn folds_to_ascii(utf8: &[u8]) -> bool {
    !utf8.is_ascii()
        && utf8
            .windows(2)
            .any(|pair| matches!(pair, [0xc4, 0xb0] | [0xe2, 0x84]))
}

/// The length of the set at the start of these octets, if it has the shape of nearly all: one
/// attribute of a type under 2.5.4 (X.520), and every length in one octet.
fn plain_set(octets: &[u8]) -> Option<usize> {
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

/// Whether a set of attributes is written as DER and RFC 5280 have it: at least one member, in
/// ascending order (X.690 11.6) in DER, each value one of its type.
pub(super) fn is_strict_set(mut members: Reader<'_>, encoding: Encoding) -> bool {
    let mut last: &[u8] = &[];
    loop {
        let Ok(attribute) = attribute(&mut members) else {
            return false;
        };
        let value = attribute.value.octets();
        let header = value.len() - attribute.value.value().len();
        if !is_strict_value(attribute.oid.content(), value, header, encoding)
            || (encoding == Encoding::Der && attribute.octets < last)
        {
            return false;
        }
        last = attribute.octets;
        if members.is_empty() {
            return true;
        }
    }
}

/// Whether a value has only what its string type allows, and is a text that can be compared where
/// the attribute's syntax is a string. Which string type it is does not matter: Toss and KT write
/// their country as a `UTF8String`, and names compare all the same (RFC 5280 7.1).
///
/// A value of another type, or of an attribute whose syntax is not known, is well-formed as one of
/// its own type. The content stands behind so many octets of the value.
#[inline]
fn is_strict_value(kind: &[u8], value: &[u8], header: usize, encoding: Encoding) -> bool {
    let content = &value[header..];
    match value[0] {
        tag::PRINTABLE_STRING
        | tag::UTF8_STRING
        | tag::IA5_STRING
        | tag::TELETEX_STRING
        | tag::BMP_STRING
        | tag::UNIVERSAL_STRING => {
            // DirectoryString and its kin have SIZE (1..).
            is_text(value[0], content) == Some(true)
                && (!content.is_empty() || !has_string_syntax(kind))
        }
        _ => {
            !has_string_syntax(kind)
                && are_well_formed(Reader::new(value, 0, "AttributeValue"), encoding)
        }
    }
}

/// Whether the values of an attribute type are of `DirectoryString`, `PrintableString` or `IA5String`
/// (RFC 5280 A.1, X.520, RFC 4519), by the content octets of its identifier.
fn has_string_syntax(kind: &[u8]) -> bool {
    match *kind {
        // X.520: commonName to organizationalUnitName but for the obsolete ones between, title,
        // description, businessCategory, postalCode, names, qualifiers, pseudonym,
        // organizationIdentifier.
        [0x55, 0x04, number] => matches!(
            number,
            3..=13 | 15 | 17 | 18 | 41..=44 | 46 | 65 | 97
        ),
        // UID and DC (RFC 4519).
        [
            0x09,
            0x92,
            0x26,
            0x89,
            0x93,
            0xf2,
            0x2c,
            0x64,
            0x01,
            0x01 | 0x19,
        ] => true,
        _ => kind == oid::EMAIL_ADDRESS.content(),
    }
}

/// Reads the attributes of a set to the last.
pub(super) fn check_attributes(mut set: Reader<'_>) -> Result<(), Error> {
    while !set.is_empty() {
        attribute(&mut set)?;
    }
    Ok(())
}

fn attribute<'a>(set: &mut Reader<'a>) -> Result<Attribute<'a>, Error> {
    let element = set.element(tag::SEQUENCE)?;
    let mut fields = element.reader("AttributeTypeAndValue");
    let oid = fields.element(tag::OID)?.oid()?;
    let value = fields.any()?;
    fields.finish()?;
    Ok(Attribute {
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

/// The text of a DirectoryString or IA5String (RFC 5280 4.1.2.4); `None` for other types and for
/// octets that are no text of their type.
fn text(tag: u8, octets: &[u8]) -> Option<String> {
    match tag {
        tag::UTF8_STRING => core::str::from_utf8(octets).ok().map(String::from),
        // NAVER writes a `_` into a PrintableString: any ASCII is read.
        tag::PRINTABLE_STRING | tag::IA5_STRING => octets
            .is_ascii()
            .then(|| octets.iter().map(|octet| char::from(*octet)).collect()),
        // T.61 in name, ISO 8859-1 in practice.
        tag::TELETEX_STRING => Some(octets.iter().map(|octet| char::from(*octet)).collect()),
        tag::BMP_STRING => bmp_text(octets),
        tag::UNIVERSAL_STRING => universal_text(octets),
        _ => None,
    }
}

/// The text of a `BMPString`: UTF-16, big-endian.
fn bmp_text(octets: &[u8]) -> Option<String> {
    let units = octets.chunks(2).map(|unit| match *unit {
        [high, low] => u16::from_be_bytes([high, low]),
        // An odd octet is half of a surrogate: no text.
        _ => 0xd800,
    });
    char::decode_utf16(units).collect::<Result<_, _>>().ok()
}

/// The text of a `UniversalString`: UTF-32, big-endian.
fn universal_text(octets: &[u8]) -> Option<String> {
    octets
        .chunks(4)
        .map(|unit| char::from_u32(u32::from_be_bytes(unit.try_into().ok()?)))
        .collect()
}

/// RFC 4514 2.3's short names, and the two that Korean providers use beside them.
fn short_name(oid: Oid<'_>) -> Option<&'static str> {
    Some(match *oid.content() {
        [0x55, 0x04, 0x03] => "CN",
        [0x55, 0x04, 0x05] => "serialNumber",
        [0x55, 0x04, 0x06] => "C",
        [0x55, 0x04, 0x07] => "L",
        [0x55, 0x04, 0x08] => "ST",
        [0x55, 0x04, 0x09] => "STREET",
        [0x55, 0x04, 0x0a] => "O",
        [0x55, 0x04, 0x0b] => "OU",
        [0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 0x01, 0x01] => "UID",
        [0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 0x01, 0x19] => "DC",
        _ => return None,
    })
}

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sets: Vec<_> = self.sets().collect();
        for (index, set) in sets.iter().rev().enumerate() {
            if index > 0 {
                f.write_char(',')?;
            }
            for (index, attribute) in set.iter().enumerate() {
                if index > 0 {
                    f.write_char('+')?;
                }
                display_attribute(attribute, f)?;
            }
        }
        Ok(())
    }
}

fn display_attribute(attribute: &Attribute<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match (short_name(attribute.oid), attribute.text()) {
        (Some(name), Some(text)) => {
            write!(f, "{name}=")?;
            escape(&text, f)
        }
        (None, Some(text)) => {
            write!(f, "{}=", attribute.oid)?;
            escape(&text, f)
        }
        (_, None) => {
            write!(f, "{}=#", attribute.oid)?;
            attribute
                .value
                .octets()
                .iter()
                .try_for_each(|octet| write!(f, "{octet:02x}"))
        }
    }
}

/// RFC 4514 2.4. Control characters and those that turn the direction of writing are written as
/// hex pairs, so that a name can't rearrange the line that it is shown in.
fn escape(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let last = text.chars().count().saturating_sub(1);
    for (index, char) in text.chars().enumerate() {
        let at_end = index == 0 || index == last;
        match char {
            '"' | '+' | ',' | ';' | '<' | '>' | '\\' => write!(f, "\\{char}")?,
            '#' if index == 0 => write!(f, "\\#")?,
            ' ' if at_end => write!(f, "\\ ")?,
            _ if crate::encoding::text::is_deceptive(char) => {
                let mut utf8 = [0; 4];
                for octet in char.encode_utf8(&mut utf8).bytes() {
                    write!(f, "\\{octet:02x}")?;
                }
            }
            _ => f.write_char(char)?,
        }
    }
    Ok(())
}

impl fmt::Debug for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Name({} octets)", self.octets().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::der::made;
    use alloc::format;

    /// Tags and octets of values.
    type Values<'a> = &'a [(u8, &'a [u8])];

    /// A name of one attribute (commonName) for each value: its tag and octets.
    fn name(values: Values<'_>) -> Vec<u8> {
        let wrap = |tag: u8, content: &[u8]| {
            let mut octets = alloc::vec![tag, u8::try_from(content.len()).unwrap()];
            octets.extend_from_slice(content);
            octets
        };
        let sets: Vec<u8> = values
            .iter()
            .flat_map(|(tag, value)| {
                let pair = [wrap(tag::OID, &[0x55, 4, 3]), wrap(*tag, value)].concat();
                wrap(tag::SET, &wrap(tag::SEQUENCE, &pair))
            })
            .collect();
        wrap(tag::SEQUENCE, &sets)
    }

    /// What folds to an ASCII letter is prepared before it is summed up, and nothing else is.
    #[test]
    fn characters_that_fold_to_ascii() {
        let mut folding = Vec::new();
        for char in ('\u{80}'..=char::MAX).chain('\0'..'\u{80}') {
            let mut utf8 = [0; 4];
            let utf8 = char.encode_utf8(&mut utf8).as_bytes();
            let is_ascii_below = char.to_lowercase().any(|it| it.is_ascii());
            if is_ascii_below && !char.is_ascii() {
                folding.push(char);
            }
            // Others that begin as the Kelvin sign does are prepared in vain.
            assert!(!is_ascii_below || char.is_ascii() || folds_to_ascii(utf8));
            let text = prepare(core::str::from_utf8(utf8).unwrap());
            let as_prepared = letters(tag::UTF8_STRING, text.as_bytes(), BASIS);
            assert_eq!(
                letters(tag::UTF8_STRING, utf8, BASIS),
                as_prepared,
                "{char:?}"
            );
        }
        assert_eq!(folding, ['\u{130}', '\u{212a}']);
    }

    /// Whatever characters two texts begin with: names that match do not differ plainly.
    #[test]
    fn plain_differences() {
        let tags = [0x0c, 0x13, 0x16, 0x14, 0x1e];
        let firsts = [
            "a",
            "A",
            "b",
            "B",
            "k",
            "\u{212a}",
            "i",
            "\u{130}",
            "7",
            " a",
            "\u{a0}a",
            "\u{3000}a",
            "가",
            "나",
            "\u{a000}",
            "\u{ab70}",
            "\u{13a0}",
            "_",
            "",
        ];
        let mut names = Vec::new();
        for (kind, first) in [3, 10]
            .into_iter()
            .flat_map(|kind| firsts.map(|it| (kind, it)))
        {
            for tag in tags {
                let text = format!("{first}x");
                let value: Vec<u8> = match tag {
                    0x1e => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
                    _ => text.into_bytes(),
                };
                let pair = made(
                    tag::SEQUENCE,
                    &[&[6, 3, 0x55, 4, kind], &made(tag, &[&value])],
                );
                let set = made(tag::SET, &[&pair]);
                names.push(made(tag::SEQUENCE, &[&set]));
                names.push(made(tag::SEQUENCE, &[&set, &set]));
            }
        }
        names.push(made(tag::SEQUENCE, &[]));
        let names: Vec<_> = names.iter().map(|it| Name::from_der(it).unwrap()).collect();
        let mut differing = 0;
        for (one, other) in names
            .iter()
            .flat_map(|one| names.iter().map(move |it| (one, it)))
        {
            let differs = one.differs_plainly(other);
            assert!(
                !differs || one.canonical() != other.canonical(),
                "{one} {other}"
            );
            differing += usize::from(differs);
        }
        assert!(differing > names.len() * names.len() / 2);
    }

    #[test]
    fn forms() {
        for (values, is_strict) in [
            (&[(0x13, &b"NAVER Sign"[..])][..], true),
            (&[(0x13, b"NAVER_Sign")], false),
            (&[(0x0c, "시험".as_bytes())], true),
            (&[(0x0c, b"\xff")], false),
            (&[(0x16, b"a_b")], true),
            (&[(0x16, b"\x80")], false),
            (&[(0x14, b"\xc4")], true),
            (&[(0x1e, &[0xac, 0])], true),
            (&[(0x1e, &[0xac])], false),
            // A surrogate, and a pair of them: no characters of a BMPString.
            (&[(0x1e, &[0xd8, 0])], false),
            (&[(0x1e, &[0xd8, 0x3d, 0xde, 0])], false),
            (&[(0x1c, &[0, 0, 0xac, 0])], true),
            (&[(0x1c, &[0xac, 0])], false),
            // No text, no DirectoryString, and a constructed string.
            (&[(0x0c, b"")], false),
            (&[(0x1a, b"a")], false),
            (&[(0x02, &[1])], false),
            (&[(0x2c, &[0x0c, 1, b'a'])], false),
            (&[], true),
        ] {
            let octets = name(values);
            let name = Name::from_der(&octets).unwrap();
            assert_eq!(name.is_strict_der(), is_strict, "{octets:x?}");
            assert_eq!(name.is_strict_ber(), is_strict, "{octets:x?}");
        }
        // A type whose syntax is no string may have any value.
        let part = |kind: u8, value: &[u8]| made(tag::SEQUENCE, &[&[6, 3, 0x55, 4, kind], value]);
        let of_set = |members: &[&[u8]]| made(tag::SEQUENCE, &[&made(tag::SET, members)]);
        let (a, b) = (part(3, &[0x13, 1, b'a']), part(10, &[0x13, 1, b'b']));
        for (octets, der, ber) in [
            (of_set(&[&part(50, &[2, 1, 1])]), true, true),
            (of_set(&[&part(50, &[2, 2, 0, 1])]), false, false),
            (of_set(&[&part(50, &[1, 1, 0xff])]), true, true),
            (of_set(&[&part(50, &[1, 1, 1])]), false, true),
            (of_set(&[&part(50, &[5, 1, 0])]), false, false),
            (of_set(&[&part(50, &[6, 2, 0x80, 1])]), false, false),
            (of_set(&[&part(50, &[0x30, 3, 1, 1, 1])]), false, true),
            (of_set(&[&part(50, &[0x1a, 1, 7])]), false, false),
            (of_set(&[&part(50, &[0x16, 0])]), true, true),
            (of_set(&[]), false, false),
            (of_set(&[&a, &b]), true, true),
            (of_set(&[&b, &a]), false, true),
        ] {
            let name = Name::from_der(&octets).unwrap();
            assert_eq!((name.is_strict_der(), name.is_strict_ber()), (der, ber));
        }
    }

    #[test]
    fn matching() {
        let korean = "시험 인증기관".as_bytes();
        let utf16 = "시험 인증기관"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect::<Vec<_>>();
        let same: [(Values<'_>, Values<'_>); 7] = [
            // Letters beyond ASCII whose small ones are ASCII: the Kelvin sign, I with a dot.
            (&[(0x0c, "\u{212a}".as_bytes())], &[(0x13, b"k")]),
            (
                &[(0x0c, "\u{130}A".as_bytes())],
                &[(0x0c, "i\u{307}a".as_bytes())],
            ),
            (&[(0x13, b"Toss CA1")], &[(0x0c, b"TOSS  ca1 ")]),
            (&[(0x13, b"a b")], &[(0x16, b" A\tB")]),
            (&[(0x0c, korean)], &[(0x1e, &utf16)]),
            (&[(0x14, b"\xc4")], &[(0x0c, "ä".as_bytes())]),
            (&[(0x04, b"x")], &[(0x04, b"x")]),
        ];
        for (left, right) in same {
            let (left, right) = (name(left), name(right));
            let [left, right] = [&left, &right].map(|octets| Name::from_der(octets).unwrap());
            assert!(
                left.matches(&right) && right.matches(&left),
                "{left} {right}"
            );
        }
        let different: [(Values<'_>, Values<'_>); 6] = [
            (&[(0x13, b"ab")], &[(0x13, b"a b")]),
            (&[(0x13, b"a")], &[(0x13, b"a"), (0x13, b"a")]),
            (&[(0x13, b"a"), (0x13, b"b")], &[(0x13, b"b"), (0x13, b"a")]),
            (&[(0x04, b"x")], &[(0x04, b"X")]),
            (&[(0x04, b"x")], &[(0x0c, b"x")]),
            (&[], &[(0x13, b"")]),
        ];
        for (left, right) in different {
            let (left, right) = (name(left), name(right));
            let [left, right] = [&left, &right].map(|octets| Name::from_der(octets).unwrap());
            assert!(
                !left.matches(&right) && !right.matches(&left),
                "{left} {right}"
            );
        }
    }

    #[test]
    fn fingerprints_of_what_matches_are_the_same() {
        let fingerprint = |tag, value: &[u8]| {
            Name::from_der(&name(&[(tag, value)]))
                .unwrap()
                .fingerprint()
        };
        assert_eq!(
            fingerprint(0x13, b"Toss CA1"),
            fingerprint(0x0c, b" TOSS  ca1")
        );
        assert_ne!(
            fingerprint(0x13, b"Toss CA1"),
            fingerprint(0x13, b"Toss CA2")
        );
        let utf16 = "시험 CA"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect::<Vec<_>>();
        assert_eq!(
            fingerprint(0x1e, &utf16),
            fingerprint(0x0c, "시험 CA".as_bytes())
        );
        assert_eq!(fingerprint(0x04, b"a"), fingerprint(0x04, b"b"));
    }

    #[test]
    fn displayed() {
        let octets = name(&[
            (0x0c, b"a,b"),
            (0x0c, "#\u{202e}x ".as_bytes()),
            (0x04, b"\x01"),
        ]);
        let name = Name::from_der(&octets).unwrap();
        assert_eq!(
            format!("{name}"),
            "2.5.4.3=#040101,CN=\\#\\e2\\80\\aex\\ ,CN=a\\,b"
        );
        assert_eq!(
            format!("{name:?}"),
            format!("Name({} octets)", octets.len())
        );
    }

    #[test]
    fn plain_sets_are_read_as_others_are() {
        // Every octet of a short name replaced by every value: the quick look never takes what
        // the reader refuses.
        let octets = name(&[(0x13, b"ab")]);
        for place in 2..octets.len() {
            for value in 0..=255 {
                let mut changed = octets.clone();
                changed[place] = value;
                let set = &changed[2..];
                if plain_set(set) == Some(set.len()) {
                    let mut reader = Reader::new(set, 0, "Name");
                    let mut inside = reader.element(tag::SET).unwrap().reader("Name");
                    assert!(
                        attribute(&mut inside).is_ok() && inside.is_empty(),
                        "{changed:x?}"
                    );
                }
            }
        }
    }
}
