// Constants from the table "waiver" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** A check to do without, because what it needs is missing. A difference can't be waived. */
public enum Waiver implements Code {
    /** {@code ci}: the CI. */
    CI(1, "ci"),

    /** {@code content}: the comparison of the content. */
    CONTENT(2, "content"),

    /** {@code person}: name, phone number and the like. */
    PERSON(3, "person"),

    /** {@code receipt}: the provider's receipt. */
    RECEIPT(4, "receipt"),

    /** {@code request}: the request. */
    REQUEST(5, "request"),

    /** {@code revoked-later}: revocation after the provider's completion time. */
    REVOKED_LATER(6, "revoked-later"),

    /** {@code signature}: the signature. */
    SIGNATURE(7, "signature"),

    /** {@code status}: the provider's status. */
    STATUS(8, "status"),

    /** {@code time}: the signing time. */
    TIME(9, "time"),

    /** {@code vid}: the VID. */
    VID(10, "vid"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final Waiver[] VALUES = values();

    private final int number;
    private final String code;

    Waiver(int number, String code) {
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

    static Waiver of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
