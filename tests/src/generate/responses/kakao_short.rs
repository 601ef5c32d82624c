//! Kakao K2220 and K3220: a session's key in the first signature, then short signatures under it.

use super::documents::{SignType, attached, kakao_content};
use super::draft::{Draft, Group};
use super::kakao_exchange::{Exchange, asked};
use super::scene::{Scene, id};
use crate::generate::algorithm::Hash;
use crate::generate::key::Key;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::io;

const SOURCE: &str = "Kakao certificate overview, K2220; providers: short signatures";
const ORDER: &str = "시험 주문: 시험주식 1주 매수";
const DURING: &str = "2026-03-02T09:00:00Z";

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open(scene, "kakao-short")?;
    let key = Key::ec();
    good(&group, &key)?;
    times(&group, &key)?;
    wrong(&group, &key)?;
    sessions(&group, &key)
}

/// A session in RFC 3339.
pub(super) fn session(key: &Key) -> Value {
    json!({
        "publicKey": STANDARD.encode(key.spki()),
        "validFrom": "2026-03-02T08:00:00Z",
        "validUntil": "2026-03-02T17:00:00Z",
    })
}

/// A case whose first signature is over this session.
pub(super) fn draft(
    group: &Group<'_>,
    product: &'static str,
    session: &Value,
    name: &str,
    reason: &str,
) -> Draft {
    let data = session.to_string();
    let content = kakao_content(&data, &id(1));
    let signed = attached(&group.scene.signer, &content, SignType::Message);
    let mut exchange = Exchange::one(group.scene, "TEXT", &asked(&data, &id(1)), &signed);
    exchange.product = product;
    exchange
        .draft(name, reason)
        .source(SOURCE)
        .plant(ORDER)
        .options(|options| {
            options.short_key_path = Some("/data/publicKey".to_owned());
            options.short_from_path = Some("/data/validFrom".to_owned());
            options.short_until_path = Some("/data/validUntil".to_owned());
        })
}

/// `short.json`.
pub(super) fn shorts(signatures: &[Value]) -> Value {
    json!({ "signatures": signatures })
}

pub(super) fn entry(id: &str, signature: &str, at: &str) -> Value {
    json!({ "id": id, "data": ORDER, "signature": signature, "at": at })
}

/// `Ecdsa-Sig-Value` in base64.
pub(super) fn der(key: &Key) -> String {
    STANDARD.encode(key.sign(Hash::Sha256, ORDER.as_bytes()))
}

/// Both numbers in base64.
pub(super) fn raw(key: &Key) -> String {
    let numbers = key.ecdsa(Hash::Sha256, ORDER.as_bytes());
    STANDARD.encode([numbers.r, numbers.s].concat())
}

fn good(group: &Group<'_>, key: &Key) -> io::Result<()> {
    draft(
        group,
        "K2220",
        &session(key),
        "none",
        "The first signature alone is decided over.",
    )
    .options(|options| {
        options.short_key_path = None;
        options.short_from_path = None;
        options.short_until_path = None;
    })
    .note("no-short-signatures", "")
    .save(group)?;
    for (name, product, signature, reason) in [
        (
            "der",
            "K2220",
            der(key),
            "The short signature verifies under the session's key, in its time.",
        ),
        (
            "raw",
            "K2220",
            raw(key),
            "The short signature is given as two numbers, and verifies.",
        ),
        (
            "k3220",
            "K3220",
            der(key),
            "K3220 is as K2220: the short signature verifies under the session's key.",
        ),
    ] {
        draft(group, product, &session(key), name, reason)
            .short(&shorts(&[entry("order-1", &signature, DURING)]))
            .save(group)?;
    }
    draft(
        group,
        "K2220",
        &session(key),
        "several",
        "One short signature, once as two numbers, stands for three orders.",
    )
    .short(&shorts(&[
        entry("order-1", &der(key), DURING),
        entry("order-2", &raw(key), DURING),
        entry("order-3", &der(key), "2026-03-02T16:59:59Z"),
    ]))
    .rejected("short-duplicated", "order-2")
    .rejected("short-duplicated", "order-3")
    .save(group)
}

