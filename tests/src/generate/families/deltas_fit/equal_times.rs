//! Which deltas take a hold away that stands in another list of the very same time: those with
//! removeFromCRL alone.

use super::{delta_at, hold, removed, users};
use crate::generate::families::scene::{Outcome, Row, Scene, rows};
use crate::generate::vector::Family;
use std::io;

const SOURCE: &str =
    "RFC 5280 5.2.4 and 5.3.1: removeFromCRL ends a hold; of equal times the worse counts";

/// The hold stands in the CRL for users, of 15 February. The delta is to the CRL for all, of the day
/// before, which lacks it.
fn beside(scene: &Scene<'_>, this_update: &str, removes: bool) -> Vec<Vec<u8>> {
    let of_users = scene.crl().number(2).scope(&users()).entry(hold(scene));
    let of_all = scene.crl_of("260214000000Z", "260315000000Z").number(2);
    let mut delta = delta_at(scene, this_update, 3, 2);
    if removes {
        delta = delta.entry(removed(scene));
    }
    vec![
        scene.sign(&of_users),
        scene.sign(&of_all),
        scene.sign(&delta),
    ]
}

/// A complete CRL of the very time asked with the hold, and the delta that ends it then.
fn at_once(scene: &Scene<'_>) -> Vec<Vec<u8>> {
    let complete = scene.crl_of("260302090000Z", "260315000000Z").number(2);
    let delta = delta_at(scene, "260302090000Z", 3, 2).entry(removed(scene));
    vec![scene.sign(&complete.entry(hold(scene))), scene.sign(&delta)]
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Revoked};
    let all: &[Row] = &[
        (
            "equal-time-without-removal",
            Revoked,
            |it| beside(it, "260215000000Z", false),
            "A delta of the time of the list with the hold is to another list, and removes nothing.",
        ),
        (
            "equal-time-with-removal",
            Good,
            |it| beside(it, "260215000000Z", true),
            "The same delta has removeFromCRL.",
        ),
        (
            "older-with-removal",
            Revoked,
            |it| beside(it, "260214235959Z", true),
            "The delta with removeFromCRL is a second older than the list with the hold.",
        ),
        (
            "second-later-without-removal",
            Good,
            |it| beside(it, "260215000001Z", false),
            "The delta is a second newer than the list with the hold: with its own list it is one that lacks the certificate.",
        ),
        (
            "removes-of-equal-time-at",
            Good,
            at_once,
            "The list with the hold and the delta that ends it are both of the very time asked.",
        ),
    ];
    rows(family, SOURCE, all)
}
