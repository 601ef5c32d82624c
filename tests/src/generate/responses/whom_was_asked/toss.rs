//! Toss's `userCi`, `userName`, `userPhone` and `userBirthday`.

use super::SOURCE;
use crate::generate::responses::draft::Group;
use crate::generate::responses::scene::{BIRTHDAY, NAME, Scene, without};
use crate::generate::responses::toss::exchange::Exchange;
use serde_json::{Value, json};
use std::io;

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    user_ci(group)?;
    answered(group)?;
    echoes(group)?;
    persons(group)
}

/// A person asked by this CI, of whom neither CI nor DI comes back.
fn asked_by_ci<'a>(scene: &'a Scene, ci: &str) -> Exchange<'a> {
    let mut exchange = Exchange::text(scene);
    for member in ["userName", "userPhone", "userBirthday"] {
        exchange.request = without(exchange.request, member);
    }
    exchange.request["requestType"] = "USER_CI".into();
    exchange.request["userCi"] = exchange.own.field(ci).into();
    exchange.success()["personalData"]["ci"] = Value::Null;
    exchange.success()["personalData"]["di"] = Value::Null;
    exchange
}

fn user_ci(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("toss-user-ci");
    asked_by_ci(scene, &scene.ci.text())
        .draft(
            "toss-user-ci",
            "The request's userCi counts as held, and no CI comes back.",
        )
        .source(SOURCE)
        .no_ci()
        .no_person()
        .undetermined("ci-missing", "")
        .save(group)?;
    let scene = group.begin("toss-user-ci-waived");
    asked_by_ci(scene, &scene.ci.text())
        .draft(
            "toss-user-ci-waived",
            "The request's userCi counts as held, no CI comes back, and the caller does without.",
        )
        .source(SOURCE)
        .no_ci()
        .no_person()
        .waive("ci")
        .waived("ci-missing")
        .save(group)?;
    for (name, is_waived) in [
        ("toss-user-ci-of-another", false),
        ("toss-user-ci-of-another-waived", true),
    ] {
        let scene = group.begin(name);
        let draft = asked_by_ci(scene, &scene.other_ci.text())
            .draft(
                name,
                "The request's userCi is another person's than the CI held: the wrong person was asked.",
            )
            .source(SOURCE)
            .no_person()
            .rejected("ci-differs", "");
        if is_waived {
            draft.waive("ci").waived("ci-missing").save(group)?;
        } else {
            draft.undetermined("ci-missing", "").save(group)?;
        }
    }
    Ok(())
}

/// By some contracts a CI comes back all the same.
fn answered(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("toss-user-ci-answered");
    let mut exchange = asked_by_ci(scene, &scene.ci.text());
    exchange.set_person("ci", &scene.ci.text());
    exchange
        .draft(
            "toss-user-ci-answered",
            "The CI that came back under the result's session is that of the request's userCi.",
        )
        .source(SOURCE)
        .no_ci()
        .no_person()
        .save(group)?;
    let scene = group.begin("toss-user-ci-answered-by-another");
    let mut exchange = asked_by_ci(scene, &scene.ci.text());
    exchange.set_person("ci", &scene.other_ci.text());
    exchange
        .draft(
            "toss-user-ci-answered-by-another",
            "The CI that came back is another person's than that of the request's userCi.",
        )
        .source(SOURCE)
        .no_ci()
        .no_person()
        .rejected("ci-differs", "")
        .save(group)
}

fn echoes(group: &Group<'_>) -> io::Result<()> {
    for (name, is_waived) in [
        ("toss-user-ci-echoed", false),
        ("toss-user-ci-echoed-waived", true),
    ] {
        let scene = group.begin(name);
        let mut exchange = asked_by_ci(scene, &scene.ci.text());
        exchange.response["success"]["personalData"]["ci"] = exchange.request["userCi"].clone();
        let draft = exchange
            .draft(
                name,
                "The result's CI is the request's own userCi: nobody knows who signed.",
            )
            .source(SOURCE)
            .no_ci()
            .no_person()
            .note("field-echoed", "");
        if is_waived {
            draft.waive("ci").waived("ci-missing").save(group)?;
        } else {
            draft.undetermined("ci-missing", "").save(group)?;
        }
    }
    let scene = group.begin("toss-ci-under-the-requests-session");
    let mut exchange = Exchange::text(scene);
    exchange.response["success"]["personalData"]["ci"] =
        exchange.own.field(&scene.ci.text()).into();
    exchange
        .draft(
            "toss-ci-under-the-requests-session",
            "The result's CI is encrypted under the request's own session, which is never used for a result.",
        )
        .source(SOURCE)
        .no_person()
        .undetermined("ci-missing", "")
        .note("field-echoed", "")
        .save(group)
}

fn persons(group: &Group<'_>) -> io::Result<()> {
    for (member, name, value, code) in [
        ("userName", "toss-user-name", "다른 사람", "name-differs"),
        (
            "userBirthday",
            "toss-user-birthday",
            "19000102",
            "birthday-differs",
        ),
    ] {
        let scene = group.begin(name);
        let mut exchange = Exchange::text(scene);
        exchange.request[member] = exchange.own.field(value).into();
        exchange
            .draft(
                name,
                &format!("The request's {member} is another than what is held of the person."),
            )
            .source(SOURCE)
            .plant(value)
            .rejected(code, "")
            .save(group)?;
    }
    let scene = group.begin("toss-user-phone");
    let mut exchange = Exchange::text(scene);
    exchange.request["userPhone"] = exchange.own.field("01000000001").into();
    exchange
        .draft(
            "toss-user-phone",
            "The request's userPhone is another than the number held; the result gives none.",
        )
        .source(SOURCE)
        .person(&json!({ "name": NAME, "birthday": BIRTHDAY, "phone_no": "01000000000" }))
        .waive("person")
        .plant("01000000001")
        .rejected("phone-differs", "")
        .waived("person-missing")
        .save(group)?;
    let scene = group.begin("toss-user-name-answered-by-another");
    let mut exchange = Exchange::text(scene);
    exchange.set_person("name", "다른 사람");
    exchange
        .draft(
            "toss-user-name-answered-by-another",
            "Nothing is held of the person but the CI, and the result's name is another than the request's.",
        )
        .source(SOURCE)
        .no_person()
        .plant("다른 사람")
        .rejected("name-differs", "")
        .save(group)
}
