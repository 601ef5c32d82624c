//! Whom the request names can't be read: it was sent in clear, under another key, or there is no key.
//! It may be anybody, whatever CI and VID show.

use super::SOURCE;
use super::kakao::{by_ci, personal_info};
use crate::generate::responses::cipher::KakaoKey;
use crate::generate::responses::draft::Group;
use crate::generate::responses::kakao_exchange::Exchange;
use crate::generate::responses::scene::{BIRTHDAY, NAME, PHONE, Scene, id, without};
use crate::generate::responses::toss::exchange as toss;
use serde_json::{Value, json};
use std::io;

const OTHER_NAME: &str = "다른 사람";
/// Of nobody, as are all the others.
const OTHER_PHONE: &str = "01000000001";
const OTHER_BIRTHDAY: &str = "19000102";

/// The fields of `prepare`, and what somebody else has in them.
const FIELDS: [(&str, &str, &str); 3] = [
    ("name", "name", OTHER_NAME),
    ("phone_no", "phone", OTHER_PHONE),
    ("birthday", "birthday", OTHER_BIRTHDAY),
];

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    prepared(group)?;
    key_missing(group)?;
    with_person(group)?;
    receiver(group)?;
    nonce(group)?;
    user_name(group)
}

/// One document, in a request that names nobody.
fn exchange(scene: &Scene) -> Exchange<'_> {
    let mut exchange = Exchange::text(scene);
    exchange.request["delegate_info"] = json!({ "request_type": "시험 전자계약" });
    exchange
}

/// What was sent, and why it can't be read.
fn unreadable(plain: &str) -> [(&'static str, &'static str, String); 2] {
    [
        ("in-clear", "in clear", plain.to_owned()),
        (
            "under-another-key",
            "under another key",
            KakaoKey::new().twice(plain),
        ),
    ]
}

fn prepared(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("kakao-prepared-and-read");
    exchange(scene)
        .draft(
            "kakao-prepared-and-read",
            "Whom prepare asked for can be read, nobody is held but by the CI, and the VID fits.",
        )
        .source(SOURCE)
        .prepare(&personal_info(scene))
        .save(group)?;
    for (member, what, plain) in FIELDS {
        for (name, how, sent) in unreadable(plain) {
            let name = format!("kakao-prepared-{what}-{name}");
            let scene = group.begin(&name);
            let mut prepare = personal_info(scene);
            prepare[member] = sent.into();
            exchange(scene)
                .draft(
                    &name,
                    &format!(
                        "The {member} sent to prepare went {how}, and the VID fits the CI held."
                    ),
                )
                .source(SOURCE)
                .prepare(&prepare)
                .plant(plain)
                .undetermined("field-undecryptable", "")
                .save(group)?;
        }
    }
    Ok(())
}

/// The VID fits the CI held, and nobody can tell who was asked.
fn key_missing(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("kakao-nobody-named-key-missing");
    exchange(scene)
        .draft(
            "kakao-nobody-named-key-missing",
            "The CI is held, the VID is plain and the request names nobody, so that nothing needs to be decrypted.",
        )
        .source(SOURCE)
        .no_keys()
        .save(group)?;
    let scene = group.begin("kakao-prepared-key-missing");
    exchange(scene)
        .draft(
            "kakao-prepared-key-missing",
            "No key is given to read whom prepare asked for, and the VID fits the CI held.",
        )
        .source(SOURCE)
        .no_keys()
        .prepare(&personal_info(scene))
        .undetermined("keys-missing", "")
        .save(group)?;
    for (name, is_other) in [
        ("kakao-prepared-ci-key-missing", false),
        ("kakao-prepared-ci-of-another-key-missing", true),
    ] {
        let scene = group.begin(name);
        let ci = if is_other { &scene.other_ci } else { &scene.ci };
        exchange(scene)
            .draft(
                name,
                "No key is given to read the CI that prepare asked for, and the VID fits the CI held.",
            )
            .source(SOURCE)
            .no_keys()
            .prepare(&by_ci(&scene.kakao_key.once(&ci.text())))
            .undetermined("keys-missing", "")
            .save(group)?;
    }
    Ok(())
}

