//! Evidence that the document brings in its `crls`.

use super::{Outcome, Scene, document, with_evidence};
use crate::case::Finding;
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::der::{forged, null, oid, retag, sequence, tlv};
use crate::generate::message::{Layers, Message};
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::oid as id;
use crate::generate::vector::Vector;
use std::io;

const SOURCE: &str = "RFC 5652 5.1 and 10.2.1; RFC 5940: evidence in the document is nobody's word before it verifies";

/// `OtherRevocationInfoFormat` (RFC 5652 10.2.1).
fn other_info(format: &str, value: &[u8]) -> Vec<u8> {
    retag(0xa1, &sequence(&[oid(format), value.to_vec()]))
}

/// An OCSP response in it (RFC 5940).
fn ocsp_info(response: &[u8]) -> Vec<u8> {
    other_info(id::ID_RI_OCSP_RESPONSE, response)
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let (ca, serial) = (&scene.middle, &scene.signer.serial);
    let root_crl = || scene.root_crl.clone();
    let single = || Single::good(ca, serial);
    let ocsp = |single| ocsp_info(&Response::new(by_name(&ca.name), single).sign(&ca.key));
    let listing = Crl::new(&ca.name)
        .entry(Entry::new(serial, "260220000000Z"))
        .sign(&ca.key);
    let forged = forged(clean(ca));
    let given = [clean(ca), root_crl()];
    for (name, outcome, members, evidence, reason) in [
        (
            "embedded-crl",
            Good,
            vec![clean(ca)],
            &given[1..],
            "The CA's CRL is in the document, the root's is given.",
        ),
        (
            "embedded-crls",
            Good,
            vec![clean(ca), root_crl()],
            &[],
            "Both CRLs are in the document.",
        ),
        (
            "embedded-crls-other-order",
            Good,
            vec![root_crl(), clean(ca)],
            &[],
            "Both CRLs are in the document, the root's first.",
        ),
        (
            "embedded-crl-revoked",
            Revoked,
            vec![listing.clone()],
            &given[1..],
            "The CRL in the document lists the certificate.",
        ),
        (
            "embedded-crl-revoked-other-given",
            Revoked,
            vec![listing.clone()],
            &given,
            "The CRL in the document lists the certificate, the one that is given does not.",
        ),
        (
            "embedded-crl-and-given",
            Good,
            given.to_vec(),
            &given,
            "Both CRLs are in the document and given too.",
        ),
        (
            "embedded-crl-forged",
            Open,
            vec![forged.clone()],
            &given[1..],
            "The CRL in the document is forged.",
        ),
        (
            "embedded-crl-forged-other-given",
            Good,
            vec![forged],
            &given,
            "The CRL in the document is forged, the one that is given is good.",
        ),
        (
            "embedded-ocsp",
            Good,
            vec![ocsp(single())],
            &given[1..],
            "An OCSP response is in the document, the root's CRL is given.",
        ),
        (
            "embedded-ocsp-revoked",
            Revoked,
            vec![ocsp(single().revoked("20260220000000Z", None))],
            &given[1..],
            "The OCSP response in the document says that the certificate was revoked.",
        ),
        (
            "embedded-ocsp-and-crl",
            Good,
            vec![ocsp(single()), root_crl()],
            &[],
            "An OCSP response and the root's CRL are in the document.",
        ),
    ] {
        let vector = with_evidence(
            name,
            &bringing(scene, &members),
            &scene.signer,
            outcome,
            evidence,
        );
        scene.save(vector, reason, SOURCE)?;
    }
    let mut indefinite = bringing(scene, &[clean(ca), root_crl()]);
    indefinite.layers = Layers::OuterIndefinite;
    let vector = with_evidence(
        "embedded-crls-indefinite",
        &indefinite,
        &scene.signer,
        Good,
        &[],
    );
    scene.save(
        vector,
        "Both CRLs are in a document of indefinite lengths.",
        SOURCE,
    )?;
    unread(scene, &given)?;
    let document = bringing(scene, &[listing, sequence(&[null()])]);
    let vector = Vector::new(
        "embedded-not-asked",
        document.encode(),
        "",
        "",
        Good.of(&scene.signer),
    )
    .trust(&["../root.der"])
    .shared_intermediate("../intermediate.der");
    scene.save(
        vector,
        "The CRL in the document lists the certificate, and nobody asks about revocation.",
        SOURCE,
    )
}

/// A document with these members of `crls`.
fn bringing(scene: &Scene<'_>, members: &[Vec<u8>]) -> Message {
    let mut document = document(&scene.signer);
    document.revocation_infos = members.to_vec();
    document
}

/// Members that can't be read or are of another kind.
fn unread(scene: &Scene<'_>, given: &[Vec<u8>]) -> io::Result<()> {
    let (ca, serial) = (&scene.middle, &scene.signer.serial);
    let entry_of = |reason| Entry::new(serial, "260220000000Z").reason(reason);
    let unassigned = Crl::new(&ca.name).entry(entry_of(7)).sign(&ca.key);
    for (name, member, reason) in [
        (
            "embedded-no-crl",
            sequence(&[null()]),
            "A member of crls is neither a CRL nor anything else.",
        ),
        (
            "embedded-certificate",
            ca.certificate.clone(),
            "A member of crls is a certificate.",
        ),
        (
            "embedded-crl-reason-7",
            unassigned,
            "A CRL in the document has an entry of a reason that does not exist.",
        ),
        (
            "embedded-other-format",
            other_info(id::UNKNOWN, &null()),
            "A member of crls is of a format that nobody knows.",
        ),
        (
            "embedded-ocsp-status-9",
            ocsp_info(&sequence(&[tlv(0x0a, &[9])])),
            "An OCSP response in the document has a status that does not exist.",
        ),
        (
            "embedded-ocsp-is-a-null",
            ocsp_info(&null()),
            "An OCSP response in the document is a NULL.",
        ),
    ] {
        let document = bringing(scene, &[member]);
        let outcome = Outcome::Good.of(&scene.signer);
        let expect = outcome.finding(Finding::UnrecognisedRevocationInfo);
        let vector = Vector::new(name, document.encode(), "", "", expect)
            .trust(&["../root.der"])
            .shared_intermediate("../intermediate.der");
        let vector = given.iter().fold(vector, |vector, it| vector.evidence(it));
        scene.save(vector, &format!("{reason} What is given is good."), SOURCE)?;
    }
    Ok(())
}
