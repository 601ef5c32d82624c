//! Pieces that crowd out others: data that is left out makes nothing good.

use super::delegates::{NAME, responder};
use super::{Scene, document, passed};
use crate::case::Expectation;
use crate::generate::certificate::Template;
use crate::generate::crl::clean;
use crate::generate::hierarchy::ca_name;
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, Single, by_name};
use std::io;

/// One more than the budget allows to look at under one name.
const CROWD: u8 = 33;

const SOURCE: &str =
    "RFC 6960 2.2 and 4.2.2.2; what is left out for the budget's sake is never good";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let (ca, serial) = (&scene.middle, &scene.signer.serial);
    let delegate = ca.ca_as(NAME, &Key::ec(), responder);
    let single = || Single::good(ca, serial).revoked("20260220000000Z", Some(1));
    let by_delegate = Response::new(by_name(&delegate.name), single())
        .certificate(&delegate.certificate)
        .sign(&delegate.key);
    let by_ca = Response::new(by_name(&ca.name), single()).sign(&ca.key);
    for (name, response, crowded, reason) in [
        (
            "crowd-of-the-responder",
            by_delegate,
            &delegate.name,
            "The CA's responder says that the certificate was revoked; the document has 33 certificates of the responder's name, all forged.",
        ),
        (
            "crowd-of-the-ca",
            by_ca,
            &ca.name,
            "The CA says that the certificate was revoked; the document has 33 certificates of the CA's name, all forged.",
        ),
    ] {
        let stranger = Key::ec();
        let nobody = ca_name("Nobody");
        let crowd = (1..=CROWD).fold(document(&scene.signer), |message, number| {
            let template = Template::new(&nobody, crowded, &[1, number], &stranger);
            message.certificate(&template.sign(&stranger))
        });
        let expect = passed(&scene.signer).revoked();
        let vector = scene
            .about(name, &crowd, expect, &[clean(ca), response])
            .shared_intermediate("../intermediate.der");
        scene.save(vector, reason, SOURCE)?;
    }
    in_the_response(scene)
}

/// The responder's own certificate follows others of its name.
fn in_the_response(scene: &Scene<'_>) -> io::Result<()> {
    let (ca, serial) = (&scene.middle, &scene.signer.serial);
    let delegate = ca.ca_as(NAME, &Key::ec(), responder);
    let single = Single::good(ca, serial).revoked("20260220000000Z", Some(1));
    let stranger = Key::ec();
    let response = (1..=CROWD).fold(
        Response::new(by_name(&delegate.name), single),
        |response, number| {
            let template = Template::new(&ca.name, &delegate.name, &[1, number], &stranger);
            response.certificate(&template.sign(&stranger))
        },
    );
    let response = response.certificate(&delegate.certificate);
    scene.case(
        "crowd-in-the-response",
        Expectation::revoked,
        &[clean(ca), response.sign(&delegate.key)],
        "The response says that the certificate was revoked, and brings the responder's certificate behind 33 forged ones, past which he is found.",
        SOURCE,
    )
}
