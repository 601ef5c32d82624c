//! What is in a CRL or an OCSP response.

use super::certificate::listed;
use super::writer::{Hex, Object, Shown};
use crate::fingerprint::sha256;
use crate::oid_names;
use crate::redaction::View;
use injang_core::report::Lang;
use injang_core::{
    BasicOcspResponse, Certificate, CertificateList, CertificateStatus, Error, OcspResponse,
    ResponderId, RevocationItem, ScopeField, SingleResponse,
};

/// A piece of evidence; `signers` are the certificates whose subjects are not named.
pub(super) fn item(
    item: &RevocationItem<'_>,
    signers: &[Certificate<'_>],
    view: View,
    members: &mut Object<'_>,
) {
    match item {
        RevocationItem::Ocsp(response) => ocsp(response, signers, view, members),
        RevocationItem::Crl(list) => crl(list, signers, view, members),
        _ => {}
    }
}

/// A piece that should be of this kind and can't be read.
pub(super) fn unreadable(
    kind: &str,
    octets: &[u8],
    error: Error,
    lang: Lang,
    members: &mut Object<'_>,
) {
    members.add("kind", kind);
    members.add("sha256", Hex(sha256(octets)));
    members.add("error", Shown(error.sentence(lang)));
}

/// A member of `crls` of another format.
pub(super) fn unrecognised(octets: &[u8], members: &mut Object<'_>) {
    members.add("kind", "unrecognised");
    members.add("sha256", Hex(sha256(octets)));
}

fn crl(
    crl: &CertificateList<'_>,
    signers: &[Certificate<'_>],
    view: View,
    members: &mut Object<'_>,
) {
    members.add("kind", oid_names::crl(crl));
    members.add("sha256", Hex(sha256(crl.octets())));
    members.add("issuer", view.authority(&crl.issuer(), signers));
    members.add("version", crl.version());
    members.add("this_update", Shown(crl.this_update()));
    members.add("next_update", crl.next_update().map(Shown));
    members.add("number", crl.number().map(Hex));
    members.add("base_number", crl.base_number().map(Hex));
    members.add("entries", crl.len());
    let scope = members.member("scope");
    match crl.scope_fields() {
        Some(fields) => scope.objects(fields, |field, members| {
            members.add("field", field.name());
            if let ScopeField::DistributionPoint(uri) = field {
                members.add("uri", uri);
            }
        }),
        None => scope.null(),
    }
    let algorithm = oid_names::signature_algorithm(&crl.signature_algorithm());
    members.add("signature_algorithm", algorithm);
    members.add("unprocessed_extension", crl.unprocessed().map(Shown));
}

fn ocsp(
    response: &OcspResponse<'_>,
    signers: &[Certificate<'_>],
    view: View,
    members: &mut Object<'_>,
) {
    members.add("kind", "ocsp");
    members.add("sha256", Hex(sha256(response.octets())));
    members.add("status", oid_names::response_status(response.status()));
    members
        .member("answer")
        .optional(response.basic(), |basic, members| {
            answer(basic, signers, view, members);
        });
}

fn answer(
    basic: &BasicOcspResponse<'_>,
    signers: &[Certificate<'_>],
    view: View,
    members: &mut Object<'_>,
) {
    members
        .member("responder")
        .object(|members| match basic.responder() {
            ResponderId::Name(name) => members.add("name", view.authority(&name, signers)),
            ResponderId::Key(hash) => members.add("key_sha1", Hex(hash)),
        });
    members.add("produced_at", Shown(basic.produced_at()));
    members
        .member("responses")
        .objects(basic.responses(), single);
    let algorithm = oid_names::signature_algorithm(&basic.signature_algorithm());
    members.add("signature_algorithm", algorithm);
    members.add("unprocessed_extension", basic.unprocessed().map(Shown));
    members
        .member("certificates")
        .objects(basic.certificates(), |it, members| {
            listed(it, view, members);
        });
}

fn single(single: &SingleResponse<'_>, members: &mut Object<'_>) {
    let (status, revoked_at, reason) = match single.status() {
        CertificateStatus::Good => ("good", None, None),
        CertificateStatus::Unknown => ("unknown", None, None),
        CertificateStatus::Revoked { revoked_at, reason } => ("revoked", Some(revoked_at), reason),
    };
    let algorithm = oid_names::digest_algorithm(&single.hash_algorithm());
    members.add("serial", Hex(single.serial()));
    members.add("hash_algorithm", algorithm);
    members.add("issuer_name_hash", Hex(single.name_hash()));
    members.add("issuer_key_hash", Hex(single.key_hash()));
    members.add("status", status);
    members.add("revoked_at", revoked_at.map(Shown));
    members.add("reason", reason.and_then(oid_names::revocation_reason));
    members.add("this_update", Shown(single.this_update()));
    members.add("next_update", single.next_update().map(Shown));
    members.add("unprocessed_extension", single.unprocessed().map(Shown));
}
