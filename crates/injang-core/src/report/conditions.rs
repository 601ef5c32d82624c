//! Under which conditions a report was made, so that it means the same to who reads it years later.

use super::kinds::{AtSource, RevocationMode, SignType};
use crate::encoding::oid::OidBuf;
use crate::encoding::time::Time;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// Name and version of this library, as reports state them.
pub const ENGINE: &str = concat!("injang ", env!("CARGO_PKG_VERSION"));

/// Everything beside the document that a report depends on. Two reports that were made under
/// different conditions differ here; the same conditions and octets give the same report.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Conditions {
    /// The time at which everything is judged.
    pub at: Time,
    /// Where that time comes from.
    pub at_source: AtSource,
    /// The kind of signature that is demanded; `None` if any is accepted.
    pub sign_type: Option<SignType>,
    /// The layout of the VID that counts.
    pub vid_layout: &'static str,
    /// What a digest is that is given in place of a content: `prehash` or `hash-of-hash`.
    pub digest_source: &'static str,
    /// The bounds on reading the document that are not the default, in a fixed order.
    pub document_limits: Vec<Limit>,
    /// What the policy says of all documents.
    pub policy: Arc<PolicyConditions>,
}

impl Conditions {
    /// All bounds that are not the default: the policy's, then those of reading the document.
    pub fn limits(&self) -> impl Iterator<Item = &Limit> {
        self.policy.limits.iter().chain(&self.document_limits)
    }
}

/// The conditions that all documents of a policy share.
///
/// A policy makes them once, and its reports share them: [`Policy::stated`](crate::Policy::stated).
/// The trust anchors, intermediate certificates and revocation data stand here as counts.
/// [`PolicyConditions::policy_sha256`] fixes which they were, and
/// [`Policy::manifest`](crate::Policy::manifest) lists them.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a setting of its own, named by its RFC"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PolicyConditions {
    /// Name and version of the library that judged: [`ENGINE`](crate::ENGINE).
    pub engine: &'static str,
    /// The name of the crypto backend.
    pub crypto: &'static str,
    /// How deviations from the standards are taken: `standard` or `strict`.
    pub profile: &'static str,
    /// Whether certificates must be shown not to have been revoked: `require` or `none`.
    pub revocation: &'static str,
    /// The purpose (extKeyUsage) that the signer's certificate must allow; `None` if any does.
    pub purpose: Option<OidBuf>,
    /// The acceptable certificate policies (RFC 5280 6.1.1 c), sorted; `None` if any is.
    pub acceptable_policies: Option<Vec<OidBuf>>,
    /// initial-explicit-policy (RFC 5280 6.1.1 f)
    pub explicit_policy: bool,
    /// initial-policy-mapping-inhibit (RFC 5280 6.1.1 e)
    pub inhibit_policy_mapping: bool,
    /// initial-any-policy-inhibit (RFC 5280 6.1.1 g)
    pub inhibit_any_policy: bool,
    /// The policies one of which the signer's own certificate must assert, sorted; none are asked
    /// for if it is empty.
    pub signer_policies: Vec<OidBuf>,
    /// Whether the certificates of the trust anchors constrain what is below them (RFC 5937).
    pub anchor_constraints: bool,
    /// Whether SHA-1 counts.
    pub accept_sha1: bool,
    /// The least bits of an RSA modulus that count.
    pub least_rsa_bits: usize,
    /// The bounds on work that are not the default, in a fixed order.
    pub limits: Vec<Limit>,
    /// How many trust anchors there are.
    pub anchors: usize,
    /// How many intermediate certificates the policy has.
    pub intermediates: usize,
    /// How many CRLs and OCSP responses the policy has; none where revocation is not checked.
    pub revocation_data: usize,
    /// How many CRLs and OCSP responses were given that the policy does not have, because revocation is
    /// not checked.
    pub unused_revocation_data: usize,
    /// SHA-256 of the certificate of each OCSP responder that the caller trusts, sorted.
    pub ocsp_responders: Vec<[u8; 32]>,
    /// SHA-256 of [`Policy::manifest`](crate::Policy::manifest): of every trust anchor, intermediate
    /// certificate and piece of revocation data, and of all settings that documents share. What is
    /// given for one document is not in it: the time, the kind of signature, the layout of the VID
    /// and the source of the digest. `None` if the crypto backend does not compute SHA-256.
    pub policy_sha256: Option<[u8; 32]>,
}

impl PolicyConditions {
    /// Before anything is known of a policy but its crypto backend.
    pub(crate) fn unknown(engine: &'static str, crypto: &'static str) -> Self {
        Self {
            engine,
            crypto,
            profile: "standard",
            revocation: NONE,
            purpose: None,
            acceptable_policies: None,
            explicit_policy: false,
            inhibit_policy_mapping: false,
            inhibit_any_policy: false,
            signer_policies: Vec::new(),
            anchor_constraints: false,
            accept_sha1: false,
            least_rsa_bits: 0,
            limits: Vec::new(),
            anchors: 0,
            intermediates: 0,
            revocation_data: 0,
            unused_revocation_data: 0,
            ocsp_responders: Vec::new(),
            policy_sha256: None,
        }
    }

    /// Whether revocation is checked.
    pub fn is_revocation_checked(&self) -> bool {
        self.revocation == REQUIRE
    }
}

/// The name of the mode in which revocation is checked.
pub(crate) const REQUIRE: &str = RevocationMode::Require.name();
/// The name of the mode in which it is not.
pub(crate) const NONE: &str = RevocationMode::NotChecked.name();

/// A bound on work that is not the default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Its name: `budget_` and a field of [`Budget`](crate::Budget), or `document_` and a field of
    /// [`Limits`](crate::Limits).
    pub name: &'static str,
    /// Its value.
    pub value: u64,
}
