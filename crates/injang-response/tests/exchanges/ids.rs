//! Ids, words and digests in other forms than a text: none of them is taken for what it is not.

use super::changed::{Case, said};
use super::check;
use super::sealed::{in_session, once, twice};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use injang_response::{FormatRule, Provider, Request, Response, Role};
use serde_json::{Value, json};

#[test]
fn an_encrypted_digest_that_was_signed() {
    const SIGNED: &str = "kakao-single/plain-hash-in-base64";
    fn encrypted(case: Case, digest: &[u8]) -> Case {
        let text = twice(&case, digest);
        let case = case.with("request/document", text);
        case.with("request/document_encrypted", true)
    }
    fn octets(case: &Case) -> Vec<u8> {
        let text = case.get("request/document");
        STANDARD.decode(text.as_str().unwrap()).unwrap()
    }
    check(&[
        (
            "its octets",
            SIGNED,
            |it| {
                let digest = octets(&it);
                encrypted(it, &digest)
            },
            &[],
        ),
        (
            "its octets once in base64",
            SIGNED,
            |it| {
                let text = once(&it, &octets(&it));
                let case = it.with("request/document", text);
                case.with("request/document_encrypted", true)
            },
            &[],
        ),
        (
            "the octets of another",
            SIGNED,
            |it| encrypted(it, &[7; 32]),
            &[
                "document-undetermined undetermined #1",
                "field-undecryptable undetermined #1",
            ],
        ),
    ]);
}

#[test]
fn a_digest_that_toss_gives_back_in_its_own_session() {
    const PDF: &str = "toss/pdf";
    const DOC: &str = "response/success/doc";
    fn encrypted(case: Case, answered: &str) -> Case {
        let asked = case.get("request/doc");
        let sealed = in_session(&case, 0, asked.as_str().unwrap());
        let answered = in_session(&case, 1, answered);
        let case = case.with("request/doc", sealed).with(DOC, answered);
        let case = case.with("request/docEncrypted", true);
        case.with("response/success/docEncrypted", true)
    }
    check(&[
        (
            "the same",
            PDF,
            |it| {
                let text = it.get("request/doc");
                encrypted(it, text.as_str().unwrap())
            },
            &[],
        ),
        (
            "another",
            PDF,
            |it| encrypted(it, &STANDARD.encode([7; 32])),
            &["doc-differs rejected"],
        ),
    ]);
}

#[test]
fn ids_of_documents_in_a_text() {
    const MULTI: &str = "kakao-multi/documents-3";
    const IDS: &str = "receipt/document_tx_ids";
    fn joined(case: &Case) -> Vec<String> {
        let ids = case.get(IDS);
        let text = |it: &Value| it.as_str().unwrap().to_owned();
        ids.as_array().unwrap().iter().map(text).collect()
    }
    check(&[
        (
            "as JSON",
            MULTI,
            |it| {
                let text = it.get(IDS).to_string();
                it.with(IDS, text)
            },
            &[],
        ),
        (
            "with commas",
            MULTI,
            |it| {
                let text = joined(&it).join(", ");
                it.with(IDS, text)
            },
            &[],
        ),
        (
            "in another order",
            MULTI,
            |it| {
                let mut ids = joined(&it);
                ids.reverse();
                it.with(IDS, ids.join(","))
            },
            &["tx-id-differs rejected"],
        ),
    ]);
    for text in [json!("[1]"), json!("[\"a\""), json!(5)] {
        let receipt = json!({ "tx_id": "a", "document_tx_ids": text }).to_string();
        let read = Response::parse_as(Role::Receipt, Provider::Kakao, receipt.as_bytes());
        assert!(read.is_err(), "{text}");
    }
}

#[test]
fn the_logins_id_beside_the_receipts() {
    const BAROCERT: &str = "situations/barocert-multi";
    const DIFFERS: &str = "tx-id-differs rejected";
    for (place, is_own, expected) in [
        ("response/txID", false, Some(DIFFERS)),
        ("receipt/txID", false, Some(DIFFERS)),
        ("response/txID", true, None),
    ] {
        let case = Case::read(BAROCERT);
        let own = case.get("receipt/receiptID");
        let id = if is_own { own } else { "other".into() };
        let found = said(&case.with(place, id).decide().reasons);
        let is_said = found.iter().any(|it| it == DIFFERS);
        assert_eq!(is_said, expected.is_some(), "{place} {found:?}");
    }
}

#[test]
fn words_that_no_guide_has() {
    let case = Case::read("toss/text");
    for (word, is_known) in [("USER_PERSONAL", true), ("USER_PERSONA", false)] {
        let request = case.clone().with("request/requestType", word);
        let read = Request::parse(Provider::Toss, request.text("request").as_bytes());
        let fault = read.err().map(|error| error.fault());
        assert_eq!(fault, (!is_known).then_some(FormatRule::Unknown), "{word}");
    }
    for (word, is_known) in [("CI", true), ("C1", false)] {
        let prepare = json!({ "type": word, "ci": "AAAA" }).to_string();
        let read = Response::parse_as(Role::Prepare, Provider::Kakao, prepare.as_bytes());
        let fault = read.err().map(|error| error.fault());
        assert_eq!(fault, (!is_known).then_some(FormatRule::Unknown), "{word}");
    }
    let digest = "cVz61BBJjs6e6l-fbZY5BM9iNB10N5w9zXbgHjfmpiE";
    for (token, is_known) in [(digest, true), ("시험 문서", false), ("AAAA", false)] {
        let request =
            json!({ "tokenType": "PDF", "tokens": [{ "signTitle": "t", "token": token }] });
        let read = Request::parse(Provider::Barocert, request.to_string().as_bytes());
        let fault = read.err().map(|error| error.fault());
        assert_eq!(fault, (!is_known).then_some(FormatRule::Digest), "{token}");
    }
}

#[test]
fn nonces_that_say_nothing() {
    const NONCE: &str = "situations/k1110-without-ci";
    for (text, is_one) in [
        ("null", false),
        ("{}", false),
        ("[]", false),
        ("\"\"", false),
        ("{\"nonce\": null}", false),
        ("0", true),
        ("{\"nonce\": 5}", true),
    ] {
        let case = Case::read(NONCE);
        let case = case.with("request/data", text).with("response/data", text);
        assert_eq!(case.decide().is_accepted(), is_one, "{text}");
    }
    let mut case = Case::read(NONCE).with("request/result", "Y");
    case.options.nonce_path = Some("/result".to_owned());
    case.options.nonce_answer_path = Some("/result".to_owned());
    assert!(!case.decide().is_accepted());
    case.options.nonce_path = Some("/data".to_owned());
    case.options.nonce_answer_path = Some("/data".to_owned());
    assert!(case.decide().is_accepted());
}

#[test]
fn what_was_to_come_back_and_did_not() {
    const MISSING: &str = "person-missing undetermined";
    check(&[
        ("everything came", "kakao-identify/good", |it| it, &[]),
        (
            "no gender, which nobody holds",
            "kakao-identify/good",
            |it| {
                let case = it.without("identify/gender");
                case.without("person/gender")
            },
            &[MISSING],
        ),
        (
            "not asked for, and nobody holds it",
            "kakao-identify/good",
            |it| {
                let case = it.without("identify/gender");
                let items = json!(["CI", "NAME", "BIRTHDAY", "PHONE_NUMBER"]);
                case.without("person/gender")
                    .with("request/identify_items", items)
            },
            &[],
        ),
    ]);
}
