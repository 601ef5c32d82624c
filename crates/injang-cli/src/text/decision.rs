//! Decisions over providers' answers. What was signed is never shown here: an answer is personal
//! data.

use super::page::{BAD, FAINT, GOOD, HEADING, OPEN, Page};
use super::report;
use super::signer::{self, Of};
use super::{advice, certificate, conditions, time};
use crate::decided::{Decided, Decisions};
use crate::disclosure::View;
use anstyle::Style;
use injang::report::{AtSource, Check, FindingCode, Lang, Outcome};
use injang_response::{Code, Decision, Effect, JudgedDocument, Match, Remark, Verdict};

/// One decision, or a line for each where many answers were held against a list.
pub fn decisions(decisions: &Decisions<'_>, view: View) -> String {
    let mut page = Page::new(view.lang);
    if let Some(first) = decisions.all.first().filter(|_| decisions.is_among) {
        head(&mut page, &first.decision, true);
    }
    for decided in &decisions.all {
        if decisions.is_among {
            line(&mut page, decided);
        } else {
            show(&mut page, decisions, decided, view);
        }
    }
    report::unreadable_files(&mut page, &decisions.unreadable_files);
    page.finish()
}

/// An answer on one line, with its person and what is wrong under it.
fn line(page: &mut Page, decided: &Decided) {
    let decision = &decided.decision;
    let style = style(decision.verdict);
    let name = decision.verdict.name();
    let person = decision
        .person
        .map_or_else(|| "–".to_owned(), |it| it.to_hex());
    let limits = decision
        .limits(page.lang)
        .map_or_else(String::new, |limits| {
            format!(" ({})", time::in_sentence(&limits))
        });
    page.line(
        0,
        format_args!("{style}{name}{style:#} {person} {}{limits}", decided.file),
    );
    remarks(page, &decision.reasons);
}

fn show(page: &mut Page, decisions: &Decisions<'_>, decided: &Decided, view: View) {
    let decision = &decided.decision;
    let headline = time::in_sentence(&decision.headline(page.lang));
    page.headline(style(decision.verdict), &headline);
    head(page, decision, false);
    let product = decision
        .product
        .map_or(String::new(), |it| format!(" {}", it.name()));
    page.fact(
        0,
        "provider",
        "제공자",
        format_args!("{}{product}", decision.provider.name()),
    );
    if !decision.reasons.is_empty() {
        page.heading(
            HEADING,
            format_args!("{}", page.lang.pick("Reasons", "사유")),
        );
        remarks(page, &decision.reasons);
    }
    if !decision.notes.is_empty() {
        page.heading(HEADING, format_args!("{}", page.lang.pick("Notes", "참고")));
        remarks(page, &decision.notes);
    }
    identity(page, decision);
    for document in &decision.documents {
        self::document(page, decisions, decided, document, view);
    }
    if !decision.short_signatures.is_empty() {
        let title = page.lang.pick("Short signatures", "축약서명");
        page.heading(HEADING, format_args!("{title}"));
    }
    for short in &decision.short_signatures {
        let (mark, style) = if short.fault.is_none() {
            ('✓', GOOD)
        } else {
            ('✗', BAD)
        };
        page.line(1, format_args!("{style}{mark}{style:#} {}", short.id));
    }
    let input = match decided.file.as_str() {
        "-" => page.lang.pick("standard input", "표준 입력"),
        file => file,
    };
    conditions::show(page, &decision.conditions, Some(input));
    advice::show(page, &next_steps(decisions, decided, view));
}

/// What to do about a reason, where an option says it.
const fn next_step(code: Code, lang: Lang) -> Option<&'static str> {
    Some(match code {
        Code::ProductMissing => lang.pick(
            "Name the product with --product.",
            "상품을 --product로 지정하세요.",
        ),
        Code::RequestEncrypted => lang.pick(
            "Keep the request object before the SDK encrypts it, and give it with --request.",
            "SDK가 암호화하기 전의 요청 객체를 보관하고 --request로 지정하세요.",
        ),
        _ => return None,
    })
}

/// What to do about the reasons, and about the documents that did not pass, each step once.
fn next_steps(decisions: &Decisions<'_>, decided: &Decided, view: View) -> Vec<String> {
    let mut all: Vec<String> = decided
        .decision
        .reasons
        .iter()
        .filter_map(|reason| Some(next_step(reason.code, view.lang)?.to_owned()))
        .collect();
    for document in &decided.decision.documents {
        let steps = decisions.judgement(decided, document, |judgement| {
            advice::advice(judgement, view)
        });
        for step in steps.into_iter().flatten() {
            if !all.contains(&step) {
                all.push(step);
            }
        }
    }
    all
}

