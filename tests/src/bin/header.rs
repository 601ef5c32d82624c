//! Writes `include/injang.h`, or says with `--check` whether it is as it would be written.

use injang_tests::header;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let path = header::path();
    let text = header::text();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => match std::fs::write(&path, text) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{}: {error}", path.display());
                ExitCode::FAILURE
            }
        },
        ["--check"] if std::fs::read_to_string(&path).is_ok_and(|it| it == text) => {
            ExitCode::SUCCESS
        }
        ["--check"] => {
            eprintln!(
                "include/injang.h is not what crates/injang-ffi says: run cargo xtask header"
            );
            ExitCode::FAILURE
        }
        _ => {
            eprintln!("usage: cargo xtask header [--check]");
            ExitCode::from(64)
        }
    }
}
