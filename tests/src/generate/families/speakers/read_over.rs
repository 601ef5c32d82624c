//! Revocations that are easily overlooked: in CRLs of an issuer that the certificate does not name,
//! in entries without a clear certificateIssuer, and under signatures that can't be verified. If the
//! signer is related to the path, "revoked" leaves the status undecided.

use crate::generate::algorithm::identifier;
use crate::generate::certificate::key_usage;
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::distribution::Scope;
use crate::generate::families::scene::{
    BEFORE, Made, Outcome, Row, Scene, document, for_crls, made, rows,
};
use crate::generate::hierarchy::{Ca, ca_name};
use crate::generate::key::Key;
use crate::generate::ocsp::Single;
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 5280 5.3.3 and 6.3.3: none of these is a CRL that may say good; what it revokes is not found good (fail closed)";
const ISSUER: &str = "Test CRL issuer";

pub(super) fn make(family: &Family) -> io::Result<()> {
    elsewhere(family)?;
    own(family)
}

/// Indirect CRLs of somebody whom the certificate does not name, beside the CA's own.
fn elsewhere(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "indirect-elsewhere-revokes-beside-own",
            Open,
            |it, outcome| elsewhere_by(it, outcome, &issuer(&it.root), &[listing(it)]),
            "Somebody whom the root certified for CRLs lists the certificate in an indirect CRL; the certificate does not name them, and the CA's own CRL is good.",
        ),
        (
            "indirect-elsewhere-revokes-behind-another-entry",
            Open,
            |it, outcome| {
                let first = other(it).issued_by(&it.middle.name);
                elsewhere_by(it, outcome, &issuer(&it.root), &[first, it.entry()])
            },
            "The same, and the entry's certificateIssuer stands in the entry before it.",
        ),
        (
            "indirect-elsewhere-revokes-in-the-document",
            Open,
            |it, outcome| {
                let issuer = issuer(&it.root);
                let listing = crl_of(&issuer, &[listing(it)]);
                let mut document = document(&it.signer).certificate(&issuer.certificate);
                document.revocation_infos = vec![listing];
                let evidence = [clean(&it.root), clean(&it.middle)];
                it.expecting(&document, outcome.of(&it.signer), &evidence)
            },
            "The same, and the document brings the CRL and the certificate of its issuer.",
        ),
        (
            "indirect-of-the-anchor-revokes-beside-own",
            Open,
            |it, outcome| {
                let listing = crl_of(&it.root, &[listing(it)]);
                it.only(&it.signer, outcome, &[listing, clean(&it.middle)])
            },
            "The root's CRL is indirect and lists a certificate of the CA, whose own CRL is good.",
        ),
        (
            "indirect-elsewhere-of-another-issuer-beside-own",
            Good,
            |it, outcome| {
                let entry = it.entry().issued_by(&ca_name("Test other CA"));
                elsewhere_by(it, outcome, &issuer(&it.root), &[entry])
            },
            "The indirect CRL lists the serial number of another CA's certificate.",
        ),
        (
            "indirect-elsewhere-lists-another-beside-own",
            Good,
            |it, outcome| {
                let entry = other(it).issued_by(&it.middle.name);
                elsewhere_by(it, outcome, &issuer(&it.root), &[entry])
            },
            "The indirect CRL lists another certificate of the CA.",
        ),
        (
            "indirect-elsewhere-without-crl-sign-beside-own",
            Good,
            |it, outcome| {
                let issuer = it.root.ca_as(ISSUER, &Key::ec(), |it| {
                    for_crls(it).with(id::KEY_USAGE, key_usage(&[0]))
                });
                elsewhere_by(it, outcome, &issuer, &[listing(it)])
            },
            "The certificate of who signed the indirect CRL is not for CRLs.",
        ),
        (
            "indirect-elsewhere-of-a-stranger-beside-own",
            Good,
            |it, outcome| {
                let stranger = Ca::root("Test stranger");
                elsewhere_by(it, outcome, &issuer(&stranger), &[listing(it)])
                    .intermediate(&stranger.certificate)
            },
            "A stranger certified who signed the indirect CRL.",
        ),
        (
            "indirect-elsewhere-alone",
            Open,
            |it, outcome| {
                let issuer = issuer(&it.root);
                let entry = other(it).issued_by(&it.middle.name);
                it.vector(outcome, &[crl_of(&issuer, &[entry])])
                    .intermediate(&issuer.certificate)
            },
            "An indirect CRL of whom the certificate does not name, which lists another certificate of the CA, says nothing good.",
        ),
    ];
    made(family, SOURCE, all)
}

