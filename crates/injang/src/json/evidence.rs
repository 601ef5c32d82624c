//! What is in a CRL or an OCSP response.

use super::inspection::listed;
use super::object;
use crate::fingerprint::{hex, sha256};
use crate::oid_names;
use crate::redaction::View;
use injang_core::report::Lang;
use injang_core::{
    BasicOcspResponse, Certificate, CertificateList, CertificateStatus, Error, OcspResponse,
    ResponderId, RevocationItem, ScopeField, SingleResponse, Time,
};
use serde_json::{Map, Value};

/// A piece of evidence; `signers` are the certificates whose subjects are not named.
pub(super) fn item(item: &RevocationItem<'_>, signers: &[Certificate<'_>], view: View) -> Value {
    Value::Object(match item {
        RevocationItem::Ocsp(response) => ocsp(response, signers, view),
        RevocationItem::Crl(list) => crl(list, signers, view),
        _ => Map::new(),
    })
}

/// A piece that should be of this kind and can't be read.
pub(super) fn unreadable(kind: &str, octets: &[u8], error: Error, lang: Lang) -> Value {
    Value::Object(object([
        ("kind", kind.into()),
        ("sha256", sha256(octets).into()),
        ("error", error.sentence(lang).to_string().into()),
    ]))
}

/// A member of `crls` of another format.
pub(super) fn unrecognised(octets: &[u8]) -> Value {
    Value::Object(object([
        ("kind", "unrecognised".into()),
        ("sha256", sha256(octets).into()),
    ]))
}

fn optional_time(time: Option<Time>) -> Value {
    time.map(|time| time.to_string()).into()
}

fn crl(crl: &CertificateList<'_>, signers: &[Certificate<'_>], view: View) -> Map<String, Value> {
    object([
        ("kind", oid_names::crl(crl).into()),
        ("sha256", sha256(crl.octets()).into()),
        ("issuer", view.authority(&crl.issuer(), signers).into()),
        ("version", crl.version().into()),
        ("this_update", crl.this_update().to_string().into()),
        ("next_update", optional_time(crl.next_update())),
        ("number", crl.number().map(hex).into()),
        ("base_number", crl.base_number().map(hex).into()),
        ("entries", crl.len().into()),
        ("scope", crl.scope_fields().map(|it| scope(&it)).into()),
        (
            "signature_algorithm",
            oid_names::signature_algorithm(&crl.signature_algorithm()).into(),
        ),
        (
            "unprocessed_extension",
            crl.unprocessed().map(|oid| oid.to_string()).into(),
        ),
    ])
}

fn scope(fields: &[ScopeField<'_>]) -> Value {
    let field = |field: &ScopeField<'_>| {
        let mut members = object([("field", field.name().into())]);
        if let ScopeField::DistributionPoint(uri) = field {
            members.insert("uri".into(), (*uri).into());
        }
        Value::Object(members)
    };
    fields.iter().map(field).collect()
}

fn ocsp(
    response: &OcspResponse<'_>,
    signers: &[Certificate<'_>],
    view: View,
) -> Map<String, Value> {
    let answer = response
        .basic()
        .map(|basic| Value::Object(answer(basic, signers, view)));
    object([
        ("kind", "ocsp".into()),
        ("sha256", sha256(response.octets()).into()),
        (
            "status",
            oid_names::response_status(response.status()).into(),
        ),
        ("answer", answer.into()),
    ])
}

fn answer(
    basic: &BasicOcspResponse<'_>,
    signers: &[Certificate<'_>],
    view: View,
) -> Map<String, Value> {
    let responder = match basic.responder() {
        ResponderId::Name(name) => object([("name", view.authority(&name, signers).into())]),
        ResponderId::Key(hash) => object([("key_sha1", hex(hash).into())]),
    };
    let certificates = basic.certificates().iter();
    object([
        ("responder", responder.into()),
        ("produced_at", basic.produced_at().to_string().into()),
        ("responses", basic.responses().iter().map(single).collect()),
        (
            "signature_algorithm",
            oid_names::signature_algorithm(&basic.signature_algorithm()).into(),
        ),
        (
            "unprocessed_extension",
            basic.unprocessed().map(|oid| oid.to_string()).into(),
        ),
        (
            "certificates",
            certificates
                .map(|it| Value::Object(listed(it, view)))
                .collect(),
        ),
    ])
}

fn single(single: &SingleResponse<'_>) -> Value {
    let (status, revoked_at, reason) = match single.status() {
        CertificateStatus::Good => ("good", None, None),
        CertificateStatus::Unknown => ("unknown", None, None),
        CertificateStatus::Revoked { revoked_at, reason } => ("revoked", Some(revoked_at), reason),
    };
    Value::Object(object([
        ("serial", hex(single.serial()).into()),
        (
            "hash_algorithm",
            oid_names::digest_algorithm(&single.hash_algorithm()).into(),
        ),
        ("issuer_name_hash", hex(single.name_hash()).into()),
        ("issuer_key_hash", hex(single.key_hash()).into()),
        ("status", status.into()),
        ("revoked_at", optional_time(revoked_at)),
        (
            "reason",
            reason.and_then(oid_names::revocation_reason).into(),
        ),
        ("this_update", single.this_update().to_string().into()),
        ("next_update", optional_time(single.next_update())),
        (
            "unprocessed_extension",
            single.unprocessed().map(|oid| oid.to_string()).into(),
        ),
    ]))
}
