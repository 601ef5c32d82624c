//! What a document has beside its id and its data: it was asked to be signed too.

use super::agreement::forged;
use super::changed::Case;
use super::check;
use super::sealed::twice;
use injang_response::{DecisionCode, Waiver};
use serde_json::{Value, json};

/// Kakao signs a member `desc` with it.
const DESCRIBED: &str = "kakao-single/text-with-extra-member";
const DIFFERS: &str = "content-differs rejected #1";
const LEFT_OUT: &str = "content-not-compared undetermined #1";

/// The document that was sent, with a member more.
fn with_member(case: Case, name: &str, value: Value) -> Case {
    let text = document(&case, name, value);
    case.with("request/document", text)
}

fn document(case: &Case, name: &str, value: Value) -> String {
    let text = case.get("request/document");
    let mut document: Value = serde_json::from_str(text.as_str().unwrap()).unwrap();
    document[name] = value;
    document.to_string()
}

/// What Kakao says in `desc`.
fn description() -> Value {
    "시험".into()
}

#[test]
fn members_of_one_document() {
    check(&[
        (
            "the same",
            DESCRIBED,
            |it| with_member(it, "desc", description()),
            &[],
        ),
        (
            "another",
            DESCRIBED,
            |it| with_member(it, "desc", "다른 설명".into()),
            &[DIFFERS],
        ),
        (
            "not signed under its name",
            DESCRIBED,
            |it| with_member(it, "amount", "1,000".into()),
            &[LEFT_OUT],
        ),
        (
            "not signed, and done without",
            DESCRIBED,
            |it| with_member(it, "amount", json!(1000)).waiving(Waiver::Content),
            &["content-not-compared waived #1"],
        ),
        (
            "another is not done without",
            DESCRIBED,
            |it| with_member(it, "desc", json!(["시험"])).waiving(Waiver::Content),
            &[DIFFERS],
        ),
        (
            "one that says nothing",
            DESCRIBED,
            |it| with_member(it, "amount", json!({ "value": null })),
            &[],
        ),
        (
            "null, and nothing was signed under its name",
            DESCRIBED,
            |it| with_member(it, "amount", Value::Null),
            &[],
        ),
        (
            "null, and something was signed under its name",
            DESCRIBED,
            |it| with_member(it, "desc", Value::Null),
            &[DIFFERS],
        ),
    ]);
}

/// A member that was asked for is no unknown one, however many members were signed before it.
#[test]
fn members_of_what_was_signed_that_nobody_asked_for() {
    let members = |count: usize, last: &str| -> serde_json::Map<String, Value> {
        let name = |index: usize| format!("a{index:02}");
        let mut all: serde_json::Map<_, _> = (0..count).map(|it| (name(it), "값".into())).collect();
        all.insert(last.to_owned(), "값".into());
        all
    };
    // What was signed is long enough for all of them.
    let case = Case::read("limits/kakao-3000");
    let (text, id) = (case.get("request/document"), case.get("request/tx_id"));
    let mut document: Value = serde_json::from_str(text.as_str().unwrap()).unwrap();
    document["data"] = "시험".into();
    let mut signed = members(32, "zz");
    signed.insert("data".to_owned(), document["data"].clone());
    signed.insert("txId".to_owned(), id);
    let case = forged(case, |_| Value::Object(signed).to_string());
    let unknown = |case: &Case| {
        let notes = case.decide().notes.into_iter();
        let notes = notes.filter(|it| it.code == DecisionCode::ContentMember);
        notes
            .map(|it| format!("{:?}", it.detail))
            .collect::<Vec<_>>()
    };
    let asked = |names: &serde_json::Map<String, Value>| {
        let mut document = document.clone();
        for (name, value) in names {
            document[name] = value.clone();
        }
        case.clone().with("request/document", document.to_string())
    };
    // All but the last were asked for: it is the one that is listed.
    let mut all = members(32, "zz");
    all.remove("zz");
    let found = unknown(&asked(&all));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].contains("zz") && !found[0].contains("a00"),
        "{found:?}"
    );
    all.insert("zz".to_owned(), "값".into());
    assert_eq!(unknown(&asked(&all)), [""; 0]);
}

