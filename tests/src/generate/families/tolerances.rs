//! Deviations that are taken with a finding, and digests beside an embedded content.

use crate::case::{Check, Expectation, Finding, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::attribute::{attribute, content_type, message_digest, usual};
use crate::generate::authority::{Authority, Signer};
use crate::generate::certificate::serial_of;
use crate::generate::der::{generalized_time, integer, utc_time};
use crate::generate::expected::attributes;
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid::{ID_DATA, ID_SIGNING_TIME};
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = b"a content that was signed with a deviation";
const TIME: &str = "RFC 5652 11.3: UTCTime through 2049, GeneralizedTime from 2050";
const UNSIGNED: &str = "RFC 5652 5.3: UnsignedAttributes ::= SET SIZE (1..MAX) OF Attribute";
const BESIDE: &str = "What a caller supplies beside an embedded content must be the same by the digest that the signer relies on";

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::toss();
    family.share("ca.der", &ca.certificate)?;
    let signer = ca.certify(&Key::rsa(2048), &serial_of(10, false));
    signing_times(family, &signer)?;
    unsigned_attributes(family, &signer)?;
    digests_beside(family, &signer)
}

/// What passes, under both profiles, with a finding or without.
fn both_profiles(
    family: &Family,
    name: &str,
    document: Vec<u8>,
    reason: &str,
    source: &str,
    expect: &Expectation,
) -> io::Result<()> {
    let expect = expect.clone().content(CONTENT);
    let is_notice = |it: &Finding| *it == Finding::UserNoticeForm;
    let strict = if expect.findings.iter().all(is_notice) {
        expect.clone()
    } else {
        let refused = (SubIndication::FormatFailure, Check::Profile);
        expect.clone().indeterminate(refused.0, refused.1)
    };
    Vector::new(name, document.clone(), reason, source, expect).save(family)?;
    Vector::new(&format!("{name}-strict"), document, reason, source, strict)
        .strict()
        .save(family)
}

fn signing_times(family: &Family, signer: &Signer) -> io::Result<()> {
    let usual = attributes(signer);
    let odd = usual.clone().finding(Finding::SigningTimeForm);
    let late = |expect: &Expectation| {
        expect
            .clone()
            .finding(Finding::SigningTimeOutsideValidity)
            .finding(Finding::SigningTimeAfterAt)
    };
    for (name, time, reason, expect) in [
        (
            "signing-time-utc",
            utc_time("260302085930Z"),
            "UTCTime in 2026 is what the rule says.",
            usual.clone(),
        ),
        (
            "signing-time-generalized-before-2050",
            generalized_time("20260302085930Z"),
            "GeneralizedTime in 2026 is the other type, and the same time.",
            odd,
        ),
        (
            "signing-time-generalized-in-2050",
            generalized_time("20500101000000Z"),
            "GeneralizedTime in 2050 is what the rule says, though nobody believes the time.",
            late(&usual),
        ),
    ] {
        let attributes = [
            content_type(ID_DATA),
            attribute(ID_SIGNING_TIME, &[time]),
            message_digest(&Hash::Sha256.of(CONTENT)),
        ];
        let info = SignerInfo::over(signer, Hash::Sha256, &attributes);
        let document = Message::new(CONTENT).signer(signer, info).encode();
        let is_late = expect.findings.contains(&Finding::SigningTimeAfterAt);
        if is_late {
            // Findings of the claimed time are no tolerances.
            Vector::new(name, document, reason, TIME, expect.content(CONTENT))
                .strict()
                .save(family)?;
        } else {
            both_profiles(family, name, document, reason, TIME, &expect)?;
        }
    }
    Ok(())
}

fn unsigned_attributes(family: &Family, signer: &Signer) -> io::Result<()> {
    let odd = attributes(signer).finding(Finding::UnsignedAttributesMalformed);
    let known = attribute(ID_SIGNING_TIME, &[utc_time("260302085930Z")]);
    for (name, unsigned, reason, expect) in [
        (
            "unsigned-attributes",
            known,
            "signing-time among unsigned attributes is listed, and means nothing.",
            attributes(signer).finding(Finding::UnsignedAttributeMisplaced),
        ),
        (
            "unsigned-attributes-empty",
            Vec::new(),
            "The set is there and has no member.",
            odd.clone(),
        ),
        (
            "unsigned-attributes-integer",
            integer(5),
            "A member of the set is no attribute.",
            odd,
        ),
    ] {
        let mut info = SignerInfo::over(signer, Hash::Sha256, &usual(CONTENT));
        info.unsigned_attributes = vec![unsigned];
        let document = Message::new(CONTENT).signer(signer, info).encode();
        both_profiles(family, name, document, reason, UNSIGNED, &expect)?;
    }
    Ok(())
}

fn digests_beside(family: &Family, signer: &Signer) -> io::Result<()> {
    let info = SignerInfo::over(signer, Hash::Sha256, &usual(CONTENT));
    let document = Message::new(CONTENT).signer(signer, info).encode();
    let passed = || attributes(signer).content(CONTENT);
    let other = || passed().indeterminate(SubIndication::SignedDataNotFound, Check::Content);
    let differs = || passed().failed(SubIndication::HashFailure, Check::Content);
    let another: &[u8] = b"another content";
    for (name, hash, content, reason, expect) in [
        (
            "beside-sha256",
            Hash::Sha256,
            CONTENT,
            "The embedded content's digest in the signer's algorithm.",
            passed(),
        ),
        (
            "beside-sha512",
            Hash::Sha512,
            CONTENT,
            "A digest in another algorithm than the signer's is not held against it.",
            other(),
        ),
        (
            "beside-sha1",
            Hash::Sha1,
            CONTENT,
            "A weak digest would tie the caller's document to the signed one by itself.",
            other(),
        ),
        (
            "beside-sha256-of-another",
            Hash::Sha256,
            another,
            "Another content's digest in the signer's algorithm.",
            differs(),
        ),
        (
            "beside-sha1-of-another",
            Hash::Sha1,
            another,
            "That it is another content is certain, whatever the algorithm.",
            differs(),
        ),
    ] {
        Vector::new(name, document.clone(), reason, BESIDE, expect)
            .digest_of(hash, content)
            .save(family)?;
    }
    Ok(())
}
