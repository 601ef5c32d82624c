//! Delta CRLs: what changed since a complete CRL.

use super::{Outcome, Scene};
use crate::generate::crl::{Crl, Entry, HOLD, REMOVE};
use crate::generate::der::forged;
use crate::generate::distribution::Scope;
use crate::generate::hierarchy::Ca;
use std::io;

const SOURCE: &str = "RFC 5280 5.2.4 and 6.3.3 (c), (i) and (j)";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Later, Open, Revoked};
    let (ca, own) = (&scene.middle, &scene.signer.serial);
    let sign = |crl: &Crl| crl.sign(&ca.key);
    // The complete one is of 15 February, the delta of 25 February.
    let complete = |number| Crl::new(&ca.name).number(number);
    let delta_at = |this_update, next_update, number, base| {
        Crl::new(&ca.name)
            .times(this_update, Some(next_update))
            .number(number)
            .delta_to(base)
    };
    let delta = || delta_at("260225000000Z", "260310000000Z", 3, 2);
    let later = || delta_at("260305000000Z", "260315000000Z", 4, 2);
    let revoked = || Entry::new(own, "260220000000Z").reason(1);
    let hold = || Entry::new(own, "260214000000Z").reason(HOLD);
    let removed = || Entry::new(own, "260220000000Z").reason(REMOVE);
    let stale = complete(2).times("260101000000Z", Some("260201000000Z"));
    let users = Scope {
        users: true,
        ..Scope::default()
    };
    let forged = forged(sign(&delta().entry(revoked())));
    let namesake = Ca::root("Test intermediate CA");
    let old_delta = delta_at("260110000000Z", "260120000000Z", 3, 2);
    for (name, outcome, evidence, reason) in [
        (
            "delta-clean",
            Good,
            vec![sign(&complete(2)), sign(&delta())],
            "Neither the complete CRL nor its delta lists the certificate.",
        ),
        (
            "delta-revoked",
            Revoked,
            vec![sign(&complete(2)), sign(&delta().entry(revoked()))],
            "The delta lists the certificate.",
        ),
        (
            "delta-revoked-first",
            Revoked,
            vec![sign(&delta().entry(revoked())), sign(&complete(2))],
            "The delta lists the certificate, and comes before the complete CRL.",
        ),
        (
            "delta-revoked-later",
            Later,
            vec![
                sign(&complete(2)),
                sign(&later().entry(Entry::new(own, "260304000000Z"))),
            ],
            "A delta of after the time asked lists the certificate with a date of after it.",
        ),
        (
            "delta-remove",
            Good,
            vec![
                sign(&complete(2).entry(hold())),
                sign(&delta().entry(removed())),
            ],
            "The certificate was on hold, and released before the time asked.",
        ),
        (
            "delta-remove-later",
            Revoked,
            vec![
                sign(&complete(2).entry(hold())),
                sign(&later().entry(removed())),
            ],
            "The certificate was on hold at the time asked, and released afterwards.",
        ),
        (
            "delta-remove-of-revoked",
            Revoked,
            vec![
                sign(&complete(2).entry(Entry::new(own, "260214000000Z").reason(1))),
                sign(&delta().entry(removed())),
            ],
            "The key was compromised, and the delta takes the certificate off the list: only a hold ends.",
        ),
        (
            "delta-hold-to-compromise",
            Revoked,
            vec![
                sign(&complete(2).entry(hold())),
                sign(&delta().entry(revoked())),
            ],
            "The certificate was on hold, and the delta says that its key was compromised.",
        ),
        (
            "delta-alone",
            Open,
            vec![sign(&delta())],
            "There is a delta and no complete CRL: it says nothing of what did not change.",
        ),
        (
            "delta-alone-revoked",
            Revoked,
            vec![sign(&delta().entry(revoked()))],
            "There is no complete CRL that the delta belongs to, but what it revokes is revoked.",
        ),
        (
            "delta-to-a-newer-one",
            Revoked,
            vec![sign(&complete(1)), sign(&delta().entry(revoked()))],
            "The delta is to a newer CRL than the complete one, but what it revokes is revoked.",
        ),
        (
            "delta-older-than-complete",
            Good,
            vec![sign(&complete(9)), sign(&delta().entry(removed()))],
            "The delta has a smaller number than the complete CRL, and is not used.",
        ),
        (
            "delta-of-another-scope",
            Revoked,
            vec![
                sign(&complete(2)),
                sign(&delta().scope(&users).entry(revoked())),
            ],
            "The delta is of another scope than the complete CRL, but what it revokes is revoked.",
        ),
        (
            "delta-of-same-scope",
            Revoked,
            vec![
                sign(&complete(2).scope(&users)),
                sign(&delta().scope(&users).entry(revoked())),
            ],
            "Complete CRL and delta have the same scope, and the delta lists the certificate.",
        ),
        (
            "delta-of-stale-complete",
            Good,
            vec![sign(&stale), sign(&delta())],
            "The complete CRL was out of date, and its delta was not.",
        ),
        (
            "delta-of-stale-complete-revoked",
            Revoked,
            vec![sign(&stale), sign(&delta().entry(revoked()))],
            "The complete CRL was out of date; its delta was not, and lists the certificate.",
        ),
        (
            "delta-stale-too",
            Open,
            vec![sign(&stale), sign(&old_delta)],
            "The complete CRL was out of date, and so was its delta.",
        ),
        (
            "delta-forged",
            Good,
            vec![sign(&complete(2)), forged.clone()],
            "One bit of the delta's signature changed; the complete CRL counts by itself.",
        ),
        (
            "delta-forged-of-stale",
            Open,
            vec![sign(&stale), forged],
            "The complete CRL was out of date, and its delta is forged.",
        ),
        (
            "delta-of-a-namesake",
            Open,
            vec![sign(&stale), delta().sign(&namesake.key)],
            "The complete CRL was out of date, and the delta is signed with another key.",
        ),
        (
            "delta-without-number",
            Open,
            vec![sign(&stale), sign(&Crl::new(&ca.name).delta_to(2))],
            "The complete CRL was out of date, and the delta has no number of its own.",
        ),
        (
            "delta-complete-without-number",
            Open,
            vec![
                sign(&Crl::new(&ca.name).times("260101000000Z", Some("260201000000Z"))),
                sign(&delta()),
            ],
            "The complete CRL was out of date and has no number, so that no delta goes with it.",
        ),
    ] {
        scene.case(name, outcome, &evidence, reason, SOURCE)?;
    }
    Ok(())
}
