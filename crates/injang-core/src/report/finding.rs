//! Findings: what is remarkable and changes no check.

codes! {
    table "finding" (u8, name, sentence);
    /// Something remarkable that changed no check.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[non_exhaustive]
    pub enum FindingCode {
        /// Zero octets or a newline after the document.
        TrailingPadding = 1 "trailing-padding"
            "zero octets or a newline follow the document"
            "문서 뒤에 0x00 또는 줄바꿈이 붙어 있습니다",
        /// A version number that RFC 5652 does not give to this content.
        VersionMismatch = 2 "version-mismatch"
            "a version number is not the one that RFC 5652 gives to this content"
            "버전 번호가 RFC 5652가 정한 값과 다릅니다",
        /// A member of certificates that is no certificate that can be read; not used.
        UnrecognisedCertificate = 3 "unrecognised-certificate"
            "a member of certificates is not a certificate that can be read; it was not used"
            "certificates에 읽을 수 없는 항목이 있어 사용하지 않았습니다",
        /// The signer's digest algorithm is not in digestAlgorithms.
        DigestAlgorithmNotListed = 4 "digest-algorithm-not-listed"
            "the signer's digest algorithm is missing from digestAlgorithms"
            "서명자의 해시 알고리즘이 digestAlgorithms에 없습니다",
        /// The signed attributes were not sent as DER, but are signed as DER.
        SignedAttributesNotDer = 5 "signed-attributes-not-der"
            "the signed attributes were not sent as DER, or a value in them has the wrong type; their DER encoding is what is signed"
            "서명 속성이 DER로 전송되지 않았거나 형식에 맞지 않는 값이 있습니다. 서명 대상은 DER로 다시 인코딩한 값입니다",
        /// The claimed signing time is outside of the certificate's validity.
        SigningTimeOutsideValidity = 6 "signing-time-outside-validity"
            "the claimed signing time is outside of the certificate's validity"
            "서명자가 주장하는 서명 시각이 인증서 유효기간 밖입니다",
        /// The claimed signing time is after the time of verification.
        SigningTimeAfterAt = 7 "signing-time-after-at"
            "the claimed signing time is after the time of verification"
            "서명자가 주장하는 서명 시각이 검증 기준 시각보다 늦습니다",
        /// Several certificates fit the signer's identifier.
        AmbiguousSignerCertificate = 8 "ambiguous-signer-certificate"
            "several certificates fit the signer's identifier"
            "서명자 식별자에 맞는 인증서가 여러 개입니다",
        /// The serial number of a certificate of the path is zero or negative.
        SerialNotPositive = 9 "serial-not-positive"
            "a certificate's serial number is zero or negative"
            "인증서 일련번호가 0이거나 음수입니다",
        /// A certificate of the path deviates from DER or RFC 5280 where that is read all the same.
        CertificateNotDer = 10 "certificate-not-der"
            "a certificate deviates from DER or RFC 5280 in its version, times, unique identifiers, names or extensions"
            "인증서의 버전, 시각, 고유 식별자, 이름 또는 확장의 표기가 DER와 RFC 5280에 맞지 않습니다",
        /// signing-time is no well-formed time, or not in the type that RFC 5652 11.3 gives to its
        /// year.
        SigningTimeForm = 11 "signing-time-form"
            "signing-time is not written as YYMMDDhhmmssZ (UTCTime) before 2050 and YYYYMMDDhhmmssZ (GeneralizedTime) from 2050 (RFC 5652 11.3)"
            "signing-time이 2050년 이전은 YYMMDDhhmmssZ(UTCTime), 2050년부터는 YYYYMMDDhhmmssZ(GeneralizedTime)라는 규칙(RFC 5652 11.3)과 다릅니다",
        /// The unsigned attributes are empty or can't be read, or a value in them has the wrong type.
        /// No check uses them.
        UnsignedAttributesMalformed = 12 "unsigned-attributes-malformed"
            "the unsigned attributes are empty or can't be read, or a value in them has the wrong type; no check uses them"
            "서명되지 않은 속성이 비어 있거나, 읽을 수 없거나, 형식에 맞지 않는 값이 있습니다. 판정에는 쓰이지 않습니다",
        /// A certificate of the path was revoked after the time of verification.
        RevokedLater = 13 "revoked-later"
            "a certificate of the path was revoked after the time of verification"
            "경로의 인증서가 검증 기준 시각 뒤에 폐지되었습니다",
        /// A member of crls that is no CRL or OCSP response that can be read; not used.
        UnrecognisedRevocationInfo = 14 "unrecognised-revocation-info"
            "a member of crls is neither a CRL nor an OCSP response that can be read; it was not used"
            "crls에 읽을 수 없는 항목이 있어 사용하지 않았습니다",
        /// A CRL that the verdict rests on deviates from DER or RFC 5280.
        CrlForm = 15 "crl-form"
            "a CRL that was used deviates from DER or RFC 5280 in its version, times, names, numbers, entries or extensions"
            "사용된 CRL의 버전, 시각, 이름, 번호, 항목 또는 확장의 표기가 DER와 RFC 5280에 맞지 않습니다",
        /// An OCSP response that the verdict rests on deviates from DER or RFC 6960.
        OcspForm = 16 "ocsp-form"
            "an OCSP response that was used deviates from DER or RFC 6960 in its version, names, certificates or extensions"
            "사용된 OCSP 응답의 버전, 이름, 인증서 또는 확장의 표기가 DER와 RFC 6960에 맞지 않습니다",
        /// An algorithm has NULL for parameters where they must be absent, none where NULL must be,
        /// or a default written out.
        AlgorithmParametersForm = 17 "algorithm-parameters-form"
            "the parameters of a signature or key algorithm are NULL where they must be absent, absent where NULL must be, or have a default written out"
            "서명 또는 키 알고리즘의 파라미터가 없어야 할 곳에 NULL이 있거나, NULL이어야 할 곳에 없거나, 기본값이 명시되어 있습니다",
        /// The issuer's name in a `SignerInfo` has an empty set, or a value of the wrong type.
        NameForm = 18 "name-form"
            "the issuer's name in a SignerInfo has an empty set, or a value of the wrong type"
            "SignerInfo의 발급자 이름에 빈 집합이나 형식에 맞지 않는 값이 있습니다",
        /// An attribute that must be signed stands among the unsigned ones; it is not used.
        UnsignedAttributeMisplaced = 19 "unsigned-attribute-misplaced"
            "an attribute that must be signed is among the unsigned attributes; it was not used"
            "서명되어야 하는 속성이 서명되지 않은 속성에 있어 사용하지 않았습니다",
        /// The encapsulated content is no OCTET STRING.
        ContentNotOctetString = 20 "content-not-octet-string"
            "the encapsulated content is not an OCTET STRING (RFC 5652 5.2); its content octets are what is signed"
            "포함된 원문이 OCTET STRING이 아닙니다(RFC 5652 5.2). 서명 대상은 그 내용 바이트입니다",
        /// A userNotice has a string of a type or length that RFC 5280 4.2.1.4 keeps CAs from.
        UserNoticeForm = 21 "user-notice-form"
            "a userNotice in certificatePolicies is a BMPString or VisibleString, or is empty or has more than 200 characters (RFC 5280 4.2.1.4)"
            "certificatePolicies의 userNotice가 BMPString 또는 VisibleString이거나, 비어 있거나 200자를 넘습니다(RFC 5280 4.2.1.4)",
        /// A CA's certificate has NULL for the parameters of ecdsa-with-SHA384.
        CaParametersForm = 22 "ca-parameters-form"
            "the certificate of a CA has NULL for the parameters of ecdsa-with-SHA384, as NAVER's has"
            "인증기관 인증서의 ecdsa-with-SHA384 파라미터가 NULL입니다(네이버 인증기관과 같은 형식)",
        /// A PEM block has the label of another type than what is in it.
        PemLabelDiffers = 23 "pem-label-differs"
            "the label of the PEM block names another type than the signed document that is in it"
            "PEM 레이블이 들어 있는 서명 문서와 다른 형식을 가리킵니다",
        /// Revocation data under another key of the issuer than the one that signed the
        /// certificate shows it to be good. A CA that keeps a CRL for each key lists only the
        /// certificates of that key there.
        EvidenceUnderAnotherKey = 24 "evidence-under-another-key"
            "the certificate's status comes from revocation data that is signed with another key of its issuer than the one that signed the certificate"
            "인증서에 서명한 키가 아닌 같은 발급자의 다른 키로 서명된 폐지 정보로 폐지 여부를 확인했습니다",
    }
}

impl FindingCode {
    /// Whether it is a deviation that the strict profile refuses. The others are notices.
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
