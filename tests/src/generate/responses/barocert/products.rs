//! Each product as it should be.

use super::exchange::{Exchange, GUIDE, RECEIPT, duplicated, signed};
use crate::generate::algorithm::Hash;
use crate::generate::responses::documents::{SignType, attached, detached};
use crate::generate::responses::draft::Group;
use crate::generate::responses::kakao_debit::CONTENT_MAP;
use crate::generate::responses::scene::{NAME, ORIGINAL, OTHER_TEXT, TEXT, without};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;
use std::io;

const ONE_TRANSACTION: &str =
    "Every signature names the one transaction id, which counts for one document.";

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    kakao(group)?;
    naver(group)?;
    identity(group)?;
    login(group)?;
    debit(group)
}

/// How Barocert writes digests.
fn digest() -> String {
    URL_SAFE_NO_PAD.encode(Hash::Sha256.of(ORIGINAL))
}

fn kakao(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    Exchange::text(scene)
        .draft(
            "kakao-text",
            "The token asked for came back signed by the person asked.",
        )
        .save(group)?;
    for (member, name) in [
        ("receiverHP", "receiverhp-missing"),
        ("receiverDay", "half-a-birthday"),
    ] {
        let mut exchange = Exchange::text(scene);
        exchange.response = without(exchange.response, member);
        exchange
            .draft(
                name,
                "The request names whom to ask, and the answer leaves a part of that out.",
            )
            .undetermined("person-missing", "")
            .save(group)?;
    }
    for (count, name) in [(3, "kakao-multi-3"), (20, "kakao-multi-20")] {
        let draft = Exchange::texts_of_one(scene, count)
            .draft(name, ONE_TRANSACTION)
            .source(GUIDE);
        let places: Vec<usize> = (2..=count).collect();
        duplicated(draft, &places).save(group)?;
    }
    let mut exchange = Exchange::texts_of_one(scene, 3);
    let list = exchange.response["multiSignedData"].clone();
    exchange.response = without(exchange.response, "multiSignedData");
    exchange.response["MultiSignedData"] = list;
    let draft = exchange
        .draft("kakao-multi-spelled-as-in-the-guide", ONE_TRANSACTION)
        .source(GUIDE);
    duplicated(draft, &[2, 3]).save(group)?;
    for (kind, name) in [("HASH", "kakao-hash"), ("PDF", "kakao-pdf")] {
        let exchange = Exchange::one(
            scene,
            "kakao-sign",
            kind,
            &digest(),
            &signed(scene, &digest()),
        );
        exchange
            .draft(name, "The digest asked for came back signed as data.")
            .note("original-not-compared", "1")
            .save(group)?;
        if kind == "PDF" {
            exchange
                .draft(
                    "kakao-pdf-original-agrees",
                    "The token is the digest of the original at hand.",
                )
                .original(ORIGINAL)
                .save(group)?;
            exchange
                .draft(
                    "kakao-pdf-original-differs",
                    "The token was signed, but it is not the digest of the original at hand.",
                )
                .original(b"%PDF-1.7 another original of a test\n")
                .rejected("original-differs", "1")
                .save(group)?;
        }
    }
    Ok(())
}

fn naver(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let text = attached(&scene.signer, TEXT, SignType::Message);
    Exchange::one(scene, "naver-sign", "TEXT", TEXT, &text)
        .draft(
            "naver-text",
            "Naver signed the token itself, and its fields are under its own key.",
        )
        .save(group)?;
    let mut several = Exchange::texts(scene, 2);
    let mut exchange = Exchange::bare(scene, "naver-multi-sign");
    exchange.request["tokenType"] = "TEXT".into();
    exchange.request["tokens"] = several.request["tokens"].take();
    exchange.response["multiSignedData"] = (1..=2)
        .map(|place| {
            let token = crate::generate::responses::kakao_exchange::text_at(place);
            attached(&scene.signer, &token, SignType::Message)
        })
        .collect();
    exchange
        .draft("naver-multi", "Naver signed each of two tokens.")
        .save(group)?;
    let mut exchange = Exchange::one(scene, "naver-identity", "TEXT", TEXT, &text);
    exchange.request = without(exchange.request, "tokenType");
    exchange
        .draft("naver-identity", "The token asked for came back signed.")
        .save(group)?;
    let signature = detached(&scene.signer, ORIGINAL, Hash::Sha256, SignType::Message);
    for (kind, name) in [("HASH", "naver-hash"), ("PDF", "naver-pdf")] {
        Exchange::one(scene, "naver-sign", kind, &digest(), &signature)
            .draft(
                name,
                "Naver signed the digest asked for, and the signature has no content.",
            )
            .note("original-not-compared", "1")
            .save(group)?;
    }
    let other = detached(&scene.signer, b"another", Hash::Sha256, SignType::Message);
    Exchange::one(scene, "naver-sign", "HASH", &digest(), &other)
        .draft(
            "naver-hash-other-digest",
            "Naver signed another digest than the one asked for.",
        )
        .rejected("document-failed", "1")
        .save(group)
}

