//! `injang verify`: verdicts, options, languages.

use crate::program::{AT, command, file, finish, injang, injang_with, vector, verify};
use sha2::{Digest as _, Sha256, Sha512};

fn digest_of(case: &str) -> Vec<u8> {
    Sha256::digest(std::fs::read(vector(&format!("{case}/content.bin"))).unwrap()).to_vec()
}

#[test]
fn total_passed() {
    let run = verify("toss/attached", &[]);
    assert_eq!((run.status, run.errors.as_str()), (0, ""));
    assert_eq!(
        run.first(),
        "TOTAL-PASSED (revocation not checked): every other check passed"
    );
    run.has("\nSigned content\n");
    run.has("  │ <document><title>전자서명 동의서</title>");
    run.has("(says: Toss)");
    run.has("claimed signing time: 2026-03-02T08:59:30Z (2026-03-02 17:59:30 KST); the signer's claim, not proven");
    run.has("✓ signature: passed");
    run.has("– revocation: not checked");
    run.has("\nIdentity: not-claimed – nothing was claimed\n\nConditions\n");
    run.has("/toss/attached/document.der\n  program: injang ");
}

#[test]
fn total_failed() {
    let run = verify("toss/attached-content-flipped-bit", &[]);
    assert_eq!(run.status, 1);
    assert!(
        run.first()
            .starts_with("TOTAL-FAILED / HASH_FAILURE: not to be relied on")
    );
    run.has("\nContent (NOT verified)\n");
    run.has_not("Signed content");
    run.has("✗ message digest: failed (HASH_FAILURE): ");

    let run = verify("toss/attached-signature-flipped-bit", &[]);
    assert_eq!(run.status, 1);
    run.has("the signature did NOT verify under its key");
    run.has("\nContent (NOT verified)\n");
}

#[test]
fn indeterminate_without_revocation_evidence() {
    let (trust, document) = (vector("toss/ca.der"), vector("toss/attached/document.der"));
    let run = injang(&["verify", "--trust", &trust, "--at", AT, &document]);
    assert_eq!(run.status, 2);
    assert!(run.first().starts_with("INDETERMINATE / TRY_LATER: "));
    run.has("\nSigned content\n");
    run.has("? revocation: undecided (TRY_LATER): ");
    assert!(
        run.output
            .lines()
            .last()
            .unwrap()
            .contains("--revocation none")
    );
    // Asked for by name it is the same.
    let same = injang(&[
        "verify",
        "--revocation",
        "require",
        "--trust",
        &trust,
        "--at",
        AT,
        &document,
    ]);
    assert_eq!((same.status, same.output), (2, run.output));
}

#[test]
fn indeterminate_without_trust() {
    let document = vector("toss/attached/document.der");
    let run = injang(&["verify", "--at", AT, "--revocation", "none", &document]);
    assert_eq!(run.status, 2);
    assert!(
        run.first()
            .starts_with("INDETERMINATE / NO_CERTIFICATE_CHAIN_FOUND: ")
    );
    run.has("\nNo trust anchor was given");
}

#[test]
fn time() {
    let run = verify("toss/attached", &["--format", "json"]);
    assert_eq!(run.json()["conditions"]["at"], AT);
    // The last --at would be a second one: it is refused, so judge by hand.
    let (trust, document) = (vector("toss/ca.der"), vector("toss/attached/document.der"));
    let at = |at| {
        let arguments = [
            "verify",
            "--trust",
            &trust,
            "--revocation",
            "none",
            "--at",
            at,
            &document,
        ];
        injang(&arguments)
    };
    assert!(
        at("2040-01-01T00:00:00Z")
            .first()
            .starts_with("TOTAL-FAILED / EXPIRED")
    );
    assert!(
        at("2001-01-01T09:00:00+09:00")
            .first()
            .starts_with("TOTAL-FAILED / NOT_YET_VALID")
    );
    let run = at("2026-03-02T18:00:00.5+09:00");
    assert_eq!(run.status, 0);
    run.has("judged at: 2026-03-02T09:00:00Z (2026-03-02 18:00:00 KST), given by the caller\n");

    let seconds = |time: std::time::SystemTime| {
        i64::try_from(
            time.duration_since(std::time::UNIX_EPOCH)
                .unwrap()
                .as_secs(),
        )
        .unwrap()
    };
    let before = seconds(std::time::SystemTime::now());
    let run = injang(&["verify", "--format", "json", "--trust", &trust, &document]);
    let after = seconds(std::time::SystemTime::now());
    let at = injang_core::Time::parse(run.json()["conditions"]["at"].as_str().unwrap())
        .unwrap()
        .unix();
    assert!((before..=after).contains(&at));
}

