//! The two ways in which a ciphertext is written as text.
//!
//! Kakao's guide writes the base64 text `j3YE45j+tg+C` of a ciphertext once more in base64, as
//! `ajNZRTQ1ait0ZytD`; some of its fields come so, and some in base64 once. Nothing in a field
//! tells which, so that every reading that decodes is given.

use super::text::{self, Octets};
use super::{CipherError, Secret};

injang_core::codes! {
    table "wrapping" (u8, name, sentence);
    /// How a ciphertext was written.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum Wrapping {
        /// Base64 of the ciphertext.
        Single = 1 "single" "base64 of the ciphertext" "암호문의 base64",
        /// Base64 of the base64 text of the ciphertext.
        Double = 2 "double"
            "base64 of the base64 of the ciphertext"
            "암호문의 base64를 다시 base64로 인코딩한 것",
    }
}

/// One way in which a field was decrypted.
#[derive(Debug)]
pub struct Candidate {
    /// How the ciphertext was written, by this reading.
    pub wrapping: Wrapping,
    /// The decrypted octets.
    pub plain: Secret,
}

/// The ciphertexts that a field may encode, the single wrapping first.
///
/// The double wrapping is among them if what the field decodes to is itself base64 as an encoder
/// writes it: with all its padding, no white space, and at least one group.
pub(crate) fn ciphertexts(field: &str) -> Result<Vec<(Wrapping, Octets)>, CipherError> {
    let single = text::decode(text::bounded(field)?)?;
    let double = text::decode_canonical(&single).filter(|octets| !octets.is_empty());
    let mut readings = Vec::with_capacity(2);
    readings.push((Wrapping::Single, single));
    readings.extend(double.map(|octets| (Wrapping::Double, octets)));
    Ok(readings)
}
