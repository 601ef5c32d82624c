//! What an Ed25519 signature covers in each reading, and what names it.

use super::super::modes::Mode;
use super::{CONTENT, HASH, Scene, good, passed};
use crate::case::{Check, Finding, SubIndication};
use crate::generate::algorithm::{Hash, identifier, identifier_with_null};
use crate::generate::authority::{Authority, Manner};
use crate::generate::der::{octet_string, oid, sequence};
use crate::generate::expected::{attributes, message, plain_hash};
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid as id;
use crate::generate::vector::Vector;
use std::io;

const RFC: &str = "RFC 8419 3.1 and 3.2: digestAlgorithm is SHA-512, with attributes and without; RFC 8032 5.1: the message itself is signed";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    embedded(scene)?;
    detached(scene)?;
    plain_hashes(scene)?;
    names(scene)?;
    issued(scene)
}

fn embedded(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.signer;
    let bare = SignerInfo::message(signer, HASH, CONTENT);
    let document = Message::new(CONTENT).signer(signer, bare).encode();
    let expect = message(signer).content(CONTENT);
    let reason = "The signature covers the content itself, not its digest.";
    Vector::new("message", document.clone(), reason, RFC, expect.clone()).save(scene.family)?;
    Vector::new(
        "message-with-digest-of-it",
        document,
        "The digest supplied is that of the content embedded, and the content itself is there to be verified.",
        RFC,
        expect,
    )
    .digest_of(HASH, CONTENT)
    .save(scene.family)?;
    let over_digest = Mode::Message.info(signer, HASH, CONTENT, |octets| {
        signer.key.sign(HASH, &HASH.of(octets))
    });
    Vector::new(
        "message-signature-over-digest",
        Message::new(CONTENT).signer(signer, over_digest).encode(),
        "The signature covers the content's SHA-512 digest instead of the content.",
        RFC,
        message(signer).content(CONTENT).forged(),
    )
    .save(scene.family)?;
    let reason = "The signature covers the attributes, whose message-digest is SHA-512.";
    scene.save(
        "attributes",
        signer,
        good(signer),
        reason,
        RFC,
        passed(signer),
    )?;
    for hash in [Hash::Sha1, Hash::Sha256, Hash::Sha384] {
        let word = hash.word();
        for mode in [Mode::Message, Mode::Attributes] {
            let info = mode.info(signer, hash, CONTENT, |octets| {
                signer.key.sign(hash, octets)
            });
            let reason = format!("digestAlgorithm is {word}, and Ed25519 goes with SHA-512 only.");
            let name = format!("{}-{word}", mode.word());
            let document = mode.document(signer, info, CONTENT);
            let expect = mode.passed(signer, CONTENT).forged();
            Vector::new(&name, document, &reason, RFC, expect).save(scene.family)?;
        }
    }
    let over_digest = Mode::Attributes.info(signer, HASH, CONTENT, |octets| {
        signer.key.sign(HASH, &HASH.of(octets))
    });
    let reason = "The signature covers the digest of the attributes instead of the attributes.";
    scene.save(
        "attributes-signature-over-digest",
        signer,
        over_digest,
        reason,
        RFC,
        passed(signer).forged(),
    )
}

fn detached(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.signer;
    let bare = Message::detached().signer(signer, SignerInfo::message(signer, HASH, CONTENT));
    let with_attributes = Message::detached().signer(signer, good(signer));
    let other = b"another content";
    for (name, document, content, reason, expect) in [
        (
            "detached",
            &bare,
            CONTENT,
            "The content signed is supplied.",
            message(signer),
        ),
        (
            "detached-other-content",
            &bare,
            other,
            "Another content is supplied.",
            message(signer).forged(),
        ),
        (
            "detached-with-attributes",
            &with_attributes,
            CONTENT,
            "The content supplied has the digest that the attributes name.",
            attributes(signer),
        ),
        (
            "detached-with-attributes-other-content",
            &with_attributes,
            other,
            "Another content is supplied, although the attributes verify.",
            attributes(signer).failed(SubIndication::HashFailure, Check::MessageDigest),
        ),
    ] {
        Vector::new(name, document.encode(), reason, RFC, expect)
            .content(content)
            .save(scene.family)?;
    }
    Ok(())
}

