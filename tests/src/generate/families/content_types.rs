//! Contents other than id-data, and what others add to a signature without being trusted.

mod unsigned;

use crate::case::{Check, Expectation, Finding, SubIndication};
use crate::generate::algorithm::{Hash, identifier_with_null};
use crate::generate::attribute::{content_type, message_digest};
use crate::generate::authority::{Authority, Signer};
use crate::generate::ber::long_length;
use crate::generate::der::{
    content_of, explicit, generalized_time, implicit_octets, integer, octet_string, oid, sequence,
    set, tlv, utf8,
};
use crate::generate::expected::{attributes, message, unreadable};
use crate::generate::message::{Layers, Message, SignerInfo};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

/// One signer for the whole family.
struct Scene<'a> {
    family: &'a Family,
    ca: Authority,
    signer: Signer,
}

impl Scene<'_> {
    /// A document of a content type, whose attributes name it and digest `digested`.
    fn labelled(&self, kind: &'static str, element: Vec<u8>, digested: &[u8]) -> Message {
        let list = [
            content_type(kind),
            message_digest(&Hash::Sha256.of(digested)),
        ];
        let mut document = Message::detached()
            .signer(
                &self.signer,
                SignerInfo::over(&self.signer, Hash::Sha256, &list),
            )
            .content_element(element);
        document.content_type = kind;
        document
    }

    /// A document of a content type, whose signature covers `signed` without attributes.
    fn bare(&self, kind: &'static str, element: Vec<u8>, signed: &[u8]) -> Message {
        let mut document = Message::detached()
            .signer(
                &self.signer,
                SignerInfo::message(&self.signer, Hash::Sha256, signed),
            )
            .content_element(element);
        document.content_type = kind;
        document
    }

    fn save(
        &self,
        name: &str,
        document: &Message,
        reason: &str,
        source: &str,
        expect: Expectation,
    ) -> io::Result<()> {
        Vector::new(name, document.encode(), reason, source, expect).save(self.family)
    }
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    let signer = ca.ec_signer();
    let scene = Scene { family, ca, signer };
    structures(&scene)?;
    labels(&scene)?;
    authenticode(&scene)?;
    data(&scene)?;
    unsigned::make(&scene)
}

/// `TSTInfo` (RFC 3161 2.4.2) over the SHA-256 digest of `stamped`.
fn tst_info(stamped: &[u8]) -> Vec<u8> {
    let imprint = sequence(&[
        Hash::Sha256.identifier(),
        octet_string(&Hash::Sha256.of(stamped)),
    ]);
    sequence(&[
        integer(1),
        oid(id::UNKNOWN),
        imprint,
        integer(7),
        generalized_time("20260302085945Z"),
    ])
}

/// `Receipt` (RFC 2634 2.8).
fn receipt() -> Vec<u8> {
    sequence(&[
        integer(1),
        oid(id::ID_DATA),
        octet_string(b"the message that was received"),
        octet_string(&[0x5a; 70]),
    ])
}

/// `SpcIndirectDataContent` of a code signature.
fn spc_indirect_data() -> Vec<u8> {
    let file = explicit(2, &implicit_octets(0, &[0, b'a']));
    let data = sequence(&[
        oid("1.3.6.1.4.1.311.2.1.15"),
        sequence(&[tlv(0x03, &[0]), tlv(0xa0, &file)]),
    ]);
    let digest = sequence(&[
        identifier_with_null(Hash::Sha256.oid()),
        octet_string(&[0x6d; 32]),
    ]);
    sequence(&[data, digest])
}

fn structures(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.signer;
    let stamp = tst_info(b"what was stamped");
    let inner = Message::new(b"an inner content").encode();
    for (name, kind, content, reason, source) in [
        (
            "tst-info",
            id::ID_CT_TST_INFO,
            stamp,
            "The content is a timestamp's TSTInfo, and its type is among the attributes.",
            "RFC 3161 2.4.2",
        ),
        (
            "receipt",
            id::ID_CT_RECEIPT,
            receipt(),
            "The content is a receipt, and its type is among the attributes.",
            "RFC 2634 2.8",
        ),
        (
            "signed-data-inside",
            id::ID_SIGNED_DATA,
            inner,
            "The content is a SignedData, and its type is among the attributes.",
            "RFC 5652 5.2",
        ),
        (
            "unknown-type",
            id::UNKNOWN,
            b"anything".to_vec(),
            "Nobody knows the content's type, and it is signed like any other.",
            "RFC 5652 5.2",
        ),
    ] {
        let good = scene.labelled(kind, octet_string(&content), &content);
        scene.save(
            name,
            &good,
            reason,
            source,
            attributes(signer).content(&content),
        )?;
        let bare = scene.bare(kind, octet_string(&content), &content);
        let name = format!("{name}-without-attributes");
        let reason =
            "Attributes must be present when the content is not id-data, and there are none.";
        let expect = message(signer).content(&content).malformed_attributes();
        scene.save(&name, &bare, reason, "RFC 5652 5.3", expect)?;
    }
    Ok(())
}

