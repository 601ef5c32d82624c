//! A second reader: what `cms` and `x509-cert` read of a document, a certificate or a CRL, compared
//! with what Injang reads.
//!
//! Both get the same octets: those that [`injang_core::Der`] has made. The two were written by
//! different people, so an error in reading shows where they disagree. Where they may, and why, is
//! a closed table: [`Reason`]. A content that differs has no place in it.

mod comparison;
mod elements;
mod facts;
mod ours;
mod reading;
mod reason;
mod theirs;

pub use comparison::{Comparison, Unexplained, certificate, content_as_sent, crl, document};
pub use reading::Field;
pub use reason::Reason;
