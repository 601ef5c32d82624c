//! The programs in C and C++ of `tests/abi` under sanitizers and valgrind.
//!
//! The sanitizers see the code of the headers and of the callers, every allocation of the library, and
//! octets beyond what was allocated where C touches them; valgrind sees the library's own code too.

use crate::chore::{Chore, Failed, cargo};

/// Names of cases that a short run takes; empty for all.
const SHORT: &str = "kakao/";

/// What the tests of the C ABI run.
pub(crate) const PROGRAMS: [&str; 6] = ["gcc", "g++", "clang", "clang++", "valgrind", "nm"];
/// A compiler of C with its sibling for C++: the tests take the first pair that is there.
const COMPILERS: [[&str; 2]; 2] = [["gcc", "g++"], ["clang", "clang++"]];

/// What of these programs is not there. An error if nothing could be tested at all.
fn missing(is_there: impl Fn(&str) -> bool) -> Result<Vec<&'static str>, Failed> {
    let mut compilers = COMPILERS.iter();
    if !compilers.any(|pair| pair.iter().all(|program| is_there(program))) {
        return Err(Failed(
            "no compiler: gcc and g++, or clang and clang++, must be installed".to_owned(),
        ));
    }
    let absent = PROGRAMS.into_iter().filter(|program| !is_there(program));
    Ok(absent.collect())
}

/// Runs them: over a family of cases, or with `--full` over all.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failed> {
    let is_full = match arguments {
        [] => false,
        [option] if option == "--full" => true,
        _ => return Err(Failed("usage: cargo xtask sanitize [--full]".to_owned())),
    };
    let absent = missing(|program| Chore::new(program, &["--version"]).runs())?;
    cargo(&["test", "--workspace", "--locked", "--test", "sanitize"])
        .variable("INJANG_SANITIZE", if is_full { "" } else { SHORT })
        .run()?;
    for program in absent {
        eprintln!("xtask: SKIPPED: what {program} does, which is not installed");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_compiler_nothing_passes() {
        assert!(missing(|_| false).is_err());
        assert!(missing(|program| program == "gcc" || program == "valgrind").is_err());
        assert!(missing(|program| program == "gcc" || program == "clang++").is_err());
    }

    #[test]
    fn what_is_not_there_is_named() {
        let gcc = |program: &str| ["gcc", "g++", "nm"].contains(&program);
        let absent = missing(gcc).unwrap_or_default();
        assert_eq!(absent, ["clang", "clang++", "valgrind"]);
        assert_eq!(missing(|_| true).unwrap_or_default(), [""; 0]);
    }
}
