//! Issuers of indirect CRLs, whom the certificate names.

use crate::generate::authority::Signer;
use crate::generate::certificate::{Template, key_usage};
use crate::generate::crl::{Crl, Entry, HOLD, clean};
use crate::generate::der::utc_time;
use crate::generate::distribution::Scope;
use crate::generate::families::scene::{BEFORE, Made, Outcome, Scene, crls_by, for_crls, made};
use crate::generate::hierarchy::{Ca, ca_name};
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str =
    "RFC 5280 4.2.1.13, 5.2.5 and 6.3.3 (b) (1), (f): the cRLIssuer, under the anchor of the path";
const ISSUER: &str = "Test CRL issuer";

/// A signer whose certificate names the issuer of CRLs.
fn signer(scene: &Scene<'_>) -> Signer {
    scene.middle.signer_as(crls_by(&ca_name(ISSUER)))
}

/// Somebody of that name below the root.
fn issuer(root: &Ca, shape: impl FnOnce(Template) -> Template) -> Ca {
    root.ca_as(ISSUER, &Key::ec(), |it| shape(for_crls(it)))
}

fn crl(issuer: &Ca) -> Crl {
    Crl::new(&issuer.name).number(1).scope(&Scope::indirect())
}

/// The CA's answer about this signer.
fn said(scene: &Scene<'_>, signer: &Signer) -> Vec<u8> {
    scene.ocsp(Single::good(&scene.middle, &signer.serial))
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    under_the_anchor(family)?;
    under_another(family)?;
    holds(family)
}

fn under_the_anchor(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Made] = &[
        (
            "indirect-good",
            Good,
            |it, outcome| of(it, outcome, &issuer(&it.root, |it| it)),
            "The cRLIssuer that the certificate names is certified by the path's anchor, and asserts cRLSign.",
        ),
        (
            "indirect-without-key-usage",
            Open,
            |it, outcome| {
                of(
                    it,
                    outcome,
                    &issuer(&it.root, |it| it.without(id::KEY_USAGE)),
                )
            },
            "The cRLIssuer's certificate has no keyUsage: cRLSign must be asserted.",
        ),
        (
            "indirect-without-crl-sign",
            Open,
            |it, outcome| {
                let usage = key_usage(&[0]);
                of(
                    it,
                    outcome,
                    &issuer(&it.root, |it| it.with(id::KEY_USAGE, usage)),
                )
            },
            "The cRLIssuer's keyUsage has no cRLSign.",
        ),
        (
            "indirect-below-a-sibling",
            Good,
            |it, outcome| {
                let sibling = it.root.ca("Test sibling CA");
                let issuer = issuer(&sibling, |it| it);
                let signer = signer(it);
                let evidence = [crl(&issuer).sign(&issuer.key), clean(&sibling)];
                it.about(&signer, outcome, &evidence)
                    .intermediate(&sibling.certificate)
                    .intermediate(&issuer.certificate)
            },
            "The cRLIssuer is certified by a sibling of the CA, under the same anchor.",
        ),
        (
            "indirect-below-a-revoked-sibling",
            Open,
            |it, outcome| {
                let sibling = it.root.ca("Test sibling CA");
                let of_root = Crl::new(&it.root.name)
                    .entry(Entry::new(&sibling.serial, BEFORE))
                    .sign(&it.root.key);
                below(it, outcome, &sibling, of_root)
            },
            "The cRLIssuer is certified by a sibling of the CA, which had been revoked: its path is judged to its end.",
        ),
        (
            "indirect-below-an-expired-sibling",
            Open,
            |it, outcome| {
                let sibling = it.root.ca_as("Test sibling CA", &Key::ec(), |it| {
                    it.valid(utc_time("200101000000Z"), utc_time("260225000000Z"))
                });
                below(it, outcome, &sibling, clean(&it.root))
            },
            "The cRLIssuer is certified by a sibling of the CA, which had expired at the time asked.",
        ),
        (
            "indirect-revokes",
            Revoked,
            |it, outcome| {
                let issuer = issuer(&it.root, |it| it);
                let signer = signer(it);
                let entry = Entry::new(&signer.serial, BEFORE).issued_by(&it.middle.name);
                let evidence = [
                    crl(&issuer).entry(entry).sign(&issuer.key),
                    said(it, &signer),
                ];
                it.about(&signer, outcome, &evidence)
                    .intermediate(&issuer.certificate)
            },
            "The cRLIssuer's CRL lists the certificate, and the CA says by OCSP that it is good.",
        ),
    ];
    made(family, SOURCE, all)
}

fn of(scene: &Scene<'_>, outcome: Outcome, issuer: &Ca) -> Vector {
    scene
        .about(&signer(scene), outcome, &[crl(issuer).sign(&issuer.key)])
        .intermediate(&issuer.certificate)
}

