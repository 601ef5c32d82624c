// Constants from the table "origin" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** Where a certificate, a CRL or an OCSP response came from. */
public enum Origin implements Code {
    /** {@code document}: the document. */
    DOCUMENT(1, "document"),

    /** {@code policy}: the policy. */
    POLICY(2, "policy"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final Origin[] VALUES = values();

    private final int number;
    private final String code;

    Origin(int number, String code) {
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

    static Origin of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
