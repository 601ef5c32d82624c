//! Which signatures there are between certificates, anchors and revocation data: requested from the
//! signer's certificate up, as far as they verify, and cached for later documents.
//!
//! For each certificate of a signer, one after the other:
//!
//! 1. its issuers by name, then those of every issuer under whose key a signature verified
//!    ([`IssuerGraph::expand`]), until nothing new verifies;
//! 2. the revocation data about each certificate from which verified signatures lead to an anchor,
//!    and its possible signers ([`revocation_data`]);
//! 3. again 1 and 2 for the certificates that signed revocation data, [`DEPTH`] times at most.
//!
//! A certificate whose signature did not verify leads nowhere, and no revocation data is looked up
//! for what leads to no anchor.

mod certificate_store;
mod issuers;
mod parts;
mod revocation_data;
mod search;

pub(crate) use certificate_store::CertificateStore;
pub(crate) use revocation_data::{CertIds, RevocationSources};

use crate::algorithm::{DigestAlgorithm, SignatureAlgorithm, SubjectPublicKeyInfo};
use crate::crypto::request_queue::{RequestQueue, RequestRef, Unverified};
use crate::crypto::verified_cache::CacheKey;
use crate::crypto::{SignatureInput, SignatureRequest};
use crate::encoding::tolerance::Tolerances;
use crate::policy::revocation_data::RevocationData;
use crate::policy::{Policy, Revocation};
use crate::report::{Origin, Reason};
use crate::x509::{Certificate, PathExtensions};
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use alloc::vec::Vec;
use core::cell::OnceCell;
use parts::{EvidenceSources, Tbs};

/// How often the signers of revocation data have their own revocation data looked up: the signer
/// of a CRL, the signer of the CRL about them, and so on. Real ones need one or two.
const DEPTH: usize = 8;

/// What looking at one thing counts at least, in octets.
pub(crate) const LOOK: u64 = 64;

/// Something that is signed. Pieces of revocation data are named by their index in [`RevocationData`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SignedObject {
    Certificate(Origin),
    Crl(Origin),
    Response(Origin),
    /// A certificate that an OCSP response brings.
    Delegate(Origin, usize),
}

/// Which key may have signed it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Issuer {
    Anchor(usize),
    Certificate(Origin),
    Delegate(Origin, usize),
}

impl Issuer {
    /// Who issued the certificate at a position of a path to this anchor.
    pub(crate) fn at(path: &[Origin], position: usize, anchor: usize) -> Self {
        path.get(position + 1)
            .map_or(Self::Anchor(anchor), |origin| Self::Certificate(*origin))
    }
}

/// A signature on an object, under the key of a possible issuer.
struct IssuerEdge {
    issuer: Issuer,
    asked: RequestRef,
    /// Its key in the cache of verified signatures, if the policy has a cache.
    cache: Option<CacheKey>,
}

/// The signatures on one thing. It is kept small, so that a node of the map that holds these is too.
#[derive(Default)]
struct Signed<'a> {
    links: Vec<IssuerEdge>,
    /// Whether a possible issuer was left out because the budget was exhausted.
    is_cut: bool,
    /// The possible issuers to try next if none of those in `links` signed it.
    further: Box<[Issuer]>,
    /// The turn in which it was added.
    turn: u32,
    /// The revocation data about it, once that was looked up.
    revocation: Option<Box<RevocationSources>>,
    /// What its extensions say, where the store does not have the certificate.
    extensions: OnceCell<Box<PathExtensions<'a>>>,
}

impl Signed<'_> {
    /// Whether a possible issuer was left out, or was not requested yet.
    fn is_cut(&self) -> bool {
        self.is_cut || !self.further.is_empty()
    }
}

/// A signer's certificate.
struct Root {
    origin: Origin,
    /// In how many parts what is left of the budget is divided when it is its turn.
    parts: usize,
}

/// Everything signed that belongs to the signers' certificates.
pub(crate) struct IssuerGraph<'a> {
    policy: &'a Policy<'a>,
    pub(crate) store: CertificateStore<'a>,
    evidence: EvidenceSources<'a>,
    signed: BTreeMap<SignedObject, Signed<'a>>,
    /// Objects whose signatures were requested, and whose issuers were not added yet.
    waiting: Vec<SignedObject>,
    /// Signers' certificates whose turn comes later.
    roots: VecDeque<Root>,
    /// The one whose turn it is, and how often revocation data was looked up for it.
    current: Option<(Origin, usize)>,
    /// Counts the turns.
    turn: u32,
    /// Signers' certificates in whose turn the budget left something out.
    run_out: BTreeSet<Origin>,
    /// Keys by which OCSP responses may name their signers, made once.
    key_hashes: OnceCell<Vec<(Vec<u8>, Issuer)>>,
}

