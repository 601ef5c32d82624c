//! Base64 of RFC 4648 4 to octets: padded or not, no bits left over, nothing else in between.

use super::{CipherError, Secret};
use crate::base64_text::BASE64;
use base64::Engine as _;
use base64::engine::GeneralPurpose;
use zeroize::Zeroizing;

/// Decoded octets, wiped when dropped.
pub(super) type Octets = Zeroizing<Vec<u8>>;

/// With all its padding, as an encoder writes it.
const CANONICAL: GeneralPurpose = base64::engine::general_purpose::STANDARD;

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
    decode_with(&BASE64, text.as_bytes()).ok_or(CipherError::NotBase64)
}

/// The octets that an encoder has written as this text. `None` if no encoder writes it.
pub(super) fn decode_canonical(text: &[u8]) -> Option<Octets> {
    decode_with(&CANONICAL, text)
}

/// The canonical text of a key.
pub(super) fn encode(octets: &[u8]) -> Zeroizing<String> {
    Zeroizing::new(CANONICAL.encode(octets))
}

/// Into one buffer of the final size: one that grows would leave copies of its octets in memory.
fn decode_with(engine: &GeneralPurpose, text: &[u8]) -> Option<Octets> {
    let mut octets = Zeroizing::new(vec![0; base64::decoded_len_estimate(text.len())]);
    let length = engine.decode_slice(text, &mut octets).ok()?;
    octets.truncate(length);
    Some(octets)
}
