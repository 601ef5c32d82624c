//! Which delta goes with which complete CRL: of the same issuer, key and scope, based on it or on one
//! before it, and not older. What does not fit neither makes a complete CRL fresh nor ends a hold.

mod entries;
mod equal_times;
mod numbers;

use super::scene::{BEFORE, Made, Outcome, Row, Scene, crls_by, for_crls, made, rows};
use crate::generate::crl::{Crl, Entry, HOLD, REMOVE, clean};
use crate::generate::distribution::Scope;
use crate::generate::hierarchy::{Ca, ca_name};
use crate::generate::key::Key;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str =
    "RFC 5280 5.2.4 and 6.3.3 (c): when a complete CRL and a delta may be combined";

/// A complete CRL of January of that number, out of date.
fn stale(scene: &Scene<'_>, number: u8) -> Crl {
    scene
        .crl_of("260110000000Z", "260201000000Z")
        .number(number)
}

/// A fresh delta of 25 February.
fn delta(scene: &Scene<'_>, number: u8, base: u8) -> Crl {
    delta_at(scene, "260225000000Z", number, base)
}

/// A fresh delta of that time.
fn delta_at(scene: &Scene<'_>, this_update: &str, number: u8, base: u8) -> Crl {
    scene
        .crl_of(this_update, "260310000000Z")
        .number(number)
        .delta_to(base)
}

fn hold(scene: &Scene<'_>) -> Entry {
    Entry::new(&scene.signer.serial, "260105000000Z").reason(HOLD)
}

fn removed(scene: &Scene<'_>) -> Entry {
    Entry::new(&scene.signer.serial, BEFORE).reason(REMOVE)
}

fn users() -> Scope {
    Scope {
        users: true,
        ..Scope::default()
    }
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    freshening(family)?;
    removing(family)?;
    issuers(family)?;
    keys(family)?;
    entries::make(family)?;
    equal_times::make(family)?;
    numbers::make(family)
}

/// Whether a fresh delta without entries makes a complete CRL fresh that is out of date.
fn freshening(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Row] = &[
        (
            "fresh-for-stale",
            Good,
            |it| vec![it.sign(&stale(it, 2)), it.sign(&delta(it, 3, 2))],
            "The complete CRL is out of date; the delta to it is not, and both are one list with the delta's times.",
        ),
        (
            "base-below-number",
            Good,
            |it| vec![it.sign(&stale(it, 2)), it.sign(&delta(it, 3, 1))],
            "The delta is based on a CRL before the complete one.",
        ),
        (
            "base-above-number",
            Open,
            |it| vec![it.sign(&stale(it, 1)), it.sign(&delta(it, 3, 2))],
            "The delta is based on a CRL after the complete one.",
        ),
        (
            "number-equal",
            Good,
            |it| vec![it.sign(&stale(it, 3)), it.sign(&delta(it, 3, 2))],
            "Delta and complete CRL have the same number, as those issued together have.",
        ),
        (
            "number-smaller",
            Open,
            |it| vec![it.sign(&stale(it, 4)), it.sign(&delta(it, 3, 2))],
            "The delta has a smaller number than the complete CRL.",
        ),
        (
            "time-equal",
            Good,
            |it| {
                let delta = delta_at(it, "260110000000Z", 3, 2);
                vec![it.sign(&stale(it, 2)), it.sign(&delta)]
            },
            "Delta and complete CRL have the same thisUpdate.",
        ),
        (
            "time-earlier",
            Open,
            |it| {
                let delta = delta_at(it, "260109235959Z", 3, 2);
                vec![it.sign(&stale(it, 2)), it.sign(&delta)]
            },
            "The delta is a second older than the complete CRL.",
        ),
        (
            "scope-equal",
            Good,
            |it| {
                let complete = stale(it, 2).scope(&users());
                vec![
                    it.sign(&complete),
                    it.sign(&delta(it, 3, 2).scope(&users())),
                ]
            },
            "Delta and complete CRL have the same scope.",
        ),
        (
            "scope-of-delta-only",
            Open,
            |it| {
                let delta = delta(it, 3, 2).scope(&users());
                vec![it.sign(&stale(it, 2)), it.sign(&delta)]
            },
            "The delta is for certificates of users only, the complete CRL for all.",
        ),
        (
            "scope-of-complete-only",
            Open,
            |it| {
                let complete = stale(it, 2).scope(&users());
                vec![it.sign(&complete), it.sign(&delta(it, 3, 2))]
            },
            "The complete CRL is for certificates of users only, the delta for all.",
        ),
        (
            "without-next-update",
            Open,
            |it| {
                let delta = it.crl().times("260225000000Z", None).number(3).delta_to(2);
                vec![it.sign(&stale(it, 2)), it.sign(&delta)]
            },
            "The delta has no nextUpdate, and neither is fresh.",
        ),
        (
            "stale-for-fresh",
            Good,
            |it| {
                let delta = it
                    .crl_of("260216000000Z", "260218000000Z")
                    .number(3)
                    .delta_to(2);
                vec![it.sign(&it.crl().number(2)), it.sign(&delta)]
            },
            "The delta is out of date; the complete CRL is fresh by itself.",
        ),
        (
            "alone",
            Open,
            |it| vec![it.sign(&delta(it, 3, 2))],
            "A delta alone says of nobody that they are good.",
        ),
    ];
    rows(family, SOURCE, all)
}