impl<'a> IssuerGraph<'a> {
    /// For documents with these certificates, and with this data.
    pub(crate) fn new(
        policy: &'a Policy<'a>,
        store: CertificateStore<'a>,
        document: RevocationData<'a>,
    ) -> Self {
        Self {
            policy,
            store,
            evidence: EvidenceSources {
                policy: match policy.revocation {
                    Revocation::Require(evidence) => Some(evidence),
                    Revocation::NotChecked => None,
                },
                document,
            },
            signed: BTreeMap::new(),
            waiting: Vec::new(),
            roots: VecDeque::new(),
            current: None,
            turn: 0,
            run_out: BTreeSet::new(),
            key_hashes: OnceCell::new(),
        }
    }

    /// Puts signers' certificates at the end of those whose turn is to come. Each may spend the same
    /// share of what those before them have left, so that none starves the next.
    pub(crate) fn start(&mut self, origins: impl ExactSizeIterator<Item = Origin>) {
        let count = origins.len();
        let roots = origins.enumerate().map(|(place, origin)| Root {
            origin,
            parts: count - place,
        });
        self.roots.reserve_exact(count);
        self.roots.extend(roots);
    }

    /// Goes on from the statuses, once all requests have one. When no new request came up, there is
    /// nothing left to request.
    ///
    /// A signature in the cache is followed in the round in which it would have been requested, so
    /// that the budget is spent on the same things.
    pub(crate) fn advance(&mut self, requests: &mut RequestQueue<'a>) {
        while requests.open().is_empty() {
            if !self.waiting.is_empty() {
                // What comes up meanwhile stands behind them, and waits for its answers.
                let count = self.waiting.len();
                for place in 0..count {
                    self.expand(self.waiting[place], requests);
                }
                self.waiting.drain(..count);
            } else if self.look_up_revocation_data(requests) {
                // The signatures on the data that was found are requested now.
            } else if !self.take_turn(requests) {
                return;
            }
        }
    }

    /// Requests the signatures on the next signer's certificate; `false` if there is none left.
    pub(crate) fn take_turn(&mut self, requests: &mut RequestQueue<'a>) -> bool {
        let has_run_out = requests.take_run_out();
        if let Some((root, _)) = self.current.filter(|_| has_run_out) {
            self.run_out.insert(root);
        }
        let next = self.roots.pop_front();
        self.current = next.as_ref().map(|root| (root.origin, 0));
        let Some(root) = next else {
            return false;
        };
        requests.next_share(root.parts);
        self.turn += 1;
        self.add(SignedObject::Certificate(root.origin), requests);
        true
    }

    /// Adds the issuers whose signature over an object verified; if none did, queues the next of those
    /// that may have signed it, so that look-alikes in front of the right one cost signatures and no
    /// verdict.
    fn expand(&mut self, item: SignedObject, requests: &mut RequestQueue<'a>) {
        if let Some(further) = self.take_further(item, requests) {
            self.ask_about(item, &further, requests);
            return;
        }
        let Some(signed) = self.signed.get(&item) else {
            return;
        };
        let mut next = Vec::new();
        for link in &signed.links {
            if !requests.has_verified(&link.asked) {
                continue;
            }
            if let (Some(cache), Some(key)) = (&self.policy.cache, &link.cache) {
                cache.insert(key, self.is_of_authority(item));
            }
            next.extend(link.issuer.item());
        }
        for next in next {
            self.add(next, requests);
        }
    }

    /// The next of those who may have signed a thing, if there are any and the budget had room so far:
    /// while none of those before has signed it, whoever comes next; then those of the key that has.
    /// Certificates of one name and key can't be told apart by what was signed, and anybody can make
    /// them: the right one may come last.
    fn take_further(
        &mut self,
        item: SignedObject,
        requests: &RequestQueue<'a>,
    ) -> Option<Vec<Issuer>> {
        let signed = self.signed.get(&item)?;
        if signed.further.is_empty() || signed.is_cut {
            return None;
        }
        let octets_of = |issuer| self.key(issuer).map_or(&[][..], |key| key.octets());
        let mut links = signed.links.iter();
        let verified = links.find(|link| requests.has_verified(&link.asked));
        // Those of another key than the one that has signed it stay untried: then the object counts as
        // cut, because a second key under which a signature verifies can be made.
        let (mut next, mut left) = (Vec::new(), Vec::new());
        for issuer in &signed.further {
            let may_sign = verified.is_none_or(|it| octets_of(it.issuer) == octets_of(*issuer));
            if may_sign && next.len() < self.policy.budget.issuers {
                next.push(*issuer);
            } else {
                left.push(*issuer);
            }
        }
        self.signed.get_mut(&item)?.further = left.into();
        (!next.is_empty()).then_some(next)
    }

