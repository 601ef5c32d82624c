//! C2SP x509-limbo: the cases that matter outside TLS.
//!
//! certval is given every path that names and signatures make, and passes a case if it passes one.

use crate::reference_validators::{ANY, Certval, Inputs, Ours, Theirs, policy, said};
use crate::{Divergence, hold};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use injang_core::{Certificate, Time, TrustAnchor};
use injang_tests::corpora::folder;
use serde::Deserialize;
use std::fs;

#[derive(Deserialize)]
struct Limbo {
    testcases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    trusted_certs: Vec<String>,
    untrusted_intermediates: Vec<String>,
    peer_certificate: String,
    validation_time: Option<String>,
    extended_key_usage: Vec<String>,
    max_chain_depth: Option<u8>,
}

/// Cases on which certval differs, and why Injang, which says what Limbo expects, is right.
const DIVERGENCES: &[Divergence] = &[
    Divergence {
        cases: &["cve::cve-2025-61727"],
        reason: "excluded is one of the hosts that a name with a wildcard stands for",
    },
    Divergence {
        cases: &["rfc5280::eku::ee-eku-empty"],
        reason: "extKeyUsage has at least one member (RFC 5280 4.2.1.12)",
    },
    Divergence {
        cases: &["rfc5280::nc::nc-permits-invalid-dns-san"],
        reason: "what is no host name is inside of no subtree; certval compares the last octets",
    },
    Divergence {
        cases: &["rfc5280::root-missing-basic-constraints"],
        reason: "an anchor with extensions among which basicConstraints is missing says that it is \
                 no CA, and issues nothing",
    },
    Divergence {
        cases: &["rfc5280::duplicate-extensions"],
        reason: "no extension stands twice (RFC 5280 4.2), be it critical or not",
    },
];

/// What is in a PEM block.
fn unarmored(pem: &str) -> Vec<u8> {
    let lines = pem.lines().filter(|line| !line.starts_with("-----"));
    STANDARD.decode(lines.collect::<String>()).expect("base64")
}

/// What Injang says, which looks for the path itself; a certificate that can't be read is none.
fn ours(end: &[u8], others: &[Vec<u8>], anchors: &[Vec<u8>], inputs: &Inputs) -> Ours {
    let read = |it| Certificate::from_der(it).ok();
    let others: Vec<_> = others.iter().filter_map(|it| read(it)).collect();
    let anchors = anchors
        .iter()
        .filter_map(|it| TrustAnchor::from_certificate(it).ok());
    match read(end) {
        Some(end) => said(&policy(anchors, inputs).audit_certificate(&end, &others, inputs.at)),
        None => Ours::Unreadable,
    }
}

fn judge(certval: &Certval, case: &Case) -> (String, Ours, Theirs) {
    let all = |pems: &[String]| pems.iter().map(|pem| unarmored(pem)).collect::<Vec<_>>();
    let (anchors, others) = (all(&case.trusted_certs), all(&case.untrusted_intermediates));
    let end = unarmored(&case.peer_certificate);
    // Any time at which its certificates are valid will do where a case names none.
    let at = case.validation_time.as_deref();
    let is_server = case.extended_key_usage.iter().any(|it| it == "serverAuth");
    let inputs = Inputs {
        at: Time::parse(at.unwrap_or("2025-01-01T00:00:00Z")).expect("time"),
        initial: [ANY.to_owned()].into(),
        explicit: false,
        inhibit_mapping: false,
        inhibit_any: false,
        anchor_constraints: true,
        purpose: is_server.then(|| "1.3.6.1.5.5.7.3.1".to_owned()),
        depth: case.max_chain_depth,
    };
    let judged: Vec<_> = certval
        .paths(&end, &others, &anchors)
        .iter()
        .map(|path| certval.judge(path, &inputs))
        .collect();
    let best = judged.iter().find(|it| it.is_valid()).or(judged.first());
    let theirs = best.cloned().unwrap_or(Theirs::Unreadable);
    let ours = ours(&end, &others, &anchors, &inputs);
    (case.id.clone(), ours, theirs)
}

#[test]
fn limbo_comes_out_alike() {
    let Some(folder) = folder("x509_limbo") else {
        return;
    };
    let text = fs::read_to_string(folder.join("limbo.json")).expect("limbo.json");
    let limbo: Limbo = serde_json::from_str(&text).expect("cases");
    assert_eq!(limbo.testcases.len(), 73);
    let certval = Certval::new();
    hold(
        limbo.testcases.iter().map(|case| judge(&certval, case)),
        DIVERGENCES,
    );
}
