//! Parameters that an algorithm does not have, and the shortest key that counts.

use super::{CONTENT, Scene};
use crate::case::{Check, Expectation, Finding, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::authority::Signer;
use crate::generate::certificate::serial_of;
use crate::generate::der::{bit_string, integer, null, octet_string, oid, sequence};
use crate::generate::expected::{attributes, message};
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid as id;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let rsa = scene.ca.certify(&Key::rsa(2048), &serial_of(20, false));
    digests(scene)?;
    signatures(scene, &rsa)?;
    keys(scene, &rsa)?;
    lengths(scene)
}

/// Name, the parameters, whether they count as none, and what they are.
fn parameters() -> [(&'static str, Vec<u8>, bool, &'static str); 6] {
    [
        ("absent", vec![], true, "no parameters"),
        ("null", null(), true, "NULL parameters"),
        (
            "long-null",
            vec![5, 1, 0],
            false,
            "a NULL of one octet as parameters",
        ),
        ("integer", integer(1), false, "an INTEGER as parameters"),
        ("octets", octet_string(b"x"), false, "octets as parameters"),
        (
            "sequence",
            sequence(&[]),
            false,
            "an empty SEQUENCE as parameters",
        ),
    ]
}

fn digests(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5754 2: parameters of SHA-2 are absent or NULL";
    let signer = &scene.signer;
    for (name, parameters, is_good, about) in parameters() {
        let algorithm = sequence(&[oid(Hash::Sha256.oid()), parameters]);
        for has_attributes in [true, false] {
            let (kind, mut info, expect, check) = if has_attributes {
                let info = SignerInfo::attributes(signer, Hash::Sha256, CONTENT);
                ("", info, scene.attributes(), Check::MessageDigest)
            } else {
                let info = SignerInfo::message(signer, Hash::Sha256, CONTENT);
                let expect = scene.message();
                ("-without-attributes", info, expect, Check::Signature)
            };
            info.digest_algorithm.clone_from(&algorithm);
            let expect = if is_good {
                expect
            } else {
                expect
                    .indeterminate(SubIndication::CryptoConstraintsFailure, check)
                    .unverified()
            };
            scene.save(
                &format!("digest-parameters-{name}{kind}"),
                Message::new(CONTENT).signer(signer, info).encode(),
                &format!("digestAlgorithm has {about}."),
                source,
                expect,
            )?;
        }
    }
    Ok(())
}

fn signatures(scene: &Scene<'_>, rsa: &Signer) -> io::Result<()> {
    let source = "RFC 5754 3: parameters of these algorithms are absent or NULL";
    for (word, signer, dotted) in [
        ("ecdsa", &scene.signer, "1.2.840.10045.4.3.2"),
        ("rsa", rsa, id::RSA_ENCRYPTION),
        ("rsa-named", rsa, Hash::Sha256.with_rsa_oid()),
    ] {
        for (name, parameters, is_good, about) in parameters() {
            let info = SignerInfo::message(signer, Hash::Sha256, CONTENT)
                .algorithm(sequence(&[oid(dotted), parameters]));
            let expect = message(signer).content(CONTENT);
            // NULL behind ecdsa-with-SHA256, and nothing behind those of RSA.
            let expect = if is_good && (word == "ecdsa") == (name == "null") {
                expect.finding(Finding::AlgorithmParametersForm)
            } else {
                expect
            };
            scene.save(
                &format!("signature-parameters-{word}-{name}"),
                Message::new(CONTENT).signer(signer, info).encode(),
                &format!("signatureAlgorithm has {about}."),
                source,
                unsupported_unless(is_good, expect),
            )?;
        }
    }
    Ok(())
}

fn unsupported_unless(is_good: bool, expect: Expectation) -> Expectation {
    if is_good {
        expect
    } else {
        expect.unsupported()
    }
}

fn keys(scene: &Scene<'_>, rsa: &Signer) -> io::Result<()> {
    let source = "RFC 3279 2.3.1: parameters of rsaEncryption are NULL";
    for (name, parameters, is_good, about) in parameters() {
        let algorithm = sequence(&[oid(id::RSA_ENCRYPTION), parameters]);
        let spki = sequence(&[algorithm, bit_string(&rsa.key.rsa_public_key())]);
        let signer = scene
            .ca
            .certify_as(&rsa.key, &serial_of(20, false), |template| {
                template.spki(spki)
            });
        let info = SignerInfo::attributes(&signer, Hash::Sha256, CONTENT);
        let expect = attributes(&signer).content(CONTENT);
        let expect = if name == "absent" {
            expect.finding(Finding::AlgorithmParametersForm)
        } else {
            expect
        };
        scene.save(
            &format!("key-parameters-{name}"),
            Message::new(CONTENT).signer(&signer, info).encode(),
            &format!("The certificate's key is rsaEncryption with {about}."),
            source,
            unsupported_unless(is_good, expect),
        )?;
    }
    Ok(())
}

fn lengths(scene: &Scene<'_>) -> io::Result<()> {
    let source = "NIST SP 800-131A: RSA moduli of 2048 bits and more";
    for (bits, is_enough) in [(2047, false), (2048, true), (2049, true)] {
        let signer = scene.ca.certify(&Key::rsa(bits), &serial_of(20, false));
        let info = SignerInfo::attributes(&signer, Hash::Sha256, CONTENT);
        let expect = attributes(&signer).content(CONTENT);
        let expect = if is_enough {
            expect
        } else {
            expect.indeterminate(
                SubIndication::CryptoConstraintsFailure,
                Check::AlgorithmStrength,
            )
        };
        scene.save(
            &format!("rsa-{bits}-bits"),
            Message::new(CONTENT).signer(&signer, info).encode(),
            &format!("The modulus has {bits} bits."),
            source,
            expect,
        )?;
    }
    Ok(())
}
