//! What is just allowed, and one more; and hierarchies in which there is no end of paths.

use super::{Outcome, Scene, about, document, passed};
use crate::generate::authority::Signer;
use crate::generate::constraint::path_length;
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::der::utc_time;
use crate::generate::hierarchy::{Ca, usual};
use crate::generate::key::Key;
use crate::generate::oid as id;
use crate::generate::vector::Vector;
use std::io;

const SOURCE: &str =
    "RFC 5280 6.1; RFC 4158 2.4.2; Go CVE-2018-16875: building paths takes bounded work";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    rows(scene)?;
    meshes(scene)?;
    one_name_and_key(scene)?;
    expired_copies(scene)?;
    revoked_copies(scene)
}

/// A document that brings all these certificates.
fn bringing(name: &str, signer: &Signer, all: &[Ca], outcome: Outcome) -> Vector {
    let document = all.iter().fold(document(signer), |document, ca| {
        document.certificate(&ca.certificate)
    });
    about(name, &document, outcome.of(signer))
}

/// CAs one below the other.
fn rows(scene: &Scene<'_>) -> io::Result<()> {
    let mut row = vec![scene.middle.clone()];
    for number in 2..=18 {
        let next = row[row.len() - 1].ca(&format!("Test CA {number}"));
        row.push(next);
    }
    for (length, outcome) in [
        (16, Outcome::Passes),
        (17, Outcome::Open),
        (18, Outcome::Open),
    ] {
        let signer = row[length - 1].signer();
        let what = if length == 16 {
            "as many as are allowed."
        } else {
            "and 16 are allowed."
        };
        scene.save(
            bringing(
                &format!("row-of-{length}"),
                &signer,
                &row[..length],
                outcome,
            ),
            &format!("{length} CAs stand between signer and root, {what}"),
            SOURCE,
        )?;
    }
    Ok(())
}

/// CAs each of which certifies each other.
fn meshes(scene: &Scene<'_>) -> io::Result<()> {
    let names: Vec<String> = (0..7)
        .map(|number| format!("Test mesh CA {number}"))
        .collect();
    let all: Vec<Ca> = names.iter().map(|name| Ca::root(name)).collect();
    let mut mesh = Vec::new();
    for issuer in &all {
        for (name, subject) in names.iter().zip(&all) {
            if issuer.name != subject.name {
                mesh.push(issuer.ca_as(name, &subject.key, usual));
            }
        }
    }
    let signer = all[0].signer();
    scene.save(
        bringing("mesh-without-anchor", &signer, &mesh, Outcome::NoChain),
        "Seven CAs certify each other, and the root none of them.",
        SOURCE,
    )?;
    let last = scene.root.ca_as(&names[6], &all[6].key, usual);
    scene.save(
        bringing("mesh", &signer, &mesh, Outcome::Passes).intermediate(&last.certificate),
        "Seven CAs certify each other, and the root one of them.",
        SOURCE,
    )?;
    let strict = scene.root.ca_as(&names[6], &all[6].key, |it| {
        it.with(id::BASIC_CONSTRAINTS, path_length(0))
    });
    scene.save(
        bringing("mesh-of-broken-paths", &signer, &mesh, Outcome::Open)
            .intermediate(&strict.certificate),
        "Seven CAs certify each other, so that 326 paths lead to the root, and all that are tried break a rule.",
        SOURCE,
    )
}

/// Certificates of one name and key, issued by that name and key. Ed25519 makes them of one length,
/// so that they sort by their serial numbers.
fn one_name_and_key(scene: &Scene<'_>) -> io::Result<()> {
    const NAME: &str = "Test many CA";
    let key = Key::ed25519();
    let numbered = |issuer: &Ca, number: u8| {
        issuer.ca_as(NAME, &key, |mut it| {
            it.serial = vec![0x40, number];
            it
        })
    };
    let own = numbered(&scene.root, 0);
    let many: Vec<Ca> = (1..=31).map(|number| numbered(&own, number)).collect();
    let signer = own.signer();
    scene.save(
        bringing("one-name-and-key", &signer, &many, Outcome::NoChain),
        "31 certificates are of one CA and its one key, issued by itself, and the root issued none.",
        SOURCE,
    )?;
    scene.save(
        bringing("one-name-and-key-anchored", &signer, &many, Outcome::Passes)
            .intermediate(&own.certificate),
        "32 certificates are of one CA and its one key, and the root issued one of them.",
        SOURCE,
    )?;
    let more = numbered(&own, 32);
    let twins: Vec<Ca> = many.iter().cloned().chain([more]).collect();
    let vector = bringing(
        "one-name-and-key-too-many",
        &signer,
        &twins,
        Outcome::NoChain,
    );
    scene.save(
        vector.intermediate(&numbered(&own, 33).certificate),
        "33 certificates have the issuer's name and key, more than are tried at once. All are tried, and none leads to the root.",
        SOURCE,
    )
}

/// Certificates of one CA that have expired, of which each makes a path. Where not all paths are tried a
/// good one may be left out, so that none of these decides.
fn expired_copies(scene: &Scene<'_>) -> io::Result<()> {
    const NAME: &str = "Test CA of many years";
    let key = Key::ed25519();
    let numbered = |number: u8| {
        scene.root.ca_as(NAME, &key, |it| {
            let mut it = it.valid(utc_time("200101000000Z"), utc_time("210101000000Z"));
            it.serial = vec![0x41, number];
            it
        })
    };
    let copies: Vec<Ca> = (1..=70).map(numbered).collect();
    let good = scene.root.ca_as(NAME, &key, |it| it);
    let signer = good.signer();
    let expired = |name: &str, all: &[Ca]| {
        let document = all.iter().fold(document(&signer), |document, ca| {
            document.certificate(&ca.certificate)
        });
        about(name, &document, passed(&signer).expired())
    };
    scene.save(
        expired("expired-copies-40", &copies[..40]),
        "40 certificates of the issuer have expired, and all paths are tried.",
        SOURCE,
    )?;
    scene.save(
        bringing("expired-copies-70", &signer, &copies, Outcome::Open),
        "70 certificates of the issuer have expired, and not all paths are tried.",
        SOURCE,
    )
}

/// The same of certificates that the root has revoked.
fn revoked_copies(scene: &Scene<'_>) -> io::Result<()> {
    const NAME: &str = "Test CA revoked many times";
    let key = Key::ed25519();
    let copies: Vec<Ca> = (1..=70)
        .map(|number| {
            scene.root.ca_as(NAME, &key, |mut it| {
                it.serial = vec![0x42, number];
                it
            })
        })
        .collect();
    let signer = copies[0].signer();
    let revoked = (1..=70).map(|number| Entry::new(&[0x42, number], "260210000000Z"));
    let list = revoked.fold(Crl::new(&scene.root.name).number(1), Crl::entry);
    let judged = |vector: Vector| {
        let vector = vector.evidence(&list.sign(&scene.root.key));
        vector.evidence(&clean(&copies[0])).require_revocation()
    };
    let document = copies[..40].iter().fold(document(&signer), |document, ca| {
        document.certificate(&ca.certificate)
    });
    scene.save(
        judged(about(
            "revoked-copies-40",
            &document,
            passed(&signer).revoked(),
        )),
        "40 certificates of the issuer were revoked, and all paths are tried.",
        SOURCE,
    )?;
    scene.save(
        judged(bringing(
            "revoked-copies-70",
            &signer,
            &copies,
            Outcome::Open,
        )),
        "70 certificates of the issuer were revoked, and not all paths are tried.",
        SOURCE,
    )
}
