//! Naver's field cipher, as Barocert hands it on: AES-128 in cipher block chaining mode.

use super::candidate::ciphertexts;
use super::{Candidate, CipherError, Secret, blocks, text};

/// Key and fixed IV of AES-128-CBC with PKCS#7 padding, Java's `AES/CBC/PKCS5Padding`.
///
/// CBC has no integrity: who can change a field can flip bits of what comes out, and a right
/// padding is no proof of anything, as one random text in 256 has one. Who can send fields and see
/// whether [`CipherError::Padding`] comes back can decrypt them; do not hand it on.
#[derive(Debug)]
pub struct CbcKey {
    key: Secret,
    iv: Secret,
}

impl CbcKey {
    /// Whether what comes out is proved to be what was encrypted.
    pub const IS_AUTHENTICATED: bool = false;

    /// From the base64 of 16 octets of key and 16 of IV. White space around them is skipped.
    pub fn new(key_base64: &str, iv_base64: &str) -> Result<Self, CipherError> {
        Ok(Self {
            key: text::key(key_base64, &[16], CipherError::KeyLength)?,
            iv: text::key(iv_base64, &[16], CipherError::IvLength)?,
        })
    }

    /// Every reading of a field whose padding is right, the single wrapping first; never none.
    ///
    /// Fails with [`CipherError::Size`] and [`CipherError::NotBase64`]; with
    /// [`CipherError::Length`] if no reading is whole blocks; with [`CipherError::Padding`] if one
    /// is, and none has a right padding.
    pub fn decrypt(&self, field: &str) -> Result<Vec<Candidate>, CipherError> {
        let mut candidates = Vec::with_capacity(2);
        let mut error = CipherError::Length;
        for (wrapping, mut octets) in ciphertexts(field)? {
            match blocks::decrypt(self.key.octets(), self.iv.octets(), &mut octets) {
                Err(CipherError::Length) => continue,
                result => result?,
            }
            let (is_right, length) = blocks::padding(&octets);
            if is_right.into() {
                octets.truncate(length);
                let plain = Secret::from_zeroizing(octets);
                candidates.push(Candidate { wrapping, plain });
            } else {
                error = CipherError::Padding;
            }
        }
        if candidates.is_empty() {
            return Err(error);
        }
        Ok(candidates)
    }
}
