//! Responders that the caller trusts for answers, as Toss's profile needs: its root certified the
//! responder, and not the CA that issued the subscribers' certificates.

use crate::generate::certificate::Template;
use crate::generate::crl::{Crl, Entry, HOLD, clean};
use crate::generate::families::scene::{
    BEFORE, Made, Outcome, RESPONDER, Scene, between, for_checked_ocsp, for_ocsp, made,
};
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, Single, by_key, by_name};
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 6960 4.2.2.2: matches a local configuration of OCSP signing authority for the certificate in question";

pub(super) fn make(family: &Family) -> io::Result<()> {
    who(family)?;
    when(family)?;
    says(family)
}

/// A responder that the root certified; nothing but its answer covers the signer.
pub(super) fn of_root(scene: &Scene<'_>, shape: impl FnOnce(Template) -> Template) -> Ca {
    scene
        .root
        .ca_as(RESPONDER, &Key::ec(), |it| shape(for_checked_ocsp(it)))
}

pub(super) fn answer(responder: &Ca, single: Single) -> Response {
    Response::new(by_name(&responder.name), single).certificate(&responder.certificate)
}

/// The case in which the caller names that responder.
pub(super) fn trusting(
    scene: &Scene<'_>,
    outcome: Outcome,
    responder: &Ca,
    evidence: &[Vec<u8>],
) -> Vector {
    scene
        .vector(outcome, evidence)
        .responder(&responder.certificate)
}

fn who(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "named",
            Good,
            |it, outcome| {
                let responder = of_root(it, |it| it);
                let response = answer(&responder, it.single()).sign(&responder.key);
                trusting(it, outcome, &responder, &[response])
            },
            "The caller names the responder, which the root certified, and it says good.",
        ),
        (
            "not-named",
            Open,
            |it, outcome| {
                let responder = of_root(it, |it| it);
                let response = answer(&responder, it.single()).sign(&responder.key);
                it.vector(outcome, &[response])
            },
            "The root certified the responder, and the caller does not name it.",
        ),
        (
            "not-named-among-intermediates",
            Open,
            |it, outcome| {
                let responder = of_root(it, |it| it);
                let response = answer(&responder, it.single()).sign(&responder.key);
                it.vector(outcome, &[response])
                    .intermediate(&responder.certificate)
            },
            "The root certified the responder, whose certificate the caller supplies as an intermediate and does not name as a responder.",
        ),
        (
            "another-named",
            Open,
            |it, outcome| {
                let (responder, other) = (of_root(it, |it| it), of_root(it, |it| it));
                let response = answer(&responder, it.single()).sign(&responder.key);
                trusting(it, outcome, &other, &[response])
            },
            "The caller names another responder of the same name.",
        ),
        (
            "named-by-key",
            Good,
            |it, outcome| {
                let responder = of_root(it, |it| it);
                let response = Response::new(by_key(&responder.key), it.single());
                trusting(it, outcome, &responder, &[response.sign(&responder.key)])
            },
            "The response names the responder by its key and brings no certificate; the caller has it.",
        ),
        (
            "named-self-signed",
            Good,
            |it, outcome| {
                let responder = Ca::root_as(RESPONDER, &Key::ec(), for_ocsp);
                let response = answer(&responder, it.single()).sign(&responder.key);
                trusting(it, outcome, &responder, &[response])
            },
            "The caller names a responder that certified itself: no path is asked of it.",
        ),
        (
            "named-signed-by-another",
            Open,
            |it, outcome| {
                let responder = of_root(it, |it| it);
                let response = answer(&responder, it.single()).sign(&Key::ec());
                trusting(it, outcome, &responder, &[response])
            },
            "The response names the responder whom the caller trusts, and is signed with another key.",
        ),
        (
            "named-in-the-response-only",
            Open,
            |it, outcome| {
                let responder = Ca::root_as(RESPONDER, &Key::ec(), for_ocsp);
                let response = answer(&responder, it.single()).sign(&responder.key);
                it.vector(outcome, &[response])
            },
            "A responder that certified itself is in the response alone.",
        ),
        (
            "named-signs-a-crl",
            Open,
            |it, outcome| {
                let responder = of_root(it, |it| it);
                trusting(it, outcome, &responder, &[it.crl().sign(&responder.key)])
            },
            "The caller names a responder, whose key signed a CRL in the CA's name: it is trusted for OCSP alone.",
        ),
    ];
    made(family, SOURCE, all)
}

