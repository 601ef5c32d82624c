//! HASH and PLAIN_HASH: digests in place of a text.

use crate::generate::algorithm::Hash;
use crate::generate::expected::hex;
use crate::generate::responses::documents::{SignType, attached, detached, kakao_content};
use crate::generate::responses::draft::{Draft, Group};
use crate::generate::responses::kakao_exchange::{Exchange, asked, status};
use crate::generate::responses::scene::{ORIGINAL, id};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io;

const HASH: &str = "Kakao K3500 guide, document_type HASH";
const PLAIN_HASH: &str = "Kakao K3500 guide, document_type PLAIN_HASH";
const OTHER_ORIGINAL: &[u8] = b"%PDF-1.7 another original of a test\n";

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    hashes(group)?;
    plain_hashes(group)?;
    algorithms(group)?;
    originals(group)?;
    other_octets(group)
}

/// HASH was requested, and a signature of that kind came.
fn hash<'a>(group: &Group<'a>, sign_type: SignType) -> Exchange<'a> {
    let digest = hex(&Hash::Sha256.of(ORIGINAL));
    let content = kakao_content(&digest, &id(1));
    let signed = attached(&group.scene.signer, &content, sign_type);
    let mut exchange = Exchange::one(group.scene, "HASH", &asked(&digest, &id(1)), &signed);
    exchange.request["hash_type"] = "SHA256".into();
    named(exchange, sign_type)
}

/// PLAIN_HASH was requested with this `document`, and a signature over `content` came.
fn plain<'a>(
    group: &Group<'a>,
    document: &str,
    content: &[u8],
    hash: Hash,
    sign_type: SignType,
) -> Exchange<'a> {
    let signed = detached(&group.scene.signer, content, hash, sign_type);
    let exchange = Exchange::one(group.scene, "PLAIN_HASH", document, &signed);
    named(exchange, sign_type)
}

