//! C2SP x509-limbo: the cases that matter outside TLS. Host names are not looked at.
//!
//! The certificates that are trusted there are to be validated too, so anchors constrain here what
//! is below them. Where the outcome differs all the same, the list says why, and an entry that no
//! case needs any more fails.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use injang_core::{
    Budget, Certificate, CryptoBackend, OidBuf, Policy, Revocation, RevocationData, Time,
    TrustAnchor, Verdict,
};
use injang_crypto::{Combined, RustCrypto};
use injang_tests::corpora::folder;
use serde::Deserialize;
use std::fs;

/// Cases that come out otherwise than expected there, and why that is right.
const DIVERGENCES: &[(&str, &str)] = &[
    ("crl::crlnumber-missing", PROFILE),
    ("crl::crlnumber-critical", PROFILE),
    ("rfc5280::aki::intermediate-missing-aki", HINTS),
    ("rfc5280::aki::cross-signed-root-missing-aki", HINTS),
    ("rfc5280::ski::root-missing-ski", HINTS),
    ("rfc5280::ski::intermediate-missing-ski", HINTS),
    ("rfc5280::nc::permitted-dns-match-noncritical", PROCESSED),
    ("rfc5280::pc::ica-noncritical-pc", PROCESSED),
    (
        "rfc5280::serial::too-long",
        "serial numbers of 21 octets and more are real: half of Kakao's",
    ),
    (
        "rfc5280::validity::expired-root",
        "an anchor is a name and a key (RFC 5280 6.1.1 d); the certificate's dates are none of RFC 5937's constraints",
    ),
    ("rfc5280::ca-empty-subject", PROFILE),
    ("rfc5280::leaf-ku-keycertsign", PROFILE),
    (
        "rfc5280::ca-as-leaf",
        "a signer's keyUsage, when present, must have digitalSignature or nonRepudiation",
    ),
];

/// A rule for those who issue, that RFC 5280 6 does not ask of those who validate.
const PROFILE: &str = "a rule of the profile for CAs (RFC 5280 4 and 5), not of validation (6)";
const HINTS: &str = "key identifiers are hints: what counts is whether the signature verifies";
const PROCESSED: &str = "a constraint is processed whether it is marked critical or not";

#[derive(Deserialize)]
struct Limbo {
    testcases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    expected_result: String,
    trusted_certs: Vec<String>,
    untrusted_intermediates: Vec<String>,
    peer_certificate: String,
    validation_time: Option<String>,
    extended_key_usage: Vec<String>,
    max_chain_depth: Option<usize>,
    #[serde(default)]
    crls: Vec<String>,
}

/// What is in a PEM block.
fn unarmored(pem: &str) -> Vec<u8> {
    let symbols: String = pem
        .lines()
        .filter(|line| !line.starts_with("-----"))
        .collect();
    STANDARD.decode(symbols).expect("base64")
}

/// Whether a case passes; a certificate or a CRL that can't be read is none.
fn passes(case: &Case, crypto: &dyn CryptoBackend) -> bool {
    let all = |pems: &[String]| pems.iter().map(|pem| unarmored(pem)).collect::<Vec<_>>();
    let (trusted, others) = (all(&case.trusted_certs), all(&case.untrusted_intermediates));
    let (crls, end) = (all(&case.crls), unarmored(&case.peer_certificate));
    let mut evidence = RevocationData::new();
    let is_read = crls.iter().all(|crl| evidence.add(crl, crypto).is_ok());
    let anchors: Vec<_> = trusted
        .iter()
        .filter_map(|it| TrustAnchor::from_certificate(it).ok())
        .collect();
    let others: Vec<_> = others
        .iter()
        .filter_map(|it| Certificate::from_der(it).ok())
        .collect();
    let Ok(end) = Certificate::from_der(&end) else {
        return false;
    };
    let revocation = if crls.is_empty() {
        Revocation::NotChecked
    } else {
        Revocation::Require(&evidence)
    };
    // Any time at which its certificates are valid will do where a case names none.
    let at = case
        .validation_time
        .as_deref()
        .unwrap_or("2025-01-01T00:00:00Z");
    let mut budget = Budget::default();
    if let Some(depth) = case.max_chain_depth {
        budget.depth = depth;
    }
    let at = Time::parse(at).expect("time");
    let mut policy = Policy::new(crypto, anchors, revocation)
        .anchor_constraints(true)
        .budget(budget);
    if case
        .extended_key_usage
        .iter()
        .any(|usage| usage == "serverAuth")
    {
        policy = policy.purpose(OidBuf::parse("1.3.6.1.5.5.7.3.1").expect("OID").as_oid());
    }
    is_read && policy.audit_certificate(&end, &others, at).verdict == Verdict::TotalPassed
}

#[test]
fn every_case_comes_out_as_expected_or_is_listed() {
    let Some(folder) = folder("x509_limbo") else {
        return;
    };
    let text = fs::read_to_string(folder.join("limbo.json")).expect("limbo.json");
    let limbo: Limbo = serde_json::from_str(&text).expect("cases");
    assert_eq!(limbo.testcases.len(), 73);
    let mut unlisted = Vec::new();
    for crypto in [&Combined as &dyn CryptoBackend, &RustCrypto] {
        let mut listed = Vec::new();
        for case in &limbo.testcases {
            let passed = passes(case, crypto);
            let agrees = passed == (case.expected_result == "SUCCESS");
            let known = DIVERGENCES
                .iter()
                .any(|(id, reason)| *id == case.id && !reason.is_empty());
            match (agrees, known) {
                (false, true) => listed.push(case.id.as_str()),
                (false, false) => unlisted.push(format!(
                    "{}: expected {}, passed {passed}",
                    case.id, case.expected_result
                )),
                (true, _) => {}
            }
        }
        let stale: Vec<_> = DIVERGENCES
            .iter()
            .map(|(id, _)| *id)
            .filter(|id| !listed.contains(id))
            .collect();
        assert!(stale.is_empty(), "no divergences any more: {stale:?}");
    }
    assert!(unlisted.is_empty(), "{}", unlisted.join("\n"));
}
