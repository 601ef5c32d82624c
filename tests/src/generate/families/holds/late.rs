//! What lifts a hold and does not show the certificate to be good, or does not even lift it; and
//! evidence of after the certificate's end.

use super::lifted::hold;
use crate::generate::crl::{Crl, Entry, HOLD, REMOVE, clean};
use crate::generate::families::scene::{BEFORE, Made, Outcome, Row, Scene, between, made, rows};
use crate::generate::hierarchy::Ca;
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 5280 5.3.1 and X.509 7.10: a hold ends by a newer list or answer; only what is fresh shows that the certificate is good";

/// The CA's CRL from 20 February to 1 March, out of date, without entries.
fn stale_newer(scene: &Scene<'_>) -> Vec<u8> {
    let crl = scene.crl_of("260220000000Z", "260301000000Z").number(4);
    scene.sign(&crl)
}

/// An answer of 15 February that says hold.
fn answered_hold(scene: &Scene<'_>) -> Vec<u8> {
    let single = scene
        .single()
        .times("20260215000000Z", Some("20260315000000Z"))
        .revoked("20260201000000Z", Some(HOLD));
    let response = scene.response(single).produced_at("20260215000000Z");
    response.sign(&scene.middle.key)
}

/// A complete CRL of 14 February and a delta of that time with removeFromCRL.
fn removed(scene: &Scene<'_>, this_update: &str) -> [Vec<u8>; 2] {
    let complete = scene.crl_of("260214000000Z", "260315000000Z").number(2);
    let entry = Entry::new(&scene.signer.serial, BEFORE).reason(REMOVE);
    let delta = scene
        .crl_of(this_update, "260310000000Z")
        .number(3)
        .delta_to(2)
        .entry(entry);
    [scene.sign(&complete), scene.sign(&delta)]
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Row] = &[
        (
            "hold-lifted-by-stale-newer-crl",
            Open,
            |it| {
                let held = it.crl().number(3).entry(hold(it));
                vec![it.sign(&held), stale_newer(it)]
            },
            "A newer CRL without the hold is out of date: the hold has ended, and nothing fresh shows the certificate to be good.",
        ),
        (
            "hold-since-at-lifted-by-stale-newer-crl",
            Open,
            |it| {
                let entry = Entry::new(&it.signer.serial, "260302090000Z").reason(HOLD);
                vec![it.sign(&it.crl().number(3).entry(entry)), stale_newer(it)]
            },
            "The same with a hold since the very time asked.",
        ),
        (
            "ocsp-hold-removed-at-equal-time",
            Revoked,
            |it| {
                let [complete, delta] = removed(it, "260215000000Z");
                vec![answered_hold(it), complete, delta]
            },
            "An answer says hold, and a delta of its very time has removeFromCRL: that need not be newer than a list alone.",
        ),
        (
            "ocsp-hold-removed-second-later",
            Good,
            |it| {
                let [complete, delta] = removed(it, "260215000001Z");
                vec![answered_hold(it), complete, delta]
            },
            "An answer says hold, and a delta of a second later has removeFromCRL.",
        ),
    ];
    rows(family, SOURCE, all)?;
    delegates(family)?;
    after_the_end(family)
}

/// Answers of a delegate whose certificate ended between producedAt and the time asked.
fn delegates(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Made] = &[
        (
            "hold-lifted-by-delegate-that-ends-at",
            Good,
            |it, outcome| against_hold(it, outcome, "260302090000Z"),
            "The CA's CRL has a hold; a delegate whose certificate ends with the time asked says good.",
        ),
        (
            "hold-not-lifted-by-ended-delegate",
            Revoked,
            |it, outcome| against_hold(it, outcome, "260302085959Z"),
            "The CA's CRL has a hold; a delegate whose certificate ended a second before the time asked says good.",
        ),
        (
            "hold-by-delegate-that-ends-at",
            Revoked,
            |it, outcome| holding(it, outcome, "260302090000Z"),
            "A delegate whose certificate ends with the time asked says hold.",
        ),
        (
            "hold-by-ended-delegate",
            Open,
            |it, outcome| holding(it, outcome, "260302085959Z"),
            "A delegate whose certificate ended a second before the time asked says hold.",
        ),
    ];
    made(family, SOURCE, all)
}

fn answer(scene: &Scene<'_>, not_after: &str, single: Single) -> Vec<u8> {
    let delegate: Ca = Scene::responder_of(&scene.middle, between("260101000000Z", not_after));
    Response::new(by_name(&delegate.name), single)
        .produced_at("20260301000000Z")
        .certificate(&delegate.certificate)
        .sign(&delegate.key)
}

fn against_hold(scene: &Scene<'_>, outcome: Outcome, not_after: &str) -> Vector {
    let held = scene.sign(&scene.crl().number(3).entry(hold(scene)));
    let good = answer(scene, not_after, scene.single());
    scene.vector(outcome, &[held, good])
}

fn holding(scene: &Scene<'_>, outcome: Outcome, not_after: &str) -> Vector {
    let hold = scene.single().revoked("20260201000000Z", Some(HOLD));
    let hold = answer(scene, not_after, hold);
    scene.vector(outcome, &[hold, clean(&scene.middle)])
}

/// The CA's CRL of 11 March, of which the root's usual one still tells.
fn after_the_end(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "fresh-issued-at-expiry",
            Good,
            |it, outcome| ending(it, outcome, "260311000000Z"),
            "The CRL was issued after the time asked, in the last second of the certificate.",
        ),
        (
            "fresh-issued-after-expiry",
            Open,
            |it, outcome| ending(it, outcome, "260310235959Z"),
            "The CRL was issued after the time asked, a second after the certificate's end, when it need not list it any more.",
        ),
    ];
    made(family, SOURCE, all)
}

fn ending(scene: &Scene<'_>, outcome: Outcome, not_after: &str) -> Vector {
    let signer = scene.middle.signer_as(between("250101000000Z", not_after));
    let crl: Crl = scene.crl_of("260311000000Z", "260411000000Z").number(9);
    scene.about(&signer, outcome, &[scene.sign(&crl)])
}
