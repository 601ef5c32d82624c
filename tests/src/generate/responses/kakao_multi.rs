//! Kakao K3511 and K3521: up to 200 documents.

use super::documents::{SignType, attached, detached, forged, kakao_content};
use super::draft::Group;
use super::kakao_exchange::{Exchange, GUIDE, asked, signed_text, text_at};
use super::scene::{ORIGINAL, OTHER_TEXT, Scene, id};
use crate::generate::algorithm::Hash;
use crate::generate::expected::hex;
use serde_json::{Value, json};
use std::io;

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open(scene, "kakao-multi")?;
    good(&group)?;
    digests(&group)?;
    lists(&group)?;
    confused(&group)?;
    contents(&group)?;
    signatures(&group)?;
    malformed(&group)
}

fn good(group: &Group<'_>) -> io::Result<()> {
    for (name, count, product) in [
        ("documents-3", 3, "K3511"),
        ("documents-20", 20, "K3521"),
        ("documents-200", 200, "K3511"),
    ] {
        let mut exchange = Exchange::texts(group.scene, count);
        exchange.product = product;
        let ids: Vec<String> = (1..=count).map(id).collect();
        exchange
            .draft(
                name,
                "Every document asked for came, in order, signed by one person.",
            )
            .source(GUIDE)
            .receipt(&json!({ "tx_id": id(0), "document_tx_ids": ids }))
            .save(group)?;
    }
    let documents: Vec<_> = (1..=3)
        .map(|place| {
            let content = kakao_content(&text_at(place), &id(place));
            let signed = attached(&group.scene.signer, &content, SignType::SignedAttribute);
            (asked(&text_at(place), &id(place)), signed)
        })
        .collect();
    let mut exchange = Exchange::several(group.scene, "TEXT", &documents);
    exchange.request["sign_type"] = "SIGNED_ATTRIBUTE".into();
    exchange
        .draft(
            "documents-signed-attribute",
            "SIGNED_ATTRIBUTE was asked for and came in every document.",
        )
        .source(GUIDE)
        .save(group)
}

/// The original at a place.
fn original(place: usize) -> Vec<u8> {
    [ORIGINAL, place.to_string().as_bytes()].concat()
}

fn digests(group: &Group<'_>) -> io::Result<()> {
    let digest = |place| hex(&Hash::Sha256.of(&original(place)));
    let hashes: Vec<_> = (1..=3)
        .map(|place| {
            let content = kakao_content(&digest(place), &id(place));
            let signed = attached(&group.scene.signer, &content, SignType::Message);
            (asked(&digest(place), &id(place)), signed)
        })
        .collect();
    let plain: Vec<_> = (1..=3)
        .map(|place| {
            let octets = original(place);
            let by = &group.scene.signer;
            let signed = detached(by, &octets, Hash::Sha256, SignType::Message);
            (digest(place), signed)
        })
        .collect();
    let mut draft = Exchange::several(group.scene, "HASH", &hashes)
        .draft(
            "documents-hash",
            "Each digest asked for was signed as data.",
        )
        .source(GUIDE);
    for place in 1..=3 {
        draft = draft.note("original-not-compared", &id(place));
    }
    draft.save(group)?;
    let mut draft = Exchange::several(group.scene, "PLAIN_HASH", &plain)
        .draft(
            "documents-plain-hash",
            "Each digest asked for is the one signed.",
        )
        .source(GUIDE);
    for place in 1..=3 {
        draft = draft
            .note("digest-in-hex", &id(place))
            .note("original-not-compared", &id(place));
    }
    draft.save(group)?;
    let mut swapped = plain.clone();
    swapped[0].1.clone_from(&plain[1].1);
    swapped[1].1.clone_from(&plain[0].1);
    Exchange::several(group.scene, "PLAIN_HASH", &swapped)
        .draft(
            "plain-hash-signatures-swapped",
            "Two signatures stand under each other's id: no content names a transaction, but the digests tell.",
        )
        .rejected("document-failed", &id(1))
        .rejected("document-failed", &id(2))
        .save(group)
}

/// The list of documents is not the one asked for.
fn lists(group: &Group<'_>) -> io::Result<()> {
    let three = || Exchange::texts(group.scene, 3);
    let mut exchange = three();
    exchange.given().remove(1);
    exchange
        .draft("missing", "The second of three documents did not come.")
        .rejected("document-missing", &id(2))
        .save(group)?;
    let mut exchange = three();
    exchange.given().clear();
    exchange
        .draft(
            "none",
            "None of the documents came, although the provider says success.",
        )
        .rejected("document-missing", &id(1))
        .rejected("document-missing", &id(2))
        .rejected("document-missing", &id(3))
        .save(group)?;
    let additional =
        json!({ "document_tx_id": id(4), "signed_document": signed_text(group.scene, 4) });
    let mut exchange = three();
    exchange.given().push(additional.clone());
    exchange
        .draft(
            "additional",
            "A fourth document came that nobody asked for, with a good signature.",
        )
        .rejected("document-additional", &id(4))
        .save(group)?;
    let mut exchange = three();
    exchange.given()[2] = additional;
    exchange
        .draft(
            "replaced",
            "A document that nobody asked for came in the place of the third.",
        )
        .rejected("document-missing", &id(3))
        .rejected("document-additional", &id(4))
        .save(group)?;
    let mut exchange = three();
    let second = exchange.given()[1].clone();
    exchange.given().push(second.clone());
    exchange
        .draft("duplicated", "The second document came twice.")
        .rejected("document-duplicated", &id(2))
        .save(group)?;
    let mut exchange = three();
    exchange.given()[2] = second;
    exchange
        .draft(
            "duplicated-for-another",
            "The second document came twice, and the third not at all.",
        )
        .rejected("document-duplicated", &id(2))
        .rejected("document-missing", &id(3))
        .save(group)?;
    let mut exchange = three();
    exchange.given().swap(0, 1);
    exchange
        .draft(
            "order",
            "Every document came under its own id, but two in each other's place.",
        )
        .rejected("document-order", "")
        .save(group)?;
    let mut exchange = Exchange::texts(group.scene, 20);
    exchange.given().reverse();
    exchange
        .draft(
            "order-reversed",
            "Twenty documents came in reverse order, each under its own id.",
        )
        .rejected("document-order", "")
        .save(group)
}

