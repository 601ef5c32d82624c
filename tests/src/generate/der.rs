//! DER, written octet by octet: nothing here refuses to build what a verifier must refuse.

/// The length octets of DER for `length`.
fn length_octets(length: usize) -> Vec<u8> {
    let octets: Vec<u8> = length
        .to_be_bytes()
        .into_iter()
        .skip_while(|&octet| octet == 0)
        .collect();
    match (octets.len(), length) {
        (_, 0..=0x7f) => vec![length.to_le_bytes()[0]],
        (count, _) => [vec![0x80 | count.to_le_bytes()[0]], octets].concat(),
    }
}

/// One element of `tag` around `content`.
pub fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    [&[tag], length_octets(content.len()).as_slice(), content].concat()
}

/// The content octets of an element built here, without tag and length.
pub fn content_of(element: &[u8]) -> &[u8] {
    let first = element[1];
    if first < 0x80 {
        &element[2..]
    } else {
        &element[2 + usize::from(first & 0x7f)..]
    }
}

/// The same octets with the last bit changed, which in signed things is the signature's.
pub(crate) fn forged(mut octets: Vec<u8>) -> Vec<u8> {
    if let Some(last) = octets.last_mut() {
        *last ^= 1;
    }
    octets
}

/// The same element under another tag: what IMPLICIT tagging does.
pub fn retag(tag: u8, element: &[u8]) -> Vec<u8> {
    [&[tag], &element[1..]].concat()
}

/// SEQUENCE of the parts as they come.
pub fn sequence(parts: &[Vec<u8>]) -> Vec<u8> {
    tlv(0x30, &parts.concat())
}

/// SET of the parts as they come, sorted or not.
pub fn set(parts: &[Vec<u8>]) -> Vec<u8> {
    tlv(0x31, &parts.concat())
}

/// SET OF in DER: the parts sorted by their encodings (X.690 11.6).
pub fn sorted_set(parts: &[Vec<u8>]) -> Vec<u8> {
    let mut sorted = parts.to_vec();
    sorted.sort();
    set(&sorted)
}

/// `[number] EXPLICIT` around one element.
pub fn explicit(number: u8, element: &[u8]) -> Vec<u8> {
    tlv(0xa0 | number, element)
}

/// `[number] IMPLICIT` around the content octets of a primitive.
pub fn implicit_octets(number: u8, content: &[u8]) -> Vec<u8> {
    tlv(0x80 | number, content)
}

/// OBJECT IDENTIFIER from its dotted form.
///
/// # Panics
/// When an arc is no number.
pub fn oid(dotted: &str) -> Vec<u8> {
    let arcs: Vec<u64> = dotted
        .split('.')
        .map(|arc| arc.parse().expect("an arc is a number"))
        .collect();
    let mut content = Vec::new();
    for arc in [&[arcs[0] * 40 + arcs[1]], &arcs[2..]].concat() {
        let groups = (64 - (arc | 1).leading_zeros()).div_ceil(7);
        for group in (0..groups).rev() {
            let bits = (arc >> (7 * group)).to_le_bytes()[0] & 0x7f;
            content.push(if group == 0 { bits } else { 0x80 | bits });
        }
    }
    tlv(0x06, &content)
}

/// NULL.
pub fn null() -> Vec<u8> {
    vec![0x05, 0x00]
}

/// BOOLEAN TRUE.
pub fn boolean_true() -> Vec<u8> {
    vec![0x01, 0x01, 0xff]
}

/// INTEGER from a small number.
pub fn integer(value: u8) -> Vec<u8> {
    unsigned(&[value])
}

/// INTEGER from its two's complement content octets.
pub fn integer_octets(content: &[u8]) -> Vec<u8> {
    tlv(0x02, content)
}

/// INTEGER from a big-endian magnitude: leading zeros off, a sign octet on when needed.
pub fn unsigned(magnitude: &[u8]) -> Vec<u8> {
    let start = magnitude
        .iter()
        .position(|&octet| octet != 0)
        .unwrap_or(magnitude.len());
    let digits = &magnitude[start..];
    match digits.first() {
        Some(&first) if first < 0x80 => tlv(0x02, digits),
        _ => tlv(0x02, &[&[0], digits].concat()),
    }
}

/// OCTET STRING.
pub fn octet_string(content: &[u8]) -> Vec<u8> {
    tlv(0x04, content)
}

/// BIT STRING of whole octets.
pub fn bit_string(content: &[u8]) -> Vec<u8> {
    tlv(0x03, &[&[0], content].concat())
}

/// BIT STRING of named bits (X.680 22.7): trailing zero bits off.
pub fn named_bits(bits: &[u8]) -> Vec<u8> {
    let mut octets = vec![0u8; bits.iter().max().map_or(0, |&bit| usize::from(bit / 8) + 1)];
    for &bit in bits {
        octets[usize::from(bit / 8)] |= 0x80 >> (bit % 8);
    }
    let unused = octets
        .last()
        .map_or(0, |octet| octet.trailing_zeros().to_le_bytes()[0]);
    tlv(0x03, &[vec![unused], octets].concat())
}

/// `UTF8String`.
pub fn utf8(text: &str) -> Vec<u8> {
    tlv(0x0c, text.as_bytes())
}

/// `PrintableString`, whatever its characters.
pub fn printable(text: &str) -> Vec<u8> {
    tlv(0x13, text.as_bytes())
}

/// `IA5String`.
pub fn ia5(text: &str) -> Vec<u8> {
    tlv(0x16, text.as_bytes())
}

/// `BMPString`.
pub fn bmp(text: &str) -> Vec<u8> {
    tlv(
        0x1e,
        &text
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect::<Vec<u8>>(),
    )
}

/// `UTCTime` from `YYMMDDHHMMSSZ`.
pub fn utc_time(text: &str) -> Vec<u8> {
    tlv(0x17, text.as_bytes())
}

/// `GeneralizedTime` from `YYYYMMDDHHMMSSZ`.
pub fn generalized_time(text: &str) -> Vec<u8> {
    tlv(0x18, text.as_bytes())
}
