// Constants from the table "time-form" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** How times are written in a signed document. */
public enum TimeForm implements Code {
    /** {@code rfc3339}: RFC 3339, with its zone. */
    RFC3339(1, "rfc3339"),

    /** {@code epoch-seconds}: seconds since 1970, UTC. */
    EPOCH_SECONDS(2, "epoch-seconds"),

    /** {@code epoch-milliseconds}: milliseconds since 1970, UTC. */
    EPOCH_MILLISECONDS(3, "epoch-milliseconds"),

    /** {@code kst}: date and time of Korea, without a zone. */
    KST(4, "kst"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final TimeForm[] VALUES = values();

    private final int number;
    private final String code;

    TimeForm(int number, String code) {
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

    static TimeForm of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
