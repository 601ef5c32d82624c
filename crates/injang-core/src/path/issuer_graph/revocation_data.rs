//! Which revocation data is about which certificate.

use super::{DEPTH, Issuer, IssuerGraph, LOOK, SignedObject};
use crate::algorithm::DigestAlgorithm;
use crate::crypto::request_queue::RequestQueue;
use crate::crypto::{CryptoBackend, Digest, SignatureInput};
use crate::policy::Revocation;
use crate::report::Origin;
use crate::x509::ocsp::{CertificateStatus, SingleResponse};
use crate::x509::{Certificate, CertificatePoints, Coverage, NameKey, ScopeRule};
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

/// What looking for the signer of a piece of the caller's takes, in octets: a name, and a few
/// certificates that have it.
const PIECE: u64 = 2048;

/// The revocation data about one certificate, of the caller first. Who signed it is not looked at.
pub(crate) struct RevocationSources {
    /// The CRLs that cover the certificate.
    pub(crate) crls: Vec<(Origin, Coverage)>,
    /// CRLs of its issuer, or of whom it names in the issuer's place, that do not cover it.
    pub(crate) out_of_scope: Vec<(Origin, ScopeRule)>,
    /// CRLs of others, whom the certificate does not name, with an entry about it by the entry's
    /// certificateIssuer: they say nothing good, but may revoke.
    pub(crate) of_others: Vec<Origin>,
    /// OCSP responses that have its `CertID` under the key of one of its issuers, and the places
    /// of the answers in them.
    pub(crate) responses: Vec<(Origin, usize)>,
    /// Whether something was left out for the budget's sake.
    pub(crate) is_cut: bool,
    /// The names by which CRLs cover it.
    pub(crate) points: CertificatePoints,
}

impl RevocationSources {
    /// Everything that covers or lists the certificate.
    fn items(&self) -> impl Iterator<Item = SignedObject> + '_ {
        let crls = self
            .crls
            .iter()
            .map(|(origin, _)| SignedObject::Crl(*origin));
        let of_others = self.of_others.iter();
        let crls = crls.chain(of_others.map(|origin| SignedObject::Crl(*origin)));
        let responses = self.responses.iter();
        crls.chain(responses.map(|(origin, _)| SignedObject::Response(*origin)))
    }
}

/// The digests by which a `CertID` names an issuer (RFC 6960 4.1.1), each taken once.
pub(crate) struct CertIds<'a> {
    certificate: Certificate<'a>,
    /// The octets of the keys of those who issued it.
    keys: Vec<&'a [u8]>,
    digests: Vec<(DigestAlgorithm, Option<Digest>, Vec<Digest>)>,
}

impl<'a> IssuerGraph<'a> {
    /// Looks up the revocation data about every certificate from which verified signatures lead to
    /// an anchor, if that was not done before, and asks who signed it. Whether there was any such
    /// certificate.
    pub(super) fn look_up_revocation_data(&mut self, requests: &mut RequestQueue<'a>) -> bool {
        let Some((root, depth)) = self.current else {
            return false;
        };
        if matches!(self.policy.revocation, Revocation::NotChecked) {
            return false;
        }
        let reached = self.reached(root, requests);
        self.current = Some((root, depth + 1));
        for item in &reached {
            self.look_up(*item, depth >= DEPTH, requests);
        }
        !reached.is_empty()
    }

    /// The revocation data about a certificate; `None` if it was not looked up, because no anchor
    /// was reached from the certificate.
    pub(crate) fn revocation_sources(&self, item: SignedObject) -> Option<&RevocationSources> {
        self.signed.get(&item)?.revocation.as_deref()
    }

    /// Certificates from which verified signatures lead to an anchor, whose revocation data was not
    /// looked up yet, and that are on the way from a signer's certificate or have signed revocation
    /// data about such ones.
    ///
    /// 1. Everything that verified signatures lead to from the signer's certificate, over the
    ///    revocation data that was looked up before too.
    /// 2. From the anchors back: what of it is anchored. A signer's certificate that is pinned is
    ///    looked up too, for what is there against it; it anchors nothing else.
    /// 3. What of that is a certificate without revocation data.
    fn reached(&self, root: Origin, requests: &RequestQueue<'a>) -> Vec<SignedObject> {
        let root = SignedObject::Certificate(root);
        let mut items = Vec::from([root]);
        let mut seen = BTreeSet::from([root]);
        let mut signed_by: BTreeMap<SignedObject, Vec<SignedObject>> = BTreeMap::new();
        let mut anchored = BTreeSet::new();
        let mut open = Vec::new();
        let mut is_pinned = false;
        let mut place = 0;
        while let Some(item) = items.get(place).copied() {
            place += 1;
            if !requests.pay(LOOK) {
                break;
            }
            let Some(signed) = self.signed.get(&item) else {
                continue;
            };
            for issuer in self.signers(item, requests) {
                match issuer.item() {
                    None if self.is_pinned(item, issuer) => is_pinned |= item == root,
                    None => {
                        if anchored.insert(item) {
                            open.push(item);
                        }
                    }
                    Some(issuer) => {
                        signed_by.entry(issuer).or_default().push(item);
                        if seen.insert(issuer) {
                            items.push(issuer);
                        }
                    }
                }
            }
            if let Some(sources) = &signed.revocation {
                let new = sources.items().filter(|item| seen.insert(*item));
                items.extend(new);
            }
        }
        while let Some(issuer) = open.pop() {
            for item in signed_by.get(&issuer).into_iter().flatten() {
                if anchored.insert(*item) {
                    open.push(*item);
                }
            }
        }
        items.retain(|item| {
            matches!(
                item,
                SignedObject::Certificate(_) | SignedObject::Delegate(..)
            ) && (anchored.contains(item) || (is_pinned && *item == root))
                && self.revocation_sources(*item).is_none()
        });
        items
    }

