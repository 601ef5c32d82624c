//! The next steps of a decision over an answer, with the program's names of what is to be given.

use crate::option_names::{Parameter, in_parentheses};
use crate::redaction::View;
use crate::response_results::{ResponseResult, ResponseResults};
use crate::text::advice::advice as of_document;
use injang_core::report::{Lang, Reason};
use injang_core::{Report, Verdict};
use injang_response::{DecisionCode, Effect, Finding, NextStep, Provider, Waiver};

/// What to do about one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// What it is about.
    pub(crate) code: DecisionCode,
    /// What to do, in paragraphs; a paragraph may have further lines, which are indented.
    pub(crate) paragraphs: Vec<String>,
}

/// What to do about all reasons of a decision, each step once: first about what rejects.
pub(crate) fn steps(
    results: &ResponseResults<'_>,
    result: &ResponseResult,
    view: View,
) -> Vec<Step> {
    let mut reasons: Vec<&Finding> = result.decision.reasons.iter().collect();
    reasons.sort_by_key(|reason| reason.effect != Effect::Rejects);
    let mut all: Vec<Step> = Vec::new();
    for reason in reasons {
        let Some(paragraphs) = paragraphs(results, result, reason, view) else {
            continue;
        };
        let step = Step {
            code: reason.code,
            paragraphs,
        };
        if !all.contains(&step) {
            all.push(step);
        }
    }
    all
}

/// What to do about the reasons of all decisions, each step once.
pub(crate) fn all_steps(results: &ResponseResults<'_>, view: View) -> Vec<Step> {
    let mut all: Vec<Step> = Vec::new();
    for result in results.all.iter().copied() {
        for step in steps(results, result, view) {
            if !all.contains(&step) {
                all.push(step);
            }
        }
    }
    all
}

/// What to do about a reason; `None` if it changes nothing.
///
/// 1. A code has its own next step.
/// 2. Of a document that did not pass, its report knows more: which certificate lacks which CRL, and
///    where it can be fetched. A failed document gets both, an undetermined one the report's alone.
pub(crate) fn paragraphs(
    results: &ResponseResults<'_>,
    result: &ResponseResult,
    reason: &Finding,
    view: View,
) -> Option<Vec<String>> {
    let step = reason.next_step()?;
    let own = sentence(&step, reason.code.waiver(), result.decision.provider, view);
    let advice = || {
        let documents = result.decision.documents.iter();
        let mut documents = documents.filter(|it| {
            reason.document.as_ref() == Some(&it.id) && it.report.verdict != Verdict::TotalPassed
        });
        documents
            .find_map(|document| {
                if let Some(own) = of_exchange(&document.report, view.lang) {
                    return Some(vec![own.to_owned()]);
                }
                results.verification(result, document, |verification| {
                    of_document(verification, view)
                })
            })
            .unwrap_or_default()
    };
    Some(match reason.code {
        DecisionCode::DocumentFailed => {
            let mut all = vec![own];
            all.extend(advice());
            all
        }
        DecisionCode::DocumentUndetermined => match advice() {
            none if none.is_empty() => vec![own],
            some => some,
        },
        _ => vec![own],
    })
}

/// What to do about a document where the advice of its report would not help, because the remedy is
/// another request to the provider.
fn of_exchange(report: &Report, lang: Lang) -> Option<&'static str> {
    let reason = report.deciding_check()?.reason.as_ref()?;
    Some(match reason {
        Reason::DigestAlgorithmDiffers { .. } => lang.pick(
            "The signature is over a digest in another algorithm than the request gives. Make sure \
             that the request is that of this document; if it is, ask the provider.",
            "요청의 해시값과 다른 해시 알고리즘으로 서명되었습니다. 이 문서의 요청인지 확인하고, 맞다면 \
             인증사업자에게 문의하세요.",
        ),
        Reason::WeakDigest(_) | Reason::WeakKey { .. } => lang.pick(
            "The signature is too weak to be relied on, and no setting admits it. Ask for a new \
             signature with SHA-256 or stronger (hash_type), and a key that is long enough.",
            "서명 알고리즘이 약해 신뢰할 수 없으며, 이를 허용하는 설정은 없습니다. SHA-256 이상(hash_type)과 충분히 긴 \
             키로 서명을 새로 요청하세요.",
        ),
        _ => return None,
    })
}

/// A next step in sentences: what to do, the program's names of what is to be given, and the waiver
/// with what it leaves open.
pub fn sentence(step: &NextStep, waiver: Option<Waiver>, provider: Provider, view: View) -> String {
    let lang = view.lang;
    let names = step.inputs.iter();
    let names = names.filter_map(|input| view.options.of_input(*input, provider));
    let names = in_parentheses(&names.collect::<Vec<_>>(), Lang::En);
    let mut text = format!("{}{names}.", step.sentence(lang));
    if let Some(waiver) = waiver {
        let (name, open) = (waiver.name(), waiver.leaves_open(lang));
        // An option with its value, or the waiver's name alone.
        let how = match view.options.name(Parameter::Waiver) {
            Some(option) => format!("{option} {name}"),
            None => name.to_owned(),
        };
        let without = match lang {
            Lang::Ko => format!(" 이 검사 없이 판정하려면 {how}: {open}."),
            _ => format!(" To decide without this check, waive it ({how}): {open}."),
        };
        text.push_str(&without);
    }
    text
}
