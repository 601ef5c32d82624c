//! Reasons and notes: one line for a code, with the ids of all its documents.

use crate::text::page::{BAD, FAINT, OPEN, Page};
use crate::text::time;
use anstyle::Style;
use injang_core::report::Lang;
use injang_response::{DecisionCode, Effect, Finding};

/// Ids and members on one line; of more, only how many there are.
const SHOWN: usize = 8;

/// One code with the documents that it is about.
struct ReasonGroup<'a> {
    code: DecisionCode,
    effect: Effect,
    /// Of reasons one sentence; of notes, whose details may differ, all that are said.
    findings: Vec<&'a Finding>,
}

/// A line for each kind of reason. What differs in detail is a kind of its own, so that a line with
/// many documents says the same of each.
pub(super) fn reasons<'a>(page: &mut Page, reasons: impl IntoIterator<Item = &'a Finding>) {
    let is_same = |a: &Finding, b: &Finding| {
        a.detail == b.detail || a.document.is_none() && b.document.is_none()
    };
    for group in groups(reasons, is_same) {
        line(page, &group);
    }
}

/// A line for each kind of note.
pub(super) fn notes(page: &mut Page, notes: &[Finding]) {
    for group in groups(notes, |_, _| true) {
        line(page, &group);
    }
}

/// Findings of one code and effect together, in the order in which the first of each stands.
fn groups<'a>(
    findings: impl IntoIterator<Item = &'a Finding>,
    is_same: impl Fn(&Finding, &Finding) -> bool,
) -> Vec<ReasonGroup<'a>> {
    let mut groups: Vec<ReasonGroup<'_>> = Vec::new();
    for finding in findings {
        let of_its_kind = groups.iter_mut().find(|group| {
            let has_kind = (group.code, group.effect) == (finding.code, finding.effect);
            has_kind
                && group
                    .findings
                    .first()
                    .is_some_and(|it| is_same(it, finding))
        });
        match of_its_kind {
            Some(group) => group.findings.push(finding),
            None => groups.push(ReasonGroup {
                code: finding.code,
                effect: finding.effect,
                findings: vec![finding],
            }),
        }
    }
    groups
}

fn line(page: &mut Page, group: &ReasonGroup<'_>) {
    let lang = page.lang;
    let (mark, style) = match group.effect {
        Effect::Rejects => ('✗', BAD),
        Effect::LeavesUndetermined => ('?', OPEN),
        Effect::Waived => ('–', FAINT),
        Effect::Noted => ('·', Style::new()),
    };
    let mut ids: Vec<&str> = Vec::new();
    let mut details: Vec<String> = Vec::new();
    for finding in &group.findings {
        ids.extend(finding.document.as_deref());
        details.extend(finding.explanation(lang));
    }
    let about = match shown(&ids, SHOWN, lang) {
        Some(ids) => format!(" [{ids}]"),
        None => String::new(),
    };
    let details: Vec<&str> = details.iter().map(String::as_str).collect();
    let more = match shown(&details, SHOWN, lang) {
        Some(details) => format!(" ({details})"),
        None => String::new(),
    };
    let waived = match group.effect {
        Effect::Waived => lang.pick(" (waived)", " (생략됨)"),
        _ => "",
    };
    let (code, sentence) = (group.code.name(), group.code.sentence(lang));
    let sentence = time::in_sentence(&format!("{sentence}{more}"));
    let line = match lang {
        // Korean prose comes before the code.
        Lang::Ko => format!("{sentence} ({code}){about}{waived}"),
        _ => format!("{code}{about}{waived}: {sentence}"),
    };
    page.line(1, format_args!("{style}{mark}{style:#} {line}"));
}

/// Texts, each once, as many as fit on a line, and how many more there are; `None` of none.
pub(super) fn shown(texts: &[&str], most: usize, lang: Lang) -> Option<String> {
    let mut seen = std::collections::BTreeSet::new();
    let texts: Vec<&str> = texts
        .iter()
        .copied()
        .filter(|it| seen.insert(*it))
        .collect();
    let more = texts.len().saturating_sub(most);
    let shown = texts.get(..most).unwrap_or(&texts).join(", ");
    match (texts.is_empty(), more, lang) {
        (true, ..) => None,
        (_, 0, _) => Some(shown),
        (_, more, Lang::Ko) => Some(format!("{shown}, … 외 {more}개")),
        (_, more, _) => Some(format!("{shown}, … and {more} more")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_are_counted() {
        let ids: Vec<String> = (0..200).map(|index| format!("id-{index}")).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let en = shown(&ids, SHOWN, Lang::En).unwrap();
        assert!(en.starts_with("id-0, id-1, ") && en.ends_with(", id-7, … and 192 more"));
        let ko = shown(&ids, SHOWN, Lang::Ko).unwrap();
        assert!(ko.ends_with(", id-7, … 외 192개"), "{ko}");
        assert_eq!(
            shown(&ids[..SHOWN], SHOWN, Lang::En)
                .unwrap()
                .matches(',')
                .count(),
            SHOWN - 1
        );
        assert_eq!(shown(&["a", "a"], SHOWN, Lang::En).unwrap(), "a");
        assert_eq!(shown(&[], SHOWN, Lang::En), None);
    }
}
