//! Changes that senders and storage make to a content.

use super::wrapper;
use crate::algorithm::DigestAlgorithm;
use alloc::string::String;
use alloc::vec::Vec;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE, URL_SAFE_NO_PAD};
use encoding_rs::EUC_KR;

/// A change to a content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// The value of `data` is taken out of the provider's JSON object.
    Unwrap,
    /// The content is put into the provider's JSON object as the value of `data`.
    Wrap,
    /// The content is replaced by its digest.
    Digest(DigestAlgorithm),
    /// Octets are written in lower-case hex.
    HexLower,
    /// Octets are written in upper-case hex.
    HexUpper,
    /// Octets are written in base64.
    Base64,
    /// Octets are written in base64url without padding.
    Base64Url,
    /// Octets are written in base64url with padding.
    Base64UrlPadded,
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

codes! {
    table "change" (u8, name, sentence) of Change(self);
    Self::Unwrap = 1 "unwrap"
        "only the value of data in the JSON object"
        "JSON 객체의 data 값만",
    Self::Wrap = 2 "wrap"
        "the JSON object that holds it as data"
        "이를 data로 담은 JSON 객체",
    Self::Digest(DigestAlgorithm::Sha1) = 3 "digest-sha1"
        "its SHA-1 digest"
        "SHA-1 해시값",
    Self::Digest(DigestAlgorithm::Sha224) = 4 "digest-sha224"
        "its SHA-224 digest"
        "SHA-224 해시값",
    Self::Digest(DigestAlgorithm::Sha256) = 5 "digest-sha256"
        "its SHA-256 digest"
        "SHA-256 해시값",
    Self::Digest(DigestAlgorithm::Sha384) = 6 "digest-sha384"
        "its SHA-384 digest"
        "SHA-384 해시값",
    Self::Digest(DigestAlgorithm::Sha512) = 7 "digest-sha512"
        "its SHA-512 digest"
        "SHA-512 해시값",
    Self::HexLower = 8 "hex-lower"
        "written in lower-case hex"
        "소문자 16진수로 표기",
    Self::HexUpper = 9 "hex-upper"
        "written in upper-case hex"
        "대문자 16진수로 표기",
    Self::Base64 = 10 "base64"
        "written in base64"
        "base64로 표기",
    Self::Base64Url = 11 "base64url"
        "written in base64url"
        "base64url로 표기",
    Self::Base64UrlPadded = 12 "base64url-padded"
        "written in base64url with padding"
        "패딩이 있는 base64url로 표기",
    Self::LfToCrlf = 13 "lf-to-crlf"
        "with CRLF line ends"
        "줄바꿈이 CRLF",
    Self::CrlfToLf = 14 "crlf-to-lf"
        "with LF line ends"
        "줄바꿈이 LF",
    Self::Utf8ToCp949 = 15 "utf8-to-cp949"
        "in CP949"
        "CP949 인코딩",
    Self::Cp949ToUtf8 = 16 "cp949-to-utf8"
        "in UTF-8"
        "UTF-8 인코딩",
    Self::AddBom = 17 "add-bom"
        "with a byte order mark"
        "BOM이 있음",
    Self::RemoveBom = 18 "remove-bom"
        "without a byte order mark"
        "BOM이 없음",
}

impl Change {
    /// All of them.
    pub const ALL: [Self; 18] = [
        Self::Unwrap,
        Self::Wrap,
        Self::Digest(DigestAlgorithm::Sha1),
        Self::Digest(DigestAlgorithm::Sha224),
        Self::Digest(DigestAlgorithm::Sha256),
        Self::Digest(DigestAlgorithm::Sha384),
        Self::Digest(DigestAlgorithm::Sha512),
        Self::HexLower,
        Self::HexUpper,
        Self::Base64,
        Self::Base64Url,
        Self::Base64UrlPadded,
        Self::LfToCrlf,
        Self::CrlfToLf,
        Self::Utf8ToCp949,
        Self::Cp949ToUtf8,
        Self::AddBom,
        Self::RemoveBom,
    ];

    /// The texts in which octets are written.
    pub(super) const TEXTS: [Self; 5] = [
        Self::HexLower,
        Self::HexUpper,
        Self::Base64,
        Self::Base64Url,
        Self::Base64UrlPadded,
    ];

    /// The octets as this text; `None` if the change is another one.
    pub(super) fn write(self, octets: &[u8]) -> Option<Vec<u8>> {
        let text: String = match self {
            Self::HexLower => base16ct::lower::encode_string(octets),
            Self::HexUpper => base16ct::upper::encode_string(octets),
            Self::Base64 => STANDARD.encode(octets),
            Self::Base64Url => URL_SAFE_NO_PAD.encode(octets),
            Self::Base64UrlPadded => URL_SAFE.encode(octets),
            _ => return None,
        };
        Some(text.into_bytes())
    }

    /// The content after a change that needs nothing but the content; `None` if it changes nothing
    /// or can't be made.
    pub(super) fn apply(self, octets: &[u8]) -> Option<Vec<u8>> {
        let changed = match self {
            Self::Unwrap => wrapper::data(octets)?,
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
            // The mark is one of UTF-8.
            Self::AddBom if !octets.starts_with(BOM) && core::str::from_utf8(octets).is_ok() => {
                [BOM, octets].concat()
            }
            Self::RemoveBom => octets.strip_prefix(BOM)?.to_vec(),
            _ => return None,
        };
        (changed != octets).then_some(changed)
    }
}

#[cfg(test)]
mod tests {
    use super::Change;

    #[test]
    fn line_ends_that_are_mixed() {
        let apply = |change: Change, text: &str| change.apply(text.as_bytes());
        let mixed = "a\nb\r\nc\rd\n";
        assert_eq!(
            apply(Change::LfToCrlf, mixed).unwrap(),
            b"a\r\nb\r\nc\rd\r\n"
        );
        assert_eq!(apply(Change::CrlfToLf, mixed).unwrap(), b"a\nb\nc\rd\n");
        for (change, settled) in [(Change::LfToCrlf, "a\r\n"), (Change::CrlfToLf, "a\r\rb\n")] {
            assert_eq!(apply(change, settled), None, "{settled:?}");
        }
        assert_eq!(apply(Change::CrlfToLf, "\r\r\n").unwrap(), b"\r\n");
    }

    #[test]
    fn what_cp949_can_not_hold() {
        let apply = |change: Change, octets: &[u8]| change.apply(octets);
        let hat = "똠방각하".as_bytes();
        let cp949 = apply(Change::Utf8ToCp949, hat).unwrap();
        assert_eq!(apply(Change::Cp949ToUtf8, &cp949).unwrap(), hat);
        for text in ["가😀", "plain", "\u{feff}가"] {
            assert_eq!(apply(Change::Utf8ToCp949, text.as_bytes()), None, "{text}");
        }
        assert_eq!(apply(Change::Utf8ToCp949, b"\xb0\xa1"), None);
        assert_eq!(apply(Change::Cp949ToUtf8, b"\xb0"), None);
        assert_eq!(apply(Change::AddBom, b"\xb0\xa1"), None);
    }
}
