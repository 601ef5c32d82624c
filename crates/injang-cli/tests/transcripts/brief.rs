//! `--format brief`: the outcome, what is not as it should be, and the next step; nothing else.

use crate::program::{AT, Transcript, command, finish, injang};

const TESTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests");

/// A real flow of Kakao's, judged with these options in the folder of the case.
fn kakao(more: &[&str]) -> Transcript {
    let usual = [
        "response",
        "--provider",
        "kakao",
        "--product",
        "K3510",
        "--request",
        "request.json",
        "--keys",
        "keys.json",
        "--trust",
        "../../ca.der",
        "--at",
        AT,
        "--format",
        "brief",
        "response.json",
    ];
    let mut command = command(&[&usual[..], more].concat());
    command.current_dir(format!("{TESTS}/responses/kakao-single/text"));
    finish(command, None)
}

#[test]
fn accepted_is_a_line_and_the_time() {
    for (lang, line) in [
        (
            "en",
            "ACCEPTED (revocation not checked): everything else is as it was asked for\n\
             judged at: 2026-03-02T09:00:00Z (2026-03-02 18:00:00 KST), given by the caller\n",
        ),
        (
            "ko",
            "ACCEPTED (폐지 여부 검사 안 함): 그 밖의 모든 것이 요청과 같음\n\
             검증 기준 시각: 2026-03-02T09:00:00Z (2026-03-02 18:00:00 KST), 직접 지정한 시각\n",
        ),
    ] {
        let run = kakao(&[
            "--ci-file",
            "ci.txt",
            "--revocation",
            "none",
            "--lang",
            lang,
        ]);
        assert_eq!((run.status, run.output.as_str()), (0, line));
    }
}

/// The first run that a genuine user makes: what is missing, where it is, and under which option.
#[test]
fn the_first_run_without_a_crl() {
    let run = kakao(&["--ci-file", "ci.txt"]);
    assert_eq!(
        (run.status, run.output.as_str()),
        (
            2,
            "\
UNDETERMINED: something is missing or undecided
judged at: 2026-03-02T09:00:00Z (2026-03-02 18:00:00 KST), given by the caller
  ? document-undetermined [00000000-0000-4000-8000-000000000001]: the signed document is INDETERMINATE (TRY_LATER)
next step: No CRL and no OCSP response was given, and the document has none.
  Fetch a CRL or an OCSP response about each of these certificates, and give it as revocation data (--crl, --ocsp):
    certificate 0 of the path, issued by CN=TEST-CA,OU=Test Certification Authority Central,O=INJANG TEST,C=KR:
      CRL ldap://ldap.test.invalid:389/CN=TEST-CA,OU=Test-Certification-Authority-Central,O=INJANG-TEST,C=KR?certificateRevocationList
  This is a directory entry, to be fetched with an LDAP client. This command writes its value into a file and prints the file's name: give that file as a CRL (--crl).
    ldapsearch -x -LLL -t -H 'ldap://ldap.test.invalid:389' -b 'CN=TEST-CA,OU=Test-Certification-Authority-Central,O=INJANG-TEST,C=KR' -s base '(objectClass=*)' 'certificateRevocationList;binary'
  You can also turn the check off (--revocation none); the report then says that revocation was not checked.
"
        )
    );
    let run = kakao(&["--ci-file", "ci.txt", "--lang", "ko"]);
    run.has("다음 단계: CRL도 OCSP 응답도 주어지지 않았고");
    run.has("\n    ldapsearch -x -LLL -t -H 'ldap://ldap.test.invalid:389' ");
}

#[test]
fn what_is_missing_has_its_option_and_its_waiver() {
    let run = kakao(&["--revocation", "none", "--waive", "person"]);
    assert_eq!(
        (run.status, run.output.as_str()),
        (
            2,
            "\
UNDETERMINED: something is missing or undecided (waived: person; revocation not checked)
judged at: 2026-03-02T09:00:00Z (2026-03-02 18:00:00 KST), given by the caller
  ? ci-not-held: no CI was given to compare the signer with
next step: Give the CI that you hold of the person whom you asked (--ci-file FILE, --prepare PREPARE.json). To decide without this check, waive it (--waive ci): who signed is then not shown by a CI.
"
        )
    );
    let run = kakao(&["--revocation", "none", "--waive", "person", "--lang", "ko"]);
    assert_eq!(
        run.output,
        "\
UNDETERMINED: 누락되었거나 판정할 수 없는 항목이 있음 (생략: person; 폐지 여부 검사 안 함)
검증 기준 시각: 2026-03-02T09:00:00Z (2026-03-02 18:00:00 KST), 직접 지정한 시각
  ? 서명자와 비교할 보유 CI가 주어지지 않았습니다 (ci-not-held)
다음 단계: 서명을 요청한 사람의 보유 CI를 지정하세요 (--ci-file FILE, --prepare PREPARE.json). 이 검사 없이 판정하려면 --waive ci: 서명자가 누구인지 CI로 확인되지 않습니다.
"
    );
}