fn identity(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let exchange = |data: &str| {
        let mut exchange = Exchange::bare(scene, "kakao-identity");
        exchange.request["token"] = TEXT.into();
        exchange.response["signedData"] = data.into();
        exchange
    };
    exchange(&signed(scene, TEXT))
        .draft(
            "kakao-identity",
            "The token of an authentication came back signed.",
        )
        .save(group)?;
    for (data, name, reason) in [
        (
            TEXT,
            "kakao-identity-token",
            "The token came back as it is, without a signature.",
        ),
        (
            OTHER_TEXT,
            "kakao-identity-other-token",
            "Another token came back, without a signature.",
        ),
    ] {
        let is_other = data == OTHER_TEXT;
        for is_waived in [false, true] {
            let name = format!("{name}{}", if is_waived { "-waived" } else { "" });
            let draft = exchange(data).draft_with_vid_wanted(&name, reason);
            let draft = match (is_waived, is_other) {
                (true, _) => draft.waive("signature").waived("signature-absent"),
                (false, true) => continue,
                (false, false) => draft.undetermined("signature-absent", ""),
            };
            let draft = if is_other {
                draft.rejected("nonce-differs", "")
            } else {
                draft
            };
            draft.save(group)?;
        }
    }
    Ok(())
}

fn login(group: &Group<'_>) -> io::Result<()> {
    let mut exchange = Exchange::bare(group.scene, "kakao-login");
    exchange.response["signedData"] = signed(group.scene, TEXT).into();
    exchange
        .draft(
            "kakao-login",
            "A login has neither request nor receipt at the relying party, which does without.",
        )
        .no_request()
        .no_receipt()
        .person(&json!({ "name": NAME }))
        .waive("request")
        .waive("receipt")
        .waived("request-missing")
        .waived("receipt-missing")
        .save(group)
}

fn debit(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let agreement = |account: &str| {
        json!({
            "요금청구 기관명": "시험 이용기관",
            "납부자 출금은행": "시험은행",
            "납부자 출금계좌번호": account,
            "txId": RECEIPT,
        })
        .to_string()
    };
    let map = json!({
        "/requestCorp": "/요금청구 기관명",
        "/bankName": "/납부자 출금은행",
        "/bankAccountNum": "/납부자 출금계좌번호",
    });
    let account = "000000-00-000000";
    let exchange = |product: &'static str, content: &str| {
        let mut exchange = Exchange::bare(scene, product);
        exchange.request["requestCorp"] = "시험 이용기관".into();
        exchange.request["bankName"] = "시험은행".into();
        exchange.request["bankAccountNum"] = account.into();
        exchange.response["signedData"] =
            attached(&scene.signer, content, SignType::Message).into();
        exchange
    };
    let draft = |content: &str, name: &str, reason: &str| {
        exchange("kakao-cms", content)
            .draft(name, reason)
            .source(CONTENT_MAP)
            .plant(account)
    };
    exchange("naver-cms", &agreement(account))
        .draft(
            "naver-cms-mapped",
            "Each value that the map names is the same, by way of Naver.",
        )
        .source(CONTENT_MAP)
        .plant(account)
        .content_map(&map)
        .save(group)?;
    draft(
        &agreement(account),
        "kakao-cms-mapped",
        "Each value that the map names is the same in the request and in the signed agreement.",
    )
    .content_map(&map)
    .save(group)?;
    draft(
        &agreement("000000-00-000001"),
        "kakao-cms-mapped-other-account",
        "The signed agreement names another account than the request.",
    )
    .content_map(&map)
    .rejected("content-differs", "1")
    .save(group)?;
    draft(
        &agreement(account),
        "kakao-cms-not-mapped",
        "Without a map nobody knows what of the agreement was asked for.",
    )
    .undetermined("content-not-compared", "1")
    .save(group)?;
    draft(
        &agreement(account),
        "kakao-cms-not-mapped-waived",
        "There is no map, and the caller does without.",
    )
    .waive("content")
    .waived_of("content-not-compared", "1")
    .save(group)
}
