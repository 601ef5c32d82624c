//! How attributes are encoded, and what a signature may cover instead of them.

use super::{CONTENT, Scene};
use crate::case::{Check, DemandedSignType, Finding, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::attribute::{
    attribute, content_type, countersignature, message_digest, signed_field, signed_octets,
    signing_time, unknown, usual,
};
use crate::generate::ber::{indefinite, long_length};
use crate::generate::der::{
    content_of, integer, null, octet_string, oid, retag, sequence, set, sorted_set, tlv, utf8,
};
use crate::generate::expected::{attributes, message};
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid as id;
use crate::generate::vector::Vector;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    not_der(scene)?;
    broken(scene)?;
    covered(scene)?;
    confusion(scene)?;
    content_types(scene)?;
    unsigned(scene)
}

/// A document whose attributes are sent as `field`, and signed as DER.
fn sent_as(scene: &Scene<'_>, field: Vec<u8>, signed: &[u8]) -> Vec<u8> {
    let info = SignerInfo::over_octets(&scene.signer, Hash::Sha256, field, signed);
    Message::new(CONTENT).signer(&scene.signer, info).encode()
}

fn not_der(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5652 5.4: a separate DER encoding of the attributes is what is digested";
    let list = usual(CONTENT);
    let signed = signed_octets(&list);
    let [kind, time, digest] = [&list[0], &list[1], &list[2]].map(Clone::clone);
    let long_attribute = long_length(0x30, content_of(&digest));
    let endless_attribute = indefinite(0x30, content_of(&time));
    let pieces = tlv(
        0x24,
        &Hash::Sha256
            .of(CONTENT)
            .chunks(16)
            .flat_map(octet_string)
            .collect::<Vec<u8>>(),
    );
    let constructed = attribute(id::ID_MESSAGE_DIGEST, &[pieces]);
    let mut reversed = list.clone();
    reversed.sort();
    reversed.reverse();
    let variants = [
        (
            "ber-long-length",
            retag(0xa0, &long_length(0x31, content_of(&signed))),
            "The set has a length of four octets.",
        ),
        (
            "ber-long-length-inside",
            retag(0xa0, &set(&[kind.clone(), time.clone(), long_attribute])),
            "One attribute has a length of four octets.",
        ),
        (
            "ber-indefinite-inside",
            retag(0xa0, &set(&[kind.clone(), endless_attribute, digest])),
            "One attribute has an indefinite length.",
        ),
        (
            "ber-constructed-message-digest",
            retag(0xa0, &set(&[kind, time, constructed])),
            "message-digest is an OCTET STRING in pieces.",
        ),
        (
            "ber-unsorted",
            retag(0xa0, &set(&reversed)),
            "The attributes are in reverse order.",
        ),
    ];
    for (name, field, about) in variants {
        let reason = format!("{about} It was signed in DER, which is what must verify.");
        let expect = scene.passed().finding(Finding::SignedAttributesNotDer);
        let document = sent_as(scene, field.clone(), &signed);
        Vector::new(name, document.clone(), &reason, source, expect.clone()).save(scene.family)?;
        Vector::new(
            &format!("{name}-strict"),
            document,
            &format!("{about} The strict profile tolerates no attributes outside DER."),
            source,
            expect.indeterminate(SubIndication::FormatFailure, Check::Profile),
        )
        .strict()
        .save(scene.family)?;
        Vector::new(
            &format!("{name}-signed-as-sent"),
            sent_as(scene, field.clone(), &retag(0x31, &field)),
            &format!("{about} It was signed as sent, which is not the DER encoding."),
            source,
            scene.passed().forged(),
        )
        .save(scene.family)?;
    }
    Ok(())
}

