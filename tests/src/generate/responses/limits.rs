//! What the guides limit: at the limit nothing is said, one over it is.

use super::barocert::exchange as barocert;
use super::documents::{SignType, attached, kakao_content};
use super::draft::{Draft, Group};
use super::kakao_exchange::{Exchange, asked};
use super::scene::{Scene, id};
use super::toss::exchange as toss;
use serde_json::json;
use std::io;

const SOURCE: &str = "providers: limits of a product that are passed are said";
const PASSED: &str = "limit-passed";

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open_apart(scene, "limits")?;
    characters(&group)?;
    nonces(&group)?;
    counts(&group)?;
    documents(&group)
}

/// A text of so many characters, none of which is one octet in UTF-8.
fn text_of(characters: usize) -> String {
    "가나다라마바사아자차"
        .chars()
        .cycle()
        .take(characters)
        .collect()
}

/// Said, or not.
fn said(draft: Draft, is_passed: bool, document: &str) -> Draft {
    if is_passed {
        draft.note(PASSED, document)
    } else {
        draft.unsaid(PASSED)
    }
}

fn characters(group: &Group<'_>) -> io::Result<()> {
    for (count, is_passed) in [(3000, false), (3001, true)] {
        let name = format!("kakao-{count}");
        let scene = group.begin(&name);
        let text = text_of(count);
        let content = kakao_content(&text, &id(1));
        let signed = attached(&scene.signer, &content, SignType::Message);
        let draft = Exchange::one(scene, "TEXT", &asked(&text, &id(1)), &signed)
            .draft(&name, "Kakao's data has 3,000 characters at most.")
            .source(SOURCE);
        said(draft, is_passed, &id(1)).save(group)?;
    }
    for (count, is_passed) in [(2800, false), (2801, true)] {
        let name = format!("barocert-{count}");
        let scene = group.begin(&name);
        let text = text_of(count);
        let content = kakao_content(&text, barocert::RECEIPT);
        let signed = attached(&scene.signer, &content, SignType::Message);
        let draft = barocert::Exchange::one(scene, "kakao-sign", "TEXT", &text, &signed)
            .draft(&name, "Barocert's token has 2,800 characters at most.")
            .source(SOURCE);
        said(draft, is_passed, "1").save(group)?;
    }
    for (count, is_passed) in [(2000, false), (2001, true)] {
        let name = format!("toss-{count}");
        let scene = group.begin(&name);
        let text = text_of(count);
        let signed = attached(&scene.toss, &text, SignType::SignedAttribute);
        let mut exchange = toss::Exchange::signed(scene, &signed);
        exchange.request["doc"] = text.clone().into();
        exchange.success()["doc"] = text.into();
        let draft = exchange
            .draft(&name, "Toss recommends 2,000 characters at most.")
            .source(SOURCE);
        said(draft, is_passed, &id(1)).save(group)?;
    }
    Ok(())
}

fn nonces(group: &Group<'_>) -> io::Result<()> {
    for (count, is_passed) in [(40, false), (41, true)] {
        let name = format!("k1110-{count}");
        let scene = group.begin(&name);
        let nonce = text_of(count);
        let mut exchange = Exchange::text(scene);
        exchange.product = "K1110";
        exchange.request = json!({ "tx_id": id(1), "data": nonce });
        exchange.response = json!({
            "status": "COMPLETED",
            "result": "Y",
            "data": nonce,
            "ci": scene.kakao_key.once(&scene.ci.text()),
        });
        let draft = exchange
            .draft(&name, "K1110's nonce has 40 characters at most.")
            .source(SOURCE)
            .waive("signature")
            .waived("signature-absent");
        said(draft, is_passed, "").save(group)?;
    }
    Ok(())
}

/// How many documents `prepare` announced.
fn counts(group: &Group<'_>) -> io::Result<()> {
    for (name, count, is_passed) in [("count-2", 2, false), ("count-3", 3, true)] {
        let scene = group.begin(name);
        let draft = Exchange::texts(scene, 2)
            .draft(
                name,
                "The request has two documents, and prepare said how many there would be.",
            )
            .source(SOURCE)
            .prepare(&json!({
                "enc_version": 1,
                "type": "CI",
                "ci": scene.kakao_key.once(&scene.ci.text()),
                "count": count,
            }));
        said(draft, is_passed, "").save(group)?;
    }
    Ok(())
}

fn documents(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("barocert-20-tokens");
    let draft = distinct(scene, 20)
        .draft("barocert-20-tokens", "Barocert takes 20 tokens at most.")
        .source(SOURCE);
    said(draft, false, "").save(group)?;
    let scene = group.begin("barocert-21-tokens");
    let mut exchange = distinct(scene, 21);
    exchange.given().pop();
    let draft = exchange
        .draft(
            "barocert-21-tokens",
            "The request has 21 tokens, of which Barocert takes 20 at most; 20 came back.",
        )
        .source(SOURCE)
        .rejected("document-missing", "21");
    said(draft, true, "").save(group)
}

/// Several tokens, each signed under a transaction of its own.
fn distinct(scene: &Scene, count: usize) -> barocert::Exchange<'_> {
    let mut exchange = barocert::Exchange::texts(scene, count);
    for (place, given) in (1..).zip(exchange.given()) {
        let content = kakao_content(&super::kakao_exchange::text_at(place), &id(place));
        *given = attached(&scene.signer, &content, SignType::Message).into();
    }
    exchange
}
