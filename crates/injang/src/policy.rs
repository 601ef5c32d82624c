//! Whom to trust, how strictly, and with which revocation data: what all documents are judged by.

use crate::fingerprint::PolicyFingerprints;
use crate::material::{self, MaterialError};
use injang_core::{
    AlgorithmConstraints, Budget, Certificate, CryptoBackend, Oid, OidBuf, Policy as CorePolicy,
    Profile, Revocation as CoreRevocation, RevocationData, TrustAnchor,
};
use self_cell::self_cell;
use std::fmt;
use std::sync::Arc;

/// Verified signatures that a policy caches by default: some thousands of paths, 512 KiB.
const CACHE: usize = 4 << 10;

/// Whether certificates must be shown not to have been revoked. There is no default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Revocation {
    /// Every certificate below the trust anchor needs a fresh CRL or OCSP response, from the policy
    /// or the document. Without one the verdict is `INDETERMINATE / TRY_LATER`.
    Require = 1,
    /// Not checked, and every report says so.
    NotChecked = 2,
}

/// What all documents are judged by: made once, shared by any number of threads, cheap to clone.
///
/// ```
/// use injang::{Policy, Request, Revocation};
///
/// # let ca = include_bytes!("../../../tests/vectors/toss/ca.der");
/// let policy = Policy::builder(Revocation::NotChecked).trust(ca)?.build();
/// # assert!(format!("{policy:?}").contains("anchors: 1"));
/// # Ok::<(), injang::MaterialError>(())
/// ```
#[derive(Clone)]
pub struct Policy(Arc<FingerprintCell>);

self_cell!(
    /// Revocation data and the octets that its index borrows.
    struct DataCell {
        owner: Arc<[Vec<u8>]>,
        #[covariant]
        dependent: RevocationData,
    }
);

/// What a policy of the core borrows.
struct Owned {
    data: DataCell,
    settings: Arc<Settings>,
}

self_cell!(
    struct PolicyCell {
        owner: Owned,
        #[covariant]
        dependent: CorePolicy,
    }
);

self_cell!(
    /// A policy, and the fingerprints that its reports share.
    struct FingerprintCell {
        owner: PolicyCell,
        #[covariant]
        dependent: PolicyFingerprints,
    }
);

impl Policy {
    /// Begins a policy without a trust anchor.
    pub fn builder(revocation: Revocation) -> PolicyBuilder {
        PolicyBuilder {
            settings: Settings::new(revocation),
            data: Vec::new(),
        }
    }

    /// The same policy with other CRLs and OCSP responses in place of its own: for a service that
    /// fetches them every hour. Signatures that have verified are not verified again. Each piece
    /// may be in any form that [`PolicyBuilder::revocation_data`] takes.
    pub fn with_revocation_data<'o>(
        &self,
        pieces: impl IntoIterator<Item = &'o [u8]>,
    ) -> Result<Self, MaterialError> {
        let mut data = Vec::new();
        for octets in pieces {
            data.extend(material::revocation_data(octets)?);
        }
        let settings = Arc::clone(&self.owned().settings);
        Ok(Self::assemble(settings, data, Some(self)))
    }

    /// The text of which `policy_sha256` in every report is the SHA-256: all settings that documents
    /// share, and every trust anchor, certificate, CRL and OCSP response by its SHA-256.
    pub fn manifest(&self) -> Option<String> {
        self.core().manifest()
    }

    /// The crypto backend.
    pub fn crypto(&self) -> &'static dyn CryptoBackend {
        self.owned().settings.crypto
    }

    /// The policy of the core.
    pub fn core(&self) -> &CorePolicy<'_> {
        self.0.borrow_owner().borrow_dependent()
    }

    /// The fingerprints of its certificates, each computed once.
    pub(crate) fn fingerprints(&self) -> &PolicyFingerprints<'_> {
        self.0.borrow_dependent()
    }

    fn owned(&self) -> &Owned {
        self.0.borrow_owner().borrow_owner()
    }

    fn assemble(settings: Arc<Settings>, mut data: Vec<Vec<u8>>, earlier: Option<&Self>) -> Self {
        // In which order they were given changes no report.
        data.sort_unstable();
        data.dedup();
        let crypto = settings.crypto;
        let data = DataCell::new(data.into(), |pieces: &Arc<[Vec<u8>]>| {
            let mut data = RevocationData::new();
            for piece in pieces.iter() {
                // Each was read when it was given.
                let _ = data.add(piece, crypto);
            }
            data
        });
        let policy = PolicyCell::new(Owned { data, settings }, |owned| {
            let policy = owned.settings.policy(owned.data.borrow_dependent());
            match earlier {
                Some(earlier) => policy.cache_of(earlier.core()),
                None if owned.settings.cache == 0 => policy,
                None => policy.cache(owned.settings.cache),
            }
        });
        Self(Arc::new(FingerprintCell::new(policy, |policy| {
            PolicyFingerprints::of(policy.borrow_dependent())
        })))
    }
}

