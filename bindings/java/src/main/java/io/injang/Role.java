// Constants from the table "role" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** A text of a transaction beside the request and the answer. */
public enum Role implements Code {
    /** {@code receipt}: the provider's answer to the request. */
    RECEIPT(1, "receipt"),

    /** {@code status}: the provider's answer about the status. */
    STATUS(2, "status"),

    /** {@code identify}: Kakao's answer to identify. */
    IDENTIFY(3, "identify"),

    /** {@code prepare}: the request to Kakao's prepare. */
    PREPARE(4, "prepare"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final Role[] VALUES = values();

    private final int number;
    private final String code;

    Role(int number, String code) {
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

    static Role of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
