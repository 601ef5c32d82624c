//! Makes the vectors anew: `generate-vectors [FAMILY…]`, all families when none is named; the
//! family `responses` is the folder of that name beside the vectors, and `responses/GROUP` one of
//! its groups.

use injang_tests::generate::{
    family_names, generate, generate_responses, generate_responses_of, group_names,
};
use std::path::Path;
use std::process::ExitCode;

/// Providers' responses, which are no vectors of one document each.
const RESPONSES: &str = "responses";

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors");
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let names = if asked.is_empty() {
        family_names()
            .chain([RESPONSES])
            .map(str::to_owned)
            .collect()
    } else {
        asked
    };
    for name in &names {
        let responses = root.with_file_name(RESPONSES);
        let outcome = if name == RESPONSES {
            generate_responses(&responses).map(|()| true)
        } else if let Some(group) = name.strip_prefix("responses/") {
            generate_responses_of(&responses, group)
        } else {
            generate(&root, name)
        };
        match outcome {
            Ok(true) => println!("{name}"),
            Ok(false) => {
                let groups = group_names().map(|group| format!("responses/{group}"));
                let families = family_names().chain([RESPONSES]).map(str::to_owned);
                let known: Vec<String> = families.chain(groups).collect();
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
