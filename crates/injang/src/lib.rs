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

#[cfg(feature = "response")]
mod decision;
mod document;
pub mod escape;
mod fingerprint;
pub mod input_document;
mod inspect;
pub mod json;
mod kisa;
mod material;
pub mod next_step;
mod oid_names;
mod pem;
pub mod pem_or_der;
mod policy;
pub mod redaction;
#[cfg(feature = "response")]
pub mod remedy;
mod report;
mod request;
#[cfg(feature = "response")]
pub mod response_results;
pub mod text;
mod unreadable;
pub mod verification;

/// What an answer of a provider is held against: requests, keys, persons and files.
#[cfg(feature = "response")]
pub use injang_response as response;

#[cfg(feature = "response")]
pub use decision::{Decider, Decision};
pub use document::Document;
pub use injang_core::report::Lang;
pub use injang_core::{
    AlgorithmConstraints, AtSource, Budget, Certificate, Ci, CiError, Claim, Content,
    ContentStream, CryptoBackend, Diagnoses, Digest, DigestAlgorithm, Error, Identity, Limits, Oid,
    OidBuf, PlainHashSource, Profile, SignType, SignedDocument, StreamedContent, SubIndication,
    Time, TimeError, Verdict, Vid, VidEncoding, VidError, VidLayout,
};
pub use inspect::{Inspection, InspectionError, inspect};
pub use material::MaterialError;
pub use policy::{Policy, PolicyBuilder, Revocation};
pub use redaction::View;
pub use report::{Rejection, Report, Verified};
pub use request::Request;
pub use unreadable::UnreadableFile;
pub use verification::Acceptance;

/// The VID of a person with the certificate of this serial number, whose octets are the content of the
/// INTEGER; `None` only if a crypto backend was built in that has no SHA-256.
///
/// ```
/// use injang::{Ci, VidEncoding, VidLayout, vid};
///
/// # let text = "A".repeat(86) + "==";
/// # let text = text.as_bytes();
/// let ci = Ci::from_base64(text)?;
/// let vid = vid(&ci, &[0x01, 0x23], VidLayout::CiThenSerial).expect("SHA-256");
/// assert_eq!(vid.to_text(VidEncoding::Base64).len(), 44);
/// # Ok::<(), injang::CiError>(())
/// ```
pub fn vid(ci: &Ci, serial: &[u8], layout: VidLayout) -> Option<Vid> {
    Vid::compute(injang_crypto::default_backend(), ci, serial, layout)
}

/// Name and version of this library, as reports state them.
pub const ENGINE: &str = injang_core::ENGINE;
