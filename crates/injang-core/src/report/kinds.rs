//! The kinds of signatures, times, evidence and the like that a report tells of, by number and name.

codes! {
    table "sign-type" (u8, name, sentence);
    /// What kind of signature it is, by what the signature covers. The names are the providers'.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum SignType {
        /// The content itself: no signed attributes.
        Message = 1 "MESSAGE"
            "the signature covers the content itself"
            "원문 자체에 대한 서명",
        /// The signed attributes, which hold the content's digest.
        SignedAttribute = 2 "SIGNED_ATTRIBUTE"
            "the signature covers signed attributes, which hold the content's digest"
            "원문의 해시값이 들어 있는 서명 속성에 대한 서명",
        /// Either of the two over a content that is known by its digest only.
        PlainHash = 3 "PLAIN_HASH"
            "the content is known by its digest only"
            "해시값으로만 주어진 원문에 대한 서명",
    }
}

codes! {
    table "digest-source" (u8, name, sentence);
    /// From what the digest was taken that a signature was held against.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum DigestSource {
        /// From the content's octets.
        Content = 1 "content"
            "the digest was taken of the content"
            "원문에서 계산한 해시값",
        /// From nothing: the caller gave it.
        Prehash = 2 "prehash"
            "the caller gave the digest of the content"
            "호출자가 준 원문의 해시값",
        /// From the digest that the caller gave, taken as content.
        HashOfHash = 3 "hash-of-hash"
            "the digest was taken of the digest that the caller gave, as content"
            "호출자가 준 해시값을 원문으로 하여 계산한 해시값",
    }
}

codes! {
    table "time-source" (u8, name, sentence);
    /// Who said at which time a document is judged.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[non_exhaustive]
    pub enum AtSource {
        /// The caller, who can prove that the signature existed then.
        Caller = 1 "caller"
            "the caller"
            "호출자",
        /// The clock at the time of judging: nobody named a time.
        Clock = 2 "clock"
            "the clock at the time of judging"
            "판정할 때의 시계",
        /// The provider, who says when it completed the signature.
        Provider = 3 "provider"
            "the provider"
            "인증사업자",
    }
}

codes! {
    table "revocation-mode" (u8, name, sentence);
    /// Whether certificates must be shown not to have been revoked.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum RevocationMode {
        /// Every certificate below the anchor needs fresh revocation data.
        Require = 1 "require"
            "every certificate must be shown not to have been revoked"
            "모든 인증서가 폐지되지 않았음이 확인되어야 함",
        /// Not checked, and every report says so.
        NotChecked = 2 "none"
            "revocation is not checked"
            "폐지 여부를 검사하지 않음",
    }
}

codes! {
    table "revocation-reason" (u8, name, sentence);
    /// Why a certificate was revoked. The numbers are those of RFC 5280 5.3.1 and begin with 0.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[non_exhaustive]
    pub enum RevocationReason {
        /// No reason was given.
        Unspecified = 0 "unspecified"
            "no reason was given"
            "사유 미지정",
        /// The key is known or feared to be in other hands.
        KeyCompromise = 1 "keyCompromise"
            "the key is compromised"
            "개인키 유출",
        /// The same for the CA's key.
        CaCompromise = 2 "cACompromise"
            "the CA's key is compromised"
            "인증기관 개인키 유출",
        /// What the certificate says of its subject changed.
        AffiliationChanged = 3 "affiliationChanged"
            "the subject's details changed"
            "소유자 정보 변경",
        /// Another certificate took its place.
        Superseded = 4 "superseded"
            "replaced by another certificate"
            "다른 인증서로 교체",
        /// It is no longer needed.
        CessationOfOperation = 5 "cessationOfOperation"
            "no longer in use"
            "사용 중단",
        /// Suspended, for now.
        CertificateHold = 6 "certificateHold"
            "on hold"
            "효력 정지",
        /// No longer on hold, in a delta CRL.
        RemoveFromCrl = 8 "removeFromCRL"
            "no longer on hold"
            "효력 정지 해제",
        /// What it entitled to was withdrawn.
        PrivilegeWithdrawn = 9 "privilegeWithdrawn"
            "the privilege was withdrawn"
            "권한 철회",
        /// The key of an attribute authority is known or feared to be in other hands.
        AaCompromise = 10 "aACompromise"
            "the attribute authority's key is compromised"
            "속성 인증기관 개인키 유출",
    }
}
