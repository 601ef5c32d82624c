//! The `SignerInfo`: its issuer's name, its algorithm's parameters, its attributes.

use super::{CONTENT, Form, Scene, passed};
use crate::case::{Expectation, Finding};
use crate::generate::algorithm::{Hash, identifier, identifier_with_null};
use crate::generate::attribute::{
    attribute, content_type, message_digest, signing_certificate, signing_time, usual,
};
use crate::generate::authority::Signer;
use crate::generate::certificate::Template;
use crate::generate::der::{generalized_time, oid, printable, sequence, set, tlv, utc_time, utf8};
use crate::generate::expected::attributes;
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo, issuer_and_serial};
use crate::generate::oid as id;
use std::io;

const TIME: &str = "RFC 5652 11.3, RFC 5280 4.1.2.5: YYMMDDhhmmssZ or YYYYMMDDhhmmssZ";
const UNSIGNED: &str =
    "RFC 5652 11.1 to 11.3, RFC 2634 5.4: the attribute MUST NOT be an unsigned attribute";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    signing_times(scene)?;
    unsigned(scene)?;
    parameters(scene)?;
    issuers(scene)
}

/// A case of the usual CA.
fn save(
    scene: &Scene<'_>,
    name: &str,
    message: &Message,
    expect: &Expectation,
    form: Form,
    why: (&str, &str),
) -> io::Result<()> {
    scene.both(name, message, expect, form, why, |vector| {
        vector.shared_intermediate("../intermediate.der")
    })
}

fn signing_times(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.signer;
    let odd = Form::Tolerated(Finding::SigningTimeForm);
    for (name, value, form, reason) in [
        (
            "signing-time",
            utc_time("260302085930Z"),
            Form::Usual,
            "signing-time is a UTCTime in UTC with seconds.",
        ),
        (
            "signing-time-offset",
            utc_time("260302175930+0900"),
            odd,
            "signing-time has an offset from UTC.",
        ),
        (
            "signing-time-no-seconds",
            utc_time("2603020859Z"),
            odd,
            "signing-time has no seconds.",
        ),
        (
            "signing-time-fraction",
            generalized_time("20260302085930.5Z"),
            odd,
            "signing-time has a fraction of a second.",
        ),
        (
            "signing-time-local",
            generalized_time("20260302085930"),
            odd,
            "signing-time has no zone.",
        ),
        (
            "signing-time-text",
            utf8("2026-03-02T08:59:30Z"),
            odd,
            "signing-time is text and no Time.",
        ),
    ] {
        let list = [
            content_type(id::ID_DATA),
            attribute(id::ID_SIGNING_TIME, &[value]),
            message_digest(&Hash::Sha256.of(CONTENT)),
        ];
        let info = SignerInfo::over(signer, Hash::Sha256, &list);
        let message = Message::new(CONTENT).signer(signer, info);
        let expect = attributes(signer).content(CONTENT);
        save(scene, name, &message, &expect, form, (reason, TIME))?;
    }
    Ok(())
}

fn unsigned(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.signer;
    let odd = Form::Tolerated(Finding::UnsignedAttributeMisplaced);
    for (name, value, form, reason) in [
        (
            "unsigned-unknown",
            attribute(id::UNKNOWN, &[utf8("one")]),
            Form::Usual,
            "An attribute that nobody knows is unsigned.",
        ),
        (
            "unsigned-signing-time",
            signing_time("260302085930Z"),
            odd,
            "signing-time is unsigned.",
        ),
        (
            "unsigned-content-type",
            content_type(id::ID_DATA),
            odd,
            "content-type is unsigned.",
        ),
        (
            "unsigned-message-digest",
            message_digest(&Hash::Sha256.of(CONTENT)),
            odd,
            "message-digest is unsigned.",
        ),
        (
            "unsigned-signing-certificate",
            signing_certificate(&signer.certificate),
            odd,
            "ESS signing-certificate is unsigned.",
        ),
    ] {
        let mut info = SignerInfo::over(signer, Hash::Sha256, &usual(CONTENT));
        info.unsigned_attributes = vec![value];
        let message = Message::new(CONTENT).signer(signer, info);
        let expect = attributes(signer).content(CONTENT);
        save(scene, name, &message, &expect, form, (reason, UNSIGNED))?;
    }
    Ok(())
}

