//! Deviations of form beyond those of `strictness`, each with a twin: one passes with a finding under
//! the standard profile and is undecided under the strict one, the other passes under both.

mod certificates;
mod evidence;
mod names;
mod responses;
mod values;

use super::scene::{MIDDLE, Outcome, Scene, document};
use crate::case::{Check, Expectation, Finding, SubIndication};
use crate::generate::authority::Signer;
use crate::generate::certificate::Template;
use crate::generate::crl::clean;
use crate::generate::der::{oid, sequence, set, tlv, utf8};
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::message::Message;
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

/// The result of a case.
#[derive(Clone, Copy)]
enum Form {
    /// It deviates from nothing.
    Usual,
    /// It deviates, which the strict profile refuses.
    Tolerated(Finding),
    /// Its path breaks a rule.
    Breaks,
}

/// A case under both profiles; `dress` adds what lies beside the document.
fn both(
    family: &Family,
    name: &str,
    document: &Message,
    expect: &Expectation,
    form: Form,
    (reason, source): (&str, &str),
    dress: impl Fn(Vector) -> Vector,
) -> io::Result<()> {
    let (found, strict) = match form {
        Form::Usual => (expect.clone(), expect.clone()),
        Form::Tolerated(finding) => {
            let found = expect.clone().finding(finding);
            let strict = found
                .clone()
                .indeterminate(SubIndication::FormatFailure, Check::Profile);
            (found, strict)
        }
        Form::Breaks => {
            let broken = expect.clone().broken_path();
            (broken.clone(), broken)
        }
    };
    let vector = |name: &str, expect| {
        let vector = Vector::new(name, document.encode(), reason, source, expect);
        dress(vector)
    };
    vector(name, found).save(family)?;
    vector(&format!("{name}-strict"), strict)
        .strict()
        .save(family)
}

/// A case about a signer whose certificate has another shape.
fn shaped(
    family: &Family,
    name: &str,
    form: Form,
    why: (&str, &str),
    shape: impl FnOnce(Template) -> Template,
) -> io::Result<()> {
    let scene = Scene::new(family, name);
    let signer = scene.middle.signer_as(shape);
    let expect = Outcome::Good.of(&signer);
    below(
        family,
        name,
        &document(&signer),
        &expect,
        form,
        why,
        &scene.root,
        &scene.middle,
    )
}

/// A case about the usual signer of a CA whose certificate has another shape.
fn shaped_ca(
    family: &Family,
    name: &str,
    form: Form,
    why: (&str, &str),
    shape: impl FnOnce(Template) -> Template,
) -> io::Result<()> {
    let scene = Scene::new(family, name);
    let middle = scene.root.ca_as(MIDDLE, &Key::ec(), shape);
    let signer: Signer = middle.signer();
    let expect = Outcome::Good.of(&signer);
    below(
        family,
        name,
        &document(&signer),
        &expect,
        form,
        why,
        &scene.root,
        &middle,
    )
}

#[expect(clippy::too_many_arguments, reason = "all of a case")]
fn below(
    family: &Family,
    name: &str,
    document: &Message,
    expect: &Expectation,
    form: Form,
    why: (&str, &str),
    root: &Ca,
    middle: &Ca,
) -> io::Result<()> {
    both(family, name, document, expect, form, why, |vector| {
        vector
            .trusting(&root.certificate)
            .intermediate(&middle.certificate)
    })
}

