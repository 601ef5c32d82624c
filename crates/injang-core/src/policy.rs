//! What the caller decides: whom to trust, at what time, and how strictly.

mod anchor;
mod issuers;
pub(crate) mod manifest;
pub(crate) mod revocation_data;
mod settings;

pub use anchor::TrustAnchor;
pub(crate) use issuers::SuppliedIssuers;
pub use settings::{PlainHashSource, Profile};

use crate::algorithm::DigestAlgorithm;
use crate::crypto::budget::Budget;
use crate::crypto::fingerprint::sha256;
use crate::crypto::verified_cache::VerifiedSignatureCache;
use crate::crypto::{CryptoBackend, Digest};
use crate::encoding::oid::{Oid, OidBuf};
use crate::policy::revocation_data::RevocationData;
use crate::report::{PolicyConditions, conditions};
use crate::x509::{Certificate, Name, NameMap};
use alloc::sync::Arc;
use alloc::vec::Vec;
use manifest::{List, Lists};

/// Whether certificates must be shown not to have been revoked.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Revocation<'a> {
    /// Every certificate below the anchor needs fresh revocation data, of these CRLs and OCSP responses
    /// or of those that the document brings. Without any the answer is `INDETERMINATE / TRY_LATER`.
    Require(&'a RevocationData<'a>),
    /// Not checked, and every report says so.
    NotChecked,
}

impl Revocation<'_> {
    /// The name in reports: `require` or `none`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Require(_) => conditions::REQUIRE,
            Self::NotChecked => conditions::NONE,
        }
    }
}

/// Which verified algorithms are too weak to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlgorithmConstraints {
    /// Whether SHA-1 counts. Default no: collisions can be bought since 2017.
    pub accept_sha1: bool,
    /// The least bits of an RSA modulus. Default 2048 (NIST SP 800-131A; KISA's guideline since
    /// 2011).
    pub least_rsa_bits: usize,
}

impl Default for AlgorithmConstraints {
    fn default() -> Self {
        Self {
            accept_sha1: false,
            least_rsa_bits: 2048,
        }
    }
}

impl AlgorithmConstraints {
    pub(crate) fn accepts(&self, digest: DigestAlgorithm) -> bool {
        self.accept_sha1 || digest != DigestAlgorithm::Sha1
    }
}

/// The caller's inputs about certificate policies (RFC 5280 6.1.1 c, e, f, g).
#[derive(Clone, Default)]
pub(crate) struct PolicyInputs {
    /// user-initial-policy-set; `None` is any-policy.
    pub(crate) initial: Option<Vec<OidBuf>>,
    /// initial-explicit-policy
    pub(crate) explicit: bool,
    /// initial-policy-mapping-inhibit
    pub(crate) inhibit_mapping: bool,
    /// initial-any-policy-inhibit
    pub(crate) inhibit_any: bool,
}

/// What a verdict depends on beside the document and the [`Request`](crate::Request). Made once, used
/// for any number of documents, from any number of threads.
#[derive(Clone)]
pub struct Policy<'a> {
    pub(crate) crypto: &'a dyn CryptoBackend,
    pub(crate) anchors: Vec<TrustAnchor>,
    /// The anchors that may issue, by their names.
    pub(crate) anchor_names: Arc<NameMap>,
    pub(crate) anchor_constraints: bool,
    pub(crate) issuers: SuppliedIssuers<'a>,
    pub(crate) revocation: Revocation<'a>,
    /// How much the caller has of it where none is used.
    unused_revocation_data: usize,
    pub(crate) profile: Profile,
    pub(crate) constraints: AlgorithmConstraints,
    pub(crate) policies: PolicyInputs,
    pub(crate) signer_policies: Vec<OidBuf>,
    pub(crate) purpose: Option<OidBuf>,
    pub(crate) budget: Budget,
    pub(crate) cache: Option<VerifiedSignatureCache>,
    /// SHA-256 of the anchors' keys, for the cache.
    pub(crate) anchor_digests: Vec<Option<Digest>>,
    /// The lists of the manifest.
    lists: Lists,
    /// What every report says of this policy: always made from the fields above.
    conditions: Arc<PolicyConditions>,
}

