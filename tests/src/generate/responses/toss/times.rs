//! When a transaction took place, and the environment in which it did.

use super::exchange::{Exchange, receipt};
use crate::generate::responses::documents::{SignType, attached};
use crate::generate::responses::draft::{Draft, Group, TIME};
use crate::generate::responses::scene::{OTHER_TEXT, id, without};
use std::io;

const OUTSIDE: &str = "signing-time-outside-transaction";

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    before(group)?;
    after(group)?;
    unreadable(group)?;
    environment(group)
}

/// A time of the day of all signatures, which are of 17:59:30.
fn clock(time: &str) -> String {
    format!("2026-03-02T{time}+09:00")
}

/// A good exchange, but for the times that the result names.
fn with_times(group: &Group<'_>, times: [Option<&str>; 2], name: &str, reason: &str) -> Draft {
    let mut exchange = Exchange::text(group.scene);
    for (member, time) in ["requestedDt", "completedDt"].into_iter().zip(times) {
        if let Some(time) = time {
            exchange.success()[member] = time.into();
        }
    }
    exchange.draft(name, reason).source(TIME)
}

fn before(group: &Group<'_>) -> io::Result<()> {
    let with = |time: &str, name: &str, reason: &str| {
        let (requested, completed) = (clock(time), clock("18:05:00"));
        let times = [Some(&*requested), Some(&*completed)];
        with_times(group, times, name, reason)
    };
    with(
        "18:04:31",
        "signed-before-request",
        "The signing time is five minutes and a second before the request: a signature of before.",
    )
    .undetermined(OUTSIDE, &id(1))
    .save(group)?;
    with(
        "18:04:31",
        "signed-before-request-waived",
        "The signing time is before the request, and the caller does without.",
    )
    .waive("time")
    .waived_of(OUTSIDE, &id(1))
    .save(group)?;
    with(
        "18:04:30",
        "signed-five-minutes-before-request",
        "The signing time is five minutes before the request, by which clocks may differ.",
    )
    .save(group)?;
    let mut later = receipt(&id(1));
    later["success"]["requestedDt"] = clock("18:04:31").into();
    Exchange::text(group.scene)
        .draft(
            "requested-in-receipt-later",
            "The receipt says that the request came later than the result says, and the later of the two counts.",
        )
        .source(TIME)
        .receipt(&later)
        .undetermined(OUTSIDE, &id(1))
        .save(group)
}

fn after(group: &Group<'_>) -> io::Result<()> {
    let with = |time: &str, name: &str, reason: &str| {
        with_times(group, [None, Some(&*clock(time))], name, reason)
    };
    with(
        "17:54:29",
        "signed-after-completion",
        "The signing time is five minutes and a second after the completion.",
    )
    .undetermined(OUTSIDE, &id(1))
    .save(group)?;
    with(
        "17:54:30",
        "signed-five-minutes-after-completion",
        "The signing time is five minutes after the completion, by which clocks may differ.",
    )
    .save(group)
}

fn unreadable(group: &Group<'_>) -> io::Result<()> {
    let mut exchange = Exchange::text(group.scene);
    *exchange.success() = without(exchange.response["success"].clone(), "completedDt");
    exchange
        .draft(
            "completed-missing",
            "Nothing says when the transaction was completed, so that a signature of later could stand in it.",
        )
        .source(TIME)
        .undetermined("transaction-time-missing", "")
        .save(group)?;
    with_times(
        group,
        [None, Some("2026-03-02T17:59:30")],
        "completed-malformed",
        "The time of the completion has no offset and is not used.",
    )
    .undetermined("transaction-time-missing", "")
    .note("time-malformed", "")
    .save(group)?;
    with_times(
        group,
        [Some("오늘"), None],
        "requested-malformed",
        "The time of the request is none and is not used; the receipt has it too.",
    )
    .note("time-malformed", "")
    .save(group)
}

/// The guide, of the test environment: "토스가 생성한 가상 인물의 개인정보를 암호화해서 전달합니다."
fn environment(group: &Group<'_>) -> io::Result<()> {
    let test = |draft: Draft| {
        draft
            .source("Toss general electronic signing guide (일반 전자서명), personalData")
            .options(|options| options.environment = Some("test".to_owned()))
            .no_notes()
            .note("environment-test", "")
    };
    test(Exchange::text(group.scene).draft(
        "environment-test",
        "Toss's test environment answers with a person whom it invented, so that none is compared.",
    ))
    .no_keys()
    .save(group)?;
    let other = attached(&group.scene.toss, OTHER_TEXT, SignType::SignedAttribute);
    test(Exchange::signed(group.scene, &other).draft(
        "environment-test-other-text",
        "In the test environment, too, another text than the one asked for was signed.",
    ))
    .rejected("content-differs", &id(1))
    .save(group)
}
