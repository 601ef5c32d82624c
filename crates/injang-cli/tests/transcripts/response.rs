//! `response`: what is decided over providers' answers, how that is said, and what can't be asked.

use crate::program::{Transcript, command, file, finish, injang};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The vectors of responses.
const RESPONSES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/responses");

/// A file among them.
fn vector(path: &str) -> String {
    format!("{RESPONSES}/{path}")
}

/// A file of theirs, as JSON.
fn json_of(path: &str) -> Value {
    serde_json::from_slice(&fs::read(vector(path)).unwrap()).unwrap()
}

/// The options of a case, as they are typed in its folder.
fn options(case: &str) -> Vec<String> {
    let json = json_of(&format!("{case}/case.json"));
    let mut typed = vec!["response".to_owned()];
    for (name, value) in json["options"].as_object().unwrap() {
        let values = value
            .as_array()
            .map_or(vec![value], |all| all.iter().collect());
        for value in values {
            typed.extend([format!("--{name}"), value.as_str().unwrap().to_owned()]);
        }
    }
    typed
}

/// The program in the folder of a case, with the case's options and more.
fn prepared(case: &str, more: &[&str]) -> Command {
    let options = options(case);
    let typed: Vec<&str> = options.iter().map(String::as_str).collect();
    let mut command = command(&[&typed[..], more].concat());
    command.current_dir(vector(case));
    command
}

/// The same with another value of an option, and as JSON.
fn decide_with(case: &str, option: &str, value: &str, more: &[&str]) -> Value {
    let mut options = options(case);
    let at = options.iter().position(|it| it == option).unwrap();
    value.clone_into(&mut options[at + 1]);
    let typed: Vec<&str> = options.iter().map(String::as_str).collect();
    let mut command = command(&[&typed[..], &["--format", "json"], more].concat());
    command.current_dir(vector(case));
    finish(command, None).json()
}

/// The program over answers of Kakao's, by their requests, the keys and the list of CIs.
fn judge_many([requests, keys, list]: [&str; 3], more: &[&str]) -> Transcript {
    let trust = vector("ca.der");
    let usual = [
        "response",
        "--provider",
        "kakao",
        "--request",
        requests,
        "--keys",
        keys,
        "--ci-list",
        list,
        "--trust",
        &trust,
        "--revocation",
        "none",
        "--at",
        "2026-03-02T09:00:00Z",
    ];
    injang(&[&usual[..], more].concat())
}

fn has_reason(decision: &Value, code: &str, effect: &str) -> bool {
    let reasons = decision["reasons"].as_array().unwrap();
    reasons
        .iter()
        .any(|it| it["code"] == code && it["effect"] == effect)
}

fn decide(case: &str, more: &[&str]) -> Transcript {
    finish(prepared(case, more), None)
}

#[test]
fn decisions_have_a_status_and_a_sentence() {
    for (case, status, name, english, korean) in [
        (
            "kakao-single/text",
            0,
            "ACCEPTED",
            "ACCEPTED (revocation not checked): everything else is as it was asked for",
            "ACCEPTED (폐지 여부 검사 안 함): 그 밖의 모든 것이 요청과 같음",
        ),
        (
            "kakao-single/other-text",
            1,
            "REJECTED",
            "REJECTED: not to be relied on (revocation not checked)",
            "REJECTED: 신뢰할 수 없음 (폐지 여부 검사 안 함)",
        ),
        (
            "kakao-single/ci-not-held",
            2,
            "UNDETERMINED",
            "UNDETERMINED: something is missing or undecided (revocation not checked)",
            "UNDETERMINED: 누락되었거나 판정할 수 없는 항목이 있음 (폐지 여부 검사 안 함)",
        ),
    ] {
        for (lang, sentence) in [("en", english), ("ko", korean)] {
            let run = decide(case, &["--lang", lang, "response.json"]);
            assert_eq!((run.status, run.errors.as_str()), (status, ""), "{case}");
            assert_eq!(run.first(), sentence, "{case}");
        }
        let run = decide(case, &["--format", "json", "response.json"]);
        assert_eq!(run.status, status, "{case}");
        assert_eq!(run.json()["decision"], name, "{case}");
    }
}

