//! A panic ends the program with status 70, and its message, which may quote anything, is not shown.

use injang_cli::catch_panics;
use std::process::Command;

const CHILD: &str = "INJANG_TEST_PANICS";

#[test]
fn a_bug_is_no_verdict() {
    if std::env::var_os(CHILD).is_some() {
        let status = catch_panics(|| panic!("the content was {}", "very secret"));
        std::process::exit(status.code().into());
    }
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "a_bug_is_no_verdict", "--nocapture"])
        .env(CHILD, "1")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(70));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(
        errors.starts_with("injang: this is a bug in injang "),
        "{errors}"
    );
    assert!(errors.contains("(panic_hook.rs:"), "{errors}");
    let everything = errors + &String::from_utf8_lossy(&output.stdout);
    assert!(!everything.contains("secret"), "{everything}");
}