#[test]
fn detached_content() {
    let none = verify("toss/detached-with-nothing", &[]);
    assert_eq!(none.status, 2);
    assert!(
        none.first()
            .starts_with("INDETERMINATE / SIGNED_DATA_NOT_FOUND")
    );
    none.has("none in the document, and none was supplied");
    assert!(none.output.lines().last().unwrap().contains("--content"));

    let case = "toss/detached-with-content";
    let content = vector("toss/detached-with-content/content.bin");
    let run = verify(case, &["--content", &content, "--format", "json"]);
    assert_eq!(run.status, 0, "{run:?}");
    let json = run.json();
    assert_eq!(json["document"]["content"], "detached");
    assert_eq!(
        json["document"]["content_sha256"],
        base16ct::lower::encode_string(&digest_of(case))
    );
    let run = verify(case, &["--content", &content]);
    run.has("\nSigned content\n");
    run.has("  │ ");

    let wrong = file("verification/wrong.bin", b"something else");
    let run = verify(case, &["--content", &wrong]);
    assert_eq!(run.status, 1);
    run.has("\nContent (NOT verified)\n");
}

#[test]
fn digest_in_every_form() {
    use base64::Engine as _;
    use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
    let case = "toss/detached-with-content";
    let digest = digest_of(case);
    let hex = base16ct::lower::encode_string(&digest);
    let forms = [
        hex.clone(),
        hex.to_uppercase(),
        STANDARD.encode(&digest),
        STANDARD_NO_PAD.encode(&digest),
        URL_SAFE.encode(&digest),
        URL_SAFE_NO_PAD.encode(&digest),
    ];
    for form in forms {
        let run = verify(
            case,
            &["--digest", &format!("sha256:{form}"), "--format", "json"],
        );
        assert_eq!(run.status, 0, "{form} {run:?}");
        let json = run.json();
        assert_eq!(json["document"]["content"], "digest");
        assert_eq!(json["document"]["content_sha256"], hex.as_str());
        assert_eq!(json["signers"][0]["sign_type"], "PLAIN_HASH");
        assert_eq!(json["signers"][0]["digest_source"], "prehash");
    }
    let content = std::fs::read(vector("toss/detached-with-content/content.bin")).unwrap();
    let other = base16ct::lower::encode_string(&Sha512::digest(content));
    let run = verify(case, &["--digest", &format!("sha512:{other}")]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.output.lines().last(),
        Some("Give the content's sha256 digest (--digest).")
    );
    let run = verify(
        case,
        &["--digest", &format!("sha512:{other}"), "--format", "json"],
    );
    assert!(run.json()["document"]["content_sha256"].is_null());
}

#[test]
fn demanded_sign_type() {
    let run = verify("toss/attached", &["--sign-type", "signed-attribute"]);
    assert_eq!(run.status, 0);
    let run = verify("toss/attached", &["--sign-type", "message"]);
    assert_eq!(run.status, 2);
    assert!(
        run.first()
            .starts_with("INDETERMINATE / SIG_CONSTRAINTS_FAILURE")
    );
    let run = verify("kakao/content-primitive", &["--sign-type", "message"]);
    assert_eq!(run.status, 0);
    let run = verify(
        "kakao/content-primitive",
        &["--sign-type", "signed-attribute"],
    );
    assert_eq!(run.status, 2);
}

#[test]
fn profiles() {
    let mut octets = std::fs::read(vector("toss/attached/document.der")).unwrap();
    octets.push(b'\n');
    let padded = file("verification/padded.der", &octets);
    let trust = vector("toss/ca.der");
    let judge = |profile| {
        let arguments = [
            "verify",
            "--trust",
            &trust,
            "--at",
            AT,
            "--revocation",
            "none",
            "--profile",
            profile,
            &padded,
        ];
        injang(&arguments)
    };
    let run = judge("standard");
    assert_eq!(run.status, 0);
    run.has("! finding trailing-padding: ");
    let run = judge("strict");
    assert_eq!(run.status, 2);
    assert!(run.first().starts_with("INDETERMINATE / FORMAT_FAILURE"));
}

