//! Whose signature it is, and over what.

use super::{CONTENT, Scene};
use crate::case::{Check, Expectation, Finding, SignType, SubIndication, Verdict};
use crate::generate::algorithm::Hash;
use crate::generate::attribute::{attribute, usual};
use crate::generate::authority::{Authority, Signer};
use crate::generate::ber::pieces;
use crate::generate::certificate::{extension, serial_of};
use crate::generate::der::{octet_string, sorted_set, utc_time, utf8};
use crate::generate::expected::{all_passed, attributes, message, signer_passed};
use crate::generate::key::Key;
use crate::generate::message::{Layers, Message, SignerInfo, by_key_identifier};
use crate::generate::oid as id;
use crate::generate::vector::Vector;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    confusion(scene)?;
    key_identifiers(scene)?;
    several(scene)
}

/// The signed attributes of a real signature, presented as a content.
fn confusion(scene: &Scene<'_>) -> io::Result<()> {
    let source = "ePrint 2023/1801; draft-ietf-lamps-cms-euf-cma-signeddata";
    let rsa = scene.ca.certify(&Key::rsa(2048), &serial_of(20, false));
    let stolen = sorted_set(&usual(CONTENT));
    let many: Vec<Vec<u8>> = (0..100)
        .map(|number| attribute(&format!("{}.{number}", id::UNKNOWN), &[utf8("one of many")]))
        .chain(usual(CONTENT))
        .collect();
    let many = sorted_set(&many);
    let bare = |signer: &Signer, octets: &[u8]| SignerInfo::message(signer, Hash::Sha256, octets);
    let honest = &b"an honest content in pieces"[..];
    let in_pieces = |octets: &[u8]| {
        Message::new(octets)
            .content_element(pieces(octets))
            .layers(Layers::OuterIndefinite)
            .signer(&scene.signer, bare(&scene.signer, octets))
    };
    let confused = |expect: Expectation| {
        expect.indeterminate(
            SubIndication::SigConstraintsFailure,
            Check::AttributeConfusion,
        )
    };
    let cases = [
        (
            "confusion-in-pieces",
            in_pieces(&stolen),
            "The stolen attributes come as an OCTET STRING in pieces.",
            confused(message(&scene.signer).content(&stolen)),
        ),
        (
            "confusion-not-in-pieces",
            in_pieces(honest),
            "A content in pieces that is no set of attributes is good.",
            message(&scene.signer).content(honest),
        ),
        (
            "confusion-rsa",
            Message::new(&stolen).signer(&rsa, bare(&rsa, &stolen)),
            "The stolen attributes were signed with RSA.",
            confused(message(&rsa).content(&stolen)),
        ),
        (
            "confusion-many-attributes",
            Message::new(&many).signer(&scene.signer, bare(&scene.signer, &many)),
            "The stolen attributes are 103.",
            confused(message(&scene.signer).content(&many)),
        ),
    ];
    for (name, document, reason, expect) in cases {
        Vector::new(name, document.encode(), reason, source, expect).save(scene.family)?;
    }
    Ok(())
}

/// Two certificates of one subjectKeyIdentifier, one of them trusted.
fn key_identifiers(scene: &Scene<'_>) -> io::Result<()> {
    let source =
        "Identities must not be mixed: the path is built for the certificate that verified";
    let shared = extension(
        id::SUBJECT_KEY_IDENTIFIER,
        false,
        &octet_string(&[0x77; 20]),
    );
    let twin = |ca: &Authority| {
        ca.ec_signer_as(|template| template.with(id::SUBJECT_KEY_IDENTIFIER, shared.clone()))
    };
    let trusted = twin(&scene.ca);
    let untrusted = twin(&Authority::kakao());
    let document = |signer: &Signer, first: &Signer, second: &Signer| {
        let mut info = SignerInfo::message(signer, Hash::Sha256, CONTENT)
            .identified_by(by_key_identifier(&[0x77; 20]));
        info.version = 3;
        Message::new(CONTENT)
            .certificate(&first.certificate)
            .certificate(&second.certificate)
            .info(info)
            .encode()
    };
    let ambiguous = |signer: &Signer| {
        message(signer)
            .content(CONTENT)
            .finding(Finding::AmbiguousSignerCertificate)
    };
    let no_chain =
        || ambiguous(&untrusted).indeterminate(SubIndication::NoCertificateChainFound, Check::Path);
    let reason = "The trusted certificate has the key identifier and did not sign; the one that did is untrusted.";
    for (name, octets, reason, expect) in [
        (
            "key-identifier-trusted-decoy-first",
            document(&untrusted, &trusted, &untrusted),
            reason,
            no_chain(),
        ),
        (
            "key-identifier-trusted-decoy-last",
            document(&untrusted, &untrusted, &trusted),
            reason,
            no_chain(),
        ),
        (
            "key-identifier-untrusted-decoy",
            document(&trusted, &untrusted, &trusted),
            "The untrusted certificate has the key identifier and did not sign; the one that did is trusted.",
            ambiguous(&trusted),
        ),
    ] {
        Vector::new(name, octets, reason, source, expect).save(scene.family)?;
    }
    Ok(())
}

/// Every signer's certificate is judged, not only the first one's.
fn several(scene: &Scene<'_>) -> io::Result<()> {
    let source = "AWS-LC CVE-2026-3336: chains of some signers were not validated";
    let expired = scene.ca.ec_signer_as(|template| {
        template.valid(utc_time("240101000000Z"), utc_time("251231235959Z"))
    });
    let current = scene.ca.ec_signer();
    let first = &scene.signer;
    for (name, second, bad, reason) in [
        (
            "second-signer-expired",
            &expired,
            true,
            "The second signer's certificate had expired, the first one's had not.",
        ),
        (
            "second-signer-current",
            &current,
            false,
            "Both signers' certificates are valid.",
        ),
    ] {
        let by = |signer: &Signer| SignerInfo::attributes(signer, Hash::Sha256, CONTENT);
        let document = Message::new(CONTENT)
            .signer(first, by(first))
            .signer(second, by(second));
        let both = [first, second].map(|signer| signer_passed(signer, SignType::SignedAttribute));
        let mut expect = all_passed(both.to_vec()).content(CONTENT);
        if bad {
            // The claimed signing time is after the certificate's validity.
            expect = expect.finding(Finding::SigningTimeOutsideValidity).signer(
                1,
                Verdict::TotalFailed,
                SubIndication::Expired,
                Check::Validity,
            );
        }
        Vector::new(name, document.encode(), reason, source, expect).save(scene.family)?;
    }
    let garbage = SignerInfo::attributes(first, Hash::Sha256, CONTENT);
    let alone = Message::new(CONTENT).signer(first, garbage.clone());
    let other = Message::new(CONTENT).signer(
        first,
        garbage.signed(current.key.sign(Hash::Sha256, CONTENT)),
    );
    let source =
        "AWS-LC CVE-2026-3338: objects with attributes bypassed the verification of the signature";
    let passed = || attributes(first).content(CONTENT);
    for (name, document, reason, expect) in [
        (
            "attributes-signed",
            alone,
            "The attributes fit the content, and the signature fits the attributes.",
            passed(),
        ),
        (
            "attributes-not-signed",
            other,
            "The attributes fit the content, and the signature is another key's over it.",
            passed().forged(),
        ),
    ] {
        Vector::new(name, document.encode(), reason, source, expect).save(scene.family)?;
    }
    Ok(())
}
