//! Reports for programs. The keys stand in a fixed order, and nothing depends on locale, clock or
//! terminal: the same inputs give the same octets. `schema/report.json`, `schema/inspect.json` and
//! `schema/response.json` describe them.

mod addresses;
mod checks;
mod conditions;
#[cfg(feature = "response")]
mod decision;
mod evidence;
mod inspection;
mod path;
mod report;
mod revocation_data;

#[cfg(feature = "response")]
pub use decision::decisions;
pub use inspection::{inspection, pieces};
pub use report::report;

use crate::fingerprint::{hex, sha256};
use crate::oid_names;
use crate::redaction::View;
use injang_core::armor::Armor;
use injang_core::{Certificate, Encoding};
use serde_json::{Map, Value};

/// The version of the schemas.
const SCHEMA: u32 = 2;

/// The name of an encoding.
fn encoding_name(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Der => "der",
        Encoding::Ber => "ber",
    }
}

fn armor_name(armor: Option<Armor>) -> Value {
    armor.map(Armor::name).into()
}

/// The text of a whole report.
fn written(members: Map<String, Value>) -> String {
    format!("{:#}\n", Value::Object(members))
}

/// An object of the members in this order.
fn object<const N: usize>(members: [(&str, Value); N]) -> Map<String, Value> {
    members
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
}

/// What both kinds of report say of a certificate.
fn certificate(certificate: &Certificate<'_>, view: View) -> Map<String, Value> {
    let mut members = object([
        ("serial", hex(certificate.serial()).into()),
        ("issuer", view.issuer(certificate).into()),
        ("subject", view.subject(certificate).into()),
    ]);
    let policies = oid_names::policies(certificate);
    let dotted = |policies: Vec<injang_core::Oid<'_>>| {
        policies.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    members.extend(object([
        ("sha256", sha256(certificate.octets()).into()),
        (
            "not_before",
            certificate.validity().not_before.to_string().into(),
        ),
        (
            "not_after",
            certificate.validity().not_after.to_string().into(),
        ),
        ("policies", policies.map(dotted).into()),
        ("addresses", addresses::addresses(certificate)),
    ]));
    members
}
