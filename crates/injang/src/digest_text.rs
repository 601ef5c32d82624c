//! A digest as text: `sha256:` and its octets in hex or base64.

use base64::Engine as _;
use base64::alphabet::{Alphabet, STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use injang_core::report::Lang;
use injang_core::{Digest, DigestAlgorithm};
use std::fmt;

const fn engine(alphabet: &Alphabet) -> GeneralPurpose {
    let config =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    GeneralPurpose::new(alphabet, config)
}
const BASE64: GeneralPurpose = engine(&STANDARD);
const BASE64_URL: GeneralPurpose = engine(&URL_SAFE);

/// The rule that a text breaks which should be a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DigestTextError {
    /// There is no colon behind the name of an algorithm.
    NoAlgorithm,
    /// The algorithm is none of those that are known.
    UnknownAlgorithm,
    /// What follows is not a digest of this algorithm.
    Length(DigestAlgorithm),
}

impl DigestTextError {
    /// What is wrong, as a sentence without the text itself.
    pub fn message(self, lang: Lang) -> String {
        let names = || DigestAlgorithm::ALL.map(DigestAlgorithm::name).join(", ");
        match (self, lang) {
            (Self::NoAlgorithm, Lang::Ko) => {
                "알고리즘, 쌍점, 해시값이 필요합니다. 예: sha256:…".to_owned()
            }
            (Self::NoAlgorithm, _) => {
                "an algorithm, a colon and a digest, such as sha256:…".to_owned()
            }
            (Self::UnknownAlgorithm, Lang::Ko) => {
                format!("알고리즘은 다음 중 하나입니다: {}", names())
            }
            (Self::UnknownAlgorithm, _) => format!("the algorithm must be one of {}", names()),
            (Self::Length(algorithm), _) => {
                let (name, size) = (algorithm.name(), algorithm.size());
                match lang {
                    Lang::Ko => format!(
                        "{name}은(는) {size}바이트입니다. 16진수 {}자리나 {size}바이트의 base64로 적습니다",
                        2 * size
                    ),
                    _ => format!(
                        "{name} has {size} octets: {} hex digits, or base64 of {size} octets",
                        2 * size
                    ),
                }
            }
        }
    }
}

impl fmt::Display for DigestTextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for DigestTextError {}

/// The digest in `ALGORITHM:VALUE`: hex if it is as many digits as the digest has, else base64 of
/// either alphabet, padded or not.
///
/// ```
/// let digest = injang::parse_digest(&format!("sha256:{}", "00".repeat(32)))?;
/// assert_eq!(digest.as_bytes(), [0; 32]);
/// # Ok::<(), injang::DigestTextError>(())
/// ```
pub fn parse_digest(text: &str) -> Result<Digest, DigestTextError> {
    let (name, value) = text.split_once(':').ok_or(DigestTextError::NoAlgorithm)?;
    let algorithm = DigestAlgorithm::from_name(name).ok_or(DigestTextError::UnknownAlgorithm)?;
    let octets = if value.len() == 2 * algorithm.size() {
        base16ct::mixed::decode_vec(value).ok()
    } else {
        let standard = BASE64.decode(value);
        standard.or_else(|_| BASE64_URL.decode(value)).ok()
    };
    octets
        .and_then(|octets| Digest::new(algorithm, &octets))
        .ok_or(DigestTextError::Length(algorithm))
}
