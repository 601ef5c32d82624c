//! Keys that are of the wrong kind, or none.

use super::{CONTENT, Scene, passed, with_signature};
use crate::case::{Expectation, Finding};
use crate::generate::algorithm::{Hash, identifier, rsa_encryption};
use crate::generate::authority::Signer;
use crate::generate::certificate::serial_of;
use crate::generate::der::{bit_string, integer, null, octet_string, oid, sequence, unsigned};
use crate::generate::key::{Key, digest_info, explicit_p256};
use crate::generate::message::SignerInfo;
use crate::generate::oid as id;
use crate::generate::seed::random;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    other_kind(scene)?;
    curves(scene)?;
    points(scene)?;
    moduli(scene)?;
    kcdsa(scene)
}

/// A signer whose certificate has another key field than its real key's.
fn holding(scene: &Scene<'_>, key: &Key, spki: Vec<u8>) -> Signer {
    scene
        .ca
        .certify_as(key, &serial_of(20, false), |template| template.spki(spki))
}

/// A case about a good signature by `signer`.
fn save(
    scene: &Scene<'_>,
    name: &str,
    signer: &Signer,
    reason: &str,
    source: &str,
    unusable: bool,
) -> io::Result<()> {
    let info = SignerInfo::attributes(signer, Hash::Sha256, CONTENT);
    let expect = passed(signer);
    let expect: Expectation = if unusable {
        expect.unsupported()
    } else {
        expect
    };
    scene.save(name, signer, info, reason, source, expect)
}

fn other_kind(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5652 5.6: the signature is verified under the key's own algorithm";
    for (name, signer, algorithm, reason) in [
        (
            "ec-key-rsa-algorithm",
            &scene.ec,
            rsa_encryption(),
            "The algorithm is RSA, the certificate's key is on P-256.",
        ),
        (
            "ec-key-rsa-algorithm-named",
            &scene.ec,
            Hash::Sha256.with_rsa(),
            "The algorithm is RSA, the key is on P-256.",
        ),
        (
            "rsa-key-ecdsa-algorithm",
            &scene.rsa,
            Hash::Sha256.with_ecdsa(),
            "The algorithm is ECDSA, the key is RSA.",
        ),
    ] {
        let info = SignerInfo::attributes(signer, Hash::Sha256, CONTENT).algorithm(algorithm);
        scene.save(name, signer, info, reason, source, passed(signer).forged())?;
    }
    Ok(())
}

fn curves(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5480 2.1.1: named curves only; CVE-2020-0601";
    let key = Key::ec();
    for (name, parameters, reason) in [
        (
            "ec-explicit-parameters",
            explicit_p256(),
            "The curve is P-256 by explicit parameters, which are refused.",
        ),
        (
            "ec-null-parameters",
            null(),
            "The curve is left to be inherited.",
        ),
        (
            "ec-unknown-curve",
            oid("1.3.132.0.10"),
            "The curve is secp256k1, which is not supported.",
        ),
    ] {
        let algorithm = sequence(&[oid(id::ID_EC_PUBLIC_KEY), parameters]);
        let signer = holding(
            scene,
            &key,
            sequence(&[algorithm, bit_string(&key.point())]),
        );
        save(scene, name, &signer, reason, source, true)?;
    }
    let signer = holding(
        scene,
        &key,
        sequence(&[identifier(id::ID_EC_PUBLIC_KEY), bit_string(&key.point())]),
    );
    save(
        scene,
        "ec-without-parameters",
        &signer,
        "The curve is not named at all.",
        source,
        true,
    )
}

