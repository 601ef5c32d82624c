//! One element of DER or BER at the start of octets, without the decoder that is tested.

/// Where the content of the element at the start of these octets begins and where it ends, if its
/// length is definite and it is all there.
pub(crate) fn tlv(octets: &[u8]) -> Option<(usize, usize)> {
    let mut at = 1;
    if octets.first()? & 0x1f == 0x1f {
        at += octets[1..]
            .iter()
            .take_while(|octet| **octet >= 0x80)
            .count()
            + 1;
    }
    let first = usize::from(*octets.get(at)?);
    let (header, length) = match first {
        0..=0x7f => (at + 1, first),
        0x81..=0x88 => {
            let header = at + 1 + (first & 0x7f);
            let fold = |sum: usize, octet: &u8| sum << 8 | usize::from(*octet);
            (header, octets.get(at + 1..header)?.iter().fold(0, fold))
        }
        _ => return None,
    };
    let end = header.checked_add(length)?;
    (end <= octets.len()).then_some((header, end))
}
