//! Object identifiers under their standard names, dotted.

pub(crate) const ID_DATA: &str = "1.2.840.113549.1.7.1";
pub(crate) const ID_SIGNED_DATA: &str = "1.2.840.113549.1.7.2";
pub(crate) const ID_ENVELOPED_DATA: &str = "1.2.840.113549.1.7.3";
pub(crate) const ID_CT_RECEIPT: &str = "1.2.840.113549.1.9.16.1.1";
pub(crate) const ID_CT_TST_INFO: &str = "1.2.840.113549.1.9.16.1.4";
/// `SpcIndirectDataContent` of code signatures, a content type of PKCS #7 times.
pub(crate) const SPC_INDIRECT_DATA: &str = "1.3.6.1.4.1.311.2.1.4";

pub(crate) const ID_CONTENT_TYPE: &str = "1.2.840.113549.1.9.3";
pub(crate) const ID_MESSAGE_DIGEST: &str = "1.2.840.113549.1.9.4";
pub(crate) const ID_SIGNING_TIME: &str = "1.2.840.113549.1.9.5";
pub(crate) const ID_COUNTERSIGNATURE: &str = "1.2.840.113549.1.9.6";
pub(crate) const ID_AA_CMS_ALGORITHM_PROTECT: &str = "1.2.840.113549.1.9.52";
pub(crate) const ID_AA_SIGNING_CERTIFICATE: &str = "1.2.840.113549.1.9.16.2.12";
pub(crate) const ID_AA_TIME_STAMP_TOKEN: &str = "1.2.840.113549.1.9.16.2.14";
pub(crate) const ID_AA_SIGNING_CERTIFICATE_V2: &str = "1.2.840.113549.1.9.16.2.47";
/// The unsigned attribute of 금융인증서 that carries the R value of KISA's VID.
pub(crate) const YESSIGN_RANDOM: &str = "1.2.410.200005.1.10.1";

pub(crate) const RSA_ENCRYPTION: &str = "1.2.840.113549.1.1.1";
pub(crate) const RSASSA_PSS: &str = "1.2.840.113549.1.1.10";
pub(crate) const MGF1: &str = "1.2.840.113549.1.1.8";
pub(crate) const ID_ED25519: &str = "1.3.101.112";
pub(crate) const ID_ED448: &str = "1.3.101.113";
pub(crate) const ID_EC_PUBLIC_KEY: &str = "1.2.840.10045.2.1";
pub(crate) const SECP256R1: &str = "1.2.840.10045.3.1.7";
pub(crate) const SECP384R1: &str = "1.3.132.0.34";
pub(crate) const SECP521R1: &str = "1.3.132.0.35";
pub(crate) const PRIME_FIELD: &str = "1.2.840.10045.1.1";
pub(crate) const ID_MD5: &str = "1.2.840.113549.2.5";
/// KCDSA as GPKI names it.
pub(crate) const KCDSA1: &str = "1.2.410.200004.1.21";
/// HAS-160, the digest that goes with KCDSA.
pub(crate) const HAS160: &str = "1.2.410.200004.1.2";

pub(crate) const COUNTRY_NAME: &str = "2.5.4.6";
pub(crate) const ORGANIZATION_NAME: &str = "2.5.4.10";
pub(crate) const ORGANIZATIONAL_UNIT_NAME: &str = "2.5.4.11";
pub(crate) const COMMON_NAME: &str = "2.5.4.3";

/// PKCS #9's attribute of subjects.
pub(crate) const EMAIL_ADDRESS: &str = "1.2.840.113549.1.9.1";

