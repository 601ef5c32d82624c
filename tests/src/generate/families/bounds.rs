//! Bounds on work, from both sides: what is just allowed passes, and one more does not.

use crate::case::{Check, Expectation, Finding, SignType};
use crate::generate::algorithm::Hash;
use crate::generate::attribute::{attribute, content_type, message_digest, signed_octets, unknown};
use crate::generate::authority::{Authority, Signer};
use crate::generate::certificate::{Template, serial_of, test_signer};
use crate::generate::der::{retag, sequence, set, utf8};
use crate::generate::expected::{all_passed, attributes, message, signer_passed, unreadable};
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = b"a content within bounds";

/// Signers and certificates of one document.
const ENTRIES: usize = 256;
/// Certificates that are tried for one signer.
const CANDIDATES: usize = 8;
/// Levels of nesting.
const DEPTH: usize = 64;

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    certificates(family, &ca)?;
    signers(family, &ca)?;
    candidates(family, &ca)?;
    depths(family, &ca)?;
    many_attributes(family, &ca)
}

fn certificates(family: &Family, ca: &Authority) -> io::Result<()> {
    let source =
        "Looking up each signer among all certificates stays cheap; Bouncy Castle CVE-2026-13506";
    let signer = ca.ec_signer();
    let info = SignerInfo::message(&signer, Hash::Sha256, CONTENT);
    let others = |count: usize| {
        let key = Key::ec();
        let other =
            |_| Template::new(&ca.name, &test_signer(2), &serial_of(20, false), &key).sign(&ca.key);
        (0..count)
            .map(other)
            .fold(Message::new(CONTENT), |message, certificate| {
                message.certificate(&certificate)
            })
    };
    for (name, count, reason, expect) in [
        (
            "certificates-256",
            ENTRIES,
            "There are 256 certificates, the signer's last.",
            message(&signer).content(CONTENT),
        ),
        (
            "certificates-257",
            ENTRIES + 1,
            "There are 257 certificates, and 256 are allowed.",
            unreadable(Check::Format),
        ),
    ] {
        let document = others(count - 1).signer(&signer, info.clone());
        Vector::new(name, document.encode(), reason, source, expect).save(family)?;
    }
    Ok(())
}

fn signers(family: &Family, ca: &Authority) -> io::Result<()> {
    let source = "Every signer is judged, and their number is bounded";
    let signer = ca.ec_signer();
    let numbered = |number: usize| {
        let list = [
            content_type(id::ID_DATA),
            message_digest(&Hash::Sha256.of(CONTENT)),
            unknown(&number.to_string()),
        ];
        SignerInfo::over(&signer, Hash::Sha256, &list)
    };
    let document = |count: usize| {
        let empty = Message::new(CONTENT).certificate(&signer.certificate);
        (0..count).fold(empty, |message, number| message.info(numbered(number)))
    };
    let all = || {
        let one = || signer_passed(&signer, SignType::SignedAttribute);
        all_passed((0..ENTRIES).map(|_| one()).collect()).content(CONTENT)
    };
    let mut last_bad = document(ENTRIES);
    if let Some(octet) = last_bad
        .signers
        .last_mut()
        .and_then(|info| info.signature.last_mut())
    {
        *octet ^= 1;
    }
    let forged = all().signer(
        ENTRIES - 1,
        crate::case::Verdict::TotalFailed,
        crate::case::SubIndication::SigCryptoFailure,
        Check::Signature,
    );
    for (name, document, reason, expect) in [
        (
            "signers-256",
            document(ENTRIES),
            "There are 256 signers, all of them good.",
            all(),
        ),
        (
            "signers-256-last-bad",
            last_bad,
            "There are 256 signers, and the last one's signature is none.",
            forged,
        ),
        (
            "signers-257",
            document(ENTRIES + 1),
            "There are 257 signers, and 256 are allowed.",
            unreadable(Check::Format),
        ),
    ] {
        Vector::new(name, document.encode(), reason, source, expect).save(family)?;
    }
    Ok(())
}

