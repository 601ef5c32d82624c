// Constants from the table "verification-time" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** What the time of a decision is. */
public enum VerificationTime implements Code {
    /** {@code caller}: the time that the caller gives. */
    CALLER(1, "caller"),

    /** {@code provider-completion}: the provider's completion time. */
    PROVIDER_COMPLETION(2, "provider-completion"),

    /** {@code clock}: the caller's clock. */
    CLOCK(3, "clock"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final VerificationTime[] VALUES = values();

    private final int number;
    private final String code;

    VerificationTime(int number, String code) {
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

    static VerificationTime of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