    /// Looks up the revocation data about one certificate. `is_too_deep`: only says that there may
    /// be some.
    fn look_up(&mut self, item: SignedObject, is_too_deep: bool, requests: &mut RequestQueue<'a>) {
        let (Some(certificate), Some(extensions)) =
            (self.certificate(item).copied(), self.extensions(item))
        else {
            return;
        };
        // Issuer, and those whom the certificate names in the issuer's place: each name once.
        let issuer = certificate.issuer();
        let mut names: Vec<NameKey<'a>> = extensions
            .crl_issuers()
            .chain([issuer])
            .map(NameKey::new)
            .collect();
        names.sort_by(|one, other| one.canonical().cmp(other.canonical()));
        names.dedup_by(|one, other| one.canonical() == other.canonical());
        let mut sources = RevocationSources {
            crls: Vec::new(),
            out_of_scope: Vec::new(),
            of_others: Vec::new(),
            responses: Vec::new(),
            is_cut: extensions.has_more_points || is_too_deep,
            points: CertificatePoints::of(&issuer, extensions),
        };
        let cost = names.iter().map(NameKey::cost).sum::<u64>() + 8 * sources.points.length();
        sources.is_cut |= !requests.pay(cost);
        if !sources.is_cut || extensions.has_more_points {
            self.find_revocation_data(item, &certificate, &names, &mut sources, requests);
        }
        let mut found: Vec<SignedObject> = sources.items().collect();
        found.dedup();
        // Whoever issued the certificate may sign under the name that it gives as cRLIssuer.
        let indirect = sources.crls.iter();
        let indirect = indirect.filter(|(_, coverage)| coverage.of_named_issuer.is_some());
        let indirect: Vec<SignedObject> = indirect
            .map(|(origin, _)| SignedObject::Crl(*origin))
            .collect();
        let issuers: Vec<Issuer> = self.signers(item, requests).collect();
        if let Some(signed) = self.signed.get_mut(&item) {
            signed.is_cut |= sources.is_cut;
            signed.revocation = Some(Box::new(sources));
        }
        self.allow_for_callers(&found, requests);
        for next in found {
            self.add(next, requests);
        }
        for crl in indirect {
            self.ask_about(crl, &issuers, requests);
        }
        for response in self.misnamed(item, requests) {
            let mut signers = issuers.clone();
            signers.extend(self.possible_responders(response, requests));
            self.ask_about(response, &signers, requests);
        }
    }

    /// What the caller brings is allowed for: each piece about a certificate with the work of finding
    /// who signed it, and those beyond the number that a document may bring with a signature of their
    /// own, once.
    fn allow_for_callers(&self, found: &[SignedObject], requests: &mut RequestQueue<'a>) {
        let is_callers = |item: &&SignedObject| {
            matches!(
                item,
                SignedObject::Crl(Origin::Policy(_)) | SignedObject::Response(Origin::Policy(_))
            )
        };
        for (place, item) in found.iter().filter(is_callers).enumerate() {
            if self.signed.contains_key(item) {
                continue;
            }
            requests.allow_work(PIECE);
            if place < self.policy.budget.evidence {
                continue;
            }
            let octets = self.to_sign(*item).map_or(0, |it| match it.input {
                SignatureInput::Message(octets) => octets.len() as u64,
                SignatureInput::Prehash(_) => 0,
            });
            requests.allow_request(octets);
        }
    }

    /// The OCSP responses about a certificate of which it matters who signed them, whomever their
    /// `responderID` names: those that revoke it, and those that name nobody who is known.
    fn misnamed(&self, item: SignedObject, requests: &RequestQueue<'a>) -> Vec<SignedObject> {
        let Some(sources) = self.revocation_sources(item) else {
            return Vec::new();
        };
        let matters = |(origin, place): &&(Origin, usize)| {
            let response = SignedObject::Response(*origin);
            let revokes = self.evidence(*origin).is_some_and(|(evidence, index)| {
                let single = evidence.single((index, *place));
                single.is_some_and(|it| matches!(it.status(), CertificateStatus::Revoked { .. }))
            });
            revokes || self.outcomes(response, requests).next().is_none()
        };
        let found = sources.responses.iter().filter(matters);
        let mut found: Vec<SignedObject> = found
            .map(|(origin, _)| SignedObject::Response(*origin))
            .collect();
        found.dedup();
        found
    }