fn candidates(family: &Family, ca: &Authority) -> io::Result<()> {
    let source = "Certificates of one issuer and serial number: each is tried, in the order of their octets, up to a bound";
    let serial = serial_of(20, false);
    let mut twins: Vec<Signer> = (0..=CANDIDATES)
        .map(|_| ca.certify(&Key::ec(), &serial))
        .collect();
    twins.sort_by(|a, b| a.certificate.cmp(&b.certificate));
    let document = |signer: &Signer, others: &[Signer]| {
        let empty = Message::new(CONTENT).info(SignerInfo::message(signer, Hash::Sha256, CONTENT));
        others.iter().rev().fold(empty, |message, other| {
            message.certificate(&other.certificate)
        })
    };
    let ambiguous = |signer: &Signer| -> Expectation {
        message(signer)
            .content(CONTENT)
            .finding(Finding::AmbiguousSignerCertificate)
    };
    let [first, tried, last] = [&twins[0], &twins[CANDIDATES - 1], &twins[CANDIDATES]];
    let eight = &twins[..CANDIDATES];
    let doubled = [eight, eight].concat();
    for (name, document, reason, expect) in [
        (
            "candidates-9-first",
            document(first, &twins),
            "Nine certificates fit the identifier, and the first by its octets is the signer's.",
            ambiguous(first),
        ),
        (
            "candidates-9-eighth",
            document(tried, &twins),
            "Nine certificates fit the identifier, and the eighth by their octets is the signer's.",
            ambiguous(tried),
        ),
        (
            "candidates-9-ninth",
            document(last, &twins),
            "Nine certificates fit the identifier, and the signer's is the ninth by their octets, which is not tried: nothing can be said.",
            ambiguous(last).unsupported(),
        ),
        (
            "candidates-8-none-right",
            document(last, eight),
            "Eight certificates fit the identifier, and the signature verifies under none.",
            ambiguous(last).forged(),
        ),
        (
            "candidates-8-twice",
            document(tried, &doubled),
            "Eight certificates fit the identifier, each there twice, and copies do not count.",
            ambiguous(tried),
        ),
    ] {
        Vector::new(name, document.encode(), reason, source, expect).save(family)?;
    }
    Ok(())
}

fn depths(family: &Family, ca: &Authority) -> io::Result<()> {
    let source = "Bouncy Castle CVE-2026-13506 and CVE-2026-14682: nesting is bounded";
    let signer = ca.ec_signer();
    // An unsigned attribute's value is inside of eight levels: ContentInfo, its tag, SignedData,
    // signerInfos, SignerInfo, unsignedAttrs, the attribute, its values.
    let around = 8;
    for (name, levels, reason, expect) in [
        (
            "depth-64",
            DEPTH,
            "64 levels are nested.",
            message(&signer).content(CONTENT),
        ),
        (
            "depth-65",
            DEPTH + 1,
            "65 levels are nested, and 64 are allowed.",
            unreadable(Check::Format),
        ),
    ] {
        let inner = (1..levels - around).fold(sequence(&[]), |inner, _| sequence(&[inner]));
        let mut info = SignerInfo::message(&signer, Hash::Sha256, CONTENT);
        info.unsigned_attributes = vec![attribute(id::UNKNOWN, &[inner])];
        let document = Message::new(CONTENT).signer(&signer, info);
        Vector::new(name, document.encode(), reason, source, expect).save(family)?;
    }
    Ok(())
}

fn many_attributes(family: &Family, ca: &Authority) -> io::Result<()> {
    let source =
        "Bouncy Castle CVE-2026-14682: sorting and comparing attributes takes bounded time";
    let signer = ca.ec_signer();
    let mut list: Vec<Vec<u8>> = (0..3000)
        .map(|number| attribute(&format!("{}.{number}", id::UNKNOWN), &[utf8("many")]))
        .chain([
            content_type(id::ID_DATA),
            message_digest(&Hash::Sha256.of(CONTENT)),
        ])
        .collect();
    list.sort();
    list.reverse();
    let field = retag(0xa0, &set(&list));
    let save = |name: &str, signed: &[u8], reason: &str, expect: Expectation| {
        let info = SignerInfo::over_octets(&signer, Hash::Sha256, field.clone(), signed);
        let document = Message::new(CONTENT).signer(&signer, info).encode();
        Vector::new(name, document, reason, source, expect).save(family)
    };
    let passed = || attributes(&signer).content(CONTENT);
    save(
        "attributes-3002-unsorted",
        &signed_octets(&list),
        "3,002 attributes came in reverse order and were signed in DER.",
        passed().finding(Finding::SignedAttributesNotDer),
    )?;
    save(
        "attributes-3002-unsorted-signed-as-sent",
        &retag(0x31, &field),
        "3,002 attributes came in reverse order and were signed so.",
        passed().forged(),
    )?;
    let twice = list[0].clone();
    list.push(twice);
    let info = SignerInfo::over(&signer, Hash::Sha256, &list);
    let document = Message::new(CONTENT).signer(&signer, info).encode();
    let reason = "Of 3,003 attributes two are the same.";
    Vector::new(
        "attributes-3003-one-twice",
        document,
        reason,
        source,
        passed().malformed_attributes(),
    )
    .save(family)
}