impl fmt::Debug for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.core().fmt(f)
    }
}

/// The settings of a policy, without its revocation data.
#[derive(Clone)]
struct Settings {
    crypto: &'static dyn CryptoBackend,
    revocation: Revocation,
    anchors: Vec<TrustAnchor>,
    intermediates: Vec<Vec<u8>>,
    ocsp_responders: Vec<Vec<u8>>,
    profile: Profile,
    constraints: AlgorithmConstraints,
    anchor_constraints: bool,
    acceptable_policies: Vec<OidBuf>,
    explicit_policy: Option<bool>,
    inhibit_policy_mapping: bool,
    inhibit_any_policy: bool,
    signer_policies: Vec<OidBuf>,
    purpose: Option<OidBuf>,
    budget: Budget,
    cache: usize,
}

impl Settings {
    fn new(revocation: Revocation) -> Self {
        Self {
            crypto: injang_crypto::default_backend(),
            revocation,
            anchors: Vec::new(),
            intermediates: Vec::new(),
            ocsp_responders: Vec::new(),
            profile: Profile::default(),
            constraints: AlgorithmConstraints::default(),
            anchor_constraints: false,
            acceptable_policies: Vec::new(),
            explicit_policy: None,
            inhibit_policy_mapping: false,
            inhibit_any_policy: false,
            signer_policies: Vec::new(),
            purpose: None,
            budget: Budget::default(),
            cache: CACHE,
        }
    }

    fn policy<'a>(&'a self, data: &'a RevocationData<'a>) -> CorePolicy<'a> {
        let revocation = match self.revocation {
            Revocation::Require => CoreRevocation::Require(data),
            Revocation::NotChecked => CoreRevocation::NotChecked,
        };
        let is_named = !self.acceptable_policies.is_empty();
        let mut policy = CorePolicy::new(self.crypto, self.anchors.iter().cloned(), revocation)
            .intermediates(certificates(&self.intermediates))
            .ocsp_responders(certificates(&self.ocsp_responders))
            .profile(self.profile)
            .constraints(self.constraints)
            .anchor_constraints(self.anchor_constraints)
            .require_explicit_policy(self.explicit_policy.unwrap_or(is_named))
            .inhibit_policy_mapping(self.inhibit_policy_mapping)
            .inhibit_any_policy(self.inhibit_any_policy)
            .signer_policies(self.signer_policies.iter().map(OidBuf::as_oid))
            .budget(self.budget)
            .unused_revocation_data(match self.revocation {
                Revocation::Require => 0,
                Revocation::NotChecked => data.items().len(),
            });
        if is_named {
            let acceptable = self.acceptable_policies.iter().map(OidBuf::as_oid);
            policy = policy.acceptable_policies(acceptable);
        }
        if let Some(purpose) = &self.purpose {
            policy = policy.purpose(purpose.as_oid());
        }
        policy
    }
}

/// Certificates that were read when they were given.
fn certificates(octets: &[Vec<u8>]) -> impl Iterator<Item = Certificate<'_>> {
    octets
        .iter()
        .filter_map(|octets| Certificate::from_der(octets).ok())
}

