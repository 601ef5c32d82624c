//! The report on a judged document.

use super::certificate::certificate;
use super::writer::{Hex, Object, Place, Shown};
use super::{SCHEMA, armor_name, checks, conditions, encoding_name, path, revocation_data, writer};
use crate::fingerprint;
use crate::oid_names;
use crate::redaction::View;
use crate::unreadable::UnreadableFile;
use crate::verification::{ContentPlace, Verification};
use injang_core::report::{Check, FindingCode, Origin};
use injang_core::{
    Cause, Diagnosis, DigestAlgorithm, Identity, Report, SignedDocument, SignerInfo, SignerReport,
    SubIndication, Verdict,
};

/// The report, as JSON with a line for each member and a newline at the end.
pub(crate) fn report(verification: &Verification<'_>, view: View) -> String {
    writer::document(|all| members(verification, view, all))
}

/// The members of a report.
pub(super) fn members(verification: &Verification<'_>, view: View, all: &mut Object<'_>) {
    let Report {
        verdict,
        conditions,
        checks,
        findings,
        signers,
        revocation_data,
        identity,
    } = verification.report;
    all.add("schema", SCHEMA);
    all.add("verdict", verdict.name());
    all.add("sub_indication", sub_indication(*verdict));
    all.member("conditions").object(|members| {
        conditions::conditions(conditions, members);
        let supplied = verification.supplied_certificates();
        let supplied = supplied.iter().map(Hex);
        members.member("supplied_certificates").scalars(supplied);
    });
    all.member("document")
        .object(|members| document(verification, members));
    checks::checks(checks, |_| None, view, all.member("checks"));
    self::findings(findings, view, all.member("findings"));
    all.member("signers")
        .objects(signers.iter().enumerate(), |(index, it), members| {
            signer(verification, index, it, view, members);
        });
    all.member("identity")
        .object(|members| self::identity(identity, view, members));
    all.member("revocation_data")
        .objects(&revocation_data.pieces, |it, members| {
            revocation_data::piece(it, view, members);
        });
    all.add("revocation_data_elsewhere", revocation_data.elsewhere);
    unreadable_files(all, verification.unreadable_files, view);
    if let Some(diagnoses) = verification.diagnoses {
        all.member("diagnosis")
            .objects(&diagnoses.found, |it, members| {
                diagnosis(verification, it, view, members);
            });
        all.add("diagnosis_complete", diagnoses.is_complete);
    }
}

/// The files that were left out; no member if there are none.
pub(super) fn unreadable_files(all: &mut Object<'_>, files: &[UnreadableFile], view: View) {
    if files.is_empty() {
        return;
    }
    all.member("unreadable_files")
        .objects(files, |it, members| {
            members.add("file", it.name());
            members.add("message", it.sentence(view.lang));
        });
}

fn diagnosis(
    verification: &Verification<'_>,
    diagnosis: &Diagnosis,
    view: View,
    members: &mut Object<'_>,
) {
    members.add("signer", diagnosis.signer);
    members.add("code", diagnosis.cause.code());
    match &diagnosis.cause {
        Cause::Content { from, to, changes } => {
            members.add("from", from.name());
            members.add("to", to.name());
            let names = changes.iter().map(|change| change.name());
            members.member("changes").scalars(names);
        }
        Cause::VidCertificate { layout, .. } | Cause::VidLayout(layout) => {
            members.add("layout", layout);
        }
        _ => {}
    }
    if let Some(certificate) = verification.certificate_of(&diagnosis.cause) {
        members.add("certificate", certificate.index);
        members.add("certificate_sha256", Hex(certificate.sha256));
        members.add("certificate_source", certificate.source());
    }
    members.add("message", Shown(diagnosis.sentence(view.lang)));
}

fn sub_indication(verdict: Verdict) -> Option<&'static str> {
    verdict.sub_indication().map(SubIndication::name)
}

