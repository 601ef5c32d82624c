//! One signature counts for one document, every document comes under its own id, and something
//! must have been compared.

use super::barocert::exchange as barocert;
use super::documents::{SignType, attached, detached_at, kakao_content};
use super::draft::{Draft, Group};
use super::kakao_exchange::{Exchange, status, text_at};
use super::scene::{ORIGINAL, Scene, TEXT, id};
use crate::generate::algorithm::Hash;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::io;

const SOURCE: &str = "providers: one signature counts for one document";
const COMPARED: &str = "providers: something must have been compared";

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open_apart(scene, "one-for-one")?;
    barocert_tokens(&group)?;
    barocert_ids(&group)?;
    kakao_digests(&group)?;
    kakao_ids(&group)?;
    nothing(&group)?;
    something(&group)
}

/// The same octets with a line break after each 64 characters.
fn wrapped(text: &str) -> String {
    let lines: Vec<&str> = text
        .as_bytes()
        .chunks(64)
        .map(|line| std::str::from_utf8(line).unwrap_or_default())
        .collect();
    lines.join("\n")
}

/// Three tokens with the same text, and what came for each.
fn equal_tokens(scene: &Scene, signed: [String; 3]) -> barocert::Exchange<'_> {
    let mut exchange = barocert::Exchange::texts(scene, 3);
    for token in exchange.request["tokens"].as_array_mut().expect("tokens") {
        token["token"] = TEXT.into();
    }
    *exchange.given() = signed.into_iter().map(Value::from).collect();
    exchange
}

fn barocert_tokens(group: &Group<'_>) -> io::Result<()> {
    let sign = |scene: &Scene, place| {
        attached(
            &scene.signer,
            &kakao_content(TEXT, &id(place)),
            SignType::Message,
        )
    };
    let scene = group.begin("barocert-equal-tokens");
    equal_tokens(scene, [1, 2, 3].map(|place| sign(scene, place)))
        .draft(
            "barocert-equal-tokens",
            "Three tokens have the same text, and each was signed under its own transaction.",
        )
        .source(SOURCE)
        .save(group)?;
    let scene = group.begin("barocert-one-signature-three-times");
    let one = sign(scene, 1);
    equal_tokens(scene, [one.clone(), one.clone(), one])
        .draft(
            "barocert-one-signature-three-times",
            "Three tokens have the same text, and one signature came for all three.",
        )
        .source(SOURCE)
        .rejected("document-duplicated", "2")
        .rejected("document-duplicated", "3")
        .save(group)?;
    let scene = group.begin("barocert-one-signature-in-other-lines");
    let one = sign(scene, 1);
    equal_tokens(scene, [one.clone(), sign(scene, 2), wrapped(&one)])
        .draft(
            "barocert-one-signature-in-other-lines",
            "The third signature is the first with line breaks in its base64.",
        )
        .source(SOURCE)
        .rejected("document-duplicated", "3")
        .save(group)
}

/// Different texts, signed under one transaction or under several.
fn barocert_ids(group: &Group<'_>) -> io::Result<()> {
    for (name, reason, ids) in [
        (
            "barocert-ids-of-their-own",
            "Each token was signed under its own transaction.",
            [1, 2, 3],
        ),
        (
            "barocert-one-id-twice",
            "The third token was signed under the second one's transaction.",
            [1, 2, 2],
        ),
    ] {
        let scene = group.begin(name);
        let mut exchange = barocert::Exchange::texts(scene, 3);
        *exchange.given() = (1..)
            .zip(ids)
            .map(|(place, number)| {
                let content = kakao_content(&text_at(place), &id(number));
                attached(&scene.signer, &content, SignType::Message).into()
            })
            .collect();
        let draft = exchange.draft(name, reason).source(SOURCE);
        if ids[2] == 3 {
            draft.save(group)?;
        } else {
            draft.rejected("document-duplicated", "3").save(group)?;
        }
    }
    Ok(())
}

/// PLAIN_HASH has no transaction inside, so that a signature fits every equal digest.
fn kakao_digests(group: &Group<'_>) -> io::Result<()> {
    let digest = STANDARD.encode(Hash::Sha256.of(ORIGINAL));
    for (name, reason, is_twice) in [
        (
            "k3511-equal-digests",
            "The same digest was asked for twice, and two signatures came.",
            false,
        ),
        (
            "k3511-one-signature-twice",
            "The same digest was asked for twice, and one signature came under both ids.",
            true,
        ),
    ] {
        let scene = group.begin(name);
        // Without attributes the same key and digest would make the same signature.
        let sign = |time| detached_at(&scene.signer, ORIGINAL, time);
        let first = sign("260302085500Z");
        let second = if is_twice {
            first.clone()
        } else {
            sign("260302085501Z")
        };
        let documents = [(digest.clone(), first), (digest.clone(), second)];
        let mut exchange = Exchange::several(scene, "PLAIN_HASH", &documents);
        exchange.request["sign_type"] = "SIGNED_ATTRIBUTE".into();
        // A digest names no transaction, so that its signing time is held against these.
        let mut status = status("2026-03-02 17:50:00", "2026-03-02 17:59:30");
        status["tx_id"] = exchange.request["tx_id"].clone();
        let draft = exchange.draft(name, reason).source(SOURCE).status(&status);
        if is_twice {
            draft.rejected("document-duplicated", &id(2)).save(group)?;
        } else {
            draft.save(group)?;
        }
    }
    Ok(())
}

