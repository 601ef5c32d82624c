//! Why a check came out as it did.

use super::codes::{FindingCode, RevocationReason, SignType};
use crate::error::Error;
use crate::oid::OidBuf;
use crate::time::Time;

/// The reason for a check's outcome: a stable code, and the few values that the sentence needs.
/// None of them is taken from content, names or identities.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The octets break the syntax.
    Malformed(Error),
    /// `signerInfos` is empty.
    NoSigners,
    /// An attribute that must be there is not.
    AttributeMissing(OidBuf),
    /// An attribute type stands more than once.
    AttributeRepeated(OidBuf),
    /// An attribute that has exactly one value has another number of them.
    AttributeValueCount(OidBuf),
    /// An attribute's value is of another type than its definition says.
    AttributeValueType(OidBuf),
    /// An attribute that must not be signed is.
    AttributeForbidden(OidBuf),
    /// The set of signed attributes is empty.
    AttributesEmpty,
    /// The content-type attribute is not the content's type.
    ContentTypeDiffers,
    /// No signed attributes, and a content type other than id-data.
    ContentTypeNeedsAttributes(OidBuf),
    /// The strict profile refuses a tolerance.
    ToleranceRefused(FindingCode),
    /// No certificate fits the signer's identifier.
    NoSignerCertificate,
    /// No certificate that can be read fits the signer's identifier, and one can't be read: which
    /// rule it breaks, and at which octet of the document.
    CertificateUnreadable(Error),
    /// The document has no content, and none was supplied.
    ContentMissing,
    /// The supplied content is not the embedded one.
    ContentDiffers,
    /// The supplied content can't be held against the embedded one.
    ContentNotCompared,
    /// The supplied digest is of another algorithm than the signer's.
    DigestAlgorithmDiffers {
        /// The name of the supplied one.
        supplied: &'static str,
        /// The name of the signer's; `None` if it is not known here.
        signer: Option<&'static str>,
    },
    /// message-digest is not the content's digest.
    MessageDigestDiffers,
    /// The arithmetic says no.
    SignatureInvalid,
    /// The signature is malformed: its length is not the modulus', or it is no ECDSA-Sig-Value.
    SignatureMalformed,
    /// The algorithm is not known here: neither valid nor forged.
    AlgorithmUnsupported(OidBuf),
    /// The algorithm is known, its parameters are not.
    ParametersUnsupported(OidBuf),
    /// The key can't be used: malformed, explicit curve parameters, a point off the curve.
    KeyUnusable,
    /// The algorithm is known, and keys of this length are not computed with.
    KeyLengthUnsupported {
        /// Bits of the key.
        bits: usize,
    },
    /// The key is of another kind than the algorithm.
    KeyKindDiffers,
    /// The key may only be used with other parameters (RFC 4055 3.3).
    KeyRestricted,
    /// The digest that signatureAlgorithm names is not digestAlgorithm.
    SignatureDigestDiffers,
    /// The algorithm signs messages, and only a digest is at hand.
    NoPrehash,
    /// More would have to be verified than the policy's budget allows.
    BudgetExhausted,
    /// The request to the arithmetic was never answered.
    Unanswered,
    /// cmsAlgorithmProtection names other algorithms.
    AlgorithmProtectionDiffers,
    /// ESS signing-certificate names another certificate.
    SigningCertificateDiffers,
    /// The policy demands another kind of signature.
    SignTypeDiffers {
        /// The kind demanded.
        demanded: SignType,
        /// The kind found.
        found: SignType,
    },
    /// The content is a set of attributes with content-type and message-digest.
    AttributesAsContent,
    /// The content is known by its digest only, so whether it is a set of attributes can't be told.
    ContentUnknown,
    /// SHA-1 is too weak.
    WeakDigest(&'static str),
    /// The key is too short.
    WeakKey {
        /// Its bits.
        bits: usize,
    },
    /// No trust anchor has the issuer's name.
    NoAnchor,
    /// A trust anchor has the issuer's name, but the certificate is not signed with its key.
    AnchorKeyDiffers,
    /// Certificates with the issuer's name are there, but none of them has signed the certificate.
    IssuerKeyDiffers,
    /// The certificate issued another, and is no CA: basicConstraints is missing or says no.
    NotAuthority,
    /// The certificate issued another, and its keyUsage has no keyCertSign.
    KeyUsageForbidsIssuing,
    /// The CA stands farther below another than that one's pathLenConstraint allows.
    PathTooLong,
    /// A name is not among those that a CA above may issue for.
    NameNotPermitted,
    /// A name is among those that a CA above must not issue for.
    NameExcluded,
    /// A name is of a form that a CA above constrains and that is not processed, or it can't be
    /// read as one of its form.
    NameUnprocessed,
    /// A certificate policy is required, and none is valid along the path.
    NoValidPolicy,
    /// The signer's certificate asserts none of the policies that are asked of it.
    SignerPolicyMissing,
    /// The signer's certificate is not for the purpose that is asked of it (extKeyUsage).
    PurposeForbidden,
    /// A CA maps anyPolicy, which RFC 5280 4.2.1.5 forbids.
    AnyPolicyMapped,
    /// The certificate's keyUsage does not let it sign documents.
    KeyUsageForbids,
    /// A critical extension that is not processed.
    CriticalExtension(OidBuf),
    /// An extension stands more than once.
    ExtensionRepeated(OidBuf),
    /// An extension can't be read.
    ExtensionMalformed(OidBuf),
    /// The list of extensions can't be read. The octet counts from the certificate's first.
    ExtensionsMalformed(Error),
    /// The certificate has extensions, and its version has none.
    VersionForbidsExtensions {
        /// The version: 1 or 2.
        version: u32,
    },
    /// The certificate's version is none that there is.
    VersionUnknown {
        /// The version, counted from 1.
        version: u32,
    },
    /// certificatePolicies asserts a policy more than once.
    PolicyRepeated(OidBuf),
    /// A critical certificatePolicies has a qualifier that can't be interpreted.
    PolicyQualifierUnknown(OidBuf),
    /// The certificate names two signature algorithms.
    CertificateAlgorithmsDiffer,
    /// The certificate's validity had ended.
    Expired {
        /// Its last second.
        not_after: Time,
    },
    /// The certificate's validity had not begun.
    NotYetValid {
        /// Its first second.
        not_before: Time,
    },
    /// The certificate had been revoked.
    Revoked {
        /// When.
        revoked_at: Time,
        /// Why, if the evidence says so.
        reason: Option<RevocationReason>,
    },
    /// No evidence speaks of the certificate.
    NoRevocationEvidence,
    /// The evidence about the certificate is of another time: out of date, or issued when the
    /// certificate had expired already.
    EvidenceStale {
        /// From when it tells.
        this_update: Time,
        /// When newer evidence was due.
        next_update: Option<Time>,
    },
    /// The evidence does not speak of certificates like this: another distribution point, another
    /// kind of certificate.
    EvidenceOutOfScope,
    /// The evidence speaks of some reasons for revocation only.
    EvidenceIncomplete,
    /// The evidence has a signature that does not verify.
    EvidenceForged,
    /// The evidence verifies, but under a key that may not speak for the certificate's issuer.
    EvidenceUnauthorised,
    /// Nothing shows that the certificate that signed the evidence had not been revoked at the later
    /// of the time asked and the time when the evidence was made.
    ResponderUnchecked,
    /// The evidence verifies under an algorithm or key that is too weak.
    EvidenceWeak,
    /// The evidence has a critical extension or a form that is not processed.
    EvidenceUnprocessed(OidBuf),
    /// The signature of the evidence could not be verified.
    EvidenceOpen,
    /// The OCSP responder does not know the certificate.
    StatusUnknown,
    /// The policy says not to check revocation.
    RevocationNotRequested,
    /// The certificate is itself a trust anchor that says that it is no CA: it is trusted for
    /// itself, so that it had not been revoked need not be shown. Nothing at hand
    /// that can be verified revokes it.
    AnchorPinned,
    /// A trust anchor has the issuer's name, but its certificate says that it is no CA.
    AnchorIssuesNothing,
    /// The evidence names another key of its issuer (authorityKeyIdentifier) than those that are
    /// known here.
    EvidenceUnderOtherKey,
    /// No certificate or trust anchor is known whose key could have signed the evidence.
    EvidenceSignerUnknown,
    /// The evidence can't be read.
    EvidenceMalformed(Error),
    /// The evidence is about no certificate of the path.
    EvidenceUnrelated,
    /// The OCSP responder did not answer: the number of its `OCSPResponseStatus` (RFC 6960 4.2.1).
    ResponderError(u8),
    /// The signer of the evidence was not valid, or had been revoked, at the time that counts.
    EvidenceSignerInvalid,
    /// Revocation data says that the certificate was revoked, and this evidence can't be relied on: the
    /// certificate is neither good nor revoked.
    RevocationUnconfirmed {
        /// When it was revoked, as that evidence says.
        revoked_at: Time,
        /// Why, if that evidence says so.
        reason: Option<RevocationReason>,
    },
}

