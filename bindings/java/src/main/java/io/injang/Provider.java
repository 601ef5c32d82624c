// Constants from the table "provider" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** Who answered. */
public enum Provider implements Code {
    /** {@code kakao}: Kakao. */
    KAKAO(1, "kakao"),

    /** {@code barocert}: Barocert. */
    BAROCERT(2, "barocert"),

    /** {@code toss}: Toss. */
    TOSS(3, "toss"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final Provider[] VALUES = values();

    private final int number;
    private final String code;

    Provider(int number, String code) {
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

    static Provider of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