#[test]
fn members_of_encrypted_documents() {
    fn encrypted(case: Case, name: &str, value: Value) -> Case {
        let text = document(&case, name, value);
        let keys = "kakao-single/document-encrypted";
        let case = case.with_of("keys", keys, "keys");
        let sealed = twice(&case, text.as_bytes());
        let case = case.with("request/document", sealed);
        case.with("request/document_encrypted", true)
    }
    check(&[
        (
            "the same",
            DESCRIBED,
            |it| encrypted(it, "desc", description()),
            &[],
        ),
        (
            "another",
            DESCRIBED,
            |it| encrypted(it, "desc", "다른 설명".into()),
            &[DIFFERS],
        ),
        (
            "not signed",
            DESCRIBED,
            |it| encrypted(it, "amount", "1,000".into()),
            &[LEFT_OUT],
        ),
    ]);
}

#[test]
fn members_of_several_documents() {
    const MULTI: &str = "kakao-multi/documents-3";
    const SECOND: &str = "request/documents/1/document";
    fn with_second(case: Case, name: &str, value: Value) -> Case {
        let text = case.get(SECOND);
        let mut document: Value = serde_json::from_str(text.as_str().unwrap()).unwrap();
        document[name] = value;
        case.with(SECOND, document.to_string())
    }
    check(&[
        (
            "not signed",
            MULTI,
            |it| with_second(it, "amount", "1,000".into()),
            &["content-not-compared undetermined #2"],
        ),
        (
            "null",
            MULTI,
            |it| with_second(it, "amount", Value::Null),
            &[],
        ),
    ]);
}

#[test]
fn members_of_agreements_and_sessions() {
    const DEBIT: &str = "kakao-debit/document";
    const SESSION: &str = "kakao-short/raw";
    check(&[
        (
            "of an agreement, not signed",
            DEBIT,
            |it| with_member(it, "account_no", "000-00".into()),
            &[LEFT_OUT],
        ),
        (
            "of an agreement, mapped to what was signed",
            DEBIT,
            |it| {
                let case = with_member(
                    it,
                    "text",
                    "시험 계약서: 이 원문은 시험을 위해 만들었습니다.".into(),
                );
                case.with("map", json!({ "/document/text": "/data" }))
            },
            &[],
        ),
        (
            "of an agreement, mapped to what is something else",
            DEBIT,
            |it| {
                let case = with_member(it, "text", "다른 원문".into());
                case.with("map", json!({ "/document/text": "/data" }))
            },
            &[DIFFERS],
        ),
        (
            "of a session, a key that was not signed under its name",
            SESSION,
            |it| with_member(it, "publicKey", "다른 키".into()),
            &[LEFT_OUT],
        ),
        (
            "of a session, another description than was signed",
            SESSION,
            |it| with_member(it, "desc", "다른 설명".into()),
            &[DIFFERS],
        ),
    ]);
}

#[test]
fn a_map_that_is_of_no_use_is_said() {
    const UNUSED: &str = "content-map-unused undetermined";
    fn mapped(case: Case) -> Case {
        case.with("map", json!({ "/document/data": "/data" }))
    }
    fn unnamed(mut case: Case) -> Case {
        case.options.product.clear();
        mapped(case)
    }
    check(&[
        ("of one document", DESCRIBED, mapped, &[UNUSED]),
        (
            "of a product that is not named",
            DESCRIBED,
            unnamed,
            &[UNUSED],
        ),
        ("of several", "kakao-multi/documents-3", mapped, &[UNUSED]),
        (
            "of a nonce",
            "kakao-auth/k1110",
            mapped,
            &[UNUSED, "signature-absent waived"],
        ),
        ("of Toss", "toss/text", mapped, &[UNUSED]),
        ("of an agreement", "kakao-debit/mapped", |it| it, &[]),
    ]);
}
