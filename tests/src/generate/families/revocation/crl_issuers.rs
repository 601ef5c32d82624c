//! CAs that sign CRLs with another key than certificates.

use super::{Outcome, Scene, Shape, only_with};
use crate::generate::algorithm::Hash;
use crate::generate::certificate::{Template, extension, key_usage};
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::der::utc_time;
use crate::generate::hierarchy::{Ca, usual};
use crate::generate::key::Key;
use crate::generate::oid as id;
use std::io;

const SOURCE: &str = "RFC 5280 6.3.3 (f): the CRL issuer's path must lead to the same anchor";

/// Extensions of a certificate that signs CRLs and issues no certificates.
pub(super) fn for_crls(template: Template) -> Template {
    template
        .without(id::BASIC_CONSTRAINTS)
        .with(id::KEY_USAGE, key_usage(&[6]))
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Open, OtherKey};
    let rows: [(&str, Outcome, Shape, &str); 6] = [
        (
            "separate-good",
            OtherKey,
            usual,
            "is for CRLs and from the root.",
        ),
        (
            "separate-without-crl-sign",
            Open,
            |it| it.with(id::KEY_USAGE, key_usage(&[5])),
            "is not for CRLs.",
        ),
        (
            "separate-without-key-usage",
            Open,
            |it| it.without(id::KEY_USAGE),
            "has no keyUsage: another key of the issuer's name must be one for CRLs expressly.",
        ),
        (
            "separate-expired",
            Open,
            |it| it.valid(utc_time("200101000000Z"), utc_time("260201000000Z")),
            "had expired at the time asked.",
        ),
        (
            "separate-unknown-critical",
            Open,
            |it| {
                let unknown = extension(id::UNKNOWN, true, &[5, 0]);
                it.with(id::UNKNOWN, unknown)
            },
            "has an unknown critical extension.",
        ),
        (
            "separate-sha1",
            Open,
            |mut it| {
                it.hash = Hash::Sha1;
                it
            },
            "is signed with SHA-1.",
        ),
    ];
    for (name, outcome, shape, what) in rows {
        let separate = separate(&scene.root, |it| shape(for_crls(it)));
        let vector = scene
            .about(name, &scene.signer, outcome, &[clean(&separate)])
            .intermediate(&separate.certificate);
        let reason = format!("The CA signs its CRLs with another key, whose certificate {what}");
        scene.save(vector, &reason, SOURCE)?;
    }
    status(scene)?;
    paths(scene)
}

/// A certificate in the CA's name for another key.
fn separate(issuer: &Ca, shape: impl FnOnce(Template) -> Template) -> Ca {
    issuer.ca_as("Test intermediate CA", &Key::ec(), shape)
}

fn status(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Open, Revoked};
    let separate = separate(&scene.root, for_crls);
    let listing = |date| {
        Crl::new(&scene.root.name)
            .number(2)
            .entry(Entry::new(&separate.serial, date))
            .sign(&scene.root.key)
    };
    let revoked = Crl::new(&separate.name)
        .entry(Entry::new(&scene.signer.serial, "260220000000Z"))
        .sign(&separate.key);
    for (name, outcome, evidence, reason) in [
        (
            "separate-revoked",
            Open,
            vec![clean(&separate), listing("260220000000Z")],
            "The certificate of the key that signs the CA's CRLs had been revoked.",
        ),
        (
            "separate-lists-signer",
            Revoked,
            vec![revoked.clone(), scene.root_crl.clone()],
            "The CRL that the CA signed with its other key lists the certificate.",
        ),
        (
            "separate-revoked-lists-signer",
            Revoked,
            vec![revoked, listing("260220000000Z")],
            "The certificate of the key that signed the CRL was revoked after the CRL was made: it was valid then, and what it says to be revoked is.",
        ),
    ] {
        let vector =
            only_with(name, &scene.signer, outcome, &evidence).intermediate(&separate.certificate);
        scene.save(vector, reason, SOURCE)?;
    }
    Ok(())
}

fn paths(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::Open;
    let other_root = Ca::root("Another root CA");
    let stranger = separate(&other_root, for_crls);
    let own = Ca::root_as("Test intermediate CA", &Key::ec(), for_crls);
    for (name, ca, reason) in [
        (
            "separate-without-path",
            &stranger,
            "The certificate of the key that signs the CRLs is from a root that nobody trusts.",
        ),
        (
            "separate-self-signed",
            &own,
            "The certificate of the key that signs the CRLs is signed with that key itself.",
        ),
    ] {
        let vector = scene
            .about(name, &scene.signer, Open, &[clean(ca)])
            .intermediate(&ca.certificate);
        scene.save(vector, reason, SOURCE)?;
    }
    let vector = scene
        .about(
            "separate-under-another-anchor",
            &scene.signer,
            Open,
            &[clean(&stranger), clean(&other_root)],
        )
        .intermediate(&stranger.certificate)
        .trusting_too(&other_root.certificate);
    let reason =
        "The certificate of the key that signs the CRLs is from another anchor than the signer's.";
    scene.save(vector, reason, SOURCE)?;
    let vector = scene.about(
        "separate-missing",
        &scene.signer,
        Open,
        &[clean(&separate(&scene.root, for_crls))],
    );
    scene.save(
        vector,
        "The certificate of the key that signs the CRLs is missing.",
        SOURCE,
    )?;
    // The CRL that this certificate signs gives its own status too.
    let circular = separate(&scene.middle, for_crls);
    let vector = scene
        .about(
            "separate-vouches-for-itself",
            &scene.signer,
            Open,
            &[clean(&circular)],
        )
        .intermediate(&circular.certificate);
    let reason = "The CA certified the key that signs its CRLs itself, so that only that key's CRL says whether it was revoked.";
    scene.save(vector, reason, SOURCE)
}
