// Constants from the table "finding" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** What is remarkable about a document, a signer or a certificate, and changed no check. */
public enum FindingCode implements Code {
    /** {@code trailing-padding}: yes. */
    TRAILING_PADDING(1, "trailing-padding"),

    /** {@code version-mismatch}: no. */
    VERSION_MISMATCH(2, "version-mismatch"),

    /** {@code unrecognised-certificate}: no. */
    UNRECOGNISED_CERTIFICATE(3, "unrecognised-certificate"),

    /** {@code digest-algorithm-not-listed}: yes. */
    DIGEST_ALGORITHM_NOT_LISTED(4, "digest-algorithm-not-listed"),

    /** {@code signed-attributes-not-der}: yes. */
    SIGNED_ATTRIBUTES_NOT_DER(5, "signed-attributes-not-der"),

    /** {@code signing-time-outside-validity}: no. */
    SIGNING_TIME_OUTSIDE_VALIDITY(6, "signing-time-outside-validity"),

    /** {@code signing-time-after-at}: no. */
    SIGNING_TIME_AFTER_AT(7, "signing-time-after-at"),

    /** {@code ambiguous-signer-certificate}: no. */
    AMBIGUOUS_SIGNER_CERTIFICATE(8, "ambiguous-signer-certificate"),

    /** {@code serial-not-positive}: yes. */
    SERIAL_NOT_POSITIVE(9, "serial-not-positive"),

    /** {@code certificate-not-der}: yes. */
    CERTIFICATE_NOT_DER(10, "certificate-not-der"),

    /** {@code signing-time-form}: yes. */
    SIGNING_TIME_FORM(11, "signing-time-form"),

    /** {@code unsigned-attributes-malformed}: yes. */
    UNSIGNED_ATTRIBUTES_MALFORMED(12, "unsigned-attributes-malformed"),

    /** {@code revoked-later}: no. */
    REVOKED_LATER(13, "revoked-later"),

    /** {@code unrecognised-revocation-info}: no. */
    UNRECOGNISED_REVOCATION_INFO(14, "unrecognised-revocation-info"),

    /** {@code crl-form}: yes. */
    CRL_FORM(15, "crl-form"),

    /** {@code ocsp-form}: yes. */
    OCSP_FORM(16, "ocsp-form"),

    /** {@code algorithm-parameters-form}: yes. */
    ALGORITHM_PARAMETERS_FORM(17, "algorithm-parameters-form"),

    /** {@code name-form}: yes. */
    NAME_FORM(18, "name-form"),

    /** {@code unsigned-attribute-misplaced}: yes. */
    UNSIGNED_ATTRIBUTE_MISPLACED(19, "unsigned-attribute-misplaced"),

    /** {@code content-not-octet-string}: yes. */
    CONTENT_NOT_OCTET_STRING(20, "content-not-octet-string"),

    /** {@code user-notice-form}: no. */
    USER_NOTICE_FORM(21, "user-notice-form"),

    /** {@code ca-parameters-form}: no. */
    CA_PARAMETERS_FORM(22, "ca-parameters-form"),

    /** {@code pem-label-differs}: no. */
    PEM_LABEL_DIFFERS(23, "pem-label-differs"),

    /** {@code evidence-under-another-key}: no. */
    EVIDENCE_UNDER_ANOTHER_KEY(24, "evidence-under-another-key"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final FindingCode[] VALUES = values();

    private final int number;
    private final String code;

    FindingCode(int number, String code) {
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

    static FindingCode of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
