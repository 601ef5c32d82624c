//! Certificates of CAs that the caller supplies for building paths, prepared once.

use crate::crypto::{CryptoProvider, Digest};
use crate::fingerprint::sha256;
use crate::tolerance::Tolerances;
use crate::x509::{Certificate, Name, Terms};
use alloc::sync::Arc;
use alloc::vec::Vec;

/// A certificate of a CA, with what every path asks of it.
pub(crate) struct Prepared<'a> {
    pub(crate) certificate: Certificate<'a>,
    pub(crate) terms: Terms<'a>,
    /// See [`Certificate::tolerances`].
    pub(crate) tolerances: Tolerances,
    /// [`Name::fingerprint`] of the subject, and of the issuer.
    fingerprint: u64,
    pub(crate) issuer_fingerprint: u64,
    /// SHA-256 of the certificate and of its key.
    pub(crate) digests: Option<[Digest; 2]>,
}

/// All of them, by their octets and each once.
#[derive(Clone, Default)]
pub(crate) struct Issuers<'a> {
    certificates: Vec<Certificate<'a>>,
    prepared: Arc<[Prepared<'a>]>,
    /// Subjects' fingerprints with the place of the certificate, sorted.
    subjects: Vec<(u64, usize)>,
}

impl<'a> Issuers<'a> {
    pub(crate) fn new(
        certificates: impl IntoIterator<Item = Certificate<'a>>,
        crypto: &dyn CryptoProvider,
    ) -> Self {
        let mut certificates: Vec<_> = certificates.into_iter().collect();
        certificates.sort_by_key(Certificate::octets);
        certificates.dedup_by_key(|certificate| certificate.octets());
        let prepared: Arc<[_]> = certificates
            .iter()
            .map(|certificate| Prepared {
                certificate: *certificate,
                terms: Terms::of(certificate),
                tolerances: certificate.tolerances(),
                fingerprint: certificate.subject().fingerprint(),
                issuer_fingerprint: certificate.issuer().fingerprint(),
                digests: sha256(crypto, certificate.octets())
                    .zip(sha256(crypto, certificate.public_key().octets()))
                    .map(|(certificate, key)| [certificate, key]),
            })
            .collect();
        let mut subjects: Vec<_> = prepared
            .iter()
            .enumerate()
            .map(|(place, prepared)| (prepared.fingerprint, place))
            .collect();
        subjects.sort_unstable();
        Self {
            certificates,
            prepared,
            subjects,
        }
    }

    pub(crate) fn certificates(&self) -> &[Certificate<'a>] {
        &self.certificates
    }

    pub(crate) fn at(&self, place: usize) -> &Prepared<'a> {
        &self.prepared[place]
    }

    /// The places of those whose subject is this name, `fingerprint` being its.
    pub(crate) fn named<'n>(
        &'n self,
        name: &'n Name<'_>,
        fingerprint: u64,
    ) -> impl Iterator<Item = usize> + 'n {
        let start = self
            .subjects
            .partition_point(|(subject, _)| *subject < fingerprint);
        self.subjects[start..]
            .iter()
            .take_while(move |(subject, _)| *subject == fingerprint)
            .map(|(_, place)| *place)
            .filter(move |place| self.prepared[*place].certificate.subject().matches(name))
    }
}
