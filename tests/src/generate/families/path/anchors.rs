//! Which anchors there are, and what is none.

use super::{CONTENT, Scene, against_the_rules, document, no_chain, passed};
use crate::case::{Check, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::authority::{
    Authority, Manner, Signer, authority_template, kakao_name, kakao_name_as,
};
use crate::generate::certificate::{Template, serial_of, test_signer};
use crate::generate::der::{utc_time, utf8};
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid as id;
use crate::generate::vector::Vector;
use std::io;

const SOURCE: &str = "RFC 5280 6.1.1 (d): anchors are an input; mbed TLS issue 6692";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    supplied(scene)?;
    only_name_and_key(scene)?;
    embedded(scene)?;
    longer(scene)?;
    damaged(scene)
}

fn supplied(scene: &Scene<'_>) -> io::Result<()> {
    let family = scene.family;
    let signer = scene.ca.ec_signer();
    let octets = document(&signer).encode();
    let vector = |name: &str, reason: &str, expect| {
        Vector::new(name, octets.clone(), reason, SOURCE, expect)
    };
    vector(
        "direct",
        "The signer's certificate was issued by the anchor.",
        passed(&signer),
    )
    .save(family)?;
    vector(
        "no-anchors",
        "Without anchors nothing is trusted.",
        no_chain(&signer),
    )
    .trust(&[])
    .save(family)?;
    let other_name = Authority::new(
        Manner::Kakao,
        Key::ec(),
        &kakao_name_as(utf8, "INJANG TEST", "OTHER-CA"),
    );
    vector(
        "anchor-of-another-name",
        "The only anchor is another CA.",
        no_chain(&signer),
    )
    .trusting(&other_name.certificate)
    .save(family)?;
    let renamed = Authority::new(
        Manner::Kakao,
        scene.ca.key.clone(),
        &kakao_name_as(utf8, "INJANG TEST", "OTHER-CA"),
    );
    vector(
        "anchor-same-key-other-name",
        "The anchor has the issuer's key, but not its name.",
        no_chain(&signer),
    )
    .trusting(&renamed.certificate)
    .save(family)?;
    let impostor = Authority::kakao();
    family.share("impostor.der", &impostor.certificate)?;
    vector(
        "anchor-of-another-key",
        "The anchor has the issuer's name, but not its key.",
        no_chain(&signer),
    )
    .trust(&["../impostor.der"])
    .save(family)?;
    let reason =
        "Two anchors have the issuer's name; the certificate verifies under the key of one.";
    vector("anchors-of-one-name-right-first", reason, passed(&signer))
        .trust(&["../ca.der", "../impostor.der"])
        .save(family)?;
    vector("anchors-of-one-name-right-last", reason, passed(&signer))
        .trust(&["../impostor.der", "../ca.der"])
        .save(family)?;
    vector(
        "anchor-twice",
        "The same anchor given twice is one anchor.",
        passed(&signer),
    )
    .trust(&["../ca.der", "../ca.der"])
    .save(family)?;
    let reason = "The signer's own certificate is the anchor, and says that it is no CA: it is trusted for itself alone.";
    vector("anchor-is-signer-certificate", reason, passed(&signer))
        .trusting(&signer.certificate)
        .save(family)?;
    let reason = "Revocation evidence was required, and there is none.";
    let expect = passed(&signer).indeterminate(SubIndication::TryLater, Check::Revocation);
    Vector::new(
        "revocation-required",
        octets.clone(),
        reason,
        "ETSI EN 319 102-1 5.2.6",
        expect,
    )
    .require_revocation()
    .save(family)
}

fn only_name_and_key(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5280 6.1.1 (d): an anchor is a name and a key; the real Toss Root CA1 breaks its own pathLen";
    let signer = scene.ca.ec_signer();
    let (name, key) = (kakao_name(), &scene.ca.key);
    let template = || authority_template(&name, &name, &[2], key);
    for (case, anchor, reason) in [
        (
            "anchor-certificate-expired",
            template().valid(utc_time("200101000000Z"), utc_time("210101000000Z")),
            "The certificate that the anchor came in had expired.",
        ),
        (
            "anchor-certificate-without-extensions",
            Template::new(&name, &name, &[2], key),
            "The certificate that the anchor came in says nothing about being a CA.",
        ),
    ] {
        let reason = format!("{reason} It contributes its name and key and no constraint.");
        Vector::new(
            case,
            document(&signer).encode(),
            &reason,
            source,
            passed(&signer),
        )
        .trusting(&anchor.sign(key))
        .save(scene.family)?;
    }
    let root = Authority::new(
        Manner::Kakao,
        Key::ec(),
        &kakao_name_as(utf8, "INJANG TEST", "TEST-ROOT-CA"),
    );
    let subordinate = authority_template(&root.name, &name, &[3], key).sign(&root.key);
    Vector::new(
        "anchor-is-subordinate",
        document(&signer).encode(),
        "A subordinate CA may be an anchor, and the path ends there.",
        source,
        passed(&signer),
    )
    .trusting(&subordinate)
    .save(scene.family)
}

