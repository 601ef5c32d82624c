//! Signatures that are none, and one that careless arithmetic takes for another.

use super::super::modes::Mode;
use super::{CONTENT, HASH, Scene, good, passed};
use crate::generate::algorithm::Hash;
use crate::generate::expected::message;
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::number::sum;
use crate::generate::seed::random;
use crate::generate::vector::Vector;
use curve25519_dalek::constants::EIGHT_TORSION;
use curve25519_dalek::edwards::EdwardsPoint;
use curve25519_dalek::scalar::Scalar;
use std::io;

const EQUATION: &str = "RFC 8032 5.1.7";

/// The order L of the group (RFC 8032 5.1), little-endian.
const ORDER: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    scalars(scene)?;
    lengths(scene)?;
    changed(scene)?;
    commitments(scene)
}

fn reversed(octets: &[u8]) -> Vec<u8> {
    octets.iter().rev().copied().collect()
}

/// S and so many times L.
fn beyond(scalar: &[u8], times: usize) -> Vec<u8> {
    let order = reversed(&ORDER);
    let grown = (0..times).fold(reversed(scalar), |number, _| {
        sum(&number, &order)[1..].to_vec()
    });
    reversed(&grown)
}

fn scalars(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 8032 5.1.7 step 1: S is below L; forge GHSA-q67f-28xg-22rw";
    let signer = &scene.signer;
    let info = good(signer);
    let (commitment, scalar) = info.signature.split_at(32);
    let top_bits = {
        let mut scalar = scalar.to_vec();
        scalar[31] |= 0xe0;
        scalar
    };
    for (name, scalar, reason) in [
        (
            "s-beyond-order",
            beyond(scalar, 1),
            "L was added to a good S.",
        ),
        (
            "s-beyond-order-twice",
            beyond(scalar, 2),
            "L was added twice to a good S.",
        ),
        (
            "s-top-bits-set",
            top_bits,
            "The three top bits of S are set, which careless arithmetic drops.",
        ),
        ("s-order", ORDER.to_vec(), "S is L."),
        ("s-zero", vec![0; 32], "S is zero."),
    ] {
        let forged = info.clone().signed([commitment, &scalar[..]].concat());
        scene.save(
            name,
            signer,
            forged,
            reason,
            source,
            passed(signer).forged(),
        )?;
    }
    Ok(())
}

fn lengths(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 8032 5.1.7 step 1: 64 octets";
    let signer = &scene.signer;
    let info = good(signer);
    let octets = info.signature.clone();
    for (name, signature, reason) in [
        (
            "signature-of-63-octets",
            octets[..63].to_vec(),
            "The last octet is missing.",
        ),
        (
            "signature-of-65-octets",
            [&octets[..], &[0]].concat(),
            "A zero octet follows.",
        ),
        ("signature-empty", Vec::new(), "The signature is empty."),
        (
            "signature-of-zeros",
            vec![0; 64],
            "The signature is 64 zero octets.",
        ),
    ] {
        let forged = info.clone().signed(signature);
        scene.save(
            name,
            signer,
            forged,
            reason,
            source,
            passed(signer).forged(),
        )?;
    }
    Ok(())
}

fn changed(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.signer;
    for (name, octet, reason) in [
        ("flipped-bit-in-r", 0, "One bit of R changed."),
        ("flipped-sign-of-r", 31, "The sign of R's x changed."),
        ("flipped-bit-in-s", 32, "One bit of S changed."),
    ] {
        let mut info = good(signer);
        info.signature[octet] ^= if octet == 31 { 0x80 } else { 1 };
        scene.save(
            name,
            signer,
            info,
            reason,
            EQUATION,
            passed(signer).forged(),
        )?;
    }
    let swapped = {
        let info = good(signer);
        let (commitment, scalar) = info.signature.split_at(32);
        let signature = [scalar, commitment].concat();
        info.signed(signature)
    };
    scene.save(
        "swapped",
        signer,
        swapped,
        "R and S have changed places.",
        EQUATION,
        passed(signer).forged(),
    )?;
    let stranger = scene.ca.certify(&Key::ed25519(), &signer.serial);
    let reason = "The signature was made with another key.";
    scene.save(
        "of-another-key",
        signer,
        good(&stranger),
        reason,
        EQUATION,
        passed(signer).forged(),
    )?;
    let mut other = CONTENT.to_vec();
    other[0] ^= 1;
    Vector::new(
        "content-flipped-bit",
        Message::new(&other)
            .signer(signer, SignerInfo::message(signer, HASH, CONTENT))
            .encode(),
        "One bit of the content changed after signing.",
        EQUATION,
        message(signer).content(&other).forged(),
    )
    .save(scene.family)
}

/// Signatures whose R is not the one that S belongs to, but close.
fn commitments(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.signer;
    let Key::Ed25519(key) = &signer.key else {
        unreachable!("the family's signer has an Ed25519 key")
    };
    let own = key.verifying_key().to_bytes();
    let answer = |secret: Scalar, commitment: &[u8; 32], octets: &[u8]| {
        let challenge = Hash::Sha512.of(&[commitment, &own[..], octets].concat());
        let mut wide = [0; 64];
        wide.copy_from_slice(&challenge);
        let scalar = secret + Scalar::from_bytes_mod_order_wide(&wide) * key.to_scalar();
        [&commitment[..], scalar.as_bytes()].concat()
    };
    let torsion = |octets: &[u8]| {
        let mut wide = [0; 64];
        wide.copy_from_slice(&random(64));
        let secret = Scalar::from_bytes_mod_order_wide(&wide);
        let commitment = EdwardsPoint::mul_base(&secret) + EIGHT_TORSION[1];
        answer(secret, commitment.compress().as_bytes(), octets)
    };
    let not_reduced = |octets: &[u8]| answer(Scalar::ZERO, &NEUTRAL_NOT_REDUCED, octets);
    let torsion = Mode::Attributes.info(signer, HASH, CONTENT, torsion);
    let not_reduced = Mode::Attributes.info(signer, HASH, CONTENT, not_reduced);
    for (name, info, reason, source) in [
        (
            "r-with-torsion",
            torsion,
            "A point of order 8 was added to R: only the equation times the cofactor holds, which backends do not agree to take.",
            "RFC 8032 5.1.7: the equation without the cofactor is enough, and it is the stricter one",
        ),
        (
            "r-not-reduced",
            not_reduced,
            "R is the neutral element with a y of p + 1: no canonical point.",
            "RFC 8032 5.1.3 step 1: y is below p",
        ),
    ] {
        scene.save(name, signer, info, reason, source, passed(signer).forged())?;
    }
    Ok(())
}

/// The neutral element with p + 1 in the place of its y, 1.
pub(super) const NEUTRAL_NOT_REDUCED: [u8; 32] = {
    let mut octets = [0xff; 32];
    octets[0] = 0xee;
    octets[31] = 0x7f;
    octets
};
