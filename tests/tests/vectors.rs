//! Every vector comes out as it expects, under every backend.

use injang_tests::backends::{backends, is_quick};
use injang_tests::case::Verdict;
use injang_tests::runner::{Inputs, expected, folder, judge, vectors};
use std::collections::HashMap;

#[test]
fn every_vector_under_every_backend() {
    let vectors = vectors();
    assert!(vectors.len() > 500, "only {} vectors", vectors.len());
    let mut wrong = Vec::new();
    for vector in &vectors {
        if is_quick() && !wrong.is_empty() {
            break;
        }
        let inputs = Inputs::read(vector);
        for crypto in backends() {
            if crypto.name() == "aws-lc-rs" && NOT_IN_AWS_LC.contains(&vector.name.as_str()) {
                // What aws-lc alone does not compute is undecided there.
                let evidence = inputs.evidence(crypto);
                let policy = inputs.policy(&vector.case, &evidence, crypto);
                let request = inputs.request(&vector.case);
                let report = inputs.audit(&policy, &request);
                let undecided = injang_core::Verdict::Indeterminate(
                    injang_core::SubIndication::CryptoConstraintsFailure,
                );
                assert_eq!(report.verdict, undecided, "{}", vector.name);
                continue;
            }
            let (expected, actual) = (expected(&vector.case), judge(vector, &inputs, crypto));
            if expected != actual {
                wrong.push(format!(
                    "{} ({})\n  expected {expected:?}\n  actual   {actual:?}",
                    vector.name,
                    crypto.name()
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Vectors whose algorithm aws-lc leaves to RustCrypto: SHA-224, SHA-1 on P-384, and RSASSA-PSS with
/// SHA-1, a short key, or a mask and a salt of another size than the digest's.
const NOT_IN_AWS_LC: [&str; 26] = [
    "algorithm/ecdsa-sha224",
    "algorithm/rsa-sha224",
    "algorithm/rsa-sha224-named",
    "content/detached-digest-sha224",
    "curves/p384-sha1-attributes",
    "curves/p384-sha224-attributes",
    "pss/all-explicit-defaults",
    "pss/all-omitted",
    "pss/key-of-1024-bits",
    "pss/mask-of-sha1",
    "pss/mask-of-sha512",
    "pss/mask-omitted",
    "pss/salt-0",
    "pss/salt-2-to-31",
    "pss/salt-20",
    "pss/salt-32-called-20",
    "pss/salt-above-maximal",
    "pss/salt-explicit-default",
    "pss/salt-maximal",
    "pss/salt-omitted",
    "pss/sha1-attributes",
    "pss/sha1-message",
    "pss/sha1-plain-hash",
    "pss/sha224-attributes",
    "pss/sha224-message",
    "pss/sha224-plain-hash",
];

/// What `CHECKLIST.md` says of known bypasses is so: each has vectors that must not pass and honest
/// twins that must, and they exist.
#[test]
fn every_known_bypass_has_its_vectors() {
    let text = std::fs::read_to_string(folder().join("CHECKLIST.md")).expect("CHECKLIST.md");
    let known: HashMap<String, bool> = vectors()
        .into_iter()
        .map(|vector| {
            let is_good = vector.case.expect.verdict == Verdict::TotalPassed;
            (vector.name, is_good)
        })
        .collect();
    let mut rows = 0;
    for line in text.lines() {
        let columns: Vec<&str> = line.split('|').collect();
        let [_, number, _, refused, honest, _] = columns[..] else {
            continue;
        };
        if number.trim().parse::<u32>().is_err() {
            continue;
        }
        rows += 1;
        for (column, wanted) in [(refused, false), (honest, true)] {
            let names: Vec<&str> = column.split('`').skip(1).step_by(2).collect();
            assert!(!names.is_empty(), "row {number} has an empty column");
            for name in names {
                assert_eq!(
                    known.get(name),
                    Some(&wanted),
                    "row {number}: {name} (none: no such vector)"
                );
            }
        }
    }
    assert!(rows > 30, "only {rows} rows");
}