fn embedded(scene: &Scene<'_>) -> io::Result<()> {
    let family = scene.family;
    let key = Key::ec();
    let serial = serial_of(20, false);
    let template = scene.ca.template(&key, &serial, 3);
    let mut own = template.clone();
    own.issuer.clone_from(&template.subject);
    let alone = Signer {
        key: key.clone(),
        issuer: own.issuer.clone(),
        serial: serial.clone(),
        certificate: own.sign(&key),
    };
    Vector::new(
        "self-signed",
        document(&alone).encode(),
        "The signer certified itself, and nobody trusts it.",
        SOURCE,
        no_chain(&alone),
    )
    .save(family)?;
    let mut borrowed = template;
    borrowed.subject = test_signer(4);
    let forged = Signer {
        key: key.clone(),
        issuer: borrowed.issuer.clone(),
        serial,
        certificate: borrowed.sign(&key),
    };
    Vector::new(
        "self-signed-under-issuer-name",
        document(&forged).encode(),
        "The signer signed its own certificate and wrote the trusted CA's name into it.",
        SOURCE,
        no_chain(&forged),
    )
    .save(family)?;
    let attacker = Authority::new(
        Manner::Kakao,
        Key::ec(),
        &kakao_name_as(utf8, "INJANG TEST", "OTHER-CA"),
    );
    let victim = attacker.ec_signer();
    Vector::new(
        "embedded-root",
        document(&victim)
            .certificate(&attacker.certificate)
            .encode(),
        "A self-signed CA certificate in the message is no anchor.",
        SOURCE,
        no_chain(&victim),
    )
    .save(family)?;
    Vector::new(
        "embedded-root-without-anchors",
        document(&victim)
            .certificate(&attacker.certificate)
            .encode(),
        "A self-signed CA certificate in the message is no anchor, even where there is no other.",
        SOURCE,
        no_chain(&victim),
    )
    .trust(&[])
    .save(family)?;
    let impostor = Authority::kakao();
    let victim = impostor.ec_signer();
    Vector::new(
        "embedded-root-of-anchor-name",
        document(&victim)
            .certificate(&impostor.certificate)
            .encode(),
        "A CA certificate in the message has the anchor's name and another key.",
        SOURCE,
        no_chain(&victim),
    )
    .save(family)?;
    let ca = &scene.ca;
    let issuer = Signer {
        key: ca.key.clone(),
        issuer: ca.name.clone(),
        serial: vec![1],
        certificate: ca.certificate.clone(),
    };
    Vector::new(
        "signed-by-the-anchor",
        Message::new(CONTENT)
            .signer(&issuer, SignerInfo::message(&issuer, Hash::Sha256, CONTENT))
            .encode(),
        "The CA signed with its own key, whose certificate is for certificates and CRLs only.",
        "RFC 5280 4.2.1.3",
        against_the_rules(&issuer),
    )
    .save(family)
}

fn longer(scene: &Scene<'_>) -> io::Result<()> {
    let key = Key::ec();
    let middle_name = kakao_name_as(utf8, "INJANG TEST", "TEST-CA-2");
    let middle_certificate =
        authority_template(&scene.ca.name, &middle_name, &[5], &key).sign(&scene.ca.key);
    let signer = Authority::new(Manner::Kakao, key, &middle_name).ec_signer();
    Vector::new(
        "intermediate-embedded",
        document(&signer).certificate(&middle_certificate).encode(),
        "A CA stands between the signer and the anchor, and its certificate is in the document.",
        "RFC 5280 6.1",
        passed(&signer),
    )
    .save(scene.family)?;
    Vector::new(
        "intermediate-missing",
        document(&signer).encode(),
        "The CA between the signer and the anchor is missing.",
        "RFC 5280 6.1",
        no_chain(&signer),
    )
    .save(scene.family)?;
    let subscriber = scene.ca.ec_signer();
    let child = Authority::new(Manner::Kakao, subscriber.key.clone(), &test_signer(1)).ec_signer();
    Vector::new(
        "subscriber-as-issuer",
        document(&child)
            .certificate(&subscriber.certificate)
            .encode(),
        "A subscriber issued a certificate with its own key, which makes it no CA.",
        "RFC 5280 6.1.4 (k); CVE-2002-0862",
        against_the_rules(&child),
    )
    .save(scene.family)?;
    let below = Authority::new(
        Manner::Kakao,
        Key::ec(),
        &kakao_name_as(utf8, "INJANG TEST", "TEST-ROOT-CA"),
    );
    let root_only =
        authority_template(&below.name, &scene.ca.name, &[6], &scene.ca.key).sign(&below.key);
    Vector::new(
        "embedded-certificate-of-anchor",
        document(&subscriber).certificate(&root_only).encode(),
        "The anchor's own certificate from another root is in the message; the path ends at the anchor all the same.",
        SOURCE,
        passed(&subscriber),
    )
    .save(scene.family)
}

fn damaged(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5280 6.1.3 (a) (1)";
    let signer = scene.ca.ec_signer();
    let flipped = |offset_from_end: usize| {
        let mut certificate = signer.certificate.clone();
        let place = certificate.len() - offset_from_end;
        certificate[place] ^= 1;
        Signer {
            certificate,
            ..signer.clone()
        }
    };
    let last = flipped(1);
    Vector::new(
        "certificate-signature-flipped-bit",
        document(&last).encode(),
        "One bit of the signature in the signer's certificate changed.",
        source,
        no_chain(&last),
    )
    .save(scene.family)?;
    let mut other = scene.ca.template(&signer.key, &signer.serial, 1);
    other = other.without(id::CERTIFICATE_POLICIES);
    let mut lied = scene.ca.template(&signer.key, &signer.serial, 1);
    lied.subject = test_signer(7);
    let foreign = scene
        .ca
        .key
        .sign(other.hash, &other.to_be_signed(&scene.ca.key));
    let grafted = lied.with_signature(&scene.ca.key, &foreign);
    let stranger = Signer {
        certificate: grafted,
        ..signer.clone()
    };
    Vector::new(
        "certificate-signature-of-another",
        document(&stranger).encode(),
        "The signature in the signer's certificate is a good one of the CA over another certificate.",
        source,
        no_chain(&stranger),
    )
    .save(scene.family)
}
