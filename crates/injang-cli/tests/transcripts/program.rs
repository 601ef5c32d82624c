//! The program, run.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The time at which the vectors are judged.
pub(crate) const AT: &str = "2026-03-02T09:00:00Z";

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Transcript {
    pub(crate) status: i32,
    pub(crate) output: String,
    pub(crate) errors: String,
}

impl Transcript {
    /// The first line of the output.
    pub(crate) fn first(&self) -> &str {
        self.output.lines().next().unwrap_or_default()
    }

    /// The output as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.output).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    #[track_caller]
    pub(crate) fn has(&self, text: &str) {
        assert!(
            self.output.contains(text),
            "no {text:?} in {}{}",
            self.output,
            self.errors
        );
    }

    #[track_caller]
    pub(crate) fn has_not(&self, text: &str) {
        assert!(!self.output.contains(text), "{text:?} in {}", self.output);
    }
}

/// The program in a locale of its own, with these arguments.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_injang"));
    for variable in [
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
        "NO_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
    ] {
        command.env_remove(variable);
    }
    command
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs a command to its end.
pub(crate) fn finish(mut command: Command, input: Option<&[u8]>) -> Transcript {
    if input.is_some() {
        command.stdin(Stdio::piped());
    }
    let mut child = command.spawn().unwrap();
    if let (Some(octets), Some(mut stdin)) = (input, child.stdin.take()) {
        // Whoever ends without reading all of it has a reason.
        let _ = stdin.write_all(octets);
    }
    let output = child.wait_with_output().unwrap();
    Transcript {
        status: output.status.code().expect("an exit status"),
        output: String::from_utf8(output.stdout).unwrap(),
        errors: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs the program.
pub(crate) fn injang(arguments: &[&str]) -> Transcript {
    finish(command(arguments), None)
}

/// Runs the program with something on standard input.
pub(crate) fn injang_with(arguments: &[&str], input: &[u8]) -> Transcript {
    finish(command(arguments), Some(input))
}

/// Judges a vector's document without asking for revocation, with more arguments.
pub(crate) fn verify(case: &str, more: &[&str]) -> Transcript {
    let (family, _) = case.split_once('/').unwrap();
    let trust = vector(&format!("{family}/ca.der"));
    let document = vector(&format!("{case}/document.der"));
    let document = if std::path::Path::new(&document).exists() {
        document
    } else {
        named(case)
    };
    let mut arguments = vec![
        "verify",
        "--trust",
        &trust,
        "--at",
        AT,
        "--revocation",
        "none",
    ];
    arguments.extend_from_slice(more);
    arguments.push(&document);
    injang(&arguments)
}

/// The document that a case names, where it is not called `document.der`.
fn named(case: &str) -> String {
    let text = std::fs::read_to_string(vector(&format!("{case}/case.json"))).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    vector(&format!("{case}/{}", json["document"].as_str().unwrap()))
}

/// A file among the vectors.
pub(crate) fn vector(path: &str) -> String {
    format!("{}/../../tests/vectors/{path}", env!("CARGO_MANIFEST_DIR"))
}

/// The claim of a case.
pub(crate) fn claim(case: &str) -> (String, String) {
    let text = std::fs::read_to_string(vector(&format!("{case}/case.json"))).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let word = |name: &str| json["identity"][name].as_str().unwrap().to_owned();
    (word("ci"), word("vid"))
}

/// How many files were written.
static WRITTEN: AtomicUsize = AtomicUsize::new(0);

/// A file made for a test, named after it.
pub(crate) fn file(name: &str, octets: &[u8]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    // Tests that run at the same time may write the same file: nobody reads half of it.
    let number = WRITTEN.fetch_add(1, Ordering::Relaxed);
    let mut part = path.clone().into_os_string();
    part.push(format!(".{number}.part"));
    std::fs::write(&part, octets).unwrap();
    std::fs::rename(&part, &path).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Octets as PEM.
pub(crate) fn pem(label: &str, octets: &[u8]) -> String {
    use base64::Engine as _;
    let text = base64::engine::general_purpose::STANDARD.encode(octets);
    let lines: Vec<&str> = text
        .as_bytes()
        .chunks(64)
        .map(|line| std::str::from_utf8(line).unwrap())
        .collect();
    format!(
        "-----BEGIN {label}-----\n{}\n-----END {label}-----\n",
        lines.join("\n")
    )
}

/// Holds a report against a schema.
#[track_caller]
pub(crate) fn assert_schema(name: &str, json: &serde_json::Value) {
    let path = format!(
        "{}/../injang/schema/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let schema = std::fs::read_to_string(path).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(json)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}\n{json:#}");
}
