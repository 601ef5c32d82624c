//! The programs in C and C++ of `tests/abi` under sanitizers and valgrind.
//!
//! The sanitizers see the code of the headers and of the callers, every allocation of the library, and
//! octets beyond what was allocated where C touches them; valgrind sees the library's own code too.

use crate::chore::{Chore, Failed, cargo};

/// Names of cases that a short run takes; empty for all.
const SHORT: &str = "kakao/";

/// Runs them: over a family of cases, or with `--full` over all.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failed> {
    let is_full = match arguments {
        [] => false,
        [option] if option == "--full" => true,
        _ => return Err(Failed("usage: cargo xtask sanitize [--full]".to_owned())),
    };
    for program in ["gcc", "g++", "valgrind"] {
        if !Chore::new(program, &["--version"]).runs() {
            eprintln!("xtask: SKIPPED: {program} is not installed");
        }
    }
    cargo(&["test", "--workspace", "--locked", "--test", "sanitize"])
        .variable("INJANG_SANITIZE", if is_full { "" } else { SHORT })
        .run()
}
