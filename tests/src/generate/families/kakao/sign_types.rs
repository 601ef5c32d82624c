//! Kakao's three kinds of signature, and what happens when another was asked for.

use super::{content, document, document_with_attributes};
use crate::case::{Check, DemandedSignType, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::authority::Authority;
use crate::generate::expected::{attributes, message, plain_hash};
use crate::generate::message::{Layers, Message, SignerInfo};
use crate::generate::vector::{Family, Vector};
use std::io;

pub(super) fn make(family: &Family, ca: &Authority) -> io::Result<()> {
    sign_types(family, ca)?;
    plain_hashes(family, ca)
}

fn sign_types(family: &Family, ca: &Authority) -> io::Result<()> {
    let signer = ca.ec_signer();
    let content = content(80);
    let source =
        "Kakao sign_type; the kind of signature asked of the provider is part of the question";
    let plain = document(&signer, &content).encode();
    let with_attributes = document_with_attributes(&signer, &content).encode();
    let refused = (SubIndication::SigConstraintsFailure, Check::SignType);
    Vector::new(
        "sign-type-message-given",
        plain.clone(),
        "MESSAGE was demanded and given.",
        source,
        message(&signer).content(&content),
    )
    .demand(DemandedSignType::Message)
    .save(family)?;
    Vector::new(
        "sign-type-signed-attribute-given",
        with_attributes.clone(),
        "SIGNED_ATTRIBUTE was demanded and given.",
        source,
        attributes(&signer).content(&content),
    )
    .demand(DemandedSignType::SignedAttribute)
    .save(family)?;
    Vector::new(
        "sign-type-signed-attribute-not-given",
        plain,
        "SIGNED_ATTRIBUTE was demanded and a good signature of the other kind came, so the answer does not fit.",
        source,
        message(&signer).content(&content).indeterminate(refused.0, refused.1),
    )
    .demand(DemandedSignType::SignedAttribute)
    .save(family)?;
    Vector::new(
        "sign-type-message-not-given",
        with_attributes,
        "MESSAGE was demanded and a good signature over attributes came, so the answer does not fit.",
        source,
        attributes(&signer).content(&content).indeterminate(refused.0, refused.1),
    )
    .demand(DemandedSignType::Message)
    .save(family)
}

fn plain_hashes(family: &Family, ca: &Authority) -> io::Result<()> {
    let signer = ca.ec_signer();
    let content = content(80);
    let source = "Kakao PLAIN_HASH: no content comes back, and the caller holds its digest";
    let detached = Message::detached()
        .signer(
            &signer,
            SignerInfo::message(&signer, Hash::Sha256, &content),
        )
        .layers(Layers::OuterIndefinite)
        .encode();
    Vector::new(
        "plain-hash",
        detached.clone(),
        "The supplied digest is the one that the signature was made over.",
        source,
        plain_hash(&signer),
    )
    .digest_of(Hash::Sha256, &content)
    .save(family)?;
    Vector::new(
        "plain-hash-wrong-digest",
        detached.clone(),
        "The supplied digest is that of another content, so the signature does not verify.",
        source,
        plain_hash(&signer).forged(),
    )
    .digest_of(Hash::Sha256, b"another content")
    .save(family)?;
    Vector::new(
        "plain-hash-other-algorithm",
        detached.clone(),
        "The digest supplied is SHA-512 and the signer's is SHA-256, so there is nothing to check the signature with.",
        source,
        plain_hash(&signer).indeterminate(SubIndication::SignedDataNotFound, Check::Content).unverified(),
    )
    .digest_of(Hash::Sha512, &content)
    .save(family)?;
    Vector::new(
        "plain-hash-without-digest",
        detached.clone(),
        "Neither content nor digest is there, so nothing can be said about the signature.",
        source,
        message(&signer)
            .indeterminate(SubIndication::SignedDataNotFound, Check::Content)
            .unverified(),
    )
    .save(family)?;
    Vector::new(
        "plain-hash-with-content",
        detached,
        "The caller has the content after all and supplies it instead of its digest.",
        source,
        message(&signer),
    )
    .content(&content)
    .save(family)?;
    let digest = Hash::Sha256.of(&content);
    let twice = Message::detached()
        .signer(&signer, SignerInfo::message(&signer, Hash::Sha256, &digest))
        .layers(Layers::OuterIndefinite)
        .encode();
    Vector::new(
        "plain-hash-of-hash",
        twice,
        "The signature covers the digest's octets as content; the digest supplied is read as a prehash, and only so.",
        source,
        plain_hash(&signer).forged(),
    )
    .digest(Hash::Sha256, &digest)
    .save(family)
}
