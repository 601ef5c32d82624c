//! Why a field could not be decrypted. Says nothing about what key or field are.

use core::fmt;

/// The rule that a key, a session or a field breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CipherError {
    /// The key is not base64 of as many octets as its algorithm asks for.
    KeyLength,
    /// The IV is not base64 of as many octets as its algorithm asks for.
    IvLength,
    /// The field is larger than the limit of 1 MiB; nothing was decoded.
    Size,
    /// The field's text is not base64 of RFC 4648 4.
    NotBase64,
    /// The ciphertext is not a whole number of blocks, has none, or is shorter than its tag.
    Length,
    /// No reading of the field has a right PKCS#7 padding (RFC 5652 6.3) under this key.
    Padding,
    /// The GCM tag or the HMAC is not that of this field under this key; or the padding is wrong
    /// where there is an HMAC, which is deliberately the same.
    Integrity,
    /// A Toss session or field has not the parts that it must have, or two sessions have one id.
    SessionForm,
    /// The field is encrypted under a Toss session that is not among those given.
    SessionUnknown,
    /// The version of a Toss session or field is neither `v1` nor `v1_` with a number behind it.
    SessionVersion,
}

impl fmt::Display for CipherError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::KeyLength => "the key is not base64 of the length that the algorithm has",
            Self::IvLength => "the IV is not base64 of the length that the algorithm has",
            Self::Size => "the field is larger than the limit",
            Self::NotBase64 => "the field is not base64",
            Self::Length => "the ciphertext has a length that its algorithm does not make",
            Self::Padding => "the padding is wrong: another key, or a damaged field",
            Self::Integrity => "the field is not authentic: another key, or changed on its way",
            Self::SessionForm => "the session or the field has not the parts that it must have",
            Self::SessionUnknown => "the field belongs to a session that was not given",
            Self::SessionVersion => "the version of the session or the field is not known",
        })
    }
}

impl core::error::Error for CipherError {}
