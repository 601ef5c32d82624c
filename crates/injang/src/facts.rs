//! What reports show of a document and its signers, one value at a time: as the report in JSON has it.

use crate::json::encoding_name;
use crate::oid_names;
use crate::policy::Policy;
use crate::report::Report;
use crate::signer::Signer;
use crate::verification::ContentPlace;
use crate::{fingerprint, json};
use injang_core::report::{Check, Outcome};
use injang_core::{DigestAlgorithm, SignerInfo, SignerReport, Time};

impl Policy {
    /// The conditions that all reports of this policy share, for programs: the members of
    /// `conditions` in a report in JSON that do not depend on what is asked of one document, with a
    /// line feed at the end.
    ///
    /// ```
    /// use injang::{Policy, Revocation};
    ///
    /// let policy = Policy::builder(Revocation::Require).build();
    /// assert!(policy.to_json().contains("\"revocation\": \"require\""));
    /// ```
    pub fn to_json(&self) -> String {
        json::policy(self.core().stated())
    }
}

impl Report {
    /// SHA-256 of the octets inside the armor, or of the whole file if the armor is broken.
    pub fn document_sha256(&self) -> [u8; 32] {
        self.judge(|it| it.input.sha256()).octets()
    }

    /// The form that the document came in; `None` if that could not be told.
    pub fn armor(&self) -> Option<&'static str> {
        self.judge(|it| json::armor_name(it.input.armor))
    }

    /// How the document is encoded, `der` or `ber`; `None` if that could not be told.
    pub fn encoding(&self) -> Option<&'static str> {
        self.judge(|it| it.input.encoding.map(encoding_name))
    }

    /// SHA-256 of the content, in the document or beside it, whoever signed it; `None` if there is
    /// none, or only another digest of it is known.
    pub fn content_sha256(&self) -> Option<[u8; 32]> {
        self.judge(|it| {
            let digest = match it.content()? {
                ContentPlace::Embedded(octets) | ContentPlace::Detached(octets) => {
                    return Some(fingerprint::sha256(octets).octets());
                }
                ContentPlace::Streamed(content) => content.digest(DigestAlgorithm::Sha256)?,
                ContentPlace::Digest(digest) => digest,
                ContentPlace::Missing => return None,
            };
            let is_sha256 = digest.algorithm() == DigestAlgorithm::Sha256;
            digest.as_bytes().try_into().ok().filter(|_| is_sha256)
        })
    }

    /// The time at which everything was judged.
    pub fn at(&self) -> Time {
        self.details().conditions.at
    }

    /// The index of the signer whose verdict is the report's, and the first one where the document's own
    /// checks decided; `None` if the document has no signer or can't be read.
    pub fn deciding_signer(&self) -> Option<usize> {
        let signers = &self.details().signers;
        let is_worst = |it: &SignerReport| it.verdict == self.verdict();
        let worst = signers.iter().position(is_worst).unwrap_or(0);
        (!signers.is_empty()).then_some(worst)
    }

    /// All checks with such an outcome: the document's own, then those of every signer.
    pub fn checks_with(&self, wanted: impl Fn(Outcome) -> bool) -> impl Iterator<Item = &Check> {
        let details = self.details();
        let of_signers = details.signers.iter().flat_map(|it| &it.checks);
        let all = details.checks.iter().chain(of_signers);
        all.filter(move |check| wanted(check.outcome))
    }

    /// SHA-256 of each CRL and OCSP response that a verdict rests on, sorted and each once.
    pub fn revocation_sha256(&self) -> Vec<[u8; 32]> {
        let signers = self.details().signers.iter();
        let used = signers
            .flat_map(|it| &it.path.certificates)
            .flat_map(|it| &it.evidence);
        let mut all: Vec<_> = used.filter_map(|it| it.sha256).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Signer<'_> {
    /// The digest algorithm of the `SignerInfo`, by its name or OID.
    pub fn digest_algorithm(&self) -> Option<String> {
        let algorithm = self.info()?.digest_algorithm();
        Some(oid_names::digest_algorithm(&algorithm))
    }

    /// The signature algorithm of the `SignerInfo`, by its name in its standard or its OID.
    pub fn signature_algorithm(&self) -> Option<String> {
        let algorithm = self.info()?.signature_algorithm();
        Some(oid_names::signature_algorithm(&algorithm))
    }

    /// Kind and size of the key in the signer's certificate, such as `rsa-2048` or `ec-p256`.
    pub fn key(&self) -> Option<String> {
        Some(oid_names::key(&self.certificate()?.public_key()))
    }

    /// SHA-256 of the signer's certificate.
    pub fn certificate_sha256(&self) -> Option<[u8; 32]> {
        Some(fingerprint::sha256(self.certificate()?.octets()).octets())
    }

    /// SHA-256 of each certificate of the path, the signer's first; empty if none leads to an anchor.
    pub fn path_sha256(&self) -> Vec<[u8; 32]> {
        let path = &self.details().path.certificates;
        let sha256 = |origin| self.report().judge(|it| it.fingerprint(origin));
        let found = path.iter().filter_map(|it| sha256(it.origin));
        found.map(fingerprint::Fingerprint::octets).collect()
    }

    /// The policies that the signer's certificate asserts; `None` if they can't be read.
    pub fn certificate_policies(&self) -> Option<Vec<String>> {
        let policies = oid_names::policies(&self.certificate()?)?;
        Some(policies.iter().map(ToString::to_string).collect())
    }

    fn info(&self) -> Option<&SignerInfo<'_>> {
        let document = self.report().untrusted_document().ok()?;
        document.signers().get(self.index())
    }
}
