// Constants from the table "vid-encoding" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** How a VID is written as text. */
public enum VidEncoding implements Code {
    /** {@code base64}. */
    BASE64(1, "base64"),

    /** {@code base64url}. */
    BASE64URL(2, "base64url"),

    /** {@code hex}. */
    HEX(3, "hex"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final VidEncoding[] VALUES = values();

    private final int number;
    private final String code;

    VidEncoding(int number, String code) {
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

    static VidEncoding of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
