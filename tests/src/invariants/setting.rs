//! The setting in which the invariants judge: one policy, and what the vectors show to have been
//! signed.

use super::checked_backend::CheckedBackend;
use crate::runner::{self, Inputs};
use injang_core::report::{CheckId, Outcome};
use injang_core::{
    CertificateChoice, Content, Der, Limits, Policy, Report, Request, Revocation, SignedDocument,
    SignerReport, Time, TrustAnchor,
};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::sync::OnceLock;

/// The time at which everything is judged: that of nearly all vectors.
pub(super) const AT: &str = "2026-03-02T09:00:00Z";

/// Identifiers as whole elements.
pub(super) mod oid {
    /// id-signedData
    pub(crate) const SIGNED_DATA: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0xd, 1, 7, 2];
    /// id-data
    pub(crate) const DATA: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0xd, 1, 7, 1];
    /// rsaEncryption
    pub(crate) const RSA: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0xd, 1, 1, 1];
    /// id-sha256
    pub(crate) const SHA256: &[u8] = &[6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1];
}

/// The families whose CAs are trusted. All but two of the CAs have one name, so that each costs a
/// signature request.
const FAMILIES: [&str; 11] = [
    "algorithm",
    "attributes",
    "certificate",
    "content",
    "content-types",
    "ed25519",
    "kakao",
    "payco",
    "pss",
    "signers",
    "toss",
];

/// What one signature covers, each by its SHA-256.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Signed {
    /// The signed octets of the certificate under whose key it verified.
    certificate: [u8; 32],
    /// The content's type and the content.
    content: [[u8; 32]; 2],
}

/// The policy, and what can pass under it.
pub(super) struct Setting {
    anchors: Vec<TrustAnchor>,
    /// Everything that was signed by keys below the anchors. The keys were thrown away, so there will
    /// be nothing else.
    signed: HashSet<Signed>,
    /// The certificates of vectors that were damaged after they were signed.
    damaged: HashSet<[u8; 32]>,
    /// All contents in `signed`.
    contents: HashSet<[[u8; 32]; 2]>,
    /// The contents that the vectors supply beside their documents.
    pub(super) detached: Vec<Vec<u8>>,
}

impl Setting {
    /// The one of this process.
    pub(super) fn get() -> &'static Self {
        static SETTING: OnceLock<Setting> = OnceLock::new();
        SETTING.get_or_init(Self::read)
    }

    fn read() -> Self {
        let folder = runner::folder();
        let anchor = |family: &&str| {
            let octets = fs::read(folder.join(family).join("ca.der")).expect("a family's CA");
            TrustAnchor::from_certificate(&octets).expect("a certificate")
        };
        let mut setting = Self {
            anchors: FAMILIES.iter().map(anchor).collect(),
            signed: HashSet::new(),
            damaged: HashSet::new(),
            contents: HashSet::new(),
            detached: Vec::new(),
        };
        let mut detached = BTreeMap::new();
        for vector in runner::vectors() {
            let inputs = Inputs::read(&vector);
            if let Content::Detached(octets) = inputs.content()
                && octets.len() < 4_096
            {
                detached.insert(sha256(octets), octets.to_vec());
            }
            let content = match inputs.content() {
                Content::Digest(_) => Content::Embedded,
                content => content,
            };
            let report = setting.judge(&inputs.document, &CheckedBackend::combined(), content);
            for (signed, is_whole) in signed(&inputs.document, &report, content) {
                if is_whole {
                    setting.signed.insert(signed);
                    setting.contents.insert(signed.content);
                } else {
                    setting.damaged.insert(signed.certificate);
                }
            }
        }
        assert!(setting.signed.len() > 50, "vectors that pass");
        setting.detached = detached.into_values().collect();
        setting
    }

    /// The policy. The backend counts the octets of documents from here on.
    pub(super) fn policy<'a>(&self, crypto: &'a CheckedBackend) -> Policy<'a> {
        let policy = Policy::new(crypto, self.anchors.clone(), Revocation::NotChecked);
        crypto.begin();
        policy
    }

    /// What is asked of every document: its own content, at the one time.
    pub(super) fn request<'a>() -> Request<'a> {
        Request::at(Time::parse(AT).expect("a time"))
    }

    /// Whether this was signed. Of a vector that was damaged after signing only the signer is known:
    /// what it signed is what other vectors have signed too, and the fuzzer may undo the damage.
    pub(super) fn knows(&self, signed: &Signed) -> bool {
        self.signed.contains(signed)
            || (self.damaged.contains(&signed.certificate)
                && self.contents.contains(&signed.content))
    }

    /// How many anchors there are.
    pub(super) fn anchors(&self) -> usize {
        self.anchors.len()
    }

    /// The report under the policy.
    pub(super) fn judge(
        &self,
        input: &[u8],
        crypto: &CheckedBackend,
        content: Content<'_>,
    ) -> Report {
        injang_core::audit(
            input,
            &self.policy(crypto),
            &Self::request().content(content),
        )
    }
}

/// What a document covers for which a path was found, and whether its signature and its digest hold,
/// whatever else is wrong with it.
pub(super) fn signed(input: &[u8], report: &Report, content: Content<'_>) -> Vec<(Signed, bool)> {
    let Ok(decoded) = injang_core::armor::decode(input) else {
        return Vec::new();
    };
    let Ok(der) = Der::from_ber(&decoded.octets, Limits::default()) else {
        return Vec::new();
    };
    let Ok(document) = SignedDocument::parse(&der) else {
        return Vec::new();
    };
    let supplied = match content {
        Content::Detached(octets) => Some(octets),
        _ => None,
    };
    let Some(content) = document.untrusted_content().or(supplied) else {
        return Vec::new();
    };
    let signed = |signer: &SignerReport| {
        signer.path.anchor?;
        let CertificateChoice::Certificate(certificate) =
            document.certificates().get(signer.certificate?)?
        else {
            return None;
        };
        let signed = Signed {
            certificate: sha256(certificate.tbs_octets()),
            content: [document.content_type().content(), content].map(sha256),
        };
        let digest = signer.check(CheckId::MessageDigest)?;
        let is_whole = signer.is_verified_key && !matches!(digest.outcome, Outcome::Failed(_));
        Some((signed, is_whole))
    };
    report.signers.iter().filter_map(signed).collect()
}

fn sha256(octets: &[u8]) -> [u8; 32] {
    Sha256::digest(octets).into()
}
