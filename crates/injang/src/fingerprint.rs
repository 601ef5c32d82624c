//! Fingerprints of octets.

use injang_core::{DigestAlgorithm, Policy};
use std::fmt;
use std::sync::OnceLock;

/// SHA-256 of octets, shown in lower-case hex.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The octets.
    pub(crate) const fn octets(self) -> [u8; 32] {
        self.0
    }
}

impl AsRef<[u8]> for Fingerprint {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

/// SHA-256.
///
/// # Panics
/// Never: each of this crate's crypto backends computes SHA-256.
pub(crate) fn sha256(octets: &[u8]) -> Fingerprint {
    let digest = injang_crypto::default_backend().digest(DigestAlgorithm::Sha256, &[octets]);
    let digest = digest.and_then(|it| it.as_bytes().try_into().ok());
    Fingerprint(digest.expect("SHA-256"))
}

/// The certificates and the anchors' keys of a policy with their SHA-256, each computed when a report
/// first names it. Kept beside the policy, they are computed once for all its reports.
pub(crate) struct PolicyFingerprints<'p> {
    issuers: Vec<KnownDigest<'p>>,
    anchor_keys: Vec<KnownDigest<'p>>,
}

struct KnownDigest<'p> {
    octets: &'p [u8],
    sha256: OnceLock<Fingerprint>,
}

impl<'p> PolicyFingerprints<'p> {
    /// Those of a policy; none is computed yet.
    pub(crate) fn of(policy: &'p Policy<'_>) -> Self {
        let known = |octets| KnownDigest {
            octets,
            sha256: OnceLock::new(),
        };
        let issuers = policy.issuers().iter().map(|it| known(it.octets()));
        let keys = policy.anchors().iter().map(|it| known(it.public_key()));
        Self {
            issuers: issuers.collect(),
            anchor_keys: keys.collect(),
        }
    }

    /// SHA-256 of the certificate at an index of [`Policy::issuers`].
    pub(crate) fn issuer(&self, index: usize, octets: &[u8]) -> Fingerprint {
        find(&self.issuers, index, octets)
    }

    /// SHA-256 of the public key of the anchor at an index of [`Policy::anchors`].
    pub(crate) fn anchor_key(&self, index: usize, octets: &[u8]) -> Fingerprint {
        find(&self.anchor_keys, index, octets)
    }
}

/// What is known of these octets. They are compared, which costs next to nothing: with another policy
/// than its own, what is kept here must not name a certificate wrongly.
fn find(known: &[KnownDigest<'_>], index: usize, octets: &[u8]) -> Fingerprint {
    match known.get(index).filter(|it| it.octets == octets) {
        Some(it) => *it.sha256.get_or_init(|| sha256(octets)),
        None => sha256(octets),
    }
}

/// Octets in lower-case hex.
pub(crate) fn hex(octets: &[u8]) -> String {
    base16ct::lower::encode_string(octets)
}

#[cfg(test)]
mod tests {
    use super::*;
    use injang_core::{Certificate, Revocation, TrustAnchor};

    #[test]
    fn of_another_policy() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/");
        let read = |name: &str| std::fs::read(format!("{folder}{name}/ca.der")).unwrap();
        let (toss, kakao) = (read("toss"), read("kakao"));
        let crypto = injang_crypto::default_backend();
        let anchor = TrustAnchor::from_certificate(&toss).unwrap();
        let key = anchor.public_key().to_vec();
        let policy = Policy::new(crypto, [anchor], Revocation::NotChecked)
            .intermediates([Certificate::from_der(&toss).unwrap()]);
        let known = PolicyFingerprints::of(&policy);
        // Twice: computed, and kept.
        for _ in 0..2 {
            assert_eq!(known.issuer(0, &toss), sha256(&toss));
            assert_eq!(known.issuer(0, &kakao), sha256(&kakao));
            assert_eq!(known.issuer(1, &kakao), sha256(&kakao));
            assert_eq!(known.anchor_key(0, &key), sha256(&key));
            assert_eq!(known.anchor_key(0, &kakao), sha256(&kakao));
        }
    }
}
