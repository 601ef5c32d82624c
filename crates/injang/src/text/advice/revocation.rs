//! There is no revocation data that shows a certificate to be good: what is missing, for which
//! certificate, and from where it can be fetched.

use crate::escape;
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
    let Some(fault) = fault(verification, reason, lang) else {
        return Vec::new();
    };
    let mut steps = vec![fault];
    let mut lines = Vec::new();
    let mut notes: Vec<String> = Vec::new();
    let signers = verification.certificate(signer);
    for (position, step) in signer.path.certificates.iter().enumerate() {
        let Some(certificate) = verification.on_path(step).filter(|_| is_open(step)) else {
            continue;
        };
        let issuer = view.issuer_on_path(&certificate, signers.as_ref());
        lines.push(sources(position, &certificate, issuer, lang));
        let names = certificate.addresses();
        for note in names.crl.iter().filter_map(|it| addresses::note(it, lang)) {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    if !lines.is_empty() {
        let head = lang.pick(
            "Fetch what is missing, and name a CRL with --crl, an OCSP response with --ocsp:",
            "빠진 것을 받아 CRL은 --crl로, OCSP 응답은 --ocsp로 지정하세요.",
        );
        steps.push(format!("{head}\n{}", lines.join("\n")));
    }
    steps.extend(notes);
    if *reason == Reason::NoRevocationEvidence {
        steps.push(
            lang.pick(
                "With --revocation none revocation is not checked, and the report says so.",
                "--revocation none을 지정하면 폐지 여부를 검사하지 않으며, 검사하지 않았다는 사실이 \
                 보고서에 표시됩니다.",
            )
            .to_owned(),
        );
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
fn fault(verification: &Verification<'_>, reason: &Reason, lang: Lang) -> Option<String> {
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
        (Reason::NoRevocationEvidence, Lang::Ko) => format!(
            "주어진 CRL과 OCSP 응답 {count}개와 문서에 있는 {in_document}개 가운데 이 인증서에 대한 것이 \
             없습니다."
        ),
        (Reason::NoRevocationEvidence, _) => format!(
            "None of the CRLs and OCSP responses is about this certificate: {count} were given, \
             {in_document} are in the document."
        ),
        _ => words(reason, lang)?.to_owned(),
    })
}

fn words(reason: &Reason, lang: Lang) -> Option<&'static str> {
    Some(match reason {
        Reason::EvidenceStale { .. } => lang.pick(
            "What was given about this certificate is of another time. Needed is a CRL or an OCSP \
             response that was fresh at the time of --at, or that was issued later while the \
             certificate was still valid. Without --at that is now: of a stored answer name the time \
             of its receipt.",
            "이 인증서에 대해 주어진 것은 다른 시점의 폐지 정보입니다. --at 시각에 유효한 CRL이나 OCSP \
             응답, 또는 인증서의 유효기간 안에서 그 뒤에 발행된 것이 필요합니다. --at이 없으면 지금이 \
             기준이므로, 저장해 둔 응답이면 받은 시각을 --at에 지정하세요.",
        ),
        Reason::EvidenceOutOfScope | Reason::EvidenceIncomplete => lang.pick(
            "What was given is of the same authority, but does not cover this certificate, or not all \
             reasons for revocation: the CRL is another one of several.",
            "주어진 것은 같은 기관의 폐지 정보이지만 이 인증서나 모든 폐지 사유를 다루지 않습니다. 여러 \
             CRL 가운데 다른 것입니다.",
        ),
        Reason::StatusUnknown => lang.pick(
            "The OCSP response that was given does not know this certificate: it is of another \
             responder.",
            "주어진 OCSP 응답은 이 인증서를 알지 못합니다. 다른 응답자의 것입니다.",
        ),
        Reason::EvidenceUnderOtherKey | Reason::EvidenceSignerUnknown => lang.pick(
            "What was given is signed under a key that is not known here: name the certificate of that \
             key with --intermediate, or fetch the list that is signed under the key that issued this \
             certificate.",
            "주어진 폐지 정보는 여기에 알려지지 않은 키로 서명되었습니다. 그 키의 인증서를 \
             --intermediate로 지정하거나, 이 인증서를 발급한 키로 서명된 목록을 받으세요.",
        ),
        Reason::EvidenceUnauthorised => lang.pick(
            "What was given is signed by somebody who may not speak for the certificate's issuer. If \
             the authority signs its CRLs with another key, name the certificate of that key with \
             --intermediate. If it is an OCSP response of a responder that another authority certified, \
             and you trust that responder, name its certificate with --ocsp-responder.",
            "주어진 폐지 정보는 발급자를 대신할 수 없는 자가 서명했습니다. 발급 기관이 다른 키로 CRL에 \
             서명한다면 그 키의 인증서를 --intermediate로 지정하세요. 다른 기관이 인증한 OCSP 응답자의 응답이고 \
             그 응답자를 신뢰한다면 응답자의 인증서를 --ocsp-responder로 지정하세요.",
        ),
        Reason::ResponderUnchecked => lang.pick(
            "The responder's certificate has no id-pkix-ocsp-nocheck: name a CRL about it with --crl.",
            "응답자의 인증서에 id-pkix-ocsp-nocheck가 없습니다. 그 인증서에 대한 CRL을 --crl로 지정하세요.",
        ),
        Reason::ResponderError(_) => lang.pick(
            "The OCSP response that was given holds no answer: ask the responder again, or use a CRL.",
            "주어진 OCSP 응답에 답이 없습니다. 응답자에게 다시 요청하거나 CRL을 사용하세요.",
        ),
        Reason::EvidenceForged
        | Reason::EvidenceWeak
        | Reason::EvidenceUnprocessed(_)
        | Reason::EvidenceMalformed(_)
        | Reason::EvidenceSignerInvalid => lang.pick(
            "What was given about this certificate can't be used: fetch another CRL or OCSP response \
             from the certificate's authority.",
            "이 인증서에 대해 주어진 폐지 정보는 쓸 수 없습니다. 발급 기관에서 CRL이나 OCSP 응답을 다시 \
             받으세요.",
        ),
        Reason::RevocationUnconfirmed { .. } => lang.pick(
            "Something that was given calls the certificate revoked and can't be relied on: fetch a \
             fresh CRL or OCSP response from the certificate's authority to know.",
            "주어진 것 가운데 인증서가 폐지되었다고 하지만 신뢰할 수 없는 것이 있습니다. 발급 기관에서 \
             최신 CRL이나 OCSP 응답을 받아 확인하세요.",
        ),
        _ => return None,
    })
}
