//! The words for everything in a report, in English and in Korean.
//!
//! English is what `Display` writes and what JSON reports hold unless asked otherwise. Terms of
//! the standards (`signerInfos`, `message-digest`) stay as they are in both languages.

use super::codes::{CheckId, FindingCode, Outcome, SubIndication, Verdict};
use super::{Check, Identity, Reason};
use crate::error::{CiError, Error, ErrorKind, Foreign};
use core::fmt::{self, Display as _};

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
                "the signature is not of the kind that was demanded",
                "요구된 방식의 전자서명이 아님",
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
                "the signed attributes were not sent as DER; their DER encoding is what is signed",
                "서명 속성이 DER로 전송되지 않았으며, 서명 대상은 DER로 다시 인코딩한 값입니다",
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
            Self::SerialNotPositive => lang.pick(
                "the certificate's serial number is zero or negative",
                "인증서 일련번호가 0이거나 음수입니다",
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
                "the crypto provider does not compute SHA-256",
                "암호 모듈이 SHA-256을 지원하지 않습니다",
            )),
        }
        })
    }
}

impl Check {
    /// The reason in a sentence; empty if the check simply passed.
    pub fn sentence(&self, lang: Lang) -> impl fmt::Display + '_ {
        Sentence(move |f: &mut fmt::Formatter<'_>| match &self.reason {
            Some(reason) => reason.sentence(lang).fmt(f),
            None => Ok(()),
        })
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sentence(Lang::En).fmt(f)
    }
}

