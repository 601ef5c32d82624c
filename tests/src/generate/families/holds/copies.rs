//! One OCSP response in several copies: of two statements of one response the worse counts, and a
//! copy is no newer response.

use crate::generate::crl::{HOLD, clean};
use crate::generate::der::{oid, retag, sequence};
use crate::generate::families::scene::{Made, Outcome, Scene, document, made};
use crate::generate::ocsp::Response;
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 6960 4.2.1: one response, whose certs are not signed; of its two statements on one certificate the worse counts";

/// What the CA says in one response: hold, and good of a later time.
fn hold_and_good(scene: &Scene<'_>) -> Response {
    let hold = scene
        .single()
        .times("20260220000000Z", Some("20260320000000Z"))
        .revoked("20260201000000Z", Some(HOLD));
    scene.response(hold).single(scene.single())
}

/// The same in the other order.
fn good_and_hold(scene: &Scene<'_>) -> Response {
    let mut response = hold_and_good(scene);
    response.singles.reverse();
    response
}

/// An OCSP response as a member of `crls` (RFC 5940).
fn member(response: &[u8]) -> Vec<u8> {
    let info = sequence(&[oid(id::ID_RI_OCSP_RESPONSE), response.to_vec()]);
    retag(0xa1, &info)
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Revoked};
    let all: &[Made] = &[
        (
            "ocsp-hold-and-newer-good-given-twice",
            Revoked,
            |it, outcome| {
                let copy = hold_and_good(it).sign(&it.middle.key);
                placed(it, outcome, &[&copy, &copy], &[])
            },
            "The caller gives twice one response that says hold, and good of a later time.",
        ),
        (
            "ocsp-good-and-older-hold-given-twice",
            Revoked,
            |it, outcome| {
                let copy = good_and_hold(it).sign(&it.middle.key);
                placed(it, outcome, &[&copy, &copy], &[])
            },
            "The caller gives twice one response that says good, and hold of an earlier time.",
        ),
        (
            "ocsp-hold-and-newer-good-given-and-in-the-document",
            Revoked,
            |it, outcome| {
                let copy = hold_and_good(it).sign(&it.middle.key);
                placed(it, outcome, &[&copy], &[&copy])
            },
            "The caller gives the response, and the document brings it too.",
        ),
        (
            "ocsp-hold-and-newer-good-twice-in-the-document",
            Revoked,
            |it, outcome| {
                let copy = hold_and_good(it).sign(&it.middle.key);
                placed(it, outcome, &[], &[&copy, &copy])
            },
            "The document brings the response twice.",
        ),
        (
            "ocsp-hold-and-newer-good-with-other-certs",
            Revoked,
            |it, outcome| {
                let response = hold_and_good(it);
                let copy = response.sign(&it.middle.key);
                let padded = response
                    .certificate(&it.root.certificate)
                    .sign(&it.middle.key);
                placed(it, outcome, &[], &[&copy, &padded])
            },
            "The document brings the response twice, the second time with a certificate in certs, which are not signed.",
        ),
        (
            "ocsp-hold-and-newer-good-with-other-certs-given",
            Revoked,
            |it, outcome| {
                let response = hold_and_good(it);
                let copy = response.sign(&it.middle.key);
                let padded = response
                    .certificate(&it.root.certificate)
                    .sign(&it.middle.key);
                placed(it, outcome, &[&copy], &[&padded])
            },
            "The caller gives the response, and the document brings it with a certificate in certs, which are not signed.",
        ),
        (
            "ocsp-hold-lifted-in-the-document",
            Good,
            |it, outcome| {
                let hold = it
                    .single()
                    .times("20260220000000Z", Some("20260320000000Z"))
                    .revoked("20260201000000Z", Some(HOLD));
                let hold = it.response(hold).produced_at("20260220000000Z");
                let (hold, good) = (hold.sign(&it.middle.key), it.ocsp(it.single()));
                placed(it, outcome, &[&hold], &[&good])
            },
            "The caller gives a response that says hold; the document brings a newer one, which says good.",
        ),
    ];
    made(family, SOURCE, all)
}

/// Responses that the caller gives beside the root's CRL, and those that the document brings.
fn placed(
    scene: &Scene<'_>,
    outcome: Outcome,
    given: &[&Vec<u8>],
    in_document: &[&Vec<u8>],
) -> Vector {
    let mut document = document(&scene.signer);
    document.revocation_infos = in_document.iter().map(|it| member(it)).collect();
    let mut evidence: Vec<Vec<u8>> = given.iter().map(|&it| it.clone()).collect();
    evidence.push(clean(&scene.root));
    scene.expecting(&document, outcome.of(&scene.signer), &evidence)
}
