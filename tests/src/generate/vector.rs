//! Vectors before they are written: a family's folder, and in it one folder for each case.

use super::algorithm::Hash;
use super::expected::hex;
use super::seed;
use crate::case::{
    Case, Claim, DemandedSignType, Expectation, Finding, Layout, PlainHash, Profile, Revocation,
    SuppliedDigest,
};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The time for which most vectors ask.
const AT: &str = "2026-03-02T09:00:00Z";

/// A family that is being made.
pub(crate) struct Family {
    name: String,
    /// `None` in the rehearsal.
    folder: Option<PathBuf>,
    /// What the committed cases expect, by their names.
    reasons: BTreeMap<String, ExactReason>,
}

/// The exact reason that a case expects. It stands in the committed `case.json` and nowhere else:
/// the generator says verdict and check, and carries the reason over.
#[derive(Clone, Default)]
struct ExactReason {
    code: Option<String>,
    detail: Option<String>,
}

/// The exact reasons of a family's committed cases.
fn exact_reasons(family: &str) -> io::Result<BTreeMap<String, ExactReason>> {
    let folder = crate::runner::folder().join(family);
    let mut reasons = BTreeMap::new();
    if !folder.exists() {
        return Ok(reasons);
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path().join("case.json");
        if !path.exists() {
            continue;
        }
        let case: Value = serde_json::from_slice(&fs::read(path)?)?;
        let text = |key: &str| case["expect"][key].as_str().map(str::to_owned);
        let reason = ExactReason {
            code: text("reason"),
            detail: text("detail"),
        };
        reasons.insert(entry.file_name().to_string_lossy().into_owned(), reason);
    }
    Ok(reasons)
}

impl Family {
    /// Empties or makes `root/name`.
    pub(crate) fn open(root: &Path, name: &str) -> io::Result<Self> {
        let reasons = exact_reasons(name)?;
        let folder = root.join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        seed::open(name);
        Ok(Self {
            name: name.to_owned(),
            folder: Some(folder),
            reasons,
        })
    }

    /// The same family with nothing written.
    pub(crate) fn rehearsal(name: &str) -> Self {
        seed::open(name);
        Self {
            name: name.to_owned(),
            folder: None,
            reasons: BTreeMap::new(),
        }
    }

    /// Begins a case: what is drawn from here on follows from its name, whatever comes before it.
    pub(crate) fn begin(&self, case: &str) {
        seed::derive_from(&format!("{}/{case}", self.name));
    }

    /// Writes a file that several cases refer to as `../name`.
    pub(crate) fn share(&self, name: &str, octets: &[u8]) -> io::Result<()> {
        match &self.folder {
            Some(folder) => fs::write(folder.join(name), octets),
            None => Ok(()),
        }
    }
}

/// One case before it is written. Anchor: `../ca.der`, unless said otherwise.
pub(crate) struct Vector {
    name: String,
    files: Vec<(String, Vec<u8>)>,
    case: Case,
}

impl Vector {
    /// A case about `document`, kept as `document.der`.
    pub(crate) fn new(
        name: &str,
        document: Vec<u8>,
        reason: &str,
        source: &str,
        expect: Expectation,
    ) -> Self {
        Self::in_file(name, "document.der", document, reason, source, expect)
    }

    /// A case about a document in a file of another name.
    pub(crate) fn in_file(
        name: &str,
        file: &str,
        document: Vec<u8>,
        reason: &str,
        source: &str,
        expect: Expectation,
    ) -> Self {
        let case = Case {
            reason: reason.to_owned(),
            source: source.to_owned(),
            document: file.to_owned(),
            trust: vec!["../ca.der".to_owned()],
            certificates: Vec::new(),
            intermediates: Vec::new(),
            evidence: Vec::new(),
            ocsp_responders: Vec::new(),
            anchor_constraints: false,
            policies: Vec::new(),
            explicit_policy: false,
            inhibit_policy_mapping: false,
            inhibit_any_policy: false,
            signer_policies: Vec::new(),
            purpose: None,
            at: AT.to_owned(),
            revocation: Revocation::None,
            content: None,
            digest: None,
            sign_type: None,
            plain_hash: None,
            profile: None,
            identity: None,
            expect,
        };
        Self {
            name: name.to_owned(),
            files: vec![(file.to_owned(), document)],
            case,
        }
    }

    /// Replaces reason and source.
    pub(crate) fn because(mut self, reason: &str, source: &str) -> Self {
        reason.clone_into(&mut self.case.reason);
        source.clone_into(&mut self.case.source);
        self
    }

    /// Expects one more finding.
    pub(crate) fn finding(mut self, finding: Finding) -> Self {
        self.case.expect = self.case.expect.finding(finding);
        self
    }

    /// Replaces the anchors.
    pub(crate) fn trust(mut self, files: &[&str]) -> Self {
        self.case.trust = files.iter().map(|&file| file.to_owned()).collect();
        self
    }

    /// Replaces the anchors by one that only this case has.
    pub(crate) fn trusting(mut self, certificate: &[u8]) -> Self {
        self.files
            .push(("anchor.der".to_owned(), certificate.to_vec()));
        self.case.trust = vec!["anchor.der".to_owned()];
        self
    }

    /// Adds an anchor that only this case has.
    pub(crate) fn trusting_too(mut self, certificate: &[u8]) -> Self {
        let own = |file: &&String| !file.starts_with("../");
        let file = match self.case.trust.iter().filter(own).count() {
            0 => "anchor.der".to_owned(),
            count => format!("anchor-{count}.der"),
        };
        self.files.push((file.clone(), certificate.to_vec()));
        self.case.trust.push(file);
        self
    }

