//! Strings in pieces, and what a reader of BER must leave alone.

use super::{CONTENT, Scene, document};
use crate::case::{Check, Finding};
use crate::generate::algorithm::Hash;
use crate::generate::attribute::{attribute, signed_octets, usual};
use crate::generate::ber::indefinite;
use crate::generate::der::{octet_string, retag, sequence, tlv, utf8};
use crate::generate::expected::unreadable;
use crate::generate::message::{Layers, Message, SignerInfo};
use crate::generate::oid as id;
use std::{io, slice};

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    texts(scene)?;
    bits(scene)?;
    verbatim(scene)?;
    contents(scene)
}

const TEXT: &str = "한 글자씩 나눈 글";

/// A `UTF8String` in pieces of that type.
fn pieces(piece: fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    TEXT.as_bytes().chunks(7).flat_map(piece).collect()
}

fn utf8_piece(octets: &[u8]) -> Vec<u8> {
    tlv(0x0c, octets)
}

fn texts(scene: &Scene<'_>) -> io::Result<()> {
    let source =
        "X.690 8.23.6: strings of characters are encoded as OCTET STRINGs, and so are their pieces";
    let signer = &scene.signer;
    for (name, value, is_good, about) in [
        (
            "octets",
            tlv(0x2c, &pieces(octet_string)),
            true,
            "a UTF8String in pieces that are OCTET STRINGs",
        ),
        (
            "octets-indefinite",
            indefinite(0x2c, &pieces(octet_string)),
            true,
            "a UTF8String of indefinite length in pieces that are OCTET STRINGs",
        ),
        (
            "texts",
            tlv(0x2c, &pieces(utf8_piece)),
            false,
            "a UTF8String in pieces that are UTF8Strings",
        ),
        (
            "texts-indefinite",
            indefinite(0x2c, &pieces(utf8_piece)),
            false,
            "a UTF8String of indefinite length in pieces that are UTF8Strings",
        ),
    ] {
        let mut unsigned = SignerInfo::message(signer, Hash::Sha256, CONTENT);
        unsigned.unsigned_attributes = vec![attribute(id::UNKNOWN, slice::from_ref(&value))];
        let joined = [usual(CONTENT), vec![attribute(id::UNKNOWN, &[utf8(TEXT)])]].concat();
        let sent = [usual(CONTENT), vec![attribute(id::UNKNOWN, &[value])]].concat();
        let sent = retag(0xa0, &signed_octets(&sent));
        let attributed =
            SignerInfo::over_octets(signer, Hash::Sha256, sent, &signed_octets(&joined));
        for (place, info, passed) in [
            ("unsigned", unsigned, scene.message()),
            (
                "signed",
                attributed,
                scene.attributes().finding(Finding::SignedAttributesNotDer),
            ),
        ] {
            let expect = if is_good {
                passed
            } else {
                unreadable(Check::Format)
            };
            scene.save(
                &format!("text-in-pieces-{name}-{place}"),
                Message::new(CONTENT).signer(signer, info).encode(),
                &format!("The value of an attribute that is {place} is {about}."),
                source,
                expect,
            )?;
        }
    }
    Ok(())
}

fn bits(scene: &Scene<'_>) -> io::Result<()> {
    let source = "X.690 8.6.4: the pieces of a BIT STRING are BIT STRINGs, which nobody needs";
    let signer = &scene.signer;
    for (name, value, is_good, reason) in [
        (
            "bits",
            vec![3, 3, 0, 1, 2],
            true,
            "A BIT STRING in an unsigned attribute is in one piece.",
        ),
        (
            "bits-in-pieces-bits",
            tlv(0x23, &[3, 2, 0, 1, 3, 2, 0, 2]),
            false,
            "A BIT STRING in an unsigned attribute is in pieces that are BIT STRINGs: not supported, and not misread.",
        ),
        (
            "bits-in-pieces-octets",
            tlv(0x23, &[4, 2, 0, 1, 4, 1, 2]),
            false,
            "A BIT STRING in an unsigned attribute is in pieces that are OCTET STRINGs.",
        ),
    ] {
        let mut info = SignerInfo::message(signer, Hash::Sha256, CONTENT);
        info.unsigned_attributes = vec![attribute(id::UNKNOWN, &[value])];
        let expect = if is_good {
            scene.message()
        } else {
            unreadable(Check::Format)
        };
        let document = Message::new(CONTENT).signer(signer, info);
        scene.save(name, document.encode(), reason, source, expect)?;
    }
    Ok(())
}