fn kakao_ids(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("k3511-one-transaction-without-request");
    let mut exchange = Exchange::texts(scene, 2);
    let content = kakao_content(&text_at(2), &id(1));
    exchange.given()[1]["signed_document"] =
        attached(&scene.signer, &content, SignType::Message).into();
    exchange
        .draft(
            "k3511-one-transaction-without-request",
            "The request was not kept, and both documents were signed under the first one's transaction.",
        )
        .source(SOURCE)
        .no_request()
        .waive("request")
        .waived("request-missing")
        .rejected("document-duplicated", &id(2))
        .rejected("tx-id-differs", &id(2))
        .save(group)?;
    let scene = group.begin("k3511-one-document-under-its-id");
    Exchange::texts(scene, 1)
        .draft(
            "k3511-one-document-under-its-id",
            "K3511 was asked for one document, which came under its id.",
        )
        .source(SOURCE)
        .save(group)?;
    let scene = group.begin("k3511-one-document-without-id");
    let mut exchange = Exchange::texts(scene, 1);
    let signed = exchange.given()[0]["signed_document"].clone();
    exchange.response = super::scene::without(exchange.response, "signed_documents");
    exchange.response["signed_document"] = signed;
    exchange
        .draft(
            "k3511-one-document-without-id",
            "K3511's document came as K3510's does, under no id.",
        )
        .source(SOURCE)
        .undetermined("document-id-missing", &id(1))
        .save(group)?;
    let scene = group.begin("k3511-documents-without-ids");
    let mut exchange = Exchange::texts(scene, 2);
    for given in exchange.given() {
        *given = super::scene::without(given.clone(), "document_tx_id");
    }
    exchange
        .draft(
            "k3511-documents-without-ids",
            "K3511's two documents came in order, under no ids.",
        )
        .source(SOURCE)
        .malformed()
        .save(group)
}

fn auth(scene: &Scene, name: &str, reason: &str, response: &Value) -> Draft {
    let mut exchange = Exchange::text(scene);
    exchange.product = "K1110";
    exchange.request = json!({ "tx_id": id(1), "data": "시험 난수 00000001" });
    exchange
        .draft(name, reason)
        .source(COMPARED)
        .response(response)
        .waive("signature")
        .waived("signature-absent")
}

/// Whatever is waived, an exchange of which nothing was compared is undetermined.
fn nothing(group: &Group<'_>) -> io::Result<()> {
    let empty = json!({ "status": "COMPLETED", "result": "Y" });
    let mut nonce = empty.clone();
    nonce["data"] = "시험 난수 00000001".into();
    for (name, reason, response) in [
        (
            "k1110-empty",
            "The answer has neither nonce nor CI, and everything is waived.",
            &empty,
        ),
        (
            "k1110-nonce-without-request",
            "The answer's nonce is compared with nothing, and everything is waived.",
            &nonce,
        ),
    ] {
        let scene = group.begin(name);
        auth(scene, name, reason, response)
            .no_request()
            .no_ci()
            .no_keys()
            .waive("request")
            .waive("ci")
            .waive("vid")
            .waive("status")
            .waive("person")
            .waived("request-missing")
            .waived("ci-not-held")
            .waived("ci-missing")
            .undetermined("nonce-missing", "")
            .undetermined("nothing-compared", "")
            .save(group)?;
    }
    let scene = group.begin("k1110-ci-without-request");
    let mut response = empty;
    response["ci"] = scene.kakao_key.once(&scene.ci.text()).into();
    auth(
        scene,
        "k1110-ci-without-request",
        "The CI is the one held, and the nonce of a request that is waived is not waived with it.",
        &response,
    )
    .no_request()
    .waive("request")
    .waived("request-missing")
    .undetermined("nonce-missing", "")
    .save(group)?;
    for (name, reason) in [
        (
            "k3510-ci-and-vid-of-the-same-answer",
            "The answer's VID fits the answer's own CI, and neither request nor CI is there to compare.",
        ),
        (
            "k3510-id-of-the-receipt",
            "The signature names the transaction of the receipt; request and CI are waived.",
        ),
    ] {
        let scene = group.begin(name);
        let draft = Exchange::text(scene)
            .draft(name, reason)
            .source(COMPARED)
            .no_request()
            .no_ci()
            .waive("request")
            .waive("ci")
            .waived("request-missing")
            .waived("ci-not-held");
        if name.ends_with("receipt") {
            draft.receipt(&json!({ "tx_id": id(1) })).save(group)?;
        } else {
            draft.undetermined("nothing-compared", "").save(group)?;
        }
    }
    Ok(())
}

/// One thing that was compared is enough for what is waived beside it.
fn something(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("k1110-nonce-alone");
    let nonce = json!({ "status": "COMPLETED", "result": "Y", "data": "시험 난수 00000001" });
    auth(
        scene,
        "k1110-nonce-alone",
        "The nonce is the one asked with, and the caller does without CI and signature.",
        &nonce,
    )
    .no_ci()
    .waive("ci")
    .waived("ci-not-held")
    .waived("ci-missing")
    .save(group)?;
    let scene = group.begin("k1110-waivers-are-for-one-piece");
    auth(
        scene,
        "k1110-waivers-are-for-one-piece",
        "Signature and CI are waived, and that the nonce is missing is waived by neither.",
        &json!({ "status": "COMPLETED", "result": "Y", "ci": scene.kakao_key.once(&scene.ci.text()) }),
    )
    .no_ci()
    .waive("ci")
    .waived("ci-not-held")
    .undetermined("nonce-missing", "")
    .undetermined("nothing-compared", "")
    .save(group)
}
