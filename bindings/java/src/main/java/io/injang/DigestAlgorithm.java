// Constants from the table "digest-algorithm" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** An algorithm of digests. */
public enum DigestAlgorithm implements Code {
    /** {@code sha1}: SHA-1. */
    SHA1(1, "sha1"),

    /** {@code sha224}: SHA-224. */
    SHA224(2, "sha224"),

    /** {@code sha256}: SHA-256. */
    SHA256(3, "sha256"),

    /** {@code sha384}: SHA-384. */
    SHA384(4, "sha384"),

    /** {@code sha512}: SHA-512. */
    SHA512(5, "sha512"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final DigestAlgorithm[] VALUES = values();

    private final int number;
    private final String code;

    DigestAlgorithm(int number, String code) {
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

    static DigestAlgorithm of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
