//! The line of a case: numbers only, so that every language writes the same. Octets stand in it as their
//! SHA-256, so that equal lines mean equal octets.

use crate::runner::hex;
use injang::response::{Decision as Details, Finding};
use injang::{Acceptance, Check, Decision, FindingCode, Report, SubIndication, Time, VidLayout};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// What a function that judges returns in C.
pub(super) const fn code(acceptance: Acceptance) -> u8 {
    match acceptance {
        Acceptance::Accepted => 0,
        Acceptance::Rejected => 1,
        Acceptance::Undetermined => 2,
    }
}

/// SHA-256 of octets; `-` where there are none at all.
fn sha256(octets: Option<&[u8]>) -> String {
    octets.map_or_else(|| "-".to_owned(), |it| hex(&Sha256::digest(it)))
}

/// What follows, then the SHA-256 of the content and of some texts; `-` for no content.
pub(super) fn digests(acceptance: Acceptance, content: Option<&[u8]>, texts: [&str; 3]) -> String {
    let texts = texts.map(|it| sha256(Some(it.as_bytes()))).join("\t");
    format!("{}\t{}\t{texts}", acceptance.name(), sha256(content))
}

/// `code verdict sub-indication identity content`, then the document's checks and findings, then each
/// signer.
pub(super) fn report(report: &Report, code: u8) -> String {
    let details = report.details();
    let (verdict, sub) = (report.verdict(), report.verdict().sub_indication());
    let sub = sub.map_or(0, SubIndication::number);
    let identity = report.identity().number();
    let content = report.untrusted_content();
    let content = sha256(content.filter(|_| code == 0));
    let mut line = format!("{code} {} {sub} {identity} {content}", verdict.number());
    add_checks(&mut line, &details.checks, &details.findings);
    for (index, signer) in details.signers.iter().enumerate() {
        let view = report.signer(index).expect("a signer");
        let sub = signer
            .verdict
            .sub_indication()
            .map_or(0, SubIndication::number);
        let time = signer.claimed_signing_time.map_or(i64::MIN, Time::unix);
        let _ = write!(
            line,
            "\tS {} {sub} {} {} {} {time} {} {}",
            signer.verdict.number(),
            signer.sign_type.number(),
            signer.reading.number(),
            u8::from(signer.is_verified_key),
            view.serial().map_or_else(|| "-".to_owned(), hex),
            sha256(view.certificate().as_ref().map(injang::Certificate::octets)),
        );
        add_checks(&mut line, &signer.checks, &signer.findings);
        for (position, certificate) in signer.path.certificates.iter().enumerate() {
            let octets = view.path_certificate(position);
            let octets = sha256(octets.as_ref().map(injang::Certificate::octets));
            let _ = write!(line, " P{} {octets}", certificate.origin.number());
            add_checks(&mut line, &certificate.checks, &certificate.findings);
            for evidence in &certificate.evidence {
                let _ = write!(
                    line,
                    " E{}.{}.{}",
                    evidence.kind.number(),
                    evidence.origin.number(),
                    evidence.this_update.unix()
                );
            }
        }
    }
    for piece in &details.revocation_data.pieces {
        let unused = piece
            .unused
            .as_ref()
            .map_or(0, injang_core::report::Reason::number);
        let _ = write!(line, " R{}.{unused}", piece.kind.number());
    }
    line
}

fn add_checks(line: &mut String, checks: &[Check], findings: &[FindingCode]) {
    for check in checks {
        let sub = check
            .outcome
            .sub_indication()
            .map_or(0, SubIndication::number);
        let reason = check
            .reason
            .as_ref()
            .map_or(0, injang_core::report::Reason::number);
        let position = check
            .position
            .map_or(-1, |it| i64::try_from(it).unwrap_or(-1));
        let _ = write!(
            line,
            " {}.{}.{sub}.{reason}.{position}",
            check.id.number(),
            check.outcome.number()
        );
    }
    for finding in findings {
        let _ = write!(line, " F{}", finding.number());
    }
}

/// `code`, then of the answer verdict, VID and CI, its reasons and notes, and each document.
pub(super) fn decision(decision: &Decision) -> String {
    let code = code(decision.acceptance());
    let mut line = code.to_string();
    for (answer, details) in decision.details().enumerate() {
        add_answer(&mut line, details);
        let reports = decision.reports(answer);
        for (document, own) in details.documents.iter().zip(reports) {
            let own_code = match self::code(own.acceptance()) {
                0 => code,
                own => own,
            };
            let _ = write!(line, "\tD {} {}", document.id, report(&own, own_code));
        }
    }
    line
}

fn add_answer(line: &mut String, details: &Details) {
    let _ = write!(
        line,
        " {} {} {}",
        details.verdict.number(),
        details.identity.vid.number(),
        details.identity.ci.number()
    );
    for (kind, findings) in [('r', &details.reasons), ('n', &details.notes)] {
        for Finding {
            code,
            effect,
            document,
            ..
        } in findings
        {
            let document = document.as_deref().unwrap_or("-");
            let _ = write!(
                line,
                " {kind}{}.{}.{document}",
                code.number(),
                effect.number()
            );
        }
    }
}

/// Layouts count from 1 in C as here.
const _: () = assert!(VidLayout::CiThenSerial.number() == 1);