fn broken(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5652 5.3: SignedAttributes ::= SET SIZE (1..MAX) OF Attribute";
    let good = usual(CONTENT).concat();
    let variants = [
        (
            "element-integer",
            [good.clone(), integer(1)].concat(),
            "An INTEGER stands among the attributes.",
        ),
        (
            "element-without-values",
            [good.clone(), sequence(&[oid(id::UNKNOWN)])].concat(),
            "One attribute is its type alone, without a set of values.",
        ),
        (
            "element-without-type",
            [good.clone(), sequence(&[set(&[null()])])].concat(),
            "One attribute is its values alone, without a type.",
        ),
        (
            "element-with-values-as-sequence",
            [
                good.clone(),
                sequence(&[oid(id::UNKNOWN), sequence(&[null()])]),
            ]
            .concat(),
            "One attribute has a SEQUENCE in the place of its SET of values.",
        ),
        (
            "element-with-third-field",
            [good, sequence(&[oid(id::UNKNOWN), set(&[null()]), null()])].concat(),
            "One attribute has a third field.",
        ),
        (
            "sequence-of-garbage",
            sequence(&[integer(1), integer(2)]),
            "A SEQUENCE of numbers is no attribute.",
        ),
    ];
    for (name, content, reason) in variants {
        let document = sent_as(scene, tlv(0xa0, &content), &tlv(0x31, &content));
        // What is no set of attributes has no DER encoding that could verify.
        let expect = scene.passed().malformed_attributes().unverified();
        Vector::new(name, document, reason, source, expect).save(scene.family)?;
    }
    let field = tlv(0xa0, &[]);
    Vector::new(
        "empty",
        sent_as(scene, field.clone(), &tlv(0x31, &[])),
        "The set of attributes is empty, and the signature covers the empty set.",
        source,
        scene.passed().malformed_attributes(),
    )
    .save(scene.family)?;
    Vector::new(
        "empty-signed-over-content",
        sent_as(scene, field, CONTENT),
        "The set of attributes is empty and the signature covers the content: an empty set is not an absent one.",
        source,
        scene.passed().malformed_attributes().unverified(),
    )
    .save(scene.family)
}

fn covered(scene: &Scene<'_>) -> io::Result<()> {
    let list = usual(CONTENT);
    let field = signed_field(&list);
    Vector::new(
        "signature-over-content",
        sent_as(scene, field.clone(), CONTENT),
        "There are attributes, and the signature covers the content instead of them.",
        "RFC 5652 5.4; the reverse of the attribute confusion",
        scene.passed().forged(),
    )
    .save(scene.family)?;
    Vector::new(
        "signature-under-context-tag",
        sent_as(scene, field.clone(), &field),
        "The signature covers the attributes with the tag [0] of the message instead of that of SET.",
        "RFC 5652 5.4",
        scene.passed().forged(),
    )
    .save(scene.family)?;
    Vector::new(
        "signature-over-content-of-set",
        sent_as(scene, field, content_of(&signed_octets(&list))),
        "The signature covers the attributes without the tag and length of their SET.",
        "RFC 5652 5.4: tag and length are included",
        scene.passed().forged(),
    )
    .save(scene.family)?;
    let mut added = scene.document(&list);
    let more = [&list[..], &[unknown("added")]].concat();
    added.signers[0].signed_attributes = Some(signed_field(&more));
    Vector::new(
        "attribute-added",
        added.encode(),
        "An attribute was added after signing.",
        "RFC 5652 5.6",
        scene.passed().forged(),
    )
    .save(scene.family)?;
    let mut changed = scene.document(&list);
    let other = [
        list[0].clone(),
        signing_time("250601000000Z"),
        list[2].clone(),
    ];
    changed.signers[0].signed_attributes = Some(signed_field(&other));
    Vector::new(
        "signing-time-changed",
        changed.encode(),
        "The signing time was changed after signing.",
        "RFC 5652 5.6",
        scene.passed().forged(),
    )
    .save(scene.family)
}

fn confusion(scene: &Scene<'_>) -> io::Result<()> {
    let source = "ePrint 2023/1801; draft-ietf-lamps-cms-euf-cma-signeddata";
    let signer = &scene.signer;
    let stolen = sorted_set(&usual(CONTENT));
    let signature = signer.key.sign(Hash::Sha256, &stolen);
    let info = SignerInfo::unsigned(signer, Hash::Sha256).signed(signature);
    let document = Message::new(&stolen).signer(signer, info.clone()).encode();
    let confused = (
        SubIndication::SigConstraintsFailure,
        Check::AttributeConfusion,
    );
    let vector = |name: &str, document: &[u8], reason: &str, expect| {
        Vector::new(name, document.to_vec(), reason, source, expect)
    };
    let reason = "The attributes of a real signature are presented as a content without attributes: the signature \
                  fits, but nobody signed this as content.";
    vector(
        "confusion",
        &document,
        reason,
        message(signer)
            .content(&stolen)
            .indeterminate(confused.0, confused.1),
    )
    .save(scene.family)?;
    let reason =
        "The same attack on a caller who demands the kind of signature that it claims to be.";
    vector(
        "confusion-demanded",
        &document,
        reason,
        message(signer)
            .content(&stolen)
            .indeterminate(confused.0, confused.1),
    )
    .demand(DemandedSignType::Message)
    .save(scene.family)?;
    let reason = "The same attack on a caller who demands signed attributes is refused for its kind already.";
    let refused = message(signer)
        .content(&stolen)
        .indeterminate(SubIndication::SigConstraintsFailure, Check::SignType);
    vector("confusion-attributes-demanded", &document, reason, refused)
        .demand(DemandedSignType::SignedAttribute)
        .save(scene.family)?;
    let reason = "The same attack with the stolen attributes as detached content.";
    let detached = Message::detached().signer(signer, info).encode();
    vector(
        "confusion-detached",
        &detached,
        reason,
        message(signer).indeterminate(confused.0, confused.1),
    )
    .content(&stolen)
    .save(scene.family)?;
    for (name, content, reason) in [
        (
            "confusion-not-without-message-digest",
            sorted_set(&[content_type(id::ID_DATA), unknown("one")]),
            "A content that is a set of attributes without message-digest can be nobody's signed attributes.",
        ),
        (
            "confusion-not-with-sequence",
            sequence(&usual(CONTENT)),
            "A content that is a SEQUENCE of attributes can be nobody's signed attributes.",
        ),
    ] {
        let info = SignerInfo::message(signer, Hash::Sha256, &content);
        let document = Message::new(&content).signer(signer, info).encode();
        vector(name, &document, reason, message(signer).content(&content)).save(scene.family)?;
    }
    Ok(())
}

