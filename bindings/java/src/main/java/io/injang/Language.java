// Constants from the table "language" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** A language of texts. */
public enum Language implements Code {
    /** {@code en}: English. */
    EN(1, "en"),

    /** {@code ko}: Korean. */
    KO(2, "ko"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final Language[] VALUES = values();

    private final int number;
    private final String code;

    Language(int number, String code) {
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

    static Language of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