/// CRLs in the CA's own name that can't be used.
fn own(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Row] = &[
        (
            "entry-of-another-issuer-not-indirect",
            Open,
            |it| beside_good(it, |it| it.sign(&it.crl().entry(of_another(it.entry())))),
            "The CA's CRL is not indirect and lists the serial number with a certificateIssuer of another name; OCSP says good.",
        ),
        (
            "entry-of-another-issuer-and-serial-not-indirect",
            Good,
            |it| beside_good(it, |it| it.sign(&it.crl().entry(of_another(other(it))))),
            "The same with another serial number.",
        ),
        (
            "algorithms-differ-revokes",
            Open,
            |it| {
                beside_good(it, |it| {
                    let mut crl = it.crl().entry(it.entry());
                    crl.inner_algorithm = Some(identifier(id::UNKNOWN));
                    it.sign(&crl)
                })
            },
            "The CA's CRL names one algorithm inside and another outside, and lists the certificate; OCSP says good.",
        ),
        (
            "algorithms-differ-lists-another",
            Good,
            |it| {
                beside_good(it, |it| {
                    let mut crl = it.crl().entry(other(it));
                    crl.inner_algorithm = Some(identifier(id::UNKNOWN));
                    it.sign(&crl)
                })
            },
            "The same CRL lists another certificate.",
        ),
        (
            "algorithm-unknown-revokes",
            Open,
            |it| {
                beside_good(it, |it| {
                    let crl = it.crl().entry(it.entry());
                    crl.sign_as(&it.middle.key, &identifier(id::UNKNOWN))
                })
            },
            "A CRL in the CA's name is signed by an algorithm that nobody knows and lists the certificate; OCSP says good.",
        ),
        (
            "algorithm-unknown-lists-another",
            Good,
            |it| {
                beside_good(it, |it| {
                    let crl = it.crl().entry(other(it));
                    crl.sign_as(&it.middle.key, &identifier(id::UNKNOWN))
                })
            },
            "The same CRL lists another certificate.",
        ),
        (
            "answer-by-an-unknown-algorithm-revokes",
            Open,
            |it| {
                let revoked = it.single().revoked("20260220000000Z", Some(1));
                vec![unknown_answer(it, revoked), clean(&it.middle)]
            },
            "An OCSP response that names the CA is signed by an algorithm that nobody knows and says revoked; the CA's CRL is good.",
        ),
        (
            "answer-by-an-unknown-algorithm-good",
            Good,
            |it| vec![unknown_answer(it, it.single()), clean(&it.middle)],
            "The same response says good.",
        ),
    ];
    rows(family, SOURCE, all)
}

fn unknown_answer(scene: &Scene<'_>, single: Single) -> Vec<u8> {
    let mut response = scene.response(single);
    response.algorithm = Some(identifier(id::UNKNOWN));
    response.sign(&scene.middle.key)
}

/// Somebody who signs CRLs.
fn issuer(by: &Ca) -> Ca {
    by.ca_as(ISSUER, &Key::ec(), for_crls)
}

/// The signer's entry under its issuer's name.
fn listing(scene: &Scene<'_>) -> Entry {
    scene.entry().issued_by(&scene.middle.name)
}

/// The entry of another certificate.
fn other(scene: &Scene<'_>) -> Entry {
    let mut serial = scene.signer.serial.clone();
    serial[7] ^= 1;
    Entry::new(&serial, BEFORE)
}

fn of_another(entry: Entry) -> Entry {
    entry.issued_by(&ca_name("Test other CA"))
}

fn crl_of(issuer: &Ca, entries: &[Entry]) -> Vec<u8> {
    let crl = Crl::new(&issuer.name).number(1).scope(&Scope::indirect());
    let entries = entries.iter().cloned();
    entries.fold(crl, Crl::entry).sign(&issuer.key)
}

fn elsewhere_by(scene: &Scene<'_>, outcome: Outcome, issuer: &Ca, entries: &[Entry]) -> Vector {
    let evidence = [crl_of(issuer, entries), clean(&scene.middle)];
    scene
        .vector(outcome, &evidence)
        .intermediate(&issuer.certificate)
}

fn beside_good(scene: &Scene<'_>, crl: fn(&Scene<'_>) -> Vec<u8>) -> Vec<Vec<u8>> {
    vec![crl(scene), scene.ocsp(scene.single())]
}