fn content_types(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5652 5.3 and 11.1; openssl issues 9009 and 33022";
    let signer = &scene.signer;
    let list = [
        content_type(id::ID_CT_TST_INFO),
        message_digest(&Hash::Sha256.of(CONTENT)),
    ];
    let mut labelled = scene.document(&list);
    labelled.content_type = id::ID_CT_TST_INFO;
    Vector::new(
        "econtent-type-other-than-data",
        labelled.encode(),
        "A content that is not id-data has attributes, and content-type says the same as eContentType.",
        source,
        attributes(signer).content(CONTENT),
    )
    .save(scene.family)?;
    let mut relabelled = scene.document(&usual(CONTENT));
    relabelled.content_type = id::ID_CT_TST_INFO;
    Vector::new(
        "econtent-type-relabelled",
        relabelled.encode(),
        "eContentType was changed after signing; the signed content-type still says id-data.",
        source,
        scene.passed().malformed_attributes(),
    )
    .save(scene.family)?;
    let mut bare =
        Message::new(CONTENT).signer(signer, SignerInfo::message(signer, Hash::Sha256, CONTENT));
    bare.content_type = id::ID_CT_TST_INFO;
    Vector::new(
        "econtent-type-other-without-attributes",
        bare.encode(),
        "Attributes must be present when the content is not id-data, and there are none.",
        source,
        message(signer).content(CONTENT).malformed_attributes(),
    )
    .save(scene.family)
}

fn unsigned(scene: &Scene<'_>) -> io::Result<()> {
    let source =
        "RFC 5652 5.3: unsigned attributes prove nothing; the R value of financial certificates";
    let random = attribute(id::YESSIGN_RANDOM, &[octet_string(&[0x5a; 20])]);
    let token = attribute(
        id::ID_AA_TIME_STAMP_TOKEN,
        &[sequence(&[utf8("no timestamp")])],
    );
    for (name, list, reason) in [
        (
            "unsigned-countersignature",
            vec![countersignature()],
            "A countersignature that verifies nowhere is not trusted.",
        ),
        (
            "unsigned-timestamp",
            vec![token],
            "A timestamp that cannot be read is listed and not trusted.",
        ),
        (
            "unsigned-random-value",
            vec![random.clone()],
            "The R value for KISA's VID is listed.",
        ),
        (
            "unsigned-message-digest",
            vec![message_digest(&[0; 32]), message_digest(&[1; 32])],
            "message-digest among unsigned attributes, even twice, is nothing that was signed.",
        ),
    ] {
        let mut document = scene.document(&usual(CONTENT));
        document.signers[0].unsigned_attributes = list;
        let expect = if name == "unsigned-message-digest" {
            scene.passed().finding(Finding::UnsignedAttributeMisplaced)
        } else {
            scene.passed()
        };
        Vector::new(name, document.encode(), reason, source, expect).save(scene.family)?;
    }
    let signer = &scene.signer;
    let mut bare =
        Message::new(CONTENT).signer(signer, SignerInfo::message(signer, Hash::Sha256, CONTENT));
    bare.signers[0].unsigned_attributes = vec![content_type(id::ID_DATA), random];
    Vector::new(
        "unsigned-without-signed",
        bare.encode(),
        "Unsigned attributes do not make a signature over the content one over attributes.",
        source,
        message(signer)
            .content(CONTENT)
            .finding(Finding::UnsignedAttributeMisplaced),
    )
    .save(scene.family)
}
