//! What is read before anything is decided: requests, digests and short signatures.

use super::agreement::forged;
use super::changed::Case;
use super::{check, id};
use injang_response::{
    FormatError, FormatRule, Provider, Request, Response, Role, ShortSignatures,
};
use serde_json::{Value, json};

fn fault<T>(result: Result<T, FormatError>) -> Option<(FormatRule, String)> {
    let error = result.err()?;
    Some((
        error.fault(),
        error.pointer().unwrap_or_default().to_owned(),
    ))
}

/// `count` documents of a request of Kakao's.
fn documents(count: usize) -> Value {
    let document = |number: usize| {
        let text = json!({ "txId": id(number), "data": "x" }).to_string();
        json!({ "document_tx_id": id(number), "document": text })
    };
    (1..=count).map(document).collect()
}

#[test]
fn requests_that_are_none() {
    let of = |provider, value: &Value| Request::parse(provider, value.to_string().as_bytes());
    let mut twice = documents(3);
    twice[2]["document_tx_id"] = id(1);
    let tokens = |count: usize| json!({ "tokens": vec![json!({ "token": "x" }); count] });
    let digest = |text: String, hash: Value| json!({ "tx_id": "a", "document_type": "PLAIN_HASH", "hash_type": hash, "document": text });
    let sha256 = || "0f".repeat(32);
    let none = Value::Null;
    for (provider, request, expected) in [
        (
            Provider::Kakao,
            json!({}),
            Some((FormatRule::Missing, "/tx_id")),
        ),
        (
            Provider::Toss,
            json!({}),
            Some((FormatRule::Missing, "/doc")),
        ),
        (
            Provider::Kakao,
            json!({ "documents": documents(200) }),
            None,
        ),
        (
            Provider::Kakao,
            json!({ "documents": documents(201) }),
            Some((FormatRule::TooMany, "/documents")),
        ),
        (
            Provider::Kakao,
            json!({ "documents": twice }),
            Some((FormatRule::Repeated, "/documents/2/document_tx_id")),
        ),
        (Provider::Barocert, tokens(200), None),
        (
            Provider::Barocert,
            tokens(201),
            Some((FormatRule::TooMany, "/tokens")),
        ),
        (Provider::Kakao, digest(sha256(), none.clone()), None),
        (
            Provider::Kakao,
            digest("text".into(), none.clone()),
            Some((FormatRule::PlainHash, "/document")),
        ),
        // SHA-256 by default, and no other.
        (
            Provider::Kakao,
            digest("0f".repeat(20), none.clone()),
            Some((FormatRule::PlainHash, "/document")),
        ),
        (
            Provider::Kakao,
            digest("0f".repeat(48), none),
            Some((FormatRule::PlainHash, "/document")),
        ),
        (
            Provider::Kakao,
            digest("0f".repeat(20), "SHA1".into()),
            None,
        ),
        (
            Provider::Kakao,
            digest(sha256(), "SHA1".into()),
            Some((FormatRule::PlainHash, "/document")),
        ),
        (
            Provider::Kakao,
            digest(sha256(), "NONE".into()),
            Some((FormatRule::NoneWithPlainHash, "/hash_type")),
        ),
        (
            Provider::Kakao,
            digest(sha256(), "MD5".into()),
            Some((FormatRule::Unknown, "/hash_type")),
        ),
    ] {
        let expected = expected.map(|(fault, place)| (fault, place.to_owned()));
        assert_eq!(fault(of(provider, &request)), expected, "{request:.200}");
    }
    let status = json!({ "status": "COMPLETED" }).to_string();
    let status = Response::parse_as(Role::Status, Provider::Kakao, status.as_bytes());
    assert_eq!(
        fault(status),
        Some((FormatRule::Missing, "/tx_id".to_owned()))
    );
}

/// The result is no witness of its own transaction: it is neither its receipt nor its status.
#[test]
fn the_result_in_another_answers_place() {
    for (provider, name, member, place) in [
        (
            Provider::Toss,
            "toss/text",
            "response/success/signedDoc",
            "/success/signedDoc",
        ),
        (
            Provider::Kakao,
            "kakao-single/text",
            "response/signed_document",
            "/signed_document",
        ),
        (
            Provider::Kakao,
            "kakao-multi/documents-3",
            "response/signed_documents",
            "/signed_documents",
        ),
        (
            Provider::Barocert,
            "barocert/kakao-text",
            "response/signedData",
            "/signedData",
        ),
    ] {
        let result = Case::read(name);
        for role in [Role::Receipt, Role::Status] {
            let read = |case: &Case| {
                let text = case.text("response").as_bytes();
                fault(Response::parse_as(role, provider, text))
            };
            let refused = Some((FormatRule::SignedDocument, place.to_owned()));
            assert_eq!(read(&result), refused, "{name}");
            let without = read(&result.clone().without(member));
            assert_ne!(
                without.map(|it| it.0),
                Some(FormatRule::SignedDocument),
                "{name}"
            );
        }
    }
}

