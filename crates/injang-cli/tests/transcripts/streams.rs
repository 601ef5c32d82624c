//! Where output goes when nobody reads it.

use crate::program::{AT, command, finish, injang, vector};
use std::process::Stdio;

fn arguments<'a>(trust: &'a str, document: &'a str, format: &'a str) -> [&'a str; 10] {
    [
        "verify",
        "--trust",
        trust,
        "--at",
        AT,
        "--revocation",
        "none",
        "--format",
        format,
        document,
    ]
}

#[test]
fn a_reader_that_left_changes_no_verdict() {
    let trust = vector("toss/ca.der");
    for (case, status) in [("attached", 0), ("attached-signature-flipped-bit", 1)] {
        let document = vector(&format!("toss/{case}/document.der"));
        for format in ["text", "json"] {
            let (reader, writer) = std::io::pipe().unwrap();
            drop(reader);
            let mut command = command(&arguments(&trust, &document, format));
            command.stdout(writer);
            let run = finish(command, None);
            assert_eq!(
                (run.status, run.errors.as_str()),
                (status, ""),
                "{case} {format}"
            );
        }
    }
    for more in [&["--help"][..], &["--version"], &["inspect", &trust]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = command(more);
        command.stdout(writer);
        let run = finish(command, None);
        assert_eq!((run.status, run.errors.as_str()), (0, ""), "{more:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_could_not_be_written_is_no_success() {
    let (trust, document) = (vector("toss/ca.der"), vector("toss/attached/document.der"));
    for format in ["text", "json"] {
        let full = std::fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .unwrap();
        let mut command = command(&arguments(&trust, &document, format));
        command.stdout(full);
        let run = finish(command, None);
        assert_eq!(run.status, 74, "{format}");
        assert!(
            run.errors.starts_with("injang: can't write"),
            "{}",
            run.errors
        );
    }
}

#[test]
fn without_standard_error() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = command(&["verify", "no such file"]);
    command.stderr(writer).stdout(Stdio::null());
    assert_eq!(finish(command, None).status, 66);
}

/// A long content from a file is judged as the vector has it.
#[test]
fn long_contents_from_files() {
    let trust = vector("long/ca.der");
    for (case, status) in [
        ("text", 0),
        ("set", 0),
        ("set-and-more", 0),
        ("attributes", 2),
        ("ed25519", 0),
    ] {
        let document = vector(&format!("long/{case}/document.der"));
        let content = vector(&format!("long/{case}/content.bin"));
        for more in [&[][..], &["--diagnose"]] {
            let usual = arguments(&trust, &document, "json");
            let run = injang(&[&usual[..], &["--content", &content], more].concat());
            assert_eq!(run.status, status, "{case} {more:?}");
        }
    }
}
