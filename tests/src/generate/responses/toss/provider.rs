//! What Toss itself says, and what the relying party did not keep.

use super::exchange::{Exchange, GUIDE, receipt};
use crate::generate::responses::draft::{Draft, Group};
use crate::generate::responses::scene::{id, without};
use serde_json::{Value, json};
use std::io;

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    alone(group)?;
    beside(group)?;
    missing(group)
}

/// Answers that bring no signature; what else they lack is not said.
fn alone(group: &Group<'_>) -> io::Result<()> {
    let case = |response: Value, name: &str, reason: &str| -> Draft {
        let exchange = Exchange::text(group.scene);
        exchange.draft(name, reason).response(&response).no_notes()
    };
    let failed = json!({
        "resultType": "FAIL",
        "error": {
            "errorType": 0,
            "errorCode": "CE3101",
            "reason": "최종 결과는 2회만 조회할 수 있습니다.",
            "data": {},
            "title": null,
        },
        "success": null,
    });
    case(
        failed,
        "fail-ce3101",
        "Toss gives a result twice and no more.",
    )
    .source(GUIDE)
    .rejected("provider-failed", "")
    .save(group)?;
    let status = |word: &str| {
        json!({
            "resultType": "SUCCESS",
            "success": {
                "txId": id(1),
                "status": word,
                "requestedDt": "2026-03-02T17:50:00+09:00",
            },
        })
    };
    case(
        status("EXPIRED"),
        "status-expired",
        "The request expired before anybody signed.",
    )
    .rejected("provider-expired", "")
    .save(group)?;
    case(
        status("REQUESTED"),
        "status-requested",
        "Nobody has looked at the request yet.",
    )
    .undetermined("provider-pending", "")
    .save(group)?;
    case(
        status("IN_PROGRESS"),
        "status-in-progress",
        "The person is about to sign.",
    )
    .undetermined("provider-pending", "")
    .save(group)
}

/// Words beside a signature that is good.
fn beside(group: &Group<'_>) -> io::Result<()> {
    let mut exchange = Exchange::text(group.scene);
    exchange.success()["status"] = "SIGNED".into();
    exchange
        .draft("status-unknown", "Toss's status is no word that is known.")
        .undetermined("provider-status-unknown", "")
        .save(group)?;
    let mut exchange = Exchange::text(group.scene);
    exchange.success()["txId"] = id(2).into();
    exchange
        .draft(
            "other-tx-id",
            "The result is another transaction's than the receipt.",
        )
        .rejected("tx-id-differs", "")
        .save(group)?;
    let mut exchange = Exchange::text(group.scene);
    exchange.success()["txId"] = 1.into();
    exchange
        .draft(
            "type-of-tx-id",
            "The transaction's id is a number, where a string is meant.",
        )
        .no_notes()
        .malformed()
        .save(group)?;
    let mut exchange = Exchange::text(group.scene);
    exchange.success()["시험"] = "새 항목".into();
    exchange
        .draft(
            "unknown-member",
            "The result has a member that nobody knows, which is said and decides nothing.",
        )
        .note("unknown-member", "")
        .save(group)
}

fn missing(group: &Group<'_>) -> io::Result<()> {
    let mut exchange = Exchange::text(group.scene);
    exchange.response = without(exchange.response, "resultType");
    *exchange.success() = without(exchange.response["success"].clone(), "status");
    exchange
        .draft("status-missing", "Toss's own word is missing.")
        .undetermined("provider-status-missing", "")
        .save(group)?;
    exchange
        .draft(
            "status-missing-waived",
            "Toss's own word is missing, and the caller does without.",
        )
        .waive("status")
        .waived("provider-status-missing")
        .save(group)?;
    let good = Exchange::text(group.scene);
    good.draft(
        "receipt-missing",
        "Without the receipt nobody knows that this result is this request's.",
    )
    .no_receipt()
    .undetermined("receipt-missing", "")
    .undetermined("transaction-time-missing", "")
    .save(group)?;
    good.draft(
        "receipt-missing-waived",
        "The receipt was not kept, and the caller does without; when it was asked for, nobody else says.",
    )
    .no_receipt()
    .waive("receipt")
    .waived("receipt-missing")
    .undetermined("transaction-time-missing", "")
    .save(group)?;
    good.draft(
        "request-missing",
        "What was asked is not known, so that nothing can be compared with it.",
    )
    .no_request()
    .undetermined("request-missing", "")
    .undetermined("field-session-unclear", "")
    .save(group)?;
    good.draft(
        "other-receipt",
        "The receipt kept is another transaction's.",
    )
    .receipt(&receipt(&id(3)))
    .rejected("tx-id-differs", "")
    .save(group)
}
