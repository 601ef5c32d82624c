//! Kakao's status has the transaction's times, in either of the two spellings of its guide.

use super::{AT, SIGNED, SOURCE};
use crate::generate::responses::documents::{kakao_content, signed_at};
use crate::generate::responses::draft::{Draft, Group};
pub(super) use crate::generate::responses::kakao_exchange::status;
use crate::generate::responses::kakao_exchange::{Exchange, asked};
use crate::generate::responses::scene::{Scene, TEXT, id};
use std::io;

const OUTSIDE: &str = "signing-time-outside-transaction";

/// A text signed at a time, under attributes.
fn draft(scene: &Scene, time: &str, name: &str, reason: &str) -> Draft {
    let signed = signed_at(&scene.signer, &kakao_content(TEXT, &id(1)), time);
    let mut exchange = Exchange::one(scene, "TEXT", &asked(TEXT, &id(1)), &signed);
    exchange.request["sign_type"] = "SIGNED_ATTRIBUTE".into();
    exchange.draft(name, reason).source(SOURCE).at(AT)
}

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    let spaced = status("2026-03-02 17:50:00", "2026-03-02 17:59:30");
    for (when, time, is_within) in SIGNED {
        let name = format!("kakao-{when}");
        let scene = group.begin(&name);
        let reason = format!(
            "The text was signed {} the times of the status.",
            when.replace('-', " ")
        );
        let draft = draft(scene, time, &name, &reason).status(&spaced);
        if is_within {
            draft.save(group)?;
        } else {
            draft.undetermined(OUTSIDE, &id(1)).save(group)?;
        }
    }
    let lettered = status("2026-03-02T17:50:00", "2026-03-02T17:59:30");
    for (name, time) in [
        ("kakao-with-t-within", "260302085500Z"),
        ("kakao-with-t-before", "260301085500Z"),
    ] {
        let scene = group.begin(name);
        let draft = draft(
            scene,
            time,
            name,
            "The status writes its times with a T, as the guide's table says.",
        )
        .status(&lettered);
        if name.ends_with("within") {
            draft.save(group)?;
        } else {
            draft.undetermined(OUTSIDE, &id(1)).save(group)?;
        }
    }
    let scene = group.begin("kakao-replayed-waived");
    draft(
        scene,
        "260301085500Z",
        "kakao-replayed-waived",
        "The text was signed a day before the transaction, and the caller does without.",
    )
    .status(&spaced)
    .waive("time")
    .waived_of(OUTSIDE, &id(1))
    .save(group)?;
    let scene = group.begin("kakao-without-status");
    draft(
        scene,
        "260301085500Z",
        "kakao-without-status",
        "No status was kept, so that there is no time of the transaction; its id is in what was signed.",
    )
    .save(group)?;
    let scene = group.begin("kakao-without-signing-time");
    Exchange::text(scene)
        .draft(
            "kakao-without-signing-time",
            "MESSAGE has no signing-time that could be compared with the status.",
        )
        .source(SOURCE)
        .at(AT)
        .status(&spaced)
        .save(group)
}
