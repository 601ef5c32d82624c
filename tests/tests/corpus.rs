//! The committed fuzzing corpus and all vectors keep the invariants, without a fuzzer.

use injang_tests::invariants;
use injang_tests::runner::{Inputs, vectors};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// How many files and octets the corpus may have, so that nobody commits all that a fuzzer has found.
const MOST_FILES: usize = 240;
const MOST_OCTETS: usize = 300 << 10;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus")
}

/// Checks every invariant on an input, and names those that do not hold.
fn replay(name: &str, input: &[u8]) -> Vec<String> {
    let broken = |(invariant, _): &&(&str, invariants::Invariant)| format!("{name}: {invariant}");
    invariants::ALL
        .iter()
        .filter(|(_, hold)| catch_unwind(AssertUnwindSafe(|| hold(input))).is_err())
        .map(|invariant| broken(&invariant))
        .collect()
}

#[test]
fn corpus_keeps_the_invariants() {
    let (mut files, mut octets, mut broken) = (0, 0, Vec::new());
    for (target, _) in invariants::ALL {
        let folder = corpus().join(target);
        let before = files;
        for entry in fs::read_dir(&folder).expect("a corpus for every target") {
            let path = entry.expect("entry").path();
            let input = fs::read(&path).expect("file of the corpus");
            files += 1;
            octets += input.len();
            broken.extend(replay(&path.to_string_lossy(), &input));
        }
        assert!(files > before, "{target} has no corpus");
    }
    assert!(files <= MOST_FILES, "{files} files");
    assert!(octets <= MOST_OCTETS, "{octets} octets");
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn vectors_keep_the_invariants() {
    let vectors = vectors();
    assert!(vectors.len() > 500, "only {} vectors", vectors.len());
    let broken: Vec<String> = vectors
        .iter()
        .flat_map(|vector| {
            let inputs = Inputs::read(vector);
            let of_evidence = |piece| catch_unwind(|| invariants::evidence(piece)).is_err();
            let mut broken = replay(&vector.name, &inputs.document);
            // Revocation data is no document, and only one invariant reads it.
            if inputs.pieces().any(of_evidence) {
                broken.push(format!("{}: evidence that the caller brings", vector.name));
            }
            broken
        })
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
