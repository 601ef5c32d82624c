//! What to do about a verdict, where it is known. Nothing is asked for that was given.

mod path;
mod revocation;

use super::page::Page;
use crate::disclosure::View;
use crate::judgement::Judgement;
use crate::next_step;
use injang::Verdict;
use injang::report::{Lang, Reason};

/// The steps, each a paragraph of its own under the report.
pub(crate) fn advice(judgement: &Judgement<'_>, view: View) -> Vec<String> {
    let report = judgement.report;
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
    let about_path = signer.and_then(|signer| path::advice(judgement, signer, reason, view));
    let about_revocation = || {
        signer.map_or_else(Vec::new, |signer| {
            revocation::advice(judgement, signer, reason, view)
        })
    };
    match about_path.or_else(|| about_input(reason, view.lang)) {
        Some(steps) => steps,
        None => about_revocation(),
    }
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