/// Makes a [`Policy`]. Octets may be DER, base64 or hex of DER, PEM with any number of blocks, or a
/// certificate list (`.p7b`). [`MaterialError`] says what octets are that can't be used: another kind of
/// structure, another kind of file, or a damaged structure with the place of the error.
#[derive(Clone)]
pub struct PolicyBuilder {
    settings: Settings,
    data: Vec<Vec<u8>>,
}

impl PolicyBuilder {
    /// Trusts the certificates in these octets: the subject and the public key of each become a trust
    /// anchor (RFC 5280 6.1.1 d). Their signatures are not verified: first compare their SHA-256
    /// fingerprints with those that the CA publishes. An error if there is no certificate in them, or one
    /// that can't be read.
    pub fn trust(mut self, octets: &[u8]) -> Result<Self, MaterialError> {
        self.add_trust(octets)?;
        Ok(self)
    }

    /// The same for a caller that keeps its builder: after an error it is as it was.
    pub fn add_trust(&mut self, octets: &[u8]) -> Result<(), MaterialError> {
        let mut anchors = Vec::new();
        for certificate in material::certificates(octets)? {
            let anchor = TrustAnchor::from_certificate(&certificate);
            anchors.push(anchor.map_err(MaterialError::malformed)?);
        }
        self.settings.anchors.append(&mut anchors);
        Ok(())
    }

    /// Trusts a name and a public key: the DER of a `Name` and of a `SubjectPublicKeyInfo` (RFC 5280
    /// 4.1.2.4, 4.1.2.7). An error if one of them can't be read.
    pub fn trust_key(mut self, name: &[u8], public_key: &[u8]) -> Result<Self, MaterialError> {
        self.add_trust_key(name, public_key)?;
        Ok(self)
    }

    /// The same for a caller that keeps its builder: after an error it is as it was.
    pub fn add_trust_key(&mut self, name: &[u8], public_key: &[u8]) -> Result<(), MaterialError> {
        let anchor = TrustAnchor::from_name_and_key(name, public_key);
        let anchor = anchor.map_err(MaterialError::malformed)?;
        self.settings.anchors.push(anchor);
        Ok(())
    }

    /// Adds certificates of CAs to build paths with. They do not become trusted. An error if one of
    /// them can't be read.
    pub fn intermediates(mut self, octets: &[u8]) -> Result<Self, MaterialError> {
        self.add_intermediates(octets)?;
        Ok(self)
    }

    /// The same for a caller that keeps its builder: after an error it is as it was.
    pub fn add_intermediates(&mut self, octets: &[u8]) -> Result<(), MaterialError> {
        let certificates = material::certificates(octets)?;
        self.settings.intermediates.extend(certificates);
        Ok(())
    }

    /// Adds CRLs and OCSP responses. An error if one of them can't be read.
    pub fn revocation_data(mut self, octets: &[u8]) -> Result<Self, MaterialError> {
        self.add_revocation_data(octets)?;
        Ok(self)
    }

    /// The same for data that may be left out if it can't be read: on an error nothing is added, and the
    /// builder stays as it was.
    pub fn add_revocation_data(&mut self, octets: &[u8]) -> Result<(), MaterialError> {
        self.data.extend(material::revocation_data(octets)?);
        Ok(())
    }

    /// Adds certificates of OCSP responders whose answers the caller trusts for any certificate (RFC
    /// 6960 4.2.2.2, case 1). Toss's responder needs this. An error if one of them can't be read.
    pub fn ocsp_responders(mut self, octets: &[u8]) -> Result<Self, MaterialError> {
        self.add_ocsp_responders(octets)?;
        Ok(self)
    }

    /// The same for a caller that keeps its builder: after an error it is as it was.
    pub fn add_ocsp_responders(&mut self, octets: &[u8]) -> Result<(), MaterialError> {
        let certificates = material::certificates(octets)?;
        self.settings.ocsp_responders.extend(certificates);
        Ok(())
    }

