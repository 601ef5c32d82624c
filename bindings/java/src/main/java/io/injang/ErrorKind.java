// Constants from the table "error-kind" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** The rule of the syntax that octets break. */
public enum ErrorKind implements Code {
    /** {@code empty}: there is nothing to read. */
    EMPTY(1, "empty"),

    /** {@code other-format}: this is &#123;what&#125;, not a signed document. */
    OTHER_FORMAT(2, "other-format"),

    /** {@code text-alphabet}: a character outside the alphabet of the text form. */
    TEXT_ALPHABET(3, "text-alphabet"),

    /** {@code text-length}: base64 or hex of a length that does not fit, or cut off. */
    TEXT_LENGTH(4, "text-length"),

    /** {@code text-mixed}: base64 that mixes the standard and the URL alphabet. */
    TEXT_MIXED(5, "text-mixed"),

    /** {@code pem-end}: a PEM block without its end line. */
    PEM_END(6, "pem-end"),

    /** {@code pem-several}: more than one PEM block: a signed document stands by itself. */
    PEM_SEVERAL(7, "pem-several"),

    /** {@code truncated}: an element is longer than what is left. */
    TRUNCATED(10, "truncated"),

    /** {@code length-form}: a length that can't be addressed. */
    LENGTH_FORM(11, "length-form"),

    /** {@code length-not-minimal}: a length that is not in the shortest form. */
    LENGTH_NOT_MINIMAL(12, "length-not-minimal"),

    /** {@code length-indefinite}: an indefinite length where none is allowed. */
    LENGTH_INDEFINITE(13, "length-indefinite"),

    /** {@code tag-form}: a tag number that is not in the shortest form. */
    TAG_FORM(14, "tag-form"),

    /** {@code tag}: unexpected tag 0x&#123;found&#125; where 0x&#123;expected&#125; belongs. */
    TAG(15, "tag"),

    /** {@code missing}: the structure ends where tag 0x&#123;expected&#125; must follow. */
    MISSING(16, "missing"),

    /** {@code trailing-data}: octets are left over. */
    TRAILING_DATA(17, "trailing-data"),

    /** {@code depth}: nested deeper than the limit. */
    DEPTH(20, "depth"),

    /** {@code size}: larger than the limit. */
    SIZE(21, "size"),

    /** {@code elements}: more elements than the limit. */
    ELEMENTS(22, "elements"),

    /** {@code entries}: more signers, certificates, CRLs or digest algorithms than the limit. */
    ENTRIES(23, "entries"),

    /** {@code end-of-contents}: end-of-contents octets missing or out of place. */
    END_OF_CONTENTS(24, "end-of-contents"),

    /** {@code string-segment}: a constructed string with a segment of another type. */
    STRING_SEGMENT(25, "string-segment"),

    /** {@code integer}: an INTEGER that is empty or not in the shortest form. */
    INTEGER(30, "integer"),

    /** {@code boolean}: a BOOLEAN that is not one octet. */
    BOOLEAN(31, "boolean"),

    /** {@code bit-string}: a BIT STRING whose unused bits do not fit. */
    BIT_STRING(32, "bit-string"),

    /** {@code null}: a NULL with content. */
    NULL(33, "null"),

    /** {@code object-identifier}: a malformed OBJECT IDENTIFIER. */
    OBJECT_IDENTIFIER(34, "object-identifier"),

    /**
     * {@code time}: a time that is not written as YYMMDDhhmmssZ (UTCTime) or YYYYMMDDhhmmssZ
     * (GeneralizedTime).
     */
    TIME(35, "time"),

    /** {@code not-signed-data}: a content type other than signedData. */
    NOT_SIGNED_DATA(40, "not-signed-data"),

    /** {@code content-not-octets}: a content of type id-data that is no OCTET STRING. */
    CONTENT_NOT_OCTETS(41, "content-not-octets"),

    /** {@code choice}: a choice that the structure does not have. */
    CHOICE(42, "choice"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final ErrorKind[] VALUES = values();

    private final int number;
    private final String code;

    ErrorKind(int number, String code) {
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

    static ErrorKind of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
