//! Countersignatures and timestamps, good and bad: listed, and no part of the verdict.

use super::{Scene, tst_info};
use crate::case::{Check, Expectation, Finding, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::attribute::{attribute, content_type, message_digest};
use crate::generate::authority::Signer;
use crate::generate::certificate::extension;
use crate::generate::der::{null, octet_string, oid, sequence};
use crate::generate::expected::attributes;
use crate::generate::message::{Layers, Message, SignerInfo};
use crate::generate::oid as id;
use crate::generate::vector::Vector;
use std::io;

const CONTENT: &[u8] = b"a content with unsigned attributes";
const SOURCE: &str =
    "RFC 5652 5.3, 11.4, RFC 3161 appendix A: unsigned attributes prove nothing here";

/// A countersignature by `signer` over the octets of another's signature.
fn countersignature(signer: &Signer, signature: &[u8]) -> Vec<u8> {
    let list = [message_digest(&Hash::Sha256.of(signature))];
    let info = SignerInfo::over(signer, Hash::Sha256, &list);
    attribute(id::ID_COUNTERSIGNATURE, &[info.encode(Layers::Definite)])
}

/// A timestamp by `authority` over the octets of a signature.
fn timestamp(authority: &Signer, signature: &[u8]) -> Vec<u8> {
    let info = tst_info(signature);
    let list = [
        content_type(id::ID_CT_TST_INFO),
        message_digest(&Hash::Sha256.of(&info)),
    ];
    let mut token = Message::detached()
        .signer(authority, SignerInfo::over(authority, Hash::Sha256, &list))
        .content_element(octet_string(&info));
    token.content_type = id::ID_CT_TST_INFO;
    attribute(id::ID_AA_TIME_STAMP_TOKEN, &[token.encode()])
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let witness = scene.ca.ec_signer();
    let purpose = extension(
        id::EXT_KEY_USAGE,
        true,
        &sequence(&[oid(id::ID_KP_TIME_STAMPING)]),
    );
    let authority = scene
        .ca
        .ec_signer_as(|template| template.with(id::EXT_KEY_USAGE, purpose));
    let good = SignerInfo::attributes(&scene.signer, Hash::Sha256, CONTENT);
    let own = good.signature.clone();
    let counter = |octets: &[u8]| countersignature(&witness, octets);
    let stamp = |octets: &[u8]| timestamp(&authority, octets);
    let cases: [(&str, Vec<Vec<u8>>, &str); 7] = [
        (
            "countersignature",
            vec![counter(&own)],
            "Somebody countersigned the signature.",
        ),
        (
            "countersignature-of-another-signature",
            vec![counter(b"another signature")],
            "The countersignature is over another signature.",
        ),
        (
            "countersignature-twice",
            vec![counter(&own), counter(&own)],
            "The signature was countersigned twice, in two attributes of one type.",
        ),
        (
            "timestamp",
            vec![stamp(&own)],
            "A timestamp is over the signature.",
        ),
        (
            "timestamp-of-another-signature",
            vec![stamp(b"another signature")],
            "The timestamp is over another signature.",
        ),
        (
            "timestamp-and-countersignature",
            vec![counter(&own), stamp(&own)],
            "Somebody countersigned the signature, and a timestamp is over it.",
        ),
        (
            "timestamp-without-value",
            vec![attribute(id::ID_AA_TIME_STAMP_TOKEN, &[])],
            "The timestamp's attribute has no value.",
        ),
    ];
    let document = |info: &SignerInfo, list: &[Vec<u8>]| {
        let mut info = info.clone();
        info.unsigned_attributes = list.to_vec();
        Message::new(CONTENT).signer(&scene.signer, info).encode()
    };
    let passed = || attributes(&scene.signer).content(CONTENT);
    for (name, list, about) in cases {
        let reason = format!("{about} It is listed, and changes nothing.");
        Vector::new(name, document(&good, &list), &reason, SOURCE, passed()).save(scene.family)?;
    }
    Vector::new(
        "countersignature-no-signer-info",
        document(&good, &[attribute(id::ID_COUNTERSIGNATURE, &[null()])]),
        "The countersignature is NULL. It is listed, and changes nothing but for a finding.",
        SOURCE,
        passed().finding(Finding::UnsignedAttributesMalformed),
    )
    .save(scene.family)?;
    let mut forged = good.clone();
    if let Some(last) = forged.signature.last_mut() {
        *last ^= 1;
    }
    let both = |signature: &[u8]| vec![counter(signature), stamp(signature)];
    let save = |name: &str, at: &str, document: Vec<u8>, reason: &str, expect: Expectation| {
        Vector::new(name, document, reason, SOURCE, expect)
            .at(at)
            .save(scene.family)
    };
    let now = "2026-03-02T09:00:00Z";
    let reason = "Countersignature and timestamp are good, over a signature that is none.";
    save(
        "timestamp-over-forged",
        now,
        document(&forged, &both(&forged.signature)),
        reason,
        passed().forged(),
    )?;
    let expired = passed().failed(SubIndication::Expired, Check::Validity);
    let reason = "The certificate had expired at the time asked; a timestamp from before is no proof to this verifier.";
    save(
        "timestamp-does-not-heal-expiry",
        "2028-01-01T00:00:00Z",
        document(&good, &both(&own)),
        reason,
        expired,
    )
}
