//! Toss signs no transaction: its times are all that ties a signature to one.

use super::{AT, SIGNED, SOURCE};
use crate::generate::responses::documents::signed_at;
use crate::generate::responses::draft::Group;
use crate::generate::responses::scene::{OTHER_TEXT, TEXT, id};
use crate::generate::responses::toss::exchange::Exchange;
use std::io;

const OUTSIDE: &str = "signing-time-outside-transaction";

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    for (when, time, is_within) in SIGNED {
        let name = format!("toss-{when}");
        let scene = group.begin(&name);
        let draft = Exchange::signed(scene, &signed_at(&scene.toss, TEXT, time))
            .draft(
                &name,
                &format!(
                    "The text was signed {} the transaction.",
                    when.replace('-', " ")
                ),
            )
            .source(SOURCE)
            .at(AT);
        if is_within {
            draft.save(group)?;
        } else {
            draft.undetermined(OUTSIDE, &id(1)).save(group)?;
        }
    }
    let scene = group.begin("toss-replayed-waived");
    Exchange::signed(scene, &signed_at(&scene.toss, TEXT, "260301085500Z"))
        .draft(
            "toss-replayed-waived",
            "The text was signed a day before the transaction, and the caller does without.",
        )
        .source(SOURCE)
        .at(AT)
        .waive("time")
        .waived_of(OUTSIDE, &id(1))
        .save(group)?;
    let scene = group.begin("toss-replayed-other-text");
    Exchange::signed(scene, &signed_at(&scene.toss, OTHER_TEXT, "260301085500Z"))
        .draft(
            "toss-replayed-other-text",
            "Another text was signed a day before the transaction; that the time is waived waives nothing else.",
        )
        .source(SOURCE)
        .at(AT)
        .waive("time")
        .waived_of(OUTSIDE, &id(1))
        .rejected("content-differs", &id(1))
        .save(group)
}
