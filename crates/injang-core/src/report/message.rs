//! The words for everything in a report, in English and in Korean.
//!
//! English is what `Display` writes and what JSON reports hold unless asked otherwise. Terms of
//! the standards (`signerInfos`, `message-digest`) stay as they are in both languages.

mod headline;
mod reason;
mod syntax;
mod unchecked;

pub use headline::RevocationGap;

use super::Identity;
use super::codes::{CheckId, FindingCode, Outcome, SubIndication, Verdict};
use crate::error::CiError;
use core::fmt;

/// A language of sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lang {
    /// English
    #[default]
    En,
    /// 한국어
    Ko,
}

impl Lang {
    /// One of two texts, by language.
    pub const fn pick<'a>(self, en: &'a str, ko: &'a str) -> &'a str {
        match self {
            Self::En => en,
            Self::Ko => ko,
        }
    }
}

/// A sentence that is written out when displayed.
struct Sentence<F>(F);

impl<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result> fmt::Display for Sentence<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)(f)
    }
}

impl Verdict {
    /// What the verdict means, in a few words.
    pub const fn sentence(self, lang: Lang) -> &'static str {
        match self {
            Self::TotalPassed => lang.pick("every check passed", "모든 검사를 통과함"),
            Self::Indeterminate(_) => lang.pick(
                "neither shown to be good nor to be forged",
                "유효하다고도 위조라고도 판단할 수 없음",
            ),
            Self::TotalFailed(_) => lang.pick("not to be relied on", "신뢰할 수 없음"),
        }
    }
}

impl SubIndication {
    /// What it means, in a few words.
    pub const fn sentence(self, lang: Lang) -> &'static str {
        match self {
            Self::FormatFailure => lang.pick("the format is not accepted", "형식이 맞지 않음"),
            Self::HashFailure => lang.pick(
                "the content is not what was signed",
                "원문이 서명된 내용과 다름",
            ),
            Self::SigCryptoFailure => {
                lang.pick("the signature does not verify", "전자서명이 검증되지 않음")
            }
            Self::SigConstraintsFailure => lang.pick(
                "the signature breaks a constraint",
                "전자서명이 제약 조건에 어긋남",
            ),
            Self::ChainConstraintsFailure => {
                lang.pick("a certificate breaks a rule", "인증서가 규칙에 어긋남")
            }
            Self::CertificateChainGeneralFailure => lang.pick(
                "the chain can't be validated",
                "인증서 경로를 검증할 수 없음",
            ),
            Self::CryptoConstraintsFailure => lang.pick(
                "an algorithm is unsupported or too weak",
                "알고리즘이 지원되지 않거나 안전하지 않음",
            ),
            Self::Expired => lang.pick("the certificate had expired", "인증서 유효기간이 만료됨"),
            Self::NotYetValid => lang.pick(
                "the certificate was not yet valid",
                "인증서 유효기간이 시작되지 않음",
            ),
            Self::NoSigningCertificateFound => lang.pick(
                "the signer's certificate is missing",
                "서명자 인증서가 없음",
            ),
            Self::NoCertificateChainFound => lang.pick(
                "no chain to a trust anchor",
                "신뢰 기관까지의 인증서 경로가 없음",
            ),
            Self::TryLater => lang.pick("evidence is missing for now", "필요한 증거가 아직 없음"),
            Self::SignedDataNotFound => {
                lang.pick("the signed content is missing", "서명된 원문이 없음")
            }
            Self::Revoked => lang.pick("the certificate had been revoked", "인증서가 폐지됨"),
        }
    }
}

impl CheckId {
    /// What the check is about, as a heading.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Format => lang.pick("format", "형식"),
            Self::Signers => lang.pick("signers", "서명자"),
            Self::SignedAttributes => lang.pick("signed attributes", "서명 속성"),
            Self::Profile => lang.pick("profile", "프로파일"),
            Self::SignerCertificate => lang.pick("signer's certificate", "서명자 인증서"),
            Self::Content => lang.pick("content", "원문"),
            Self::MessageDigest => lang.pick("message digest", "메시지 다이제스트"),
            Self::Signature => lang.pick("signature", "전자서명"),
            Self::AlgorithmProtection => lang.pick("algorithm protection", "알고리즘 보호 속성"),
            Self::SigningCertificate => lang.pick("signing certificate", "서명 인증서 속성"),
            Self::SignType => lang.pick("sign type", "서명 방식"),
            Self::AttributeConfusion => lang.pick("attribute confusion", "서명 속성 혼동"),
            Self::AlgorithmStrength => lang.pick("algorithm strength", "알고리즘 안전성"),
            Self::Path => lang.pick("certificate path", "인증서 경로"),
            Self::Validity => lang.pick("validity", "유효기간"),
            Self::Revocation => lang.pick("revocation", "폐지 여부"),
        }
    }
}