#[test]
fn a_ci_file_may_begin_with_a_byte_order_mark() {
    let case = "kakao-single/text";
    let held = fs::read_to_string(vector(&format!("{case}/ci.txt"))).unwrap();
    let marked = file("response/marked.txt", format!("\u{feff}{held}").as_bytes());
    let decision = decide_with(case, "--ci-file", &marked, &["response.json"]);
    assert_eq!(decision["decision"], "ACCEPTED");
    let none = file("response/none.txt", "\u{feff}none".as_bytes());
    let decision = decide_with(case, "--ci-file", &none, &["response.json"]);
    assert_eq!(decision["decision"], "UNDETERMINED");
    let reasons = decision["reasons"].as_array().unwrap();
    let malformed = reasons.iter().find(|it| it["code"] == "ci-malformed");
    assert_eq!(malformed.unwrap()["whose"], "held");
}

#[test]
fn words_are_the_languages() {
    let case = "kakao-single/other-text";
    let english = decide(case, &["response.json"]);
    let korean = decide(case, &["--lang", "ko", "response.json"]);
    for (word, other) in [
        ("Reasons", "사유"),
        ("Identity", "서명자 확인"),
        ("judged at", "검증 기준 시각"),
        ("provider", "인증사업자"),
    ] {
        english.has(word);
        english.has_not(other);
        korean.has(other);
        korean.has_not(&format!("{word}:"));
    }
    for run in [english, korean] {
        run.has("content-differs");
    }
}

#[test]
fn answers_from_standard_input() {
    for (case, status) in [
        ("kakao-single/text", 0),
        ("kakao-single/other-text", 1),
        ("kakao-single/ci-not-held", 2),
    ] {
        let answer = fs::read(vector(&format!("{case}/response.json"))).unwrap();
        for format in ["text", "json"] {
            let run = finish(prepared(case, &["--format", format, "-"]), Some(&answer));
            assert_eq!((run.status, run.errors.as_str()), (status, ""), "{case}");
            let file = decide(case, &["--format", format, "response.json"]);
            // The input's name aside, which is not the same.
            let other = file
                .output
                .replace("input: response.json\n", "input: standard input\n");
            assert_eq!(run.output, other, "{case} {format}");
        }
    }
    for (input, place) in [("", "nothing in it"), ("{\"status\":", "line 1 column 10")] {
        let run = finish(
            prepared("kakao-single/text", &["-"]),
            Some(input.as_bytes()),
        );
        assert_eq!((run.status, run.errors.as_str()), (1, ""), "{input}");
        run.has("response-malformed");
        run.has(place);
    }
}

/// What is typed behind `response`, and what is said about it.
#[rustfmt::skip]
const MISTAKES: &[(&str, &str)] = &[
    ("a", "missing: --provider <NAME>"),
    ("--provider kakao", "missing: <RESPONSE.json>"),
    ("a --provider naver", "takes one of: kakao, barocert, toss"),
    ("a --provider barocert", "--provider barocert needs --product, such as kakao-multi-sign"),
    ("a --provider kakao --product K9999", "--product: not a product of kakao; its products are K3510, K3520, K3511"),
    ("a --provider kakao --product kakao-sign", "--product: not a product of kakao; its products are K3510"),
    ("a --provider barocert --product K3510", "--product: not a product of barocert; its products are kakao-identity"),
    ("a --provider toss --product K3510", "--product: not a product of toss; its products are sign"),
    ("a b --provider kakao", "several answers need --ci-list"),
    ("a b --provider kakao --ci-file c", "several answers need --ci-list"),
    ("- - --provider kakao --ci-list l --keys k", "only one file can come from standard input"),
    ("- --provider kakao --ci-file -", "only one file can come from standard input"),
    ("a --provider kakao --ci-list l", "missing: --keys <KEYS.json>"),
    ("a --provider kakao --ci-list l --keys k --ci-file c", "exclude each other"),
    ("a --provider kakao --waive everything", "takes one of: ci, content, person, receipt, request,"),
    ("a --provider kakao --sign-type MESSAGE", "takes one of: message, signed-attribute"),
    ("a --provider kakao --digest-reading twice", "takes one of: prehash, hash-of-hash"),
    ("a --provider kakao --vid-layout none", "takes one of: ci-serial,"),
    ("a --provider kakao --short s", "missing: --short-key-path <POINTER>"),
    ("a --provider kakao --short-key-path /a", "missing: "),
    ("a --provider kakao --short-time soon", "takes one of: rfc3339, epoch-seconds,"),
    ("a --provider kakao --nonce-path /a", "missing: --request <REQ.json>"),
    ("a --provider kakao --request r --nonce-path a", "--nonce-path <POINTER>: "),
    ("a --provider kakao --nonce-answer-path /~2", "--nonce-answer-path <POINTER>: "),
    ("a --provider kakao --content-map m", "missing: --request <REQ.json>"),
    ("a --provider kakao --environment live", "takes one of: production, test"),
    ("a --provider kakao --product k3510t --environment production", "--product with a T is of the test environment"),
    ("a --provider toss --environment test --ci-list l --keys k", "--ci-list has no meaning with --environment test"),
    ("a --provider kakao --result-request r", "--result-request is Toss's"),
    ("a --provider kakao --at yesterday", "--at <RFC3339>: not an RFC 3339 time"),
];