/// K2220 without its short signatures: the decision is about the document that opened the session.
#[test]
fn a_session_without_its_signatures() {
    for (lang, line) in [
        (
            "en",
            "ACCEPTED (no short signature given; revocation not checked): everything else is as it \
             was asked for\n\
             judged at: 2026-03-02T09:00:00Z (2026-03-02 18:00:00 KST), given by the caller\n",
        ),
        (
            "ko",
            "ACCEPTED (축약서명이 주어지지 않음; 폐지 여부 검사 안 함): 그 밖의 모든 것이 요청과 같음\n\
             검증 기준 시각: 2026-03-02T09:00:00Z (2026-03-02 18:00:00 KST), 직접 지정한 시각\n",
        ),
    ] {
        let mut command = command(&[
            "response",
            "--provider",
            "kakao",
            "--product",
            "K2220",
            "--request",
            "request.json",
            "--keys",
            "keys.json",
            "--ci-file",
            "ci.txt",
            "--trust",
            "../../ca.der",
            "--revocation",
            "none",
            "--at",
            AT,
            "--format",
            "brief",
            "--lang",
            lang,
            "response.json",
        ]);
        command.current_dir(format!("{TESTS}/responses/kakao-short/none"));
        let run = finish(command, None);
        assert_eq!((run.status, run.output.as_str()), (0, line));
    }
}

/// `verify` in the same form, and an address of the web.
#[test]
fn verdicts() {
    let toss = |more: &[&str]| {
        let document = format!("{TESTS}/vectors/toss/attached/document.der");
        let trust = format!("{TESTS}/vectors/toss/ca.der");
        let usual = ["verify", "--trust", &trust, "--at", AT, "--format", "brief"];
        injang(&[&usual[..], more, &[document.as_str()]].concat())
    };
    let run = toss(&["--revocation", "none"]);
    assert_eq!(
        (run.status, run.output.as_str()),
        (
            0,
            "TOTAL-PASSED (revocation not checked): every other check passed\n\
             judged at: 2026-03-02T09:00:00Z (2026-03-02 18:00:00 KST), given by the caller\n"
        )
    );
    let run = toss(&[]);
    assert_eq!(run.status, 2);
    assert!(run.first().starts_with("INDETERMINATE / TRY_LATER: "));
    run.has("\n  ? revocation: undecided (TRY_LATER): ");
    run.has("\nnext step: No CRL and no OCSP response was given");
    run.has_not("✓");
    run.has_not("Conditions");
    assert!(run.output.lines().count() < 10, "{}", run.output);
    let run = toss(&["--lang", "ko"]);
    run.has("\n다음 단계: CRL도 OCSP 응답도 주어지지 않았고");
}

/// The first of all runs: nobody is trusted yet, and what the next run would ask for is named too.
#[test]
fn nobody_is_trusted() {
    let document = format!("{TESTS}/vectors/toss/attached/document.der");
    let run = injang(&["verify", "--at", AT, "--format", "brief", &document]);
    assert_eq!(run.status, 2);
    run.has("\nnext step: No trust anchor was given");
    run.has("\n  After that a CRL is needed too: fetch it, and give it as revocation data (--crl).\n    CRL http://");
}

/// What is not to be relied on is said to be so, where no more is known.
#[test]
fn failed() {
    let folder = format!("{TESTS}/vectors/toss");
    let document = format!("{folder}/attached-signature-flipped-bit/document.der");
    let trust = format!("{folder}/ca.der");
    let usual = [
        "verify",
        "--trust",
        &trust,
        "--at",
        AT,
        "--revocation",
        "none",
    ];
    for (lang, words) in [
        ("en", "\nnext step: Do not rely on the document.\n"),
        ("ko", "\n다음 단계: 이 문서를 신뢰하지 마세요.\n"),
    ] {
        let more = ["--format", "brief", "--lang", lang, &document];
        let run = injang(&[&usual[..], &more].concat());
        assert_eq!(run.status, 1);
        run.has(words);
        run.has_not("Conditions");
    }
}
