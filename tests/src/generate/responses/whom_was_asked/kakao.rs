//! Kakao's `prepare` and `delegate_info` against what is held, and against the identify answer.

use super::SOURCE;
use crate::generate::responses::draft::{Draft, Group};
use crate::generate::responses::kakao_exchange::Exchange;
use crate::generate::responses::scene::{BIRTHDAY, NAME, PHONE, Scene, without};
use serde_json::{Value, json};
use std::io;

const OTHER_NAME: &str = "다른 사람";

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    ci(group)?;
    against_held(group)?;
    against_one_another(group)?;
    against_the_answer(group)?;
    items(group)
}

/// `prepare` by name, phone number and birthday.
pub(super) fn personal_info(scene: &Scene) -> Value {
    let key = &scene.kakao_key;
    json!({
        "enc_version": 1,
        "type": "PERSONAL_INFO",
        "name": key.twice(NAME),
        "phone_no": key.twice(PHONE),
        "birthday": key.twice(BIRTHDAY),
    })
}

/// `prepare` by CI.
pub(super) fn by_ci(ci: &str) -> Value {
    json!({ "enc_version": 1, "type": "CI", "ci": ci })
}

fn person() -> Value {
    json!({ "name": NAME, "phone_no": PHONE, "birthday": BIRTHDAY })
}

fn ci(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("kakao-prepared-and-held");
    Exchange::text(scene)
        .draft(
            "kakao-prepared-and-held",
            "The CI sent to prepare and the CI held are the same person's, and the VID fits.",
        )
        .source(SOURCE)
        .prepare(&by_ci(&scene.kakao_key.once(&scene.ci.text())))
        .save(group)?;
    let scene = group.begin("kakao-prepared-for-another");
    Exchange::text(scene)
        .draft(
            "kakao-prepared-for-another",
            "The CI sent to prepare is another person's than the CI held, although the VID fits the one held.",
        )
        .source(SOURCE)
        .prepare(&by_ci(&scene.kakao_key.once(&scene.other_ci.text())))
        .rejected("ci-differs", "")
        .save(group)?;
    let scene = group.begin("kakao-prepared-with-phone-number-for-another");
    let mut prepare = by_ci(&scene.kakao_key.once(&scene.other_ci.text()));
    prepare["type"] = "CI_WITH_PHONE_NO".into();
    prepare["phone_no"] = scene.kakao_key.twice(PHONE).into();
    Exchange::text(scene)
        .draft(
            "kakao-prepared-with-phone-number-for-another",
            "CI and phone number were sent to prepare, and the CI is another person's than the one held.",
        )
        .source(SOURCE)
        .prepare(&prepare)
        .rejected("ci-differs", "")
        .save(group)
}

/// An exchange with `prepare` and an identify answer that shows another phone key, so that no
/// field is an echo.
fn held(group: &Group<'_>, name: &str, reason: &str, member: &str, prepared: &str) -> Draft {
    let scene = group.begin(name);
    let mut exchange = Exchange::text(scene);
    exchange.request["delegate_info"] = json!({ "request_type": "시험 전자계약" });
    let mut prepare = personal_info(scene);
    prepare[member] = scene.kakao_key.twice(prepared).into();
    let draft = exchange.draft(name, reason).source(SOURCE);
    draft
        .prepare(&prepare)
        .person(&person())
        .waive("person")
        .plant(prepared)
}

fn against_held(group: &Group<'_>) -> io::Result<()> {
    for (member, name, value, code) in [
        ("name", "kakao-prepare-name", OTHER_NAME, "name-differs"),
        (
            "phone_no",
            "kakao-prepare-phone",
            "01000000001",
            "phone-differs",
        ),
        (
            "birthday",
            "kakao-prepare-birthday",
            "19000102",
            "birthday-differs",
        ),
    ] {
        let reason =
            format!("The {member} sent to prepare is another than the one held of the person.");
        held(group, name, &reason, member, value)
            .rejected(code, "")
            .waived("person-missing")
            .save(group)?;
    }
    held(
        group,
        "kakao-prepare-and-person-agree",
        "Name, phone number and birthday sent to prepare are those held; the answer gives none, which is waived.",
        "name",
        NAME,
    )
    .waived("person-missing")
    .save(group)?;
    let scene = group.begin("kakao-receiver-name");
    let mut exchange = Exchange::text(scene);
    exchange.request["delegate_info"]["receiver_name"] = scene.kakao_key.twice(OTHER_NAME).into();
    exchange
        .draft(
            "kakao-receiver-name",
            "The request's receiver_name is another than the name held.",
        )
        .source(SOURCE)
        .person(&json!({ "name": NAME }))
        .waive("person")
        .rejected("name-differs", "")
        .waived("person-missing")
        .plant(OTHER_NAME)
        .save(group)?;
    let scene = group.begin("kakao-receiver-name-agrees");
    Exchange::text(scene)
        .draft(
            "kakao-receiver-name-agrees",
            "The request's receiver_name is the name held; the answer gives none, which is waived.",
        )
        .source(SOURCE)
        .person(&json!({ "name": NAME }))
        .waive("person")
        .waived("person-missing")
        .save(group)
}

