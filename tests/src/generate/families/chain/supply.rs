//! Where the CA's certificate comes from.

use super::{CONTENT, Outcome, Scene, about, case, document, passed};
use crate::generate::hierarchy::Ca;
use crate::generate::message::Message;
use std::io;

const SOURCE: &str = "RFC 5280 6.1; RFC 5652 5.1: certificates may be more or fewer than needed";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let signer = scene.middle.signer();
    let shared = "../intermediate.der";
    scene.save(
        case("three", &signer, passed(&signer))
            .shared_intermediate(shared),
        "The signer's certificate is from an intermediate CA, which the policy has, and that from the root.",
        SOURCE,
    )?;
    scene.save(
        case("no-intermediate", &signer, passed(&signer).no_chain()),
        "The intermediate CA's certificate is missing, and nothing is fetched.",
        SOURCE,
    )?;
    let with_middle = document(&signer).certificate(&scene.middle.certificate);
    scene.save(
        about("embedded", &with_middle, passed(&signer)),
        "The intermediate CA's certificate is in the document.",
        SOURCE,
    )?;
    let all = with_middle.clone().certificate(&scene.root.certificate);
    scene.save(
        about("embedded-with-root", &all, passed(&signer)),
        "The document has the whole chain, the root's own certificate too.",
        SOURCE,
    )?;
    let reversed = Message::new(CONTENT)
        .certificate(&scene.root.certificate)
        .certificate(&scene.middle.certificate);
    let info = document(&signer).signers[0].clone();
    let reversed = reversed.certificate(&signer.certificate).info(info);
    scene.save(
        about("embedded-root-first", &reversed, passed(&signer)),
        "The chain stands in the document with the root first; order does not matter.",
        SOURCE,
    )?;
    scene.save(
        case("supplied", &signer, passed(&signer)).supply(&scene.middle.certificate),
        "The caller supplies the intermediate CA's certificate to the document.",
        SOURCE,
    )?;
    scene.save(
        about("everywhere", &with_middle, passed(&signer))
            .supply(&scene.middle.certificate)
            .shared_intermediate(shared)
            .shared_intermediate(shared),
        "The intermediate CA's certificate comes from everywhere, and is one.",
        SOURCE,
    )?;
    scene.save(
        case("root-as-intermediate", &signer, passed(&signer).no_chain())
            .trust(&[])
            .shared_intermediate(shared)
            .shared_intermediate("../root.der"),
        "The root's certificate is there for building paths, which makes it no anchor.",
        SOURCE,
    )?;
    scene.save(
        case("anchor-subordinate", &signer, passed(&signer)).trust(&[shared]),
        "The intermediate CA is the anchor, and the path ends there.",
        SOURCE,
    )?;
    scene.save(
        case("anchor-subordinate-and-root", &signer, passed(&signer))
            .trust(&["../root.der", shared])
            .shared_intermediate(shared),
        "Both CAs are anchors.",
        SOURCE,
    )?;
    longer(scene)?;
    let stranger = Ca::root("Another root CA");
    let middle = stranger.ca(super::MIDDLE);
    let victim = middle.signer();
    let document = document(&victim)
        .certificate(&middle.certificate)
        .certificate(&stranger.certificate);
    scene.save(
        about("embedded-other-root", &document, passed(&victim).no_chain()),
        "A whole chain is in the document, and its root is trusted by nobody.",
        SOURCE,
    )
}

/// Four CAs above the signer, given in pieces.
fn longer(scene: &Scene<'_>) -> io::Result<()> {
    let second = scene.middle.ca("Test CA 2");
    let third = second.ca("Test CA 3");
    let signer = third.signer();
    let document = document(&signer).certificate(&third.certificate);
    scene.save(
        about("five", &document, passed(&signer))
            .supply(&second.certificate)
            .shared_intermediate("../intermediate.der"),
        "Of three intermediate CAs one is in the document, one supplied to it, one in the policy.",
        SOURCE,
    )?;
    scene.save(
        about("five-with-a-gap", &document, Outcome::NoChain.of(&signer))
            .shared_intermediate("../intermediate.der"),
        "Of three intermediate CAs the one in the middle is missing.",
        SOURCE,
    )
}
