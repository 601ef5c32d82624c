//! The addresses that a certificate names.

use super::object;
use crate::escape;
use injang_core::Certificate;
use serde_json::Value;

/// The addresses of a certificate, by kind.
pub(super) fn addresses(certificate: &Certificate<'_>) -> Value {
    let addresses = certificate.addresses();
    let list = |list: &[&str]| -> Value {
        list.iter()
            .map(|address| Value::from(escape::text(address)))
            .collect()
    };
    Value::Object(object([
        ("crl", list(&addresses.crl)),
        ("ocsp", list(&addresses.ocsp)),
        ("issuer", list(&addresses.issuer)),
        ("cps", list(&addresses.cps)),
    ]))
}
