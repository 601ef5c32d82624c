//! The text form of Toss's fields, and of what they share with a session's: version and id.

use super::{CipherError, text};

/// `version$uuid$base64`, then nothing, `$`, or `$` and an HMAC.
pub(super) struct TossField<'a> {
    pub(super) id: &'a str,
    pub(super) ciphertext: &'a str,
    /// Never empty.
    pub(super) hmac: Option<&'a str>,
}

impl<'a> TossField<'a> {
    pub(super) fn parse(field: &'a str) -> Result<Self, CipherError> {
        let mut parts = text::bounded(field)?.split('$');
        let (Some(version), Some(id), Some(ciphertext), hmac, None) = (
            parts.next(),
            parts.next(),
            parts.next(),
            parts.next(),
            parts.next(),
        ) else {
            return Err(CipherError::SessionForm);
        };
        check_version(version)?;
        check_id(id)?;
        if ciphertext.is_empty() {
            return Err(CipherError::SessionForm);
        }
        let hmac = hmac.filter(|text| !text.is_empty());
        Ok(Self {
            id,
            ciphertext,
            hmac,
        })
    }
}

/// `v1`, or `v1_` and numbers with dots between them, as `v1_0.0.14`: all of them are one scheme,
/// and the SDK writes its own number there.
pub(super) fn check_version(version: &str) -> Result<(), CipherError> {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    let is_known = match version.strip_prefix("v1_") {
        Some(release) => release.split('.').all(is_number),
        None => version == "v1",
    };
    is_known.then_some(()).ok_or(CipherError::SessionVersion)
}

/// A UUID in hex of any case (RFC 9562 4).
pub(super) fn check_id(id: &str) -> Result<(), CipherError> {
    let is_in_place = |(place, octet): (usize, u8)| match place {
        8 | 13 | 18 | 23 => octet == b'-',
        _ => octet.is_ascii_hexdigit(),
    };
    let is_uuid = id.len() == 36 && id.bytes().enumerate().all(is_in_place);
    is_uuid.then_some(()).ok_or(CipherError::SessionForm)
}
