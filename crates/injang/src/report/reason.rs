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
    /// An extension can't be read, or the certificate's version has none.
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
    Reason::WeakDigest(_) => "weak-digest",
    Reason::WeakKey { .. } => "weak-key",
    Reason::NoAnchor => "no-anchor",
    Reason::AnchorKeyDiffers => "anchor-key-differs",
    Reason::KeyUsageForbids => "key-usage-forbids",
    Reason::CriticalExtension(_) => "critical-extension",
    Reason::ConstraintUnprocessed(_) => "constraint-unprocessed",
    Reason::ExtensionRepeated(_) => "extension-repeated",
    Reason::ExtensionMalformed => "extension-malformed",
    Reason::CertificateAlgorithmsDiffer => "certificate-algorithms-differ",
    Reason::Expired { .. } => "expired",
    Reason::NotYetValid { .. } => "not-yet-valid",
    Reason::NoRevocationEvidence => "no-revocation-evidence",
    Reason::RevocationNotRequested => "revocation-not-requested",
}
