//! The project's chores, as `cargo xtask CHORE`.

mod abi;
mod chore;
mod count;
mod differential;
mod dist;
mod fuzz;
mod java;
mod python;
mod sanitize;
mod setup;
mod test;

use chore::{Chore, Failed, cargo};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask setup [--full]   says what `test` needs and is missing, and installs it; --full: for
                             `test --full` too
cargo xtask test [--full]    everything that must pass before a change lands, and installs nothing;
                             --full: also revocation scenes, fuzzing and every bit flipped, which
                             takes more than an hour
cargo xtask bench            benchmarks: criterion, then each ratio to its floor from one run, then two
                             threads over one policy beside one
cargo xtask count [CALL…]    instructions of one call each, counted by callgrind (Valgrind)
cargo xtask fuzz --minutes N [TARGET…]  fuzzes all targets, N minutes in total
cargo xtask java [--jar | --every-jdk | --bench] [--release]
                             the native library and the jar of bindings/java, and its tests on the
                             JDKs that are installed; --jar: no tests; --every-jdk: also on Java 11
                             and 21, fetched by pip; --bench: beside Bouncy Castle
cargo xtask python [--release | --heavy | --wheel]   builds the wheel, installs it into a fresh
                             virtual environment, and tests it and its types there; --heavy: also with
                             Spark, a database and notebooks (fetches 600 MB once); --wheel: the one for
                             servers (glibc 2.17, by zig) and the source distribution, in target/wheel
cargo xtask mutants [--only TEXT]… [--shard I/N] [--jobs N] [--list]
                             changes the verdict code one place at a time, and says which changes
                             no test notices
cargo xtask differential [--scenes N] [--seed S] [--show N] [--rules]
                             revocation scenes, judged by OpenSSL and Bouncy Castle too
cargo xtask vectors [FAMILY…]  makes the generated vectors anew
cargo xtask dist [--check | --aarch64 | --jar]
                             the C library for servers in target/dist, as an archive, a .deb and an
                             .rpm: .so, .a, headers, pkg-config, CMake, licences, SBOM; --check: also
                             builds the examples on what is unpacked from them, and runs them;
                             --aarch64: the archive for that processor, built across and UNTESTED;
                             --jar: the jar of bindings/java with a library for glibc 2.17
cargo xtask header [--check] writes include/injang.h; --check: says whether it is as it would be written
cargo xtask sanitize [--full]  the C and C++ tests under sanitizers and valgrind; --full: over all cases
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.split_first() {
        Some((chore, arguments)) if chore == "setup" => setup::run(arguments),
        Some((chore, arguments)) if chore == "test" => test::run(arguments),
        Some((chore, [])) if chore == "bench" => bench(),
        Some((chore, calls)) if chore == "count" => count::run(calls),
        Some((chore, arguments)) if chore == "fuzz" => fuzz::run(arguments),
        Some((chore, arguments)) if chore == "java" => java::run(arguments),
        Some((chore, arguments)) if chore == "python" => python::run(arguments),
        Some((chore, arguments)) if chore == "mutants" => mutants(arguments),
        Some((chore, arguments)) if chore == "differential" => differential::run(arguments),
        Some((chore, arguments)) if chore == "dist" => dist::run(arguments),
        Some((chore, families)) if chore == "vectors" => vectors(families),
        Some((chore, arguments)) if chore == "header" => header(arguments),
        Some((chore, arguments)) if chore == "sanitize" => sanitize::run(arguments),
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(64);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failed(what)) => {
            eprintln!("xtask: failed: {what}");
            ExitCode::FAILURE
        }
    }
}

fn bench() -> Result<(), Failed> {
    for bench in ["document", "path", "response", "batch"] {
        cargo(&["bench", "--package", "injang-benches", "--bench", bench]).run()?;
    }
    cargo(&[
        "run",
        "--release",
        "--quiet",
        "--package",
        "injang-benches",
        "--bin",
        "ratio",
    ])
    .run()?;
    abi::threads()
}

/// The program is a workspace of its own, so that nothing else builds its dependencies.
fn mutants(arguments: &[String]) -> Result<(), Failed> {
    let program = [
        "run",
        "--quiet",
        "--locked",
        "--manifest-path",
        "mutants/Cargo.toml",
        "--target-dir",
        "target/mutants/program",
        "--",
    ];
    arguments
        .iter()
        .fold(cargo(&program), |chore, argument| chore.argument(argument))
        .run()
}

fn vectors(families: &[String]) -> Result<(), Failed> {
    test_program("generate-vectors", families).run()
}

fn header(arguments: &[String]) -> Result<(), Failed> {
    test_program("header", arguments).run()
}

/// A program of the tests.
fn test_program(name: &str, arguments: &[String]) -> Chore {
    let program = [
        "run",
        "--quiet",
        "--package",
        "injang-tests",
        "--bin",
        name,
        "--",
    ];
    arguments
        .iter()
        .fold(cargo(&program), |chore, argument| chore.argument(argument))
}