    /// Whether a signature is worth a place among those of authorities, which are few.
    fn is_of_authority(&self, item: SignedObject) -> bool {
        match item {
            SignedObject::Certificate(origin) => self
                .store
                .extensions(origin)
                .is_some_and(PathExtensions::is_authority),
            SignedObject::Crl(_) => true,
            SignedObject::Response(_) | SignedObject::Delegate(..) => false,
        }
    }

    /// Asks about the signatures on a thing, under the key of everybody who may have signed it by
    /// their name.
    fn add(&mut self, item: SignedObject, requests: &mut RequestQueue<'a>) {
        // What an earlier turn had no room for may have some in this one.
        let is_done = |signed: &Signed<'_>| !signed.is_cut() || signed.turn == self.turn;
        if self.signed.get(&item).is_some_and(is_done) {
            return;
        }
        let (mut issuers, has_more) = self.issuers(item, requests);
        let limit = match item {
            // As many of those that it brings as of others.
            SignedObject::Response(_) => self.policy.budget.issuers.saturating_mul(2),
            _ => self.policy.budget.issuers,
        };
        let further = issuers.split_off(limit.min(issuers.len())).into();
        let signed = Signed {
            is_cut: has_more,
            further,
            turn: self.turn,
            ..Signed::default()
        };
        self.ask_under(item, signed, &issuers, requests);
    }

    /// Requests the signatures on an object that was added, under more keys.
    fn ask_about(
        &mut self,
        item: SignedObject,
        issuers: &[Issuer],
        requests: &mut RequestQueue<'a>,
    ) {
        if let Some(signed) = self.signed.remove(&item) {
            self.ask_under(item, signed, issuers, requests);
        }
    }

    /// Requests the signatures on an object under these keys, and puts the object among the waiting
    /// ones.
    fn ask_under(
        &mut self,
        item: SignedObject,
        mut signed: Signed<'a>,
        issuers: &[Issuer],
        requests: &mut RequestQueue<'a>,
    ) {
        // With nobody to ask there is nothing to wait for.
        if issuers.is_empty() && matches!(item, SignedObject::Certificate(_)) {
            signed.is_cut |= !requests.pay(LOOK);
            self.signed.insert(item, signed);
            return;
        }
        let Some(to_sign) = self.to_sign(item) else {
            return;
        };
        let count = issuers.len() as u64;
        signed.is_cut |= !requests.pay(LOOK + count * (LOOK + 8 * signed.links.len() as u64));
        let first = signed.links.len();
        let octets_of = |issuer| self.key(issuer).map_or(&[][..], |key| key.octets());
        let digest = OnceCell::new();
        signed.links.reserve_exact(issuers.len());
        for issuer in issuers {
            if signed.links.iter().any(|link| link.issuer == *issuer) {
                continue;
            }
            let key = self.key(*issuer);
            // Certificates of the same key are one possible issuer within one round, and whose
            // signature verified is not asked again.
            let octets = key.as_ref().map_or(&[][..], SubjectPublicKeyInfo::octets);
            let mut links = signed.links.iter().enumerate();
            let same = links.find(|(place, link)| {
                (*place >= first || requests.has_verified(&link.asked))
                    && octets_of(link.issuer) == octets
            });
            let same = same.map(|(_, link)| link);
            let (asked, cache) = match same {
                Some(link) => (link.asked.clone(), None),
                None => self.ask(item, &to_sign, *issuer, key, &digest, requests),
            };
            signed.is_cut |= matches!(
                asked,
                RequestRef::Settled(Unverified::Indeterminate(Reason::BudgetExhausted))
            );
            signed.links.push(IssuerEdge {
                issuer: *issuer,
                asked,
                cache,
            });
        }
        self.signed.insert(item, signed);
        self.waiting.push(item);
    }

    /// Makes one request, unless its signature is in the cache.
    fn ask(
        &self,
        item: SignedObject,
        to_sign: &Tbs<'a>,
        issuer: Issuer,
        key: Option<SubjectPublicKeyInfo<'a>>,
        digest: &OnceCell<Option<[u8; 32]>>,
        requests: &mut RequestQueue<'a>,
    ) -> (RequestRef, Option<CacheKey>) {
        // The caller trusts this certificate itself, so its signature does not count.
        if self.is_pinned(item, issuer) {
            return (RequestRef::Verified, None);
        }
        if !to_sign.algorithms_agree {
            let reason = Reason::CertificateAlgorithmsDiffer;
            return (RequestRef::Settled(Unverified::Indeterminate(reason)), None);
        }
        let identifier = to_sign.algorithm;
        let (Some(algorithm), Some(key)) = (identifier.signature(None), key) else {
            return (
                RequestRef::Settled(Unverified::unsupported(&identifier)),
                None,
            );
        };
        let cache = self.policy.cache.as_ref().and_then(|cache| {
            let digest = (*digest.get_or_init(|| self.digest(item)))?;
            let key = self.key_digest(issuer)?;
            Some((cache, CacheKey::new(&digest, &key)))
        });
        if cache.as_ref().is_some_and(|(cache, key)| cache.holds(key)) {
            return (requests.put_verified(&to_sign.input), None);
        }
        let input = match &to_sign.input {
            SignatureInput::Prehash(digest) if Some(digest.algorithm()) != algorithm.digest() => {
                SignatureInput::Message(Cow::Borrowed(to_sign.octets))
            }
            input => input.clone(),
        };
        let asked = requests.put(SignatureRequest::new(
            &key,
            algorithm,
            input,
            to_sign.signature,
        ));
        (asked, cache.map(|(_, key)| key))
    }

