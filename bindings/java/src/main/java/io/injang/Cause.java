// Constants from the table "cause" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** What a diagnosis found to explain a verdict. */
public enum Cause implements Code {
    /** {@code content-changed}: what was signed is the content supplied, but with LF line ends. */
    CONTENT_CHANGED(1, "content-changed"),

    /** {@code hash-of-hash}: the digest's own octets were signed as content (hash-of-hash). */
    HASH_OF_HASH(2, "hash-of-hash"),

    /**
     * {@code prehash}: what was supplied is the digest of what was signed (prehash), and was read
     * as content.
     */
    PREHASH(3, "prehash"),

    /**
     * {@code attributes-as-sent}: the signature covers the attributes as they were sent, not their
     * DER encoding (RFC 5652 5.4).
     */
    ATTRIBUTES_AS_SENT(4, "attributes-as-sent"),

    /**
     * {@code attributes-tagged}: the signature covers the attributes under the tag [0] of the
     * message, not as a SET OF (RFC 5652 5.4).
     */
    ATTRIBUTES_TAGGED(5, "attributes-tagged"),

    /**
     * {@code attributes-untagged}: the signature covers the attributes without tag and length of
     * their SET OF (RFC 5652 5.4).
     */
    ATTRIBUTES_UNTAGGED(6, "attributes-untagged"),

    /**
     * {@code other-certificate}: the signature verifies under certificate 1, which the signer does
     * not name.
     */
    OTHER_CERTIFICATE(7, "other-certificate"),

    /** {@code vid-layout}: the VID matches under the layout serial-ci. */
    VID_LAYOUT(8, "vid-layout"),

    /**
     * {@code vid-certificate}: the VID is that of certificate 0, which is not the signer's, under
     * the layout ci-serial.
     */
    VID_CERTIFICATE(9, "vid-certificate"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final Cause[] VALUES = values();

    private final int number;
    private final String code;

    Cause(int number, String code) {
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

    static Cause of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
