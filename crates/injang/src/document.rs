//! A signed document: read, not judged; and the ways to have it judged.

use crate::ber::Der;
use crate::cms::{CertificateChoice, RevocationInfo, SignedData, SignerInfo};
use crate::crypto::Digest;
use crate::error::Error;
use crate::oid::Oid;
use crate::policy::Policy;
use crate::report::Report;
use crate::verify::{Claim, Inquiry, Rejection, Verified};

/// What the signature is said to be over.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Content<'a> {
    /// The content inside the document.
    Embedded,
    /// These octets. If the document has a content too, both must be the same.
    Detached(&'a [u8]),
    /// A content of which only the digest is at hand (PLAIN_HASH). If the document has a content,
    /// this must be its digest.
    Digest(Digest),
}

/// Signed content never enters a log through `Debug`.
impl core::fmt::Debug for Content<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Embedded => f.write_str("Embedded"),
            Self::Detached(octets) => write!(f, "Detached({} octets)", octets.len()),
            Self::Digest(digest) => digest.fmt(f),
        }
    }
}

/// A CMS `SignedData` that has been read to its end.
///
/// Nothing about it is judged: what a method with `untrusted` in its name gives may be anybody's.
pub struct SignedDocument<'a> {
    der: &'a Der<'a>,
    data: SignedData<'a>,
}

impl<'a> SignedDocument<'a> {
    /// Reads the document. Offsets in errors count in the octets as they were sent.
    pub fn parse(der: &'a Der<'_>) -> Result<Self, Error> {
        let data = SignedData::read(der)
            .map_err(|error| error.at(der.source_offset(error.offset())))?;
        Ok(Self { der, data })
    }

    /// The octets that it is read from.
    pub fn der(&self) -> &'a Der<'a> {
        self.der
    }

    pub(crate) fn data(&self) -> &SignedData<'a> {
        &self.data
    }

    /// eContentType.
    pub fn content_type(&self) -> Oid<'a> {
        self.data.content_type
    }

    /// The embedded content, whoever wrote it.
    pub fn untrusted_content(&self) -> Option<&'a [u8]> {
        self.data.content
    }

    /// The members of `certificates`, in the document's order. None of them is trusted for being
    /// here.
    pub fn certificates(&self) -> &[CertificateChoice<'a>] {
        &self.data.certificates
    }

    /// The signers, in the document's order.
    pub fn signers(&self) -> &[SignerInfo<'a>] {
        &self.data.signers
    }

    /// How many CRLs the document brings, and how many members of `crls` that are none. Neither is
    /// used yet.
    pub fn revocation_infos(&self) -> (usize, usize) {
        self.data.revocation_infos().fold((0, 0), |(crls, others), info| match info {
            RevocationInfo::Crl => (crls + 1, others),
            RevocationInfo::Other => (crls, others + 1),
        })
    }

    /// Describes: every check for every signer, as data. Never an error.
    pub fn audit(&self, policy: &Policy<'_>, content: Content<'_>, claim: Claim<'_>) -> Report {
        let mut inquiry = self.inquire(policy, content, claim);
        inquiry.ask();
        inquiry.conclude()
    }

    /// Decides: a [`Verified`], from which alone the content can be taken as signed, or the report
    /// that says why not.
    pub fn verify<'c>(
        &self,
        policy: &Policy<'_>,
        content: Content<'c>,
        claim: Claim<'_>,
    ) -> Result<Verified<'c>, Rejection>
    where
        'a: 'c,
    {
        let octets = match content {
            Content::Detached(octets) => Some(octets),
            Content::Embedded | Content::Digest(_) => self.data.content,
        };
        Verified::new(self.audit(policy, content, claim), octets)
    }

    /// Prepares the checks up to the questions to the arithmetic, for callers that have those of
    /// many documents answered together.
    pub fn inquire<'i>(
        &'i self,
        policy: &'i Policy<'i>,
        content: Content<'i>,
        claim: Claim<'i>,
    ) -> Inquiry<'i> {
        Inquiry::new(self, policy, content, claim)
    }
}

impl core::fmt::Debug for SignedDocument<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("SignedDocument")
            .field("content_type", &self.data.content_type)
            .field("content_octets", &self.data.content.map(<[u8]>::len))
            .field("certificates", &self.data.certificates.len())
            .field("signers", &self.data.signers.len())
            .finish_non_exhaustive()
    }
}
