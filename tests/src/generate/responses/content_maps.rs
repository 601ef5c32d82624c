//! A map compares what it names, and says what it leaves out; members that went encrypted agree
//! when they decrypt to what was signed.

mod short;

use super::barocert::exchange as barocert;
use super::cipher::KakaoKey;
use super::documents::{SignType, attached};
use super::draft::{Draft, Group};
use super::kakao_exchange::Exchange;
use super::scene::{NAME, Scene, id, without};
use serde_json::{Value, json};
use std::io;

const SOURCE: &str = "providers: a content map compares what it names";
/// Accounts that no bank has.
const ACCOUNT: &str = "000000-00-000000";
const OTHER_ACCOUNT: &str = "000000-00-000001";

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open_apart(scene, "content-maps")?;
    left_out(&group)?;
    encrypted(&group)?;
    nothing(&group)?;
    barocert(&group)?;
    short::make(&group)
}

/// The agreement as the provider words it.
fn agreement(account: &str) -> String {
    json!({
        "요금청구 기관명": "시험 이용기관",
        "납부자 출금은행": "시험은행",
        "납부자 출금계좌번호": account,
        "출금계좌 예금주명": NAME,
        "txId": id(1),
    })
    .to_string()
}

/// The map of everything that the request says.
fn whole() -> Value {
    json!({
        "/organization": "/요금청구 기관명",
        "/bank": "/납부자 출금은행",
        "/account_no": "/납부자 출금계좌번호",
        "/holder": "/출금계좌 예금주명",
    })
}

/// K3110 with members in clear, and the agreement about this account.
fn debit<'a>(scene: &'a Scene, account: &str) -> Exchange<'a> {
    let signed = attached(&scene.signer, &agreement(account), SignType::Message);
    let mut exchange = Exchange::one(scene, "TEXT", "", &signed);
    exchange.product = "K3110";
    exchange.request = json!({
        "tx_id": id(1),
        "expires_in": 600,
        "organization": "시험 이용기관",
        "bank": "시험은행",
        "account_no": ACCOUNT,
        "holder": NAME,
    });
    exchange
}

fn draft(exchange: &Exchange<'_>, name: &str, reason: &str) -> Draft {
    exchange
        .draft(name, reason)
        .source(SOURCE)
        .plant(ACCOUNT)
        .plant(OTHER_ACCOUNT)
}

fn left_out(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("whole");
    draft(
        &debit(scene, ACCOUNT),
        "whole",
        "The map names every member of the request, and each is the same.",
    )
    .content_map(&whole())
    .save(group)?;
    let maps = [
        ("account", without(whole(), "/account_no")),
        ("all-but-the-id", json!({ "/tx_id": "/txId" })),
    ];
    for (what, map) in maps {
        let name = format!("leaves-out-{what}");
        let scene = group.begin(&name);
        draft(
            &debit(scene, OTHER_ACCOUNT),
            &name,
            "What the map names is the same, and it leaves out members of the request.",
        )
        .content_map(&map)
        .undetermined("content-not-compared", &id(1))
        .save(group)?;
        let name = format!("leaves-out-{what}-waived");
        let scene = group.begin(&name);
        draft(
            &debit(scene, ACCOUNT),
            &name,
            "The map leaves out members of the request, and the caller does without.",
        )
        .content_map(&map)
        .waive("content")
        .waived_of("content-not-compared", &id(1))
        .save(group)?;
    }
    let scene = group.begin("leaves-out-a-member-and-another-differs");
    draft(
        &debit(scene, OTHER_ACCOUNT),
        "leaves-out-a-member-and-another-differs",
        "The account differs, and the map leaves out the bank, which is waived.",
    )
    .content_map(&without(whole(), "/bank"))
    .waive("content")
    .rejected("content-differs", &id(1))
    .waived_of("content-not-compared", &id(1))
    .save(group)?;
    let scene = group.begin("names-what-was-not-signed");
    let mut map = whole();
    map["/bank"] = "/은행".into();
    draft(
        &debit(scene, ACCOUNT),
        "names-what-was-not-signed",
        "The map names a member of the signed content that is not there.",
    )
    .content_map(&map)
    .rejected("content-differs", &id(1))
    .save(group)
}

/// K3110 whose members went encrypted, once or twice in base64.
fn sealed<'a>(scene: &'a Scene, key: &KakaoKey, signed: &str, is_twice: bool) -> Exchange<'a> {
    let mut exchange = debit(scene, signed);
    for member in ["organization", "bank", "account_no", "holder"] {
        let plain = exchange.request[member]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        let sealed = if is_twice {
            key.twice(&plain)
        } else {
            key.once(&plain)
        };
        exchange.request[member] = sealed.into();
    }
    exchange
}

