//! OCSP responders that the CA did not certify, or not for this time or in these names.

use super::{MIDDLE, Scene, document, passed};
use crate::case::Expectation;
use crate::generate::authority::Signer;
use crate::generate::certificate::{Template, extension, key_usage};
use crate::generate::constraint::{name_constraints, purposes};
use crate::generate::crl::clean;
use crate::generate::der::{null, utc_time};
use crate::generate::families::evidence::names::organization;
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::oid as id;
use std::io;

const SOURCE: &str = "RFC 6960 4.2.2.2";

pub(super) const NAME: &str = "Test OCSP responder";

/// The shape of a responder's certificate.
pub(super) fn responder(template: Template) -> Template {
    template
        .without(id::BASIC_CONSTRAINTS)
        .with(id::KEY_USAGE, key_usage(&[0]))
        .with(id::EXT_KEY_USAGE, purposes(&[id::ID_KP_OCSP_SIGNING]))
        .with(
            id::ID_PKIX_OCSP_NOCHECK,
            extension(id::ID_PKIX_OCSP_NOCHECK, false, &null()),
        )
}

/// The delegate says that the CA's certificate is good.
fn good(ca: &Ca, signer: &Signer, delegate: &Ca) -> Vec<u8> {
    Response::new(by_name(&delegate.name), Single::good(ca, &signer.serial))
        .certificate(&delegate.certificate)
        .sign(&delegate.key)
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let (ca, open) = (&scene.middle, Expectation::try_later);
    let since = ca.ca_as(NAME, &Key::ec(), |it| {
        responder(it).valid(utc_time("260101000000Z"), utc_time("260301120000Z"))
    });
    scene.case(
        "delegate-expired-since",
        open,
        &[good(ca, &scene.signer, &since)],
        "The responder's certificate was valid when the response was signed, and had expired at the time asked.",
        SOURCE,
    )?;
    let single = Single::good(ca, &scene.signer.serial).revoked("20260220000000Z", None);
    let says = Response::new(by_name(&since.name), single)
        .certificate(&since.certificate)
        .sign(&since.key);
    scene.case(
        "delegate-expired-since-revokes",
        Expectation::revoked,
        &[clean(ca), says],
        "A responder whose certificate has expired since says that the certificate was revoked: it was valid when it said so.",
        SOURCE,
    )?;
    let renamed = scene.root.ca_as("Test other CA", &ca.key, |it| it);
    let of_another = renamed.ca_as(NAME, &Key::ec(), responder);
    let namesake = scene.root.ca(MIDDLE);
    let of_namesake = namesake.ca_as(NAME, &Key::ec(), responder);
    for (name, other, delegate, reason) in [
        (
            "delegate-of-another-name",
            renamed,
            of_another,
            "The responder's certificate is signed with the CA's key and names another issuer, which the root certified as well.",
        ),
        (
            "delegate-of-another-key",
            namesake,
            of_namesake,
            "The responder was certified by a CA of the same name and another key, which the root certified as well.",
        ),
    ] {
        let expect = passed(&scene.signer).try_later();
        let evidence = [good(ca, &scene.signer, &delegate)];
        let vector = scene
            .about(name, &document(&scene.signer), expect, &evidence)
            .shared_intermediate("../intermediate.der")
            .intermediate(&other.certificate);
        scene.save(vector, reason, SOURCE)?;
    }
    constrained(scene)
}

/// The CA's names are constrained, and the responder's is not among them.
fn constrained(scene: &Scene<'_>) -> io::Result<()> {
    let ca = scene.root.ca_as(MIDDLE, &Key::ec(), |it| {
        let constraints = name_constraints(&[organization("INJANG TEST")], &[]);
        it.with(id::NAME_CONSTRAINTS, constraints)
    });
    let signer = ca.signer();
    let delegate = ca.ca_as(NAME, &Key::ec(), responder);
    let evidence = [good(&ca, &signer, &delegate)];
    let vector = scene
        .about(
            "delegate-outside-of-constraints",
            &document(&signer),
            passed(&signer).try_later(),
            &evidence,
        )
        .intermediate(&ca.certificate);
    let reason = "The CA may certify the signer's name, and not the responder's.";
    scene.save(vector, reason, "RFC 6960 4.2.2.2; RFC 5280 6.1.3 (b)")
}
