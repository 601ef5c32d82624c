// Constants from the table "reason" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** Why a check did not simply pass. */
public enum Reason implements Code {
    /** {@code malformed}: &#123;error&#125;. */
    MALFORMED(1, "malformed"),

    /** {@code no-signers}: the document has no signer. */
    NO_SIGNERS(2, "no-signers"),

    /** {@code attribute-missing}: the signed attribute &#123;oid&#125; is missing. */
    ATTRIBUTE_MISSING(3, "attribute-missing"),

    /** {@code attribute-repeated}: the signed attribute &#123;oid&#125; stands more than once. */
    ATTRIBUTE_REPEATED(4, "attribute-repeated"),

    /**
     * {@code attribute-value-count}: the signed attribute &#123;oid&#125; must have exactly one
     * value.
     */
    ATTRIBUTE_VALUE_COUNT(5, "attribute-value-count"),

    /**
     * {@code attribute-value-type}: the signed attribute &#123;oid&#125; has a value of the wrong
     * type.
     */
    ATTRIBUTE_VALUE_TYPE(6, "attribute-value-type"),

    /** {@code attribute-forbidden}: the attribute &#123;oid&#125; must not be signed. */
    ATTRIBUTE_FORBIDDEN(7, "attribute-forbidden"),

    /** {@code attributes-empty}: the set of signed attributes is empty. */
    ATTRIBUTES_EMPTY(8, "attributes-empty"),

    /** {@code content-type-differs}: the content-type attribute is not the content's type. */
    CONTENT_TYPE_DIFFERS(9, "content-type-differs"),

    /**
     * {@code content-type-needs-attributes}: content of type &#123;oid&#125; must be signed with
     * attributes (RFC 5652 5.3).
     */
    CONTENT_TYPE_NEEDS_ATTRIBUTES(10, "content-type-needs-attributes"),

    /** {@code tolerance-refused}: the strict profile refuses: &#123;finding&#125;. */
    TOLERANCE_REFUSED(11, "tolerance-refused"),

    /** {@code no-signer-certificate}: no certificate fits the signer's identifier. */
    NO_SIGNER_CERTIFICATE(12, "no-signer-certificate"),

    /**
     * {@code certificate-unreadable}: no certificate that can be read fits the signer's identifier,
     * and a certificate of the document can't be read: &#123;error&#125;.
     */
    CERTIFICATE_UNREADABLE(13, "certificate-unreadable"),

    /** {@code content-missing}: the document has no content and none was supplied. */
    CONTENT_MISSING(14, "content-missing"),

    /** {@code content-differs}: the supplied content is not the embedded one. */
    CONTENT_DIFFERS(15, "content-differs"),

    /**
     * {@code content-not-compared}: the supplied content was not held against the embedded one:
     * there is no digest of it in the signer's algorithm.
     */
    CONTENT_NOT_COMPARED(16, "content-not-compared"),

    /**
     * {@code digest-algorithm-differs}: the supplied digest is &#123;supplied&#125;, the signer's
     * algorithm is &#123;signer&#125;.
     */
    DIGEST_ALGORITHM_DIFFERS(17, "digest-algorithm-differs"),

    /**
     * {@code message-digest-differs}: the message-digest attribute is not the digest of the
     * content.
     */
    MESSAGE_DIGEST_DIFFERS(18, "message-digest-differs"),

    /** {@code signature-invalid}: the signature is not one of this content under this key. */
    SIGNATURE_INVALID(19, "signature-invalid"),

    /** {@code signature-malformed}: the signature has no form that this algorithm gives. */
    SIGNATURE_MALFORMED(20, "signature-malformed"),

    /** {@code unsupported}: unsupported: &#123;oid&#125;. */
    UNSUPPORTED(21, "unsupported"),

    /** {@code parameters-unsupported}: unsupported: &#123;oid&#125; with these parameters. */
    PARAMETERS_UNSUPPORTED(22, "parameters-unsupported"),

    /** {@code key-unusable}: the certificate's key can't be used. */
    KEY_UNUSABLE(23, "key-unusable"),

