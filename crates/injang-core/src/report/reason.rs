//! Why a check came out as it did: one table, in which a reason is one entry.

#[cfg(feature = "messages")]
use super::Lang;
use super::finding::FindingCode;
use super::kinds::{RevocationReason, SignType};
use crate::encoding::error::Error;
use crate::encoding::oid::OidBuf;
use crate::encoding::time::Time;
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
            "서명 속성 {oid}의 값이 다른 형식입니다";
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
            "strict 프로파일이 허용하지 않음: {finding}";
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
        /// The supplied content can't be held against the embedded one.
        ContentNotCompared = 16 "content-not-compared"
            "the supplied content was not held against the embedded one: there is no digest of it in the signer's algorithm"
            "주어진 원문을 문서에 포함된 원문과 비교하지 못했습니다: 서명자의 알고리즘으로 계산한 다이제스트가 없습니다";
        /// The supplied digest is of another algorithm than the signer's.
        DigestAlgorithmDiffers {
            /// The name of the supplied one.
            supplied: &'static str,
            /// The name of the signer's; `None` if it is not known here.
            signer: Option<&'static str>,
        } = 17 "digest-algorithm-differs"
            when (supplied, Some(signer)) =>
                "the supplied digest is {supplied}, the signer's algorithm is {signer}"
                "주어진 다이제스트는 {supplied}, 서명자의 알고리즘은 {signer}입니다"
            when (supplied, None) =>
                "the supplied digest is {supplied}, the signer's algorithm is not supported"
                "주어진 다이제스트는 {supplied}이고, 서명자의 알고리즘은 지원되지 않습니다";
        /// message-digest is not the content's digest.
        MessageDigestDiffers = 18 "message-digest-differs"
            "the message-digest attribute is not the digest of the content"
            "message-digest 속성이 원문의 다이제스트와 다릅니다";
        /// The arithmetic says no.
        SignatureInvalid = 19 "signature-invalid"
            "the signature is not one of this content under this key"
            "이 키로 이 내용에 대해 생성한 전자서명이 아닙니다";
        /// The signature is malformed: its length is not the modulus', or it is no ECDSA-Sig-Value.
        SignatureMalformed = 20 "signature-malformed"
            "the signature has no form that this algorithm gives"
            "전자서명 값이 이 알고리즘의 형식이 아닙니다";
        /// The algorithm is not known here: neither valid nor forged.
        AlgorithmUnsupported(oid: OidBuf) = 21 "unsupported"
            "unsupported: {oid}"
            "지원하지 않는 알고리즘: {oid}";
        /// The algorithm is known, its parameters are not.
        ParametersUnsupported(oid: OidBuf) = 22 "parameters-unsupported"
            "unsupported: {oid} with these parameters"
            "지원하지 않는 파라미터를 가진 알고리즘: {oid}";
        /// The key can't be used: malformed, explicit curve parameters, a point off the curve.
        KeyUnusable = 23 "key-unusable"
            "the certificate's key can't be used"
            "인증서의 키를 사용할 수 없습니다";
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
            "signatureAlgorithm names another digest than digestAlgorithm"
            "signatureAlgorithm의 다이제스트가 digestAlgorithm과 다릅니다";
        /// The algorithm signs messages, and only a digest is at hand.
        NoPrehash = 28 "no-prehash"
            "the algorithm signs the content itself, and only its digest was supplied"
            "원문 자체에 서명하는 알고리즘인데 다이제스트만 주어졌습니다";
        /// More would have to be verified than the policy's budget allows.
        BudgetExhausted = 29 "budget-exhausted"
            "deciding it would take more work than the policy allows"
            "판단에 필요한 작업량이 정책의 한도를 넘습니다";
        /// The request to the arithmetic was never answered.
        Unanswered = 30 "unanswered"
            "the signature was not verified: the request was left unanswered"
            "서명 검증을 요청했으나 답이 없었습니다";
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
            "{demanded} was demanded, this is {found}"
            "요구된 방식은 {demanded}, 이 서명은 {found}입니다";
        /// The content is a set of attributes with content-type and message-digest.
        AttributesAsContent = 34 "attributes-as-content"
            "the content is itself a set of signed attributes: it may be another document's"
            "원문 자체가 서명 속성의 집합입니다: 다른 문서의 서명일 수 있습니다";
        /// The content is known by its digest only, so whether it is a set of attributes can't be told.
        ContentUnknown = 35 "content-unknown"
            "only the digest of the content is known, so it can't be told whether the content is itself a set of signed attributes"
            "원문의 다이제스트만 알려져 있어, 원문 자체가 서명 속성의 집합인지 알 수 없습니다";
        /// SHA-1 is too weak.
        WeakDigest(name: &'static str) = 36 "weak-digest"
            "{name} is too weak"
            "{name}은(는) 안전하지 않습니다";
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
        /// Certificates with the issuer's name are there, but none of them has signed the certificate.
        IssuerKeyDiffers = 40 "issuer-key-differs"
            "no certificate with the issuer's name has signed the certificate"
            "발급자와 이름이 같은 인증서 가운데 이 인증서에 서명한 것이 없습니다";
        /// The certificate issued another, and is no CA: basicConstraints is missing or says no.
        NotAuthority = 41 "not-a-ca"
            "the certificate issued another, but is not one of a CA (basicConstraints)"
            "다른 인증서를 발급했으나 인증기관 인증서가 아닙니다(basicConstraints)";
        /// The certificate issued another, and its keyUsage has no keyCertSign.
        KeyUsageForbidsIssuing = 42 "key-usage-forbids-issuing"
            "the certificate issued another, but is not for that (keyUsage)"
            "다른 인증서를 발급했으나 인증서의 용도가 아닙니다(keyUsage)";
        /// The CA stands farther below another than that one's pathLenConstraint allows.
        PathTooLong = 43 "path-too-long"
            "the CA stands farther below another than that one's pathLenConstraint allows"
            "상위 인증기관의 pathLenConstraint가 허용하는 것보다 아래에 있는 인증기관입니다";
        /// A name is not among those that a CA above may issue for.
        NameNotPermitted = 44 "name-not-permitted"
            "the certificate has a name that a CA above it may not issue for"
            "상위 인증기관에 발급이 허용되지 않은 이름이 인증서에 있습니다";
        /// A name is among those that a CA above must not issue for.
        NameExcluded = 45 "name-excluded"
            "the certificate has a name that a CA above it must not issue for"
            "상위 인증기관에 발급이 금지된 이름이 인증서에 있습니다";
        /// A name is of a form that a CA above constrains and that is not processed, or it can't be
        /// read as one of its form.
        NameUnprocessed = 46 "name-unprocessed"
            "the certificate has a name of a form that a CA above it constrains and that can't be compared"
            "상위 인증기관이 제한하는 형식의 이름이 인증서에 있으나 비교할 수 없습니다";
        /// A certificate policy is required, and none is valid along the path.
        NoValidPolicy = 47 "no-valid-policy"
            "a certificate policy is required, and none is valid along the path"
            "인증서 정책이 필요하지만 경로 전체에서 유효한 정책이 없습니다";
        /// The signer's certificate asserts none of the policies that are asked of it.
        SignerPolicyMissing = 48 "signer-policy-missing"
            "the signer's certificate asserts none of the policies that are asked of it"
            "서명자 인증서에 요구된 인증서 정책이 없습니다";
        /// The signer's certificate is not for the purpose that is asked of it (extKeyUsage).
        PurposeForbidden = 49 "purpose-forbidden"
            "the signer's certificate is not for the purpose that is asked of it (extKeyUsage)"
            "서명자 인증서의 용도가 요구된 것과 다릅니다(extKeyUsage)";
        /// A CA maps anyPolicy, which RFC 5280 4.2.1.5 forbids.
        AnyPolicyMapped = 50 "any-policy-mapped"
            "the certificate maps anyPolicy"
            "인증서가 anyPolicy를 매핑합니다";
        /// The certificate's keyUsage does not let it sign documents.
        KeyUsageForbids = 51 "key-usage-forbids"
            "the signer's certificate is not for signing (keyUsage)"
            "서명자 인증서의 용도가 전자서명이 아닙니다(keyUsage)";
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
            "the extension {oid} of the certificate can't be read"
            "인증서의 확장 {oid}을(를) 읽을 수 없습니다";
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
            /// Why, if the evidence says so.
            reason: Option<RevocationReason>,
        } = 63 "revoked"
            with (reason = InParentheses(*reason, lang))
            "the certificate was revoked at {revoked_at}{reason}"
            "인증서가 {revoked_at}에 폐지되었습니다{reason}";
        /// No evidence speaks of the certificate.
        NoRevocationEvidence = 64 "no-revocation-evidence"
            "there is no evidence that the certificate had not been revoked"
            "인증서가 폐지되지 않았다는 증거가 없습니다";
        /// The evidence about the certificate is of another time: out of date, or issued when the
        /// certificate had expired already.
        EvidenceStale {
            /// From when it tells.
            this_update: Time,
            /// When newer evidence was due.
            next_update: Option<Time>,
        } = 65 "evidence-stale"
            when (this_update, Some(next_update)) =>
                "the evidence tells of the time from {this_update} to {next_update}"
                "폐지 정보가 {this_update}부터 {next_update}까지의 것입니다"
            when (this_update, None) =>
                "the evidence tells of {this_update} only"
                "폐지 정보가 {this_update} 시점만의 것입니다";
        /// The evidence does not speak of certificates like this: another distribution point, another
        /// kind of certificate.
        EvidenceOutOfScope = 66 "evidence-out-of-scope"
            "the evidence does not speak of certificates like this one"
            "이러한 인증서를 다루지 않는 폐지 정보입니다";
        /// The evidence speaks of some reasons for revocation only.
        EvidenceIncomplete = 67 "evidence-incomplete"
            "the evidence speaks of some reasons for revocation only"
            "일부 폐지 사유만을 다루는 폐지 정보입니다";
        /// The evidence has a signature that does not verify.
        EvidenceForged = 68 "evidence-forged"
            "the evidence has a signature that does not verify"
            "폐지 정보의 전자서명이 검증되지 않습니다";
        /// The evidence verifies, but under a key that may not speak for the certificate's issuer.
        EvidenceUnauthorised = 69 "evidence-unauthorised"
            "the evidence is signed by somebody who may not speak for the certificate's issuer"
            "인증서 발급자를 대신할 수 없는 자가 서명한 폐지 정보입니다";
        /// Nothing shows that the certificate that signed the evidence had not been revoked at the later
        /// of the time asked and the time when the evidence was made.
        ResponderUnchecked = 70 "responder-unchecked"
            "nothing shows that the certificate that signed the evidence had not been revoked at the time that counts"
            "폐지 정보에 서명한 인증서가 해당 시점에 폐지되지 않았음을 보여 주는 폐지 정보가 없습니다";
        /// The evidence verifies under an algorithm or key that is too weak.
        EvidenceWeak = 71 "evidence-weak"
            "the evidence is signed with an algorithm or a key that is too weak"
            "안전하지 않은 알고리즘이나 키로 서명된 폐지 정보입니다";
        /// The evidence has a critical extension or a form that is not processed.
        EvidenceUnprocessed(oid: OidBuf) = 72 "evidence-unprocessed"
            "the evidence has an extension or is of a format, {oid}, that is not processed"
            "폐지 정보에 처리하지 않는 확장 또는 형식 {oid}이(가) 있습니다";
        /// The signature of the evidence could not be verified.
        EvidenceOpen = 73 "evidence-open"
            "the signature of the evidence could not be verified"
            "폐지 정보의 전자서명을 검증하지 못했습니다";
        /// The OCSP responder does not know the certificate.
        StatusUnknown = 74 "status-unknown"
            "the OCSP responder does not know the certificate"
            "OCSP 응답자가 이 인증서를 알지 못합니다";
        /// The policy says not to check revocation.
        RevocationNotRequested = 75 "revocation-not-requested"
            "the policy says not to check revocation"
            "정책에 따라 폐지 여부를 검사하지 않았습니다";
        /// The certificate is itself a trust anchor that says that it is no CA: it is trusted for
        /// itself, so that it had not been revoked need not be shown. Nothing at hand
        /// that can be verified revokes it.
        AnchorPinned = 76 "anchor-pinned"
            "the signer's certificate is itself a trust anchor that says that it is no CA: it is trusted for itself, and that it had not been revoked need not be shown; nothing that is at hand and can be verified revokes it"
            "서명자 인증서가 CA가 아니라고 밝힌 신뢰 앵커 자신입니다. 그 인증서만 신뢰하며, 폐지되지 않았다는 증거를 요구하지 않습니다. 검증할 수 있는 폐지 정보 가운데 이 인증서를 폐지한 것은 없습니다";
        /// A trust anchor has the issuer's name, but its certificate says that it is no CA.
        AnchorIssuesNothing = 77 "anchor-issues-nothing"
            "a trust anchor has the issuer's name, but its certificate says that it is no CA: it is trusted for itself alone"
            "발급자와 이름이 같은 신뢰 앵커가 있으나, 그 인증서가 CA가 아니라고 밝혀 자신만을 위한 앵커입니다";
        /// The evidence names another key of its issuer (authorityKeyIdentifier) than those that are
        /// known here.
        EvidenceUnderOtherKey = 78 "evidence-under-other-key"
            "the evidence is signed under another key of the CA, whose certificate is not known here"
            "폐지 정보가 이 CA의 다른 키로 서명되었고, 그 키의 인증서가 주어지지 않았습니다";
        /// No certificate or trust anchor is known whose key could have signed the evidence.
        EvidenceSignerUnknown = 79 "evidence-signer-unknown"
            "no certificate is known here whose key could have signed the evidence"
            "폐지 정보에 서명했을 수 있는 키의 인증서가 주어지지 않았습니다";
        /// The evidence can't be read.
        EvidenceMalformed(error: Error) = 80 "evidence-malformed"
            with (error = error.sentence(lang))
            "the evidence can't be read: {error}"
            "폐지 정보를 읽을 수 없습니다: {error}";
        /// The evidence is about no certificate of the path.
        EvidenceUnrelated = 81 "evidence-unrelated"
            "the evidence is about no certificate of the path"
            "폐지 정보가 경로의 어느 인증서에 대한 것도 아닙니다";
        /// The OCSP responder did not answer: the number of its `OCSPResponseStatus` (RFC 6960 4.2.1).
        ResponderError(status: u8) = 82 "responder-error"
            with (status = response_status(*status))
            "the OCSP responder did not answer: {status}"
            "OCSP 응답자가 답하지 않았습니다: {status}";
        /// The signer of the evidence was not valid, or had been revoked, at the time that counts.
        EvidenceSignerInvalid = 83 "evidence-signer-invalid"
            "the certificate under which the evidence was signed was not valid at the time that counts, or had been revoked"
            "폐지 정보에 서명한 인증서가 해당 시점에 유효하지 않았거나 폐지되었습니다";
        /// Revocation data says that the certificate was revoked, and this evidence can't be relied on: the
        /// certificate is neither good nor revoked.
        RevocationUnconfirmed {
            /// When it was revoked, as that evidence says.
            revoked_at: Time,
            /// Why, if that evidence says so.
            reason: Option<RevocationReason>,
        } = 84 "revocation-unconfirmed"
            with (reason = InParentheses(*reason, lang))
            "evidence says that the certificate was revoked at {revoked_at}{reason}, and can't be relied on: the certificate is neither good nor revoked"
            "인증서가 {revoked_at}에 폐지되었다는 폐지 정보가 있으나{reason} 그 정보를 신뢰할 수 없어, 유효하다고도 폐지되었다고도 판단하지 않습니다";
    }
}

impl Reason {
    /// The codes of all reasons.
    pub const CODES: &'static [&'static str] =
        &Self::TABLE.names::<{ Self::TABLE.entries.len() }>();
}

/// Why a certificate was revoked, behind the sentence that says that it was.
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
