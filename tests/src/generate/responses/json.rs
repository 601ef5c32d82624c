//! Responses whose JSON is not what it should be, and some that are all the same.

use super::draft::{Draft, Group};
use super::kakao_exchange::Exchange;
use super::scene::{OTHER_TEXT, Scene, TEXT, id};
use serde_json::{Value, json};
use std::io;

const SOURCE: &str = "RFC 8259; I-JSON (RFC 7493) on duplicate names";

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open(scene, "json")?;
    octets(&group)?;
    duplicates(&group)?;
    types(&group)?;
    tolerated(&group)
}

/// The text of a good response.
fn text(scene: &Scene) -> String {
    Exchange::text(scene).response.to_string()
}

fn draft(scene: &Scene, name: &str, reason: &str, octets: &[u8]) -> Draft {
    Exchange::text(scene)
        .draft(name, reason)
        .source(SOURCE)
        .response_octets(octets)
}

fn octets(group: &Group<'_>) -> io::Result<()> {
    let good = text(group.scene);
    let nested = format!("{}1{}", "[".repeat(1000), "]".repeat(1000));
    let braces = format!("{}1{}", r#"{"a":"#.repeat(1000), "}".repeat(1000));
    let with = |member: &str| good.replacen('{', &format!(r#"{{"extra":{member},"#), 1);
    let mut not_utf8 = good.clone().into_bytes();
    let at = not_utf8.len() / 2;
    not_utf8[at] = 0xff;
    for (name, octets, reason) in [
        (
            "truncated",
            good.as_bytes()[..good.len() - 40].to_vec(),
            "The response ends in the middle of the document.",
        ),
        (
            "truncated-by-one",
            good.as_bytes()[..good.len() - 1].to_vec(),
            "The response lacks its last brace.",
        ),
        ("empty", Vec::new(), "The response is empty."),
        (
            "not-json",
            b"<html><body>502 Bad Gateway</body></html>\n".to_vec(),
            "A gateway's page came in the place of a response.",
        ),
        (
            "followed-by-more",
            format!("{good}{good}").into_bytes(),
            "Two responses stand behind one another.",
        ),
        ("not-utf8", not_utf8, "The response is no UTF-8."),
        (
            "array",
            format!("[{good}]").into_bytes(),
            "The response is an array, where an object is meant.",
        ),
        (
            "string",
            Value::from(good.clone()).to_string().into_bytes(),
            "The response is JSON in a string, where an object is meant.",
        ),
        (
            "deep-arrays",
            with(&nested).into_bytes(),
            "A thousand arrays stand in one another.",
        ),
        (
            "deep-objects",
            with(&braces).into_bytes(),
            "A thousand objects stand in one another.",
        ),
        (
            "trailing-comma",
            good.replacen(r#""result":"Y","#, r#""result":"Y",,"#, 1)
                .into_bytes(),
            "There is a comma too many.",
        ),
    ] {
        draft(group.scene, name, reason, &octets)
            .malformed()
            .save(group)?;
    }
    Ok(())
}

fn duplicates(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let good = text(scene);
    for (name, from, to, reason) in [
        (
            "duplicate-member",
            r#""result":"Y","#,
            r#""result":"Y","result":"N","#,
            "The response has two results, of which readers would take either.",
        ),
        (
            "duplicate-member-same-value",
            r#""result":"Y","#,
            r#""result":"Y","result":"Y","#,
            "The response has two results, although they say the same.",
        ),
        (
            "duplicate-member-escaped",
            r#""result":"Y","#,
            r#""result":"Y","\u0072esult":"N","#,
            "The second result is spelled with an escape, and is the same name.",
        ),
    ] {
        draft(scene, name, reason, good.replacen(from, to, 1).as_bytes())
            .malformed()
            .save(group)?;
    }
    let several = Exchange::texts(scene, 3);
    let response = several.response.to_string();
    let member = format!(r#""document_tx_id":"{}","#, id(2));
    several
        .draft(
            "duplicate-member-nested",
            "The second document has two ids.",
        )
        .source(SOURCE)
        .response_octets(
            response
                .replacen(&member, &format!("{member}{member}"), 1)
                .as_bytes(),
        )
        .malformed()
        .save(group)?;
    let response = format!(
        r#"{{"status":"COMPLETED","result":"Y","data":"{TEXT}","\u0064ata":"{OTHER_TEXT}","ci":"{}"}}"#,
        scene.kakao_key.once(&scene.ci.text())
    );
    Draft::new(
        "kakao",
        "K1110",
        "duplicate-nonce-escaped",
        "The second nonce's name is spelled with an escape, and is the same name.",
    )
    .source(SOURCE)
    .request(&json!({ "tx_id": id(1), "data": TEXT }))
    .keys(&scene.kakao_keys())
    .ci(&scene.ci.text())
    .waive("signature")
    .response_octets(response.as_bytes())
    .malformed()
    .save(group)
}

fn types(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    for (member, value) in [
        ("signed_document", json!(1)),
        ("vid", json!(1)),
        ("ci", json!(["AAAA"])),
        ("result", json!(true)),
        ("status", json!({ "status": "COMPLETED" })),
        ("signed_documents", json!("AAAA")),
    ] {
        let mut exchange = Exchange::text(scene);
        if member == "signed_documents" {
            exchange = Exchange::texts(scene, 3);
        }
        exchange.response[member] = value;
        exchange
            .draft(
                &format!("type-of-{}", member.replace('_', "-")),
                &format!("The response's {member} is of a type that it never has."),
            )
            .source(SOURCE)
            .malformed()
            .save(group)?;
    }
    let mut exchange = Exchange::texts(scene, 3);
    exchange.given()[1]["document_tx_id"] = json!(2);
    exchange
        .draft(
            "type-of-document-tx-id",
            "A document's id is a number, where a string is meant.",
        )
        .source(SOURCE)
        .malformed()
        .save(group)?;
    let mut exchange = Exchange::texts(scene, 3);
    exchange.given()[1] = json!("AAAA");
    exchange
        .draft(
            "type-of-a-document",
            "A document is a string, where an object is meant.",
        )
        .source(SOURCE)
        .malformed()
        .save(group)?;
    let mut exchange = Exchange::texts(scene, 3);
    exchange.response["signed_document"] =
        Exchange::text(scene).response["signed_document"].clone();
    exchange
        .draft(
            "both-forms",
            "The response has both one document and a list of them.",
        )
        .source(SOURCE)
        .malformed()
        .save(group)
}

fn tolerated(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let good = text(scene);
    draft(
        scene,
        "byte-order-mark",
        "A byte order mark stands before a good response.",
        format!("\u{feff}{good}").as_bytes(),
    )
    .save(group)?;
    draft(
        scene,
        "white-space",
        "White space stands around a good response.",
        format!("\r\n\t {good} \r\n").as_bytes(),
    )
    .save(group)?;
    let mut exchange = Exchange::text(scene);
    exchange.response["signed_documents"] = Value::Null;
    exchange.response["errcode"] = Value::Null;
    exchange
        .draft(
            "null-members",
            "Members that are null are as good as absent.",
        )
        .source(SOURCE)
        .save(group)?;
    let mut exchange = Exchange::text(scene);
    exchange.response["시험"] = json!({ "new": [1, 2, 3] });
    exchange
        .draft(
            "unknown-member",
            "The response has a member that nobody knows, which is said and decides nothing.",
        )
        .source(SOURCE)
        .note("unknown-member", "")
        .save(group)?;
    let mut exchange = Exchange::text(scene);
    exchange.request["시험"] = json!("새 항목");
    exchange
        .draft(
            "unknown-member-of-the-request",
            "The request has a member that nobody knows, which is said and decides nothing.",
        )
        .source(SOURCE)
        .note("unknown-member", "")
        .save(group)
}
