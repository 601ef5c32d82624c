//! The words for everything in a report, in English and in Korean.
//!
//! English is what `Display` writes and what JSON reports hold unless asked otherwise. Terms of
//! the standards (`signerInfos`, `message-digest`) stay as they are in both languages.

mod check;
mod headline;
mod unchecked;

pub use headline::RevocationGap;

use super::Lang;
use crate::codes::language::Sentence;
