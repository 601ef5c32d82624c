//! Makes the vectors anew: `generate-vectors [FAMILY…]`, all families when none is named.

use injang_tests::generate::{family_names, generate};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors");
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let names = if asked.is_empty() {
        family_names().map(str::to_owned).collect()
    } else {
        asked
    };
    for name in &names {
        match generate(&root, name) {
            Ok(true) => println!("{name}"),
            Ok(false) => {
                let known: Vec<&str> = family_names().collect();
                eprintln!("no family is called {name}; there are {}", known.join(", "));
                return ExitCode::from(64);
            }
            Err(error) => {
                eprintln!("{name}: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}