#[test]
fn mistakes_are_64() {
    for (typed, sentence) in MISTAKES {
        let arguments: Vec<&str> = ["response"].into_iter().chain(typed.split(' ')).collect();
        for lang in [&[][..], &["--lang", "ko"]] {
            let run = injang(&[&arguments[..], lang].concat());
            assert_eq!((run.status, run.output.as_str()), (64, ""), "{typed}");
            let is_said = run.errors.contains(sentence) || !lang.is_empty();
            assert!(is_said, "{typed}: {}", run.errors);
        }
    }
}

/// The kind of signature that is demanded is that of the request.
#[test]
fn the_kind_of_signature_against_the_request() {
    for (case, same, other) in [
        ("kakao-single/text", "message", "signed-attribute"),
        (
            "kakao-single/text-signed-attribute",
            "signed-attribute",
            "message",
        ),
    ] {
        let run = decide(case, &["--sign-type", same, "response.json"]);
        assert_eq!(run.status, 0, "{case}");
        for (lang, sentence) in [
            (
                "en",
                "--sign-type is not the sign_type that the request asked for",
            ),
            ("ko", "--sign-type이 요청의 sign_type과 다릅니다"),
        ] {
            let more = ["--lang", lang, "--sign-type", other, "response.json"];
            let run = decide(case, &more);
            assert_eq!((run.status, run.output.as_str()), (64, ""), "{case}");
            assert!(run.errors.contains(sentence), "{}", run.errors);
        }
    }
}

