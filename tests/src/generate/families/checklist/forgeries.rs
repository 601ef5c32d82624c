//! Signatures that only careless arithmetic or careless reading accepts.

use super::super::modes::Mode;
use super::{CONTENT, Scene};
use crate::case::Expectation;
use crate::generate::algorithm::{Hash, identifier, identifier_with_null};
use crate::generate::attribute::{attribute, content_type, message_digest, usual};
use crate::generate::authority::Signer;
use crate::generate::certificate::serial_of;
use crate::generate::der::{bit_string, null, octet_string, oid, sequence, unsigned};
use crate::generate::expected::attributes;
use crate::generate::key::{Key, digest_info, explicit_p256_around};
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid as id;
use crate::generate::seed::random;
use crate::generate::vector::Vector;
use p256::elliptic_curve::ops::{Invert as _, Reduce as _};
use p256::elliptic_curve::point::AffineCoordinates as _;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    custom_generator(scene)?;
    digest_infos(scene)?;
    message_digests(scene)
}

fn save(
    scene: &Scene<'_>,
    name: &str,
    signer: &Signer,
    info: SignerInfo,
    text: [&str; 2],
    expect: Expectation,
) -> io::Result<()> {
    let document = Message::new(CONTENT).signer(signer, info).encode();
    Vector::new(name, document, text[0], text[1], expect).save(scene.family)
}

/// A nonce of ECDSA.
fn nonce() -> p256::NonZeroScalar {
    loop {
        let mut octets = p256::FieldBytes::default();
        octets.copy_from_slice(&random(32));
        if let Some(nonce) = p256::NonZeroScalar::from_repr(octets).into_option() {
            return nonce;
        }
    }
}

/// Whoever chooses the generator can sign for any public key: with the key itself as generator,
/// the private key is one.
fn custom_generator(scene: &Scene<'_>) -> io::Result<()> {
    let victim = Key::ec();
    let point = victim.point();
    let domain = sequence(&[oid(id::ID_EC_PUBLIC_KEY), explicit_p256_around(&point)]);
    let spki = sequence(&[domain, bit_string(&point)]);
    let signer = scene
        .ca
        .certify_as(&victim, &serial_of(20, false), |template| {
            template.spki(spki)
        });
    let info = Mode::Attributes.info(&signer, Hash::Sha256, CONTENT, |octets| {
        let key = p256::PublicKey::from_sec1_bytes(&point).expect("a point of the curve");
        let mut digest = p256::FieldBytes::default();
        digest.copy_from_slice(&Hash::Sha256.of(octets));
        let nonce = nonce();
        let x = (key.to_projective() * *nonce).to_affine().x();
        let r = p256::Scalar::reduce(&x);
        let s = *nonce.invert_vartime() * (p256::Scalar::reduce(&digest) + r);
        sequence(&[unsigned(&r.to_bytes()), unsigned(&s.to_bytes())])
    });
    let reason =
        "The certificate gives the key as its own generator, under which anybody can sign.";
    let text = [
        reason,
        "CVE-2020-0601; RFC 5480 2.1.1: explicit parameters must not be used",
    ];
    save(
        scene,
        "ec-generator-is-the-key",
        &signer,
        info,
        text,
        attributes(&signer).content(CONTENT).unsupported(),
    )
}

/// How what stands in the place of `DigestInfo` is made from the signed octets.
type Made<'a> = &'a dyn Fn(&[u8]) -> Vec<u8>;

