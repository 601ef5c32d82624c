//! Until when evidence is fresh, and what evidence of after the time asked says of that time.

use super::lifted::hold;
use crate::generate::crl::{Crl, Entry, HOLD, clean};
use crate::generate::families::scene::{Outcome, Row, Scene, rows};
use crate::generate::vector::Family;
use std::io;

const SOURCE: &str =
    "RFC 5280 5.1.2.5 and 6.3.3; RFC 6960 2.4; ETSI EN 319 102-1 5.2.5: revocation freshness";

/// The CA's CRL of 5 March, which is after the time asked.
fn after(scene: &Scene<'_>) -> Crl {
    scene.crl_of("260305000000Z", "260405000000Z").number(9)
}

/// The CA's answer of 5 March.
fn answered_after(scene: &Scene<'_>) -> Vec<u8> {
    let single = scene
        .single()
        .times("20260305000000Z", Some("20260312000000Z"));
    let response = scene.response(single).produced_at("20260305000000Z");
    response.sign(&scene.middle.key)
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Later, Open, Revoked};
    let all: &[Row] = &[
        (
            "fresh-without-next-update-at",
            Good,
            |it| vec![it.sign(&it.crl().times("260302090000Z", None))],
            "The CRL has no nextUpdate, and its thisUpdate is the very time asked.",
        ),
        (
            "fresh-without-next-update-second-old",
            Open,
            |it| vec![it.sign(&it.crl().times("260302085959Z", None))],
            "The CRL has no nextUpdate, and its thisUpdate is a second before the time asked.",
        ),
        (
            "fresh-ocsp-issued-after-expiry",
            Open,
            |it| {
                let single = it
                    .single()
                    .times("20280101000000Z", Some("20280201000000Z"));
                let response = it.response(single).produced_at("20280101000000Z");
                vec![response.sign(&it.middle.key)]
            },
            "The answer was given a second after the certificate's end, when nobody need know of it any more.",
        ),
        (
            "hold-lifted-after-by-ocsp",
            Revoked,
            |it| vec![it.sign(&it.crl().entry(hold(it))), answered_after(it)],
            "The certificate was on hold at the time asked; an answer of after it says good.",
        ),
        (
            "hold-lifted-after-by-crl",
            Revoked,
            |it| vec![it.sign(&it.crl().entry(hold(it))), it.sign(&after(it))],
            "The certificate was on hold at the time asked; a CRL of after it does not list it any more.",
        ),
        (
            "hold-stale-lifted-after",
            Open,
            |it| {
                let held = it.crl_of("260210000000Z", "260220000000Z").number(2);
                vec![it.sign(&held.entry(hold(it))), it.sign(&after(it))]
            },
            "The CRL with the hold is out of date, and one of after the time asked lacks it: whether it had ended by then is not known.",
        ),
        (
            "hold-told-after",
            Revoked,
            |it| vec![clean(&it.middle), it.sign(&after(it).entry(hold(it)))],
            "A CRL of after the time asked has a hold since before it, which an older one lacks.",
        ),
        (
            "hold-begun-after",
            Later,
            |it| {
                let entry = Entry::new(&it.signer.serial, "260304000000Z").reason(HOLD);
                vec![clean(&it.middle), it.sign(&after(it).entry(entry))]
            },
            "A CRL of after the time asked has a hold since after it.",
        ),
    ];
    rows(family, SOURCE, all)
}
