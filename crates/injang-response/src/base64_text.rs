//! Base64 as providers and their users write it: padded or not, and no bits left over.

use base64::alphabet::{Alphabet, STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

const fn engine(alphabet: &Alphabet) -> GeneralPurpose {
    let config =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    GeneralPurpose::new(alphabet, config)
}

/// RFC 4648 4.
pub(crate) const BASE64: GeneralPurpose = engine(&STANDARD);
/// RFC 4648 5.
pub(crate) const BASE64_URL: GeneralPurpose = engine(&URL_SAFE);
