//! The signed documents of an answer: those of which the same is to be said stand together.

use super::notes::shown;
use crate::redaction::View;
use crate::response_results::{ResponseResult, ResponseResults};
use crate::text::certificate;
use crate::text::page::{HEADING, Page};
use crate::text::parts;
use crate::text::signer::{self, Of};
use injang_core::Verdict;
use injang_core::report::{Check, FindingCode};
use injang_response::JudgedDocument;

/// Ids of documents that passed, or of all; of some that did not, each is named.
const SHOWN: usize = 8;

/// Documents of one verdict and one signer, of whose checks the same is said.
struct DocumentGroup<'a> {
    verdict: Verdict,
    text: String,
    ids: Vec<&'a str>,
}

/// A section for each kind of document.
pub(super) fn show(
    page: &mut Page,
    results: &ResponseResults<'_>,
    result: &ResponseResult,
    view: View,
) {
    let lang = page.lang;
    // Documents with the same verdict and the same lines are shown once, with all their ids.
    let mut groups: Vec<DocumentGroup<'_>> = Vec::new();
    for document in &result.decision.documents {
        let verdict = document.report.verdict;
        let text = text(results, result, document, view);
        let group = groups
            .iter_mut()
            .find(|it| it.verdict == verdict && it.text == text);
        match group {
            Some(group) => group.ids.push(&document.id),
            None => groups.push(DocumentGroup {
                verdict,
                text,
                ids: vec![&document.id],
            }),
        }
    }
    for group in groups {
        let style = signer::verdict_style(group.verdict);
        let name = signer::verdict(group.verdict);
        let is_all = group.ids.len() == result.decision.documents.len();
        let most = match group.verdict {
            Verdict::TotalPassed => SHOWN,
            _ if is_all => SHOWN,
            _ => usize::MAX,
        };
        let title = match group.ids.as_slice() {
            [id] => format!("{} {id}", lang.pick("Document", "문서")),
            ids => format!("{} ({})", lang.pick("Documents", "문서"), ids.len()),
        };
        page.heading(HEADING, format_args!("{title}: {style}{name}{style:#}"));
        if let (true, Some(ids)) = (group.ids.len() > 1, shown(&group.ids, most, lang)) {
            page.fact(1, "ids", "문서 번호", format_args!("{ids}"));
        }
        page.append(&group.text);
    }
}

/// The lines for a document beside its id and verdict: who signed, and the checks that did not
/// pass.
fn text(
    results: &ResponseResults<'_>,
    result: &ResponseResult,
    document: &JudgedDocument,
    view: View,
) -> String {
    let mut page = Page::new(view.lang);
    let report = &document.report;
    checks(&mut page, &report.checks, &report.findings, None);
    for it in &report.signers {
        page.fact(
            1,
            "sign type",
            "서명 방식",
            format_args!("{}", it.sign_type.name()),
        );
        let shown = results.verification(result, document, |verification| {
            if let Some(found) = verification.certificate(it) {
                certificate::show(&mut page, 1, &found, view);
            }
            let of = Of::new(verification, it, view);
            checks(&mut page, &it.checks, &it.findings, Some(&of));
        });
        debug_assert!(shown.is_some(), "the document was judged before");
    }
    page.finish()
}

/// The checks that did not pass, and the findings.
fn checks(page: &mut Page, checks: &[Check], findings: &[FindingCode], of: Option<&Of<'_>>) {
    signer::checks(page, &signer::open_checks(checks), of);
    parts::findings(page, findings);
}
