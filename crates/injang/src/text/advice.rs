//! What to do about a verdict, where it is known. Nothing is asked for that was given.

mod path;
mod revocation;

use super::page::Page;
use crate::next_step;
use crate::option_names::Parameter;
use crate::redaction::View;
use crate::verification::Verification;
use injang_core::report::{AtSource, Lang, Reason};
use injang_core::{Report, Verdict};

/// The steps, each a paragraph of its own under the report.
pub(crate) fn advice(verification: &Verification<'_>, view: View) -> Vec<String> {
    let report = verification.report;
    if report.verdict == Verdict::TotalPassed {
        return Vec::new();
    }
    let Some(reason) = report.deciding_check().and_then(|it| it.reason.as_ref()) else {
        return Vec::new();
    };
    let signer = report
        .signers
        .iter()
        .find(|signer| signer.verdict == report.verdict);
    let about_path = signer.and_then(|signer| path::advice(verification, signer, reason, view));
    let about_revocation = || {
        signer.map_or_else(Vec::new, |signer| {
            revocation::advice(verification, signer, reason, view)
        })
    };
    let mut steps = match about_path.or_else(|| about_input(reason, view)) {
        Some(steps) => steps,
        None => about_revocation(),
    };
    if is_expired_by_clock(report) {
        steps.insert(0, time_of_receipt(view));
    }
    steps
}

/// Whether a certificate had expired at the time of judging, and the caller gave no time.
fn is_expired_by_clock(report: &Report) -> bool {
    let mut checks = report.signers.iter().flat_map(|signer| &signer.checks);
    report.conditions.at_source == AtSource::Clock
        && checks.any(|check| matches!(check.reason, Some(Reason::Expired { .. })))
}

fn time_of_receipt(view: View) -> String {
    let names = view.names(&[Parameter::Time]);
    match view.lang {
        Lang::Ko => format!(
            "시각이 주어지지 않아 현재 시각으로 판정했으며, 인증서의 유효기간이 지났습니다. 인증서가 유효할 때 서명을 \
             받았다면 2026-03-02T18:00:00+09:00처럼 수신 시각을 지정하세요{names}."
        ),
        _ => format!(
            "No time was given, so the certificate was judged by the clock, and it has expired since. \
             If you received the signature while the certificate was valid, give the time of \
             receipt{names}, such as 2026-03-02T18:00:00+09:00."
        ),
    }
}

/// Writes the steps.
pub(super) fn show(page: &mut Page, steps: &[String]) {
    for step in steps {
        page.line(0, format_args!("\n{step}"));
    }
}

/// The input is not what the command takes.
///
/// Each sentence asks for what its reason says is missing; its last words name the parameters.
fn about_input(reason: &Reason, view: View) -> Option<Vec<String>> {
    let lang = view.lang;
    let (words, names) = match reason {
        Reason::DigestAlgorithmDiffers {
            signer: Some(name), ..
        } => {
            let text = match lang {
                Lang::Ko => format!("원문의 {name} 해시값을 지정하세요."),
                _ => format!("Give the content's {name} digest."),
            };
            return Some(vec![view.with_names(&text, &[Parameter::Digest])]);
        }
        Reason::NoSigners => (
            lang.pick(
                "Nobody signed it. If it is a list of certificates or CRLs (.p7b), give it as \
                 certificates or as revocation data.",
                "서명자가 없습니다. 인증서나 CRL의 목록(.p7b)이라면 인증서 또는 폐지 정보로 지정하세요.",
            ),
            &[
                Parameter::TrustAnchors,
                Parameter::Intermediates,
                Parameter::Crls,
            ][..],
        ),
        Reason::NoSignerCertificate => (
            lang.pick(
                "Give the signer's certificate.",
                "서명자의 인증서를 지정하세요.",
            ),
            &[Parameter::SignerCertificates][..],
        ),
        Reason::ContentMissing => (
            lang.pick(
                "The document is a detached signature: give the content that was signed, or its digest.",
                "원문이 분리된 서명입니다. 원문 또는 원문의 해시값을 지정하세요.",
            ),
            &[Parameter::Content, Parameter::Digest][..],
        ),
        Reason::Malformed(error) => return Some(vec![next_step::about(error, view)?]),
        _ => return None,
    };
    Some(vec![view.with_names(words, names)])
}
