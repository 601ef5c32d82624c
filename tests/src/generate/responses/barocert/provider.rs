//! What Barocert itself says, and what the relying party did not keep.

use super::exchange::{Exchange, RECEIPT};
use crate::generate::responses::draft::Group;
use crate::generate::responses::scene::without;
use serde_json::{Value, json};
use std::io;

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    alone(group)?;
    beside(group)?;
    missing(group)
}

/// Answers that bring no signature.
fn alone(group: &Group<'_>) -> io::Result<()> {
    let case = |response: &Value, name: &str, reason: &str| {
        let mut exchange = Exchange::text(group.scene);
        exchange.response = response.clone();
        exchange.draft_with_vid_wanted(name, reason)
    };
    let state = |state: u8| json!({ "receiptID": RECEIPT, "state": state });
    case(&state(0), "state-0", "Nobody has signed yet.")
        .undetermined("provider-pending", "")
        .save(group)?;
    case(
        &state(2),
        "state-2",
        "The request expired before anybody signed.",
    )
    .rejected("provider-expired", "")
    .save(group)?;
    case(
        &json!({ "code": -25_000_000, "message": "시험: 검증할 수 없습니다." }),
        "error-object",
        "Barocert answers with an error.",
    )
    .source("Barocert guide, BarocertException")
    .rejected("provider-failed", "")
    .save(group)
}

/// Words beside a signature that is good.
fn beside(group: &Group<'_>) -> io::Result<()> {
    let mut exchange = Exchange::text(group.scene);
    exchange.response["state"] = 7.into();
    exchange
        .draft("state-unknown", "The state is none that is known.")
        .undetermined("provider-status-unknown", "")
        .save(group)?;
    exchange.response = without(exchange.response, "state");
    exchange
        .draft("state-missing", "The provider's own word is missing.")
        .undetermined("provider-status-missing", "")
        .save(group)?;
    exchange
        .draft(
            "state-missing-waived",
            "The provider's own word is missing, and the caller does without.",
        )
        .waive("status")
        .waived("provider-status-missing")
        .save(group)?;
    let mut exchange = Exchange::text(group.scene);
    exchange.response["receiptID"] = "00000000000000000000000000000002".into();
    exchange
        .draft(
            "other-receipt",
            "The answer is about another receipt than the request's.",
        )
        .rejected("tx-id-differs", "")
        .save(group)
}

fn missing(group: &Group<'_>) -> io::Result<()> {
    let good = Exchange::text(group.scene);
    good.draft(
        "receipt-missing",
        "Without the receipt nobody knows that this answer is to this request.",
    )
    .no_receipt()
    .undetermined("receipt-missing", "")
    .save(group)?;
    good.draft(
        "receipt-missing-waived",
        "The receipt was not kept, and the caller does without.",
    )
    .no_receipt()
    .waive("receipt")
    .waived("receipt-missing")
    .save(group)?;
    good.draft(
        "with-status",
        "The status asked for beforehand says the same as the answer.",
    )
    .status(&json!({
        "receiptID": RECEIPT,
        "clientCode": "000000000001",
        "state": 1,
        "requestDT": "20260302175000",
        "viewDT": "20260302175500",
        "completeDT": "20260302175930",
        "expireDT": "20260302181000",
        "verifyDT": "",
    }))
    .save(group)
}
