//! Several entries for one certificate, and deltas that say something by themselves.

use super::{delta, hold, removed, stale};
use crate::generate::certificate::extension;
use crate::generate::crl::{Crl, Entry, HOLD, clean};
use crate::generate::der::null;
use crate::generate::families::scene::{Outcome, Row, Scene, rows};
use crate::generate::oid as id;
use crate::generate::vector::Family;
use std::io;

const SOURCE: &str = "RFC 5280 5.2.4, 5.3.1 and 6.3.3 (i), (j); of two entries the worse counts";

fn compromised(scene: &Scene<'_>) -> Entry {
    scene.entry().reason(1)
}

/// A fresh complete CRL with a hold, and this delta to it.
fn held(scene: &Scene<'_>, delta: &Crl) -> Vec<Vec<u8>> {
    let complete = scene.crl().number(2).entry(hold(scene));
    vec![scene.sign(&complete), scene.sign(delta)]
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let two: &[Row] = &[
        (
            "two-entries-removed-compromised",
            Revoked,
            |it| {
                held(
                    it,
                    &delta(it, 3, 2).entry(removed(it)).entry(compromised(it)),
                )
            },
            "One delta removes the certificate and then says that its key was compromised.",
        ),
        (
            "two-entries-compromised-removed",
            Revoked,
            |it| {
                held(
                    it,
                    &delta(it, 3, 2).entry(compromised(it)).entry(removed(it)),
                )
            },
            "One delta says that the key was compromised and then removes the certificate.",
        ),
        (
            "two-entries-removed-earlier-than-compromised",
            Revoked,
            |it| {
                let later = Entry::new(&it.signer.serial, "260222000000Z").reason(1);
                held(it, &delta(it, 3, 2).entry(removed(it)).entry(later))
            },
            "One delta has removeFromCRL of an earlier date than the compromise: the removal does not win.",
        ),
        (
            "two-entries-removed-held",
            Revoked,
            |it| {
                let again = Entry::new(&it.signer.serial, "260222000000Z").reason(HOLD);
                held(it, &delta(it, 3, 2).entry(removed(it)).entry(again))
            },
            "One delta removes the certificate and has it on hold.",
        ),
        (
            "two-entries-removed-twice",
            Good,
            |it| held(it, &delta(it, 3, 2).entry(removed(it)).entry(removed(it))),
            "One delta removes the certificate twice.",
        ),
    ];
    rows(family, SOURCE, two)?;
    let alone: &[Row] = &[
        (
            "alone-revokes-beside-clean",
            Revoked,
            |it| {
                vec![
                    it.sign(&it.crl().number(1)),
                    it.sign(&delta(it, 3, 2).entry(compromised(it))),
                ]
            },
            "The delta is based on a newer CRL than the one that is there; what it revokes is revoked.",
        ),
        (
            "alone-holds-beside-clean",
            Revoked,
            |it| {
                vec![
                    it.sign(&it.crl().number(1)),
                    it.sign(&delta(it, 3, 2).entry(hold(it))),
                ]
            },
            "The delta fits no complete CRL, is fresh, and has the certificate on hold.",
        ),
        (
            "stale-holds-beside-older-clean",
            Open,
            |it| {
                vec![
                    it.sign(&it.crl().number(1)),
                    it.sign(&stale_delta(it).entry(hold(it))),
                ]
            },
            "A delta that is out of date has the certificate on hold; the fresh complete CRL is older.",
        ),
        (
            "stale-holds-beside-newer-clean",
            Good,
            |it| {
                let newer = it.crl_of("260225000000Z", "260325000000Z").number(4);
                vec![it.sign(&newer), it.sign(&stale_delta(it).entry(hold(it)))]
            },
            "A delta that is out of date has the certificate on hold; a newer complete CRL does not list it.",
        ),
        (
            "hold-in-stale-complete-removed",
            Good,
            |it| {
                vec![
                    it.sign(&stale(it, 2).entry(hold(it))),
                    it.sign(&delta(it, 3, 2).entry(removed(it))),
                ]
            },
            "The complete CRL with the hold is out of date; the fresh delta to it ends the hold.",
        ),
        (
            "hold-in-stale-complete-kept",
            Revoked,
            |it| {
                vec![
                    it.sign(&stale(it, 2).entry(hold(it))),
                    it.sign(&delta(it, 3, 2)),
                ]
            },
            "The complete CRL with the hold is out of date; the fresh delta to it leaves the hold as it is, and both are one list.",
        ),
        (
            "unknown-critical-beside-clean",
            Good,
            |it| vec![clean(&it.middle), it.sign(&unprocessed(it))],
            "A delta has an unknown critical extension and does not list the certificate; the complete CRL is fresh.",
        ),
        (
            "unknown-critical-revokes",
            Open,
            |it| {
                vec![
                    clean(&it.middle),
                    it.sign(&unprocessed(it).entry(compromised(it))),
                ]
            },
            "A delta has an unknown critical extension and lists the certificate: it says neither, and nothing is settled.",
        ),
    ];
    rows(family, SOURCE, alone)
}

/// A delta of the week after the complete CRL, out of date.
fn stale_delta(scene: &Scene<'_>) -> Crl {
    scene
        .crl_of("260216000000Z", "260223000000Z")
        .number(3)
        .delta_to(2)
}

fn unprocessed(scene: &Scene<'_>) -> Crl {
    delta(scene, 2, 1).with(extension(id::UNKNOWN, true, &null()))
}
