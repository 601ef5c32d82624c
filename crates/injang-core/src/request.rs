//! What is asked of one document, where a policy says what holds for all.

use crate::encoding::time::Time;
pub(crate) mod claim;
mod conditions;
pub(crate) mod content;
pub(crate) mod content_stream;
pub(crate) mod vid;

use crate::policy::PlainHashSource;
use crate::report::{AtSource, SignType};
use claim::Claim;
use content::Content;
use vid::VidLayout;

/// What is asked of one document: at which time, over which content, by whom.
///
/// The time has no default: it is the one at which the signature is known to have existed.
///
/// ```
/// use injang_core::{Content, Request, SignType, Time};
///
/// let request = Request::at(Time::parse("2026-03-02T09:00:00Z")?)
///     .content(Content::Detached(b"signed text"))
///     .sign_type(SignType::Message);
/// # Ok::<(), injang_core::TimeError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub(crate) at: Time,
    pub(crate) at_source: AtSource,
    pub(crate) content: Content<'a>,
    pub(crate) plain_hash: PlainHashSource,
    pub(crate) sign_type: Option<SignType>,
    pub(crate) claim: Claim<'a>,
    pub(crate) vid_layout: VidLayout,
}

impl<'a> Request<'a> {
    /// Judges at this time the content that is inside the document, any kind of signature, and
    /// claims nothing about who signed.
    pub const fn at(at: Time) -> Self {
        Self {
            at,
            at_source: AtSource::Caller,
            content: Content::Embedded,
            plain_hash: PlainHashSource::Prehash,
            sign_type: None,
            claim: Claim::none(),
            vid_layout: VidLayout::CiThenSerial,
        }
    }

    /// Judges at another time, which comes from this source. The source changes no verdict, and
    /// stands in every report.
    #[must_use]
    pub const fn at_time(mut self, at: Time, source: AtSource) -> Self {
        self.at = at;
        self.at_source = source;
        self
    }

    /// Says where the time comes from; default [`AtSource::Caller`]. It changes no verdict.
    #[must_use]
    pub const fn at_source(mut self, source: AtSource) -> Self {
        self.at_source = source;
        self
    }

    /// What the signature must be over; default [`Content::Embedded`].
    #[must_use]
    pub const fn content(mut self, content: Content<'a>) -> Self {
        self.content = content;
        self
    }

    /// What a [`Content::Digest`] is; default [`PlainHashSource::Prehash`].
    #[must_use]
    pub const fn plain_hash_source(mut self, source: PlainHashSource) -> Self {
        self.plain_hash = source;
        self
    }

    /// Demands the kind of signature that was asked of the provider; default any.
    #[must_use]
    pub const fn sign_type(mut self, sign_type: SignType) -> Self {
        self.sign_type = Some(sign_type);
        self
    }

    /// Who the signer is said to be; default [`Claim::none`].
    #[must_use]
    pub const fn claim(mut self, claim: Claim<'a>) -> Self {
        self.claim = claim;
        self
    }

    /// The only layout in which the VID of the claim may be; default [`VidLayout::CiThenSerial`].
    #[must_use]
    pub const fn vid_layout(mut self, layout: VidLayout) -> Self {
        self.vid_layout = layout;
        self
    }

    /// The time at which everything is judged.
    pub const fn time(&self) -> Time {
        self.at
    }

    /// The content that the signature must be over.
    pub const fn given_content(&self) -> Content<'a> {
        self.content
    }

    /// The layout of the VID.
    pub const fn layout(&self) -> VidLayout {
        self.vid_layout
    }

    /// Who the signer is said to be.
    pub const fn given_claim(&self) -> Claim<'a> {
        self.claim
    }
}
