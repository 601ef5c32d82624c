//! What stands inside a document's structures: countersignatures, and parameters of digest algorithms.

use super::{CONTENT, Form, Scene, document, passed};
use crate::case::Finding;
use crate::generate::algorithm::{Hash, identifier, identifier_with_null};
use crate::generate::attribute::{attribute, content_type, message_digest};
use crate::generate::der::{integer, oid, sequence};
use crate::generate::expected::attributes;
use crate::generate::message::{Layers, Message, SignerInfo};
use crate::generate::oid as id;
use std::io;

const COUNTERSIGNATURE: &str = "RFC 5652 11.4: a countersignature has one value or more, each a SignerInfo, without a content-type";
/// id-sha256
const SHA256: &str = "2.16.840.1.101.3.4.2.1";
const DIGEST: &str = "RFC 5754 2: the parameters of a digest algorithm are absent or NULL";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    countersignatures(scene)?;
    digest_algorithms(scene)
}

fn countersignatures(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.signer;
    let good = SignerInfo::attributes(signer, Hash::Sha256, CONTENT);
    let digest = message_digest(&Hash::Sha256.of(&good.signature));
    let witness = scene.middle.signer();
    let counter = |list: &[Vec<u8>]| {
        let info = SignerInfo::over(&witness, Hash::Sha256, list);
        info.encode(Layers::Definite)
    };
    let usual = counter(std::slice::from_ref(&digest));
    let odd = Form::Tolerated(Finding::UnsignedAttributesMalformed);
    for (name, values, form, reason) in [
        (
            "countersignature",
            vec![usual.clone()],
            Form::Usual,
            "Somebody countersigned the signature.",
        ),
        (
            "countersignature-two-values",
            vec![usual.clone(), usual.clone()],
            Form::Usual,
            "The countersignature has two values.",
        ),
        (
            "countersignature-no-value",
            vec![],
            odd,
            "The countersignature has no value.",
        ),
        (
            "countersignature-integer",
            vec![integer(1)],
            odd,
            "The value of the countersignature is an INTEGER.",
        ),
        (
            "countersignature-and-integer",
            vec![usual, integer(1)],
            odd,
            "Of two values of the countersignature one is an INTEGER.",
        ),
        (
            "countersignature-with-content-type",
            vec![counter(&[content_type(id::ID_DATA), digest])],
            odd,
            "The countersignature has a content-type among its signed attributes.",
        ),
    ] {
        let mut info = good.clone();
        info.unsigned_attributes = vec![attribute(id::ID_COUNTERSIGNATURE, &values)];
        let message = Message::new(CONTENT).signer(signer, info);
        let expect = attributes(signer).content(CONTENT);
        let why = (reason, COUNTERSIGNATURE);
        scene.both(name, &message, &expect, form, why, |vector| {
            vector.shared_intermediate("../intermediate.der")
        })?;
    }
    Ok(())
}

fn digest_algorithms(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.signer;
    let odd = Form::Tolerated(Finding::AlgorithmParametersForm);
    for (name, algorithm, form, reason) in [
        (
            "digest-algorithms-without-parameters",
            identifier(SHA256),
            Form::Usual,
            "The digest algorithm in digestAlgorithms has no parameters.",
        ),
        (
            "digest-algorithms-null",
            identifier_with_null(SHA256),
            Form::Usual,
            "The same with NULL.",
        ),
        (
            "digest-algorithms-integer",
            sequence(&[oid(SHA256), integer(5)]),
            odd,
            "The same with an INTEGER.",
        ),
    ] {
        let mut message = document(signer);
        message.digest_algorithms = Some(vec![algorithm]);
        let why = (reason, DIGEST);
        scene.both(name, &message, &passed(signer), form, why, |vector| {
            vector.shared_intermediate("../intermediate.der")
        })?;
    }
    Ok(())
}
