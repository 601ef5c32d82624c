//! What is at hand of an exchange when one thing of it is missing.

use super::{alone, check};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

#[test]
fn nothing_stands_in_for_what_says_who_signed() {
    const FIELDS: &str = "response/success/personalData";
    check(&[
        (
            "no CI came, though one is held",
            "toss/text",
            |it| it.without(&format!("{FIELDS}/ci")),
            &["ci-missing undetermined"],
        ),
        (
            "no DI came, and no CI is held",
            "toss/di-held",
            |it| it.without(&format!("{FIELDS}/di")),
            &["ci-not-held undetermined", "person-missing undetermined"],
        ),
        (
            "a person was prepared by name",
            "kakao-single/ci-not-held",
            |it| {
                let case = it.with_of("prepare/name", "kakao-identify/good", "identify/name");
                case.with("prepare/type", "CI")
            },
            &["ci-not-held undetermined", "person-missing undetermined"],
        ),
    ]);
}

#[test]
fn keys_that_are_not_all_there() {
    check(&[
        (
            "of the answer's session alone",
            "toss/text",
            |it| {
                let session = it.get("keys/toss/1");
                it.without("person").with("keys/toss", json!([session]))
            },
            &["keys-missing undetermined"],
        ),
        (
            "another key",
            "kakao-single/document-encrypted",
            |it| it.with("keys/kakao/key", STANDARD.encode([0; 32])),
            &[
                "ci-malformed undetermined",
                "field-undecryptable undetermined",
                "field-undecryptable undetermined #1",
            ],
        ),
    ]);
}

#[test]
fn lists_and_states_that_did_not_come() {
    check(&[
        (
            "the answer's state",
            "barocert/with-status",
            |it| it.without("response/state"),
            &["vid-missing waived"],
        ),
        (
            "the receipt's documents",
            "kakao-multi/documents-3",
            |it| alone(it).with("receipt/document_tx_ids", json!([])),
            &[
                "document-additional rejected #1",
                "document-additional rejected #2",
                "document-additional rejected #3",
                "request-missing waived",
            ],
        ),
    ]);
}
