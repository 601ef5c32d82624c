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
//! id and data, or digest. One signer signed them all. Whom the request asks for is whom the caller
//! holds, as far as both say it. That signer is this person: by the VID, which ties the CI to the
//! certificate, or by a CI that came authenticated; if no CI is held, by a DI that is held and came
//! authenticated (Toss). What an answer only repeats of the request counts for nothing.
//!
//! # What it does not mean
//! What [`injang_core`] does not prove. That the request is the one that was sent: it is the caller's
//! own record. That a person who is compared by name, birthday or phone number is the one who
//! signed: the provider says so, its signature does not.
//!
//! # Time
//! Signatures are verified at the time that the caller gives, which is best the one at which the answer was
//! received. Where a signer claims a signing time, it lies within the transaction as the provider
//! dates it, and not after the time of verification, five minutes allowed. The provider's own
//! completion time can be the time of verification, but only where the caller asks for it ([`At`]):
//! it is unsigned.
//!
//! # Missing pieces
//! No request, no CI, no VID: what is missing is said, and leaves the decision UNDETERMINED unless
//! the caller waives that very check by name ([`Waiver`]). A difference can't be waived. A key that
//! is missing rejects nothing: what it would open is undecided.
//!
//! ```
//! use injang_response::{At, Exchange, Keys, Product, Provider, Request, Response};
//! use injang_core::{Ci, Policy, Revocation, Time, TrustAnchor};
//!
//! # macro_rules! file { ($name:literal) => { &include_bytes!(concat!("../../../tests/responses/", $name))[..] } }
//! # let (ca, sent, came) = (file!("ca.der"), file!("kakao-single/text/request.json"), file!("kakao-single/text/response.json"));
//! # let (kept, held) = (file!("kakao-single/text/keys.json"), file!("kakao-single/text/ci.txt"));
//! let crypto = injang_crypto::default_backend();
//! // When the answer was received.
//! let at = At::Time(Time::parse("2026-03-02T09:00:00Z")?);
//! let anchor = TrustAnchor::from_certificate(ca)?;
//! let policy = Policy::new(crypto, [anchor], Revocation::NotChecked);
//!
//! let product = Product::from_name(Provider::Kakao, "K3510");
//! let request = Request::parse(Provider::Kakao, sent)?;
//! let answer = Response::parse(Provider::Kakao, product, came);
//! let keys = Keys::parse(kept)?;
//! let ci = Ci::from_base64(held);
//! let exchange = Exchange::new(Provider::Kakao, answer.as_ref())
//!     .request(&request)
//!     .keys(&keys)
//!     .ci(ci.as_ref().map_err(|rule| *rule));
//! assert!(exchange.decide(&policy, at).is_accepted());
//!
//! // Cut off on its way: no error, but a decision that says so.
//! let cut = Response::parse(Provider::Kakao, product, &came[..came.len() / 2]);
//! let decision = Exchange::new(Provider::Kakao, cut.as_ref()).decide(&policy, at);
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

mod ci_list;
mod cipher;
mod compare;
mod content_map;
mod decide;
mod decision;
mod digest_text;
mod document;
mod environment;
mod exchange;
mod finding;
mod findings;
mod format_error;
mod hidden;
mod identity;
mod json;
mod keys;
mod members;
mod pairing;
mod person;
mod pointer;
mod product;
mod provider;
mod provider_errors;
mod provider_time;
mod request;
mod response;
mod result_request;
mod seen;
mod seen_text;
mod short_signature;
mod signature_key;
mod signed_content;
mod tables;
mod times;
mod verification;

pub use ci_list::{CiList, Pseudonym};
pub use cipher::{
    Candidate, CbcKey, CipherError, CtrKey, Secret, TossSession, TossSessions, Wrapping,
};
pub use content_map::ContentMap;
pub use decision::{Decision, DecisionVerdict, IdentityReport, JudgedDocument, Match};
pub use environment::Environment;
pub use exchange::Exchange;
pub use finding::{
    DecisionCode, DecisionInput, Detail, Effect, Finding, NextStep, Remedy, Unit, Waiver, Whose,
};
pub use format_error::{FormatError, FormatRule};
pub use json::MAX_SIZE;
pub use keys::Keys;
pub use person::{Field, Person};
pub use pointer::Pointer;
pub use product::{Product, Provider};
pub use provider_errors::ProviderError;
pub use provider_time::{At, ProviderTimeFault};
pub use request::Request;
pub use response::{Response, Role};
pub use result_request::ResultRequest;
pub use seen::SeenSignatures;
pub use short_signature::{SessionPaths, ShortReport, ShortSignatures, TimeForm};
pub use tables::TABLES;
