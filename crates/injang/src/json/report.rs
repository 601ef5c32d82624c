//! The report on a judged document.

use super::{
    SCHEMA, armor_name, certificate, checks, conditions, encoding_name, object, path,
    revocation_data, written,
};
use crate::fingerprint::{hex, sha256};
use crate::oid_names;
use crate::redaction::View;
use crate::unreadable::UnreadableFile;
use crate::verification::{ContentPlace, Verification};
use injang_core::report::FindingCode;
use injang_core::{
    Cause, Diagnosis, DigestAlgorithm, Identity, Report, SignerInfo, SignerReport, SubIndication,
    Verdict,
};
use serde_json::{Map, Value};

/// The report, as JSON with a line for each member and a newline at the end.
pub fn report(verification: &Verification<'_>, view: View) -> String {
    written(members(verification, view))
}

/// The members of a report.
pub(super) fn members(verification: &Verification<'_>, view: View) -> Map<String, Value> {
    let Report {
        verdict,
        conditions,
        checks,
        findings,
        signers,
        revocation_data,
        identity,
    } = verification.report;
    let signer = |(index, it)| Value::Object(signer(verification, index, it, view));
    let mut members = object([
        ("schema", SCHEMA.into()),
        ("verdict", verdict.name().into()),
        ("sub_indication", sub_indication(*verdict)),
        ("conditions", conditions::conditions(conditions)),
        ("document", document(verification).into()),
        ("checks", checks::checks(checks, |_| None, view)),
        ("findings", self::findings(findings, view)),
        ("signers", signers.iter().enumerate().map(signer).collect()),
        ("identity", self::identity(identity, view).into()),
        (
            "revocation_data",
            revocation_data::pieces(revocation_data, view),
        ),
        (
            "revocation_data_elsewhere",
            revocation_data.elsewhere.into(),
        ),
    ]);
    unreadable_files(&mut members, verification.unreadable_files, view);
    if let Some(diagnoses) = verification.diagnoses {
        let all = diagnoses
            .found
            .iter()
            .map(|it| Value::Object(diagnosis(verification, it, view)));
        members.insert("diagnosis".into(), all.collect());
        members.insert("diagnosis_complete".into(), diagnoses.is_complete.into());
    }
    members
}

/// The files that were left out; no member if there are none.
pub(super) fn unreadable_files(
    members: &mut Map<String, Value>,
    files: &[UnreadableFile],
    view: View,
) {
    if files.is_empty() {
        return;
    }
    let file = |it: &UnreadableFile| {
        Value::Object(object([
            ("file", it.name().into()),
            ("message", it.sentence(view.lang).into()),
        ]))
    };
    members.insert("unreadable_files".into(), files.iter().map(file).collect());
}

fn diagnosis(
    verification: &Verification<'_>,
    diagnosis: &Diagnosis,
    view: View,
) -> Map<String, Value> {
    let mut members = object([
        ("signer", diagnosis.signer.into()),
        ("code", diagnosis.cause.code().into()),
    ]);
    match &diagnosis.cause {
        Cause::Content { from, to, changes } => {
            members.insert("from".into(), from.name().into());
            members.insert("to".into(), to.name().into());
            let names = changes.iter().map(|change| Value::from(change.name()));
            members.insert("changes".into(), names.collect());
        }
        Cause::VidCertificate { layout, .. } | Cause::VidLayout(layout) => {
            members.insert("layout".into(), (*layout).into());
        }
        _ => {}
    }
    if let Some(certificate) = verification.certificate_of(&diagnosis.cause) {
        members.insert("certificate".into(), certificate.index.into());
        members.insert(
            "certificate_sha256".into(),
            certificate.sha256.as_str().into(),
        );
        members.insert("certificate_source".into(), certificate.source().into());
    }
    let message = diagnosis.sentence(view.lang).to_string();
    members.insert("message".into(), message.into());
    members
}

fn sub_indication(verdict: Verdict) -> Value {
    verdict.sub_indication().map(SubIndication::name).into()
}

