//! Which transaction everything is about.

use super::changed::Case;
use super::{alone, check, id};
use injang_response::{DecisionCode, Waiver};
use serde_json::json;

#[test]
fn every_answer_is_about_one_transaction() {
    const KAKAO: &str = "kakao-single/text-with-status";
    const IDENTIFY: &str = "kakao-identify/good";
    let alone = ["tx-id-differs rejected"];
    check(&[
        (
            "no id",
            "toss/text",
            |it| it.without("response/success/txId"),
            &alone,
        ),
        (
            "no id",
            "barocert/kakao-text",
            |it| it.without("response/receiptID"),
            &["tx-id-differs rejected", "vid-missing waived"],
        ),
        (
            "the receipt's",
            KAKAO,
            |it| it.with("receipt", json!({ "tx_id": id(2) })),
            &alone,
        ),
        (
            "the status'",
            KAKAO,
            |it| it.with("status/tx_id", id(2)),
            &alone,
        ),
        (
            "identify's",
            IDENTIFY,
            |it| it.with("identify/tx_id", id(2)),
            &alone,
        ),
        (
            "the answer's",
            KAKAO,
            |it| it.with("response/tx_id", id(2)),
            &alone,
        ),
        (
            "the request's",
            "toss/text",
            |it| it.with("request/txId", id(2)),
            &alone,
        ),
    ]);
}

/// Where neither request nor receipt names the transaction, the first answer that does is it.
#[test]
fn answers_are_about_one_transaction_that_nobody_else_names() {
    const KAKAO: &str = "kakao-single/text-with-status";
    let differs = ["request-missing waived", "tx-id-differs rejected"];
    check(&[
        (
            "none",
            KAKAO,
            |it| alone(it).without("status/tx_id"),
            &differs[..1],
        ),
        ("one", KAKAO, alone, &differs[..1]),
        (
            "the same",
            KAKAO,
            |it| alone(it).with("response/tx_id", id(1)),
            &differs[..1],
        ),
        (
            "the answer's",
            KAKAO,
            |it| alone(it).with("response/tx_id", id(2)),
            // That of what was signed is another too.
            &[
                "request-missing waived",
                "tx-id-differs rejected",
                "tx-id-differs rejected 1",
            ],
        ),
        (
            "the status'",
            KAKAO,
            |it| {
                alone(it)
                    .with("response/tx_id", id(1))
                    .with("status/tx_id", id(2))
            },
            &differs,
        ),
        (
            "identify's",
            "kakao-identify/good",
            |it| {
                let case = alone(it).with("identify/tx_id", id(2));
                case.with("response/tx_id", id(1))
            },
            &differs,
        ),
        (
            "identify's and the status'",
            "kakao-identify/good",
            |it| {
                let case = alone(it).with("identify/tx_id", id(2));
                case.with("status", json!({ "tx_id": id(1), "status": "COMPLETED" }))
            },
            &differs,
        ),
    ]);
}

#[test]
fn the_receipt_lists_the_documents() {
    const MULTI: &str = "kakao-multi/documents-3";
    const IDS: &str = "receipt/document_tx_ids";
    let differs = ["tx-id-differs rejected"];
    check(&[
        (
            "another",
            MULTI,
            |it| it.with("receipt/document_tx_ids/2", id(4)),
            &differs,
        ),
        (
            "one less",
            MULTI,
            |it| it.without("receipt/document_tx_ids/2"),
            &differs,
        ),
        (
            "order",
            MULTI,
            |it| it.with(IDS, json!([id(2), id(1), id(3)])),
            &differs,
        ),
        ("alone", MULTI, alone, &["request-missing waived"]),
        (
            "another, alone",
            MULTI,
            |it| alone(it).with("receipt/document_tx_ids/2", id(4)),
            &[
                "document-additional rejected #3",
                "document-missing rejected #4",
                "request-missing waived",
            ],
        ),
        (
            "order, alone",
            MULTI,
            |it| alone(it).with(IDS, json!([id(2), id(1), id(3)])),
            &["document-order rejected", "request-missing waived"],
        ),
    ]);
}

/// Kakao writes into what is signed which document it is.
#[test]
fn the_signed_id_is_compared_without_a_request() {
    fn swapped(case: Case) -> Case {
        let of = |index| format!("response/signed_documents/{index}/signed_document");
        let (first, second) = (case.get(&of(0)), case.get(&of(1)));
        alone(case).with(&of(0), second).with(&of(1), first)
    }
    let both = [
        "request-missing waived",
        "tx-id-differs rejected #1",
        "tx-id-differs rejected #2",
    ];
    check(&[
        ("document's", "kakao-multi/documents-3", swapped, &both),
        (
            "document's, no receipt",
            "kakao-multi/documents-3",
            |it| swapped(it).without("receipt"),
            &both,
        ),
        (
            "receipt's",
            "kakao-single/text",
            |it| alone(it).with("receipt", json!({ "tx_id": id(2) })),
            &["request-missing waived", "tx-id-differs rejected 1"],
        ),
        (
            "receipt's, the same",
            "kakao-single/text",
            |it| alone(it).with("receipt", json!({ "tx_id": id(1) })),
            &["request-missing waived"],
        ),
    ]);
}

#[test]
fn a_status_stands_for_the_answers_own_if_it_is_of_this_transaction() {
    const KAKAO: &str = "kakao-single/text-with-status";
    const MISSING: &str = "provider-status-missing undetermined";
    fn silent(case: Case) -> Case {
        case.without("response/status")
    }
    check(&[
        ("of this", KAKAO, silent, &[]),
        (
            "of another",
            KAKAO,
            |it| silent(it).with("status/tx_id", id(2)),
            &[MISSING, "tx-id-differs rejected"],
        ),
        (
            "of none",
            KAKAO,
            |it| silent(it).without("status/tx_id"),
            &[MISSING],
        ),
        (
            "of none, where none is known",
            KAKAO,
            |it| {
                let case = silent(it).without("status/tx_id").without("request");
                case.waiving(Waiver::Request)
            },
            &[MISSING, "request-missing waived"],
        ),
    ]);
}

/// Where no file names a transaction, what was signed may be of any, though it has an id in it.
#[test]
fn an_id_that_nothing_can_be_held_against() {
    const KAKAO: &str = "kakao-single/text";
    let is_said = |case: &Case| {
        let mut notes = case.decide().notes.into_iter();
        notes.any(|it| it.code == DecisionCode::TransactionNotSigned)
    };
    let with_id = |case: Case| case.with("response/tx_id", id(1));
    assert!(!is_said(&Case::read(KAKAO)));
    assert!(!is_said(&with_id(alone(Case::read(KAKAO)))));
    assert!(is_said(&alone(Case::read(KAKAO))));
}
