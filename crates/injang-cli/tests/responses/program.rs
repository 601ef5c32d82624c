//! The program over a case's response.

use injang_tests::response_case::ResponseCase;
use std::path::Path;
use std::process::{Command, Output};

/// Runs `injang response` in the case's folder.
pub(crate) fn run(folder: &Path, case: &ResponseCase, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_injang"))
        .arg("response")
        .args(case.arguments())
        .args(more)
        .current_dir(folder)
        .output()
        .expect("injang runs")
}
