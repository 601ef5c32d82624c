//! Injang (인장) verifies the electronic signatures that Kakao, Toss and others hand to a Korean relying
//! party, and says what was signed, by whom, and why the verdict follows.
//!
//! ```
//! use injang::{Policy, Request, Revocation};
//!
//! # let ca = include_bytes!("../../../tests/vectors/toss/ca.der");
//! # let octets = include_bytes!("../../../tests/vectors/toss/attached/document.der");
//! // Made once, from octets in any armor, and shared by all threads.
//! let policy = Policy::builder(Revocation::NotChecked).trust(ca)?.build();
//! // The request for one document. The time has no default.
//! let request = Request::at("2026-03-02T09:00:00Z".parse()?);
//!
//! // Describe: every check, as data; a document that can't be read is a report too.
//! let report = policy.audit(octets, &request);
//! assert!(report.is_accepted());
//!
//! // Decide: what was signed, or an error that carries the report.
//! let verified = policy.verify(octets, &request)?;
//! assert_eq!(verified.content().map(<[u8]>::len), Some(94));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | type | what it is |
//! |---|---|
//! | [`Policy`] | whom to trust, how strictly, with which revocation data; owns all of it |
//! | [`Request`] | time, content, kind of signature and claim for one document |
//! | [`Report`] | the result, as a value: getters, [JSON](Report::to_json), [text](Report::text) in two languages |
//! | [`Verified`], [`Rejection`] | the decision over a document |
//! | [`Document`] | a document before it is judged: which digests it needs of a large content |
//! | [`Inspection`] | what is in a file, without judging it |
#![cfg_attr(
    feature = "response",
    doc = "| [`Decision`] | the decision over an answer of Kakao, Barocert or Toss |"
)]
//!
//! Nothing here reads a file, the clock or the environment: octets, names and times are arguments. What
//! a verdict means, and what decides it, is in [`injang_core`].
//!
//! What identifies a person stays out of everything written here unless it is asked for: a CI always,
//! the subject's name without [`View::show_subject`]. Neither these nor a VID or the content ever stand
//! in an error.
#![forbid(unsafe_code)]

#[cfg(not(any(feature = "aws-lc-rs", feature = "rustcrypto")))]
compile_error!("injang needs a crypto backend: turn on the feature `aws-lc-rs` or `rustcrypto`");

pub mod codes;
#[cfg(feature = "response")]
mod decision;
mod digest_text;
mod document;
pub mod escape;
#[cfg(feature = "response")]
mod exchange;
mod facts;
mod fingerprint;
mod input_document;
mod inspect;
mod json;
mod kisa;
mod many;
mod material;
mod names;
mod next_step;
mod oid_names;
mod option_names;
pub mod pem_or_der;
mod policy;
mod redaction;
mod report;
mod request;
#[cfg(feature = "response")]
mod response_results;
mod signer;
#[cfg(test)]
mod tests;
mod text;
mod unreadable;
mod verification;

/// What an answer of a provider is compared with: requests, keys, persons and files.
#[cfg(feature = "response")]
pub use injang_response as response;

#[cfg(feature = "response")]
pub use decision::{Decider, Decision};
pub use digest_text::{DigestTextError, parse_digest};
pub use document::Document;
#[cfg(feature = "response")]
pub use exchange::{ExchangeError, OwnedExchange, rules as exchange_rules, rules::ExchangeRule};
pub use injang_core;
pub use injang_core::report::{
    Check, EvidenceUsed, FindingCode, Lang, Origin, PathCertificate, RevocationPiece, RevokedLater,
    SignerReport,
};
pub use injang_core::{
    AlgorithmConstraints, AtSource, Budget, Certificate, Ci, CiError, Claim, Content,
    ContentStream, CryptoBackend, Diagnoses, Digest, DigestAlgorithm, Error, Identity, Limits, Oid,
    OidBuf, PlainHashSource, Profile, SignType, SignedDocument, StreamedContent, SubIndication,
    Time, TimeError, TrustAnchor, Verdict, Vid, VidEncoding, VidError, VidLayout,
};
pub use inspect::{Inspection, InspectionError, inspect};
pub use material::{MaterialError, certificates};
#[cfg(feature = "response")]
pub use names::parse_waivers;
pub use names::{parse_serial, parse_sign_type};
pub use option_names::{OptionNames, Parameter};
pub use policy::{Policy, PolicyBuilder, Revocation};
pub use redaction::View;
pub use report::{Rejection, Report, Verified};
pub use request::Request;
pub use signer::Signer;
#[cfg(feature = "response")]
pub use text::remedy;
pub use unreadable::UnreadableFile;
pub use verification::Acceptance;

/// The VID of a person with the certificate of this serial number, whose octets are the content of the
/// INTEGER; `None` only if there is no octet, or if a crypto backend was built in that has no SHA-256.
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
