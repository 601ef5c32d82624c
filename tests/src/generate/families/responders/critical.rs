//! Answers of a named responder with an unknown critical extension: nobody knows what they mean, and
//! one that says revoked leaves the status undecided.

use super::named::{answer, of_root, trusting};
use crate::generate::crl::clean;
use crate::generate::der::null;
use crate::generate::families::scene::{Made, Outcome, RESPONDER, Scene, for_ocsp, made};
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::ocsp::Single;
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 6960 4.4 and RFC 5280 4.2: what has a critical extension that can't be processed is not relied on; what it revokes is not found good (fail closed)";

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Made] = &[
        (
            "named-unknown-revokes-beside-good",
            Revoked,
            |it, outcome| in_the_response(it, outcome, revoked(it), false),
            "The named responder says revoked in a response with an unknown extension that is not critical; the CA's CRL is good.",
        ),
        (
            "named-critical-revokes-beside-good",
            Open,
            |it, outcome| in_the_response(it, outcome, revoked(it), true),
            "The named responder says revoked in a response with an unknown critical extension; the CA's CRL is good.",
        ),
        (
            "named-self-signed-critical-revokes-beside-good",
            Open,
            |it, outcome| {
                let responder = Ca::root_as(RESPONDER, &Key::ec(), for_ocsp);
                let response = answer(&responder, revoked(it)).with(id::UNKNOWN, true, &null());
                let evidence = [response.sign(&responder.key), clean(&it.middle)];
                trusting(it, outcome, &responder, &evidence)
            },
            "A named responder that certified itself says revoked in a response with an unknown critical extension; the CA's CRL is good.",
        ),
        (
            "named-critical-good-beside-good",
            Good,
            |it, outcome| in_the_response(it, outcome, it.single(), true),
            "The named responder says good in a response with an unknown critical extension; the CA's CRL is good.",
        ),
        (
            "named-unknown-single-revokes-beside-good",
            Revoked,
            |it, outcome| in_the_single(it, outcome, revoked(it), false),
            "The answer of the named responder that says revoked has an unknown extension that is not critical; the CA's CRL is good.",
        ),
        (
            "named-critical-single-revokes-beside-good",
            Open,
            |it, outcome| in_the_single(it, outcome, revoked(it), true),
            "The answer of the named responder that says revoked has an unknown critical extension; the CA's CRL is good.",
        ),
        (
            "named-critical-single-good-beside-good",
            Good,
            |it, outcome| in_the_single(it, outcome, it.single(), true),
            "The answer of the named responder that says good has an unknown critical extension; the CA's CRL is good.",
        ),
    ];
    made(family, SOURCE, all)
}

fn revoked(scene: &Scene<'_>) -> Single {
    scene.single().revoked("20260220000000Z", Some(1))
}

/// The unknown extension is among responseExtensions.
fn in_the_response(
    scene: &Scene<'_>,
    outcome: Outcome,
    single: Single,
    is_critical: bool,
) -> Vector {
    let responder = of_root(scene, |it| it);
    let response = answer(&responder, single).with(id::UNKNOWN, is_critical, &null());
    let evidence = [response.sign(&responder.key), clean(&scene.middle)];
    trusting(scene, outcome, &responder, &evidence)
}

/// The unknown extension is among singleExtensions.
fn in_the_single(scene: &Scene<'_>, outcome: Outcome, single: Single, is_critical: bool) -> Vector {
    let responder = of_root(scene, |it| it);
    let response = answer(&responder, single.with(id::UNKNOWN, is_critical, &null()));
    let evidence = [response.sign(&responder.key), clean(&scene.middle)];
    trusting(scene, outcome, &responder, &evidence)
}
