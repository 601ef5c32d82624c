//! Texts: what was signed against what was asked.

use crate::generate::responses::documents::{SignType, attached, forged, kakao_content};
use crate::generate::responses::draft::{Draft, Group};
use crate::generate::responses::kakao_exchange::{Exchange, GUIDE, asked};
use crate::generate::responses::scene::{OTHER_TEXT, TEXT, id, without};
use serde_json::{Value, json};
use std::io;

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    good(group)?;
    differing(group)?;
    malformed(group)?;
    signatures(group)?;
    sign_types(group)?;
    encrypted(group)
}

/// A text was requested, and this content was signed.
fn signed<'a>(group: &Group<'a>, content: &str) -> Exchange<'a> {
    let signed = attached(&group.scene.signer, content, SignType::Message);
    Exchange::one(group.scene, "TEXT", &asked(TEXT, &id(1)), &signed)
}

fn good(group: &Group<'_>) -> io::Result<()> {
    let mut exchange = Exchange::text(group.scene);
    let reason =
        "The text asked for came back signed, and the VID ties the held CI to the certificate.";
    exchange.draft("text", reason).source(GUIDE).save(group)?;
    exchange.product = "K3520";
    exchange
        .draft("text-app-to-app", reason)
        .source(GUIDE)
        .save(group)?;
    exchange
        .draft(
            "text-with-status",
            "The status asked for beforehand says the same as the response.",
        )
        .status(&status("COMPLETED"))
        .save(group)?;
    Exchange::text(group.scene)
        .draft(
            "text-with-a-content-map",
            "The provider composes nothing of this product: a content map has nothing to say of it.",
        )
        .content_map(&json!({ "/document/data": "/data" }))
        .undetermined("content-map-unused", "")
        .save(group)?;
    let [data, tx] = [TEXT, &id(1)].map(Value::from);
    let units: Vec<String> = TEXT
        .encode_utf16()
        .map(|unit| format!("\\u{unit:04x}"))
        .collect();
    let escaped = units.concat();
    signed(
        group,
        &format!(r#"{{"data":"{escaped}","txId":{tx},"desc":"시험"}}"#),
    )
    .draft(
        "text-escaped",
        "The signed content escapes every character of the text, which is the same text.",
    )
    .save(group)?;
    signed(
        group,
        &format!(r#"{{ "txId": {tx}, "desc": "시험", "data": {data} }}"#),
    )
    .draft(
        "text-members-in-another-order",
        "The signed content's members stand in another order and with spaces: values are compared, not octets.",
    )
    .save(group)?;
    signed(
        group,
        &format!(r#"{{"data":{data},"txId":{tx},"desc":"시험","memo":"시험 쪽지"}}"#),
    )
    .draft(
        "text-with-extra-member",
        "The signed content has a member beside those asked for, which is said and decides nothing.",
    )
    .note("content-member", &id(1))
    .save(group)
}

/// Kakao's answer about the status.
pub(super) fn status(word: &str) -> Value {
    serde_json::json!({
        "status": word,
        "tx_id": id(1),
        "created_at": "2026-03-02 17:50:00",
        "viewed_at": "2026-03-02 17:55:00",
        "completed_at": "2026-03-02 17:59:30",
        "expired_at": "2026-03-02 18:10:00",
        "partner_notified_at": null,
    })
}

fn differing(group: &Group<'_>) -> io::Result<()> {
    signed(group, &kakao_content(OTHER_TEXT, &id(1)))
        .draft(
            "other-text",
            "A good signature over another text than the one asked for.",
        )
        .rejected("content-differs", &id(1))
        .save(group)?;
    signed(group, &kakao_content(&format!("{TEXT} "), &id(1)))
        .draft(
            "other-text-by-a-space",
            "The text signed has a space at its end that the text asked for has not.",
        )
        .rejected("content-differs", &id(1))
        .save(group)?;
    signed(group, &kakao_content(TEXT, &id(2)))
        .draft(
            "other-tx-id",
            "The right text was signed under another transaction's number: a signature from elsewhere.",
        )
        .rejected("tx-id-differs", &id(1))
        .save(group)?;
    signed(group, &kakao_content(OTHER_TEXT, &id(2)))
        .draft(
            "other-text-and-tx-id",
            "The whole signature belongs to another transaction; both differences are said.",
        )
        .rejected("content-differs", &id(1))
        .rejected("tx-id-differs", &id(1))
        .save(group)
}

fn malformed(group: &Group<'_>) -> io::Result<()> {
    let [data, other, tx] = [TEXT, OTHER_TEXT, &id(1)].map(Value::from);
    for (name, content, reason) in [
        (
            "content-not-json",
            TEXT.to_owned(),
            "The text itself was signed, without the transaction that it was asked for in.",
        ),
        (
            "content-without-tx-id",
            format!(r#"{{"data":{data}}}"#),
            "The signed content names no transaction.",
        ),
        (
            "content-without-data",
            format!(r#"{{"txId":{tx},"desc":"시험"}}"#),
            "The signed content has no data.",
        ),
        (
            "content-duplicate-data",
            format!(r#"{{"data":{data},"data":{other},"txId":{tx}}}"#),
            "The signed content has two data, of which readers would take either.",
        ),
        (
            "content-array",
            format!("[{data},{tx}]"),
            "The signed content is JSON, but no object.",
        ),
    ] {
        signed(group, &content)
            .draft(name, reason)
            .rejected("content-malformed", &id(1))
            .save(group)?;
    }
    Ok(())
}

fn signatures(group: &Group<'_>) -> io::Result<()> {
    let signer = &group.scene.signer;
    let one = |name: &str, signed: &str, reason: &str| {
        Exchange::one(group.scene, "TEXT", &asked(TEXT, &id(1)), signed).draft(name, reason)
    };
    one(
        "forged",
        &forged(signer, &kakao_content(TEXT, &id(1))),
        "The signature is none over this content.",
    )
    .rejected("document-failed", &id(1))
    .save(group)?;
    one(
        "forged-other-text",
        &forged(signer, &kakao_content(OTHER_TEXT, &id(1))),
        "The signature does not verify, and the content is not the one asked for either.",
    )
    .rejected("document-failed", &id(1))
    .rejected("content-differs", &id(1))
    .save(group)?;
    let good = Exchange::text(group.scene);
    good.draft(
        "no-anchor",
        "No path leads to an anchor, so that nobody vouches for the signer.",
    )
    .distrust()
    .undetermined("document-undetermined", &id(1))
    .save(group)?;
    let text = good.response["signed_document"]
        .as_str()
        .unwrap_or_default();
    let octets = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, text)
        .unwrap_or_default();
    one(
        "signed-document-in-hex",
        &crate::generate::expected::hex(&octets),
        "The signed document came in hex, where base64 is meant.",
    )
    .rejected("signature-not-base64", &id(1))
    .save(group)?;
    one(
        "signed-document-not-base64",
        "서명이 아닙니다",
        "The signed document is no base64.",
    )
    .rejected("signature-not-base64", &id(1))
    .save(group)?;
    let mut missing = Exchange::text(group.scene);
    missing.response = without(missing.response, "signed_document");
    missing
        .draft(
            "signed-document-missing",
            "The provider says success and sends no document.",
        )
        .rejected("document-missing", &id(1))
        .save(group)
}

fn sign_types(group: &Group<'_>) -> io::Result<()> {
    let content = kakao_content(TEXT, &id(1));
    let exchange = |asked_for: &str, sign_type| {
        let signed = attached(&group.scene.signer, &content, sign_type);
        let mut exchange = Exchange::one(group.scene, "TEXT", &asked(TEXT, &id(1)), &signed);
        exchange.request["sign_type"] = asked_for.into();
        exchange
    };
    exchange("SIGNED_ATTRIBUTE", SignType::SignedAttribute)
        .draft(
            "text-signed-attribute",
            "SIGNED_ATTRIBUTE was asked for and came.",
        )
        .source(GUIDE)
        .save(group)?;
    exchange("MESSAGE", SignType::Message)
        .draft(
            "text-message-named",
            "MESSAGE was asked for by name and came.",
        )
        .save(group)?;
    exchange("SIGNED_ATTRIBUTE", SignType::Message)
        .draft(
            "downgraded-to-message",
            "SIGNED_ATTRIBUTE was asked for, and a signature without attributes came.",
        )
        .undetermined("sign-type-differs", &id(1))
        .save(group)?;
    exchange("MESSAGE", SignType::SignedAttribute)
        .draft(
            "attributes-not-asked-for",
            "MESSAGE was asked for, and a signature over attributes came.",
        )
        .undetermined("sign-type-differs", &id(1))
        .save(group)?;
    let signed = attached(&group.scene.signer, &content, SignType::SignedAttribute);
    Exchange::one(group.scene, "TEXT", &asked(TEXT, &id(1)), &signed)
        .draft(
            "attributes-not-asked-for-by-default",
            "No sign_type in the request is MESSAGE, and a signature over attributes came.",
        )
        .undetermined("sign-type-differs", &id(1))
        .save(group)
}

fn encrypted(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let exchange = |text: &str| {
        let signed = attached(
            &scene.signer,
            &kakao_content(text, &id(1)),
            SignType::Message,
        );
        let document = asked(&scene.kakao_key.twice(TEXT), &id(1));
        let mut exchange = Exchange::one(scene, "TEXT", &document, &signed);
        exchange.request["document_encrypted"] = true.into();
        exchange
    };
    let draft = |text: &str, name: &str, reason: &str| -> Draft {
        exchange(text)
            .draft(name, reason)
            .source("Kakao K3500 guide, document_encrypted")
    };
    draft(
        TEXT,
        "document-encrypted",
        "The request's data is encrypted, and its plain text is what was signed.",
    )
    .save(group)?;
    draft(
        OTHER_TEXT,
        "document-encrypted-other-text",
        "The request's data is encrypted, and another text than its plain one was signed.",
    )
    .rejected("content-differs", &id(1))
    .save(group)?;
    draft(
        TEXT,
        "document-encrypted-no-keys",
        "The request's data is encrypted and no key is given, so that nothing can be compared.",
    )
    .no_keys()
    .undetermined("keys-missing", &id(1))
    .undetermined("keys-missing", "")
    .save(group)
}