/// A file of the caller's that is not what it should be is no answer's fault.
#[test]
fn malformed_files_are_66() {
    let table = [
        ("request", "", "there is nothing in it"),
        (
            "request",
            "{\"tx_id\":",
            "line 1 column 9: it ends within a value",
        ),
        (
            "request",
            "{\n \"tx_id\": 1,\n}",
            "line 3 column 1: no JSON",
        ),
        (
            "request",
            "{\"a\":1,\"a\":2}",
            "a key stands twice in one object",
        ),
        ("request", "[]", "must be an object"),
        ("request", "{\"tx_id\":1}", "/tx_id: must be a text"),
        (
            "request",
            "{\"tx_id\":\"a b\"}",
            "/tx_id: an identifier has",
        ),
        (
            "request",
            "{\"document\":\"{}\"}",
            "/document/txId: must be there",
        ),
        (
            "request",
            "{\"documents\":[{}]}",
            "/documents/0/document_tx_id: must be there",
        ),
        (
            "request",
            "{\"sign_type\":\"message\"}",
            "/sign_type: a value that the provider does not document",
        ),
        (
            "request",
            "{\"document_type\":\"PLAIN_HASH\",\"hash_type\":\"NONE\"}",
            "/hash_type: NONE does not go with",
        ),
        (
            "keys",
            "{\"kakao\":{\"key\":\"AAAA\",\"iv\":\"AAAA\"}}",
            "/kakao: no usable key",
        ),
        (
            "keys",
            "{\"kakao\":{\"key\":\"AAAA\"}}",
            "/kakao/iv: must be there",
        ),
        (
            "keys",
            "{\"kakaotalk\":{}}",
            "/(9 octets): a member that is not known",
        ),
        (
            "keys",
            "{\"session\":{}}",
            "/session: a member that is not known; --keys takes an object such as {\"kakao\"",
        ),
        (
            "keys",
            "{\"toss\":\"v1$a\"}",
            "/toss: must be an array; toss is an array of sessions",
        ),
        (
            "keys",
            "{\"naver\":[]}",
            "/naver: must be an object; naver is such as {\"naver\"",
        ),
        ("keys", "{\"toss\":[\"v1$a\"]}", "/toss/0: no usable key"),
        (
            "keys",
            "{\"pseudonym\":\"AAAA\"}",
            "/pseudonym: no usable key",
        ),
        (
            "keys",
            "{\"kakao\":{\"key\":\"AAAA\\/AAA\",\"iv\":\"AAAA\"}}",
            "secrets must be written without escapes",
        ),
        ("person", "{\"name\":1}", "/name: must be a text"),
        (
            "person",
            "{\"phone_no\":\"none\"}",
            "/phone_no: not of the form",
        ),
        (
            "person",
            "{\"email\":\"a@b\"}",
            "/email: a member that is not known",
        ),
        (
            "person",
            "{\"phone\":\"010\"}",
            "/phone: a member that is not known; --person takes an object of name, phone_no, birthday (YYYYMMDD), gender, nationality",
        ),
        (
            "person",
            "{\"이름\":\"a\"}",
            "/이름: a member that is not known",
        ),
        (
            "person",
            "{\"gender\":\"1\"}",
            "/gender: must be one of M, F, MALE",
        ),
        (
            "person",
            "{\"nationality\":\"KR\"}",
            "/nationality: must be one of LOCAL",
        ),
        ("person", "{\"name\":\"a\"", "it ends within a value"),
        ("receipt", "{\"tx_id\":1}", "/tx_id: must be a text"),
        ("status", "{\"status\":1}", "/status: must be a text"),
        ("identify", "{\"name\":1}", "/name: must be a text"),
        ("prepare", "{\"ci\":1}", "/ci: must be a text"),
        (
            "prepare",
            "{\"message\":\"m\"}",
            "names nobody: it has neither ci nor a field about a person",
        ),
        ("content-map", "{}", "there is nothing in it"),
        ("content-map", "{\"/a\":1}", "must be a text"),
    ];
    let answer = vector("kakao-single/text/response.json");
    let request = vector("kakao-single/text/request.json");
    for (index, (option, text, sentence)) in table.into_iter().enumerate() {
        let name = format!("response/{option}-{index}.json");
        let path = file(&name, text.as_bytes());
        let option = format!("--{option}");
        let mut arguments = vec!["response", "--provider", "kakao", &option, &path];
        if option != "--request" {
            arguments.extend(["--request", &request]);
        }
        arguments.push(&answer);
        let run = injang(&arguments);
        assert_eq!(
            (run.status, run.output.as_str()),
            (66, ""),
            "{option} {text}"
        );
        assert!(
            run.errors.contains(sentence),
            "{option} {text}: {}",
            run.errors
        );
        assert!(
            run.errors.contains(&name),
            "{option} {text}: {}",
            run.errors
        );
        let run = injang(&[&arguments[..], &["--lang", "ko"]].concat());
        assert_eq!(
            (run.status, run.output.as_str()),
            (66, ""),
            "{option} {text}"
        );
        assert!(
            !run.errors.contains(sentence),
            "{option} {text}: {}",
            run.errors
        );
    }
    for option in [
        "--request",
        "--keys",
        "--person",
        "--ci-file",
        "--original",
        "--short",
    ] {
        let mut arguments = vec![
            "response",
            "--provider",
            "kakao",
            option,
            "no such file",
            &answer,
        ];
        if option == "--short" {
            for path in [
                "--short-key-path",
                "--short-from-path",
                "--short-until-path",
            ] {
                arguments.extend([path, "/a"]);
            }
        }
        let run = injang(&arguments);
        assert_eq!((run.status, run.output.as_str()), (66, ""), "{option}");
    }
    let run = injang(&["response", "--provider", "kakao", "no such file"]);
    assert_eq!((run.status, run.output.as_str()), (66, ""));
}

