// Constants from the table "digest-source" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** From what the digest was taken that a signature was held against. */
public enum DigestSource implements Code {
    /** {@code content}: the digest was taken of the content. */
    CONTENT(1, "content"),

    /** {@code prehash}: the caller gave the digest of the content. */
    PREHASH(2, "prehash"),

    /**
     * {@code hash-of-hash}: the digest was taken of the digest that the caller gave, as content.
     */
    HASH_OF_HASH(3, "hash-of-hash"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final DigestSource[] VALUES = values();

    private final int number;
    private final String code;

    DigestSource(int number, String code) {
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

    static DigestSource of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
