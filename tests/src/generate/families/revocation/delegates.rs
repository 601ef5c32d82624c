//! OCSP responders that the CA has certified for it.

use super::{Outcome, Scene, Shape};
use crate::generate::algorithm::Hash;
use crate::generate::certificate::{Template, extension, key_usage};
use crate::generate::constraint::{purposes, uri};
use crate::generate::crl::{Crl, Entry};
use crate::generate::der::{null, utc_time};
use crate::generate::distribution::{Point, Scope, distribution_points, full_name};
use crate::generate::hierarchy::{Ca, ca_name, usual};
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, Single, by_key, by_name};
use crate::generate::oid as id;
use std::io;

const SOURCE: &str = "RFC 6960 4.2.2.2";
const NAME: &str = "Test OCSP responder";

/// The shape of a responder's certificate.
fn responder(template: Template) -> Template {
    template
        .without(id::BASIC_CONSTRAINTS)
        .with(id::KEY_USAGE, key_usage(&[0]))
        .valid(utc_time("260101000000Z"), utc_time("261231235959Z"))
        .with(id::EXT_KEY_USAGE, purposes(&[id::ID_KP_OCSP_SIGNING]))
        .with(
            id::ID_PKIX_OCSP_NOCHECK,
            extension(id::ID_PKIX_OCSP_NOCHECK, false, &null()),
        )
}

/// A good response about the scene's signer by a delegate.
fn response(scene: &Scene<'_>, delegate: &Ca) -> Response {
    let single = Single::good(&scene.middle, &scene.signer.serial);
    Response::new(by_name(&delegate.name), single).certificate(&delegate.certificate)
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    shapes(scene)?;
    issuers(scene)?;
    without_nocheck(scene)?;
    others(scene)
}

fn shapes(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Open};
    let rows: [(&str, Outcome, Shape, &str); 12] = [
        (
            "delegate",
            Good,
            usual,
            "is for OCSP and need not be checked.",
        ),
        (
            "delegate-without-purpose",
            Open,
            |it| it.without(id::EXT_KEY_USAGE),
            "names no purpose.",
        ),
        (
            "delegate-of-any-purpose",
            Open,
            |it| it.with(id::EXT_KEY_USAGE, purposes(&[id::ANY_EXTENDED_KEY_USAGE])),
            "is for any purpose, which does not name OCSP.",
        ),
        (
            "delegate-of-another-purpose",
            Open,
            |it| it.with(id::EXT_KEY_USAGE, purposes(&[id::ID_KP_TIME_STAMPING])),
            "is for timestamps.",
        ),
        (
            "delegate-without-key-usage",
            Good,
            |it| it.without(id::KEY_USAGE),
            "has no keyUsage.",
        ),
        (
            "delegate-key-encipherment",
            Open,
            |it| it.with(id::KEY_USAGE, key_usage(&[2])),
            "is for key encipherment.",
        ),
        (
            "delegate-expired",
            Open,
            |it| it.valid(utc_time("250101000000Z"), utc_time("260228235959Z")),
            "had expired when the response was signed.",
        ),
        (
            "delegate-not-yet-valid",
            Open,
            |it| it.valid(utc_time("260301000001Z"), utc_time("261231235959Z")),
            "was not valid yet when the response was signed.",
        ),
        (
            "delegate-of-one-second",
            Open,
            |it| it.valid(utc_time("260301000000Z"), utc_time("260301000000Z")),
            "was valid in the second in which the response was signed, and not when it is relied on.",
        ),
        (
            "delegate-unknown-critical",
            Open,
            |it| it.with(id::UNKNOWN, extension(id::UNKNOWN, true, &null())),
            "has an unknown critical extension.",
        ),
        (
            "delegate-sha1",
            Open,
            |mut it| {
                it.hash = Hash::Sha1;
                it
            },
            "is signed with SHA-1.",
        ),
        (
            "delegate-without-nocheck",
            Open,
            |it| it.without(id::ID_PKIX_OCSP_NOCHECK),
            "does not say that it need not be checked, and nothing is known of it.",
        ),
    ];
    for (name, outcome, shape, what) in rows {
        let delegate = scene
            .middle
            .ca_as(NAME, &Key::ec(), |it| shape(responder(it)));
        let evidence = [response(scene, &delegate).sign(&delegate.key)];
        let reason = format!("The CA certified a responder, whose certificate {what}");
        scene.case(&format!("ocsp-{name}"), outcome, &evidence, &reason, SOURCE)?;
    }
    Ok(())
}

