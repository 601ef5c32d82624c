//! The files that a relying party has if it integrated a product by its guide: every message, the CRL
//! of the day, and the time of receipt.

use super::barocert::exchange as barocert;
use super::documents::{SignType, attached, detached, kakao_content};
use super::draft::{Draft, Group};
use super::kakao_exchange::{Exchange, text_at};
use super::kakao_short;
use super::scene::{BIRTHDAY, NAME, ORIGINAL, PHONE, Scene, TEXT, id, without};
use super::toss::exchange as toss;
use crate::generate::algorithm::Hash;
use crate::generate::authority::Authority;
use crate::generate::crl::Crl;
use crate::generate::key::Key;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::io;

const SOURCE: &str = "docs/situations.md";
/// When the answer was received.
const RECEIVED: &str = "2026-03-02T09:10:00Z";

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open_apart(scene, "situations")?;
    kakao_sign(&group)?;
    kakao_personal_info(&group)?;
    kakao_debit(&group)?;
    kakao_auth(&group)?;
    kakao_auth_prepared(&group)?;
    kakao_session(&group)?;
    barocert(&group)?;
    toss(&group)?;
    toss_user_ci(&group)
}

/// The CRL of the day, on which nobody is.
fn with_list(draft: Draft, authority: &Authority) -> Draft {
    let list = Crl::new(&authority.name)
        .times("260302000000Z", Some("260303000000Z"))
        .number(1)
        .sign(&authority.key);
    draft.source(SOURCE).at(RECEIVED).crl(&list)
}

/// Kakao's status of a transaction that was completed.
fn completed(tx: usize) -> Value {
    json!({
        "tx_id": id(tx),
        "status": "COMPLETED",
        "created_at": "2026-03-02 17:50:00",
        "viewed_at": "2026-03-02 17:55:00",
        "completed_at": "2026-03-02 17:59:30",
        "expired_at": "2026-03-02 18:10:00",
        "partner_notified_at": null,
    })
}

fn by_ci(scene: &Scene) -> Value {
    json!({ "enc_version": 1, "type": "CI", "ci": scene.kakao_key.once(&scene.ci.text()) })
}

fn by_personal_info(scene: &Scene) -> Value {
    let key = &scene.kakao_key;
    json!({
        "enc_version": 1,
        "type": "PERSONAL_INFO",
        "name": key.twice(NAME),
        "phone_no": key.twice(PHONE),
        "birthday": key.twice(BIRTHDAY),
    })
}

fn kakao_sign(group: &Group<'_>) -> io::Result<()> {
    for (name, product) in [("k3510", "K3510"), ("k3520", "K3520")] {
        let scene = group.begin(name);
        let mut exchange = Exchange::text(scene);
        exchange.product = product;
        let draft = exchange
            .draft(
                name,
                "One document, signed by the person whose CI was sent to prepare.",
            )
            .prepare(&by_ci(scene))
            .receipt(&json!({ "tx_id": id(1) }))
            .status(&completed(1));
        with_list(draft, &scene.kakao).save(group)?;
    }
    for (name, product) in [("k3511", "K3511"), ("k3521", "K3521")] {
        let scene = group.begin(name);
        let mut exchange = Exchange::texts(scene, 3);
        exchange.product = product;
        let mut prepare = by_ci(scene);
        prepare["count"] = 3.into();
        let draft = exchange
            .draft(
                name,
                "Three documents, signed by the person whose CI was sent to prepare.",
            )
            .prepare(&prepare)
            .receipt(&json!({ "tx_id": id(0), "document_tx_ids": [id(1), id(2), id(3)] }))
            .status(&completed(0));
        with_list(draft, &scene.kakao).save(group)?;
    }
    Ok(())
}

/// The default of the guide: nobody has a CI.
fn kakao_personal_info(group: &Group<'_>) -> io::Result<()> {
    for name in ["k3510-personal-info", "k3510-personal-info-waived"] {
        let scene = group.begin(name);
        let mut exchange = Exchange::text(scene);
        exchange.response = without(without(exchange.response, "ci"), "vid");
        let draft = exchange
            .draft(
                name,
                "The person was asked by name, phone number and birthday; by this contract no CI comes back.",
            )
            .no_ci()
            .prepare(&by_personal_info(scene))
            .receipt(&json!({ "tx_id": id(1) }))
            .status(&completed(1));
        let draft = with_list(draft, &scene.kakao);
        let codes = ["ci-not-held", "ci-missing", "vid-missing", "person-missing"];
        if name.ends_with("waived") {
            let draft = draft.waive("ci").waive("vid").waive("person");
            codes.into_iter().fold(draft, Draft::waived).save(group)?;
        } else {
            let undetermined = |draft: Draft, code: &str| draft.undetermined(code, "");
            codes.into_iter().fold(draft, undetermined).save(group)?;
        }
    }
    Ok(())
}

