//! Decides over what a provider answered: Kakao, Barocert or Toss.
//!
//! What a relying party (이용기관) holds is no file with a signature but the JSON that it sent and
//! the JSON that came back. This crate reads both, decrypts the fields that a check needs, has the
//! core judge each signature, and says ACCEPTED, REJECTED or UNDETERMINED, with a code and a
//! sentence for every reason.
//!
//! # What ACCEPTED means
//! The provider itself says that it succeeded. Every document that was asked for came back, in
//! order, each under its own id, and none more. Each verifies under the kind of signature that was
//! asked for, up to an authority that the caller trusts. Each is over what was asked: transaction
//! id and data, or digest. One signer signed them all. That signer is the person who was asked: by
//! the VID, which ties the CI to the certificate, or by a CI that came authenticated.
//!
//! # What it does not mean
//! What [`injang`] does not prove. That the request is the one that was sent: it is the caller's
//! own record. That a person who is compared by name, birthday or phone number is the one who
//! signed: the provider says so, its signature does not.
//!
//! # Missing pieces
//! No request, no CI, no VID: what is missing is said, and leaves the decision UNDETERMINED unless
//! the caller waives that very check by name ([`Waiver`]). A difference can't be waived.
//!
//! ```
//! use injang_response::{Exchange, Provider, Request, Response, Waiver};
//! use injang::{Policy, Revocation, Time, TrustAnchor};
//!
//! # let ca: &[u8] = include_bytes!("../../../tests/vectors/kakao/ca.der");
//! let crypto = injang_crypto::default_provider();
//! let at = Time::parse("2026-03-02T09:00:00Z")?;
//! let anchor = TrustAnchor::from_certificate(ca)?;
//! let policy = Policy::new(crypto, [anchor], Revocation::NotChecked, at);
//!
//! let request = Request::parse(Provider::Kakao, br#"{"tx_id": "a1", "document_type": "TEXT",
//!     "document": "{\"txId\": \"a1\", \"data\": \"I agree\"}"}"#)?;
//! // Cut off on its way: no error, but a decision that says so.
//! let answer = Response::parse(Provider::Kakao, None, br#"{"status": "COMPLETED", "result": "#);
//! let decision = Exchange::new(Provider::Kakao, answer.as_ref())
//!     .request(&request)
//!     .waive([Waiver::Ci, Waiver::Vid])
//!     .decide(&policy);
//! assert_eq!(decision.verdict.name(), "REJECTED");
//! assert_eq!(decision.reasons[0].code.name(), "response-malformed");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Secrets
//! Keys, CIs and everything decrypted are wiped when dropped. None of them, no name and no content
//! stands in a decision, an error or `Debug`. What does are the identifiers of transactions and
//! documents, error codes, and the names of members that a provider does not document, each only if
//! it looks like one.
#![forbid(unsafe_code)]

mod answered;
mod asked;
mod base64_text;
mod cipher;
mod compare;
mod decide;
mod decision;
mod digest_text;
mod document;
mod exchange;
mod form;
mod identity;
mod json;
mod keys;
mod members;
mod pairing;
mod people;
mod person;
mod pointer;
mod product;
mod remark;
mod remarks;
mod short;

pub use answered::{Response, Role};
pub use asked::Request;
pub use cipher::{
    Candidate, CbcKey, CipherError, CtrKey, Secret, TossSession, TossSessions, Wrapping,
};
pub use compare::ContentMap;
pub use decision::{Decision, IdentityReport, JudgedDocument, Match, Verdict};
pub use exchange::Exchange;
pub use form::{Fault, FormError};
pub use json::MAX_SIZE;
pub use keys::Keys;
pub use people::{People, Pseudonym};
pub use person::{Field, Person};
pub use pointer::Pointer;
pub use product::{Product, Provider};
pub use remark::{Code, Detail, Effect, Remark, Waiver};
pub use short::{SessionPaths, ShortReport, ShortSignatures, TimeForm};
