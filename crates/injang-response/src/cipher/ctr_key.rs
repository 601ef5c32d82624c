//! Kakao's field cipher: AES-256 in counter mode (NIST SP 800-38A 6.5).

use super::candidate::ciphertexts;
use super::{Candidate, CipherError, Secret, text};
use aes::Aes256;
use ctr::Ctr128BE;
use ctr::cipher::{KeyIvInit as _, StreamCipher as _};

/// Key and IV of AES-256-CTR without padding, Java's `AES/CTR/NoPadding`.
///
/// The IV is the first counter block; all of its 128 bits count, most significant octet first.
///
/// Nothing is authenticated: under another key something else comes out, and a bit that was
/// flipped on its way is flipped in what comes out. With a fixed IV, two fields under one key also
/// give away the difference of their contents.
#[derive(Debug)]
pub struct CtrKey {
    key: Secret,
    iv: Secret,
}

impl CtrKey {
    /// Whether what comes out is proved to be what was encrypted.
    pub const IS_AUTHENTICATED: bool = false;

    /// From the base64 of 32 octets of key and 16 of IV. White space around them is skipped.
    pub fn new(key_base64: &str, iv_base64: &str) -> Result<Self, CipherError> {
        Ok(Self {
            key: text::key(key_base64, &[32], CipherError::KeyLength)?,
            iv: text::key(iv_base64, &[16], CipherError::IvLength)?,
        })
    }

    /// Every reading of a field, the single wrapping first; never none.
    ///
    /// Fails with [`CipherError::Size`] and [`CipherError::NotBase64`].
    pub fn decrypt(&self, field: &str) -> Result<Vec<Candidate>, CipherError> {
        let mut candidates = Vec::with_capacity(2);
        for (wrapping, mut octets) in ciphertexts(field)? {
            Ctr128BE::<Aes256>::new_from_slices(self.key.octets(), self.iv.octets())
                .map_err(|_| CipherError::KeyLength)?
                .apply_keystream(&mut octets);
            let plain = Secret::from_zeroizing(octets);
            candidates.push(Candidate { wrapping, plain });
        }
        Ok(candidates)
    }
}
