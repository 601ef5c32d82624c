//! When a delegate must have been good, and what revokes it.

use crate::case::Finding;
use crate::generate::certificate::Template;
use crate::generate::crl::{Crl, Entry, HOLD, clean};
use crate::generate::distribution::Scope;
use crate::generate::families::scene::{
    BEFORE, Made, Outcome, Scene, at_others_point, between, made, others_point,
};
use crate::generate::hierarchy::Ca;
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 6960 4.2.2.2 and 4.2.2.2.1: the delegate's certificate is validated, and nocheck spares evidence, not a revocation that is there";

pub(super) fn make(family: &Family) -> io::Result<()> {
    validity(family)?;
    revoked(family)?;
    times(family)?;
    above(family)
}

/// A delegate of a CA whose certificate the root revoked on 3 March, after the time asked.
fn above(family: &Family) -> io::Result<()> {
    use Outcome::{Later, Open};
    let all: &[Made] = &[
        (
            "delegate-signed-before-its-ca-was-revoked",
            Later,
            |it, outcome| under_revoked(it, outcome, "20260302120000Z", false),
            "The delegate answered before the CA's certificate was revoked.",
        ),
        (
            "delegate-signed-after-its-ca-was-revoked",
            Open,
            |it, outcome| under_revoked(it, outcome, "20260304000000Z", false),
            "The delegate answered after the CA's certificate was revoked.",
        ),
        (
            "delegate-signed-after-its-ca-was-revoked-revokes",
            Open,
            |it, outcome| under_revoked(it, outcome, "20260304000000Z", true),
            "The same, and it says revoked: when it signed, the CA above it was not good any more.",
        ),
    ];
    made(family, SOURCE, all)
}

fn under_revoked(scene: &Scene<'_>, outcome: Outcome, made: &str, revokes: bool) -> Vector {
    let delegate = Scene::responder_of(&scene.middle, |it| it);
    let mut single = scene.single().times(made, Some("20260311000000Z"));
    if revokes {
        single = single.revoked("20260210000000Z", Some(1));
    }
    let entry = Entry::new(&scene.middle.serial, "260303000000Z").reason(4);
    let of_root = Crl::new(&scene.root.name)
        .times("260304000000Z", Some("260404000000Z"))
        .number(2)
        .entry(entry);
    let vector = scene.only(
        &scene.signer,
        outcome,
        &[
            answer(&delegate, single, made),
            of_root.sign(&scene.root.key),
        ],
    );
    // The CA's revocation is told even where the signer's status is open.
    match outcome {
        Outcome::Open => vector.finding(Finding::RevokedLater),
        _ => vector,
    }
}

/// A response of a delegate.
fn answer(delegate: &Ca, single: Single, produced_at: &str) -> Vec<u8> {
    Response::new(by_name(&delegate.name), single)
        .produced_at(produced_at)
        .certificate(&delegate.certificate)
        .sign(&delegate.key)
}

fn validity(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Made] = &[
        (
            "delegate-ends-at",
            Good,
            |it, outcome| {
                let shape = between("260301000000Z", "260302090000Z");
                let delegate = Scene::responder_of(&it.middle, shape);
                it.vector(
                    outcome,
                    &[answer(&delegate, it.single(), "20260301000000Z")],
                )
            },
            "The delegate's certificate begins with the second of producedAt and ends with that of the time asked.",
        ),
        (
            "delegate-ended-second-before",
            Open,
            |it, outcome| {
                let shape = between("260101000000Z", "260302085959Z");
                let delegate = Scene::responder_of(&it.middle, shape);
                it.vector(
                    outcome,
                    &[answer(&delegate, it.single(), "20260301000000Z")],
                )
            },
            "The delegate's certificate ended after producedAt and a second before the time asked.",
        ),
        (
            "delegate-ended-second-before-revokes",
            Revoked,
            |it, outcome| {
                let shape = between("260101000000Z", "260302085959Z");
                let delegate = Scene::responder_of(&it.middle, shape);
                let revoked = it.single().revoked("20260220000000Z", Some(1));
                let response = answer(&delegate, revoked, "20260301000000Z");
                it.vector(outcome, &[response, clean(&it.middle)])
            },
            "The same, and it says revoked: it is enough that the delegate was valid when it signed. The CA's CRL does not list the certificate.",
        ),
        (
            "delegate-ended-before-it-signed",
            Open,
            |it, outcome| signed_on_the_fourth(it, outcome, "260303000000Z"),
            "The delegate's certificate was valid at the time asked, and ended before the response was signed.",
        ),
        (
            "delegate-ends-when-it-signed",
            Good,
            |it, outcome| signed_on_the_fourth(it, outcome, "260304000000Z"),
            "The response was signed after the time asked, in the last second of the delegate's certificate.",
        ),
    ];
    made(family, SOURCE, all)
}

fn signed_on_the_fourth(scene: &Scene<'_>, outcome: Outcome, not_after: &str) -> Vector {
    let delegate = Scene::responder_of(&scene.middle, between("260101000000Z", not_after));
    let single = scene
        .single()
        .times("20260304000000Z", Some("20260311000000Z"));
    scene.vector(outcome, &[answer(&delegate, single, "20260304000000Z")])
}

