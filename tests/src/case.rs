//! The format of `case.json`: one document, what the caller adds, and the verdict that follows.
//!
//! `vectors/schema.json` says the same to readers in other languages.

use serde::{Deserialize, Serialize};

/// An enum whose values are fixed words, in the file as in the code.
macro_rules! vocabulary {
    ($(#[$about:meta])* $name:ident { $($(#[$note:meta])* $value:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$note])* #[serde(rename = $word)] $value,)+
        }

        impl $name {
            /// Every value, in the order of its definition.
            pub const ALL: &[Self] = &[$(Self::$value),+];

            /// The word that stands in the file.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$value => $word),+ }
            }
        }
    };
}

/// One vector: the content of one `case.json`. File names are relative to its folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the policy, by the name that it has in the file"
)]
pub struct Case {
    /// What is special, and why the verdict follows, in one English sentence.
    pub reason: String,
    /// Where the rule or the attack comes from.
    pub source: String,
    /// The file with the signed document, in whatever armor it came.
    pub document: String,
    /// Certificates (DER) whose names and keys are the trust anchors; may be empty.
    pub trust: Vec<String>,
    /// Certificates (DER) that the caller supplies to the document, trusted or not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub certificates: Vec<String>,
    /// Certificates (DER) of CAs that the caller's policy has for building paths.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub intermediates: Vec<String>,
    /// CRLs and OCSP responses (DER) that the caller brings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
    /// Certificates (DER) of OCSP responders that the caller trusts (RFC 6960 4.2.2.2: local
    /// configuration).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ocsp_responders: Vec<String>,
    /// Whether the anchors' certificates constrain what is below them (RFC 5937).
    #[serde(default, skip_serializing_if = "is_false")]
    pub anchor_constraints: bool,
    /// The acceptable certificate policies, dotted; any when absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub policies: Vec<String>,
    /// Whether an acceptable policy is required along the path.
    #[serde(default, skip_serializing_if = "is_false")]
    pub explicit_policy: bool,
    /// Whether CAs may not map policies.
    #[serde(default, skip_serializing_if = "is_false")]
    pub inhibit_policy_mapping: bool,
    /// Whether anyPolicy stands for no other.
    #[serde(default, skip_serializing_if = "is_false")]
    pub inhibit_any_policy: bool,
    /// Policies of which the signer's certificate must assert one, dotted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signer_policies: Vec<String>,
    /// The purpose (extKeyUsage) asked of the signer's certificate, dotted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// The time for which the verdict is asked, RFC 3339 in UTC.
    pub at: String,
    /// Whether revocation evidence is asked for.
    pub revocation: Revocation,
    /// The file with the detached content that the caller supplies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// The digest that the caller supplies in place of the content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<SuppliedDigest>,
    /// The kind of signature that the caller demands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_type: Option<DemandedSignType>,
    /// How the digest is read that stands for the content; `prehash` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plain_hash: Option<PlainHash>,
    /// The profile; `standard` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// The claim about the person who signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<Claim>,
    /// What a verifier must answer.
    pub expect: Expectation,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn is_false(value: &bool) -> bool {
    !value
}

/// A digest of the content, computed by the caller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuppliedDigest {
    /// Its algorithm: `sha1`, `sha224`, `sha256`, `sha384` or `sha512`.
    pub algorithm: String,
    /// Its octets in lower-case hex.
    pub value: String,
}

/// A CI and a VID that are claimed to belong to the signer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The CI's text as the provider delivers it (base64 of 64 octets when well formed).
    pub ci: String,
    /// The VID's text: base64, base64url or hex of 32 octets when well formed.
    pub vid: String,
    /// How CI and serial number are joined.
    pub layout: Layout,
    /// The index of the signer meant; needed when there are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<usize>,
}

/// What a verifier must answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// The document's verdict: its worst signer's.
    pub verdict: Verdict,
    /// The reason's name; null exactly for TOTAL-PASSED.
    pub sub_indication: Option<SubIndication>,
    /// The check that names the sub-indication; absent for TOTAL-PASSED.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<Check>,
    /// The code of the reason that this check gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What the reason names, if it names something of this kind: an object identifier, or the
    /// number of a kind of error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The position on the path of the certificate that this check is about; not compared when
    /// absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<usize>,
    /// The findings of the document, then of each signer, in order.
    pub findings: Vec<Finding>,
    /// SHA-256 in hex of the embedded content, when there is one that can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_sha256: Option<String>,
    /// One entry for each `SignerInfo`, in the document's order.
    pub signers: Vec<ExpectedSigner>,
    /// The outcome of the identity claim.
    pub identity: IdentityOutcome,
}

