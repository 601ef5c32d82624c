//! Values in signed attributes that have no DER encoding, repeated types among many, and claims
//! about algorithms and certificates with something left over.

use super::{CONTENT, Scene};
use crate::case::{Check, Expectation, SubIndication};
use crate::generate::algorithm::{Hash, identifier};
use crate::generate::attribute::{
    attribute, content_type, issuer_serial, message_digest, signing_certificate_v2,
};
use crate::generate::certificate::policy;
use crate::generate::der::{content_of, integer, null, octet_string, retag, sequence, utf8};
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid as id;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    values(scene)?;
    repeated(scene)?;
    protections(scene)?;
    certificates(scene)
}

/// content-type and message-digest, and what else is signed.
fn with(more: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let digest = message_digest(&Hash::Sha256.of(CONTENT));
    [&[content_type(id::ID_DATA), digest], more].concat()
}

/// A case about attributes that are signed as they are sent.
fn save(
    scene: &Scene<'_>,
    name: &str,
    attributes: &[Vec<u8>],
    reason: &str,
    source: &str,
    expect: Expectation,
) -> io::Result<()> {
    let info = SignerInfo::over(&scene.signer, Hash::Sha256, attributes);
    let document = Message::new(CONTENT).signer(&scene.signer, info);
    scene.save(name, document.encode(), reason, source, expect)
}

fn values(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5652 5.3: SignedAttributes MUST be DER encoded; X.690 8.2 to 8.8, 11.1, 11.2";
    for (name, value, is_der, about) in [
        ("integer", &[2, 1, 1][..], true, "an INTEGER"),
        (
            "integer-zero-padded",
            &[2, 2, 0, 1],
            false,
            "the INTEGER 1 in two octets",
        ),
        (
            "integer-sign-octet",
            &[2, 2, 0, 0x80],
            true,
            "the INTEGER 128, whose sign octet is needed",
        ),
        (
            "integer-negative-padded",
            &[2, 2, 0xff, 0xff],
            false,
            "the INTEGER -1 in two octets",
        ),
        (
            "integer-negative",
            &[2, 1, 0xff],
            true,
            "the INTEGER -1 in one octet",
        ),
        ("integer-empty", &[2, 0], false, "an empty INTEGER"),
        (
            "enumerated",
            &[0x0a, 1, 1],
            true,
            "an ENUMERATED of one octet",
        ),
        (
            "enumerated-zero-padded",
            &[0x0a, 2, 0, 1],
            false,
            "the ENUMERATED 1 in two octets",
        ),
        ("boolean-true", &[1, 1, 0xff], true, "TRUE as FF"),
        ("boolean-false", &[1, 1, 0], true, "FALSE as 00"),
        ("boolean-one", &[1, 1, 1], false, "TRUE as 01"),
        (
            "boolean-long",
            &[1, 2, 0xff, 0xff],
            false,
            "a BOOLEAN of two octets",
        ),
        ("boolean-empty", &[1, 0], false, "an empty BOOLEAN"),
        (
            "bits",
            &[3, 2, 7, 0x80],
            true,
            "a BIT STRING of one bit, the others zero",
        ),
        (
            "bits-unused-set",
            &[3, 2, 7, 0xff],
            false,
            "a BIT STRING of one bit, the unused ones set",
        ),
        (
            "bits-last-unused-set",
            &[3, 2, 1, 0x01],
            false,
            "a BIT STRING of seven bits, the unused one set",
        ),
        (
            "bits-none-unused",
            &[3, 2, 0, 0x01],
            true,
            "a BIT STRING of eight bits",
        ),
        ("bits-none", &[3, 1, 0], true, "a BIT STRING of no bits"),
        (
            "bits-none-but-unused",
            &[3, 1, 7],
            false,
            "a BIT STRING of no bits, seven of them unused",
        ),
        (
            "bits-eight-unused",
            &[3, 2, 8, 0],
            false,
            "a BIT STRING of which eight bits are unused",
        ),
        ("bits-empty", &[3, 0], false, "an empty BIT STRING"),
        ("null", &[5, 0], true, "a NULL"),
        ("null-long", &[5, 1, 0], false, "a NULL of one octet"),
    ] {
        for (place, value) in [
            ("", value.to_vec()),
            ("-inside", sequence(&[utf8("before"), value.to_vec()])),
        ] {
            let list = with(&[attribute(id::UNKNOWN, &[value])]);
            let depth = if place.is_empty() {
                "an unknown attribute"
            } else {
                "a SEQUENCE in an unknown attribute"
            };
            let (reason, expect) = if is_der {
                let reason = format!("The value of {depth} is {about}, in DER.");
                (reason, scene.attributes())
            } else {
                let reason = format!("The value of {depth} is {about}, which is not DER.");
                (reason, scene.attributes().malformed_attributes())
            };
            save(
                scene,
                &format!("value-{name}{place}"),
                &list,
                &reason,
                source,
                expect,
            )?;
        }
    }
    Ok(())
}