impl<'a> Policy<'a> {
    /// A policy from the three things that have no default: the crypto backend, the trust anchors,
    /// and whether certificates must be shown not to have been revoked.
    pub fn new(
        crypto: &'a dyn CryptoBackend,
        anchors: impl IntoIterator<Item = TrustAnchor>,
        revocation: Revocation<'a>,
    ) -> Self {
        let mut anchors: Vec<_> = anchors.into_iter().collect();
        anchors.sort_unstable();
        anchors.dedup();
        let none = |title| List::of_certificates(title, "", &[]);
        let lists = Lists {
            anchors: List::of_anchors(&anchors, crypto),
            intermediates: none("intermediates"),
            revocation_data: List::of_revocation_data(revocation),
            ocsp_responders: none("ocsp-responders"),
        };
        let issuing = anchors.iter().enumerate().filter(|(_, it)| !it.is_pinned());
        let names =
            issuing.filter_map(|(index, it)| Some((Name::from_der(it.name()).ok()?, index)));
        Self {
            crypto,
            anchor_names: Arc::new(NameMap::of(names)),
            anchors,
            anchor_constraints: false,
            unused_revocation_data: 0,
            issuers: SuppliedIssuers::default(),
            revocation,
            profile: Profile::default(),
            constraints: AlgorithmConstraints::default(),
            policies: PolicyInputs::default(),
            signer_policies: Vec::new(),
            purpose: None,
            budget: Budget::default(),
            cache: None,
            anchor_digests: Vec::new(),
            lists,
            conditions: Arc::new(PolicyConditions::unknown(conditions::ENGINE, crypto.name())),
        }
        .sealed()
    }

    /// Sets how deviations are taken; default [`Profile::Standard`].
    #[must_use]
    pub fn profile(mut self, profile: Profile) -> Self {
        self.profile = profile;
        self.sealed()
    }

    /// Sets which algorithms are too weak; default SHA-1, and RSA below 2048 bits.
    #[must_use]
    pub fn constraints(mut self, constraints: AlgorithmConstraints) -> Self {
        self.constraints = constraints;
        self.sealed()
    }

    /// Certificates of CAs to build paths with, beside those that a document brings. None of them
    /// is trusted for being here, and order and duplicates do not matter.
    #[must_use]
    pub fn intermediates(
        mut self,
        certificates: impl IntoIterator<Item = Certificate<'a>>,
    ) -> Self {
        self.issuers = self.issuers.with_intermediates(certificates, self.crypto);
        let digests = self.issuers.intermediate_digests();
        self.lists.intermediates = List::of_certificates("intermediates", "intermediate", &digests);
        self.sealed()
    }

    /// Certificates of OCSP responders that the caller trusts to answer about any certificate on a
    /// path (RFC 6960 4.2.2.2: a local configuration), beside the issuers and those whom they
    /// delegate. Their paths are not looked at, only their validity, and revocation data that
    /// revokes them. Toss's responder needs this: its certificate comes from the root, not from the
    /// CA that issued the subscribers'.
    #[must_use]
    pub fn ocsp_responders(
        mut self,
        certificates: impl IntoIterator<Item = Certificate<'a>>,
    ) -> Self {
        self.issuers = self.issuers.with_responders(certificates, self.crypto);
        let digests = self.issuers.responder_digests();
        self.lists.ocsp_responders =
            List::of_certificates("ocsp-responders", "ocsp-responder", &digests);
        self.sealed()
    }

    /// Whether the certificates that the anchors came in constrain what is below them (RFC 5937):
    /// pathLenConstraint, nameConstraints, policies and their constraints, and not being a CA's.
    /// Default no: the real Toss Root CA1 breaks its own pathLenConstraint.
    #[must_use]
    pub fn anchor_constraints(mut self, apply: bool) -> Self {
        self.anchor_constraints = apply;
        self.sealed()
    }

    /// How many CRLs and OCSP responses the caller was given and this policy has not, because revocation
    /// is not checked ([`Revocation::NotChecked`]): reports say so. It changes no verdict. Default 0.
    #[must_use]
    pub fn unused_revocation_data(mut self, count: usize) -> Self {
        self.unused_revocation_data = count;
        self.sealed()
    }