pub(crate) const SUBJECT_KEY_IDENTIFIER: &str = "2.5.29.14";
pub(crate) const KEY_USAGE: &str = "2.5.29.15";
pub(crate) const SUBJECT_ALT_NAME: &str = "2.5.29.17";
pub(crate) const BASIC_CONSTRAINTS: &str = "2.5.29.19";
pub(crate) const ISSUER_ALT_NAME: &str = "2.5.29.18";
pub(crate) const CRL_NUMBER: &str = "2.5.29.20";
pub(crate) const REASON_CODE: &str = "2.5.29.21";
pub(crate) const INVALIDITY_DATE: &str = "2.5.29.24";
pub(crate) const DELTA_CRL_INDICATOR: &str = "2.5.29.27";
pub(crate) const ISSUING_DISTRIBUTION_POINT: &str = "2.5.29.28";
pub(crate) const CERTIFICATE_ISSUER: &str = "2.5.29.29";
pub(crate) const NAME_CONSTRAINTS: &str = "2.5.29.30";
pub(crate) const CRL_DISTRIBUTION_POINTS: &str = "2.5.29.31";
pub(crate) const CERTIFICATE_POLICIES: &str = "2.5.29.32";
pub(crate) const ANY_POLICY: &str = "2.5.29.32.0";
pub(crate) const POLICY_MAPPINGS: &str = "2.5.29.33";
pub(crate) const AUTHORITY_KEY_IDENTIFIER: &str = "2.5.29.35";
pub(crate) const POLICY_CONSTRAINTS: &str = "2.5.29.36";
pub(crate) const EXT_KEY_USAGE: &str = "2.5.29.37";
pub(crate) const ANY_EXTENDED_KEY_USAGE: &str = "2.5.29.37.0";
pub(crate) const FRESHEST_CRL: &str = "2.5.29.46";
pub(crate) const INHIBIT_ANY_POLICY: &str = "2.5.29.54";
pub(crate) const ID_KP_TIME_STAMPING: &str = "1.3.6.1.5.5.7.3.8";
pub(crate) const ID_KP_EMAIL_PROTECTION: &str = "1.3.6.1.5.5.7.3.4";
pub(crate) const ID_KP_OCSP_SIGNING: &str = "1.3.6.1.5.5.7.3.9";
pub(crate) const ID_PKIX_OCSP_BASIC: &str = "1.3.6.1.5.5.7.48.1.1";
pub(crate) const ID_PKIX_OCSP_NONCE: &str = "1.3.6.1.5.5.7.48.1.2";
pub(crate) const ID_PKIX_OCSP_CRL: &str = "1.3.6.1.5.5.7.48.1.3";
pub(crate) const ID_PKIX_OCSP_ARCHIVE_CUTOFF: &str = "1.3.6.1.5.5.7.48.1.6";
pub(crate) const ID_PKIX_OCSP_EXTENDED_REVOKE: &str = "1.3.6.1.5.5.7.48.1.9";
pub(crate) const AUTHORITY_INFO_ACCESS: &str = "1.3.6.1.5.5.7.1.1";
pub(crate) const AD_OCSP: &str = "1.3.6.1.5.5.7.48.1";
pub(crate) const AD_CA_ISSUERS: &str = "1.3.6.1.5.5.7.48.2";
pub(crate) const ID_PKIX_OCSP_NOCHECK: &str = "1.3.6.1.5.5.7.48.1.5";
pub(crate) const ID_QT_CPS: &str = "1.3.6.1.5.5.7.2.1";
pub(crate) const ID_QT_UNOTICE: &str = "1.3.6.1.5.5.7.2.2";
pub(crate) const ID_RI_OCSP_RESPONSE: &str = "1.3.6.1.5.5.7.16.2";
/// An arc under which nothing is defined (ITU-T X.660: 2.25 with a UUID).
pub(crate) const UNKNOWN: &str = "2.25.3735928559";

/// Kakao's subscriber policy.
pub(crate) const KAKAO_POLICY: &str = "1.2.410.200099.1.1.1.2";
/// Toss's subscriber policy.
pub(crate) const TOSS_POLICY: &str = "1.2.410.200098.5.1.1.1.3";
/// PAYCO's subscriber policy.
pub(crate) const PAYCO_POLICY: &str = "1.2.410.200090.1.1.1";
