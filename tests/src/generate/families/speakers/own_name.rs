//! A distribution point whose cRLIssuer is the certificate's own issuer names nobody else: only those
//! speak who may sign the issuer's CRLs.

use super::crl_key_by;
use crate::generate::authority::Signer;
use crate::generate::certificate::key_usage;
use crate::generate::crl::{Crl, clean};
use crate::generate::distribution::Scope;
use crate::generate::families::scene::{Made, Outcome, Scene, crls_by, document, for_crls, made};
use crate::generate::hierarchy::ca_name;
use crate::generate::key::Key;
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 5280 4.2.1.13 and 6.3.3 (b), (f): cRLIssuer is for somebody else than the certificate's issuer; who signs under the issuer's own name is certified by it or above it";

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, OtherKey};
    let all: &[Made] = &[
        (
            "own-name-named-own-key",
            Good,
            |it, outcome| own_key(it, outcome, false),
            "The certificate's distribution point names its own issuer as cRLIssuer, and the issuing key signs the CRL.",
        ),
        (
            "own-name-named-own-key-indirect",
            Good,
            |it, outcome| own_key(it, outcome, true),
            "The same, and the CRL is indirect.",
        ),
        (
            "own-name-named-key-by-the-root",
            OtherKey,
            |it, outcome| {
                let other = crl_key_by(&it.root, |it| it);
                let crl = listed(it, true).sign(&other.key);
                it.about(&signer(it), outcome, &[crl])
                    .intermediate(&other.certificate)
            },
            "The same indirect CRL is under a key that the root certified in the CA's name.",
        ),
        (
            "own-name-named-key-by-a-sibling",
            Open,
            |it, outcome| by_sibling(it, outcome, false, false),
            "A sibling of the CA certified a key in the CA's name, which signs a CRL that is not indirect.",
        ),
        (
            "own-name-named-key-by-a-sibling-indirect",
            Open,
            |it, outcome| by_sibling(it, outcome, true, false),
            "The same CRL is indirect: the distribution point names the CA, not whoever has its name.",
        ),
        (
            "own-name-named-key-by-a-sibling-in-the-document",
            Open,
            |it, outcome| by_sibling(it, outcome, true, true),
            "The same, and the document brings the CRL and the certificates.",
        ),
        (
            "another-name-named-key-by-a-sibling-indirect",
            Good,
            |it, outcome| {
                let name = ca_name("Test CRL issuer");
                let signer = it.middle.signer_as(crls_by(&name));
                let sibling = it.root.ca("Test sibling CA");
                let other = sibling.ca_as("Test CRL issuer", &Key::ec(), for_crls);
                let crl = Crl::new(&name).scope(&Scope::indirect()).sign(&other.key);
                it.about(&signer, outcome, &[crl, clean(&sibling)])
                    .intermediate(&sibling.certificate)
                    .intermediate(&other.certificate)
            },
            "The distribution point names somebody else, whom a sibling of the CA certified: whoever has that name under the anchor speaks.",
        ),
    ];
    made(family, SOURCE, all)
}

/// A signer whose certificate names its own issuer as cRLIssuer.
fn signer(scene: &Scene<'_>) -> Signer {
    scene.middle.signer_as(crls_by(&scene.middle.name))
}

fn listed(scene: &Scene<'_>, is_indirect: bool) -> Crl {
    let crl = scene.crl().number(1);
    if is_indirect {
        crl.scope(&Scope::indirect())
    } else {
        crl
    }
}

fn own_key(scene: &Scene<'_>, outcome: Outcome, is_indirect: bool) -> Vector {
    let crl = scene.sign(&listed(scene, is_indirect));
    scene.about(&signer(scene), outcome, &[crl])
}

/// Somebody whom a sibling of the CA certified in the CA's name signs the only CRL.
fn by_sibling(
    scene: &Scene<'_>,
    outcome: Outcome,
    is_indirect: bool,
    is_in_document: bool,
) -> Vector {
    let signer = signer(scene);
    let sibling = scene.root.ca("Test sibling CA");
    let other = crl_key_by(&sibling, |it| it.with(id::KEY_USAGE, key_usage(&[0, 6])));
    let crl = listed(scene, is_indirect).sign(&other.key);
    if !is_in_document {
        return scene
            .about(&signer, outcome, &[crl, clean(&sibling)])
            .intermediate(&sibling.certificate)
            .intermediate(&other.certificate);
    }
    let mut document = document(&signer)
        .certificate(&sibling.certificate)
        .certificate(&other.certificate);
    document.revocation_infos = vec![crl];
    let evidence = [clean(&scene.root), clean(&sibling)];
    scene.expecting(&document, outcome.of(&signer), &evidence)
}
