//! Digests that are good, weak, unknown, or not the one named.

use super::{CONTENT, Scene, passed, with_signature};
use crate::case::{Check, Finding, SubIndication};
use crate::generate::algorithm::{Hash, identifier, identifier_with_null};
use crate::generate::attribute::{content_type, message_digest};
use crate::generate::authority::{Authority, Manner, kakao_name_as};
use crate::generate::certificate::serial_of;
use crate::generate::der::utf8;
use crate::generate::expected::message;
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid as id;
use crate::generate::vector::Vector;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    good_and_weak(scene)?;
    weak_keys(scene)?;
    contradictions(scene)?;
    unsupported(scene)?;
    listed(scene)
}

fn good_and_weak(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5754; SHA-1 collides (SHAttered, 2017)";
    for hash in Hash::ALL {
        for (kind, signer) in [("rsa", &scene.rsa), ("ecdsa", &scene.ec)] {
            let word = hash.word();
            let (reason, expect) = if hash == Hash::Sha1 {
                let weak = (
                    SubIndication::CryptoConstraintsFailure,
                    Check::AlgorithmStrength,
                );
                (
                    format!("{kind} with {word} verifies and is too weak."),
                    passed(signer).indeterminate(weak.0, weak.1),
                )
            } else {
                (format!("{kind} with {word} is good."), passed(signer))
            };
            let info = SignerInfo::attributes(signer, hash, CONTENT);
            scene.save(
                &format!("{kind}-{word}"),
                signer,
                info.clone(),
                &reason,
                source,
                expect.clone(),
            )?;
            if kind == "rsa" {
                let named = info.algorithm(hash.with_rsa());
                scene.save(
                    &format!("rsa-{word}-named"),
                    signer,
                    named,
                    &reason,
                    source,
                    expect,
                )?;
            }
        }
    }
    Ok(())
}

fn weak_keys(scene: &Scene<'_>) -> io::Result<()> {
    for bits in [3072, 4096] {
        let long = scene.ca.certify(&Key::rsa(bits), &serial_of(20, false));
        let info = SignerInfo::attributes(&long, Hash::Sha256, CONTENT);
        let reason = format!("The signer's RSA key has {bits} bits, which is more than enough.");
        let source = "RFC 8017 8.2";
        scene.save(
            &format!("rsa-{bits}"),
            &long,
            info,
            &reason,
            source,
            passed(&long),
        )?;
    }
    let source = "NIST SP 800-131A: RSA below 2048 bits is disallowed";
    let weak = |expect: crate::case::Expectation| {
        expect.indeterminate(
            SubIndication::CryptoConstraintsFailure,
            Check::AlgorithmStrength,
        )
    };
    let short = scene.ca.certify(&Key::rsa(1024), &serial_of(20, false));
    let info = SignerInfo::attributes(&short, Hash::Sha256, CONTENT);
    let reason = "The signer's RSA key has 1024 bits: the signature verifies and is too weak.";
    scene.save(
        "rsa-1024",
        &short,
        info,
        reason,
        source,
        weak(passed(&short)),
    )?;
    let weak_ca = Authority::new(
        Manner::Kakao,
        Key::rsa(1024),
        &kakao_name_as(utf8, "INJANG TEST", "WEAK-CA"),
    );
    let signer = weak_ca.ec_signer();
    let info = SignerInfo::attributes(&signer, Hash::Sha256, CONTENT);
    Vector::new(
        "issuer-rsa-1024",
        Message::new(CONTENT).signer(&signer, info).encode(),
        "The signer's certificate was signed by an RSA key of 1024 bits.",
        source,
        weak(passed(&signer)),
    )
    .trusting(&weak_ca.certificate)
    .save(scene.family)?;
    let signer = scene.ca.ec_signer_as(|mut template| {
        template.hash = Hash::Sha1;
        template
    });
    let info = SignerInfo::attributes(&signer, Hash::Sha256, CONTENT);
    let reason = "The signer's certificate was signed over SHA-1.";
    scene.save(
        "issuer-sha1",
        &signer,
        info,
        reason,
        "SHA-1 collides (SHAttered, 2017)",
        weak(passed(&signer)),
    )
}

