//! What is no signed document at all.

use super::{CONTENT, Scene};
use crate::generate::der::{content_of, integer, octet_string, oid, sequence, set};
use crate::generate::message::{Layers, content_info};
use crate::generate::oid as id;
use crate::generate::seed::random;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    other_contents(scene)?;
    spoilt_armor(scene)?;
    no_documents(scene)
}

fn other_contents(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5652 3 to 8: other content types are no signatures";
    let element =
        content_of(content_of(&scene.octets)[oid(id::ID_SIGNED_DATA).len()..].as_ref()).to_vec();
    let enveloped = content_info(
        id::ID_ENVELOPED_DATA,
        &sequence(&[integer(0), set(&[]), sequence(&[])]),
        Layers::Definite,
    );
    let data = content_info(id::ID_DATA, &octet_string(CONTENT), Layers::Definite);
    let relabelled = content_info(id::ID_ENVELOPED_DATA, &element, Layers::Definite);
    let unknown = content_info(id::UNKNOWN, &element, Layers::Definite);
    scene.refused(
        "enveloped-data",
        enveloped,
        "The document is EnvelopedData.",
        source,
    )?;
    scene.refused("data", data, "The document is bare id-data.", source)?;
    scene.refused(
        "signed-data-called-enveloped",
        relabelled,
        "SignedData under the name of EnvelopedData.",
        source,
    )?;
    scene.refused(
        "signed-data-called-unknown",
        unknown,
        "SignedData under a name that nobody knows.",
        source,
    )?;
    scene.refused(
        "signed-data-without-content-info",
        element,
        "SignedData without its ContentInfo.",
        source,
    )?;
    let nothing = sequence(&[oid(id::ID_SIGNED_DATA)]);
    scene.refused(
        "content-info-without-content",
        nothing,
        "ContentInfo without content.",
        source,
    )?;
    let empty = content_info(id::ID_SIGNED_DATA, &sequence(&[]), Layers::Definite);
    scene.refused(
        "signed-data-empty",
        empty,
        "SignedData is an empty SEQUENCE.",
        source,
    )?;
    let primitive = content_info(
        id::ID_SIGNED_DATA,
        &octet_string(&scene.octets),
        Layers::Definite,
    );
    scene.refused(
        "signed-data-in-octet-string",
        primitive,
        "SignedData is wrapped in an OCTET STRING.",
        source,
    )
}

fn spoilt_armor(scene: &Scene<'_>) -> io::Result<()> {
    let base64 = STANDARD.encode(&scene.octets);
    let (head, tail) = base64.split_at(base64.len() / 2);
    let hex = crate::generate::expected::hex(&scene.octets);
    let pem = format!("-----BEGIN PKCS7-----\n{base64}\n");
    for (name, file, text, reason) in [
        (
            "base64-with-asterisk",
            "document.b64",
            format!("{head}*{tail}"),
            "A character in the middle belongs to no base64 alphabet.",
        ),
        (
            "base64-truncated",
            "document.b64",
            head.to_owned(),
            "The second half of the base64 is missing.",
        ),
        (
            "base64-as-json-string",
            "document.b64",
            format!("\"{base64}\""),
            "The quotation marks of the JSON string were kept.",
        ),
        (
            "hex-odd",
            "document.hex",
            hex[..hex.len() - 1].to_owned(),
            "The last digit of the hex is missing.",
        ),
        (
            "pem-without-end",
            "document.pem",
            pem,
            "The line that ends the PEM is missing.",
        ),
    ] {
        scene.no_document(name, file, text.into_bytes(), reason)?;
    }
    Ok(())
}

fn no_documents(scene: &Scene<'_>) -> io::Result<()> {
    let certificate = &scene.signer.certificate;
    let base64 = STANDARD.encode(certificate);
    let pem = format!("-----BEGIN CERTIFICATE-----\n{base64}\n-----END CERTIFICATE-----\n");
    let json = br#"{"result":"Y","signed_document":"MIAGCSqGSIb3DQEHAqCA"}"#;
    let twice = STANDARD.encode(STANDARD.encode(&scene.octets));
    scene.no_document("empty", "document.bin", Vec::new(), "There is nothing.")?;
    scene.no_document(
        "spaces",
        "document.bin",
        b" \r\n\t ".to_vec(),
        "There is white space only.",
    )?;
    scene.no_document(
        "zeros",
        "document.bin",
        vec![0; 64],
        "There are zero octets only.",
    )?;
    scene.no_document(
        "pdf",
        "document.bin",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n".to_vec(),
        "A PDF file.",
    )?;
    scene.no_document(
        "json",
        "document.bin",
        json.to_vec(),
        "The provider's whole answer instead of its field.",
    )?;
    scene.no_document(
        "text",
        "document.bin",
        "전자서명 원문".as_bytes().to_vec(),
        "The signed text and no signature.",
    )?;
    scene.no_document(
        "certificate-der",
        "document.der",
        certificate.clone(),
        "A certificate.",
    )?;
    scene.no_document(
        "certificate-pem",
        "document.pem",
        pem.into_bytes(),
        "A certificate in PEM.",
    )?;
    scene.no_document(
        "certificate-base64",
        "document.b64",
        base64.into_bytes(),
        "A certificate in base64.",
    )?;
    scene.no_document(
        "base64-twice",
        "document.b64",
        twice.into_bytes(),
        "Base64 of the document's base64.",
    )?;
    let mut noise = random(512);
    noise[0] = 0xc7;
    scene.no_document("random", "document.bin", noise, "Random octets.")
}