fn kakao_debit(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("k3110");
    let account = "000000-00-000000";
    let agreement = json!({
        "요금청구 기관명": "시험 이용기관",
        "납부자 출금은행": "시험은행",
        "납부자 출금계좌번호": account,
        "출금계좌 예금주명": NAME,
    });
    let signed = attached(&scene.signer, &agreement.to_string(), SignType::Message);
    let mut exchange = Exchange::one(scene, "TEXT", "", &signed);
    exchange.product = "K3110";
    let key = &scene.kakao_key;
    exchange.request = json!({
        "tx_id": id(1),
        "organization": key.twice("시험 이용기관"),
        "bank": key.twice("시험은행"),
        "account_no": key.twice(account),
        "holder": key.twice(NAME),
    });
    let draft = exchange
        .draft(
            "k3110",
            "The members of the agreement went encrypted, and decrypt to what was signed.",
        )
        .content_map(&json!({
            "/organization": "/요금청구 기관명",
            "/bank": "/납부자 출금은행",
            "/account_no": "/납부자 출금계좌번호",
            "/holder": "/출금계좌 예금주명",
        }))
        .receipt(&json!({ "tx_id": id(1) }))
        .status(&completed(1))
        .plant(account);
    with_list(draft, &scene.kakao).save(group)
}

fn kakao_auth(group: &Group<'_>) -> io::Result<()> {
    for (name, product, member, has_ci) in [
        ("k1110", "K1110", "data", true),
        ("k1110-without-ci", "K1110", "data", false),
        ("k2100", "K2100", "state", true),
    ] {
        let scene = group.begin(name);
        let mut exchange = Exchange::text(scene);
        exchange.product = product;
        exchange.request = json!({ "tx_id": id(1) });
        exchange.request[member] = "시험 난수 00000001".into();
        exchange.response = json!({ "status": "COMPLETED", "result": "Y" });
        exchange.response[member] = "시험 난수 00000001".into();
        if has_ci {
            exchange.response["ci"] = scene.kakao_key.once(&scene.ci.text()).into();
        }
        let draft = exchange
            .draft(
                name,
                "Nonce and CI came back as they were asked for; there is no signature.",
            )
            .source(SOURCE)
            .at(RECEIVED)
            .waive("signature")
            .waived("signature-absent");
        if has_ci {
            draft.save(group)?;
        } else {
            draft
                .no_ci()
                .waive("ci")
                .waived("ci-not-held")
                .waived("ci-missing")
                .save(group)?;
        }
    }
    Ok(())
}

/// How the answer repeats whom `prepare` named: a CI as the same text, or beside a name that is
/// compared.
fn kakao_auth_prepared(group: &Group<'_>) -> io::Result<()> {
    const NONCE: &str = "시험 난수 00000001";
    for (name, reason) in [
        (
            "k1110-prepared-by-ci",
            "The CI that was sent to prepare came back as the same text, and the caller does without; the nonce is the right one.",
        ),
        (
            "k1110-prepared-by-personal-info",
            "The person was asked by name, phone number and birthday; the CI that came back is the one held.",
        ),
    ] {
        let scene = group.begin(name);
        let mut exchange = Exchange::text(scene);
        exchange.product = "K1110";
        exchange.request = json!({ "tx_id": id(1), "data": NONCE });
        exchange.response = json!({
            "status": "COMPLETED", "result": "Y", "data": NONCE,
            "ci": scene.kakao_key.once(&scene.ci.text()),
        });
        let draft = exchange
            .draft(name, reason)
            .source(SOURCE)
            .at(RECEIVED)
            .receipt(&json!({ "tx_id": id(1) }))
            .waive("signature")
            .waived("signature-absent");
        if name.ends_with("ci") {
            draft
                .prepare(&by_ci(scene))
                .waive("ci")
                .waived("ci-missing")
                .note("field-echoed", "")
                .save(group)?;
        } else {
            draft.prepare(&by_personal_info(scene)).save(group)?;
        }
    }
    Ok(())
}

fn kakao_session(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("k2220");
    let key = Key::ec();
    let draft = kakao_short::draft(
        group,
        "K2220",
        &kakao_short::session(&key),
        "k2220",
        "A session's key was signed, and an order under that key.",
    )
    .short(&kakao_short::shorts(&[kakao_short::entry(
        "order-1",
        &kakao_short::der(&key),
        "2026-03-02T09:05:00Z",
    )]));
    with_list(draft, &scene.kakao).save(group)
}

