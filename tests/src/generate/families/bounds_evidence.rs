//! Bounds on revocation data, from both sides: the largest allowed amount passes, and where one more
//! is left out, nothing is found good.

mod look_alikes;

use super::scene::{
    BEFORE, CONTENT, Made, Outcome, RESPONDER, Scene, document, for_checked_ocsp, for_crls,
    for_ocsp, made,
};
use crate::case::{Finding, SignType};
use crate::generate::algorithm::Hash;
use crate::generate::constraint::{directory, uri};
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::distribution::{Point, Scope, distribution_points, full_name};
use crate::generate::expected::{all_passed, signer_passed};
use crate::generate::hierarchy::{Ca, ca_name};
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use crate::generate::work::{beside_decoy, of_identifier};
use std::io;

/// CRLs and OCSP responses of the document that are looked at for one certificate.
const EVIDENCE: u8 = u8::MAX;
/// Distribution points and names in them that are looked at.
const NAMES: usize = 64;

const SOURCE: &str =
    "What is left out for a bound's sake may be the revocation: RFC 5280 6.3.3, fail closed";

pub(super) fn make(family: &Family) -> io::Result<()> {
    documents(family)?;
    decoys(family)?;
    greedy_decoy(family)?;
    greedy_neighbour(family)?;
    points(family)?;
    delegates(family)?;
    long_names(family)?;
    look_alikes::make(family)
}

/// CRLs of the CA that the document brings; the root's is given.
fn documents(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Made] = &[
        (
            "document-crls-256",
            Good,
            |it, outcome| bringing(it, outcome, 1, None),
            "The document brings 256 CRLs of the CA, none of which lists the certificate.",
        ),
        (
            "document-crls-257",
            Open,
            |it, outcome| bringing(it, outcome, 2, None),
            "The document brings 257 CRLs of the CA; of the one that is left out nobody knows what it lists.",
        ),
        (
            "document-crls-256-last-revokes",
            Revoked,
            |it, outcome| bringing(it, outcome, 1, Some(it.entry())),
            "The document brings 256 CRLs of the CA, of which the last lists the certificate.",
        ),
        (
            "document-crls-257-last-revokes",
            Open,
            |it, outcome| bringing(it, outcome, 2, Some(it.entry())),
            "The document brings 257 CRLs of the CA, and the one that is left out lists the certificate.",
        ),
    ];
    made(family, SOURCE, all)
}

/// 255 CRLs, and `more` of which the last has the entry.
fn bringing(scene: &Scene<'_>, outcome: Outcome, more: u8, entry: Option<Entry>) -> Vector {
    let numbered = |number: u8| scene.crl().number(number);
    let mut crls: Vec<Crl> = (1..=EVIDENCE).map(numbered).collect();
    crls.extend((1..=more).map(|number| {
        scene
            .crl_of("260216000000Z", "260316000000Z")
            .number(number)
    }));
    if let (Some(last), Some(entry)) = (crls.last_mut(), entry) {
        last.entries.push(entry);
    }
    let mut document = document(&scene.signer);
    document.revocation_infos = crls.iter().map(|crl| scene.sign(crl)).collect();
    scene.expecting(&document, outcome.of(&scene.signer), &[clean(&scene.root)])
}

/// A certificate that did not sign has the signer's key identifier, and the document brings CRLs about
/// it. The signer's evidence is the caller's.
fn decoys(family: &Family) -> io::Result<()> {
    for (name, count, reason) in [
        (
            "decoy-without-crls",
            0,
            "A certificate that did not sign has the signer's key identifier.",
        ),
        (
            "decoy-with-300-crls",
            300,
            "A certificate that did not sign has the signer's key identifier, and the document brings 300 CRLs about that one.",
        ),
    ] {
        let scene = Scene::new(family, name);
        let other = scene.root.ca("Test other CA");
        let signer = scene.middle.signer_as(of_identifier);
        let document = beside_decoy(CONTENT, &signer, &other, count, of_identifier);
        let expect = Outcome::Good.of(&signer);
        let expect = expect.finding(Finding::AmbiguousSignerCertificate);
        let evidence = [clean(&scene.middle), clean(&scene.root)];
        let vector = scene
            .expecting(&document, expect, &evidence)
            .intermediate(&other.certificate);
        scene.save(vector, reason, SOURCE)?;
    }
    Ok(())
}

