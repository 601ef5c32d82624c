// Constants from the table "check" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** Which check it is. */
public enum CheckId implements Code {
    /** {@code format}. */
    FORMAT(1, "format"),

    /** {@code signers}. */
    SIGNERS(2, "signers"),

    /** {@code signed-attributes}: signed attributes. */
    SIGNED_ATTRIBUTES(3, "signed-attributes"),

    /** {@code profile}. */
    PROFILE(4, "profile"),

    /** {@code signer-certificate}: signer's certificate. */
    SIGNER_CERTIFICATE(5, "signer-certificate"),

    /** {@code content}. */
    CONTENT(6, "content"),

    /** {@code message-digest}: message digest. */
    MESSAGE_DIGEST(7, "message-digest"),

    /** {@code signature}. */
    SIGNATURE(8, "signature"),

    /** {@code algorithm-protection}: algorithm protection. */
    ALGORITHM_PROTECTION(9, "algorithm-protection"),

    /** {@code signing-certificate}: signing certificate. */
    SIGNING_CERTIFICATE(10, "signing-certificate"),

    /** {@code sign-type}: sign type. */
    SIGN_TYPE(11, "sign-type"),

    /** {@code attribute-confusion}: attribute confusion. */
    ATTRIBUTE_CONFUSION(12, "attribute-confusion"),

    /** {@code algorithm-strength}: algorithm strength. */
    ALGORITHM_STRENGTH(13, "algorithm-strength"),

    /** {@code path}: certificate path. */
    PATH(14, "path"),

    /** {@code validity}. */
    VALIDITY(15, "validity"),

    /** {@code revocation}. */
    REVOCATION(16, "revocation"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final CheckId[] VALUES = values();

    private final int number;
    private final String code;

    CheckId(int number, String code) {
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

    static CheckId of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
