//! What to do about a verdict, where it is known. Nothing is asked for that was given.

mod path;
mod revocation;

use super::page::Page;
use crate::next_step;
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
    let mut steps = match about_path.or_else(|| about_input(reason, view.lang)) {
        Some(steps) => steps,
        None => about_revocation(),
    };
    if is_expired_by_clock(report) {
        steps.insert(0, time_of_receipt(view.lang).to_owned());
    }
    steps
}

/// Whether a certificate had expired at the time of judging, which nobody named.
fn is_expired_by_clock(report: &Report) -> bool {
    let mut checks = report.signers.iter().flat_map(|signer| &signer.checks);
    report.conditions.at_source == AtSource::Clock
        && checks.any(|check| matches!(check.reason, Some(Reason::Expired { .. })))
}

const fn time_of_receipt(lang: Lang) -> &'static str {
    lang.pick(
        "No --at was given, so the certificate was judged by the clock, and it has expired since. If \
         you received the signature while the certificate was valid, name the time of receipt: --at \
         with a time such as 2026-03-02T18:00:00+09:00.",
        "--at이 없어 현재 시각으로 판단했으며, 인증서의 유효기간이 지났습니다. 인증서가 유효할 때 서명을 \
         받았다면 수신 시각을 --at으로 지정하세요(예: --at 2026-03-02T18:00:00+09:00).",
    )
}

/// Writes the steps.
pub(super) fn show(page: &mut Page, steps: &[String]) {
    for step in steps {
        page.line(0, format_args!("\n{step}"));
    }
}

/// The input is not what the command takes.
fn about_input(reason: &Reason, lang: Lang) -> Option<Vec<String>> {
    let words = match reason {
        Reason::DigestAlgorithmDiffers {
            signer: Some(name), ..
        } => {
            return Some(vec![match lang {
                Lang::Ko => format!("--digest를 {name}로 계산해 지정하세요."),
                _ => format!("Supply --digest in {name}."),
            }]);
        }
        Reason::NoSigners => lang.pick(
            "Nobody signed it. If it is a list of certificates or CRLs (.p7b), it belongs to --trust, \
             --intermediate or --crl.",
            "아무도 서명하지 않았습니다. 인증서나 CRL의 목록(.p7b)이라면 --trust, --intermediate 또는 --crl로 \
             지정하세요.",
        ),
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
    };
    Some(vec![words.to_owned()])
}
