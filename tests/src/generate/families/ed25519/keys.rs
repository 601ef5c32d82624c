//! Keys under which a signature means nothing, and keys that are none.

use super::forgeries::NEUTRAL_NOT_REDUCED;
use super::{CONTENT, HASH, Scene, good, passed};
use crate::case::Finding;
use crate::generate::algorithm::{identifier, identifier_with_null};
use crate::generate::attribute::{
    content_type, message_digest, signed_field, signed_octets, unknown,
};
use crate::generate::authority::Signer;
use crate::generate::der::{bit_string, octet_string, oid, sequence};
use crate::generate::message::SignerInfo;
use crate::generate::oid as id;
use curve25519_dalek::constants::EIGHT_TORSION;
use curve25519_dalek::edwards::CompressedEdwardsY;
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::IsIdentity as _;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    small_order(scene)?;
    no_points(scene)?;
    parameters(scene)
}

/// The key field around these octets.
fn spki(octets: &[u8]) -> Vec<u8> {
    sequence(&[identifier(id::ID_ED25519), bit_string(octets)])
}

/// A signature that fits the key, which is of small order, and that nobody's private key made:
/// R is of small order too, S is zero, and an attribute varies until R + kA is the neutral element.
fn keyless(signer: &Signer, public: &[u8; 32]) -> SignerInfo {
    let key = CompressedEdwardsY(*public)
        .decompress()
        .expect("points of small order are points");
    let candidates = (0_u32..).flat_map(|counter| {
        let list = [
            content_type(id::ID_DATA),
            message_digest(&HASH.of(CONTENT)),
            unknown(&counter.to_string()),
        ];
        EIGHT_TORSION.map(|commitment| (list.clone(), commitment))
    });
    for (list, commitment) in candidates {
        let octets = commitment.compress().to_bytes();
        let mut wide = [0; 64];
        wide.copy_from_slice(&HASH.of(&[&octets[..], public, &signed_octets(&list)].concat()));
        let challenge = Scalar::from_bytes_mod_order_wide(&wide);
        if (commitment + challenge * key).is_identity() {
            let mut info = SignerInfo::unsigned(signer, HASH).signed([octets, [0; 32]].concat());
            info.signed_attributes = Some(signed_field(&list));
            return info;
        }
    }
    unreachable!("one in eight candidates fits")
}

fn small_order(scene: &Scene<'_>) -> io::Result<()> {
    let source =
        "RFC 8032 5.1.7 and 8.4 ff.; a key of small order has signatures that no private key made";
    let of = |index: usize| EIGHT_TORSION[index].compress().to_bytes();
    let cases: [(&str, [u8; 32], &str); 5] = [
        ("key-neutral", of(0), "The key is the neutral element."),
        ("key-of-order-2", of(4), "The key is of order 2."),
        ("key-of-order-4", of(2), "The key is of order 4."),
        ("key-of-order-8", of(1), "The key is of order 8."),
        (
            "key-neutral-not-reduced",
            NEUTRAL_NOT_REDUCED,
            "The key is the neutral element with a y of p + 1.",
        ),
    ];
    for (name, public, about) in cases {
        let signer = scene.holding(spki(&public));
        let reason = format!("{about} The signature fits, and anybody could have made it.");
        let info = keyless(&signer, &public);
        scene.save(
            name,
            &signer,
            info,
            &reason,
            source,
            passed(&signer).unsupported(),
        )?;
    }
    Ok(())
}

fn no_points(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 8032 5.1.3: decoding";
    let own = scene.signer.key.point();
    let mut prime_and_three = NEUTRAL_NOT_REDUCED;
    prime_and_three[0] += 2;
    for (name, octets, reason) in [
        (
            "key-not-reduced",
            prime_and_three.to_vec(),
            "The key's y is p + 3, which is not below p.",
        ),
        (
            "key-of-31-octets",
            own[..31].to_vec(),
            "The key lacks its last octet.",
        ),
        (
            "key-of-33-octets",
            [&own[..], &[0]].concat(),
            "The key has an octet too many.",
        ),
        ("key-empty", Vec::new(), "The key is empty."),
        (
            "key-in-octet-string",
            octet_string(&own),
            "The key is wrapped in an OCTET STRING, as private keys are.",
        ),
    ] {
        let signer = scene.holding(spki(&octets));
        scene.save(
            name,
            &signer,
            good(&signer),
            reason,
            source,
            passed(&signer).unsupported(),
        )?;
    }
    let off_curve = (2..=u8::MAX)
        .map(|first| {
            let mut octets = [0; 32];
            octets[0] = first;
            octets
        })
        .find(|octets| CompressedEdwardsY(*octets).decompress().is_none())
        .expect("half of all y have no x");
    let signer = scene.holding(spki(&off_curve));
    scene.save(
        "key-off-curve",
        &signer,
        good(&signer),
        "The key's y has no x on the curve, which only arithmetic finds: the signature is none of it.",
        "RFC 8032 5.1.7 step 1: where the key cannot be decoded, the signature is invalid",
        passed(&signer).forged(),
    )
}

fn parameters(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 8410 3: parameters are absent; NULL is read as absent";
    let bits = bit_string(&scene.signer.key.point());
    let garbage = sequence(&[oid(id::ID_ED25519), octet_string(&[0x47; 4])]);
    let null = scene.holding(sequence(&[
        identifier_with_null(id::ID_ED25519),
        bits.clone(),
    ]));
    let reason = "The key's algorithm has NULL parameters.";
    scene.save(
        "key-null-parameters",
        &null,
        good(&null),
        reason,
        source,
        passed(&null).finding(Finding::AlgorithmParametersForm),
    )?;
    let other = scene.holding(sequence(&[garbage, bits.clone()]));
    let reason = "The key's algorithm has parameters, and none are defined.";
    scene.save(
        "key-other-parameters",
        &other,
        good(&other),
        reason,
        source,
        passed(&other).unsupported(),
    )?;
    let x25519 = scene.holding(sequence(&[identifier("1.3.101.110"), bits]));
    let reason = "The key is of X25519, which makes no signatures.";
    scene.save(
        "key-of-x25519",
        &x25519,
        good(&x25519),
        reason,
        source,
        passed(&x25519).unsupported(),
    )
}
