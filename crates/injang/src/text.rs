//! Reports for people, in English and in Korean.
//!
//! What a document or certificate says is quoted, never repeated as the program's own word: every
//! line of content stands behind a bar, and every character that could make a line look like
//! another is escaped. What matters stands in words; marks and colours only repeat it.

mod addresses;
mod advice;
mod brief;
mod certificate;
mod conditions;
mod content;
#[cfg(feature = "response")]
mod decision;
mod evidence;
mod inspection;
mod page;
mod parts;
mod path;
#[cfg(feature = "response")]
pub mod remedy;
mod report;
mod revocation_data;
mod signer;
mod time;

pub(crate) use brief::brief_report;
#[cfg(feature = "response")]
pub(crate) use decision::{brief_decisions, decisions};
pub(crate) use inspection::{inspection, pieces};
pub(crate) use report::report;

pub(crate) use advice::advice;
pub(crate) use inspection::claimed_signing_time;
