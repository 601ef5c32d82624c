//! Certificates that a document brings beside the right ones, in their names, and that nobody trusted
//! has signed; and many pieces of the caller's.

use super::super::scene::{MIDDLE, Made, Outcome, Scene, document, made};
use crate::case::{Check, Finding, SubIndication};
use crate::generate::authority::Signer;
use crate::generate::certificate::Template;
use crate::generate::crl::clean;
use crate::generate::hierarchy::{Ca, serial, subscriber_name, usual};
use crate::generate::key::Key;
use crate::generate::message::Message;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "What anybody can put into a document decides nothing: a bound on it is named, and the right certificate is tried as far as the budget goes";

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "look-alikes-31-of-the-ca",
            Good,
            |it, outcome| of_ca(it, outcome, 31),
            "The document brings the CA's certificate among 31 others in its name, which nobody signed.",
        ),
        (
            "look-alikes-40-of-the-ca",
            Good,
            |it, outcome| of_ca(it, outcome, 40),
            "The same with 40: more than are tried at once.",
        ),
        (
            "look-alikes-240-of-the-ca",
            Good,
            |it, outcome| of_ca(it, outcome, 240),
            "The same with 240.",
        ),
        (
            "look-alikes-40-of-the-ca-with-its-key",
            Good,
            |it, outcome| of_ca_with_its_key(it, outcome, 40),
            "The document brings the CA's certificate behind 40 others of its name and key, which nobody signed.",
        ),
        (
            "look-alikes-7-of-the-signer",
            Good,
            |it, outcome| of_signer(it, outcome, 7),
            "The document brings the signer's certificate and 7 others of the same key, issuer and serial number, which nobody signed.",
        ),
        (
            "look-alikes-8-of-the-signer",
            Open,
            |it, outcome| of_signer(it, outcome, 8),
            "The same with 8, which are tried before the right one by their octets: the bound is the reason.",
        ),
        (
            "callers-crls-20-and-one-fresh",
            Good,
            |it, outcome| {
                let old = (0..20u32).map(|number| old_crl(it, number));
                let evidence: Vec<_> = old.chain([clean(&it.middle)]).collect();
                it.vector(outcome, &evidence)
            },
            "The caller keeps 20 CRLs of the CA that are out of date, and one that is fresh.",
        ),
    ];
    made(family, SOURCE, all)
}

/// A CRL of January, each of another second.
fn old_crl(scene: &Scene<'_>, number: u32) -> Vec<u8> {
    let this_update = format!("2601100000{number:02}Z");
    scene.sign(&scene.crl_of(&this_update, "260111000000Z"))
}

/// Only the document brings the CA's certificate, between others of its name.
fn of_ca(scene: &Scene<'_>, outcome: Outcome, count: usize) -> Vector {
    let unknown = Ca::root_as("Test root CA", &Key::ec(), usual);
    let others = (0..count).map(|_| unknown.ca(MIDDLE).certificate);
    let document = others.fold(document(&scene.signer), |document, it| {
        document.certificate(&it)
    });
    let document = document.certificate(&scene.middle.certificate);
    beside(scene, &document, outcome.of(&scene.signer))
}

/// The same with others that have the CA's key too, so that the signer's certificate verifies under each.
/// Without extensions they are shorter than the right one, and so come first in the order of octets.
fn of_ca_with_its_key(scene: &Scene<'_>, outcome: Outcome, count: usize) -> Vector {
    let other = |_| {
        let ca = &scene.middle;
        Template::new(&scene.root.name, &ca.name, &serial(), &ca.key).sign(&Key::ec())
    };
    let document = (0..count)
        .map(other)
        .fold(document(&scene.signer), |document, it| {
            document.certificate(&it)
        })
        .certificate(&scene.middle.certificate);
    beside(scene, &document, outcome.of(&scene.signer))
}

/// Others of the signer's key, issuer and serial number, each signed by another key; without extensions
/// they are shorter than the right one, and so come first in the order of octets.
fn of_signer(scene: &Scene<'_>, outcome: Outcome, count: usize) -> Vector {
    let other = |_| {
        let subject = subscriber_name("Test signer");
        let signer = &scene.signer;
        Template::new(&signer.issuer, &subject, &signer.serial, &signer.key).sign(&Key::ec())
    };
    let message = (0..count)
        .map(other)
        .fold(document(&scene.signer), |document, it| {
            document.certificate(&it)
        })
        .certificate(&scene.middle.certificate);
    let expect = match outcome {
        Outcome::Good => outcome.of(&scene.signer),
        _ => open(&scene.signer),
    };
    let expect = expect.finding(Finding::AmbiguousSignerCertificate);
    beside(scene, &message, expect)
}

fn open(signer: &Signer) -> crate::case::Expectation {
    Outcome::Good
        .of(signer)
        .indeterminate(SubIndication::CertificateChainGeneralFailure, Check::Path)
}

/// The document under the root, with the CRLs of both CAs.
fn beside(scene: &Scene<'_>, document: &Message, expect: crate::case::Expectation) -> Vector {
    Vector::new(scene.name(), document.encode(), "", "", expect)
        .trusting(&scene.root.certificate)
        .require_revocation()
        .evidence(&clean(&scene.root))
        .evidence(&clean(&scene.middle))
}
