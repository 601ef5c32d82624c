//! The brief form: the first line, the time of judging, what is not as it should be, and what to do about
//! it.

use super::page::{Page, named};
use super::signer::{self, Of};
use super::{advice, conditions, parts, report};
use crate::option_names::Parameter;
use crate::redaction::View;
use crate::verification::Verification;
use injang_core::report::FindingCode;
use injang_core::{SignerReport, Verdict};

/// A judged document.
pub(crate) fn brief_report(verification: &Verification<'_>, view: View) -> String {
    let mut page = Page::new(view.lang);
    let lang = view.lang;
    report::verdict(&mut page, verification);
    let report = verification.report;
    conditions::judged_at(&mut page, &report.conditions);
    for it in &report.signers {
        parts::findings(&mut page, &against_the_time(it));
    }
    if report.is_accepted() {
        return page.finish();
    }
    if report.verdict != Verdict::TotalPassed {
        signer::checks(&mut page, &signer::open_checks(&report.checks), None);
        for it in &report.signers {
            let of = Of::new(verification, it, view);
            signer::checks(&mut page, &signer::open_checks(&it.checks), Some(&of));
        }
    }
    if !report.identity.is_settled() {
        let sentence = report.identity.sentence(lang).to_string();
        let words = named(report.identity.name(), &sentence, lang);
        page.fact(1, "identity", "신원", format_args!("{words}"));
    }
    let mut steps = advice(verification, view);
    if steps.is_empty() {
        steps.push(fallback(report.verdict, view));
    }
    next(&mut page, &steps);
    page.finish()
}

/// What the reader of a passed signature must know: it is valid at the time that was
/// asked, and something happened since or does not fit that time.
fn against_the_time(signer: &SignerReport) -> Vec<FindingCode> {
    let is_one = |it: &FindingCode| {
        matches!(
            it,
            FindingCode::RevokedLater
                | FindingCode::SigningTimeAfterAt
                | FindingCode::SigningTimeOutsideValidity
        )
    };
    signer.findings.iter().copied().filter(is_one).collect()
}

/// What to do where nothing more is known.
fn fallback(verdict: Verdict, view: View) -> String {
    let lang = view.lang;
    let words = match verdict {
        Verdict::TotalFailed(_) => {
            lang.pick("Do not rely on the document.", "이 문서를 신뢰하지 마세요.")
        }
        Verdict::TotalPassed => lang.pick(
            "The signature is valid, but it is not shown that this person made it: check the CI and the VID.",
            "전자서명은 유효하지만 이 사람의 서명인지 확인되지 않았습니다. CI와 VID를 확인하세요.",
        ),
        Verdict::Indeterminate(_) => {
            let words = lang.pick(
                "Do not rely on the document until the open checks are settled. The full report \
                 shows them.",
                "확인되지 않은 검사가 남아 있는 동안에는 이 문서를 신뢰하지 마세요. 전체 보고서에서 모든 검사를 볼 \
                 수 있습니다.",
            );
            return view.with_names(words, &[Parameter::FullReport]);
        }
    };
    words.to_owned()
}

/// One step: its first line after the label, the others indented.
pub(super) fn next(page: &mut Page, paragraphs: &[String]) {
    let text = paragraphs.join("\n");
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    page.fact(0, "next step", "다음 단계", format_args!("{first}"));
    for line in lines {
        page.line(1, format_args!("{line}"));
    }
}
