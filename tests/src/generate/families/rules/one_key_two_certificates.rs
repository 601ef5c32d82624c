//! Two certificates of one key, both of which the signer's key identifier fits.

use super::{CONTENT, Scene};
use crate::case::{Check, Expectation, Finding, IdentityOutcome, Layout, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::attribute::{signing_certificate_v2, usual};
use crate::generate::authority::Signer;
use crate::generate::ber::indefinite;
use crate::generate::certificate::{key_identifier, serial_of};
use crate::generate::der::{octet_string, tlv, utc_time, utf8};
use crate::generate::expected::{attributes, message, unreadable};
use crate::generate::key::Key;
use crate::generate::message::{Layers, Message, SignerInfo, by_key_identifier};
use crate::generate::seed::random;
use crate::generate::vector::Vector;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io;

const SOURCE: &str = "One key certified twice: the order in the document does not matter";

/// Certificates of one key, and so of one subjectKeyIdentifier.
struct OneKey {
    expired: Signer,
    current: Signer,
    /// Another current one.
    renewed: Signer,
    /// Another current one with the serial number of `current`.
    reissued: Signer,
    identifier: Vec<u8>,
}

impl OneKey {
    fn new(scene: &Scene<'_>) -> Self {
        let key = Key::ec();
        let certify = |serial: &[u8], from: &str, to: &str| {
            scene.ca.certify_as(&key, serial, |template| {
                template.valid(utc_time(from), utc_time(to))
            })
        };
        let serial = serial_of(20, false);
        let new = || serial_of(20, false);
        Self {
            expired: certify(&new(), "220101000000Z", "231231235959Z"),
            current: certify(&serial, "250101000000Z", "271231235959Z"),
            renewed: certify(&new(), "250601000000Z", "280630235959Z"),
            reissued: certify(&serial, "250901000000Z", "280930235959Z"),
            identifier: by_key_identifier(&key_identifier(&key)),
        }
    }

    /// A signature by key identifier.
    fn info(&self, info: SignerInfo) -> SignerInfo {
        let mut info = info.identified_by(self.identifier.clone());
        info.version = 3;
        info
    }

    fn message(&self, first: &Signer, second: &Signer) -> Message {
        let info = SignerInfo::message(first, Hash::Sha256, CONTENT);
        self.document(first, second, info)
    }

    /// A signature over attributes of which one names a certificate.
    fn naming(&self, named: &Signer, first: &Signer, second: &Signer) -> Message {
        let mut list = usual(CONTENT);
        list.push(signing_certificate_v2(
            &named.certificate,
            Hash::Sha256,
            None,
        ));
        self.document(first, second, SignerInfo::over(first, Hash::Sha256, &list))
    }

    fn document(&self, first: &Signer, second: &Signer, info: SignerInfo) -> Message {
        Message::new(CONTENT)
            .certificate(&first.certificate)
            .certificate(&second.certificate)
            .info(self.info(info))
    }
}

/// Both orders of two certificates.
fn orders<'a>(a: &'a Signer, b: &'a Signer) -> [(&'static str, &'a Signer, &'a Signer); 2] {
    [("-first", a, b), ("-last", b, a)]
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let one_key = OneKey::new(scene);
    chosen(scene, &one_key)?;
    identities(scene, &one_key)?;
    constructed(scene, &one_key)
}

fn ambiguous(expect: Expectation) -> Expectation {
    expect
        .content(CONTENT)
        .finding(Finding::AmbiguousSignerCertificate)
}

fn chosen(scene: &Scene<'_>, one_key: &OneKey) -> io::Result<()> {
    let (current, expired) = (&one_key.current, &one_key.expired);
    let renewed = &one_key.renewed;
    for (order, first, second) in orders(current, expired) {
        scene.save(
            &format!("one-key-two-certificates-current{order}"),
            one_key.message(first, second).encode(),
            "Of two certificates of the key one has expired, and the other is the signer's.",
            SOURCE,
            ambiguous(message(current)),
        )?;
        scene.save(
            &format!("one-key-two-certificates-current{order}-named"),
            one_key.naming(current, first, second).encode(),
            "Of two certificates of the key one has expired, and the signer names the other.",
            SOURCE,
            ambiguous(attributes(current)),
        )?;
        scene.save(
            &format!("one-key-two-certificates-current{order}-expired-named"),
            one_key.naming(expired, first, second).encode(),
            "Of two certificates of the key one has expired, and the signer names it.",
            SOURCE,
            ambiguous(attributes(expired).finding(Finding::SigningTimeOutsideValidity))
                .failed(SubIndication::Expired, Check::Validity),
        )?;
    }
    for (order, first, second) in orders(current, renewed) {
        for (word, named) in [("", current), ("-other", renewed)] {
            scene.save(
                &format!("one-key-two-certificates-both-current{order}{word}-named"),
                one_key.naming(named, first, second).encode(),
                "Of two certificates of the key, both current, the signer names one.",
                SOURCE,
                ambiguous(attributes(named)),
            )?;
        }
    }
    Ok(())
}

