//! What the READMEs show is what comes out. `INJANG_README=write` writes it anew.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn is_installed(program: &str) -> bool {
    let found = Command::new("sh")
        .args(["-c", &format!("command -v {program}")])
        .output();
    found.is_ok_and(|output| output.status.success())
}

/// A folder of its own to run in, from which the vectors are where the README says.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("folder");
        std::os::unix::fs::symlink(
            root().canonicalize().expect("root").join("tests"),
            folder.join("tests"),
        )
        .expect("link");
        Self(folder)
    }

    /// What a line of shell prints, on both streams, with `injang` on the path.
    fn run(&self, script: &str) -> String {
        let program = Path::new(env!("CARGO_BIN_EXE_injang"))
            .parent()
            .expect("folder");
        let mut path = vec![program.to_path_buf()];
        path.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        let output = Command::new("sh")
            .args(["-c", &format!("exec 2>&1; {script}")])
            .current_dir(&self.0)
            .env("PATH", env::join_paths(path).expect("path"))
            .env_remove("LANG")
            .env_remove("LC_MESSAGES")
            .env("LC_ALL", "C.UTF-8")
            .output()
            .expect("sh");
        String::from_utf8(output.stdout).expect("UTF-8")
    }
}

/// A README with the output below every `$ ` line of its console blocks replaced by what comes out,
/// or as it stands if a program is missing that it uses.
fn rewritten(text: &str, desk: &Desk) -> String {
    let mut written = String::new();
    let mut settings = String::new();
    let mut is_console = false;
    for line in text.lines() {
        if line.starts_with("```") {
            is_console = line == "```console";
        }
        let command = line.strip_prefix("$ ").filter(|_| is_console);
        if !is_console || line.starts_with("```") || command.is_some() {
            written += line;
            written.push('\n');
        }
        if let Some(command) = command {
            let output = desk.run(&format!("{settings}{command}"));
            written += &output;
            // Variables live on in the next lines.
            if command
                .split_once('=')
                .is_some_and(|(name, _)| name.chars().all(char::is_alphanumeric))
            {
                settings.push_str(command);
                settings.push('\n');
            }
        }
    }
    written
}

#[test]
fn outputs_are_what_comes_out() {
    for program in ["openssl", "xxd", "base64"] {
        if !is_installed(program) {
            eprintln!("SKIPPED: {program} is not installed");
            return;
        }
    }
    for readme in [
        "README.md",
        "README.ko.md",
        "docs/diagnose.md",
        "docs/responses.md",
        "docs/responses.ko.md",
        "docs/situations.md",
        "docs/situations.ko.md",
    ] {
        let path = root().join(readme);
        let text = fs::read_to_string(&path).expect("README");
        assert!(
            text.contains("\n$ injang verify") || text.contains("\n$ $judge"),
            "{readme} shows no verification"
        );
        let written = rewritten(&text, &Desk::new(&readme.replace('/', "-")));
        if env::var("INJANG_README").is_ok_and(|how| how == "write") {
            fs::write(&path, written).expect("README");
        } else {
            for (shown, actual) in text.lines().zip(written.lines()) {
                assert_eq!(shown, actual, "{readme}; INJANG_README=write mends it");
            }
            assert_eq!(text, written, "{readme}; INJANG_README=write mends it");
        }
    }
}

/// The layouts that `injang vid` prints are those that the one-liners print, line for line.
#[test]
fn vid_is_what_openssl_says() {
    let text = fs::read_to_string(root().join("README.md")).expect("README");
    let vids: Vec<&str> = text
        .lines()
        .filter(|line| line.len() == 44 && line.ends_with('='))
        .collect();
    let injang: Vec<&str> = text
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter(|(name, _)| injang_core::VidLayout::from_name(name).is_some())
        .map(|(_, vid)| vid.trim())
        .collect();
    assert_eq!(injang.len(), 4);
    assert_eq!(injang, vids);
}

#[test]
fn first_command_prints_a_verdict() {
    for readme in ["README.md", "README.ko.md"] {
        let text = fs::read_to_string(root().join(readme)).expect("README");
        let command = text
            .lines()
            .find(|line| line.starts_with("cargo run"))
            .expect("command");
        let (cargo, arguments) = command.split_once(" -- ").expect("arguments");
        assert_eq!(cargo, "cargo run --quiet --package injang-cli");
        let output = Desk::new("first").run(&format!("injang {arguments}"));
        assert!(
            output.starts_with("INDETERMINATE / NO_CERTIFICATE_CHAIN_FOUND"),
            "{output}"
        );
        assert!(
            output.contains("✓ signature: passed") || output.contains("✓ 전자서명: 통과"),
            "{output}"
        );
    }
}
