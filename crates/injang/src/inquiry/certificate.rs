//! A certificate by itself, judged as a signer's would be.

use super::paths::Paths;
use crate::chain::Pool;
use crate::cms::CertificateChoice;
use crate::evidence::Evidence;
use crate::policy::Policy;
use crate::questions::Questions;
use crate::report::{CertificateReport, FindingCode, Origin, verdict_of};
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
    paths.start(&[origin]);
    paths.settle(&mut questions);
    while !questions.open().is_empty() {
        questions.ask(policy.crypto);
        paths.settle(&mut questions);
    }
    let outcome = paths.conclude(origin, &questions);
    let checks = Vec::from([
        outcome.strength,
        outcome.path,
        outcome.validity,
        outcome.revocation,
    ]);
    let mut findings = Vec::new();
    if let Some(CertificateChoice::Certificate(certificate)) = certificates.first() {
        if !certificate.serial_is_positive() {
            findings.push(FindingCode::SerialNotPositive);
        }
        if !certificate.is_usual() {
            findings.push(FindingCode::CertificateNotDer);
        }
    }
    for finding in outcome.findings {
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    }
    CertificateReport {
        verdict: verdict_of(&checks),
        conditions: policy.conditions(),
        checks,
        findings,
        path: outcome.report,
        revocation_data: paths.revocation_data(&[]),
    }
}
