//! Revocation scenes that OpenSSL and Bouncy Castle judge too.

use crate::chore::{Chore, Failed, cargo};

/// What they are built and run with. No part of a Rust toolchain, so that setup can't install it.
const PROGRAMS: [(&str, &str, &str); 3] = [
    ("cc", "--version", "a C compiler"),
    ("mvn", "--version", "Maven"),
    ("javac", "--version", "a JDK of 17 or newer"),
];

/// The first program that is not there.
pub(crate) fn missing() -> Option<String> {
    PROGRAMS
        .into_iter()
        .find(|(program, option, _)| !Chore::new(program, &[option]).starts())
        .map(|(program, _, package)| format!("{package} is needed: there is no {program}"))
}

/// Judges them; `--rules` needs no other program.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failed> {
    let is_alone = arguments.iter().any(|argument| argument == "--rules");
    if !is_alone && let Some(what) = missing() {
        return Err(Failed(what));
    }
    let program = [
        "run",
        "--quiet",
        "--package",
        "injang-tests",
        "--bin",
        "differential",
        "--",
    ];
    arguments
        .iter()
        .fold(cargo(&program), |chore, argument| chore.argument(argument))
        .run()
}
