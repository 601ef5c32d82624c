// Constants from the table "vid-layout" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** How CI and serial number are joined in a VID. */
public enum VidLayout implements Code {
    /** {@code ci-serial}: CI, then the serial number as in the certificate. */
    CI_SERIAL(1, "ci-serial"),

    /** {@code ci-serial-unsigned}: CI, then the serial number without a leading 00. */
    CI_SERIAL_UNSIGNED(2, "ci-serial-unsigned"),

    /** {@code serial-ci}: the serial number as in the certificate, then CI. */
    SERIAL_CI(3, "serial-ci"),

    /** {@code serial-unsigned-ci}: the serial number without a leading 00, then CI. */
    SERIAL_UNSIGNED_CI(4, "serial-unsigned-ci"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final VidLayout[] VALUES = values();

    private final int number;
    private final String code;

    VidLayout(int number, String code) {
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

    static VidLayout of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
