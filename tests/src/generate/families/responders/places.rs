//! Where a delegate's certificate is, and how the response names the delegate.

use crate::generate::crl::clean;
use crate::generate::families::scene::{Made, Outcome, RESPONDER, Scene, document, made};
use crate::generate::hierarchy::{Ca, ca_name};
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, by_key, by_name};
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str =
    "RFC 6960 4.2.1: certs is optional, and ResponderID names whose key signed; 4.2.2.2";

/// Where the certificate is.
#[derive(Clone, Copy)]
enum Place {
    Response,
    Document,
    Supplied,
    Intermediates,
    Nowhere,
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    for (place, word, where_it_is, outcome) in [
        (
            Place::Response,
            "in-the-response",
            "is in the response",
            Good,
        ),
        (
            Place::Document,
            "in-the-document",
            "is among the document's certificates",
            Good,
        ),
        (
            Place::Supplied,
            "supplied",
            "is one that the caller supplies to the document",
            Good,
        ),
        (
            Place::Intermediates,
            "among-intermediates",
            "is among the caller's intermediates",
            Good,
        ),
        (Place::Nowhere, "missing", "is nowhere", Open),
    ] {
        for (by, way, id) in [
            (
                "name",
                "its name",
                (|it: &Ca| by_name(&it.name)) as fn(&Ca) -> Vec<u8>,
            ),
            ("key", "the hash of its key", |it| by_key(&it.key)),
        ] {
            let scene = Scene::new(family, &format!("delegate-{word}-by-{by}"));
            let delegate = Scene::responder_of(&scene.middle, |it| it);
            let vector = with(&scene, outcome, &delegate, id(&delegate), place);
            let reason = format!(
                "The response names the CA's delegate by {way}, and the delegate's certificate {where_it_is}."
            );
            scene.save(vector, &reason, SOURCE)?;
        }
    }
    names(family)
}

fn with(scene: &Scene<'_>, outcome: Outcome, delegate: &Ca, id: Vec<u8>, place: Place) -> Vector {
    let response = Response::new(id, scene.single());
    let certificate = &delegate.certificate;
    match place {
        Place::Response => {
            let response = response.certificate(certificate).sign(&delegate.key);
            scene.vector(outcome, &[response])
        }
        Place::Document => {
            let document = document(&scene.signer).certificate(certificate);
            let evidence = [response.sign(&delegate.key), clean(&scene.root)];
            scene.expecting(&document, outcome.of(&scene.signer), &evidence)
        }
        Place::Supplied => scene
            .vector(outcome, &[response.sign(&delegate.key)])
            .supply(certificate),
        Place::Intermediates => scene
            .vector(outcome, &[response.sign(&delegate.key)])
            .intermediate(certificate),
        Place::Nowhere => scene.vector(outcome, &[response.sign(&delegate.key)]),
    }
}

/// Responses that name somebody else than the delegate that signed them.
fn names(family: &Family) -> io::Result<()> {
    use Outcome::Open;
    let all: &[Made] = &[
        (
            "delegate-by-another-key",
            Open,
            |it, outcome| {
                let delegate = Scene::responder_of(&it.middle, |it| it);
                with(it, outcome, &delegate, by_key(&Key::ec()), Place::Response)
            },
            "The response names the hash of another key than the one of the delegate that signed it.",
        ),
        (
            "delegate-by-the-cas-key",
            Open,
            |it, outcome| {
                let delegate = Scene::responder_of(&it.middle, |it| it);
                with(
                    it,
                    outcome,
                    &delegate,
                    by_key(&it.middle.key),
                    Place::Response,
                )
            },
            "The response names the CA by its key and is signed by the CA's delegate.",
        ),
        (
            "delegate-by-the-key-of-another-delegate",
            Open,
            |it, outcome| {
                let one = Scene::responder_of(&it.middle, |it| it);
                let other = it
                    .middle
                    .ca_as(RESPONDER, &Key::ec(), super::super::scene::for_ocsp);
                let response = Response::new(by_key(&other.key), it.single())
                    .certificate(&one.certificate)
                    .certificate(&other.certificate);
                it.vector(outcome, &[response.sign(&one.key)])
            },
            "The response brings two delegates of one name, names the one by its key and is signed by the other.",
        ),
        (
            "delegate-by-another-name",
            Open,
            |it, outcome| {
                let delegate = Scene::responder_of(&it.middle, |it| it);
                let id = by_name(&ca_name("Test other responder"));
                with(it, outcome, &delegate, id, Place::Response)
            },
            "The response names another name than the delegate's that signed it.",
        ),
    ];
    made(family, SOURCE, all)
}