/// Who certified the responder.
fn issuers(scene: &Scene<'_>) -> io::Result<()> {
    let delegate_of = |ca: &Ca| ca.ca_as(NAME, &Key::ec(), responder);
    let namesake = Ca::root("Test intermediate CA");
    let sibling = scene.root.ca("Test other CA");
    let itself = Ca::root_as(NAME, &Key::ec(), responder);
    for (name, delegate, reason) in [
        (
            "by-the-root",
            delegate_of(&scene.root),
            "The responder was certified by the root and not by the CA that issued the certificate.",
        ),
        (
            "by-a-namesake",
            delegate_of(&namesake),
            "The responder was certified by one who has the CA's name and another key.",
        ),
        (
            "by-a-sibling",
            delegate_of(&sibling),
            "The responder was certified by another CA below the root.",
        ),
        ("by-itself", itself, "The responder certified itself."),
    ] {
        let evidence = [response(scene, &delegate).sign(&delegate.key)];
        let name = format!("ocsp-delegate-{name}");
        scene.case(&name, Outcome::Open, &evidence, reason, SOURCE)?;
    }
    Ok(())
}

/// A responder whose own certificate must be shown not to have been revoked, by a CRL that covers
/// its distribution point and not the signer's certificate.
fn without_nocheck(scene: &Scene<'_>) -> io::Result<()> {
    let point = || full_name(&[uri("http://crl.test.invalid/responders.crl")]);
    let delegate = scene.middle.ca_as(NAME, &Key::ec(), |it| {
        responder(it).without(id::ID_PKIX_OCSP_NOCHECK).with(
            id::CRL_DISTRIBUTION_POINTS,
            distribution_points(&[Point::named(point())]),
        )
    });
    let crl = || {
        Crl::new(&scene.middle.name)
            .number(1)
            .scope(&Scope::named(point()))
    };
    let listed = |date| crl().entry(Entry::new(&delegate.serial, date));
    let answer = response(scene, &delegate).sign(&delegate.key);
    for (name, outcome, crl, reason) in [
        (
            "ocsp-delegate-with-crl",
            Outcome::Good,
            crl(),
            "The CA certified a responder, and its CRL for responders does not list it.",
        ),
        (
            "ocsp-delegate-revoked",
            Outcome::Open,
            listed("260220000000Z"),
            "The CA certified a responder, and its CRL for responders lists it.",
        ),
        (
            "ocsp-delegate-crl-stale",
            Outcome::Open,
            crl().times("260101000000Z", Some("260201000000Z")),
            "The CA certified a responder, and its CRL for responders was out of date.",
        ),
    ] {
        let evidence = [answer.clone(), crl.sign(&scene.middle.key)];
        scene.case(name, outcome, &evidence, reason, SOURCE)?;
    }
    Ok(())
}

fn others(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let delegate = scene.middle.ca_as(NAME, &Key::ec(), responder);
    let single = || Single::good(&scene.middle, &scene.signer.serial);
    let bare = Response::new(by_name(&delegate.name), single());
    let keyed = Response::new(by_key(&delegate.key), single()).certificate(&delegate.certificate);
    let second = Ca::root(NAME);
    let among = bare
        .clone()
        .certificate(&second.certificate)
        .certificate(&delegate.certificate);
    let misnamed =
        Response::new(by_name(&ca_name("Somebody")), single()).certificate(&delegate.certificate);
    let revoked = Response::new(
        by_name(&delegate.name),
        single().revoked("20260220000000Z", None),
    )
    .certificate(&delegate.certificate);
    let own = &scene.signer;
    let by_signer = Response::new(by_key(&own.key), single()).certificate(&own.certificate);
    let stranger = Ca::root("Somebody");
    let by_stranger =
        Response::new(by_name(&stranger.name), single()).certificate(&stranger.certificate);
    for (name, outcome, evidence, reason) in [
        (
            "ocsp-delegate-by-key",
            Good,
            keyed.sign(&delegate.key),
            "The response names the CA's responder by its key.",
        ),
        (
            "ocsp-delegate-revokes",
            Revoked,
            revoked.sign(&delegate.key),
            "The CA's responder says that the certificate was revoked.",
        ),
        (
            "ocsp-delegate-among-others",
            Good,
            among.sign(&delegate.key),
            "The response brings two certificates of its responder's name.",
        ),
        (
            "ocsp-delegate-misnamed",
            Open,
            misnamed.sign(&delegate.key),
            "The response names another responder than the one whose certificate it brings.",
        ),
        (
            "ocsp-delegate-missing",
            Open,
            bare.sign(&delegate.key),
            "The certificate of the responder is missing.",
        ),
        (
            "ocsp-delegate-forged",
            Open,
            response(scene, &delegate).sign(&stranger.key),
            "The response brings the certificate of the CA's responder, and is signed with another key.",
        ),
        (
            "ocsp-by-the-signer",
            Open,
            by_signer.sign(&own.key),
            "The signer answers for itself with its own key.",
        ),
        (
            "ocsp-by-a-stranger",
            Open,
            by_stranger.sign(&stranger.key),
            "Somebody whom nobody asked answers.",
        ),
    ] {
        scene.case(name, outcome, &[evidence], reason, SOURCE)?;
    }
    Ok(())
}
