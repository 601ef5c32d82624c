//! What an element is to the pass over BER, by its place and its identifier octet.

use super::tag;

/// What an element is to the pass, so far as it matters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ElementRole {
    ContentInfo,
    Content,
    SignedData,
    Verbatim,
    SignerInfos,
    SignerInfo,
    SignedAttributes,
    /// `[0] IMPLICIT SubjectKeyIdentifier` in its constructed form.
    KeyIdentifier,
    String(u8),
    Other,
    /// The same, inside of something that is not DER. It is not looked at twice: the pass is linear.
    Mixed,
}

impl ElementRole {
    /// The role of a child, by its place and its identifier octet.
    pub(super) fn of_child(self, index: usize, identifier: u8) -> Self {
        const A0: u8 = tag::context(0);
        const A1: u8 = tag::context(1);
        match (self, index, identifier) {
            (Self::ContentInfo, 1, A0) => Self::Content,
            (Self::Content, 0, tag::SEQUENCE) => Self::SignedData,
            (Self::SignedData, 3.., A0 | A1) => Self::Verbatim,
            (Self::SignedData, 3.., tag::SET) => Self::SignerInfos,
            (Self::SignerInfos, _, tag::SEQUENCE) => Self::SignerInfo,
            (Self::SignerInfo, 1, A0) => Self::KeyIdentifier,
            (Self::SignerInfo, 3.., A0) => Self::SignedAttributes,
            (Self::Mixed, ..) => Self::Mixed,
            _ => Self::Other,
        }
    }
}

/// Whether this identifier octet is that of a constructed string type of X.680.
pub(super) fn is_string(identifier: u8) -> bool {
    /// A bit for each of their tag numbers: one look for what is asked of every element.
    const NUMBERS: u32 = 0b0101_1110_0111_1100_0001_0000_0001_1000;
    identifier & 0xe0 == 0x20 && NUMBERS >> (identifier & 0x1f) & 1 == 1
}
