//! What is said of a certificate.

use super::addresses;
use super::writer::{Hex, Object, Shown};
use crate::fingerprint::{Fingerprint, sha256};
use crate::redaction::View;
use crate::{kisa, oid_names};
use injang_core::Certificate;

/// What both kinds of report say of a certificate with this fingerprint.
pub(super) fn certificate(
    certificate: &Certificate<'_>,
    sha256: Fingerprint,
    view: View,
    members: &mut Object<'_>,
) {
    members.add("serial", Hex(certificate.serial()));
    members.add("issuer", view.issuer(certificate));
    members.add("subject", view.subject(certificate));
    members.add("sha256", Hex(sha256));
    let validity = certificate.validity();
    members.add("not_before", Shown(validity.not_before));
    members.add("not_after", Shown(validity.not_after));
    let policies = members.member("policies");
    match oid_names::policies(certificate) {
        Some(all) => policies.scalars(all.into_iter().map(Shown)),
        None => policies.null(),
    }
    members
        .member("addresses")
        .object(|members| addresses::addresses(certificate, members));
}

/// The same of one that is looked at by itself, with its algorithms.
pub(super) fn listed(it: &Certificate<'_>, view: View, members: &mut Object<'_>) {
    certificate(it, sha256(it.octets()), view, members);
    members.add("key", oid_names::key(&it.public_key()));
    let algorithm = oid_names::signature_algorithm(&it.signature_algorithm());
    members.add("signature_algorithm", algorithm);
    members.add("kisa_vid", kisa::is_present(it));
}
