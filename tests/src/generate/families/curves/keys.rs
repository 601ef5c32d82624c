//! Points in other forms, on other curves, or on no curve.

use super::{CONTENT, Scene, passed, usual_hash};
use crate::generate::authority::Signer;
use crate::generate::certificate::serial_of;
use crate::generate::der::{bit_string, oid, sequence};
use crate::generate::key::{Curve, Key};
use crate::generate::message::SignerInfo;
use crate::generate::oid::ID_EC_PUBLIC_KEY;
use std::io;

const FORMS: &str =
    "SEC 1 2.3.3 and 3.2.2, RFC 5480 2.2: the uncompressed form must be read, others may be";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    for curve in [Curve::P256, Curve::P384, Curve::P521] {
        forms(scene, curve)?;
    }
    other_curves(scene)
}

fn spki(curve: Curve, point: &[u8]) -> Vec<u8> {
    sequence(&[
        sequence(&[oid(ID_EC_PUBLIC_KEY), oid(curve.oid())]),
        bit_string(point),
    ])
}

/// A signer of `key` whose certificate has another key field.
fn holding(scene: &Scene<'_>, key: &Key, spki: Vec<u8>) -> Signer {
    scene
        .ca
        .certify_as(key, &serial_of(20, false), |template| template.spki(spki))
}

fn forms(scene: &Scene<'_>, curve: Curve) -> io::Result<()> {
    let key = Key::on(curve);
    let Key::Ec(inner) = &key else {
        unreachable!("the key is on a curve")
    };
    let point = inner.point(false);
    let last = point.len() - 1;
    let mut hybrid = point.clone();
    hybrid[0] = 6 | (point[last] & 1);
    let mut off_curve = point.clone();
    off_curve[last] ^= 1;
    let mut zeros = vec![0; point.len()];
    zeros[0] = 4;
    let mut above_prime = point.clone();
    above_prime[1..=last / 2].fill(0xff);
    for (name, octets, reason) in [
        (
            "compressed",
            inner.point(true),
            "The public key is a compressed point, which is not read.",
        ),
        (
            "hybrid",
            hybrid,
            "The public key is a point in hybrid form.",
        ),
        (
            "off-curve",
            off_curve,
            "The public key is no point of the curve.",
        ),
        (
            "infinity",
            vec![0],
            "The public key is the point at infinity.",
        ),
        (
            "coordinates-zero",
            zeros,
            "Both coordinates are zero, which is no point of the curve.",
        ),
        (
            "coordinate-above-prime",
            above_prime,
            "x is all ones, which is above the prime.",
        ),
        (
            "short",
            point[..last].to_vec(),
            "The public key lacks its last octet.",
        ),
    ] {
        let signer = holding(scene, &key, spki(curve, &octets));
        let info = SignerInfo::attributes(&signer, usual_hash(curve), CONTENT);
        let name = format!("{}-point-{name}", curve.word());
        scene.save(
            &name,
            &signer,
            info,
            reason,
            FORMS,
            passed(&signer).unsupported(),
        )?;
    }
    Ok(())
}

fn other_curves(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5480 2.1.1: the key is on the curve that is named";
    let all = [Curve::P256, Curve::P384, Curve::P521];
    let pairs = all
        .iter()
        .flat_map(|&real| all.iter().map(move |&named| (real, named)));
    for (real, named) in pairs.filter(|(real, named)| real != named) {
        let key = Key::on(real);
        let signer = holding(scene, &key, spki(named, &key.point()));
        let info = SignerInfo::attributes(&signer, usual_hash(real), CONTENT);
        let name = format!("{}-key-called-{}", real.word(), named.word());
        let reason = "The certificate names another curve than the one that its key is on.";
        scene.save(
            &name,
            &signer,
            info,
            reason,
            source,
            passed(&signer).unsupported(),
        )?;
    }
    for (curve, signer) in &scene.signers {
        for other in all.into_iter().filter(|other| other != curve) {
            let hash = usual_hash(*curve);
            let stranger = Signer {
                key: Key::on(other),
                ..signer.clone()
            };
            let info = SignerInfo::attributes(&stranger, hash, CONTENT);
            let name = format!("{}-signature-of-{}", curve.word(), other.word());
            let reason =
                "The signature was made on another curve than the certificate's key is on.";
            scene.save(&name, signer, info, reason, source, passed(signer).forged())?;
        }
    }
    Ok(())
}