fn times(group: &Group<'_>, key: &Key) -> io::Result<()> {
    let (from, until) = (1_772_438_400_u64, 1_772_470_800_u64);
    for (word, from, until) in [
        (
            "rfc3339",
            json!("2026-03-02T17:00:00+09:00"),
            json!("2026-03-03T02:00:00+09:00"),
        ),
        ("epoch-seconds", json!(from), json!(until)),
        (
            "epoch-milliseconds",
            json!(from * 1000),
            json!(until * 1000),
        ),
        (
            "kst",
            json!("2026-03-02 17:00:00"),
            json!("2026-03-03 02:00:00"),
        ),
    ] {
        let mut session = session(key);
        session["validFrom"] = from;
        session["validUntil"] = until;
        let case = |name: &str, reason: &str| {
            draft(group, "K2220", &session, name, reason)
                .options(|options| options.short_time = Some(word.to_owned()))
        };
        case(
            &format!("time-{word}"),
            &format!("The session's times are written as {word}, and the short signature was made between them."),
        )
        .short(&shorts(&[entry("order-1", &der(key), DURING)]))
        .save(group)?;
        case(
            &format!("time-{word}-outside"),
            &format!("The session's times are written as {word}, and the short signature was made after them."),
        )
        .short(&shorts(&[entry("order-1", &der(key), "2026-03-02T18:00:00Z")]))
        .rejected("session-outside", "order-1")
        .save(group)?;
    }
    draft(
        group,
        "K2220",
        &session(key),
        "before",
        "The short signature was made before the session began.",
    )
    .short(&shorts(&[entry(
        "order-1",
        &der(key),
        "2026-03-02T07:59:59Z",
    )]))
    .rejected("session-outside", "order-1")
    .save(group)
}

fn wrong(group: &Group<'_>, key: &Key) -> io::Result<()> {
    let case = |name: &str, reason: &str, signatures: &[Value]| {
        draft(group, "K2220", &session(key), name, reason).short(&shorts(signatures))
    };
    let other = Key::ec();
    for (name, signature, reason) in [
        (
            "other-key",
            der(&other),
            "The short signature was made with another key than the session's.",
        ),
        (
            "other-key-raw",
            raw(&other),
            "The short signature, two numbers, was made with another key than the session's.",
        ),
    ] {
        case(name, reason, &[entry("order-1", &signature, DURING)])
            .rejected("short-invalid", "order-1")
            .save(group)?;
    }
    let mut changed = entry("order-1", &der(key), DURING);
    changed["data"] = format!("{ORDER} 취소").into();
    case(
        "other-data",
        "The short signature is over another text.",
        &[changed],
    )
    .rejected("short-invalid", "order-1")
    .save(group)?;
    case(
        "one-of-three",
        "The second of three short signatures does not verify, and the third is the first one in another form.",
        &[
            entry("order-1", &der(key), DURING),
            entry("order-2", &der(&other), DURING),
            entry("order-3", &raw(key), DURING),
        ],
    )
    .rejected("short-invalid", "order-2")
    .rejected("short-duplicated", "order-3")
    .save(group)?;
    for (name, signature, reason) in [
        (
            "not-base64",
            "서명이 아닙니다".to_owned(),
            "The short signature is no base64.",
        ),
        (
            "too-short",
            STANDARD.encode([1; 63]),
            "63 octets are neither two numbers nor their DER.",
        ),
        ("empty", String::new(), "The short signature is empty."),
    ] {
        case(name, reason, &[entry("order-1", &signature, DURING)])
            .rejected("short-malformed", "order-1")
            .save(group)?;
    }
    Ok(())
}

fn sessions(group: &Group<'_>, key: &Key) -> io::Result<()> {
    for (member, value, name, reason) in [
        (
            "publicKey",
            Value::Null,
            "key-missing",
            "The signed session has no key.",
        ),
        (
            "publicKey",
            "AAAA".into(),
            "key-malformed",
            "The signed session's key is none.",
        ),
        (
            "validUntil",
            Value::Null,
            "end-missing",
            "The signed session has no end.",
        ),
        (
            "validFrom",
            "어제".into(),
            "beginning-malformed",
            "The signed session's beginning is no time.",
        ),
    ] {
        let mut session = session(key);
        session[member] = value;
        if session[member].is_null() {
            session = super::scene::without(session, member);
        }
        draft(group, "K2220", &session, name, reason)
            .short(&shorts(&[entry("order-1", &der(key), DURING)]))
            .undetermined("session-malformed", "")
            .save(group)?;
    }
    draft(
        group,
        "K2220",
        &session(key),
        "path-to-nothing",
        "The path leads to nothing in the signed session.",
    )
    .options(|options| options.short_key_path = Some("/data/key".to_owned()))
    .short(&shorts(&[entry("order-1", &der(key), DURING)]))
    .undetermined("session-malformed", "")
    .save(group)
}
