//! Contents of more octets than a stream keeps.

use crate::case::{Check, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::attribute::{attribute, usual};
use crate::generate::authority::Authority;
use crate::generate::certificate::serial_of;
use crate::generate::der::{octet_string, tlv};
use crate::generate::expected::message;
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid::UNKNOWN;
use crate::generate::vector::{Family, Vector};
use std::io;

const STREAMS: &str = "Contents are streamed in any size; RFC 5652 5.4";
const CONFUSION: &str = "Signed attributes are a SET that can be sent as content; ePrint 2023/1801";

/// More than the 64 KiB that are kept of any content.
const LENGTH: usize = 70_000;

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    let signer = ca.ec_signer();
    let lines = b"a line of a long text\r\n".repeat(LENGTH / 20);
    let one_set = tlv(0x31, &octet_string(&vec![b'a'; LENGTH]));
    let mut more_behind = one_set.clone();
    more_behind.push(0);
    let filler = attribute(UNKNOWN, &[octet_string(&vec![0; LENGTH])]);
    let attributes = [usual(b"another content"), vec![filler]].concat();
    let disguise = tlv(0x31, &attributes.concat());
    let passed = message(&signer);
    let confusing = passed.clone().indeterminate(
        SubIndication::SigConstraintsFailure,
        Check::AttributeConfusion,
    );
    let cases = [
        ("text", lines, "A long text.", STREAMS, &passed),
        (
            "set",
            one_set,
            "A SET, but not of attributes.",
            CONFUSION,
            &passed,
        ),
        (
            "set-and-more",
            more_behind,
            "A SET, and an octet behind it.",
            CONFUSION,
            &passed,
        ),
        (
            "attributes",
            disguise,
            "A SET of attributes, one of them long.",
            CONFUSION,
            &confusing,
        ),
    ];
    for (name, content, reason, source, expect) in cases {
        Vector::new(
            name,
            Message::detached()
                .signer(
                    &signer,
                    SignerInfo::message(&signer, Hash::Sha256, &content),
                )
                .encode(),
            reason,
            source,
            expect.clone(),
        )
        .content(&content)
        .save(family)?;
    }
    let signer = ca.certify(&Key::ed25519(), &serial_of(16, false));
    let content = vec![b'a'; LENGTH];
    Vector::new(
        "ed25519",
        Message::detached()
            .signer(
                &signer,
                SignerInfo::message(&signer, Hash::Sha512, &content),
            )
            .encode(),
        "Ed25519 signs the content itself, which must be at hand as a whole.",
        "RFC 8419 3.1; RFC 8032 5.1",
        message(&signer),
    )
    .content(&content)
    .save(family)
}
