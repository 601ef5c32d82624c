//! CAs that were revoked, and CAs that must not sign CRLs.

use super::{CONTENT, Outcome, Scene, document, only_with};
use crate::generate::certificate::{key_usage, name};
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::der::printable;
use crate::generate::expected::message;
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::message::Message;
use crate::generate::oid as id;
use crate::generate::vector::Vector;
use std::io;

const SOURCE: &str = "RFC 5280 6.1.3 (a) (3): every certificate of the path";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Later, Open, Revoked};
    let own = clean(&scene.middle);
    let root = |crl: Crl| crl.number(3).sign(&scene.root.key);
    let of_root = || Crl::new(&scene.root.name);
    let listed = |date| Entry::new(&scene.middle.serial, date);
    let mut own_serial = of_root();
    own_serial = own_serial.entry(Entry::new(&scene.signer.serial, "260220000000Z"));
    for (name, outcome, evidence, reason) in [
        (
            "ca-revoked",
            Revoked,
            vec![
                own.clone(),
                root(of_root().entry(listed("260220000000Z").reason(2))),
            ],
            "The root had revoked the CA's certificate.",
        ),
        (
            "ca-revoked-later",
            Later,
            vec![
                own.clone(),
                root(of_root().entry(listed("260310000000Z").reason(2))),
            ],
            "The root revoked the CA's certificate after the time asked.",
        ),
        (
            "ca-crl-missing",
            Open,
            vec![own.clone()],
            "There is no CRL of the root, so that nothing is known of the CA's certificate.",
        ),
        (
            "ca-crl-stale",
            Open,
            vec![
                own.clone(),
                root(of_root().times("250101000000Z", Some("250201000000Z"))),
            ],
            "The root's CRL was out of date.",
        ),
        (
            "ca-and-signer-revoked",
            Revoked,
            vec![
                Crl::new(&scene.middle.name)
                    .entry(Entry::new(&scene.signer.serial, "260221000000Z"))
                    .sign(&scene.middle.key),
                root(of_root().entry(listed("260220000000Z"))),
            ],
            "The root had revoked the CA's certificate, and the CA the signer's.",
        ),
        (
            "ca-crl-lists-signer",
            Outcome::Good,
            vec![own, root(own_serial)],
            "The root's CRL lists a serial number that a certificate of the CA has: serial numbers are the issuer's own.",
        ),
        ("no-evidence", Open, vec![], "There is no evidence at all."),
    ] {
        let vector = only_with(name, &scene.signer, outcome, &evidence);
        scene.save(vector, reason, SOURCE)?;
    }
    key_usages(scene)?;
    paths(scene)?;
    below_root(scene)
}

fn key_usages(scene: &Scene<'_>) -> io::Result<()> {
    for (name, outcome, bits, reason) in [
        (
            "crl-sign-missing",
            Outcome::Open,
            Some(&[5][..]),
            "keyUsage of the CA has no cRLSign, so that its CRL proves nothing.",
        ),
        (
            "crl-sign-without-key-usage",
            Outcome::Good,
            None,
            "The CA has no keyUsage, so that every use is allowed.",
        ),
    ] {
        let ca = scene
            .root
            .ca_as("Test other CA", &Key::ec(), |it| match bits {
                Some(bits) => it.with(id::KEY_USAGE, key_usage(bits)),
                None => it.without(id::KEY_USAGE),
            });
        let signer = ca.signer();
        let vector = scene
            .about(name, &signer, outcome, &[clean(&ca)])
            .intermediate(&ca.certificate);
        scene.save(vector, reason, "RFC 5280 6.3.3 (f)")?;
    }
    Ok(())
}

/// A signer whose certificate is from the anchor itself.
fn below_root(scene: &Scene<'_>) -> io::Result<()> {
    let signer = scene.root.signer();
    let revoked = Crl::new(&scene.root.name)
        .entry(Entry::new(&signer.serial, "260220000000Z"))
        .sign(&scene.root.key);
    let expectations = [
        (
            "below-root-good",
            Outcome::Good,
            scene.root_crl.clone(),
            "The signer's certificate is from the anchor, whose CRL does not list it.",
        ),
        (
            "below-root-revoked",
            Outcome::Revoked,
            revoked,
            "The signer's certificate is from the anchor, whose CRL lists it.",
        ),
    ];
    for (name, outcome, crl, reason) in expectations {
        scene.save(only_with(name, &signer, outcome, &[crl]), reason, SOURCE)?;
    }
    let usual: Message = document(&scene.signer);
    let vector = Vector::new(
        "not-asked",
        usual.encode(),
        "",
        "",
        Outcome::Good.of(&scene.signer),
    )
    .trust(&["../root.der"])
    .shared_intermediate("../intermediate.der");
    scene.save(
        vector,
        "Revocation is not asked about, and nothing is needed.",
        SOURCE,
    )
}

/// Several paths, other anchors, and what else is wrong.
fn paths(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::Good;
    let ca = &scene.middle;
    let listing = Crl::new(&scene.root.name)
        .entry(Entry::new(&ca.serial, "260220000000Z"))
        .sign(&scene.root.key);
    let cross = scene.root.ca("Test cross CA");
    let other = cross.ca_as("Test intermediate CA", &ca.key, |it| it);
    let evidence = [clean(ca), listing, clean(&cross)];
    let vector = only_with(
        "ca-revoked-and-cross-signed",
        &scene.signer,
        Good,
        &evidence,
    )
    .intermediate(&cross.certificate)
    .intermediate(&other.certificate);
    let reason = "The root had revoked one certificate of the CA, which has another one by way of a cross CA.";
    scene.save(vector, reason, "RFC 5280 6.1: any one path will do")?;
    let vector = only_with("anchor-subordinate", &scene.signer, Good, &[clean(ca)])
        .trust(&["../intermediate.der"]);
    let reason = "The CA is the anchor itself, so that nothing need be known of its certificate.";
    scene.save(vector, reason, SOURCE)?;
    let late = |ca: &Ca, crl: Crl| {
        crl.times("280515000000Z", Some("280715000000Z"))
            .sign(&ca.key)
    };
    let revoked = Crl::new(&ca.name).entry(Entry::new(&scene.signer.serial, "260220000000Z"));
    let evidence = [
        late(ca, revoked),
        late(&scene.root, Crl::new(&scene.root.name)),
    ];
    let expect = message(&scene.signer).content(CONTENT).expired();
    let vector = Vector::new(
        "revoked-and-expired",
        document(&scene.signer).encode(),
        "",
        "",
        expect,
    )
    .trust(&["../root.der"])
    .shared_intermediate("../intermediate.der")
    .at("2028-06-01T00:00:00Z");
    let vector = evidence
        .iter()
        .fold(vector, |vector, it| vector.evidence(it));
    let reason = "The certificate had been revoked and had expired since; of equally bad ones the first check gives the name.";
    scene.save(
        vector,
        reason,
        "ETSI EN 319 102-1 5.2; the order of the checks",
    )?;
    let spelled = name(&[
        (id::COUNTRY_NAME, printable("kr")),
        (id::ORGANIZATION_NAME, printable("injang TEST ca")),
        (id::COMMON_NAME, printable("test intermediate CA")),
    ]);
    let crl = Crl::new(&spelled).number(1).sign(&ca.key);
    scene.case(
        "crl-issuer-spelled-otherwise",
        Good,
        &[crl],
        "The CRL spells the CA's name with other case and string types.",
        "RFC 5280 7.1",
    )
}
