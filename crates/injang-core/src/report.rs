//! What came out: plain values that outlive the document, and the words for them.

mod codes;
pub(crate) mod conditions;
mod finding;
mod identity;
mod kinds;
#[cfg(feature = "messages")]
mod message;
mod nearest_reason;
mod path;
mod reason;

pub use crate::codes::language::Lang;
pub use codes::{CheckId, Outcome, SubIndication, Verdict};
pub use conditions::{Conditions, Limit, PolicyConditions};
pub use finding::FindingCode;
pub use identity::Identity;
pub use kinds::{AtSource, DigestSource, RevocationMode, RevocationReason, SignType};
#[cfg(feature = "messages")]
pub use message::RevocationGap;
pub use path::{
    CertificateReport, EvidenceKind, EvidenceUsed, MissingIssuer, Origin, PathCertificate,
    PathReport, RevocationDataReport, RevocationPiece, RevokedLater,
};
pub use reason::Reason;

use crate::encoding::error::Error;
use crate::encoding::time::Time;
use alloc::vec::Vec;

/// One check with its outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Which check.
    pub id: CheckId,
    /// The outcome.
    pub outcome: Outcome,
    /// The reason, unless the check passed or had nothing to look at.
    pub reason: Option<Reason>,
    /// Which certificate of the path the reason is about, where it is about one: 0 is the
    /// signer's, 1 its issuer's.
    pub position: Option<usize>,
}

impl Check {
    pub(crate) fn passed(id: CheckId) -> Self {
        Self {
            id,
            outcome: Outcome::Passed,
            reason: None,
            position: None,
        }
    }

    pub(crate) fn failed(id: CheckId, sub_indication: SubIndication, reason: Reason) -> Self {
        Self {
            id,
            outcome: Outcome::Failed(sub_indication),
            reason: Some(reason),
            position: None,
        }
    }

    pub(crate) fn undecided(id: CheckId, sub_indication: SubIndication, reason: Reason) -> Self {
        Self {
            id,
            outcome: Outcome::Indeterminate(sub_indication),
            reason: Some(reason),
            position: None,
        }
    }

    /// Not asked for, and why.
    pub(crate) fn not_checked(id: CheckId, reason: Reason) -> Self {
        Self {
            id,
            outcome: Outcome::NotChecked,
            reason: Some(reason),
            position: None,
        }
    }

    /// The same about the certificate at a position of the path.
    pub(crate) fn about(mut self, position: usize) -> Self {
        self.position = Some(position);
        self
    }

    pub(crate) fn not_applicable(id: CheckId) -> Self {
        Self {
            id,
            outcome: Outcome::NotApplicable,
            reason: None,
            position: None,
        }
    }
}

/// The report on one signer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignerReport {
    /// The worst of this signer's checks.
    pub verdict: Verdict,
    /// The kind of signature, by what the signature covers.
    pub sign_type: SignType,
    /// What the digest was taken from over which the signature was verified.
    pub reading: DigestSource,
    /// The signer's certificate as an index into
    /// [`SignedDocument::certificates`](crate::SignedDocument::certificates): the one under whose
    /// key the signature verified, or else the one that the signer named.
    pub certificate: Option<usize>,
    /// Whether the signature verified under that certificate's key.
    pub is_verified_key: bool,
    /// Whether a certificate with another serial number fits and verifies just as well, so that a
    /// VID can't be compared with one of them.
    pub is_ambiguous: bool,
    /// The path from the signer's certificate to a trust anchor.
    pub path: PathReport,
    /// The signing time that the signer claims (RFC 5652 11.3): a claim, not a proof.
    pub claimed_signing_time: Option<Time>,
    /// All checks in the order in which they name the verdict.
    pub checks: Vec<Check>,
    /// What a reader should know and what changed no check.
    pub findings: Vec<FindingCode>,
}

impl SignerReport {
    /// The check that names the verdict; `None` if all passed.
    pub fn deciding_check(&self) -> Option<&Check> {
        deciding(&self.checks)
    }

    /// The check with this id.
    pub fn check(&self, id: CheckId) -> Option<&Check> {
        self.checks.iter().find(|check| check.id == id)
    }
}

/// The report on one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The worst of the document's own checks and its signers'.
    pub verdict: Verdict,
    /// The conditions under which the document was judged.
    pub conditions: Conditions,
    /// The document's own checks.
    pub checks: Vec<Check>,
    /// What a reader should know about the document and what changed no check.
    pub findings: Vec<FindingCode>,
    /// One report for each signer, in the document's order.
    pub signers: Vec<SignerReport>,
    /// The revocation data that was available, if revocation was checked.
    pub revocation_data: RevocationDataReport,
    /// Whether the claimed identity matched. It never changes the verdict.
    pub identity: Identity,
}

impl Report {
    /// The report on a document that can't be read: `TOTAL-FAILED` with `FORMAT_FAILURE`.
    pub fn unreadable(error: Error, conditions: Conditions, identity: Identity) -> Self {
        let check = Check::failed(
            CheckId::Format,
            SubIndication::FormatFailure,
            Reason::Malformed(error),
        );
        Self {
            verdict: verdict_of(core::slice::from_ref(&check)),
            conditions,
            checks: [check].into(),
            findings: Vec::new(),
            signers: Vec::new(),
            revocation_data: RevocationDataReport::default(),
            identity,
        }
    }

    /// Whether the verdict is TOTAL-PASSED and, where an identity was claimed, it matched. Nothing
    /// else is a reason to rely on the document.
    pub fn is_accepted(&self) -> bool {
        self.verdict == Verdict::TotalPassed && self.identity.is_settled()
    }

    /// The check that names the verdict: the document's own first, then the worst signer's.
    pub fn deciding_check(&self) -> Option<&Check> {
        let worst = |signer: &&SignerReport| signer.verdict == self.verdict;
        deciding(&self.checks).or_else(|| {
            self.signers
                .iter()
                .find(worst)
                .and_then(SignerReport::deciding_check)
        })
    }
}

/// The first of the worst checks.
fn deciding(checks: &[Check]) -> Option<&Check> {
    let mut worst: Option<&Check> = None;
    for check in checks {
        if check.outcome.severity() > worst.map_or(0, |worst| worst.outcome.severity()) {
            worst = Some(check);
        }
    }
    worst
}

/// The verdict that follows from these checks.
pub(crate) fn verdict_of(checks: &[Check]) -> Verdict {
    deciding(checks).map_or(Verdict::TotalPassed, |check| check.outcome.verdict())
}
