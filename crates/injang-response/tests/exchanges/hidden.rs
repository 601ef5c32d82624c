//! Ciphertexts of the request that were signed as they were sent, in other writings and places; and
//! values in which there is nothing to read.

use super::agreement::{forged, forged_at};
use super::changed::{Case, said};
use super::sealed::{once, twice};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use injang_response::Waiver;
use serde_json::{Value, json};

const MAPPED: &str = "kakao-debit/mapped";
const SINGLE: &str = "kakao-single/text";

/// With this alone in the place of the bank, in the request and in what was signed.
fn bank(value: &Value) -> Case {
    let content = json!({ "납부자 출금은행": value }).to_string();
    let case = forged(Case::read(MAPPED), |_| content);
    case.with("request/withdraw_info", json!({ "bank": value }))
        .with("map", json!({ "/withdraw_info/bank": "/납부자 출금은행" }))
}

/// With this as the data, in the request and in what was signed.
fn data(value: &Value, is_sealed: bool) -> Case {
    let case = Case::read(SINGLE);
    let id = case.get("request/tx_id");
    let content = json!({ "data": value, "txId": id }).to_string();
    let wrapper = json!({ "txId": id, "data": value }).to_string();
    let case = forged(case, |_| content);
    case.with("request/document", wrapper)
        .with("request/document_encrypted", is_sealed)
}

fn about_the_content(case: &Case) -> Vec<String> {
    let mut said = said(&case.decide().reasons);
    said.retain(|it| it.starts_with("content-") || it.starts_with("keys-"));
    said
}

/// The ciphertext of a short text, in every writing.
fn writings(case: &Case) -> Vec<Value> {
    let base64 = once(case, "시험은행".as_bytes());
    let octets = STANDARD.decode(&base64).unwrap();
    let hex = base16ct::lower::encode_string(&octets);
    let utf16: String = base64.chars().flat_map(|it| [it, '\0']).collect();
    vec![
        json!(base64),
        json!(URL_SAFE_NO_PAD.encode(&octets)),
        json!(hex),
        json!(STANDARD.encode(STANDARD.encode(&base64))),
        json!(utf16),
        json!([[{ "a": [base64] }]]),
        json!({ base64.as_str(): "시험" }),
        json!(json!({ "a": base64 }).to_string()),
        json!(format!("시험 {base64}")),
    ]
}

#[test]
fn ciphertexts_in_every_writing_that_were_signed() {
    const HIDDEN: [&str; 1] = ["content-encrypted undetermined #1"];
    for value in writings(&Case::read(MAPPED)) {
        assert_eq!(about_the_content(&bank(&value)), HIDDEN, "{value}");
        let without = bank(&value).without("keys");
        let keys = ["keys-missing undetermined", "keys-missing undetermined #1"];
        let found = about_the_content(&without);
        assert!(
            found.iter().all(|it| keys.contains(&it.as_str())),
            "{value}"
        );
        assert!(found.contains(&keys[1].to_owned()), "{value}");
    }
    let is_short = |it: &Value| it.to_string().len() <= 64;
    let writings = writings(&Case::read(SINGLE)).into_iter();
    // No longer than what is in the document.
    for value in writings.filter(is_short) {
        for is_sealed in [true, false] {
            let found = about_the_content(&data(&value, is_sealed));
            assert_eq!(found, HIDDEN, "{value} {is_sealed}");
        }
        // It is said to be encrypted: no key is needed to see that it may be.
        let without = data(&value, true).without("keys");
        assert!(
            about_the_content(&without).contains(&HIDDEN[0].to_owned()),
            "{value}"
        );
    }
    // A text that comes out of the cipher may be in UTF-16.
    for order in [u16::to_le_bytes, u16::to_be_bytes] {
        let plain: Vec<u8> = "시험 은행".encode_utf16().flat_map(order).collect();
        let sealed = once(&Case::read(MAPPED), &plain);
        assert_eq!(about_the_content(&bank(&json!(sealed))), HIDDEN);
    }
}

/// Without keys, and though nobody says that the request was encrypted: in every place of the document
/// that was signed.
#[test]
fn ciphertexts_by_their_looks() {
    const ENCRYPTED: &str = "request-encrypted undetermined";
    let octets = STANDARD.decode("wiOUiKSvHTKyyGbmAxYq1yOUiKSvHTKy").unwrap();
    let hex = base16ct::lower::encode_string(&octets);
    let hyphened = format!("{}-{}", &hex[..24], &hex[24..]);
    let [base64, toss] = [STANDARD.encode(&octets), format!("v1$session${hex}")];
    let found = |case: &Case| {
        let said = said(&case.decide().reasons);
        said.iter()
            .any(|it| it.starts_with(ENCRYPTED) || it.starts_with("content-encrypted"))
    };
    for text in [&base64, &hex, &hyphened, &toss] {
        for value in [
            json!(text),
            json!([text]),
            json!({ "bank": { "name": text } }),
            json!(json!([text]).to_string()),
        ] {
            let case = data(&value, false).without("keys");
            assert!(found(&case), "{value}");
        }
    }
    for value in [
        json!("시험 계약"),
        json!(["an agreement"]),
        json!({ "amount": 5000 }),
    ] {
        let case = data(&value, false).without("keys");
        assert!(!found(&case), "{value}");
    }
}