/// A case about the usual signer with this evidence and a clean CRL of the root.
fn with_evidence(
    family: &Family,
    name: &str,
    form: Form,
    why: (&str, &str),
    evidence: impl FnOnce(&Scene<'_>) -> Vec<u8>,
) -> io::Result<()> {
    let scene = Scene::new(family, name);
    let evidence = evidence(&scene);
    let of_root = clean(&scene.root);
    let expect = Outcome::Good.of(&scene.signer);
    both(
        family,
        name,
        &document(&scene.signer),
        &expect,
        form,
        why,
        |vector| {
            vector
                .trusting(&scene.root.certificate)
                .intermediate(&scene.middle.certificate)
                .require_revocation()
                .evidence(&evidence)
                .evidence(&of_root)
        },
    )
}

/// A subject of an organization and one more attribute.
fn subject(kind: &str, value: Vec<u8>) -> Vec<u8> {
    let attribute = |kind: &str, value| set(&[sequence(&[oid(kind), value])]);
    sequence(&[
        attribute(id::ORGANIZATION_NAME, utf8("INJANG SUBJECT")),
        attribute(kind, value),
    ])
}

/// Values of universal types: a word for each, its octets, whether BER allows them, whether DER
/// does, and what is to say.
fn universal() -> Vec<(&'static str, Vec<u8>, bool, bool, &'static str)> {
    vec![
        ("boolean", tlv(1, &[0xff]), true, true, "a BOOLEAN of FF"),
        (
            "boolean-01",
            tlv(1, &[1]),
            true,
            false,
            "a BOOLEAN of 01, which only BER allows",
        ),
        (
            "boolean-empty",
            tlv(1, &[]),
            false,
            false,
            "a BOOLEAN without an octet",
        ),
        ("integer", tlv(2, &[0, 0x80]), true, true, "an INTEGER"),
        (
            "integer-padded",
            tlv(2, &[0, 1]),
            false,
            false,
            "an INTEGER with an octet of zeros too many",
        ),
        (
            "integer-empty",
            tlv(2, &[]),
            false,
            false,
            "an INTEGER without an octet",
        ),
        ("null", tlv(5, &[]), true, true, "a NULL"),
        (
            "null-long",
            tlv(5, &[0]),
            false,
            false,
            "a NULL that has an octet",
        ),
        (
            "identifier",
            tlv(6, &[0x2a, 3]),
            true,
            true,
            "an OBJECT IDENTIFIER",
        ),
        (
            "identifier-padded",
            tlv(6, &[0x2a, 0x80, 3]),
            false,
            false,
            "an OBJECT IDENTIFIER whose arc begins with 80",
        ),
        (
            "identifier-cut",
            tlv(6, &[0x2a, 0x83]),
            false,
            false,
            "an OBJECT IDENTIFIER whose last arc does not end",
        ),
        (
            "identifier-empty",
            tlv(6, &[]),
            false,
            false,
            "an OBJECT IDENTIFIER without an arc",
        ),
        (
            "utf8",
            tlv(0x0c, "시험".as_bytes()),
            true,
            true,
            "a UTF8String",
        ),
        (
            "utf8-malformed",
            tlv(0x0c, &[0xff]),
            false,
            false,
            "a UTF8String that is none",
        ),
        ("bmp", tlv(0x1e, &[0xc2, 0xdc]), true, true, "a BMPString"),
        (
            "bmp-surrogate",
            tlv(0x1e, &[0xd8, 0x3d]),
            false,
            false,
            "a BMPString with a lone surrogate",
        ),
        (
            "bmp-pair",
            tlv(0x1e, &[0xd8, 0x3d, 0xde, 0]),
            false,
            false,
            "a BMPString with a pair of surrogates",
        ),
        (
            "bmp-odd",
            tlv(0x1e, &[0xc2, 0xdc, 0]),
            false,
            false,
            "a BMPString of an odd number of octets",
        ),
        ("visible", tlv(0x1a, b"a b"), true, true, "a VisibleString"),
        (
            "visible-control",
            tlv(0x1a, b"a\tb"),
            false,
            false,
            "a VisibleString with a control character",
        ),
        (
            "nested",
            sequence(&[tlv(2, &[1])]),
            true,
            true,
            "a SEQUENCE of an INTEGER",
        ),
        (
            "nested-padded",
            sequence(&[tlv(2, &[0, 1])]),
            false,
            false,
            "a SEQUENCE of an INTEGER with an octet of zeros too many",
        ),
        (
            "sequence-primitive",
            tlv(0x10, &[]),
            false,
            false,
            "a SEQUENCE that is primitive",
        ),
    ]
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    names::make(family)?;
    values::make(family)?;
    certificates::make(family)?;
    evidence::make(family)?;
    responses::make(family)
}