/// What holds for all answers: the time, and what the caller does without.
fn head(page: &mut Page, decision: &Decision, is_among: bool) {
    // A time of the provider's is of one answer, on whose line it stands; and where it can't be used,
    // nothing was judged.
    let is_provider = decision.conditions.at_source == AtSource::Provider;
    let is_unusable = |it: &Remark| it.code == Code::ProviderTimeUnusable;
    if !(is_among && is_provider || decision.reasons.iter().any(is_unusable)) {
        conditions::judged_at(page, &decision.conditions);
    }
    if !decision.waivers.is_empty() {
        let names: Vec<&str> = decision.waivers.iter().map(|it| it.name()).collect();
        page.fact(
            0,
            "waived by the caller",
            "이용자가 생략한 검사",
            format_args!("{}", names.join(", ")),
        );
    }
}

fn remarks(page: &mut Page, remarks: &[Remark]) {
    for remark in remarks {
        let (mark, style) = match remark.effect {
            Effect::Rejects => ('✗', BAD),
            Effect::LeavesUndetermined => ('?', OPEN),
            Effect::Waived => ('–', FAINT),
            Effect::Noted => ('·', Style::new()),
        };
        let about = remark
            .document
            .as_ref()
            .map_or(String::new(), |id| format!(" [{id}]"));
        let waived = match remark.effect {
            Effect::Waived => page.lang.pick(" (waived)", " (생략됨)"),
            _ => "",
        };
        let sentence = time::in_sentence(&remark.sentence(page.lang));
        let code = remark.code.name();
        page.line(
            1,
            format_args!("{style}{mark}{style:#} {code}{about}{waived}: {sentence}"),
        );
    }
}

fn identity(page: &mut Page, decision: &Decision) {
    let identity = &decision.identity;
    page.heading(
        HEADING,
        format_args!("{}", page.lang.pick("Identity", "서명자 확인")),
    );
    let sentence = identity.vid.sentence(page.lang).to_string();
    page.fact(
        1,
        "VID",
        "VID",
        format_args!("{} – {sentence}", identity.vid.name()),
    );
    page.fact(
        1,
        "CI",
        "CI",
        format_args!("{}", matched(page, identity.ci)),
    );
    for (field, outcome) in &identity.person {
        let words = matched(page, *outcome);
        page.fact(1, field.name(), field.name(), format_args!("{words}"));
    }
}

const fn matched(page: &Page, outcome: Match) -> &'static str {
    match outcome {
        Match::Matched => page.lang.pick("matched", "일치"),
        Match::Mismatched => page.lang.pick("mismatched", "불일치"),
        Match::NotCompared => page.lang.pick("not compared", "비교하지 않음"),
    }
}

/// A signed document: its verdict, who signed, and the checks that did not pass.
fn document(
    page: &mut Page,
    decisions: &Decisions<'_>,
    decided: &Decided,
    document: &JudgedDocument,
    view: View,
) {
    let report = &document.report;
    let style = signer::verdict_style(report.verdict);
    let title = page.lang.pick("Document", "문서");
    let name = signer::verdict(report.verdict);
    page.heading(
        HEADING,
        format_args!("{title} {}: {style}{name}{style:#}", document.id),
    );
    checks(page, &report.checks, &report.findings, None);
    for it in &report.signers {
        page.fact(
            1,
            "sign type",
            "서명 방식",
            format_args!("{}", it.sign_type.name()),
        );
        let shown = decisions.judgement(decided, document, |judgement| {
            if let Some(found) = judgement.certificate(it) {
                certificate::show(page, 1, &found, view);
            }
            let of = Of::new(judgement, it, view);
            checks(page, &it.checks, &it.findings, Some(&of));
        });
        debug_assert!(shown.is_some(), "the document was judged before");
    }
}

/// The checks that did not pass, and the findings.
fn checks(page: &mut Page, checks: &[Check], findings: &[FindingCode], of: Option<&Of<'_>>) {
    let open: Vec<Check> = checks.iter().filter(|it| is_open(it)).cloned().collect();
    signer::checks(page, &open, of);
    signer::findings(page, findings);
}

/// Whether a check is worth a line among many documents.
const fn is_open(check: &Check) -> bool {
    !matches!(check.outcome, Outcome::Passed | Outcome::NotApplicable)
}

const fn style(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Accepted => GOOD,
        Verdict::Undetermined => OPEN,
        Verdict::Rejected => BAD,
    }
}