/// What a verifier must answer about one signer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedSigner {
    /// The signer's own verdict.
    pub verdict: Verdict,
    /// The reason's name; null exactly for TOTAL-PASSED.
    pub sub_indication: Option<SubIndication>,
    /// What the signature covers.
    pub sign_type: SignType,
    /// How a supplied digest was read.
    pub reading: Reading,
    /// Hex of the serial number's content octets in the certificate under whose key the signature
    /// verified; absent when it verified under none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serial: Option<String>,
}

vocabulary! {
    /// Whether revocation evidence is asked for.
    Revocation {
        /// Not checked, and the report says so.
        None = "none",
        /// Every certificate below the anchor needs evidence.
        Require = "require",
    }
}

vocabulary! {
    /// The kind of signature that a caller can demand.
    DemandedSignType {
        /// A signature over the content itself.
        Message = "message",
        /// A signature over signed attributes.
        SignedAttribute = "signed-attribute",
        /// A signature of which the caller has a digest in place of the content.
        PlainHash = "plain-hash",
    }
}

vocabulary! {
    /// How a digest is read that stands for the content.
    PlainHash {
        /// As the digest of what was signed.
        Prehash = "prehash",
        /// As the octets that were signed.
        HashOfHash = "hash-of-hash",
    }
}

vocabulary! {
    /// How much deviation from the standards is tolerated.
    Profile {
        /// Known deviations of real documents pass with a finding.
        Standard = "standard",
        /// None passes.
        Strict = "strict",
    }
}

vocabulary! {
    /// How the octets of a VID's preimage are joined.
    Layout {
        /// CI, then the serial number's content octets.
        CiSerial = "ci-serial",
        /// CI, then the serial number without its sign octet.
        CiSerialUnsigned = "ci-serial-unsigned",
        /// The serial number's content octets, then the CI.
        SerialCi = "serial-ci",
        /// The serial number without its sign octet, then the CI.
        SerialUnsignedCi = "serial-unsigned-ci",
    }
}

vocabulary! {
    /// The three-valued verdict of ETSI EN 319 102-1.
    Verdict {
        /// Everything asked was checked and is good.
        TotalPassed = "TOTAL-PASSED",
        /// Neither good nor bad can be concluded.
        Indeterminate = "INDETERMINATE",
        /// It is bad.
        TotalFailed = "TOTAL-FAILED",
    }
}

vocabulary! {
    /// The reasons of ETSI EN 319 102-1 that vectors expect.
    SubIndication {
        /// The document breaks its format.
        FormatFailure = "FORMAT_FAILURE",
        /// A digest is not that of the content.
        HashFailure = "HASH_FAILURE",
        /// The signature does not verify.
        SigCryptoFailure = "SIG_CRYPTO_FAILURE",
        /// The certificate had expired.
        Expired = "EXPIRED",
        /// The certificate was not valid yet.
        NotYetValid = "NOT_YET_VALID",
        /// The signature is not what the caller or an attribute says.
        SigConstraintsFailure = "SIG_CONSTRAINTS_FAILURE",
        /// A chain was found and breaks a rule.
        ChainConstraintsFailure = "CHAIN_CONSTRAINTS_FAILURE",
        /// An algorithm is unknown or too weak.
        CryptoConstraintsFailure = "CRYPTO_CONSTRAINTS_FAILURE",
        /// There is no content to check against.
        SignedDataNotFound = "SIGNED_DATA_NOT_FOUND",
        /// The signer's certificate is missing.
        NoSigningCertificateFound = "NO_SIGNING_CERTIFICATE_FOUND",
        /// No chain leads to an anchor.
        NoCertificateChainFound = "NO_CERTIFICATE_CHAIN_FOUND",
        /// A chain was found that can't be validated.
        CertificateChainGeneralFailure = "CERTIFICATE_CHAIN_GENERAL_FAILURE",
        /// A certificate had been revoked.
        Revoked = "REVOKED",
        /// Evidence is missing that may exist later.
        TryLater = "TRY_LATER",
    }
}

vocabulary! {
    /// The checks, in the order in which the first failing one names the sub-indication.
    Check {
        /// The document can be read at all.
        Format = "format",
        /// There is at least one `SignerInfo`.
        Signers = "signers",
        /// The signed attributes, or their absence, follow RFC 5652.
        SignedAttributes = "signed-attributes",
        /// Nothing needed the tolerance that the profile refuses.
        Profile = "profile",
        /// The signer's certificate is there.
        SignerCertificate = "signer-certificate",
        /// There is content, and the embedded and the supplied one agree.
        Content = "content",
        /// The message-digest attribute is the digest of the content.
        MessageDigest = "message-digest",
        /// The signature verifies.
        Signature = "signature",
        /// RFC 6211's attribute names the algorithms used.
        AlgorithmProtection = "algorithm-protection",
        /// The ESS attributes name the signer's certificate.
        SigningCertificate = "signing-certificate",
        /// The kind of signature is the one demanded.
        SignType = "sign-type",
        /// The content is no set of signed attributes in disguise.
        AttributeConfusion = "attribute-confusion",
        /// No algorithm or key is weak.
        AlgorithmStrength = "algorithm-strength",
        /// A path leads to an anchor.
        Path = "path",
        /// The certificate was valid at the time asked.
        Validity = "validity",
        /// Nothing on the path was revoked.
        Revocation = "revocation",
    }
}

