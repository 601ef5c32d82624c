//! Entries of CRLs with one extension twice.

use crate::generate::crl::{Crl, Entry};
use crate::generate::families::scene::{BEFORE, Outcome, Row, Scene, rows};
use crate::generate::vector::Family;
use std::io;

const SOURCE: &str = "RFC 5280 4.2 and 5.3, X.509 7.3: no two extensions of one kind; a CRL with such an entry is none";

/// The CRL of the CA with the entry of another certificate.
fn with_another(scene: &Scene<'_>, shape: fn(Entry) -> Entry) -> Vec<Vec<u8>> {
    let mut serial = scene.signer.serial.clone();
    serial[7] ^= 1;
    signed(scene, shape(Entry::new(&serial, BEFORE)))
}

fn signed(scene: &Scene<'_>, entry: Entry) -> Vec<Vec<u8>> {
    let crl: Crl = scene.crl().number(1).entry(entry);
    vec![scene.sign(&crl)]
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Row] = &[
        (
            "entry-of-another-unknown-once",
            Good,
            |it| with_another(it, |entry| entry.unknown(false)),
            "The entry of another certificate has an unknown extension that is not critical.",
        ),
        (
            "entry-of-another-unknown-twice",
            Open,
            |it| with_another(it, |entry| entry.unknown(false).unknown(false)),
            "The entry of another certificate has the same unknown extension twice: the CRL is not used.",
        ),
        (
            "entry-unknown-once",
            Revoked,
            |it| signed(it, it.entry().unknown(false)),
            "The certificate's entry has an unknown extension that is not critical.",
        ),
        (
            "entry-unknown-twice",
            Open,
            |it| signed(it, it.entry().unknown(false).unknown(false)),
            "The certificate's entry has the same unknown extension twice: the CRL is not used.",
        ),
    ];
    rows(family, SOURCE, all)
}
