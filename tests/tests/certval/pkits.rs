//! NIST PKITS, without its CRLs: what remains is the path.

use crate::reference_validators::{ANY, Certval, Inputs, Path, ours};
use crate::{Divergence, hold};
use injang_core::Time;
use injang_tests::corpora::folder;
use serde::Deserialize;
use std::{fs, slice};

#[derive(Deserialize)]
struct Case {
    test_number: String,
    trust_anchor: String,
    cert_path: Vec<String>,
    validation_time: String,
    initial_policy_set: Vec<String>,
    initial_explicit_policy: bool,
    initial_policy_mapping_inhibit: bool,
    initial_inhibit_any_policy: bool,
}

/// Cases on which certval differs, and why Injang, which says what NIST expects, is right.
const DIVERGENCES: &[Divergence] = &[Divergence {
    cases: &["4.2.3"],
    reason: "UTCTime of 1950 to 1969 is before 1970, where certval's reader of DER begins",
}];

fn policy(name: &str) -> String {
    match name.strip_prefix("NIST-test-policy-") {
        Some(number) => format!("2.16.840.1.101.3.2.1.48.{number}"),
        None => ANY.to_owned(),
    }
}

#[test]
fn pkits_comes_out_alike() {
    let Some(folder) = folder("pkits") else {
        return;
    };
    let text = fs::read_to_string(folder.join("cases.json")).expect("cases.json");
    let cases: Vec<Case> = serde_json::from_str(&text).expect("cases");
    assert_eq!(cases.len(), 249);
    let read = |file: &String| fs::read(folder.join(file)).expect("file of a case");
    let certval = Certval::new();
    let judged = cases.iter().map(|case| {
        let anchor = read(&case.trust_anchor);
        let mut certificates: Vec<_> = case.cert_path.iter().map(read).collect();
        // The anchor is listed there too, and so are those who issue CRLs.
        certificates.retain(|it| *it != anchor);
        let (end, others) = certificates.split_last().expect("a path");
        let path = certval.paths(end, others, slice::from_ref(&anchor)).pop();
        // One with a broken signature leads nowhere and is judged as it stands.
        let path = path.unwrap_or(Path {
            anchor,
            certificates,
        });
        let inputs = Inputs {
            at: Time::parse(&case.validation_time).expect("time"),
            initial: case
                .initial_policy_set
                .iter()
                .map(|it| policy(it))
                .collect(),
            explicit: case.initial_explicit_policy,
            inhibit_mapping: case.initial_policy_mapping_inhibit,
            inhibit_any: case.initial_inhibit_any_policy,
            anchor_constraints: false,
            purpose: None,
            depth: None,
        };
        let (ours, theirs) = (ours(&path, &inputs), certval.judge(&path, &inputs));
        (case.test_number.clone(), ours, theirs)
    });
    hold(judged, DIVERGENCES);
}
