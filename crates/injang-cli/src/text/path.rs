//! The path from a signer's certificate to an anchor, and what it rests on.

use super::page::Page;
use super::signer::{outcome, supplied};
use crate::disclosure::View;
use crate::fingerprint::{hex, sha256};
use crate::judgement::Judgement;
use injang::report::{Check, CheckId, EvidenceKind, EvidenceUsed, Lang, Origin, PathCertificate};
use injang::{Certificate, SignerReport};

/// Each certificate with what was checked of it, the anchor, and the policies.
pub(super) fn show(page: &mut Page, judgement: &Judgement<'_>, signer: &SignerReport, view: View) {
    let signers = judgement.certificate(signer);
    for (position, step) in signer.path.certificates.iter().enumerate() {
        if let Some(certificate) = judgement.on_path(step) {
            let source = source(page, judgement, step);
            let fingerprint = sha256(certificate.octets());
            let label = page.lang.pick("path", "인증서 경로");
            page.line(1, format_args!("{label} {position}: {fingerprint}{source}"));
            if position > 0 {
                authority(page, &certificate, signers.as_ref(), view);
            }
            checks(page, step);
            for used in &step.evidence {
                evidence(page, used);
            }
        }
    }
    anchor(page, judgement, signer, signers.as_ref(), view);
    if !signer.path.policies.is_empty() {
        let policies: Vec<_> = signer
            .path
            .policies
            .iter()
            .map(ToString::to_string)
            .collect();
        let policies = policies.join(", ");
        page.fact(
            1,
            "policies valid along the path",
            "경로에서 유효한 인증서 정책",
            format_args!("{policies}"),
        );
    }
}

/// Where a certificate came from, if not from the document.
fn source(page: &Page, judgement: &Judgement<'_>, step: &PathCertificate) -> &'static str {
    match judgement.source_on_path(step) {
        "document" => "",
        "caller" => supplied(page.lang),
        _ => page
            .lang
            .pick(" (from --intermediate)", " (--intermediate에서)"),
    }
}

/// What tells the certificate of an authority from others.
fn authority(
    page: &mut Page,
    certificate: &Certificate<'_>,
    signer: Option<&Certificate<'_>>,
    view: View,
) {
    let serial = hex(certificate.serial());
    page.fact(2, "serial", "일련번호", format_args!("{serial}"));
    super::certificate::issuer(page, 2, view.issuer_on_path(certificate, signer));
    if let Some(subject) = view.subject(certificate) {
        page.fact(2, "subject", "주체", format_args!("{subject}"));
    }
    let validity = certificate.validity();
    page.fact(
        2,
        "valid",
        "유효기간",
        format_args!("{} … {}", validity.not_before, validity.not_after),
    );
}

/// What was checked of this certificate, on one line. The signer's checks say why.
fn checks(page: &mut Page, step: &PathCertificate) {
    let check = |check: &Check| {
        let title = match check.id {
            // Beside its path, what the certificate itself says.
            CheckId::Path => page.lang.pick("rules", "규칙"),
            other => other.title(page.lang),
        };
        format!("{title} {}", outcome(check, page.lang))
    };
    let checks: Vec<_> = step.checks.iter().map(check).collect();
    let checks = checks.join(", ");
    page.fact(2, "checked", "검사", format_args!("{checks}"));
}

/// A CRL or an OCSP response that says whether the certificate was revoked.
fn evidence(page: &mut Page, used: &EvidenceUsed) {
    let lang = page.lang;
    let numbered = |title: &str, number: Option<&[u8]>| {
        let label = lang.pick("number", "번호");
        let number = number.map(|number| format!(" ({label} {})", hex(number)));
        format!("{title}{}", number.unwrap_or_default())
    };
    let mut what = match &used.kind {
        EvidenceKind::Crl { number } => numbered("CRL", number.as_deref()),
        EvidenceKind::DeltaCrl { number } => {
            numbered(lang.pick("delta CRL", "델타 CRL"), number.as_deref())
        }
        EvidenceKind::Ocsp { produced_at } => match lang {
            Lang::Ko => format!("OCSP 응답({produced_at} 작성)"),
            _ => format!("OCSP response (produced at {produced_at})"),
        },
        other => other.name().to_owned(),
    };
    if matches!(used.origin, Origin::Document(_)) {
        what += lang.pick(" in the document", ", 문서에 있음");
    }
    let from = used.this_update;
    let until = used.next_update.map_or_else(
        || lang.pick("not said", "표시 없음").to_owned(),
        |time| time.to_string(),
    );
    let words = match lang {
        Lang::Ko => format!("{what}, {from} 기준, 다음 갱신 {until}"),
        _ => format!("{what} of {from}, next due {until}"),
    };
    page.fact(2, "evidence", "증거", format_args!("{words}"));
    if let Some(digest) = &used.sha256 {
        page.fact(3, "sha256", "sha256", format_args!("{}", hex(digest)));
    }
}

/// The anchor at the end.
fn anchor(
    page: &mut Page,
    judgement: &Judgement<'_>,
    signer: &SignerReport,
    certificate: Option<&Certificate<'_>>,
    view: View,
) {
    let lang = page.lang;
    let anchors = judgement.policy.anchors();
    if let Some(anchor) = signer.path.anchor.and_then(|index| anchors.get(index)) {
        let hidden = || lang.pick("the subject itself", "주체 자신").to_owned();
        let name = view.anchor(anchor, certificate).unwrap_or_else(hidden);
        let label = lang.pick("public key sha256", "공개키 sha256");
        let key = sha256(anchor.public_key());
        page.fact(
            1,
            "trust anchor",
            "신뢰 기관",
            format_args!("{name} ({label} {key})"),
        );
    }
}
