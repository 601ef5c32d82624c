//! What a policy is, written out: the list that `policy_sha256` is the digest of.
//!
//! The text has one line for each thing, every line ends with a line feed, and each list stands
//! after the number of its lines, sorted by its octets. Names and values have no spaces and no line
//! feeds in them. So two policies have the same text only if they are the same, and the order in
//! which anything was given does not matter.

use super::{Policy, Profile, Revocation, TrustAnchor};
use crate::crypto::CryptoBackend;
use crate::crypto::budget::Budget;
use crate::crypto::fingerprint::{self, sha256};
use crate::encoding::oid::OidBuf;
use crate::policy::revocation_data::{RevocationData, RevocationItem};
use crate::report::{Limit, PolicyConditions};
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use base16ct::lower::encode_string as hex;
use core::fmt::Write as _;

/// The first line: name and version of the format.
const HEAD: &str = "injang-policy 1\n";

/// A list of the manifest: its title with the number of its lines, and these.
#[derive(Clone)]
pub(super) struct List {
    pub(super) count: usize,
    /// `None` if a digest in it can't be computed.
    text: Option<Arc<str>>,
}

impl List {
    /// The lines sorted, each once, under a title.
    fn new(title: &str, lines: impl Iterator<Item = Option<String>>) -> Self {
        let lines: Vec<Option<String>> = lines.collect();
        let mut count = lines.len();
        let text = lines
            .into_iter()
            .collect::<Option<Vec<_>>>()
            .map(|mut lines| {
                lines.sort_unstable();
                lines.dedup();
                count = lines.len();
                let mut text = String::new();
                // Writing to a String can't fail.
                let _ = writeln!(text, "{title} {}", lines.len());
                for line in &lines {
                    text.push_str(line);
                }
                text.into()
            });
        Self { count, text }
    }

    /// The trust anchors: by the certificate that each came in, or by name and key.
    pub(super) fn of_anchors(anchors: &[TrustAnchor], crypto: &dyn CryptoBackend) -> Self {
        let digest = |octets: &[u8]| Some(hex(sha256(crypto, octets)?.as_bytes()));
        let line = |anchor: &TrustAnchor| {
            Some(match anchor.certificate_octets() {
                Some(octets) => alloc::format!("anchor certificate {}\n", digest(octets)?),
                None => alloc::format!(
                    "anchor name {} key {}\n",
                    digest(anchor.name())?,
                    digest(anchor.public_key())?
                ),
            })
        };
        Self::new("anchors", anchors.iter().map(line))
    }

    /// The certificates with these digests.
    pub(super) fn of_certificates(title: &str, name: &str, digests: &[Option<[u8; 32]>]) -> Self {
        let line =
            |digest: &Option<[u8; 32]>| Some(alloc::format!("{name} {}\n", hex(&(*digest)?)));
        Self::new(title, digests.iter().map(line))
    }

    /// The CRLs and OCSP responses; none where revocation is not checked.
    pub(super) fn of_revocation_data(revocation: Revocation<'_>) -> Self {
        let nothing = RevocationData::new();
        let data = match revocation {
            Revocation::Require(data) => data,
            Revocation::NotChecked => &nothing,
        };
        let line = |(index, item): (usize, &RevocationItem<'_>)| {
            let name = match item {
                RevocationItem::Crl(_) => "crl",
                RevocationItem::Ocsp(_) => "ocsp-response",
            };
            let digest = hex(data.sha256(index)?.as_bytes());
            Some(alloc::format!("{name} {digest}\n"))
        };
        Self::new("revocation-data", data.items().iter().enumerate().map(line))
    }
}

/// The lists of a policy, each written once, when it is given.
#[derive(Clone)]
pub(super) struct Lists {
    pub(super) anchors: List,
    pub(super) intermediates: List,
    pub(super) revocation_data: List,
    pub(super) ocsp_responders: List,
}

impl Lists {
    fn texts(&self) -> Option<[&str; 4]> {
        Some([
            self.anchors.text.as_deref()?,
            self.intermediates.text.as_deref()?,
            self.revocation_data.text.as_deref()?,
            self.ocsp_responders.text.as_deref()?,
        ])
    }
}

