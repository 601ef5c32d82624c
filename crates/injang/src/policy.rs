//! What the caller decides: whom to trust, at what time, and how strictly.

use crate::algorithm::DigestAlgorithm;
use crate::crypto::CryptoProvider;
use crate::error::Error;
use crate::report::SignType;
use crate::time::Time;
use crate::vid::VidLayout;
use crate::x509::{Certificate, Name};
use alloc::vec::Vec;

/// A name and a key that the caller trusts to issue signers' certificates.
///
/// The certificate that it came in contributes nothing else: not its validity, not its
/// constraints. An anchor may be a subordinate CA.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TrustAnchor {
    name: Vec<u8>,
    public_key: Vec<u8>,
    /// [`Name::fingerprint`](crate::Name::fingerprint) of the name.
    fingerprint: u64,
}

impl TrustAnchor {
    /// Takes subject and key of a certificate in DER. Nothing of it is verified: compare its
    /// fingerprint with what the CA publishes before trusting it.
    pub fn from_certificate(der: &[u8]) -> Result<Self, Error> {
        Certificate::from_der(der).map(|certificate| Self::from(&certificate))
    }

    /// The DER of the `Name`.
    pub fn name(&self) -> &[u8] {
        &self.name
    }

    /// Whether an issuer has this name (RFC 5280 7.1), `fingerprint` being that of the issuer.
    pub(crate) fn is_named(&self, issuer: &Name<'_>, fingerprint: u64) -> bool {
        self.name == issuer.octets()
            || (self.fingerprint == fingerprint
                && Name::from_der(&self.name).is_ok_and(|name| name.matches(issuer)))
    }

    /// The DER of the `SubjectPublicKeyInfo`.
    pub fn public_key(&self) -> &[u8] {
        &self.public_key
    }
}

/// Subject and key of a certificate, of which nothing is verified.
impl From<&Certificate<'_>> for TrustAnchor {
    fn from(certificate: &Certificate<'_>) -> Self {
        Self {
            name: certificate.subject().octets().to_vec(),
            public_key: certificate.public_key().octets().to_vec(),
            fingerprint: certificate.subject().fingerprint(),
        }
    }
}

impl core::fmt::Debug for TrustAnchor {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("TrustAnchor").finish_non_exhaustive()
    }
}

/// Whether certificates must be shown not to have been revoked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Revocation {
    /// Every certificate below the anchor needs fresh evidence. This version takes none yet, so
    /// the check answers `INDETERMINATE / TRY_LATER`.
    Require,
    /// Not checked, and every report says so.
    NotChecked,
}

/// How deviations from the standards are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Profile {
    /// Harmless ones that real documents have are accepted, each with a finding.
    #[default]
    Standard,
    /// Every tolerance is `INDETERMINATE / FORMAT_FAILURE`.
    Strict,
}

/// What a digest is that the caller gives in place of a content (PLAIN_HASH).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum PlainHashReading {
    /// The digest of what was signed.
    #[default]
    Prehash,
    /// What was signed: the signer took the digest of its octets.
    HashOfHash,
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

/// Bounds on the questions that one document may cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Certificates tried for one signer. Honest documents have one; two of the same issuer and
    /// serial number appear only in attacks and after reissues.
    pub candidates: usize,
    /// Signatures verified for one document. 256 signers with a certificate each need 512.
    pub questions: usize,
    /// Octets of the messages in these questions, beside four times those of the document and its
    /// content. Most questions have digests. Certificates are messages, asked about once for each
    /// anchor of their issuer's name, and so are contents under Ed25519 without attributes, which
    /// every signer and candidate would have digested anew. Digests of certificates that ESS
    /// attributes name are taken once for each certificate and algorithm, and are not counted.
    pub octets: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            candidates: 8,
            questions: 2_048,
            octets: 64 << 20,
        }
    }
}

/// All that a verdict depends on beside the document. Made once, used for any number of documents,
/// from any number of threads.
#[derive(Clone)]
pub struct Policy<'a> {
    pub(crate) crypto: &'a dyn CryptoProvider,
    pub(crate) anchors: Vec<TrustAnchor>,
    pub(crate) revocation: Revocation,
    pub(crate) at: Time,
    pub(crate) profile: Profile,
    pub(crate) sign_type: Option<SignType>,
    pub(crate) constraints: AlgorithmConstraints,
    pub(crate) vid_layout: VidLayout,
    pub(crate) plain_hash: PlainHashReading,
    pub(crate) budget: Budget,
}

impl<'a> Policy<'a> {
    /// A policy of the four things that have no default: the arithmetic, whom to trust, whether to
    /// ask for revocation evidence, and the time at which the signature is known to have existed.
    pub fn new(
        crypto: &'a dyn CryptoProvider,
        anchors: impl IntoIterator<Item = TrustAnchor>,
        revocation: Revocation,
        at: Time,
    ) -> Self {
        let mut anchors: Vec<_> = anchors.into_iter().collect();
        anchors.sort_unstable();
        anchors.dedup();
        Self {
            crypto,
            anchors,
            revocation,
            at,
            profile: Profile::default(),
            sign_type: None,
            constraints: AlgorithmConstraints::default(),
            vid_layout: VidLayout::default(),
            plain_hash: PlainHashReading::default(),
            budget: Budget::default(),
        }
    }

    /// Sets how deviations are taken; default [`Profile::Standard`].
    #[must_use]
    pub fn profile(mut self, profile: Profile) -> Self {
        self.profile = profile;
        self
    }

    /// Demands the kind of signature that was asked of the provider; default: any.
    #[must_use]
    pub fn expect_sign_type(mut self, sign_type: SignType) -> Self {
        self.sign_type = Some(sign_type);
        self
    }

    /// Sets which algorithms are too weak.
    #[must_use]
    pub fn constraints(mut self, constraints: AlgorithmConstraints) -> Self {
        self.constraints = constraints;
        self
    }

    /// Pins the layout of the VID; default [`VidLayout::CiThenSerial`].
    #[must_use]
    pub fn vid_layout(mut self, layout: VidLayout) -> Self {
        self.vid_layout = layout;
        self
    }

    /// Sets how a digest is read that stands for a content; default [`PlainHashReading::Prehash`].
    #[must_use]
    pub fn plain_hash_reading(mut self, reading: PlainHashReading) -> Self {
        self.plain_hash = reading;
        self
    }

    /// Sets the bounds on work.
    #[must_use]
    pub fn budget(mut self, budget: Budget) -> Self {
        self.budget = budget;
        self
    }

    /// Who computes.
    pub fn crypto(&self) -> &'a dyn CryptoProvider {
        self.crypto
    }

    /// The trust anchors, sorted and without duplicates.
    pub fn anchors(&self) -> &[TrustAnchor] {
        &self.anchors
    }

    /// The time at which everything is judged.
    pub fn at(&self) -> Time {
        self.at
    }
}

impl core::fmt::Debug for Policy<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Policy")
            .field("crypto", &self.crypto.name())
            .field("anchors", &self.anchors.len())
            .field("revocation", &self.revocation)
            .field("at", &self.at)
            .field("profile", &self.profile)
            .field("sign_type", &self.sign_type)
            .finish_non_exhaustive()
    }
}
