//! One signer of a judged document.

use super::page::{BAD, GOOD, HEADING, OPEN, Page};
use super::parts::{claimed_time, findings, listed, supplied};
use super::{addresses, certificate, path, revocation_data, time as times};
use crate::oid_names;
use crate::redaction::View;
use crate::verification::Verification;
use anstyle::Style;
use injang_core::report::{Check, CheckId, DigestSource, Lang, Outcome};
use injang_core::{SignerInfo, SignerReport, Verdict};

/// Who signed, how, and what the checks found.
pub(super) fn show(
    page: &mut Page,
    verification: &Verification<'_>,
    index: usize,
    signer: &SignerReport,
    view: View,
) {
    let style = verdict_style(signer.verdict);
    let title = page.lang.pick("Signer", "서명자");
    let name = verdict(signer.verdict);
    page.heading(
        HEADING,
        format_args!("{title} {index}: {style}{name}{style:#}"),
    );
    by_whom(page, verification, signer, view);
    how(page, verification, index, signer);
    path::show(page, verification, signer, view);
    let of = Of::new(verification, signer, view);
    checks(page, &signer.checks, Some(&of));
    findings(page, &signer.findings);
    for revoked in &signer.path.revoked_later {
        revocation_data::revoked_later(page, revoked);
    }
}

/// The signer's certificate.
fn by_whom(page: &mut Page, verification: &Verification<'_>, signer: &SignerReport, view: View) {
    let lang = page.lang;
    let note = match (signer.certificate, signer.is_verified_key) {
        (None, _) => lang.pick("none", "없음"),
        (Some(_), true) => lang.pick(
            "the signature verified under its key",
            "이 인증서의 키로 전자서명이 검증됨",
        ),
        (Some(_), false) => lang.pick(
            "named by the signer; the signature did NOT verify under its key",
            "서명자가 지정함. 이 인증서의 키로 전자서명이 검증되지 않음",
        ),
    };
    let source = if verification.certificate_source(signer) == Some("caller") {
        supplied(lang)
    } else {
        ""
    };
    page.fact(1, "certificate", "인증서", format_args!("{note}{source}"));
    if let Some(certificate) = verification.certificate(signer) {
        certificate::show(page, 2, &certificate, view);
        addresses::show(page, 2, &certificate);
    }
}

/// The kind of signature, its algorithms, and when the signer says that it was made.
fn how(page: &mut Page, verification: &Verification<'_>, index: usize, signer: &SignerReport) {
    let lang = page.lang;
    let reading = match signer.reading {
        DigestSource::Prehash => lang.pick("the digest as supplied", "주어진 다이제스트"),
        DigestSource::HashOfHash => lang.pick(
            "the digest as supplied, taken as content",
            "원문으로 취급한 다이제스트",
        ),
        _ => lang.pick("the content's octets", "원문의 바이트"),
    };
    page.fact(
        1,
        "sign type",
        "서명 방식",
        format_args!("{}", signer.sign_type.name()),
    );
    page.fact(
        1,
        "digest source",
        "다이제스트 출처",
        format_args!("{} ({reading})", signer.reading.name()),
    );
    let document = verification.input.document.ok();
    let info = document.and_then(|document| document.signers().get(index));
    if let Some(info) = info {
        let digest = oid_names::digest_algorithm(&info.digest_algorithm());
        page.fact(
            1,
            "digest algorithm",
            "다이제스트 알고리즘",
            format_args!("{digest}"),
        );
        let signature = oid_names::signature_algorithm(&info.signature_algorithm());
        page.fact(
            1,
            "signature algorithm",
            "서명 알고리즘",
            format_args!("{signature}"),
        );
    }
    if let Some(unsigned) = info.and_then(SignerInfo::unsigned_attributes) {
        let listed = listed(page, Some(unsigned));
        let note = lang.pick("nobody signed these", "서명되지 않았으므로 믿을 수 없음");
        page.fact(
            1,
            "unsigned attributes",
            "서명되지 않은 속성",
            format_args!("{listed} ({note})"),
        );
    }
    if let Some(time) = signer.claimed_signing_time {
        claimed_time(page, time);
    }
}

