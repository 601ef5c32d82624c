//! The freedom of BER that real documents use, and the kind that none should.

use super::der::tlv;

/// The two end-of-contents octets.
const END: [u8; 2] = [0, 0];

/// An element of indefinite length around `content`; `tag` must be a constructed one.
pub(crate) fn indefinite(tag: u8, content: &[u8]) -> Vec<u8> {
    [&[tag, 0x80], content, &END].concat()
}

/// A definite element whose length takes four octets, needed or not.
pub(crate) fn long_length(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len())
        .expect("vectors are small")
        .to_be_bytes();
    [&[tag, 0x84], length.as_slice(), content].concat()
}

/// An OCTET STRING in pieces of 1000 octets, as Bouncy Castle writes long contents.
pub(crate) fn pieces(content: &[u8]) -> Vec<u8> {
    indefinite(
        0x24,
        &content
            .chunks(1000)
            .flat_map(|piece| tlv(0x04, piece))
            .collect::<Vec<u8>>(),
    )
}

/// An OCTET STRING whose pieces are themselves constructed (X.690 8.7.3.2), with an empty one.
pub(crate) fn nested_pieces(content: &[u8]) -> Vec<u8> {
    let (first, rest) = content.split_at(content.len() / 3);
    let (second, third) = rest.split_at(rest.len() / 2);
    let inner = tlv(
        0x24,
        &[tlv(0x04, first), tlv(0x04, &[]), tlv(0x04, second)].concat(),
    );
    indefinite(0x24, &[inner, indefinite(0x24, &tlv(0x04, third))].concat())
}
