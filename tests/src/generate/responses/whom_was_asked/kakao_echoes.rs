//! Kakao encrypts under one key and IV, so an answer can have the request's own ciphertext.

use super::SOURCE;
use super::kakao::{by_ci, personal_info};
use crate::case::Layout;
use crate::generate::responses::draft::Group;
use crate::generate::responses::kakao_exchange::Exchange;
use crate::generate::responses::scene::{BIRTHDAY, NAME, PHONE, id, without};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use std::io;

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    with_vid(group)?;
    without_vid(group)?;
    persons(group)?;
    nonces(group)
}

fn with_vid(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("kakao-ci-echoed-with-vid");
    let ci = scene.kakao_key.once(&scene.ci.text());
    Exchange::text(scene)
        .draft(
            "kakao-ci-echoed-with-vid",
            "The answer's CI is the very text sent to prepare, which proves nothing; the VID ties the CI to the certificate.",
        )
        .source(SOURCE)
        .no_ci()
        .prepare(&by_ci(&ci))
        .note("field-echoed", "")
        .save(group)?;
    let scene = group.begin("kakao-ci-echoed-with-vid-in-several");
    Exchange::texts(scene, 2)
        .draft(
            "kakao-ci-echoed-with-vid-in-several",
            "The CI of an answer with two documents is the very text sent to prepare; the VID ties both to it.",
        )
        .source(SOURCE)
        .no_ci()
        .prepare(&by_ci(&ci))
        .note("field-echoed", "")
        .save(group)?;
    let scene = group.begin("kakao-ci-echoed-with-vid-of-another");
    let mut exchange = Exchange::text(scene);
    let vid = scene.other_ci.vid(&scene.signer, Layout::CiSerial);
    exchange.response["vid"] = STANDARD.encode(vid).into();
    exchange
        .draft(
            "kakao-ci-echoed-with-vid-of-another",
            "The answer's CI is the very text sent to prepare, and the VID is another person's.",
        )
        .source(SOURCE)
        .no_ci()
        .prepare(&by_ci(&ci))
        .note("field-echoed", "")
        .rejected("vid-differs", "")
        .save(group)
}

fn without_vid(group: &Group<'_>) -> io::Result<()> {
    for (name, reason, waived) in [
        (
            "kakao-ci-echoed-without-vid",
            "The answer's CI is the very text sent to prepare and there is no VID: nobody knows who signed.",
            false,
        ),
        (
            "kakao-ci-echoed-without-vid-waived",
            "The answer's CI is the very text sent to prepare and there is no VID, and the caller does without both.",
            true,
        ),
    ] {
        let scene = group.begin(name);
        let mut exchange = Exchange::text(scene);
        exchange.response = without(exchange.response, "vid");
        let draft = exchange
            .draft(name, reason)
            .source(SOURCE)
            .no_ci()
            .prepare(&by_ci(&scene.kakao_key.once(&scene.ci.text())))
            .waive("vid")
            .waived("vid-missing")
            .note("field-echoed", "");
        if waived {
            draft.waive("ci").waived("ci-missing").save(group)?;
        } else {
            draft.undetermined("ci-missing", "").save(group)?;
        }
    }
    Ok(())
}

/// Name, phone number and birthday as they went.
fn persons(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("kakao-person-echoed-with-vid");
    let key = &scene.kakao_key;
    let mut answer = json!({
        "name": key.twice(NAME),
        "phone_no": key.twice(PHONE),
        "birthday": key.twice(BIRTHDAY),
        "ci": key.once(&scene.ci.text()),
        "vid": key.once(&scene.vid()),
    });
    let exchange = || {
        let mut exchange = Exchange::text(scene);
        exchange.request["identify_items"] = json!(["CI", "NAME", "BIRTHDAY", "PHONE_NUMBER"]);
        exchange.response = without(without(exchange.response, "ci"), "vid");
        exchange
    };
    exchange()
        .draft(
            "kakao-person-echoed-with-vid",
            "Name, phone number and birthday come back as the very texts sent to prepare; the VID fits the CI held.",
        )
        .source(SOURCE)
        .prepare(&personal_info(scene))
        .identify(&answer)
        .note("field-echoed", "")
        .save(group)?;
    group.begin("kakao-person-echoed-alone");
    answer = without(without(answer, "ci"), "vid");
    exchange()
        .draft(
            "kakao-person-echoed-alone",
            "Name, phone number and birthday come back as the very texts sent to prepare, and nothing else says who signed.",
        )
        .source(SOURCE)
        .no_ci()
        .prepare(&personal_info(scene))
        .identify(&answer)
        .waive("ci")
        .waive("vid")
        .waived("ci-not-held")
        .waived("ci-missing")
        .waived("vid-missing")
        .undetermined("person-missing", "")
        .note("field-echoed", "")
        .save(group)
}

/// K1110 has no VID to fall back on.
fn nonces(group: &Group<'_>) -> io::Result<()> {
    for (name, reason, waived) in [
        (
            "k1110-ci-echoed",
            "The answer's CI is the very text sent to prepare, and K1110 has no VID.",
            false,
        ),
        (
            "k1110-ci-echoed-waived",
            "The answer's CI is the very text sent to prepare, and the caller does without; the nonce is the right one.",
            true,
        ),
    ] {
        let scene = group.begin(name);
        let ci = scene.kakao_key.once(&scene.ci.text());
        let mut exchange = Exchange::text(scene);
        exchange.product = "K1110";
        exchange.request = json!({ "tx_id": id(1), "data": "시험 난수 00000001" });
        exchange.response = json!({
            "status": "COMPLETED", "result": "Y", "data": "시험 난수 00000001", "ci": ci,
        });
        let draft = exchange
            .draft(name, reason)
            .source(SOURCE)
            .no_ci()
            .prepare(&by_ci(&ci))
            .waive("signature")
            .waived("signature-absent")
            .note("field-echoed", "");
        if waived {
            draft.waive("ci").waived("ci-missing").save(group)?;
        } else {
            draft.undetermined("ci-missing", "").save(group)?;
        }
    }
    Ok(())
}
