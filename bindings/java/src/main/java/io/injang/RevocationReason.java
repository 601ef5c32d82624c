// Constants from the table "revocation-reason" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** Why a certificate was revoked (RFC 5280 5.3.1). These numbers count from 0. */
public enum RevocationReason implements Code {
    /** {@code unspecified}: no reason was given. */
    UNSPECIFIED(0, "unspecified"),

    /** {@code keyCompromise}: the key is compromised. */
    KEY_COMPROMISE(1, "keyCompromise"),

    /** {@code cACompromise}: the CA's key is compromised. */
    CA_COMPROMISE(2, "cACompromise"),

    /** {@code affiliationChanged}: the subject's details changed. */
    AFFILIATION_CHANGED(3, "affiliationChanged"),

    /** {@code superseded}: replaced by another certificate. */
    SUPERSEDED(4, "superseded"),

    /** {@code cessationOfOperation}: no longer in use. */
    CESSATION_OF_OPERATION(5, "cessationOfOperation"),

    /** {@code certificateHold}: on hold. */
    CERTIFICATE_HOLD(6, "certificateHold"),

    /** {@code removeFromCRL}: no longer on hold. */
    REMOVE_FROM_CRL(8, "removeFromCRL"),

    /** {@code privilegeWithdrawn}: the privilege was withdrawn. */
    PRIVILEGE_WITHDRAWN(9, "privilegeWithdrawn"),

    /** {@code aACompromise}: the attribute authority's key is compromised. */
    AA_COMPROMISE(10, "aACompromise"),

    /** A number that a later version of the library gave. */
    UNKNOWN(-1, "unknown");

    private static final RevocationReason[] VALUES = values();

    private final int number;
    private final String code;

    RevocationReason(int number, String code) {
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

    static RevocationReason of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