/// Validity at the later of the time asked and producedAt, and evidence that revokes it.
fn when(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Made] = &[
        (
            "named-ends-at",
            Good,
            |it, outcome| ending(it, outcome, "260302090000Z", false),
            "The certificate of the named responder ends with the second of the time asked.",
        ),
        (
            "named-expired",
            Open,
            |it, outcome| ending(it, outcome, "260302085959Z", false),
            "The certificate of the named responder ended a second before the time asked.",
        ),
        (
            "named-expired-revokes",
            Revoked,
            |it, outcome| ending(it, outcome, "260302085959Z", true),
            "The same, and it says revoked: it was valid when it signed.",
        ),
        (
            "named-not-yet-valid",
            Open,
            |it, outcome| {
                let responder = of_root(it, between("260302090001Z", "261231235959Z"));
                let response = answer(&responder, it.single()).sign(&responder.key);
                trusting(it, outcome, &responder, &[response])
            },
            "The certificate of the named responder begins a second after the time asked.",
        ),
        (
            "named-expired-when-it-signed",
            Open,
            |it, outcome| {
                let responder = of_root(it, between("260101000000Z", "260303000000Z"));
                let single = it
                    .single()
                    .times("20260304000000Z", Some("20260311000000Z"));
                let response = answer(&responder, single).produced_at("20260304000000Z");
                trusting(it, outcome, &responder, &[response.sign(&responder.key)])
            },
            "The certificate of the named responder was valid at the time asked, and ended before the response was signed.",
        ),
        (
            "named-revoked",
            Open,
            |it, outcome| {
                let responder = of_root(it, |it| it);
                let response = answer(&responder, it.single()).sign(&responder.key);
                let listing = Crl::new(&it.root.name)
                    .entry(Entry::new(&responder.serial, BEFORE).reason(1))
                    .sign(&it.root.key);
                it.only(&it.signer, outcome, &[response, listing])
                    .responder(&responder.certificate)
            },
            "The caller names the responder, and the root's CRL lists its certificate.",
        ),
        (
            "named-begins-when-it-signed",
            Good,
            |it, outcome| beginning(it, outcome, "260301000000Z"),
            "The certificate of the named responder begins with the second of producedAt.",
        ),
        (
            "named-begins-after-it-signed",
            Open,
            |it, outcome| beginning(it, outcome, "260301000001Z"),
            "The certificate of the named responder begins a second after producedAt, before the time asked.",
        ),
        (
            "named-revoked-between",
            Open,
            |it, outcome| listed(it, outcome, false, "260301120000Z"),
            "The named responder says good, and its own certificate was revoked after that and before the time asked.",
        ),
        (
            "named-revoked-before-it-revokes",
            Open,
            |it, outcome| listed(it, outcome, true, "260228000000Z"),
            "The named responder says revoked, and its own certificate had been revoked before it signed that.",
        ),
        (
            "named-on-stale-hold",
            Open,
            |it, outcome| held_once(it, outcome, true),
            "A CRL of the root that is out of date has the named responder on hold, and nothing newer lacks it.",
        ),
        (
            "named-off-stale-list",
            Good,
            |it, outcome| held_once(it, outcome, false),
            "The same CRL does not list the named responder, of which no evidence is needed.",
        ),
        (
            "named-revoked-after-it-revoked",
            Revoked,
            |it, outcome| {
                let responder = of_root(it, |it| it);
                let revoked = it.single().revoked("20260210000000Z", Some(1));
                let response = answer(&responder, revoked).sign(&responder.key);
                let listing = Crl::new(&it.root.name)
                    .times("260302000000Z", Some("260315000000Z"))
                    .entry(Entry::new(&responder.serial, "260302000000Z").reason(1))
                    .sign(&it.root.key);
                it.only(&it.signer, outcome, &[response, listing])
                    .responder(&responder.certificate)
            },
            "The named responder said revoked, and its own certificate was revoked a day afterwards.",
        ),
    ];
    made(family, SOURCE, all)
}

