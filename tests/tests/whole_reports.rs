//! What Rust says of every case, as a file that the tests of Python compare their own with.

use injang_tests::plan::{judge_whole, plans};
use std::path::Path;

/// `cargo xtask python` has it written anew.
#[test]
fn whole_reports_of_all_cases() {
    let plans = plans();
    assert!(plans.len() > 3_000, "only {} cases", plans.len());
    let lines: Vec<String> = plans.iter().map(judge_whole).collect();
    let is_whole = |line: &&String| line.split('\t').count() == 6;
    assert_eq!(lines.iter().filter(is_whole).count(), lines.len());
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("whole-reports.tsv");
    std::fs::write(path, lines.join("\n") + "\n").expect("lines");
}
