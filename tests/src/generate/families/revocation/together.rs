//! Evidence of several kinds and times about one certificate.

use super::{Outcome, Scene};
use crate::generate::certificate::extension;
use crate::generate::crl::{Crl, Entry, HOLD, clean};
use crate::generate::der::{forged, null};
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::oid as id;
use std::io;

const SOURCE: &str =
    "RFC 5280 6.3.3; RFC 6960 2.2; ETSI EN 319 102-1 5.2.6: one revocation is enough";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Later, Open, Revoked};
    let (ca, serial) = (&scene.middle, &scene.signer.serial);
    let ocsp = |single| Response::new(by_name(&ca.name), single).sign(&ca.key);
    let said = || Single::good(ca, serial);
    let stale = said().times("20260101000000Z", Some("20260108000000Z"));
    let unusable = said().with(id::UNKNOWN, true, &null());
    let revoked = || said().revoked("20260220000000Z", Some(1));
    let hold = said()
        .times("20260220000000Z", Some("20260320000000Z"))
        .revoked("20260220000000Z", Some(HOLD));
    let listing = |date| {
        Crl::new(&ca.name)
            .number(2)
            .entry(Entry::new(serial, date))
            .sign(&ca.key)
    };
    let later_listing = |date| {
        Crl::new(&ca.name)
            .times("260401000000Z", Some("260501000000Z"))
            .number(3)
            .entry(Entry::new(serial, date))
            .sign(&ca.key)
    };
    let forged = forged(listing("260220000000Z"));
    for (name, outcome, evidence, reason) in [
        (
            "both-good",
            Good,
            vec![clean(ca), ocsp(said())],
            "CRL and OCSP say that the certificate is good.",
        ),
        (
            "crl-good-ocsp-revoked",
            Revoked,
            vec![clean(ca), ocsp(revoked())],
            "The CRL does not list the certificate, OCSP says that it was revoked.",
        ),
        (
            "crl-revoked-ocsp-good",
            Revoked,
            vec![listing("260220000000Z"), ocsp(said())],
            "The CRL lists the certificate, OCSP says that it is good.",
        ),
        (
            "crl-good-ocsp-unknown",
            Good,
            vec![clean(ca), ocsp(said().unknown())],
            "The CRL does not list the certificate, which the responder does not know.",
        ),
        (
            "crl-good-ocsp-stale",
            Good,
            vec![clean(ca), ocsp(stale.clone())],
            "The CRL is fresh, the OCSP response out of date.",
        ),
        (
            "crl-good-ocsp-unusable",
            Good,
            vec![clean(ca), ocsp(unusable)],
            "The CRL is fresh, the OCSP response can't be used.",
        ),
        (
            "crl-missing-ocsp-stale",
            Open,
            vec![ocsp(stale)],
            "The OCSP response is out of date, and there is no CRL.",
        ),
        (
            "crl-forged-ocsp-good",
            Good,
            vec![forged, ocsp(said())],
            "A forged CRL lists the certificate, OCSP says that it is good.",
        ),
        (
            "earlier-good-later-revoked",
            Revoked,
            vec![clean(ca), later_listing("260220000000Z")],
            "A CRL of before the time asked does not list the certificate, one of after says that it was revoked before.",
        ),
        (
            "earlier-good-revoked-afterwards",
            Later,
            vec![clean(ca), later_listing("260320000000Z")],
            "A CRL of before the time asked does not list the certificate, one of after says that it was revoked after.",
        ),
        (
            "two-dates",
            Revoked,
            vec![listing("260220000000Z"), later_listing("260320000000Z")],
            "Two CRLs give different dates, of which one is before the time asked.",
        ),
        (
            "hold-released-by-ocsp",
            Good,
            vec![ocsp(hold), ocsp(said())],
            "A hold was released before the time asked, as a newer response says.",
        ),
    ] {
        scene.case(name, outcome, &evidence, reason, SOURCE)?;
    }
    // id-pkix-ocsp-nocheck spares the check of a responder, and of no one else.
    let unchecked = scene.middle.signer_as(|it| {
        it.with(
            id::ID_PKIX_OCSP_NOCHECK,
            extension(id::ID_PKIX_OCSP_NOCHECK, false, &null()),
        )
    });
    let vector = scene.about("nocheck-of-the-signer", &unchecked, Open, &[]);
    scene.save(
        vector,
        "The signer's certificate says that it need not be checked, which is for responders to say.",
        "RFC 6960 4.2.2.2.1",
    )
}
