//! The path from a signer's certificate to an anchor, and what it rests on.

use super::page::Page;
use super::parts::{outcome, supplied};
use super::{addresses, revocation_data, time};
use crate::fingerprint::hex;
use crate::redaction::View;
use crate::verification::Verification;
use injang_core::report::{Check, CheckId, PathCertificate};
use injang_core::{Certificate, SignerReport};

/// Each certificate with what was checked of it, the anchor, and the policies.
pub(super) fn show(
    page: &mut Page,
    verification: &Verification<'_>,
    signer: &SignerReport,
    view: View,
) {
    let signers = verification.certificate(signer);
    for (position, step) in signer.path.certificates.iter().enumerate() {
        let fingerprint = verification.fingerprint(step.origin);
        if let Some((certificate, fingerprint)) = verification.on_path(step).zip(fingerprint) {
            let source = source(page, verification, step);
            let label = page.lang.pick("path", "인증서 경로");
            page.line(1, format_args!("{label} {position}: {fingerprint}{source}"));
            if position > 0 {
                authority(page, &certificate, signers.as_ref(), view);
            }
            checks(page, signer, step);
            for used in &step.evidence {
                revocation_data::used(page, used);
            }
        }
    }
    anchor(page, verification, signer, signers.as_ref(), view);
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
fn source(page: &Page, verification: &Verification<'_>, step: &PathCertificate) -> &'static str {
    match verification.source_on_path(step) {
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
    super::certificate::subject(page, 2, view.subject(certificate));
    let validity = certificate.validity();
    page.fact(
        2,
        "valid",
        "유효기간",
        format_args!(
            "{} … {}",
            time::shown(validity.not_before),
            time::shown(validity.not_after)
        ),
    );
    addresses::show(page, 2, certificate);
}

/// What was checked of this certificate, on one line. The signer's checks say why.
fn checks(page: &mut Page, signer: &SignerReport, step: &PathCertificate) {
    let check = |check: &Check| {
        let title = match check.id {
            // Beside its path, what the certificate itself says.
            CheckId::Path => page.lang.pick("rules", "규칙"),
            other => other.title(page.lang),
        };
        let outcome = match signer.prevented_on_path(check) {
            Some(_) => page.lang.pick("not checked", "검사하지 못함").to_owned(),
            None => outcome(check, page.lang),
        };
        format!("{title} {outcome}")
    };
    let checks: Vec<_> = step.checks.iter().map(check).collect();
    let checks = checks.join(", ");
    page.fact(2, "checked", "검사", format_args!("{checks}"));
}

/// The anchor at the end.
fn anchor(
    page: &mut Page,
    verification: &Verification<'_>,
    signer: &SignerReport,
    certificate: Option<&Certificate<'_>>,
    view: View,
) {
    let lang = page.lang;
    if let Some((anchor, key)) = verification.anchor(&signer.path) {
        let hidden = || lang.pick("the subject itself", "주체 자신").to_owned();
        let name = view.anchor(anchor, certificate).unwrap_or_else(hidden);
        let label = lang.pick("public key sha256", "공개키 sha256");
        page.fact(
            1,
            "trust anchor",
            "신뢰 기관",
            format_args!("{name} ({label} {key})"),
        );
    }
    if signer.path.is_pinned {
        let words = lang.pick(
            "the signer's certificate is itself a trust anchor, for itself alone (pinned): that it had \
             not been revoked need not be shown, but revocation data at hand that revokes it counts",
            "서명자 인증서 자신이 신뢰 대상이며, 그 인증서만 신뢰함(pinned). 폐지되지 않았다는 증거는 요구하지 않으나, 주어진 폐지 정보가 이 인증서를 폐지했다면 반영함",
        );
        page.line(1, format_args!("{words}"));
    }
}
