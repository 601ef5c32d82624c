//! Lines and words that several parts of a report and of an inspection share.

use super::page::{OPEN, Page};
use super::time as times;
use crate::input_document::InputDocument;
use crate::oid_names;
use injang_core::report::{Check, FindingCode, Lang};
use injang_core::{Attributes, Error, Time};

/// Armor and encoding, as far as they are known.
pub(super) fn form(page: &mut Page, input: &InputDocument<'_>) {
    if let Some(armor) = input.armor {
        page.fact(1, "armor", "표현 형식", format_args!("{}", armor.name()));
    }
    if let Some(encoding) = input.encoding {
        let name = match encoding {
            injang_core::Encoding::Der => "DER",
            injang_core::Encoding::Ber => "BER",
        };
        page.fact(1, "encoding", "인코딩", format_args!("{name}"));
    }
}

/// The heading of content that no signature stands for.
pub(super) const fn unverified(lang: Lang) -> &'static str {
    lang.pick("Content (NOT verified)", "내용 (검증되지 않음)")
}

/// Behind a certificate that the caller supplied.
pub(super) const fn supplied(lang: Lang) -> &'static str {
    lang.pick(" (supplied beside the document)", " (문서 밖에서 주어짐)")
}

/// When the signer says that they signed.
pub(super) fn claimed_time(page: &mut Page, time: Time) {
    let note = page.lang.pick(
        "the signer's claim, not proven",
        "서명자의 주장이며 증명된 시각이 아님",
    );
    page.fact(
        1,
        "claimed signing time",
        "주장하는 서명 시각",
        format_args!("{}; {note}", times::shown(time)),
    );
}

/// The types of attributes by name or OID.
pub(super) fn listed(page: &Page, attributes: Option<Result<Attributes<'_>, Error>>) -> String {
    match attributes {
        None => page.lang.pick("none", "없음").to_owned(),
        Some(Err(error)) => error.sentence(page.lang).to_string(),
        Some(Ok(attributes)) => {
            let name =
                |oid| oid_names::attribute(oid).map_or_else(|| format!("{oid}"), str::to_owned);
            attributes
                .as_slice()
                .iter()
                .map(|attribute| name(attribute.oid()))
                .collect::<Vec<_>>()
                .join(", ")
        }
    }
}

/// An outcome in words, with the sub-indication that it leads to.
pub(super) fn outcome(check: &Check, lang: Lang) -> String {
    let words = check.outcome.sentence(lang);
    match check.outcome.sub_indication() {
        None => words.to_owned(),
        Some(sub) => format!("{words} ({})", sub.name()),
    }
}

/// A line for each finding.
pub(super) fn findings(page: &mut Page, findings: &[FindingCode]) {
    for finding in findings {
        let label = page.lang.pick("finding", "특이사항");
        let sentence = finding.sentence(page.lang);
        page.line(
            1,
            format_args!("{OPEN}!{OPEN:#} {label} {}: {sentence}", finding.name()),
        );
    }
}
