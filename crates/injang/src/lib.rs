//! Injang as a library: from the octets of a file to a report for people or for programs.
//!
//! Nothing here reads a file, the clock or the environment: octets, names and times are arguments.
//! The crates below decide; this one reads what the caller has and writes down what came out.
//!
//! | module | what it does |
//! |---|---|
//! | [`input_document`] | reads octets in any armor as a signed document, as far as they can be |
//! | [`pem_or_der`] | finds certificates, CRLs and OCSP responses in PEM, DER or a list (.p7b) |
//! | [`verification`] | judges a document, and keeps what a report is written from |
#![cfg_attr(
    feature = "response",
    doc = "| [`response_results`] | keeps what was decided over answers of providers |"
)]
//! | [`json`] | writes reports for programs |
//! | [`text`] | writes reports for people, in English and in Korean |
//! | [`next_step`] | says what to do with an input that is no signed document |
#![cfg_attr(
    feature = "response",
    doc = "| [`remedy`] | says what to do about the reasons of a decision |"
)]
//! | [`redaction`] | withholds names of persons unless they are asked for |
//! | [`escape`] | makes text of unknown origin harmless to look at |
//!
//! What identifies a person stays out of everything written here unless it is asked for: a CI always,
//! the subject's name without [`View::show_subject`](redaction::View::show_subject). Neither these nor
//! a VID or the content ever stand in an error.
#![forbid(unsafe_code)]

#[cfg(not(any(feature = "aws-lc-rs", feature = "rustcrypto")))]
compile_error!("injang needs a crypto backend: turn on the feature `aws-lc-rs` or `rustcrypto`");

pub mod escape;
mod fingerprint;
pub mod input_document;
pub mod json;
mod kisa;
pub mod next_step;
mod oid_names;
mod pem;
pub mod pem_or_der;
pub mod redaction;
#[cfg(feature = "response")]
pub mod remedy;
#[cfg(feature = "response")]
pub mod response_results;
pub mod text;
mod unreadable;
pub mod verification;

pub use fingerprint::PolicyFingerprints;
pub use unreadable::UnreadableFile;

/// Name and version of this library, as reports state them.
pub const ENGINE: &str = injang_core::ENGINE;