fn identities(scene: &Scene<'_>, one_key: &OneKey) -> io::Result<()> {
    let source = "A VID can be held against one certificate, and not against one of two";
    let ci = random(64);
    let text = STANDARD.encode(&ci);
    let vid = |of: &Signer| STANDARD.encode(Hash::Sha256.of(&[&ci[..], &of.serial].concat()));
    let (current, expired) = (&one_key.current, &one_key.expired);
    let (renewed, reissued) = (&one_key.renewed, &one_key.reissued);
    let by_octets = |other| std::cmp::min_by_key(current, other, |it: &&Signer| &it.certificate);
    let vector = |name: &str, document: &Message, of: &Signer, reason: &str, expect| {
        Vector::new(name, document.encode(), reason, source, expect).claim(
            &text,
            &vid(of),
            Layout::CiSerial,
            None,
        )
    };
    let save = |name: &str, document: &Message, of: &Signer, reason: &str, expect| {
        vector(name, document, of, reason, expect).save(scene.family)
    };
    // Who drops one of two equal certificates makes the other the signer's. So that a vector that
    // passes has one answer only, evidence of revocation is missed here.
    let save_undecided =
        |name: &str, document: &Message, of: &Signer, reason: &str, expect: Expectation| {
            let expect = expect.indeterminate(SubIndication::TryLater, Check::Revocation);
            vector(name, document, of, reason, expect)
                .require_revocation()
                .save(scene.family)
        };
    for (order, first, second) in orders(current, expired) {
        let document = one_key.message(first, second);
        let expect = ambiguous(message(current));
        save(
            &format!("one-key-two-certificates-current{order}-claimed"),
            &document,
            current,
            "The claim is about the current of two certificates, the other of which has expired.",
            expect.clone().identity(IdentityOutcome::Matched),
        )?;
        save(
            &format!("one-key-two-certificates-current{order}-expired-claimed"),
            &document,
            expired,
            "The claim is about the expired of two certificates, the other of which is current.",
            expect.identity(IdentityOutcome::Mismatched),
        )?;
    }
    for (order, first, second) in orders(current, renewed) {
        for (word, claimed) in [("", current), ("-other", renewed)] {
            save_undecided(
                &format!("one-key-two-certificates-both-current{order}{word}-claimed"),
                &one_key.message(first, second),
                claimed,
                "The claim is about one of two certificates that are equally good, and whose serial numbers differ.",
                ambiguous(message(by_octets(renewed))).identity(IdentityOutcome::AmbiguousSigner),
            )?;
        }
        save(
            &format!("one-key-two-certificates-both-current{order}-named-and-claimed"),
            &one_key.naming(renewed, first, second),
            renewed,
            "The claim is about one of two certificates, and the signer names this one.",
            ambiguous(attributes(renewed)).identity(IdentityOutcome::Matched),
        )?;
    }
    for (order, first, second) in orders(current, reissued) {
        save_undecided(
            &format!("one-key-two-certificates-same-serial{order}-claimed"),
            &one_key.message(first, second),
            current,
            "The claim is about one of two certificates whose serial numbers are the same.",
            ambiguous(message(by_octets(reissued))).identity(IdentityOutcome::Matched),
        )?;
    }
    Ok(())
}

/// The key identifier in pieces.
fn constructed(scene: &Scene<'_>, one_key: &OneKey) -> io::Result<()> {
    let source = "X.690 8.7 and 8.14: an implicitly tagged OCTET STRING may be constructed, of OCTET STRINGs";
    let current = &one_key.current;
    let whole = &one_key.identifier[2..];
    let (first, rest) = whole.split_at(7);
    let pieces = [octet_string(first), octet_string(rest)].concat();
    let texts = [utf8("seven"), octet_string(rest)].concat();
    let passed = || message(current).content(CONTENT);
    for (name, identifier, expect, reason) in [
        (
            "in-pieces",
            tlv(0xa0, &pieces),
            passed(),
            "The key identifier comes in two pieces.",
        ),
        (
            "in-pieces-indefinite",
            indefinite(0xa0, &pieces),
            passed(),
            "The key identifier comes in two pieces and is of indefinite length.",
        ),
        (
            "in-nested-pieces",
            tlv(
                0xa0,
                &[octet_string(first), tlv(0x24, &octet_string(rest))].concat(),
            ),
            passed(),
            "The key identifier comes in two pieces, the second of which is in pieces.",
        ),
        (
            "in-pieces-of-text",
            tlv(0xa0, &texts),
            unreadable(Check::Format),
            "The key identifier comes in two pieces, one of which is a text.",
        ),
    ] {
        for (kind, layers) in [("", Layers::Definite), ("-ber", Layers::AllIndefinite)] {
            let mut info = SignerInfo::message(current, Hash::Sha256, CONTENT)
                .identified_by(identifier.clone());
            info.version = 3;
            let document = Message::new(CONTENT).signer(current, info).layers(layers);
            scene.save(
                &format!("key-identifier-{name}{kind}"),
                document.encode(),
                reason,
                source,
                expect.clone(),
            )?;
        }
    }
    Ok(())
}