#[test]
fn from_standard_input() {
    let octets = std::fs::read(vector("toss/attached/document.der")).unwrap();
    let trust = vector("toss/ca.der");
    let arguments = [
        "verify",
        "--trust",
        &trust,
        "--at",
        AT,
        "--revocation",
        "none",
        "-",
    ];
    let run = injang_with(&arguments, &octets);
    assert_eq!(run.status, 0);
    // The input's name aside, which is not the same.
    let file = vector("toss/attached/document.der");
    let other = verify("toss/attached", &[]).output;
    assert_eq!(run.output, other.replace(&file, "standard input"));
}

#[test]
fn korean() {
    let english = verify("toss/attached", &[]);
    let korean = verify("toss/attached", &["--lang", "ko"]);
    assert_eq!(korean.status, 0);
    assert_eq!(
        korean.first(),
        "TOTAL-PASSED (폐지 여부 검사 안 함): 그 밖의 모든 검사를 통과함"
    );
    korean.has("\n서명된 내용\n");
    korean.has("✓ 전자서명: 통과");
    korean.has("(표시: Toss)");
    korean.has_not("passed");
    korean.has_not("signature");

    let trust = vector("toss/ca.der");
    let document = vector("toss/attached/document.der");
    let arguments = [
        "verify",
        "--trust",
        &trust,
        "--at",
        AT,
        "--revocation",
        "none",
        &document,
    ];
    let localised = |variables: &[(&str, &str)]| {
        let mut command = command(&arguments);
        command.envs(variables.iter().copied());
        finish(command, None).output
    };
    assert_eq!(localised(&[("LANG", "ko_KR.UTF-8")]), korean.output);
    assert_eq!(
        localised(&[("LC_MESSAGES", "ko"), ("LANG", "en_US")]),
        korean.output
    );
    assert_eq!(
        localised(&[("LC_ALL", ""), ("LANG", "ko_KR")]),
        korean.output
    );
    assert_eq!(
        localised(&[("LC_ALL", "C"), ("LANG", "ko_KR")]),
        english.output
    );
    assert_eq!(localised(&[("LANG", "kok_IN")]), english.output);

    let failed = verify("toss/attached-signature-flipped-bit", &["--lang", "ko"]);
    failed.has("\n내용 (검증되지 않음)\n");
    failed.has("✗ 전자서명: 실패 (SIG_CRYPTO_FAILURE): ");
}

#[test]
fn json_is_english_unless_korean_is_asked_for() {
    let trust = vector("toss/ca.der");
    let document = vector("toss/attached/document.der");
    let arguments = [
        "verify", "--trust", &trust, "--at", AT, "--format", "json", &document,
    ];
    let english = injang(&arguments);
    let mut localised = command(&arguments);
    localised.env("LC_ALL", "ko_KR.UTF-8");
    assert_eq!(finish(localised, None).output, english.output);
    assert!(english.output.is_ascii());
    let korean = injang(&[&arguments[..], &["--lang", "ko"]].concat());
    korean.has("폐지 정보");
    assert_eq!(korean.json()["verdict"], english.json()["verdict"]);
}

#[test]
fn colours_only_where_wanted() {
    let trust = vector("toss/ca.der");
    let document = vector("toss/attached/document.der");
    let arguments = [
        "verify",
        "--trust",
        &trust,
        "--at",
        AT,
        "--revocation",
        "none",
        &document,
    ];
    let run = |variables: &[(&str, &str)], more: &[&str]| {
        let mut command = command(&[&arguments[..], more].concat());
        command.envs(variables.iter().copied());
        finish(command, None).output
    };
    assert!(!run(&[], &[]).contains('\u{1b}'));
    assert!(run(&[("CLICOLOR_FORCE", "1")], &[]).starts_with("\u{1b}["));
    assert!(!run(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &[]).contains('\u{1b}'));
    assert!(!run(&[("CLICOLOR_FORCE", "1")], &["--format", "json"]).contains('\u{1b}'));
}

#[test]
fn several_signers() {
    let (ci, vid) = crate::program::claim("identity/several-signers-named");
    let ci = file("verification/ci.txt", ci.as_bytes());
    let run = verify(
        "identity/several-signers-named",
        &["--ci-file", &ci, "--vid", &vid],
    );
    run.has("\nSigner 0: ");
    run.has("\nSigner 1: ");
    run.has("Identity: ambiguous-signer – ");
    assert_eq!(run.status, 2);
}
