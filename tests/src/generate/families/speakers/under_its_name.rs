//! Another key under the name of the certificate's issuer.

use super::{crl_key_by, second_key};
use crate::generate::certificate::key_usage;
use crate::generate::constraint::no_ca;
use crate::generate::crl::clean;
use crate::generate::distribution::Scope;
use crate::generate::families::scene::{
    MIDDLE, Made, Outcome, Scene, at_others_point, made, others_point,
};
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::ocsp::Single;
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 5280 6.3.3 (f) and 4.2.1.3: a CRL key that the issuing key, or the CA that certified the issuer, certified in the issuer's name; RFC 4210 4.4";

pub(super) fn make(family: &Family) -> io::Result<()> {
    certified(family)?;
    by_whom(family)?;
    anchors(family)
}

/// How the other key is certified.
fn certified(family: &Family) -> io::Result<()> {
    use Outcome::{Open, OtherKey, Revoked};
    let all: &[Made] = &[
        (
            "name-by-the-root",
            OtherKey,
            |it, outcome| {
                let other = second_key(it);
                it.vector(outcome, &[clean(&other)])
                    .intermediate(&other.certificate)
            },
            "The root, which certified the CA, certified another key in the CA's name for CRLs.",
        ),
        (
            "name-by-the-root-revokes",
            Revoked,
            |it, outcome| {
                let other = second_key(it);
                let crl = it.crl().entry(it.entry()).sign(&other.key);
                it.vector(outcome, &[crl]).intermediate(&other.certificate)
            },
            "The CRL of the CA's other key lists the certificate.",
        ),
        (
            "name-by-the-root-revokes-beside-own-clean",
            Revoked,
            |it, outcome| {
                let other = second_key(it);
                let crl = it.crl().entry(it.entry()).sign(&other.key);
                it.vector(outcome, &[clean(&it.middle), crl])
                    .intermediate(&other.certificate)
            },
            "The CRL of the CA's other key lists the certificate; that of the issuing key does not.",
        ),
        (
            "name-beside-own",
            Outcome::Good,
            |it, outcome| {
                let other = second_key(it);
                it.vector(outcome, &[clean(&it.middle), clean(&other)])
                    .intermediate(&other.certificate)
            },
            "The issuing key's own CRL says good too, so that nothing rests on the other key.",
        ),
        (
            "name-of-a-re-keyed-ca",
            OtherKey,
            |it, outcome| {
                let other = it.root.ca(MIDDLE);
                it.vector(outcome, &[clean(&other)])
                    .intermediate(&other.certificate)
            },
            "The root certified the CA anew for another key, which signs its CRLs now.",
        ),
        (
            "name-without-crl-sign",
            Open,
            |it, outcome| {
                let other = crl_key_by(&it.root, |it| it.with(id::KEY_USAGE, key_usage(&[5])));
                it.vector(outcome, &[clean(&other)])
                    .intermediate(&other.certificate)
            },
            "The certificate of the other key has a keyUsage without cRLSign.",
        ),
        (
            "name-without-key-usage",
            Open,
            |it, outcome| {
                let other = crl_key_by(&it.root, |it| it.without(id::KEY_USAGE));
                it.vector(outcome, &[clean(&other)])
                    .intermediate(&other.certificate)
            },
            "The certificate of the other key has no keyUsage: cRLSign must be asserted where the key is not the issuer's.",
        ),
        (
            "name-supplied-in-the-document",
            OtherKey,
            |it, outcome| {
                let other = second_key(it);
                let document = crate::generate::families::scene::document(&it.signer)
                    .certificate(&other.certificate);
                let expect = outcome.of(&it.signer);
                it.expecting(&document, expect, &[clean(&other), clean(&it.root)])
            },
            "The certificate of the other key, which the root issued, is in the document.",
        ),
    ];
    made(family, SOURCE, all)
}