fn repeated(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5652 5.3: no attribute type more than once";
    let numbered = |number: usize| attribute(&format!("{}.{number}", id::UNKNOWN), &[integer(1)]);
    for count in [8, 9, 10] {
        // content-type and message-digest are among them.
        let different: Vec<Vec<u8>> = (0..count - 2).map(numbered).collect();
        save(
            scene,
            &format!("types-{count}"),
            &with(&different),
            &format!("{count} attributes are of {count} types."),
            source,
            scene.attributes(),
        )?;
        let mut twice = different;
        twice.pop();
        // Of another length, so that the two are not neighbours in DER.
        let longer = utf8("the value of the second of its type");
        twice.push(attribute(&format!("{}.0", id::UNKNOWN), &[longer]));
        save(
            scene,
            &format!("types-{count}-one-twice"),
            &with(&twice),
            &format!("{count} attributes are of {} types.", count - 1),
            source,
            scene.attributes().malformed_attributes(),
        )?;
    }
    let mut many: Vec<Vec<u8>> = (0..9).map(numbered).collect();
    many.push(message_digest(&Hash::Sha256.of(b"another content")));
    save(
        scene,
        "types-many-message-digest-twice",
        &with(&many),
        "Among twelve attributes two are message-digests, of which one fits.",
        source,
        scene.attributes().malformed_attributes(),
    )
}

fn protections(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 6211 2: exactly one of signatureAlgorithm and macAlgorithm, and nothing more";
    let digest = Hash::Sha256.identifier();
    let signature = retag(0xa1, &Hash::Sha256.with_ecdsa());
    let mac = retag(0xa2, &Hash::Sha256.with_ecdsa());
    let wrong = || {
        scene
            .attributes()
            .failed(SubIndication::SigCryptoFailure, Check::AlgorithmProtection)
    };
    let malformed = || scene.attributes().malformed_attributes();
    for (name, fields, reason, expect) in [
        (
            "signature",
            vec![digest.clone(), signature.clone()],
            "The attribute names digest and signature algorithm.",
            scene.attributes(),
        ),
        (
            "signature-and-mac",
            vec![digest.clone(), signature.clone(), mac.clone()],
            "The attribute names the algorithm of a signature and that of a MAC.",
            wrong(),
        ),
        (
            "neither",
            vec![digest.clone()],
            "The attribute names the digest algorithm alone.",
            wrong(),
        ),
        (
            "mac-before-signature",
            vec![digest.clone(), mac, signature.clone()],
            "The attribute names the algorithm of a MAC, then that of a signature.",
            malformed(),
        ),
        (
            "signature-twice",
            vec![digest.clone(), signature.clone(), signature.clone()],
            "The attribute names the signature algorithm twice.",
            malformed(),
        ),
        (
            "with-more",
            vec![digest.clone(), signature.clone(), null()],
            "A NULL follows the algorithms in the attribute.",
            malformed(),
        ),
        (
            "algorithm-with-more",
            vec![
                digest.clone(),
                retag(
                    0xa1,
                    &sequence(&[Hash::Sha256.with_ecdsa()[2..].to_vec(), null(), null()]),
                ),
            ],
            "The signature algorithm in the attribute has two parameters.",
            malformed(),
        ),
        (
            "signature-untagged",
            vec![digest, Hash::Sha256.with_ecdsa()],
            "The signature algorithm in the attribute lacks its tag.",
            malformed(),
        ),
    ] {
        let list = with(&[attribute(
            id::ID_AA_CMS_ALGORITHM_PROTECT,
            &[sequence(&fields)],
        )]);
        let name = format!("protection-{name}");
        save(scene, &name, &list, reason, source, expect)?;
    }
    Ok(())
}

