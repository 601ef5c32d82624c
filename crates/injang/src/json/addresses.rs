//! The addresses that a certificate names.

use super::writer::{Object, Shown};
use crate::escape::Escaped;
use injang_core::Certificate;

/// The addresses of a certificate, by kind.
pub(super) fn addresses(certificate: &Certificate<'_>, members: &mut Object<'_>) {
    let addresses = certificate.addresses();
    for (kind, list) in [
        ("crl", &addresses.crl),
        ("ocsp", &addresses.ocsp),
        ("issuer", &addresses.issuer),
        ("cps", &addresses.cps),
    ] {
        let escaped = list.iter().map(|address| Shown(Escaped(address)));
        members.member(kind).scalars(escaped);
    }
}
