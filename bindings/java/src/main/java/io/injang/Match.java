// Constants from the table "match" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** What came out of comparing a value with the one held. */
public enum Match implements Code {
    /** {@code not-compared}: not compared. */
    NOT_COMPARED(1, "not-compared"),

    /** {@code matched}: the same. */
    MATCHED(2, "matched"),

    /** {@code mismatched}: different. */
    MISMATCHED(3, "mismatched"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final Match[] VALUES = values();

    private final int number;
    private final String code;

    Match(int number, String code) {
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

    static Match of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
