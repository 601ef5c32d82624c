//! Verdicts, checks and findings by number and name. Numbers are ABI and never reused.

/// What a document or signature comes to (ETSI EN 319 102-1 5.1.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every check passed.
    TotalPassed,
    /// Something could not be decided, or is not acceptable though not forged.
    Indeterminate(SubIndication),
    /// Something is wrong.
    TotalFailed(SubIndication),
}

impl Verdict {
    /// `TOTAL-PASSED`, `INDETERMINATE`, `TOTAL-FAILED`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::TotalPassed => "TOTAL-PASSED",
            Self::Indeterminate(_) => "INDETERMINATE",
            Self::TotalFailed(_) => "TOTAL-FAILED",
        }
    }

    /// Why, unless passed.
    pub const fn sub_indication(self) -> Option<SubIndication> {
        match self {
            Self::TotalPassed => None,
            Self::Indeterminate(sub_indication) | Self::TotalFailed(sub_indication) => {
                Some(sub_indication)
            }
        }
    }

    /// 0 passed, 1 indeterminate, 2 failed: the worst of several is the greatest.
    pub(crate) const fn severity(self) -> u8 {
        match self {
            Self::TotalPassed => 0,
            Self::Indeterminate(_) => 1,
            Self::TotalFailed(_) => 2,
        }
    }
}

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$item:meta])* $variant:ident = $number:literal $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name { $($(#[$item])* $variant = $number,)* }

        impl $name {
            /// All of them, by number.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable number.
            pub const fn number(self) -> u8 {
                self as u8
            }

            /// The stable name.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }
    };
}

codes! {
    /// Why a verdict is not TOTAL-PASSED (ETSI EN 319 102-1 5.1.3, tables 5 and 6).
    SubIndication {
        /// The document breaks its format, or a profile does not take it.
        FormatFailure = 1 "FORMAT_FAILURE",
        /// Content and signed digest differ.
        HashFailure = 2 "HASH_FAILURE",
        /// The signature does not verify.
        SigCryptoFailure = 3 "SIG_CRYPTO_FAILURE",
        /// The signature breaks a constraint of the policy.
        SigConstraintsFailure = 4 "SIG_CONSTRAINTS_FAILURE",
        /// A certificate of the chain breaks a rule.
        ChainConstraintsFailure = 5 "CHAIN_CONSTRAINTS_FAILURE",
        /// The chain could not be validated for another reason.
        CertificateChainGeneralFailure = 6 "CERTIFICATE_CHAIN_GENERAL_FAILURE",
        /// An algorithm or key is unsupported or too weak.
        CryptoConstraintsFailure = 7 "CRYPTO_CONSTRAINTS_FAILURE",
        /// A certificate's validity had ended.
        Expired = 8 "EXPIRED",
        /// A certificate's validity had not begun.
        NotYetValid = 9 "NOT_YET_VALID",
        /// The signer's certificate is not to be found.
        NoSigningCertificateFound = 10 "NO_SIGNING_CERTIFICATE_FOUND",
        /// No chain to a trust anchor is to be found.
        NoCertificateChainFound = 11 "NO_CERTIFICATE_CHAIN_FOUND",
        /// Revocation data is missing that may exist or come to exist.
        TryLater = 12 "TRY_LATER",
        /// The signed content is not to be found.
        SignedDataNotFound = 13 "SIGNED_DATA_NOT_FOUND",
        /// A certificate had been revoked.
        Revoked = 14 "REVOKED",
    }
}

codes! {
    /// The checks, in the order in which they name a verdict.
    CheckId {
        /// The document can be read.
        Format = 1 "format",
        /// There is at least one signer.
        Signers = 2 "signers",
        /// The signed attributes keep the rules of RFC 5652 5.3 and 11; without any, the content
        /// type is id-data.
        SignedAttributes = 3 "signed-attributes",
        /// The profile takes every tolerance that was needed.
        Profile = 4 "profile",
        /// The certificate that the signer names is there.
        SignerCertificate = 5 "signer-certificate",
        /// The content is there, and the embedded one is the supplied one.
        Content = 6 "content",
        /// The message-digest attribute is the digest of the content.
        MessageDigest = 7 "message-digest",
        /// The signature verifies under the signer's key.
        Signature = 8 "signature",
        /// cmsAlgorithmProtection names the algorithms that were used (RFC 6211).
        AlgorithmProtection = 9 "algorithm-protection",
        /// ESS signing-certificate names the signer's certificate (RFC 5035).
        SigningCertificate = 10 "signing-certificate",
        /// The kind of signature is the one that the policy demands.
        SignType = 11 "sign-type",
        /// The content is not signed attributes in disguise (IACR ePrint 2023/1801).
        AttributeConfusion = 12 "attribute-confusion",
        /// The algorithms that verified are strong enough.
        AlgorithmStrength = 13 "algorithm-strength",
        /// The certificate chains to a trust anchor.
        Path = 14 "path",
        /// The certificates of the path were valid at the time.
        Validity = 15 "validity",
        /// The certificates of the path had not been revoked.
        Revocation = 16 "revocation",
    }
}

codes! {
    /// Why a certificate was revoked (RFC 5280 5.3.1, whose numbers these are).
    RevocationReason {
        /// No reason was given.
        Unspecified = 0 "unspecified",
        /// The key is known or feared to be in other hands.
        KeyCompromise = 1 "keyCompromise",
        /// The same for the CA's key.
        CaCompromise = 2 "cACompromise",
        /// What the certificate says of its subject changed.
        AffiliationChanged = 3 "affiliationChanged",
        /// Another certificate took its place.
        Superseded = 4 "superseded",
        /// It is no longer needed.
        CessationOfOperation = 5 "cessationOfOperation",
        /// Suspended, for now.
        CertificateHold = 6 "certificateHold",
        /// No longer on hold, in a delta CRL.
        RemoveFromCrl = 8 "removeFromCRL",
        /// What it entitled to was withdrawn.
        PrivilegeWithdrawn = 9 "privilegeWithdrawn",
        /// The key of an attribute authority is known or feared to be in other hands.
        AaCompromise = 10 "aACompromise",
    }
}

codes! {
    /// Something remarkable that changed no check.
    FindingCode {
        /// Zero octets or a newline behind the document.
        TrailingPadding = 1 "trailing-padding",
        /// A version number that RFC 5652 does not give to this content.
        VersionMismatch = 2 "version-mismatch",
        /// A member of certificates that is no certificate that can be read; not used.
        UnrecognisedCertificate = 3 "unrecognised-certificate",
        /// The signer's digest algorithm is not in digestAlgorithms.
        DigestAlgorithmNotListed = 4 "digest-algorithm-not-listed",
        /// The signed attributes were not sent as DER, but are signed as DER.
        SignedAttributesNotDer = 5 "signed-attributes-not-der",
        /// The claimed signing time is outside of the certificate's validity.
        SigningTimeOutsideValidity = 6 "signing-time-outside-validity",
        /// The claimed signing time is after the time of verification.
        SigningTimeAfterAt = 7 "signing-time-after-at",
        /// Several certificates fit the signer's identifier.
        AmbiguousSignerCertificate = 8 "ambiguous-signer-certificate",
        /// The serial number of a certificate of the path is zero or negative.
        SerialNotPositive = 9 "serial-not-positive",
        /// A certificate of the path deviates from DER or RFC 5280 where that is read all the same.
        CertificateNotDer = 10 "certificate-not-der",
        /// signing-time is no well-formed time, or not in the type that RFC 5652 11.3 gives to its
        /// year.
        SigningTimeForm = 11 "signing-time-form",
        /// The unsigned attributes are empty or can't be read, or a value in them is none of its
        /// type; none of them is used.
        UnsignedAttributesMalformed = 12 "unsigned-attributes-malformed",
        /// A certificate of the path was revoked after the time of verification.
        RevokedLater = 13 "revoked-later",
        /// A member of crls that is no CRL or OCSP response that can be read; not used.
        UnrecognisedRevocationInfo = 14 "unrecognised-revocation-info",
        /// A CRL that the verdict rests on deviates from DER or RFC 5280.
        CrlForm = 15 "crl-form",
        /// An OCSP response that the verdict rests on deviates from DER or RFC 6960.
        OcspForm = 16 "ocsp-form",
        /// An algorithm has NULL for parameters where they must be absent, none where NULL must be,
        /// or a default written out.
        AlgorithmParametersForm = 17 "algorithm-parameters-form",
        /// The issuer's name in a `SignerInfo` has an empty set, or a value that is none of its type.
        NameForm = 18 "name-form",
        /// An attribute that must be signed stands among the unsigned ones; it is not used.
        UnsignedAttributeMisplaced = 19 "unsigned-attribute-misplaced",
        /// The encapsulated content is no OCTET STRING.
        ContentNotOctetString = 20 "content-not-octet-string",
        /// A userNotice has a string of a type or length that RFC 5280 4.2.1.4 keeps CAs from.
        UserNoticeForm = 21 "user-notice-form",
        /// A CA's certificate has NULL for the parameters of ecdsa-with-SHA384.
        CaParametersForm = 22 "ca-parameters-form",
        /// A PEM block has the label of another type than what is in it.
        PemLabelDiffers = 23 "pem-label-differs",
        /// Revocation data under another key of the issuer than the one that signed the
        /// certificate shows it to be good. A CA that keeps a CRL for each key lists only the
        /// certificates of that key there.
        EvidenceUnderAnotherKey = 24 "evidence-under-another-key",
    }
}

codes! {
    /// Who said at which time a document is judged.
    AtSource {
        /// The caller, who can prove that the signature existed then.
        Caller = 1 "caller",
        /// The clock at the time of judging: nobody named a time.
        Clock = 2 "clock",
        /// The provider, who says when it completed the signature.
        Provider = 3 "provider",
    }
}

impl FindingCode {
    /// Whether it stands for a deviation that the strict profile refuses. The others are notices.
    pub const fn is_tolerance(self) -> bool {
        match self {
            Self::TrailingPadding
            | Self::DigestAlgorithmNotListed
            | Self::SignedAttributesNotDer
            | Self::SerialNotPositive
            | Self::CertificateNotDer
            | Self::SigningTimeForm
            | Self::UnsignedAttributesMalformed
            | Self::CrlForm
            | Self::OcspForm
            | Self::AlgorithmParametersForm
            | Self::NameForm
            | Self::UnsignedAttributeMisplaced
            | Self::ContentNotOctetString => true,
            Self::VersionMismatch
            | Self::UnrecognisedCertificate
            | Self::SigningTimeOutsideValidity
            | Self::SigningTimeAfterAt
            | Self::AmbiguousSignerCertificate
            | Self::RevokedLater
            | Self::UnrecognisedRevocationInfo
            | Self::UserNoticeForm
            | Self::CaParametersForm
            | Self::PemLabelDiffers
            | Self::EvidenceUnderAnotherKey => false,
        }
    }
}

/// What a check found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It holds.
    Passed,
    /// It does not hold.
    Failed(SubIndication),
    /// It could not be decided, or is not acceptable though not forged.
    Indeterminate(SubIndication),
    /// There was nothing to check, or another check's failure left nothing.
    NotApplicable,
    /// The policy says not to.
    NotChecked,
}

impl Outcome {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed(_) => "failed",
            Self::Indeterminate(_) => "indeterminate",
            Self::NotApplicable => "not-applicable",
            Self::NotChecked => "not-checked",
        }
    }

    /// Why, if failed or indeterminate.
    pub const fn sub_indication(self) -> Option<SubIndication> {
        self.verdict().sub_indication()
    }

    /// The verdict if this were the only check.
    pub(crate) const fn verdict(self) -> Verdict {
        match self {
            Self::Passed | Self::NotApplicable | Self::NotChecked => Verdict::TotalPassed,
            Self::Failed(sub_indication) => Verdict::TotalFailed(sub_indication),
            Self::Indeterminate(sub_indication) => Verdict::Indeterminate(sub_indication),
        }
    }

    pub(crate) const fn severity(self) -> u8 {
        self.verdict().severity()
    }
}

/// What kind of signature it is, by what the signature covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignType {
    /// The content itself: no signed attributes.
    Message,
    /// The signed attributes, which hold the content's digest.
    SignedAttribute,
    /// Either of the two over a content that is known by its digest only.
    PlainHash,
}

impl SignType {
    /// The provider's name: `MESSAGE`, `SIGNED_ATTRIBUTE`, `PLAIN_HASH`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Message => "MESSAGE",
            Self::SignedAttribute => "SIGNED_ATTRIBUTE",
            Self::PlainHash => "PLAIN_HASH",
        }
    }
}

/// From what the digest was taken that a signature was held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DigestSource {
    /// From the content's octets.
    Content,
    /// From nothing: the caller gave it.
    Prehash,
    /// From the digest that the caller gave, taken as content.
    HashOfHash,
}

impl DigestSource {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Prehash => "prehash",
            Self::HashOfHash => "hash-of-hash",
        }
    }
}