    /// The certificate policies that are acceptable (RFC 5280 6.1.1 c: user-initial-policy-set);
    /// default any. They only matter where a policy is required, by
    /// [`Policy::require_explicit_policy`] or by a CA.
    #[must_use]
    pub fn acceptable_policies<'o>(mut self, policies: impl IntoIterator<Item = Oid<'o>>) -> Self {
        let mut initial: Vec<OidBuf> = policies.into_iter().map(OidBuf::from).collect();
        initial.sort_unstable();
        initial.dedup();
        self.policies.initial =
            (!initial.contains(&crate::encoding::oid::ANY_POLICY.into())).then_some(initial);
        self.sealed()
    }

    /// Whether an acceptable policy must be valid along the whole path (RFC 5280 6.1.1 f); default
    /// no.
    #[must_use]
    pub fn require_explicit_policy(mut self, require: bool) -> Self {
        self.policies.explicit = require;
        self.sealed()
    }

    /// Whether CAs may not map policies (RFC 5280 6.1.1 e); default no.
    #[must_use]
    pub fn inhibit_policy_mapping(mut self, inhibit: bool) -> Self {
        self.policies.inhibit_mapping = inhibit;
        self.sealed()
    }

    /// Whether anyPolicy in a certificate is not accepted for other policies (RFC 5280 6.1.1 g);
    /// default no.
    #[must_use]
    pub fn inhibit_any_policy(mut self, inhibit: bool) -> Self {
        self.policies.inhibit_any = inhibit;
        self.sealed()
    }

    /// Policies of which the signer's own certificate must assert one, whatever the path says;
    /// default none is asked for. The real KAKAO-CA asserts no subscriber policy, so that none
    /// survives RFC 5280's processing.
    #[must_use]
    pub fn signer_policies<'o>(mut self, policies: impl IntoIterator<Item = Oid<'o>>) -> Self {
        let mut policies: Vec<OidBuf> = policies.into_iter().map(OidBuf::from).collect();
        policies.sort_unstable();
        policies.dedup();
        self.signer_policies = policies;
        self.sealed()
    }

    /// The purpose that the signer's certificate must allow, where it restricts itself to some by
    /// extKeyUsage (RFC 5280 4.2.1.12); default any.
    #[must_use]
    pub fn purpose(mut self, purpose: Oid<'_>) -> Self {
        self.purpose = Some(purpose.into());
        self.sealed()
    }

    /// Caches about this many verified signatures on certificates and CRLs, for all documents that
    /// this policy and its clones judge, from any thread. A signature in the cache is not requested
    /// again, and no report depends on it. Takes 128 octets for each.
    #[must_use]
    pub fn cache(mut self, signatures: usize) -> Self {
        self.cache = Some(VerifiedSignatureCache::new(signatures));
        self.digest_anchors()
    }

    /// Shares the cache of verified signatures of another policy, if that has one: whether a signature
    /// verifies depends on neither time, anchors nor revocation data. So revocation data can be
    /// replaced every hour without verifying anew what CAs signed. Both policies must have the same
    /// crypto backend; otherwise nothing is shared.
    #[must_use]
    pub fn cache_of(mut self, other: &Policy<'_>) -> Self {
        if self.crypto.name() == other.crypto.name() {
            self.cache.clone_from(&other.cache);
        }
        self.digest_anchors()
    }

    /// The digests of the anchors' keys, which entries of the cache are found by.
    fn digest_anchors(mut self) -> Self {
        let digest = |anchor: &TrustAnchor| sha256(self.crypto, anchor.public_key());
        self.anchor_digests = match self.cache {
            Some(_) => self.anchors.iter().map(digest).collect(),
            None => Vec::new(),
        };
        self
    }

    /// Whether it has a cache of verified signatures.
    pub fn is_caching(&self) -> bool {
        self.cache.is_some()
    }

    /// Sets the bounds on the work for one document; default [`Budget::default`].
    #[must_use]
    pub fn budget(mut self, budget: Budget) -> Self {
        self.budget = budget;
        self.sealed()
    }

    /// The crypto backend.
    pub fn crypto(&self) -> &'a dyn CryptoBackend {
        self.crypto
    }

    /// The trust anchors, sorted and without duplicates.
    pub fn anchors(&self) -> &[TrustAnchor] {
        &self.anchors
    }

    /// The certificates of [`Policy::intermediates`] and [`Policy::ocsp_responders`], sorted by their
    /// octets, each once.
    pub fn issuers(&self) -> &[Certificate<'a>] {
        self.issuers.certificates()
    }

    /// Whether a certificate of [`Policy::issuers`] is one of [`Policy::ocsp_responders`].
    pub fn is_ocsp_responder(&self, index: usize) -> bool {
        self.issuers.is_responder(index)
    }

    /// Whether revocation is checked, and with what revocation data.
    pub fn revocation(&self) -> Revocation<'a> {
        self.revocation
    }
}

impl core::fmt::Debug for Policy<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Policy")
            .field("crypto", &self.crypto.name())
            .field("anchors", &self.anchors.len())
            .field("revocation", &self.revocation)
            .field("profile", &self.profile)
            .finish_non_exhaustive()
    }
}
