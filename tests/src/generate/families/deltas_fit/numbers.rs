//! CRL numbers of which a delta and a complete CRL can't be told to belong together.

use crate::generate::certificate::extension;
use crate::generate::der::tlv;
use crate::generate::families::scene::{Made, Outcome, Scene, made};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 5280 5.2.3 and 5.2.4: CRL numbers are not negative and grow; a delta is to the CRL of its base or one after it";

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "number-127",
            Good,
            |it, outcome| numbered(it, outcome, &[0x7f], &[0x7f], &[0x7f]),
            "Base and both numbers are 127.",
        ),
        (
            "number-minus-128",
            Open,
            |it, outcome| negative(it, outcome, &[0x80]),
            "Base and both numbers are -128, and no numbers of CRLs.",
        ),
        (
            "number-minus-1",
            Open,
            |it, outcome| negative(it, outcome, &[0xff]),
            "Base and both numbers are -1.",
        ),
        (
            "number-minus-255",
            Open,
            |it, outcome| negative(it, outcome, &[0xff, 0x01]),
            "Base and both numbers are -255.",
        ),
        (
            "base-257-number-258",
            Good,
            |it, outcome| numbered(it, outcome, &[1, 1], &[1, 2], &[1, 2]),
            "The base is 257, and both numbers are 258.",
        ),
        (
            "base-257-number-2",
            Open,
            |it, outcome| numbered(it, outcome, &[1, 1], &[2], &[1, 2]),
            "The base is 257, and the complete CRL's number 2.",
        ),
    ];
    made(family, SOURCE, all)
}

fn negative(scene: &Scene<'_>, outcome: Outcome, number: &[u8]) -> Vector {
    numbered(scene, outcome, number, number, number)
}

/// A complete CRL that is out of date, and a fresh delta.
fn numbered(scene: &Scene<'_>, outcome: Outcome, base: &[u8], number: &[u8], own: &[u8]) -> Vector {
    let extended = |kind, is_critical, value: &[u8]| extension(kind, is_critical, &tlv(2, value));
    let complete = scene
        .crl_of("260110000000Z", "260201000000Z")
        .with(extended(id::CRL_NUMBER, false, number));
    let delta = scene
        .crl_of("260225000000Z", "260310000000Z")
        .with(extended(id::CRL_NUMBER, false, own))
        .with(extended(id::DELTA_CRL_INDICATOR, true, base));
    scene.vector(outcome, &[scene.sign(&complete), scene.sign(&delta)])
}
