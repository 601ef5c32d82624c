//! Holds: they count while they are fresh, and end by newer evidence of the same authority.

use crate::case::Finding;
use crate::generate::crl::{Crl, Entry, HOLD, REMOVE, clean};
use crate::generate::distribution::Scope;
use crate::generate::families::scene::{Made, Outcome, Row, Scene, made, rows};
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::vector::Family;
use std::io;

const SOURCE: &str = "RFC 5280 5.3.1 and X.509 7.10: certificateHold is the one reason that ends, \
    by removeFromCRL, by absence from a newer list, or by a newer answer that says good";

pub(super) fn hold(scene: &Scene<'_>) -> Entry {
    Entry::new(&scene.signer.serial, "260201000000Z").reason(HOLD)
}

/// The CA's CRL of 15 February, fresh, with the hold.
fn held(scene: &Scene<'_>) -> Vec<u8> {
    scene.sign(&scene.crl().number(3).entry(hold(scene)))
}

/// A CRL of the CA from 10 to 20 February, out of date, with the hold.
fn held_once(scene: &Scene<'_>) -> Vec<u8> {
    let crl = scene.crl_of("260210000000Z", "260220000000Z").number(2);
    scene.sign(&crl.entry(hold(scene)))
}

/// The CA's CRL of 25 February, fresh.
fn newer(scene: &Scene<'_>) -> Crl {
    scene.crl_of("260225000000Z", "260325000000Z").number(4)
}

/// An answer that says hold, of those times.
fn answered_hold(scene: &Scene<'_>, this_update: &str, next_update: &str) -> Single {
    scene
        .single()
        .times(this_update, Some(next_update))
        .revoked("20260201000000Z", Some(HOLD))
}

/// An answer that says good, of that time.
fn answered_good(scene: &Scene<'_>, this_update: &str) -> Single {
    scene.single().times(this_update, Some("20260315000000Z"))
}

/// A response of the CA, produced then.
fn produced(scene: &Scene<'_>, single: Single, at: &str) -> Vec<u8> {
    let response = scene.response(single).produced_at(at);
    response.sign(&scene.middle.key)
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    lists(family)?;
    answers(family)?;
    delegates(family)
}

