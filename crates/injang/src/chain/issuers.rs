//! Who may have signed a thing, by names and hashes.

use super::{Chains, Issuer, Item};
use crate::algorithm::{DigestAlgorithm, SubjectPublicKeyInfo};
use crate::ocsp::{ResponderId, SingleResponse};
use crate::report::Origin;
use crate::x509::Certificate;
use alloc::vec::Vec;

impl Chains<'_> {
    /// Who may have signed a thing.
    pub(super) fn issuers(&self, item: Item, cause: Item) -> (Vec<Issuer>, bool) {
        let limit = self.policy.budget.issuers;
        let name = match item {
            Item::Certificate(origin) => self.pool.certificate(origin).map(Certificate::issuer),
            Item::Delegate(..) => self.delegate(item).map(Certificate::issuer),
            Item::Crl(origin) => self
                .evidence(origin)
                .and_then(|(evidence, index)| Some(evidence.crl(index)?.issuer())),
            Item::Response(origin) => return self.responders(origin, cause, limit),
        };
        let Some(name) = name else {
            return (Vec::new(), false);
        };
        let fingerprint = match item {
            Item::Certificate(Origin::Policy(place)) => {
                Some(self.policy.issuers.at(place).issuer_fingerprint)
            }
            _ => None,
        };
        let (mut issuers, has_more) = self.pool.named(&name, fingerprint, limit);
        if let Item::Certificate(origin) = item {
            // Nothing is between a certificate and itself.
            issuers.retain(|issuer| *issuer != Issuer::Certificate(origin));
        }
        (issuers, has_more)
    }

    /// Who may have signed an OCSP response: whoever has the responder's name, or the responder's
    /// key among those who may have issued the certificate that it is about; and the certificates
    /// that it brings.
    pub(super) fn responders(
        &self,
        origin: Origin,
        cause: Item,
        limit: usize,
    ) -> (Vec<Issuer>, bool) {
        let Some(basic) = self.basic(origin) else {
            return (Vec::new(), false);
        };
        // What a response brings is looked through once.
        let is_known = self.signed.contains_key(&Item::Response(origin));
        let delegates = if is_known { &[] } else { basic.certificates() };
        let mut has_more = delegates.len() > limit;
        let mut issuers: Vec<Issuer> = delegates
            .iter()
            .take(limit)
            .enumerate()
            .filter(|(_, certificate)| match basic.responder() {
                ResponderId::Name(name) => certificate.subject().matches(&name),
                ResponderId::Key(wanted) => self.is_key(&certificate.public_key(), wanted),
            })
            .map(|(place, _)| Issuer::Delegate(origin, place))
            .collect();
        match basic.responder() {
            ResponderId::Name(name) => {
                let (named, has_more_named) = self.pool.named(&name, None, limit);
                issuers.extend(named);
                has_more |= has_more_named;
            }
            ResponderId::Key(wanted) => {
                // Those whose certificates are asked about have been linked to their issuers.
                let links = self.signed.get(&cause).map_or(&[][..], |it| &it.links);
                let known = links.iter().map(|link| link.issuer);
                let is_it = |issuer: &Issuer| {
                    let key = self.key(*issuer);
                    key.is_some_and(|key| self.is_key(&key, wanted))
                };
                issuers.extend(known.filter(is_it));
            }
        }
        (issuers, has_more)
    }

    /// Whether this is SHA-1 of a key's bits (RFC 6960 4.2.1).
    pub(super) fn is_key(&self, key: &SubjectPublicKeyInfo<'_>, wanted: &[u8]) -> bool {
        let digest = self
            .policy
            .crypto()
            .digest(DigestAlgorithm::Sha1, &[key.key_octets()]);
        digest.is_some_and(|digest| digest.as_bytes() == wanted)
    }

    /// Whether a single response is about a certificate of an issuer of this key (RFC 6960 4.1.1).
    pub(crate) fn is_about(
        &self,
        single: &SingleResponse<'_>,
        certificate: &Certificate<'_>,
        key: &SubjectPublicKeyInfo<'_>,
    ) -> bool {
        let Some(algorithm) = single.hash_algorithm().digest() else {
            return false;
        };
        let is = |octets: &[u8], wanted: &[u8]| {
            let digest = self.policy.crypto().digest(algorithm, &[octets]);
            digest.is_some_and(|digest| digest.as_bytes() == wanted)
        };
        single.serial() == certificate.serial()
            && is(certificate.issuer().octets(), single.name_hash())
            && is(key.key_octets(), single.key_hash())
    }
}
