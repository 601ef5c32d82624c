//! Instructions of one call: a count that other work on the machine does not change.

use crate::abi;
use crate::chore::{Chore, Failed, cargo, root};
use std::path::{Path, PathBuf};

/// The calls of `benches/src/bin/count.rs`.
const CALLS: [&str; 16] = [
    "toss-floor",
    "toss-signature",
    "kakao-floor",
    "kakao-signature",
    "p256-remembered",
    "rsa4096-remembered",
    "answer-one-by-one",
    "answer-decision",
    "verify-rust",
    "verify-abi",
    "verify-c",
    "verify-cpp",
    "batch-toss-loop",
    "batch-toss-engine",
    "batch-kakao-loop",
    "batch-kakao-engine",
];

/// Those of programs in C and C++ (`benches/abi`), by the names that `abi` builds them under.
const NATIVE: [(&str, &str); 2] = [("verify-c", "call-c"), ("verify-cpp", "call-cpp")];

/// What one call may cost over another, in instructions: DESIGN.md, "The C ABI".
const OVER: [(&str, &str, u64); 2] = [
    // And the document's octets, which both copy.
    ("verify-abi", "verify-rust", 300),
    ("verify-cpp", "verify-c", 50),
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
    let calls = if calls.is_empty() { &all } else { calls };
    if calls.iter().any(|call| native(call).is_some()) {
        abi::build()?;
    }
    let mut counted = Vec::new();
    for call in calls {
        let [few, many] = TIMES.map(|times| instructions(call, times));
        let per_call = (many? - few?) / (TIMES[1] - TIMES[0]);
        println!("{call:<20} {per_call:>11}");
        counted.push((call.as_str(), per_call));
    }
    let of = |name: &str| counted.iter().find(|(call, _)| *call == name);
    for (call, under, most) in OVER {
        if let (Some((_, cost)), Some((_, floor))) = (of(call), of(under)) {
            let over = cost.saturating_sub(*floor);
            println!("{call} over {under}: {over}, at most {most}");
            if over > most {
                return Err(Failed(format!("{call} costs {over} over {under}")));
            }
        }
    }
    Ok(())
}

/// The program of a call in C or C++.
fn native(call: &str) -> Option<PathBuf> {
    let (_, name) = NATIVE.iter().find(|(known, _)| *known == call)?;
    Some(abi::program(name))
}

fn instructions(call: &str, times: u64) -> Result<u64, Failed> {
    let output = root().join("target/callgrind.out");
    let output = format!("--callgrind-out-file={}", output.display());
    let callgrind = |program: &Path| {
        Chore::new("valgrind", &["--tool=callgrind", &output])
            .argument(&program.display().to_string())
    };
    let chore = match native(call) {
        Some(program) => {
            let scene = abi::SCENE.iter();
            let chore = scene.fold(callgrind(&program), |chore, it| chore.argument(it));
            chore.argument("count")
        }
        None => callgrind(&abi::release().join("count")).argument(call),
    };
    let summary = chore.argument(&times.to_string()).complains();
    let count = summary.as_deref().and_then(|summary| {
        let (_, count) = summary.rsplit_once("Collected : ")?;
        count.split_whitespace().next()?.parse().ok()
    });
    count.ok_or_else(|| {
        let known = CALLS.join(", ");
        Failed(format!(
            "no count of {call}: valgrind is not installed, or {call} is none of {known}"
        ))
    })
}