fn lists(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Row] = &[
        (
            "hold-fresh",
            Revoked,
            |it| vec![held(it)],
            "The certificate was on hold at the time asked.",
        ),
        (
            "hold-lifted-by-newer-crl",
            Good,
            |it| vec![held(it), it.sign(&newer(it))],
            "A newer CRL of the same key does not list the certificate any more.",
        ),
        (
            "hold-stale",
            Open,
            |it| vec![held_once(it)],
            "The CRL with the hold is out of date: whether it went on is not known.",
        ),
        (
            "hold-stale-older-clean",
            Open,
            |it| {
                let older = it.crl_of("260205000000Z", "260305000000Z").number(1);
                vec![held_once(it), it.sign(&older)]
            },
            "The CRL with the hold is out of date; an older one, which is fresh, was made before the hold.",
        ),
        (
            "hold-stale-newer-clean",
            Good,
            |it| vec![held_once(it), clean(&it.middle)],
            "The CRL with the hold is out of date, and a newer one, which is fresh, does not list the certificate.",
        ),
        (
            "hold-stale-same-time-clean",
            Open,
            |it| {
                let same = it.crl_of("260210000000Z", "260310000000Z").number(2);
                vec![held_once(it), it.sign(&same)]
            },
            "The CRL with the hold is out of date, and a fresh one of the same time does not list the certificate: of equal times the worse counts.",
        ),
        (
            "hold-second-old-without-next-update",
            Open,
            |it| {
                let crl = it.crl().times("260302085959Z", None).entry(hold(it));
                vec![it.sign(&crl), clean(&it.middle)]
            },
            "A CRL of a second before the time asked has the hold and no nextUpdate; an older one, which is fresh, lacks it.",
        ),
        (
            "hold-newer-revokes-later",
            Revoked,
            |it| {
                let entry = Entry::new(&it.signer.serial, "260310000000Z").reason(1);
                vec![held(it), it.sign(&newer(it).entry(entry))]
            },
            "A newer CRL has a revocation of after the time asked in the place of the hold, which did not end thereby.",
        ),
        (
            "hold-newer-crl-of-its-reason",
            Revoked,
            |it| {
                let scope = Scope::some_reasons(&[6]);
                vec![held(it), it.sign(&newer(it).scope(&scope))]
            },
            "The hold stands in a CRL of all reasons; a newer one of holds alone does not cover the scope of that one.",
        ),
        (
            "hold-of-its-reason-newer-complete",
            Good,
            |it| {
                let crl = it.crl().number(3).scope(&Scope::some_reasons(&[6]));
                vec![it.sign(&crl.entry(hold(it))), it.sign(&newer(it))]
            },
            "The hold stands in a CRL of holds alone; a newer one of all reasons lacks it.",
        ),
        (
            "hold-turned-into-hold",
            Revoked,
            |it| vec![held(it), it.sign(&newer(it).entry(hold(it)))],
            "The newer CRL has the hold too.",
        ),
    ];
    rows(family, SOURCE, all)?;
    let tolerated: &[Made] = &[(
        "hold-and-remove-in-complete",
        Revoked,
        |it, outcome| {
            let removed = Entry::new(&it.signer.serial, "260220000000Z").reason(REMOVE);
            let crl = it.sign(&it.crl().number(3).entry(hold(it)).entry(removed));
            it.vector(outcome, &[crl]).finding(Finding::CrlForm)
        },
        "One complete CRL has the hold and removeFromCRL, which has no meaning there: the worse counts.",
    )];
    made(family, SOURCE, tolerated)
}

