//! Why a check came out as it did.

use super::codes::{FindingCode, SignType};
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
    /// The document has no content, and none was supplied.
    ContentMissing,
    /// The supplied content is not the embedded one.
    ContentDiffers,
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
    /// The key can't be used: malformed, explicit curve parameters, a point off the curve.
    KeyUnusable,
    /// The key is of another kind than the algorithm.
    KeyKindDiffers,
    /// The digest that signatureAlgorithm names is not digestAlgorithm.
    SignatureDigestDiffers,
    /// More would have to be verified than the policy's budget allows.
    BudgetExhausted,
    /// The question to the arithmetic was never answered.
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
    /// The certificate's keyUsage does not let it sign documents.
    KeyUsageForbids,
    /// A critical extension that is not processed.
    CriticalExtension(OidBuf),
    /// A constraint that is not processed, so that nothing can be said.
    ConstraintUnprocessed(OidBuf),
    /// An extension stands more than once.
    ExtensionRepeated(OidBuf),
    /// An extension can't be read.
    ExtensionMalformed,
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
    /// No evidence says that the certificate had not been revoked.
    NoRevocationEvidence,
    /// The policy says not to check revocation.
    RevocationNotRequested,
}

impl Reason {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "malformed",
            Self::NoSigners => "no-signers",
            Self::AttributeMissing(_) => "attribute-missing",
            Self::AttributeRepeated(_) => "attribute-repeated",
            Self::AttributeValueCount(_) => "attribute-value-count",
            Self::AttributeValueType(_) => "attribute-value-type",
            Self::AttributeForbidden(_) => "attribute-forbidden",
            Self::AttributesEmpty => "attributes-empty",
            Self::ContentTypeDiffers => "content-type-differs",
            Self::ContentTypeNeedsAttributes(_) => "content-type-needs-attributes",
            Self::ToleranceRefused(_) => "tolerance-refused",
            Self::NoSignerCertificate => "no-signer-certificate",
            Self::ContentMissing => "content-missing",
            Self::ContentDiffers => "content-differs",
            Self::DigestAlgorithmDiffers { .. } => "digest-algorithm-differs",
            Self::MessageDigestDiffers => "message-digest-differs",
            Self::SignatureInvalid => "signature-invalid",
            Self::SignatureMalformed => "signature-malformed",
            Self::AlgorithmUnsupported(_) => "unsupported",
            Self::KeyUnusable => "key-unusable",
            Self::KeyKindDiffers => "key-kind-differs",
            Self::SignatureDigestDiffers => "signature-digest-differs",
            Self::BudgetExhausted => "budget-exhausted",
            Self::Unanswered => "unanswered",
            Self::AlgorithmProtectionDiffers => "algorithm-protection-differs",
            Self::SigningCertificateDiffers => "signing-certificate-differs",
            Self::SignTypeDiffers { .. } => "sign-type-differs",
            Self::AttributesAsContent => "attributes-as-content",
            Self::WeakDigest(_) => "weak-digest",
            Self::WeakKey { .. } => "weak-key",
            Self::NoAnchor => "no-anchor",
            Self::AnchorKeyDiffers => "anchor-key-differs",
            Self::KeyUsageForbids => "key-usage-forbids",
            Self::CriticalExtension(_) => "critical-extension",
            Self::ConstraintUnprocessed(_) => "constraint-unprocessed",
            Self::ExtensionRepeated(_) => "extension-repeated",
            Self::ExtensionMalformed => "extension-malformed",
            Self::CertificateAlgorithmsDiffer => "certificate-algorithms-differ",
            Self::Expired { .. } => "expired",
            Self::NotYetValid { .. } => "not-yet-valid",
            Self::NoRevocationEvidence => "no-revocation-evidence",
            Self::RevocationNotRequested => "revocation-not-requested",
        }
    }
}
