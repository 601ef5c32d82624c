// Constants from the table "person-field" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** A field about a person. */
public enum PersonField implements Code {
    /** {@code name}. */
    NAME(1, "name"),

    /** {@code phone}: phone number. */
    PHONE(2, "phone"),

    /** {@code birthday}. */
    BIRTHDAY(3, "birthday"),

    /** {@code gender}. */
    GENDER(4, "gender"),

    /** {@code nationality}. */
    NATIONALITY(5, "nationality"),

    /** {@code di}: DI. */
    DI(6, "di"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final PersonField[] VALUES = values();

    private final int number;
    private final String code;

    PersonField(int number, String code) {
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

    static PersonField of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
