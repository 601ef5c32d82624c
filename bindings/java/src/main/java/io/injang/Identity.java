// Constants from the table "identity" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** Whether the signer is the person who was claimed. */
public enum Identity implements Code {
    /** {@code not-claimed}: nothing was claimed. */
    NOT_CLAIMED(1, "not-claimed"),

    /** {@code matched}: the VID is that of this CI and certificate (layout &#123;layout&#125;). */
    MATCHED(2, "matched"),

    /**
     * {@code mismatched}: the VID is not that of this CI and certificate (layout
     * &#123;layout&#125;), nor under any other layout.
     */
    MISMATCHED(3, "mismatched"),

    /** {@code malformed-ci}: &#123;rule&#125;. */
    MALFORMED_CI(4, "malformed-ci"),

    /** {@code malformed-vid}: the VID is neither 64 hex digits nor base64 of 32 octets. */
    MALFORMED_VID(5, "malformed-vid"),

    /**
     * {@code no-signer-certificate}: the signature verified under no certificate, so there is no
     * serial number to compare with.
     */
    NO_SIGNER_CERTIFICATE(6, "no-signer-certificate"),

    /** {@code ambiguous-signer}: the claim must name one of the document's signers. */
    AMBIGUOUS_SIGNER(7, "ambiguous-signer"),

    /** {@code unsupported}: the crypto backend does not compute SHA-256. */
    UNSUPPORTED(8, "unsupported"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final Identity[] VALUES = values();

    private final int number;
    private final String code;

    Identity(int number, String code) {
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

    static Identity of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