/// The signer that checks are about.
pub(super) struct Of<'a> {
    signer: &'a SignerReport,
    /// The issuer that no path has.
    missing_issuer: Option<String>,
}

impl<'a> Of<'a> {
    pub(super) fn new(
        verification: &Verification<'_>,
        signer: &'a SignerReport,
        view: View,
    ) -> Self {
        let certificate = verification.certificate(signer);
        Self {
            signer,
            missing_issuer: view.missing_issuer(&signer.path, certificate.as_ref()),
        }
    }

    /// The issuer that is missing, if that is why this check is undecided.
    fn missing_issuer(&self, check: &Check) -> Option<&str> {
        let is_path = check.id == CheckId::Path;
        self.missing_issuer.as_deref().filter(|_| is_path)
    }
}

/// A line for each check.
pub(super) fn checks(page: &mut Page, checks: &[Check], of: Option<&Of<'_>>) {
    for check in checks {
        let (mark, style) = match check.outcome {
            Outcome::Passed => ('✓', GOOD),
            Outcome::Failed(_) => ('✗', BAD),
            Outcome::Indeterminate(_) => ('?', OPEN),
            Outcome::NotApplicable | Outcome::NotChecked => ('–', Style::new()),
        };
        let (title, outcome) = (check.id.title(page.lang), unchecked(page.lang, check, of));
        let mut why = match (&check.reason, check.outcome.sub_indication()) {
            (None, _) => String::new(),
            (Some(_), None) => {
                let because = page.lang.pick(" because", ":");
                format!("{because} {}", sentence(check, page.lang))
            }
            (Some(_), Some(sub)) => {
                format!(" ({}): {}", sub.name(), sentence(check, page.lang))
            }
        };
        if let Some(issuer) = of.and_then(|of| of.missing_issuer(check)) {
            let label = page.lang.pick("the issuer is", "발급자");
            why.extend(["; ", label, " ", issuer]);
        }
        page.line(
            1,
            format_args!("{style}{mark}{style:#} {title}: {style}{outcome}{style:#}{why}"),
        );
    }
}

/// The checks that are worth a line in a brief report or among many documents.
pub(super) fn open_checks(checks: &[Check]) -> Vec<Check> {
    let is_open =
        |check: &&Check| !matches!(check.outcome, Outcome::Passed | Outcome::NotApplicable);
    checks.iter().filter(is_open).cloned().collect()
}

/// The reason of a check, with Korean time beside every time.
fn sentence(check: &Check, lang: Lang) -> String {
    times::in_sentence(&check.sentence(lang).to_string())
}

/// An outcome, or why there is none.
fn unchecked(lang: Lang, check: &Check, of: Option<&Of<'_>>) -> String {
    if let Some(other) = of.and_then(|of| of.signer.prevented_by(check)) {
        let lack = other.lack(lang);
        return match lang {
            Lang::Ko => format!("{lack} 검사하지 못함"),
            _ => format!("not checked because {lack}"),
        };
    }
    let is_demand = check.id == CheckId::SignType && check.outcome == Outcome::NotApplicable;
    if is_demand {
        lang.pick("none demanded", "요구하지 않음").to_owned()
    } else {
        check.outcome.sentence(lang).to_owned()
    }
}

/// A verdict and why.
pub(super) fn verdict(verdict: Verdict) -> String {
    match verdict.sub_indication() {
        None => verdict.name().to_owned(),
        Some(sub_indication) => format!("{} / {}", verdict.name(), sub_indication.name()),
    }
}

pub(super) fn verdict_style(verdict: Verdict) -> Style {
    match verdict {
        Verdict::TotalPassed => GOOD,
        Verdict::Indeterminate(_) => OPEN,
        Verdict::TotalFailed(_) => BAD,
    }
}
