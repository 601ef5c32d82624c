//! Fuzzing: every target for its share of the time, from the vectors and the committed corpus.

use crate::chore::{Chore, Failed, cargo, root};
use crate::setup::CARGO_FUZZ;
use std::fs;
use std::path::{Path, PathBuf};

/// The targets, as in `fuzz/fuzz_targets`.
const TARGETS: [&str; 12] = [
    "armor",
    "ber",
    "x509",
    "cms",
    "evidence",
    "chain",
    "audit",
    "pass",
    "response",
    "second_reader",
    "batch",
    "abi",
];

/// The targets that go through unsafe code, and so are built with the address sanitizer.
const UNSAFE: [&str; 1] = ["abi"];

/// Where the builds and the growing corpora go, in the project's root.
const WORK: &str = "target/fuzz";

/// Vectors that are longer than this test sizes, not syntax.
const LONGEST_SEED: u64 = 16 << 10;

/// Fuzzes.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failed> {
    let (minutes, targets) = parse(arguments)?;
    let seconds = minutes * 60 / u64::try_from(targets.len()).unwrap_or(u64::MAX);
    if !CARGO_FUZZ.is_there() {
        return Err(Failed(CARGO_FUZZ.missing()));
    }
    for target in &targets {
        instrumented("build", target).argument(target).run()?;
    }
    let mut failed = Vec::new();
    for target in targets {
        let corpus = seed(target).map_err(|error| Failed(format!("seeds of {target}: {error}")))?;
        let outcome = instrumented("run", target)
            .argument(target)
            .argument(&corpus)
            .argument(&format!("fuzz/corpus/{target}"))
            .argument("--")
            .argument(&format!("-max_total_time={}", seconds.max(1)))
            .argument("-max_len=16384")
            // The first input pays for keys and tables: seconds under the sanitizer.
            .argument("-timeout=60")
            .argument("-rss_limit_mb=2048")
            .argument("-dict=fuzz/dictionary.txt")
            .argument("-print_final_stats=1")
            .run();
        if outcome.is_err() {
            failed.push(target);
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    let folders = failed.join(", fuzz/artifacts/");
    Err(Failed(format!("inputs in fuzz/artifacts/{folders}")))
}

/// `--minutes N [TARGET…]`
fn parse(arguments: &[String]) -> Result<(u64, Vec<&str>), Failed> {
    let usage = || Failed("usage: cargo xtask fuzz --minutes N [TARGET…]".to_owned());
    let (minutes, targets) = match arguments {
        [option, minutes, targets @ ..] if option == "--minutes" => (minutes, targets),
        _ => return Err(usage()),
    };
    let minutes = minutes
        .parse()
        .ok()
        .filter(|minutes| (1..=1 << 20).contains(minutes));
    let minutes = minutes.ok_or_else(usage)?;
    if targets.is_empty() {
        return Ok((minutes, TARGETS.to_vec()));
    }
    let known = |target: &String| {
        let known = TARGETS.into_iter().find(|known| known == target);
        known.ok_or_else(|| Failed(format!("no target {target}: {}", TARGETS.join(", "))))
    };
    let targets = targets.iter().map(known).collect::<Result<_, _>>()?;
    Ok((minutes, targets))
}

/// `cargo fuzz`, with the toolchain that is there: coverage is stable, and no sanitizer is needed
/// where there is no unsafe code. What is built is what ships, so `cfg(fuzzing)` stays off.
fn instrumented(subcommand: &str, target: &str) -> Chore {
    let (sanitizer, folder) = if UNSAFE.contains(&target) {
        ("--sanitizer=address", format!("{WORK}/address"))
    } else {
        ("--sanitizer=none", WORK.to_owned())
    };
    cargo(&["fuzz", subcommand, sanitizer, "--no-cfg-fuzzing"])
        .argument("--target-dir")
        .argument(&folder)
        .variable("RUSTC_BOOTSTRAP", "1")
}

/// A target's growing corpus, which begins with the vectors.
fn seed(target: &str) -> std::io::Result<String> {
    let corpus = format!("{WORK}/corpus/{target}");
    let root = root();
    fs::create_dir_all(root.join(&corpus))?;
    for family in entries(&root.join("tests/vectors"))? {
        if !family.is_dir() {
            continue;
        }
        for case in entries(&family)? {
            // Authorities stand beside the cases of their family.
            let files = if case.is_dir() {
                entries(&case)?
            } else {
                vec![case]
            };
            for file in files {
                let is_octets = file
                    .extension()
                    .is_some_and(|extension| extension != "json");
                if is_octets && fs::metadata(&file)?.len() <= LONGEST_SEED {
                    fs::copy(&file, root.join(&corpus).join(name(&file)))?;
                }
            }
        }
    }
    Ok(corpus)
}

fn entries(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect()
}

/// The last three parts of a path, as one name.
fn name(file: &Path) -> String {
    let parts: Vec<_> = file
        .components()
        .rev()
        .take(3)
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.into_iter().rev().collect::<Vec<_>>().join("-")
}