fn digest_infos(scene: &Scene<'_>) -> io::Result<()> {
    let source = "Bouncy Castle CVE-2026-12860, CVE-2014-1568, CVE-2022-24772; RFC 8017 8.2.2: the whole block is compared";
    let signer = scene.ca.certify(&Key::rsa(2048), &serial_of(20, false));
    let key = &signer.key;
    let named = || identifier_with_null(Hash::Sha256.oid());
    let right = |octets: &[u8]| digest_info(&named(), &Hash::Sha256.of(octets));
    let other_end = |octets: &[u8]| {
        let mut digest = Hash::Sha256.of(octets);
        digest[30] ^= 1;
        digest[31] ^= 1;
        digest_info(&Hash::Sha256.identifier(), &digest)
    };
    let inside = |octets: &[u8]| {
        sequence(&[
            named(),
            octet_string(&Hash::Sha256.of(octets)),
            octet_string(&random(64)),
        ])
    };
    let behind = |octets: &[u8]| [right(octets), random(64)].concat();
    let parameters = |octets: &[u8]| {
        let algorithm = sequence(&[oid(Hash::Sha256.oid()), null(), octet_string(&random(64))]);
        digest_info(&algorithm, &Hash::Sha256.of(octets))
    };
    let twice = |octets: &[u8]| [right(b"another content"), right(octets)].concat();
    let cases: [(&str, Made<'_>, &str, bool); 6] = [
        ("digest-info", &right, "DigestInfo is as it must be.", true),
        (
            "digest-info-without-null-other-end",
            &other_end,
            "DigestInfo lacks NULL, and the last two octets of the digest are others.",
            false,
        ),
        (
            "digest-info-garbage-inside",
            &inside,
            "Garbage follows the digest inside DigestInfo.",
            false,
        ),
        (
            "digest-info-garbage-behind",
            &behind,
            "Garbage follows DigestInfo, with all the padding before it.",
            false,
        ),
        (
            "digest-info-garbage-behind-null",
            &parameters,
            "Garbage follows NULL inside the digest's identifier.",
            false,
        ),
        (
            "digest-info-twice",
            &twice,
            "Another content's DigestInfo stands before the right one.",
            false,
        ),
    ];
    for (name, make, reason, is_good) in cases {
        let info = Mode::Attributes.info(&signer, Hash::Sha256, CONTENT, |octets| {
            key.rsa_raw(&key.rsa_block(&make(octets)))
        });
        let expect = attributes(&signer).content(CONTENT);
        let expect = if is_good { expect } else { expect.forged() };
        save(scene, name, &signer, info, [reason, source], expect)?;
    }
    Ok(())
}

/// message-digest of types that readers have tripped over.
fn message_digests(scene: &Scene<'_>) -> io::Result<()> {
    let source = "OpenSSL CVE-2026-22796: the value's type was not looked at";
    let signer = &scene.signer;
    let digest = Hash::Sha256.of(CONTENT);
    let passed = || attributes(signer).content(CONTENT);
    for (name, value) in [
        ("message-digest-null", null()),
        (
            "message-digest-sequence",
            sequence(&[octet_string(&digest)]),
        ),
        ("message-digest-algorithm", identifier(Hash::Sha256.oid())),
        (
            "message-digest-context-tag",
            [&[0x84, 32], &digest[..]].concat(),
        ),
    ] {
        let list = [
            content_type(id::ID_DATA),
            attribute(id::ID_MESSAGE_DIGEST, &[value]),
        ];
        let info = SignerInfo::over(signer, Hash::Sha256, &list);
        let reason = "message-digest's value is no OCTET STRING.";
        save(
            scene,
            name,
            signer,
            info,
            [reason, source],
            passed().malformed_attributes(),
        )?;
    }
    let list = [content_type(id::ID_DATA), message_digest(&digest)];
    let info = SignerInfo::over(signer, Hash::Sha256, &list);
    let reason = "message-digest's value is an OCTET STRING.";
    save(
        scene,
        "message-digest-octet-string",
        signer,
        info,
        [reason, source],
        passed(),
    )?;
    let twice = [
        usual(CONTENT),
        vec![message_digest(&Hash::Sha256.of(b"another content"))],
    ]
    .concat();
    let info = SignerInfo::over(signer, Hash::Sha256, &twice);
    let reason = "A second message-digest follows the usual attributes, for another content.";
    save(
        scene,
        "message-digest-for-two-contents",
        signer,
        info,
        [reason, source],
        passed().malformed_attributes(),
    )
}
