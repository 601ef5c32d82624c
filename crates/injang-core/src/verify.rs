//! The two verbs. Every check is a file under `verify/` that knows nothing of its siblings; in
//! which order they stand, and that none is left out, is decided in `validation`.

pub(crate) mod attributes;
pub(crate) mod content;
pub(crate) mod identity;
pub(crate) mod path;
pub(crate) mod revocation;
pub(crate) mod signature;

pub use content::Content;
pub use identity::Claim;

use crate::ber::Limits;
use crate::document::SignedDocument;
use crate::error::Error;
use crate::policy::Policy;
use crate::report::Report;
use crate::request::Request;
use crate::validation::Validation;
use alloc::boxed::Box;
use core::fmt;

/// Describes a document from its first octet: armor, BER, syntax, every check. A document that
/// can't be read is a report too.
pub fn audit(input: &[u8], policy: &Policy<'_>, request: &Request<'_>) -> Report {
    let judge = || -> Result<Report, Error> {
        let decoded = crate::armor::decode(input)?;
        let der = decoded.to_der(Limits::default())?;
        Ok(SignedDocument::parse(&der)?.audit(policy, request))
    };
    judge().unwrap_or_else(|error| {
        Report::unreadable(
            error,
            policy.conditions(request),
            request.claim.without_signer(),
        )
    })
}

impl<'a> SignedDocument<'a> {
    /// Describes: every check for every signer, as data. Never an error.
    pub fn audit(&self, policy: &Policy<'_>, request: &Request<'_>) -> Report {
        let mut validation = self.validate(policy, request);
        validation.ask();
        validation.finish()
    }

    /// Decides: a [`Verified`], from which alone the content can be taken as signed, or the report
    /// that says why not.
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

    /// Prepares the checks up to the signature requests, for callers that have those of
    /// many documents answered together.
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

/// A document that is not to be relied on, and the report that says why.
#[derive(Clone, Debug)]
pub struct Rejection(Box<Report>);

impl Rejection {
    /// The report.
    pub fn report(&self) -> &Report {
        &self.0
    }

    /// The report, taken out.
    pub fn into_report(self) -> Report {
        *self.0
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.why().fmt(f)
    }
}

impl core::error::Error for Rejection {}
