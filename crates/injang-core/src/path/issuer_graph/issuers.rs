//! Who may have signed a thing, by names and hashes.

use super::{Issuer, IssuerGraph, LOOK, SignedObject};
use crate::algorithm::DigestAlgorithm;
use crate::crypto::request_queue::RequestQueue;
use crate::encoding::oid;
use crate::report::Origin;
use crate::x509::ocsp::ResponderId;
use crate::x509::{Certificate, NameKey, PathExtensions};
use alloc::vec::Vec;

impl IssuerGraph<'_> {
    /// The possible issuers of an object, in the order in which they are tried, and whether the
    /// budget left out more.
    pub(super) fn issuers(
        &self,
        item: SignedObject,
        requests: &RequestQueue<'_>,
    ) -> (Vec<Issuer>, bool) {
        let name = match item {
            SignedObject::Certificate(origin) => {
                self.store.certificate(origin).map(Certificate::issuer)
            }
            SignedObject::Delegate(..) => self.delegate(item).map(Certificate::issuer),
            SignedObject::Crl(origin) => self
                .evidence(origin)
                .and_then(|(evidence, index)| Some(evidence.crl(index)?.issuer())),
            SignedObject::Response(origin) => return self.responders(origin, requests),
        };
        let Some(name) = name else {
            return (Vec::new(), false);
        };
        let (mut issuers, has_more) = self.store.named(&NameKey::new(name), requests);
        if let SignedObject::Certificate(origin) = item {
            // Nothing is between a certificate and itself.
            issuers.retain(|issuer| *issuer != Issuer::Certificate(origin));
            if let Some(certificate) = self.store.certificate(origin) {
                let anchors = self.policy.anchors().iter().enumerate();
                let pins = anchors.filter(|(_, anchor)| anchor.pins(certificate));
                issuers.splice(0..0, pins.map(|(index, _)| Issuer::Anchor(index)));
            }
        }
        (issuers, has_more)
    }

    /// The possible signers of an OCSP response: those with the responder's name or key among the
    /// certificates that it brings, the anchors, and the certificates of the caller and of the
    /// document.
    fn responders(&self, origin: Origin, requests: &RequestQueue<'_>) -> (Vec<Issuer>, bool) {
        let Some(basic) = self.basic(origin) else {
            return (Vec::new(), false);
        };
        let responder = match basic.responder() {
            ResponderId::Name(name) => Responder::Name(NameKey::new(name)),
            ResponderId::Key(hash) => Responder::Key(hash),
        };
        let delegates = basic.certificates();
        let mut has_more = false;
        let mut issuers: Vec<Issuer> = delegates
            .iter()
            .take_while(|_| {
                let has_room = requests.pay(LOOK);
                has_more |= !has_room;
                has_room
            })
            .enumerate()
            .filter(|(_, certificate)| match &responder {
                Responder::Name(name) => {
                    let subject = certificate.subject();
                    requests.pay(8 * subject.octets().len() as u64) && name.matches(&subject)
                }
                Responder::Key(wanted) => {
                    let key = certificate.public_key().key_octets();
                    requests.pay(key.len() as u64) && self.key_hash(key) == *wanted
                }
            })
            .map(|(place, _)| Issuer::Delegate(origin, place))
            .collect();
        let (others, has_more_others) = match &responder {
            Responder::Name(name) => self.store.named(name, requests),
            Responder::Key(wanted) => self.with_key_hash(wanted, requests),
        };
        issuers.extend(others);
        has_more |= has_more_others;
        (issuers, has_more)
    }

    /// Everybody of the kind that signs OCSP responses, whatever their names: among the certificates
    /// that a response brings, those of the document and those of the caller, at most so many as the
    /// budget allows.
    pub(super) fn possible_responders(
        &self,
        response: SignedObject,
        requests: &RequestQueue<'_>,
    ) -> Vec<Issuer> {
        let SignedObject::Response(origin) = response else {
            return Vec::new();
        };
        let count = self.basic(origin).map_or(0, |it| it.certificates().len());
        let of_policy = 0..self.policy.issuers().len();
        let brought = (0..count).map(|place| Issuer::Delegate(origin, place));
        let others = of_policy
            .map(Origin::Policy)
            .chain(self.store.of_document())
            .map(Issuer::Certificate);
        brought
            .chain(others)
            .take_while(|_| requests.pay(LOOK))
            .filter(|issuer| {
                let is_responder = |certificate: &Certificate<'_>| {
                    PathExtensions::of(certificate)
                        .purposes
                        .is_some_and(|purposes| purposes.contains(&oid::OCSP_SIGNING))
                };
                // What a response brings was not looked into yet.
                if let Issuer::Delegate(..) = issuer {
                    let certificate = issuer.item().and_then(|item| self.certificate(item));
                    return certificate.is_some_and(is_responder);
                }
                let extensions = issuer.item().and_then(|item| self.extensions(item));
                let purposes = extensions.and_then(|it| it.purposes.as_ref());
                purposes.is_some_and(|it| it.contains(&oid::OCSP_SIGNING))
            })
            .take(self.policy.budget.issuers)
            .collect()
    }

    /// Anchors that may issue and certificates of which the key has this SHA-1 digest.
    fn with_key_hash(&self, wanted: &[u8], requests: &RequestQueue<'_>) -> (Vec<Issuer>, bool) {
        if self.key_hashes.get().is_none() {
            let keys = self.store.of_document().map(Issuer::Certificate);
            let keys = keys.filter_map(|issuer| Some(self.key(issuer)?.key_octets().len() as u64));
            // Made once for all, so either whole or not at all, and no signer's share pays for it.
            if !requests.pay_for_all(keys.map(|octets| LOOK + octets).sum()) {
                return (Vec::new(), true);
            }
        }
        let of_document = self.key_hashes.get_or_init(|| {
            let anchors = self.policy.anchors().iter().enumerate();
            let anchors = anchors.filter(|(_, anchor)| !anchor.is_pinned());
            let anchors = anchors.map(|(index, _)| Issuer::Anchor(index));
            let mut hashes: Vec<_> = anchors
                .chain(self.store.of_document().map(Issuer::Certificate))
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
        (issuers, false)
    }

    /// SHA-1 of the bits of a key, by which OCSP names responders (RFC 6960 4.2.1); empty if the
    /// crypto backend does not compute it.
    pub(crate) fn key_hash(&self, key_octets: &[u8]) -> Vec<u8> {
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