impl Reason {
    /// The reason in a sentence.
    pub fn sentence(&self, lang: Lang) -> impl fmt::Display + '_ {
        Sentence(move |f: &mut fmt::Formatter<'_>| match lang {
            Lang::En => self.english(f),
            Lang::Ko => self.korean(f),
        })
    }

    fn english(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(error) => error.fmt(f),
            Self::NoSigners => f.write_str("the document has no signer"),
            Self::AttributeMissing(oid) => write!(f, "the signed attribute {oid} is missing"),
            Self::AttributeRepeated(oid) => {
                write!(f, "the signed attribute {oid} stands more than once")
            }
            Self::AttributeValueCount(oid) => {
                write!(f, "the signed attribute {oid} must have exactly one value")
            }
            Self::AttributeValueType(oid) => write!(
                f,
                "the signed attribute {oid} has a value of the wrong type"
            ),
            Self::AttributeForbidden(oid) => write!(f, "the attribute {oid} must not be signed"),
            Self::AttributesEmpty => f.write_str("the set of signed attributes is empty"),
            Self::ContentTypeDiffers => {
                f.write_str("the content-type attribute is not the content's type")
            }
            Self::ContentTypeNeedsAttributes(oid) => write!(
                f,
                "content of type {oid} must be signed with attributes (RFC 5652 5.3)"
            ),
            Self::ToleranceRefused(finding) => write!(
                f,
                "the strict profile refuses: {}",
                finding.sentence(Lang::En)
            ),
            Self::NoSignerCertificate => f.write_str("no certificate fits the signer's identifier"),
            Self::ContentMissing => {
                f.write_str("the document has no content and none was supplied")
            }
            Self::ContentDiffers => f.write_str("the supplied content is not the embedded one"),
            Self::DigestAlgorithmDiffers {
                supplied,
                signer: Some(signer),
            } => write!(
                f,
                "the supplied digest is {supplied}, the signer's algorithm is {signer}"
            ),
            Self::DigestAlgorithmDiffers {
                supplied,
                signer: None,
            } => write!(
                f,
                "the supplied digest is {supplied}, the signer's algorithm is not supported"
            ),
            Self::MessageDigestDiffers => {
                f.write_str("the message-digest attribute is not the digest of the content")
            }
            Self::SignatureInvalid => {
                f.write_str("the signature is not one of this content under this key")
            }
            Self::SignatureMalformed => {
                f.write_str("the signature has no form that this algorithm gives")
            }
            Self::AlgorithmUnsupported(oid) => write!(f, "unsupported: {oid}"),
            Self::KeyUnusable => f.write_str("the certificate's key can't be used"),
            Self::KeyKindDiffers => {
                f.write_str("the certificate's key is of another kind than the signature algorithm")
            }
            Self::SignatureDigestDiffers => {
                f.write_str("signatureAlgorithm names another digest than digestAlgorithm")
            }
            Self::BudgetExhausted => f.write_str(
                "deciding it would take more signature verifications than the policy allows",
            ),
            Self::Unanswered => {
                f.write_str("the signature was not verified: the question was left unanswered")
            }
            Self::AlgorithmProtectionDiffers => {
                f.write_str("cmsAlgorithmProtection names other algorithms than were used")
            }
            Self::SigningCertificateDiffers => {
                f.write_str("signing-certificate names another certificate")
            }
            Self::SignTypeDiffers { demanded, found } => write!(
                f,
                "{} was demanded, this is {}",
                demanded.name(),
                found.name()
            ),
            Self::AttributesAsContent => f.write_str(
                "the content is itself a set of signed attributes: it may be another document's",
            ),
            Self::WeakDigest(name) => write!(f, "{name} is too weak"),
            Self::WeakKey { bits } => write!(f, "a key of {bits} bits is too short"),
            Self::NoAnchor => {
                f.write_str("no trust anchor has the name of the certificate's issuer")
            }
            Self::AnchorKeyDiffers => f.write_str(
                "the trust anchor with the issuer's name has not signed the certificate",
            ),
            Self::KeyUsageForbids => {
                f.write_str("the signer's certificate is not for signing (keyUsage)")
            }
            Self::CriticalExtension(oid) => write!(
                f,
                "the certificate has the unknown critical extension {oid}"
            ),
            Self::ConstraintUnprocessed(oid) => write!(
                f,
                "the certificate has the extension {oid}, which is not processed"
            ),
            Self::ExtensionRepeated(oid) => {
                write!(f, "the certificate has the extension {oid} more than once")
            }
            Self::ExtensionMalformed => {
                f.write_str("an extension of the certificate can't be read")
            }
            Self::CertificateAlgorithmsDiffer => {
                f.write_str("the certificate names two different signature algorithms")
            }
            Self::Expired { not_after } => write!(f, "the certificate was valid until {not_after}"),
            Self::NotYetValid { not_before } => {
                write!(f, "the certificate is valid from {not_before}")
            }
            Self::NoRevocationEvidence => {
                f.write_str("there is no evidence that the certificate had not been revoked")
            }
            Self::RevocationNotRequested => {
                f.write_str("revocation was not checked, as the policy says")
            }
        }
    }

    fn korean(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(error) => error.sentence(Lang::Ko).fmt(f),
            Self::NoSigners => f.write_str("문서에 서명자가 없습니다"),
            Self::AttributeMissing(oid) => write!(f, "서명 속성 {oid}이(가) 없습니다"),
            Self::AttributeRepeated(oid) => write!(f, "서명 속성 {oid}이(가) 두 번 이상 있습니다"),
            Self::AttributeValueCount(oid) => {
                write!(f, "서명 속성 {oid}의 값은 정확히 하나여야 합니다")
            }
            Self::AttributeValueType(oid) => write!(f, "서명 속성 {oid}의 값이 다른 형식입니다"),
            Self::AttributeForbidden(oid) => {
                write!(f, "속성 {oid}은(는) 서명 속성이 될 수 없습니다")
            }
            Self::AttributesEmpty => f.write_str("서명 속성이 비어 있습니다"),
            Self::ContentTypeDiffers => f.write_str("content-type 속성이 원문의 형식과 다릅니다"),
            Self::ContentTypeNeedsAttributes(oid) => write!(
                f,
                "{oid} 형식의 원문은 서명 속성과 함께 서명되어야 합니다(RFC 5652 5.3)"
            ),
            Self::ToleranceRefused(finding) => write!(
                f,
                "strict 프로파일이 허용하지 않음: {}",
                finding.sentence(Lang::Ko)
            ),
            Self::NoSignerCertificate => f.write_str("서명자 식별자에 맞는 인증서가 없습니다"),
            Self::ContentMissing => f.write_str("문서에 원문이 없고, 따로 주어지지도 않았습니다"),
            Self::ContentDiffers => f.write_str("주어진 원문이 문서에 포함된 원문과 다릅니다"),
            Self::DigestAlgorithmDiffers {
                supplied,
                signer: Some(signer),
            } => write!(
                f,
                "주어진 다이제스트는 {supplied}, 서명자의 알고리즘은 {signer}입니다"
            ),
            Self::DigestAlgorithmDiffers {
                supplied,
                signer: None,
            } => write!(
                f,
                "주어진 다이제스트는 {supplied}이고, 서명자의 알고리즘은 지원되지 않습니다"
            ),
            Self::MessageDigestDiffers => {
                f.write_str("message-digest 속성이 원문의 다이제스트와 다릅니다")
            }
            Self::SignatureInvalid => f.write_str("이 키로 이 내용에 한 전자서명이 아닙니다"),
            Self::SignatureMalformed => f.write_str("전자서명 값이 이 알고리즘의 형식이 아닙니다"),
            Self::AlgorithmUnsupported(oid) => write!(f, "지원하지 않는 알고리즘: {oid}"),
            Self::KeyUnusable => f.write_str("인증서의 키를 사용할 수 없습니다"),
            Self::KeyKindDiffers => f.write_str("인증서의 키가 서명 알고리즘과 다른 종류입니다"),
            Self::SignatureDigestDiffers => {
                f.write_str("signatureAlgorithm의 다이제스트가 digestAlgorithm과 다릅니다")
            }
            Self::BudgetExhausted => {
                f.write_str("판단에 필요한 서명 검증 횟수가 정책의 한도를 넘습니다")
            }
            Self::Unanswered => f.write_str("서명 검증을 요청했으나 답이 없었습니다"),
            Self::AlgorithmProtectionDiffers => {
                f.write_str("cmsAlgorithmProtection의 알고리즘이 실제 사용된 것과 다릅니다")
            }
            Self::SigningCertificateDiffers => {
                f.write_str("signing-certificate 속성이 다른 인증서를 가리킵니다")
            }
            Self::SignTypeDiffers { demanded, found } => write!(
                f,
                "요구된 방식은 {}, 이 서명은 {}입니다",
                demanded.name(),
                found.name()
            ),
            Self::AttributesAsContent => {
                f.write_str("원문 자체가 서명 속성의 집합입니다: 다른 문서의 서명일 수 있습니다")
            }
            Self::WeakDigest(name) => write!(f, "{name}은(는) 안전하지 않습니다"),
            Self::WeakKey { bits } => write!(f, "{bits}비트 키는 너무 짧습니다"),
            Self::NoAnchor => f.write_str("인증서 발급자와 같은 이름의 신뢰 기관이 없습니다"),
            Self::AnchorKeyDiffers => {
                f.write_str("발급자와 이름이 같은 신뢰 기관이 이 인증서에 서명하지 않았습니다")
            }
            Self::KeyUsageForbids => {
                f.write_str("서명자 인증서의 용도가 전자서명이 아닙니다(keyUsage)")
            }
            Self::CriticalExtension(oid) => write!(
                f,
                "인증서에 알 수 없는 필수(critical) 확장 {oid}이(가) 있습니다"
            ),
            Self::ConstraintUnprocessed(oid) => {
                write!(f, "인증서에 처리하지 않는 확장 {oid}이(가) 있습니다")
            }
            Self::ExtensionRepeated(oid) => {
                write!(f, "인증서에 확장 {oid}이(가) 두 번 이상 있습니다")
            }
            Self::ExtensionMalformed => f.write_str("인증서의 확장을 읽을 수 없습니다"),
            Self::CertificateAlgorithmsDiffer => {
                f.write_str("인증서 안팎의 서명 알고리즘이 서로 다릅니다")
            }
            Self::Expired { not_after } => write!(f, "인증서는 {not_after}까지 유효했습니다"),
            Self::NotYetValid { not_before } => write!(f, "인증서는 {not_before}부터 유효합니다"),
            Self::NoRevocationEvidence => f.write_str("인증서가 폐지되지 않았다는 증거가 없습니다"),
            Self::RevocationNotRequested => {
                f.write_str("정책에 따라 폐지 여부를 검사하지 않았습니다")
            }
        }
    }
}