fn ending(scene: &Scene<'_>, outcome: Outcome, not_after: &str, revokes: bool) -> Vector {
    let responder = of_root(scene, between("260101000000Z", not_after));
    let single = if revokes {
        scene.single().revoked("20260220000000Z", Some(1))
    } else {
        scene.single()
    };
    let response = answer(&responder, single).sign(&responder.key);
    trusting(scene, outcome, &responder, &[response])
}

/// The responder's certificate begins then, and it signs at the beginning of March.
fn beginning(scene: &Scene<'_>, outcome: Outcome, not_before: &str) -> Vector {
    let responder = of_root(scene, between(not_before, "261231235959Z"));
    let response = answer(&responder, scene.single()).produced_at("20260301000000Z");
    trusting(scene, outcome, &responder, &[response.sign(&responder.key)])
}

/// The responder signs at the beginning of March, and the root's CRL of the day after lists it.
fn listed(scene: &Scene<'_>, outcome: Outcome, revokes: bool, date: &str) -> Vector {
    let responder = of_root(scene, |it| it);
    let single = if revokes {
        scene.single().revoked("20260210000000Z", Some(1))
    } else {
        scene.single()
    };
    let response = answer(&responder, single).produced_at("20260301000000Z");
    let listing = Crl::new(&scene.root.name)
        .times("260302000000Z", Some("260315000000Z"))
        .entry(Entry::new(&responder.serial, date).reason(1))
        .sign(&scene.root.key);
    scene
        .only(
            &scene.signer,
            outcome,
            &[response.sign(&responder.key), listing],
        )
        .responder(&responder.certificate)
}

/// A CRL of the root from 16 to 18 February, which is newer than the root's usual one.
fn held_once(scene: &Scene<'_>, outcome: Outcome, is_held: bool) -> Vector {
    let responder = of_root(scene, |it| it);
    let response = answer(&responder, scene.single()).sign(&responder.key);
    let mut stale = Crl::new(&scene.root.name)
        .times("260216000000Z", Some("260218000000Z"))
        .number(2);
    if is_held {
        stale = stale.entry(Entry::new(&responder.serial, "260205000000Z").reason(HOLD));
    }
    trusting(
        scene,
        outcome,
        &responder,
        &[response, stale.sign(&scene.root.key)],
    )
}

/// Its answers count as those of the issuing key.
fn says(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Revoked};
    let all: &[Made] = &[
        (
            "named-revokes",
            Revoked,
            |it, outcome| {
                let responder = of_root(it, |it| it);
                let revoked = it.single().revoked("20260220000000Z", Some(1));
                let response = answer(&responder, revoked).sign(&responder.key);
                trusting(it, outcome, &responder, &[response, clean(&it.middle)])
            },
            "The named responder says revoked; the CA's CRL does not list the certificate.",
        ),
        (
            "not-named-revokes",
            Outcome::Open,
            |it, outcome| {
                let responder = of_root(it, |it| it);
                let revoked = it.single().revoked("20260220000000Z", Some(1));
                let response = answer(&responder, revoked).sign(&responder.key);
                it.vector(outcome, &[response, clean(&it.middle)])
            },
            "A responder under the path's anchor whom the caller does not name says revoked; the CA's CRL does not list the certificate.",
        ),
        (
            "named-lifts-a-hold",
            Good,
            |it, outcome| {
                let responder = of_root(it, |it| it);
                let response = answer(&responder, it.single()).sign(&responder.key);
                let held = it.sign(&it.crl().entry(it.entry().reason(HOLD)));
                trusting(it, outcome, &responder, &[response, held])
            },
            "The CA's CRL has the certificate on hold, and a newer answer of the named responder, which speaks for the issuing key, says good.",
        ),
    ];
    made(family, SOURCE, all)
}
