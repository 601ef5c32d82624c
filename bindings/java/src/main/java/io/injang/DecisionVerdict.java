// Constants from the table "decision" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** The decision over an answer of a provider. */
public enum DecisionVerdict implements Code {
    /** {@code ACCEPTED}: everything that was checked is as it was asked for. */
    ACCEPTED(1, "ACCEPTED"),

    /** {@code UNDETERMINED}: something is missing or undecided. */
    UNDETERMINED(2, "UNDETERMINED"),

    /** {@code REJECTED}: not to be relied on. */
    REJECTED(3, "REJECTED"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final DecisionVerdict[] VALUES = values();

    private final int number;
    private final String code;

    DecisionVerdict(int number, String code) {
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

    static DecisionVerdict of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