/// The pattern and the code of every reason, in one table.
macro_rules! codes {
    ($($pattern:pat => $code:literal,)*) => {
        impl Reason {
            /// The codes of all reasons.
            pub const CODES: &'static [&'static str] = &[$($code,)*];

            /// The stable code.
            pub const fn code(&self) -> &'static str {
                match self {
                    $($pattern => $code,)*
                }
            }
        }
    };
}

codes! {
    Reason::Malformed(_) => "malformed",
    Reason::NoSigners => "no-signers",
    Reason::AttributeMissing(_) => "attribute-missing",
    Reason::AttributeRepeated(_) => "attribute-repeated",
    Reason::AttributeValueCount(_) => "attribute-value-count",
    Reason::AttributeValueType(_) => "attribute-value-type",
    Reason::AttributeForbidden(_) => "attribute-forbidden",
    Reason::AttributesEmpty => "attributes-empty",
    Reason::ContentTypeDiffers => "content-type-differs",
    Reason::ContentTypeNeedsAttributes(_) => "content-type-needs-attributes",
    Reason::ToleranceRefused(_) => "tolerance-refused",
    Reason::NoSignerCertificate => "no-signer-certificate",
    Reason::CertificateUnreadable(_) => "certificate-unreadable",
    Reason::ContentMissing => "content-missing",
    Reason::ContentDiffers => "content-differs",
    Reason::ContentNotCompared => "content-not-compared",
    Reason::DigestAlgorithmDiffers { .. } => "digest-algorithm-differs",
    Reason::MessageDigestDiffers => "message-digest-differs",
    Reason::SignatureInvalid => "signature-invalid",
    Reason::SignatureMalformed => "signature-malformed",
    Reason::AlgorithmUnsupported(_) => "unsupported",
    Reason::ParametersUnsupported(_) => "parameters-unsupported",
    Reason::KeyUnusable => "key-unusable",
    Reason::KeyLengthUnsupported { .. } => "key-length-unsupported",
    Reason::KeyKindDiffers => "key-kind-differs",
    Reason::KeyRestricted => "key-restricted",
    Reason::SignatureDigestDiffers => "signature-digest-differs",
    Reason::NoPrehash => "no-prehash",
    Reason::BudgetExhausted => "budget-exhausted",
    Reason::Unanswered => "unanswered",
    Reason::AlgorithmProtectionDiffers => "algorithm-protection-differs",
    Reason::SigningCertificateDiffers => "signing-certificate-differs",
    Reason::SignTypeDiffers { .. } => "sign-type-differs",
    Reason::AttributesAsContent => "attributes-as-content",
    Reason::ContentUnknown => "content-unknown",
    Reason::WeakDigest(_) => "weak-digest",
    Reason::WeakKey { .. } => "weak-key",
    Reason::NoAnchor => "no-anchor",
    Reason::AnchorKeyDiffers => "anchor-key-differs",
    Reason::IssuerKeyDiffers => "issuer-key-differs",
    Reason::NotAuthority => "not-a-ca",
    Reason::KeyUsageForbidsIssuing => "key-usage-forbids-issuing",
    Reason::PathTooLong => "path-too-long",
    Reason::NameNotPermitted => "name-not-permitted",
    Reason::NameExcluded => "name-excluded",
    Reason::NameUnprocessed => "name-unprocessed",
    Reason::NoValidPolicy => "no-valid-policy",
    Reason::SignerPolicyMissing => "signer-policy-missing",
    Reason::PurposeForbidden => "purpose-forbidden",
    Reason::AnyPolicyMapped => "any-policy-mapped",
    Reason::KeyUsageForbids => "key-usage-forbids",
    Reason::CriticalExtension(_) => "critical-extension",
    Reason::ExtensionRepeated(_) => "extension-repeated",
    Reason::ExtensionMalformed(_) => "extension-malformed",
    Reason::ExtensionsMalformed(_) => "extensions-malformed",
    Reason::VersionForbidsExtensions { .. } => "version-forbids-extensions",
    Reason::VersionUnknown { .. } => "version-unknown",
    Reason::PolicyRepeated(_) => "policy-repeated",
    Reason::PolicyQualifierUnknown(_) => "policy-qualifier-unknown",
    Reason::CertificateAlgorithmsDiffer => "certificate-algorithms-differ",
    Reason::Expired { .. } => "expired",
    Reason::NotYetValid { .. } => "not-yet-valid",
    Reason::Revoked { .. } => "revoked",
    Reason::NoRevocationEvidence => "no-revocation-evidence",
    Reason::EvidenceStale { .. } => "evidence-stale",
    Reason::EvidenceOutOfScope => "evidence-out-of-scope",
    Reason::EvidenceIncomplete => "evidence-incomplete",
    Reason::EvidenceForged => "evidence-forged",
    Reason::EvidenceUnauthorised => "evidence-unauthorised",
    Reason::ResponderUnchecked => "responder-unchecked",
    Reason::EvidenceWeak => "evidence-weak",
    Reason::EvidenceUnprocessed(_) => "evidence-unprocessed",
    Reason::EvidenceOpen => "evidence-open",
    Reason::StatusUnknown => "status-unknown",
    Reason::RevocationNotRequested => "revocation-not-requested",
    Reason::AnchorPinned => "anchor-pinned",
    Reason::AnchorIssuesNothing => "anchor-issues-nothing",
    Reason::EvidenceUnderOtherKey => "evidence-under-other-key",
    Reason::EvidenceSignerUnknown => "evidence-signer-unknown",
    Reason::EvidenceMalformed(_) => "evidence-malformed",
    Reason::EvidenceUnrelated => "evidence-unrelated",
    Reason::ResponderError(_) => "responder-error",
    Reason::EvidenceSignerInvalid => "evidence-signer-invalid",
    Reason::RevocationUnconfirmed { .. } => "revocation-unconfirmed",
}
