// Constants from the table "sign-type" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** What a signature covers. */
public enum SignType implements Code {
    /** {@code MESSAGE}: the signature covers the content itself. */
    MESSAGE(1, "MESSAGE"),

    /**
     * {@code SIGNED_ATTRIBUTE}: the signature covers signed attributes, which hold the content's
     * digest.
     */
    SIGNED_ATTRIBUTE(2, "SIGNED_ATTRIBUTE"),

    /** {@code PLAIN_HASH}: the content is known by its digest only. */
    PLAIN_HASH(3, "PLAIN_HASH"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final SignType[] VALUES = values();

    private final int number;
    private final String code;

    SignType(int number, String code) {
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

    static SignType of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