/// Members of `crls` and `certificates` that would be refused or changed anywhere else.
fn verbatim(scene: &Scene<'_>) -> io::Result<()> {
    let source =
        "DESIGN.md: certificates, CRLs and OCSP responses keep the octets that they came with";
    let deep = (0..100).fold(sequence(&[]), |inner, _| sequence(&[inner]));
    for (name, member, is_good, about) in [
        (
            "deep",
            deep,
            true,
            "nests 100 levels, which would be too deep where it is looked into",
        ),
        (
            "garbage",
            tlv(0x30, &[0xff; 9]),
            true,
            "holds octets that are no elements",
        ),
        (
            "text-pieces",
            sequence(&[tlv(0x2c, &pieces(utf8_piece))]),
            true,
            "holds a string in pieces that are of no good type",
        ),
        (
            "ends-of-contents",
            tlv(0x30, &[0, 0, 0, 0]),
            true,
            "holds end-of-contents octets",
        ),
        (
            "indefinite",
            indefinite(0x30, &pieces(octet_string)),
            true,
            "is of indefinite length",
        ),
        (
            "cut-off",
            vec![0x30, 0x7f, 5, 0],
            false,
            "says that it is longer than what is left",
        ),
    ] {
        for (kind, layers) in [("", Layers::Definite), ("-ber", Layers::AllIndefinite)] {
            let passed = scene.message();
            let mut crls = document(&scene.signer).layers(layers);
            crls.revocation_infos.push(member.clone());
            let mut certificates = document(&scene.signer).layers(layers);
            certificates.certificates.push(member.clone());
            let listed = passed.clone().finding(Finding::UnrecognisedCertificate);
            for (field, document, passed) in [
                ("crls", crls, passed),
                ("certificates", certificates, listed),
            ] {
                let expect = if is_good {
                    passed
                } else {
                    unreadable(Check::Format)
                };
                scene.save(
                    &format!("{field}-{name}{kind}"),
                    document.encode(),
                    &format!("A member of {field} {about}."),
                    source,
                    expect,
                )?;
            }
        }
    }
    Ok(())
}

/// Contents of type id-data that are no OCTET STRINGs once BER has been read.
fn contents(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5652 4 and 5.2: Data is an OCTET STRING";
    let signer = &scene.signer;
    let inner = octet_string(CONTENT);
    for (name, element, is_good, about) in [
        (
            "octets",
            tlv(0x24, &inner),
            true,
            "an OCTET STRING in one piece",
        ),
        (
            "sequence",
            indefinite(0x30, &inner),
            false,
            "a SEQUENCE of indefinite length",
        ),
        (
            "text",
            tlv(0x2c, &inner),
            false,
            "a UTF8String in one piece",
        ),
        (
            "context-tag",
            tlv(0xa0, &inner),
            false,
            "an OCTET STRING under one tag too many",
        ),
        (
            "implicit",
            tlv(0x80, CONTENT),
            false,
            "octets under an implicit tag",
        ),
        (
            "two",
            [inner.clone(), octet_string(b"more")].concat(),
            false,
            "an OCTET STRING, and another one follows",
        ),
    ] {
        // What each would be if its type did not matter.
        let octets = match element[0] {
            0x24 | 0x2c | 0x80 | 0x04 => CONTENT,
            _ => &inner,
        };
        let info = SignerInfo::message(signer, Hash::Sha256, octets);
        let document = Message::new(CONTENT)
            .content_element(element)
            .layers(Layers::OuterIndefinite)
            .signer(signer, info);
        let expect = if is_good {
            scene.message()
        } else {
            unreadable(Check::Format)
        };
        let reason = format!("The content of type id-data is {about}.");
        scene.save(
            &format!("data-{name}"),
            document.encode(),
            &reason,
            source,
            expect,
        )?;
    }
    Ok(())
}