    /**
     * {@code key-length-unsupported}: an RSA key of &#123;bits&#125; bits is not supported (512 to
     * 8192 bits are).
     */
    KEY_LENGTH_UNSUPPORTED(24, "key-length-unsupported"),

    /**
     * {@code key-kind-differs}: the certificate's key is of another kind than the signature
     * algorithm.
     */
    KEY_KIND_DIFFERS(25, "key-kind-differs"),

    /**
     * {@code key-restricted}: the certificate's key is restricted to other parameters (RFC 4055
     * 3.3).
     */
    KEY_RESTRICTED(26, "key-restricted"),

    /**
     * {@code signature-digest-differs}: signatureAlgorithm names another digest than
     * digestAlgorithm.
     */
    SIGNATURE_DIGEST_DIFFERS(27, "signature-digest-differs"),

    /**
     * {@code no-prehash}: the algorithm signs the content itself, and only its digest was supplied.
     */
    NO_PREHASH(28, "no-prehash"),

    /** {@code budget-exhausted}: deciding it would take more work than the policy allows. */
    BUDGET_EXHAUSTED(29, "budget-exhausted"),

    /** {@code unanswered}: the signature was not verified: the request was left unanswered. */
    UNANSWERED(30, "unanswered"),

    /**
     * {@code algorithm-protection-differs}: cmsAlgorithmProtection names other algorithms than were
     * used.
     */
    ALGORITHM_PROTECTION_DIFFERS(31, "algorithm-protection-differs"),

    /** {@code signing-certificate-differs}: signing-certificate names another certificate. */
    SIGNING_CERTIFICATE_DIFFERS(32, "signing-certificate-differs"),

    /** {@code sign-type-differs}: &#123;demanded&#125; was demanded, this is &#123;found&#125;. */
    SIGN_TYPE_DIFFERS(33, "sign-type-differs"),

    /**
     * {@code attributes-as-content}: the content is itself a set of signed attributes: it may be
     * another document's.
     */
    ATTRIBUTES_AS_CONTENT(34, "attributes-as-content"),

    /**
     * {@code content-unknown}: only the digest of the content is known, so it can't be told whether
     * the content is itself a set of signed attributes.
     */
    CONTENT_UNKNOWN(35, "content-unknown"),

    /** {@code weak-digest}: &#123;name&#125; is too weak. */
    WEAK_DIGEST(36, "weak-digest"),

    /** {@code weak-key}: a key of &#123;bits&#125; bits is too short. */
    WEAK_KEY(37, "weak-key"),

    /** {@code no-anchor}: no trust anchor has the name of the certificate's issuer. */
    NO_ANCHOR(38, "no-anchor"),

    /**
     * {@code anchor-key-differs}: the trust anchor with the issuer's name has not signed the
     * certificate.
     */
    ANCHOR_KEY_DIFFERS(39, "anchor-key-differs"),

    /**
     * {@code issuer-key-differs}: no certificate with the issuer's name has signed the certificate.
     */
    ISSUER_KEY_DIFFERS(40, "issuer-key-differs"),

    /**
     * {@code not-a-ca}: the certificate issued another, but is not one of a CA (basicConstraints).
     */
    NOT_A_CA(41, "not-a-ca"),

    /**
     * {@code key-usage-forbids-issuing}: the certificate issued another, but is not for that
     * (keyUsage).
     */
    KEY_USAGE_FORBIDS_ISSUING(42, "key-usage-forbids-issuing"),

    /**
     * {@code path-too-long}: the CA stands farther below another than that one's pathLenConstraint
     * allows.
     */
    PATH_TOO_LONG(43, "path-too-long"),

    /**
     * {@code name-not-permitted}: the certificate has a name that a CA above it may not issue for.
     */
    NAME_NOT_PERMITTED(44, "name-not-permitted"),

    /** {@code name-excluded}: the certificate has a name that a CA above it must not issue for. */
    NAME_EXCLUDED(45, "name-excluded"),

