//! Barocert's `receiverName`, `receiverBirthday` and `receiverHP`, or `ci`, which go in clear.

use super::SOURCE;
use crate::generate::responses::barocert::exchange::{Exchange, encrypted};
use crate::generate::responses::draft::Group;
use crate::generate::responses::scene::{BIRTHDAY, NAME, PHONE, without};
use serde_json::json;
use std::io;

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    let person = json!({ "name": NAME, "phone_no": PHONE, "birthday": BIRTHDAY });
    for (member, name, value, code) in [
        (
            "receiverName",
            "barocert-receiver-name",
            "다른 사람",
            "name-differs",
        ),
        (
            "receiverHP",
            "barocert-receiver-phone",
            "01000000001",
            "phone-differs",
        ),
        (
            "receiverBirthday",
            "barocert-receiver-birthday",
            "19000102",
            "birthday-differs",
        ),
    ] {
        let scene = group.begin(name);
        let mut exchange = Exchange::text(scene);
        exchange.request[member] = value.into();
        exchange
            .draft(
                name,
                &format!("The request's {member} is another than what is held, although the answer's is the one held."),
            )
            .source(SOURCE)
            .person(&person)
            .plant(value)
            .rejected(code, "")
            .save(group)?;
    }
    let scene = group.begin("barocert-receiver-held-and-answered");
    Exchange::text(scene)
        .draft(
            "barocert-receiver-held-and-answered",
            "Whom the request names is the person held, and the one who answered.",
        )
        .source(SOURCE)
        .person(&person)
        .save(group)?;
    let scene = group.begin("barocert-receiver-and-answer-of-another");
    let mut exchange = Exchange::text(scene);
    exchange.request["receiverName"] = "다른 사람".into();
    exchange.response["receiverName"] = encrypted(scene, exchange.product, "다른 사람").into();
    exchange
        .draft(
            "barocert-receiver-and-answer-of-another",
            "Request and answer name the same person, and it is another than the one held.",
        )
        .source(SOURCE)
        .person(&person)
        .plant("다른 사람")
        .rejected("name-differs", "")
        .save(group)?;
    by_ci(group)?;
    newer(group)?;
    words(group)
}

/// By CI, in place of the receiver's fields.
fn by_ci(group: &Group<'_>) -> io::Result<()> {
    for (name, reason, code) in [
        (
            "barocert-ci",
            "The request's CI is the one held, and the one that came back.",
            "",
        ),
        (
            "barocert-ci-of-another",
            "The request's CI is another than the one held, although the answer's is the one held.",
            "ci-differs",
        ),
        (
            "barocert-ci-malformed",
            "The request's CI is none.",
            "ci-malformed",
        ),
    ] {
        let scene = group.begin(name);
        let mut exchange = Exchange::text(scene);
        for member in ["receiverHP", "receiverName", "receiverBirthday"] {
            exchange.request = without(exchange.request, member);
        }
        exchange.request["ci"] = match code {
            "" => scene.ci.text(),
            "ci-differs" => scene.other_ci.text(),
            _ => "0000".to_owned(),
        }
        .into();
        let draft = exchange
            .draft(name, reason)
            .source(SOURCE)
            .waive("person")
            .waived("person-not-held");
        match code {
            "" => draft,
            "ci-differs" => draft.rejected(code, ""),
            _ => draft.undetermined(code, ""),
        }
        .save(group)?;
    }
    Ok(())
}

/// What newer SDKs give beside.
fn newer(group: &Group<'_>) -> io::Result<()> {
    let person = json!({ "name": NAME, "gender": "MALE", "nationality": "LOCAL" });
    for (member, value, code) in [
        ("receiverGender", "MALE", ""),
        ("receiverGender", "FEMALE", "gender-differs"),
        ("receiverForeign", "LOCAL", ""),
        ("receiverForeign", "FOREIGNER", "nationality-differs"),
    ] {
        let name = format!(
            "barocert-{}-{}",
            member.to_lowercase(),
            value.to_lowercase()
        );
        let scene = group.begin(&name);
        let mut exchange = Exchange::text(scene);
        for (member, value) in [("receiverGender", "MALE"), ("receiverForeign", "LOCAL")] {
            exchange.response[member] = encrypted(scene, exchange.product, value).into();
        }
        exchange.response[member] = encrypted(scene, exchange.product, value).into();
        let reason = format!("{member} is held against what the caller holds.");
        let draft = exchange
            .draft(&name, &reason)
            .source(SOURCE)
            .person(&person);
        if code.is_empty() {
            draft.save(group)?;
        } else {
            draft.rejected(code, "").save(group)?;
        }
    }
    Ok(())
}

/// One gender and one nationality in many words.
fn words(group: &Group<'_>) -> io::Result<()> {
    for (name, member, given, held, code) in [
        (
            "gender-m",
            "receiverGender",
            "M",
            json!({ "gender": "MALE" }),
            "",
        ),
        (
            "gender-male-in-small",
            "receiverGender",
            "male",
            json!({ "gender": "남" }),
            "",
        ),
        (
            "gender-korean",
            "receiverGender",
            "남성",
            json!({ "gender": "m" }),
            "",
        ),
        (
            "gender-f-of-another",
            "receiverGender",
            "F",
            json!({ "gender": "남자" }),
            "gender-differs",
        ),
        (
            "gender-unknown",
            "receiverGender",
            "1",
            json!({ "gender": "MALE" }),
            "person-word-unknown",
        ),
        (
            "nationality-korean",
            "receiverForeign",
            "내국인",
            json!({ "nationality": "LOCAL" }),
            "",
        ),
        (
            "nationality-of-another",
            "receiverForeign",
            "외국인",
            json!({ "nationality": "local" }),
            "nationality-differs",
        ),
    ] {
        let name = format!("barocert-{name}");
        let scene = group.begin(&name);
        let mut exchange = Exchange::text(scene);
        exchange.response[member] = encrypted(scene, exchange.product, given).into();
        let draft = exchange
            .draft(
                &name,
                &format!(
                    "{member} is compared with what is held by its meaning, in whatever word."
                ),
            )
            .source(SOURCE)
            .person(&held);
        match code {
            "" => draft,
            "person-word-unknown" => draft.undetermined(code, ""),
            _ => draft.rejected(code, ""),
        }
        .save(group)?;
    }
    Ok(())
}