/// The cRLIssuer is certified by a sibling of the CA; `of_root`: the root's CRL.
fn below(scene: &Scene<'_>, outcome: Outcome, sibling: &Ca, of_root: Vec<u8>) -> Vector {
    let issuer = issuer(sibling, |it| it);
    let evidence = [crl(&issuer).sign(&issuer.key), clean(sibling), of_root];
    scene
        .only(&signer(scene), outcome, &evidence)
        .intermediate(&sibling.certificate)
        .intermediate(&issuer.certificate)
}

/// The cRLIssuer is certified by another anchor of the caller.
fn under_another(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "indirect-under-another-anchor",
            Open,
            |it, outcome| {
                let root = Ca::root("Test other root CA");
                let issuer = issuer(&root, |it| it);
                let evidence = [crl(&issuer).sign(&issuer.key), clean(&root)];
                it.about(&signer(it), outcome, &evidence)
                    .trusting_too(&root.certificate)
                    .intermediate(&issuer.certificate)
            },
            "The cRLIssuer that the certificate names is certified by another anchor than the path's.",
        ),
        (
            "indirect-under-another-anchor-revokes",
            Good,
            |it, outcome| {
                let root = Ca::root("Test other root CA");
                let issuer = issuer(&root, |it| it);
                let signer = signer(it);
                let entry = Entry::new(&signer.serial, BEFORE).issued_by(&it.middle.name);
                let listing = crl(&issuer).entry(entry).sign(&issuer.key);
                it.about(
                    &signer,
                    outcome,
                    &[listing, clean(&root), said(it, &signer)],
                )
                .trusting_too(&root.certificate)
                .intermediate(&issuer.certificate)
            },
            "Under another anchor than the path's somebody of the cRLIssuer's name lists the certificate, and is a stranger here; the CA says good by OCSP.",
        ),
    ];
    made(family, SOURCE, all)
}

/// The CRL issuer's own key is the authority on its holds.
fn holds(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Revoked};
    let all: &[Made] = &[
        (
            "indirect-hold-lifted",
            Good,
            |it, outcome| {
                let issuer = issuer(&it.root, |it| it);
                let newer = crl(&issuer).times("260225000000Z", Some("260325000000Z"));
                held(it, outcome, &issuer, |_| newer.sign(&issuer.key))
            },
            "The cRLIssuer's newer CRL lacks the hold of its older one.",
        ),
        (
            "indirect-hold-not-lifted-by-the-ca",
            Revoked,
            |it, outcome| {
                let issuer = issuer(&it.root, |it| it);
                held(it, outcome, &issuer, |signer| said(it, signer))
            },
            "The cRLIssuer has the certificate on hold; a newer answer of the CA says good, which is another authority.",
        ),
        (
            "hold-not-lifted-by-the-crl-issuer",
            Revoked,
            |it, outcome| {
                let issuer = issuer(&it.root, |it| it);
                let signer = signer(it);
                let hold = Entry::new(&signer.serial, BEFORE).reason(HOLD);
                let newer = crl(&issuer).times("260225000000Z", Some("260325000000Z"));
                let evidence = [it.sign(&it.crl().entry(hold)), newer.sign(&issuer.key)];
                it.about(&signer, outcome, &evidence)
                    .intermediate(&issuer.certificate)
            },
            "The CA has the certificate on hold; the newer CRL of the cRLIssuer, another authority, does not list it.",
        ),
        (
            "indirect-good-of-its-responder",
            Outcome::Open,
            |it, outcome| {
                let issuer = issuer(&it.root, |it| it);
                let signer = signer(it);
                let single = Single::good(&issuer, &signer.serial);
                let response = Response::new(by_name(&issuer.name), single).sign(&issuer.key);
                it.about(&signer, outcome, &[response])
                    .intermediate(&issuer.certificate)
            },
            "The cRLIssuer answers by OCSP, for which nobody named it.",
        ),
    ];
    made(family, SOURCE, all)
}

/// The cRLIssuer has the signer's certificate on hold, and something else is there.
fn held(
    scene: &Scene<'_>,
    outcome: Outcome,
    issuer: &Ca,
    other: impl FnOnce(&Signer) -> Vec<u8>,
) -> Vector {
    let signer = signer(scene);
    let hold = Entry::new(&signer.serial, BEFORE)
        .reason(HOLD)
        .issued_by(&scene.middle.name);
    let evidence = [crl(issuer).entry(hold).sign(&issuer.key), other(&signer)];
    scene
        .about(&signer, outcome, &evidence)
        .intermediate(&issuer.certificate)
}