impl Outcome {
    /// The outcome in a word or two.
    pub const fn sentence(self, lang: Lang) -> &'static str {
        match self {
            Self::Passed => lang.pick("passed", "통과"),
            Self::Failed(_) => lang.pick("failed", "실패"),
            Self::Indeterminate(_) => lang.pick("undecided", "판단 불가"),
            Self::NotApplicable => lang.pick("not applicable", "해당 없음"),
            Self::NotChecked => lang.pick("not checked", "검사 안 함"),
        }
    }
}

impl FindingCode {
    /// What was found, in a sentence.
    pub const fn sentence(self, lang: Lang) -> &'static str {
        match self {
            Self::TrailingPadding => lang.pick(
                "zero octets or a newline follow the document",
                "문서 뒤에 0x00 또는 줄바꿈이 붙어 있습니다",
            ),
            Self::VersionMismatch => lang.pick(
                "a version number is not the one that RFC 5652 gives to this content",
                "버전 번호가 RFC 5652가 정한 값과 다릅니다",
            ),
            Self::UnrecognisedCertificate => lang.pick(
                "a member of certificates is not a certificate that can be read; it was not used",
                "certificates에 읽을 수 없는 항목이 있어 사용하지 않았습니다",
            ),
            Self::DigestAlgorithmNotListed => lang.pick(
                "the signer's digest algorithm is missing from digestAlgorithms",
                "서명자의 다이제스트 알고리즘이 digestAlgorithms에 없습니다",
            ),
            Self::SignedAttributesNotDer => lang.pick(
                "the signed attributes were not sent as DER, or a value in them is none of its type; their DER encoding is what is signed",
                "서명 속성이 DER로 전송되지 않았거나 형식에 맞지 않는 값이 있습니다. 서명 대상은 DER로 다시 인코딩한 값입니다",
            ),
            Self::SigningTimeOutsideValidity => lang.pick(
                "the claimed signing time is outside of the certificate's validity",
                "서명자가 주장하는 서명 시각이 인증서 유효기간 밖입니다",
            ),
            Self::SigningTimeAfterAt => lang.pick(
                "the claimed signing time is after the time of verification",
                "서명자가 주장하는 서명 시각이 검증 기준 시각보다 늦습니다",
            ),
            Self::AmbiguousSignerCertificate => lang.pick(
                "several certificates fit the signer's identifier",
                "서명자 식별자에 맞는 인증서가 여러 개입니다",
            ),
            Self::CertificateNotDer => lang.pick(
                "a certificate is written otherwise than DER and RFC 5280 have it: version, times, unique identifiers, names or extensions",
                "인증서의 버전, 시각, 고유 식별자, 이름 또는 확장의 표기가 DER와 RFC 5280에 맞지 않습니다",
            ),
            Self::SigningTimeForm => lang.pick(
                "signing-time is not written as YYMMDDhhmmssZ (UTCTime) before 2050 and YYYYMMDDhhmmssZ (GeneralizedTime) from 2050 (RFC 5652 11.3)",
                "signing-time이 2050년 이전은 YYMMDDhhmmssZ(UTCTime), 2050년부터는 YYYYMMDDhhmmssZ(GeneralizedTime)라는 규칙(RFC 5652 11.3)과 다릅니다",
            ),
            Self::UnsignedAttributesMalformed => lang.pick(
                "the unsigned attributes are empty or can't be read, or a value in them is none of its type; nothing depends on them",
                "서명되지 않은 속성이 비어 있거나, 읽을 수 없거나, 형식에 맞지 않는 값이 있습니다. 판정에는 쓰이지 않습니다",
            ),
            Self::RevokedLater => lang.pick(
                "a certificate of the path was revoked after the time of verification",
                "경로의 인증서가 검증 기준 시각 뒤에 폐지되었습니다",
            ),
            Self::EvidenceUnderAnotherKey => lang.pick(
                "the certificate is shown to be good by revocation data under another key of its issuer than the one that signed it",
                "인증서를 서명한 키가 아니라 같은 발급자의 다른 키로 서명된 폐지 정보로 유효성이 확인되었습니다",
            ),
            Self::UnrecognisedRevocationInfo => lang.pick(
                "a member of crls is neither a CRL nor an OCSP response that can be read; it was not used",
                "crls에 읽을 수 없는 항목이 있어 사용하지 않았습니다",
            ),
            Self::PemLabelDiffers => lang.pick(
                "the label of the PEM block names another type than the signed document that is in it",
                "PEM 레이블이 들어 있는 서명 문서와 다른 형식을 가리킵니다",
            ),
            Self::SerialNotPositive => lang.pick(
                "a certificate's serial number is zero or negative",
                "인증서 일련번호가 0이거나 음수입니다",
            ),
            Self::CrlForm => lang.pick(
                "a CRL that was used is written otherwise than DER and RFC 5280 have it: version, times, names, numbers, entries or extensions",
                "사용된 CRL의 버전, 시각, 이름, 번호, 항목 또는 확장의 표기가 DER와 RFC 5280에 맞지 않습니다",
            ),
            Self::OcspForm => lang.pick(
                "an OCSP response that was used is written otherwise than DER and RFC 6960 have it: version, names, certificates or extensions",
                "사용된 OCSP 응답의 버전, 이름, 인증서 또는 확장의 표기가 DER와 RFC 6960에 맞지 않습니다",
            ),
            Self::AlgorithmParametersForm => lang.pick(
                "the parameters of a signature or key algorithm are NULL where they must be absent, absent where NULL must be, or have a default written out",
                "서명 또는 키 알고리즘의 파라미터가 없어야 할 곳에 NULL이 있거나, NULL이어야 할 곳에 없거나, 기본값이 명시되어 있습니다",
            ),
            Self::NameForm => lang.pick(
                "the issuer's name in a SignerInfo has an empty set, or a value that is none of its type",
                "SignerInfo의 발급자 이름에 빈 집합이나 형식에 맞지 않는 값이 있습니다",
            ),
            Self::UnsignedAttributeMisplaced => lang.pick(
                "an attribute that must be signed stands among the unsigned attributes; it was not used",
                "서명되어야 하는 속성이 서명되지 않은 속성에 있어 사용하지 않았습니다",
            ),
            Self::ContentNotOctetString => lang.pick(
                "the encapsulated content is not an OCTET STRING (RFC 5652 5.2); its content octets are what is signed",
                "포함된 원문이 OCTET STRING이 아닙니다(RFC 5652 5.2). 서명 대상은 그 내용 바이트입니다",
            ),
            Self::UserNoticeForm => lang.pick(
                "a userNotice in certificatePolicies is a BMPString or VisibleString, or is empty or has more than 200 characters (RFC 5280 4.2.1.4)",
                "certificatePolicies의 userNotice가 BMPString 또는 VisibleString이거나, 비어 있거나 200자를 넘습니다(RFC 5280 4.2.1.4)",
            ),
            Self::CaParametersForm => lang.pick(
                "the certificate of a CA has NULL for the parameters of ecdsa-with-SHA384, as NAVER's has",
                "인증기관 인증서의 ecdsa-with-SHA384 파라미터가 NULL입니다(네이버 인증기관과 같은 형식)",
            ),
        }
    }
}

