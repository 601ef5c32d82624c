//! Other signers of CRLs or OCSP responses under the anchor of the path: a "good" of theirs does not
//! count, and a revocation leaves the status undecided. Unrelated signers are ignored.

use super::crl_key_by;
use crate::generate::certificate::{Template, authority_key_identifier, key_identifier, key_usage};
use crate::generate::crl::{Entry, clean};
use crate::generate::families::scene::{
    BEFORE, MIDDLE, Made, Outcome, RESPONDER, Scene, document, for_ocsp, made,
};
use crate::generate::hierarchy::{Ca, usual};
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 5280 6.3.3 (f), RFC 6960 4.2.2.2: neither is authorised for this issuer; what they revoke is not found good (fail closed)";

pub(super) fn make(family: &Family) -> io::Result<()> {
    lists(family)?;
    documents(family)?;
    answers(family)
}

/// A CRL in the CA's name under a key that a sibling of the CA certified, beside the CA's own or not.
fn lists(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "sibling-crl-good",
            Open,
            |it, outcome| sibling_crl(it, outcome, usual, false, false),
            "The only CRL is signed with a key that a sibling of the CA certified in the CA's name.",
        ),
        (
            "sibling-crl-good-beside-own",
            Good,
            |it, outcome| sibling_crl(it, outcome, usual, false, true),
            "The CA's own CRL is good; another one is signed with a key that a sibling certified in the CA's name.",
        ),
        (
            "sibling-crl-revokes-beside-own",
            Open,
            |it, outcome| sibling_crl(it, outcome, usual, true, true),
            "The CA's own CRL is good; one under a key that a sibling certified in the CA's name lists the certificate.",
        ),
        (
            "sibling-crl-revokes",
            Open,
            |it, outcome| sibling_crl(it, outcome, usual, true, false),
            "The only CRL lists the certificate and is signed with a key that a sibling certified in the CA's name: it is not for that one to revoke it.",
        ),
        (
            "sibling-crl-without-crl-sign-revokes-beside-own",
            Good,
            |it, outcome| {
                let usage: fn(Template) -> Template = |it| it.with(id::KEY_USAGE, key_usage(&[0]));
                sibling_crl(it, outcome, usage, true, true)
            },
            "The CA's own CRL is good; a subscriber of a sibling whose certificate is not for CRLs has listed the certificate in the CA's name.",
        ),
        (
            "stranger-crl-revokes-beside-own",
            Good,
            |it, outcome| {
                let stranger = Ca::root("Test stranger");
                let other = crl_key_by(&stranger, |it| it);
                let listing = it.crl().entry(it.entry()).sign(&other.key);
                it.vector(outcome, &[clean(&it.middle), listing, clean(&stranger)])
                    .intermediate(&stranger.certificate)
                    .intermediate(&other.certificate)
            },
            "The CA's own CRL is good; a key that nobody trusted has certified in the CA's name lists the certificate.",
        ),
        (
            "unknown-key-by-its-identifier",
            Open,
            |it, outcome| {
                let key = Key::ec();
                let own = authority_key_identifier(&key_identifier(&key));
                it.vector(outcome, &[it.crl().with(own).sign(&key)])
            },
            "The only CRL names in its authorityKeyIdentifier a key that is not known here, and is signed with it.",
        ),
        (
            "unknown-key-by-its-identifier-revokes-beside-own",
            Good,
            |it, outcome| {
                let key = Key::ec();
                let own = authority_key_identifier(&key_identifier(&key));
                let listing = it.crl().with(own).entry(it.entry()).sign(&key);
                it.vector(outcome, &[clean(&it.middle), listing])
            },
            "The same CRL lists the certificate, and the CA's own is good.",
        ),
        (
            "own-key-by-its-identifier",
            Good,
            |it, outcome| {
                let own = authority_key_identifier(&key_identifier(&it.middle.key));
                it.vector(outcome, &[it.sign(&it.crl().with(own))])
            },
            "The only CRL names the issuing key in its authorityKeyIdentifier.",
        ),
        (
            "nobody-crl-revokes-beside-own",
            Good,
            |it, outcome| {
                let listing = it.crl().entry(it.entry()).sign(&Key::ec());
                it.vector(outcome, &[clean(&it.middle), listing])
            },
            "The CA's own CRL is good; one in its name under a key without a certificate lists the certificate.",
        ),
    ];
    made(family, SOURCE, all)
}

