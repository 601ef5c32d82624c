//! When a transaction took place, as Kakao's status says.

use super::content::status;
use crate::generate::responses::documents::{SignType, attached, kakao_content};
use crate::generate::responses::draft::{Draft, Group, TIME};
use crate::generate::responses::kakao_exchange::{Exchange, asked};
use crate::generate::responses::scene::{TEXT, id};
use serde_json::Value;
use std::io;

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    at_provider(group)?;
    unusable(group)?;
    signing_times(group)
}

/// A status with these times, or others of its members.
fn status_with(members: &[(&str, &str)]) -> Value {
    let mut status = status("COMPLETED");
    for (name, value) in members {
        status[*name] = (*value).into();
    }
    status
}

/// A good exchange that is judged at the provider's time.
fn provider(group: &Group<'_>, name: &str, reason: &str) -> Draft {
    Exchange::text(group.scene)
        .draft(name, reason)
        .source(TIME)
        .options(|options| "provider".clone_into(&mut options.at))
}

fn at_provider(group: &Group<'_>) -> io::Result<()> {
    provider(
        group,
        "at-provider",
        "The time of verification is the provider's, a year before, when the certificate was valid.",
    )
    .status(&status_with(&[
        ("created_at", "2025-03-02 17:50:00"),
        ("completed_at", "2025-03-02 17:59:30"),
    ]))
    .save(group)
}

fn unusable(group: &Group<'_>) -> io::Result<()> {
    const UNUSABLE: &str = "provider-time-unusable";
    provider(
        group,
        "at-provider-before-request",
        "The provider's completion time is a second before the request.",
    )
    .status(&status_with(&[
        ("created_at", "2025-03-02 17:50:00"),
        ("completed_at", "2025-03-02 17:49:59"),
    ]))
    .undetermined(UNUSABLE, "")
    .save(group)?;
    provider(
        group,
        "at-provider-after-now",
        "The provider's completion time is to come.",
    )
    .status(&status_with(&[("completed_at", "2999-03-02 17:50:00")]))
    .undetermined(UNUSABLE, "")
    .save(group)?;
    provider(
        group,
        "at-provider-without-status",
        "Kakao's answer has no times, and the status that has them was not kept.",
    )
    .undetermined(UNUSABLE, "")
    .save(group)?;
    provider(
        group,
        "at-provider-status-of-another",
        "The status that names the time is another transaction's.",
    )
    .status(&status_with(&[("tx_id", &id(2))]))
    .rejected("tx-id-differs", "")
    .undetermined(UNUSABLE, "")
    .save(group)
}

fn signing_times(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let content = kakao_content(TEXT, &id(1));
    let signed = attached(&scene.signer, &content, SignType::SignedAttribute);
    let mut exchange = Exchange::one(scene, "TEXT", &asked(TEXT, &id(1)), &signed);
    exchange.request["sign_type"] = "SIGNED_ATTRIBUTE".into();
    exchange
        .draft(
            "signed-before-status-says",
            "The signing time is before the request of which Kakao's status tells.",
        )
        .source(TIME)
        .status(&status_with(&[
            ("created_at", "2026-03-02 18:04:31"),
            ("completed_at", "2026-03-02 18:06:00"),
        ]))
        .undetermined("signing-time-outside-transaction", &id(1))
        .undetermined("time-after-verification", "")
        .save(group)?;
    exchange
        .draft(
            "signed-as-status-says",
            "The signing time is within the transaction of which Kakao's status tells.",
        )
        .source(TIME)
        .status(&status("COMPLETED"))
        .save(group)?;
    Exchange::text(scene)
        .draft(
            "status-with-malformed-time",
            "A time of Kakao's status is none, which is said and decides nothing.",
        )
        .source(TIME)
        .status(&status_with(&[("viewed_at", "17:55")]))
        .note("time-malformed", "")
        .save(group)
}
