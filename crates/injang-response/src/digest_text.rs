//! Digests as providers and their users write them.

use injang_core::armor::{BASE64, BASE64_URL};
use injang_core::{Der, Digest, DigestAlgorithm, Limits};

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
    /// Base64 of the hex digits, where base64 of the octets is documented.
    HexInBase64,
}

/// The digest that a text writes, in the algorithm or, if none is named, in that whose digests are
/// so long: 64 hex digits are SHA-256, whatever else they may be in base64; and 64 octets in base64
/// that are hex digits, all of them, are SHA-256 too, and no digest of SHA-512.
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
    let inner = base64
        .as_deref()
        .and_then(|it| base16ct::mixed::decode_vec(it).ok());
    let in_hex = || read(hex.as_deref(), Spelling::Hex);
    let in_base64 = || read(base64.as_deref(), Spelling::Base64);
    let hex_in_base64 = || read(inner.as_deref(), Spelling::HexInBase64);
    match algorithm {
        // The length is known: what has it is the digest.
        Some(_) => in_hex().or_else(in_base64).or_else(hex_in_base64),
        // Octets of a digest are all hex digits once in 2^98 times.
        None => in_hex().or_else(hex_in_base64).or_else(in_base64),
    }
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
    fn hex_digits_in_base64_are_read() {
        let sha256 = "715cfad410498ece9eea5f9f6d963904cf62341d74379c3dcd76e01e37e6a621";
        for size in [20, 28, 32, 48, 64] {
            let hex = &sha256.repeat(2)[..2 * size];
            let octets = base16ct::mixed::decode_vec(hex).unwrap();
            let named = Digest::new(algorithm_of(size), &octets).unwrap();
            for text in [hex.to_owned(), hex.to_ascii_uppercase()] {
                for text in [BASE64.encode(&text), BASE64_URL.encode(&text)] {
                    for algorithm in [None, Some(algorithm_of(size))] {
                        let found = digest(&text, algorithm);
                        assert_eq!(found, Some((named, Spelling::HexInBase64)), "{size}");
                    }
                    let text = text.trim_end_matches('=');
                    assert_eq!(digest(text, None), Some((named, Spelling::HexInBase64)));
                }
            }
        }
        // As long as a digest of SHA-512, which was asked for.
        let (value, spelling) =
            digest(&BASE64.encode(sha256), Some(DigestAlgorithm::Sha512)).unwrap();
        assert_eq!(
            (value.as_bytes(), spelling),
            (sha256.as_bytes(), Spelling::Base64)
        );
        // One octet that is no hex digit.
        let other = format!("{}g", &sha256[..63]);
        let (value, spelling) = digest(&BASE64.encode(&other), None).unwrap();
        assert_eq!(
            (value.as_bytes(), spelling),
            (other.as_bytes(), Spelling::Base64)
        );
        assert_eq!(digest(&BASE64.encode(&sha256[..62]), None), None);
    }

    fn algorithm_of(size: usize) -> DigestAlgorithm {
        ALGORITHMS.into_iter().find(|it| it.size() == size).unwrap()
    }

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
