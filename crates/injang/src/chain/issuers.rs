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
        let mut issuers = Vec::new();
        let mut has_more = false;
        match basic.responder() {
            ResponderId::Name(name) => (issuers, has_more) = self.pool.named(&name, None, limit),
            ResponderId::Key(wanted) => {
                let links = self.signed.get(&cause).map_or(&[][..], |it| &it.links);
                let known = links.iter().map(|link| link.issuer);
                let is_it = |issuer: &Issuer| {
                    let key = self.key(*issuer);
                    key.is_some_and(|key| self.is_key(&key, wanted))
                };
                issuers.extend(known.filter(is_it));
            }
        }
        for (place, certificate) in basic.certificates().iter().enumerate() {
            let is_it = match basic.responder() {
                ResponderId::Name(name) => certificate.subject().matches(&name),
                ResponderId::Key(wanted) => self.is_key(&certificate.public_key(), wanted),
            };
            if is_it {
                issuers.push(Issuer::Delegate(origin, place));
            }
        }
        has_more |= issuers.len() > limit;
        issuers.truncate(limit);
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
