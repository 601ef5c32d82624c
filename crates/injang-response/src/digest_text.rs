//! Digests as providers and their users write them.

use crate::base64_text::{BASE64, BASE64_URL};
use base64::Engine as _;
use injang::{Der, Digest, DigestAlgorithm, Limits};

/// The algorithms, longest digest last.
const ALGORITHMS: [DigestAlgorithm; 5] = [
    DigestAlgorithm::Sha1,
    DigestAlgorithm::Sha224,
    DigestAlgorithm::Sha256,
    DigestAlgorithm::Sha384,
    DigestAlgorithm::Sha512,
];

/// How a digest was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelling {
    Hex,
    Base64,
}

/// The digest that a text writes, in the algorithm or, if none is named, in that whose digests are
/// so long: 64 hex digits are SHA-256, whatever else they may be in base64.
pub(crate) fn digest(text: &str, algorithm: Option<DigestAlgorithm>) -> Option<(Digest, Spelling)> {
    let text = text.trim();
    let hex = base16ct::mixed::decode_vec(text).ok();
    let base64 = BASE64
        .decode(text)
        .or_else(|_| BASE64_URL.decode(text))
        .ok();
    let read = |octets: Option<&[u8]>, spelling| {
        let octets = octets?;
        let named = match algorithm {
            Some(algorithm) => algorithm,
            None => ALGORITHMS
                .into_iter()
                .find(|it| it.size() == octets.len())?,
        };
        Some((Digest::new(named, octets)?, spelling))
    };
    read(hex.as_deref(), Spelling::Hex).or_else(|| read(base64.as_deref(), Spelling::Base64))
}

/// Whether a text is base64 of an element of ASN.1, as a signed document is.
pub(crate) fn is_document(text: &str) -> bool {
    let symbols: String = text.split_ascii_whitespace().collect();
    let octets = BASE64
        .decode(&symbols)
        .or_else(|_| BASE64_URL.decode(&symbols));
    octets.is_ok_and(|octets| Der::from_ber(&octets, Limits::default()).is_ok())
}

/// The algorithm of a `hash_type`; `None` if it is no such name.
pub(crate) fn algorithm(name: &str) -> Option<DigestAlgorithm> {
    ALGORITHMS
        .into_iter()
        .find(|it| it.name().eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_decide() {
        let hex = "715cfad410498ece9eea5f9f6d963904cf62341d74379c3dcd76e01e37e6a621";
        let octets = base16ct::mixed::decode_vec(hex).unwrap();
        let (value, spelling) = digest(hex, None).unwrap();
        assert_eq!(value.as_bytes(), octets);
        assert_eq!(spelling, Spelling::Hex);
        let sha384 = Some(DigestAlgorithm::Sha384);
        let (value, spelling) = digest(hex, sha384).unwrap();
        assert_eq!((value.as_bytes().len(), spelling), (48, Spelling::Base64));
        for text in [BASE64.encode(&octets), BASE64_URL.encode(&octets)] {
            let (value, spelling) = digest(&text, Some(DigestAlgorithm::Sha256)).unwrap();
            assert_eq!(
                (value.as_bytes(), spelling),
                (&octets[..], Spelling::Base64)
            );
            assert!(digest(&text, Some(DigestAlgorithm::Sha1)).is_none());
            assert!(digest(text.trim_end_matches('='), None).is_some());
        }
        for text in ["", "715c", "계약서", &hex[1..]] {
            assert!(digest(text, None).is_none(), "{text}");
        }
        assert_eq!(algorithm("SHA256"), Some(DigestAlgorithm::Sha256));
        assert_eq!(algorithm("NONE"), None);
    }
}
