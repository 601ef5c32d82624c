//! What a small budget leaves out: one signer of data has two certificates of which one leads to the
//! anchor, or there are two signers. The tests try each case with every small budget too, in which it
//! must not pass. The serial numbers decide which of the two is looked at first, so each case comes
//! both ways.

use super::crl_key_by;
use crate::case::{Check, SignType, SubIndication, Verdict};
use crate::generate::algorithm::Hash;
use crate::generate::certificate::{Template, key_usage};
use crate::generate::constraint::{alternative_names, dns, name_constraints};
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::distribution::Scope;
use crate::generate::expected::{all_passed, signer_passed};
use crate::generate::families::scene::{
    BEFORE, CONTENT, Made, Outcome, Scene, crls_by, for_crls, made,
};
use crate::generate::hierarchy::{Ca, ca_name};
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::ocsp::Single;
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str =
    "What is left out for a bound's sake may be the revocation: RFC 5280 6.3.3, fail closed";
const ISSUER: &str = "Test CRL issuer";
const SIBLING: &str = "Test sibling CA";
/// Serial numbers of the certificate that comes first and of the one that comes last.
const SERIALS: [[u8; 8]; 2] = [[0x11; 8], [0x66; 8]];

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Open, Revoked};
    let all: &[Made] = &[
        (
            "sibling-of-two-keys-revokes-by-the-first",
            Open,
            |it, outcome| of_two_keys(it, outcome, 0),
            "A sibling of the CA has two keys, with the first of which it certified one who signs CRLs in the CA's name and lists the certificate; the CA's own CRL is good.",
        ),
        (
            "sibling-of-two-keys-revokes-by-the-last",
            Open,
            |it, outcome| of_two_keys(it, outcome, 1),
            "The same with the last of the two keys.",
        ),
        (
            "indirect-of-two-paths-revokes-by-the-first",
            Revoked,
            |it, outcome| of_two_paths(it, outcome, 0),
            "The CA of the cRLIssuer has two certificates, of which the first allows it to issue; the cRLIssuer lists the certificate, and the CA says good by OCSP.",
        ),
        (
            "indirect-of-two-paths-revokes-by-the-last",
            Revoked,
            |it, outcome| of_two_paths(it, outcome, 1),
            "The same, and the last of the two certificates allows it.",
        ),
        (
            "sibling-of-two-paths-revokes-by-the-first",
            Open,
            |it, outcome| below_two_paths(it, outcome, 0),
            "A sibling of the CA has two certificates, of which the first allows it to issue, and certified one who signs CRLs in the CA's name and lists the certificate; the CA's own CRL is good.",
        ),
        (
            "sibling-of-two-paths-revokes-by-the-last",
            Open,
            |it, outcome| below_two_paths(it, outcome, 1),
            "The same, and the last of the two certificates allows it.",
        ),
        (
            "sibling-of-many-constraints-revokes",
            Open,
            of_many_constraints,
            "A sibling of the CA excludes 400 hosts, and certified one of 400 names who signs CRLs in the CA's name and lists the certificate: comparing all of them is more than the meter allows. The CA's own CRL is good.",
        ),
        (
            "signer-of-two-paths-revoked-by-the-first",
            Revoked,
            |it, outcome| revoked_on_two_paths(it, outcome, 0),
            "The signer's CA has two certificates, of which the first allows it to issue, and lists the signer's certificate.",
        ),
        (
            "signer-of-two-paths-revoked-by-the-last",
            Revoked,
            |it, outcome| revoked_on_two_paths(it, outcome, 1),
            "The same, and the last of the two certificates allows it.",
        ),
        (
            "sibling-revokes-the-second-of-two-signers",
            Open,
            |it, _| of_two_signers(it, 1),
            "The CA's own CRL is good; one under a key that a sibling certified in the CA's name lists the second of two signers.",
        ),
        (
            "sibling-revokes-the-first-of-two-signers",
            Open,
            |it, _| of_two_signers(it, 0),
            "The same with the first signer.",
        ),
        (
            "key-in-the-roots-name-revokes-beside-own",
            Revoked,
            |it, outcome| {
                let other = it.root.ca_as("Test root CA", &Key::ec(), for_crls);
                let listing = Crl::new(&it.root.name).entry(Entry::new(&it.middle.serial, BEFORE));
                let evidence = [listing.sign(&other.key), clean(&it.middle)];
                it.vector(outcome, &evidence)
                    .intermediate(&other.certificate)
            },
            "A second key for CRLs that the root certified in its own name lists the CA; the CRL of the root's first key does not.",
        ),
    ];
    made(family, SOURCE, all)
}

fn numbered(place: usize) -> impl FnOnce(Template) -> Template {
    move |mut template| {
        template.serial = SERIALS[place].to_vec();
        template
    }
}

/// A sibling of two keys, and the one that certified who signs the CRL.
fn of_two_keys(scene: &Scene<'_>, outcome: Outcome, certifying: usize) -> Vector {
    let siblings = [0, 1].map(|place| scene.root.ca_as(SIBLING, &Key::ec(), numbered(place)));
    let other = crl_key_by(&siblings[certifying], |it| it);
    let listing = scene.crl().number(9).entry(scene.entry()).sign(&other.key);
    let evidence = [clean(&scene.middle), listing];
    let vector = scene.vector(outcome, &evidence);
    let vector = vector.intermediate(&other.certificate);
    siblings
        .iter()
        .fold(vector, |vector, it| vector.intermediate(&it.certificate))
}