vocabulary! {
    /// Codes of findings.
    Finding {
        /// Zero octets or a newline follow the document.
        TrailingPadding = "trailing-padding",
        /// A version number does not fit the fields present.
        VersionMismatch = "version-mismatch",
        /// `digestAlgorithms` lacks the signer's.
        DigestAlgorithmNotListed = "digest-algorithm-not-listed",
        /// An entry of `certificates` is no certificate that can be read.
        UnrecognisedCertificate = "unrecognised-certificate",
        /// Several different certificates fit the signer identifier.
        AmbiguousSignerCertificate = "ambiguous-signer-certificate",
        /// The signed attributes were not sent in DER.
        SignedAttributesNotDer = "signed-attributes-not-der",
        /// The claimed signing time is outside the certificate's validity.
        SigningTimeOutsideValidity = "signing-time-outside-validity",
        /// The claimed signing time is later than the time asked.
        SigningTimeAfterAt = "signing-time-after-at",
        /// A serial number is zero or negative.
        SerialNotPositive = "serial-not-positive",
        /// A certificate of the path deviates from DER or RFC 5280 where that is read all the same.
        CertificateNotDer = "certificate-not-der",
        /// signing-time is no well-formed time, or in the other type than RFC 5652 11.3 gives to
        /// its year.
        SigningTimeForm = "signing-time-form",
        /// A certificate of the path was revoked after the time asked.
        RevokedLater = "revoked-later",
        /// Revocation data under another key of the issuer shows the certificate to be good.
        EvidenceUnderAnotherKey = "evidence-under-another-key",
        /// A member of `crls` is neither a CRL nor an OCSP response that can be read.
        UnrecognisedRevocationInfo = "unrecognised-revocation-info",
        /// The unsigned attributes are empty or can't be read.
        UnsignedAttributesMalformed = "unsigned-attributes-malformed",
        /// A CRL that was used deviates from DER or RFC 5280.
        CrlForm = "crl-form",
        /// An OCSP response that was used deviates from DER or RFC 6960.
        OcspForm = "ocsp-form",
        /// NULL parameters where they must be absent, or none where NULL must be.
        AlgorithmParametersForm = "algorithm-parameters-form",
        /// The name of a signer's issuer has an empty set, or a value of the wrong type.
        NameForm = "name-form",
        /// An attribute that must be signed stands among the unsigned ones.
        UnsignedAttributeMisplaced = "unsigned-attribute-misplaced",
        /// The encapsulated content is no OCTET STRING.
        ContentNotOctetString = "content-not-octet-string",
        /// A userNotice has a string of a type or length that RFC 5280 keeps CAs from.
        UserNoticeForm = "user-notice-form",
        /// A CA's certificate has NULL behind ecdsa-with-SHA384.
        CaParametersForm = "ca-parameters-form",
        /// The label of a PEM block names another type than what is in it.
        PemLabelDiffers = "pem-label-differs",
    }
}

vocabulary! {
    /// What the signature covers.
    SignType {
        /// The content octets.
        Message = "MESSAGE",
        /// The signed attributes.
        SignedAttribute = "SIGNED_ATTRIBUTE",
        /// A digest that the caller supplied stands for the absent content.
        PlainHash = "PLAIN_HASH",
    }
}

vocabulary! {
    /// How what the caller supplied was read.
    Reading {
        /// As the content that was digested.
        Content = "content",
        /// As the digest of the content.
        Prehash = "prehash",
        /// As a digest whose octets were signed as content.
        HashOfHash = "hash-of-hash",
    }
}

vocabulary! {
    /// Outcomes of an identity claim.
    IdentityOutcome {
        /// Nothing was claimed.
        NotClaimed = "not-claimed",
        /// The VID is that of the CI and the signer's certificate.
        Matched = "matched",
        /// It is not.
        Mismatched = "mismatched",
        /// The CI is not base64 of 64 octets.
        MalformedCi = "malformed-ci",
        /// The VID is not 32 octets in a known text form.
        MalformedVid = "malformed-vid",
        /// The signature verified under no certificate.
        NoSignerCertificate = "no-signer-certificate",
        /// There are several signers and the claim names none.
        AmbiguousSigner = "ambiguous-signer",
    }
}