    /// Sets whether harmless deviations from the standards are accepted; default
    /// [`Profile::Standard`].
    #[must_use]
    pub const fn profile(mut self, profile: Profile) -> Self {
        self.settings.profile = profile;
        self
    }

    /// Sets which algorithms are too weak; default SHA-1, and RSA below 2048 bits.
    #[must_use]
    pub const fn constraints(mut self, constraints: AlgorithmConstraints) -> Self {
        self.settings.constraints = constraints;
        self
    }

    /// Sets whether the certificates of the trust anchors constrain the paths below them (RFC 5937);
    /// default no.
    #[must_use]
    pub const fn anchor_constraints(mut self, apply: bool) -> Self {
        self.settings.anchor_constraints = apply;
        self
    }

    /// The certificate policies that are acceptable (RFC 5280 6.1.1 c); default any. Naming one makes
    /// a policy required, unless [`PolicyBuilder::require_explicit_policy`] says no.
    #[must_use]
    pub fn acceptable_policies<'o>(mut self, policies: impl IntoIterator<Item = Oid<'o>>) -> Self {
        self.settings.acceptable_policies = policies.into_iter().map(OidBuf::from).collect();
        self
    }

    /// Sets whether a path must have a valid policy (RFC 5280 6.1.1 f); default no, or yes once an
    /// acceptable policy is named.
    #[must_use]
    pub const fn require_explicit_policy(mut self, require: bool) -> Self {
        self.settings.explicit_policy = Some(require);
        self
    }

    /// Whether policies may not be mapped (RFC 5280 6.1.1 e); default no.
    #[must_use]
    pub const fn inhibit_policy_mapping(mut self, inhibit: bool) -> Self {
        self.settings.inhibit_policy_mapping = inhibit;
        self
    }

    /// Whether anyPolicy in a certificate is not accepted for other policies (RFC 5280 6.1.1 g);
    /// default no.
    #[must_use]
    pub const fn inhibit_any_policy(mut self, inhibit: bool) -> Self {
        self.settings.inhibit_any_policy = inhibit;
        self
    }

    /// Policies of which the signer's own certificate must contain one, whatever the path allows; default
    /// none. KAKAO-CA needs this, because no policy is valid along its paths.
    #[must_use]
    pub fn signer_policies<'o>(mut self, policies: impl IntoIterator<Item = Oid<'o>>) -> Self {
        self.settings.signer_policies = policies.into_iter().map(OidBuf::from).collect();
        self
    }

    /// The purpose that the signer's certificate must allow, if it has an extKeyUsage (RFC 5280
    /// 4.2.1.12); default any.
    #[must_use]
    pub fn purpose(mut self, purpose: Oid<'_>) -> Self {
        self.settings.purpose = Some(purpose.into());
        self
    }

    /// Sets the bounds on the work for one document; default [`Budget::default`].
    #[must_use]
    pub const fn budget(mut self, budget: Budget) -> Self {
        self.settings.budget = budget;
        self
    }

    /// About how many verified signatures on certificates and CRLs are cached, at 128 octets each;
    /// default 4,096; 0 turns the cache off. No report depends on it.
    #[must_use]
    pub const fn cache_size(mut self, signatures: usize) -> Self {
        self.settings.cache = signatures;
        self
    }

    /// Sets the crypto backend; default the fastest that this build has: aws-lc-rs with RustCrypto
    /// for what it does not compute, or RustCrypto alone.
    #[must_use]
    pub const fn crypto(mut self, crypto: &'static dyn CryptoBackend) -> Self {
        self.settings.crypto = crypto;
        self
    }

    /// Makes the policy. Without a trust anchor no document passes.
    pub fn build(self) -> Policy {
        Policy::assemble(Arc::new(self.settings), self.data, None)
    }
}

impl fmt::Debug for PolicyBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PolicyBuilder")
            .field("revocation", &self.settings.revocation)
            .field("anchors", &self.settings.anchors.len())
            .field("revocation_data", &self.data.len())
            .finish_non_exhaustive()
    }
}
