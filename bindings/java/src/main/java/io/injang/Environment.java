// Constants from the table "environment" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** The environment in which a provider answered. */
public enum Environment implements Code {
    /** {@code production}. */
    PRODUCTION(1, "production"),

    /** {@code test}. */
    TEST(2, "test"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final Environment[] VALUES = values();

    private final int number;
    private final String code;

    Environment(int number, String code) {
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

    static Environment of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
