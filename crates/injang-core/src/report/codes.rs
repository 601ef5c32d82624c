//! Verdicts, sub-indications, checks and outcomes, by number and name.

/// The verdict over a document or a signature (ETSI EN 319 102-1 5.1.3).
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
    /// The reason of ETSI EN 319 102-1 for the verdict; `None` for TOTAL-PASSED.
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

codes! {
    table "verdict" (u8, name, sentence) of Verdict(self);
    Self::TotalPassed = 1 "TOTAL-PASSED"
        "every check passed"
        "모든 검사를 통과함",
    Self::Indeterminate(_) = 2 "INDETERMINATE"
        "cannot be decided"
        "판정할 수 없음",
    Self::TotalFailed(_) = 3 "TOTAL-FAILED"
        "not to be relied on"
        "신뢰할 수 없음",
}

codes! {
    table "sub-indication" (u8, name, sentence);
    /// Why a verdict is not TOTAL-PASSED (ETSI EN 319 102-1 5.1.3, tables 5 and 6).
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[non_exhaustive]
    pub enum SubIndication {
        /// The document breaks its format, or a profile does not take it.
        FormatFailure = 1 "FORMAT_FAILURE"
            "the format is not accepted"
            "형식이 맞지 않음",
        /// Content and signed digest differ.
        HashFailure = 2 "HASH_FAILURE"
            "the content is not what was signed"
            "원문이 서명된 내용과 다름",
        /// The signature does not verify.
        SigCryptoFailure = 3 "SIG_CRYPTO_FAILURE"
            "the signature does not verify"
            "전자서명이 검증되지 않음",
        /// The signature breaks a constraint of the policy.
        SigConstraintsFailure = 4 "SIG_CONSTRAINTS_FAILURE"
            "the signature breaks a constraint"
            "전자서명이 제약 조건에 어긋남",
        /// A certificate of the chain breaks a rule.
        ChainConstraintsFailure = 5 "CHAIN_CONSTRAINTS_FAILURE"
            "a certificate breaks a rule"
            "인증서가 규칙에 어긋남",
        /// The chain could not be validated for another reason.
        CertificateChainGeneralFailure = 6 "CERTIFICATE_CHAIN_GENERAL_FAILURE"
            "the chain can't be validated"
            "인증서 경로를 검증할 수 없음",
        /// An algorithm or key is unsupported or too weak.
        CryptoConstraintsFailure = 7 "CRYPTO_CONSTRAINTS_FAILURE"
            "an algorithm is unsupported or too weak"
            "알고리즘이 지원되지 않거나 안전하지 않음",
        /// A certificate's validity had ended.
        Expired = 8 "EXPIRED"
            "the certificate had expired"
            "인증서 유효기간이 만료됨",
        /// A certificate's validity had not begun.
        NotYetValid = 9 "NOT_YET_VALID"
            "the certificate was not yet valid"
            "인증서 유효기간이 시작되지 않음",
        /// The signer's certificate is not to be found.
        NoSigningCertificateFound = 10 "NO_SIGNING_CERTIFICATE_FOUND"
            "the signer's certificate is missing"
            "서명자 인증서가 없음",
        /// No chain to a trust anchor is to be found.
        NoCertificateChainFound = 11 "NO_CERTIFICATE_CHAIN_FOUND"
            "no chain to a trust anchor"
            "신뢰 기관까지의 인증서 경로가 없음",
        /// Revocation data is missing that may exist now or be issued later.
        TryLater = 12 "TRY_LATER"
            "revocation data is missing"
            "필요한 폐지 정보가 없음",
        /// The signed content is not to be found.
        SignedDataNotFound = 13 "SIGNED_DATA_NOT_FOUND"
            "the signed content is missing"
            "서명된 원문이 없음",
        /// A certificate had been revoked.
        Revoked = 14 "REVOKED"
            "the certificate had been revoked"
            "인증서가 폐지됨",
    }
}

codes! {
    table "check" (u8, name, title);
    /// The checks, in the order in which they name a verdict.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[non_exhaustive]
    pub enum CheckId {
        /// The document can be read.
        Format = 1 "format"
            "format"
            "형식",
        /// There is at least one signer.
        Signers = 2 "signers"
            "signers"
            "서명자",
        /// The signed attributes keep the rules of RFC 5652 5.3 and 11; without any, the content
        /// type is id-data.
        SignedAttributes = 3 "signed-attributes"
            "signed attributes"
            "서명 속성",
        /// The profile takes every tolerance that was needed.
        Profile = 4 "profile"
            "profile"
            "프로파일",
        /// The certificate that the signer names is there.
        SignerCertificate = 5 "signer-certificate"
            "signer's certificate"
            "서명자 인증서",
        /// The content is there, and the embedded one is the supplied one.
        Content = 6 "content"
            "content"
            "원문",
        /// The message-digest attribute is the digest of the content.
        MessageDigest = 7 "message-digest"
            "message digest"
            "메시지 해시값",
        /// The signature verifies under the signer's key.
        Signature = 8 "signature"
            "signature"
            "전자서명",
        /// cmsAlgorithmProtection names the algorithms that were used (RFC 6211).
        AlgorithmProtection = 9 "algorithm-protection"
            "algorithm protection"
            "알고리즘 보호 속성",
        /// ESS signing-certificate names the signer's certificate (RFC 5035).
        SigningCertificate = 10 "signing-certificate"
            "signing certificate"
            "서명 인증서 속성",
        /// The kind of signature is the one that the policy demands.
        SignType = 11 "sign-type"
            "sign type"
            "서명 방식",
        /// The content is not signed attributes in disguise (IACR ePrint 2023/1801).
        AttributeConfusion = 12 "attribute-confusion"
            "attribute confusion"
            "서명 속성 혼동",
        /// The algorithms that verified are strong enough.
        AlgorithmStrength = 13 "algorithm-strength"
            "algorithm strength"
            "알고리즘 안전성",
        /// The certificate chains to a trust anchor.
        Path = 14 "path"
            "certificate path"
            "인증서 경로",
        /// The certificates of the path were valid at the time.
        Validity = 15 "validity"
            "validity"
            "유효기간",
        /// The certificates of the path had not been revoked.
        Revocation = 16 "revocation"
            "revocation"
            "폐지 여부",
    }
}

/// The outcome of a check.
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
    /// The reason of ETSI EN 319 102-1, if the check failed or is indeterminate; else `None`.
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

codes! {
    table "outcome" (u8, name, sentence) of Outcome(self);
    Self::Passed = 1 "passed" "passed" "통과",
    Self::Failed(_) = 2 "failed" "failed" "실패",
    Self::Indeterminate(_) = 3 "indeterminate" "undecided" "판정 불가",
    Self::NotApplicable = 4 "not-applicable" "not applicable" "해당 없음",
    Self::NotChecked = 5 "not-checked" "not checked" "검사 안 함",
}
