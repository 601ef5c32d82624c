//! Answers of the CA beside each other: in one document, and under `CertIDs` of several digests.

use super::named::answer;
use crate::case::Finding;
use crate::generate::algorithm::Hash;
use crate::generate::certificate::name;
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::der::{oid, printable, retag, sequence, utf8};
use crate::generate::distribution::Scope;
use crate::generate::families::scene::{
    BEFORE, Made, Outcome, RESPONDER, Scene, at_others_point, document, for_checked_ocsp, made,
    others_point,
};
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

pub(super) fn make(family: &Family) -> io::Result<()> {
    in_the_document(family)?;
    tolerated(family)?;
    names(family)?;
    under_digests(family)
}

fn revoked(single: Single) -> Single {
    single.revoked("20260220000000Z", Some(1))
}

/// Two responses in the document. The tests try the cases with room for one of them too.
fn in_the_document(family: &Family) -> io::Result<()> {
    use Outcome::Revoked;
    let all: &[Made] = &[
        (
            "document-good-then-revoked",
            Revoked,
            |it, outcome| brought(it, outcome, false),
            "The document brings two answers of the CA, of which the first says good and the second revoked.",
        ),
        (
            "document-revoked-then-good",
            Revoked,
            |it, outcome| brought(it, outcome, true),
            "The same in the other order.",
        ),
    ];
    let source = "RFC 5280 5.3.1: what was revoked and is no hold stays so; RFC 5940";
    made(family, source, all)
}

fn brought(scene: &Scene<'_>, outcome: Outcome, is_first: bool) -> Vector {
    let member = |single| {
        let response = scene.ocsp(single);
        retag(0xa1, &sequence(&[oid(id::ID_RI_OCSP_RESPONSE), response]))
    };
    let mut members = vec![member(scene.single()), member(revoked(scene.single()))];
    if is_first {
        members.reverse();
    }
    let mut document = document(&scene.signer);
    document.revocation_infos = members;
    scene.expecting(&document, outcome.of(&scene.signer), &[clean(&scene.root)])
}

/// A responder without id-pkix-ocsp-nocheck, whose status a CRL of its own distribution point gives.
/// A tolerance in that CRL is a finding on the signer.
fn tolerated(family: &Family) -> io::Result<()> {
    use Outcome::Good;
    let all: &[Made] = &[
        (
            "delegate-known-by-a-crl",
            Good,
            |it, outcome| known_by_crl(it, outcome, |crl| crl),
            "A CRL for another distribution point than the signer's tells that the CA's responder is good.",
        ),
        (
            "delegate-known-by-a-crl-of-tolerated-form",
            Good,
            |it, outcome| {
                known_by_crl(it, outcome, |crl| crl.entry(Entry::new(&[0], BEFORE)))
                    .finding(Finding::CrlForm)
            },
            "The same, and the CRL has an entry of the serial number zero.",
        ),
    ];
    made(family, "RFC 5280 4.1.2.2, RFC 6960 4.2.2.2.1", all)
}

fn known_by_crl(scene: &Scene<'_>, outcome: Outcome, shape: fn(Crl) -> Crl) -> Vector {
    let responder = scene.middle.ca_as(RESPONDER, &Key::ec(), |it| {
        at_others_point(for_checked_ocsp(it))
    });
    let crl = shape(scene.crl().scope(&Scope::named(others_point())));
    let response = answer(&responder, scene.single()).sign(&responder.key);
    scene.vector(outcome, &[response, scene.sign(&crl)])
}

/// The response names its signer in another way than the certificate of the CA's delegate does.
fn names(family: &Family) -> io::Result<()> {
    use Outcome::{Open, Revoked};
    let all: &[Made] = &[
        (
            "delegate-in-another-string-type-revokes",
            Revoked,
            |it, outcome| {
                let printed = name(&[(id::COMMON_NAME, printable("Test responder"))]);
                let written = name(&[(id::COMMON_NAME, utf8("Test responder"))]);
                called(it, outcome, printed, &written, revoked(it.single()))
            },
            "The CA's delegate is named by a PrintableString, and its response names it by a UTF8String and says revoked; the CA itself says good.",
        ),
        (
            "delegate-of-another-punctuation",
            Open,
            |it, outcome| {
                let called_so = name(&[(id::COMMON_NAME, utf8("Test-responder"))]);
                let other = name(&[(id::COMMON_NAME, utf8("Test.responder"))]);
                let delegate = Scene::responder_of(&it.middle, |it| it.subject(called_so));
                let response = Response::new(by_name(&other), it.single());
                let response = response.certificate(&delegate.certificate);
                it.vector(outcome, &[response.sign(&delegate.key)])
            },
            "The response names somebody whose name differs from that of the CA's delegate, which signed it, in punctuation alone.",
        ),
    ];
    made(
        family,
        "RFC 6960 4.2.1, RFC 5280 7.1: names are the same whatever their string types",
        all,
    )
}

fn called(
    scene: &Scene<'_>,
    outcome: Outcome,
    subject: Vec<u8>,
    written: &[u8],
    single: Single,
) -> Vector {
    let delegate = Scene::responder_of(&scene.middle, |it| it.subject(subject));
    let response = Response::new(by_name(written), single).certificate(&delegate.certificate);
    let evidence = [response.sign(&delegate.key), scene.ocsp(scene.single())];
    scene.vector(outcome, &evidence)
}

/// `CertIDs` name the issuer by digests, each response by its own.
fn under_digests(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Made] = &[
        (
            "digests-good-sha1-revoked-sha256",
            Revoked,
            |it, outcome| under(it, outcome, [Hash::Sha1, Hash::Sha256]),
            "An answer of the CA whose CertID is under SHA-1 says good, and one under SHA-256 says revoked.",
        ),
        (
            "digests-good-sha256-revoked-sha1",
            Revoked,
            |it, outcome| under(it, outcome, [Hash::Sha256, Hash::Sha1]),
            "The same with the digests the other way round.",
        ),
        (
            "digest-unknown",
            Open,
            |it, outcome| {
                let single = unknown(it);
                it.vector(outcome, &[it.ocsp(single)])
            },
            "The only answer of the CA has a CertID under a digest that nobody knows.",
        ),
        (
            "digest-unknown-revokes-beside-good",
            Good,
            |it, outcome| {
                let single = revoked(unknown(it));
                it.vector(outcome, &[it.ocsp(single), it.ocsp(it.single())])
            },
            "An answer of the CA with such a CertID says revoked, of whom can't be told; another one is about the signer and says good.",
        ),
    ];
    made(
        family,
        "RFC 6960 4.1.1: the CertID says whom an answer is about",
        all,
    )
}

fn unknown(scene: &Scene<'_>) -> Single {
    Single::under_unknown_digest(&scene.middle, &scene.signer.serial)
}

fn under(scene: &Scene<'_>, outcome: Outcome, [good, bad]: [Hash; 2]) -> Vector {
    let single = |hash| Single::under(hash, &scene.middle, &scene.signer.serial);
    let evidence = [scene.ocsp(single(good)), scene.ocsp(revoked(single(bad)))];
    scene.vector(outcome, &evidence)
}