/// A CI that was pasted into the wrong place is not repeated.
#[test]
fn a_ci_in_any_argument() {
    let ci = fs::read_to_string(vector("kakao-single/text/ci.txt")).unwrap();
    let ci = ci.trim();
    assert_eq!(ci.len(), 88);
    let answer = vector("kakao-single/text/response.json");
    let request = vector("kakao-single/text/request.json");
    let usual = ["response", "--provider", "kakao", "--request", &request];
    let options = [
        "--product",
        "--prepare",
        "--receipt",
        "--status",
        "--identify",
        "--keys",
        "--person",
        "--ci-file",
        "--ci-list",
        "--original",
        "--short",
        "--short-key-path",
        "--short-from-path",
        "--short-until-path",
        "--short-time",
        "--nonce-path",
        "--nonce-answer-path",
        "--content-map",
        "--sign-type",
        "--digest-reading",
        "--vid-layout",
        "--waive",
        "--trust",
        "--intermediate",
        "--crl",
        "--ocsp",
        "--revocation",
        "--at",
        "--policy-oid",
        "--profile",
        "--purpose",
        "--format",
        "--lang",
        "--ci",
        "--provider",
        "--request",
    ];
    let keys = vector("kakao-single/text/keys.json");
    let mut runs = Vec::new();
    for option in options {
        runs.push(vec![option.to_owned(), ci.to_owned(), answer.clone()]);
        runs.push(vec![format!("{option}={ci}"), answer.clone()]);
    }
    let of = |typed: &[&str]| typed.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    runs.push(of(&[ci]));
    runs.push(of(&[&answer, ci]));
    runs.push(of(&[ci, ci, "--ci-list", ci, "--keys", &keys]));
    runs.push(of(&[&answer, "--ci-list", ci, "--keys", &keys]));
    runs.push(of(&[&answer, &format!("--original={ci}=file")]));
    runs.push(of(&[&answer, &format!("--{ci}")]));
    // Not by itself: it may begin like -h.
    runs.push(of(&[&answer, &format!("-x{ci}")]));
    for typed in runs {
        let more: Vec<&str> = typed.iter().map(String::as_str).collect();
        for lang in ["en", "ko"] {
            let own = typed[0].starts_with("--provider") || typed[0].starts_with("--request");
            let usual = if own { &usual[..1] } else { &usual[..] };
            let run = injang(&[usual, &more, &["--lang", lang][..]].concat());
            assert!([64, 66].contains(&run.status), "{typed:?}: {run:?}");
            assert_eq!(run.output, "", "{typed:?}");
            for start in [0, 20, 40, 60] {
                let piece = &ci[start..start + 12];
                assert!(!run.errors.contains(piece), "{typed:?}: {}", run.errors);
            }
        }
    }
}

/// A provider that says in any of its answers that it failed is not talked out of it.
#[test]
fn failures_beside_the_answer() {
    let kakao = "kakao-single/text";
    let tx_id = json_of(&format!("{kakao}/request.json"))["tx_id"].clone();
    let fail = json!({ "resultType": "FAIL", "error": { "errorCode": "CE3100" }, "success": null });
    let table = [
        (kakao, "receipt", json!({ "tx_id": tx_id, "result": "N" })),
        (kakao, "status", json!({ "tx_id": tx_id, "result": "N" })),
        (kakao, "status", json!({ "error_code": "E400" })),
        ("toss/text", "status", fail),
    ];
    let mut accepted = Vec::new();
    for (index, (case, option, value)) in table.into_iter().enumerate() {
        let path = file(
            &format!("response/failed-{index}.json"),
            value.to_string().as_bytes(),
        );
        let option = format!("--{option}");
        for waived in [&[][..], &["--waive", "status", "--waive", "receipt"]] {
            let usual = [&option, &path, "--format", "json", "response.json"];
            let run = decide(case, &[&usual[..], waived].concat());
            if run.status != 1 {
                accepted.push(format!(
                    "{case} {option} {value} {waived:?}: {}",
                    run.status
                ));
            }
        }
    }
    assert!(accepted.is_empty(), "{accepted:#?}");
}

/// What is held beside a request does not do away with what the request says.
#[test]
fn a_person_in_part_and_the_request() {
    let case = "barocert/kakao-text";
    let mut request = json_of(&format!("{case}/request.json"));
    request["receiverName"] = "다른 이름".into();
    let request = file("response/other-name.json", request.to_string().as_bytes());
    let birthday = json!({ "birthday": "19000101" }).to_string();
    let birthday = file("response/birthday.json", birthday.as_bytes());
    for more in [
        &["response.json"][..],
        &["--person", &birthday, "response.json"],
    ] {
        let decision = decide_with(case, "--request", &request, more);
        assert!(
            has_reason(&decision, "name-differs", "rejected"),
            "{more:?} {decision:#}"
        );
    }
}

