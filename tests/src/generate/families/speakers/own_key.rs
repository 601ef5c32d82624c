//! The key that issued the certificate.

use crate::generate::certificate::key_usage;
use crate::generate::crl::{Crl, clean};
use crate::generate::distribution::Scope;
use crate::generate::families::scene::{MIDDLE, Made, Outcome, Scene, crls_by, made};
use crate::generate::hierarchy::{Ca, ca_name};
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str =
    "RFC 5280 6.3.3 (b) (1) and (f), 4.2.1.3: the issuer, with cRLSign where there is a keyUsage";

pub(super) fn make(family: &Family) -> io::Result<()> {
    names(family)?;
    usages(family)
}

/// The name of the CRL's issuer, where the key is the right one.
fn names(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Made] = &[
        (
            "own-key-own-name",
            Good,
            |it, outcome| it.vector(outcome, &[clean(&it.middle)]),
            "The CRL has the name and the key of the certificate's issuer.",
        ),
        (
            "own-key-another-name",
            Open,
            |it, outcome| {
                let renamed = it.root.ca_as("Test renamed CA", &it.middle.key, |it| it);
                it.vector(outcome, &[clean(&renamed)])
                    .intermediate(&renamed.certificate)
            },
            "The CRL is signed with the issuer's key in another name, which the root certified too and the certificate does not name.",
        ),
        (
            "own-key-name-of-the-point",
            Good,
            |it, outcome| named_by_the_point(it, outcome, &Scope::indirect()),
            "The CRL is signed with the issuer's key in the name that the certificate's distribution point has as cRLIssuer.",
        ),
        (
            "own-key-name-of-the-point-direct",
            Open,
            |it, outcome| named_by_the_point(it, outcome, &Scope::default()),
            "The same, but the CRL does not say that it is indirect, as one of another name than the issuer's must.",
        ),
        (
            "own-key-another-name-revokes-beside-good",
            Good,
            |it, outcome| {
                let crl = Crl::new(&ca_name("Test renamed CA")).entry(it.entry());
                it.vector(outcome, &[clean(&it.middle), it.sign(&crl)])
            },
            "A CRL in another name has the serial number, of which that name's owner gave out its own.",
        ),
        (
            "own-key-own-name-revokes",
            Revoked,
            |it, outcome| it.vector(outcome, &[it.sign(&it.crl().entry(it.entry()))]),
            "The CRL has the name and the key of the certificate's issuer, and lists the certificate.",
        ),
    ];
    made(family, SOURCE, all)
}

fn named_by_the_point(scene: &Scene<'_>, outcome: Outcome, scope: &Scope) -> Vector {
    let name = ca_name("Test CRL issuer");
    let signer = scene.middle.signer_as(crls_by(&name));
    let crl = Crl::new(&name).scope(scope);
    scene.about(&signer, outcome, &[scene.sign(&crl)])
}

/// cRLSign of the issuer's certificate, an anchor's too.
fn usages(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "ca-without-crl-sign",
            Open,
            |it, outcome| below_ca(it, outcome, Some(&[5]), clean),
            "The CA's keyUsage has no cRLSign.",
        ),
        (
            "ca-without-key-usage",
            Good,
            |it, outcome| below_ca(it, outcome, None, clean),
            "The CA's certificate has no keyUsage, which allows every use.",
        ),
        (
            "ca-without-crl-sign-by-ocsp",
            Good,
            |it, outcome| {
                let ca = of_usage(&it.root, Some(&[5]));
                let signer = ca.signer();
                let single = Single::good(&ca, &signer.serial);
                let response = Response::new(by_name(&ca.name), single).sign(&ca.key);
                it.about(&signer, outcome, &[response])
                    .intermediate(&ca.certificate)
            },
            "The CA's keyUsage has no cRLSign, which is for CRLs; it answers by OCSP.",
        ),
        (
            "anchor-without-crl-sign",
            Open,
            |it, outcome| below_anchor(it, outcome, Some(&[5])),
            "The keyUsage of the certificate that the anchor came in has no cRLSign.",
        ),
        (
            "anchor-without-key-usage",
            Good,
            |it, outcome| below_anchor(it, outcome, None),
            "The certificate that the anchor came in has no keyUsage, as KISA's root.",
        ),
        (
            "anchor-with-crl-sign",
            Good,
            |it, outcome| below_anchor(it, outcome, Some(&[5, 6])),
            "The keyUsage of the certificate that the anchor came in has cRLSign.",
        ),
    ];
    made(family, SOURCE, all)
}

fn of_usage(root: &Ca, bits: Option<&[u8]>) -> Ca {
    root.ca_as("Test other CA", &Key::ec(), |it| match bits {
        Some(bits) => it.with(id::KEY_USAGE, key_usage(bits)),
        None => it.without(id::KEY_USAGE),
    })
}

fn below_ca(
    scene: &Scene<'_>,
    outcome: Outcome,
    bits: Option<&[u8]>,
    evidence: fn(&Ca) -> Vec<u8>,
) -> Vector {
    let ca = of_usage(&scene.root, bits);
    scene
        .about(&ca.signer(), outcome, &[evidence(&ca)])
        .intermediate(&ca.certificate)
}

/// A signer below a CA below an anchor of that keyUsage.
fn below_anchor(scene: &Scene<'_>, outcome: Outcome, bits: Option<&[u8]>) -> Vector {
    let root = Ca::root_as("Test other root CA", &Key::ec(), |it| match bits {
        Some(bits) => it.with(id::KEY_USAGE, key_usage(bits)),
        None => it.without(id::KEY_USAGE),
    });
    let middle = root.ca(MIDDLE);
    scene
        .only(&middle.signer(), outcome, &[clean(&middle), clean(&root)])
        .trusting(&root.certificate)
        .intermediate(&middle.certificate)
}
