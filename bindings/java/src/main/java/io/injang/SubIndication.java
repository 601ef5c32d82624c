// Constants from the table "sub-indication" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** Why a verdict is not {@link Verdict#TOTAL_PASSED} (ETSI EN 319 102-1). */
public enum SubIndication implements Code {
    /** {@code FORMAT_FAILURE}: the format is not accepted. */
    FORMAT_FAILURE(1, "FORMAT_FAILURE"),

    /** {@code HASH_FAILURE}: the content is not what was signed. */
    HASH_FAILURE(2, "HASH_FAILURE"),

    /** {@code SIG_CRYPTO_FAILURE}: the signature does not verify. */
    SIG_CRYPTO_FAILURE(3, "SIG_CRYPTO_FAILURE"),

    /** {@code SIG_CONSTRAINTS_FAILURE}: the signature breaks a constraint. */
    SIG_CONSTRAINTS_FAILURE(4, "SIG_CONSTRAINTS_FAILURE"),

    /** {@code CHAIN_CONSTRAINTS_FAILURE}: a certificate breaks a rule. */
    CHAIN_CONSTRAINTS_FAILURE(5, "CHAIN_CONSTRAINTS_FAILURE"),

    /** {@code CERTIFICATE_CHAIN_GENERAL_FAILURE}: the chain can't be validated. */
    CERTIFICATE_CHAIN_GENERAL_FAILURE(6, "CERTIFICATE_CHAIN_GENERAL_FAILURE"),

    /** {@code CRYPTO_CONSTRAINTS_FAILURE}: an algorithm is unsupported or too weak. */
    CRYPTO_CONSTRAINTS_FAILURE(7, "CRYPTO_CONSTRAINTS_FAILURE"),

    /** {@code EXPIRED}: the certificate had expired. */
    EXPIRED(8, "EXPIRED"),

    /** {@code NOT_YET_VALID}: the certificate was not yet valid. */
    NOT_YET_VALID(9, "NOT_YET_VALID"),

    /** {@code NO_SIGNING_CERTIFICATE_FOUND}: the signer's certificate is missing. */
    NO_SIGNING_CERTIFICATE_FOUND(10, "NO_SIGNING_CERTIFICATE_FOUND"),

    /** {@code NO_CERTIFICATE_CHAIN_FOUND}: no chain to a trust anchor. */
    NO_CERTIFICATE_CHAIN_FOUND(11, "NO_CERTIFICATE_CHAIN_FOUND"),

    /** {@code TRY_LATER}: evidence is missing for now. */
    TRY_LATER(12, "TRY_LATER"),

    /** {@code SIGNED_DATA_NOT_FOUND}: the signed content is missing. */
    SIGNED_DATA_NOT_FOUND(13, "SIGNED_DATA_NOT_FOUND"),

    /** {@code REVOKED}: the certificate had been revoked. */
    REVOKED(14, "REVOKED"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final SubIndication[] VALUES = values();

    private final int number;
    private final String code;

    SubIndication(int number, String code) {
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

    static SubIndication of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
