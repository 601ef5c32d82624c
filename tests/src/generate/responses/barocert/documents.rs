//! Signatures that are missing, wrong, or in another place; the place is their only id.

use super::exchange::{Exchange, GUIDE, RECEIPT, duplicated, signed};
use crate::generate::responses::documents::{SignType, attached, forged, kakao_content};
use crate::generate::responses::draft::Group;
use crate::generate::responses::kakao_exchange::text_at;
use crate::generate::responses::scene::{OTHER_TEXT, TEXT, without};
use std::io;

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    lists(group)?;
    signatures(group)
}

fn lists(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let three = || Exchange::texts_of_one(scene, 3);
    let mut exchange = three();
    exchange.given().pop();
    let draft = exchange
        .draft("missing", "Two signatures came for three tokens.")
        .rejected("document-missing", "3");
    duplicated(draft, &[2]).save(group)?;
    let mut exchange = three();
    exchange.given().push(signed(scene, &text_at(4)).into());
    let draft = exchange
        .draft("additional", "Four signatures came for three tokens.")
        .rejected("document-additional", "4");
    duplicated(draft, &[2, 3, 4]).save(group)?;
    let mut exchange = three();
    exchange.given().swap(0, 1);
    let draft = exchange
        .draft("swapped", "Two signatures came in each other's place.")
        .rejected("content-differs", "1")
        .rejected("content-differs", "2");
    duplicated(draft, &[2, 3]).save(group)?;
    let mut exchange = three();
    let data = exchange.response["multiSignedData"].clone();
    exchange.response["MultiSignedData"] = data;
    exchange
        .draft(
            "both-spellings",
            "The list came under both spellings, of which readers would take either.",
        )
        .source(GUIDE)
        .malformed()
        .save(group)?;
    let mut exchange = three();
    let one = exchange.given()[0].clone();
    *exchange.given() = vec![one; 21];
    exchange
        .draft("documents-21", "The product has 20 documents at most.")
        .source(GUIDE)
        .malformed()
        .save(group)?;
    let mut exchange = Exchange::text(scene);
    exchange.response = without(exchange.response, "signedData");
    exchange
        .draft(
            "signed-data-missing",
            "The provider says that it is complete, and sends no signature.",
        )
        .rejected("document-missing", "1")
        .save(group)
}

fn signatures(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let mut exchange = Exchange::texts_of_one(scene, 3);
    exchange.given()[1] = signed(scene, OTHER_TEXT).into();
    let draft = exchange
        .draft(
            "other-text",
            "The second signature is over another text than the second token.",
        )
        .rejected("content-differs", "2");
    duplicated(draft, &[2, 3]).save(group)?;
    let content = |place| kakao_content(&text_at(place), RECEIPT);
    let mut exchange = Exchange::texts_of_one(scene, 20);
    exchange.given()[6] = attached(&scene.other, &content(7), SignType::Message).into();
    let draft = exchange
        .draft(
            "other-signer",
            "One of twenty tokens was signed by another person than the rest.",
        )
        .rejected("signer-differs", "7");
    let places: Vec<usize> = (2..=20).collect();
    duplicated(draft, &places).save(group)?;
    let mut exchange = Exchange::texts_of_one(scene, 3);
    exchange.given()[2] = forged(&scene.signer, &content(3)).into();
    let draft = exchange
        .draft("forged", "The third signature is none over its content.")
        .rejected("document-failed", "3");
    duplicated(draft, &[2, 3]).save(group)?;
    Exchange::text(scene)
        .draft(
            "no-anchor",
            "No path leads to an anchor, so that nobody vouches for the signer.",
        )
        .distrust()
        .undetermined("document-undetermined", "1")
        .save(group)?;
    let mut exchange = Exchange::text(scene);
    exchange.response["signedData"] = crate::generate::expected::hex(TEXT.as_bytes()).into();
    exchange
        .draft(
            "signed-data-in-hex",
            "The signature came in hex, where base64 is meant.",
        )
        .rejected("signature-not-base64", "1")
        .save(group)
}
