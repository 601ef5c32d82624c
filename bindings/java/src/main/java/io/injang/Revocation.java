// Constants from the table "revocation-mode" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** Whether certificates must be shown not to have been revoked. There is no default. */
public enum Revocation implements Code {
    /** {@code require}: every certificate must be shown not to have been revoked. */
    REQUIRE(1, "require"),

    /** {@code none}: revocation is not checked. */
    NONE(2, "none"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final Revocation[] VALUES = values();

    private final int number;
    private final String code;

    Revocation(int number, String code) {
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

    static Revocation of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
