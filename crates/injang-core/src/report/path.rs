//! The path from a certificate to a trust anchor, certificate by certificate.

use super::{Check, FindingCode};
use crate::encoding::oid::OidBuf;
use crate::encoding::time::Time;
use alloc::boxed::Box;
use alloc::vec::Vec;

/// Where a certificate came from, or a piece of revocation data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Origin {
    /// The document, as an index: of a certificate into
    /// [`SignedDocument::certificates`](crate::SignedDocument::certificates) (the supplied
    /// certificates follow the document's own), of revocation data into
    /// [`SignedDocument::revocation_infos`](crate::SignedDocument::revocation_infos).
    Document(usize),
    /// The policy, as an index: of a certificate into
    /// [`Policy::issuers`](crate::Policy::issuers), of revocation data into
    /// [`RevocationData::items`](crate::RevocationData::items).
    Policy(usize),
}

codes! {
    table "origin" (u8, name, sentence) of Origin(self);
    Self::Document(_) = 1 "document" "the document" "문서",
    Self::Policy(_) = 2 "policy" "the policy" "정책",
}

/// One certificate of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathCertificate {
    /// Where it came from.
    pub origin: Origin,
    /// What was found out about this very certificate: `algorithm-strength`, `path`, `validity` and
    /// `revocation`, in this order. One that was not reached, because another broke a rule before
    /// it, has `not-applicable`.
    pub checks: Vec<Check>,
    /// The revocation data that its revocation check rests on.
    pub evidence: Vec<EvidenceUsed>,
    /// What a reader should know about the form of this certificate and of that data.
    pub findings: Vec<FindingCode>,
}

/// A CRL or an OCSP response that a revocation check rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceUsed {
    /// Where it came from.
    pub origin: Origin,
    /// What it is.
    pub kind: EvidenceKind,
    /// thisUpdate: the time at which its statement was known to be true.
    pub this_update: Time,
    /// nextUpdate: by when newer revocation data will be issued; `None` if it does not say.
    pub next_update: Option<Time>,
    /// SHA-256 of its octets; `None` if the crypto backend does not compute it.
    pub sha256: Option<[u8; 32]>,
}

/// What a piece of revocation data is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EvidenceKind {
    /// A complete CRL.
    Crl {
        /// Content octets of cRLNumber's INTEGER, if it has one.
        number: Option<Box<[u8]>>,
    },
    /// A delta CRL.
    DeltaCrl {
        /// Content octets of cRLNumber's INTEGER, if it has one.
        number: Option<Box<[u8]>>,
    },
    /// An OCSP response.
    Ocsp {
        /// When it was signed.
        produced_at: Time,
    },
    /// An OCSP response without an answer.
    OcspError {
        /// The number of its `OCSPResponseStatus` (RFC 6960 4.2.1).
        status: u8,
    },
    /// Octets that can't be read as a CRL or an OCSP response.
    Unreadable,
}

codes! {
    table "evidence-kind" (u8, name, sentence) of EvidenceKind(&self);
    Self::Crl { .. } = 1 "crl" "a complete CRL" "전체 CRL",
    Self::DeltaCrl { .. } = 2 "delta-crl" "a delta CRL" "델타 CRL",
    Self::Ocsp { .. } = 3 "ocsp" "an OCSP response" "OCSP 응답",
    Self::OcspError { .. } = 4 "ocsp-error"
        "an OCSP response without an answer"
        "답이 없는 OCSP 응답",
    Self::Unreadable = 5 "unreadable"
        "neither a CRL nor an OCSP response that can be read"
        "CRL이나 OCSP 응답으로 읽을 수 없는 데이터",
}

/// A CRL or OCSP response that was available, and whether a verdict rests on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevocationPiece {
    /// Where it came from.
    pub origin: Origin,
    /// What it is.
    pub kind: EvidenceKind,
    /// thisUpdate; of an OCSP response that of its first answer. `None` if there is none.
    pub this_update: Option<Time>,
    /// nextUpdate of the same.
    pub next_update: Option<Time>,
    /// SHA-256 of its octets; `None` if the crypto backend does not compute it.
    pub sha256: Option<[u8; 32]>,
    /// Why no check rests on it; `None` if one does.
    pub unused: Option<super::Reason>,
}

/// The revocation data that was available: every piece of the document, and those of the caller
/// that name an issuer of a path or no issuer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RevocationDataReport {
    /// These pieces: the document's first, each in the order in which they were given.
    pub pieces: Vec<RevocationPiece>,
    /// How many more the caller has, which concern no certificate of a path.
    pub elsewhere: usize,
}

/// A revocation that came after the time asked: what the notice `revoked-later` is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevokedLater {
    /// The position of the certificate on the path: 0 is the signer's.
    pub position: usize,
    /// When it was revoked: the earlier of revocationDate and invalidityDate.
    pub revoked_at: Time,
    /// The reason (RFC 5280 5.3.1), if the revocation data gives one.
    pub reason: Option<super::RevocationReason>,
    /// The revocation data that revokes it.
    pub source: EvidenceUsed,
}

/// The issuer that is missing above the topmost certificate that was found: neither a trust anchor
/// nor another certificate of its name has the key that signed that certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingIssuer {
    /// The DER of its name: that of a CA, unless the signer's certificate is self-issued.
    pub name: Box<[u8]>,
    /// The topmost certificate that was found, which the missing issuer signed.
    pub of: Origin,
    /// How many certificates are below that one: 0 is the signer's.
    pub position: usize,
    /// Whether the topmost certificate is self-issued, as a root's is: then the authority's
    /// certificate is there, and is no anchor.
    pub is_itself: bool,
}

/// The path from a certificate to a trust anchor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathReport {
    /// The certificates from the judged one up to the one that the anchor issued; empty if no path
    /// leads to an anchor. Every signature on the path has verified. The checks say whether the path
    /// is good.
    pub certificates: Vec<PathCertificate>,
    /// The anchor at its end, as an index into [`Policy::anchors`](crate::Policy::anchors).
    pub anchor: Option<usize>,
    /// What a reader should know about the form of the certificate that the anchor came in, where its
    /// constraints apply ([`Policy::anchor_constraints`](crate::Policy::anchor_constraints)).
    pub anchor_findings: Vec<FindingCode>,
    /// The policies under which the path is good (RFC 5280 6.1.6 and RFC 9618: the user-constrained
    /// policy set), in ascending order of their octets; anyPolicy (2.5.29.32.0) where any is.
    pub policies: Vec<OidBuf>,
    /// Whose certificate is missing, if no path leads to an anchor.
    pub missing_issuer: Option<MissingIssuer>,
    /// Whether the certificate is itself the anchor, one that says that it is no CA: trusted for
    /// itself alone. No revocation data is required for it; what is available, can be verified
    /// and revokes it counts.
    pub is_pinned: bool,
    /// Revocations after the time of verification.
    pub revoked_later: Vec<RevokedLater>,
}

/// The report on a certificate by itself: see
/// [`Policy::audit_certificate`](crate::Policy::audit_certificate).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateReport {
    /// The worst of the checks.
    pub verdict: super::Verdict,
    /// The conditions under which it was judged.
    pub conditions: super::Conditions,
    /// `profile`, `algorithm-strength`, `path`, `validity` and `revocation`, in this order.
    pub checks: Vec<Check>,
    /// What a reader should know and what changed no check.
    pub findings: Vec<FindingCode>,
    /// The path.
    pub path: PathReport,
    /// The revocation data that was available.
    pub revocation_data: RevocationDataReport,
}