/// Documents under each other's ids.
fn confused(group: &Group<'_>) -> io::Result<()> {
    let mut exchange = Exchange::texts(group.scene, 3);
    let [first, second] = [0, 1].map(|index| exchange.given()[index]["signed_document"].clone());
    exchange.given()[0]["signed_document"] = second;
    exchange.given()[1]["signed_document"] = first.clone();
    exchange
        .draft("swapped", "Two documents stand under each other's id.")
        .rejected("content-differs", &id(1))
        .rejected("tx-id-differs", &id(1))
        .rejected("content-differs", &id(2))
        .rejected("tx-id-differs", &id(2))
        .save(group)?;
    let mut exchange = Exchange::texts(group.scene, 3);
    exchange.given()[2]["signed_document"] = first;
    exchange
        .draft(
            "first-again-as-third",
            "The first document's signature came again under the third's id.",
        )
        .rejected("content-differs", &id(3))
        .rejected("tx-id-differs", &id(3))
        .rejected("document-duplicated", &id(3))
        .save(group)
}

fn contents(group: &Group<'_>) -> io::Result<()> {
    let signer = &group.scene.signer;
    let with = |index: usize, content: &str| {
        let mut exchange = Exchange::texts(group.scene, 3);
        exchange.given()[index]["signed_document"] =
            attached(signer, content, SignType::Message).into();
        exchange
    };
    with(1, &kakao_content(OTHER_TEXT, &id(2)))
        .draft(
            "other-text",
            "The second document is about another text than the one asked for.",
        )
        .rejected("content-differs", &id(2))
        .save(group)?;
    with(2, &kakao_content(&text_at(3), &id(9)))
        .draft(
            "other-tx-id",
            "The third document was signed for another transaction.",
        )
        .rejected("tx-id-differs", &id(3))
        .save(group)?;
    with(0, &text_at(1))
        .draft(
            "content-not-json",
            "The first document's content names no transaction at all.",
        )
        .rejected("content-malformed", &id(1))
        .save(group)
}

fn signatures(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let with = |count: usize, place: usize, signed: &str| {
        let mut exchange = Exchange::texts(scene, count);
        exchange.given()[place - 1]["signed_document"] = signed.into();
        exchange
    };
    let content = |place| kakao_content(&text_at(place), &id(place));
    let other = attached(&scene.other, &content(13), SignType::Message);
    with(20, 13, &other)
        .draft(
            "other-signer",
            "One of twenty documents was signed by another person than the rest, whose VID it is.",
        )
        .rejected("signer-differs", &id(13))
        .rejected("vid-differs", &id(13))
        .save(group)?;
    with(3, 2, &forged(&scene.signer, &content(2)))
        .draft(
            "forged",
            "The second document's signature is none over its content.",
        )
        .rejected("document-failed", &id(2))
        .save(group)?;
    with(3, 3, "not base64!")
        .draft("not-base64", "The third signature is no base64.")
        .rejected("signature-not-base64", &id(3))
        .save(group)?;
    let attributes = attached(&scene.signer, &content(1), SignType::SignedAttribute);
    with(3, 1, &attributes)
        .draft(
            "sign-type",
            "MESSAGE was asked for, and one of three has attributes.",
        )
        .undetermined("sign-type-differs", &id(1))
        .save(group)?;
    let mut draft = Exchange::texts(scene, 3)
        .draft(
            "no-anchor",
            "No path leads to an anchor in any of the documents.",
        )
        .distrust();
    for place in 1..=3 {
        draft = draft.undetermined("document-undetermined", &id(place));
    }
    draft.save(group)
}

fn malformed(group: &Group<'_>) -> io::Result<()> {
    let three = || Exchange::texts(group.scene, 3);
    let many: Vec<Value> = (1..=201)
        .map(|place| json!({ "document_tx_id": id(place), "signed_document": "MAA=" }))
        .collect();
    let mut exchange = three();
    exchange.response["signed_documents"] = many.into();
    exchange
        .draft("documents-201", "The product has 200 documents at most.")
        .malformed()
        .save(group)?;
    for (name, text, reason) in [
        (
            "id-with-line-break",
            "0000\n0001",
            "An id with a line break is none that the provider gives out.",
        ),
        (
            "id-with-escape",
            "\u{1b}[2J0001",
            "An id with a terminal's escape is none that the provider gives out.",
        ),
        (
            "id-with-path",
            "../../0001",
            "An id with a path is none that the provider gives out.",
        ),
    ] {
        let mut exchange = three();
        exchange.given()[1]["document_tx_id"] = text.into();
        exchange.draft(name, reason).malformed().save(group)?;
    }
    Ok(())
}
