//! Which attributes there must be, how often, and with what values.

use super::{CONTENT, Scene};
use crate::case::{Check, Finding, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::attribute::{
    SIGNING_TIME, attribute, content_type, countersignature, message_digest, signing_time, unknown,
};
use crate::generate::der::{bit_string, generalized_time, octet_string, oid, utc_time, utf8};
use crate::generate::oid as id;
use std::io;

const RULES: &str = "RFC 5652 5.3 and 11; openssl 80-test_cms.t, Bouncy Castle CVE-2026-59641";

fn digest() -> Vec<u8> {
    Hash::Sha256.of(CONTENT)
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let good = [content_type(id::ID_DATA), message_digest(&digest())];
    scene
        .vector(
            "minimal",
            &good,
            "content-type and message-digest are all that is needed.",
            RULES,
            scene.passed(),
        )
        .save(scene.family)?;
    let unknown_once = [good[0].clone(), good[1].clone(), unknown("one")];
    scene
        .vector(
            "unknown-once",
            &unknown_once,
            "An unknown attribute is signed like any other.",
            RULES,
            scene.passed(),
        )
        .save(scene.family)?;
    let many: Vec<Vec<u8>> = (0..200)
        .map(|number| attribute(&format!("{}.{number}", id::UNKNOWN), &[utf8("one of many")]))
        .chain(good.clone())
        .collect();
    scene
        .vector(
            "unknown-many",
            &many,
            "200 unknown attributes of different types are signed like any other.",
            RULES,
            scene.passed(),
        )
        .save(scene.family)?;
    for (name, attributes, reason) in content_types()
        .into_iter()
        .chain(message_digests())
        .chain(others())
    {
        // A signing-time that is no time is no claim, and a claim decides nothing.
        let expect = if matches!(name, "signing-time-text" | "signing-time-impossible-date") {
            scene.passed().finding(Finding::SigningTimeForm)
        } else {
            scene.passed().malformed_attributes()
        };
        scene
            .vector(name, &attributes, reason, RULES, expect)
            .save(scene.family)?;
    }
    let mismatch = || {
        scene
            .passed()
            .failed(SubIndication::HashFailure, Check::MessageDigest)
    };
    let short = [good[0].clone(), message_digest(&digest()[..16])];
    scene
        .vector(
            "message-digest-truncated",
            &short,
            "Half a digest is not the digest.",
            RULES,
            mismatch(),
        )
        .save(scene.family)?;
    let empty = [good[0].clone(), message_digest(&[])];
    scene
        .vector(
            "message-digest-empty",
            &empty,
            "An empty message-digest is not the digest.",
            RULES,
            mismatch(),
        )
        .save(scene.family)
}

type Broken = (&'static str, Vec<Vec<u8>>, &'static str);

fn content_types() -> Vec<Broken> {
    let data = || oid(id::ID_DATA);
    let with = |values: &[Vec<u8>]| {
        vec![
            attribute(id::ID_CONTENT_TYPE, values),
            message_digest(&digest()),
        ]
    };
    vec![
        (
            "content-type-missing",
            vec![message_digest(&digest())],
            "There is no content-type attribute.",
        ),
        (
            "content-type-twice",
            vec![
                content_type(id::ID_DATA),
                content_type(id::ID_DATA),
                message_digest(&digest()),
            ],
            "There are two content-type attributes.",
        ),
        (
            "content-type-twice-different",
            vec![
                content_type(id::ID_DATA),
                content_type(id::ID_SIGNED_DATA),
                message_digest(&digest()),
            ],
            "There are two content-type attributes, one of which fits.",
        ),
        (
            "content-type-two-values",
            with(&[data(), oid(id::ID_SIGNED_DATA)]),
            "content-type has two values.",
        ),
        (
            "content-type-same-value-twice",
            with(&[data(), data()]),
            "content-type has the same value twice.",
        ),
        (
            "content-type-no-value",
            with(&[]),
            "content-type has no value.",
        ),
        (
            "content-type-no-oid",
            with(&[utf8(id::ID_DATA)]),
            "content-type's value is text and no OBJECT IDENTIFIER.",
        ),
        (
            "content-type-other",
            with(&[oid(id::ID_SIGNED_DATA)]),
            "content-type is another one than eContentType; OpenSSL does not compare them.",
        ),
    ]
}

fn message_digests() -> Vec<Broken> {
    let good = || octet_string(&digest());
    let with = |values: &[Vec<u8>]| {
        vec![
            content_type(id::ID_DATA),
            attribute(id::ID_MESSAGE_DIGEST, values),
        ]
    };
    let other = || Hash::Sha256.of(b"another content");
    vec![
        (
            "message-digest-missing",
            vec![content_type(id::ID_DATA)],
            "There is no message-digest attribute.",
        ),
        (
            "message-digest-twice",
            vec![
                content_type(id::ID_DATA),
                message_digest(&digest()),
                message_digest(&digest()),
            ],
            "There are two message-digest attributes.",
        ),
        (
            "message-digest-twice-different",
            vec![
                content_type(id::ID_DATA),
                message_digest(&digest()),
                message_digest(&other()),
            ],
            "Two message-digest attributes would make one signature fit two documents.",
        ),
        (
            "message-digest-two-values",
            with(&[good(), octet_string(&other())]),
            "Two values of message-digest would make one signature fit two documents.",
        ),
        (
            "message-digest-no-value",
            with(&[]),
            "message-digest has no value.",
        ),
        (
            "message-digest-bit-string",
            with(&[bit_string(&digest())]),
            "message-digest's value is no OCTET STRING.",
        ),
        (
            "message-digest-oid",
            with(&[oid(id::ID_DATA)]),
            "message-digest's value is an OBJECT IDENTIFIER, as in OpenSSL CVE-2026-22796.",
        ),
    ]
}

fn others() -> Vec<Broken> {
    let with = |more: &[Vec<u8>]| {
        [
            &[content_type(id::ID_DATA), message_digest(&digest())],
            more,
        ]
        .concat()
    };
    let time = |values: &[Vec<u8>]| with(&[attribute(id::ID_SIGNING_TIME, values)]);
    vec![
        (
            "signing-time-twice",
            with(&[signing_time(SIGNING_TIME), signing_time("260301000000Z")]),
            "There are two signing-time attributes.",
        ),
        (
            "signing-time-two-values",
            time(&[utc_time(SIGNING_TIME), utc_time("260301000000Z")]),
            "signing-time has two values.",
        ),
        (
            "signing-time-no-value",
            time(&[]),
            "signing-time has no value.",
        ),
        (
            "signing-time-text",
            time(&[utf8("2026-03-02T08:59:30Z")]),
            "signing-time's value is text and no Time.",
        ),
        (
            "signing-time-impossible-date",
            time(&[generalized_time("20261341000000Z")]),
            "signing-time's value names the 41st of a 13th month.",
        ),
        (
            "unknown-twice",
            with(&[unknown("one"), unknown("two")]),
            "No attribute type may occur twice, known or not.",
        ),
        (
            "countersignature-signed",
            with(&[countersignature()]),
            "A countersignature must be an unsigned attribute (RFC 5652 11.4).",
        ),
    ]
}
