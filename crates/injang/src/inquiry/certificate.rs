//! A certificate by itself, judged as a signer's would be.

use super::findings::{self, with_positions};
use super::paths::Paths;
use crate::algorithm::KeyFault;
use crate::chain::Pool;
use crate::cms::CertificateChoice;
use crate::evidence::Evidence;
use crate::policy::Policy;
use crate::questions::{Questions, unsupported_length};
use crate::report::{CertificateReport, Check, FindingCode, Origin, Reason, verdict_of};
use crate::tolerance::Tolerances;
use crate::verify::signature;
use crate::x509::Certificate;
use alloc::vec::Vec;

impl Policy<'_> {
    /// Describes a certificate as if somebody had signed with it: its path to a trust anchor over
    /// `others` and the policy's intermediates, whether it was valid, and whether it had been
    /// revoked. In the report, index 0 of the document's certificates is this one, and 1 and above
    /// are `others`.
    ///
    /// ```
    /// # use injang::{Certificate, Policy};
    /// fn is_good(policy: &Policy<'_>, der: &[u8]) -> Result<bool, injang::Error> {
    ///     let report = policy.audit_certificate(&Certificate::from_der(der)?, &[]);
    ///     Ok(report.verdict.name() == "TOTAL-PASSED")
    /// }
    /// ```
    pub fn audit_certificate(
        &self,
        certificate: &Certificate<'_>,
        others: &[Certificate<'_>],
    ) -> CertificateReport {
        let all: Vec<_> = core::iter::once(certificate)
            .chain(others)
            .map(|certificate| CertificateChoice::Certificate(*certificate))
            .collect();
        let octets: usize = others.iter().map(|other| other.octets().len()).sum();
        let input = (certificate.octets().len() + octets) as u64;
        judge(self, &all, input)
    }
}

fn judge<'a>(
    policy: &'a Policy<'a>,
    certificates: &'a [CertificateChoice<'a>],
    input: u64,
) -> CertificateReport {
    let mut questions = Questions::new(policy.budget, input);
    let mut paths = Paths::new(policy, Pool::new(policy, certificates), Evidence::new());
    let origin = Origin::Document(0);
    paths.start(origin, &mut questions);
    paths.settle(&mut questions);
    while !questions.open().is_empty() {
        questions.ask(policy.crypto);
        paths.settle(&mut questions);
    }
    let outcome = paths.conclude(origin, &questions);
    let certificate = match certificates.first() {
        Some(CertificateChoice::Certificate(certificate)) => Some(certificate),
        _ => None,
    };
    let found = with_positions(&outcome.report);
    // Where no path leads from the certificate, its own findings count all the same.
    let own = certificate.map_or(Tolerances::default(), Certificate::tolerances);
    let own = findings::findings(own).map(|finding| (finding, Some(0)));
    let found: Vec<_> = own.chain(found).collect();
    let strength = certificate.and_then(check_key).unwrap_or(outcome.strength);
    let checks = Vec::from([
        findings::check_profile(policy.profile, found.iter().copied()),
        strength,
        outcome.path,
        outcome.validity,
        outcome.revocation,
    ]);
    let mut findings = Vec::new();
    for (finding, _) in found {
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    }
    if outcome.is_revoked_later {
        findings.push(FindingCode::RevokedLater);
    }
    CertificateReport {
        verdict: verdict_of(&checks),
        at: policy.at,
        checks,
        findings,
        path: outcome.report,
    }
}

/// Why nobody can sign with the key of a certificate so that it would verify here; `None` if its
/// key is known and can be used. No signature of the key itself is asked about, so nothing else
/// says so.
fn check_key(certificate: &Certificate<'_>) -> Option<Check> {
    let reason = match certificate.public_key().public_key() {
        Ok(key) => unsupported_length(key)?,
        Err(KeyFault::Unsupported(oid)) => Reason::AlgorithmUnsupported(oid.into()),
        Err(KeyFault::TooLong { bits }) => Reason::KeyLengthUnsupported { bits },
        Err(KeyFault::Unusable) => Reason::KeyUnusable,
    };
    Some(signature::check_strength(Some(reason)).about(0))
}
