//! Instructions of one call: a count that other work on the machine does not change.

use crate::chore::{Chore, Failed, cargo, root};

/// The calls of `benches/src/bin/count.rs`.
const CALLS: [&str; 12] = [
    "toss-floor",
    "toss-signature",
    "kakao-floor",
    "kakao-signature",
    "p256-remembered",
    "rsa4096-remembered",
    "answer-one-by-one",
    "answer-decision",
    "batch-toss-loop",
    "batch-toss-engine",
    "batch-kakao-loop",
    "batch-kakao-engine",
];

/// How often a call is made in the two runs. Their difference leaves out what is prepared.
const TIMES: [u64; 2] = [5, 25];

/// Builds the program with line tables, so that `callgrind_annotate` can name lines, and prints the
/// count of each call.
pub(crate) fn run(calls: &[String]) -> Result<(), Failed> {
    let build = [
        "build",
        "--release",
        "--quiet",
        "--package",
        "injang-benches",
        "--bin",
        "count",
    ];
    cargo(&build)
        .variable("CARGO_PROFILE_RELEASE_DEBUG", "line-tables-only")
        .run()?;
    let all = CALLS.map(str::to_owned);
    for call in if calls.is_empty() { &all } else { calls } {
        let [few, many] = TIMES.map(|times| instructions(call, times));
        let per_call = (many? - few?) / (TIMES[1] - TIMES[0]);
        println!("{call:<20} {per_call:>11}");
    }
    Ok(())
}

fn instructions(call: &str, times: u64) -> Result<u64, Failed> {
    let program = root().join("target/release/count");
    let output = root().join("target/callgrind.out");
    let output = format!("--callgrind-out-file={}", output.display());
    let summary = Chore::new("valgrind", &["--tool=callgrind", &output])
        .argument(&program.display().to_string())
        .argument(call)
        .argument(&times.to_string())
        .complains();
    let count = summary.as_deref().and_then(|summary| {
        let (_, count) = summary.rsplit_once("Collected : ")?;
        count.split_whitespace().next()?.parse().ok()
    });
    count.ok_or_else(|| Failed(format!("no count of {call}: is valgrind installed?")))
}
