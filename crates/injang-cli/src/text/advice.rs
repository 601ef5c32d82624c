//! What to do about a verdict, where it is obvious.

use crate::judgement::Judgement;
use crate::next_step;
use injang::Verdict;
use injang::report::{Lang, Reason};

/// A sentence or two under the report.
pub(super) fn advice(judgement: &Judgement<'_>, lang: Lang) -> Option<String> {
    let report = judgement.report;
    if report.verdict == Verdict::TotalPassed {
        return None;
    }
    let reason = report.deciding_check()?.reason.as_ref()?;
    if let Reason::DigestAlgorithmDiffers {
        signer: Some(name), ..
    } = reason
    {
        return Some(match lang {
            Lang::Ko => format!("--digest를 {name}로 계산해 지정하세요."),
            _ => format!("Supply --digest in {name}."),
        });
    }
    let is_trusting = !judgement.policy.anchors().is_empty();
    let advice = about_path(reason, is_trusting, lang)
        .or_else(|| about_evidence(reason, lang))
        .or_else(|| about_input(reason, lang))?;
    Some(advice.to_owned())
}

/// The path does not reach an anchor, or breaks a rule that an option sets.
fn about_path(reason: &Reason, is_trusting: bool, lang: Lang) -> Option<&'static str> {
    Some(match reason {
        Reason::NoAnchor if !is_trusting => lang.pick(
            "No --trust was given: name the certificates of the authorities that you trust.",
            "--trust가 없습니다. 신뢰하는 인증기관의 인증서를 지정하세요.",
        ),
        Reason::NoAnchor => lang.pick(
            "Name the certificates of authorities between this one and a trusted one with \
             --intermediate, or the authority itself with --trust if you trust it.",
            "이 인증서와 신뢰 기관 사이의 CA 인증서를 --intermediate로 지정하세요. 발급한 기관을 \
             직접 신뢰한다면 그 인증서를 --trust로 지정하세요.",
        ),
        Reason::IssuerKeyDiffers | Reason::AnchorKeyDiffers => lang.pick(
            "An authority may have several keys: name its certificate with the key that signed, with \
             --intermediate, or with --trust if you trust it.",
            "인증기관에 키가 여러 개일 수 있습니다. 서명한 키의 CA 인증서를 --intermediate로, 직접 \
             신뢰한다면 --trust로 지정하세요.",
        ),
        Reason::NoValidPolicy => lang.pick(
            "The acceptable policies are those of --policy-oid; --explicit-policy no lets a path do \
             without one, unless a CA on it requires one.",
            "허용하는 인증서 정책은 --policy-oid로 지정합니다. --explicit-policy no를 지정하면 경로의 \
             CA가 요구하지 않는 한 정책이 없어도 됩니다.",
        ),
        Reason::SignerPolicyMissing => lang.pick(
            "The policies that were asked for are those of --signer-policy.",
            "요구한 인증서 정책은 --signer-policy로 지정한 것입니다.",
        ),
        Reason::PurposeForbidden => lang.pick(
            "The purpose that was asked for is that of --purpose.",
            "요구한 용도는 --purpose로 지정한 것입니다.",
        ),
        _ => return None,
    })
}

/// There is no good evidence about a certificate.
fn about_evidence(reason: &Reason, lang: Lang) -> Option<&'static str> {
    Some(match reason {
        Reason::NoRevocationEvidence => lang.pick(
            "Name the CRL of the authority that issued the certificate with --crl, or an OCSP \
             response with --ocsp. With --revocation none it is not asked for, and the report says \
             that revocation was not checked.",
            "인증서를 발급한 기관의 CRL을 --crl로, 또는 OCSP 응답을 --ocsp로 지정하세요. \
             --revocation none을 지정하면 검사하지 않으며, 검사하지 않았다는 사실이 보고서에 \
             표시됩니다.",
        ),
        Reason::EvidenceStale { .. } => lang.pick(
            "Name a CRL with --crl or an OCSP response with --ocsp that was fresh at the time of \
             --at, or that was issued later while the certificate was still valid.",
            "--at 시각에 유효한 CRL을 --crl로, 또는 OCSP 응답을 --ocsp로 지정하세요. 인증서의 \
             유효기간 안에서 그 뒤에 발행된 것도 됩니다.",
        ),
        Reason::EvidenceOutOfScope | Reason::EvidenceIncomplete | Reason::StatusUnknown => lang
            .pick(
                "Name the CRL that the certificate points to (cRLDistributionPoints) with --crl, or \
                 an OCSP response of its authority with --ocsp.",
                "인증서가 가리키는 CRL(cRLDistributionPoints)을 --crl로, 또는 발급 기관의 OCSP 응답을 \
                 --ocsp로 지정하세요.",
            ),
        Reason::EvidenceUnauthorised => lang.pick(
            "Name evidence that the certificate's authority signed, or a responder that it \
             authorised. If the authority signs its CRLs with another key, name the certificate of \
             that key with --intermediate.",
            "인증서를 발급한 기관이나 그 기관이 위임한 응답자가 서명한 증거를 지정하세요. 발급 기관이 \
             다른 키로 CRL에 서명한다면 그 키의 인증서를 --intermediate로 지정하세요.",
        ),
        Reason::ResponderUnchecked => lang.pick(
            "The responder's certificate has no id-pkix-ocsp-nocheck: name a CRL about it with --crl.",
            "응답자의 인증서에 id-pkix-ocsp-nocheck가 없습니다. 그 인증서에 대한 CRL을 --crl로 지정하세요.",
        ),
        Reason::EvidenceForged | Reason::EvidenceWeak | Reason::EvidenceUnprocessed(_) => lang
            .pick(
                "Fetch another CRL from the certificate's authority and name it with --crl, or an \
                 OCSP response with --ocsp.",
                "인증서를 발급한 기관에서 CRL을 다시 받아 --crl로, 또는 OCSP 응답을 --ocsp로 \
                 지정하세요.",
            ),
        _ => return None,
    })
}

/// The input is not what the command takes.
fn about_input(reason: &Reason, lang: Lang) -> Option<&'static str> {
    Some(match reason {
        Reason::NoSignerCertificate => lang.pick(
            "Name the signer's certificate with --certificate.",
            "서명자의 인증서를 --certificate로 지정하세요.",
        ),
        Reason::ContentMissing => lang.pick(
            "The document is a detached signature: supply its content with --content, or the \
             content's digest with --digest.",
            "원문이 분리된 서명입니다. --content로 원문을, 또는 --digest로 원문의 다이제스트를 \
             지정하세요.",
        ),
        Reason::Malformed(error) => next_step::about(error, lang)?,
        _ => return None,
    })
}