impl Identity {
    /// The outcome in a sentence.
    pub fn sentence(&self, lang: Lang) -> impl fmt::Display + '_ {
        Sentence(move |f: &mut fmt::Formatter<'_>| {
            match self {
            Self::NotClaimed => f.write_str(lang.pick("nothing was claimed", "확인을 요청하지 않음")),
            Self::Matched { layout, .. } => match lang {
                Lang::En => write!(f, "the VID is that of this CI and certificate (layout {layout})"),
                Lang::Ko => write!(f, "VID가 이 CI와 인증서의 것과 일치합니다(배열 {layout})"),
            },
            Self::Mismatched { layout, would_match: None, .. } => match lang {
                Lang::En => write!(f, "the VID is not that of this CI and certificate (layout {layout}), nor under any other layout"),
                Lang::Ko => write!(f, "VID가 이 CI와 인증서의 것과 다릅니다(배열 {layout}, 다른 배열로도 불일치)"),
            },
            Self::Mismatched { layout, would_match: Some(other), .. } => match lang {
                Lang::En => write!(f, "the VID is not that of this CI and certificate under layout {layout}; it would be under {other}"),
                Lang::Ko => write!(f, "VID가 배열 {layout}에서는 이 CI와 인증서의 것과 다르며, 배열 {other}라면 일치합니다"),
            },
            Self::MalformedCi { rule } => f.write_str(match rule {
                CiError::NotBase64 => lang.pick("the CI is not base64", "CI가 base64가 아닙니다"),
                CiError::Length => lang.pick(
                    "the CI is not base64 of 64 octets",
                    "CI가 64바이트의 base64가 아닙니다",
                ),
            }),
            Self::MalformedVid => f.write_str(lang.pick(
                "the VID is neither 64 hex digits nor base64 of 32 octets",
                "VID가 16진수 64자리도 32바이트의 base64도 아닙니다",
            )),
            Self::NoSignerCertificate => f.write_str(lang.pick(
                "the signature verified under no certificate, so there is no serial number to compare with",
                "전자서명이 어떤 인증서로도 검증되지 않아 비교할 일련번호가 없습니다",
            )),
            Self::AmbiguousSigner => f.write_str(lang.pick(
                "the claim must name one of the document's signers",
                "문서의 서명자 가운데 누구인지 지정해야 합니다",
            )),
            Self::Unsupported => f.write_str(lang.pick(
                "the crypto backend does not compute SHA-256",
                "암호 백엔드가 SHA-256을 지원하지 않습니다",
            )),
        }
        })
    }
}
