//! The verdict on the signature alone, to compare with verifiers that leave trust out.

use injang_core::report::{Check, CheckId, Outcome};
use injang_core::{Report, Verdict};

/// The checks on trust, time and strength, and not on what was signed.
const OF_TRUST: [CheckId; 4] = [
    CheckId::AlgorithmStrength,
    CheckId::Path,
    CheckId::Validity,
    CheckId::Revocation,
];

/// The verdict that a report would have if nothing but the document, the content and the signature
/// had been looked at: the worst of all other checks, named by the first of them.
pub(crate) fn signature_level(report: &Report) -> Verdict {
    let signers = report.signers.iter().flat_map(|signer| &signer.checks);
    let checks = report
        .checks
        .iter()
        .chain(signers.filter(|check| !OF_TRUST.contains(&check.id)));
    let first = |verdict: fn(&Check) -> Option<Verdict>| checks.clone().find_map(verdict);
    let failed = first(|check| match check.outcome {
        Outcome::Failed(sub_indication) => Some(Verdict::TotalFailed(sub_indication)),
        _ => None,
    });
    let undecided = first(|check| match check.outcome {
        Outcome::Indeterminate(sub_indication) => Some(Verdict::Indeterminate(sub_indication)),
        _ => None,
    });
    let verdict = failed.or(undecided).unwrap_or(Verdict::TotalPassed);
    let is_verified = report.signers.iter().all(|signer| signer.is_verified_key);
    assert!(
        verdict != Verdict::TotalPassed || is_verified,
        "a signature that was not verified passes"
    );
    verdict
}
