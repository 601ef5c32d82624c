//! Anchors whom the certificate names as cRLIssuer, and a signer of CRLs whose name is written in
//! another way than the CRL's.

use super::crl_key_by;
use crate::generate::authority::Signer;
use crate::generate::certificate::{key_usage, name};
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::der::printable;
use crate::generate::distribution::Scope;
use crate::generate::families::scene::{
    BEFORE, MIDDLE, Made, Outcome, Scene, crls_by, document, made,
};
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str =
    "RFC 5280 4.2.1.13 and 6.3.3 (b) (1), (f): the cRLIssuer, under the anchor of the path";

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Made] = &[
        (
            "indirect-of-the-anchor",
            Good,
            |it, outcome| of_anchor(it, outcome, &it.root),
            "The certificate names the path's anchor as cRLIssuer, whose indirect CRL does not list it.",
        ),
        (
            "indirect-of-the-anchor-without-crl-sign",
            Open,
            |it, outcome| {
                let root = Ca::root_as("Test root CA", &Key::ec(), |it| {
                    it.with(id::KEY_USAGE, key_usage(&[5]))
                });
                of_anchor(it, outcome, &root)
            },
            "The same, and the keyUsage of the anchor's certificate has no cRLSign.",
        ),
        (
            "indirect-of-another-anchor",
            Open,
            |it, outcome| {
                let other = Ca::root("Test other root CA");
                let signer = named(&it.middle, &other);
                let vector = it.about(&signer, outcome, &[indirect(&other)]);
                vector.trusting_too(&other.certificate)
            },
            "The certificate names another anchor of the caller's than that of the path as cRLIssuer.",
        ),
        (
            "indirect-of-another-anchor-of-the-issuing-key-revokes",
            Open,
            |it, outcome| {
                let root = Ca::root_as("Test root CA", &Key::ec(), |it| {
                    it.with(id::KEY_USAGE, key_usage(&[5]))
                });
                let other = Ca::root_as("Test other root CA", &root.key, |it| it);
                let signer = named(&root, &other);
                let entry = Entry::new(&signer.serial, BEFORE).issued_by(&root.name);
                let listing = Crl::new(&other.name)
                    .number(1)
                    .scope(&Scope::indirect())
                    .entry(entry);
                let single = Single::good(&root, &signer.serial);
                let said = Response::new(by_name(&root.name), single).sign(&root.key);
                let octets = document(&signer).encode();
                Vector::new(it.name(), octets, "", "", outcome.of(&signer))
                    .trusting(&root.certificate)
                    .trusting_too(&other.certificate)
                    .evidence(&listing.sign(&other.key))
                    .evidence(&said)
            },
            "The certificate names another anchor of the caller's as cRLIssuer, which has the issuing key and lists it; the path's anchor may not sign CRLs, and says good by OCSP.",
        ),
        (
            "name-in-another-string-type-revokes",
            Revoked,
            |it, outcome| {
                let other = crl_key_by(&it.root, |it| {
                    it.subject(name(&[
                        (id::COUNTRY_NAME, printable("KR")),
                        (id::ORGANIZATION_NAME, printable("INJANG TEST CA")),
                        (id::COMMON_NAME, printable(MIDDLE)),
                    ]))
                });
                let listing = it.crl().number(9).entry(it.entry()).sign(&other.key);
                it.vector(outcome, &[clean(&it.middle), listing])
                    .intermediate(&other.certificate)
            },
            "The root certified another key for CRLs in the CA's name, in PrintableStrings where the CRL has UTF8Strings, and its CRL lists the certificate.",
        ),
    ];
    made(family, SOURCE, all)
}

fn named(ca: &Ca, issuer: &Ca) -> Signer {
    ca.signer_as(crls_by(&issuer.name))
}

fn indirect(issuer: &Ca) -> Vec<u8> {
    let crl = Crl::new(&issuer.name).number(1).scope(&Scope::indirect());
    crl.sign(&issuer.key)
}

/// A path to this anchor, whose indirect CRL is there; of the CA it says by OCSP that it is good.
fn of_anchor(scene: &Scene<'_>, outcome: Outcome, root: &Ca) -> Vector {
    let middle = root.ca(MIDDLE);
    let signer = named(&middle, root);
    let about = Single::good(root, &middle.serial);
    let said = Response::new(by_name(&root.name), about).sign(&root.key);
    let octets = document(&signer).encode();
    Vector::new(scene.name(), octets, "", "", outcome.of(&signer))
        .trusting(&root.certificate)
        .intermediate(&middle.certificate)
        .evidence(&indirect(root))
        .evidence(&said)
}
