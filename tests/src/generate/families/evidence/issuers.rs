//! Who may sign the CRLs about a certificate where there are several anchors or CRL issuers.

use super::{MIDDLE, Scene, document, for_crls, passed, with_evidence};
use crate::case::Expectation;
use crate::case::Finding;
use crate::generate::authority::Signer;
use crate::generate::constraint::directory;
use crate::generate::crl::{Crl, clean};
use crate::generate::distribution::{Point, Scope, distribution_points};
use crate::generate::hierarchy::{Ca, ca_name};
use crate::generate::key::Key;
use crate::generate::oid as id;
use crate::generate::vector::Vector;
use std::io;

const SOURCE: &str = "RFC 5280 6.3.3 (f): the CRL issuer's path must lead to the same anchor";
const ISSUER: &str = "Test CRL issuer";

/// `cRLDistributionPoints` that name somebody's CRL.
fn issued_by(name: &[u8]) -> Vec<u8> {
    distribution_points(&[Point::default().issued_by(directory(name))])
}

/// A signer whose certificate names another one's CRL.
fn signer(scene: &Scene<'_>, issuer: &Ca) -> Signer {
    let points = issued_by(&issuer.name);
    scene
        .middle
        .signer_as(|it| it.with(id::CRL_DISTRIBUTION_POINTS, points))
}

fn indirect(issuer: &Ca) -> Vec<u8> {
    Crl::new(&issuer.name)
        .scope(&Scope::indirect())
        .sign(&issuer.key)
}

/// A case with the root's CRL, and with the CA's certificate beside another one.
fn case(
    scene: &Scene<'_>,
    name: &str,
    signer: &Signer,
    outcome: fn(Expectation) -> Expectation,
    evidence: &[Vec<u8>],
    other: &Ca,
) -> Vector {
    let expect = outcome(passed(signer));
    scene
        .about(name, &document(signer), expect, evidence)
        .shared_intermediate("../intermediate.der")
        .intermediate(&other.certificate)
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let open = Expectation::try_later;
    let issuer = scene.root.ca_as(ISSUER, &Key::ec(), for_crls);
    let named = signer(scene, &issuer);
    let evidence = [indirect(&issuer)];
    let vector = case(
        scene,
        "indirect-two-anchors",
        &named,
        |it| it,
        &evidence,
        &issuer,
    )
    .trust(&["../intermediate.der", "../root.der"]);
    let reason = "The CA and the root are anchors both; the CRL issuer is under the root, and so is a path of the signer's.";
    scene.save(vector, reason, SOURCE)?;

    let other_root = Ca::root("Another root CA");
    let stranger = other_root.ca_as(ISSUER, &Key::ec(), for_crls);
    let named = signer(scene, &stranger);
    let evidence = [indirect(&stranger), clean(&other_root)];
    let name = "indirect-under-another-anchor";
    let vector =
        case(scene, name, &named, open, &evidence, &stranger).trusting_too(&other_root.certificate);
    let reason =
        "The CRL issuer that the certificate names is under another anchor than the signer.";
    scene.save(vector, reason, SOURCE)?;

    // Its CRL is about its own certificate as well, which names Nobody's and not its own.
    let circular = scene.middle.ca_as(MIDDLE, &Key::ec(), |it| {
        let points = issued_by(&ca_name("Nobody"));
        for_crls(it).with(id::CRL_DISTRIBUTION_POINTS, points)
    });
    let evidence = [clean(&circular)];
    let name = "vouches-for-itself-naming-another";
    let vector = case(scene, name, &scene.signer, open, &evidence, &circular);
    let reason = "The CA certified the key that signs its CRLs itself; its certificate names some third party as CRL issuer, so that its own CRL does not say that it was not revoked.";
    scene.save(vector, reason, "RFC 5280 4.2.1.13 and 6.3.3 (f)")?;

    let namesake = Ca::root("Test root CA");
    let vector = Vector::new(
        "crl-of-an-anchors-namesake",
        document(&scene.signer).encode(),
        "",
        "",
        passed(&scene.signer).finding(Finding::EvidenceUnderAnotherKey),
    )
    .trust(&["../root.der"])
    .trusting_too(&namesake.certificate)
    .shared_intermediate("../intermediate.der");
    let vector = with_evidence(vector, &[clean(&scene.middle), clean(&namesake)]);
    let reason = "The root's CRL is missing; there is one of another anchor of the root's name, which the caller trusts under that name.";
    scene.save(vector, reason, SOURCE)
}