fn barocert(group: &Group<'_>) -> io::Result<()> {
    const SIGNED: &str = "Three tokens came back signed by the receiver.";
    const BY_CI: &str =
        "Three tokens came back signed by the person of the CI with which they were asked for.";
    for (name, reason, has_ci, is_by_ci) in [
        ("barocert-multi", SIGNED, true, false),
        ("barocert-multi-by-ci", BY_CI, true, true),
        ("barocert-multi-without-ci", SIGNED, false, false),
    ] {
        let scene = group.begin(name);
        let mut exchange = barocert::Exchange::texts(scene, 3);
        for (place, given) in (1..).zip(exchange.given()) {
            let content = kakao_content(&text_at(place), &id(place));
            *given = attached(&scene.signer, &content, SignType::Message).into();
        }
        if !has_ci {
            exchange.response = without(exchange.response, "ci");
        }
        if is_by_ci {
            for member in ["receiverHP", "receiverName", "receiverBirthday"] {
                exchange.request = without(exchange.request, member);
            }
            exchange.request["ci"] = scene.ci.text().into();
        }
        let draft = exchange.draft(name, reason).status(&json!({
            "receiptID": barocert::RECEIPT,
            "clientCode": "000000000001",
            "state": 1,
            "requestDT": "20260302175000",
            "viewDT": "20260302175500",
            "completeDT": "20260302175930",
            "expireDT": "20260302180640",
        }));
        let draft = with_list(draft, &scene.kakao);
        if is_by_ci {
            let draft = draft.waive("person").waived("person-not-held");
            draft.save(group)?;
        } else if has_ci {
            draft.save(group)?;
        } else {
            draft
                .no_ci()
                .waive("ci")
                .waived("ci-not-held")
                .waived("ci-missing")
                .save(group)?;
        }
    }
    Ok(())
}

fn toss_draft(exchange: &toss::Exchange<'_>, name: &str, reason: &str) -> Draft {
    let draft = exchange.draft(name, reason).result_request(&json!({
        "txId": id(1),
        "sessionKey": toss::wrapped(&exchange.session),
    }));
    with_list(draft, &exchange.scene.toss_authority)
}

fn toss(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("toss-text");
    toss_draft(
        &toss::Exchange::text(scene),
        "toss-text",
        "A text came back signed by the person held.",
    )
    .save(group)?;
    let scene = group.begin("toss-pdf");
    let digest = STANDARD.encode(Hash::Sha256.of(ORIGINAL));
    let signed = detached(
        &scene.toss,
        ORIGINAL,
        Hash::Sha256,
        SignType::SignedAttribute,
    );
    let mut exchange = toss::Exchange::signed(scene, &signed);
    exchange.request["docType"] = "PDF".into();
    exchange.request["doc"] = digest.clone().into();
    exchange.request["signatureType"] = "PKCS7_NO_CONTENT_WITH_ATTR".into();
    exchange.success()["doc"] = digest.into();
    exchange.success()["signatureType"] = "PKCS7_NO_CONTENT_WITH_ATTR".into();
    toss_draft(
        &exchange,
        "toss-pdf",
        "The digest of a PDF came back signed by the person held.",
    )
    .original(ORIGINAL)
    .save(group)
}

/// Toss gives neither CI nor DI to whoever asks by CI.
fn toss_user_ci(group: &Group<'_>) -> io::Result<()> {
    for name in ["toss-user-ci", "toss-user-ci-waived"] {
        let scene = group.begin(name);
        let signed = attached(&scene.toss, TEXT, SignType::SignedAttribute);
        let mut exchange = toss::Exchange::signed(scene, &signed);
        for member in ["userName", "userPhone", "userBirthday"] {
            exchange.request = without(exchange.request, member);
        }
        exchange.request["requestType"] = "USER_CI".into();
        exchange.request["userCi"] = exchange.own.field(&scene.ci.text()).into();
        exchange.success()["personalData"]["ci"] = Value::Null;
        exchange.success()["personalData"]["di"] = Value::Null;
        let draft = toss_draft(
            &exchange,
            name,
            "The person was asked by CI, and no CI comes back.",
        )
        .no_person();
        if name.ends_with("waived") {
            draft.waive("ci").waived("ci-missing").save(group)?;
        } else {
            draft.undetermined("ci-missing", "").save(group)?;
        }
    }
    Ok(())
}
