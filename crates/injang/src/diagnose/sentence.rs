//! The words for causes.

use super::{Cause, Change, Diagnosis};
use crate::report::Lang;
use core::fmt;

impl Change {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Unwrap,
        Self::Wrap,
        Self::Digest,
        Self::HexLower,
        Self::HexUpper,
        Self::Base64,
        Self::Base64Url,
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
            Self::Digest => "digest",
            Self::HexLower => "hex-lower",
            Self::HexUpper => "hex-upper",
            Self::Base64 => "base64",
            Self::Base64Url => "base64url",
            Self::LfToCrlf => "lf-to-crlf",
            Self::CrlfToLf => "crlf-to-lf",
            Self::Utf8ToCp949 => "utf8-to-cp949",
            Self::Cp949ToUtf8 => "cp949-to-utf8",
            Self::AddBom => "add-bom",
            Self::RemoveBom => "remove-bom",
        }
    }

    /// What was done to the content before it was signed.
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
            Self::Digest => lang.pick("its digest", "다이제스트"),
            Self::HexLower => lang.pick("written in lower-case hex", "소문자 16진수로 표기"),
            Self::HexUpper => lang.pick("written in upper-case hex", "대문자 16진수로 표기"),
            Self::Base64 => lang.pick("written in base64", "base64로 표기"),
            Self::Base64Url => lang.pick("written in base64url", "base64url로 표기"),
            Self::LfToCrlf => lang.pick("with CRLF line ends", "줄바꿈이 CRLF"),
            Self::CrlfToLf => lang.pick("with LF line ends", "줄바꿈이 LF"),
            Self::Utf8ToCp949 => lang.pick("in CP949", "CP949 인코딩"),
            Self::Cp949ToUtf8 => lang.pick("in UTF-8", "UTF-8 인코딩"),
            Self::AddBom => lang.pick("with a byte order mark", "BOM이 있음"),
            Self::RemoveBom => lang.pick("without a byte order mark", "BOM이 없음"),
        }
    }
}

impl Cause {
    /// The codes of all causes.
    pub const CODES: [&'static str; 6] = [
        "content-changed",
        "hash-of-hash",
        "prehash",
        "attributes-as-sent",
        "other-certificate",
        "vid-layout",
    ];

    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Content(_) => Self::CODES[0],
            Self::HashOfHash => Self::CODES[1],
            Self::Prehash => Self::CODES[2],
            Self::AttributesAsSent => Self::CODES[3],
            Self::OtherCertificate { .. } => Self::CODES[4],
            Self::VidLayout(_) => Self::CODES[5],
        }
    }
}

/// A cause in a sentence of one language.
struct Sentence<'a>(&'a Cause, Lang);

impl fmt::Display for Sentence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(cause, lang) = *self;
        match cause {
            Cause::Content(changes) => {
                f.write_str(lang.pick("what was signed is this content, but ", "서명된 것은 이 원문의 다른 형태입니다: "))?;
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
                "the digest is that of what was signed (prehash), and was read as content",
                "다이제스트는 서명된 원문의 것(prehash)인데 원문으로 해석했습니다",
            )),
            Cause::AttributesAsSent => f.write_str(lang.pick(
                "the signature covers the attributes as they were sent, not their DER encoding (RFC 5652 5.4)",
                "서명이 DER 인코딩이 아니라 전송된 그대로의 서명 속성에 대한 것입니다(RFC 5652 5.4)",
            )),
            Cause::OtherCertificate { index } => match lang {
                Lang::En => write!(f, "the signature verifies under certificate {index}, which the signer does not name"),
                Lang::Ko => write!(f, "서명자가 지정하지 않은 {index}번 인증서로 서명이 검증됩니다"),
            },
            Cause::VidLayout(layout) => match lang {
                Lang::En => write!(f, "the VID matches under the layout {layout}"),
                Lang::Ko => write!(f, "배열이 {layout}라면 VID가 일치합니다"),
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
