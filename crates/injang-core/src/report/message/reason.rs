//! The words for the reason of a check.

use super::{Lang, Sentence};
use crate::report::{Check, Reason};
use core::fmt::{self, Display as _};

impl Check {
    /// The reason in a sentence; empty if the check simply passed.
    pub fn sentence(&self, lang: Lang) -> impl fmt::Display + '_ {
        Sentence(move |f: &mut fmt::Formatter<'_>| match &self.reason {
            Some(reason) => {
                if let Some(position) = self.position {
                    match lang {
                        Lang::En => write!(f, "certificate {position} of the path: ")?,
                        Lang::Ko => write!(f, "경로의 {position}번 인증서: ")?,
                    }
                }
                reason.sentence(lang).fmt(f)
            }
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
            Self::CertificateUnreadable(error) => write!(
                f,
                "no certificate that can be read fits the signer's identifier, and a certificate of the document can't be read: {error}"
            ),
            Self::ContentMissing => {
                f.write_str("the document has no content and none was supplied")
            }
            Self::ContentDiffers => f.write_str("the supplied content is not the embedded one"),
            Self::ContentNotCompared => f.write_str(
                "the supplied content was not held against the embedded one: there is no digest of it in the signer's algorithm",
            ),
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
            Self::ParametersUnsupported(oid) => {
                write!(f, "unsupported: {oid} with these parameters")
            }
            Self::KeyUnusable => f.write_str("the certificate's key can't be used"),
            Self::KeyLengthUnsupported { bits } => {
                write!(f, "an RSA key of {bits} bits is not supported (512 to 8192 bits are)")
            }
            Self::KeyKindDiffers => {
                f.write_str("the certificate's key is of another kind than the signature algorithm")
            }
            Self::KeyRestricted => f.write_str(
                "the certificate's key is restricted to other parameters (RFC 4055 3.3)",
            ),
            Self::SignatureDigestDiffers => {
                f.write_str("signatureAlgorithm names another digest than digestAlgorithm")
            }
            Self::NoPrehash => f.write_str(
                "the algorithm signs the content itself, and only its digest was supplied",
            ),
            Self::BudgetExhausted => f.write_str(
                "deciding it would take more work than the policy allows",
            ),
            Self::Unanswered => {
                f.write_str("the signature was not verified: the request was left unanswered")
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
            Self::ContentUnknown => f.write_str(
                "only the digest of the content is known, so it can't be told whether the content is itself a set of signed attributes",
            ),
            Self::WeakDigest(name) => write!(f, "{name} is too weak"),
            Self::WeakKey { bits } => write!(f, "a key of {bits} bits is too short"),
            Self::NoAnchor => {
                f.write_str("no trust anchor has the name of the certificate's issuer")
            }
            Self::AnchorKeyDiffers => f.write_str(
                "the trust anchor with the issuer's name has not signed the certificate",
            ),
            Self::IssuerKeyDiffers => f.write_str(
                "no certificate with the issuer's name has signed the certificate",
            ),
            Self::NotAuthority => f.write_str(
                "the certificate issued another, but is not one of a CA (basicConstraints)",
            ),
            Self::KeyUsageForbidsIssuing => f.write_str(
                "the certificate issued another, but is not for that (keyUsage)",
            ),
            Self::PathTooLong => f.write_str(
                "the CA stands farther below another than that one's pathLenConstraint allows",
            ),
            Self::NameNotPermitted => f.write_str(
                "the certificate has a name that a CA above it may not issue for",
            ),
            Self::NameExcluded => f.write_str(
                "the certificate has a name that a CA above it must not issue for",
            ),
            Self::NameUnprocessed => f.write_str(
                "the certificate has a name of a form that a CA above it constrains and that can't be compared",
            ),
            Self::NoValidPolicy => {
                f.write_str("a certificate policy is required, and none is valid along the path")
            }
            Self::SignerPolicyMissing => f.write_str(
                "the signer's certificate asserts none of the policies that are asked of it",
            ),
            Self::PurposeForbidden => f.write_str(
                "the signer's certificate is not for the purpose that is asked of it (extKeyUsage)",
            ),
            Self::AnyPolicyMapped => f.write_str("the certificate maps anyPolicy"),
            Self::KeyUsageForbids => {
                f.write_str("the signer's certificate is not for signing (keyUsage)")
            }
            Self::CriticalExtension(oid) => write!(
                f,
                "the certificate has the unknown critical extension {oid}"
            ),
            Self::ExtensionRepeated(oid) => {
                write!(f, "the certificate has the extension {oid} more than once")
            }
            Self::ExtensionMalformed(oid) => {
                write!(f, "the extension {oid} of the certificate can't be read")
            }
            Self::ExtensionsMalformed(error) => {
                write!(f, "the certificate's list of extensions can't be read: {error} of the certificate")
            }
            Self::VersionForbidsExtensions { version } => write!(
                f,
                "the certificate is of version {version} and has extensions, which only version 3 has (RFC 5280 4.1.2.9)"
            ),
            Self::VersionUnknown { version } => write!(
                f,
                "the certificate is of version {version}, which does not exist (RFC 5280 4.1.2.1)"
            ),
            Self::PolicyRepeated(oid) => write!(
                f,
                "the certificate asserts the policy {oid} more than once (RFC 5280 4.2.1.4)"
            ),
            Self::PolicyQualifierUnknown(oid) => write!(
                f,
                "the critical certificatePolicies has the qualifier {oid}, which can't be interpreted (RFC 5280 4.2.1.4)"
            ),
            Self::CertificateAlgorithmsDiffer => {
                f.write_str("the certificate names two different signature algorithms")
            }
            Self::Expired { not_after } => write!(f, "the certificate was valid until {not_after}"),
            Self::NotYetValid { not_before } => {
                write!(f, "the certificate is valid from {not_before}")
            }
            Self::Revoked {
                revoked_at,
                reason: None,
            } => write!(f, "the certificate was revoked at {revoked_at}"),
            Self::Revoked {
                revoked_at,
                reason: Some(reason),
            } => write!(
                f,
                "the certificate was revoked at {revoked_at} ({})",
                reason.name()
            ),
            Self::EvidenceStale {
                this_update,
                next_update: Some(next_update),
            } => write!(
                f,
                "the evidence tells of the time from {this_update} to {next_update}"
            ),
            Self::EvidenceStale {
                this_update,
                next_update: None,
            } => write!(f, "the evidence tells of {this_update} only"),
            Self::EvidenceOutOfScope => {
                f.write_str("the evidence does not speak of certificates like this one")
            }
            Self::EvidenceIncomplete => {
                f.write_str("the evidence speaks of some reasons for revocation only")
            }
            Self::EvidenceForged => {
                f.write_str("the evidence has a signature that does not verify")
            }
            Self::EvidenceUnauthorised => f.write_str(
                "the evidence is signed by somebody who may not speak for the certificate's issuer",
            ),
            Self::ResponderUnchecked => f.write_str(
                "nothing shows that the certificate that signed the evidence had not been revoked at the time that counts",
            ),
            Self::EvidenceWeak => {
                f.write_str("the evidence is signed with an algorithm or a key that is too weak")
            }
            Self::EvidenceUnprocessed(oid) => {
                write!(f, "the evidence has an extension or is of a format, {oid}, that is not processed")
            }
            Self::EvidenceOpen => {
                f.write_str("the signature of the evidence could not be verified")
            }
            Self::StatusUnknown => f.write_str("the OCSP responder does not know the certificate"),
            Self::NoRevocationEvidence => {
                f.write_str("there is no evidence that the certificate had not been revoked")
            }
            Self::RevocationNotRequested => {
                f.write_str("the policy says not to check revocation")
            }
            Self::AnchorPinned => f.write_str(
                "the signer's certificate is itself a trust anchor that says that it is no CA: it is trusted for itself, and that it had not been revoked need not be shown; nothing that is at hand and can be verified revokes it",
            ),
            Self::AnchorIssuesNothing => f.write_str(
                "a trust anchor has the issuer's name, but its certificate says that it is no CA: it is trusted for itself alone",
            ),
            Self::EvidenceUnderOtherKey => f.write_str(
                "the evidence is signed under another key of the CA, whose certificate is not known here",
            ),
            Self::EvidenceSignerUnknown => f.write_str(
                "no certificate is known here whose key could have signed the evidence",
            ),
            Self::EvidenceMalformed(error) => write!(f, "the evidence can't be read: {error}"),
            Self::EvidenceUnrelated => {
                f.write_str("the evidence is about no certificate of the path")
            }
            Self::ResponderError(status) => write!(
                f,
                "the OCSP responder did not answer: {}",
                response_status(*status)
            ),
            Self::EvidenceSignerInvalid => f.write_str(
                "the certificate under which the evidence was signed was not valid at the time that counts, or had been revoked",
            ),
            Self::RevocationUnconfirmed {
                revoked_at,
                reason,
            } => {
                write!(f, "evidence says that the certificate was revoked at {revoked_at}")?;
                if let Some(reason) = reason {
                    write!(f, " ({})", reason.name())?;
                }
                f.write_str(", and can't be relied on: the certificate is neither good nor revoked")
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
            Self::CertificateUnreadable(error) => write!(
                f,
                "읽을 수 있는 인증서 가운데 서명자 식별자에 맞는 것이 없고, 문서에 읽을 수 없는 인증서가 있습니다: {}",
                error.sentence(Lang::Ko)
            ),
            Self::ContentMissing => f.write_str("문서에 원문이 없고, 따로 주어지지도 않았습니다"),
            Self::ContentDiffers => f.write_str("주어진 원문이 문서에 포함된 원문과 다릅니다"),
            Self::ContentNotCompared => f.write_str(
                "주어진 원문을 문서에 포함된 원문과 비교하지 못했습니다: 서명자의 알고리즘으로 계산한 다이제스트가 없습니다",
            ),
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
            Self::SignatureInvalid => f.write_str("이 키로 이 내용에 대해 생성한 전자서명이 아닙니다"),
            Self::SignatureMalformed => f.write_str("전자서명 값이 이 알고리즘의 형식이 아닙니다"),
            Self::AlgorithmUnsupported(oid) => write!(f, "지원하지 않는 알고리즘: {oid}"),
            Self::ParametersUnsupported(oid) => {
                write!(f, "지원하지 않는 파라미터를 가진 알고리즘: {oid}")
            }
            Self::KeyUnusable => f.write_str("인증서의 키를 사용할 수 없습니다"),
            Self::KeyLengthUnsupported { bits } => {
                write!(f, "{bits}비트 RSA 키는 지원하지 않습니다(512~8192비트 지원)")
            }
            Self::KeyKindDiffers => f.write_str("인증서의 키가 서명 알고리즘과 다른 종류입니다"),
            Self::KeyRestricted => {
                f.write_str("인증서의 키는 다른 파라미터로만 쓸 수 있습니다(RFC 4055 3.3)")
            }
            Self::SignatureDigestDiffers => {
                f.write_str("signatureAlgorithm의 다이제스트가 digestAlgorithm과 다릅니다")
            }
            Self::NoPrehash => {
                f.write_str("원문 자체에 서명하는 알고리즘인데 다이제스트만 주어졌습니다")
            }
            Self::BudgetExhausted => {
                f.write_str("판단에 필요한 작업량이 정책의 한도를 넘습니다")
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
            Self::ContentUnknown => f.write_str(
                "원문의 다이제스트만 알려져 있어, 원문 자체가 서명 속성의 집합인지 알 수 없습니다",
            ),
            Self::WeakDigest(name) => write!(f, "{name}은(는) 안전하지 않습니다"),
            Self::WeakKey { bits } => write!(f, "{bits}비트 키는 너무 짧습니다"),
            Self::NoAnchor => f.write_str("인증서 발급자와 같은 이름의 신뢰 기관이 없습니다"),
            Self::AnchorKeyDiffers => {
                f.write_str("발급자와 이름이 같은 신뢰 기관이 이 인증서에 서명하지 않았습니다")
            }
            Self::IssuerKeyDiffers => f.write_str(
                "발급자와 이름이 같은 인증서 가운데 이 인증서에 서명한 것이 없습니다",
            ),
            Self::NotAuthority => f.write_str(
                "다른 인증서를 발급했으나 인증기관 인증서가 아닙니다(basicConstraints)",
            ),
            Self::KeyUsageForbidsIssuing => f.write_str(
                "다른 인증서를 발급했으나 인증서의 용도가 아닙니다(keyUsage)",
            ),
            Self::PathTooLong => f.write_str(
                "상위 인증기관의 pathLenConstraint가 허용하는 것보다 아래에 있는 인증기관입니다",
            ),
            Self::NameNotPermitted => f.write_str(
                "상위 인증기관에 발급이 허용되지 않은 이름이 인증서에 있습니다",
            ),
            Self::NameExcluded => f.write_str(
                "상위 인증기관에 발급이 금지된 이름이 인증서에 있습니다",
            ),
            Self::NameUnprocessed => f.write_str(
                "상위 인증기관이 제한하는 형식의 이름이 인증서에 있으나 비교할 수 없습니다",
            ),
            Self::NoValidPolicy => {
                f.write_str("인증서 정책이 필요하지만 경로 전체에서 유효한 정책이 없습니다")
            }
            Self::SignerPolicyMissing => {
                f.write_str("서명자 인증서에 요구된 인증서 정책이 없습니다")
            }
            Self::PurposeForbidden => f.write_str(
                "서명자 인증서의 용도가 요구된 것과 다릅니다(extKeyUsage)",
            ),
            Self::AnyPolicyMapped => f.write_str("인증서가 anyPolicy를 매핑합니다"),
            Self::KeyUsageForbids => {
                f.write_str("서명자 인증서의 용도가 전자서명이 아닙니다(keyUsage)")
            }
            Self::CriticalExtension(oid) => write!(
                f,
                "인증서에 알 수 없는 필수(critical) 확장 {oid}이(가) 있습니다"
            ),
            Self::ExtensionRepeated(oid) => {
                write!(f, "인증서에 확장 {oid}이(가) 두 번 이상 있습니다")
            }
            Self::ExtensionMalformed(oid) => write!(f, "인증서의 확장 {oid}을(를) 읽을 수 없습니다"),
            Self::ExtensionsMalformed(error) => write!(
                f,
                "인증서의 확장 목록을 읽을 수 없습니다: {} (인증서 기준)",
                error.sentence(Lang::Ko)
            ),
            Self::VersionForbidsExtensions { version } => write!(
                f,
                "버전 {version} 인증서에 버전 3에만 있는 확장이 있습니다(RFC 5280 4.1.2.9)"
            ),
            Self::VersionUnknown { version } => write!(
                f,
                "인증서의 버전 {version}은(는) 존재하지 않습니다(RFC 5280 4.1.2.1)"
            ),
            Self::PolicyRepeated(oid) => write!(
                f,
                "인증서에 정책 {oid}이(가) 두 번 이상 있습니다(RFC 5280 4.2.1.4)"
            ),
            Self::PolicyQualifierUnknown(oid) => write!(
                f,
                "필수(critical) certificatePolicies에 해석할 수 없는 한정자 {oid}이(가) 있습니다(RFC 5280 4.2.1.4)"
            ),
            Self::CertificateAlgorithmsDiffer => {
                f.write_str("인증서 안팎의 서명 알고리즘이 서로 다릅니다")
            }
            Self::Expired { not_after } => write!(f, "인증서는 {not_after}까지 유효했습니다"),
            Self::NotYetValid { not_before } => write!(f, "인증서는 {not_before}부터 유효합니다"),
            Self::Revoked {
                revoked_at,
                reason: None,
            } => write!(f, "인증서가 {revoked_at}에 폐지되었습니다"),
            Self::Revoked {
                revoked_at,
                reason: Some(reason),
            } => write!(
                f,
                "인증서가 {revoked_at}에 폐지되었습니다({})",
                reason.name()
            ),
            Self::EvidenceStale {
                this_update,
                next_update: Some(next_update),
            } => write!(
                f,
                "폐지 정보가 {this_update}부터 {next_update}까지의 것입니다"
            ),
            Self::EvidenceStale {
                this_update,
                next_update: None,
            } => write!(f, "폐지 정보가 {this_update} 시점만의 것입니다"),
            Self::EvidenceOutOfScope => {
                f.write_str("이러한 인증서를 다루지 않는 폐지 정보입니다")
            }
            Self::EvidenceIncomplete => {
                f.write_str("일부 폐지 사유만을 다루는 폐지 정보입니다")
            }
            Self::EvidenceForged => f.write_str("폐지 정보의 전자서명이 검증되지 않습니다"),
            Self::EvidenceUnauthorised => f.write_str(
                "인증서 발급자를 대신할 수 없는 자가 서명한 폐지 정보입니다",
            ),
            Self::ResponderUnchecked => f.write_str(
                "폐지 정보에 서명한 인증서가 해당 시점에 폐지되지 않았음을 보여 주는 폐지 정보가 없습니다",
            ),
            Self::EvidenceWeak => f.write_str(
                "안전하지 않은 알고리즘이나 키로 서명된 폐지 정보입니다",
            ),
            Self::EvidenceUnprocessed(oid) => {
                write!(f, "폐지 정보에 처리하지 않는 확장 또는 형식 {oid}이(가) 있습니다")
            }
            Self::EvidenceOpen => f.write_str("폐지 정보의 전자서명을 검증하지 못했습니다"),
            Self::StatusUnknown => f.write_str("OCSP 응답자가 이 인증서를 알지 못합니다"),
            Self::NoRevocationEvidence => f.write_str("인증서가 폐지되지 않았다는 증거가 없습니다"),
            Self::RevocationNotRequested => {
                f.write_str("정책에 따라 폐지 여부를 검사하지 않았습니다")
            }
            Self::AnchorPinned => f.write_str(
                "서명자 인증서가 CA가 아니라고 밝힌 신뢰 앵커 자신입니다. 그 인증서만 신뢰하며, 폐지되지 않았다는 증거를 요구하지 않습니다. 검증할 수 있는 폐지 정보 가운데 이 인증서를 폐지한 것은 없습니다",
            ),
            Self::AnchorIssuesNothing => f.write_str(
                "발급자와 이름이 같은 신뢰 앵커가 있으나, 그 인증서가 CA가 아니라고 밝혀 자신만을 위한 앵커입니다",
            ),
            Self::EvidenceUnderOtherKey => f.write_str(
                "폐지 정보가 이 CA의 다른 키로 서명되었고, 그 키의 인증서가 주어지지 않았습니다",
            ),
            Self::EvidenceSignerUnknown => {
                f.write_str("폐지 정보에 서명했을 수 있는 키의 인증서가 주어지지 않았습니다")
            }
            Self::EvidenceMalformed(error) => write!(
                f,
                "폐지 정보를 읽을 수 없습니다: {}",
                error.sentence(Lang::Ko)
            ),
            Self::EvidenceUnrelated => {
                f.write_str("폐지 정보가 경로의 어느 인증서에 대한 것도 아닙니다")
            }
            Self::ResponderError(status) => write!(
                f,
                "OCSP 응답자가 답하지 않았습니다: {}",
                response_status(*status)
            ),
            Self::EvidenceSignerInvalid => f.write_str(
                "폐지 정보에 서명한 인증서가 해당 시점에 유효하지 않았거나 폐지되었습니다",
            ),
            Self::RevocationUnconfirmed {
                revoked_at,
                reason,
            } => {
                write!(f, "인증서가 {revoked_at}에 폐지되었다는 폐지 정보가 있으나")?;
                if let Some(reason) = reason {
                    write!(f, "({})", reason.name())?;
                }
                f.write_str(" 그 정보를 신뢰할 수 없어, 유효하다고도 폐지되었다고도 판단하지 않습니다")
            }
        }
    }
}

/// The name of an `OCSPResponseStatus` (RFC 6960 4.2.1).
const fn response_status(status: u8) -> &'static str {
    match status {
        0 => "successful, without an answer of the type id-pkix-ocsp-basic",
        1 => "malformedRequest",
        2 => "internalError",
        3 => "tryLater",
        5 => "sigRequired",
        6 => "unauthorized",
        _ => "unknown status",
    }
}