/// Who certified the other key.
fn by_whom(family: &Family) -> io::Result<()> {
    use Outcome::{Open, OtherKey};
    let all: &[Made] = &[
        (
            "name-by-the-issuing-key",
            OtherKey,
            |it, outcome| {
                let other = crl_key_by(&it.middle, |it| it);
                let said = it.ocsp(Single::good(&it.middle, &other.serial));
                it.vector(outcome, &[clean(&other), said])
                    .intermediate(&other.certificate)
            },
            "The issuing key certified the other key in its own name, and says by OCSP that this certificate is good.",
        ),
        (
            "name-by-the-issuing-key-with-crl",
            OtherKey,
            |it, outcome| {
                let other = crl_key_by(&it.middle, at_others_point);
                let others = it.crl().scope(&Scope::named(others_point()));
                it.vector(outcome, &[clean(&other), it.sign(&others)])
                    .intermediate(&other.certificate)
            },
            "The same by a CRL of the issuing key that is for such certificates alone.",
        ),
        (
            "name-by-a-stranger",
            Open,
            |it, outcome| {
                let stranger = Ca::root("Test root CA");
                let other = crl_key_by(&stranger, |it| it);
                it.vector(outcome, &[clean(&other), clean(&stranger)])
                    .intermediate(&other.certificate)
                    .intermediate(&stranger.certificate)
            },
            "A root that nobody trusts certified the other key.",
        ),
        (
            "name-by-a-sibling",
            Open,
            |it, outcome| {
                let sibling = it.root.ca("Test sibling CA");
                let other = crl_key_by(&sibling, |it| it);
                it.vector(outcome, &[clean(&other), clean(&sibling)])
                    .intermediate(&sibling.certificate)
                    .intermediate(&other.certificate)
            },
            "A sibling of the CA, which the root certified too, certified the other key in the CA's name.",
        ),
        (
            "name-by-the-nearest-above",
            OtherKey,
            |it, outcome| four_levels(it, outcome, |upper, _| crl_key_by(upper, |it| it)),
            "Two CAs stand above the signer; the upper one certified the other key of the lower one.",
        ),
        (
            "name-by-the-next-but-one-above",
            Open,
            |it, outcome| four_levels(it, outcome, |_, root| crl_key_by(root, |it| it)),
            "Two CAs stand above the signer; the root, which is not the nearest above, certified the other key of the lower one.",
        ),
    ];
    made(family, SOURCE, all)
}

/// A signer below two CAs under the root; the CRL is signed with another key of the lower one.
fn four_levels(scene: &Scene<'_>, outcome: Outcome, other: impl FnOnce(&Ca, &Ca) -> Ca) -> Vector {
    let upper = scene.root.ca("Test upper CA");
    let lower = upper.ca(MIDDLE);
    let other = other(&upper, &scene.root);
    scene
        .about(&lower.signer(), outcome, &[clean(&other), clean(&upper)])
        .intermediate(&upper.certificate)
        .intermediate(&lower.certificate)
        .intermediate(&other.certificate)
}

/// Another anchor of the caller that has the issuer's name.
fn anchors(family: &Family) -> io::Result<()> {
    use Outcome::{Open, OtherKey};
    let all: &[Made] = &[
        (
            "anchor-of-the-name",
            OtherKey,
            |it, outcome| with_anchor(it, outcome, &Ca::root(MIDDLE)),
            "The caller trusts another key in the CA's name as an anchor, and its CRL says good.",
        ),
        (
            "anchor-of-the-name-without-key-usage",
            OtherKey,
            |it, outcome| {
                let anchor = Ca::root_as(MIDDLE, &Key::ec(), |it| it.without(id::KEY_USAGE));
                with_anchor(it, outcome, &anchor)
            },
            "The same, and the anchor's certificate has no keyUsage.",
        ),
        (
            "anchor-of-the-name-without-crl-sign",
            Open,
            |it, outcome| {
                let usage = key_usage(&[5]);
                let anchor = Ca::root_as(MIDDLE, &Key::ec(), |it| it.with(id::KEY_USAGE, usage));
                with_anchor(it, outcome, &anchor)
            },
            "The keyUsage of the other anchor's certificate has no cRLSign.",
        ),
        (
            "anchor-of-the-name-that-is-pinned",
            Open,
            |it, outcome| {
                let anchor = Ca::root_as(MIDDLE, &Key::ec(), |it| {
                    it.with(id::BASIC_CONSTRAINTS, no_ca())
                });
                with_anchor(it, outcome, &anchor)
            },
            "The certificate of the other anchor says that it is no CA's: it speaks on revocation for nobody.",
        ),
        (
            "anchor-of-the-roots-name",
            OtherKey,
            |it, outcome| {
                let anchor = Ca::root("Test root CA");
                let evidence = [clean(&it.middle), clean(&anchor)];
                it.only(&it.signer, outcome, &evidence)
                    .trusting_too(&anchor.certificate)
            },
            "The caller trusts two keys in the root's name; the CRL about the CA is that of the one which did not issue it.",
        ),
    ];
    made(family, SOURCE, all)
}

fn with_anchor(scene: &Scene<'_>, outcome: Outcome, anchor: &Ca) -> Vector {
    scene
        .vector(outcome, &[clean(anchor)])
        .trusting_too(&anchor.certificate)
}
