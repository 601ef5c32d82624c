//! What the guides limit, and hold at null: said, and nothing else.

use super::changed::Case;
use super::id;
use injang_core::report::Lang;
use injang_response::DecisionVerdict;
use serde_json::{Value, json};

/// The notes of these codes, and that the decision is the same as before.
#[track_caller]
fn noted(name: &str, change: fn(Case) -> Case) -> Vec<String> {
    const CODES: [&str; 4] = [
        "limit-passed",
        "field-not-null",
        "count-differs",
        "digest-hex-in-base64",
    ];
    let before = Case::read(name).decide();
    let after = change(Case::read(name)).decide();
    assert_eq!(after.verdict, before.verdict, "{:?}", after.reasons);
    let notes = after.notes.iter();
    let known = notes.filter(|it| CODES.contains(&it.code.name()));
    known
        .map(|it| {
            let sentence = it.sentence(Lang::En);
            let detail = sentence.rsplit_once(" (").map_or("", |(_, it)| it);
            let detail = detail.trim_end_matches(')');
            format!("{} {detail}", it.code.name()).trim().to_owned()
        })
        .collect()
}

fn text(characters: usize) -> Value {
    "가".repeat(characters).into()
}

#[test]
fn texts_of_kakao() {
    const TEXT: &str = "kakao-single/text";
    let none: [&str; 0] = [];
    assert_eq!(noted(TEXT, |it| it), none);
    for (most, place, member) in [
        (500, "request/extra_message", "/extra_message"),
        (
            40,
            "request/delegate_info/request_type",
            "/delegate_info/request_type",
        ),
        (255, "request/return_url", "/return_url"),
    ] {
        let case = |characters| {
            let decision = Case::read(TEXT).with(place, text(characters)).decide();
            assert_eq!(decision.verdict, DecisionVerdict::Accepted);
            decision.notes.len()
        };
        assert_eq!(case(most + 1), case(most) + 1, "{member}");
    }
    let long = noted(TEXT, |it| it.with("request/extra_message", text(501)));
    assert_eq!(
        long,
        ["limit-passed /extra_message: 500 characters at most"]
    );
    let late = noted(TEXT, |it| it.with("request/expires_in", 1201));
    assert_eq!(late, ["limit-passed /expires_in: 1200 seconds at most"]);
    // What is signed is another text then, which the case would say; the note is there all the same.
    for (characters, expected) in [(3000, false), (3001, true)] {
        let document = json!({ "txId": id(1), "data": text(characters) });
        let case = Case::read(TEXT).with("request/document", document.to_string());
        let decision = case.decide();
        assert_eq!(decision.verdict, DecisionVerdict::Rejected);
        let is_noted = decision
            .notes
            .iter()
            .any(|it| it.sentence(Lang::En).contains("/document: 3000 characters"));
        assert_eq!(is_noted, expected, "{characters}");
    }
}

#[test]
fn nonces_of_kakao() {
    const NONCE: &str = "kakao-auth/k1110";
    let none: [&str; 0] = [];
    let both = |it: Case, characters| {
        it.with("request/data", text(characters))
            .with("response/data", text(characters))
    };
    assert_eq!(
        noted(NONCE, |it| it
            .with("request/data", text(40))
            .with("response/data", text(40))),
        none
    );
    let decision = both(Case::read(NONCE), 41).decide();
    assert_eq!(decision.verdict, DecisionVerdict::Accepted);
    assert_eq!(
        noted(NONCE, |it| it
            .with("request/data", text(41))
            .with("response/data", text(41))),
        ["limit-passed /data: 40 characters at most"]
    );
}