    /**
     * {@code name-unprocessed}: the certificate has a name of a form that a CA above it constrains
     * and that can't be compared.
     */
    NAME_UNPROCESSED(46, "name-unprocessed"),

    /**
     * {@code no-valid-policy}: a certificate policy is required, and none is valid along the path.
     */
    NO_VALID_POLICY(47, "no-valid-policy"),

    /**
     * {@code signer-policy-missing}: the signer's certificate asserts none of the policies that are
     * asked of it.
     */
    SIGNER_POLICY_MISSING(48, "signer-policy-missing"),

    /**
     * {@code purpose-forbidden}: the signer's certificate is not for the purpose that is asked of
     * it (extKeyUsage).
     */
    PURPOSE_FORBIDDEN(49, "purpose-forbidden"),

    /** {@code any-policy-mapped}: the certificate maps anyPolicy. */
    ANY_POLICY_MAPPED(50, "any-policy-mapped"),

    /** {@code key-usage-forbids}: the signer's certificate is not for signing (keyUsage). */
    KEY_USAGE_FORBIDS(51, "key-usage-forbids"),

    /**
     * {@code critical-extension}: the certificate has the unknown critical extension
     * &#123;oid&#125;.
     */
    CRITICAL_EXTENSION(52, "critical-extension"),

    /**
     * {@code extension-repeated}: the certificate has the extension &#123;oid&#125; more than once.
     */
    EXTENSION_REPEATED(53, "extension-repeated"),

    /**
     * {@code extension-malformed}: the extension &#123;oid&#125; of the certificate can't be read.
     */
    EXTENSION_MALFORMED(54, "extension-malformed"),

    /**
     * {@code extensions-malformed}: the certificate's list of extensions can't be read:
     * &#123;error&#125; of the certificate.
     */
    EXTENSIONS_MALFORMED(55, "extensions-malformed"),

    /**
     * {@code version-forbids-extensions}: the certificate is of version &#123;version&#125; and has
     * extensions, which only version 3 has (RFC 5280 4.1.2.9).
     */
    VERSION_FORBIDS_EXTENSIONS(56, "version-forbids-extensions"),

    /**
     * {@code version-unknown}: the certificate is of version &#123;version&#125;, which does not
     * exist (RFC 5280 4.1.2.1).
     */
    VERSION_UNKNOWN(57, "version-unknown"),

    /**
     * {@code policy-repeated}: the certificate asserts the policy &#123;oid&#125; more than once
     * (RFC 5280 4.2.1.4).
     */
    POLICY_REPEATED(58, "policy-repeated"),

    /**
     * {@code policy-qualifier-unknown}: the critical certificatePolicies has the qualifier
     * &#123;oid&#125;, which can't be interpreted (RFC 5280 4.2.1.4).
     */
    POLICY_QUALIFIER_UNKNOWN(59, "policy-qualifier-unknown"),

    /**
     * {@code certificate-algorithms-differ}: the certificate names two different signature
     * algorithms.
     */
    CERTIFICATE_ALGORITHMS_DIFFER(60, "certificate-algorithms-differ"),

    /** {@code expired}: the certificate was valid until &#123;not_after&#125;. */
    EXPIRED(61, "expired"),

    /** {@code not-yet-valid}: the certificate is valid from &#123;not_before&#125;. */
    NOT_YET_VALID(62, "not-yet-valid"),

    /** {@code revoked}: the certificate was revoked at &#123;revoked_at&#125;&#123;reason&#125;. */
    REVOKED(63, "revoked"),

    /**
     * {@code no-revocation-evidence}: there is no evidence that the certificate had not been
     * revoked.
     */
    NO_REVOCATION_EVIDENCE(64, "no-revocation-evidence"),

    /**
     * {@code evidence-stale}: the evidence tells of the time from &#123;this_update&#125; to
     * &#123;next_update&#125;.
     */
    EVIDENCE_STALE(65, "evidence-stale"),

    /** {@code evidence-out-of-scope}: the evidence does not speak of certificates like this one. */
    EVIDENCE_OUT_OF_SCOPE(66, "evidence-out-of-scope"),

