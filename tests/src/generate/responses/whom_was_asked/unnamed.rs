//! A request that names nobody in a field that its guide requires: nothing there is compared.

use super::SOURCE;
use super::kakao::{by_ci, personal_info};
use crate::generate::responses::barocert::exchange as barocert;
use crate::generate::responses::draft::Group;
use crate::generate::responses::kakao_exchange::Exchange;
use crate::generate::responses::scene::{BIRTHDAY, NAME, without};
use crate::generate::responses::toss::exchange as toss;
use serde_json::{Value, json};
use std::io;

/// How a member names nobody.
const WAYS: [(&str, &str); 3] = [
    ("null", "null"),
    ("absent", "not there"),
    ("empty", "an empty text"),
];

/// The object with the member in one of these ways.
fn unnamed(mut object: Value, member: &str, way: &str) -> Value {
    match way {
        "absent" => return without(object, member),
        "null" => object[member] = Value::Null,
        _ => object[member] = "".into(),
    }
    object
}

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    relay(group)?;
    toss_users(group)?;
    prepared(group)
}

fn relay(group: &Group<'_>) -> io::Result<()> {
    for (way, words) in WAYS {
        for member in ["receiverName", "receiverBirthday", "receiverHP"] {
            let name = format!("barocert-{}-{way}", member.to_lowercase());
            let scene = group.begin(&name);
            let mut exchange = barocert::Exchange::text(scene);
            exchange.request = unnamed(exchange.request, member, way);
            exchange
                .draft(
                    &name,
                    &format!("The request's {member} is {words}, and nothing else is held there."),
                )
                .source(SOURCE)
                .undetermined("person-not-held", "")
                .save(group)?;
        }
        let name = format!("barocert-receivername-{way}-and-held");
        let scene = group.begin(&name);
        let mut exchange = barocert::Exchange::text(scene);
        exchange.request = unnamed(exchange.request, "receiverName", way);
        exchange
            .draft(
                &name,
                &format!("The request's receiverName is {words}, and the caller holds the name that came."),
            )
            .source(SOURCE)
            .person(&json!({ "name": NAME }))
            .save(group)?;
    }
    let name = "barocert-ci-in-place-of-the-receiver";
    let scene = group.begin(name);
    let mut exchange = barocert::Exchange::text(scene);
    for member in ["receiverName", "receiverBirthday", "receiverHP"] {
        exchange.request[member] = Value::Null;
    }
    exchange.request["ci"] = scene.ci.text().into();
    exchange
        .draft(
            name,
            "The request names the person by CI, and the caller holds the name that came.",
        )
        .source(SOURCE)
        .person(&json!({ "name": NAME }))
        .save(group)
}

fn toss_users(group: &Group<'_>) -> io::Result<()> {
    for (way, words) in WAYS {
        for member in ["userName", "userPhone", "userBirthday"] {
            let name = format!("toss-{}-{way}", member.to_lowercase());
            let scene = group.begin(&name);
            let mut exchange = toss::Exchange::text(scene);
            exchange.request = unnamed(exchange.request, member, way);
            exchange
                .draft(
                    &name,
                    &format!("The {member} of a USER_PERSONAL request is {words}, and nothing else is held there."),
                )
                .source(SOURCE)
                .no_person()
                .undetermined("person-not-held", "")
                .save(group)?;
        }
        let name = format!("toss-username-{way}-and-held");
        let scene = group.begin(&name);
        let mut exchange = toss::Exchange::text(scene);
        exchange.request = unnamed(exchange.request, "userName", way);
        exchange
            .draft(
                &name,
                &format!("The userName of a USER_PERSONAL request is {words}, and the caller holds the name that came."),
            )
            .source(SOURCE)
            .person(&json!({ "name": NAME, "birthday": BIRTHDAY }))
            .save(group)?;
    }
    Ok(())
}

/// Kakao's `prepare`, of which the guide requires by its type who is asked.
fn prepared(group: &Group<'_>) -> io::Result<()> {
    for (way, words) in WAYS {
        let name = format!("kakao-prepared-name-{way}");
        let scene = group.begin(&name);
        let mut exchange = Exchange::text(scene);
        exchange.request["delegate_info"] = json!({ "request_type": "시험 전자계약" });
        exchange
            .draft(
                &name,
                &format!("The name sent to prepare by PERSONAL_INFO is {words}."),
            )
            .source(SOURCE)
            .prepare(&unnamed(personal_info(scene), "name", way))
            .undetermined("person-not-held", "")
            .save(group)?;
    }
    let name = "kakao-prepared-by-ci-name-null";
    let scene = group.begin(name);
    let mut exchange = Exchange::text(scene);
    exchange.request["delegate_info"] = json!({ "receiver_name": null });
    let mut prepare = by_ci(&scene.kakao_key.once(&scene.ci.text()));
    prepare["name"] = Value::Null;
    exchange
        .draft(
            name,
            "The person was prepared by CI, of which the guide requires no name.",
        )
        .source(SOURCE)
        .prepare(&prepare)
        .save(group)
}