/// Of delegates with nocheck a CRL of the CA, which is for responders alone, tells too.
fn revoked(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Made] = &[
        (
            "nocheck-without-crl",
            Good,
            |it, outcome| checked(it, outcome, false, |_, _| None),
            "Nothing covers the delegate, whose certificate has id-pkix-ocsp-nocheck.",
        ),
        (
            "nocheck-clean",
            Good,
            |it, outcome| checked(it, outcome, false, |crl, _| Some(crl)),
            "The CA's CRL for responders does not list the delegate.",
        ),
        (
            "nocheck-revoked",
            Open,
            |it, outcome| {
                checked(it, outcome, false, |crl, it| {
                    Some(crl.entry(Entry::new(&it.serial, BEFORE).reason(1)))
                })
            },
            "The CA's CRL for responders lists the delegate: nocheck does not undo that.",
        ),
        (
            "nocheck-revoked-in-stale-crl",
            Open,
            |it, outcome| {
                checked(it, outcome, false, |crl, it| {
                    let stale = crl.times("260110000000Z", Some("260201000000Z"));
                    Some(stale.entry(Entry::new(&it.serial, "260105000000Z").reason(1)))
                })
            },
            "A CRL that is out of date lists the delegate, for good.",
        ),
        (
            "nocheck-stale-clean",
            Good,
            |it, outcome| {
                checked(it, outcome, false, |crl, _| {
                    Some(crl.times("260110000000Z", Some("260201000000Z")))
                })
            },
            "The CRL for responders is out of date and does not list the delegate, of which no evidence is needed.",
        ),
        (
            "nocheck-on-hold",
            Open,
            |it, outcome| {
                checked(it, outcome, false, |crl, it| {
                    Some(crl.entry(Entry::new(&it.serial, BEFORE).reason(HOLD)))
                })
            },
            "The CA's CRL for responders has the delegate on hold.",
        ),
        (
            "nocheck-on-stale-hold",
            Open,
            |it, outcome| {
                checked(it, outcome, false, |crl, it| {
                    let stale = crl.times("260110000000Z", Some("260201000000Z"));
                    Some(stale.entry(Entry::new(&it.serial, "260105000000Z").reason(HOLD)))
                })
            },
            "A CRL that is out of date has the delegate on hold, and nothing newer lacks it.",
        ),
        (
            "nocheck-revoked-when-it-revokes",
            Open,
            |it, outcome| {
                checked(it, outcome, true, |crl, it| {
                    Some(crl.entry(Entry::new(&it.serial, BEFORE).reason(1)))
                })
            },
            "The delegate says revoked, and had been revoked itself before it signed that.",
        ),
        (
            "nocheck-revoked-after-it-revoked",
            Revoked,
            |it, outcome| {
                checked(it, outcome, true, |crl, it| {
                    let entry = Entry::new(&it.serial, "260302000000Z").reason(1);
                    let later = crl.times("260302000000Z", Some("260315000000Z"));
                    Some(later.entry(entry))
                })
            },
            "The delegate said revoked, and was revoked itself a day afterwards: it was good when it signed.",
        ),
        (
            "nocheck-revoked-by-stranger",
            Good,
            |it, outcome| {
                let delegate = Scene::responder_of(&it.middle, at_others_point);
                let crl = it
                    .crl()
                    .scope(&Scope::named(others_point()))
                    .entry(Entry::new(&delegate.serial, BEFORE).reason(1));
                let listing = crl.sign(&crate::generate::key::Key::ec());
                it.vector(
                    outcome,
                    &[answer(&delegate, it.single(), "20260301000000Z"), listing],
                )
            },
            "A CRL of nobody's key lists the delegate.",
        ),
    ];
    made(family, SOURCE, all)?;
    let without: &[Made] = &[(
        "without-nocheck-or-crl",
        Open,
        |it, outcome| {
            let shape = |it: Template| it.without(id::ID_PKIX_OCSP_NOCHECK);
            let delegate = Scene::responder_of(&it.middle, shape);
            it.vector(
                outcome,
                &[answer(&delegate, it.single(), "20260301000000Z")],
            )
        },
        "Nothing covers the delegate, whose certificate lacks id-pkix-ocsp-nocheck.",
    )];
    made(family, SOURCE, without)
}

fn checked(
    scene: &Scene<'_>,
    outcome: Outcome,
    revokes: bool,
    crl: impl FnOnce(Crl, &Ca) -> Option<Crl>,
) -> Vector {
    let delegate = Scene::responder_of(&scene.middle, at_others_point);
    let single = if revokes {
        scene.single().revoked("20260210000000Z", Some(1))
    } else {
        scene.single()
    };
    let of_responders = scene.crl().scope(&Scope::named(others_point()));
    let mut evidence = vec![answer(&delegate, single, "20260301000000Z")];
    evidence.extend(crl(of_responders, &delegate).map(|crl| scene.sign(&crl)));
    scene.vector(outcome, &evidence)
}

/// thisUpdate and producedAt of an answer without nextUpdate.
fn times(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "this-update-after-produced-at",
            Open,
            |it, outcome| without_end(it, outcome, "20260302090000Z", "20260302085959Z"),
            "thisUpdate is the time asked, and the response was signed a second before: nobody knows more than there was to know then.",
        ),
        (
            "this-update-and-produced-at-at",
            Good,
            |it, outcome| without_end(it, outcome, "20260302090000Z", "20260302090000Z"),
            "thisUpdate and producedAt are the time asked.",
        ),
        (
            "this-update-and-produced-at-before",
            Open,
            |it, outcome| without_end(it, outcome, "20260302085959Z", "20260302085959Z"),
            "thisUpdate and producedAt are a second before the time asked, and there is no nextUpdate.",
        ),
    ];
    made(
        family,
        "RFC 6960 2.4 and 4.2.2.1: newer information may be there at any time where nextUpdate is not set",
        all,
    )
}

fn without_end(scene: &Scene<'_>, outcome: Outcome, this_update: &str, produced: &str) -> Vector {
    let single = scene.single().times(this_update, None);
    let response = scene.response(single).produced_at(produced);
    scene.vector(outcome, &[response.sign(&scene.middle.key)])
}