/// A sibling of one key and two certificates, of which this one allows it to issue.
fn siblings_of_one_key(scene: &Scene<'_>, allowing: usize) -> [Ca; 2] {
    let key = Key::ec();
    [0, 1].map(|place| {
        scene.root.ca_as(SIBLING, &key, |it| {
            let it = numbered(place)(it);
            if place == allowing {
                it
            } else {
                it.with(id::KEY_USAGE, key_usage(&[6]))
            }
        })
    })
}

/// One whom such a sibling certified lists the signer in the CA's name.
fn below_two_paths(scene: &Scene<'_>, outcome: Outcome, allowing: usize) -> Vector {
    let siblings = siblings_of_one_key(scene, allowing);
    let other = crl_key_by(&siblings[0], |it| it);
    let listing = scene.crl().number(9).entry(scene.entry()).sign(&other.key);
    let evidence = [clean(&scene.middle), listing];
    let vector = scene.vector(outcome, &evidence);
    let vector = vector.intermediate(&other.certificate);
    siblings
        .iter()
        .fold(vector, |vector, it| vector.intermediate(&it.certificate))
}

/// The signer of such a CA is on its list.
fn revoked_on_two_paths(scene: &Scene<'_>, outcome: Outcome, allowing: usize) -> Vector {
    let siblings = siblings_of_one_key(scene, allowing);
    let signer = siblings[0].signer();
    let listing = Crl::new(&siblings[0].name).entry(Entry::new(&signer.serial, BEFORE));
    let vector = scene.about(&signer, outcome, &[listing.sign(&siblings[0].key)]);
    siblings
        .iter()
        .fold(vector, |vector, it| vector.intermediate(&it.certificate))
}

fn of_many_constraints(scene: &Scene<'_>, outcome: Outcome) -> Vector {
    let hosts = |zone: &str| -> Vec<Vec<u8>> {
        let host = |number| dns(&format!("h{number}.{zone}"));
        (0..400).map(host).collect()
    };
    let sibling = scene.root.ca_as(SIBLING, &Key::ec(), |it| {
        it.with(id::NAME_CONSTRAINTS, name_constraints(&[], &hosts("bad")))
    });
    let other = crl_key_by(&sibling, |it| {
        it.with(id::SUBJECT_ALT_NAME, alternative_names(&hosts("good")))
    });
    let listing = scene.crl().number(9).entry(scene.entry()).sign(&other.key);
    scene
        .vector(outcome, &[clean(&scene.middle), listing])
        .intermediate(&sibling.certificate)
        .intermediate(&other.certificate)
}

/// The cRLIssuer below a sibling of one key and two certificates.
fn of_two_paths(scene: &Scene<'_>, outcome: Outcome, allowing: usize) -> Vector {
    let siblings = siblings_of_one_key(scene, allowing);
    let issuer = siblings[0].ca_as(ISSUER, &Key::ec(), for_crls);
    let signer = scene.middle.signer_as(crls_by(&ca_name(ISSUER)));
    let entry = Entry::new(&signer.serial, BEFORE).issued_by(&scene.middle.name);
    let listing = Crl::new(&issuer.name)
        .number(1)
        .scope(&Scope::indirect())
        .entry(entry);
    let evidence = [
        listing.sign(&issuer.key),
        clean(&siblings[0]),
        scene.ocsp(Single::good(&scene.middle, &signer.serial)),
    ];
    let vector = scene.about(&signer, outcome, &evidence);
    let vector = vector.intermediate(&issuer.certificate);
    siblings
        .iter()
        .fold(vector, |vector, it| vector.intermediate(&it.certificate))
}

/// Two signers of the CA, of whom a key of the sibling in the CA's name lists one.
fn of_two_signers(scene: &Scene<'_>, listed: usize) -> Vector {
    let signers = [scene.middle.signer(), scene.middle.signer()];
    let sibling: Ca = scene.root.ca(SIBLING);
    let other = crl_key_by(&sibling, |it| it);
    let entry = Entry::new(&signers[listed].serial, BEFORE);
    let listing = scene.crl().number(9).entry(entry).sign(&other.key);
    let evidence = [
        clean(&scene.middle),
        clean(&scene.root),
        clean(&sibling),
        listing,
    ];
    let document = signers.iter().fold(Message::new(CONTENT), |it, one| {
        it.signer(one, SignerInfo::message(one, Hash::Sha256, CONTENT))
    });
    let passed = signers.each_ref();
    let passed = passed.map(|it| signer_passed(it, SignType::Message));
    let expect = all_passed(passed.to_vec()).content(CONTENT).signer(
        listed,
        Verdict::Indeterminate,
        SubIndication::TryLater,
        Check::Revocation,
    );
    scene
        .expecting(&document, expect, &evidence)
        .intermediate(&sibling.certificate)
        .intermediate(&other.certificate)
}
