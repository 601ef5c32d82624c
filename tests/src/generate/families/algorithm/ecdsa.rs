//! ECDSA: r and s are in 1 to n - 1, and their SEQUENCE is DER.

use super::{CONTENT, Scene, passed, with_signature};
use crate::generate::algorithm::Hash;
use crate::generate::attribute::{content_type, message_digest, signed_octets, unknown};
use crate::generate::ber::{indefinite, long_length};
use crate::generate::der::{content_of, integer, integer_octets, sequence, unsigned};
use crate::generate::key::{P256_ORDER, Scalars, ecdsa_value};
use crate::generate::message::SignerInfo;
use crate::generate::number::{difference, sum};
use crate::generate::oid as id;
use std::io;

const RANGE: &str = "CVE-2022-21449; SEC 1 4.1.4 step 1; FIPS 186-5 6.4.2";
const ENCODING: &str = "RFC 3279 2.2.3, RFC 5480; Bouncy Castle CVE-2016-1000342";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    ranges(scene)?;
    encodings(scene)?;
    twins(scene)
}

/// What becomes of a good signature.
type Change<'a> = Box<dyn Fn(&Scalars) -> Vec<u8> + 'a>;

fn ranges(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.ec;
    let order = P256_ORDER.to_vec();
    let zero = || integer(0);
    let n = || unsigned(&order);
    let beyond = |value: &[u8]| unsigned(&sum(value, &P256_ORDER));
    let cases: Vec<(&str, Change<'_>, &str)> = vec![
        (
            "ecdsa-both-zero",
            Box::new(|_| sequence(&[zero(), zero()])),
            "r and s are zero: the psychic signature.",
        ),
        (
            "ecdsa-r-zero",
            Box::new(|good| sequence(&[zero(), unsigned(&good.s)])),
            "r is zero.",
        ),
        (
            "ecdsa-s-zero",
            Box::new(|good| sequence(&[unsigned(&good.r), zero()])),
            "s is zero.",
        ),
        (
            "ecdsa-both-order",
            Box::new(|_| sequence(&[n(), n()])),
            "r and s are n, which is zero modulo n.",
        ),
        (
            "ecdsa-r-order",
            Box::new(|good| sequence(&[n(), unsigned(&good.s)])),
            "r is n.",
        ),
        (
            "ecdsa-s-order",
            Box::new(|good| sequence(&[unsigned(&good.r), n()])),
            "s is n.",
        ),
        (
            "ecdsa-r-beyond-order",
            Box::new(|good| sequence(&[beyond(&good.r), unsigned(&good.s)])),
            "n was added to a good r.",
        ),
        (
            "ecdsa-s-beyond-order",
            Box::new(|good| sequence(&[unsigned(&good.r), beyond(&good.s)])),
            "n was added to a good s.",
        ),
        (
            "ecdsa-both-one",
            Box::new(|_| sequence(&[integer(1), integer(1)])),
            "r and s are one.",
        ),
        (
            "ecdsa-huge",
            Box::new(|good| sequence(&[unsigned(&[0x7f; 4096]), unsigned(&good.s)])),
            "r has 4096 octets.",
        ),
    ];
    for (name, change, reason) in cases {
        let info = with_signature(signer, Hash::Sha256, |octets| {
            change(&signer.key.ecdsa(Hash::Sha256, octets))
        });
        scene.save(name, signer, info, reason, RANGE, passed(signer).forged())?;
    }
    Ok(())
}

/// A good signature whose r has its top bit set: without the sign octet it is negative.
fn with_sign_octet(scene: &Scene<'_>) -> (SignerInfo, Scalars) {
    let fixed = [
        content_type(id::ID_DATA),
        message_digest(&Hash::Sha256.of(CONTENT)),
    ];
    let candidates = (0..=u8::MAX).map(|counter| {
        let list = [&fixed[..], &[unknown(&counter.to_string())]].concat();
        let scalars = scene.ec.key.ecdsa(Hash::Sha256, &signed_octets(&list));
        (SignerInfo::over(&scene.ec, Hash::Sha256, &list), scalars)
    });
    let mut fitting = candidates.filter(|(_, scalars)| scalars.r[0] >= 0x80);
    fitting.next().expect("half of all signatures fit")
}

fn encodings(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.ec;
    let (good, scalars) = with_sign_octet(scene);
    let [r, s] = [unsigned(&scalars.r), unsigned(&scalars.s)];
    let value = sequence(&[r.clone(), s.clone()]);
    let padded = |element: &[u8]| integer_octets(&[&[0], content_of(element)].concat());
    let cases = [
        (
            "ecdsa-r-negative",
            ecdsa_value(&scalars.r, content_of(&s)),
            "r lacks its sign octet and is negative.",
        ),
        (
            "ecdsa-r-padded",
            sequence(&[padded(&r), s.clone()]),
            "r has a zero octet too many.",
        ),
        (
            "ecdsa-s-padded",
            sequence(&[r.clone(), padded(&s)]),
            "s has a zero octet too many.",
        ),
        (
            "ecdsa-long-length",
            long_length(0x30, content_of(&value)),
            "The SEQUENCE has a length of four octets.",
        ),
        (
            "ecdsa-indefinite-length",
            indefinite(0x30, content_of(&value)),
            "The SEQUENCE has an indefinite length.",
        ),
        (
            "ecdsa-trailing-octet",
            [&value[..], &[0]].concat(),
            "An octet follows the SEQUENCE.",
        ),
        (
            "ecdsa-third-integer",
            sequence(&[r.clone(), s.clone(), integer(0)]),
            "A third INTEGER is in the SEQUENCE.",
        ),
        (
            "ecdsa-r-only",
            sequence(std::slice::from_ref(&r)),
            "s is missing.",
        ),
        (
            "ecdsa-swapped",
            sequence(&[s, r]),
            "r and s have changed places.",
        ),
        (
            "ecdsa-set",
            [&[0x31], &value[1..]].concat(),
            "r and s are in a SET.",
        ),
        (
            "ecdsa-truncated",
            value[..value.len() - 1].to_vec(),
            "The last octet is missing.",
        ),
        (
            "ecdsa-raw",
            [scalars.r, scalars.s].concat(),
            "r and s are joined without DER, as in IEEE P1363.",
        ),
        ("ecdsa-empty", Vec::new(), "The signature is empty."),
    ];
    let reason = "A good signature whose r has a sign octet.";
    scene.save(
        "ecdsa-r-with-sign-octet",
        signer,
        good.clone(),
        reason,
        ENCODING,
        passed(signer),
    )?;
    for (name, signature, reason) in cases {
        scene.save(
            name,
            signer,
            good.clone().signed(signature),
            reason,
            ENCODING,
            passed(signer).forged(),
        )?;
    }
    Ok(())
}

fn twins(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.ec;
    let source = "SEC 1 4.1.4: (r, s) and (r, n - s) both verify, and CMS asks for neither";
    for (name, high, reason) in [
        (
            "ecdsa-s-high",
            true,
            "s is in the upper half of its range, which is as good.",
        ),
        ("ecdsa-s-low", false, "s is in the lower half of its range."),
    ] {
        let info = with_signature(signer, Hash::Sha256, |octets| {
            let good = signer.key.ecdsa(Hash::Sha256, octets);
            let twin = difference(&P256_ORDER, &good.s);
            let s = if (good.s > twin) == high {
                good.s
            } else {
                twin
            };
            sequence(&[unsigned(&good.r), unsigned(&s)])
        });
        scene.save(name, signer, info, reason, source, passed(signer))?;
    }
    Ok(())
}