/// The request names the kind of signature where it is not the default.
fn named(mut exchange: Exchange<'_>, sign_type: SignType) -> Exchange<'_> {
    if sign_type == SignType::SignedAttribute {
        exchange.request["sign_type"] = "SIGNED_ATTRIBUTE".into();
    }
    exchange
}

/// A digest names no transaction, so that a signing time is held against the times of the status.
fn timed(draft: Draft, sign_type: SignType) -> Draft {
    match sign_type {
        SignType::SignedAttribute => {
            draft.status(&status("2026-03-02 17:50:00", "2026-03-02 17:59:30"))
        }
        SignType::Message => draft,
    }
}

fn hex_digest() -> String {
    hex(&Hash::Sha256.of(ORIGINAL))
}

fn base64_digest() -> String {
    STANDARD.encode(Hash::Sha256.of(ORIGINAL))
}

fn hashes(group: &Group<'_>) -> io::Result<()> {
    for (name, sign_type) in [
        ("hash", SignType::Message),
        ("hash-signed-attribute", SignType::SignedAttribute),
    ] {
        hash(group, sign_type)
            .draft(
                name,
                "The digest asked for was signed as data; its original is not at hand.",
            )
            .source(HASH)
            .note("original-not-compared", &id(1))
            .save(group)?;
    }
    let content = kakao_content(&hex(&Hash::Sha256.of(OTHER_ORIGINAL)), &id(1));
    let mut other = hash(group, SignType::Message);
    other.response["signed_document"] =
        attached(&group.scene.signer, &content, SignType::Message).into();
    other
        .draft(
            "hash-other-digest",
            "Another digest than the one asked for was signed.",
        )
        .source(HASH)
        .rejected("content-differs", &id(1))
        .note("original-not-compared", &id(1))
        .save(group)
}

fn plain_hashes(group: &Group<'_>) -> io::Result<()> {
    for (name, document, sign_type, note, reason) in [
        (
            "plain-hash-in-hex",
            hex_digest(),
            SignType::Message,
            "digest-in-hex",
            "The digest asked for, in hex as the guide's example has it, is the one signed.",
        ),
        (
            "plain-hash-in-base64",
            base64_digest(),
            SignType::Message,
            "digest-in-base64",
            "The digest asked for, in base64 as the guide's table has it, is the one signed.",
        ),
        (
            "plain-hash-in-hex-signed-attribute",
            hex_digest(),
            SignType::SignedAttribute,
            "digest-in-hex",
            "The digest asked for in hex is the message-digest attribute.",
        ),
        (
            "plain-hash-in-base64-signed-attribute",
            base64_digest(),
            SignType::SignedAttribute,
            "digest-in-base64",
            "The digest asked for in base64 is the message-digest attribute.",
        ),
    ] {
        let draft = plain(group, &document, ORIGINAL, Hash::Sha256, sign_type).draft(name, reason);
        timed(draft, sign_type)
            .source(PLAIN_HASH)
            .note(note, &id(1))
            .note("original-not-compared", &id(1))
            .save(group)?;
    }
    Ok(())
}

fn algorithms(group: &Group<'_>) -> io::Result<()> {
    for (name, word, hash) in [
        ("plain-hash-sha384", "SHA384", Hash::Sha384),
        ("plain-hash-sha512", "SHA512", Hash::Sha512),
        ("plain-hash-sha1", "SHA1", Hash::Sha1),
    ] {
        let document = STANDARD.encode(hash.of(ORIGINAL));
        let mut exchange = plain(group, &document, ORIGINAL, hash, SignType::Message);
        exchange.request["hash_type"] = word.into();
        let draft = if hash == Hash::Sha1 {
            exchange
                .draft(
                    name,
                    "SHA-1 was asked for and came; it is too weak to conclude anything.",
                )
                .undetermined("document-undetermined", &id(1))
        } else {
            exchange.draft(
                name,
                "The hash_type asked for gives the digest that was signed.",
            )
        };
        draft
            .source(PLAIN_HASH)
            .note("digest-in-base64", &id(1))
            .note("original-not-compared", &id(1))
            .save(group)?;
    }
    Ok(())
}

fn originals(group: &Group<'_>) -> io::Result<()> {
    let plain = plain(
        group,
        &base64_digest(),
        ORIGINAL,
        Hash::Sha256,
        SignType::Message,
    );
    for (kind, exchange) in [
        ("hash", hash(group, SignType::Message)),
        ("plain-hash", plain),
    ] {
        exchange
            .draft(
                &format!("{kind}-original-agrees"),
                "The digest asked for is that of the original at hand.",
            )
            .original(ORIGINAL)
            .save(group)?;
        exchange
            .draft(
                &format!("{kind}-original-differs"),
                "What was asked for was signed, but it is not the digest of the original at hand.",
            )
            .original(OTHER_ORIGINAL)
            .rejected("original-differs", &id(1))
            .save(group)?;
    }
    Ok(())
}

fn other_octets(group: &Group<'_>) -> io::Result<()> {
    let digest = Hash::Sha256.of(ORIGINAL);
    for (name, sign_type, reason) in [
        (
            "plain-hash-other-octets",
            SignType::Message,
            "The signature is over another digest than the one asked for.",
        ),
        (
            "plain-hash-other-octets-signed-attribute",
            SignType::SignedAttribute,
            "message-digest is another digest than the one asked for.",
        ),
    ] {
        let draft = plain(
            group,
            &base64_digest(),
            OTHER_ORIGINAL,
            Hash::Sha256,
            sign_type,
        )
        .draft(name, reason);
        timed(draft, sign_type)
            .source(PLAIN_HASH)
            .rejected("document-failed", &id(1))
            .note("digest-in-base64", &id(1))
            .save(group)?;
    }
    let of_digest = plain(
        group,
        &base64_digest(),
        &digest,
        Hash::Sha256,
        SignType::Message,
    );
    of_digest
        .draft(
            "plain-hash-of-hash",
            "The digest's octets were signed as content, and digests are read as prehashes.",
        )
        .rejected("document-failed", &id(1))
        .save(group)?;
    of_digest
        .draft(
            "plain-hash-of-hash-read-so",
            "The digest's octets were signed as content, and the caller reads digests so.",
        )
        .options(|options| options.digest_reading = Some("hash-of-hash".to_owned()))
        .note("digest-in-base64", &id(1))
        .save(group)
}
