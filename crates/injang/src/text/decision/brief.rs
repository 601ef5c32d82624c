//! The brief form of decisions: a line for each answer, the time of judging, the reasons, and what to do
//! about them.

use super::{first_line, judged_at, line, reasons};
use crate::redaction::View;
use crate::response_results::ResponseResults;
use crate::text::brief::next;
use crate::text::page::Page;
use crate::text::remedy;
use injang_response::Effect;

/// Decisions over answers.
pub(crate) fn brief_decisions(results: &ResponseResults<'_>, view: View) -> String {
    let mut page = Page::new(view.lang);
    if let Some(first) = results.all.first().filter(|_| results.is_among) {
        judged_at(&mut page, &first.decision, true);
    }
    for result in results.all.iter().copied() {
        if results.is_among {
            line(&mut page, result);
        } else {
            first_line(&mut page, &result.decision);
            judged_at(&mut page, &result.decision, false);
        }
        let all = result.decision.reasons.iter();
        reasons(&mut page, all.filter(|it| it.effect != Effect::Waived));
    }
    let mut said: Vec<Vec<String>> = Vec::new();
    for step in remedy::all_steps(results, view) {
        // Codes that ask for the same have one step.
        if !said.contains(&step.paragraphs) {
            next(&mut page, &step.paragraphs);
            said.push(step.paragraphs);
        }
    }
    page.finish()
}
