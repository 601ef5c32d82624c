//! The Rust program in both READMEs is the example that runs.

use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn rust_example_is_the_one_that_runs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let example = include_str!("../examples/verify.rs");
    for readme in ["README.md", "README.ko.md"] {
        let text = fs::read_to_string(root.join(readme)).expect("README");
        let block = text
            .split("```rust\n")
            .nth(1)
            .and_then(|rest| rest.split("```").next());
        assert!(example.ends_with(block.expect("example")), "{readme}");
    }
    // Examples are built beside the folder of this test.
    let test = std::env::current_exe().expect("path of the test");
    let folder = test.parent().and_then(Path::parent).expect("folder");
    let run = Command::new(folder.join("examples/verify"))
        .current_dir(&root)
        .output();
    let output = run.expect("example");
    assert!(output.status.success());
    assert!(output.stdout.starts_with(b"TOTAL-PASSED"));
}
