//! Pinned certificates, and revocation data at hand that revokes them.

use crate::generate::authority::Signer;
use crate::generate::crl::{Crl, Entry, HOLD, clean};
use crate::generate::distribution::Scope;
use crate::generate::families::scene::{
    BEFORE, MIDDLE, Made, Outcome, RESPONDER, Scene, crls_by, document, for_crls, for_ocsp, made,
};
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, by_name};
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 5280 6.3.3, RFC 6960 4.2.2.2: that a pinned certificate is good need not be shown; what is given and revokes it counts";

pub(super) fn make(family: &Family) -> io::Result<()> {
    made(family, SOURCE, &lists())?;
    made(family, SOURCE, &anchors())?;
    made(family, SOURCE, &answers())
}

/// The signer's certificate is the only anchor; its CA's stands among the intermediates.
fn pinned(scene: &Scene<'_>, outcome: Outcome, evidence: &[Vec<u8>]) -> Vector {
    pinning(scene, &scene.signer, outcome, evidence)
}

fn pinning(scene: &Scene<'_>, signer: &Signer, outcome: Outcome, evidence: &[Vec<u8>]) -> Vector {
    scene
        .only(signer, outcome, evidence)
        .trusting(&signer.certificate)
}

/// The CA's CRL, on which the signer's certificate stands.
fn revoking(scene: &Scene<'_>) -> Vec<u8> {
    scene.sign(&scene.crl().entry(scene.entry()))
}

/// A responder's answer that the signer's certificate was revoked.
pub(super) fn revoked_by(scene: &Scene<'_>, responder: &Ca) -> Vec<u8> {
    let single = scene.single().revoked("20260220000000Z", Some(1));
    Response::new(by_name(&responder.name), single)
        .certificate(&responder.certificate)
        .sign(&responder.key)
}

/// An indirect CRL on which a signer's certificate stands.
fn indirect(scene: &Scene<'_>, issuer: &Ca, signer: &Signer) -> Vec<u8> {
    let entry = Entry::new(&signer.serial, BEFORE).issued_by(&scene.middle.name);
    let crl = Crl::new(&issuer.name).number(1).scope(&Scope::indirect());
    crl.entry(entry).sign(&issuer.key)
}

fn lists() -> Vec<Made> {
    use Outcome::{Good, Later, Open, Revoked};
    vec![
        (
            "revoked-by-crl",
            Revoked,
            |it, outcome| pinned(it, outcome, &[revoking(it)]),
            "The signer's certificate is the only anchor. A CRL under the key that issued it revokes it; the CA's certificate is among the intermediates.",
        ),
        (
            "revoked-by-crl-twin",
            Good,
            |it, outcome| pinned(it, outcome, &[clean(&it.middle)]),
            "The same with a CRL that does not list the certificate.",
        ),
        (
            "revoked-by-stale-crl",
            Revoked,
            |it, outcome| {
                let crl = it.crl_of("260221000000Z", "260301000000Z");
                pinned(it, outcome, &[it.sign(&crl.entry(it.entry()))])
            },
            "The CRL is out of date: a revocation does not lapse with it.",
        ),
        (
            "stale-crl-twin",
            Good,
            |it, outcome| {
                let crl = it.crl_of("260221000000Z", "260301000000Z");
                pinned(it, outcome, &[it.sign(&crl)])
            },
            "The same CRL without the entry: nothing need show the pinned certificate to be good.",
        ),
        (
            "held-by-stale-crl",
            Open,
            |it, outcome| {
                let crl = it.crl_of("260221000000Z", "260301000000Z");
                let crl = crl.entry(it.entry().reason(HOLD));
                pinned(it, outcome, &[it.sign(&crl)])
            },
            "The CRL has a hold and is out of date: nobody knows whether it was lifted.",
        ),
        (
            "revoked-in-the-future",
            Later,
            |it, outcome| {
                let entry = Entry::new(&it.signer.serial, "260310000000Z");
                pinned(it, outcome, &[it.sign(&it.crl().entry(entry))])
            },
            "The CA's CRL has a revocation of after the time asked.",
        ),
        (
            "revoked-by-a-stranger",
            Good,
            |it, outcome| {
                let other = Ca::root(MIDDLE);
                let crl = it.crl().entry(it.entry()).sign(&other.key);
                pinned(it, outcome, &[crl]).intermediate(&other.certificate)
            },
            "Another CA of the same name revokes the certificate; its key did not issue it.",
        ),
        (
            "revoked-by-named-crl-issuer",
            Open,
            |it, outcome| {
                let issuer = it.middle.ca_as("Test CRL issuer", &Key::ec(), for_crls);
                let signer = it.middle.signer_as(crls_by(&issuer.name));
                let crl = indirect(it, &issuer, &signer);
                pinning(it, &signer, outcome, &[crl]).intermediate(&issuer.certificate)
            },
            "The certificate names an issuer of CRLs, whom the key that issued it certified and who revokes it. No anchor is above them, so that the revocation is unconfirmed.",
        ),
        (
            "revoked-by-named-crl-issuer-under-the-root",
            Revoked,
            |it, outcome| {
                let issuer = it.middle.ca_as("Test CRL issuer", &Key::ec(), for_crls);
                let signer = it.middle.signer_as(crls_by(&issuer.name));
                let crl = indirect(it, &issuer, &signer);
                let evidence = [crl, clean(&it.middle), clean(&it.root)];
                pinning(it, &signer, outcome, &evidence)
                    .intermediate(&issuer.certificate)
                    .trusting_too(&it.root.certificate)
            },
            "The same with the root among the anchors.",
        ),
    ]
}