fn answers(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Row] = &[
        (
            "hold-lifted-by-ocsp",
            Good,
            |it| vec![held(it), it.ocsp(it.single())],
            "A newer answer of the CA says that the certificate is good.",
        ),
        (
            "hold-ocsp-good-of-same-time",
            Revoked,
            |it| {
                let good = answered_good(it, "20260215000000Z");
                vec![held(it), produced(it, good, "20260215000000Z")]
            },
            "An answer of the very time of the CRL with the hold says good: of equal times the worse counts.",
        ),
        (
            "hold-ocsp-good-older",
            Revoked,
            |it| {
                let good = answered_good(it, "20260214235959Z");
                vec![held(it), produced(it, good, "20260301000000Z")]
            },
            "An answer says good and was signed after the CRL with the hold, but covers a second before it.",
        ),
        (
            "hold-stale-lifted-by-ocsp",
            Good,
            |it| vec![held_once(it), it.ocsp(it.single())],
            "The CRL with the hold is out of date, and a newer answer says good.",
        ),
        (
            "ocsp-hold-lifted-by-crl",
            Good,
            |it| {
                let hold = answered_hold(it, "20260220000000Z", "20260320000000Z");
                let hold = produced(it, hold, "20260220000000Z");
                vec![hold, it.sign(&newer(it))]
            },
            "An answer says hold; a newer CRL of the CA does not list the certificate.",
        ),
        (
            "ocsp-hold-of-after-its-response",
            Revoked,
            |it| {
                let hold = answered_hold(it, "20260310000000Z", "20260320000000Z");
                let hold = produced(it, hold, "20260220000000Z");
                vec![hold, it.sign(&newer(it))]
            },
            "An answer says hold as of a time after its response was signed: the CA's CRL between the two times does not lift it.",
        ),
        (
            "hold-ocsp-good-of-after-its-response",
            Revoked,
            |it| {
                let good = answered_good(it, "20260301000000Z");
                vec![held(it), produced(it, good, "20260220000000Z")]
            },
            "An answer says good as of a time after its response was signed: it lifts no hold, though both times are after the hold's.",
        ),
        (
            "hold-ocsp-good-of-its-response",
            Good,
            |it| {
                let good = answered_good(it, "20260220000000Z");
                vec![held(it), produced(it, good, "20260220000000Z")]
            },
            "An answer says good as of the time when its response was signed, which is after the hold's.",
        ),
        (
            "ocsp-hold-older-crl",
            Revoked,
            |it| {
                let hold = answered_hold(it, "20260220000000Z", "20260320000000Z");
                vec![produced(it, hold, "20260220000000Z"), clean(&it.middle)]
            },
            "An answer says hold; the CRL that does not list the certificate is older.",
        ),
        (
            "ocsp-hold-stale",
            Open,
            |it| {
                let hold = answered_hold(it, "20260220000000Z", "20260227000000Z");
                vec![produced(it, hold, "20260220000000Z"), clean(&it.middle)]
            },
            "An answer that is out of date says hold, and nothing newer says otherwise.",
        ),
        (
            "ocsp-hold-and-good-in-one",
            Revoked,
            |it| {
                let hold = it.single().revoked("20260201000000Z", Some(HOLD));
                vec![it.response(hold).single(it.single()).sign(&it.middle.key)]
            },
            "One response says hold and then good, of the same time: the worse counts.",
        ),
        (
            "ocsp-good-and-hold-in-one",
            Revoked,
            |it| {
                let hold = it.single().revoked("20260201000000Z", Some(HOLD));
                vec![it.response(it.single()).single(hold).sign(&it.middle.key)]
            },
            "One response says good and then hold, of the same time: the worse counts.",
        ),
        (
            "ocsp-hold-and-newer-good-in-one",
            Revoked,
            |it| {
                let hold = answered_hold(it, "20260220000000Z", "20260320000000Z");
                vec![it.response(hold).single(it.single()).sign(&it.middle.key)]
            },
            "One response says hold, and good of a later time: of two statements of one response the worse counts.",
        ),
        (
            "ocsp-hold-newer-good",
            Good,
            |it| {
                let hold = answered_hold(it, "20260220000000Z", "20260320000000Z");
                let hold = produced(it, hold, "20260220000000Z");
                vec![hold, it.ocsp(it.single())]
            },
            "One response says hold, a newer one says good.",
        ),
    ];
    rows(family, SOURCE, all)
}

/// All delegates and the CA's own key speak for the key that issued the certificate.
fn delegates(family: &Family) -> io::Result<()> {
    use Outcome::Good;
    let all: &[Row] = &[
        (
            "hold-lifted-by-delegate",
            Good,
            |it| {
                let delegate = Scene::responder_of(&it.middle, |it| it);
                let good = Response::new(by_name(&delegate.name), it.single())
                    .certificate(&delegate.certificate);
                vec![held(it), good.sign(&delegate.key)]
            },
            "The CA's CRL has the hold; a newer answer of the CA's delegate says good.",
        ),
        (
            "hold-of-a-delegate-lifted-by-another",
            Good,
            |it| {
                let [one, other] = [(); 2].map(|()| Scene::responder_of(&it.middle, |it| it));
                let hold = answered_hold(it, "20260220000000Z", "20260320000000Z");
                let hold = Response::new(by_name(&one.name), hold)
                    .produced_at("20260220000000Z")
                    .certificate(&one.certificate);
                let good = Response::new(by_name(&other.name), it.single())
                    .certificate(&other.certificate);
                vec![hold.sign(&one.key), good.sign(&other.key)]
            },
            "One delegate of the CA says hold, a newer answer of another one says good: both speak for the CA's key.",
        ),
        (
            "hold-not-lifted-by-a-stranger",
            Outcome::Revoked,
            |it| {
                let stranger = Key::ec();
                let good = it.response(it.single()).sign(&stranger);
                vec![held(it), good, newer(it).sign(&stranger)]
            },
            "A newer answer and a newer CRL say otherwise, and are signed with nobody's key.",
        ),
    ];
    rows(family, SOURCE, all)
}
