//! CAs on a path whose own certificates name them as cRLIssuer: no CA on the path may give its own
//! status.

use crate::case::{Check, SignType, SubIndication, Verdict};
use crate::generate::algorithm::Hash;
use crate::generate::crl::{Crl, clean};
use crate::generate::distribution::Scope;
use crate::generate::expected::{all_passed, signer_passed};
use crate::generate::families::scene::{CONTENT, Made, Outcome, Scene, crls_by, made};
use crate::generate::hierarchy::{Ca, ca_name, usual};
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 5280 4.2.1.13 and 6.3.3 (f); PKITS 4.14.30 is about issuers of CRLs, and not about the CAs of a path";
const NAMED: &str = "Test CA that names itself";

/// A CA below the root whose certificate names it as cRLIssuer.
fn named(scene: &Scene<'_>) -> Ca {
    scene
        .root
        .ca_as(NAMED, &Key::ec(), crls_by(&ca_name(NAMED)))
}

/// Its indirect CRL, without entries.
fn own_crl(ca: &Ca) -> Vec<u8> {
    let crl = Crl::new(&ca.name).number(1).scope(&Scope::indirect());
    crl.sign(&ca.key)
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "path-ca-vouches-for-itself",
            Open,
            |it, outcome| {
                let ca = named(it);
                let signer = ca.signer_as(crls_by(&ca_name(NAMED)));
                it.only(&signer, outcome, &[own_crl(&ca)])
                    .intermediate(&ca.certificate)
            },
            "The CA's certificate and the signer's name the CA as cRLIssuer, and of the CA's certificate only its own CRL tells.",
        ),
        (
            "path-ca-vouches-for-itself-alone",
            Open,
            |it, outcome| {
                let ca = named(it);
                it.only(&ca.signer(), outcome, &[own_crl(&ca)])
                    .intermediate(&ca.certificate)
            },
            "The same, and the signer's certificate names nobody.",
        ),
        (
            "path-ca-names-itself-beside-the-root",
            Good,
            |it, outcome| {
                let ca = named(it);
                let signer = ca.signer_as(crls_by(&ca_name(NAMED)));
                it.only(&signer, outcome, &[own_crl(&ca), clean(&it.root)])
                    .intermediate(&ca.certificate)
            },
            "The CA's certificate and the signer's name the CA as cRLIssuer, and the root's CRL covers the CA's certificate.",
        ),
        (
            "path-ca-two-above-vouches-for-itself",
            Open,
            |it, outcome| two_above(it, outcome, false),
            "The signer's certificate names as cRLIssuer the upper CA of its path, which names itself; of the upper CA's certificate only its own CRL tells.",
        ),
        (
            "path-ca-two-above-beside-the-root",
            Good,
            |it, outcome| two_above(it, outcome, true),
            "The same, and the root's CRL covers the upper CA's certificate.",
        ),
        (
            "path-ca-and-crl-issuer-on-two-paths",
            Open,
            |it, outcome| on_two_paths(it, outcome, false),
            "The signer's certificate names as cRLIssuer a CA that names itself. One path does not have that CA, and nothing covers its CA; on the other one it stands, and only its own CRL covers it.",
        ),
        (
            "path-ca-and-crl-issuer-on-two-paths-beside-the-root",
            Good,
            |it, outcome| on_two_paths(it, outcome, true),
            "The same, and the root says by OCSP of the CA that names itself that it is good.",
        ),
        (
            "path-ca-and-crl-issuer-asked-last",
            Open,
            |it, _| in_both_parts(it, false),
            "The first signer's certificate names as cRLIssuer a CA that names itself, and which is not on its path; the second one's path has that CA, of which only its own CRL tells.",
        ),
        (
            "path-ca-and-crl-issuer-asked-first",
            Open,
            |it, _| in_both_parts(it, true),
            "The same with the signers in the other order.",
        ),
    ];
    made(family, SOURCE, all)
}

/// A signer below two CAs, of which the upper one names itself and covers everybody below it.
fn two_above(scene: &Scene<'_>, outcome: Outcome, beside_the_root: bool) -> Vector {
    let upper = named(scene);
    let lower = upper.ca("Test lower CA");
    let signer = lower.signer_as(crls_by(&ca_name(NAMED)));
    let mut evidence = vec![own_crl(&upper)];
    if beside_the_root {
        evidence.push(clean(&scene.root));
    }
    scene
        .only(&signer, outcome, &evidence)
        .intermediate(&upper.certificate)
        .intermediate(&lower.certificate)
}

/// A CA with a certificate of the root and one of the CA that names itself.
fn on_two_paths(scene: &Scene<'_>, outcome: Outcome, beside_the_root: bool) -> Vector {
    let upper = named(scene);
    let key = Key::ec();
    let lower = [&scene.root, &upper].map(|it| it.ca_as("Test lower CA", &key, usual));
    let signer = lower[0].signer_as(crls_by(&ca_name(NAMED)));
    let mut evidence = vec![own_crl(&upper)];
    if beside_the_root {
        let about = Single::good(&scene.root, &upper.serial);
        evidence.push(Response::new(by_name(&scene.root.name), about).sign(&scene.root.key));
    }
    scene
        .only(&signer, outcome, &evidence)
        .intermediate(&upper.certificate)
        .intermediate(&lower[0].certificate)
        .intermediate(&lower[1].certificate)
}

/// One signer of the usual CA, of whom the CA that names itself tells, and one below that CA.
fn in_both_parts(scene: &Scene<'_>, below_first: bool) -> Vector {
    let ca = named(scene);
    let beside = scene.middle.signer_as(crls_by(&ca_name(NAMED)));
    let below = ca.signer_as(crls_by(&ca_name(NAMED)));
    let signers = if below_first {
        [&below, &beside]
    } else {
        [&beside, &below]
    };
    let document = signers.into_iter().fold(Message::new(CONTENT), |it, one| {
        it.signer(one, SignerInfo::message(one, Hash::Sha256, CONTENT))
    });
    let passed = signers.map(|it| signer_passed(it, SignType::Message));
    let expect = all_passed(passed.to_vec()).content(CONTENT).signer(
        usize::from(!below_first),
        Verdict::Indeterminate,
        SubIndication::TryLater,
        Check::Revocation,
    );
    // The root's answer is about the usual CA alone.
    let about = Single::good(&scene.root, &scene.middle.serial);
    let said = Response::new(by_name(&scene.root.name), about).sign(&scene.root.key);
    scene
        .expecting(&document, expect, &[own_crl(&ca), said])
        .intermediate(&ca.certificate)
}