/// A certificate that did not sign uses up the whole share of the work for requests: its distribution
/// points are long, and each CRL of its CA is compared with them. The share for conclusions stays.
fn greedy_decoy(family: &Family) -> io::Result<()> {
    let scene = Scene::new(family, "decoy-that-uses-up-the-meter");
    let other = scene.root.ca("Test other CA");
    let signer = scene.middle.signer_as(of_identifier);
    let document = beside_decoy(CONTENT, &signer, &other, 100, |it| {
        let point = |number: usize| {
            let name = format!("http://{}.test.invalid/{number}.crl", "long.".repeat(400));
            Point::named(full_name(&[uri(&name)]))
        };
        let points: Vec<Point> = (0..NAMES / 2 - 2).map(point).collect();
        let it = of_identifier(it);
        it.with(id::CRL_DISTRIBUTION_POINTS, distribution_points(&points))
    });
    let expect = Outcome::Good.of(&signer);
    let expect = expect.finding(Finding::AmbiguousSignerCertificate);
    let evidence = [clean(&scene.middle), clean(&scene.root)];
    let vector = scene
        .expecting(&document, expect, &evidence)
        .intermediate(&other.certificate);
    let reason = "A certificate that did not sign has the signer's key identifier and long distribution points, with which a hundred CRLs that the document brings are compared until the meter is used up.";
    scene.save(vector, reason, SOURCE)
}

/// The document brings 255 CRLs about the first of two signers; the caller has those about the second.
fn greedy_neighbour(family: &Family) -> io::Result<()> {
    let scene = Scene::new(family, "signer-beside-one-with-255-crls");
    let other = scene.root.ca("Test other CA");
    let signers = [scene.signer.clone(), other.signer()];
    let mut document = signers.iter().fold(Message::new(CONTENT), |it, one| {
        it.signer(one, SignerInfo::message(one, Hash::Sha256, CONTENT))
    });
    let crls = (1..=EVIDENCE).map(|number| scene.sign(&scene.crl().number(number)));
    document.revocation_infos = crls.collect();
    let passed = signers.each_ref();
    let passed = passed.map(|it| signer_passed(it, SignType::Message));
    let expect = all_passed(passed.to_vec()).content(CONTENT);
    let evidence = [clean(&other), clean(&scene.root)];
    let vector = scene
        .expecting(&document, expect, &evidence)
        .intermediate(&other.certificate);
    let reason = "Two signers: the document brings 255 CRLs about the first one, and the caller has the CRL about the second one.";
    scene.save(vector, reason, SOURCE)
}

/// A response that brings certificates of long names, and last the CA's responder's: comparing the
/// names uses up the meter.
fn long_names(family: &Family) -> io::Result<()> {
    use Outcome::{Open, Revoked};
    let all: &[Made] = &[
        (
            "response-with-4-long-names-revokes",
            Revoked,
            |it, outcome| behind_long_names(it, outcome, 4, None),
            "A response says revoked, and brings four certificates of long names before the responder's; the CA itself says good.",
        ),
        (
            "response-with-6-long-names-revokes",
            Open,
            |it, outcome| behind_long_names(it, outcome, 6, None),
            "The same with six: the meter is used up before the responder's certificate is looked at.",
        ),
        (
            "response-with-6-long-names-beside-a-crl-that-revokes",
            Revoked,
            |it, outcome| behind_long_names(it, outcome, 6, Some(it.entry())),
            "The same, and the CA's CRL lists the certificate: that is known before the meter is used up.",
        ),
    ];
    made(family, SOURCE, all)
}

fn behind_long_names(
    scene: &Scene<'_>,
    outcome: Outcome,
    count: usize,
    entry: Option<Entry>,
) -> Vector {
    let long = ca_name(&"long ".repeat(10_000));
    let stranger = Ca::root_as("Test stranger", &Key::ec(), |it| it.subject(long));
    let responder = scene.middle.ca_as(RESPONDER, &Key::ec(), for_ocsp);
    let revoked = scene.single().revoked("20260220000000Z", Some(1));
    let mut response = Response::new(by_name(&responder.name), revoked);
    response.certificates = vec![stranger.certificate; count];
    let response = response.certificate(&responder.certificate);
    let listing = entry.map(|entry| scene.sign(&scene.crl().entry(entry)));
    let mut evidence = vec![response.sign(&responder.key), scene.ocsp(scene.single())];
    evidence.extend(listing);
    scene.vector(outcome, &evidence)
}