#[test]
fn digests_of_originals() {
    const PDF: &str = "barocert/kakao-pdf-original-agrees";
    const HASH: &str = "kakao-single/hash-original-agrees";
    const SHA1: &str = "f127bf5f969eb4e20e8c882373d4cd604ad548c9";
    check(&[
        (
            "a token's digest is by its length",
            PDF,
            |it| {
                it.with("request/token", SHA1)
                    .with("request/tokenType", "HASH")
            },
            &["content-differs rejected 1", "vid-missing waived"],
        ),
        // In base64 they would be one of SHA-384.
        (
            "64 hex digits are SHA-256",
            HASH,
            |it| it.with("request/hash_type", "NONE"),
            &[],
        ),
    ]);
}

#[test]
fn lists_of_short_signatures() {
    let case = Case::read("kakao-short/several");
    let of = |value: &Value| fault(ShortSignatures::parse(value.to_string().as_bytes()));
    assert_eq!(of(&case.get("short")), None);
    let place = |fault, place: &str| Some((fault, place.to_owned()));
    let twice = case.with("short/signatures/2/id", "order-1").get("short");
    assert_eq!(of(&twice), place(FormatRule::Repeated, "/signatures/2/id"));
    assert_eq!(
        of(&json!({ "signatures": [] })),
        place(FormatRule::Empty, "/signatures")
    );
    assert_eq!(of(&json!({})), place(FormatRule::Missing, "/signatures"));
}

/// A session's content with another key.
pub(super) fn keyed(case: Case, key: &str) -> Case {
    forged(case, |_| {
        let (from, until) = ("2026-03-02T08:00:00Z", "2026-03-02T17:00:00Z");
        json!({ "data": { "publicKey": key, "validFrom": from, "validUntil": until } }).to_string()
    })
}

/// A session's content with another end.
fn until(case: Case, end: &str) -> Case {
    let change = |content: &str| content.replace("2026-03-02T17:00:00Z", end);
    forged(case, change)
}

/// The short signatures are held against the content whatever became of its own signature.
#[test]
fn sessions() {
    const RAW: &str = "kakao-short/raw";
    const P256: &str = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEE0pZDKUzbPj5+T0bwanFrVN1SklJZyINIQakPq6P\
        3e8M8LAnxDk5SUTw3S6YRSGr6D8pGMYj5DJNVQKtK27ZDA==";
    const P384: &str = "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE1s6yc0eriai/0H4gquCzG0MRAOuoCw259xvIW7ki9xqg\
        jTyiuP/214wXw7j0JD3MIRQ3RsaGsVKQ+sLejzljwbV++IBImBmiRrxe3hR1ShAQL00iANE7Eebm7t2eYnv6";
    const RSA: &str = "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAMUsVF4fs6EA8vTq/etglMSiM5NT2oIfTxVNE7P9MLbOz3x4\
        gb4rpMX6lCs0vVARJiChvaaF5XyntJMcc0IdRikCAwEAAQ==";
    const MALFORMED: &str = "session-malformed undetermined";
    let forged = ["content-differs rejected #1", "document-failed rejected #1"];
    let other = [
        "content-malformed rejected #1",
        "document-failed rejected #1",
        MALFORMED,
    ];
    check(&[
        (
            "from after until",
            RAW,
            |mut it| {
                let options = &mut it.options;
                std::mem::swap(&mut options.short_from_path, &mut options.short_until_path);
                it
            },
            &[MALFORMED],
        ),
        (
            "48 hours",
            RAW,
            |it| until(it, "2026-03-04T08:00:00Z"),
            &forged,
        ),
        (
            "a second more",
            RAW,
            |it| until(it, "2026-03-04T08:00:01Z"),
            &[forged[0], forged[1], "session-too-long undetermined"],
        ),
        // Usable, and not the key that signed.
        (
            "P-256",
            RAW,
            |it| keyed(it, P256),
            &[other[0], other[1], "short-invalid rejected order-1"],
        ),
        ("P-384", RAW, |it| keyed(it, P384), &other),
        ("RSA", RAW, |it| keyed(it, RSA), &other),
    ]);
}
