//! `injang verify --ci-file --vid`: whether the signer is the person claimed.

use crate::program::{AT, claim, file, injang, injang_with, vector, verify};

#[test]
fn matched() {
    let (ci, vid) = claim("identity/matched-ci-serial");
    let ci_file = file("identity/matched.txt", format!("{ci}\n").as_bytes());
    let run = verify(
        "identity/matched-ci-serial",
        &["--ci-file", &ci_file, "--vid", &vid],
    );
    assert_eq!(run.status, 0, "{run:?}");
    run.has("\nIdentity: matched – ");
    let run = verify(
        "identity/matched-ci-serial",
        &["--format", "json", "--ci-file", &ci_file, "--vid", &vid],
    );
    let identity = &run.json()["identity"];
    assert_eq!(
        identity.to_string(),
        r#"{"outcome":"matched","layout":"ci-serial","encoding":"base64"}"#
    );
}

#[test]
fn ci_from_standard_input() {
    let (ci, vid) = claim("identity/matched-ci-serial");
    let (trust, document) = (
        vector("identity/ca.der"),
        vector("identity/matched-ci-serial/document.der"),
    );
    let arguments = [
        "verify",
        "--trust",
        &trust,
        "--at",
        AT,
        "--revocation",
        "none",
        "--ci-file",
        "-",
        "--vid",
        &vid,
        &document,
    ];
    assert_eq!(injang_with(&arguments, ci.as_bytes()).status, 0);
    assert_eq!(injang_with(&arguments, b"").status, 2);
    assert_eq!(
        injang_with(&arguments, "A".repeat(1 << 20).as_bytes()).status,
        2
    );
    // Standard input can't be both.
    let mut both = arguments;
    both[11] = "-";
    let run = injang(&both);
    assert_eq!((run.status, run.output.as_str()), (64, ""));
}

#[test]
fn mismatched() {
    let case = "identity/mismatched-other-ci";
    let (ci, vid) = claim(case);
    let ci_file = file("identity/other.txt", ci.as_bytes());
    let run = verify(case, &["--ci-file", &ci_file, "--vid", &vid]);
    assert_eq!(run.status, 1);
    assert_eq!(
        run.first(),
        "NOT ACCEPTED (revocation not checked): the signature is valid, but is another person's"
    );
    run.has("\nIdentity: mismatched – ");
    let run = verify(
        case,
        &["--lang", "ko", "--ci-file", &ci_file, "--vid", &vid],
    );
    assert_eq!(
        run.first(),
        "NOT ACCEPTED (폐지 여부 검사 안 함): 전자서명은 유효하지만 다른 사람의 서명임"
    );
}

#[test]
fn layouts() {
    for layout in ["ci-serial-unsigned", "serial-ci", "serial-unsigned-ci"] {
        let case = format!("identity/matched-{layout}");
        let (ci, vid) = claim(&case);
        let ci_file = file(&format!("identity/{layout}.txt"), ci.as_bytes());
        let claimed = ["--ci-file", &ci_file, "--vid", &vid, "--format", "json"];
        let run = verify(&case, &[&claimed[..], &["--vid-layout", layout]].concat());
        assert_eq!(run.status, 0, "{layout}");
        assert_eq!(run.json()["identity"]["layout"], layout);
        // The default is another, and says which one it would be.
        let run = verify(&case, &claimed);
        assert_eq!(run.status, 1, "{layout}");
        assert_eq!(run.json()["identity"]["layout"], "ci-serial");
        assert_eq!(run.json()["identity"]["would_match"], layout);
    }
}

#[test]
fn malformed_texts_are_outcomes() {
    let (ci, vid) = claim("identity/matched-ci-serial");
    let good = file("identity/good.txt", ci.as_bytes());
    let bad = file("identity/bad.txt", &ci.as_bytes()[..80]);
    let run = verify(
        "identity/matched-ci-serial",
        &["--ci-file", &bad, "--vid", &vid],
    );
    assert_eq!(run.status, 2);
    run.has("Identity: malformed-ci – the CI is not base64 of 64 octets");
    // A VID may begin like an option.
    for text in ["-nothing", "", "--trust"] {
        let run = verify(
            "identity/matched-ci-serial",
            &["--ci-file", &good, "--vid", text],
        );
        assert_eq!(run.status, 2, "{run:?}");
        run.has("Identity: malformed-vid – ");
        assert!(run.first().starts_with(
            "NOT ACCEPTED (revocation not checked): the signature is valid, but the VID "
        ));
    }
}

#[test]
fn which_of_several_signers() {
    let case = "identity/several-signers-named";
    let text = std::fs::read_to_string(vector(&format!("{case}/case.json"))).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let index = json["identity"]["signer"].to_string();
    let (ci, vid) = claim(case);
    let ci_file = file("identity/several.txt", ci.as_bytes());
    let claimed = ["--ci-file", &ci_file, "--vid", &vid, "--format", "json"];
    let outcome = |more: &[&str]| {
        let run = verify(case, &[&claimed[..], more].concat());
        (
            run.status,
            run.json()["identity"]["outcome"]
                .as_str()
                .unwrap()
                .to_owned(),
        )
    };
    assert_eq!(outcome(&["--signer", &index]), (0, "matched".into()));
    assert_eq!(outcome(&[]), (2, "ambiguous-signer".into()));
    assert_eq!(outcome(&["--signer", "9"]), (2, "ambiguous-signer".into()));
    let other = if index == "0" { "1" } else { "0" };
    assert_eq!(outcome(&["--signer", other]), (1, "mismatched".into()));
}
