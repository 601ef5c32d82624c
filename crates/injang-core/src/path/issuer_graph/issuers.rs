//! Who may have signed a thing, by names and hashes.

use super::{Issuer, IssuerGraph, LOOK, SignedObject};
use crate::algorithm::DigestAlgorithm;
use crate::crypto::request_queue::RequestQueue;
use crate::report::Origin;
use crate::x509::ocsp::ResponderId;
use crate::x509::{Certificate, NameKey};
use alloc::vec::Vec;

impl IssuerGraph<'_> {
    /// Who may have signed a thing, at most so many as the budget allows, and whether there are
    /// more.
    pub(super) fn issuers(
        &self,
        item: SignedObject,
        requests: &RequestQueue<'_>,
    ) -> (Vec<Issuer>, bool) {
        let limit = self.policy.budget.issuers;
        let name = match item {
            SignedObject::Certificate(origin) => {
                self.pool.certificate(origin).map(Certificate::issuer)
            }
            SignedObject::Delegate(..) => self.delegate(item).map(Certificate::issuer),
            SignedObject::Crl(origin) => self
                .evidence(origin)
                .and_then(|(evidence, index)| Some(evidence.crl(index)?.issuer())),
            SignedObject::Response(origin) => return self.responders(origin, limit, requests),
        };
        let Some(name) = name else {
            return (Vec::new(), false);
        };
        let (mut issuers, has_more) = self.pool.named(&NameKey::new(name), limit, requests);
        if let SignedObject::Certificate(origin) = item {
            // Nothing is between a certificate and itself.
            issuers.retain(|issuer| *issuer != Issuer::Certificate(origin));
            if let Some(certificate) = self.pool.certificate(origin) {
                let anchors = self.policy.anchors().iter().enumerate();
                let pins = anchors.filter(|(_, anchor)| anchor.pins(certificate));
                issuers.splice(0..0, pins.map(|(index, _)| Issuer::Anchor(index)));
            }
        }
        (issuers, has_more)
    }

    /// Who may have signed an OCSP response: whoever has the responder's name or key, among the
    /// certificates that it brings, the anchors, and the certificates of the caller and of the
    /// document.
    fn responders(
        &self,
        origin: Origin,
        limit: usize,
        requests: &RequestQueue<'_>,
    ) -> (Vec<Issuer>, bool) {
        let Some(basic) = self.basic(origin) else {
            return (Vec::new(), false);
        };
        let responder = match basic.responder() {
            ResponderId::Name(name) => Responder::Name(NameKey::new(name)),
            ResponderId::Key(hash) => Responder::Key(hash),
        };
        let delegates = basic.certificates();
        let mut has_more = delegates.len() > limit;
        let mut issuers: Vec<Issuer> = delegates
            .iter()
            .take(limit)
            .enumerate()
            .filter(|(_, certificate)| match &responder {
                Responder::Name(name) => {
                    let subject = certificate.subject();
                    requests.pay(LOOK + 8 * subject.octets().len() as u64) && name.matches(&subject)
                }
                Responder::Key(wanted) => {
                    let key = certificate.public_key().key_octets();
                    requests.pay(LOOK + key.len() as u64) && self.key_hash(key) == *wanted
                }
            })
            .map(|(place, _)| Issuer::Delegate(origin, place))
            .collect();
        let (others, has_more_others) = match &responder {
            Responder::Name(name) => self.pool.named(name, limit, requests),
            Responder::Key(wanted) => self.with_key_hash(wanted, limit, requests),
        };
        issuers.extend(others);
        has_more |= has_more_others;
        (issuers, has_more)
    }

    /// Anchors that may issue and certificates of which the key has this SHA-1 digest.
    fn with_key_hash(
        &self,
        wanted: &[u8],
        limit: usize,
        requests: &RequestQueue<'_>,
    ) -> (Vec<Issuer>, bool) {
        if self.key_hashes.get().is_none() {
            let keys = self.pool.of_document().map(Issuer::Certificate);
            let keys = keys.filter_map(|issuer| Some(self.key(issuer)?.key_octets().len() as u64));
            // Made once for all, so either whole or not at all.
            if !requests.pay(keys.map(|octets| LOOK + octets).sum()) {
                return (Vec::new(), true);
            }
        }
        let of_document = self.key_hashes.get_or_init(|| {
            let anchors = self.policy.anchors().iter().enumerate();
            let anchors = anchors.filter(|(_, anchor)| !anchor.is_pinned());
            let anchors = anchors.map(|(index, _)| Issuer::Anchor(index));
            let mut hashes: Vec<_> = anchors
                .chain(self.pool.of_document().map(Issuer::Certificate))
                .filter_map(|issuer| Some((issuer, self.key(issuer)?.key_octets())))
                .map(|(issuer, key)| (self.key_hash(key), issuer))
                .collect();
            hashes.sort_unstable();
            hashes
        });
        let start = of_document.partition_point(|(hash, _)| &hash[..] < wanted);
        let run = of_document[start..].iter();
        let run = run.take_while(|(hash, _)| &hash[..] == wanted);
        let of_policy = self.policy.issuers.with_key_hash(wanted);
        let of_policy = of_policy.map(|place| Issuer::Certificate(Origin::Policy(place)));
        let mut issuers: Vec<Issuer> = run.map(|(_, issuer)| *issuer).chain(of_policy).collect();
        issuers.sort_unstable();
        let has_more = issuers.len() > limit;
        issuers.truncate(limit);
        (issuers, has_more)
    }

    /// SHA-1 of the bits of a key, by which OCSP names responders (RFC 6960 4.2.1); empty if the
    /// crypto backend does not compute it.
    pub(super) fn key_hash(&self, key_octets: &[u8]) -> Vec<u8> {
        let crypto = self.policy.crypto();
        let digest = crypto.digest(DigestAlgorithm::Sha1, &[key_octets]);
        digest.map_or(Vec::new(), |digest| digest.as_bytes().to_vec())
    }
}

/// A `ResponderID`, made ready for comparing.
enum Responder<'n> {
    Name(NameKey<'n>),
    Key(&'n [u8]),
}