fn contradictions(scene: &Scene<'_>) -> io::Result<()> {
    let source = "DSS-1419; RFC 5652 5.4 and 5.6; OpenSSL accepts some";
    for (kind, signer, sha512, sha1) in [
        (
            "rsa",
            &scene.rsa,
            Hash::Sha512.with_rsa(),
            Hash::Sha1.with_rsa(),
        ),
        (
            "ecdsa",
            &scene.ec,
            Hash::Sha512.with_ecdsa(),
            Hash::Sha1.with_ecdsa(),
        ),
    ] {
        let made = with_signature(signer, Hash::Sha256, |octets| {
            signer.key.sign(Hash::Sha512, octets)
        });
        let reason =
            "signatureAlgorithm names SHA-512, which was used, and digestAlgorithm SHA-256.";
        let name = format!("{kind}-sha512-signature-over-sha256-digest");
        scene.save(
            &name,
            signer,
            made.algorithm(sha512.clone()),
            reason,
            source,
            passed(signer).forged(),
        )?;
        let called = SignerInfo::attributes(signer, Hash::Sha256, CONTENT).algorithm(sha512);
        let reason =
            "signatureAlgorithm names SHA-512, digestAlgorithm SHA-256, and SHA-256 was used.";
        scene.save(
            &format!("{kind}-sha256-called-sha512"),
            signer,
            called,
            reason,
            source,
            passed(signer).forged(),
        )?;
        let weaker = with_signature(signer, Hash::Sha256, |octets| {
            signer.key.sign(Hash::Sha1, octets)
        });
        let reason = "signatureAlgorithm names SHA-1, which was used, and digestAlgorithm SHA-256.";
        let name = format!("{kind}-sha1-signature-over-sha256-digest");
        scene.save(
            &name,
            signer,
            weaker.algorithm(sha1),
            reason,
            source,
            passed(signer).forged(),
        )?;
    }
    let other = with_signature(&scene.rsa, Hash::Sha256, |octets| {
        scene.rsa.key.sign(Hash::Sha512, octets)
    });
    let reason = "rsaEncryption names no digest, digestAlgorithm SHA-256, and the DigestInfo inside says SHA-512.";
    scene.save(
        "rsa-digest-info-of-sha512",
        &scene.rsa,
        other,
        reason,
        source,
        passed(&scene.rsa).forged(),
    )
}

fn unsupported(scene: &Scene<'_>) -> io::Result<()> {
    let source = "Neither valid nor forged: GPKI's KCDSA, HAS-160, MD5";
    let signer = &scene.rsa;
    for (name, digest, length) in [
        ("md5", identifier_with_null(id::ID_MD5), 16),
        ("has160", identifier_with_null(id::HAS160), 20),
    ] {
        let list = [
            content_type(id::ID_DATA),
            message_digest(&vec![0x6d; length]),
        ];
        let mut info = SignerInfo::over(signer, Hash::Sha256, &list);
        info.digest_algorithm.clone_from(&digest);
        let expect = passed(signer)
            .indeterminate(
                SubIndication::CryptoConstraintsFailure,
                Check::MessageDigest,
            )
            .unverified();
        let reason = "The digest algorithm is not supported, so message-digest cannot be compared.";
        scene.save(
            &format!("{name}-digest"),
            signer,
            info,
            reason,
            source,
            expect,
        )?;
        let mut info = SignerInfo::message(signer, Hash::Sha256, CONTENT);
        info.digest_algorithm = digest;
        let reason = "The digest algorithm is not supported, so the signature over the content cannot be verified.";
        let expect = message(signer).content(CONTENT).unsupported();
        scene.save(
            &format!("{name}-digest-without-attributes"),
            signer,
            info,
            reason,
            source,
            expect,
        )?;
    }
    let info =
        SignerInfo::attributes(signer, Hash::Sha256, CONTENT).algorithm(identifier(id::KCDSA1));
    let reason = "The signature algorithm is KCDSA, which is not supported.";
    scene.save(
        "kcdsa-signature",
        signer,
        info,
        reason,
        source,
        passed(signer).unsupported(),
    )?;
    let info =
        SignerInfo::attributes(signer, Hash::Sha256, CONTENT).algorithm(identifier(id::UNKNOWN));
    let reason = "Nobody knows the signature algorithm.";
    scene.save(
        "unknown-signature",
        signer,
        info,
        reason,
        source,
        passed(signer).unsupported(),
    )
}

fn listed(scene: &Scene<'_>) -> io::Result<()> {
    let source =
        "RFC 5652 5.1: verifiers may refuse a digest that is not listed; OpenSSL CVE-2026-45447";
    let signer = &scene.ec;
    for (name, list, reason) in [
        ("listed-none", Vec::new(), "digestAlgorithms is empty."),
        (
            "listed-another",
            vec![Hash::Sha512.identifier()],
            "digestAlgorithms lists another one only.",
        ),
    ] {
        let mut document = Message::new(CONTENT).signer(
            signer,
            SignerInfo::attributes(signer, Hash::Sha256, CONTENT),
        );
        document.digest_algorithms = Some(list);
        let expect = passed(signer).finding(Finding::DigestAlgorithmNotListed);
        let tolerated = format!("{reason} It is tolerated with a finding.");
        Vector::new(name, document.encode(), &tolerated, source, expect.clone())
            .save(scene.family)?;
        let refused = format!("{reason} The strict profile does not tolerate it.");
        let expect = expect.indeterminate(SubIndication::FormatFailure, Check::Profile);
        Vector::new(
            &format!("{name}-strict"),
            document.encode(),
            &refused,
            source,
            expect,
        )
        .strict()
        .save(scene.family)?;
    }
    let mut document = Message::new(CONTENT).signer(
        signer,
        SignerInfo::attributes(signer, Hash::Sha256, CONTENT),
    );
    document.digest_algorithms = Some(vec![
        Hash::Sha256.identifier(),
        Hash::Sha512.identifier(),
        identifier(id::HAS160),
    ]);
    let reason =
        "digestAlgorithms lists more than is used, an unknown one too, and that is allowed.";
    Vector::new(
        "listed-more",
        document.encode(),
        reason,
        source,
        passed(signer),
    )
    .save(scene.family)
}
