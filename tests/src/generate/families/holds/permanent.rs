//! Revocations for any reason but certificateHold: they never lapse, however old the evidence is.

use crate::generate::crl::{Crl, Entry, REMOVE, clean};
use crate::generate::families::scene::{Made, Outcome, Row, Scene, made, rows};
use crate::generate::vector::Family;
use std::io;

const SOURCE: &str =
    "X.509 7.10 and RFC 5280 3.3, 5.3.1: only a hold is released; ETSI EN 319 102-1 5.2.6";

/// A CRL of January, out of date since February.
fn january(scene: &Scene<'_>) -> Crl {
    scene.crl_of("260110000000Z", "260201000000Z").number(1)
}

/// The signer's entry of January.
fn revoked(scene: &Scene<'_>) -> Entry {
    Entry::new(&scene.signer.serial, "260105000000Z").reason(1)
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    outdated(family)?;
    edges(family)?;
    of_the_ca(family)
}

fn outdated(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Revoked};
    let all: &[Row] = &[
        (
            "stale-crl-revokes",
            Revoked,
            |it| vec![it.sign(&january(it).entry(revoked(it)))],
            "The only CRL is out of date and lists the certificate.",
        ),
        (
            "stale-crl-revokes-fresh-clean",
            Revoked,
            |it| vec![it.sign(&january(it).entry(revoked(it))), clean(&it.middle)],
            "A CRL that is out of date lists the certificate, a fresh one does not any more.",
        ),
        (
            "stale-crl-clean-fresh-clean",
            Good,
            |it| vec![it.sign(&january(it)), clean(&it.middle)],
            "Neither the CRL that is out of date nor the fresh one lists the certificate.",
        ),
        (
            "stale-crl-revokes-without-reason",
            Revoked,
            |it| {
                let entry = Entry::new(&it.signer.serial, "260105000000Z");
                vec![it.sign(&january(it).entry(entry)), clean(&it.middle)]
            },
            "A CRL that is out of date lists the certificate without a reason, which is no hold.",
        ),
        (
            "stale-crl-revokes-fresh-ocsp-good",
            Revoked,
            |it| {
                vec![
                    it.sign(&january(it).entry(revoked(it))),
                    it.ocsp(it.single()),
                ]
            },
            "A CRL that is out of date lists the certificate; OCSP says that it is good.",
        ),
        (
            "second-old-without-next-update-revokes",
            Revoked,
            |it| {
                let crl = it.crl().times("260302085959Z", None).entry(revoked(it));
                vec![it.sign(&crl), clean(&it.middle)]
            },
            "A CRL of a second before the time asked has no nextUpdate and lists the certificate; an older one, which is fresh, does not.",
        ),
        (
            "second-old-without-next-update-clean",
            Good,
            |it| {
                let crl = it.crl().times("260302085959Z", None);
                vec![it.sign(&crl), clean(&it.middle)]
            },
            "A CRL of a second before the time asked has no nextUpdate and does not list the certificate; an older one is fresh.",
        ),
        (
            "stale-ocsp-revokes-fresh-good",
            Revoked,
            |it| {
                let stale = it
                    .single()
                    .times("20260110000000Z", Some("20260117000000Z"))
                    .revoked("20260105000000Z", Some(1));
                let stale = it.response(stale).produced_at("20260110000000Z");
                vec![stale.sign(&it.middle.key), it.ocsp(it.single())]
            },
            "An answer that is out of date says revoked, a fresh one says good.",
        ),
        (
            "ocsp-without-next-update-revokes",
            Revoked,
            |it| {
                let old = it
                    .single()
                    .times("20260302085959Z", None)
                    .revoked("20260220000000Z", Some(4));
                let old = it.response(old).produced_at("20260302085959Z");
                vec![old.sign(&it.middle.key), clean(&it.middle)]
            },
            "An answer of a second before the time asked has no nextUpdate and says revoked; a CRL, which is fresh, does not list the certificate.",
        ),
        (
            "stale-delta-revokes-fresh-clean",
            Revoked,
            |it| {
                let delta = it
                    .crl_of("260120000000Z", "260201000000Z")
                    .number(2)
                    .delta_to(1)
                    .entry(revoked(it));
                vec![it.sign(&delta), it.sign(&it.crl().number(9))]
            },
            "A delta that is out of date lists the certificate; a newer complete CRL does not.",
        ),
        (
            "newer-removes-what-never-ends",
            Revoked,
            |it| {
                let removed = Entry::new(&it.signer.serial, "260220000000Z").reason(REMOVE);
                let delta = it
                    .crl_of("260225000000Z", "260310000000Z")
                    .number(2)
                    .delta_to(1)
                    .entry(removed);
                vec![it.sign(&january(it).entry(revoked(it))), it.sign(&delta)]
            },
            "The key was compromised; a fresh delta takes the certificate off the list, as only a hold may be.",
        ),
    ];
    rows(family, SOURCE, all)
}

/// The very second of the time asked, in evidence that was issued when the certificate had expired
/// and need not be listed any more.
fn edges(family: &Family) -> io::Result<()> {
    use Outcome::{Later, Revoked};
    let all: &[Row] = &[
        (
            "revoked-at-told-after-expiry",
            Revoked,
            |it| told_after_expiry(it, "260302090000Z"),
            "A CRL of after the certificate's end dates the revocation on the very time asked.",
        ),
        (
            "revoked-second-later-told-after-expiry",
            Later,
            |it| told_after_expiry(it, "260302090001Z"),
            "A CRL of after the certificate's end dates the revocation a second after the time asked; a fresh one does not list the certificate.",
        ),
    ];
    rows(family, SOURCE, all)
}

fn told_after_expiry(scene: &Scene<'_>, date: &str) -> Vec<Vec<u8>> {
    let late = scene
        .crl_of("280201000000Z", "280301000000Z")
        .entry(Entry::new(&scene.signer.serial, date).reason(1));
    vec![scene.sign(&late), clean(&scene.middle)]
}

/// The CA's own certificate, revoked in a CRL of the root that is out of date.
fn of_the_ca(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Revoked};
    let all: &[Made] = &[
        (
            "ca-revoked-in-stale-crl",
            Revoked,
            |it, outcome| {
                let entry = Entry::new(&it.middle.serial, "260105000000Z").reason(2);
                it.vector(outcome, &[clean(&it.middle), of_root(it, Some(entry))])
            },
            "A CRL of the root that is out of date lists the CA; the fresh one does not.",
        ),
        (
            "ca-not-in-stale-crl",
            Good,
            |it, outcome| it.vector(outcome, &[clean(&it.middle), of_root(it, None)]),
            "Neither CRL of the root lists the CA.",
        ),
    ];
    made(family, SOURCE, all)
}

fn of_root(scene: &Scene<'_>, entry: Option<Entry>) -> Vec<u8> {
    let crl = Crl::new(&scene.root.name).times("260110000000Z", Some("260201000000Z"));
    entry
        .into_iter()
        .fold(crl, Crl::entry)
        .sign(&scene.root.key)
}
