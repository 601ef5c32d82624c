//! Reports for programs. The keys stand in a fixed order, and nothing depends on locale, clock or
//! terminal: the same inputs give the same octets. `schema/report.json`, `schema/inspect.json` and
//! `schema/response.json` describe them.

mod addresses;
mod certificate;
mod checks;
mod conditions;
#[cfg(feature = "response")]
mod decision;
mod inspection;
mod path;
mod report;
mod revocation_data;
mod revocation_item;
mod writer;

pub(crate) use conditions::policy;
#[cfg(feature = "response")]
pub(crate) use decision::decisions;
pub(crate) use inspection::{inspection, pieces};
pub(crate) use report::report;

use injang_core::Encoding;
use injang_core::armor::Armor;

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