/// Two answers that give one field give the same.
#[test]
fn a_field_in_two_answers() {
    let case = "kakao-identify/good";
    let mut identify = json_of(&format!("{case}/identify.json"));
    let mut answer = json_of(&format!("{case}/response.json"));
    // The right name in the answer, and in the other whatever is none.
    answer["name"] = identify["name"].clone();
    identify["name"] = identify["phone_no"].clone();
    let identify = file("response/identify.json", identify.to_string().as_bytes());
    let answer = file("response/with-name.json", answer.to_string().as_bytes());
    let decision = decide_with(case, "--identify", &identify, &[&answer]);
    assert!(
        has_reason(&decision, "name-differs", "rejected"),
        "{decision:#}"
    );
}

/// The CI that is held is the one that was sent to `prepare`.
#[test]
fn a_ci_held_and_another_asked_for() {
    let prepare = vector("kakao-single/ci-prepared-of-somebody-else/prepare.json");
    let more = ["--prepare", &prepare, "--format", "json", "response.json"];
    let run = decide("kakao-single/text", &more);
    let decision = run.json();
    assert!(
        has_reason(&decision, "ci-differs", "rejected"),
        "{decision:#}"
    );
}

/// An answer is read no further than answers are long, whatever stands in it.
#[cfg(target_os = "linux")]
#[test]
fn an_answer_of_100_megabytes() {
    let path = file("response/long.json", b"");
    let long = fs::File::create(&path).unwrap();
    {
        use std::io::Write as _;
        let mut long = std::io::BufWriter::new(&long);
        let piece = vec![b'A'; 1 << 20];
        long.write_all(b"\"").unwrap();
        for _ in 0..100 {
            long.write_all(&piece).unwrap();
        }
        long.write_all(b"\"").unwrap();
    }
    let program = env!("CARGO_BIN_EXE_injang");
    for (input, redirection) in [(path.as_str(), ""), ("-", "<\"$2\"")] {
        let script = format!(
            "ulimit -v 204800; exec \"$0\" response --provider kakao --format json \"$1\" {redirection}"
        );
        let mut command = Command::new("sh");
        command
            .args(["-c", &script, program, input, &path])
            .env_remove("LC_ALL")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let run = finish(command, None);
        assert_eq!((run.status, run.errors.as_str()), (1, ""), "{input}");
        let json = run.json();
        assert_eq!(json["decision"], "REJECTED");
        assert_eq!(json["reasons"][0]["code"], "response-malformed");
        let message = json["reasons"][0]["message"].as_str().unwrap();
        assert!(message.contains("larger than 32 MiB"), "{message}");
    }
    fs::remove_file(&path).unwrap();
}

/// HMAC-SHA-256 (RFC 2104), in hex.
fn hmac(key: &[u8; 32], text: &str) -> String {
    let padded = |octet: u8| -> Vec<u8> {
        let mut block = [octet; 64];
        for (to, from) in block.iter_mut().zip(key) {
            *to ^= from;
        }
        block.to_vec()
    };
    let inner = Sha256::digest([padded(0x36), text.as_bytes().to_vec()].concat());
    let code = Sha256::digest([padded(0x5c), inner.to_vec()].concat());
    code.iter().fold(String::new(), |mut hex, octet| {
        write!(hex, "{octet:02x}").unwrap();
        hex
    })
}

/// Answers and requests in two folders, each pair of one name.
fn pairs(name: &str, cases: &[&str]) -> (String, Vec<String>) {
    let folder = PathBuf::from(file(&format!("response/{name}/requests/.made"), b""));
    let requests = folder.parent().unwrap().to_str().unwrap().to_owned();
    let copy = |case: &&str| {
        let from = |kind: &str| fs::read(vector(&format!("kakao-single/{case}/{kind}"))).unwrap();
        let request = format!("response/{name}/requests/{case}.json");
        file(&request, &from("request.json"));
        file(
            &format!("response/{name}/{case}.json"),
            &from("response.json"),
        )
    };
    (requests, cases.iter().map(copy).collect())
}

