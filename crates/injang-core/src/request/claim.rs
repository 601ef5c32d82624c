//! Who the caller says that the signer is.

use super::vid::{Ci, Vid};
use crate::encoding::error::{CiError, VidError};
use crate::report::Identity;

/// A CI and a VID, or what is wrong with the texts of them.
type Texts<'a> = (Result<&'a Ci, CiError>, Result<&'a Vid, VidError>);

/// Who the caller claims that the signer is.
#[derive(Clone, Copy, Debug)]
pub struct Claim<'a> {
    pub(crate) vid: Option<Texts<'a>>,
    pub(crate) signer: Option<usize>,
}

impl<'a> Claim<'a> {
    /// No claim: any signer will do.
    pub const fn none() -> Self {
        Self {
            vid: None,
            signer: None,
        }
    }

    /// Claims that the signer is the person with this CI: the VID, which the provider gave with the
    /// signature, must be that of this CI and the signer's certificate, in the layout of
    /// [`Request::vid_layout`](crate::Request::vid_layout).
    pub const fn vid(ci: &'a Ci, vid: &'a Vid) -> Self {
        Self {
            vid: Some((Ok(ci), Ok(vid))),
            signer: None,
        }
    }

    /// The same from texts that may turn out to be none: the report then says `malformed-ci` or
    /// `malformed-vid`, and everything else about the document is still judged.
    pub fn parsed(ci: Result<&'a Ci, CiError>, vid: Result<&'a Vid, VidError>) -> Self {
        Self {
            vid: Some((ci, vid)),
            signer: None,
        }
    }

    /// Which signer is meant, by index. Needed only where there are several.
    #[must_use]
    pub const fn of_signer(mut self, index: usize) -> Self {
        self.signer = Some(index);
        self
    }

    /// The outcome of the claim where no signer can be compared with it. What is wrong with its texts
    /// is reported all the same.
    pub fn without_signer(&self) -> Identity {
        match self.vid {
            None => Identity::NotClaimed,
            Some((Err(rule), _)) => Identity::MalformedCi { rule },
            Some((_, Err(VidError))) => Identity::MalformedVid,
            Some((Ok(_), Ok(_))) => Identity::NoSignerCertificate,
        }
    }
}