fn encrypted(group: &Group<'_>) -> io::Result<()> {
    for (name, is_twice) in [("encrypted", true), ("encrypted-once", false)] {
        let scene = group.begin(name);
        draft(
            &sealed(scene, &scene.kakao_key, ACCOUNT, is_twice),
            name,
            "The members went encrypted, and decrypt to what was signed.",
        )
        .content_map(&whole())
        .save(group)?;
    }
    let scene = group.begin("encrypted-other-account");
    draft(
        &sealed(scene, &scene.kakao_key, OTHER_ACCOUNT, true),
        "encrypted-other-account",
        "The members went encrypted, and another account was signed than the one that decrypts.",
    )
    .content_map(&whole())
    .rejected("content-differs", &id(1))
    .save(group)?;
    let scene = group.begin("encrypted-key-missing");
    draft(
        &sealed(scene, &scene.kakao_key, ACCOUNT, true),
        "encrypted-key-missing",
        "The members went encrypted, and no key is given: nothing says that they differ.",
    )
    .content_map(&whole())
    .no_keys()
    .undetermined("keys-missing", &id(1))
    .save(group)?;
    let scene = group.begin("encrypted-and-left-out");
    draft(
        &sealed(scene, &scene.kakao_key, ACCOUNT, true),
        "encrypted-and-left-out",
        "The members went encrypted, and the map leaves out the account.",
    )
    .content_map(&without(whole(), "/account_no"))
    .undetermined("content-not-compared", &id(1))
    .save(group)?;
    let scene = group.begin("encrypted-under-another-key");
    let other = KakaoKey::new();
    draft(
        &sealed(scene, &other, ACCOUNT, true),
        "encrypted-under-another-key",
        "The members went encrypted under another key than the one given: under it they are no text.",
    )
    .content_map(&whole())
    .undetermined("field-undecryptable", &id(1))
    .save(group)
}

/// Maps and members that say nothing of what was agreed to.
fn nothing(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("source-missing");
    let mut map = whole();
    map["/amount"] = "/납부금액".into();
    draft(
        &debit(scene, ACCOUNT),
        "source-missing",
        "The map names a member that the request does not have.",
    )
    .content_map(&map)
    .undetermined("content-map-unusable", &id(1))
    .save(group)?;
    let scene = group.begin("names-how-to-ask");
    let mut exchange = debit(scene, OTHER_ACCOUNT);
    exchange.request = json!({ "tx_id": id(1), "expires_in": 600 });
    draft(
        &exchange,
        "names-how-to-ask",
        "The request says how to ask only, and the map names its transaction.",
    )
    .content_map(&json!({ "/tx_id": "/txId" }))
    .undetermined("content-not-compared", &id(1))
    .save(group)?;
    let scene = group.begin("ciphertext-was-signed-key-missing");
    let sealed = scene.kakao_key.once(ACCOUNT);
    let mut exchange = debit(scene, &sealed);
    exchange.request["account_no"] = sealed.into();
    draft(
        &exchange,
        "ciphertext-was-signed-key-missing",
        "What was signed is the ciphertext of the account, and no key is given to see that it is one.",
    )
    .content_map(&whole())
    .no_keys()
    .undetermined("keys-missing", &id(1))
    .save(group)
}

/// The debit agreement through Barocert, in clear.
fn barocert(group: &Group<'_>) -> io::Result<()> {
    let map = json!({
        "/requestCorp": "/요금청구 기관명",
        "/bankName": "/납부자 출금은행",
        "/bankAccountNum": "/납부자 출금계좌번호",
        "/bankAccountName": "/출금계좌 예금주명",
    });
    for (name, reason, left_out) in [
        (
            "barocert-whole",
            "The map names every member of the agreement, and each is the same.",
            "",
        ),
        (
            "barocert-leaves-out-account",
            "The map leaves out the account of the agreement.",
            "/bankAccountNum",
        ),
    ] {
        let scene = group.begin(name);
        let mut exchange = barocert::Exchange::bare(scene, "kakao-cms");
        for (member, value) in [
            ("requestCorp", "시험 이용기관"),
            ("bankName", "시험은행"),
            ("bankAccountNum", ACCOUNT),
            ("bankAccountName", NAME),
        ] {
            exchange.request[member] = value.into();
        }
        let signed = attached(&scene.signer, &agreement(ACCOUNT), SignType::Message);
        exchange.response["signedData"] = signed.into();
        let draft = exchange
            .draft(name, reason)
            .source(SOURCE)
            .plant(ACCOUNT)
            .content_map(&without(map.clone(), left_out));
        if left_out.is_empty() {
            draft.save(group)?;
        } else {
            draft
                .undetermined("content-not-compared", "1")
                .save(group)?;
        }
    }
    Ok(())
}
