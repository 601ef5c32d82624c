//! Cargo over the copy, and what it says.

use crate::failure::Failure;
use crate::scope::{ELSEWHERE, QUICK};
use crate::workspace::Workspace;
use serde_json::Value;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// An error of the compiler.
pub(crate) struct Complaint {
    /// Files and octets, those that it is about first.
    pub(crate) spans: Vec<(String, Range<usize>)>,
    pub(crate) text: String,
}

/// The package of the core, and that of the tests.
const CORE: &str = "injang-core";
const TESTS: &str = "injang-tests";

fn command(workspace: &Workspace, subcommand: &str) -> Command {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = Command::new(cargo);
    command
        .current_dir(workspace.copy())
        .args([
            subcommand,
            "--message-format=json",
            "--quiet",
            "--package",
            CORE,
            "--lib",
        ])
        // What runs thousands of times is worth optimising; dependencies are built as ever.
        .args(["--config", "profile.dev.opt-level=2"])
        .env("CARGO_TARGET_DIR", workspace.target())
        .stderr(Stdio::piped());
    command
}

fn messages(mut command: Command) -> Result<(bool, Vec<Value>, String), Failure> {
    let output = command
        .output()
        .map_err(|error| Failure(format!("cargo: {error}")))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let values = text
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok());
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    Ok((output.status.success(), values.collect(), errors))
}

fn complaints(messages: &[Value]) -> Vec<Complaint> {
    let errors = messages.iter().filter_map(|message| {
        let error = &message["message"];
        (message["reason"] == "compiler-message" && error["level"] == "error").then_some(error)
    });
    let complaints = errors.map(|error| {
        let mut spans = Vec::new();
        let all = error["spans"].as_array().map_or(&[][..], Vec::as_slice);
        for is_primary in [true, false] {
            for span in all.iter().filter(|span| span["is_primary"] == is_primary) {
                let octet =
                    |key: &str| usize::try_from(span[key].as_u64().unwrap_or(0)).unwrap_or(0);
                let file = span["file_name"].as_str().unwrap_or_default().to_owned();
                spans.push((file, octet("byte_start")..octet("byte_end")));
            }
        }
        let text = error["rendered"].as_str().unwrap_or_default().to_owned();
        Complaint { spans, text }
    });
    // "aborting due to …" is about nothing.
    complaints
        .filter(|complaint| !complaint.spans.is_empty())
        .collect()
}

/// Compiles the core; the errors.
pub(crate) fn check(workspace: &Workspace) -> Result<Vec<Complaint>, Failure> {
    let (is_good, messages, errors) = messages(command(workspace, "check"))?;
    let complaints = complaints(&messages);
    if !is_good && complaints.is_empty() {
        return Err(Failure(format!("cargo check in the copy:\n{errors}")));
    }
    Ok(complaints)
}

/// Builds the suites and the core's unit tests; by name, the program of each.
pub(crate) fn build(workspace: &Workspace) -> Result<BTreeMap<String, PathBuf>, Failure> {
    let mut command = command(workspace, "test");
    command.args(["--no-run", "--package", TESTS]);
    for suite in QUICK.iter().chain(ELSEWHERE) {
        command.args(["--test", suite]);
    }
    let (is_good, messages, errors) = messages(command)?;
    if !is_good {
        let texts: Vec<_> = complaints(&messages)
            .into_iter()
            .map(|it| it.text)
            .collect();
        return Err(Failure(format!(
            "cargo test --no-run in the copy:\n{}\n{errors}",
            texts.join("\n")
        )));
    }
    let programs = messages.iter().filter_map(|message| {
        let name = message["target"]["name"].as_str()?;
        let program = message["executable"].as_str()?;
        (message["profile"]["test"] == true).then(|| (name.to_owned(), PathBuf::from(program)))
    });
    Ok(programs.collect())
}

/// The name of the core's unit tests among the programs: that of the library as Rust writes it.
pub(crate) const UNIT_TESTS: &str = "injang_core";
