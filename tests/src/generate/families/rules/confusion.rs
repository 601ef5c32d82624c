//! Contents that could be somebody's signed attributes, and contents that only look so.

use super::{CONTENT, Scene};
use crate::case::{Check, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::attribute::{
    attribute, content_type, message_digest, signed_field, unknown, usual,
};
use crate::generate::ber::{indefinite, long_length};
use crate::generate::der::{
    content_of, null, octet_string, oid, retag, sequence, set, sorted_set, tlv,
};
use crate::generate::expected::message;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid as id;
use std::io;

const SOURCE: &str = "ePrint 2023/1801; some sign attributes as they were sent, in BER or unsorted";

/// Name, content, and what it is.
type Content = (&'static str, Vec<u8>, &'static str);

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.signer;
    let contents = sets().into_iter().map(|it| (it, true));
    for ((name, content, reason), is_confusing) in
        contents.chain(near_misses().into_iter().map(|it| (it, false)))
    {
        let info = SignerInfo::message(signer, Hash::Sha256, &content);
        let document = Message::new(&content).signer(signer, info).encode();
        let expect = message(signer).content(&content);
        let (name, reason, expect) = if is_confusing {
            let undecided = expect.indeterminate(
                SubIndication::SigConstraintsFailure,
                Check::AttributeConfusion,
            );
            let reason = format!("{reason} It may have been signed as attributes.");
            (format!("confusion-{name}"), reason, undecided)
        } else {
            let reason = format!("{reason} Nobody signs this as attributes.");
            (format!("confusion-not-{name}"), reason, expect)
        };
        scene.save(&name, document, &reason, SOURCE, expect)?;
    }
    Ok(())
}

/// content-type and message-digest, the fields of each in layers of choice.
fn in_layers(layer: fn(u8, &[u8]) -> Vec<u8>) -> Vec<u8> {
    let one = |kind: &str, value: Vec<u8>| {
        let values = layer(0x31, &value);
        layer(0x30, &[oid(kind), values].concat())
    };
    let both = [
        one(id::ID_CONTENT_TYPE, oid(id::ID_DATA)),
        one(
            id::ID_MESSAGE_DIGEST,
            octet_string(&Hash::Sha256.of(CONTENT)),
        ),
    ];
    layer(0x31, &both.concat())
}

fn sets() -> Vec<Content> {
    let digest = message_digest(&Hash::Sha256.of(CONTENT));
    let kind = content_type(id::ID_DATA);
    let halves: Vec<u8> = Hash::Sha256
        .of(CONTENT)
        .chunks(16)
        .flat_map(octet_string)
        .collect();
    let pieces = sequence(&[oid(id::ID_MESSAGE_DIGEST), set(&[tlv(0x24, &halves)])]);
    let without_values = sequence(&[oid(id::ID_MESSAGE_DIGEST), set(&[])]);
    vec![
        (
            "unsorted",
            set(&[digest.clone(), kind.clone()]),
            "The content is a set of attributes, message-digest before content-type.",
        ),
        (
            "indefinite",
            indefinite(0x31, content_of(&sorted_set(&usual(CONTENT)))),
            "The content is a set of attributes of indefinite length.",
        ),
        (
            "indefinite-inside",
            in_layers(indefinite),
            "The content is a set of attributes, and all in it is of indefinite length.",
        ),
        (
            "long-length",
            long_length(0x31, content_of(&sorted_set(&usual(CONTENT)))),
            "The content is a set of attributes with a length of four octets.",
        ),
        (
            "long-length-inside",
            in_layers(long_length),
            "The content is a set of attributes, and all lengths in it take four octets.",
        ),
        (
            "digest-in-pieces",
            set(&[kind.clone(), pieces]),
            "The content is a set of attributes whose message-digest comes in pieces.",
        ),
        (
            "without-values",
            set(&[kind.clone(), without_values]),
            "The content is a set of attributes whose message-digest has no value.",
        ),
        (
            "repeated",
            set(&[kind.clone(), kind, digest.clone(), digest]),
            "The content is a set of attributes with each of two twice.",
        ),
    ]
}

fn near_misses() -> Vec<Content> {
    let digest = message_digest(&Hash::Sha256.of(CONTENT));
    let kind = content_type(id::ID_DATA);
    let whole = sorted_set(&usual(CONTENT));
    let with = |more: Vec<u8>| set(&[kind.clone(), digest.clone(), more]);
    vec![
        (
            "content-type-alone",
            set(std::slice::from_ref(&kind)),
            "The content is a set of content-type alone.",
        ),
        (
            "message-digest-alone",
            set(std::slice::from_ref(&digest)),
            "The content is a set of message-digest alone.",
        ),
        (
            "without-content-type",
            set(&[digest.clone(), unknown("one")]),
            "The content is a set of attributes without content-type.",
        ),
        ("empty-set", set(&[]), "The content is an empty set."),
        (
            "trailing-octet",
            [&whole[..], &[0]].concat(),
            "The content is a set of attributes with an octet behind it.",
        ),
        (
            "trailing-octet-indefinite",
            [in_layers(indefinite), vec![0]].concat(),
            "The content is a set of attributes of indefinite length with an octet behind it.",
        ),
        (
            "cut-off",
            whole[..whole.len() - 1].to_vec(),
            "The content is a set of attributes without its last octet.",
        ),
        (
            "sequence-indefinite",
            indefinite(0x30, content_of(&whole)),
            "The content is a SEQUENCE of attributes of indefinite length.",
        ),
        (
            "context-tag",
            signed_field(&usual(CONTENT)),
            "The content is attributes under the tag [0], which no signature covers.",
        ),
        (
            "member-no-sequence",
            with(retag(0x31, &unknown("one"))),
            "The content is a set of attributes and of one SET.",
        ),
        (
            "member-integer",
            with(vec![2, 1, 1]),
            "The content is a set of attributes and of one INTEGER.",
        ),
        (
            "values-as-sequence",
            with(sequence(&[oid(id::UNKNOWN), sequence(&[null()])])),
            "The content is a set of attributes, the values of one being a SEQUENCE.",
        ),
        (
            "third-field",
            with(sequence(&[oid(id::UNKNOWN), set(&[null()]), null()])),
            "The content is a set of attributes, one of which has a third field.",
        ),
        (
            "type-alone",
            with(sequence(&[oid(id::UNKNOWN)])),
            "The content is a set of attributes, one of which is a type alone.",
        ),
        (
            "type-no-identifier",
            with(sequence(&[octet_string(b"type"), set(&[null()])])),
            "The content is a set of attributes, the type of one being octets.",
        ),
        (
            "set-of-sets",
            set(&[sorted_set(&[kind.clone(), digest.clone()])]),
            "The content is a set around a set of attributes.",
        ),
        (
            "an-attribute",
            attribute(
                id::ID_MESSAGE_DIGEST,
                &[octet_string(&digest), kind.clone()],
            ),
            "The content is one attribute that holds both.",
        ),
    ]
}
