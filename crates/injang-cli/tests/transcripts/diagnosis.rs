//! `--diagnose`, and contents that are streamed.

use crate::program::{AT, file, injang, injang_with, vector, verify};

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
        (
            "diagnose/signed-crlf",
            "the content supplied, but with CRLF line ends",
        ),
        (
            "diagnose/signed-cp949",
            "the content supplied, but in CP949",
        ),
        (
            "diagnose/signed-hex-of-digest",
            "made of the content supplied: its SHA-256 digest, written in lower-case hex",
        ),
        ("diagnose/signed-with-bom", "with a byte order mark"),
        ("diagnose/signed-data-only", "only the value of data"),
        ("diagnose/signed-digest", "its SHA-256 digest"),
        (
            "diagnose/signed-hex-of-sha512",
            "its SHA-512 digest, written in lower-case hex",
        ),
    ];
    for (case, words) in cases {
        let content = vector(&format!("{case}/content.bin"));
        let plain = verify(case, &["--content", &content]);
        let run = diagnosed(case, &[]);
        assert_eq!((plain.status, run.status), (1, 1), "{case}");
        assert_eq!(plain.first(), run.first(), "{case}");
        run.has("\nDiagnosis\n  ! signer 0: what was signed is ");
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

/// What is compared is named in the words of the caller.
#[test]
fn embedded_and_supplied() {
    let case = "diagnose/embedded-lf-digest-of-crlf";
    let text = std::fs::read_to_string(vector(&format!("{case}/case.json"))).unwrap();
    let digest: serde_json::Value = serde_json::from_str(&text).unwrap();
    let digest = format!("sha256:{}", digest["digest"]["value"].as_str().unwrap());
    let run = verify(case, &["--digest", &digest, "--diagnose"]);
    run.has(
        "! signer 0: the digest supplied is that of the content of the document, but with CRLF line ends",
    );
    let run = verify(case, &["--digest", &digest, "--diagnose", "--lang", "ko"]);
    run.has(
        "! 서명자 0: 주어진 해시값은 문서 안의 원문의 다른 형태에서 계산한 값입니다: 줄바꿈이 CRLF",
    );
    let run = diagnosed("diagnose/embedded-wrapped-digest", &[]);
    run.has(
        "! signer 0: the content of the document is made of the content supplied: its SHA-256 digest, \
         written in lower-case hex, the JSON object that holds it as data",
    );
    let run = diagnosed("diagnose/embedded-wrapped-digest", &["--lang", "ko"]);
    run.has("! 서명자 0: 문서 안의 원문은 주어진 원문으로부터 만든 값입니다: SHA-256 해시값, 소문자 16진수로 표기");
    let case = "diagnose/signed-hex-of-digest";
    let content = std::fs::read(vector(&format!("{case}/content.bin"))).unwrap();
    let digest = {
        use sha2::Digest as _;
        base16ct::lower::encode_string(&sha2::Sha256::digest(&content))
    };
    let digest = format!("sha256:{digest}");
    let run = verify(case, &["--digest", &digest, "--diagnose"]);
    run.has("! signer 0: what was signed is the digest supplied, but written in lower-case hex");
}

/// A certificate is told by its fingerprint and by who gave it, not by its place alone.
#[test]
fn other_certificates() {
    let case = "diagnose/named-no-certificate";
    let run = verify(case, &["--diagnose", "--format", "json"]);
    let diagnosis = &run.json()["diagnosis"][0];
    assert_eq!(diagnosis["code"], "other-certificate");
    assert_eq!(diagnosis["certificate"], 0);
    assert_eq!(diagnosis["certificate_source"], "document");
    let keys: Vec<&String> = diagnosis.as_object().unwrap().keys().collect();
    let names = "signer code certificate certificate_sha256 certificate_source message";
    assert_eq!(keys, names.split(' ').collect::<Vec<_>>());
    let sha256 = diagnosis["certificate_sha256"].as_str().unwrap();
    let inspected = injang(&["inspect", &vector(&format!("{case}/document.der"))]);
    inspected.has(sha256);
    let run = verify(case, &["--diagnose"]);
    run.has(&format!(
        "under certificate 0, which the signer does not name\n    sha256: {sha256}\n"
    ));
}

/// The caller's own certificates have no place in the document that anybody could look up.
#[test]
fn other_certificates_of_the_caller() {
    let (ci, _) = crate::program::claim("identity/mismatched-layout-serial-ci");
    let ci = file("diagnosis/own-ci.txt", ci.as_bytes());
    let other = vector("diagnose/ca.der");
    let vid = injang(&["vid", "--ci-file", &ci, "--cert", &other]).output;
    let vid = vid.trim();
    let claim = ["--ci-file", &ci, "--vid", vid, "--certificate", &other];
    let run = verify(
        "toss/attached",
        &[&claim[..], &["--diagnose", "--format", "json"]].concat(),
    );
    let diagnosis = &run.json()["diagnosis"][0];
    assert_eq!(diagnosis["code"], "vid-certificate");
    assert_eq!(diagnosis["certificate_source"], "caller");
    let sha256 = {
        use sha2::Digest as _;
        base16ct::lower::encode_string(&sha2::Sha256::digest(std::fs::read(&other).unwrap()))
    };
    assert_eq!(diagnosis["certificate_sha256"], sha256.as_str());
    for (lang, supplied) in [
        ("en", "supplied beside the document"),
        ("ko", "문서 밖에서 주어짐"),
    ] {
        let more = [&claim[..], &["--diagnose", "--lang", lang]].concat();
        let run = verify("toss/attached", &more);
        run.has(&format!("\n    sha256: {sha256} ({supplied})\n"));
    }
}

/// The report of a content is the same with a diagnosis and without, however long the content is.
#[test]
fn what_was_not_tried_is_said() {
    let long = file("diagnosis/longest.bin", b"");
    let longest = injang_core::Diagnoses::LONGEST_CONTENT as u64;
    let open = std::fs::OpenOptions::new().write(true).open(&long);
    open.unwrap().set_len(longest + 1).unwrap();
    let case = "diagnose/signed-crlf";
    let judged = |more: &[&str]| {
        let arguments = [&["--content", &long], more].concat();
        verify(case, &arguments)
    };
    let (plain, run) = (judged(&[]), judged(&["--diagnose"]));
    assert_eq!((plain.status, run.status), (1, 1));
    assert_eq!(plain.first(), run.first());
    run.has("\nDiagnosis\n  ? not every reading that is known was tried");
    run.has_not("no other reading");
    let run = judged(&["--diagnose", "--lang", "ko"]);
    run.has("\n진단\n  ? 알려진 해석을 모두 시도하지는 못했습니다");
    let plain = judged(&["--format", "json"]).json();
    let mut report = judged(&["--format", "json", "--diagnose"]).json();
    let members = report.as_object_mut().unwrap();
    assert_eq!(members.remove("diagnosis").unwrap(), serde_json::json!([]));
    assert_eq!(members.remove("diagnosis_complete").unwrap(), false);
    assert_eq!(report, plain);
    std::fs::remove_file(&long).unwrap();
}

/// A content that can be read once only is read once.
#[cfg(target_os = "linux")]
#[test]
fn content_from_a_pipe() {
    let case = "diagnose/signed-crlf";
    let content = std::fs::read(vector(&format!("{case}/content.bin"))).unwrap();
    let trust = vector("diagnose/ca.der");
    let document = vector(&format!("{case}/document.der"));
    let arguments = [
        "verify",
        "--trust",
        &trust,
        "--at",
        AT,
        "--revocation",
        "none",
        "--content",
        "/dev/stdin",
        "--diagnose",
        &document,
    ];
    let run = injang_with(&arguments, &content);
    assert_eq!(run.status, 1);
    run.has("with CRLF line ends");
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
        serde_json::json!(["digest-sha256", "base64"])
    );
    assert_eq!(diagnosis["from"], "supplied-content");
    assert_eq!(diagnosis["to"], "signed-content");
    assert_eq!(report["diagnosis_complete"], true);
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
    run.has("digest source: hash-of-hash");
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
    let members = held.as_object_mut().unwrap();
    members.remove("diagnosis").unwrap();
    assert_eq!(members.remove("diagnosis_complete").unwrap(), true);
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
