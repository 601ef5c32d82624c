// Constants from the table "outcome" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** What a check found. */
public enum Outcome implements Code {
    /** {@code passed}. */
    PASSED(1, "passed"),

    /** {@code failed}. */
    FAILED(2, "failed"),

    /** {@code indeterminate}: undecided. */
    INDETERMINATE(3, "indeterminate"),

    /** {@code not-applicable}: not applicable. */
    NOT_APPLICABLE(4, "not-applicable"),

    /** {@code not-checked}: not checked. */
    NOT_CHECKED(5, "not-checked"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final Outcome[] VALUES = values();

    private final int number;
    private final String code;

    Outcome(int number, String code) {
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

    static Outcome of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