/// The caller holds a person too, and the identify answer gives that one.
fn with_person(group: &Group<'_>) -> io::Result<()> {
    for (name, reason, sent) in [
        (
            "kakao-prepared-name-person-held",
            "The name sent to prepare is the one held and the one that identify gives by the VID.",
            None,
        ),
        (
            "kakao-prepared-name-in-clear-person-held",
            "The name sent to prepare went in clear, although another is held and fits what identify gives.",
            Some(OTHER_NAME),
        ),
    ] {
        let scene = group.begin(name);
        let mut exchange = exchange(scene);
        exchange.request["identify_items"] = json!(["NAME"]);
        let mut prepare = by_ci(&scene.kakao_key.once(&scene.ci.text()));
        prepare["name"] = match sent {
            Some(text) => text.into(),
            None => scene.kakao_key.twice(NAME).into(),
        };
        let draft = exchange
            .draft(name, reason)
            .source(SOURCE)
            .prepare(&prepare)
            .person(&json!({ "name": NAME }))
            .identify(&json!({ "name": scene.kakao_key.twice(NAME) }));
        match sent {
            Some(text) => draft.plant(text).undetermined("field-undecryptable", ""),
            None => draft.note("field-echoed", ""),
        }
        .save(group)?;
    }
    Ok(())
}

/// `delegate_info.receiver_name`.
fn receiver(group: &Group<'_>) -> io::Result<()> {
    let kinds = unreadable(OTHER_NAME).into_iter();
    let kinds = kinds.map(|(name, how, sent)| (name, how, sent, "field-undecryptable"));
    let sealed = |scene: &Scene| scene.kakao_key.twice(OTHER_NAME);
    for (name, how, sent, code) in kinds.chain([(
        "key-missing",
        "with no key to it at hand",
        String::new(),
        "keys-missing",
    )]) {
        let name = format!("kakao-receiver-name-{name}");
        let scene = group.begin(&name);
        let mut exchange = exchange(scene);
        let is_unread = code == "keys-missing";
        let sent = if is_unread { sealed(scene) } else { sent };
        exchange.request["delegate_info"]["receiver_name"] = sent.into();
        let draft = exchange
            .draft(
                &name,
                &format!("The request's receiver_name went {how}, and the VID fits the CI held."),
            )
            .source(SOURCE)
            .plant(OTHER_NAME)
            .undetermined(code, "");
        if is_unread { draft.no_keys() } else { draft }.save(group)?;
    }
    Ok(())
}

/// A product without a signature.
fn nonce(group: &Group<'_>) -> io::Result<()> {
    for (name, reason, is_clear) in [
        (
            "k1110-prepared-and-read",
            "The nonce and the CI are those of the request, and whom prepare asked for can be read.",
            false,
        ),
        (
            "k1110-prepared-in-clear",
            "Whom prepare asked for went in clear, although nonce and CI are those of the request.",
            true,
        ),
    ] {
        let scene = group.begin(name);
        let mut exchange = Exchange::text(scene);
        exchange.product = "K1110";
        exchange.request = json!({ "tx_id": id(1), "data": "시험 난수 00000001" });
        exchange.response = without(without(exchange.response, "signed_document"), "vid");
        exchange.response["data"] = "시험 난수 00000001".into();
        let mut prepare = personal_info(scene);
        if is_clear {
            for (member, _, plain) in FIELDS {
                prepare[member] = Value::from(plain);
            }
        }
        let draft = exchange
            .draft(name, reason)
            .source(SOURCE)
            .prepare(&prepare)
            .waive("signature")
            .waived("signature-absent");
        if is_clear {
            draft
                .plant(OTHER_PHONE)
                .undetermined("field-undecryptable", "")
        } else {
            draft
        }
        .save(group)?;
    }
    Ok(())
}

/// Toss's `userName`, of a result whose CI came authenticated.
fn user_name(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("toss-user-name-in-clear");
    let mut exchange = toss::Exchange::text(scene);
    exchange.request["userName"] = OTHER_NAME.into();
    exchange
        .draft(
            "toss-user-name-in-clear",
            "The request's userName went in clear; the result's person is the one held.",
        )
        .source(SOURCE)
        .person(&json!({ "name": NAME, "birthday": BIRTHDAY }))
        .plant(OTHER_NAME)
        .plant(PHONE)
        .undetermined("field-undecryptable", "")
        .save(group)
}
