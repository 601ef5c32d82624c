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
mod writer;

pub(crate) use conditions::policy;
#[cfg(feature = "response")]
pub(crate) use decision::decisions;
pub(crate) use inspection::{inspection, pieces};
pub(crate) use report::report;

use crate::fingerprint::Fingerprint;
use crate::oid_names;
use crate::redaction::View;
use injang_core::armor::Armor;
use injang_core::{Certificate, Encoding};
use writer::{Hex, Object, Shown};

/// The version of the schemas.
const SCHEMA: u32 = 2;

/// The name of an encoding.
pub(crate) fn encoding_name(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Der => "der",
        Encoding::Ber => "ber",
    }
}

pub(crate) fn armor_name(armor: Option<Armor>) -> Option<&'static str> {
    armor.map(Armor::name)
}

/// What both kinds of report say of a certificate with this fingerprint.
fn certificate(
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
