//! What makes a certificate that of a CA.

use super::{CONTENT, Outcome, Scene, Shape, about, case, document, passed};
use crate::generate::algorithm::Hash;
use crate::generate::certificate::{extension, key_usage};
use crate::generate::constraint::no_ca;
use crate::generate::der::{boolean_true, null, sequence};
use crate::generate::hierarchy::{Ca, subscriber_name, usual};
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid as id;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, Passes};
    let source = "RFC 5280 6.1.4 (k) to (n); CVE-2002-0862, node-forge GHSA-2328-f5f3-gj25, wolfSSL CVE-2026-5501";
    let rows: [(&str, Outcome, Shape, &str); 10] = [
        (
            "not-a-ca",
            Breaks,
            |it| it.with(id::BASIC_CONSTRAINTS, no_ca()),
            "basicConstraints of the issuer says that it is no CA.",
        ),
        (
            "basic-constraints-missing",
            Breaks,
            |it| it.without(id::BASIC_CONSTRAINTS),
            "The issuer has no basicConstraints; keyCertSign alone makes no CA.",
        ),
        (
            "basic-constraints-not-critical",
            Passes,
            |it| {
                let value = sequence(&[boolean_true()]);
                it.with(
                    id::BASIC_CONSTRAINTS,
                    extension(id::BASIC_CONSTRAINTS, false, &value),
                )
            },
            "basicConstraints of the CA is not critical, and is read all the same.",
        ),
        (
            "key-usage-without-cert-sign",
            Breaks,
            |it| it.with(id::KEY_USAGE, key_usage(&[0, 6])),
            "keyUsage of the CA has no keyCertSign.",
        ),
        (
            "key-usage-cert-sign-alone",
            Passes,
            |it| it.with(id::KEY_USAGE, key_usage(&[5])),
            "keyUsage of the CA has keyCertSign alone.",
        ),
        (
            "key-usage-missing",
            Passes,
            |it| it.without(id::KEY_USAGE),
            "The CA has no keyUsage, so that every use is allowed.",
        ),
        (
            "version-1",
            Breaks,
            |mut it| {
                it.version = 0;
                it.extensions.clear();
                it
            },
            "The issuer's certificate is of version 1 and can't say that it is a CA's.",
        ),
        (
            "version-1-with-extensions",
            Breaks,
            |mut it| {
                it.version = 0;
                it
            },
            "The issuer's certificate is of version 1 and has extensions all the same.",
        ),
        (
            "extension-unknown-critical",
            Breaks,
            |it| it.with(id::UNKNOWN, extension(id::UNKNOWN, true, &null())),
            "The CA's certificate has an unknown critical extension.",
        ),
        (
            "extension-unknown",
            Passes,
            |it| it.with(id::UNKNOWN, extension(id::UNKNOWN, false, &null())),
            "The CA's certificate has an unknown extension that is not critical.",
        ),
    ];
    for (name, outcome, shape, reason) in rows {
        scene.save(scene.below(name, outcome, shape), reason, source)?;
    }
    scene.save(
        scene.below("extension-repeated", Breaks, |mut it| {
            it.extensions.push((id::KEY_USAGE, key_usage(&[5, 6])));
            it
        }),
        "keyUsage stands twice in the CA's certificate, both times the same.",
        "RFC 5280 4.2: not more than one instance of a particular extension",
    )?;
    algorithms(scene)?;
    subscribers(scene)
}

fn algorithms(scene: &Scene<'_>) -> io::Result<()> {
    scene.save(
        scene.below("algorithms-differ", Outcome::Breaks, |mut it| {
            it.inner_algorithm = Some(Hash::Sha384.with_ecdsa());
            it
        }),
        "The CA's certificate names ecdsa-with-SHA384 inside and ecdsa-with-SHA256, under which it verifies, outside.",
        "RFC 5280 4.1.1.2: both identifiers must be the same",
    )?;
    let mut middle = scene.root.ca(super::MIDDLE);
    let last = middle.certificate.len() - 1;
    middle.certificate[last] ^= 1;
    let signer = middle.signer();
    scene.save(
        case("signature-flipped-bit", &signer, passed(&signer).no_chain())
            .intermediate(&middle.certificate),
        "One bit of the signature in the CA's certificate changed.",
        "RFC 5280 6.1.3 (a) (1)",
    )
}

/// Certificates that are not those of CAs, and issue certificates all the same.
fn subscribers(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5280 6.1.4 (k); CVE-2002-0862";
    let subscriber = scene.middle.signer();
    let issuer = Ca {
        key: subscriber.key.clone(),
        name: subscriber_name("Test signer"),
        serial: subscriber.serial.clone(),
        certificate: subscriber.certificate.clone(),
    };
    let victim = issuer.signer_as(|it| it.subject(subscriber_name("Test victim")));
    let document_of_both = document(&victim).certificate(&subscriber.certificate);
    scene.save(
        about(
            "subscriber-issues",
            &document_of_both,
            passed(&victim).broken_path(),
        )
        .shared_intermediate("../intermediate.der"),
        "A subscriber of the CA issued a certificate with its own key, which makes it no CA.",
        source,
    )?;
    // A CA that signs documents is no broken rule where its keyUsage allows it.
    for (name, bits, outcome, reason) in [
        (
            "ca-signs",
            &[0, 5, 6][..],
            Outcome::Passes,
            "The CA itself signed the document, and its keyUsage has digitalSignature.",
        ),
        (
            "ca-signs-without-usage",
            &[5, 6],
            Outcome::Breaks,
            "The CA itself signed the document with a key for certificates and CRLs only.",
        ),
    ] {
        let ca = scene.root.ca_as(super::MIDDLE, &Key::ec(), |it| {
            it.with(id::KEY_USAGE, key_usage(bits))
        });
        let signer = ca.as_signer(&scene.root);
        let info = SignerInfo::message(&signer, Hash::Sha256, CONTENT);
        let document = Message::new(CONTENT).signer(&signer, info);
        scene.save(
            about(name, &document, outcome.of(&signer)),
            reason,
            "RFC 5280 4.2.1.3",
        )?;
    }
    scene.save(
        scene.shaped(
            "signer-without-extensions",
            Outcome::Passes,
            usual,
            |mut it| {
                it.extensions.clear();
                it
            },
        ),
        "The signer's certificate has no extensions: only issuers need any.",
        "RFC 5280 6.1.5",
    )
}