#[test]
fn counts_of_kakao() {
    const HELD: &str = "kakao-single/ci-not-held";
    const CI: (&str, &str) = ("kakao-single/text", "response/ci");
    let none: [&str; 0] = [];
    let prepared = |count: Value| {
        let case = Case::read(HELD).with("prepare", json!({ "count": count }));
        let decision = case.with_of("prepare/ci", CI.0, CI.1).decide();
        decision
            .notes
            .iter()
            .filter(|it| ["count-differs", "limit-passed"].contains(&it.code.name()))
            .map(|it| it.code.name())
            .collect::<Vec<_>>()
    };
    for one in [json!(1), json!("1"), Value::Null, json!("?")] {
        assert_eq!(prepared(one), none);
    }
    assert_eq!(prepared(json!(2)), ["count-differs"]);
    assert_eq!(prepared(json!(201)), ["limit-passed", "count-differs"]);
}

#[test]
fn texts_of_barocert() {
    const MULTI: &str = "barocert/naver-multi";
    const KAKAO: &str = "barocert/kakao-multi-3";
    let none: [&str; 0] = [];
    // The guide is that of Kakao's signatures.
    assert_eq!(
        noted(MULTI, |it| it.with("request/reqTitle", text(41))),
        none
    );
    assert_eq!(noted(KAKAO, |it| it), none);
    assert_eq!(
        noted(KAKAO, |it| it
            .with("request/reqTitle", text(41))
            .with("request/expireIn", 1001)
            .with("request/receiverHP", "010-0000-0000")
            .with("request/tokens/1/signTitle", text(41))
            .with("request/tokens/2/token", text(2801))),
        [
            "limit-passed /reqTitle: 40 characters at most",
            "limit-passed /expireIn: 1000 seconds at most",
            "limit-passed /receiverHP: 11 characters at most",
            "limit-passed /tokens/1/signTitle: 40 characters at most",
            "limit-passed /tokens/2/token: 2800 characters at most",
        ]
    );
    assert_eq!(
        noted(KAKAO, |it| it
            .with("request/tokens/2/token", text(2800))
            .with("request/tokens/1/signTitle", text(40))),
        none
    );
    let twenty_one = noted(KAKAO, |it| {
        let token = it.get("request/tokens/0");
        it.with("request/tokens", vec![token; 21])
    });
    assert_eq!(twenty_one, ["limit-passed /tokens: 20 documents at most"]);
}

#[test]
fn texts_and_nulls_of_toss() {
    const TEXT: &str = "toss/text";
    let none: [&str; 0] = [];
    assert_eq!(noted(TEXT, |it| it), none);
    assert_eq!(
        noted(TEXT, |it| it
            .with("request/serviceName", text(51))
            .with("request/expireSeconds", 1801)),
        [
            "limit-passed /serviceName: 50 characters at most",
            "limit-passed /expireSeconds: 1800 seconds at most",
        ]
    );
    assert_eq!(
        noted(TEXT, |it| it
            .with("response/success/randomValue", "1")
            .with("response/success/userCiToken", json!({}))
            .with("response/success/personalData/ci2", "1")
            .with("response/success/personalData/ciUpdate", 1)),
        [
            "field-not-null /success/randomValue",
            "field-not-null /success/userCiToken",
            "field-not-null /success/personalData/ci2",
            "field-not-null /success/personalData/ciUpdate",
        ]
    );
    for (characters, expected) in [(2000, false), (2001, true)] {
        let decision = Case::read(TEXT)
            .with("request/doc", text(characters))
            .decide();
        let is_noted = decision
            .notes
            .iter()
            .any(|it| it.sentence(Lang::En).contains("/doc: 2000 characters"));
        assert_eq!(is_noted, expected, "{characters}");
    }
}

#[test]
fn a_digest_in_hex_in_base64() {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    let found = noted("kakao-single/plain-hash-in-base64", |it| {
        let digest = it.get("request/document");
        let octets = STANDARD.decode(digest.as_str().unwrap()).unwrap();
        let hex = base16ct::lower::encode_string(&octets);
        it.with("request/document", STANDARD.encode(hex))
    });
    assert_eq!(found, ["digest-hex-in-base64"]);
}