    /** {@code evidence-incomplete}: the evidence speaks of some reasons for revocation only. */
    EVIDENCE_INCOMPLETE(67, "evidence-incomplete"),

    /** {@code evidence-forged}: the evidence has a signature that does not verify. */
    EVIDENCE_FORGED(68, "evidence-forged"),

    /**
     * {@code evidence-unauthorised}: the evidence is signed by somebody who may not speak for the
     * certificate's issuer.
     */
    EVIDENCE_UNAUTHORISED(69, "evidence-unauthorised"),

    /**
     * {@code responder-unchecked}: nothing shows that the certificate that signed the evidence had
     * not been revoked at the time that counts.
     */
    RESPONDER_UNCHECKED(70, "responder-unchecked"),

    /**
     * {@code evidence-weak}: the evidence is signed with an algorithm or a key that is too weak.
     */
    EVIDENCE_WEAK(71, "evidence-weak"),

    /**
     * {@code evidence-unprocessed}: the evidence has an extension or is of a format,
     * &#123;oid&#125;, that is not processed.
     */
    EVIDENCE_UNPROCESSED(72, "evidence-unprocessed"),

    /** {@code evidence-open}: the signature of the evidence could not be verified. */
    EVIDENCE_OPEN(73, "evidence-open"),

    /** {@code status-unknown}: the OCSP responder does not know the certificate. */
    STATUS_UNKNOWN(74, "status-unknown"),

    /** {@code revocation-not-requested}: the policy says not to check revocation. */
    REVOCATION_NOT_REQUESTED(75, "revocation-not-requested"),

    /**
     * {@code anchor-pinned}: the signer's certificate is itself a trust anchor that says that it is
     * no CA: it is trusted for itself, and that it had not been revoked need not be shown; nothing
     * that is at hand and can be verified revokes it.
     */
    ANCHOR_PINNED(76, "anchor-pinned"),

    /**
     * {@code anchor-issues-nothing}: a trust anchor has the issuer's name, but its certificate says
     * that it is no CA: it is trusted for itself alone.
     */
    ANCHOR_ISSUES_NOTHING(77, "anchor-issues-nothing"),

    /**
     * {@code evidence-under-other-key}: the evidence is signed under another key of the CA, whose
     * certificate is not known here.
     */
    EVIDENCE_UNDER_OTHER_KEY(78, "evidence-under-other-key"),

    /**
     * {@code evidence-signer-unknown}: no certificate is known here whose key could have signed the
     * evidence.
     */
    EVIDENCE_SIGNER_UNKNOWN(79, "evidence-signer-unknown"),

    /** {@code evidence-malformed}: the evidence can't be read: &#123;error&#125;. */
    EVIDENCE_MALFORMED(80, "evidence-malformed"),

    /** {@code evidence-unrelated}: the evidence is about no certificate of the path. */
    EVIDENCE_UNRELATED(81, "evidence-unrelated"),

    /** {@code responder-error}: the OCSP responder did not answer: &#123;status&#125;. */
    RESPONDER_ERROR(82, "responder-error"),

    /**
     * {@code evidence-signer-invalid}: the certificate under which the evidence was signed was not
     * valid at the time that counts, or had been revoked.
     */
    EVIDENCE_SIGNER_INVALID(83, "evidence-signer-invalid"),

    /**
     * {@code revocation-unconfirmed}: evidence says that the certificate was revoked at
     * &#123;revoked_at&#125;&#123;reason&#125;, and can't be relied on: the certificate is neither
     * good nor revoked.
     */
    REVOCATION_UNCONFIRMED(84, "revocation-unconfirmed"),

    /** {@code evidence-delta-alone}: there is a delta CRL, and no complete CRL that it fits. */
    EVIDENCE_DELTA_ALONE(85, "evidence-delta-alone"),

    /**
     * {@code issuer-unreadable}: no known certificate has the name of the issuer, and a certificate
     * of the document, which may be that CA's, can't be read: &#123;error&#125;.
     */
    ISSUER_UNREADABLE(86, "issuer-unreadable"),

