//! OCSP responses that the issuing key or its delegate signed, and whose responderID names somebody
//! else: they say nothing good, and what they revoke leaves the status undecided.

use crate::generate::crl::clean;
use crate::generate::families::scene::{Made, Outcome, Scene, made};
use crate::generate::hierarchy::{Ca, ca_name};
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, Single, by_key, by_name};
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 6960 3.2 and 4.2.2.3: the responder that is named is who signed; what a response revokes that breaks this is not found good (fail closed)";

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Made] = &[
        (
            "misnamed-own-key-revokes-beside-good",
            Open,
            |it, outcome| by_own_key(it, outcome, by_name(&other()), revoked(it), true),
            "The issuing key signs that the certificate is revoked, and the response names somebody else; the CA's CRL is good.",
        ),
        (
            "named-own-key-revokes-beside-good",
            Revoked,
            |it, outcome| by_own_key(it, outcome, by_name(&it.middle.name), revoked(it), true),
            "The same response names the CA.",
        ),
        (
            "misnamed-own-key-by-another-key-revokes-beside-good",
            Open,
            |it, outcome| by_own_key(it, outcome, by_key(&Key::ec()), revoked(it), true),
            "The same response names a key that nobody knows.",
        ),
        (
            "misnamed-own-key-names-the-root-revokes-beside-good",
            Open,
            |it, outcome| by_own_key(it, outcome, by_name(&it.root.name), revoked(it), true),
            "The same response names the root.",
        ),
        (
            "misnamed-own-key-good",
            Open,
            |it, outcome| by_own_key(it, outcome, by_name(&other()), it.single(), false),
            "The only evidence is a response of the issuing key that says good and names somebody else.",
        ),
        (
            "misnamed-own-key-good-beside-good",
            Good,
            |it, outcome| by_own_key(it, outcome, by_name(&other()), it.single(), true),
            "The same response beside the CA's CRL, which is good.",
        ),
        (
            "misnamed-delegate-revokes-beside-good",
            Open,
            |it, outcome| by_delegate(it, outcome, &it.middle, by_name(&other()), Place::Response),
            "The CA's delegate signs that the certificate is revoked, and the response, which brings his certificate, names somebody else.",
        ),
        (
            "misnamed-delegate-by-another-key-revokes-beside-good",
            Open,
            |it, outcome| by_delegate(it, outcome, &it.middle, by_key(&Key::ec()), Place::Response),
            "The same response names a key that nobody knows.",
        ),
        (
            "misnamed-delegate-of-the-caller-revokes-beside-good",
            Open,
            |it, outcome| by_delegate(it, outcome, &it.middle, by_name(&other()), Place::Caller),
            "The same, and the caller brings the delegate's certificate.",
        ),
        (
            "misnamed-delegate-of-a-stranger-revokes-beside-good",
            Good,
            |it, outcome| {
                let stranger = Ca::root("Test stranger");
                by_delegate(it, outcome, &stranger, by_name(&other()), Place::Response)
            },
            "The same, and a stranger certified the responder.",
        ),
        (
            "misnamed-by-nobody-revokes-beside-good",
            Good,
            |it, outcome| {
                let response = Response::new(by_name(&other()), revoked(it)).sign(&Key::ec());
                it.vector(outcome, &[response, clean(&it.middle)])
            },
            "A key without a certificate signs that the certificate is revoked.",
        ),
    ];
    made(family, SOURCE, all)
}

/// Where the delegate's certificate is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Response,
    Caller,
}

/// The name of somebody who signed nothing.
fn other() -> Vec<u8> {
    ca_name("Test other responder")
}

fn revoked(scene: &Scene<'_>) -> Single {
    scene.single().revoked("20260220000000Z", Some(1))
}

fn by_own_key(
    scene: &Scene<'_>,
    outcome: Outcome,
    responder: Vec<u8>,
    single: Single,
    is_beside_good: bool,
) -> Vector {
    let response = Response::new(responder, single).sign(&scene.middle.key);
    let good = is_beside_good.then(|| clean(&scene.middle));
    let evidence: Vec<_> = good.into_iter().chain([response]).collect();
    scene.vector(outcome, &evidence)
}

fn by_delegate(
    scene: &Scene<'_>,
    outcome: Outcome,
    issuer: &Ca,
    responder: Vec<u8>,
    place: Place,
) -> Vector {
    let delegate = Scene::responder_of(issuer, |it| it);
    let response = Response::new(responder, revoked(scene));
    let response = match place {
        Place::Response => response.certificate(&delegate.certificate),
        Place::Caller => response,
    };
    let evidence = [response.sign(&delegate.key), clean(&scene.middle)];
    let vector = scene.vector(outcome, &evidence);
    match place {
        Place::Response => vector,
        Place::Caller => vector.intermediate(&delegate.certificate),
    }
}
