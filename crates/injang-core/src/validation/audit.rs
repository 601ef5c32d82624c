//! The two verbs: audit describes, verify decides.

use super::Validation;
use crate::cms::document::SignedDocument;
use crate::encoding::armor;
use crate::encoding::ber::Limits;
use crate::encoding::error::Error;
use crate::policy::Policy;
use crate::report::Report;
use crate::request::Request;
use crate::request::content::Content;
use alloc::boxed::Box;
use core::fmt;

/// Describes a document from its first octet: armor, BER, syntax, every check. A document that can't
/// be read gives a report too.
pub fn audit(input: &[u8], policy: &Policy<'_>, request: &Request<'_>) -> Report {
    let judge = |document: Result<&SignedDocument<'_>, Error>| match document {
        Ok(document) => document.audit(policy, request),
        Err(error) => policy.unreadable(error, request),
    };
    match armor::decode(input) {
        Ok(decoded) => decoded.with_document(Limits::default(), judge),
        Err(error) => judge(Err(error)),
    }
}

impl Policy<'_> {
    /// The report on octets that can't be read as a signed document. It also says what is wrong with
    /// the texts of a claim.
    pub fn unreadable(&self, error: Error, request: &Request<'_>) -> Report {
        let identity = request.claim.without_signer();
        Report::unreadable(error, self.conditions(request), identity)
    }
}

impl<'a> SignedDocument<'a> {
    /// Describes every check for every signer, as data. Never an error.
    pub fn audit(&self, policy: &Policy<'_>, request: &Request<'_>) -> Report {
        let mut validation = self.validate(policy, request);
        validation.ask();
        validation.report()
    }

    /// Decides: a [`Verified`], which alone hands out the content as signed, or the report that says
    /// why not.
    pub fn verify<'c>(
        &self,
        policy: &Policy<'_>,
        request: &Request<'c>,
    ) -> Result<Verified<'c>, Rejection>
    where
        'a: 'c,
    {
        let octets = match request.content {
            Content::Detached(octets) => Some(octets),
            Content::Embedded | Content::Streamed(_) | Content::Digest(_) => {
                self.untrusted_content()
            }
        };
        Verified::new(self.audit(policy, request), octets)
    }

    /// Prepares the checks up to the signature requests, for callers that have the requests of many
    /// documents answered together.
    pub fn validate<'i>(&'i self, policy: &'i Policy<'i>, request: &Request<'i>) -> Validation<'i> {
        Validation::new(self, policy, request)
    }
}

/// A document of which every check passed, and whose signer is who was claimed.
#[derive(Clone)]
pub struct Verified<'a> {
    content: Option<&'a [u8]>,
    report: Report,
}

impl<'a> Verified<'a> {
    pub(crate) fn new(report: Report, content: Option<&'a [u8]>) -> Result<Self, Rejection> {
        if report.is_accepted() {
            Ok(Self { content, report })
        } else {
            Err(Rejection(Box::new(report)))
        }
    }

    /// What was signed; `None` if only its digest was given.
    pub fn content(&self) -> Option<&'a [u8]> {
        self.content
    }

    /// The report.
    pub fn report(&self) -> &Report {
        &self.report
    }
}

impl fmt::Debug for Verified<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verified")
            .field("report", &self.report)
            .finish_non_exhaustive()
    }
}

/// A document that is not accepted, with the report that says why.
#[derive(Clone, Debug)]
pub struct Rejection(Box<Report>);

impl Rejection {
    /// The report.
    pub fn report(&self) -> &Report {
        &self.0
    }

    /// The report, by value.
    pub fn into_report(self) -> Report {
        *self.0
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[cfg(feature = "messages")]
        return self.0.why().fmt(f);
        #[cfg(not(feature = "messages"))]
        f.write_str(self.0.verdict.name())
    }
}

impl core::error::Error for Rejection {}
