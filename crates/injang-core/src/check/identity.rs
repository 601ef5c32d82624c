//! Whether the signer is the person that the caller claims.

use crate::crypto::CryptoBackend;
use crate::encoding::error::VidError;
use crate::report::Identity;
use crate::request::claim::Claim;
use crate::request::vid::{Vid, VidLayout};

/// The serial number of the certificate under which a signer's signature verified.
#[derive(Clone, Copy)]
pub(crate) enum SignerSerial<'a> {
    /// Its content octets.
    Verified(&'a [u8]),
    /// It verified under none.
    None,
    /// It verified under several that are equally good.
    Ambiguous,
}

impl Claim<'_> {
    /// Compares the claim with one serial number: the content octets of the INTEGER in the
    /// certificate under which a signature verified. For callers that have the report before the
    /// claim.
    pub fn hold_against(
        &self,
        serial: &[u8],
        layout: VidLayout,
        crypto: &dyn CryptoBackend,
    ) -> Identity {
        self.check(&[SignerSerial::Verified(serial)], layout, crypto)
    }

    /// Whether anything is claimed.
    pub(crate) const fn is_made(&self) -> bool {
        self.vid.is_some()
    }

    /// Holds the claim against the serial numbers of the certificates that verified, one place for
    /// each signer.
    pub(crate) fn check(
        &self,
        serials: &[SignerSerial<'_>],
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
            SignerSerial::Verified(serial) => serial,
            SignerSerial::None => return Identity::NoSignerCertificate,
            SignerSerial::Ambiguous => return Identity::AmbiguousSigner,
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
