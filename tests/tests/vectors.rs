//! Every vector comes out as it expects, under every backend: one test for each, called by its name.
//! `cargo test --test vectors -- chain/path-length` runs the cases whose names have that text.

use injang_core::{SubIndication, Verdict};
use injang_tests::backends::{backends, is_quick};
use injang_tests::case;
use injang_tests::runner::{Inputs, Vector, expected, folder, judge, vectors};
use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::Value;
use std::collections::HashMap;
use std::fs;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether a vector came out otherwise than it expects, which ends a quick run.
static IS_WRONG: AtomicBool = AtomicBool::new(false);

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let vectors = vectors();
    assert!(vectors.len() > 3_000, "only {} vectors", vectors.len());
    let mut trials: Vec<Trial> = vectors.into_iter().map(trial).collect();
    let others: [(&str, fn()); 3] = [
        (
            "every_case_follows_the_schema",
            every_case_follows_the_schema,
        ),
        (
            "every_known_bypass_has_its_vectors",
            every_known_bypass_has_its_vectors,
        ),
        ("every_exception_is_a_vector", every_exception_is_a_vector),
    ];
    let other = |(name, test): (&str, fn())| {
        Trial::test(name, move || {
            test();
            Ok(())
        })
    };
    trials.extend(others.map(other));
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn trial(vector: Vector) -> Trial {
    Trial::test(vector.name.clone(), move || {
        if is_quick() && IS_WRONG.load(Ordering::Relaxed) {
            return Ok(());
        }
        let outcome = comes_out_as_expected(&vector);
        IS_WRONG.fetch_or(outcome.is_err(), Ordering::Relaxed);
        outcome
    })
}

fn comes_out_as_expected(vector: &Vector) -> Result<(), Failed> {
    let inputs = Inputs::read(vector);
    for crypto in backends() {
        if crypto.name() == "aws-lc-rs" && NOT_IN_AWS_LC.contains(&vector.name.as_str()) {
            // What aws-lc alone does not compute is undecided there.
            let evidence = inputs.evidence(crypto);
            let policy = inputs.policy(&vector.case, &evidence, crypto);
            let report = inputs.audit(&policy, injang_core::Claim::none());
            let undecided = Verdict::Indeterminate(SubIndication::CryptoConstraintsFailure);
            if report.verdict != undecided {
                return Err(format!("aws-lc-rs: {:?}", report.verdict).into());
            }
            continue;
        }
        let (expected, actual) = (expected(&vector.case), judge(vector, &inputs, crypto));
        if expected != actual {
            let name = crypto.name();
            return Err(format!("{name}\n  expected {expected:?}\n  actual   {actual:?}").into());
        }
    }
    Ok(())
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
fn every_known_bypass_has_its_vectors() {
    let text = fs::read_to_string(folder().join("CHECKLIST.md")).expect("CHECKLIST.md");
    let known: HashMap<String, bool> = vectors()
        .into_iter()
        .map(|vector| {
            let is_good = vector.case.expect.verdict == case::Verdict::TotalPassed;
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

fn every_case_follows_the_schema() {
    let schema = fs::read_to_string(folder().join("schema.json")).expect("schema.json");
    let schema: Value = serde_json::from_str(&schema).expect("schema.json is JSON");
    let validator = jsonschema::draft202012::new(&schema).expect("schema.json is a schema");
    for vector in vectors() {
        let text = fs::read_to_string(vector.folder.join("case.json")).expect("case.json");
        let value: Value = serde_json::from_str(&text).expect("case.json is JSON");
        let wrong: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(wrong.is_empty(), "{}: {wrong:?}", vector.name);
    }
}

fn every_exception_is_a_vector() {
    let vectors = vectors();
    for name in NOT_IN_AWS_LC {
        assert!(vectors.iter().any(|vector| vector.name == name), "{name}");
    }
}
