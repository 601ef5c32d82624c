//! Injang (인장) verifies the electronic signatures that Korean providers hand to a relying party:
//! CMS `SignedData` (RFC 5652), as Kakao, Toss and others make it.
//!
//! # What it proves
//! That the content, or its digest, is exactly what was signed; that the signature verifies under
//! the key of a certificate; that this certificate was issued by an authority that the caller
//! trusts and was valid at the time that the caller names; and, where the caller claims it, that
//! the provider's VID ties that certificate to the person with a certain CI.
//!
//! # What it does not prove
//! That the signer read or meant what they signed. When they signed: the time is the caller's
//! proof, and a signing time in the document is the signer's claim. That an anchor deserves trust.
//! That no certificate of the path had been revoked, where the policy says not to ask
//! ([`Revocation::NotChecked`]). Where it asks, the revocation data is what the caller and the document
//! bring: nothing is fetched. What is not known is `INDETERMINATE`, never passed.
//!
//! # How
//! There is no I/O here, no clock, no global, and no cryptography: octets, anchors, time and a
//! [`CryptoBackend`] (from the crate `injang-crypto`) are arguments.
//!
//! ```
//! use injang_core::{Limits, Policy, Request, Revocation, SignedDocument, Time, TrustAnchor};
//!
//! # let ca: &[u8] = include_bytes!("../../../tests/vectors/toss/ca.der");
//! # let text: &[u8] = include_bytes!("../../../tests/vectors/toss/attached/document.der");
//! # let crypto = injang_crypto::default_backend();
//! let policy = Policy::new(
//!     crypto,
//!     [TrustAnchor::from_certificate(ca)?],
//!     Revocation::NotChecked,
//! );
//! let request = Request::at(Time::parse("2026-03-02T09:00:00Z")?);
//! let decoded = injang_core::armor::decode(text)?;
//! let der = decoded.to_der(Limits::default())?;
//! let document = SignedDocument::parse(&der)?;
//!
//! // Describe: every check, as data.
//! let report = document.audit(&policy, &request);
//! assert_eq!(report.verdict.name(), "TOTAL-PASSED");
//!
//! // Decide: the content, or the reason why not.
//! let verified = document.verify(&policy, &request)?;
//! assert!(verified.content().is_some());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Paths and revocation
//! A path may lead over certificates of the document and of the policy. Revocation data is read once and
//! shared; a policy for many documents caches which signatures of CAs verified.
//!
//! ```
//! use injang_core::{Certificate, RevocationData, Policy, Revocation, Time, TrustAnchor};
//!
//! # fn make(root: &[u8], ca: &[u8], crl: &[u8], signer: &[u8]) -> Result<(), Box<dyn std::error::Error>> {
//! let crypto = injang_crypto::default_backend();
//! let mut revocation_data = RevocationData::new();
//! revocation_data.add(crl, crypto)?;
//! let anchor = TrustAnchor::from_certificate(root)?;
//! let policy = Policy::new(crypto, [anchor], Revocation::Require(&revocation_data))
//!     .intermediates([Certificate::from_der(ca)?])
//!     .cache(1 << 16);
//!
//! // A certificate by itself is judged as a document's signer is.
//! let at = Time::parse("2026-03-02T09:00:00Z")?;
//! let report = policy.audit_certificate(&Certificate::from_der(signer)?, &[], at);
//! for certificate in &report.path.certificates {
//!     for check in &certificate.checks {
//!         println!("{} {}", check.id.name(), check.outcome.name());
//!     }
//! }
//! # Ok(())
//! # }
//! ```
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

#[macro_use]
pub mod codes;

mod algorithm;
mod check;
mod cms;
mod crypto;
#[cfg(feature = "diagnose")]
mod diagnose;
mod encoding;
mod path;
mod policy;
pub mod report;
mod request;
mod tables;
mod validation;
mod x509;

pub use algorithm::{
    AlgorithmIdentifier, Curve, DigestAlgorithm, PssParameters, PublicKey, RsaUsage,
    SignatureAlgorithm, SubjectPublicKeyInfo,
};
pub use cms::document::SignedDocument;
pub use cms::{
    Attribute, Attributes, CertificateChoice, RevocationInfo, SignerIdentifier, SignerInfo,
    UnrecognisedCertificate,
};
pub use crypto::budget::Budget;
pub use crypto::{
    CryptoBackend, Digest, DigestStream, RequestError, SignatureInput, SignatureRequest,
    SignatureStatus,
};
#[cfg(feature = "diagnose")]
pub use diagnose::{Cause, Change, Diagnoses, Diagnosis, Side};
pub use encoding::armor;
pub use encoding::ber::{Der, Encoding, Limits};
pub use encoding::error::{CiError, Error, ErrorKind, OtherFormat, VidError};
pub use encoding::oid::{Oid, OidBuf};
pub use encoding::text::is_deceptive;
pub use encoding::time::{Time, TimeError};
pub use policy::revocation_data::{RevocationData, RevocationItem};
pub use policy::{AlgorithmConstraints, PlainHashSource, Policy, Profile, Revocation, TrustAnchor};
pub use report::conditions::ENGINE;
pub use report::{
    AtSource, CertificateReport, Conditions, Identity, PathReport, PolicyConditions, Report,
    RevocationDataReport, RevocationMode, SignType, SignerReport, SubIndication, Verdict,
};
pub use request::Request;
pub use request::claim::Claim;
pub use request::content::Content;
pub use request::content_stream::{ContentStream, StreamedContent};
pub use request::vid::{Ci, Vid, VidEncoding, VidLayout};
pub use tables::TABLES;
pub use validation::Validation;
pub use validation::audit::{Rejection, Verified, audit};
pub use x509::ocsp::{
    BasicOcspResponse, CertificateStatus, OcspResponse, ResponderId, SingleResponse,
};
#[cfg(feature = "count-work")]
pub use x509::octets_of_names;
pub use x509::{
    Addresses, Certificate, CertificateList, Extension, Name, RevokedCertificate, ScopeField,
    Validity,
};
