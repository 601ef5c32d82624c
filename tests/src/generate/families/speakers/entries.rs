//! About whom an entry of a CRL or an answer is.

use crate::generate::algorithm::Hash;
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::distribution::Scope;
use crate::generate::families::scene::{BEFORE, Outcome, Row, Scene, rows};
use crate::generate::hierarchy::ca_name;
use crate::generate::key::Key;
use crate::generate::ocsp::Single;
use crate::generate::vector::Family;
use std::io;

const SOURCE: &str = "RFC 5280 5.3.3: an entry is of its certificate issuer; RFC 6960 4.1.1: CertID is of three parts";

/// An answer that says revoked about the serial number under an issuer of that name and key.
fn revoked(scene: &Scene<'_>, name: &[u8], key: &[u8]) -> Vec<u8> {
    let single = Single::about(Hash::Sha1, name, key, &scene.signer.serial);
    scene.ocsp(single.revoked("20260220000000Z", Some(1)))
}

fn own_key(scene: &Scene<'_>) -> Vec<u8> {
    scene.middle.key.key_octets()
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    answers(family)?;
    entries(family)
}

fn answers(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Row] = &[
        (
            "cert-id-fits-revokes",
            Revoked,
            |it| {
                vec![
                    clean(&it.middle),
                    revoked(it, &it.middle.name, &own_key(it)),
                ]
            },
            "The CA's answer of this name, key and serial number says revoked, its CRL does not list the certificate.",
        ),
        (
            "cert-id-of-another-name-revokes",
            Good,
            |it| {
                vec![
                    clean(&it.middle),
                    revoked(it, &ca_name("Test other CA"), &own_key(it)),
                ]
            },
            "An answer that says revoked has the name hash of another issuer: it is about another certificate.",
        ),
        (
            "cert-id-of-another-key-revokes",
            Good,
            |it| {
                let other = Key::ec().key_octets();
                vec![clean(&it.middle), revoked(it, &it.middle.name, &other)]
            },
            "An answer that says revoked has the hash of another key: it is about another certificate.",
        ),
        (
            "cert-id-of-another-name-good",
            Open,
            |it| {
                let single = Single::about(
                    Hash::Sha1,
                    &ca_name("Test other CA"),
                    &own_key(it),
                    &it.signer.serial,
                );
                vec![it.ocsp(single)]
            },
            "The only answer has the name hash of another issuer.",
        ),
        (
            "cert-id-of-another-key-good",
            Open,
            |it| {
                let other = Key::ec().key_octets();
                let single = Single::about(Hash::Sha1, &it.middle.name, &other, &it.signer.serial);
                vec![it.ocsp(single)]
            },
            "The only answer has the hash of another key.",
        ),
        (
            "unknown-and-good-in-one",
            Open,
            |it| {
                vec![
                    it.response(it.single().unknown())
                        .single(it.single())
                        .sign(&it.middle.key),
                ]
            },
            "One response says unknown and good of the certificate.",
        ),
        (
            "good-and-unknown-in-one",
            Open,
            |it| {
                vec![
                    it.response(it.single())
                        .single(it.single().unknown())
                        .sign(&it.middle.key),
                ]
            },
            "One response says good and unknown of the certificate.",
        ),
        (
            "unknown-of-another-and-good-in-one",
            Good,
            |it| {
                let mut serial = it.signer.serial.clone();
                serial[7] ^= 1;
                let other = Single::good(&it.middle, &serial).unknown();
                vec![it.response(other).single(it.single()).sign(&it.middle.key)]
            },
            "One response says unknown of another certificate and good of this one.",
        ),
        (
            "unknown-then-good",
            Good,
            |it| {
                let old = it
                    .single()
                    .times("20260220000000Z", Some("20260320000000Z"))
                    .unknown();
                let old = it.response(old).produced_at("20260220000000Z");
                vec![old.sign(&it.middle.key), it.ocsp(it.single())]
            },
            "An older response did not know the certificate, a newer one says good.",
        ),
        (
            "unknown-and-revoked-in-one",
            Revoked,
            |it| {
                let revoked = it.single().revoked("20260220000000Z", Some(1));
                vec![
                    it.response(it.single().unknown())
                        .single(revoked)
                        .sign(&it.middle.key),
                ]
            },
            "One response says unknown and revoked of the certificate: the worse counts.",
        ),
    ];
    rows(family, SOURCE, all)
}

/// Entries in the CA's own CRL, which is indirect.
fn entries(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Revoked};
    let all: &[Row] = &[
        (
            "entry-of-its-issuer",
            Revoked,
            |it| listing(it, &[it.entry()]),
            "An entry without certificateIssuer is of the CRL's issuer.",
        ),
        (
            "entry-of-another-issuer",
            Good,
            |it| listing(it, &[it.entry().issued_by(&it.root.name)]),
            "The entry's certificateIssuer is the root, which gave the same serial number to another certificate.",
        ),
        (
            "entry-behind-another-issuers",
            Good,
            |it| listing(it, &[foreign(it), it.entry()]),
            "The entry follows one of the root, whose certificateIssuer holds on.",
        ),
        (
            "entry-back-to-its-issuer",
            Revoked,
            |it| listing(it, &[foreign(it), it.entry().issued_by(&it.middle.name)]),
            "The entry names the CA again behind one of the root.",
        ),
    ];
    rows(family, SOURCE, all)
}

fn foreign(scene: &Scene<'_>) -> Entry {
    let mut serial = scene.signer.serial.clone();
    serial[7] ^= 1;
    Entry::new(&serial, BEFORE).issued_by(&scene.root.name)
}

fn listing(scene: &Scene<'_>, entries: &[Entry]) -> Vec<Vec<u8>> {
    let crl = scene.crl().number(1).scope(&Scope::indirect());
    let crl = entries.iter().cloned().fold(crl, Crl::entry);
    vec![scene.sign(&crl)]
}