/// Where the CA's certificate comes from, and who else is trusted.
fn anchors() -> Vec<Made> {
    use Outcome::{Good, Revoked};
    vec![
        (
            "revoked-beside-the-root",
            Revoked,
            |it, outcome| pinned(it, outcome, &[revoking(it)]).trusting_too(&it.root.certificate),
            "The signer's certificate and the root are anchors. The CA's CRL revokes the signer's certificate.",
        ),
        (
            "revoked-beside-ca-and-root",
            Revoked,
            |it, outcome| {
                pinned(it, outcome, &[revoking(it)])
                    .trusting_too(&it.middle.certificate)
                    .trusting_too(&it.root.certificate)
            },
            "A whole chain is trusted: the signer's certificate, the CA's and the root.",
        ),
        (
            "revoked-beside-ca-and-root-twin",
            Good,
            |it, outcome| {
                pinned(it, outcome, &[clean(&it.middle)])
                    .trusting_too(&it.middle.certificate)
                    .trusting_too(&it.root.certificate)
            },
            "The same with a CRL that does not list the certificate.",
        ),
        (
            "revoked-with-the-ca-in-the-document",
            Revoked,
            |it, outcome| {
                let expect = outcome.of(&it.signer);
                let document = document(&it.signer).certificate(&it.middle.certificate);
                Vector::new(it.name(), document.encode(), "", "", expect)
                    .trusting(&it.signer.certificate)
                    .evidence(&revoking(it))
            },
            "The CA's certificate stands in the document alone: its key issued the signer's certificate all the same.",
        ),
        (
            "revoked-without-the-ca",
            Good,
            |it, outcome| {
                let expect = outcome.of(&it.signer);
                Vector::new(it.name(), document(&it.signer).encode(), "", "", expect)
                    .trusting(&it.signer.certificate)
                    .evidence(&revoking(it))
            },
            "The CA's certificate is nowhere, so that nobody knows who signed the CRL: anybody may have.",
        ),
    ]
}

fn answers() -> Vec<Made> {
    use Outcome::{Good, Revoked};
    vec![
        (
            "revoked-by-ocsp",
            Revoked,
            |it, outcome| {
                let single = it.single().revoked("20260220000000Z", Some(1));
                pinned(it, outcome, &[it.ocsp(single)])
            },
            "An OCSP response under the key that issued the pinned certificate revokes it.",
        ),
        (
            "revoked-by-ocsp-twin",
            Good,
            |it, outcome| pinned(it, outcome, &[it.ocsp(it.single())]),
            "The same with the answer good.",
        ),
        (
            "unknown-by-ocsp",
            Good,
            |it, outcome| pinned(it, outcome, &[it.ocsp(it.single().unknown())]),
            "The same with the answer unknown, which revokes nothing.",
        ),
        (
            "revoked-by-delegate",
            Revoked,
            |it, outcome| {
                let responder = Scene::responder_of(&it.middle, |it| it);
                pinned(it, outcome, &[revoked_by(it, &responder)])
            },
            "A delegate of the CA answers.",
        ),
        (
            "revoked-by-a-strange-delegate",
            Good,
            |it, outcome| {
                let responder = Ca::root_as(RESPONDER, &Key::ec(), for_ocsp);
                pinned(it, outcome, &[revoked_by(it, &responder)])
            },
            "Somebody answers whom the CA did not certify.",
        ),
        (
            "revoked-by-named-responder",
            Revoked,
            |it, outcome| {
                let responder = Ca::root_as(RESPONDER, &Key::ec(), for_ocsp);
                pinned(it, outcome, &[revoked_by(it, &responder)]).responder(&responder.certificate)
            },
            "The caller named the same responder.",
        ),
    ]
}
