//! What the status of a signer of CRLs rests on: several certificates of one key, the CAs above it,
//! and both signers of a complete CRL and its delta.

use super::second_key;
use crate::generate::algorithm::Hash;
use crate::generate::authority::CA_USAGE;
use crate::generate::certificate::{Template, key_usage};
use crate::generate::crl::{Crl, HOLD, clean};
use crate::generate::distribution::Scope;
use crate::generate::families::scene::{
    MIDDLE, Made, Outcome, Scene, between, crls_by, for_crls, made,
};
use crate::generate::hierarchy::{Ca, ca_name, usual};
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 5280 6.3.3 (f): the path of the CRL's issuer is validated, as a whole and for the time at which its word is relied on";
const ISSUER: &str = "Test CRL issuer";
/// The first of April, when a CRL is made after the time asked.
const APRIL: &str = "260401000000Z";

pub(super) fn make(family: &Family) -> io::Result<()> {
    ends(family)?;
    above(family)?;
    together(family)?;
    twice(family)
}

/// Data made in April, by a CA that ended before it or with it.
fn ends(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, OtherKey};
    let all: &[Made] = &[
        (
            "own-crl-made-when-the-ca-ended",
            Good,
            |it, outcome| own_ending(it, outcome, APRIL),
            "The CRL of the issuing key was made after the time asked, in the last second of the CA's certificate.",
        ),
        (
            "own-crl-made-after-the-ca-ended",
            Open,
            |it, outcome| own_ending(it, outcome, "260331235959Z"),
            "The CRL of the issuing key was made after the time asked, a second after the end of the CA's certificate.",
        ),
        (
            "self-issued-second-key-when-the-first-ended",
            OtherKey,
            |it, outcome| rollover_ending(it, outcome, APRIL),
            "The CRL of the second key was made after the time asked, in the last second of the first key's certificate.",
        ),
        (
            "self-issued-second-key-after-the-first-ended",
            Open,
            |it, outcome| rollover_ending(it, outcome, "260331235959Z"),
            "The CRL of the second key was made after the time asked, a second after the end of the first key's certificate.",
        ),
    ];
    made(family, SOURCE, all)
}

fn april(name: &[u8]) -> Crl {
    Crl::new(name).times(APRIL, Some("260501000000Z")).number(2)
}

fn ending_ca(scene: &Scene<'_>, not_after: &str) -> Ca {
    let shape = between("200101000000Z", not_after);
    scene.root.ca_as(MIDDLE, &Key::ec(), shape)
}

fn own_ending(scene: &Scene<'_>, outcome: Outcome, not_after: &str) -> Vector {
    let middle = ending_ca(scene, not_after);
    let evidence = [
        april(&middle.name).sign(&middle.key),
        april(&scene.root.name).sign(&scene.root.key),
    ];
    scene
        .about(&middle.signer(), outcome, &evidence)
        .intermediate(&middle.certificate)
}

fn rollover_ending(scene: &Scene<'_>, outcome: Outcome, not_after: &str) -> Vector {
    let first = ending_ca(scene, not_after);
    let again = |issuer: &Ca| {
        issuer.ca_as(MIDDLE, &Key::ec(), |it| {
            it.with(id::KEY_USAGE, key_usage(&CA_USAGE))
        })
    };
    let second = again(&first);
    let third = again(&second);
    let say = |ca: &Ca, about: &Ca, this_update: &str, next_update: &str| {
        let single = Single::good(ca, &about.serial).times(this_update, Some(next_update));
        let response = Response::new(by_name(&ca.name), single).produced_at(this_update);
        response.sign(&ca.key)
    };
    let evidence = [
        april(&second.name).sign(&second.key),
        april(&scene.root.name).sign(&scene.root.key),
        say(&first, &second, "20260301000000Z", "20260501000000Z"),
        say(&second, &third, "20260301000000Z", "20260501000000Z"),
    ];
    scene
        .about(&third.signer(), outcome, &evidence)
        .intermediate(&first.certificate)
        .intermediate(&second.certificate)
        .intermediate(&third.certificate)
}