    /// The caller trusts an OCSP responder for answers about this issuer.
    pub(crate) fn responder(mut self, certificate: &[u8]) -> Self {
        let file = format!("responder-{}.der", self.case.ocsp_responders.len());
        self.files.push((file.clone(), certificate.to_vec()));
        self.case.ocsp_responders.push(file);
        self
    }

    /// The caller supplies a certificate.
    pub(crate) fn supply(mut self, certificate: &[u8]) -> Self {
        let file = format!("certificate-{}.der", self.case.certificates.len());
        self.files.push((file.clone(), certificate.to_vec()));
        self.case.certificates.push(file);
        self
    }

    /// The policy has a CA's certificate for building paths.
    pub(crate) fn intermediate(mut self, certificate: &[u8]) -> Self {
        let file = format!("intermediate-{}.der", self.case.intermediates.len());
        self.files.push((file.clone(), certificate.to_vec()));
        self.shared_intermediate(&file)
    }

    /// The same from a file of the family.
    pub(crate) fn shared_intermediate(mut self, file: &str) -> Self {
        self.case.intermediates.push(file.to_owned());
        self
    }

    /// Revocation evidence is required, and the caller brings this CRL or OCSP response.
    pub(crate) fn evidence(mut self, octets: &[u8]) -> Self {
        let file = format!("evidence-{}.der", self.case.evidence.len());
        self.files.push((file.clone(), octets.to_vec()));
        self.case.evidence.push(file);
        self.require_revocation()
    }

    /// The anchors' certificates constrain what is below them.
    pub(crate) fn constrained_by_anchors(mut self) -> Self {
        self.case.anchor_constraints = true;
        self
    }

    /// These policies are acceptable, and one of them is required.
    pub(crate) fn require_policies(mut self, dotted: &[&str]) -> Self {
        self.case.explicit_policy = true;
        self.acceptable_policies(dotted)
    }

    /// These policies are acceptable.
    pub(crate) fn acceptable_policies(mut self, dotted: &[&str]) -> Self {
        self.case.policies = dotted.iter().map(|&oid| oid.to_owned()).collect();
        self
    }

    /// CAs may not map policies.
    pub(crate) fn inhibit_policy_mapping(mut self) -> Self {
        self.case.inhibit_policy_mapping = true;
        self
    }

    /// anyPolicy stands for no other.
    pub(crate) fn inhibit_any_policy(mut self) -> Self {
        self.case.inhibit_any_policy = true;
        self
    }

    /// The signer's certificate must assert one of these policies.
    pub(crate) fn signer_policies(mut self, dotted: &[&str]) -> Self {
        self.case.signer_policies = dotted.iter().map(|&oid| oid.to_owned()).collect();
        self
    }

    /// The signer's certificate must be for this purpose.
    pub(crate) fn purpose(mut self, dotted: &str) -> Self {
        self.case.purpose = Some(dotted.to_owned());
        self
    }

    /// Replaces the time.
    pub(crate) fn at(mut self, time: &str) -> Self {
        time.clone_into(&mut self.case.at);
        self
    }

    /// Revocation evidence is required.
    pub(crate) fn require_revocation(mut self) -> Self {
        self.case.revocation = Revocation::Require;
        self
    }

    /// The caller supplies the content.
    pub(crate) fn content(mut self, content: &[u8]) -> Self {
        self.files
            .push(("content.bin".to_owned(), content.to_vec()));
        self.case.content = Some("content.bin".to_owned());
        self
    }

    /// The caller supplies the digest of `content`.
    pub(crate) fn digest_of(self, hash: Hash, content: &[u8]) -> Self {
        self.digest(hash, &hash.of(content))
    }

    /// The caller supplies these octets as a digest.
    pub(crate) fn digest(mut self, hash: Hash, value: &[u8]) -> Self {
        self.case.digest = Some(SuppliedDigest {
            algorithm: hash.word().to_owned(),
            value: hex(value),
        });
        self
    }

    /// The caller says how digests are read.
    pub(crate) fn read_digest_as(mut self, reading: PlainHash) -> Self {
        self.case.plain_hash = Some(reading);
        self
    }

    /// The caller demands a kind of signature.
    pub(crate) fn demand(mut self, sign_type: DemandedSignType) -> Self {
        self.case.sign_type = Some(sign_type);
        self
    }

    /// The strict profile.
    pub(crate) fn strict(mut self) -> Self {
        self.case.profile = Some(Profile::Strict);
        self
    }

    /// An identity claim.
    pub(crate) fn claim(
        mut self,
        ci: &str,
        vid: &str,
        layout: Layout,
        signer: Option<usize>,
    ) -> Self {
        self.case.identity = Some(Claim {
            ci: ci.to_owned(),
            vid: vid.to_owned(),
            layout,
            signer,
        });
        self
    }

    /// Writes the folder.
    pub(crate) fn save(mut self, family: &Family) -> io::Result<()> {
        seed::written(&self.name);
        let Some(folder) = &family.folder else {
            return Ok(());
        };
        let folder = folder.join(&self.name);
        fs::create_dir(&folder)?;
        for (name, octets) in &self.files {
            fs::write(folder.join(name), octets)?;
        }
        if let Some(reason) = family.reasons.get(&self.name) {
            self.case.expect.reason.clone_from(&reason.code);
            self.case.expect.detail.clone_from(&reason.detail);
        }
        let text = serde_json::to_string_pretty(&self.case)?;
        fs::write(folder.join("case.json"), text + "\n")
    }
}
