//! The path from a signer's certificate to an anchor, and what it rests on.

use super::writer::{Hex, Object, Place, Shown};
use super::{addresses, checks, revocation_data};
use crate::fingerprint::Fingerprint;
use crate::redaction::View;
use crate::verification::Verification;
use injang_core::report::{Check, Origin, PathCertificate};
use injang_core::{Certificate, PathReport, SignerReport};

/// A certificate of a path, looked up once.
pub(super) struct ShownStep<'a> {
    report: &'a PathCertificate,
    certificate: Certificate<'a>,
    sha256: Fingerprint,
}

impl ShownStep<'_> {
    /// SHA-256 of the certificate, if this is the one that is meant.
    pub(super) fn sha256_of(&self, origin: Origin) -> Option<Fingerprint> {
        (self.report.origin == origin).then_some(self.sha256)
    }
}

/// The certificates of a path, the signer's first.
pub(super) fn steps<'a>(
    verification: &Verification<'a>,
    path: &'a PathReport,
) -> Vec<ShownStep<'a>> {
    let steps = path.certificates.iter();
    steps
        .filter_map(|step| {
            Some(ShownStep {
                report: step,
                certificate: verification.on_path(step)?,
                sha256: verification.fingerprint(step.origin)?,
            })
        })
        .collect()
}

/// SHA-256 of each certificate.
pub(super) fn fingerprints(steps: &[ShownStep<'_>], place: Place<'_>) {
    place.scalars(steps.iter().map(|it| Hex(it.sha256)));
}

/// Each certificate with its checks and their evidence, in the same order.
pub(super) fn certificates(
    verification: &Verification<'_>,
    report: &SignerReport,
    steps: &[ShownStep<'_>],
    signer: Option<&Certificate<'_>>,
    view: View,
    place: Place<'_>,
) {
    place.objects(steps, |it, members| {
        members.add("sha256", Hex(it.sha256));
        members.add("source", verification.source_on_path(it.report));
        one(&it.certificate, signer, view, members);
        let prevented = |check: &Check| report.prevented_on_path(check);
        checks::checks(&it.report.checks, prevented, view, members.member("checks"));
        members
            .member("revocation_data")
            .objects(&it.report.evidence, revocation_data::used);
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
    place.optional(verification.anchor(path), |(anchor, sha256), members| {
        members.add("name", view.anchor(anchor, signer));
        members.add("public_key_sha256", Hex(sha256));
    });
}
