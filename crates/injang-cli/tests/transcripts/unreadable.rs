//! What is no document at all.

use crate::program::{file, injang, injang_with, pem, vector};

/// Inputs, and the sentence that says what is wrong.
fn inputs() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let ca = std::fs::read(vector("toss/ca.der")).unwrap();
    let mut seed = 1u32;
    let random = (0..4096).map(|_| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed.to_be_bytes()[0] | 0x80
    });
    let mut long = vec![0x30, 0x84, 0x7f, 0xff, 0xff, 0xff];
    long.resize(1000, 0);
    vec![
        ("empty", Vec::new(), "there is nothing to read"),
        (
            "pdf",
            b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(),
            "this is a PDF file",
        ),
        (
            "json",
            b"{\"code\": 400}".to_vec(),
            "this is a JSON document",
        ),
        (
            "pem",
            pem("CERTIFICATE", &ca).into_bytes(),
            "this is a certificate",
        ),
        ("der", ca, "this is a certificate"),
        ("random", random.collect(), "neither ASN.1 nor"),
        ("deep", [0x30, 0x80].repeat(100_000), "nested deeper"),
        ("long", long, "longer than what is left"),
    ]
}

#[test]
fn verify_reports_them() {
    for (name, octets, sentence) in inputs() {
        let path = file(&format!("unreadable/{name}"), &octets);
        let run = injang(&["verify", &path]);
        assert_eq!((run.status, run.errors.as_str()), (1, ""), "{name}");
        assert!(
            run.first().starts_with("TOTAL-FAILED / FORMAT_FAILURE: "),
            "{name}"
        );
        run.has("✗ format: failed (FORMAT_FAILURE): ");
        run.has(sentence);
        run.has_not("Signed content");

        let korean = injang(&["verify", "--lang", "ko", &path]);
        korean.has("✗ 형식: 실패 (FORMAT_FAILURE): ");
        korean.has_not(sentence);

        let run = injang_with(&["verify", "--format", "json", "-"], &octets);
        assert_eq!(run.status, 1, "{name}");
        let json = run.json();
        assert_eq!(json["verdict"], "TOTAL-FAILED");
        assert_eq!(json["sub_indication"], "FORMAT_FAILURE");
        assert_eq!(json["checks"][0]["id"], "format");
        assert_eq!(json["checks"][0]["outcome"], "failed");
        assert!(
            json["checks"][0]["message"]
                .as_str()
                .unwrap()
                .contains(sentence),
            "{name}"
        );
        assert!(json["document"]["content"].is_null());
        assert_eq!(json["document"]["sha256"].as_str().unwrap().len(), 64);
        assert_eq!(json["signers"].as_array().unwrap().len(), 0);
    }
}

#[test]
fn inspect_says_what_they_are() {
    for (name, octets, sentence) in inputs() {
        let path = file(&format!("unreadable/inspected-{name}"), &octets);
        let run = injang(&["inspect", &path]);
        if name == "pem" || name == "der" {
            assert_eq!(run.status, 0, "{name}");
            continue;
        }
        assert_eq!((run.status, run.output.as_str()), (1, ""), "{name}");
        assert!(
            run.errors.starts_with("injang: ") && run.errors.contains(sentence),
            "{}",
            run.errors
        );
        let korean = injang(&["inspect", "--lang", "ko", &path]);
        assert!(!korean.errors.contains(sentence), "{}", korean.errors);
    }
    let broken = file(
        "unreadable/broken.pem",
        b"-----BEGIN CERTIFICATE-----\nMIIB\n",
    );
    let run = injang(&["inspect", &broken]);
    assert_eq!(run.status, 1);
    assert_eq!(
        run.errors,
        "injang: it has a PEM block without an end line of the same label, at byte 0. Fetch it again from \
         its authority.\n"
    );
}

#[test]
fn a_claim_about_nothing() {
    let path = file("unreadable/claimed", b"%PDF-1.7\n");
    let ci = file("unreadable/ci", b"x");
    let run = injang(&[
        "verify",
        "--ci-file",
        &ci,
        "--vid",
        "x",
        "--format",
        "json",
        &path,
    ]);
    assert_eq!(run.status, 1);
    assert_eq!(run.json()["identity"]["outcome"], "malformed-ci");
}

#[test]
fn missing_files() {
    let (good, none) = (
        vector("toss/attached/document.der"),
        vector("none/such.der"),
    );
    let ci = file("unreadable/ci.txt", b"x");
    let vid = ["--vid", "x"];
    for arguments in [
        vec!["verify", &none],
        vec!["verify", "--content", &none, &good],
        vec!["verify", "--trust", &none, &good],
        vec!["verify", "--intermediate", &none, &good],
        vec!["verify", "--certificate", &none, &good],
        vec!["verify", "--crl", &none, &good],
        vec!["verify", "--ocsp", &none, &good],
        // Even where it would not be used.
        vec!["verify", "--revocation", "none", "--crl", &none, &good],
        vec!["inspect", &none],
        vec!["vid", "--ci-file", &ci, "--cert", &none],
    ] {
        let run = injang(&arguments);
        assert_eq!((run.status, run.output.as_str()), (66, ""), "{arguments:?}");
        assert!(
            run.errors.contains(&none) && run.errors.contains("no such file"),
            "{}",
            run.errors
        );
    }
    // A CI may have been pasted where its file belongs, so that name is not repeated.
    for arguments in [
        [&["verify", "--ci-file", &none, &good][..], &vid].concat(),
        vec!["vid", "--ci-file", &none, "--serial", "01"],
    ] {
        let run = injang(&arguments);
        assert_eq!((run.status, run.output.as_str()), (66, ""), "{arguments:?}");
        assert!(
            run.errors.contains("--ci-file") && run.errors.contains("no such file"),
            "{}",
            run.errors
        );
        assert!(!run.errors.contains(&none), "{}", run.errors);
    }
    let korean = injang(&["verify", "--lang", "ko", &none]);
    assert!(
        korean.errors.ends_with("파일이 없습니다\n"),
        "{}",
        korean.errors
    );
    let folder = injang(&["verify", &vector("toss")]);
    assert_eq!(folder.status, 66);
}

/// A file's name can't rewrite the line that it stands in.
#[test]
fn names_of_files_are_escaped() {
    let run = injang(&["verify", "a\u{1b}[2J\u{202e}b\n"]);
    assert_eq!(run.status, 66);
    assert!(
        run.errors.contains("a\\u{1b}[2J\\u{202e}b\\u{a}: "),
        "{}",
        run.errors
    );
}
