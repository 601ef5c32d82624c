//! Details that the guides mention: fields that are always null, the test environment, error codes,
//! spellings of digests and products, nationality, the request for the result, and a request that an
//! SDK encrypts.

use super::barocert::exchange as barocert;
use super::documents::{SignType, detached};
use super::draft::{Draft, Group};
use super::kakao_exchange::Exchange;
use super::scene::{BIRTHDAY, NAME, ORIGINAL, PHONE, Scene, id};
use super::toss::exchange as toss;
use crate::generate::algorithm::Hash;
use crate::generate::expected::hex;
use crate::generate::responses::cipher::TossKey;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::io;

const SOURCE: &str = "providers: what the guides say";
const ERRORS: &str = "providers: error codes that the guides list";

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open_apart(scene, "as-the-guides-say")?;
    nulls(&group)?;
    environment(&group)?;
    errors(&group)?;
    digests(&group)?;
    products(&group)?;
    nationality(&group)?;
    result_request(&group)?;
    encrypted_request(&group)
}

fn nulls(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("null-as-the-guide-has-it");
    toss::Exchange::text(scene)
        .draft(
            "null-as-the-guide-has-it",
            "The fields that the guide holds at null are null.",
        )
        .source(SOURCE)
        .unsaid("field-not-null")
        .save(group)?;
    for member in ["randomValue", "userCiToken", "ci2", "ciUpdate"] {
        let name = format!("not-null-{}", member.to_lowercase());
        let scene = group.begin(&name);
        let mut exchange = toss::Exchange::text(scene);
        if member.starts_with("ci") {
            exchange.set_person(member, &scene.other_ci.text());
        } else {
            exchange.success()[member] = "0000".into();
        }
        exchange
            .draft(
                &name,
                &format!("The guide holds {member} at null, and it has a value."),
            )
            .source(SOURCE)
            .note("field-not-null", "")
            .save(group)?;
    }
    Ok(())
}

fn environment(group: &Group<'_>) -> io::Result<()> {
    for (name, reason, is_test) in [
        (
            "environment-test",
            "Toss's test environment answers with an invented person, who is not compared.",
            true,
        ),
        (
            "environment-for-everybody",
            "In the environment for everybody the same answer is another person's.",
            false,
        ),
    ] {
        let scene = group.begin(name);
        let mut exchange = toss::Exchange::text(scene);
        exchange.set_person("ci", &scene.other_ci.text());
        exchange.set_person("name", "가상 인물");
        let draft = exchange
            .draft(name, reason)
            .source(SOURCE)
            .plant("가상 인물");
        if is_test {
            draft
                .options(|options| options.environment = Some("test".to_owned()))
                .no_notes()
                .note("environment-test", "")
                .save(group)?;
        } else {
            draft
                .unsaid("environment-test")
                .rejected("ci-differs", "")
                .rejected("name-differs", "")
                .save(group)?;
        }
    }
    Ok(())
}

fn errors(group: &Group<'_>) -> io::Result<()> {
    for code in ["E2002", "E2013", "E2017"] {
        let name = format!("kakao-{}", code.to_lowercase());
        let scene = group.begin(&name);
        Exchange::text(scene)
            .draft(&name, &format!("Kakao answers with {code}."))
            .source(ERRORS)
            .response(&json!({ "errcode": code, "errmsg": "시험" }))
            .rejected("provider-failed", "")
            .save(group)?;
    }
    for code in ["CE3100", "CE3101"] {
        let name = format!("toss-{}", code.to_lowercase());
        let scene = group.begin(&name);
        toss::Exchange::text(scene)
            .draft(&name, &format!("Toss answers with {code}."))
            .source(ERRORS)
            .response(&json!({
                "resultType": "FAIL",
                "error": { "errorType": 0, "errorCode": code, "reason": "시험", "data": {}, "title": null },
                "success": null,
            }))
            .no_notes()
            .rejected("provider-failed", "")
            .save(group)?;
    }
    for member in ["Code", "code"] {
        let name = match member {
            "Code" => "barocert-exception-of-the-guide",
            _ => "barocert-exception-of-an-sdk",
        };
        let scene = group.begin(name);
        let mut response = json!({ "message": "시험" });
        response[member] = (-25_000_000).into();
        barocert::Exchange::text(scene)
            .draft_with_vid_wanted(name, "Barocert answers with an exception.")
            .source(ERRORS)
            .response(&response)
            .rejected("provider-failed", "")
            .save(group)?;
    }
    let scene = group.begin("barocert-code-beside-a-signature");
    let mut exchange = barocert::Exchange::text(scene);
    exchange.response["Code"] = (-25_000_000).into();
    exchange
        .draft(
            "barocert-code-beside-a-signature",
            "A good signature came beside an exception's code.",
        )
        .source(ERRORS)
        .rejected("provider-failed", "")
        .save(group)
}

