//! Since when a certificate is revoked: the earlier one of revocationDate and invalidityDate.

use crate::generate::authority::Signer;
use crate::generate::crl::{Crl, Entry, HOLD};
use crate::generate::families::scene::{Outcome, Row, Scene, invalid_since, rows};
use crate::generate::vector::Family;
use std::io;

const SOURCE: &str = "RFC 5280 5.3.2: invalidityDate may precede revocationDate, and the certificate is invalid from there on; \
    RFC 6960 4.4.5: so do singleExtensions";

/// An entry of that revocationDate.
fn dated(signer: &Signer, date: &str) -> Entry {
    Entry::new(&signer.serial, date).reason(1)
}

/// The CA's CRL of April, when both dates are known, with that entry.
fn told_in_april(scene: &Scene<'_>, date: &str, invalid: &str) -> Vec<Vec<u8>> {
    let entry = dated(&scene.signer, date).invalid_since(invalid);
    let crl = scene.crl_of("260401000000Z", "260501000000Z").entry(entry);
    vec![scene.sign(&crl), roots_of_april(scene)]
}

/// The root's CRL of April: the CA's own certificate must be good when its CRL was made.
fn roots_of_april(scene: &Scene<'_>) -> Vec<u8> {
    Crl::new(&scene.root.name)
        .times("260401000000Z", Some("260501000000Z"))
        .sign(&scene.root.key)
}

/// The same by OCSP.
fn answered_in_april(scene: &Scene<'_>, date: &str, invalid: &str) -> Vec<Vec<u8>> {
    let single = scene
        .single()
        .times("20260401000000Z", Some("20260408000000Z"))
        .revoked(date, Some(1));
    let response = scene
        .response(invalid_since(single, invalid))
        .produced_at("20260401000000Z");
    vec![response.sign(&scene.middle.key), roots_of_april(scene)]
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Later, Revoked};
    let crls: &[Row] = &[
        (
            "invalid-before-revoked-later",
            Revoked,
            |it| told_in_april(it, "260310000000Z", "20260220000000Z"),
            "The certificate was revoked after the time asked, and was invalid before it.",
        ),
        (
            "invalid-at-revoked-later",
            Revoked,
            |it| told_in_april(it, "260310000000Z", "20260302090000Z"),
            "The certificate was revoked after the time asked, and invalid from that very time on.",
        ),
        (
            "invalid-second-after-revoked-later",
            Later,
            |it| told_in_april(it, "260310000000Z", "20260302090001Z"),
            "The certificate was revoked after the time asked, and invalid from a second after it on.",
        ),
        (
            "invalid-later-than-revoked",
            Revoked,
            |it| told_in_april(it, "260220000000Z", "20260310000000Z"),
            "revocationDate is before the time asked and invalidityDate after it: the earlier one counts.",
        ),
        (
            "invalid-later-than-revoked-later",
            Later,
            |it| told_in_april(it, "260310000000Z", "20260320000000Z"),
            "revocationDate and invalidityDate are after the time asked.",
        ),
        (
            "hold-invalid-before",
            Revoked,
            |it| {
                let entry = Entry::new(&it.signer.serial, "260310000000Z")
                    .reason(HOLD)
                    .invalid_since("20260220000000Z");
                let crl = it.crl_of("260401000000Z", "260501000000Z").entry(entry);
                vec![it.sign(&crl), roots_of_april(it)]
            },
            "The certificate was put on hold after the time asked, and was invalid before it.",
        ),
    ];
    rows(family, SOURCE, crls)?;
    let responses: &[Row] = &[
        (
            "ocsp-invalid-before-revoked-later",
            Revoked,
            |it| answered_in_april(it, "20260310000000Z", "20260220000000Z"),
            "By OCSP the certificate was revoked after the time asked, and was invalid before it.",
        ),
        (
            "ocsp-invalid-at-revoked-later",
            Revoked,
            |it| answered_in_april(it, "20260310000000Z", "20260302090000Z"),
            "By OCSP the certificate was revoked after the time asked, and invalid from that very time on.",
        ),
        (
            "ocsp-invalid-second-after-revoked-later",
            Later,
            |it| answered_in_april(it, "20260310000000Z", "20260302090001Z"),
            "By OCSP the certificate was revoked after the time asked, and invalid from a second after it on.",
        ),
        (
            "ocsp-invalid-later-than-revoked",
            Revoked,
            |it| answered_in_april(it, "20260220000000Z", "20260310000000Z"),
            "By OCSP invalidityDate is later than revocationTime, which is before the time asked: the earlier one counts.",
        ),
    ];
    rows(family, SOURCE, responses)
}
