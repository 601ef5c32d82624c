//! Whether the signer is the person that the caller claims.

use crate::crypto::CryptoBackend;
use crate::error::{CiError, VidError};
use crate::report::Identity;
use crate::vid::{Ci, Vid, VidLayout};

/// A CI and a VID, or what is wrong with the texts of them.
type Texts<'a> = (Result<&'a Ci, CiError>, Result<&'a Vid, VidError>);

/// The serial number of the certificate under which a signer's signature verified.
#[derive(Clone, Copy)]
pub(crate) enum Serial<'a> {
    /// Its content octets.
    Verified(&'a [u8]),
    /// It verified under none.
    None,
    /// It verified under several that are equally good.
    Ambiguous,
}

/// Who the caller says that the signer is.
#[derive(Clone, Copy, Debug)]
pub struct Claim<'a> {
    vid: Option<Texts<'a>>,
    signer: Option<usize>,
}

impl<'a> Claim<'a> {
    /// No claim: any signer is accepted.
    pub const fn none() -> Self {
        Self {
            vid: None,
            signer: None,
        }
    }

    /// The VID that the provider gave with the signature is the one of the person with this CI and
    /// the signer's certificate, under the layout that the policy pins.
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

    /// The result of a claim if there is no signer to compare it with: what is wrong with
    /// its texts is said all the same.
    pub fn without_signer(&self) -> Identity {
        match self.vid {
            None => Identity::NotClaimed,
            Some((Err(rule), _)) => Identity::MalformedCi { rule },
            Some((_, Err(VidError))) => Identity::MalformedVid,
            Some((Ok(_), Ok(_))) => Identity::NoSignerCertificate,
        }
    }

    /// Holds the claim against one serial number, that of a certificate that is known to have
    /// verified, where a report was made before the claim was known.
    pub fn hold_against(
        &self,
        serial: &[u8],
        layout: VidLayout,
        crypto: &dyn CryptoBackend,
    ) -> Identity {
        self.check(&[Serial::Verified(serial)], layout, crypto)
    }

    /// Holds the claim against the serial numbers of the certificates that verified, one place for
    /// each signer.
    pub(crate) fn check(
        &self,
        serials: &[Serial<'_>],
        layout: VidLayout,
        crypto: &dyn CryptoBackend,
    ) -> Identity {
        let (ci, vid) = match self.vid {
            None => return Identity::NotClaimed,
            Some((Err(rule), _)) => return Identity::MalformedCi { rule },
            Some((_, Err(VidError))) => return Identity::MalformedVid,
            Some((Ok(ci), Ok(vid))) => (ci, vid),
        };
        // The serial number is that of a certificate under which a signature verified, never of another.
        let serial = match (self.signer, serials) {
            (_, []) => return Identity::NoSignerCertificate,
            (None, [only]) => *only,
            (Some(index), serials) if index < serials.len() => serials[index],
            _ => return Identity::AmbiguousSigner,
        };
        let serial = match serial {
            Serial::Verified(serial) => serial,
            Serial::None => return Identity::NoSignerCertificate,
            Serial::Ambiguous => return Identity::AmbiguousSigner,
        };
        let Some(computed) = Vid::compute(crypto, ci, serial, layout) else {
            return Identity::Unsupported;
        };
        let encoding = vid.encoding().name();
        if computed == *vid {
            return Identity::Matched {
                layout: layout.name(),
                encoding,
            };
        }
        // Said for the reader; another layout never counts as a match.
        let would_match = VidLayout::ALL
            .into_iter()
            .find(|other| Vid::compute(crypto, ci, serial, *other).as_ref() == Some(vid))
            .map(VidLayout::name);
        Identity::Mismatched {
            layout: layout.name(),
            encoding,
            would_match,
        }
    }
}
