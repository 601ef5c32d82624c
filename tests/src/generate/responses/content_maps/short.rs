//! Members of a few letters: their ciphertexts look like words.

use super::super::barocert::exchange as barocert;
use super::super::cipher::KakaoKey;
use super::super::documents::{SignType, attached};
use super::super::draft::{Draft, Group};
use super::super::kakao_exchange::Exchange;
use super::super::scene::{Scene, id};
use serde_json::{Value, json};
use std::io;

/// What the agreement says in one of its members.
fn agreement(kind: &str) -> String {
    json!({ "요금청구 기관명": "시험 이용기관", "종류": kind, "txId": id(1) }).to_string()
}

fn map() -> Value {
    json!({ "/organization": "/요금청구 기관명", "/service_type": "/종류" })
}

/// K3110 with this in its short member, and the agreement that says this.
fn draft(scene: &Scene, sent: &str, signed: &str, name: &str, reason: &str) -> Draft {
    let signed = attached(&scene.signer, &agreement(signed), SignType::Message);
    let mut exchange = Exchange::one(scene, "TEXT", "", &signed);
    exchange.product = "K3110";
    exchange.request = json!({
        "tx_id": id(1),
        "organization": "시험 이용기관",
        "service_type": sent,
    });
    exchange
        .draft(name, reason)
        .source(super::SOURCE)
        .content_map(&map())
}

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    for (plain, name) in [
        ("1", "one-letter"),
        ("88", "two-digits"),
        ("CMS", "three-letters"),
        ("GIRO", "four-letters"),
    ] {
        for is_twice in [true, false] {
            let name = format!("short-{name}{}", if is_twice { "" } else { "-once" });
            let sealed = |key: &KakaoKey| {
                if is_twice {
                    key.twice(plain)
                } else {
                    key.once(plain)
                }
            };
            let scene = group.begin(&name);
            draft(
                scene,
                &sealed(&scene.kakao_key),
                plain,
                &name,
                "A short member went encrypted, and decrypts to what was signed.",
            )
            .save(group)?;
            let name = format!("{name}-key-missing");
            let scene = group.begin(&name);
            draft(
                scene,
                &sealed(&scene.kakao_key),
                plain,
                &name,
                "A short member may be a ciphertext, and no key is given to see what it says.",
            )
            .no_keys()
            .undetermined("keys-missing", &id(1))
            .save(group)?;
        }
    }
    others(group)?;
    words(group)?;
    relay(group)
}

/// Ciphertexts of something else, and under another key.
fn others(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("short-other-was-signed");
    draft(
        scene,
        &scene.kakao_key.twice("CMS"),
        "GIR",
        "short-other-was-signed",
        "A short member went encrypted, and something else was signed than what it decrypts to.",
    )
    .rejected("content-differs", &id(1))
    .save(group)?;
    let scene = group.begin("short-under-another-key");
    draft(
        scene,
        &KakaoKey::new().twice("CMS자동"),
        "CMS자동",
        "short-under-another-key",
        "A short member went encrypted under another key than the one given: it is no text under it.",
    )
    .undetermined("field-undecryptable", &id(1))
    .save(group)
}

/// Words that nobody encrypted.
fn words(group: &Group<'_>) -> io::Result<()> {
    for (word, name) in [("FIRM", "word"), ("2500", "number")] {
        let other = if name == "word" { "CMSX" } else { "2501" };
        let case = format!("short-{name}");
        let scene = group.begin(&case);
        draft(
            scene,
            word,
            word,
            &case,
            "A short member went in clear, and is what was signed; no key is needed for that.",
        )
        .no_keys()
        .save(group)?;
        let case = format!("short-{name}-differs");
        let scene = group.begin(&case);
        draft(
            scene,
            word,
            other,
            &case,
            "A short member is not what was signed, nor does it decrypt to it.",
        )
        .rejected("content-differs", &id(1))
        .save(group)?;
        let case = format!("short-{name}-differs-key-missing");
        let scene = group.begin(&case);
        draft(
            scene,
            word,
            other,
            &case,
            "A short member is not what was signed, and without the key nothing says that it is no ciphertext.",
        )
        .no_keys()
        .undetermined("keys-missing", &id(1))
        .save(group)?;
    }
    let scene = group.begin("number-differs-key-missing");
    draft(
        scene,
        "25000000",
        "25000001",
        "number-differs-key-missing",
        "A number of eight digits is none of the ciphertexts that a cipher makes, and is not what was signed.",
    )
    .no_keys()
    .rejected("content-differs", &id(1))
    .save(group)
}

/// The relay's request in clear, in which nothing is encrypted.
fn relay(group: &Group<'_>) -> io::Result<()> {
    let name = "barocert-short-word-differs";
    let scene = group.begin(name);
    let mut exchange = barocert::Exchange::bare(scene, "kakao-cms");
    exchange.request["requestCorp"] = "시험 이용기관".into();
    exchange.request["bankServiceType"] = "FIRM".into();
    let signed = attached(&scene.signer, &agreement("CMSX"), SignType::Message);
    exchange.response["signedData"] = signed.into();
    exchange
        .draft(
            name,
            "The relay's request went to its SDK in clear, so that a word that differs is no ciphertext, with no key at hand either.",
        )
        .source(super::SOURCE)
        .content_map(&json!({
            "/requestCorp": "/요금청구 기관명",
            "/bankServiceType": "/종류",
        }))
        .no_keys()
        .rejected("content-differs", "1")
        .undetermined("keys-missing", "")
        .save(group)
}
