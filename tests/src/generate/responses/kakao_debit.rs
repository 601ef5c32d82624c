//! Kakao K3110 and K3120: agreements to debits, whose text the provider may make itself.

use super::documents::{SignType, attached, forged, kakao_content};
use super::draft::{Draft, Group};
use super::kakao_exchange::{Exchange, asked};
use super::scene::{OTHER_TEXT, Scene, TEXT, id, without};
use serde_json::{Value, json};
use std::io;

/// An account that no bank has.
const ACCOUNT: &str = "000000-00-000000";
/// What a map says of the agreement.
pub(super) const CONTENT_MAP: &str = "option content-map: the signed content is the provider's own";

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open(scene, "kakao-debit")?;
    with_document(&group)?;
    mapped(&group)
}

fn with_document(group: &Group<'_>) -> io::Result<()> {
    for (name, product) in [("document", "K3110"), ("document-app-to-app", "K3120")] {
        let mut exchange = Exchange::text(group.scene);
        exchange.product = product;
        exchange
            .draft(
                name,
                "The agreement was in the request, and came back signed.",
            )
            .save(group)?;
    }
    let content = kakao_content(OTHER_TEXT, &id(1));
    let signed = attached(&group.scene.signer, &content, SignType::Message);
    let mut exchange = Exchange::one(group.scene, "TEXT", &asked(TEXT, &id(1)), &signed);
    exchange.product = "K3110";
    exchange
        .draft(
            "document-other-text",
            "Another agreement than the one in the request was signed.",
        )
        .rejected("content-differs", &id(1))
        .save(group)
}

/// The agreement as the provider words it.
fn agreement(account: &str) -> String {
    json!({
        "요금청구 기관명": "시험 이용기관",
        "납부자 출금은행": "시험은행",
        "납부자 출금계좌번호": account,
        "자동이체 서비스 종류": "FIRM",
    })
    .to_string()
}

fn map() -> Value {
    json!({
        "/withdraw_info/organization": "/요금청구 기관명",
        "/withdraw_info/bank": "/납부자 출금은행",
        "/withdraw_info/account_no": "/납부자 출금계좌번호",
    })
}

fn mapped(group: &Group<'_>) -> io::Result<()> {
    let signer = &group.scene.signer;
    let draft = |signed: &str, name: &str, reason: &str| -> Draft {
        let mut exchange = Exchange::one(group.scene, "TEXT", "", signed);
        exchange.product = "K3110";
        exchange.request = without(without(exchange.request, "document"), "document_type");
        exchange.request["withdraw_info"] = json!({
            "organization": "시험 이용기관",
            "bank": "시험은행",
            "account_no": ACCOUNT,
        });
        exchange
            .draft(name, reason)
            .source(CONTENT_MAP)
            .plant(ACCOUNT)
    };
    let good = attached(signer, &agreement(ACCOUNT), SignType::Message);
    draft(
        &good,
        "mapped",
        "Each value that the map names is the same in the request and in the signed agreement.",
    )
    .content_map(&map())
    .save(group)?;
    let other = attached(signer, &agreement("000000-00-000001"), SignType::Message);
    draft(
        &other,
        "mapped-other-account",
        "The signed agreement names another account than the request.",
    )
    .content_map(&map())
    .rejected("content-differs", &id(1))
    .save(group)?;
    draft(
        &good,
        "not-mapped",
        "Without a map nobody knows what of the agreement was asked for.",
    )
    .undetermined("content-not-compared", &id(1))
    .save(group)?;
    draft(
        &good,
        "not-mapped-waived",
        "There is no map, and the caller does without.",
    )
    .waive("content")
    .waived_of("content-not-compared", &id(1))
    .save(group)?;
    draft(
        &forged(signer, &agreement(ACCOUNT)),
        "mapped-forged",
        "The agreement is the one asked for, and its signature is none.",
    )
    .content_map(&map())
    .rejected("document-failed", &id(1))
    .save(group)
}
