//! Documents with octets too many or too few, lengths that lie, and nesting without end.

use super::{CONTENT, Scene};
use crate::case::Check;
use crate::generate::attribute::attribute;
use crate::generate::ber::indefinite;
use crate::generate::der::{content_of, null, octet_string, oid, sequence, tlv};
use crate::generate::expected::unreadable;
use crate::generate::message::{Layers, content_info};
use crate::generate::oid as id;
use crate::generate::vector::Vector;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    trailing(scene)?;
    cut(scene)?;
    lengths(scene)?;
    depth(scene)
}

fn trailing(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5652 3: one ContentInfo; mbed TLS asn1_fail";
    let after = |tail: &[u8]| [&scene.octets[..], tail].concat();
    let outer = content_of(&scene.octets);
    scene.refused(
        "trailing-garbage",
        after(b"garbage"),
        "Garbage follows the document.",
        source,
    )?;
    scene.refused(
        "trailing-document",
        after(&scene.octets),
        "A second document follows the first.",
        source,
    )?;
    scene.refused(
        "trailing-null",
        after(&null()),
        "A NULL follows the document.",
        source,
    )?;
    scene.refused(
        "trailing-two-newlines",
        after(b"\n\n"),
        "Two newlines follow the document, and one is tolerated.",
        source,
    )?;
    scene.refused(
        "trailing-octets-inside-content-info",
        tlv(0x30, &[outer, &[0, 0]].concat()),
        "Two octets follow SignedData inside ContentInfo.",
        source,
    )?;
    scene.refused(
        "trailing-element-inside-content-info",
        tlv(0x30, &[outer, &null()].concat()),
        "A NULL follows SignedData inside ContentInfo.",
        source,
    )?;
    let signed_data = content_of(&outer[oid(id::ID_SIGNED_DATA).len()..]);
    let longer = sequence(&[content_of(signed_data).to_vec(), null()]);
    scene.refused(
        "trailing-element-inside-signed-data",
        content_info(id::ID_SIGNED_DATA, &longer, Layers::Definite),
        "A NULL follows signerInfos inside SignedData.",
        source,
    )?;
    let mut document = scene.document();
    let signature = octet_string(&document.signers[0].signature);
    document.signers[0].signature_element = Some([signature, null()].concat());
    scene.refused(
        "trailing-element-inside-signer-info",
        document.encode(),
        "A NULL follows the signature inside SignerInfo.",
        source,
    )
}

fn cut(scene: &Scene<'_>) -> io::Result<()> {
    let source = "A file that was not stored whole";
    let octets = &scene.octets;
    for (name, length, reason) in [
        (
            "truncated-last-octet",
            octets.len() - 1,
            "The last octet is missing.",
        ),
        (
            "truncated-half",
            octets.len() / 2,
            "The second half is missing.",
        ),
        ("truncated-after-tag", 1, "Only the first tag is there."),
        (
            "truncated-in-length",
            3,
            "The document ends in the octets of the first length.",
        ),
    ] {
        scene.refused(name, octets[..length].to_vec(), reason, source)?;
    }
    let endless = scene.document().layers(Layers::OuterIndefinite).encode();
    scene.refused(
        "missing-end-of-contents",
        endless[..endless.len() - 2].to_vec(),
        "The end-of-contents octets of the outermost layer are missing.",
        source,
    )?;
    scene.refused(
        "missing-all-ends-of-contents",
        endless[..endless.len() - 6].to_vec(),
        "The end-of-contents octets of the three outer layers are missing.",
        source,
    )?;
    let garbled = [&endless[..endless.len() - 1], &[1]].concat();
    scene.refused(
        "end-of-contents-with-length",
        garbled,
        "The last end-of-contents has a length of one.",
        source,
    )
}

fn lengths(scene: &Scene<'_>) -> io::Result<()> {
    let source = "X.690 8.1.3; NSS kHugeLenAsn1";
    let with_length = |octets: &[u8]| [&[0x30], octets, content_of(&scene.octets)].concat();
    for (name, octets, reason) in [
        (
            "length-2-to-31",
            with_length(&[0x84, 0x7f, 0xff, 0xff, 0xff]),
            "The length is 2^31 - 1.",
        ),
        (
            "length-2-to-32",
            with_length(&[0x84, 0xff, 0xff, 0xff, 0xff]),
            "The length is 2^32 - 1.",
        ),
        (
            "length-2-to-63",
            with_length(&[0x88, 0x7f, 255, 255, 255, 255, 255, 255, 255]),
            "The length is 2^63 - 1.",
        ),
        (
            "length-2-to-64",
            with_length(&[0x89, 1, 0, 0, 0, 0, 0, 0, 0, 0]),
            "The length is 2^64.",
        ),
        (
            "length-of-126-octets",
            with_length(&[&[0xfe][..], &[0xff; 126]].concat()),
            "The length has 126 octets.",
        ),
        (
            "length-reserved",
            with_length(&[0xff, 0x10]),
            "The first length octet is FF, which is reserved.",
        ),
        (
            "length-one-too-long",
            with_length(&longer_by_one(&scene.octets)),
            "The length reaches one octet beyond the end.",
        ),
    ] {
        scene.refused(name, octets, reason, source)?;
    }
    let primitive = scene
        .document()
        .content_element([&[0x04, 0x80], CONTENT, &[0, 0]].concat());
    let reason = "A primitive OCTET STRING has an indefinite length.";
    scene.refused(
        "indefinite-primitive",
        primitive.encode(),
        reason,
        "X.690 8.1.3.2",
    )?;
    let mixed = scene
        .document()
        .content_element(indefinite(0x24, &tlv(0x0c, CONTENT)));
    let reason = "A constructed OCTET STRING has a UTF8String as its piece.";
    scene.refused(
        "pieces-of-another-type",
        mixed.encode(),
        reason,
        "X.690 8.7.3.2",
    )
}

/// The length octets of a document, in four octets, plus one.
fn longer_by_one(document: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content_of(document).len() + 1).expect("vectors are small");
    [&[0x84], length.to_be_bytes().as_slice()].concat()
}

fn depth(scene: &Scene<'_>) -> io::Result<()> {
    let source = "Bouncy Castle CVE-2026-13506 and CVE-2026-14682: nesting is bounded";
    let nested = |levels: usize| (0..levels).fold(null(), |inner, _| tlv(0x30, &inner));
    scene.refused(
        "nested-65-levels",
        nested(65),
        "65 SEQUENCEs are nested, and 64 levels are allowed.",
        source,
    )?;
    let endless = [0x30, 0x80].repeat(100_000);
    scene.refused(
        "nested-100000-levels",
        endless,
        "100,000 indefinite SEQUENCEs begin, and none ends.",
        source,
    )?;
    let pieces = (0..100).fold(octet_string(CONTENT), |inner, _| tlv(0x24, &inner));
    let document = scene.document().content_element(pieces);
    scene.refused(
        "nested-pieces-100-levels",
        document.encode(),
        "The content's pieces are nested 100 deep.",
        source,
    )?;
    for (name, levels) in [
        ("nested-unsigned-attribute-40-levels", 40),
        ("nested-unsigned-attribute-100-levels", 100),
    ] {
        let mut document = scene.document();
        document.signers[0].unsigned_attributes = vec![attribute(id::UNKNOWN, &[nested(levels)])];
        let reason = format!(
            "An unsigned attribute's value is nested {levels} deep; the whole may have 64 levels."
        );
        let expect = if levels < 64 {
            scene.passed()
        } else {
            unreadable(Check::Format)
        };
        Vector::new(name, document.encode(), &reason, source, expect).save(scene.family)?;
    }
    Ok(())
}
