//! The path from a signer's certificate to an anchor, and what it rests on.

use super::{addresses, checks, object, revocation_data};
use crate::fingerprint::{hex, sha256};
use crate::redaction::View;
use crate::verification::Verification;
use injang_core::report::Check;
use injang_core::{Certificate, PathReport, SignerReport};
use serde_json::{Map, Value};

/// SHA-256 of each certificate, the signer's first.
pub(super) fn fingerprints(verification: &Verification<'_>, path: &PathReport) -> Value {
    let certificates = path.certificates.iter();
    certificates
        .filter_map(|step| verification.on_path(step))
        .map(|certificate| Value::from(sha256(certificate.octets())))
        .collect()
}

/// Each certificate with its checks and their evidence, in the same order.
pub(super) fn certificates(
    verification: &Verification<'_>,
    report: &SignerReport,
    signer: Option<&Certificate<'_>>,
    view: View,
) -> Value {
    let certificates = report.path.certificates.iter();
    certificates
        .filter_map(|step| {
            let certificate = verification.on_path(step)?;
            let source = verification.source_on_path(step);
            let mut members = one(&certificate, source, signer, view);
            let prevented = |check: &Check| report.prevented_on_path(check);
            members.extend(object([
                ("checks", checks::checks(&step.checks, prevented, view)),
                (
                    "revocation_data",
                    step.evidence.iter().map(revocation_data::used).collect(),
                ),
            ]));
            Some(Value::Object(members))
        })
        .collect()
}

fn one(
    certificate: &Certificate<'_>,
    source: &str,
    signer: Option<&Certificate<'_>>,
    view: View,
) -> Map<String, Value> {
    let validity = certificate.validity();
    object([
        ("sha256", sha256(certificate.octets()).into()),
        ("source", source.into()),
        ("serial", hex(certificate.serial()).into()),
        ("issuer", view.issuer_on_path(certificate, signer).into()),
        ("subject", view.subject(certificate).into()),
        ("not_before", validity.not_before.to_string().into()),
        ("not_after", validity.not_after.to_string().into()),
        ("addresses", addresses::addresses(certificate)),
    ])
}

/// The anchor at the end.
pub(super) fn anchor(
    verification: &Verification<'_>,
    path: &PathReport,
    signer: Option<&Certificate<'_>>,
    view: View,
) -> Value {
    let anchor = path
        .anchor
        .and_then(|index| verification.policy.anchors().get(index));
    let members = anchor.map(|anchor| {
        object([
            ("name", view.anchor(anchor, signer).into()),
            ("public_key_sha256", sha256(anchor.public_key()).into()),
        ])
    });
    members.into()
}

/// The policies under which the path is good.
pub(super) fn policies(path: &PathReport) -> Value {
    let policies = path.policies.iter();
    policies
        .map(|policy| Value::from(policy.to_string()))
        .collect()
}
