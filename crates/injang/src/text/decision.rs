//! Decisions over providers' answers. What was signed is never shown here: an answer is personal
//! data.

mod brief;
mod documents;
mod notes;

pub(crate) use brief::brief_decisions;

use super::page::{BAD, GOOD, HEADING, OPEN, Page, named};
use super::{conditions, report, time};
use crate::redaction::View;
use crate::response_results::{ResponseResult, ResponseResults};
use crate::text::remedy::{self, Step};
use anstyle::Style;
use injang_core::report::AtSource;
use injang_response::{Decision, DecisionCode, DecisionVerdict, Finding, Match, ShortReport};
use notes::{notes, reasons, shown};

/// Short signatures on one line; of more, only how many there are.
const SHOWN: usize = 8;

/// One decision, or a line for each where many answers were compared with a list.
pub(crate) fn decisions(results: &ResponseResults<'_>, view: View) -> String {
    let mut page = Page::new(view.lang);
    if let Some(first) = results.all.first().filter(|_| results.is_among) {
        head(&mut page, &first.decision, true);
    }
    for result in results.all.iter().copied() {
        if results.is_among {
            line(&mut page, result);
            reasons(&mut page, &result.decision.reasons);
        } else {
            show(&mut page, results, result, view);
        }
    }
    report::unreadable_files(&mut page, results.unreadable_files);
    if results.is_among {
        next_steps(&mut page, remedy::all_steps(results, view));
    }
    page.finish()
}

/// An answer on one line, with its person.
fn line(page: &mut Page, result: &ResponseResult) {
    let decision = &result.decision;
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
        format_args!("{style}{name}{style:#} {person} {}{limits}", result.file),
    );
}

/// The first line of a decision.
fn first_line(page: &mut Page, decision: &Decision) {
    let headline = time::in_sentence(&decision.headline(page.lang));
    page.headline(style(decision.verdict), &headline);
}

fn show(page: &mut Page, results: &ResponseResults<'_>, result: &ResponseResult, view: View) {
    let decision = &result.decision;
    first_line(page, decision);
    head(page, decision, false);
    let product = decision
        .product
        .map_or(String::new(), |it| format!(" {}", it.name()));
    page.fact(
        0,
        "provider",
        "인증사업자",
        format_args!("{}{product}", decision.provider.name()),
    );
    if !decision.reasons.is_empty() {
        page.heading(
            HEADING,
            format_args!("{}", page.lang.pick("Reasons", "사유")),
        );
        reasons(page, &decision.reasons);
    }
    if !decision.notes.is_empty() {
        page.heading(HEADING, format_args!("{}", page.lang.pick("Notes", "참고")));
        notes(page, &decision.notes);
    }
    identity(page, decision);
    documents::show(page, results, result, view);
    short_signatures(page, &decision.short_signatures);
    let input = match result.file.as_str() {
        "-" => page.lang.pick("standard input", "표준 입력"),
        file => file,
    };
    conditions::show(page, &decision.conditions, Some(input), &[]);
    next_steps(page, remedy::steps(results, result, view));
}

/// The short signatures: those that verified on one line, each of the others on its own.
fn short_signatures(page: &mut Page, all: &[ShortReport]) {
    if all.is_empty() {
        return;
    }
    let title = page.lang.pick("Short signatures", "축약서명");
    page.heading(HEADING, format_args!("{title}"));
    let good = all.iter().filter(|it| it.fault.is_none());
    let good: Vec<&str> = good.map(|it| it.id.as_str()).collect();
    if let Some(ids) = shown(&good, SHOWN, page.lang) {
        page.line(1, format_args!("{GOOD}✓{GOOD:#} {ids}"));
    }
    for bad in all.iter().filter(|it| it.fault.is_some()) {
        page.line(1, format_args!("{BAD}✗{BAD:#} {}", bad.id));
    }
}

/// What to do, at the end.
fn next_steps(page: &mut Page, steps: Vec<Step>) {
    if steps.is_empty() {
        return;
    }
    let title = page.lang.pick("Next steps", "다음 단계");
    page.heading(HEADING, format_args!("{title}"));
    for step in steps {
        page.line(1, format_args!("{}:", step.code.name()));
        for paragraph in step.paragraphs {
            page.paragraph(2, &paragraph);
        }
    }
}

/// The time of judging.
fn judged_at(page: &mut Page, decision: &Decision, is_among: bool) {
    // A time of the provider's is of one answer, on whose line it stands; and where it can't be used,
    // nothing was judged.
    let is_provider = decision.conditions.at_source == AtSource::Provider;
    let is_unusable = |it: &Finding| it.code == DecisionCode::ProviderTimeUnusable;
    if !(is_among && is_provider || decision.reasons.iter().any(is_unusable)) {
        conditions::judged_at(page, &decision.conditions);
    }
}

/// What holds for all answers: the time, and what the caller does without.
fn head(page: &mut Page, decision: &Decision, is_among: bool) {
    judged_at(page, decision, is_among);
    if !decision.waivers.is_empty() {
        let names: Vec<&str> = decision.waivers.iter().map(|it| it.name()).collect();
        page.fact(
            0,
            "waived by the caller",
            "생략하도록 지정한 검사",
            format_args!("{}", names.join(", ")),
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
    let words = named(identity.vid.name(), &sentence, page.lang);
    page.fact(1, "VID", "VID", format_args!("{words}"));
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

const fn style(verdict: DecisionVerdict) -> Style {
    match verdict {
        DecisionVerdict::Accepted => GOOD,
        DecisionVerdict::Undetermined => OPEN,
        DecisionVerdict::Rejected => BAD,
    }
}