fn document(verification: &Verification<'_>, members: &mut Object<'_>) {
    let input = verification.input;
    let place = verification.content();
    members.add("sha256", Hex(input.sha256()));
    members.add("armor", armor_name(input.armor));
    members.add("encoding", input.encoding.map(encoding_name));
    let content_type = input.document.ok().map(SignedDocument::content_type);
    members.add("content_type", content_type.map(Shown));
    members.add("content", place.map(|place| place.name()));
    let digest = match place {
        Some(ContentPlace::Embedded(octets) | ContentPlace::Detached(octets)) => {
            return members.add("content_sha256", Hex(fingerprint::sha256(octets)));
        }
        Some(ContentPlace::Streamed(content)) => content.digest(DigestAlgorithm::Sha256),
        Some(ContentPlace::Digest(digest)) if digest.algorithm() == DigestAlgorithm::Sha256 => {
            Some(digest)
        }
        _ => None,
    };
    let digest = digest.as_ref().map(|digest| Hex(digest.as_bytes()));
    members.add("content_sha256", digest);
}

pub(super) fn findings(findings: &[FindingCode], view: View, place: Place<'_>) {
    place.objects(findings, |finding, members| {
        members.add("code", finding.name());
        members.add("message", finding.sentence(view.lang));
    });
}

fn signer(
    verification: &Verification<'_>,
    index: usize,
    report: &SignerReport,
    view: View,
    all: &mut Object<'_>,
) {
    let document = verification.input.document.ok();
    let info = document.and_then(|document| document.signers().get(index));
    let signers = verification.certificate(report);
    let signers = signers.as_ref();
    all.add("index", index);
    all.add("verdict", report.verdict.name());
    all.add("sub_indication", sub_indication(report.verdict));
    all.add("sign_type", report.sign_type.name());
    all.add("digest_source", report.reading.name());
    all.add(
        "signed_attributes",
        info.is_some_and(SignerInfo::has_signed_attributes),
    );
    // An empty list: there are none. null: they can't be read.
    let attributes = all.member("unsigned_attributes");
    match info.and_then(SignerInfo::unsigned_attributes) {
        None => attributes.scalars::<&str>([]),
        Some(Err(_)) => attributes.null(),
        Some(Ok(set)) => attributes.scalars(set.as_slice().iter().map(|it| Shown(it.oid()))),
    }
    let digest = info.map(|info| oid_names::digest_algorithm(&info.digest_algorithm()));
    all.add("digest_algorithm", digest);
    let signature = info.map(|info| oid_names::signature_algorithm(&info.signature_algorithm()));
    all.add("signature_algorithm", signature);
    all.add("key", signers.map(|it| oid_names::key(&it.public_key())));
    let path = &report.path;
    let steps = path::steps(verification, path);
    let origin = report.certificate.map(Origin::Document);
    let sha256 = origin.and_then(|origin| {
        let on_path = steps.iter().find_map(|step| step.sha256_of(origin));
        on_path.or_else(|| verification.fingerprint(origin))
    });
    all.member("certificate")
        .optional(signers.zip(sha256), |(it, sha256), members| {
            certificate(it, sha256, view, members);
        });
    all.add(
        "certificate_source",
        verification.certificate_source(report),
    );
    all.add(
        "claimed_signing_time",
        report.claimed_signing_time.map(Shown),
    );
    path::fingerprints(&steps, all.member("path"));
    path::certificates(
        verification,
        report,
        &steps,
        signers,
        view,
        all.member("path_certificates"),
    );
    path::anchor(verification, path, signers, view, all.member("anchor"));
    all.add("pinned", path.is_pinned);
    all.member("revoked_later")
        .objects(&path.revoked_later, revocation_data::revoked_later);
    all.add("missing_issuer", view.missing_issuer(path, signers));
    all.member("policies")
        .scalars(path.policies.iter().map(Shown));
    let prevented = |it: &Check| report.prevented_by(it);
    checks::checks(&report.checks, prevented, view, all.member("checks"));
    findings(&report.findings, view, all.member("findings"));
}

pub(super) fn identity(identity: &Identity, view: View, members: &mut Object<'_>) {
    members.add("outcome", identity.name());
    if let Identity::Matched { layout, encoding }
    | Identity::Mismatched {
        layout, encoding, ..
    } = identity
    {
        members.add("layout", layout);
        members.add("encoding", encoding);
    }
    if let Identity::Mismatched {
        would_match: Some(other),
        ..
    } = identity
    {
        members.add("would_match", other);
    }
    if !identity.is_settled() {
        members.add("message", Shown(identity.sentence(view.lang)));
    }
}
