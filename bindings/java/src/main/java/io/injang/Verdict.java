// Constants from the table "verdict" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** A verdict over a document or a signer (ETSI EN 319 102-1). It says nothing about who signed. */
public enum Verdict implements Code {
    /** {@code TOTAL-PASSED}: every check passed. */
    TOTAL_PASSED(1, "TOTAL-PASSED"),

    /** {@code INDETERMINATE}: neither shown to be good nor to be forged. */
    INDETERMINATE(2, "INDETERMINATE"),

    /** {@code TOTAL-FAILED}: not to be relied on. */
    TOTAL_FAILED(3, "TOTAL-FAILED"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final Verdict[] VALUES = values();

    private final int number;
    private final String code;

    Verdict(int number, String code) {
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

    static Verdict of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
