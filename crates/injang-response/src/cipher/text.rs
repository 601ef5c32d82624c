//! Base64 of RFC 4648 4 to octets: padded or not, no bits left over, nothing else in between.

use super::{CipherError, Secret};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use injang_core::armor::BASE64;
use zeroize::Zeroizing;

/// Decoded octets, wiped when dropped.
pub(super) type Octets = Zeroizing<Vec<u8>>;

/// Octets of the longest field text that is decoded.
const LIMIT: usize = 1 << 20;
/// Characters of the longest key, with some to spare: 32 octets are 44 of them.
const KEY_LIMIT: usize = 64;

/// A field's text without the white space around it, if it is not larger than the limit.
pub(super) fn bounded(field: &str) -> Result<&str, CipherError> {
    if field.len() > LIMIT {
        return Err(CipherError::Size);
    }
    Ok(field.trim_ascii())
}

/// The octets of a key or an IV of one of these lengths; otherwise the error.
pub(super) fn key(
    text: &str,
    lengths: &[usize],
    error: CipherError,
) -> Result<Secret, CipherError> {
    let text = text.trim_ascii();
    if text.len() > KEY_LIMIT {
        return Err(error);
    }
    let octets = decode(text).map_err(|_| error)?;
    if !lengths.contains(&octets.len()) {
        return Err(error);
    }
    Ok(Secret::from_zeroizing(octets))
}

/// The octets of a field's text.
pub(super) fn decode(text: &str) -> Result<Octets, CipherError> {
    decode_with(text.len(), |octets| BASE64.decode_slice(text, octets).ok())
        .ok_or(CipherError::NotBase64)
}

/// The octets that an encoder has written as this text, with all its padding. `None` if no encoder writes it.
pub(super) fn decode_canonical(text: &[u8]) -> Option<Octets> {
    decode_with(text.len(), |octets| {
        STANDARD.decode_slice(text, octets).ok()
    })
}

/// The canonical text of a key.
pub(super) fn encode(octets: &[u8]) -> Zeroizing<String> {
    Zeroizing::new(STANDARD.encode(octets))
}

/// Into one buffer of the final size: one that grows would leave its octets behind.
fn decode_with(
    characters: usize,
    decode: impl FnOnce(&mut [u8]) -> Option<usize>,
) -> Option<Octets> {
    let mut octets = Zeroizing::new(vec![0; base64::decoded_len_estimate(characters)]);
    let length = decode(&mut octets)?;
    octets.truncate(length);
    Some(octets)
}