    /// Finds CRLs by their issuers' names, and OCSP responses by serial number and `CertID`: of the
    /// caller all, of the document so many as the budget allows.
    fn find_revocation_data(
        &self,
        item: SignedObject,
        certificate: &Certificate<'a>,
        names: &[NameKey<'a>],
        sources: &mut RevocationSources,
        requests: &mut RequestQueue<'a>,
    ) {
        let keys = self
            .signers(item, requests)
            .filter_map(|issuer| Some(self.key(issuer)?.key_octets()));
        let mut ids = CertIds::new(certificate, keys.collect());
        // The budget bounds what a document brings; the caller's own data is always looked at, and its
        // cost is allowed for in addition.
        for (evidence, origin) in self.evidence.all() {
            let is_callers = matches!(origin(0), Origin::Policy(_));
            let limit = if is_callers {
                usize::MAX
            } else {
                self.policy.budget.evidence
            };
            let mut count = 0usize;
            let cost = LOOK + sources.points.length();
            // Each pair of a CRL and this certificate pays before it is compared: if the work runs out, the
            // result is "cut", never "no revocation data".
            let crls = names.iter().flat_map(|name| evidence.crls_of(name));
            for index in crls {
                if is_callers {
                    requests.allow_work(cost);
                }
                if !requests.pay(cost) {
                    sources.is_cut = true;
                    return;
                }
                let Some((crl, point)) = evidence.crl_point(*index) else {
                    continue;
                };
                match point.coverage(crl, &sources.points) {
                    Err(rule) => sources.out_of_scope.push((origin(*index), rule)),
                    Ok(_) if count == limit => sources.is_cut = true,
                    Ok(coverage) => {
                        count += 1;
                        sources.crls.push((origin(*index), coverage));
                    }
                }
            }
            // Entries of this issuer in CRLs of whoever else.
            let own = names
                .iter()
                .find(|name| sources.points.is_issuer(name.canonical()));
            for index in own.map_or(&[][..], |name| evidence.crls_listing(name)) {
                let Some((crl, point)) = evidence.crl_point(*index) else {
                    continue;
                };
                let cost = cost + crl.octets_about(certificate.serial());
                if is_callers {
                    requests.allow_work(cost);
                }
                if !requests.pay(cost) {
                    sources.is_cut = true;
                    return;
                }
                let is_named = names.iter().any(|name| name.canonical() == point.issuer());
                let mut entries = crl.find(certificate.serial());
                let lists = !is_named
                    && entries.any(|entry| {
                        let issuer = entry.issuer.map(|issuer| issuer.canonical());
                        issuer.is_some_and(|issuer| sources.points.is_issuer(&issuer))
                    });
                if lists && count == limit {
                    sources.is_cut = true;
                } else if lists {
                    count += 1;
                    sources.of_others.push(origin(*index));
                }
            }
            let answers = evidence.responses_about(certificate.serial());
            for place in answers {
                if is_callers {
                    requests.allow_work(LOOK);
                }
                if !requests.pay(LOOK) {
                    sources.is_cut = true;
                    return;
                }
                let Some(single) = evidence.single(place) else {
                    continue;
                };
                match ids.is_about(single, self.policy.crypto(), requests) {
                    Some(false) => {}
                    Some(true) if count < limit => {
                        count += 1;
                        sources.responses.push((origin(place.0), place.1));
                    }
                    Some(true) | None => sources.is_cut = true,
                }
            }
        }
    }
}

impl<'a> CertIds<'a> {
    /// For a certificate under the keys, as bits, of those who may have issued it.
    pub(crate) fn new(certificate: &Certificate<'a>, keys: Vec<&'a [u8]>) -> Self {
        Self {
            certificate: *certificate,
            keys,
            digests: Vec::new(),
        }
    }

    /// Whether an answer's `CertID` is that of the certificate under the key of one of its issuers;
    /// `None` if the budget has no room for finding out.
    pub(crate) fn is_about(
        &mut self,
        single: &SingleResponse<'_>,
        crypto: &dyn CryptoBackend,
        requests: &RequestQueue<'_>,
    ) -> Option<bool> {
        let Some(algorithm) = single.hash_algorithm().digest() else {
            return Some(false);
        };
        let known = self.digests.iter().position(|(it, ..)| *it == algorithm);
        let place = if let Some(place) = known {
            place
        } else {
            let name = self.certificate.issuer().octets();
            let octets = name.len() + self.keys.iter().map(|key| key.len()).sum::<usize>();
            if !requests.pay(octets as u64) {
                return None;
            }
            let digest = |octets: &[u8]| crypto.digest(algorithm, &[octets]);
            let keys = self.keys.iter().filter_map(|key| digest(key)).collect();
            self.digests.push((algorithm, digest(name), keys));
            self.digests.len() - 1
        };
        let (_, name, keys) = &self.digests[place];
        let is = |digest: &Digest, wanted: &[u8]| digest.as_bytes() == wanted;
        let is_name = name.as_ref().is_some_and(|it| is(it, single.name_hash()));
        Some(is_name && keys.iter().any(|key| is(key, single.key_hash())))
    }
}
