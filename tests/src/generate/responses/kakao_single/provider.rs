//! What the provider itself says, and what the relying party did not keep.

use crate::generate::responses::draft::Group;
use crate::generate::responses::kakao_exchange::Exchange;
use crate::generate::responses::scene::without;
use serde_json::json;
use std::io;

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    words(group)?;
    alone(group)?;
    missing(group)
}

/// Words beside a document that is good.
fn words(group: &Group<'_>) -> io::Result<()> {
    let with = |member: &str, word: &str, name: &str, reason: &str| {
        let mut exchange = Exchange::text(group.scene);
        exchange.response[member] = word.into();
        exchange.draft(name, reason)
    };
    with(
        "result",
        "N",
        "result-n",
        "The provider says that its own verification failed, however good the document looks.",
    )
    .rejected("provider-failed", "")
    .save(group)?;
    with(
        "result",
        "X",
        "result-unknown",
        "The provider's result is no word that is known.",
    )
    .undetermined("provider-status-unknown", "")
    .save(group)?;
    with(
        "status",
        "SIGNED",
        "status-unknown",
        "The provider's status is no word that is known.",
    )
    .undetermined("provider-status-unknown", "")
    .save(group)
}

/// Answers that bring no document.
fn alone(group: &Group<'_>) -> io::Result<()> {
    let answer = |response, name: &str, reason: &str| {
        let mut exchange = Exchange::text(group.scene);
        exchange.response = response;
        exchange.draft(name, reason)
    };
    answer(
        json!({ "status": "EXPIRED" }),
        "status-expired",
        "The request expired before anybody signed.",
    )
    .rejected("provider-expired", "")
    .save(group)?;
    answer(
        json!({ "status": "REQUESTED" }),
        "status-requested",
        "Nobody has signed yet.",
    )
    .undetermined("provider-pending", "")
    .save(group)?;
    answer(
        json!({ "status": "COMPLETED", "result": "N" }),
        "result-n-without-document",
        "The provider's verification failed, and it sends no document.",
    )
    .rejected("provider-failed", "")
    .save(group)?;
    answer(
        json!({ "errcode": "E2013", "errmsg": "시험: 이미 검증한 전자서명입니다." }),
        "error-object",
        "The provider answers with an error, as it does when asked a second time.",
    )
    .source("Kakao K3500 guide, verify: one answer only, then E2013")
    .rejected("provider-failed", "")
    .save(group)
}

fn missing(group: &Group<'_>) -> io::Result<()> {
    let mut exchange = Exchange::text(group.scene);
    exchange.response = without(without(exchange.response, "status"), "result");
    exchange
        .draft("status-missing", "The provider's own word is missing.")
        .undetermined("provider-status-missing", "")
        .save(group)?;
    exchange
        .draft(
            "status-missing-waived",
            "The provider's own word is missing, and the caller does without.",
        )
        .waive("status")
        .waived("provider-status-missing")
        .save(group)?;
    let good = Exchange::text(group.scene);
    good.draft(
        "request-missing",
        "What was asked is not known, so that nothing can be compared with it.",
    )
    .no_request()
    .undetermined("request-missing", "")
    .save(group)?;
    good.draft(
        "request-missing-waived",
        "What was asked is not known, and the caller does without.",
    )
    .no_request()
    .waive("request")
    .waived("request-missing")
    .save(group)
}