fn points(scene: &Scene<'_>) -> io::Result<()> {
    let source = "SEC 1 3.2.2: public keys are points of the curve; Wycheproof";
    let key = Key::ec();
    let point = key.point();
    let mut off = point.clone();
    off[64] ^= 1;
    for (name, octets, reason) in [
        (
            "ec-point-off-curve",
            off,
            "The public key is no point of the curve.",
        ),
        (
            "ec-point-at-infinity",
            vec![0],
            "The public key is the point at infinity.",
        ),
        (
            "ec-point-short",
            point[..64].to_vec(),
            "The public key lacks its last octet.",
        ),
        (
            "ec-point-long",
            [&point[..], &[0]].concat(),
            "The public key has an octet too many.",
        ),
        ("ec-point-empty", Vec::new(), "The public key is empty."),
    ] {
        let algorithm = sequence(&[oid(id::ID_EC_PUBLIC_KEY), oid(id::SECP256R1)]);
        let signer = holding(scene, &key, sequence(&[algorithm, bit_string(&octets)]));
        save(scene, name, &signer, reason, source, true)?;
    }
    Ok(())
}

fn moduli(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 8017 3.1: an RSA public key";
    let key = &scene.rsa.key;
    let with = |parts: &[Vec<u8>]| sequence(&[rsa_encryption(), bit_string(&sequence(parts))]);
    let mut modulus = random(256);
    modulus[0] |= 0x80;
    modulus[255] |= 1;
    let signer = holding(scene, key, with(&[unsigned(&modulus), integer(1)]));
    let block = |octets: &[u8]| {
        let algorithm = sequence(&[oid(Hash::Sha256.oid()), null()]);
        key.rsa_block(&digest_info(&algorithm, &Hash::Sha256.of(octets)))
    };
    let info = with_signature(&signer, Hash::Sha256, block);
    let reason = "The public exponent is 1, under which every padded digest is its own signature.";
    scene.save(
        "rsa-exponent-one",
        &signer,
        info,
        reason,
        source,
        passed(&signer).unsupported(),
    )?;
    let mut huge = random(2048);
    huge[0] |= 0x80;
    huge[2047] |= 1;
    let signer = holding(scene, key, with(&[unsigned(&huge), unsigned(&[1, 0, 1])]));
    let info = with_signature(&signer, Hash::Sha256, |_| vec![1; 2048]);
    let reason = "The modulus has 16384 bits; work is bounded at 8192.";
    scene.save(
        "rsa-modulus-huge",
        &signer,
        info,
        reason,
        source,
        passed(&signer).unsupported(),
    )?;
    for (name, spki, reason) in [
        ("rsa-key-empty", with(&[]), "The key is an empty SEQUENCE."),
        (
            "rsa-key-without-exponent",
            with(&[unsigned(&modulus)]),
            "The key is a modulus without an exponent.",
        ),
        (
            "rsa-key-no-sequence",
            sequence(&[rsa_encryption(), bit_string(&octet_string(&modulus))]),
            "The key is an OCTET STRING.",
        ),
    ] {
        save(
            scene,
            name,
            &holding(scene, key, spki),
            reason,
            source,
            true,
        )?;
    }
    let without_null = sequence(&[identifier(id::RSA_ENCRYPTION), spki_bits(key)]);
    let signer = holding(scene, key, without_null);
    scene.save(
        "rsa-key-without-null",
        &signer,
        SignerInfo::attributes(&signer, Hash::Sha256, CONTENT),
        "The key's rsaEncryption has no NULL, which is read.",
        source,
        passed(&signer).finding(Finding::AlgorithmParametersForm),
    )
}

/// The BIT STRING of an RSA key's `SubjectPublicKeyInfo`.
fn spki_bits(key: &Key) -> Vec<u8> {
    bit_string(&key.rsa_public_key())
}

fn kcdsa(scene: &Scene<'_>) -> io::Result<()> {
    let algorithm = sequence(&[
        oid(id::KCDSA1),
        sequence(&[
            unsigned(&random(128)),
            unsigned(&random(20)),
            unsigned(&random(128)),
        ]),
    ]);
    let spki = sequence(&[algorithm, bit_string(&unsigned(&random(128)))]);
    let signer = holding(scene, &scene.rsa.key, spki);
    let info =
        with_signature(&signer, Hash::Sha256, |_| random(40)).algorithm(identifier(id::KCDSA1));
    let reason = "Key and signature are KCDSA, which is neither valid nor forged here.";
    scene.save(
        "kcdsa-key-and-signature",
        &signer,
        info,
        reason,
        "GPKI certificates",
        passed(&signer).unsupported(),
    )
}