fn document(verification: &Verification<'_>) -> Map<String, Value> {
    let input = verification.input;
    let place = verification.content();
    let digest = match place {
        Some(ContentPlace::Embedded(octets) | ContentPlace::Detached(octets)) => {
            Some(sha256(octets))
        }
        Some(ContentPlace::Streamed(content)) => content
            .digest(DigestAlgorithm::Sha256)
            .map(|digest| hex(digest.as_bytes())),
        Some(ContentPlace::Digest(digest)) if digest.algorithm() == DigestAlgorithm::Sha256 => {
            Some(hex(digest.as_bytes()))
        }
        _ => None,
    };
    let content_type = input
        .document
        .ok()
        .map(|document| document.content_type().to_string());
    object([
        ("sha256", input.sha256().into()),
        ("armor", armor_name(input.armor)),
        ("encoding", input.encoding.map(encoding_name).into()),
        ("content_type", content_type.into()),
        ("content", place.map(|place| place.name()).into()),
        ("content_sha256", digest.into()),
    ])
}

pub(super) fn findings(findings: &[FindingCode], view: View) -> Value {
    let finding = |finding: &FindingCode| {
        let message = finding.sentence(view.lang);
        Value::Object(object([
            ("code", finding.name().into()),
            ("message", message.into()),
        ]))
    };
    findings.iter().map(finding).collect()
}

fn signer(
    verification: &Verification<'_>,
    index: usize,
    report: &SignerReport,
    view: View,
) -> Map<String, Value> {
    let info = verification
        .input
        .document
        .ok()
        .and_then(|document| document.signers().get(index));
    let signers = verification.certificate(report);
    object([
        ("index", index.into()),
        ("verdict", report.verdict.name().into()),
        ("sub_indication", sub_indication(report.verdict)),
        ("sign_type", report.sign_type.name().into()),
        ("digest_source", report.reading.name().into()),
        (
            "signed_attributes",
            info.is_some_and(SignerInfo::has_signed_attributes).into(),
        ),
        (
            "unsigned_attributes",
            match info.and_then(SignerInfo::unsigned_attributes) {
                None => Value::Array(Vec::new()),
                Some(Err(_)) => Value::Null,
                Some(Ok(set)) => {
                    let oids = set.as_slice().iter().map(|it| it.oid().to_string());
                    oids.map(Value::from).collect()
                }
            },
        ),
        (
            "digest_algorithm",
            info.map(|info| oid_names::digest_algorithm(&info.digest_algorithm()))
                .into(),
        ),
        (
            "signature_algorithm",
            info.map(|info| oid_names::signature_algorithm(&info.signature_algorithm()))
                .into(),
        ),
        (
            "key",
            signers.map(|it| oid_names::key(&it.public_key())).into(),
        ),
        (
            "certificate",
            signers.map(|it| certificate(&it, view)).into(),
        ),
        (
            "certificate_source",
            verification.certificate_source(report).into(),
        ),
        (
            "claimed_signing_time",
            report
                .claimed_signing_time
                .map(|time| time.to_string())
                .into(),
        ),
        ("path", path::fingerprints(verification, &report.path)),
        (
            "path_certificates",
            path::certificates(verification, report, signers.as_ref(), view),
        ),
        (
            "anchor",
            path::anchor(verification, &report.path, signers.as_ref(), view),
        ),
        ("pinned", report.path.is_pinned.into()),
        (
            "revoked_later",
            report
                .path
                .revoked_later
                .iter()
                .map(revocation_data::revoked_later)
                .collect(),
        ),
        (
            "missing_issuer",
            view.missing_issuer(&report.path, signers.as_ref()).into(),
        ),
        ("policies", path::policies(&report.path)),
        (
            "checks",
            checks::checks(&report.checks, |it| report.prevented_by(it), view),
        ),
        ("findings", findings(&report.findings, view)),
    ])
}

pub(super) fn identity(identity: &Identity, view: View) -> Map<String, Value> {
    let mut members = object([("outcome", identity.name().into())]);
    if let Identity::Matched { layout, encoding }
    | Identity::Mismatched {
        layout, encoding, ..
    } = identity
    {
        members.insert("layout".into(), (*layout).into());
        members.insert("encoding".into(), (*encoding).into());
    }
    if let Identity::Mismatched {
        would_match: Some(other),
        ..
    } = identity
    {
        members.insert("would_match".into(), (*other).into());
    }
    if !identity.is_settled() {
        members.insert(
            "message".into(),
            identity.sentence(view.lang).to_string().into(),
        );
    }
    members
}
