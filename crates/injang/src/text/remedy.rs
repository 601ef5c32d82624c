//! The next step of a decision over an answer, with the options of this command line.

use crate::redaction::View;
use crate::response_results::{ResponseResult, ResponseResults};
use crate::text::advice::advice as of_document;
use injang_core::report::{Lang, Reason};
use injang_core::{Report, Verdict};
use injang_response::{DecisionCode, Effect, Finding, Input, NextStep, Provider, Waiver};

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
/// Of a document that did not pass, `injang verify` knows more than the code does: which
/// certificate lacks which CRL, and from where it can be fetched.
pub(crate) fn paragraphs(
    results: &ResponseResults<'_>,
    result: &ResponseResult,
    reason: &Finding,
    view: View,
) -> Option<Vec<String>> {
    let step = reason.next_step()?;
    let own = sentence(
        &step,
        reason.code.waiver(),
        result.decision.provider,
        view.lang,
    );
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

/// What to do about a document where `injang verify` would ask for an option that this command has
/// not, or knows nothing: it depends on what was asked of the provider.
fn of_exchange(report: &Report, lang: Lang) -> Option<&'static str> {
    let reason = report.deciding_check()?.reason.as_ref()?;
    Some(match reason {
        Reason::DigestAlgorithmDiffers { .. } => lang.pick(
            "The signature is over a digest in another algorithm than the request gives. Make sure \
             that the request is that of this document; if it is, ask the provider.",
            "요청의 해시 값과 다른 해시 알고리즘으로 서명되었습니다. 이 문서의 요청인지 확인하고, 맞다면 제공자에게 \
             문의하세요.",
        ),
        Reason::WeakDigest(_) | Reason::WeakKey { .. } => lang.pick(
            "The signature is too weak to be relied on, and no option admits it. Ask for a new \
             signature with SHA-256 or stronger (hash_type), and a key that is long enough.",
            "신뢰하기에 약한 서명이며, 이를 허용하는 옵션은 없습니다. SHA-256 이상(hash_type)과 충분히 긴 키로 서명을 \
             새로 요청하세요.",
        ),
        _ => return None,
    })
}

/// A step, the options of the command line that it is about, and the waiver.
pub fn sentence(step: &NextStep, waiver: Option<Waiver>, provider: Provider, lang: Lang) -> String {
    let mut text = step.sentence(lang).to_owned();
    let options: Vec<&str> = step
        .inputs
        .iter()
        .filter_map(|input| option(*input, provider))
        .collect();
    if !options.is_empty() {
        text.extend([" (", &options.join(", "), ")"]);
    }
    text.push('.');
    if let Some(waiver) = waiver {
        let (name, open) = (waiver.name(), waiver.leaves_open(lang));
        let without = match lang {
            Lang::Ko => format!(" 이 검사 없이 판정하려면 --waive {name}: {open}."),
            _ => format!(" To do without: --waive {name}; {open}."),
        };
        text.push_str(&without);
    }
    text
}

/// The option that an input is given with; `None` if this provider has no such thing.
fn option(input: Input, provider: Provider) -> Option<&'static str> {
    let is_kakao = provider == Provider::Kakao;
    Some(match input {
        Input::Request => "--request REQ.json",
        Input::Prepare | Input::Identify if !is_kakao => return None,
        Input::Prepare => "--prepare PREPARE.json",
        Input::Identify => "--identify IDENTIFY.json",
        Input::ResultRequest => "--result-request RESULT-REQ.json",
        Input::Receipt => "--receipt RECEIPT.json",
        Input::Status => "--status STATUS.json",
        Input::Keys => "--keys KEYS.json",
        Input::Ci => "--ci-file FILE",
        Input::CiList => "--ci-list FILE",
        Input::Person => "--person PERSON.json",
        Input::Original => "--original [ID=]FILE",
        Input::DigestReading => "--digest-reading READING",
        Input::ContentMap => "--content-map MAP.json",
        Input::NoncePaths => "--nonce-path POINTER, --nonce-answer-path POINTER",
        Input::ShortSignatures => "--short SHORT.json",
        Input::SessionPaths => {
            "--short-key-path, --short-from-path, --short-until-path POINTER, --short-time FORM"
        }
        Input::Product => "--product CODE",
        Input::SignType => "--sign-type TYPE",
        Input::VidLayout => "--vid-layout LAYOUT",
        Input::At => "--at RFC3339",
        Input::Anchors => "--trust PATH",
        Input::RevocationData => "--crl PATH",
        // The answer is the argument itself.
        _ => return None,
    })
}
