//! A pinned anchor can't sign revocation data about anyone.

use super::revoked::revoked_by;
use crate::generate::certificate::key_usage;
use crate::generate::constraint::no_ca;
use crate::generate::crl::clean;
use crate::generate::families::scene::{
    MIDDLE, Made, Outcome, RESPONDER, Scene, for_checked_ocsp, for_ocsp, made,
};
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, by_name};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 5280 6.3.3 (f), RFC 6960 4.2.2.2: a pinned certificate is trusted for its own signatures on documents";

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, OtherKey};
    let all: &[Made] = &[
        (
            "speaks-crl-in-the-cas-name",
            Open,
            |it, outcome| {
                let pinned = Ca::root_as(MIDDLE, &Key::ec(), |it| {
                    it.with(id::BASIC_CONSTRAINTS, no_ca())
                        .with(id::KEY_USAGE, key_usage(&[0, 6]))
                });
                it.vector(outcome, &[clean(&pinned)])
                    .trusting_too(&pinned.certificate)
            },
            "An anchor in the CA's name, which is no CA and has cRLSign, signed the only CRL.",
        ),
        (
            "speaks-crl-of-a-ca-in-the-cas-name",
            OtherKey,
            |it, outcome| {
                let anchor = Ca::root(MIDDLE);
                it.vector(outcome, &[clean(&anchor)])
                    .trusting_too(&anchor.certificate)
            },
            "The same of an anchor that is a CA.",
        ),
        (
            "speaks-ocsp",
            Open,
            |it, outcome| answering(it, outcome, false),
            "A responder that the root certified is an anchor, and not named for OCSP: its answer is not heard.",
        ),
        (
            "speaks-ocsp-named",
            Good,
            |it, outcome| answering(it, outcome, true),
            "The caller names the same responder for OCSP as well.",
        ),
        (
            "speaks-ocsp-revokes",
            Good,
            |it, outcome| {
                let pinned = Ca::root_as(RESPONDER, &Key::ec(), for_ocsp);
                it.vector(outcome, &[revoked_by(it, &pinned), clean(&it.middle)])
                    .trusting_too(&pinned.certificate)
            },
            "An anchor that is no CA and certified itself says revoked: it is a stranger to the path's anchor. The CA's CRL is good.",
        ),
    ];
    made(family, SOURCE, all)
}

fn answering(scene: &Scene<'_>, outcome: Outcome, is_named: bool) -> Vector {
    let responder = scene.root.ca_as(RESPONDER, &Key::ec(), for_checked_ocsp);
    let response = Response::new(by_name(&responder.name), scene.single())
        .certificate(&responder.certificate)
        .sign(&responder.key);
    let vector = scene
        .vector(outcome, &[response])
        .trusting_too(&responder.certificate);
    if is_named {
        vector.responder(&responder.certificate)
    } else {
        vector
    }
}