impl Error {
    /// The error in a sentence.
    pub fn sentence(&self, lang: Lang) -> impl fmt::Display + '_ {
        Sentence(move |f: &mut fmt::Formatter<'_>| match lang {
            Lang::En => self.fmt(f),
            Lang::Ko => {
                korean_kind(self.kind(), f)?;
                write!(f, " ({}바이트째, {})", self.offset(), self.structure())
            }
        })
    }
}

fn korean_kind(kind: ErrorKind, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(match kind {
        ErrorKind::Empty => "내용이 없습니다",
        ErrorKind::Foreign(foreign) => {
            let what = match foreign {
                Foreign::Pdf => "PDF 파일",
                Foreign::Json => "JSON 문서",
                Foreign::Xml => "XML 또는 HTML 문서",
                Foreign::Zip => "ZIP 압축 파일",
                Foreign::Ole => "OLE 복합 파일",
                Foreign::PemCertificate => "PEM 인증서",
                Foreign::PemKey => "PEM 키",
                Foreign::PemOther => "다른 종류의 PEM",
                Foreign::DerCertificate => "인증서",
                Foreign::Unknown => "ASN.1도, 그 base64·16진수·PEM도 아닌 것",
            };
            return write!(f, "서명 문서가 아닙니다: {what}");
        }
        ErrorKind::TextAlphabet => "텍스트 형식에 없는 문자가 있습니다",
        ErrorKind::TextLength => "base64 또는 16진수의 길이가 맞지 않거나 잘렸습니다",
        ErrorKind::TextMixed => "표준 base64와 URL용 base64가 섞여 있습니다",
        ErrorKind::PemEnd => "PEM의 끝 줄이 없습니다",
        ErrorKind::Truncated => "요소의 길이가 남은 바이트보다 깁니다",
        ErrorKind::LengthForm => "처리할 수 없는 길이입니다",
        ErrorKind::LengthNotMinimal => "길이가 가장 짧은 형식이 아닙니다",
        ErrorKind::LengthIndefinite => "허용되지 않는 곳에 부정(indefinite) 길이가 있습니다",
        ErrorKind::TagForm => "태그 번호가 가장 짧은 형식이 아닙니다",
        ErrorKind::Tag { expected, found } => {
            return write!(
                f,
                "태그 0x{expected:02x}이(가) 있을 곳에 0x{found:02x}이(가) 있습니다"
            );
        }
        ErrorKind::Missing { expected } => {
            return write!(f, "태그 0x{expected:02x}이(가) 있어야 할 곳에서 끝났습니다");
        }
        ErrorKind::TrailingData => "남는 바이트가 있습니다",
        ErrorKind::Depth => "중첩이 한도보다 깊습니다",
        ErrorKind::Size => "크기가 한도를 넘습니다",
        ErrorKind::Elements => "요소 수가 한도를 넘습니다",
        ErrorKind::Entries => "서명자 또는 인증서 수가 한도를 넘습니다",
        ErrorKind::EndOfContents => "end-of-contents가 없거나 잘못된 곳에 있습니다",
        ErrorKind::StringSegment => "구성형 문자열에 다른 형식의 조각이 있습니다",
        ErrorKind::Integer => "INTEGER가 비었거나 가장 짧은 형식이 아닙니다",
        ErrorKind::Boolean => "BOOLEAN이 1바이트가 아닙니다",
        ErrorKind::BitString => "BIT STRING의 남는 비트 수가 맞지 않습니다",
        ErrorKind::Null => "NULL에 내용이 있습니다",
        ErrorKind::ObjectIdentifier => "OBJECT IDENTIFIER가 잘못되었습니다",
        ErrorKind::Time => "UTCTime 또는 GeneralizedTime이 잘못되었습니다",
        ErrorKind::NotSignedData => "signedData가 아닌 내용 형식입니다",
        ErrorKind::ContentNotOctets => "id-data 형식의 원문이 OCTET STRING이 아닙니다",
        ErrorKind::Choice => "구조에 없는 선택지입니다",
    })
}
