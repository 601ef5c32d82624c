//! What identifies a person is written nowhere, whatever goes wrong.

use crate::program::{AT, Transcript, claim, file, injang, injang_with, vector};

const CASE: &str = "identity/matched-ci-serial";

/// The words that must not appear: the CI in whole and in part, and the name of the subject.
fn secrets(ci: &str) -> Vec<String> {
    let document = vector(&format!("{CASE}/document.der"));
    let shown = injang(&["inspect", "--format", "json", "--show-subject", &document]).json();
    let subject = shown["certificates"][0]["subject"].as_str().unwrap();
    let name = subject
        .split(',')
        .next()
        .unwrap()
        .strip_prefix("CN=")
        .unwrap()
        .to_owned();
    assert!(name.chars().count() > 3, "{name}");
    vec![
        ci.to_owned(),
        ci[..24].to_owned(),
        ci[40..64].to_owned(),
        name,
    ]
}

#[track_caller]
fn assert_clean(run: &Transcript, secrets: &[String], label: &str) {
    for secret in secrets {
        assert!(
            !run.output.contains(secret),
            "{label}: {secret} in {}",
            run.output
        );
        assert!(
            !run.errors.contains(secret),
            "{label}: {secret} in {}",
            run.errors
        );
    }
}

#[test]
fn neither_ci_nor_subject() {
    let (ci, vid) = claim(CASE);
    let secrets = secrets(&ci);
    let ci_file = file("secrets/ci", ci.as_bytes());
    // Not quite a CI: still somebody's.
    let cut = file("secrets/cut", &ci.as_bytes()[..84]);
    let odd = file("secrets/odd", format!("{ci}{ci}").as_bytes());
    let json = file("secrets/json", format!("{{\"ci\":\"{ci}\"}}").as_bytes());
    let trust = vector("identity/ca.der");
    let document = vector(&format!("{CASE}/document.der"));
    let verify = ["verify", "--trust", &trust, "--at", AT];
    let mut runs = 0;
    for lang in ["en", "ko"] {
        for format in ["text", "json"] {
            for ci_file in [&ci_file, &cut, &odd, &json] {
                for more in [
                    &["--revocation", "none"][..],
                    &["--profile", "strict"],
                    &["--vid-layout", "serial-ci"],
                ] {
                    for vid in [vid.as_str(), "nothing"] {
                        let claimed = [
                            "--lang",
                            lang,
                            "--format",
                            format,
                            "--ci-file",
                            ci_file,
                            "--vid",
                            vid,
                        ];
                        let arguments = [&verify[..], &claimed, more, &[&document]].concat();
                        assert_clean(&injang(&arguments), &secrets, &format!("{arguments:?}"));
                        runs += 1;
                    }
                }
            }
            let arguments = ["inspect", "--lang", lang, "--format", format, &document];
            assert_clean(&injang(&arguments), &secrets, "inspect");
        }
    }
    assert_eq!(runs, 96);
    for ci_file in [&ci_file, &cut, &odd, &json] {
        let run = injang(&[
            "vid",
            "--ci-file",
            ci_file,
            "--serial",
            "01",
            "--layout",
            "all",
        ]);
        assert_clean(&run, &secrets, "vid");
    }
}

/// A CI pasted into the wrong place is not repeated.
#[test]
fn neither_ci_nor_vid_from_the_arguments() {
    let (ci, vid) = claim(CASE);
    let document = vector(&format!("{CASE}/document.der"));
    let ci_file = file("secrets/arguments", ci.as_bytes());
    let mistakes: &[&[&str]] = &[
        &["verify", &document, &ci],
        &["verify", &document, "--ci", &ci],
        &["verify", &document, &format!("--ci={ci}")],
        &["verify", &document, &format!("-c{ci}")],
        &["verify", &document, &format!("--{ci}")],
        &["verify", &document, &format!("--{}", &ci[..20])],
        &["verify", &document, "--ci-file", &ci, "--vid", &vid],
        &["verify", &document, "--ci-file", &ci],
        &[
            "verify",
            &document,
            "--ci-file",
            &ci_file,
            "--vid",
            &vid,
            "--signer",
            &ci,
        ],
        &[
            "verify",
            &document,
            "--ci-file",
            &ci_file,
            "--vid",
            &vid,
            "--vid-layout",
            &vid,
        ],
        &["verify", &document, "--at", &ci],
        &["verify", &document, "--digest", &ci],
        &["verify", &document, "--digest", &format!("sha256:{ci}")],
        &["verify", &document, "--format", &ci],
        &["verify", &document, "--crl", &ci],
        &["verify", &document, "--ocsp", &ci],
        &["verify", &document, "--intermediate", &ci],
        &["verify", &document, "--policy-oid", &ci],
        &["verify", &document, "--signer-policy", &ci],
        &["verify", &document, "--purpose", &ci],
        &["verify", &document, "--explicit-policy", &ci],
        &["verify", &document, &format!("--inhibit-any-policy={ci}")],
        &["verify", &document, &format!("--show-subject={ci}")],
        &["vid", "--ci-file", &ci, "--serial", "01"],
        &["vid", "--ci-file", &ci_file, "--serial", &ci],
        &[
            "vid",
            "--ci-file",
            &ci_file,
            "--serial",
            "01",
            "--layout",
            &ci,
        ],
        &["vid", &ci],
        &[&ci],
        &["help", &ci],
    ];
    let secrets = [ci.clone(), ci[..20].to_owned(), vid.clone()];
    for arguments in mistakes {
        let run = injang(arguments);
        assert!([64, 66].contains(&run.status), "{arguments:?}: {run:?}");
        assert_clean(&run, &secrets, &format!("{arguments:?}"));
    }
}

/// Content is shown as what it is, and only on standard output.
#[test]
fn content_stays_out_of_errors() {
    let content = "이 문서의 내용은 비밀입니다";
    for input in [
        content.as_bytes().to_vec(),
        format!("{{\"a\":\"{content}\"}}").into_bytes(),
    ] {
        for command in ["verify", "inspect"] {
            let run = injang_with(&[command, "-"], &input);
            assert_eq!(run.status, 1);
            assert_clean(&run, &["비밀".to_owned()], command);
        }
    }
}

#[test]
fn subject_only_when_asked_for() {
    let (ci, _) = claim(CASE);
    let secrets = secrets(&ci);
    let name = secrets.last().unwrap();
    let document = vector(&format!("{CASE}/document.der"));
    for command in ["verify", "inspect"] {
        for format in ["text", "json"] {
            let run = injang(&[command, "--show-subject", "--format", format, &document]);
            run.has(name);
            let run = injang(&[command, "--format", format, &document]);
            run.has_not(name);
        }
    }
}

/// A CI that was pasted where a file belongs is not repeated.
#[test]
fn a_ci_in_place_of_a_file() {
    let ci = format!("{}==", "Ab1/".repeat(21) + "Ab");
    assert_eq!(ci.len(), 88);
    let document = vector("toss/attached/document.der");
    for arguments in [
        vec!["verify", &ci],
        vec!["inspect", &ci],
        vec!["verify", "--trust", &ci, &document],
        vec!["verify", "--intermediate", &ci, &document],
        vec!["verify", "--crl", &ci, &document],
        vec!["verify", "--ocsp", &ci, &document],
        vec!["verify", "--content", &ci, &document],
        vec!["vid", "--ci-file", &ci, "--cert", &ci],
    ] {
        let run = injang(&arguments);
        assert_eq!(run.status, 66, "{arguments:?}");
        assert!(
            !run.errors.contains("Ab1/") && !run.output.contains("Ab1/"),
            "{}",
            run.errors
        );
    }
}
