//! CRLs with an unknown critical extension, of their own or of an entry: they say neither good nor
//! revoked of anybody.

use crate::generate::certificate::extension;
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::der::null;
use crate::generate::families::scene::{BEFORE, Outcome, Row, Scene, rows};
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::oid as id;
use crate::generate::vector::Family;
use std::io;

const SOURCE: &str = "RFC 5280 5.2 and 5.3: a CRL with a critical extension that can't be processed must not be used to say that a certificate is good, \
    and nobody knows what its entries mean";

/// The CA's CRL with an unknown critical extension of its own.
fn unprocessed(scene: &Scene<'_>) -> Crl {
    let unknown = extension(id::UNKNOWN, true, &null());
    scene.crl().number(2).with(unknown)
}

/// The entry of another certificate, with an unknown critical extension.
fn other_entry(scene: &Scene<'_>) -> Entry {
    let mut serial = scene.signer.serial.clone();
    serial[7] ^= 1;
    Entry::new(&serial, BEFORE).unknown(true)
}

fn beside_good(scene: &Scene<'_>, crl: &Crl) -> Vec<Vec<u8>> {
    vec![scene.sign(crl), scene.ocsp(scene.single())]
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Row] = &[
        (
            "critical-alone",
            Open,
            |it| vec![it.sign(&unprocessed(it))],
            "The only CRL has an unknown critical extension.",
        ),
        (
            "critical-alone-revokes",
            Open,
            |it| vec![it.sign(&unprocessed(it).entry(it.entry()))],
            "The only CRL has an unknown critical extension and lists the certificate.",
        ),
        (
            "critical-beside-good",
            Good,
            |it| beside_good(it, &unprocessed(it)),
            "A CRL with an unknown critical extension does not list the certificate; OCSP says good.",
        ),
        (
            "critical-revokes-beside-good",
            Open,
            |it| beside_good(it, &unprocessed(it).entry(it.entry())),
            "A CRL with an unknown critical extension lists the certificate; OCSP says good.",
        ),
        (
            "critical-revokes-at-beside-good",
            Open,
            |it| beside_good(it, &unprocessed(it).entry(dated(it, "260302090000Z"))),
            "The same with a revocation of the very time asked.",
        ),
        (
            "critical-revokes-second-later-beside-good",
            Good,
            |it| beside_good(it, &unprocessed(it).entry(dated(it, "260302090001Z"))),
            "The same with a revocation of a second after the time asked, which would not count.",
        ),
        (
            "critical-entry-of-another-beside-good",
            Good,
            |it| beside_good(it, &it.crl().number(2).entry(other_entry(it))),
            "The entry of another certificate has an unknown critical extension; OCSP says good.",
        ),
        (
            "critical-entry-of-another-revokes-beside-good",
            Open,
            |it| {
                beside_good(
                    it,
                    &it.crl().number(2).entry(other_entry(it)).entry(it.entry()),
                )
            },
            "The entry of another certificate has an unknown critical extension, and the CRL lists this one too; OCSP says good.",
        ),
        (
            "critical-own-entry-beside-good",
            Open,
            |it| beside_good(it, &it.crl().number(2).entry(it.entry().unknown(true))),
            "The entry of the certificate has an unknown critical extension; OCSP says good.",
        ),
        (
            "critical-revokes-beside-own-clean",
            Open,
            |it| {
                vec![
                    clean(&it.middle),
                    it.sign(&unprocessed(it).entry(it.entry())),
                ]
            },
            "A CRL with an unknown critical extension lists the certificate; another CRL does not.",
        ),
        (
            "critical-of-a-stranger-revokes-beside-good",
            Good,
            |it| {
                let listing = unprocessed(it).entry(it.entry()).sign(&Key::ec());
                vec![listing, it.ocsp(it.single())]
            },
            "A CRL of nobody has an unknown critical extension and lists the certificate; OCSP says good.",
        ),
        (
            "critical-of-another-ca-revokes-beside-good",
            Good,
            |it| {
                let other = Ca::root("Test other CA");
                let crl = Crl::new(&other.name)
                    .with(extension(id::UNKNOWN, true, &null()))
                    .entry(it.entry());
                vec![crl.sign(&other.key), it.ocsp(it.single())]
            },
            "Another CA's CRL has an unknown critical extension and the serial number; OCSP says good.",
        ),
    ];
    rows(family, SOURCE, all)
}

fn dated(scene: &Scene<'_>, date: &str) -> Entry {
    Entry::new(&scene.signer.serial, date).reason(1)
}