    /**
     * {@code crl-sign-missing}: the certificate whose key signed the CRL does not assert cRLSign in
     * keyUsage.
     */
    CRL_SIGN_MISSING(87, "crl-sign-missing"),

    /**
     * {@code crl-signer-misnamed}: the CRL names another issuer than the certificate whose key
     * signed it.
     */
    CRL_SIGNER_MISNAMED(88, "crl-signer-misnamed"),

    /**
     * {@code crl-issuer-not-named}: the CRL is of another issuer than the certificate's, and the
     * certificate does not name it as cRLIssuer.
     */
    CRL_ISSUER_NOT_NAMED(89, "crl-issuer-not-named"),

    /**
     * {@code crl-signer-not-certified}: the CRL is signed with another key under the issuer's name,
     * which neither the issuing key nor the nearest CA above certified.
     */
    CRL_SIGNER_NOT_CERTIFIED(90, "crl-signer-not-certified"),

    /**
     * {@code evidence-signer-elsewhere}: no path leads from the certificate that signed the
     * evidence to the anchor of this path.
     */
    EVIDENCE_SIGNER_ELSEWHERE(91, "evidence-signer-elsewhere"),

    /**
     * {@code evidence-signer-pinned}: the evidence is signed by a trust anchor whose certificate is
     * not a CA certificate.
     */
    EVIDENCE_SIGNER_PINNED(92, "evidence-signer-pinned"),

    /**
     * {@code evidence-signer-itself}: the evidence is signed with a key whose own status is being
     * found out.
     */
    EVIDENCE_SIGNER_ITSELF(93, "evidence-signer-itself"),

    /**
     * {@code evidence-signer-rule}: the path of the certificate that signed the evidence breaks a
     * rule: &#123;why&#125;.
     */
    EVIDENCE_SIGNER_RULE(94, "evidence-signer-rule"),

    /**
     * {@code responder-misnamed}: responderID names another than the certificate whose key signed
     * the OCSP response.
     */
    RESPONDER_MISNAMED(95, "responder-misnamed"),

    /**
     * {@code responder-not-certified}: the CA that issued the certificate did not issue the
     * responder's, and you do not trust this responder.
     */
    RESPONDER_NOT_CERTIFIED(96, "responder-not-certified"),

    /**
     * {@code responder-purpose-missing}: the certificate of the OCSP responder has no extKeyUsage
     * with id-kp-OCSPSigning.
     */
    RESPONDER_PURPOSE_MISSING(97, "responder-purpose-missing"),

    /**
     * {@code responder-usage-forbids}: the keyUsage of the OCSP responder's certificate does not
     * allow digitalSignature.
     */
    RESPONDER_USAGE_FORBIDS(98, "responder-usage-forbids"),

    /**
     * {@code answer-missing}: an OCSP response is there, but none of its answers is for this
     * certificate.
     */
    ANSWER_MISSING(99, "answer-missing"),

    /**
     * {@code crl-for-subscribers}: the CRL is for certificates of subscribers alone, and this is a
     * CA's.
     */
    CRL_FOR_SUBSCRIBERS(100, "crl-for-subscribers"),

    /** {@code crl-for-authorities}: the CRL is for CA certificates alone, and this is none. */
    CRL_FOR_AUTHORITIES(101, "crl-for-authorities"),

    /** {@code crl-for-attributes}: the CRL is for attribute certificates alone. */
    CRL_FOR_ATTRIBUTES(102, "crl-for-attributes"),

    /**
     * {@code crl-not-indirect}: another CA than the CRL's issuer issued the certificate, and the
     * CRL is not indirect.
     */
    CRL_NOT_INDIRECT(103, "crl-not-indirect"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final Reason[] VALUES = values();

    private final int number;
    private final String code;

    Reason(int number, String code) {
        this.number = number;
        this.code = code;
    }

    @Override
    public int getNumber() {
        return number;
    }

    @Override
    public String getCode() {
        return code;
    }

    static Reason of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
