//! issuingDistributionPoint: the kinds of certificates and the reasons that a CRL covers.

use super::{Outcome, Scene, only_with};
use crate::case::Finding;
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::distribution::Scope;
use crate::generate::hierarchy::Ca;
use std::io;

const SOURCE: &str = "RFC 5280 5.2.5 and 6.3.3 (b) (2)";

/// A CRL of that scope.
fn scoped(ca: &Ca, scope: &Scope) -> Vec<u8> {
    Crl::new(&ca.name).number(1).scope(scope).sign(&ca.key)
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    kinds(scene)?;
    reasons(scene)
}

fn kinds(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Open};
    let users = Scope {
        users: true,
        ..Scope::default()
    };
    let authorities = Scope {
        authorities: true,
        ..Scope::default()
    };
    let attributes = Scope {
        attributes: true,
        ..Scope::default()
    };
    let (own, root) = (&scene.middle, &scene.root);
    for (name, outcome, of_signer, of_ca, reason) in [
        (
            "scope-empty",
            Good,
            scoped(own, &Scope::default()),
            clean(root),
            "issuingDistributionPoint is there and limits nothing.",
        ),
        (
            "scope-users",
            Good,
            scoped(own, &users),
            clean(root),
            "The CRL covers certificates of users, and the signer is one.",
        ),
        (
            "scope-authorities-of-user",
            Open,
            scoped(own, &authorities),
            clean(root),
            "The CRL covers certificates of CAs, and the signer is none.",
        ),
        (
            "scope-authorities",
            Good,
            clean(own),
            scoped(root, &authorities),
            "The root's CRL covers certificates of CAs, and the CA is one.",
        ),
        (
            "scope-users-of-authority",
            Open,
            clean(own),
            scoped(root, &users),
            "The root's CRL covers certificates of users, and the CA is none.",
        ),
        (
            "scope-attributes",
            Open,
            scoped(own, &attributes),
            clean(root),
            "The CRL covers attribute certificates, and the signer's is none.",
        ),
    ] {
        let evidence = [of_signer, of_ca];
        let mut vector = only_with(name, &scene.signer, outcome, &evidence);
        if name == "scope-empty" {
            vector = vector.finding(Finding::CrlForm);
        }
        scene.save(vector, reason, SOURCE)?;
    }
    Ok(())
}

/// onlySomeReasons, by the bits of `ReasonFlags`.
fn reasons(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let ca = &scene.middle;
    let some = scoped(ca, &Scope::some_reasons(&[1, 2]));
    let others = scoped(ca, &Scope::some_reasons(&[3, 4, 5, 6, 7, 8]));
    let all_but_one = scoped(ca, &Scope::some_reasons(&[3, 4, 5, 6, 7]));
    let revoked = Crl::new(&ca.name)
        .scope(&Scope::some_reasons(&[1, 2]))
        .entry(Entry::new(&scene.signer.serial, "260220000000Z").reason(1))
        .sign(&ca.key);
    let stale = Crl::new(&ca.name)
        .times("260101000000Z", Some("260201000000Z"))
        .scope(&Scope::some_reasons(&[3, 4, 5, 6, 7, 8]))
        .sign(&ca.key);
    let source = "RFC 5280 5.2.5 and 6.3.3 (d), (e) and (l)";
    for (name, outcome, evidence, reason) in [
        (
            "reasons-some",
            Open,
            vec![some.clone()],
            "The CRL covers some reasons, and nothing covers the others.",
        ),
        (
            "reasons-complete",
            Good,
            vec![some.clone(), others.clone()],
            "Two CRLs cover all reasons together.",
        ),
        (
            "reasons-complete-but-one",
            Open,
            vec![some.clone(), all_but_one],
            "Two CRLs cover all reasons but one together.",
        ),
        (
            "reasons-some-stale",
            Open,
            vec![some.clone(), stale],
            "Two CRLs cover all reasons together, and one of them was out of date.",
        ),
        (
            "reasons-some-revoked",
            Revoked,
            vec![revoked.clone()],
            "The CRL covers some reasons, and the certificate was revoked for one of them.",
        ),
        (
            "reasons-complete-revoked",
            Revoked,
            vec![others, revoked],
            "Two CRLs cover all reasons together, and one of them lists the certificate.",
        ),
        (
            "reasons-some-beside-all",
            Good,
            vec![some, clean(ca)],
            "One CRL covers some reasons, and another all.",
        ),
    ] {
        scene.case(name, outcome, &evidence, reason, source)?;
    }
    Ok(())
}
