//! The program `injang`.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    let status = injang_cli::catch_panics(|| injang_cli::commands::main(std::env::args_os()));
    ExitCode::from(status.code())
}
