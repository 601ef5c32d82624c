//! Secret octets, which are erased from memory after use.

use core::fmt;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

/// Decrypted octets, or a key.
///
/// Wiped from memory when dropped; neither shown nor copied, and compared in constant time only.
pub struct Secret(Zeroizing<Vec<u8>>);

impl Secret {
    /// Takes the octets over. What else holds a copy of them is the caller's to wipe.
    pub fn from_octets(octets: Vec<u8>) -> Self {
        Self(Zeroizing::new(octets))
    }

    pub(crate) fn from_zeroizing(octets: Zeroizing<Vec<u8>>) -> Self {
        Self(octets)
    }

    /// The octets.
    pub fn octets(&self) -> &[u8] {
        &self.0
    }

    /// The octets as text, or `None` if they are not UTF-8.
    pub fn text(&self) -> Option<&str> {
        core::str::from_utf8(&self.0).ok()
    }

    /// Whether these are the same octets. Takes as long for equal as for unequal ones of one
    /// length; that the lengths differ shows.
    pub fn is_same(&self, other: &[u8]) -> bool {
        self.0.ct_eq(other).into()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