/// Distribution points that name somebody each as cRLIssuer: half of [`NAMES`], since a point and its
/// name count one each.
fn points(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Made] = &[
        (
            "points-32",
            Good,
            |it, outcome| pointing(it, outcome, NAMES / 2, None),
            "The certificate names 32 CRL issuers in as many points; the CA says good by OCSP.",
        ),
        (
            "points-32-last-revokes",
            Revoked,
            |it, outcome| pointing(it, outcome, NAMES / 2, Some(NAMES / 2)),
            "The certificate names 32 CRL issuers, of which the last lists it; the CA says good by OCSP.",
        ),
        (
            "points-33-first-revokes",
            Revoked,
            |it, outcome| pointing(it, outcome, NAMES / 2 + 1, Some(1)),
            "The certificate names 33 CRL issuers, of which the first lists it; the CA says good by OCSP.",
        ),
        (
            "points-33-last-revokes",
            Open,
            |it, outcome| pointing(it, outcome, NAMES / 2 + 1, Some(NAMES / 2 + 1)),
            "The certificate names 33 CRL issuers, of which the one that is left out lists it; the CA says good by OCSP.",
        ),
    ];
    made(family, SOURCE, all)
}

fn pointing(scene: &Scene<'_>, outcome: Outcome, count: usize, revoking: Option<usize>) -> Vector {
    let name = |number: usize| format!("Test CRL issuer {number}");
    let point = |number| Point::default().issued_by(directory(&ca_name(&name(number))));
    let points: Vec<Point> = (1..=count).map(point).collect();
    let signer = scene
        .middle
        .signer_as(|it| it.with(id::CRL_DISTRIBUTION_POINTS, distribution_points(&points)));
    let issuer = scene
        .root
        .ca_as(&name(revoking.unwrap_or(1)), &Key::ec(), for_crls);
    let mut crl = Crl::new(&issuer.name).scope(&Scope::indirect());
    if revoking.is_some() {
        crl = crl.entry(Entry::new(&signer.serial, BEFORE).issued_by(&scene.middle.name));
    }
    let said = scene.ocsp(Single::good(&scene.middle, &signer.serial));
    scene
        .about(&signer, outcome, &[crl.sign(&issuer.key), said])
        .intermediate(&issuer.certificate)
}

/// Responders in a row: each says that the one before is good, and the last says it of the CA.
fn delegates(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "delegates-in-a-row-3",
            Good,
            |it, outcome| in_a_row(it, outcome, 3, false),
            "Three responders stand in a row, each of which says that the one before is good; the CA says so of the last.",
        ),
        (
            "delegates-in-a-row-3-last-revoked",
            Open,
            |it, outcome| in_a_row(it, outcome, 3, true),
            "The same, and the CA says that the last one was revoked.",
        ),
        (
            "delegates-in-a-row-40-last-revoked",
            Open,
            |it, outcome| in_a_row(it, outcome, 40, true),
            "The same with forty responders.",
        ),
    ];
    made(family, SOURCE, all)
}

fn in_a_row(scene: &Scene<'_>, outcome: Outcome, count: usize, is_revoked: bool) -> Vector {
    let responder = |number: usize| {
        let name = format!("{RESPONDER} {number}");
        scene.middle.ca_as(&name, &Key::ec(), for_checked_ocsp)
    };
    let row: Vec<Ca> = (1..=count).map(responder).collect();
    let about = |serial: &[u8]| Single::good(&scene.middle, serial);
    let serials = std::iter::once(&scene.signer.serial).chain(row.iter().map(|it| &it.serial));
    let mut evidence: Vec<Vec<u8>> = row
        .iter()
        .zip(serials)
        .map(|(responder, serial)| {
            Response::new(by_name(&responder.name), about(serial))
                .certificate(&responder.certificate)
                .sign(&responder.key)
        })
        .collect();
    let last = about(&row[count - 1].serial);
    evidence.push(scene.ocsp(if is_revoked {
        last.revoked("20260220000000Z", Some(1))
    } else {
        last
    }));
    scene.vector(outcome, &evidence)
}
