//! Verifies signed documents, and decides over providers' answers, in Arrow record batches: one row
//! in, one row out, in order.
//!
//! A row that can't be read is a row that says so, and is not accepted. No row depends on its
//! neighbours, on threads or on the size of batches. Several documents at a time have their
//! signature requests answered together ([`injang::Policy::audit_all`]); [`Engine::reader`] holds a few
//! batches in memory, however long the input is.
//!
//! [`Input`] lists the columns that are read, [`COLUMNS`] those that are written; `docs/batch.md`
//! has both as tables. What a verdict means is in [`injang`].
#![forbid(unsafe_code)]

mod cell;
mod constants;
mod engine;
mod fault;
mod input;
mod judge;
mod output;
mod question;
mod source;
#[cfg(test)]
mod tests;

pub use engine::{Engine, EngineBuilder, MOST_THREADS, ROWS, Reader};
pub use fault::{BatchError, RowError, RowFault};
pub use input::Input;
pub use output::{COLUMNS, SCHEMA_VERSION};
