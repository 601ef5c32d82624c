// Constants from the table "profile" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** How deviations from the standards are taken. */
public enum Profile implements Code {
    /** {@code standard}: harmless deviations from the standards are accepted. */
    STANDARD(1, "standard"),

    /** {@code strict}: no deviation from the standards is accepted. */
    STRICT(2, "strict"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final Profile[] VALUES = values();

    private final int number;
    private final String code;

    Profile(int number, String code) {
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

    static Profile of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