fn plain_hashes(scene: &Scene<'_>) -> io::Result<()> {
    let source =
        "RFC 8419 2: HashEdDSA is not used with CMS, so that there is no prehash to verify";
    let signer = &scene.signer;
    let bare = Message::detached().signer(signer, SignerInfo::message(signer, HASH, CONTENT));
    Vector::new(
        "plain-hash",
        bare.encode(),
        "Only the digest of the content is at hand, and Ed25519 signs the content itself: nothing can be said.",
        source,
        plain_hash(signer).unsupported(),
    )
    .digest_of(HASH, CONTENT)
    .save(scene.family)?;
    let with_attributes = Message::detached().signer(signer, good(signer));
    Vector::new(
        "plain-hash-with-attributes",
        with_attributes.encode(),
        "The digest supplied equals message-digest, and the attributes, which are signed, are there as a whole.",
        source,
        plain_hash(signer),
    )
    .digest_of(HASH, CONTENT)
    .save(scene.family)?;
    Vector::new(
        "plain-hash-with-attributes-other-digest",
        with_attributes.encode(),
        "The digest supplied is that of another content, although the attributes verify.",
        source,
        plain_hash(signer).failed(SubIndication::HashFailure, Check::MessageDigest),
    )
    .digest_of(HASH, b"another content")
    .save(scene.family)
}

fn names(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 8410 3: parameters are absent; NULL is read as absent";
    let signer = &scene.signer;
    let garbage = sequence(&[oid(id::ID_ED25519), octet_string(&[0x47; 4])]);
    let null = identifier_with_null(id::ID_ED25519);
    let (good, passed) = (|| good(signer), || passed(signer));
    let ec = scene.ca.ec_signer();
    let on_p256 = SignerInfo::attributes(&ec, HASH, CONTENT).algorithm(identifier(id::ID_ED25519));
    let cases = [
        (
            "algorithm-null-parameters",
            signer,
            good().algorithm(null),
            "The algorithm has NULL parameters.",
            passed().finding(Finding::AlgorithmParametersForm),
        ),
        (
            "algorithm-other-parameters",
            signer,
            good().algorithm(garbage),
            "The algorithm has parameters, and none are defined.",
            passed().unsupported(),
        ),
        (
            "algorithm-ed448",
            signer,
            good().algorithm(identifier(id::ID_ED448)),
            "The algorithm is Ed448, which is not supported.",
            passed().unsupported(),
        ),
        (
            "algorithm-ecdsa",
            signer,
            good().algorithm(HASH.with_ecdsa()),
            "The algorithm is ECDSA, the certificate's key is of Ed25519.",
            passed().forged(),
        ),
        (
            "algorithm-of-a-p256-key",
            &ec,
            on_p256,
            "The algorithm is Ed25519, the certificate's key is on P-256.",
            attributes(&ec).content(CONTENT).forged(),
        ),
    ];
    for (name, signer, info, reason, expect) in cases {
        scene.save(name, signer, info, reason, source, expect)?;
    }
    Ok(())
}

/// Certificates issued by an Ed25519 key.
fn issued(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 8410 6";
    let issuer = Authority::new(Manner::Kakao, Key::ed25519(), &scene.ca.name);
    let good = issuer.ec_signer();
    let mut flipped = good.clone();
    let last = flipped.certificate.len() - 40;
    flipped.certificate[last] ^= 1;
    let no_chain = attributes(&flipped)
        .content(CONTENT)
        .indeterminate(SubIndication::NoCertificateChainFound, Check::Path);
    for (name, signer, reason, expect) in [
        (
            "issued",
            &good,
            "The anchor issued the certificate with Ed25519.",
            attributes(&good).content(CONTENT),
        ),
        (
            "issued-flipped-bit",
            &flipped,
            "One bit of the signature in the certificate changed.",
            no_chain,
        ),
    ] {
        let info = SignerInfo::attributes(signer, Hash::Sha256, CONTENT);
        Vector::new(
            name,
            Message::new(CONTENT).signer(signer, info).encode(),
            reason,
            source,
            expect,
        )
        .trusting(&issuer.certificate)
        .save(scene.family)?;
    }
    Ok(())
}
