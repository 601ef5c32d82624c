// Constants from the table "evidence-kind" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** What a piece of revocation data is. */
public enum EvidenceKind implements Code {
    /** {@code crl}: a complete CRL. */
    CRL(1, "crl"),

    /** {@code delta-crl}: a delta CRL. */
    DELTA_CRL(2, "delta-crl"),

    /** {@code ocsp}: an OCSP response. */
    OCSP(3, "ocsp"),

    /** {@code ocsp-error}: an OCSP response without an answer. */
    OCSP_ERROR(4, "ocsp-error"),

    /** {@code unreadable}: neither a CRL nor an OCSP response that can be read. */
    UNREADABLE(5, "unreadable"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final EvidenceKind[] VALUES = values();

    private final int number;
    private final String code;

    EvidenceKind(int number, String code) {
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

    static EvidenceKind of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
