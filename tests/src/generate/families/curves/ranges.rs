//! r and s are in 1 to n - 1, in DER, for every curve's n.

use super::super::modes::Mode;
use super::{CONTENT, Scene, passed, usual_hash};
use crate::generate::der::{content_of, integer, integer_octets, sequence, unsigned};
use crate::generate::key::Scalars;
use crate::generate::message::SignerInfo;
use crate::generate::number::{difference, sum};
use std::io;

const RANGE: &str = "CVE-2022-21449; SEC 1 4.1.4 step 1; FIPS 186-5 6.4.2";

/// What becomes of a good signature, given the order.
type Change = fn(&Scalars, &[u8]) -> Vec<u8>;

const WRONG: [(&str, Change, &str); 12] = [
    (
        "both-zero",
        |_, _| sequence(&[integer(0), integer(0)]),
        "r and s are zero: the psychic signature.",
    ),
    (
        "both-one",
        |_, _| sequence(&[integer(1), integer(1)]),
        "r and s are one.",
    ),
    (
        "both-order",
        |_, n| sequence(&[unsigned(n), unsigned(n)]),
        "r and s are n, which is zero modulo n.",
    ),
    (
        "r-zero",
        |good, _| sequence(&[integer(0), unsigned(&good.s)]),
        "r is zero.",
    ),
    (
        "s-zero",
        |good, _| sequence(&[unsigned(&good.r), integer(0)]),
        "s is zero.",
    ),
    (
        "r-order",
        |good, n| sequence(&[unsigned(n), unsigned(&good.s)]),
        "r is n.",
    ),
    (
        "s-order",
        |good, n| sequence(&[unsigned(&good.r), unsigned(n)]),
        "s is n.",
    ),
    (
        "r-beyond-order",
        |good, n| sequence(&[unsigned(&sum(&good.r, n)), unsigned(&good.s)]),
        "n was added to a good r.",
    ),
    (
        "s-beyond-order",
        |good, n| sequence(&[unsigned(&good.r), unsigned(&sum(&good.s, n))]),
        "n was added to a good s.",
    ),
    (
        "r-padded",
        |good, _| sequence(&[padded(&good.r), unsigned(&good.s)]),
        "r has a zero octet too many.",
    ),
    (
        "raw",
        |good, _| [&good.r[..], &good.s].concat(),
        "r and s are joined without DER, as in IEEE P1363.",
    ),
    ("flipped-bit", flipped, "The last bit of s changed."),
];

fn padded(number: &[u8]) -> Vec<u8> {
    integer_octets(&[&[0], content_of(&unsigned(number))].concat())
}

fn flipped(good: &Scalars, _: &[u8]) -> Vec<u8> {
    let mut value = sequence(&[unsigned(&good.r), unsigned(&good.s)]);
    if let Some(last) = value.last_mut() {
        *last ^= 1;
    }
    value
}

/// (r, n - s) verifies where (r, s) does.
fn twin(good: &Scalars, order: &[u8]) -> Vec<u8> {
    sequence(&[unsigned(&good.r), unsigned(&difference(order, &good.s))])
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    for (curve, signer) in &scene.signers {
        let hash = usual_hash(*curve);
        let order = curve.order();
        let info = |change: Change| -> SignerInfo {
            Mode::Attributes.info(signer, hash, CONTENT, |octets| {
                change(&signer.key.ecdsa(hash, octets), &order)
            })
        };
        for (name, change, reason) in WRONG {
            let name = format!("{}-{name}", curve.word());
            scene.save(
                &name,
                signer,
                info(change),
                reason,
                RANGE,
                passed(signer).forged(),
            )?;
        }
        let name = format!("{}-s-negated", curve.word());
        let reason = "s is n less a good s, which is as good.";
        let source = "SEC 1 4.1.4: (r, s) and (r, n - s) both verify, and CMS asks for neither";
        scene.save(&name, signer, info(twin), reason, source, passed(signer))?;
    }
    Ok(())
}
