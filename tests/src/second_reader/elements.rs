//! Elements in DER, cut apart.

use crate::element::tlv;

/// The elements that stand one after the other.
///
/// # Panics
/// If something else stands there: these octets have been read before.
pub(super) fn elements(mut rest: &[u8]) -> Vec<&[u8]> {
    let mut elements = Vec::new();
    while let Some((_, end)) = tlv(rest) {
        elements.push(&rest[..end]);
        rest = &rest[end..];
    }
    assert!(rest.is_empty(), "half an element");
    elements
}

/// The content octets of an element.
pub(super) fn content(element: &[u8]) -> &[u8] {
    let (header, end) = tlv(element).expect("an element");
    &element[header..end]
}

/// The elements in an element.
pub(super) fn children(element: &[u8]) -> Vec<&[u8]> {
    elements(content(element))
}

/// The fields of the `SignedData` in a document that Injang has read.
pub(super) fn signed_data(document: &[u8]) -> Vec<&[u8]> {
    children(children(children(document)[1])[0])
}
