//! Why a check came out as it did: one table, in which a reason is one entry.

#[cfg(feature = "messages")]
use super::Lang;
use super::finding::FindingCode;
use super::kinds::{RevocationReason, SignType};
use crate::encoding::error::Error;
use crate::encoding::oid::OidBuf;
use crate::encoding::time::Time;
use alloc::boxed::Box;
#[cfg(feature = "messages")]
use core::fmt;

messages! {
    table "reason" (u16, code);
    /// The reason for a check's outcome: a stable code, and the few values that the sentence needs.
    /// None of them is taken from content, names or identities.
    #[derive(Clone, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum Reason |lang| {
        /// The octets break the syntax.
        Malformed(error: Error) = 1 "malformed"
            with (error = error.sentence(lang))
            "{error}"
            "{error}";
        /// `signerInfos` is empty.
        NoSigners = 2 "no-signers"
            "the document has no signer"
            "문서에 서명자가 없습니다";
        /// An attribute that must be there is not.
        AttributeMissing(oid: OidBuf) = 3 "attribute-missing"
            "the signed attribute {oid} is missing"
            "서명 속성 {oid}이(가) 없습니다";
        /// An attribute type stands more than once.
        AttributeRepeated(oid: OidBuf) = 4 "attribute-repeated"
            "the signed attribute {oid} stands more than once"
            "서명 속성 {oid}이(가) 두 번 이상 있습니다";
        /// An attribute that has exactly one value has another number of them.
        AttributeValueCount(oid: OidBuf) = 5 "attribute-value-count"
            "the signed attribute {oid} must have exactly one value"
            "서명 속성 {oid}의 값은 정확히 하나여야 합니다";
        /// An attribute's value is of another type than its definition says.
        AttributeValueType(oid: OidBuf) = 6 "attribute-value-type"
            "the signed attribute {oid} has a value of the wrong type"
            "서명 속성 {oid}의 값이 정의된 형식이 아닙니다";
        /// An attribute that must not be signed is.
        AttributeForbidden(oid: OidBuf) = 7 "attribute-forbidden"
            "the attribute {oid} must not be signed"
            "속성 {oid}은(는) 서명 속성이 될 수 없습니다";
        /// The set of signed attributes is empty.
        AttributesEmpty = 8 "attributes-empty"
            "the set of signed attributes is empty"
            "서명 속성이 비어 있습니다";
        /// The content-type attribute is not the content's type.
        ContentTypeDiffers = 9 "content-type-differs"
            "the content-type attribute is not the content's type"
            "content-type 속성이 원문의 형식과 다릅니다";
        /// No signed attributes, and a content type other than id-data.
        ContentTypeNeedsAttributes(oid: OidBuf) = 10 "content-type-needs-attributes"
            "content of type {oid} must be signed with attributes (RFC 5652 5.3)"
            "{oid} 형식의 원문은 서명 속성과 함께 서명되어야 합니다(RFC 5652 5.3)";
        /// The strict profile refuses a tolerance.
        ToleranceRefused(finding: FindingCode) = 11 "tolerance-refused"
            with (finding = finding.sentence(lang))
            "the strict profile refuses: {finding}"
            "strict 프로파일은 다음을 허용하지 않습니다: {finding}";
        /// No certificate fits the signer's identifier.
        NoSignerCertificate = 12 "no-signer-certificate"
            "no certificate fits the signer's identifier"
            "서명자 식별자에 맞는 인증서가 없습니다";
        /// No certificate that can be read fits the signer's identifier, and one can't be read: which
        /// rule it breaks, and at which octet of the document.
        CertificateUnreadable(error: Error) = 13 "certificate-unreadable"
            with (error = error.sentence(lang))
            "no certificate that can be read fits the signer's identifier, and a certificate of the document can't be read: {error}"
            "읽을 수 있는 인증서 가운데 서명자 식별자에 맞는 것이 없고, 문서에 읽을 수 없는 인증서가 있습니다: {error}";
        /// The document has no content, and none was supplied.
        ContentMissing = 14 "content-missing"
            "the document has no content and none was supplied"
            "문서에 원문이 없고, 따로 주어지지도 않았습니다";
        /// The supplied content is not the embedded one.
        ContentDiffers = 15 "content-differs"
            "the supplied content is not the embedded one"
            "주어진 원문이 문서에 포함된 원문과 다릅니다";
        /// The supplied content can't be compared with the embedded one.
        ContentNotCompared = 16 "content-not-compared"
            "the supplied content was not compared with the embedded one: no digest of it in the signer's algorithm was given"
            "주어진 원문을 문서에 포함된 원문과 비교하지 못했습니다: 서명자의 알고리즘으로 계산한 해시값이 없습니다";
        /// The supplied digest is of another algorithm than the signer's.
        DigestAlgorithmDiffers {
            /// The name of the supplied one.
            supplied: &'static str,
            /// The name of the signer's; `None` if it is not known here.
            signer: Option<&'static str>,
        } = 17 "digest-algorithm-differs"
            when (supplied, Some(signer)) =>
                "the supplied digest is {supplied}, the signer's algorithm is {signer}"
                "주어진 해시값은 {supplied}, 서명자의 알고리즘은 {signer}입니다"
            when (supplied, None) =>
                "the supplied digest is {supplied}, the signer's algorithm is not supported"
                "주어진 해시값은 {supplied}이고, 서명자의 알고리즘은 지원되지 않습니다";
        /// message-digest is not the content's digest.
        MessageDigestDiffers = 18 "message-digest-differs"
            "the message-digest attribute is not the digest of the content"
            "message-digest 속성이 원문의 해시값과 다릅니다";
        /// The signature does not verify.
        SignatureInvalid = 19 "signature-invalid"
            "the signature does not verify over this content under this key"
            "전자서명이 이 내용과 이 키에 맞지 않습니다";
        /// The signature is malformed: its length is not the modulus', or it is no ECDSA-Sig-Value.
        SignatureMalformed = 20 "signature-malformed"
            "the signature value does not have the form that this algorithm produces (RSA: as long as the modulus, RFC 8017 8.1.2 and 8.2.2; ECDSA: DER of two INTEGERs from 1 to the order less 1, RFC 3279 2.2.3; Ed25519: 64 octets)"
            "전자서명 값이 이 알고리즘의 형식이 아닙니다(RSA: 모듈러스와 같은 길이, RFC 8017 8.1.2·8.2.2. ECDSA: 1부터 위수-1까지의 INTEGER 두 개의 DER, RFC 3279 2.2.3. Ed25519: 64바이트)";
        /// The algorithm is not known here: neither valid nor forged.
        AlgorithmUnsupported(oid: OidBuf) = 21 "unsupported"
            "the algorithm {oid} is not supported"
            "지원하지 않는 알고리즘: {oid}";
        /// The algorithm is known, its parameters are not.
        ParametersUnsupported(oid: OidBuf) = 22 "parameters-unsupported"
            "the algorithm {oid} is not supported with these parameters"
            "지원하지 않는 파라미터를 가진 알고리즘: {oid}";
        /// The key can't be used: malformed, explicit curve parameters, a point off the curve.
        KeyUnusable = 23 "key-unusable"
            "the certificate's key can't be used: it does not have the form of its algorithm (RSA: RSAPublicKey with odd modulus and odd exponent of up to 33 bits, RFC 8017 A.1.1; EC: a named curve and an uncompressed point on it, RFC 5480 2.1.1 and 2.2; Ed25519: 32 octets of a point in canonical form, RFC 8032 5.1.5; no other parameters)"
            "인증서의 키를 사용할 수 없습니다. 알고리즘의 형식에 맞지 않습니다(RSA: 홀수 모듈러스와 33비트 이하의 홀수 지수를 가진 RSAPublicKey, RFC 8017 A.1.1. EC: 이름 있는 곡선과 그 위의 압축하지 않은 점, RFC 5480 2.1.1·2.2. Ed25519: 표준형으로 쓴 점 32바이트, RFC 8032 5.1.5. 그 밖의 파라미터는 없음)";
        /// The algorithm is known, and keys of this length are not computed with.
        KeyLengthUnsupported {
            /// Bits of the key.
            bits: usize,
        } = 24 "key-length-unsupported"
            "an RSA key of {bits} bits is not supported (512 to 8192 bits are)"
            "{bits}비트 RSA 키는 지원하지 않습니다(512~8192비트 지원)";
        /// The key is of another kind than the algorithm.
        KeyKindDiffers = 25 "key-kind-differs"
            "the certificate's key is of another kind than the signature algorithm"
            "인증서의 키가 서명 알고리즘과 다른 종류입니다";
        /// The key may only be used with other parameters (RFC 4055 3.3).
        KeyRestricted = 26 "key-restricted"
            "the certificate's key is restricted to other parameters (RFC 4055 3.3)"
            "인증서의 키는 다른 파라미터로만 쓸 수 있습니다(RFC 4055 3.3)";
        /// The digest that signatureAlgorithm names is not digestAlgorithm.
        SignatureDigestDiffers = 27 "signature-digest-differs"
            "signatureAlgorithm uses another digest algorithm than digestAlgorithm"
            "signatureAlgorithm의 해시 알고리즘이 digestAlgorithm과 다릅니다";
        /// The algorithm signs messages, and only a digest was given.
        NoPrehash = 28 "no-prehash"
            "the algorithm signs the content itself, and only its digest was supplied"
            "원문 자체에 서명하는 알고리즘인데 해시값만 주어졌습니다";
        /// The policy's budget does not allow the verifications that are needed.
        BudgetExhausted = 29 "budget-exhausted"
            "deciding it would take more work than the policy allows"
            "판정에 필요한 작업량이 정책의 한도를 넘습니다";
        /// The crypto backend gave no result for the request.
        Unanswered = 30 "unanswered"
            "the signature was not verified: the crypto backend gave no result"
            "암호 백엔드가 결과를 주지 않아 전자서명을 검증하지 못했습니다";
        /// cmsAlgorithmProtection names other algorithms.
        AlgorithmProtectionDiffers = 31 "algorithm-protection-differs"
            "cmsAlgorithmProtection names other algorithms than were used"
            "cmsAlgorithmProtection의 알고리즘이 실제 사용된 것과 다릅니다";
        /// ESS signing-certificate names another certificate.
        SigningCertificateDiffers = 32 "signing-certificate-differs"
            "signing-certificate names another certificate"
            "signing-certificate 속성이 다른 인증서를 가리킵니다";
        /// The policy demands another kind of signature.
        SignTypeDiffers {
            /// The kind demanded.
            demanded: SignType,
            /// The kind found.
            found: SignType,
        } = 33 "sign-type-differs"
            with (demanded = demanded.name(), found = found.name())
            "the signature type {demanded} was demanded, and this one is {found}"
            "요구된 서명 방식은 {demanded}인데 이 서명은 {found}입니다";
        /// The content is a set of attributes with content-type and message-digest.
        AttributesAsContent = 34 "attributes-as-content"
            "the content is itself a set of signed attributes: the signature may be another document's"
            "원문 자체가 서명 속성의 집합입니다: 다른 문서의 서명일 수 있습니다";
        /// The content is known by its digest only, so whether it is a set of attributes can't be told.
        ContentUnknown = 35 "content-unknown"
            "only the digest of the content is known, so it can't be told whether the content is itself a set of signed attributes"
            "원문의 해시값만 알려져 있어, 원문 자체가 서명 속성의 집합인지 알 수 없습니다";
        /// SHA-1 is too weak.
        WeakDigest(name: &'static str) = 36 "weak-digest"
            "the digest algorithm {name} is too weak"
            "해시 알고리즘 {name}은(는) 안전하지 않습니다";
        /// The key is too short.
        WeakKey {
            /// Its bits.
            bits: usize,
        } = 37 "weak-key"
            "a key of {bits} bits is too short"
            "{bits}비트 키는 너무 짧습니다";
        /// No trust anchor has the issuer's name.
        NoAnchor = 38 "no-anchor"
            "no trust anchor has the name of the certificate's issuer"
            "인증서 발급자와 같은 이름의 신뢰 기관이 없습니다";
        /// A trust anchor has the issuer's name, but the certificate is not signed with its key.
        AnchorKeyDiffers = 39 "anchor-key-differs"
            "the trust anchor with the issuer's name has not signed the certificate"
            "발급자와 이름이 같은 신뢰 기관이 이 인증서에 서명하지 않았습니다";
        /// There are certificates with the issuer's name, but no key of theirs signed the certificate.
        IssuerKeyDiffers = 40 "issuer-key-differs"
            "no certificate with the issuer's name has signed the certificate"
            "발급자와 이름이 같은 인증서 가운데 이 인증서에 서명한 것이 없습니다";
        /// The certificate issued another, and is no CA: basicConstraints is missing or says no.
        NotAuthority = 41 "not-a-ca"
            "the certificate issued another, but is not a CA certificate (basicConstraints)"
            "다른 인증서를 발급했으나 CA 인증서가 아닙니다(basicConstraints)";
        /// The certificate issued another, and its keyUsage has no keyCertSign.
        KeyUsageForbidsIssuing = 42 "key-usage-forbids-issuing"
            "the certificate issued another, but its keyUsage does not allow that"
            "다른 인증서를 발급했으나 keyUsage가 인증서 발급을 허용하지 않습니다";
        /// The CA stands farther below another than that one's pathLenConstraint allows.
        PathTooLong = 43 "path-too-long"
            "there are more CA certificates below a CA than its pathLenConstraint allows"
            "상위 인증기관의 아래에 그 pathLenConstraint가 허용하는 수보다 많은 CA 인증서가 있습니다";
        /// A name is not among those that a CA above may issue for.
        NameNotPermitted = 44 "name-not-permitted"
            "the certificate has a name outside the permittedSubtrees of a CA above it"
            "상위 인증기관의 permittedSubtrees 밖에 있는 이름이 인증서에 있습니다";
        /// A name is among those that a CA above must not issue for.
        NameExcluded = 45 "name-excluded"
            "the certificate has a name within the excludedSubtrees of a CA above it"
            "상위 인증기관의 excludedSubtrees에 속하는 이름이 인증서에 있습니다";
        /// A name is of a form that a CA above constrains and that is not processed, or it can't be
        /// read as one of its form.
        NameUnprocessed = 46 "name-unprocessed"
            "a CA above the certificate constrains names of a form that can't be compared, and the certificate has such a name"
            "상위 인증기관이 제한하는 형식의 이름이 인증서에 있으나 비교할 수 없습니다";
        /// A certificate policy is required, and none is valid along the path.
        NoValidPolicy = 47 "no-valid-policy"
            "a certificate policy is required, and none is valid along the path"
            "인증서 정책이 필요하지만 경로 전체에서 유효한 정책이 없습니다";
        /// The signer's certificate has none of the demanded policies.
        SignerPolicyMissing = 48 "signer-policy-missing"
            "the signer's certificate has none of the demanded policies"
            "서명자 인증서에 요구된 인증서 정책이 없습니다";
        /// The signer's certificate does not allow the demanded purpose (extKeyUsage).
        PurposeForbidden = 49 "purpose-forbidden"
            "the extKeyUsage of the signer's certificate does not allow the demanded purpose"
            "서명자 인증서의 extKeyUsage가 요구한 용도를 허용하지 않습니다";
        /// A CA maps anyPolicy, which RFC 5280 4.2.1.5 forbids.
        AnyPolicyMapped = 50 "any-policy-mapped"
            "the certificate maps anyPolicy (RFC 5280 4.2.1.5 forbids it)"
            "인증서가 anyPolicy를 매핑합니다(RFC 5280 4.2.1.5에서 금지)";
        /// The certificate's keyUsage does not let it sign documents.
        KeyUsageForbids = 51 "key-usage-forbids"
            "the keyUsage of the signer's certificate does not allow signing"
            "서명자 인증서의 keyUsage가 전자서명을 허용하지 않습니다";
        /// A critical extension that is not processed.
        CriticalExtension(oid: OidBuf) = 52 "critical-extension"
            "the certificate has the unknown critical extension {oid}"
            "인증서에 알 수 없는 필수(critical) 확장 {oid}이(가) 있습니다";
        /// An extension stands more than once.
        ExtensionRepeated(oid: OidBuf) = 53 "extension-repeated"
            "the certificate has the extension {oid} more than once"
            "인증서에 확장 {oid}이(가) 두 번 이상 있습니다";
        /// An extension can't be read.
        ExtensionMalformed(oid: OidBuf) = 54 "extension-malformed"
            "the extension {oid} of the certificate can't be read: its value breaks the ASN.1 of its definition (RFC 5280 4.2, or the standard that defines it)"
            "인증서의 확장 {oid}을(를) 읽을 수 없습니다. 값이 정의된 ASN.1에 맞지 않습니다(RFC 5280 4.2 또는 그 확장을 정의한 표준)";
        /// The list of extensions can't be read. The octet counts from the certificate's first.
        ExtensionsMalformed(error: Error) = 55 "extensions-malformed"
            with (error = error.sentence(lang))
            "the certificate's list of extensions can't be read: {error} of the certificate"
            "인증서의 확장 목록을 읽을 수 없습니다: {error} (인증서 기준)";
        /// The certificate has extensions, and its version has none.
        VersionForbidsExtensions {
            /// The version: 1 or 2.
            version: u32,
        } = 56 "version-forbids-extensions"
            "the certificate is of version {version} and has extensions, which only version 3 has (RFC 5280 4.1.2.9)"
            "버전 {version} 인증서에 버전 3에만 있는 확장이 있습니다(RFC 5280 4.1.2.9)";
        /// The certificate's version is none that there is.
        VersionUnknown {
            /// The version, counted from 1.
            version: u32,
        } = 57 "version-unknown"
            "the certificate is of version {version}, which does not exist (RFC 5280 4.1.2.1)"
            "인증서의 버전 {version}은(는) 존재하지 않습니다(RFC 5280 4.1.2.1)";
        /// certificatePolicies asserts a policy more than once.
        PolicyRepeated(oid: OidBuf) = 58 "policy-repeated"
            "the certificate asserts the policy {oid} more than once (RFC 5280 4.2.1.4)"
            "인증서에 정책 {oid}이(가) 두 번 이상 있습니다(RFC 5280 4.2.1.4)";
        /// A critical certificatePolicies has a qualifier that can't be interpreted.
        PolicyQualifierUnknown(oid: OidBuf) = 59 "policy-qualifier-unknown"
            "the critical certificatePolicies has the qualifier {oid}, which can't be interpreted (RFC 5280 4.2.1.4)"
            "필수(critical) certificatePolicies에 해석할 수 없는 한정자 {oid}이(가) 있습니다(RFC 5280 4.2.1.4)";
        /// The certificate names two signature algorithms.
        CertificateAlgorithmsDiffer = 60 "certificate-algorithms-differ"
            "the certificate names two different signature algorithms"
            "인증서 안팎의 서명 알고리즘이 서로 다릅니다";
        /// The certificate's validity had ended.
        Expired {
            /// Its last second.
            not_after: Time,
        } = 61 "expired"
            "the certificate was valid until {not_after}"
            "인증서는 {not_after}까지 유효했습니다";
        /// The certificate's validity had not begun.
        NotYetValid {
            /// Its first second.
            not_before: Time,
        } = 62 "not-yet-valid"
            "the certificate is valid from {not_before}"
            "인증서는 {not_before}부터 유효합니다";
        /// The certificate had been revoked.
        Revoked {
            /// When.
            revoked_at: Time,
            /// Why, if the revocation data says so.
            reason: Option<RevocationReason>,
        } = 63 "revoked"
            with (reason = InParentheses(*reason, lang))
            "the certificate was revoked at {revoked_at}{reason}"
            "인증서가 {revoked_at}에 폐지되었습니다{reason}";
        /// No revocation data is about the certificate.
        NoRevocationEvidence = 64 "no-revocation-evidence"
            "no revocation data shows that the certificate was not revoked"
            "인증서가 폐지되지 않았음을 확인할 폐지 정보가 없습니다";
        /// The revocation data about the certificate is of another time: out of date, or issued when the
        /// certificate had expired already.
        EvidenceStale {
            /// From when it tells.
            this_update: Time,
            /// When newer revocation data was due.
            next_update: Option<Time>,
        } = 65 "evidence-stale"
            when (this_update, Some(next_update)) =>
                "the revocation data covers only the time from {this_update} to {next_update}"
                "폐지 정보가 {this_update}부터 {next_update}까지만 유효합니다"
            when (this_update, None) =>
                "the revocation data covers only {this_update}"
                "폐지 정보가 {this_update} 시점에만 유효합니다";
        /// The CRL is for another distribution point than those that the certificate names.
        EvidenceOutOfScope = 66 "evidence-out-of-scope"
            "the CRL does not cover this certificate: its issuingDistributionPoint names another distribution point than the certificate does (RFC 5280 6.3.3 b)"
            "CRL이 이 인증서를 다루지 않습니다: issuingDistributionPoint가 인증서에 적힌 것과 다른 배포 지점을 가리킵니다(RFC 5280 6.3.3 b)";
        /// The revocation data covers only some reasons for revocation.
        EvidenceIncomplete = 67 "evidence-incomplete"
            "the revocation data covers only some reasons for revocation"
            "폐지 정보가 폐지 사유의 일부만 다룹니다";
        /// The revocation data has a signature that does not verify.
        EvidenceForged = 68 "evidence-forged"
            "the signature of the revocation data does not verify"
            "폐지 정보의 전자서명이 검증되지 않습니다";
        /// The revocation data verifies, but under a key that the certificate's issuer did not authorise.
        EvidenceUnauthorised = 69 "evidence-unauthorised"
            "the signer of the revocation data is not authorised for this certificate: no rule of RFC 5280 6.3.3 or RFC 6960 4.2.2.2 applies"
            "폐지 정보의 서명자에게 이 인증서의 폐지 여부를 알릴 권한이 없습니다(RFC 5280 6.3.3과 RFC 6960 4.2.2.2의 어느 규칙에도 해당하지 않음)";
        /// Nothing shows that the certificate that signed the revocation data had not been revoked at
        /// the later of the time asked and the time when the revocation data was made.
        ResponderUnchecked = 70 "responder-unchecked"
            "nothing shows that the certificate that signed the revocation data was not revoked at the relevant time"
            "폐지 정보에 서명한 인증서가 해당 시점에 폐지되지 않았음을 보여 주는 폐지 정보가 없습니다";
        /// The revocation data verifies under an algorithm or key that is too weak.
        EvidenceWeak = 71 "evidence-weak"
            "the revocation data is signed with an algorithm or a key that is too weak"
            "폐지 정보가 안전하지 않은 알고리즘이나 키로 서명되었습니다";
        /// The revocation data has a critical extension or a form that is not processed.
        EvidenceUnprocessed(oid: OidBuf) = 72 "evidence-unprocessed"
            "the revocation data has an extension or a format that is not processed: {oid}"
            "폐지 정보에 처리하지 않는 확장 또는 형식이 있습니다: {oid}";
        /// The signature of the revocation data could not be verified, for this reason.
        EvidenceOpen(why: Box<Reason>) = 73 "evidence-open"
            with (why = why.sentence(lang))
            "the signature of the revocation data could not be verified: {why}"
            "폐지 정보의 전자서명을 검증하지 못했습니다: {why}";
        /// The OCSP responder does not know the certificate.
        StatusUnknown = 74 "status-unknown"
            "the OCSP responder answered 'unknown' for the certificate"
            "OCSP 응답자가 이 인증서를 알 수 없음(unknown)으로 답했습니다";
        /// The policy says not to check revocation.
        RevocationNotRequested = 75 "revocation-not-requested"
            "the policy says not to check revocation"
            "정책에 따라 폐지 여부를 검사하지 않았습니다";
        /// The certificate is itself a trust anchor that says that it is no CA: it is trusted for
        /// itself, so that no revocation data is required. No available revocation data
        /// that can be verified revokes it.
        AnchorPinned = 76 "anchor-pinned"
            "the signer's certificate is itself a trust anchor and not a CA certificate. Only this certificate is trusted, and it needs no revocation data. No verified revocation data revokes it"
            "서명자 인증서 자신이 신뢰 기관으로 지정되었고 CA 인증서가 아닙니다. 그 인증서만 신뢰하며, 폐지 정보를 요구하지 않습니다. 검증된 폐지 정보 가운데 이 인증서를 폐지한 것은 없습니다";
        /// A trust anchor has the issuer's name, but its certificate says that it is no CA.
        AnchorIssuesNothing = 77 "anchor-issues-nothing"
            "a trust anchor has the issuer's name, but its certificate is not a CA certificate: it can't issue others"
            "발급자와 이름이 같은 신뢰 기관이 있으나, 그 인증서가 CA 인증서가 아니어서 다른 인증서를 발급할 수 없습니다";
        /// The revocation data names another key of its issuer (authorityKeyIdentifier) than those that
        /// are known here.
        EvidenceUnderOtherKey = 78 "evidence-under-other-key"
            "the revocation data is signed with another key of the CA, and no certificate of that key was found"
            "폐지 정보가 이 CA의 다른 키로 서명되었고, 그 키의 인증서를 찾지 못했습니다";
        /// No certificate or trust anchor is known whose key could have signed the revocation data.
        EvidenceSignerUnknown = 79 "evidence-signer-unknown"
            "no certificate was found whose key could have signed the revocation data"
            "폐지 정보에 서명했을 수 있는 키의 인증서를 찾지 못했습니다";
        /// The revocation data can't be read.
        EvidenceMalformed(error: Error) = 80 "evidence-malformed"
            with (error = error.sentence(lang))
            "the revocation data can't be read: {error}"
            "폐지 정보를 읽을 수 없습니다: {error}";
        /// The revocation data is about no certificate of the path.
        EvidenceUnrelated = 81 "evidence-unrelated"
            "the revocation data is not about any certificate of the path"
            "폐지 정보가 경로의 어느 인증서에 대한 것도 아닙니다";
        /// The OCSP responder did not answer: the number of its `OCSPResponseStatus` (RFC 6960 4.2.1).
        ResponderError(status: u8) = 82 "responder-error"
            with (status = response_status(*status))
            "the OCSP responder returned an error: {status}"
            "OCSP 응답자가 오류로 응답했습니다: {status}";
        /// The signer of the revocation data, or a CA above it, was not valid or had been revoked at
        /// the time that counts: which of these, by the reason that its own check has.
        EvidenceSignerInvalid(why: Box<Reason>) = 83 "evidence-signer-invalid"
            with (why = why.sentence(lang))
            "the certificate that signed the revocation data, or one above it, was not valid at the later of the time of verification and the time when the data was issued: {why}"
            "폐지 정보에 서명한 인증서 또는 그 상위 인증서가 검증 기준 시각과 폐지 정보 발행 시각 중 나중 시점에 유효하지 않았습니다: {why}";
        /// Revocation data says that the certificate was revoked, and this data can't be relied on:
        /// the certificate is neither good nor revoked.
        RevocationUnconfirmed {
            /// When it was revoked, as that data says.
            revoked_at: Time,
            /// Why, if that data says so.
            reason: Option<RevocationReason>,
        } = 84 "revocation-unconfirmed"
            with (reason = InParentheses(*reason, lang))
            "revocation data says that the certificate was revoked at {revoked_at}{reason}, but that data can't be relied on: the status is not decided"
            "인증서가 {revoked_at}에 폐지되었다는 폐지 정보가 있으나{reason} 그 정보를 신뢰할 수 없어, 폐지 여부를 판정하지 않습니다";
        /// There is a delta CRL, and no complete CRL that it fits (RFC 5280 5.2.4): a delta alone shows
        /// of no certificate that it was not revoked.
        EvidenceDeltaAlone = 85 "evidence-delta-alone"
            "only a delta CRL is there, and the complete CRL that it updates is missing (RFC 5280 5.2.4: same issuer, key and scope, a number from BaseCRLNumber up to the delta's own)"
            "델타 CRL만 있고, 그 기준이 되는 전체 CRL이 없습니다(RFC 5280 5.2.4: 발급자·키·범위가 같고 번호가 BaseCRLNumber 이상, 델타의 번호 이하인 CRL)";
        /// No known certificate has the name of the issuer, and a certificate of the document can't be
        /// read, which may be the issuer's: which rule it breaks, and at which octet of the document.
        IssuerUnreadable(error: Error) = 86 "issuer-unreadable"
            with (error = error.sentence(lang))
            "no trust anchor has the name of the certificate's issuer, and a certificate of the document, which may be that CA's, can't be read: {error}"
            "인증서 발급자와 같은 이름의 신뢰 기관이 없고, 그 발급자의 것일 수 있는 문서 안의 인증서를 읽을 수 없습니다: {error}";
        /// The certificate whose key signed a CRL has a keyUsage without cRLSign; or none, where the
        /// key is not the one that issued the certificate and cRLSign must be asserted.
        CrlSignMissing = 87 "crl-sign-missing"
            "the certificate whose key signed the CRL does not assert cRLSign in keyUsage (RFC 5280 4.2.1.3)"
            "CRL에 서명한 키의 인증서에 keyUsage의 cRLSign이 없습니다(RFC 5280 4.2.1.3)";
        /// A CRL is signed with a key that is certified under another name than the CRL's issuer.
        CrlSignerMisnamed = 88 "crl-signer-misnamed"
            "the CRL names another issuer than the certificate whose key signed it (RFC 5280 5.1.2.3)"
            "CRL의 발급자 이름이, 서명한 키의 인증서에 있는 이름과 다릅니다(RFC 5280 5.1.2.3)";
        /// A CRL is of another issuer than the certificate's, and no distribution point of the
        /// certificate names this issuer as cRLIssuer.
        CrlIssuerNotNamed = 89 "crl-issuer-not-named"
            "the CRL is of another issuer than the certificate's, and the certificate does not name it as cRLIssuer (RFC 5280 4.2.1.13)"
            "CRL의 발급자가 인증서의 발급자와 다르고, 인증서의 cRLIssuer에도 적혀 있지 않습니다(RFC 5280 4.2.1.13)";
        /// A CRL is signed with another key under the issuer's name, which neither the issuing key nor
        /// the nearest CA above of another name certified.
        CrlSignerNotCertified = 90 "crl-signer-not-certified"
            "the CRL is signed with another key of the issuer, and neither the key that issued the certificate nor the next CA above certified that key"
            "CRL이 발급자의 다른 키로 서명되었고, 인증서를 발급한 키와 상위 인증기관 어느 쪽도 그 키의 인증서를 발급하지 않았습니다";
        /// The signer of revocation data is not under the anchor of the path.
        EvidenceSignerElsewhere = 91 "evidence-signer-elsewhere"
            "no path leads from the certificate that signed the revocation data to the trust anchor of this certificate's path"
            "폐지 정보에 서명한 인증서에서 이 인증서 경로의 신뢰 기관까지 이어지는 경로가 없습니다";
        /// A trust anchor signed the revocation data, and its certificate says that it is no CA.
        EvidenceSignerPinned = 92 "evidence-signer-pinned"
            "the revocation data is signed by a trust anchor whose certificate is not a CA certificate: it is trusted for itself alone, and can't say of any certificate whether it was revoked"
            "폐지 정보에 서명한 신뢰 기관의 인증서가 CA 인증서가 아닙니다. 그 인증서 자신만 신뢰하므로 다른 인증서의 폐지 여부를 알릴 수 없습니다";
        /// The status of the signer's own certificate would rest on what it signed.
        EvidenceSignerItself = 93 "evidence-signer-itself"
            "the status of the key that signed the revocation data depends on that data itself: a certificate can't prove its own status"
            "폐지 정보에 서명한 키의 폐지 여부가 바로 그 폐지 정보에 달려 있습니다. 인증서는 자신의 유효성을 스스로 증명할 수 없습니다";
        /// The signer's certificate, or one above it, breaks this rule of path validation.
        EvidenceSignerRule(why: Box<Reason>) = 94 "evidence-signer-rule"
            with (why = why.sentence(lang))
            "the path of the certificate that signed the revocation data breaks a rule: {why}"
            "폐지 정보에 서명한 인증서의 경로가 규칙에 어긋납니다: {why}";
        /// The signer of an OCSP response is not whom its `responderID` names.
        ResponderMisnamed = 95 "responder-misnamed"
            "the responderID of the OCSP response does not name the certificate whose key signed it (RFC 6960 4.2.2.3)"
            "OCSP 응답의 responderID가 서명한 인증서를 가리키지 않습니다(RFC 6960 4.2.2.3)";
        /// The responder's certificate was not issued by the key that issued the certificate, and the
        /// caller does not trust it as a responder.
        ResponderNotCertified = 96 "responder-not-certified"
            "the OCSP responder's certificate was not issued by the CA (same name and key) that issued this certificate, and the responder is not one that you trust (RFC 6960 4.2.2.2)"
            "이 인증서를 발급한 CA(같은 이름과 키)가 OCSP 응답자의 인증서를 발급하지 않았고, 신뢰하는 응답자로 지정되지도 않았습니다(RFC 6960 4.2.2.2)";
        /// The responder's certificate lacks extKeyUsage id-kp-OCSPSigning.
        ResponderPurposeMissing = 97 "responder-purpose-missing"
            "the certificate of the OCSP responder has no extKeyUsage with id-kp-OCSPSigning (RFC 6960 4.2.2.2)"
            "OCSP 응답자의 인증서에 id-kp-OCSPSigning이 있는 extKeyUsage가 없습니다(RFC 6960 4.2.2.2)";
        /// The responder's certificate has a keyUsage that does not let it sign responses.
        ResponderUsageForbids = 98 "responder-usage-forbids"
            "the keyUsage of the OCSP responder's certificate lacks digitalSignature (RFC 5280 4.2.1.12)"
            "OCSP 응답자 인증서의 keyUsage에 digitalSignature가 없습니다(RFC 5280 4.2.1.12)";
        /// There are OCSP responses, and none has an answer for this certificate.
        AnswerMissing = 99 "answer-missing"
            "no OCSP response has an answer for this certificate (serial number, issuer's name and key)"
            "OCSP 응답이 있으나, 그 안에 이 인증서(일련번호, 발급자의 이름과 키)에 대한 답이 없습니다";
        /// The CRL is for certificates of subscribers alone, and the certificate is a CA's.
        CrlForSubscribers = 100 "crl-for-subscribers"
            "the CRL does not cover this certificate: it is for certificates of subscribers only (onlyContainsUserCerts), and this is a CA certificate"
            "CRL이 이 인증서를 다루지 않습니다: 가입자 인증서만 다루는 CRL(onlyContainsUserCerts)인데 CA 인증서입니다";
        /// The CRL is for certificates of CAs alone, and the certificate is none.
        CrlForAuthorities = 101 "crl-for-authorities"
            "the CRL does not cover this certificate: it is for CA certificates only (onlyContainsCACerts), and this is not a CA certificate"
            "CRL이 이 인증서를 다루지 않습니다: CA 인증서만 다루는 CRL(onlyContainsCACerts)인데 CA 인증서가 아닙니다";
        /// The CRL is for attribute certificates alone.
        CrlForAttributes = 102 "crl-for-attributes"
            "the CRL does not cover this certificate: it is for attribute certificates only (onlyContainsAttributeCerts)"
            "CRL이 이 인증서를 다루지 않습니다: 속성 인증서만 다루는 CRL(onlyContainsAttributeCerts)입니다";
        /// The certificate names the CRL's issuer as cRLIssuer, and the CRL covers only certificates that
        /// its own issuer issued.
        CrlNotIndirect = 103 "crl-not-indirect"
            "the CRL does not cover this certificate: another CA than the CRL's issuer issued the certificate, and the CRL is not indirect (indirectCRL, RFC 5280 5.2.5)"
            "CRL이 이 인증서를 다루지 않습니다: CRL의 발급자가 발급한 인증서가 아닌데 간접 CRL(indirectCRL, RFC 5280 5.2.5)도 아닙니다";
    }
}

impl Reason {
    /// The codes of all reasons.
    pub const CODES: &'static [&'static str] =
        &Self::TABLE.names::<{ Self::TABLE.entries.len() }>();
}

/// Why a certificate was revoked; follows the sentence that it was.
#[cfg(feature = "messages")]
struct InParentheses(Option<RevocationReason>, Lang);

#[cfg(feature = "messages")]
impl fmt::Display for InParentheses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0, self.1) {
            (None, _) => Ok(()),
            (Some(reason), Lang::En) => write!(f, " ({})", reason.name()),
            (Some(reason), Lang::Ko) => write!(f, "({})", reason.name()),
        }
    }
}

/// The name of an `OCSPResponseStatus` (RFC 6960 4.2.1).
#[cfg(feature = "messages")]
const fn response_status(status: u8) -> &'static str {
    match status {
        0 => "successful, without an answer of the type id-pkix-ocsp-basic",
        1 => "malformedRequest",
        2 => "internalError",
        3 => "tryLater",
        5 => "sigRequired",
        6 => "unauthorized",
        _ => "unknown status",
    }
}
