//! A root with a new key, both of whose keys are anchors of the caller: what the other key's CRL
//! says of a certificate that the first key issued.

use crate::generate::algorithm::Hash;
use crate::generate::certificate::extension;
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::der::null;
use crate::generate::families::scene::{BEFORE, Made, Outcome, Scene, made};
use crate::generate::hierarchy::Ca;
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 5280 5.2 and 6.3.3 (f), RFC 4210 4.4: a CRL under another anchor's key of the issuer's name; \
    one that can't be processed or relied on and lists the certificate leaves the status undecided";

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Made] = &[
        (
            "rekeyed-revokes-beside-own",
            Revoked,
            |it, outcome| listing(it, outcome, |crl| crl),
            "The root has two keys, which are both anchors. The CRL of the issuing key is good, that of the other key lists the signer's certificate.",
        ),
        (
            "rekeyed-unknown-revokes-beside-own",
            Revoked,
            |it, outcome| {
                listing(it, outcome, |crl| {
                    crl.with(extension(id::UNKNOWN, false, &null()))
                })
            },
            "The same, and the CRL of the other key has an unknown extension that is not critical.",
        ),
        (
            "rekeyed-critical-revokes-beside-own",
            Open,
            |it, outcome| {
                listing(it, outcome, |crl| {
                    crl.with(extension(id::UNKNOWN, true, &null()))
                })
            },
            "The same, and the CRL of the other key has an unknown critical extension.",
        ),
        (
            "rekeyed-critical-entry-revokes-beside-own",
            Open,
            |it, outcome| {
                listing(it, outcome, |mut crl| {
                    crl.entries = crl.entries.into_iter().map(|it| it.unknown(true)).collect();
                    crl
                })
            },
            "The same, and the certificate's entry has an unknown critical extension.",
        ),
        (
            "rekeyed-critical-beside-own",
            Good,
            |it, outcome| {
                listing(it, outcome, |mut crl| {
                    crl.entries.clear();
                    crl.with(extension(id::UNKNOWN, true, &null()))
                })
            },
            "The CRL of the issuing key is good; that of the other key has an unknown critical extension and does not list the certificate.",
        ),
        (
            "rekeyed-sha1-revokes-beside-own",
            Open,
            |it, outcome| {
                listing(it, outcome, |mut crl| {
                    crl.hash = Hash::Sha1;
                    crl
                })
            },
            "The CRL of the issuing key is good; that of the other key lists the certificate and is signed with SHA-1.",
        ),
    ];
    made(family, SOURCE, all)
}

/// The root issued the signer's certificate; its CRL is good, and that of its other key lists it.
fn listing(scene: &Scene<'_>, outcome: Outcome, shape: impl FnOnce(Crl) -> Crl) -> Vector {
    let other = Ca::root("Test root CA");
    let signer = scene.root.signer();
    let entry = Entry::new(&signer.serial, BEFORE).reason(1);
    let listing = shape(Crl::new(&other.name).number(2).entry(entry));
    let evidence = [clean(&scene.root), listing.sign(&other.key)];
    scene
        .only(&signer, outcome, &evidence)
        .trusting_too(&other.certificate)
}
