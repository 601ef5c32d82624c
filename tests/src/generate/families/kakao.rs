//! Kakao's shape: BER as Bouncy Castle writes it, P-256, the signer's certificate only.

mod armor;
mod sign_types;

use crate::case::{Check, Finding, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::attribute::{signed_octets, usual};
use crate::generate::authority::{Authority, Signer};
use crate::generate::ber::{indefinite, nested_pieces, pieces};
use crate::generate::certificate::serial_of;
use crate::generate::expected::{attributes, message};
use crate::generate::key::Key;
use crate::generate::message::{Layers, Message, SignerInfo};
use crate::generate::vector::{Family, Vector};
use std::io;

const KAKAO: &str = "Kakao's signed_document as found in the field; RFC 5652 5";

/// A content in Kakao's form, with a text of about `length` octets.
pub(super) fn content(length: usize) -> Vec<u8> {
    let text = "이 문서는 시험을 위해 만들어진 전자서명 원문입니다. ";
    let data = text.repeat(length.div_ceil(text.len()).max(1));
    format!(
        r#"{{"data":"{}","txId":"00000000-0000-4000-8000-000000000001","desc":"시험"}}"#,
        data.trim_end()
    )
    .into_bytes()
}

/// A document in Kakao's form: outer layers indefinite, content primitive.
pub(super) fn document(signer: &Signer, content: &[u8]) -> Message {
    Message::new(content)
        .signer(signer, SignerInfo::message(signer, Hash::Sha256, content))
        .layers(Layers::OuterIndefinite)
}

/// The same with signed attributes.
fn document_with_attributes(signer: &Signer, content: &[u8]) -> Message {
    Message::new(content)
        .signer(
            signer,
            SignerInfo::attributes(signer, Hash::Sha256, content),
        )
        .layers(Layers::OuterIndefinite)
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    serials(family, &ca)?;
    encodings(family, &ca)?;
    armor::make(family, &ca)?;
    sign_types::make(family, &ca)?;
    forgeries(family, &ca)
}

fn serials(family: &Family, ca: &Authority) -> io::Result<()> {
    let content = content(80);
    for length in [6, 16, 20] {
        for top_bit in [false, true] {
            let signer = ca.certify(&Key::ec(), &serial_of(length, top_bit));
            let (word, octets) = if top_bit {
                ("set", length + 1)
            } else {
                ("clear", length)
            };
            Vector::new(
                &format!("serial-{length}-octets-top-bit-{word}"),
                document(&signer, &content).encode(),
                &format!("A serial number of {length} octets, top bit {word}, has {octets} content octets and is good."),
                "RFC 5280 4.1.2.2; Kakao's serial numbers as found in the field",
                message(&signer).content(&content),
            )
            .save(family)?;
        }
    }
    Ok(())
}

fn encodings(family: &Family, ca: &Authority) -> io::Result<()> {
    let signer = ca.ec_signer();
    let (short, long) = (content(80), content(2500));
    let passing = |name: &str, document: Message, content: &[u8], reason: &str| {
        let expect = message(&signer).content(content);
        Vector::new(name, document.encode(), reason, KAKAO, expect).save(family)
    };
    passing(
        "content-primitive",
        document(&signer, &long),
        &long,
        "Indefinite outer layers around a long primitive OCTET STRING: the content is that string's octets.",
    )?;
    passing(
        "content-in-pieces",
        document(&signer, &long).content_element(pieces(&long)),
        &long,
        "The content comes in pieces of 1000 octets, and the signature covers the pieces joined, without their headers.",
    )?;
    passing(
        "content-in-one-piece",
        document(&signer, &short).content_element(pieces(&short)),
        &short,
        "A short content in a constructed OCTET STRING of one piece is that piece's octets.",
    )?;
    passing(
        "content-in-nested-pieces",
        document(&signer, &long).content_element(nested_pieces(&long)),
        &long,
        "Pieces of an OCTET STRING may be constructed or empty themselves, and joining them is recursive.",
    )?;
    passing(
        "content-empty-constructed",
        document(&signer, &[]).content_element(pieces(&[])),
        &[],
        "A constructed OCTET STRING without pieces is an empty content, which is not an absent one.",
    )?;
    passing(
        "content-of-zeros",
        document(&signer, &[0; 64]).content_element(pieces(&[0; 64])),
        &[0; 64],
        "Zero octets inside a primitive are content and no end-of-contents.",
    )?;
    passing(
        "definite-lengths",
        document(&signer, &short).layers(Layers::Definite),
        &short,
        "The same document in DER is as good as in BER.",
    )?;
    passing(
        "all-lengths-indefinite",
        document(&signer, &long)
            .layers(Layers::AllIndefinite)
            .content_element(pieces(&long)),
        &long,
        "Every layer outside the certificate is indefinite, the sets and the SignerInfo too.",
    )?;
    passing(
        "lengths-longer-than-needed",
        document(&signer, &short).layers(Layers::LongLengths),
        &short,
        "BER allows definite lengths of more octets than needed; they are made minimal before anything is judged.",
    )?;
    Vector::new(
        "content-in-pieces-strict",
        document(&signer, &long)
            .content_element(pieces(&long))
            .encode(),
        "BER is allowed for SignedData, so the strict profile has nothing to refuse.",
        KAKAO,
        message(&signer).content(&long),
    )
    .strict()
    .save(family)?;
    let with_attributes = document_with_attributes(&signer, &short);
    Vector::new(
        "signed-attributes",
        with_attributes.encode(),
        "Kakao's SIGNED_ATTRIBUTE: the attributes are DER inside BER layers, and the signature covers their SET.",
        "Kakao sign_type SIGNED_ATTRIBUTE; RFC 5652 5.4",
        attributes(&signer).content(&short),
    )
    .save(family)?;
    let list = usual(&short);
    let sorted = signed_octets(&list);
    let sent = indefinite(0xa0, crate::generate::der::content_of(&sorted));
    let info = SignerInfo::over_octets(&signer, Hash::Sha256, sent, &sorted);
    Vector::new(
        "signed-attributes-indefinite-length",
        Message::new(&short).signer(&signer, info).layers(Layers::OuterIndefinite).encode(),
        "The attributes came with an indefinite length and were signed in DER, which is what RFC 5652 asks for.",
        "RFC 5652 5.4",
        attributes(&signer).content(&short).finding(Finding::SignedAttributesNotDer),
    )
    .save(family)
}

fn forgeries(family: &Family, ca: &Authority) -> io::Result<()> {
    let signer = ca.ec_signer();
    let content = content(80);
    let source = "RFC 5652 5.6";
    let mut flipped = content.clone();
    flipped[20] ^= 1;
    let mut other_content = document(&signer, &content);
    other_content.content = Some(crate::generate::der::octet_string(&flipped));
    Vector::new(
        "content-flipped-bit",
        other_content.encode(),
        "One bit of the content changed after signing.",
        source,
        message(&signer).content(&flipped).forged(),
    )
    .save(family)?;
    let mut attributes_kept = document_with_attributes(&signer, &content);
    attributes_kept.content = Some(crate::generate::der::octet_string(&flipped));
    Vector::new(
        "content-flipped-bit-with-attributes",
        attributes_kept.encode(),
        "One bit of the content changed after signing: the attributes still verify, their message-digest does not fit.",
        source,
        attributes(&signer).content(&flipped).failed(SubIndication::HashFailure, Check::MessageDigest),
    )
    .save(family)?;
    let mut forged = document(&signer, &content);
    let last = forged.signers[0].signature.len() - 1;
    forged.signers[0].signature[last] ^= 1;
    Vector::new(
        "signature-flipped-bit",
        forged.encode(),
        "One bit of the signature's s changed.",
        source,
        message(&signer).content(&content).forged(),
    )
    .save(family)?;
    let mut forged = document_with_attributes(&signer, &content);
    let last = forged.signers[0].signature.len() - 1;
    forged.signers[0].signature[last] ^= 1;
    Vector::new(
        "signature-flipped-bit-with-attributes",
        forged.encode(),
        "One bit of the signature's s changed, the message-digest still fits.",
        source,
        attributes(&signer).content(&content).forged(),
    )
    .save(family)?;
    let headers = document(&signer, &pieces(&content)).content_element(pieces(&content));
    Vector::new(
        "signature-over-piece-headers",
        headers.encode(),
        "The signature covers the pieces together with their headers, which are no part of the content.",
        "RFC 5652 5.4: only the value octets are digested, without tag and length",
        message(&signer).content(&content).forged(),
    )
    .save(family)
}
