// Constants from the table "effect" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** What a finding does to a decision. */
public enum Effect implements Code {
    /** {@code noted}: said, and changes nothing. */
    NOTED(1, "noted"),

    /** {@code waived}: waived by the caller. */
    WAIVED(2, "waived"),

    /** {@code undetermined}: the decision is UNDETERMINED at best. */
    UNDETERMINED(3, "undetermined"),

    /** {@code rejected}: the decision is REJECTED. */
    REJECTED(4, "rejected"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final Effect[] VALUES = values();

    private final int number;
    private final String code;

    Effect(int number, String code) {
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

    static Effect of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