/// What stands above a signer of CRLs whom the certificate names as cRLIssuer, or who has the name of
/// its issuer.
fn above(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "named-issuer-below-a-strong-ca",
            Good,
            |it, outcome| named_below(it, outcome, Hash::Sha256),
            "The certificate names a CRL issuer, whom another CA of the root certified.",
        ),
        (
            "named-issuer-below-a-weak-ca",
            Open,
            |it, outcome| named_below(it, outcome, Hash::Sha1),
            "The same, and the root signed that CA's certificate with SHA-1.",
        ),
        (
            "ca-vouched-for-by-a-named-issuer",
            Good,
            |it, outcome| vouched(it, outcome, true),
            "The CA's certificate names a CRL issuer, whom the root certified.",
        ),
        (
            "ca-vouched-for-by-whom-it-certified",
            Open,
            |it, outcome| vouched(it, outcome, false),
            "The CA's certificate names a CRL issuer, whom the CA itself certified: it vouches for itself through that one.",
        ),
        (
            "name-above-another-ca",
            Open,
            |it, outcome| above_another(it, outcome, false),
            "On the path a CA of another name is between the issuer and a CA of the issuer's name, whose key signed the CRL.",
        ),
        (
            "name-above-another-ca-beside-own",
            Good,
            |it, outcome| above_another(it, outcome, true),
            "The same beside the CRL of the issuing key.",
        ),
    ];
    made(family, SOURCE, all)
}

fn users_only() -> Scope {
    Scope {
        users: true,
        ..Scope::default()
    }
}

fn named_below(scene: &Scene<'_>, outcome: Outcome, hash: Hash) -> Vector {
    let other = scene.root.ca_as("Test other CA", &Key::ec(), |mut it| {
        it.hash = hash;
        it
    });
    let issuer = other.ca_as(ISSUER, &Key::ec(), for_crls);
    let signer = scene.middle.signer_as(crls_by(&ca_name(ISSUER)));
    let crl = Crl::new(&issuer.name).scope(&Scope::indirect());
    scene
        .about(&signer, outcome, &[crl.sign(&issuer.key), clean(&other)])
        .intermediate(&other.certificate)
        .intermediate(&issuer.certificate)
}

/// The root's CRL is not for certificates of CAs, so that the CRL issuer alone covers the CA.
fn vouched(scene: &Scene<'_>, outcome: Outcome, by_root: bool) -> Vector {
    let middle = scene
        .root
        .ca_as(MIDDLE, &Key::ec(), crls_by(&ca_name(ISSUER)));
    let by = if by_root { &scene.root } else { &middle };
    let issuer = by.ca_as(ISSUER, &Key::ec(), for_crls);
    let of_root = Crl::new(&scene.root.name).scope(&users_only());
    let of_issuer = Crl::new(&issuer.name).scope(&Scope::indirect());
    let evidence = [
        of_root.sign(&scene.root.key),
        of_issuer.sign(&issuer.key),
        clean(&middle),
    ];
    scene
        .only(&middle.signer(), outcome, &evidence)
        .intermediate(&middle.certificate)
        .intermediate(&issuer.certificate)
}

fn above_another(scene: &Scene<'_>, outcome: Outcome, beside_own: bool) -> Vector {
    let between = scene.middle.ca("Test CA between");
    let lower = between.ca(MIDDLE);
    let mut evidence = vec![clean(&scene.middle), clean(&between)];
    if beside_own {
        evidence.push(clean(&lower));
    }
    scene
        .about(&lower.signer(), outcome, &evidence)
        .intermediate(&between.certificate)
        .intermediate(&lower.certificate)
}