/// Whether a delta's removeFromCRL ends a hold of a fresh complete CRL.
fn removing(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Revoked};
    let all: &[Row] = &[
        (
            "removes",
            Good,
            |it| on_hold(it, 2, delta(it, 3, 2)),
            "The delta ends the hold before the time asked.",
        ),
        (
            "removes-of-equal-time",
            Good,
            |it| on_hold(it, 2, delta_at(it, "260215000000Z", 3, 2)),
            "The delta has the thisUpdate of the complete CRL with the hold: it only has to be not older.",
        ),
        (
            "removes-of-earlier-time",
            Revoked,
            |it| on_hold(it, 2, delta_at(it, "260214235959Z", 3, 2)),
            "The delta is a second older than the complete CRL with the hold.",
        ),
        (
            "removes-at",
            Good,
            |it| on_hold(it, 2, delta_at(it, "260302090000Z", 3, 2)),
            "The delta's thisUpdate is the very time asked.",
        ),
        (
            "removes-second-later",
            Revoked,
            |it| on_hold(it, 2, delta_at(it, "260302090001Z", 3, 2)),
            "The delta's thisUpdate is a second after the time asked, at which the hold may have gone on.",
        ),
        (
            "removes-with-equal-number",
            Good,
            |it| on_hold(it, 3, delta(it, 3, 2)),
            "The delta has the number of the complete CRL with the hold.",
        ),
        (
            "removes-with-smaller-number",
            Revoked,
            |it| on_hold(it, 4, delta(it, 3, 2)),
            "The delta has a smaller number than the complete CRL with the hold.",
        ),
        (
            "removes-with-base-above",
            Revoked,
            |it| on_hold(it, 1, delta(it, 3, 2)),
            "The delta is based on a CRL after the one with the hold.",
        ),
        (
            "removes-of-another-scope",
            Revoked,
            |it| on_hold(it, 2, delta(it, 3, 2).scope(&users())),
            "The delta is of another scope than the complete CRL with the hold.",
        ),
        (
            "removes-what-is-not-there",
            Good,
            |it| {
                let delta = delta(it, 3, 2).entry(removed(it));
                vec![it.sign(&it.crl().number(2)), it.sign(&delta)]
            },
            "The delta removes a certificate that the complete CRL does not list, which is no revocation.",
        ),
        (
            "removes-alone-beside-ocsp",
            Good,
            |it| {
                vec![
                    it.sign(&delta(it, 3, 2).entry(removed(it))),
                    it.ocsp(it.single()),
                ]
            },
            "A delta alone has removeFromCRL, which is no revocation; OCSP says good.",
        ),
    ];
    rows(family, SOURCE, all)
}