/// Under a key that nobody here has, or decrypted once of two times, or in a product whose content the
/// provider makes.
#[test]
fn ciphertexts_that_no_key_opens() {
    const ENCRYPTED: &str = "content-encrypted undetermined #1";
    let unknown = "wiOUiKSvHTKyyGbmAxYq1yOUiKSvHTKy";
    assert_eq!(about_the_content(&bank(&json!(unknown))), [ENCRYPTED]);
    // The document was encrypted twice, and its inner ciphertext was signed.
    let case = Case::read(SINGLE);
    let id = case.get("request/tx_id");
    let inner = once(&case, "시험 계약".as_bytes());
    let wrapper = json!({ "txId": id, "data": inner }).to_string();
    let case = forged(case, |_| json!({ "data": inner, "txId": id }).to_string());
    let sealed = twice(&case, wrapper.as_bytes());
    let case = case
        .with("request/document", sealed)
        .with("request/document_encrypted", true);
    assert_eq!(about_the_content(&case), [ENCRYPTED]);
    for (text, is_hidden) in [(unknown, true), ("ORD-20260302-0001-A1B2", false)] {
        let case = Case::read("barocert/kakao-text");
        let token = case.get("request/token");
        let token = token.as_str().unwrap().to_owned();
        let signed = "response/signedData";
        let case = forged_at(signed, case, |content| content.replace(&token, text));
        let found = said(&case.with("request/token", text).decide().reasons);
        let is_said = found.iter().any(|it| it.starts_with("content-encrypted"));
        assert_eq!(is_said, is_hidden, "{text} {found:?}");
    }
}

#[test]
fn values_in_clear_that_are_like_ciphertexts() {
    for value in [
        json!("시험은행"),
        json!("CITI"),
        json!("000000-00-000000"),
        json!("an agreement"),
        json!(["시험", { "account_no": "000-00-0000" }]),
        json!(json!({ "bankName": "시험" }).to_string()),
    ] {
        assert_eq!(about_the_content(&bank(&value)), [""; 0], "{value}");
        assert_eq!(about_the_content(&data(&value, false)), [""; 0], "{value}");
        let without = data(&value, false).without("keys");
        let found = about_the_content(&without);
        assert!(
            !found.iter().any(|it| it.starts_with("content-")),
            "{value}"
        );
    }
    assert_eq!(about_the_content(&data(&json!("시험 계약"), true)), [""; 0]);
}

/// Whatever is waived: of a map in which nothing but what nobody reads agrees, nothing was compared.
#[test]
fn values_that_say_nothing() {
    for value in [
        json!("-"),
        json!("."),
        json!(" \t"),
        json!("\u{200b}"),
        json!("\u{3164}\u{115f}"),
        json!("\u{ad}\u{2060}"),
        json!("\u{17b4}"),
        json!("[\"\", \"-\"]"),
        json!("\"-\""),
        json!(["[\"{}\"]", { "a": "\u{feff}" }]),
    ] {
        let waivers = [Waiver::Ci, Waiver::Vid, Waiver::Person, Waiver::Content];
        let case = waivers.into_iter().fold(bank(&value), Case::waiving);
        let case = case
            .without("ci")
            .without("response/ci")
            .without("response/vid");
        let reasons = case.decide().reasons;
        let said = said(&reasons);
        assert!(
            said.contains(&"content-not-compared waived #1".to_owned()),
            "{value}"
        );
    }
}

#[test]
fn short_ciphertexts_that_were_signed() {
    let case = Case::read(MAPPED);
    for text in ["1", "88", "KB은행"] {
        let base64 = once(&case, text.as_bytes());
        assert!(base64.ends_with('='), "{text}: what an encoder fills up");
        for value in [json!(base64), json!(STANDARD.encode(&base64))] {
            let found = about_the_content(&bank(&value));
            assert_eq!(found, ["content-encrypted undetermined #1"], "{value}");
            let without = about_the_content(&bank(&value).without("keys"));
            let keys = "keys-missing undetermined #1".to_owned();
            assert!(without.contains(&keys), "{value}");
        }
    }
    // Words are base64 too, of so many letters.
    for word in ["BANK", "KB", "은행"] {
        let found = about_the_content(&bank(&json!(word)));
        assert_eq!(found, Vec::<String>::new(), "{word}");
    }
}
