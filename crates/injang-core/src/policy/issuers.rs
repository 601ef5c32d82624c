//! Certificates that the caller supplies for building paths and for judging OCSP responses,
//! prepared once.

use crate::algorithm::DigestAlgorithm;
use crate::crypto::fingerprint::{self, sha256};
use crate::crypto::{CryptoBackend, Digest};
use crate::encoding::tolerance::Tolerances;
use crate::x509::{Certificate, NameKey, NameMap, PathExtensions};
use alloc::sync::Arc;
use alloc::vec::Vec;

/// A certificate of the caller's, with the facts that every path needs.
pub(crate) struct PreparedIssuer<'a> {
    pub(crate) extensions: PathExtensions<'a>,
    /// See [`Certificate::tolerances`].
    pub(crate) tolerances: Tolerances,
    /// SHA-256 of the certificate and of its key.
    pub(crate) digests: Option<[Digest; 2]>,
    /// SHA-1 of its key, by which OCSP responses name responders (RFC 6960 4.2.1).
    key_hash: Option<Digest>,
    /// Whether the caller trusts it to answer by OCSP.
    is_responder: bool,
}

/// All of them, by their octets and each once.
#[derive(Clone, Default)]
pub(crate) struct SuppliedIssuers<'a> {
    intermediates: Vec<Certificate<'a>>,
    responders: Vec<Certificate<'a>>,
    /// Both lists, sorted by octets, each certificate once.
    certificates: Vec<Certificate<'a>>,
    prepared: Arc<[PreparedIssuer<'a>]>,
    /// Places of certificates by their subjects.
    subjects: Arc<NameMap>,
}

impl<'a> SuppliedIssuers<'a> {
    /// The same with other intermediates.
    pub(crate) fn with_intermediates(
        self,
        intermediates: impl IntoIterator<Item = Certificate<'a>>,
        crypto: &dyn CryptoBackend,
    ) -> Self {
        Self::new(intermediates.into_iter().collect(), self.responders, crypto)
    }

    /// The same with other OCSP responders.
    pub(crate) fn with_responders(
        self,
        responders: impl IntoIterator<Item = Certificate<'a>>,
        crypto: &dyn CryptoBackend,
    ) -> Self {
        Self::new(self.intermediates, responders.into_iter().collect(), crypto)
    }

    fn new(
        intermediates: Vec<Certificate<'a>>,
        mut responders: Vec<Certificate<'a>>,
        crypto: &dyn CryptoBackend,
    ) -> Self {
        responders.sort_by_key(Certificate::octets);
        let mut certificates = [&intermediates[..], &responders].concat();
        certificates.sort_by_key(Certificate::octets);
        certificates.dedup_by_key(|certificate| certificate.octets());
        let is_responder = |certificate: &Certificate<'a>| {
            let found = responders.binary_search_by_key(&certificate.octets(), Certificate::octets);
            found.is_ok()
        };
        let prepare = |certificate: &Certificate<'a>| {
            let key = certificate.public_key();
            PreparedIssuer {
                extensions: PathExtensions::of(certificate),
                tolerances: certificate.tolerances(),
                digests: sha256(crypto, certificate.octets())
                    .zip(sha256(crypto, key.octets()))
                    .map(|(certificate, key)| [certificate, key]),
                key_hash: crypto.digest(DigestAlgorithm::Sha1, &[key.key_octets()]),
                is_responder: is_responder(certificate),
            }
        };
        let prepared: Arc<[_]> = certificates.iter().map(prepare).collect();
        let subjects = certificates.iter().map(Certificate::subject).zip(0..);
        Self {
            subjects: Arc::new(NameMap::of(subjects)),
            intermediates,
            responders,
            certificates,
            prepared,
        }
    }

    pub(crate) fn certificates(&self) -> &[Certificate<'a>] {
        &self.certificates
    }

    /// SHA-256 of each intermediate, sorted and each once; `None` of what can't be digested.
    pub(super) fn intermediate_digests(&self) -> Vec<Option<[u8; 32]>> {
        self.digests(&self.intermediates)
    }

    /// The same of each OCSP responder.
    pub(super) fn responder_digests(&self) -> Vec<Option<[u8; 32]>> {
        self.digests(&self.responders)
    }

    fn digests(&self, list: &[Certificate<'a>]) -> Vec<Option<[u8; 32]>> {
        let digest = |certificate: &Certificate<'a>| {
            let octets = certificate.octets();
            let found = self
                .certificates
                .binary_search_by_key(&octets, Certificate::octets);
            fingerprint::array(&self.prepared.get(found.ok()?)?.digests?[0])
        };
        let mut digests: Vec<_> = list.iter().map(digest).collect();
        digests.sort_unstable();
        digests.dedup();
        digests
    }

    pub(crate) fn at(&self, place: usize) -> &PreparedIssuer<'a> {
        &self.prepared[place]
    }

    pub(crate) fn is_responder(&self, place: usize) -> bool {
        self.prepared.get(place).is_some_and(|it| it.is_responder)
    }

    /// The places of those whose subject is this name.
    pub(crate) fn named(&self, name: &NameKey<'_>) -> &[usize] {
        self.subjects.find(name)
    }

    /// The places of those whose key has this SHA-1 digest.
    pub(crate) fn with_key_hash<'n>(&'n self, hash: &'n [u8]) -> impl Iterator<Item = usize> + 'n {
        let has_it = move |prepared: &PreparedIssuer<'a>| {
            let own = prepared.key_hash.as_ref();
            own.is_some_and(|own| own.as_bytes() == hash)
        };
        let all = self.prepared.iter().enumerate();
        all.filter(move |(_, it)| has_it(it))
            .map(|(place, _)| place)
    }
}
