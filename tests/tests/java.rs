//! Java writes the same line of every case as Rust, C and C++.
//!
//! `cargo xtask java` builds the classes and names a runtime in `INJANG_JAVA`; without it nothing is run,
//! because the classes may be those of other sources.

use injang_tests::plan::{Plan, judge, plans};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

#[test]
fn every_case_comes_out_alike_in_rust_and_java() {
    let Some(java) = std::env::var_os("INJANG_JAVA") else {
        eprintln!("SKIPPED: cargo xtask java runs the cases by Java");
        return;
    };
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bindings/java/target");
    let plans = plans();
    let path = project.join("plan.tsv");
    let text: String = plans.iter().map(Plan::to_text).collect();
    fs::write(&path, text).expect("plan");
    let (classes, tests) = (project.join("classes"), project.join("test-classes"));
    let runner = thread::spawn(move || {
        let output = Command::new(java)
            .arg("-cp")
            .arg(format!("{}:{}", classes.display(), tests.display()))
            .args(["io.injang.Cases", path.to_str().expect("path")])
            .output();
        output.expect("a program")
    });
    let ours: Vec<String> = plans.iter().map(judge).collect();
    let output = runner.join().expect("a runner");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {complaint}", output.status);
    let theirs = String::from_utf8(output.stdout).expect("text");
    let theirs: Vec<&str> = theirs.lines().collect();
    for (ours, theirs) in ours.iter().zip(&theirs) {
        assert_eq!(ours, theirs);
    }
    assert_eq!(ours.len(), theirs.len());
}
