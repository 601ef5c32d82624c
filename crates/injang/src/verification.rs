//! A document, what it was judged by, and the result.

use crate::fingerprint::{Fingerprint, PolicyFingerprints, sha256};
use crate::input_document::InputDocument;
use crate::unreadable::UnreadableFile;
use injang_core::report::{CheckId, Origin, Outcome, PathCertificate};
use injang_core::{
    Cause, Certificate, Content, Diagnoses, Identity, PathReport, Policy, Report, SignerReport,
    StreamedContent, TrustAnchor, Verdict,
};

/// What follows from a verdict and an identity taken together, or from a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acceptance {
    /// TOTAL-PASSED and, where claimed, the identity matched.
    Accepted,
    /// TOTAL-FAILED, or the identity did not match.
    Rejected,
    /// INDETERMINATE, or an identity that could not be decided.
    Undetermined,
}

impl Acceptance {
    /// Its name, in every table and language: `accepted`, `rejected` or `undetermined`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Undetermined => "undetermined",
        }
    }

    /// What follows from a report.
    pub(crate) fn of(report: &Report) -> Self {
        match (report.verdict, &report.identity) {
            (Verdict::TotalFailed(_), _) | (_, Identity::Mismatched { .. }) => Self::Rejected,
            _ if report.is_accepted() => Self::Accepted,
            _ => Self::Undetermined,
        }
    }
}

/// Everything that a report is written from.
pub(crate) struct Verification<'a> {
    /// The document, as far as it could be read.
    pub(crate) input: &'a InputDocument<'a>,
    /// What it was judged by.
    pub(crate) policy: &'a Policy<'a>,
    /// What the caller supplied as content.
    pub(crate) supplied: Content<'a>,
    /// The report.
    pub(crate) report: &'a Report,
    /// Which other readings would have matched, if that was asked.
    pub(crate) diagnoses: Option<&'a Diagnoses>,
    /// Files in folders of revocation data that can't be read and were left out, by name.
    pub(crate) unreadable_files: &'a [UnreadableFile],
    /// What is known of the policy's certificates, if that is kept.
    pub(crate) fingerprints: Option<&'a PolicyFingerprints<'a>>,
}

/// Where the content is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ContentPlace<'a> {
    Embedded(&'a [u8]),
    Detached(&'a [u8]),
    Streamed(&'a StreamedContent),
    Digest(injang_core::Digest),
    Missing,
}

/// A certificate that is not the signer's, so that it can be told from the others.
pub(crate) struct OtherCertificate {
    /// Its index among the document's certificates, which the caller's follow.
    pub(crate) index: usize,
    pub(crate) sha256: Fingerprint,
    pub(crate) is_supplied: bool,
}

impl OtherCertificate {
    /// Where it came from, as reports name it.
    pub(crate) const fn source(&self) -> &'static str {
        source(self.is_supplied)
    }
}

const fn source(is_supplied: bool) -> &'static str {
    if is_supplied { "caller" } else { "document" }
}

impl ContentPlace<'_> {
    /// The name in reports.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Embedded(_) => "embedded",
            Self::Detached(_) | Self::Streamed(_) => "detached",
            Self::Digest(_) => "digest",
            Self::Missing => "missing",
        }
    }
}

impl<'a> Verification<'a> {
    /// SHA-256 of each certificate that was supplied with the document and is not in it, sorted.
    pub(crate) fn supplied_certificates(&self) -> Vec<[u8; 32]> {
        let Ok(document) = self.input.document else {
            return Vec::new();
        };
        let all = document.certificates().iter().enumerate();
        let supplied = all.filter(|(index, _)| document.is_supplied(*index));
        let mut digests: Vec<[u8; 32]> = supplied
            .filter_map(|(_, choice)| choice.certificate())
            .map(|it| sha256(it.octets()).octets())
            .collect();
        digests.sort_unstable();
        digests
    }

