//! A judged document.

use super::page::{BAD, GOOD, HEADING, OPEN, Page, named};
use super::{advice, conditions, content, parts, revocation_data, signer};
use crate::fingerprint::hex;
use crate::oid_names::ID_DATA;
use crate::redaction::View;
use crate::unreadable::UnreadableFile;
use crate::verification::{Acceptance, ContentPlace, Verification};
use injang_core::{Diagnoses, DigestAlgorithm};

/// The report: the verdict on the first line, then what was signed, by whom, every check, and what
/// can be done about it.
pub(crate) fn report(verification: &Verification<'_>, view: View) -> String {
    let mut page = Page::new(view.lang);
    let report = verification.report;
    verdict(&mut page, verification);
    conditions::judged_at(&mut page, &report.conditions);
    document(&mut page, verification);
    signed_content(&mut page, verification);
    for (index, it) in report.signers.iter().enumerate() {
        signer::show(&mut page, verification, index, it, view);
    }
    let style = match Acceptance::of(report) {
        _ if report.identity.is_settled() => HEADING,
        Acceptance::Rejected => BAD,
        _ => OPEN,
    };
    let title = view.lang.pick("Identity", "신원");
    let sentence = report.identity.sentence(view.lang).to_string();
    let words = named(report.identity.name(), &sentence, view.lang);
    page.heading(style, format_args!("{title}: {words}"));
    revocation_data::unused(&mut page, &report.revocation_data);
    if let Some(diagnoses) = verification.diagnoses {
        diagnosis(&mut page, verification, diagnoses);
    }
    unreadable_files(&mut page, verification.unreadable_files);
    let supplied = verification.supplied_certificates();
    conditions::show(
        &mut page,
        &report.conditions,
        verification.input.name(),
        &supplied,
    );
    advice::show(&mut page, &advice(verification, view));
    page.finish()
}

/// Files in folders of revocation data that were left out.
pub(super) fn unreadable_files(page: &mut Page, files: &[UnreadableFile]) {
    if files.is_empty() {
        return;
    }
    let lang = page.lang;
    let title = lang.pick(
        "Files that can't be read and were left out",
        "읽을 수 없어 제외한 파일",
    );
    page.heading(OPEN, format_args!("{title}"));
    for file in files {
        page.line(1, format_args!("{}", file.sentence(lang)));
    }
}

/// What would have matched, under a heading that says that it does not.
fn diagnosis(page: &mut Page, verification: &Verification<'_>, diagnoses: &Diagnoses) {
    let lang = page.lang;
    page.heading(HEADING, format_args!("{}", lang.pick("Diagnosis", "진단")));
    if diagnoses.found.is_empty() && diagnoses.is_complete {
        let nothing = "no other reading that is known would have matched";
        let line = lang.pick(nothing, "알려진 다른 해석으로도 일치하지 않습니다");
        page.line(1, format_args!("{line}"));
    }
    for it in &diagnoses.found {
        let sentence = it.sentence(lang);
        match it.signer {
            Some(index) => {
                let signer = lang.pick("signer", "서명자");
                page.line(1, format_args!("! {signer} {index}: {sentence}"));
            }
            None => page.line(1, format_args!("! {sentence}")),
        }
        if let Some(certificate) = verification.certificate_of(&it.cause) {
            let source = if certificate.is_supplied {
                parts::supplied(lang)
            } else {
                ""
            };
            let sha256 = certificate.sha256;
            page.fact(2, "sha256", "sha256", format_args!("{sha256}{source}"));
        }
    }
    if !diagnoses.is_complete {
        let line = lang.pick(
            "not every reading that is known was tried: the content is too long, there was too much \
             to try, or the signature could not be verified",
            "알려진 해석을 모두 시도하지는 못했습니다. 원문이 너무 길거나, 시도할 것이 너무 많거나, \
             전자서명을 검증할 수 없습니다",
        );
        page.line(1, format_args!("? {line}"));
    }
}

/// The first line.
pub(super) fn verdict(page: &mut Page, verification: &Verification<'_>) {
    let (lang, report) = (page.lang, verification.report);
    let style = match Acceptance::of(report) {
        Acceptance::Accepted => GOOD,
        Acceptance::Rejected => BAD,
        Acceptance::Undetermined => OPEN,
    };
    page.headline(style, &report.headline(lang).to_string());
}

fn document(page: &mut Page, verification: &Verification<'_>) {
    let (lang, input) = (page.lang, verification.input);
    page.heading(HEADING, format_args!("{}", lang.pick("Document", "문서")));
    parts::form(page, verification.input);
    page.fact(1, "sha256", "sha256", format_args!("{}", input.sha256()));
    signer::checks(page, &verification.report.checks, None);
    parts::findings(page, &verification.report.findings);
}

fn signed_content(page: &mut Page, verification: &Verification<'_>) {
    let lang = page.lang;
    let Some(place) = verification.content() else {
        return;
    };
    // Content is called signed only if the signature of every signer covers exactly this content.
    if verification.is_content_signed() {
        page.heading(
            HEADING,
            format_args!("{}", lang.pick("Signed content", "서명된 내용")),
        );
    } else {
        page.heading(BAD, format_args!("{}", parts::unverified(lang)));
    }
    if let Ok(document) = verification.input.document {
        let content_type = document.content_type().to_string();
        if content_type != ID_DATA {
            page.fact(
                1,
                "content type",
                "내용 형식",
                format_args!("{content_type}"),
            );
        }
    }
    match place {
        ContentPlace::Embedded(octets) | ContentPlace::Detached(octets) => {
            content::show(page, octets);
        }
        ContentPlace::Streamed(streamed) => {
            let sha256 = streamed.digest(DigestAlgorithm::Sha256);
            let sha256 = sha256.map(|digest| hex(digest.as_bytes()));
            content::show_head(page, streamed.head(), streamed.length(), sha256.as_deref());
        }
        ContentPlace::Digest(digest) => {
            let (name, value) = (digest.algorithm().name(), hex(digest.as_bytes()));
            page.fact(
                1,
                "known by its digest only",
                "해시값으로만 주어짐",
                format_args!("{name} {value}"),
            );
        }
        ContentPlace::Missing => {
            let none = "none in the document, and none was supplied";
            page.line(
                1,
                format_args!("{}", lang.pick(none, "문서에 없고 주어지지도 않음")),
            );
        }
    }
}
