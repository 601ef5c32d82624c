//! What ties a signature to this transaction: its id in what was signed, or a time within it.

use super::changed::Case;
use super::check;
use injang_core::report::Lang;
use injang_response::{DecisionCode, Waiver};
use serde_json::{Value, json};

const SIGNED: &str = "kakao-single/plain-hash-in-base64-signed-attribute";
const MISSING: &str = "transaction-time-missing undetermined";

/// The provider's status, with these times.
fn status(requested: &str, completed: &str) -> Value {
    json!({
        "tx_id": "00000000-0000-4000-8000-000000000001",
        "status": "COMPLETED",
        "created_at": requested,
        "completed_at": completed,
    })
}

#[test]
fn a_digest_that_was_signed_with_a_time() {
    check(&[
        ("no times", SIGNED, |it| it.without("status"), &[MISSING]),
        (
            "no times, and done without",
            SIGNED,
            |it| it.without("status").waiving(Waiver::Time),
            &["transaction-time-missing waived"],
        ),
        (
            "within the transaction",
            SIGNED,
            |it| {
                let status = status("2026-03-02 17:55:00", "2026-03-02 18:00:00");
                it.with("status", status)
            },
            &[],
        ),
        (
            "before the transaction",
            SIGNED,
            |it| {
                let status = status("2026-03-03 17:55:00", "2026-03-03 18:00:00");
                let mut case = it.with("status", status);
                case.options.at = "2026-03-03T09:10:00Z".to_owned();
                case
            },
            &["signing-time-outside-transaction undetermined #1"],
        ),
        (
            "the answer's own times",
            SIGNED,
            |it| {
                let case = it.without("status");
                let case = case.with("response/created_at", "2026-03-02 17:55:00");
                case.with("response/completed_at", "2026-03-02 18:00:00")
            },
            &[MISSING],
        ),
        (
            "a text that names its transaction",
            "kakao-single/text-signed-attribute",
            |it| it,
            &[],
        ),
    ]);
}

#[test]
fn what_names_no_transaction_is_said_first() {
    let words = "what was signed names no known transaction";
    for (name, is_unnamed) in [
        ("kakao-single/plain-hash-in-base64", true),
        ("kakao-multi/documents-plain-hash", true),
        ("kakao-debit/mapped", true),
        ("situations/barocert-multi", true),
        ("kakao-single/text", false),
        ("kakao-single/hash", false),
        ("kakao-multi/documents-3", false),
        ("kakao-debit/document", false),
        ("toss/text", false),
    ] {
        let decision = Case::read(name).decide();
        assert!(decision.is_accepted(), "{name}");
        let is_said = |it: &injang_response::Finding| it.code == DecisionCode::TransactionNotSigned;
        assert_eq!(decision.notes.iter().any(is_said), is_unnamed, "{name}");
        let headline = decision.headline(Lang::En);
        assert_eq!(headline.contains(words), is_unnamed, "{name}: {headline}");
    }
}
