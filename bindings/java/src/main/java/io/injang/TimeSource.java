// Constants from the table "time-source" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** Who said that the time of a request is the time. */
public enum TimeSource implements Code {
    /** {@code caller}: the caller. */
    CALLER(1, "caller"),

    /** {@code clock}: the clock at the time of judging. */
    CLOCK(2, "clock"),

    /** {@code provider}: the provider. */
    PROVIDER(3, "provider"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final TimeSource[] VALUES = values();

    private final int number;
    private final String code;

    TimeSource(int number, String code) {
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

    static TimeSource of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
