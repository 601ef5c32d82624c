//! The request for one document.

use crate::material::{self, MaterialError};
use injang_core::{
    AtSource, Ci, Claim, Content, Digest, PlainHashSource, Request as CoreRequest, SignType,
    StreamedContent, Time, Vid, VidLayout,
};

/// What one document is judged by. The time has no default: it is the one at which the signature is
/// known to have existed, best the one at which the document was received. Content, CI and VID are
/// borrowed for the call.
///
/// ```
/// use injang::{Request, SignType};
///
/// let request = Request::at("2026-03-02T09:00:00Z".parse()?)
///     .sign_type(SignType::Message)
///     .detached(b"what the user was shown");
/// # Ok::<(), injang::TimeError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Request<'a> {
    pub(crate) core: CoreRequest<'a>,
    /// In DER.
    pub(crate) certificates: Vec<Vec<u8>>,
    pub(crate) diagnosis: DiagnosisRequest<'a>,
}

/// Whether other readings are tried, and of which content.
#[derive(Clone, Copy, Debug)]
pub(crate) enum DiagnosisRequest<'a> {
    NotAsked,
    /// Of the request's own, whichever is given last.
    OfRequest,
    Of(Content<'a>),
}

impl<'a> DiagnosisRequest<'a> {
    /// The content that is tried, where this is the request's.
    pub(crate) const fn content(self, own: Content<'a>) -> Option<Content<'a>> {
        match self {
            Self::NotAsked => None,
            Self::OfRequest => Some(own),
            Self::Of(content) => Some(content),
        }
    }
}

impl<'a> Request<'a> {
    /// Judges at this time the content inside the document, any kind of signature, and claims
    /// nothing about who signed.
    pub const fn at(time: Time) -> Self {
        Self {
            core: CoreRequest::at(time),
            certificates: Vec::new(),
            diagnosis: DiagnosisRequest::NotAsked,
        }
    }

    /// Says where the time comes from; default [`AtSource::Caller`]. It changes no verdict; every report
    /// states it.
    #[must_use]
    pub const fn at_source(mut self, source: AtSource) -> Self {
        self.core = self.core.at_source(source);
        self
    }

    /// Replaces the time, with where it comes from: for a request that is kept for many documents.
    #[must_use]
    pub const fn at_time(mut self, time: Time, source: AtSource) -> Self {
        self.core = self.core.at_time(time, source);
        self
    }

    /// The signature must be over these octets, which are not in the document. If the document has a
    /// content too, both must be equal.
    #[must_use]
    pub const fn detached(self, octets: &'a [u8]) -> Self {
        self.content(Content::Detached(octets))
    }

    /// The signature must be over this content, which was streamed in pieces
    /// ([`ContentStream`](crate::ContentStream)).
    #[must_use]
    pub const fn streamed(self, content: &'a StreamedContent) -> Self {
        self.content(Content::Streamed(content))
    }

    /// The signature must be over a content with this digest (sign type PLAIN_HASH).
    #[must_use]
    pub const fn digest(self, digest: Digest) -> Self {
        self.content(Content::Digest(digest))
    }

    /// The signature must be over this content.
    #[must_use]
    pub const fn content(mut self, content: Content<'a>) -> Self {
        self.core = self.core.content(content);
        self
    }

    /// What [`Request::digest`] is; default [`PlainHashSource::Prehash`], the digest of what was
    /// signed.
    #[must_use]
    pub const fn plain_hash_source(mut self, source: PlainHashSource) -> Self {
        self.core = self.core.plain_hash_source(source);
        self
    }

    /// Demands the kind of signature that was requested from the provider; default any.
    #[must_use]
    pub const fn sign_type(mut self, sign_type: SignType) -> Self {
        self.core = self.core.sign_type(sign_type);
        self
    }

    /// Claims that the signer is the person with this CI. The VID, which the provider gave with the
    /// signature, must be the SHA-256 digest of the CI and the serial number of the signer's certificate.
    #[must_use]
    pub const fn vid(self, ci: &'a Ci, vid: &'a Vid) -> Self {
        self.claim(Claim::vid(ci, vid))
    }

    /// Claims who the signer is ([`Claim::none`]: nothing).
    #[must_use]
    pub const fn claim(mut self, claim: Claim<'a>) -> Self {
        self.core = self.core.claim(claim);
        self
    }

    /// The layout of the VID: in which order and form CI and serial number are joined. Only this one
    /// matches; default [`VidLayout::CiThenSerial`].
    #[must_use]
    pub const fn vid_layout(mut self, layout: VidLayout) -> Self {
        self.core = self.core.vid_layout(layout);
        self
    }

    /// Certificates that came with the document, such as the signer's. In any form that
    /// [`PolicyBuilder::trust`](crate::PolicyBuilder::trust) takes. They are not trusted.
    pub fn certificates(mut self, octets: &[u8]) -> Result<Self, MaterialError> {
        self.certificates.extend(material::certificates(octets)?);
        Ok(self)
    }

    /// Looks for the reason of a verdict that is not TOTAL-PASSED: which other reading of the content,
    /// of the digest or of the VID would have matched. It changes no verdict.
    #[must_use]
    pub const fn diagnose(mut self) -> Self {
        self.diagnosis = DiagnosisRequest::OfRequest;
        self
    }

    /// The same with this content, where the request's own was streamed ([`Request::streamed`]).
    #[must_use]
    pub const fn diagnose_with(mut self, content: Content<'a>) -> Self {
        self.diagnosis = DiagnosisRequest::Of(content);
        self
    }
}
