//! The path from a signer's certificate to an anchor, and what it rests on.

use super::{checks, object};
use crate::disclosure::View;
use crate::fingerprint::{hex, sha256};
use crate::judgement::Judgement;
use injang::report::{EvidenceKind, EvidenceUsed, Origin, PathCertificate};
use injang::{Certificate, PathReport};
use serde_json::{Map, Value};

/// SHA-256 of each certificate, the signer's first.
pub(super) fn fingerprints(judgement: &Judgement<'_>, path: &PathReport) -> Value {
    let certificates = path.certificates.iter();
    certificates
        .filter_map(|step| judgement.on_path(step))
        .map(|certificate| Value::from(sha256(certificate.octets())))
        .collect()
}

/// Each certificate with its checks and their evidence, in the same order.
pub(super) fn certificates(
    judgement: &Judgement<'_>,
    path: &PathReport,
    signer: Option<&Certificate<'_>>,
    view: View,
) -> Value {
    let certificates = path.certificates.iter();
    certificates
        .filter_map(|step| {
            let certificate = judgement.on_path(step)?;
            let source = judgement.source_on_path(step);
            Some(Value::Object(one(step, &certificate, source, signer, view)))
        })
        .collect()
}

fn one(
    step: &PathCertificate,
    certificate: &Certificate<'_>,
    source: &str,
    signer: Option<&Certificate<'_>>,
    view: View,
) -> Map<String, Value> {
    let validity = certificate.validity();
    let mut members = object([
        ("sha256", sha256(certificate.octets()).into()),
        ("source", source.into()),
        ("serial", hex(certificate.serial()).into()),
        ("issuer", view.issuer_on_path(certificate, signer).into()),
    ]);
    if let Some(subject) = view.subject(certificate) {
        members.insert("subject".into(), subject.into());
    }
    members.extend(object([
        ("not_before", validity.not_before.to_string().into()),
        ("not_after", validity.not_after.to_string().into()),
        ("checks", checks::checks(&step.checks, view)),
        ("evidence", step.evidence.iter().map(evidence).collect()),
    ]));
    members
}

fn evidence(used: &EvidenceUsed) -> Value {
    let source = match used.origin {
        Origin::Document(_) => "document",
        _ => "policy",
    };
    let mut members = object([
        ("kind", used.kind.name().into()),
        ("source", source.into()),
        ("sha256", used.sha256.map(|digest| hex(&digest)).into()),
    ]);
    match &used.kind {
        EvidenceKind::Crl { number } | EvidenceKind::DeltaCrl { number } => {
            members.insert("number".into(), number.as_deref().map(hex).into());
        }
        EvidenceKind::Ocsp { produced_at } => {
            members.insert("produced_at".into(), produced_at.to_string().into());
        }
        _ => {}
    }
    members.extend(object([
        ("this_update", used.this_update.to_string().into()),
        (
            "next_update",
            used.next_update.map(|time| time.to_string()).into(),
        ),
    ]));
    Value::Object(members)
}

/// The anchor at the end.
pub(super) fn anchor(
    judgement: &Judgement<'_>,
    path: &PathReport,
    signer: Option<&Certificate<'_>>,
    view: View,
) -> Value {
    let anchor = path
        .anchor
        .and_then(|index| judgement.policy.anchors().get(index));
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
