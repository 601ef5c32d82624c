//! NIST PKITS 1.0.1: 249 path validation cases, each with its CRLs and policy inputs.

use injang_core::report::{CertificateReport, CheckId, Outcome, Reason};
use injang_core::{
    Certificate, CryptoBackend, OidBuf, Policy, Revocation, RevocationData, Time, TrustAnchor,
    Verdict,
};
use injang_tests::backends::backends;
use injang_tests::corpora::folder;
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// One case of `cases.json`; files are relative to its folder.
#[derive(Deserialize)]
struct Case {
    test_number: String,
    name: String,
    trust_anchor: String,
    cert_path: Vec<String>,
    crls: Vec<String>,
    validation_time: String,
    initial_policy_set: Vec<String>,
    initial_explicit_policy: bool,
    initial_policy_mapping_inhibit: bool,
    initial_inhibit_any_policy: bool,
    expected: String,
    expected_user_constrained_policy_set: Vec<String>,
}

/// The OID of a policy by its name in PKITS (NIST's arc for test policies).
fn policy(name: &str) -> OidBuf {
    let text = match name.strip_prefix("NIST-test-policy-") {
        Some(number) => format!("2.16.840.1.101.3.2.1.48.{number}"),
        None if name == "anyPolicy" => "2.5.29.32.0".to_owned(),
        None => panic!("policy {name}"),
    };
    OidBuf::parse(&text).expect("an OID")
}

fn judge(folder: &Path, case: &Case, crypto: &dyn CryptoBackend) -> Option<CertificateReport> {
    let read = |file: &String| fs::read(folder.join(file)).expect("file of a case");
    let anchor = TrustAnchor::from_certificate(&read(&case.trust_anchor)).expect("anchor");
    let certificates: Vec<_> = case.cert_path.iter().map(read).collect();
    let crls: Vec<_> = case.crls.iter().map(read).collect();
    let mut evidence = RevocationData::new();
    for crl in &crls {
        // The same with one CRL.
        let is_read = evidence.add(crl, crypto).is_ok();
        assert!(is_read || case.name.contains("Invalid Bad CRL Signature"));
    }
    let at = Time::parse(&case.validation_time).expect("time");
    let initial: Vec<_> = case
        .initial_policy_set
        .iter()
        .map(|it| policy(it))
        .collect();
    let (end, others) = certificates.split_last().expect("a path");
    // Two certificates have a broken signature that is no whole number of octets: they can't be
    // read, and are not there.
    let end = Certificate::from_der(end).ok()?;
    let others = others
        .iter()
        .filter_map(|it| Certificate::from_der(it).ok());
    let report = Policy::new(crypto, [anchor], Revocation::Require(&evidence))
        .acceptable_policies(initial.iter().map(OidBuf::as_oid))
        .require_explicit_policy(case.initial_explicit_policy)
        .inhibit_policy_mapping(case.initial_policy_mapping_inhibit)
        .inhibit_any_policy(case.initial_inhibit_any_policy)
        .intermediates(others)
        .audit_certificate(&end, &[], at);
    Some(report)
}

/// Whether a check could not be decided because an algorithm is not known.
fn is_unsupported(report: &CertificateReport) -> bool {
    report.checks.iter().any(|check| {
        matches!(check.outcome, Outcome::Indeterminate(_))
            && matches!(check.reason, Some(Reason::AlgorithmUnsupported(_)))
    })
}

#[test]
fn every_case_comes_out_as_expected() {
    let Some(folder) = folder("pkits") else {
        return;
    };
    let text = fs::read_to_string(folder.join("cases.json")).expect("cases.json");
    let cases: Vec<Case> = serde_json::from_str(&text).expect("cases");
    assert_eq!(cases.len(), 249);
    let mut wrong = Vec::new();
    let mut unsupported = 0;
    for crypto in backends() {
        for case in &cases {
            let Some(report) = judge(&folder, case, crypto) else {
                assert_eq!(case.expected, "invalid", "{}", case.name);
                continue;
            };
            // Of 4.1.6 the signature is one that can't be read.
            let is_dsa = ["4.1.4", "4.1.5"].contains(&case.test_number.as_str());
            if is_dsa {
                unsupported += 1;
            }
            let is_right = match (is_dsa, case.expected.as_str()) {
                (true, _) => report.verdict != Verdict::TotalPassed && is_unsupported(&report),
                (false, "valid") => {
                    let expected: Vec<_> = case
                        .expected_user_constrained_policy_set
                        .iter()
                        .map(|it| policy(it))
                        .collect();
                    report.verdict == Verdict::TotalPassed && report.path.policies == expected
                }
                (false, _) => report.verdict != Verdict::TotalPassed,
            };
            if !is_right {
                let why = report
                    .checks
                    .iter()
                    .filter(|check| check.id != CheckId::AlgorithmStrength)
                    .filter_map(|check| check.reason.as_ref())
                    .map(ToString::to_string)
                    .collect::<Vec<_>>();
                wrong.push(format!(
                    "{} {} ({}): expected {} {:?}, got {} {:?} {why:?}",
                    case.test_number,
                    case.name,
                    crypto.name(),
                    case.expected,
                    case.expected_user_constrained_policy_set,
                    report.verdict.name(),
                    report.path.policies,
                ));
            }
        }
    }
    assert_eq!(
        unsupported,
        2 * backends().len(),
        "cases with DSA under each provider"
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
