//! Newer evidence supersedes older of the same authority only.

use super::second_key;
use crate::generate::crl::{Crl, HOLD, clean};
use crate::generate::families::scene::{MIDDLE, Made, Outcome, Scene, made};
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 5280 5.2.3 and 5.3.1: numbers and holds are those of one issuer's lists; a CA may keep one list for each of its keys";

/// The CRL of 15 February with the hold.
fn held(scene: &Scene<'_>) -> Crl {
    scene.crl().number(3).entry(scene.entry().reason(HOLD))
}

/// The CRL of 25 February without it.
fn newer(scene: &Scene<'_>) -> Crl {
    scene.crl_of("260225000000Z", "260325000000Z").number(4)
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{OtherKey, Revoked};
    let all: &[Made] = &[
        (
            "hold-newer-under-the-same-key",
            Outcome::Good,
            |it, outcome| {
                two(
                    it,
                    outcome,
                    &it.middle.clone(),
                    &it.middle.clone(),
                    &it.middle,
                )
            },
            "Hold and newer CRL are under the key that issued the certificate.",
        ),
        (
            "hold-newer-of-the-re-keyed-ca",
            Revoked,
            |it, outcome| {
                let again = it.root.ca(MIDDLE);
                two(it, outcome, &it.middle, &again, &again)
            },
            "The hold is under the issuing key; the newer CRL is that of the CA's new key, which lists that key's certificates.",
        ),
        (
            "hold-newer-under-a-key-for-crls",
            Revoked,
            |it, outcome| {
                let other = second_key(it);
                two(it, outcome, &it.middle, &other, &other)
            },
            "The hold is under the issuing key; the newer CRL is under another one, which the root certified for CRLs.",
        ),
        (
            "hold-under-a-key-for-crls-newer-own",
            Revoked,
            |it, outcome| {
                let other = second_key(it);
                two(it, outcome, &other, &it.middle, &other)
            },
            "The hold is under the CA's key for CRLs; the newer CRL is under the issuing key.",
        ),
        (
            "hold-and-newer-under-a-key-for-crls",
            OtherKey,
            |it, outcome| {
                let other = second_key(it);
                two(it, outcome, &other, &other, &other)
            },
            "Hold and newer CRL are both under the CA's key for CRLs.",
        ),
        (
            "hold-and-newer-under-two-keys-for-crls",
            Revoked,
            |it, outcome| {
                let (one, other) = (second_key(it), second_key(it));
                two(it, outcome, &one, &other, &other).intermediate(&one.certificate)
            },
            "The hold is under one key for CRLs of the CA and the newer CRL under another one.",
        ),
        (
            "hold-under-a-key-for-crls-answered-good",
            Revoked,
            |it, outcome| {
                let other = second_key(it);
                let evidence = [held(it).sign(&other.key), it.ocsp(it.single())];
                it.vector(outcome, &evidence)
                    .intermediate(&other.certificate)
            },
            "The hold is under the CA's key for CRLs; the CA answers by OCSP that the certificate is good.",
        ),
        (
            "hold-newer-of-another-anchor",
            Revoked,
            |it, outcome| {
                let anchor = Ca::root_as(MIDDLE, &Key::ec(), |it| it);
                two(it, outcome, &it.middle, &anchor, &it.middle).trusting_too(&anchor.certificate)
            },
            "The hold is under the issuing key; the newer CRL is that of another anchor of the CA's name.",
        ),
        (
            "stale-own-fresh-of-the-re-keyed-ca",
            OtherKey,
            |it, outcome| {
                let again = it.root.ca(MIDDLE);
                let stale = it.crl_of("260110000000Z", "260201000000Z").number(1);
                it.vector(outcome, &[it.sign(&stale), clean(&again)])
                    .intermediate(&again.certificate)
            },
            "The issuing key's CRL is out of date and clean; the fresh one of the CA's new key is clean too.",
        ),
    ];
    made(family, SOURCE, all)
}

/// A hold under one key, and a newer CRL without it under another.
fn two(scene: &Scene<'_>, outcome: Outcome, one: &Ca, other: &Ca, third: &Ca) -> Vector {
    let evidence = [held(scene).sign(&one.key), newer(scene).sign(&other.key)];
    scene
        .vector(outcome, &evidence)
        .intermediate(&third.certificate)
}
