//! Injang's judgement of a scene. It is the only file here that knows Injang's interface.

use super::render::{AT, Files};
use injang_core::report::{CertificateReport, CheckId, FindingCode, Outcome};
use injang_core::{
    Certificate, Policy, Revocation, RevocationData, SubIndication, Time, TrustAnchor, Verdict,
};
use injang_crypto::Combined;

/// The status of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Not revoked.
    Good,
    /// Revoked.
    Revoked,
    /// Undecided, or something else is wrong.
    Unknown,
}

/// What Injang says.
#[derive(Clone, Debug)]
pub struct Ours {
    /// The status.
    pub word: Word,
    /// Whether it was revoked after the time asked.
    pub is_revoked_later: bool,
    /// The reason, for people.
    pub reason: String,
}

/// Judges a scene.
///
/// # Panics
/// If a file can't be read: Injang reads all of them.
pub fn judge(files: &Files) -> Ours {
    let anchor = TrustAnchor::from_certificate(&files.root).expect("anchor");
    let mut evidence = RevocationData::new();
    for octets in files.crls.iter().chain(&files.ocsp) {
        evidence.add(octets, &Combined).expect("evidence");
    }
    let read = |octets| Certificate::from_der(octets).expect("certificate");
    let at = Time::from_unix(AT).expect("time");
    let policy = Policy::new(&Combined, [anchor], Revocation::Require(&evidence));
    let others: Vec<_> = files.others.iter().map(|octets| read(octets)).collect();
    word(&policy.audit_certificate(&read(&files.end), &others, at))
}

fn word(report: &CertificateReport) -> Ours {
    let revocation = report
        .checks
        .iter()
        .find(|check| check.id == CheckId::Revocation);
    let word = match report.verdict {
        Verdict::TotalPassed => Word::Good,
        _ => match revocation.map(|check| check.outcome) {
            Some(Outcome::Failed(SubIndication::Revoked)) => Word::Revoked,
            _ => Word::Unknown,
        },
    };
    let reasons = report.checks.iter().filter_map(|check| {
        let is_passed = check.outcome == Outcome::Passed;
        let reason = check.reason.as_ref().filter(|_| !is_passed)?;
        Some(format!("{}: {reason}", check.id.name()))
    });
    Ours {
        word,
        is_revoked_later: report.findings.contains(&FindingCode::RevokedLater),
        reason: reasons.collect::<Vec<_>>().join("; "),
    }
}