fn parameters(scene: &Scene<'_>) -> io::Result<()> {
    let ca = &scene.middle;
    let odd = Form::Tolerated(Finding::AlgorithmParametersForm);
    let holding = |key: &Key| {
        let spki = key.spki();
        let key = key.clone();
        let mut signer = ca.signer_as(|it: Template| it.spki(spki));
        signer.key = key;
        signer
    };
    let (ec, rsa, ed) = (
        holding(&Key::ec()),
        holding(&Key::rsa(2048)),
        holding(&Key::ed25519()),
    );
    let ecdsa = "1.2.840.10045.4.3.2";
    let named = Hash::Sha256.with_rsa_oid();
    let cases: [(&str, &Signer, Vec<u8>, Form, &str); 8] = [
        (
            "ecdsa-absent",
            &ec,
            identifier(ecdsa),
            Form::Usual,
            "ecdsa-with-SHA256 has no parameters.",
        ),
        (
            "ecdsa-null",
            &ec,
            identifier_with_null(ecdsa),
            odd,
            "ecdsa-with-SHA256 has NULL.",
        ),
        (
            "rsa-null",
            &rsa,
            identifier_with_null(named),
            Form::Usual,
            "sha256WithRSAEncryption has NULL.",
        ),
        (
            "rsa-absent",
            &rsa,
            identifier(named),
            odd,
            "sha256WithRSAEncryption has no parameters.",
        ),
        (
            "rsa-encryption-null",
            &rsa,
            identifier_with_null(id::RSA_ENCRYPTION),
            Form::Usual,
            "rsaEncryption has NULL.",
        ),
        (
            "rsa-encryption-absent",
            &rsa,
            identifier(id::RSA_ENCRYPTION),
            odd,
            "rsaEncryption has no parameters.",
        ),
        (
            "ed25519-absent",
            &ed,
            identifier(id::ID_ED25519),
            Form::Usual,
            "Ed25519 has no parameters.",
        ),
        (
            "ed25519-null",
            &ed,
            identifier_with_null(id::ID_ED25519),
            odd,
            "Ed25519 has NULL.",
        ),
    ];
    for (name, signer, algorithm, form, reason) in cases {
        let hash = if name.starts_with("ed25519") {
            Hash::Sha512
        } else {
            Hash::Sha256
        };
        let info = SignerInfo::message(signer, hash, CONTENT).algorithm(algorithm);
        let message = Message::new(CONTENT).signer(signer, info);
        let source = "RFC 5758 3.2, RFC 4055 5, RFC 3370 3.2, RFC 8419 2.2";
        save(
            scene,
            &format!("signature-{name}"),
            &message,
            &passed(signer),
            form,
            (reason, source),
        )?;
    }
    Ok(())
}

/// The issuer's name in the `SignerInfo` is written otherwise than in the certificate.
fn issuers(scene: &Scene<'_>) -> io::Result<()> {
    let part = |kind: &str, value: Vec<u8>| sequence(&[oid(kind), value]);
    let sorted = [
        part(id::COMMON_NAME, utf8("test_ca")),
        part(id::ORGANIZATION_NAME, utf8("INJANG TEST CA")),
    ];
    let subject = sequence(&[set(&sorted)]);
    let ca = scene
        .root
        .ca_as("Test CA", &Key::ec(), |it| it.subject(subject.clone()));
    let ca = Ca {
        name: subject,
        ..ca
    };
    let signer = ca.signer();
    let unsorted = sequence(&[set(&[sorted[1].clone(), sorted[0].clone()])]);
    let underscore = sequence(&[set(&[
        part(id::COMMON_NAME, printable("test_ca")),
        sorted[1].clone(),
    ])]);
    let teletex = sequence(&[set(&[
        part(id::COMMON_NAME, tlv(0x14, b"test_ca")),
        sorted[1].clone(),
    ])]);
    for (name, issuer, form, reason) in [
        (
            "issuer-as-in-certificate",
            ca.name.clone(),
            Form::Usual,
            "The SignerInfo has the issuer's name as the certificate has it.",
        ),
        (
            "issuer-unsorted",
            unsorted,
            Form::Usual,
            "The SignerInfo has the set in another order, which BER allows.",
        ),
        (
            "issuer-teletex",
            teletex,
            Form::Usual,
            "The SignerInfo has the name in another string type.",
        ),
        (
            "issuer-underscore",
            underscore,
            Form::Tolerated(Finding::NameForm),
            "The SignerInfo has an underscore in a PrintableString.",
        ),
    ] {
        let info = SignerInfo::message(&signer, Hash::Sha256, CONTENT)
            .identified_by(issuer_and_serial(&issuer, &signer.serial));
        let message = Message::new(CONTENT).signer(&signer, info);
        let why = (reason, "RFC 5652 5.3, RFC 5280 7.1, X.680 41.4");
        scene.both(name, &message, &passed(&signer), form, why, |vector| {
            vector.intermediate(&ca.certificate)
        })?;
    }
    Ok(())
}
