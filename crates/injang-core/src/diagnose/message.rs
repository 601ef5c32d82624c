//! The words for causes.

use super::{Cause, Change, Diagnosis, Side};
use crate::algorithm::DigestAlgorithm;
use crate::report::Lang;
use core::fmt;

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

    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unwrap => "unwrap",
            Self::Wrap => "wrap",
            Self::Digest(DigestAlgorithm::Sha1) => "digest-sha1",
            Self::Digest(DigestAlgorithm::Sha224) => "digest-sha224",
            Self::Digest(DigestAlgorithm::Sha256) => "digest-sha256",
            Self::Digest(DigestAlgorithm::Sha384) => "digest-sha384",
            Self::Digest(DigestAlgorithm::Sha512) => "digest-sha512",
            Self::HexLower => "hex-lower",
            Self::HexUpper => "hex-upper",
            Self::Base64 => "base64",
            Self::Base64Url => "base64url",
            Self::Base64UrlPadded => "base64url-padded",
            Self::LfToCrlf => "lf-to-crlf",
            Self::CrlfToLf => "crlf-to-lf",
            Self::Utf8ToCp949 => "utf8-to-cp949",
            Self::Cp949ToUtf8 => "cp949-to-utf8",
            Self::AddBom => "add-bom",
            Self::RemoveBom => "remove-bom",
        }
    }

    /// What leads from the one content to the other.
    pub const fn sentence(self, lang: Lang) -> &'static str {
        match self {
            Self::Unwrap => lang.pick(
                "only the value of data in the JSON object",
                "JSON 객체의 data 값만",
            ),
            Self::Wrap => lang.pick(
                "the JSON object that holds it as data",
                "이를 data로 담은 JSON 객체",
            ),
            Self::Digest(DigestAlgorithm::Sha1) => {
                lang.pick("its SHA-1 digest", "SHA-1 다이제스트")
            }
            Self::Digest(DigestAlgorithm::Sha224) => {
                lang.pick("its SHA-224 digest", "SHA-224 다이제스트")
            }
            Self::Digest(DigestAlgorithm::Sha256) => {
                lang.pick("its SHA-256 digest", "SHA-256 다이제스트")
            }
            Self::Digest(DigestAlgorithm::Sha384) => {
                lang.pick("its SHA-384 digest", "SHA-384 다이제스트")
            }
            Self::Digest(DigestAlgorithm::Sha512) => {
                lang.pick("its SHA-512 digest", "SHA-512 다이제스트")
            }
            Self::HexLower => lang.pick("written in lower-case hex", "소문자 16진수로 표기"),
            Self::HexUpper => lang.pick("written in upper-case hex", "대문자 16진수로 표기"),
            Self::Base64 => lang.pick("written in base64", "base64로 표기"),
            Self::Base64Url => lang.pick("written in base64url", "base64url로 표기"),
            Self::Base64UrlPadded => lang.pick(
                "written in base64url with padding",
                "패딩이 있는 base64url로 표기",
            ),
            Self::LfToCrlf => lang.pick("with CRLF line ends", "줄바꿈이 CRLF"),
            Self::CrlfToLf => lang.pick("with LF line ends", "줄바꿈이 LF"),
            Self::Utf8ToCp949 => lang.pick("in CP949", "CP949 인코딩"),
            Self::Cp949ToUtf8 => lang.pick("in UTF-8", "UTF-8 인코딩"),
            Self::AddBom => lang.pick("with a byte order mark", "BOM이 있음"),
            Self::RemoveBom => lang.pick("without a byte order mark", "BOM이 없음"),
        }
    }
}

impl Side {
    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Signed => "signed-content",
            Self::Embedded => "embedded-content",
            Self::Supplied => "supplied-content",
            Self::SuppliedDigest => "supplied-digest",
        }
    }

    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Signed,
        Self::Embedded,
        Self::Supplied,
        Self::SuppliedDigest,
    ];

    const fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Signed => lang.pick("what was signed", "서명된 것"),
            Self::Embedded => lang.pick("the content of the document", "문서 안의 원문"),
            Self::Supplied => lang.pick("the content supplied", "주어진 원문"),
            Self::SuppliedDigest => lang.pick("the digest supplied", "주어진 다이제스트"),
        }
    }
}

impl Cause {
    /// The codes of all causes.
    pub const CODES: [&'static str; 9] = [
        "content-changed",
        "hash-of-hash",
        "prehash",
        "attributes-as-sent",
        "attributes-tagged",
        "attributes-untagged",
        "other-certificate",
        "vid-layout",
        "vid-certificate",
    ];

    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Content { .. } => Self::CODES[0],
            Self::HashOfHash => Self::CODES[1],
            Self::Prehash => Self::CODES[2],
            Self::AttributesAsSent => Self::CODES[3],
            Self::AttributesTagged => Self::CODES[4],
            Self::AttributesUntagged => Self::CODES[5],
            Self::OtherCertificate { .. } => Self::CODES[6],
            Self::VidLayout(_) => Self::CODES[7],
            Self::VidCertificate { .. } => Self::CODES[8],
        }
    }
}

