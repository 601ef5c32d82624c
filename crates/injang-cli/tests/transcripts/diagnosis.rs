//! `--diagnose`, and contents that are streamed.

use crate::program::{AT, file, injang, vector, verify};

/// Judges one of the vectors made for diagnosis against the content that the caller holds.
fn diagnosed(case: &str, more: &[&str]) -> crate::program::Transcript {
    let content = vector(&format!("{case}/content.bin"));
    let mut arguments = vec!["--content", &content, "--diagnose"];
    arguments.extend_from_slice(more);
    verify(case, &arguments)
}

#[test]
fn causes_are_named_and_nothing_passes() {
    let cases = [
        ("diagnose/signed-crlf", "with CRLF line ends"),
        ("diagnose/signed-cp949", "in CP949"),
        (
            "diagnose/signed-hex-of-digest",
            "its digest, written in lower-case hex",
        ),
        ("diagnose/signed-with-bom", "with a byte order mark"),
        ("diagnose/signed-data-only", "only the value of data"),
        ("diagnose/signed-digest", "its digest"),
    ];
    for (case, words) in cases {
        let content = vector(&format!("{case}/content.bin"));
        let plain = verify(case, &["--content", &content]);
        let run = diagnosed(case, &[]);
        assert_eq!((plain.status, run.status), (1, 1), "{case}");
        assert_eq!(plain.first(), run.first(), "{case}");
        run.has("\nDiagnosis\n  ! signer 0: what was signed is this content, but ");
        run.has(words);
        plain.has_not("Diagnosis");
    }
}

#[test]
fn attributes_as_sent() {
    let run = verify("payco/unsorted-signed-as-sent", &["--diagnose"]);
    assert_eq!(run.status, 1);
    run.has("! signer 0: the signature covers the attributes as they were sent");
    let run = verify(
        "payco/unsorted-signed-as-sent",
        &["--diagnose", "--lang", "ko"],
    );
    run.has("\n진단\n  ! 서명자 0: 서명이 DER 인코딩이 아니라 전송된 그대로의 서명 속성에 대한 것입니다");
}

#[test]
fn layout_of_a_vid() {
    let case = "identity/mismatched-layout-serial-ci";
    let (ci, vid) = crate::program::claim(case);
    let ci = file("diagnosis/ci.txt", ci.as_bytes());
    let run = verify(case, &["--diagnose", "--ci-file", &ci, "--vid", &vid]);
    assert_eq!(run.status, 1);
    run.has("! the VID matches under the layout serial-ci");
}

#[test]
fn nothing_would_have_matched() {
    let run = verify("toss/attached", &["--diagnose"]);
    assert_eq!(run.status, 0);
    run.has("\nDiagnosis\n  no other reading that is known would have matched\n");
    let other = file("diagnosis/other.txt", b"another text");
    let run = verify("diagnose/signed-crlf", &["--content", &other, "--diagnose"]);
    assert_eq!(run.status, 1);
    run.has("no other reading that is known would have matched");
}

#[test]
fn as_json() {
    let run = diagnosed("diagnose/signed-base64-of-digest", &["--format", "json"]);
    let report = run.json();
    assert_eq!(report["verdict"], "TOTAL-FAILED");
    let diagnosis = &report["diagnosis"][0];
    assert_eq!(diagnosis["code"], "content-changed");
    assert_eq!(
        diagnosis["changes"],
        serde_json::json!(["digest", "base64"])
    );
    assert_eq!(diagnosis["signer"], 0);
}

#[test]
fn hash_of_hash_passes_only_if_asked_for() {
    use sha2::Digest as _;
    let content = std::fs::read(vector("diagnose/signed-digest/content.bin")).unwrap();
    let digest = base16ct::lower::encode_string(&sha2::Sha256::digest(&content));
    let digest = format!("sha256:{digest}");
    let run = verify("diagnose/signed-digest", &["--digest", &digest]);
    assert_eq!(run.status, 1);
    let run = verify(
        "diagnose/signed-digest",
        &["--digest", &digest, "--digest-reading", "hash-of-hash"],
    );
    assert_eq!(run.status, 0);
    run.has("reading: hash-of-hash");
    let run = verify(
        "diagnose/signed-digest",
        &["--digest-reading", "hash-of-hash"],
    );
    assert_eq!(run.status, 64);
}

/// What a streamed content is told by is the same as what a held one is told by.
#[test]
fn streamed_content() {
    let content = vector("toss/detached-with-content/content.bin");
    let streamed = verify(
        "toss/detached-with-content",
        &["--content", &content, "--format", "json"],
    );
    let held = verify(
        "toss/detached-with-content",
        &["--content", &content, "--format", "json", "--diagnose"],
    );
    assert_eq!((streamed.status, held.status), (0, 0));
    let (streamed, mut held) = (streamed.json(), held.json());
    held.as_object_mut().unwrap().remove("diagnosis");
    assert_eq!(streamed, held);
    // Longer than what is kept of it.
    let long = file("diagnosis/long.txt", "인장\n".repeat(500_000).as_bytes());
    let run = verify("toss/detached-with-content", &["--content", &long]);
    assert_eq!(run.status, 1);
    run.has("TOTAL-FAILED / HASH_FAILURE");
    run.has("size: 3500000 octets");
    let missing = verify("toss/detached-with-content", &["--content", "no-such-file"]);
    assert_eq!(missing.status, 66);
    let folder = env!("CARGO_TARGET_TMPDIR");
    assert_eq!(
        verify("toss/detached-with-content", &["--content", folder]).status,
        66
    );
    // A document that can't be read is still a report.
    let pdf = file("diagnosis/a.pdf", b"%PDF-1.7\n");
    let run = injang(&["verify", "--at", AT, "--content", &long, &pdf]);
    assert_eq!(run.status, 1);
}
