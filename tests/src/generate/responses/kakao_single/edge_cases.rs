//! Rare exchanges: several signers, no content, an original though no digest was requested, and a
//! request that contradicts itself.

use super::super::documents::{SignType, attached, detached, kakao_content, signed_by_two};
use super::super::draft::{DECISION, Group};
use super::super::kakao_exchange::{Exchange, asked};
use super::super::scene::{TEXT, id, without};
use crate::generate::algorithm::Hash;
use std::io;

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let content = kakao_content(TEXT, &id(1));
    let exchange = |signed: &str| Exchange::one(scene, "TEXT", &asked(TEXT, &id(1)), signed);
    exchange(&signed_by_two(&scene.signer, &scene.other, &content))
        .draft("two-signers", "Two persons signed, and one was asked.")
        .source(DECISION)
        .rejected("signers-several", &id(1))
        .undetermined("vid-undecided", &id(1))
        .save(group)?;
    let without = detached(
        &scene.signer,
        content.as_bytes(),
        Hash::Sha256,
        SignType::Message,
    );
    exchange(&without)
        .draft(
            "without-content",
            "A text was asked for, and the signature came without it.",
        )
        .source(DECISION)
        .undetermined("document-undetermined", &id(1))
        .undetermined("content-missing", &id(1))
        .save(group)?;
    let signed = attached(&scene.signer, &content, SignType::Message);
    exchange(&signed)
        .draft(
            "original-of-a-text",
            "An original is given where the text itself was asked for, so that nothing compares.",
        )
        .source(DECISION)
        .original(b"%PDF-1.7 an original\n")
        .undetermined("original-unusable", &id(1))
        .save(group)?;
    let inner = kakao_content(TEXT, &id(2));
    let signed = attached(&scene.signer, &inner, SignType::Message);
    Exchange::one(scene, "TEXT", &asked(TEXT, &id(2)), &signed)
        .draft(
            "request-names-two-ids",
            "The document names another id than the request, as in the guide's own example.",
        )
        .source("Kakao K3500 guide, request examples")
        .note("request-tx-id-differs", &id(1))
        .save(group)?;
    missing(group)?;
    numbers(group)
}

/// Pieces that are missing, or are those of something else.
fn missing(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    Exchange::text(scene)
        .draft(
            "nobody-to-hold-the-vid-against",
            "A VID came, and neither a CI is held nor can the one that came be read.",
        )
        .no_ci()
        .no_keys()
        .undetermined("ci-not-held", "")
        .undetermined("vid-unchecked", "")
        .undetermined("person-missing", "")
        .undetermined("keys-missing", "")
        .save(group)?;
    let sealed = scene.kakao_key.twice(TEXT);
    let signed = attached(
        &scene.signer,
        &kakao_content(&sealed, &id(1)),
        SignType::Message,
    );
    let mut exchange = Exchange::one(scene, "TEXT", &asked(&sealed, &id(1)), &signed);
    exchange.request["document_encrypted"] = true.into();
    exchange
        .draft(
            "document-encrypted-and-signed-so",
            "The encrypted text itself was signed, so that nobody knows what the signer saw.",
        )
        .source(DECISION)
        .undetermined("content-encrypted", &id(1))
        .save(group)?;
    let mut exchange = Exchange::text(scene);
    exchange.request = without(exchange.request, "document");
    exchange
        .draft(
            "request-without-document",
            "The request asks for no document, and one came.",
        )
        .source(DECISION)
        .undetermined("request-unusable", "")
        .rejected("document-additional", "1")
        .save(group)?;
    let mut exchange = Exchange::text(scene);
    exchange.product = "K3511";
    exchange
        .draft(
            "request-of-another-product",
            "One document was asked for, and the product is that of several.",
        )
        .source(DECISION)
        .undetermined("product-differs", "")
        .undetermined("document-id-missing", &id(1))
        .save(group)
}

/// Data that is no text: numbers are the same only if no reader rounds them.
fn numbers(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    for (name, asked_for, signed, is_same) in [
        ("data-of-whole-numbers", "1000000", "1000000", true),
        ("data-of-other-numbers", "1000000", "1000001", false),
        (
            "data-of-numbers-that-are-rounded",
            "100000000000000000001",
            "100000000000000000999",
            false,
        ),
    ] {
        let wrapper = |amount: &str| {
            let id = id(1);
            format!(r#"{{"data":{{"amount":{amount}}},"txId":"{id}"}}"#)
        };
        let signed = attached(&scene.signer, &wrapper(signed), SignType::Message);
        let is_rounded = asked_for.len() > 19;
        let draft = Exchange::one(scene, "TEXT", &wrapper(asked_for), &signed).draft(
            name,
            "The data is an object with a number that is, or is not, the one asked for.",
        );
        if is_same {
            draft.source(DECISION).save(group)?;
        } else if is_rounded {
            draft
                .source(DECISION)
                .undetermined("content-inexact", &id(1))
                .save(group)?;
        } else {
            draft
                .source(DECISION)
                .rejected("content-differs", &id(1))
                .save(group)?;
        }
    }
    Ok(())
}
