//! What the guides limit: at the limit nothing is said, one over it is.

use super::barocert::exchange as barocert;
use super::documents::{SignType, attached, kakao_content};
use super::draft::{Draft, Group};
use super::kakao_exchange::{Exchange, asked};
use super::scene::{Scene, id};
use super::toss::exchange as toss;
use serde_json::{Value, json};
use std::io;

const SOURCE: &str = "providers: limits of a product that are passed are said";
const PASSED: &str = "limit-passed";

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open_apart(scene, "limits")?;
    characters(&group)?;
    members_of_kakao(&group)?;
    members_of_barocert(&group)?;
    members_of_toss(&group)?;
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
fn said(draft: Draft, is_passed: bool) -> Draft {
    if is_passed {
        draft.note(PASSED, "")
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
        said(draft, is_passed).save(group)?;
    }
    for (count, is_passed) in [(2800, false), (2801, true)] {
        let name = format!("barocert-{count}");
        let scene = group.begin(&name);
        let text = text_of(count);
        let content = kakao_content(&text, &id(1));
        let mut exchange = distinct(scene, 2);
        exchange.request["tokens"][0]["token"] = text.into();
        exchange.given()[0] = attached(&scene.signer, &content, SignType::Message).into();
        let draft = exchange
            .draft(&name, "Barocert's token has 2,800 characters at most.")
            .source(SOURCE);
        said(draft, is_passed).save(group)?;
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
        said(draft, is_passed).save(group)?;
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
        said(draft, is_passed).save(group)?;
    }
    Ok(())
}

/// How many documents `prepare` announced.
fn counts(group: &Group<'_>) -> io::Result<()> {
    for (count, codes) in [
        (2, ["", ""]),
        (3, ["count-differs", ""]),
        (201, ["count-differs", PASSED]),
    ] {
        let name = format!("count-{count}");
        let scene = group.begin(&name);
        let mut draft = Exchange::texts(scene, 2)
            .draft(
                &name,
                "The request has two documents, and prepare said how many there would be.",
            )
            .source(SOURCE)
            .prepare(&json!({
                "enc_version": 1,
                "type": "CI",
                "ci": scene.kakao_key.once(&scene.ci.text()),
                "count": count,
            }));
        for (code, said) in ["count-differs", PASSED].into_iter().zip(codes) {
            draft = if said.is_empty() {
                draft.unsaid(code)
            } else {
                draft.note(said, "")
            };
        }
        draft.save(group)?;
    }
    Ok(())
}

/// A text of so many characters, or a number of seconds: at the limit, and one over it.
fn at_and_over(most: usize, is_number: bool) -> [(usize, Value, bool); 2] {
    [(most, false), (most + 1, true)].map(|(size, is_passed)| {
        let value = if is_number {
            size.into()
        } else {
            text_of(size).into()
        };
        (size, value, is_passed)
    })
}

fn members_of_kakao(group: &Group<'_>) -> io::Result<()> {
    for (member, most, is_number) in [
        ("return_url", 255, false),
        ("extra_message", 500, false),
        ("expires_in", 1200, true),
        ("request_type", 40, false),
    ] {
        for (size, value, is_passed) in at_and_over(most, is_number) {
            let name = format!("kakao-{}-{size}", member.replace('_', "-"));
            let scene = group.begin(&name);
            let mut exchange = Exchange::text(scene);
            if member == "request_type" {
                exchange.request["delegate_info"][member] = value;
            } else {
                exchange.request[member] = value;
            }
            let reason = format!("The request's {member} has {most} at most.");
            said(exchange.draft(&name, &reason).source(SOURCE), is_passed).save(group)?;
        }
    }
    Ok(())
}

fn members_of_barocert(group: &Group<'_>) -> io::Result<()> {
    for (member, most, is_number) in [
        ("reqTitle", 40, false),
        ("extraMessage", 500, false),
        ("returnURL", 1000, false),
        ("expireIn", 1000, true),
        ("signTitle", 40, false),
        ("receiverName", 80, false),
    ] {
        for (size, value, is_passed) in at_and_over(most, is_number) {
            let name = format!("barocert-{}-{size}", member.to_lowercase());
            let scene = group.begin(&name);
            let mut exchange = distinct(scene, 2);
            match member {
                "signTitle" => exchange.request["tokens"][1][member] = value,
                "receiverName" => receiver(&mut exchange, member, value.as_str()),
                _ => exchange.request[member] = value,
            }
            let reason = format!("The request's {member} has {most} at most.");
            said(exchange.draft(&name, &reason).source(SOURCE), is_passed).save(group)?;
        }
    }
    for (member, good, long) in [
        ("receiverHP", "01000000000", "010000000000"),
        ("receiverBirthday", "19000101", "190001011"),
    ] {
        for text in [good, long] {
            let size = text.len();
            let name = format!("barocert-{}-{size}", member.to_lowercase());
            let scene = group.begin(&name);
            let mut exchange = distinct(scene, 2);
            receiver(&mut exchange, member, Some(text));
            let reason = format!(
                "The request's {member} has {} characters at most.",
                good.len()
            );
            let draft = exchange.draft(&name, &reason).source(SOURCE);
            said(draft, text == long).save(group)?;
        }
    }
    Ok(())
}

/// The same person in request and answer.
fn receiver(exchange: &mut barocert::Exchange<'_>, member: &str, text: Option<&str>) {
    let text = text.unwrap_or_default();
    exchange.request[member] = text.into();
    let field = |text| barocert::encrypted(exchange.scene, exchange.product, text);
    if member == "receiverBirthday" {
        exchange.response["receiverYear"] = field(&text[..4]).into();
        exchange.response["receiverDay"] = field(&text[4..]).into();
    } else {
        exchange.response[member] = field(text).into();
    }
}

fn members_of_toss(group: &Group<'_>) -> io::Result<()> {
    for (member, most, is_number) in [("serviceName", 50, false), ("expireSeconds", 1800, true)] {
        for (size, value, is_passed) in at_and_over(most, is_number) {
            let name = format!("toss-{}-{size}", member.to_lowercase());
            let scene = group.begin(&name);
            let mut exchange = toss::Exchange::text(scene);
            exchange.request[member] = value;
            let reason = format!("The request's {member} has {most} at most.");
            said(exchange.draft(&name, &reason).source(SOURCE), is_passed).save(group)?;
        }
    }
    Ok(())
}

fn documents(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("barocert-20-tokens");
    let draft = distinct(scene, 20)
        .draft("barocert-20-tokens", "Barocert takes 20 tokens at most.")
        .source(SOURCE);
    said(draft, false).save(group)?;
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
    said(draft, true).save(group)
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
