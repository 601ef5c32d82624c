//! An OCSP answer that says revoked for removeFromCRL: it is no revocation, and nobody's "good".

use crate::generate::crl::{REMOVE, clean};
use crate::generate::families::scene::{Outcome, Row, Scene, rows};
use crate::generate::vector::Family;
use std::io;

const SOURCE: &str = "RFC 5280 5.3.1: removeFromCRL is the end of an entry and no revocation; RFC 6960 4.2.1: RevokedInfo";

fn removed(scene: &Scene<'_>) -> Vec<u8> {
    scene.ocsp(scene.single().revoked("20260220000000Z", Some(REMOVE)))
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Row] = &[
        (
            "ocsp-remove-alone",
            Open,
            |it| vec![removed(it)],
            "The only answer says revoked, for removeFromCRL.",
        ),
        (
            "ocsp-remove-beside-good",
            Good,
            |it| vec![removed(it), clean(&it.middle)],
            "An answer says revoked for removeFromCRL; the CA's CRL does not list the certificate.",
        ),
        (
            "ocsp-no-reason-beside-good",
            Revoked,
            |it| {
                let revoked = it.single().revoked("20260220000000Z", None);
                vec![it.ocsp(revoked), clean(&it.middle)]
            },
            "The same answer without a reason: a revocation.",
        ),
    ];
    rows(family, SOURCE, all)
}