fn sibling_crl(
    scene: &Scene<'_>,
    outcome: Outcome,
    shape: fn(Template) -> Template,
    lists: bool,
    beside_own: bool,
) -> Vector {
    let sibling = scene.root.ca("Test sibling CA");
    let other = crl_key_by(&sibling, shape);
    let mut crl = scene.crl_of("260225000000Z", "260325000000Z").number(9);
    if lists {
        crl = crl.entry(scene.entry());
    }
    let mut evidence = vec![crl.sign(&other.key), clean(&sibling)];
    if beside_own {
        evidence.push(clean(&scene.middle));
    }
    scene
        .vector(outcome, &evidence)
        .intermediate(&sibling.certificate)
        .intermediate(&other.certificate)
}

/// The same with everything in the document, as one who holds a sibling's subscriber key can do it.
fn documents(family: &Family) -> io::Result<()> {
    use Outcome::{Open, Revoked};
    let all: &[Made] = &[
        (
            "sibling-crl-in-the-document-against-a-hold",
            Revoked,
            |it, outcome| brought(it, outcome, true),
            "The CA has the certificate on hold; the document brings a newer CRL in the CA's name, signed by a subscriber of a sibling, which lacks it.",
        ),
        (
            "sibling-crl-in-the-document",
            Open,
            |it, outcome| brought(it, outcome, false),
            "The document brings the only CRL in the CA's name, signed by a subscriber of a sibling.",
        ),
    ];
    made(family, SOURCE, all)
}

fn brought(scene: &Scene<'_>, outcome: Outcome, is_held: bool) -> Vector {
    let sibling = scene.root.ca("Test sibling CA");
    let other = crl_key_by(&sibling, |it| it);
    let crl = scene.crl_of("260225000000Z", "260325000000Z").number(9);
    let mut document = document(&scene.signer)
        .certificate(&sibling.certificate)
        .certificate(&other.certificate);
    document.revocation_infos = vec![crl.sign(&other.key), clean(&sibling)];
    let mut evidence = vec![clean(&scene.root)];
    if is_held {
        let hold = scene.entry().reason(crate::generate::crl::HOLD);
        evidence.push(scene.sign(&scene.crl().entry(hold)));
    }
    scene.expecting(&document, outcome.of(&scene.signer), &evidence)
}

