//! Barocert's status has times of fourteen digits.

use super::{AT, SOURCE};
use crate::generate::responses::barocert::exchange::{Exchange, RECEIPT};
use crate::generate::responses::documents::{kakao_content, signed_at};
use crate::generate::responses::draft::Group;
use crate::generate::responses::scene::TEXT;
use serde_json::{Value, json};
use std::io;

/// The status of a receipt that was completed at this time of Korea.
pub(super) fn status(completed: &str) -> Value {
    json!({
        "receiptID": RECEIPT,
        "clientCode": "000000000001",
        "state": 1,
        "requestDT": "20260302175000",
        "viewDT": "20260302175500",
        "completeDT": completed,
        "expireDT": "20260302180640",
    })
}

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    for (name, time, waived) in [
        ("barocert-within", "260302085500Z", None),
        ("barocert-a-day-before", "260301085500Z", Some(false)),
        ("barocert-a-day-before-waived", "260301085500Z", Some(true)),
    ] {
        let scene = group.begin(name);
        let signed = signed_at(&scene.signer, &kakao_content(TEXT, RECEIPT), time);
        let draft = Exchange::one(scene, "kakao-sign", "TEXT", TEXT, &signed)
            .draft(
                name,
                "The token was signed under attributes, and the status has the transaction's times.",
            )
            .source(SOURCE)
            .at(AT)
            .status(&status("20260302175930"));
        match waived {
            None => draft,
            Some(false) => draft.undetermined("signing-time-outside-transaction", "1"),
            Some(true) => draft
                .waive("time")
                .waived_of("signing-time-outside-transaction", "1"),
        }
        .save(group)?;
    }
    let scene = group.begin("barocert-malformed");
    Exchange::text(scene)
        .draft(
            "barocert-malformed",
            "The status' viewDT is not of fourteen digits, which is said.",
        )
        .source(SOURCE)
        .at(AT)
        .status(&{
            let mut status = status("20260302175930");
            status["viewDT"] = "2026-03-02 17:55:00".into();
            status
        })
        .note("time-malformed", "")
        .save(group)
}