fn certificates(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5035 3 to 5";
    let signer = &scene.signer;
    let digest = |certificate: &[u8]| octet_string(&Hash::Sha256.of(certificate));
    let own = digest(&signer.certificate);
    let other = digest(b"another certificate");
    let place = issuer_serial(&signer.issuer, &signer.serial);
    let list = |parts: &[Vec<u8>]| vec![sequence(parts)];
    let policies = sequence(&[policy("2.25.1", &[])]);
    let malformed = || scene.attributes().malformed_attributes();
    let wrong = || {
        scene.attributes().indeterminate(
            SubIndication::SigConstraintsFailure,
            Check::SigningCertificate,
        )
    };
    let ids = |parts: &[Vec<u8>]| list(&[sequence(parts)]);
    let one = |fields: &[Vec<u8>]| ids(&[sequence(fields)]);
    let md5 = identifier(id::ID_MD5);
    let place_with_more = sequence(&[content_of(&place).to_vec(), null()]);
    for (name, values, reason, expect) in [
        (
            "policies",
            list(&[sequence(&[sequence(std::slice::from_ref(&own))]), policies]),
            "Policies follow the certificates, as they may.",
            scene.attributes(),
        ),
        (
            "own-first",
            ids(&[
                sequence(std::slice::from_ref(&own)),
                sequence(std::slice::from_ref(&other)),
            ]),
            "The signer's certificate is the first of two.",
            scene.attributes(),
        ),
        (
            "own-second",
            ids(&[
                sequence(std::slice::from_ref(&other)),
                sequence(std::slice::from_ref(&own)),
            ]),
            "The signer's certificate is the second of two, and the first is the signer's.",
            wrong(),
        ),
        (
            "unknown-digest",
            one(&[md5, own.clone()]),
            "The certificate is named by a digest that is not supported.",
            wrong(),
        ),
        (
            "with-more",
            one(&[own.clone(), place.clone(), null()]),
            "A NULL follows issuer and serial number.",
            malformed(),
        ),
        (
            "with-more-behind-digest",
            one(&[own.clone(), null()]),
            "A NULL follows the digest.",
            malformed(),
        ),
        (
            "with-more-behind-serial",
            one(&[own.clone(), place_with_more]),
            "A NULL follows the serial number.",
            malformed(),
        ),
        (
            "with-more-behind-policies",
            list(&[
                sequence(&[sequence(std::slice::from_ref(&own))]),
                sequence(&[]),
                null(),
            ]),
            "A NULL follows the policies.",
            malformed(),
        ),
        (
            "no-certificate",
            ids(&[]),
            "The list of certificates is empty.",
            malformed(),
        ),
        (
            "two-values",
            [one(std::slice::from_ref(&own)), one(&[other])].concat(),
            "The attribute has two values, of which one fits.",
            malformed(),
        ),
        (
            "digest-in-sequence",
            one(&[sequence(&[own])]),
            "The digest is in a SEQUENCE.",
            malformed(),
        ),
    ] {
        let attributes = with(&[attribute(id::ID_AA_SIGNING_CERTIFICATE_V2, &values)]);
        let name = format!("ess-v2-{name}");
        save(scene, &name, &attributes, reason, source, expect)?;
    }
    let whole = with(&[signing_certificate_v2(
        &signer.certificate,
        Hash::Sha256,
        Some(place),
    )]);
    let reason = "Digest, issuer and serial number are those of the signer's certificate.";
    save(
        scene,
        "ess-v2-whole",
        &whole,
        reason,
        source,
        scene.attributes(),
    )
}