/// Nothing is held by the caller, and what was sent in two places disagrees.
fn against_one_another(group: &Group<'_>) -> io::Result<()> {
    for (name, prepared, draft_reason, differs) in [
        (
            "kakao-prepare-and-request",
            NAME,
            "The name sent to prepare and the request's receiver_name are the same.",
            false,
        ),
        (
            "kakao-prepare-and-request-differ",
            OTHER_NAME,
            "The name sent to prepare is another than the request's receiver_name.",
            true,
        ),
    ] {
        let scene = group.begin(name);
        let mut prepare = personal_info(scene);
        prepare["name"] = scene.kakao_key.twice(prepared).into();
        let draft = Exchange::text(scene)
            .draft(name, draft_reason)
            .source(SOURCE)
            .prepare(&prepare);
        if differs {
            draft
                .rejected("name-differs", "")
                .plant(OTHER_NAME)
                .save(group)?;
        } else {
            draft.save(group)?;
        }
    }
    Ok(())
}

/// Who signed is another than who was asked, by the identify answer.
fn against_the_answer(group: &Group<'_>) -> io::Result<()> {
    for (member, name, value, code) in [
        ("name", "kakao-identify-name", OTHER_NAME, "name-differs"),
        (
            "phone_no",
            "kakao-identify-phone",
            "01000000001",
            "phone-differs",
        ),
        (
            "birthday",
            "kakao-identify-birthday",
            "19000102",
            "birthday-differs",
        ),
    ] {
        let scene = group.begin(name);
        let mut exchange = Exchange::text(scene);
        exchange.request["identify_items"] = json!(["CI", "NAME", "BIRTHDAY", "PHONE_NUMBER"]);
        exchange.response = without(without(exchange.response, "ci"), "vid");
        let key = &scene.kakao_key;
        let mut answer = json!({
            "name": key.twice(NAME),
            "phone_no": key.twice(PHONE),
            "birthday": key.twice(BIRTHDAY),
            "ci": key.once(&scene.ci.text()),
            "vid": key.once(&scene.vid()),
        });
        answer[member] = key.twice(value).into();
        exchange
            .draft(
                name,
                &format!("The {member} of who signed is another than that of who was asked."),
            )
            .source(SOURCE)
            .prepare(&personal_info(scene))
            .identify(&answer)
            .plant(value)
            .rejected(code, "")
            .save(group)?;
    }
    Ok(())
}

/// `identify_items` says what the identify answer owes.
fn items(group: &Group<'_>) -> io::Result<()> {
    for (name, reason, items) in [
        (
            "kakao-identify-of-the-ci-alone",
            "Only the CI was asked for, and comes with its VID.",
            json!(["CI"]),
        ),
        (
            "kakao-identify-without-the-name",
            "The name was asked for too, and does not come.",
            json!(["CI", "NAME"]),
        ),
    ] {
        let scene = group.begin(name);
        let mut exchange = Exchange::text(scene);
        exchange.request["identify_items"] = items;
        exchange.response = without(without(exchange.response, "ci"), "vid");
        let draft = exchange
            .draft(name, reason)
            .source("Kakao K3500 guide, identify_items")
            .identify(&json!({
                "ci": scene.kakao_key.once(&scene.ci.text()),
                "vid": scene.kakao_key.once(&scene.vid()),
            }));
        if name.ends_with("alone") {
            draft.save(group)?;
        } else {
            draft.undetermined("person-missing", "").save(group)?;
        }
    }
    Ok(())
}