/// A fresh complete CRL of that number with the hold, and the delta with removeFromCRL.
fn on_hold(scene: &Scene<'_>, number: u8, delta: Crl) -> Vec<Vec<u8>> {
    let complete = scene.crl().number(number).entry(hold(scene));
    vec![
        scene.sign(&complete),
        scene.sign(&delta.entry(removed(scene))),
    ]
}

/// The CA's key signs indirect CRLs under another name too, which the signer's certificate names.
fn issuers(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "issuer-equal",
            Good,
            |it, outcome| in_name_of(it, outcome, &it.middle.name.clone()),
            "Delta and complete CRL have the same issuer.",
        ),
        (
            "issuer-differs",
            Open,
            |it, outcome| in_name_of(it, outcome, &ca_name("Test CRL issuer")),
            "The delta has the scope and the key of the complete CRL and another issuer, which the certificate names as one.",
        ),
    ];
    made(family, SOURCE, all)
}

fn in_name_of(scene: &Scene<'_>, outcome: Outcome, name: &[u8]) -> Vector {
    let signer = scene.middle.signer_as(crls_by(&ca_name("Test CRL issuer")));
    let complete = stale(scene, 2).scope(&Scope::indirect());
    let mut delta = delta(scene, 3, 2).scope(&Scope::indirect());
    delta.issuer = name.to_vec();
    let evidence = [scene.sign(&complete), scene.sign(&delta)];
    scene.about(&signer, outcome, &evidence)
}

/// The CA has another key for CRLs, which the root certified.
fn keys(family: &Family) -> io::Result<()> {
    use Outcome::{Open, OtherKey, Revoked};
    let all: &[Made] = &[
        (
            "key-equal",
            OtherKey,
            |it, outcome| {
                let other = second_key(it);
                let evidence = [
                    stale(it, 2).sign(&other.key),
                    delta(it, 3, 2).sign(&other.key),
                ];
                it.vector(outcome, &evidence)
                    .intermediate(&other.certificate)
            },
            "Delta and complete CRL are both signed with the other key of the CA, which the root certified for CRLs.",
        ),
        (
            "key-differs",
            Open,
            |it, outcome| {
                let other = second_key(it);
                let evidence = [it.sign(&stale(it, 2)), delta(it, 3, 2).sign(&other.key)];
                it.vector(outcome, &evidence)
                    .intermediate(&other.certificate)
            },
            "The delta is signed with another key of the CA than the complete CRL, which is out of date.",
        ),
        (
            "key-differs-removes",
            Revoked,
            |it, outcome| {
                let other = second_key(it);
                let delta = delta(it, 3, 2).entry(removed(it)).sign(&other.key);
                let complete = it.sign(&it.crl().number(2).entry(hold(it)));
                it.vector(outcome, &[complete, delta])
                    .intermediate(&other.certificate)
            },
            "The complete CRL has a hold; the delta that ends it is signed with another key of the CA.",
        ),
        (
            "key-differs-beside-its-own",
            OtherKey,
            |it, outcome| {
                let other = second_key(it);
                let evidence = [
                    it.sign(&stale(it, 2)),
                    delta(it, 3, 2).sign(&other.key),
                    clean(&other),
                ];
                it.vector(outcome, &evidence)
                    .intermediate(&other.certificate)
            },
            "The delta fits no complete CRL of its key; there is one of that key which is fresh by itself.",
        ),
    ];
    made(family, SOURCE, all)
}

/// A certificate of the root in the CA's name, for another key that signs CRLs.
fn second_key(scene: &Scene<'_>) -> Ca {
    scene.root.ca_as(super::scene::MIDDLE, &Key::ec(), for_crls)
}