    /// Where the content is; `None` if the document can't be read.
    pub(crate) fn content(&self) -> Option<ContentPlace<'a>> {
        let document = self.input.document.ok()?;
        Some(match (document.untrusted_content(), self.supplied) {
            (Some(octets), _) => ContentPlace::Embedded(octets),
            (None, Content::Detached(octets)) => ContentPlace::Detached(octets),
            (None, Content::Streamed(content)) => ContentPlace::Streamed(content),
            (None, Content::Digest(digest)) => ContentPlace::Digest(digest),
            (None, _) => ContentPlace::Missing,
        })
    }

    /// Whether the signature of every signer covers exactly this content. Attributes in
    /// place of content are not a signed content.
    pub(crate) fn is_content_signed(&self) -> bool {
        let signed = |signer: &SignerReport| {
            let outcome = |id| signer.check(id).map(|check| check.outcome);
            let passed = |id| outcome(id) == Some(Outcome::Passed);
            let not_failed = |id| passed(id) || outcome(id) == Some(Outcome::NotApplicable);
            // If only the digest of the content is known, the content itself is unknown.
            let not_confusing = |id| not_failed(id) || outcome(id) == Some(Outcome::NotChecked);
            passed(CheckId::Content)
                && passed(CheckId::Signature)
                && passed(CheckId::SignedAttributes)
                && not_failed(CheckId::MessageDigest)
                && not_confusing(CheckId::AttributeConfusion)
        };
        !self.report.signers.is_empty() && self.report.signers.iter().all(signed)
    }

    /// Where a signer's certificate came from, as reports name it.
    pub(crate) fn certificate_source(&self, signer: &SignerReport) -> Option<&'static str> {
        Some(source(self.is_supplied(signer.certificate?)?))
    }

    /// The other certificate that a cause names.
    pub(crate) fn certificate_of(&self, cause: &Cause) -> Option<OtherCertificate> {
        let (Cause::OtherCertificate { index } | Cause::VidCertificate { index, .. }) = cause
        else {
            return None;
        };
        Some(OtherCertificate {
            index: *index,
            sha256: sha256(self.input.certificate(*index)?.octets()),
            is_supplied: self.is_supplied(*index)?,
        })
    }

    fn is_supplied(&self, index: usize) -> Option<bool> {
        Some(self.input.document.ok()?.is_supplied(index))
    }

    /// A certificate of a path.
    pub(crate) fn on_path(&self, step: &PathCertificate) -> Option<Certificate<'a>> {
        self.certificate_from(step.origin)
    }

    /// SHA-256 of the certificate that a report means.
    pub(crate) fn fingerprint(&self, origin: Origin) -> Option<Fingerprint> {
        let certificate = self.certificate_from(origin)?;
        let octets = certificate.octets();
        Some(match (origin, self.fingerprints) {
            (Origin::Policy(index), Some(known)) => known.issuer(index, octets),
            _ => sha256(octets),
        })
    }

    /// The anchor of a path, and SHA-256 of its public key.
    pub(crate) fn anchor(&self, path: &PathReport) -> Option<(&'a TrustAnchor, Fingerprint)> {
        let index = path.anchor?;
        let anchor = self.policy.anchors().get(index)?;
        let key = anchor.public_key();
        let sha256 = match self.fingerprints {
            Some(known) => known.anchor_key(index, key),
            None => sha256(key),
        };
        Some((anchor, sha256))
    }

    /// The certificate that a report means.
    pub(crate) fn certificate_from(&self, origin: Origin) -> Option<Certificate<'a>> {
        match origin {
            Origin::Document(index) => self.input.certificate(index),
            Origin::Policy(index) => self.policy.issuers().get(index).copied(),
            _ => None,
        }
    }

    /// Where a certificate of a path came from, as reports name it.
    pub(crate) fn source_on_path(&self, step: &PathCertificate) -> &'static str {
        match step.origin {
            Origin::Document(index) => source(self.is_supplied(index).unwrap_or_default()),
            _ => "policy",
        }
    }

    /// The certificate that a signer is reported with.
    pub(crate) fn certificate(&self, signer: &SignerReport) -> Option<Certificate<'a>> {
        self.input.certificate(signer.certificate?)
    }
}