impl Policy<'_> {
    /// The text of which [`PolicyConditions::policy_sha256`](crate::report::PolicyConditions::policy_sha256) is
    /// the SHA-256: all settings that documents share, and every trust anchor, intermediate
    /// certificate, CRL, OCSP response and OCSP responder by its SHA-256. `None` if the crypto
    /// backend does not compute SHA-256.
    ///
    /// ```
    /// # use injang_core::{Policy, Revocation};
    /// let crypto = injang_crypto::default_backend();
    /// let policy = Policy::new(crypto, [], Revocation::NotChecked);
    /// let manifest = policy.manifest().unwrap();
    /// assert!(manifest.starts_with("injang-policy 1\nprofile standard\nrevocation none\n"));
    /// let end = "\nanchors 0\nintermediates 0\nrevocation-data 0\nocsp-responders 0\n";
    /// assert!(manifest.ends_with(end));
    /// ```
    pub fn manifest(&self) -> Option<String> {
        let mut text = self.settings();
        self.lists
            .texts()?
            .iter()
            .for_each(|list| text.push_str(list));
        Some(text)
    }

    /// The part of every report's conditions that is about this policy.
    pub fn stated(&self) -> &Arc<PolicyConditions> {
        &self.conditions
    }

    /// After a change of what documents share: the digest and the conditions are made anew.
    pub(super) fn sealed(mut self) -> Self {
        let settings = self.settings();
        let parts = self.lists.texts().map(|lists| {
            let mut parts = Vec::from([settings.as_bytes()]);
            parts.extend(lists.map(str::as_bytes));
            parts
        });
        let digest = parts.and_then(|parts| fingerprint::sha256_of(self.crypto, &parts));
        self.conditions = Arc::new(PolicyConditions {
            engine: crate::report::conditions::ENGINE,
            crypto: self.crypto.name(),
            profile: profile(self.profile),
            revocation: self.revocation.name(),
            purpose: self.purpose.clone(),
            acceptable_policies: self.policies.initial.clone(),
            explicit_policy: self.policies.explicit,
            inhibit_policy_mapping: self.policies.inhibit_mapping,
            inhibit_any_policy: self.policies.inhibit_any,
            signer_policies: self.signer_policies.clone(),
            anchor_constraints: self.anchor_constraints,
            accept_sha1: self.constraints.accept_sha1,
            least_rsa_bits: self.constraints.least_rsa_bits,
            limits: budget_limits(self.budget),
            anchors: self.lists.anchors.count,
            intermediates: self.lists.intermediates.count,
            revocation_data: self.lists.revocation_data.count,
            unused_revocation_data: match self.revocation {
                Revocation::Require(_) => 0,
                Revocation::NotChecked => self.unused_revocation_data,
            },
            ocsp_responders: self
                .issuers
                .responder_digests()
                .into_iter()
                .flatten()
                .collect(),
            policy_sha256: digest.as_ref().and_then(fingerprint::array),
        });
        self
    }

    /// The lines before the lists. What a request holds for one document is not among them.
    fn settings(&self) -> String {
        let mut text = String::from(HEAD);
        let mut line = |name: &str, value: &dyn core::fmt::Display| {
            // Writing to a String can't fail.
            let _ = writeln!(text, "{name} {value}");
        };
        let any =
            |oid: Option<&OidBuf>| oid.map_or_else(|| "any".into(), |oid| alloc::format!("{oid}"));
        line("profile", &profile(self.profile));
        line("revocation", &self.revocation.name());
        line("purpose", &any(self.purpose.as_ref()));
        line("explicit-policy", &self.policies.explicit);
        line("inhibit-policy-mapping", &self.policies.inhibit_mapping);
        line("inhibit-any-policy", &self.policies.inhibit_any);
        line("anchor-constraints", &self.anchor_constraints);
        line("accept-sha1", &self.constraints.accept_sha1);
        line("least-rsa-bits", &self.constraints.least_rsa_bits);
        for (limit, _) in budget(self.budget) {
            line(limit.name, &limit.value);
        }
        match &self.policies.initial {
            None => line("acceptable-policies", &"any"),
            Some(policies) => {
                line("acceptable-policies", &policies.len());
                for oid in policies {
                    line("acceptable-policy", oid);
                }
            }
        }
        line("signer-policies", &self.signer_policies.len());
        for oid in &self.signer_policies {
            line("signer-policy", oid);
        }
        text
    }
}

const fn profile(profile: Profile) -> &'static str {
    match profile {
        Profile::Standard => "standard",
        Profile::Strict => "strict",
    }
}

/// Every bound of a budget, and its default.
fn budget(budget: Budget) -> Vec<(Limit, u64)> {
    // All fields by name, so that none that is added can be forgotten.
    let Budget {
        candidates,
        depth,
        issuers,
        paths,
        evidence,
        signatures,
        octets,
        work,
    } = budget;
    let default = Budget::default();
    let limit = |name, value: usize, default: usize| {
        let value = value as u64;
        (Limit { name, value }, default as u64)
    };
    Vec::from([
        limit("budget_candidates", candidates, default.candidates),
        limit("budget_depth", depth, default.depth),
        limit("budget_issuers", issuers, default.issuers),
        limit("budget_paths", paths, default.paths),
        limit("budget_evidence", evidence, default.evidence),
        limit("budget_signatures", signatures, default.signatures),
        limit("budget_octets", octets, default.octets),
        (
            Limit {
                name: "budget_work",
                value: work,
            },
            default.work,
        ),
    ])
}

fn budget_limits(value: Budget) -> Vec<Limit> {
    if value == Budget::default() {
        return Vec::new();
    }
    others(budget(value))
}

/// Those that are not the default.
pub(crate) fn others(limits: Vec<(Limit, u64)>) -> Vec<Limit> {
    limits
        .into_iter()
        .filter(|(limit, default)| limit.value != *default)
        .map(|(limit, _)| limit)
        .collect()
}