/// A complete CRL and a delta of one key, whose certificate does not hold for both alike.
fn together(family: &Family) -> io::Result<()> {
    use Outcome::{Open, OtherKey};
    let all: &[Made] = &[
        (
            "delta-signer-certified-before-the-complete",
            OtherKey,
            |it, outcome| certified_again(it, outcome, "260101000000Z"),
            "The key for CRLs was certified anew before it signed the complete CRL and the delta.",
        ),
        (
            "delta-signer-certified-after-the-complete",
            Open,
            |it, outcome| certified_again(it, outcome, "260220000000Z"),
            "The certificate under which the complete CRL was signed has ended; the newer one began before the delta was signed.",
        ),
        (
            "delta-signer-known-when-made",
            OtherKey,
            |it, outcome| known_until(it, outcome, "260315000000Z"),
            "The delta was made after the time asked, when the root's CRL still told of its signer.",
        ),
        (
            "delta-signer-unknown-when-made",
            Open,
            |it, outcome| known_until(it, outcome, "260309235959Z"),
            "The delta was made after the time asked, when nothing told of its signer any more.",
        ),
    ];
    made(family, SOURCE, all)
}

fn certified_again(scene: &Scene<'_>, outcome: Outcome, not_before: &str) -> Vector {
    let key = Key::ec();
    let certify = |from: &str, to: &str| {
        let shape = between(from, to);
        scene.root.ca_as(MIDDLE, &key, |it| shape(for_crls(it)))
    };
    let old = certify("250101000000Z", "260201000000Z");
    let new = certify(not_before, "271231235959Z");
    let complete = scene.crl_of("260125000000Z", "260202000000Z").number(2);
    let delta = scene
        .crl_of("260225000000Z", "260310000000Z")
        .number(3)
        .delta_to(2);
    scene
        .vector(outcome, &[complete.sign(&key), delta.sign(&key)])
        .intermediate(&old.certificate)
        .intermediate(&new.certificate)
}

fn known_until(scene: &Scene<'_>, outcome: Outcome, next_update: &str) -> Vector {
    let other = second_key(scene);
    let complete = scene.crl_of("260110000000Z", "260201000000Z").number(2);
    let delta = scene
        .crl_of("260310000000Z", "260410000000Z")
        .number(3)
        .delta_to(2);
    let of_root = Crl::new(&scene.root.name).times("260215000000Z", Some(next_update));
    let evidence = [
        complete.sign(&other.key),
        delta.sign(&other.key),
        of_root.sign(&scene.root.key),
    ];
    scene
        .only(&scene.signer, outcome, &evidence)
        .intermediate(&other.certificate)
}

/// One key for CRLs with two certificates, of which one has ended: whichever comes first, the other
/// one is relied on. They come in the order of their octets, so the shorter one first.
fn twice(family: &Family) -> io::Result<()> {
    use Outcome::Revoked;
    let all: &[Made] = &[
        (
            "hold-under-a-key-certified-twice",
            Revoked,
            |it, outcome| two_certificates(it, outcome, usual, longer),
            "The CRL with the hold is under a key with two certificates, of which the shorter one has ended.",
        ),
        (
            "hold-under-a-key-certified-twice-longer-ended",
            Revoked,
            |it, outcome| two_certificates(it, outcome, longer, usual),
            "The CRL with the hold is under a key with two certificates, of which the longer one has ended.",
        ),
    ];
    made(family, SOURCE, all)
}

/// With a distribution point, by which alone it is longer.
fn longer(template: Template) -> Template {
    crate::generate::families::scene::at_others_point(template)
}

fn two_certificates(
    scene: &Scene<'_>,
    outcome: Outcome,
    ended: fn(Template) -> Template,
    valid: fn(Template) -> Template,
) -> Vector {
    let key = Key::ec();
    let certify = |to: &str, shape: fn(Template) -> Template| {
        let times = between("250101000000Z", to);
        scene
            .root
            .ca_as(MIDDLE, &key, |it| shape(times(for_crls(it))))
    };
    let (ended, valid) = (
        certify("260301000000Z", ended),
        certify("271231235959Z", valid),
    );
    let held = scene.crl().entry(scene.entry().reason(HOLD)).sign(&key);
    scene
        .vector(outcome, &[held])
        .intermediate(&ended.certificate)
        .intermediate(&valid.certificate)
}