    /// Whether a certificate is the anchor, one that is trusted for itself alone.
    pub(crate) fn is_pinned(&self, item: SignedObject, issuer: Issuer) -> bool {
        let (SignedObject::Certificate(origin), Issuer::Anchor(index)) = (item, issuer) else {
            return false;
        };
        let certificate = self.store.certificate(origin);
        certificate.is_some_and(|it| self.policy.anchors()[index].pins(it))
    }

    /// Everybody who may have signed a thing, and whether they have.
    pub(crate) fn outcomes<'s>(
        &'s self,
        item: SignedObject,
        requests: &'s RequestQueue<'a>,
    ) -> impl Iterator<Item = (Issuer, Result<(), Unverified>)> + 's {
        let links = self
            .signed
            .get(&item)
            .map_or(&[][..], |signed| &signed.links);
        links.iter().map(move |link| {
            let unsupported = || {
                self.algorithm(item).map_or(Reason::Unanswered, |it| {
                    Reason::AlgorithmUnsupported(it.oid().into())
                })
            };
            (link.issuer, requests.outcome(&link.asked, unsupported))
        })
    }

    /// The issuers under whose keys the signature on an object has verified.
    pub(crate) fn signers<'s>(
        &'s self,
        item: SignedObject,
        requests: &'s RequestQueue<'_>,
    ) -> impl Iterator<Item = Issuer> + 's {
        let links = self
            .signed
            .get(&item)
            .map_or(&[][..], |signed| &signed.links);
        links
            .iter()
            .filter(|link| requests.has_verified(&link.asked))
            .map(|link| link.issuer)
    }

    /// Whether there was no room for something while a signer's certificate had its turn: then
    /// something that revokes may not have been come by.
    pub(crate) fn has_run_out(&self, root: Origin) -> bool {
        self.run_out.contains(&root)
    }

    /// Whether a possible signer of an object was left out because the budget was exhausted.
    pub(crate) fn is_cut(&self, item: SignedObject) -> bool {
        self.signed.get(&item).is_some_and(Signed::is_cut)
    }

    /// What the extensions of a certificate say.
    pub(crate) fn extensions(&self, item: SignedObject) -> Option<&PathExtensions<'a>> {
        if let SignedObject::Certificate(origin) = item {
            return self.store.extensions(origin);
        }
        let certificate = self.certificate(item)?;
        let signed = self.signed.get(&item)?;
        Some(
            signed
                .extensions
                .get_or_init(|| Box::new(PathExtensions::of(certificate))),
        )
    }

    /// The tolerances that reading a certificate took.
    pub(crate) fn tolerances(&self, item: SignedObject) -> Tolerances {
        match item {
            SignedObject::Certificate(origin) => self.store.tolerances(origin),
            _ => self
                .certificate(item)
                .map_or(Tolerances::default(), Certificate::tolerances),
        }
    }

    /// The digest of a signature, and the bits of its key if that is an RSA key.
    pub(crate) fn strength(
        &self,
        item: SignedObject,
        issuer: Issuer,
    ) -> (Option<DigestAlgorithm>, Option<usize>) {
        let algorithm = self
            .algorithm(item)
            .and_then(|identifier| identifier.signature(None));
        let bits = self.key(issuer).and_then(|key| key.rsa_bits());
        (algorithm.and_then(SignatureAlgorithm::digest), bits)
    }

    /// The sources of revocation data, with the name of a piece in each.
    pub(crate) fn sources(
        &self,
    ) -> impl Iterator<Item = (&RevocationData<'a>, fn(usize) -> Origin)> {
        self.evidence.all()
    }
}

impl Issuer {
    /// The certificate that it is; `None` for an anchor.
    pub(crate) fn item(self) -> Option<SignedObject> {
        match self {
            Self::Anchor(_) => None,
            Self::Certificate(origin) => Some(SignedObject::Certificate(origin)),
            Self::Delegate(origin, place) => Some(SignedObject::Delegate(origin, place)),
        }
    }
}