/// Many answers against a list of three.
#[test]
fn who_of_many_signed() {
    const KEY: [u8; 32] = [0x2a; 32];
    let mut keys = json_of("kakao-single/text/keys.json");
    // 32 octets of 0x2a.
    keys["pseudonym"] = json!(format!("{}Kio=", "Kioq".repeat(10)));
    let keys = file("response/many-keys.json", keys.to_string().as_bytes());
    let ci = fs::read_to_string(vector("kakao-single/text/ci.txt")).unwrap();
    let ci = ci.trim();
    let other = |start: &str| format!("{}AQ==", start.repeat(28));
    let strangers = [other("Xy0"), other("Zq9")];
    assert!(strangers.iter().all(|it| it.len() == 88));
    let strangers_only = strangers.join("\n");
    let with_signer = format!("{}\n\n{ci}\n{}\n", strangers[0], strangers[1]);
    let expected = hmac(&KEY, ci);

    let cases = [
        "text",
        "hash",
        "other-text",
        "text-signed-attribute",
        "forged",
    ];
    let (requests, answers) = pairs("many", &cases);
    let run = |list: &str, name: &str, more: &[&str]| {
        let list = file(&format!("response/{name}"), list.as_bytes());
        let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
        judge_many([&requests, &keys, &list], &[more, &answers].concat())
    };

    // What to do stands at the end, once for all answers; the brief form has it too.
    for (format, label) in [("text", "\nNext steps\n"), ("brief", "\nnext step: ")] {
        let said = run(&strangers_only, "strangers.txt", &["--format", format]);
        said.has(label);
        assert_eq!(said.output.matches("--ci-list FILE").count(), 1, "{format}");
    }

    let found = run(&with_signer, "with-signer.txt", &["--format", "json"]);
    assert_eq!((found.status, found.errors.as_str()), (1, ""));
    let json = found.json();
    let decided = json["answers"].as_array().unwrap();
    assert_eq!(decided.len(), cases.len());
    let mut is_accepted = false;
    for ((case, path), answer) in cases.iter().zip(&answers).zip(decided) {
        let alone = json_of(&format!("kakao-single/{case}/case.json"));
        // All are over one transaction, which the first that is accepted keeps.
        let is_again = is_accepted && alone["decision"] == "ACCEPTED";
        is_accepted |= alone["decision"] == "ACCEPTED";
        let decision = if is_again {
            json!("REJECTED")
        } else {
            alone["decision"].clone()
        };
        assert_eq!(answer["decision"], decision, "{case}");
        assert_eq!(answer["file"], path.as_str(), "{case}");
        // Whose CI it would be is not said of a signature that nobody made.
        let person = if *case == "forged" {
            Value::Null
        } else {
            json!(expected)
        };
        assert_eq!(answer["person"], person, "{case}");
        assert_eq!(answer["identity"]["ci"], "matched", "{case}");
    }
    let text = run(&with_signer, "with-signer.txt", &[]);
    assert_eq!(text.status, 1);
    for (path, answer) in answers.iter().zip(decided) {
        let decision = answer["decision"].as_str().unwrap();
        let person = answer["person"].as_str().unwrap_or("–");
        text.has(&format!(
            "{decision} {person} {path} (revocation not checked)\n"
        ));
    }

    let nobody = run(&strangers_only, "strangers.txt", &["--format", "json"]);
    let json = nobody.json();
    for (case, answer) in cases.iter().zip(json["answers"].as_array().unwrap()) {
        assert_eq!(answer["person"], Value::Null, "{case}");
        assert_ne!(answer["decision"], "ACCEPTED", "{case}");
        let reasons = answer["reasons"].as_array().unwrap();
        assert!(
            reasons.iter().any(|it| it["code"] == "ci-not-listed"),
            "{case}: {answer:#}"
        );
    }

    // No CI leaves the program, and no list is without a key.
    for run in [&found, &text, &nobody] {
        for secret in strangers.iter().map(String::as_str).chain([ci]) {
            run.has_not(&secret[..12]);
            run.has_not(&secret[60..72]);
        }
    }
    let plain = vector("kakao-single/text/keys.json");
    let list = file("response/list.txt", ci.as_bytes());
    for (keys, list, place) in [
        (&plain, &list, "/pseudonym: must be there"),
        (
            &keys,
            &file("response/odd.txt", b"\nnobody\n"),
            "line 2 column 1: not of the form",
        ),
        (
            &keys,
            &file("response/none.txt", b"\n"),
            "there is nothing in it",
        ),
    ] {
        let arguments = [
            "--provider",
            "kakao",
            "--keys",
            keys,
            "--ci-list",
            list,
            &answers[0],
        ];
        let run = injang(&[&["response"][..], &arguments].concat());
        assert_eq!((run.status, run.output.as_str()), (66, ""), "{place}");
        assert!(run.errors.contains(place), "{place}: {}", run.errors);
    }
}

