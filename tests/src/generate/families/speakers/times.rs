//! When the signer of a CRL must have been good: at the later of the time asked and thisUpdate; for a
//! revocation, when the CRL was made.

use super::{crl_key_by, second_key};
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::distribution::Scope;
use crate::generate::families::scene::{Made, Outcome, Scene, between, made};
use crate::generate::hierarchy::Ca;
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 5280 6.3.3 (f): the path of the CRL's issuer is validated; ETSI EN 319 102-1 5.2.6.4: for the time at which its word is relied on";

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Open, OtherKey, Revoked};
    let all: &[Made] = &[
        (
            "crl-signer-valid",
            OtherKey,
            |it, outcome| expiring(it, outcome, "260302090000Z", &it.crl()),
            "The certificate of the CRL's signer ends with the very second of the time asked.",
        ),
        (
            "crl-signer-expired-between",
            Open,
            |it, outcome| expiring(it, outcome, "260302085959Z", &it.crl()),
            "The certificate of the CRL's signer ended after thisUpdate and a second before the time asked.",
        ),
        (
            "crl-signer-expired-between-revokes",
            Revoked,
            |it, outcome| expiring(it, outcome, "260302085959Z", &it.crl().entry(listed(it))),
            "The same, and the CRL lists the certificate: it is enough that its signer was valid when it was made.",
        ),
        (
            "crl-signer-expired-when-made",
            Open,
            |it, outcome| {
                let crl = it.crl_of("260401000000Z", "260501000000Z");
                expiring(it, outcome, "260315000000Z", &crl)
            },
            "The CRL was made after the time asked, and after the end of its signer's certificate.",
        ),
        (
            "crl-signer-expired-when-made-revokes",
            Open,
            |it, outcome| {
                let crl = it
                    .crl_of("260401000000Z", "260501000000Z")
                    .entry(listed(it));
                expiring(it, outcome, "260315000000Z", &crl)
            },
            "The same, and the CRL lists the certificate: what was signed after the end of its signer's certificate settles nothing.",
        ),
        (
            "crl-signer-valid-when-made-later",
            OtherKey,
            |it, outcome| {
                let crl = it.crl_of("260401000000Z", "260501000000Z");
                expiring(it, outcome, "260401000000Z", &crl)
            },
            "The CRL was made after the time asked, in the last second of its signer's certificate.",
        ),
        (
            "crl-signer-revoked-between",
            Open,
            |it, outcome| revoked(it, outcome, "260220000000Z", &it.crl()),
            "The root revoked the CRL signer's certificate after thisUpdate and before the time asked.",
        ),
        (
            "crl-signer-revoked-between-revokes",
            Revoked,
            |it, outcome| revoked(it, outcome, "260220000000Z", &it.crl().entry(listed(it))),
            "The same, and the CRL lists the certificate: its signer's was good when it was made.",
        ),
        (
            "crl-signer-revoked-before-revokes",
            Open,
            |it, outcome| revoked(it, outcome, "260212000000Z", &it.crl().entry(listed(it))),
            "The root revoked the CRL signer's certificate before thisUpdate: what it lists is not settled by it.",
        ),
        (
            "crl-signer-revoked-between-made-later",
            Open,
            |it, outcome| {
                let crl = it.crl_of("260401000000Z", "260501000000Z");
                revoked(it, outcome, "260315000000Z", &crl)
            },
            "The CRL was made after the time asked; its signer's certificate was revoked after the time asked and before that.",
        ),
    ];
    made(family, SOURCE, all)?;
    let unknown: &[Made] = &[
        (
            "crl-signer-of-unknown-status",
            Open,
            |it, outcome| only_of_authorities(it, outcome, false),
            "The root's CRL is for certificates of CAs: nothing covers the certificate of the CRL's signer, which is none.",
        ),
        (
            "crl-signer-of-known-status",
            OtherKey,
            |it, outcome| only_of_authorities(it, outcome, true),
            "The same, and the root says by OCSP that the certificate of the CRL's signer is good.",
        ),
    ];
    made(family, SOURCE, unknown)
}

fn only_of_authorities(scene: &Scene<'_>, outcome: Outcome, is_known: bool) -> Vector {
    let other = second_key(scene);
    let authorities = Scope {
        authorities: true,
        ..Scope::default()
    };
    let of_root = Crl::new(&scene.root.name).scope(&authorities);
    let mut evidence = vec![clean(&other), of_root.sign(&scene.root.key)];
    if is_known {
        let single = Single::good(&scene.root, &other.serial);
        evidence.push(Response::new(by_name(&scene.root.name), single).sign(&scene.root.key));
    }
    scene
        .only(&scene.signer, outcome, &evidence)
        .intermediate(&other.certificate)
}

fn listed(scene: &Scene<'_>) -> Entry {
    Entry::new(&scene.signer.serial, "260210000000Z").reason(1)
}

/// The CRL is signed with a key whose certificate ends then; of April's CRLs the root has one too.
fn expiring(scene: &Scene<'_>, outcome: Outcome, not_after: &str, crl: &Crl) -> Vector {
    let other = crl_key_by(&scene.root, between("200101000000Z", not_after));
    scene
        .vector(outcome, &[crl.sign(&other.key), april(&scene.root)])
        .intermediate(&other.certificate)
}

/// The CRL is signed with a key whose certificate the root revoked then.
fn revoked(scene: &Scene<'_>, outcome: Outcome, date: &str, crl: &Crl) -> Vector {
    let other = second_key(scene);
    let entry = Entry::new(&other.serial, date).reason(1);
    let of_root = Crl::new(&scene.root.name)
        .times("260401000000Z", Some("260501000000Z"))
        .number(2)
        .entry(entry);
    scene
        .only(
            &scene.signer,
            outcome,
            &[crl.sign(&other.key), of_root.sign(&scene.root.key)],
        )
        .intermediate(&other.certificate)
}

fn april(root: &Ca) -> Vec<u8> {
    Crl::new(&root.name)
        .times("260401000000Z", Some("260501000000Z"))
        .number(2)
        .sign(&root.key)
}
