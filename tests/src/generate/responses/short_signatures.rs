//! Each short signature counts once, in a session that is no longer than any and has begun.

use super::draft::Group;
use super::kakao_short::{der, draft, entry, raw, session, shorts};
use super::scene::Scene;
use crate::generate::algorithm::Hash;
use crate::generate::key::Key;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::io;

const DURING: &str = "2026-03-02T09:00:00Z";
const SOURCE: &str = "Kakao certificate overview, K2220; K3220 guide on the session's 48 hours";

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open_apart(scene, "short-signatures")?;
    once(&group)?;
    sessions(&group)
}

/// An order of this number, signed.
fn order(key: &Key, number: usize) -> Value {
    let data = format!("시험 주문 {number}");
    let signature = STANDARD.encode(key.sign(Hash::Sha256, data.as_bytes()));
    json!({ "id": format!("order-{number}"), "data": data, "signature": signature, "at": DURING })
}

fn once(group: &Group<'_>) -> io::Result<()> {
    for (name, reason) in [
        (
            "several",
            "Each of three orders has its own short signature.",
        ),
        ("one-twice", "One short signature stands for two orders."),
        (
            "one-in-two-forms",
            "One short signature stands for two orders, as two numbers for the second.",
        ),
    ] {
        group.begin(name);
        let key = Key::ec();
        let draft = draft(group, "K2220", &session(&key), name, reason).source(SOURCE);
        let first = entry("order-1", &der(&key), DURING);
        let draft = match name {
            "several" => draft.short(&shorts(&[1, 2, 3].map(|it| order(&key, it)))),
            "one-twice" => draft
                .short(&shorts(&[first, entry("order-2", &der(&key), DURING)]))
                .rejected("short-duplicated", "order-2"),
            _ => draft
                .short(&shorts(&[first, entry("order-2", &raw(&key), DURING)]))
                .rejected("short-duplicated", "order-2"),
        };
        draft.save(group)?;
    }
    Ok(())
}

fn sessions(group: &Group<'_>) -> io::Result<()> {
    for (name, reason, from, until, at, code, document) in [
        (
            "session-of-48-hours",
            "The session is as long as the longest.",
            "2026-03-02T08:00:00Z",
            "2026-03-04T08:00:00Z",
            DURING,
            "",
            "",
        ),
        (
            "session-too-long",
            "The session is a second longer than the longest.",
            "2026-03-02T08:00:00Z",
            "2026-03-04T08:00:01Z",
            DURING,
            "session-too-long",
            "",
        ),
        (
            "session-after-verification",
            "The session begins years after its document is verified.",
            "2030-03-02T08:00:00Z",
            "2030-03-02T17:00:00Z",
            "2030-03-02T09:00:00Z",
            "time-after-verification",
            "",
        ),
        (
            "order-after-verification",
            "The order was received after the time of verification.",
            "2026-03-02T08:00:00Z",
            "2026-03-02T17:00:00Z",
            "2026-03-02T10:00:00Z",
            "time-after-verification",
            "order-1",
        ),
    ] {
        group.begin(name);
        let key = Key::ec();
        let mut session = session(&key);
        session["validFrom"] = from.into();
        session["validUntil"] = until.into();
        let mut draft = draft(group, "K2220", &session, name, reason)
            .source(SOURCE)
            .short(&shorts(&[entry("order-1", &der(&key), at)]));
        if !code.is_empty() {
            draft = draft.undetermined(code, document);
        }
        if name == "session-after-verification" {
            draft = draft.undetermined(code, "order-1");
        }
        draft.save(group)?;
    }
    Ok(())
}