/// That one side is the other, without any change.
fn same(f: &mut fmt::Formatter<'_>, from: Side, to: Side, lang: Lang) -> fmt::Result {
    let (what, of) = (to.words(lang), from.words(lang));
    match (lang, from, to) {
        (Lang::En, Side::Signed, Side::SuppliedDigest) => write!(
            f,
            "{what} is that of {of}, not of the content of the document"
        ),
        (Lang::Ko, Side::Signed, Side::SuppliedDigest) => {
            write!(
                f,
                "{what}는 문서 안의 원문이 아니라 {of}의 다이제스트입니다"
            )
        }
        (Lang::En, _, Side::Signed) => write!(f, "{what} is {of}, not the one in the document"),
        (Lang::Ko, _, Side::Signed) => write!(f, "{what}은 문서 안의 원문이 아니라 {of}입니다"),
        (Lang::En, ..) => write!(f, "{what} is {of} itself"),
        (Lang::Ko, ..) => write!(f, "{what}은 {of} 자체입니다"),
    }
}

/// A cause in a sentence of one language.
struct Sentence<'a>(&'a Cause, Lang);

impl fmt::Display for Sentence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(cause, lang) = *self;
        match cause {
            Cause::Content { from, to, changes } if changes.is_empty() => {
                same(f, *from, *to, lang)
            }
            Cause::Content { from, to, changes } => {
                let (what, of) = (to.words(lang), from.words(lang));
                // A form of a content is that content still; a digest of it is something else.
                let is_made = |it: &Change| matches!(it, Change::Digest(_) | Change::Wrap);
                let is_made = changes.iter().any(is_made);
                match (lang, to) {
                    (Lang::En, Side::SuppliedDigest) => write!(f, "{what} is that of {of}, but ")?,
                    (Lang::En, _) if is_made => write!(f, "{what} is made of {of}: ")?,
                    (Lang::En, _) => write!(f, "{what} is {of}, but ")?,
                    (Lang::Ko, Side::SuppliedDigest) => {
                        write!(f, "{what}는 {of}의 다른 형태에서 계산한 값입니다: ")?;
                    }
                    (Lang::Ko, _) if is_made && *from == Side::SuppliedDigest => {
                        write!(f, "{what}은 {of}로부터 만든 값입니다: ")?;
                    }
                    (Lang::Ko, _) if is_made => write!(f, "{what}은 {of}으로부터 만든 값입니다: ")?,
                    (Lang::Ko, _) => write!(f, "{what}은 {of}의 다른 형태입니다: ")?,
                }
                for (index, change) in changes.iter().enumerate() {
                    f.write_str(if index > 0 { ", " } else { "" })?;
                    f.write_str(change.sentence(lang))?;
                }
                Ok(())
            }
            Cause::HashOfHash => f.write_str(lang.pick(
                "the digest's own octets were signed as content (hash-of-hash)",
                "다이제스트 값 자체가 원문으로 서명되었습니다(hash-of-hash)",
            )),
            Cause::Prehash => f.write_str(lang.pick(
                "what was supplied is the digest of what was signed (prehash), and was read as content",
                "주어진 것은 서명된 원문의 다이제스트(prehash)인데 원문으로 해석했습니다",
            )),
            Cause::AttributesAsSent => f.write_str(lang.pick(
                "the signature covers the attributes as they were sent, not their DER encoding (RFC 5652 5.4)",
                "서명이 DER 인코딩이 아니라 전송된 그대로의 서명 속성에 대한 것입니다(RFC 5652 5.4)",
            )),
            Cause::AttributesTagged => f.write_str(lang.pick(
                "the signature covers the attributes under the tag [0] of the message, not as a SET OF (RFC 5652 5.4)",
                "서명이 SET OF가 아니라 메시지의 [0] 태그가 붙은 서명 속성에 대한 것입니다(RFC 5652 5.4)",
            )),
            Cause::AttributesUntagged => f.write_str(lang.pick(
                "the signature covers the attributes without tag and length of their SET OF (RFC 5652 5.4)",
                "서명이 SET OF의 태그와 길이를 뺀 서명 속성에 대한 것입니다(RFC 5652 5.4)",
            )),
            Cause::OtherCertificate { index } => match lang {
                Lang::En => write!(f, "the signature verifies under certificate {index}, which the signer does not name"),
                Lang::Ko => write!(f, "서명자가 지정하지 않은 {index}번 인증서로 서명이 검증됩니다"),
            },
            Cause::VidLayout(layout) => match lang {
                Lang::En => write!(f, "the VID matches under the layout {layout}"),
                Lang::Ko => write!(f, "배열이 {layout}라면 VID가 일치합니다"),
            },
            Cause::VidCertificate { index, layout } => match lang {
                Lang::En => write!(f, "the VID is that of certificate {index}, which is not the signer's, under the layout {layout}"),
                Lang::Ko => write!(f, "VID가 서명자의 것이 아닌 {index}번 인증서의 것입니다(배열 {layout})"),
            },
        }
    }
}

impl Diagnosis {
    /// The cause in a sentence.
    pub fn sentence(&self, lang: Lang) -> impl fmt::Display + '_ {
        Sentence(&self.cause, lang)
    }
}