/// Answers of responders of other issuers under the same anchor.
fn answers(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "root-responder-good",
            Open,
            |it, outcome| answer(it, outcome, &it.root, for_ocsp, false, false),
            "The only answer is that of a responder whom the root certified, and not the CA.",
        ),
        (
            "root-responder-good-beside-own",
            Good,
            |it, outcome| answer(it, outcome, &it.root, for_ocsp, false, true),
            "The CA's own CRL is good, and so says a responder of the root.",
        ),
        (
            "root-responder-revokes-beside-own",
            Open,
            |it, outcome| answer(it, outcome, &it.root, for_ocsp, true, true),
            "The CA's own CRL is good; a responder of the root says that the certificate was revoked.",
        ),
        (
            "root-responder-revokes-at-beside-own",
            Open,
            |it, outcome| {
                let date = Some("20260302090000Z");
                answer_of(it, outcome, &it.root, for_ocsp, date, true)
            },
            "The CA's own CRL is good; a responder of the root says that the certificate was revoked in the very second of the time asked.",
        ),
        (
            "root-responder-revokes-second-later-beside-own",
            Good,
            |it, outcome| {
                let date = Some("20260302090001Z");
                answer_of(it, outcome, &it.root, for_ocsp, date, true)
            },
            "The same, revoked a second after the time asked: it is not heard, and says nothing against that time.",
        ),
        (
            "root-itself-good-beside-own",
            Good,
            |it, outcome| by_root(it, outcome, it.single()),
            "The CA's own CRL is good, and so says the root, which is the anchor, about what the CA issued.",
        ),
        (
            "root-itself-revokes-beside-own",
            Open,
            |it, outcome| by_root(it, outcome, it.single().revoked("20260220000000Z", Some(1))),
            "The CA's own CRL is good; the root, which is the anchor, says that the certificate was revoked.",
        ),
        (
            "sibling-responder-good-beside-own",
            Good,
            |it, outcome| of_sibling(it, outcome, false),
            "The CA's own CRL is good, and so says a responder whom a sibling of the CA certified.",
        ),
        (
            "sibling-responder-revokes-beside-own",
            Open,
            |it, outcome| of_sibling(it, outcome, true),
            "The CA's own CRL is good; a responder whom a sibling of the CA certified says that the certificate was revoked.",
        ),
        (
            "own-key-without-crl-sign-clean-beside-ocsp",
            Good,
            |it, outcome| without_crl_sign(it, outcome, false),
            "The CA, whose keyUsage lacks cRLSign, says good by OCSP, and its CRL does not list the certificate.",
        ),
        (
            "own-key-without-crl-sign-revokes-beside-ocsp",
            Open,
            |it, outcome| without_crl_sign(it, outcome, true),
            "The same CA says good by OCSP, and a CRL of the same key lists the certificate.",
        ),
        (
            "root-responder-without-purpose-revokes-beside-own",
            Good,
            |it, outcome| {
                let shape: fn(Template) -> Template = |it| for_ocsp(it).without(id::EXT_KEY_USAGE);
                answer(it, outcome, &it.root, shape, true, true)
            },
            "The CA's own CRL is good; somebody below the root whose certificate is not for OCSP says revoked.",
        ),
        (
            "stranger-responder-revokes-beside-own",
            Good,
            |it, outcome| {
                answer(
                    it,
                    outcome,
                    &Ca::root("Test stranger"),
                    for_ocsp,
                    true,
                    true,
                )
            },
            "The CA's own CRL is good; a responder under no anchor says revoked.",
        ),
    ];
    made(family, SOURCE, all)
}

fn answer(
    scene: &Scene<'_>,
    outcome: Outcome,
    issuer: &Ca,
    shape: fn(Template) -> Template,
    revokes: bool,
    beside_own: bool,
) -> Vector {
    let date = revokes.then_some("20260220000000Z");
    answer_of(scene, outcome, issuer, shape, date, beside_own)
}

fn answer_of(
    scene: &Scene<'_>,
    outcome: Outcome,
    issuer: &Ca,
    shape: fn(Template) -> Template,
    revoked_at: Option<&str>,
    beside_own: bool,
) -> Vector {
    let responder = issuer.ca_as(RESPONDER, &Key::ec(), shape);
    let single = match revoked_at {
        Some(date) => scene.single().revoked(date, Some(1)),
        None => scene.single(),
    };
    let response = Response::new(by_name(&responder.name), single)
        .certificate(&responder.certificate)
        .sign(&responder.key);
    let mut evidence = vec![response];
    if beside_own {
        evidence.push(clean(&scene.middle));
    }
    scene.vector(outcome, &evidence)
}

fn by_root(scene: &Scene<'_>, outcome: Outcome, single: Single) -> Vector {
    let response = Response::new(by_name(&scene.root.name), single).sign(&scene.root.key);
    scene.vector(outcome, &[response, clean(&scene.middle)])
}

fn of_sibling(scene: &Scene<'_>, outcome: Outcome, revokes: bool) -> Vector {
    let sibling = scene.root.ca("Test sibling CA");
    answer(scene, outcome, &sibling, for_ocsp, revokes, true).intermediate(&sibling.certificate)
}

fn without_crl_sign(scene: &Scene<'_>, outcome: Outcome, lists: bool) -> Vector {
    let middle = scene.root.ca_as(MIDDLE, &Key::ec(), |it| {
        it.with(id::KEY_USAGE, key_usage(&[5]))
    });
    let signer = middle.signer();
    let mut crl = scene.crl();
    if lists {
        crl = crl.entry(Entry::new(&signer.serial, BEFORE));
    }
    let single = Single::good(&middle, &signer.serial);
    let response = Response::new(by_name(&middle.name), single).sign(&middle.key);
    scene
        .about(&signer, outcome, &[crl.sign(&middle.key), response])
        .intermediate(&middle.certificate)
}
