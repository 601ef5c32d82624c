//! `at: provider`: the time at which the provider says that it was completed.

use super::{SOURCE, kakao, relay};
use crate::generate::crl::{Crl, Entry};
use crate::generate::responses::barocert;
use crate::generate::responses::draft::{Draft, Group};
use crate::generate::responses::kakao_exchange;
use crate::generate::responses::scene::{Scene, id};
use crate::generate::responses::toss::exchange::Exchange;
use std::io;

const UNUSABLE: &str = "provider-time-unusable";

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    toss(group)?;
    others(group)?;
    revoked(group)
}

fn draft(exchange: &Exchange<'_>, name: &str, reason: &str) -> Draft {
    exchange.draft(name, reason).source(SOURCE).at_provider()
}

fn toss(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("provider-toss");
    draft(
        &Exchange::text(scene),
        "provider-toss",
        "The time is the result's completedDt.",
    )
    .save(group)?;
    for (name, reason, completed) in [
        (
            "provider-toss-after-now",
            "The result's completedDt has not come yet.",
            Some("2999-03-02T17:59:30+09:00"),
        ),
        (
            "provider-toss-before-the-request",
            "The result's completedDt is before its requestedDt.",
            Some("2026-03-02T17:40:00+09:00"),
        ),
        ("provider-toss-none", "The result has no completedDt.", None),
        (
            "provider-toss-no-time",
            "The result's completedDt is no time.",
            Some("어제"),
        ),
    ] {
        let scene = group.begin(name);
        let mut exchange = Exchange::text(scene);
        exchange.success()["completedDt"] = completed.into();
        // Nothing is verified at another time.
        draft(&exchange, name, reason)
            .no_notes()
            .undetermined(UNUSABLE, "")
            .save(group)?;
    }
    Ok(())
}

fn others(group: &Group<'_>) -> io::Result<()> {
    for (name, reason, completed, is_good) in [
        (
            "provider-kakao",
            "The time is the status' completed_at.",
            "2026-03-02 17:59:30",
            true,
        ),
        (
            "provider-kakao-before-the-request",
            "The status' completed_at is before its created_at.",
            "2026-03-02 17:40:00",
            false,
        ),
        (
            "provider-kakao-after-now",
            "The status' completed_at has not come yet.",
            "2999-03-02 17:59:30",
            false,
        ),
    ] {
        let scene = group.begin(name);
        let draft = kakao_exchange::Exchange::text(scene)
            .draft(name, reason)
            .source(SOURCE)
            .at_provider()
            .status(&kakao::status("2026-03-02 17:50:00", completed));
        if is_good {
            draft.save(group)?;
        } else {
            draft.undetermined(UNUSABLE, "").save(group)?;
        }
    }
    let scene = group.begin("provider-kakao-without-status");
    kakao_exchange::Exchange::text(scene)
        .draft(
            "provider-kakao-without-status",
            "Kakao's answer has no time, and no status was kept.",
        )
        .source(SOURCE)
        .at_provider()
        .undetermined(UNUSABLE, "")
        .save(group)?;
    for (name, completed, is_good) in [
        ("provider-barocert", "20260302175930", true),
        (
            "provider-barocert-before-the-request",
            "20260302174000",
            false,
        ),
    ] {
        let scene = group.begin(name);
        let draft = barocert::exchange::Exchange::text(scene)
            .draft_with_vid_wanted(name, "The time is the status' completeDT.")
            .waive("vid")
            .source(SOURCE)
            .at_provider()
            .status(&relay::status(completed));
        if is_good {
            draft.waived("vid-missing").save(group)?;
        } else {
            draft.undetermined(UNUSABLE, "").save(group)?;
        }
    }
    Ok(())
}

/// A CRL of the next week, in which the signer was revoked on this day.
fn list(scene: &Scene, date: &str) -> Vec<u8> {
    Crl::new(&scene.toss_authority.name)
        .times("260310000000Z", Some("260317000000Z"))
        .number(1)
        .entry(Entry::new(&scene.toss.serial, date))
        .sign(&scene.toss_authority.key)
}

fn revoked(group: &Group<'_>) -> io::Result<()> {
    let (later, before) = ("260305000000Z", "260301000000Z");
    let scene = group.begin("provider-revoked-later");
    draft(
        &Exchange::text(scene),
        "provider-revoked-later",
        "The certificate was revoked after the time that the provider gives, by which whoever has the key would backdate.",
    )
    .crl(&list(scene, later))
    .undetermined("revoked-later", &id(1))
    .save(group)?;
    let scene = group.begin("provider-revoked-later-waived");
    draft(
        &Exchange::text(scene),
        "provider-revoked-later-waived",
        "The certificate was revoked after the time that the provider gives, and the caller does without.",
    )
    .crl(&list(scene, later))
    .waive("revoked-later")
    .waived_of("revoked-later", &id(1))
    .save(group)?;
    let scene = group.begin("revoked-later-at-a-time-of-ones-own");
    Exchange::text(scene)
        .draft(
            "revoked-later-at-a-time-of-ones-own",
            "The certificate was revoked after the time at which the caller had the answer.",
        )
        .source(SOURCE)
        .crl(&list(scene, later))
        .save(group)?;
    let scene = group.begin("provider-revoked-before");
    draft(
        &Exchange::text(scene),
        "provider-revoked-before",
        "The certificate was revoked before the time that the provider gives; that later revocations are waived waives nothing.",
    )
    .crl(&list(scene, before))
    .waive("revoked-later")
    .rejected("document-failed", &id(1))
    .save(group)?;
    let scene = group.begin("provider-not-revoked");
    let list = Crl::new(&scene.toss_authority.name)
        .times("260310000000Z", Some("260317000000Z"))
        .number(1)
        .sign(&scene.toss_authority.key);
    draft(
        &Exchange::text(scene),
        "provider-not-revoked",
        "A CRL of the next week does not name the certificate.",
    )
    .crl(&list)
    .save(group)
}
