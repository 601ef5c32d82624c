//! Other forms of a content that senders and storage mix up with it.

use super::wrapper;
use crate::algorithm::DigestAlgorithm;
use crate::crypto::CryptoProvider;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use encoding_rs::EUC_KR;

/// A change to a content. Those that turn a content into another text come first, those of how the
/// text is encoded last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// The value of `data` is taken out of the provider's JSON object.
    Unwrap,
    /// The content is put into the provider's JSON object as the value of `data`.
    Wrap,
    /// The content is replaced by its digest.
    Digest,
    /// Octets are written in lower-case hex.
    HexLower,
    /// Octets are written in upper-case hex.
    HexUpper,
    /// Octets are written in base64.
    Base64,
    /// Octets are written in base64url without padding.
    Base64Url,
    /// A line feed alone becomes carriage return and line feed.
    LfToCrlf,
    /// Carriage return and line feed become a line feed.
    CrlfToLf,
    /// UTF-8 becomes CP949.
    Utf8ToCp949,
    /// CP949 becomes UTF-8.
    Cp949ToUtf8,
    /// A byte order mark is put in front.
    AddBom,
    /// The byte order mark in front is taken away.
    RemoveBom,
}

const BOM: &[u8] = b"\xef\xbb\xbf";

/// The first changes, fewest first, after which `fits` takes the content.
pub(super) fn search(
    content: &[u8],
    crypto: &dyn CryptoProvider,
    digest: DigestAlgorithm,
    fits: impl Fn(&[u8]) -> bool,
) -> Option<Vec<Change>> {
    let mut contents = alloc::vec![(Vec::new(), Cow::Borrowed(content))];
    if let Some(data) = wrapper::data(content) {
        contents.push((alloc::vec![Change::Unwrap], Cow::Owned(data)));
    }
    // Each of the three kinds of encoding is changed at most once, in an order that makes sense:
    // line ends of text, then its encoding, then a mark in front.
    let steps: [&[Change]; 3] = [
        &[Change::LfToCrlf, Change::CrlfToLf],
        &[Change::Utf8ToCp949, Change::Cp949ToUtf8],
        &[Change::AddBom, Change::RemoveBom],
    ];
    for step in steps {
        for index in 0..contents.len() {
            for change in step {
                let (changes, octets) = &contents[index];
                if let Some(changed) = change.apply(octets) {
                    let mut changes = changes.clone();
                    changes.push(*change);
                    contents.push((changes, Cow::Owned(changed)));
                }
            }
        }
    }
    contents.sort_by_key(|(changes, _)| changes.len());
    let fitting = contents
        .iter()
        .find(|(changes, octets)| !changes.is_empty() && fits(octets));
    if let Some((changes, _)) = fitting {
        return Some(changes.clone());
    }
    // The digest of the content was signed, as octets or as text.
    contents.iter().find_map(|(changes, octets)| {
        let taken = crypto.digest(digest, &[octets])?;
        let mut candidates = alloc::vec![(None, Cow::Borrowed(taken.as_bytes()))];
        candidates.extend(
            texts(taken.as_bytes())
                .into_iter()
                .map(|(c, text)| (Some(c), Cow::Owned(text))),
        );
        let (text, _) = candidates.into_iter().find(|(_, octets)| fits(octets))?;
        let mut changes = changes.clone();
        changes.push(Change::Digest);
        changes.extend(text);
        Some(changes)
    })
}

/// The texts in which octets are written.
pub(super) fn texts(octets: &[u8]) -> [(Change, Vec<u8>); 4] {
    [
        (Change::HexLower, base16ct::lower::encode_string(octets)),
        (Change::HexUpper, base16ct::upper::encode_string(octets)),
        (Change::Base64, STANDARD.encode(octets)),
        (Change::Base64Url, URL_SAFE_NO_PAD.encode(octets)),
    ]
    .map(|(change, text): (Change, String)| (change, text.into_bytes()))
}

impl Change {
    /// The octets after the change; `None` if it changes nothing or can't be made.
    fn apply(self, octets: &[u8]) -> Option<Vec<u8>> {
        let changed = match self {
            Self::LfToCrlf => {
                let mut changed = Vec::with_capacity(octets.len());
                let mut last = 0;
                for octet in octets {
                    if *octet == b'\n' && last != b'\r' {
                        changed.push(b'\r');
                    }
                    changed.push(*octet);
                    last = *octet;
                }
                changed
            }
            Self::CrlfToLf => {
                let mut changed = Vec::with_capacity(octets.len());
                for (index, octet) in octets.iter().enumerate() {
                    if !(*octet == b'\r' && octets.get(index + 1) == Some(&b'\n')) {
                        changed.push(*octet);
                    }
                }
                changed
            }
            Self::Utf8ToCp949 => {
                let text = core::str::from_utf8(octets).ok()?;
                let (changed, _, has_unmappable) = EUC_KR.encode(text);
                if has_unmappable {
                    return None;
                }
                changed.into_owned()
            }
            Self::Cp949ToUtf8 => {
                let text = EUC_KR.decode_without_bom_handling_and_without_replacement(octets)?;
                text.into_owned().into_bytes()
            }
            Self::AddBom if !octets.starts_with(BOM) => [BOM, octets].concat(),
            Self::RemoveBom => octets.strip_prefix(BOM)?.to_vec(),
            _ => return None,
        };
        (changed != octets).then_some(changed)
    }
}
