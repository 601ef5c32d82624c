// Constants from the table "plain-hash-source" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** What a digest is that is given in place of a content. */
public enum PlainHashSource implements Code {
    /** {@code prehash}: the digest is that of what was signed. */
    PREHASH(1, "prehash"),

    /** {@code hash-of-hash}: the digest itself was signed as content. */
    HASH_OF_HASH(2, "hash-of-hash"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final PlainHashSource[] VALUES = values();

    private final int number;
    private final String code;

    PlainHashSource(int number, String code) {
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

    static PlainHashSource of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
