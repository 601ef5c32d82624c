//! Kakao's identify answer: who signed, all of it encrypted.

use super::draft::{Draft, Group};
use super::kakao_exchange::Exchange;
use super::scene::{BIRTHDAY, GENDER, NAME, PHONE, Scene, without};
use crate::case::Layout;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::io;

const SOURCE: &str = "Kakao K3500 guide, identify response";

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open(scene, "kakao-identify")?;
    good(&group)?;
    persons(&group)?;
    identity(&group)
}

/// What is held.
fn person() -> Value {
    json!({ "name": NAME, "phone_no": PHONE, "birthday": BIRTHDAY, "gender": GENDER })
}

/// The answer about that person.
fn answer(scene: &Scene) -> Value {
    let key = &scene.kakao_key;
    json!({
        "name": key.twice(NAME),
        "phone_no": key.twice(PHONE),
        "birthday": key.twice(BIRTHDAY),
        "gender": key.twice(GENDER),
        "ci": key.once(&scene.ci.text()),
        "vid": key.once(&scene.vid()),
    })
}

/// A case with this answer, and a verify answer that has neither CI nor VID.
fn draft(group: &Group<'_>, answer: &Value, name: &str, reason: &str) -> Draft {
    asking(group.scene)
        .draft(name, reason)
        .source(SOURCE)
        .identify(answer)
        .person(&person())
}

/// A request for what `identify` gives, and a verify answer that has neither CI nor VID.
fn asking(scene: &Scene) -> Exchange<'_> {
    let mut exchange = Exchange::text(scene);
    exchange.request["identify_items"] =
        json!(["CI", "NAME", "BIRTHDAY", "PHONE_NUMBER", "GENDER"]);
    exchange.response = without(without(exchange.response, "ci"), "vid");
    exchange
}

fn good(group: &Group<'_>) -> io::Result<()> {
    let answer = answer(group.scene);
    draft(
        group,
        &without(without(answer.clone(), "ci"), "vid"),
        "bound-by-nothing",
        "No CI is held, and the identify answer has nothing that ties it to the signature.",
    )
    .no_ci()
    .undetermined("ci-not-held", "")
    .undetermined("ci-missing", "")
    .undetermined("vid-missing", "")
    .undetermined("person-unbound", "")
    .undetermined("person-missing", "")
    .note("field-echoed", "")
    .save(group)?;
    draft(
        group,
        &answer,
        "good",
        "Everything about the person is as it is held, and the identify answer's VID fits.",
    )
    .note("field-echoed", "")
    .save(group)?;
    draft(
        group,
        &answer,
        "person-held-in-part",
        "Only the name is held, and it is the one answered.",
    )
    .person(&json!({ "name": NAME }))
    .save(group)?;
    draft(
        group,
        &answer,
        "no-keys",
        "Without a key nothing of the answer can be compared.",
    )
    .no_keys()
    .undetermined("keys-missing", "")
    .undetermined("person-missing", "")
    .note("field-echoed", "")
    .save(group)
}

fn persons(group: &Group<'_>) -> io::Result<()> {
    let key = &group.scene.kakao_key;
    let mut all = answer(group.scene);
    for (member, value, code) in [
        ("name", "다른 사람", "name-differs"),
        ("phone_no", "01000000001", "phone-differs"),
        ("birthday", "19000102", "birthday-differs"),
        ("gender", "FEMALE", "gender-differs"),
    ] {
        let mut answer = answer(group.scene);
        answer[member] = key.twice(value).into();
        all[member] = key.twice(value).into();
        let reason = format!("The signer's {member} is another than the one held.");
        let draft = draft(group, &answer, code, &reason);
        let draft = if member == "gender" {
            draft
        } else {
            draft.plant(value)
        };
        draft.rejected(code, "").save(group)?;
    }
    draft(
        group,
        &all,
        "everything-differs",
        "Another person signed, and each difference is said.",
    )
    .rejected("name-differs", "")
    .rejected("phone-differs", "")
    .rejected("birthday-differs", "")
    .rejected("gender-differs", "")
    .save(group)?;
    let good = answer(group.scene);
    // Nor was a name asked for.
    let no_person = |name: &str, reason: &str| {
        let mut exchange = asking(group.scene);
        exchange.request["delegate_info"] = json!({});
        let draft = exchange.draft(name, reason).source(SOURCE);
        draft.identify(&good).no_person()
    };
    no_person(
        "person-not-held",
        "Nothing is held that the answer could be compared with.",
    )
    .undetermined("person-not-held", "")
    .save(group)?;
    no_person(
        "person-not-held-waived",
        "Nothing is held that the answer could be compared with, and the caller does without.",
    )
    .waive("person")
    .waived("person-not-held")
    .save(group)
}

fn identity(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let key = &scene.kakao_key;
    let with = |member: &str, plain: &str, name: &str, reason: &str| {
        let mut answer = answer(scene);
        answer[member] = key.once(plain).into();
        draft(group, &answer, name, reason)
    };
    with(
        "ci",
        &scene.other_ci.text(),
        "ci-differs",
        "The CI answered is another person's, although the VID fits the one held.",
    )
    .rejected("ci-differs", "")
    .save(group)?;
    with(
        "ci",
        "시험: CI가 아닙니다",
        "ci-malformed",
        "What is decrypted is no CI.",
    )
    .undetermined("ci-malformed", "")
    .save(group)?;
    let foreign = STANDARD.encode(scene.other_ci.vid(&scene.signer, Layout::CiSerial));
    with(
        "vid",
        &foreign,
        "vid-differs",
        "The VID answered is another person's.",
    )
    .rejected("vid-differs", "")
    .undetermined("person-missing", "")
    .note("field-echoed", "")
    .save(group)?;
    with(
        "vid",
        "시험: VID가 아닙니다",
        "vid-malformed",
        "What is decrypted is no VID.",
    )
    .undetermined("vid-malformed", "")
    .undetermined("person-missing", "")
    .note("field-echoed", "")
    .save(group)?;
    // The name is the request's own text, which proves nothing where no VID shows who signed.
    let bare = without(answer(scene), "vid");
    draft(group, &bare, "vid-missing", "Neither answer has a VID.")
        .undetermined("vid-missing", "")
        .undetermined("person-missing", "")
        .note("field-echoed", "")
        .save(group)?;
    draft(
        group,
        &bare,
        "vid-missing-waived",
        "Neither answer has a VID, and the caller does without; the name is the request's own text, \
         which proves nothing then.",
    )
    .waive("vid")
    .waived("vid-missing")
    .undetermined("person-missing", "")
    .note("field-echoed", "")
    .save(group)?;
    draft(
        group,
        &bare,
        "vid-and-person-waived",
        "Neither answer has a VID, the name is the request's own text, and the caller does without \
         both.",
    )
    .waive("vid")
    .waive("person")
    .waived("vid-missing")
    .waived("person-missing")
    .note("field-echoed", "")
    .save(group)
}