/// The type outside and the type among the attributes.
fn labels(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5652 11.1: content-type is eContentType";
    let content = tst_info(b"what was stamped");
    let pairs = [
        ("tst-info-called-data", id::ID_CT_TST_INFO, id::ID_DATA),
        ("data-called-tst-info", id::ID_DATA, id::ID_CT_TST_INFO),
        (
            "receipt-called-tst-info",
            id::ID_CT_RECEIPT,
            id::ID_CT_TST_INFO,
        ),
    ];
    for (name, signed, called) in pairs {
        let mut document = scene.labelled(signed, octet_string(&content), &content);
        document.content_type = called;
        let reason = "eContentType was changed after signing.";
        let expect = attributes(&scene.signer)
            .content(&content)
            .malformed_attributes();
        scene.save(name, &document, reason, source, expect)?;
    }
    Ok(())
}

/// PKCS #7 allowed contents that are no OCTET STRING, and code signatures have one.
fn authenticode(scene: &Scene<'_>) -> io::Result<()> {
    let source =
        "RFC 2315 9.3, RFC 5652 5.2.1: the content octets are digested, without tag and length";
    let (signer, kind) = (&scene.signer, id::SPC_INDIRECT_DATA);
    let element = spc_indirect_data();
    let inside = content_of(&element);
    let good = scene.labelled(kind, element.clone(), inside);
    let passed = || attributes(signer).content(inside);
    let wrong = || passed().failed(SubIndication::HashFailure, Check::MessageDigest);
    let mut version_1 = good.clone();
    version_1.version = Some(1);
    let in_ber = good.clone().layers(Layers::AllIndefinite);
    let long = scene.labelled(kind, long_length(0x30, inside), inside);
    let whole = scene.labelled(kind, element.clone(), &element);
    let as_set = scene.labelled(kind, set(&[integer(1)]), content_of(&set(&[integer(1)])));
    let text = scene.labelled(kind, utf8("text"), b"text");
    let wrapped = scene.labelled(kind, octet_string(&element), &element);
    let mut changed = good.clone();
    changed.content = Some([&element[..element.len() - 1], &[0x6c]].concat());
    let other = [&inside[..inside.len() - 1], &[0x6c]].concat();
    let cases: [(&str, &Message, &str, Expectation); 9] = [
        (
            "spc-indirect-data",
            &good,
            "The content is a SEQUENCE, and its content octets were digested.",
            passed(),
        ),
        (
            "spc-indirect-data-version-1",
            &version_1,
            "The version is 1 as in PKCS #7, where RFC 5652 asks for 3.",
            passed().finding(Finding::VersionMismatch),
        ),
        (
            "spc-indirect-data-in-ber",
            &in_ber,
            "The layers around the SEQUENCE have indefinite lengths.",
            passed(),
        ),
        (
            "spc-indirect-data-long-length",
            &long,
            "The SEQUENCE has a length of four octets, which are not digested.",
            passed(),
        ),
        (
            "spc-indirect-data-digest-of-the-element",
            &whole,
            "The whole SEQUENCE was digested, with its tag and length.",
            wrong(),
        ),
        (
            "spc-indirect-data-changed",
            &changed,
            "The last octet of the content changed after signing.",
            attributes(signer)
                .content(&other)
                .failed(SubIndication::HashFailure, Check::MessageDigest),
        ),
        (
            "spc-indirect-data-in-octet-string",
            &wrapped,
            "The SEQUENCE is inside an OCTET STRING, as CMS has it, and is digested as a whole.",
            attributes(signer).content(&element),
        ),
        (
            "spc-indirect-data-as-set",
            &as_set,
            "The content is a SET, and its content octets were digested.",
            attributes(signer).content(content_of(&set(&[integer(1)]))),
        ),
        (
            "spc-indirect-data-as-text",
            &text,
            "The content is a UTF8String, and its octets were digested.",
            attributes(signer).content(b"text"),
        ),
    ];
    for (name, document, reason, expect) in cases {
        let expect = if name == "spc-indirect-data-in-octet-string" {
            expect
        } else {
            expect.finding(Finding::ContentNotOctetString)
        };
        scene.save(name, document, reason, source, expect)?;
    }
    let bare = scene.bare(kind, element.clone(), inside);
    let reason = "Attributes must be present when the content is not id-data, and there are none.";
    scene.save(
        "spc-indirect-data-without-attributes",
        &bare,
        reason,
        "RFC 5652 5.3",
        message(signer)
            .content(inside)
            .malformed_attributes()
            .finding(Finding::ContentNotOctetString),
    )?;
    let mut detached = good;
    detached.content = None;
    Vector::new(
        "spc-indirect-data-detached",
        detached.encode(),
        "The content is detached; what is supplied are the octets that are digested.",
        source,
        attributes(signer),
    )
    .content(inside)
    .save(scene.family)
}

/// id-data is octets, and nothing else.
fn data(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5652 4 and 5.2: id-data is an OCTET STRING";
    for (name, element) in [
        ("data-as-sequence", sequence(&[integer(1)])),
        ("data-as-set", set(&[integer(1)])),
        ("data-as-text", utf8("text")),
        (
            "data-as-octets-with-context-tag",
            implicit_octets(4, b"octets"),
        ),
    ] {
        let digested = content_of(&element).to_vec();
        let document = scene.labelled(id::ID_DATA, element, &digested);
        let reason =
            "The content is id-data and no OCTET STRING; its content octets were digested.";
        scene.save(name, &document, reason, source, unreadable(Check::Format))?;
    }
    let document = scene.labelled(id::ID_DATA, octet_string(b"octets"), b"octets");
    let reason = "The content is id-data in an OCTET STRING.";
    scene.save(
        "data",
        &document,
        reason,
        source,
        attributes(&scene.signer).content(b"octets"),
    )
}