/// No step names an option that this command has not.
#[test]
fn steps_of_a_weak_signature() {
    let run = decide(
        "kakao-single/plain-hash-sha1",
        &["--format", "brief", "response.json"],
    );
    assert_eq!(run.status, 2);
    run.has("next step: The signature is too weak to be relied on, and no setting admits it.");
    let korean = ["--format", "brief", "--lang", "ko", "response.json"];
    decide("kakao-single/plain-hash-sha1", &korean).has("서명 알고리즘이 약해 신뢰할 수 없으며");
}

/// The request names SHA-256, and a digest in SHA-384 was signed.
#[test]
fn steps_of_another_digest() {
    let text = fs::read_to_string(vector("kakao-single/plain-hash-sha384/request.json")).unwrap();
    let digest = json_of("kakao-single/plain-hash-in-base64/request.json")["document"].clone();
    let mut request: Value = serde_json::from_str(&text).unwrap();
    request["hash_type"] = json!("SHA256");
    request["document"] = digest;
    let request = file("response/other-digest.json", request.to_string().as_bytes());
    let run = finish(
        prepared(
            "kakao-single/plain-hash-sha384",
            &["--format", "brief", "response.json"],
        ),
        None,
    );
    assert_eq!(run.status, 0);
    let mut options = options("kakao-single/plain-hash-sha384");
    let at = options.iter().position(|it| it == "--request").unwrap();
    options[at + 1] = request;
    let typed: Vec<&str> = options.iter().map(String::as_str).collect();
    let mut command = command(&[&typed[..], &["--format", "brief", "response.json"]].concat());
    command.current_dir(vector("kakao-single/plain-hash-sha384"));
    let run = finish(command, None);
    assert_eq!(run.status, 2, "{}", run.output);
    run.has("next step: The signature is over a digest in another algorithm");
    run.has_not("--digest ");
}

/// In a folder of requests, each answer needs one of its own.
#[test]
fn requests_by_name() {
    let (requests, answers) = pairs("by-name", &["text", "other-text"]);
    let mut keys = json_of("kakao-single/text/keys.json");
    keys["pseudonym"] = json!(format!("{}Kio=", "Kioq".repeat(10)));
    let keys = file("response/by-name-keys.json", keys.to_string().as_bytes());
    let list = vector("kakao-single/text/ci.txt");
    let run = |answers: &[&str]| judge_many([&requests, &keys, &list], answers);
    assert_eq!(run(&[&answers[0]]).status, 0);
    // What an earlier run has left.
    let _ = fs::remove_file(format!("{requests}/nowhere.json"));
    let octets = fs::read(&answers[1]).unwrap();
    let renamed = file("response/by-name/nowhere.json", &octets);
    // What was not kept is missing for this answer, not for the others.
    // Both are over one transaction, which the first that is accepted keeps.
    let missing = run(&[&renamed, &answers[0]]);
    assert_eq!(missing.status, 2);
    missing.has("request-missing");
    assert_eq!(missing.output.matches("ACCEPTED").count(), 1);
    // Under another's name it answers that one's request.
    let request = json!({ "tx_id": "00000000-0000-4000-8000-000000000001",
        "document": json!({ "txId": "00000000-0000-4000-8000-000000000001", "data": "?" })
            .to_string() });
    file(
        "response/by-name/requests/nowhere.json",
        request.to_string().as_bytes(),
    );
    let mixed = run(&[&answers[0], &renamed]);
    assert_eq!(mixed.status, 1);
    mixed.has("content-differs");
    // A folder of other answers is looked at for every answer: a file that is not there is said.
    let empty = file("response/by-name/none/.made", b"");
    let empty = Path::new(&empty).parent().unwrap().to_str().unwrap();
    for option in ["--status", "--receipt", "--identify", "--prepare"] {
        let open = run(&[&answers[0], option, empty]);
        assert_eq!(open.status, 2, "{option}");
        open.has("file-not-kept");
        open.has(&format!("({})", option.trim_start_matches("--")));
    }
    // One signature counts once, whatever its file is called.
    let again = file(
        "response/by-name/again.json",
        &fs::read(&answers[0]).unwrap(),
    );
    let name = format!("{requests}/again.json");
    fs::copy(format!("{requests}/text.json"), name).unwrap();
    let twice = run(&[&answers[0], &again]);
    assert_eq!(twice.status, 1);
    twice.has("document-duplicated");
    assert_eq!(twice.output.matches("ACCEPTED").count(), 1);
}
