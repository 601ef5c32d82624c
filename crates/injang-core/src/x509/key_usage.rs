//! keyUsage (RFC 5280 4.2.1.3).

use crate::encoding::der::Element;
use crate::encoding::error::Error;

/// The uses that a certificate's key is for, bit 0 (digitalSignature) highest.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct KeyUsage(u16);

impl KeyUsage {
    /// From the BIT STRING. Unused bits are none, whatever they say.
    pub(super) fn read(bits: &Element<'_>) -> Result<Self, Error> {
        let (octets, unused) = bits.bits()?;
        let mut both = [0; 2];
        for (to, from) in both.iter_mut().zip(octets) {
            *to = *from;
        }
        if let Some(last) = both[..octets.len().min(2)]
            .last_mut()
            .filter(|_| octets.len() <= 2)
        {
            *last &= 0xff << unused;
        }
        Ok(Self(u16::from_be_bytes(both)))
    }

    const fn has(self, bit: u32) -> bool {
        self.0 >> (15 - bit) & 1 == 1
    }

    /// Whether documents may be signed: digitalSignature or nonRepudiation.
    pub(crate) const fn signs_documents(self) -> bool {
        self.has(0) || self.has(1)
    }

    /// digitalSignature
    pub(crate) const fn signs_responses(self) -> bool {
        self.has(0)
    }

    /// keyCertSign
    pub(crate) const fn signs_certificates(self) -> bool {
        self.has(5)
    }

    /// cRLSign
    pub(crate) const fn signs_crls(self) -> bool {
        self.has(6)
    }
}
