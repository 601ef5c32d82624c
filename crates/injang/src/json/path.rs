//! The path from a signer's certificate to an anchor, and what it rests on.

use super::writer::{Hex, Object, Place, Shown};
use super::{addresses, checks, revocation_data};
use crate::fingerprint::sha256;
use crate::redaction::View;
use crate::verification::Verification;
use injang_core::report::Check;
use injang_core::{Certificate, PathReport, SignerReport};

/// SHA-256 of each certificate, the signer's first.
pub(super) fn fingerprints(verification: &Verification<'_>, path: &PathReport, place: Place<'_>) {
    let certificates = path.certificates.iter();
    let known = certificates.filter_map(|step| verification.fingerprint(step.origin));
    place.scalars(known.map(Hex));
}

/// Each certificate with its checks and their evidence, in the same order.
pub(super) fn certificates(
    verification: &Verification<'_>,
    report: &SignerReport,
    signer: Option<&Certificate<'_>>,
    view: View,
    place: Place<'_>,
) {
    let steps = report.path.certificates.iter();
    let known = steps.filter_map(|step| Some((step, verification.on_path(step)?)));
    place.objects(known, |(step, certificate), members| {
        members.add("sha256", verification.fingerprint(step.origin).map(Hex));
        members.add("source", verification.source_on_path(step));
        one(&certificate, signer, view, members);
        let prevented = |check: &Check| report.prevented_on_path(check);
        checks::checks(&step.checks, prevented, view, members.member("checks"));
        members
            .member("revocation_data")
            .objects(&step.evidence, revocation_data::used);
    });
}

fn one(
    certificate: &Certificate<'_>,
    signer: Option<&Certificate<'_>>,
    view: View,
    members: &mut Object<'_>,
) {
    let validity = certificate.validity();
    members.add("serial", Hex(certificate.serial()));
    members.add("issuer", view.issuer_on_path(certificate, signer));
    members.add("subject", view.subject(certificate));
    members.add("not_before", Shown(validity.not_before));
    members.add("not_after", Shown(validity.not_after));
    members
        .member("addresses")
        .object(|members| addresses::addresses(certificate, members));
}

/// The anchor at the end.
pub(super) fn anchor(
    verification: &Verification<'_>,
    path: &PathReport,
    signer: Option<&Certificate<'_>>,
    view: View,
    place: Place<'_>,
) {
    let anchors = verification.policy.anchors();
    let known = path.anchor.and_then(|index| anchors.get(index));
    place.optional(known, |anchor, members| {
        members.add("name", view.anchor(anchor, signer));
        members.add("public_key_sha256", Hex(sha256(anchor.public_key())));
    });
}
