//! A judged document.

use super::page::{BAD, GOOD, HEADING, OPEN, Page};
use super::{content, signer};
use crate::disclosure::View;
use crate::failure::Status;
use crate::fingerprint::hex;
use crate::judgement::{ContentPlace, Judgement};
use crate::names::ID_DATA;
use injang::report::{Lang, Reason};
use injang::{Diagnoses, DigestAlgorithm, ErrorKind, Foreign, Verdict};

/// The report: the verdict on the first line, then what was signed, by whom, every check, and what
/// can be done about it.
pub fn report(judgement: &Judgement<'_>, view: View) -> String {
    let mut page = Page::new(view.lang);
    let report = judgement.report;
    verdict(&mut page, judgement);
    page.fact(
        0,
        "judged at",
        "검증 기준 시각",
        format_args!("{}", report.at),
    );
    document(&mut page, judgement);
    signed_content(&mut page, judgement);
    for (index, it) in report.signers.iter().enumerate() {
        signer::show(&mut page, judgement, index, it, view);
    }
    let style = match judgement.status() {
        _ if report.identity.is_settled() => HEADING,
        Status::Rejected => BAD,
        _ => OPEN,
    };
    let title = view.lang.pick("Identity", "신원");
    let sentence = report.identity.sentence(view.lang);
    page.heading(
        style,
        format_args!("{title}: {} – {sentence}", report.identity.name()),
    );
    if let Some(diagnoses) = judgement.diagnoses {
        diagnosis(&mut page, judgement, diagnoses);
    }
    if let Some(advice) = advice(judgement, view.lang) {
        page.line(0, format_args!("\n{advice}"));
    }
    page.finish()
}

/// What would have matched, under a heading that says that it does not.
fn diagnosis(page: &mut Page, judgement: &Judgement<'_>, diagnoses: &Diagnoses) {
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
        if let Some(certificate) = judgement.certificate_of(&it.cause) {
            let source = if certificate.is_supplied {
                signer::supplied(lang)
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

/// The first line. A passed signature of somebody else is no good news.
fn verdict(page: &mut Page, judgement: &Judgement<'_>) {
    let (lang, report) = (page.lang, judgement.report);
    let style = match judgement.status() {
        Status::Accepted => GOOD,
        Status::Rejected => BAD,
        _ => OPEN,
    };
    let words = report.verdict.sentence(lang);
    let why = report
        .verdict
        .sub_indication()
        .map(|sub| format!(" – {}", sub.sentence(lang)));
    let but = (!report.identity.is_settled()).then(|| match lang {
        Lang::Ko => format!(", 그러나 신원 확인은 {}", report.identity.name()),
        _ => format!(", but the identity is {}", report.identity.name()),
    });
    let name = signer::verdict(report.verdict);
    let (why, but) = (why.unwrap_or_default(), but.unwrap_or_default());
    page.line(
        0,
        format_args!("{style}{name}{style:#}: {words}{why}{style}{but}{style:#}"),
    );
}

fn document(page: &mut Page, judgement: &Judgement<'_>) {
    let (lang, opened) = (page.lang, judgement.opened);
    page.heading(HEADING, format_args!("{}", lang.pick("Document", "문서")));
    form(page, judgement.opened);
    page.fact(1, "sha256", "sha256", format_args!("{}", opened.sha256()));
    signer::checks(page, &judgement.report.checks);
    signer::findings(page, &judgement.report.findings);
}

/// Armor and encoding, as far as they are known.
pub(super) fn form(page: &mut Page, opened: &crate::opened::Opened<'_>) {
    if let Some(armor) = opened.armor {
        page.fact(1, "armor", "표현 형식", format_args!("{}", armor.name()));
    }
    if let Some(encoding) = opened.encoding {
        let name = match encoding {
            injang::Encoding::Der => "DER",
            injang::Encoding::Ber => "BER",
        };
        page.fact(1, "encoding", "인코딩", format_args!("{name}"));
    }
}

fn signed_content(page: &mut Page, judgement: &Judgement<'_>) {
    let lang = page.lang;
    let Some(place) = judgement.content() else {
        return;
    };
    if judgement.is_content_signed() {
        page.heading(
            HEADING,
            format_args!("{}", lang.pick("Signed content", "서명된 내용")),
        );
    } else {
        page.heading(BAD, format_args!("{}", unverified(lang)));
    }
    if let Ok(document) = judgement.opened.document {
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
                "다이제스트로만 주어짐",
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

/// The heading of content that no signature stands for.
pub(super) const fn unverified(lang: Lang) -> &'static str {
    lang.pick("Content (NOT verified)", "내용 (검증되지 않음)")
}

/// What to do about a verdict, where it is obvious.
fn advice(judgement: &Judgement<'_>, lang: Lang) -> Option<String> {
    let report = judgement.report;
    if report.verdict == Verdict::TotalPassed {
        return None;
    }
    let text = |en: &str, ko: &str| Some(lang.pick(en, ko).to_owned());
    match report.deciding_check()?.reason.as_ref()? {
        Reason::NoAnchor if judgement.policy.anchors().is_empty() => text(
            "No --trust was given: name the certificates of the authorities that you trust.",
            "--trust가 없습니다. 신뢰하는 인증기관의 인증서를 지정하세요.",
        ),
        Reason::NoRevocationEvidence => text(
            "This version takes no revocation evidence. With --revocation none it is not asked for, \
             and the report says that revocation was not checked.",
            "이 버전은 폐지 여부의 증거를 받지 않습니다. --revocation none을 지정하면 검사하지 않으며, \
             검사하지 않았다는 사실이 보고서에 표시됩니다.",
        ),
        Reason::ContentMissing => text(
            "The document is a detached signature: supply its content with --content, or the \
             content's digest with --digest.",
            "원문이 분리된 서명입니다. --content로 원문을, 또는 --digest로 원문의 다이제스트를 \
             지정하세요.",
        ),
        Reason::DigestAlgorithmDiffers {
            signer: Some(name), ..
        } => Some(match lang {
            Lang::Ko => format!("--digest를 {name}로 계산해 지정하세요."),
            _ => format!("Supply --digest in {name}."),
        }),
        Reason::Malformed(error)
            if matches!(
                error.kind(),
                ErrorKind::Foreign(Foreign::PemCertificate | Foreign::DerCertificate)
            ) =>
        {
            text(
                "injang inspect shows what is in a certificate.",
                "인증서의 내용은 injang inspect로 볼 수 있습니다.",
            )
        }
        _ => None,
    }
}
