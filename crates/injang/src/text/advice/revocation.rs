//! The revocation status of a certificate is open: what is missing, for which certificate, and
//! where it can be fetched.

use crate::escape;
use crate::option_names::Parameter;
use crate::redaction::View;
use crate::text::addresses;
use crate::verification::Verification;
use injang_core::report::{CheckId, Lang, PathCertificate, Reason};
use injang_core::{Certificate, SignerReport, SubIndication};

/// What to do about revocation: what is wrong with what was given, then from where to fetch what is
/// missing, for each certificate of the path whose status is open.
pub(super) fn advice(
    verification: &Verification<'_>,
    signer: &SignerReport,
    reason: &Reason,
    view: View,
) -> Vec<String> {
    let lang = view.lang;
    // 1. What is wrong with what was given.
    let Some(fault) = fault(verification, reason, view) else {
        return Vec::new();
    };
    let mut steps = vec![fault];
    let mut lines = Vec::new();
    let mut notes: Vec<String> = Vec::new();
    // 2. For each certificate whose status is open, where its CRL or OCSP response is.
    // A directory entry needs a command; the same one is shown once.
    let signers = verification.certificate(signer);
    for (position, step) in signer.path.certificates.iter().enumerate() {
        let Some(certificate) = verification.on_path(step).filter(|_| is_open(step)) else {
            continue;
        };
        let issuer = view.issuer_on_path(&certificate, signers.as_ref());
        lines.push(sources(position, &certificate, issuer, lang));
        let names = certificate.addresses();
        for note in names.crl.iter().filter_map(|it| addresses::note(it, view)) {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    if !lines.is_empty() {
        let head = lang.pick(
            "Fetch a CRL or an OCSP response about each of these certificates, and give it as \
             revocation data:",
            "다음 인증서마다 CRL이나 OCSP 응답을 받아 폐지 정보로 지정하세요.",
        );
        let head = view.with_names(head, &[Parameter::Crls, Parameter::OcspResponses]);
        steps.push(format!("{head}\n{}", lines.join("\n")));
    }
    steps.extend(notes);
    // 3. Only if no data is about the certificate: a revoked one must not be waved through by it.
    if matches!(reason, Reason::NoRevocationEvidence | Reason::AnswerMissing) {
        let without = view.names(&[Parameter::RevocationNotChecked]);
        steps.push(match lang {
            Lang::Ko => format!(
                "폐지 여부를 검사하지 않도록 지정할 수도 있습니다{without}. 그러면 검사하지 않았다는 사실이 보고서에 \
                 표시됩니다."
            ),
            _ => format!(
                "You can also turn the check off{without}; the report then says that revocation was not \
                 checked."
            ),
        });
    }
    steps
}

/// Whether the status of a certificate waits for revocation data.
fn is_open(step: &PathCertificate) -> bool {
    step.checks.iter().any(|check| {
        check.id == CheckId::Revocation
            && check.outcome.sub_indication() == Some(SubIndication::TryLater)
    })
}

/// From where the data about one certificate can be fetched.
fn sources(
    position: usize,
    certificate: &Certificate<'_>,
    issuer: Option<String>,
    lang: Lang,
) -> String {
    let issuer = issuer.unwrap_or_else(|| lang.pick("itself", "자신").to_owned());
    let addresses = certificate.addresses();
    let list = |kind: &str, list: &[&str]| -> Vec<String> {
        list.iter()
            .map(|address| format!("\n    {kind} {}", escape::text(address)))
            .collect()
    };
    let mut found = list("CRL", &addresses.crl);
    found.extend(list("OCSP", &addresses.ocsp));
    let words = match (lang, found.is_empty()) {
        (Lang::Ko, false) => format!("  경로의 {position}번 인증서(발급자 {issuer}):"),
        (Lang::Ko, true) => format!(
            "  경로의 {position}번 인증서(발급자 {issuer}): 인증서에 주소가 없습니다. 발급자에게 CRL을 \
             요청하세요."
        ),
        (_, false) => format!("  certificate {position} of the path, issued by {issuer}:"),
        (_, true) => format!(
            "  certificate {position} of the path, issued by {issuer}: it names no address; ask its \
             issuer for the CRL"
        ),
    };
    words + &found.concat()
}

/// What is wrong with what was given; `None` if the reason is not about revocation.
fn fault(verification: &Verification<'_>, reason: &Reason, view: View) -> Option<String> {
    let lang = view.lang;
    let count = verification.report.conditions.policy.revocation_data;
    let in_document = verification
        .input
        .document
        .map_or(0, |document| document.revocation_infos().len());
    Some(match (reason, lang) {
        (Reason::NoRevocationEvidence, _) if count + in_document == 0 => lang
            .pick(
                "No CRL and no OCSP response was given, and the document has none.",
                "CRL도 OCSP 응답도 주어지지 않았고 문서에도 없습니다.",
            )
            .to_owned(),
        (Reason::NoRevocationEvidence | Reason::AnswerMissing, Lang::Ko) => format!(
            "주어진 CRL과 OCSP 응답 {count}개와 문서에 있는 {in_document}개 가운데 이 인증서에 대한 것이 \
             없습니다."
        ),
        (Reason::NoRevocationEvidence | Reason::AnswerMissing, _) => format!(
            "None of the CRLs and OCSP responses is about this certificate: {count} {} given, \
             {in_document} {} in the document.",
            if count == 1 { "was" } else { "were" },
            if in_document == 1 { "is" } else { "are" },
        ),
        _ => {
            let (words, names) = words(reason, lang)?;
            view.with_names(words, names)
        }
    })
}

fn words(reason: &Reason, lang: Lang) -> Option<(&'static str, &'static [Parameter])> {
    // The parameters that the last words of each sentence mean.
    let names: &[Parameter] = match reason {
        Reason::EvidenceStale { .. } => &[Parameter::Time],
        Reason::EvidenceUnderOtherKey | Reason::EvidenceSignerUnknown => {
            &[Parameter::Intermediates]
        }
        Reason::EvidenceUnauthorised
        | Reason::EvidenceSignerElsewhere
        | Reason::EvidenceSignerRule(_) => &[Parameter::Intermediates, Parameter::OcspResponders],
        Reason::CrlSignerNotCertified => &[Parameter::Intermediates],
        Reason::ResponderNotCertified => &[Parameter::OcspResponders],
        Reason::EvidenceDeltaAlone | Reason::ResponderUnchecked => &[Parameter::Crls],
        _ => &[],
    };
    let words = match reason {
        Reason::EvidenceStale { .. } => lang.pick(
            "The CRL or OCSP response that was given about this certificate is of another time. Give \
             one that was issued later while the certificate was still valid, or one that was fresh at \
             the time of validation. If a stored answer is judged, give the time of its receipt as \
             the time of validation.",
            "이 인증서에 대해 주어진 CRL이나 OCSP 응답은 다른 시점의 것입니다. 인증서의 유효기간 안에서 더 나중에 \
             발행된 것, 또는 검증 기준 시각에 유효한 것을 지정하세요. 저장해 둔 응답이면 받은 시각을 검증 기준 시각으로 \
             지정하세요.",
        ),
        Reason::EvidenceOutOfScope
        | Reason::EvidenceIncomplete
        | Reason::CrlForSubscribers
        | Reason::CrlForAuthorities
        | Reason::CrlForAttributes
        | Reason::CrlNotIndirect => lang.pick(
            "The CRL that was given is of the same authority, but it does not cover this certificate or \
             not all reasons for revocation. The authority issues several CRLs: give the one that the \
             certificate names.",
            "주어진 CRL은 같은 기관의 것이지만 이 인증서를 다루지 않거나 폐지 사유의 일부만 다룹니다. 기관이 CRL을 \
             여러 개 발행합니다. 인증서에 적힌 CRL을 지정하세요.",
        ),
        Reason::StatusUnknown => lang.pick(
            "The OCSP response that was given says 'unknown' of this certificate. Ask the responder \
             that the certificate names.",
            "주어진 OCSP 응답은 이 인증서를 '알 수 없음(unknown)'이라고 합니다. 인증서에 적힌 응답자에게 \
             요청하세요.",
        ),
        Reason::EvidenceUnderOtherKey | Reason::EvidenceSignerUnknown => lang.pick(
            "The revocation data that was given is signed with a key of which no certificate was found. \
             Fetch the CRL that is signed with the key that issued this certificate, or give the \
             certificate of the other key as an intermediate.",
            "주어진 폐지 정보에 서명한 키의 인증서를 찾지 못했습니다. 이 인증서를 발급한 키로 서명된 CRL을 받거나, \
             서명한 키의 인증서를 중간 인증서로 지정하세요.",
        ),
        Reason::EvidenceUnauthorised => lang.pick(
            "The signer of the revocation data is not authorised by the certificate's issuer. If the \
             authority signs its CRLs with another key, give the certificate of that key as an \
             intermediate. If another authority certified the OCSP responder, and you trust this \
             responder, give its certificate as a trusted responder.",
            "폐지 정보에 서명한 자는 인증서 발급자의 위임을 받지 않았습니다. 발급 기관이 다른 키로 CRL에 서명한다면 그 \
             키의 인증서를 중간 인증서로 지정하세요. 다른 기관이 인증한 OCSP 응답자이고 그 응답자를 신뢰한다면 \
             응답자의 인증서를 신뢰하는 응답자로 지정하세요.",
        ),
        Reason::EvidenceDeltaAlone => lang.pick(
            "The CRL that was given says only what changed since a complete one. Fetch the complete CRL \
             of the same authority, whose number is at least the delta's BaseCRLNumber, and give both.",
            "주어진 CRL은 전체 CRL 이후에 바뀐 내용만 담은 델타 CRL입니다. 같은 기관의 전체 CRL 가운데 번호가 \
             델타의 BaseCRLNumber 이상인 것을 받아 함께 지정하세요.",
        ),
        Reason::CrlSignMissing | Reason::CrlSignerMisnamed | Reason::CrlIssuerNotNamed => lang.pick(
            "Who signed the CRL that was given may not sign CRLs about this certificate. Fetch the CRL \
             that the certificate names, or an OCSP response.",
            "주어진 CRL에 서명한 자는 이 인증서에 대한 CRL에 서명할 수 없습니다. 인증서에 적힌 CRL이나 OCSP \
             응답을 받으세요.",
        ),
        Reason::CrlSignerNotCertified => lang.pick(
            "Fetch the CRL that is signed with the key that issued this certificate. If the authority signs \
             its CRLs with another key, give the certificate of that key which the authority itself, or \
             the one above it, issued, as an intermediate.",
            "이 인증서를 발급한 키로 서명된 CRL을 받으세요. 발급 기관이 다른 키로 CRL에 서명한다면, 그 기관이나 바로 위 \
             기관이 발급한 그 키의 인증서를 중간 인증서로 지정하세요.",
        ),
        Reason::EvidenceSignerElsewhere | Reason::EvidenceSignerRule(_) => lang.pick(
            "The certificate of whom the revocation data is from does not lead to your trust anchor, or \
             breaks a rule on the way. Fetch the CRL or OCSP response that the certificate names; if a CA \
             certificate between is missing, give it as an intermediate; if you trust an OCSP responder \
             itself, give its certificate as a trusted responder.",
            "폐지 정보에 서명한 인증서가 신뢰 기관까지 이어지지 않거나 그 경로가 규칙에 어긋납니다. 인증서에 적힌 CRL이나 \
             OCSP 응답을 받으세요. 사이의 CA 인증서가 빠졌다면 중간 인증서로 지정하고, OCSP 응답자를 직접 신뢰한다면 \
             응답자의 인증서를 신뢰하는 응답자로 지정하세요.",
        ),
        Reason::EvidenceSignerPinned | Reason::EvidenceSignerItself => lang.pick(
            "Revocation data must come from a CA, or from somebody whom a CA authorised. Fetch the CRL or \
             OCSP response of the authority that issued this certificate.",
            "폐지 정보는 CA나 CA의 위임을 받은 자가 발행한 것이어야 합니다. 이 인증서를 발급한 기관의 CRL이나 OCSP \
             응답을 받으세요.",
        ),
        Reason::ResponderMisnamed
        | Reason::ResponderPurposeMissing
        | Reason::ResponderUsageForbids => lang.pick(
            "Who signed the OCSP response that was given may not sign such responses. Ask the responder \
             that the certificate names, or give a CRL.",
            "주어진 OCSP 응답에 서명한 자는 이런 응답에 서명할 수 없습니다. 인증서에 적힌 응답자에게 요청하거나 CRL을 \
             지정하세요.",
        ),
        Reason::ResponderNotCertified => lang.pick(
            "Ask the responder that the certificate names. If another authority certified the responder, \
             and you trust this responder, give its certificate as a trusted responder.",
            "인증서에 적힌 응답자에게 요청하세요. 다른 기관이 인증한 응답자이고 그 응답자를 신뢰한다면 응답자의 인증서를 \
             신뢰하는 응답자로 지정하세요.",
        ),
        Reason::ResponderUnchecked => lang.pick(
            "The responder's certificate has no id-pkix-ocsp-nocheck: give a CRL about this \
             certificate.",
            "응답자의 인증서에 id-pkix-ocsp-nocheck가 없습니다. 그 인증서에 대한 CRL을 지정하세요.",
        ),
        Reason::ResponderError(_) => lang.pick(
            "The OCSP response that was given is an error message: ask the responder again, or give a \
             CRL.",
            "주어진 OCSP 응답은 오류 응답입니다. 응답자에게 다시 요청하거나 CRL을 지정하세요.",
        ),
        Reason::EvidenceForged
        | Reason::EvidenceWeak
        | Reason::EvidenceUnprocessed(_)
        | Reason::EvidenceMalformed(_)
        | Reason::EvidenceOpen(_)
        | Reason::EvidenceSignerInvalid(_) => lang.pick(
            "The revocation data that was given about this certificate can't be used: fetch another CRL \
             or OCSP response from the authority that issued the certificate.",
            "이 인증서에 대해 주어진 폐지 정보는 쓸 수 없습니다. 발급 기관에서 CRL이나 OCSP 응답을 다시 \
             받으세요.",
        ),
        Reason::RevocationUnconfirmed { .. } => lang.pick(
            "Some of the revocation data says that the certificate is revoked, but that data can't be \
             relied on. Fetch a fresh CRL or OCSP response from the authority that issued the \
             certificate.",
            "주어진 폐지 정보 가운데 인증서가 폐지되었다고 하지만 신뢰할 수 없는 것이 있습니다. 발급 기관에서 최신 \
             CRL이나 OCSP 응답을 받아 확인하세요.",
        ),
        _ => return None,
    };
    Some((words, names))
}