/// "hash한 후에 … base64 encode": of the digest's octets, or of its hex text.
fn digests(group: &Group<'_>) -> io::Result<()> {
    let digest = Hash::Sha256.of(ORIGINAL);
    let spellings = [
        ("octets", STANDARD.encode(&digest)),
        ("hex", STANDARD.encode(hex(&digest))),
    ];
    for (spelling, text) in spellings {
        for (what, content, is_good) in [("agrees", ORIGINAL, true), ("differs", b"another", false)]
        {
            let name = format!("toss-base64-of-{spelling}-{what}");
            let scene = group.begin(&name);
            let signed = detached(
                &scene.toss,
                content,
                Hash::Sha256,
                SignType::SignedAttribute,
            );
            let mut exchange = toss::Exchange::signed(scene, &signed);
            exchange.request["docType"] = "PDF".into();
            exchange.request["doc"] = text.clone().into();
            exchange.request["signatureType"] = "PKCS7_NO_CONTENT_WITH_ATTR".into();
            exchange.success()["doc"] = text.clone().into();
            exchange.success()["signatureType"] = "PKCS7_NO_CONTENT_WITH_ATTR".into();
            let reason = format!("The digest asked for is base64 of its {spelling}.");
            let draft = exchange.draft(&name, &reason).source(SOURCE);
            digest_outcome(draft, is_good).save(group)?;
            let name = format!("k3510-base64-of-{spelling}-{what}");
            let scene = group.begin(&name);
            let signed = detached(&scene.signer, content, Hash::Sha256, SignType::Message);
            let draft = Exchange::one(scene, "PLAIN_HASH", &text, &signed)
                .draft(&name, &reason)
                .source(SOURCE);
            digest_outcome(draft, is_good).save(group)?;
        }
    }
    Ok(())
}

fn digest_outcome(draft: Draft, is_good: bool) -> Draft {
    if is_good {
        draft
    } else {
        draft.rejected("document-failed", &id(1))
    }
}

/// Codes of Kakao's test environment.
fn products(group: &Group<'_>) -> io::Result<()> {
    for (name, product) in [("k3511-t", "K3511T"), ("k3511-t-in-small", "k3511t")] {
        let scene = group.begin(name);
        let mut exchange = Exchange::texts(scene, 2);
        exchange.product = product;
        exchange
            .draft(
                name,
                "The product's code has a T behind it, in any case of letters.",
            )
            .source(SOURCE)
            .save(group)?;
    }
    Ok(())
}

fn nationality(group: &Group<'_>) -> io::Result<()> {
    for (name, held) in [
        ("nationality", "LOCAL"),
        ("nationality-differs", "FOREIGNER"),
    ] {
        let scene = group.begin(name);
        let draft = toss::Exchange::text(scene)
            .draft(name, "The result's nationality is LOCAL, and one is held.")
            .source(SOURCE)
            .person(&json!({ "name": NAME, "nationality": held }));
        if held == "LOCAL" {
            draft.save(group)?;
        } else {
            draft.rejected("nationality-differs", "").save(group)?;
        }
    }
    Ok(())
}

/// The request for the result names the transaction, and the session of its fields.
fn result_request(group: &Group<'_>) -> io::Result<()> {
    let asked = |exchange: &toss::Exchange<'_>, tx: &str, session: &TossKey| -> (Value, Value) {
        let others = [TossKey::gcm().text(), TossKey::gcm().text()];
        let sessions = [exchange.own.text(), session.text()];
        let mut all = sessions.to_vec();
        all.extend(others);
        if !all.contains(&exchange.session.text()) {
            all.push(exchange.session.text());
        }
        (
            json!({ "txId": tx, "sessionKey": toss::wrapped(session) }),
            json!({ "toss": all }),
        )
    };
    let scene = group.begin("result-request");
    let exchange = toss::Exchange::text(scene);
    let (request, keys) = asked(&exchange, &id(1), &exchange.session);
    exchange
        .draft(
            "result-request",
            "Of many sessions the request for the result says which is this transaction's.",
        )
        .source(SOURCE)
        .keys(&keys)
        .result_request(&request)
        .save(group)?;
    let scene = group.begin("result-request-of-another-transaction");
    let exchange = toss::Exchange::text(scene);
    let (request, keys) = asked(&exchange, &id(2), &exchange.session);
    exchange
        .draft(
            "result-request-of-another-transaction",
            "The request for the result names another transaction.",
        )
        .source(SOURCE)
        .keys(&keys)
        .result_request(&request)
        .rejected("tx-id-differs", "")
        .undetermined("field-session-unclear", "")
        .save(group)?;
    let scene = group.begin("result-request-under-another-session");
    let exchange = toss::Exchange::text(scene);
    let (request, keys) = asked(&exchange, &id(1), &TossKey::gcm());
    exchange
        .draft(
            "result-request-under-another-session",
            "The result's fields are in another session than the one with which the result was asked for.",
        )
        .source(SOURCE)
        .keys(&keys)
        .result_request(&request)
        .rejected("field-session-differs", "")
        .save(group)
}

/// Barocert's SDK encrypts the request before it goes; what must be kept is what went in.
fn encrypted_request(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("barocert-request-encrypted");
    let mut exchange = barocert::Exchange::texts(scene, 2);
    seal(
        scene,
        &mut exchange.request,
        &["receiverHP", "receiverName", "receiverBirthday"],
    );
    for token in exchange.request["tokens"].as_array_mut().expect("tokens") {
        seal(scene, token, &["token"]);
    }
    for (place, given) in (1..).zip(exchange.given()) {
        let content =
            super::documents::kakao_content(&super::kakao_exchange::text_at(place), &id(place));
        *given = super::documents::attached(&scene.signer, &content, SignType::Message).into();
    }
    exchange
        .draft(
            "barocert-request-encrypted",
            "The request was kept as the SDK encrypted it, and not as it was put in.",
        )
        .source(SOURCE)
        .person(&json!({ "name": NAME, "phone_no": PHONE, "birthday": BIRTHDAY }))
        .undetermined("request-encrypted", "")
        // The answer's fields are the very texts that went.
        .undetermined("person-missing", "")
        .note("field-echoed", "")
        .save(group)
}

fn seal(scene: &Scene, object: &mut Value, members: &[&str]) {
    for member in members {
        let plain = object[*member].as_str().unwrap_or_default().to_owned();
        object[*member] = scene.kakao_key.once(&plain).into();
    }
}
