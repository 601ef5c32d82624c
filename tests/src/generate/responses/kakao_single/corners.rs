//! What hardly occurs: several signers, no content, an original where none was hashed, and a request
//! that contradicts itself.

use super::super::documents::{SignType, attached, detached, kakao_content, signed_by_two};
use super::super::draft::{DECISION, Group};
use super::super::kakao_exchange::{Exchange, asked};
use super::super::scene::{TEXT, id};
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
        .save(group)
}
