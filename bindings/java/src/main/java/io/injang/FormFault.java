// Constants from the table "form-fault" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** The rule that a JSON text breaks. */
public enum FormFault implements Code {
    /** {@code size}: larger than 32 MiB. */
    SIZE(1, "size"),

    /** {@code empty}: there is nothing in it. */
    EMPTY(2, "empty"),

    /** {@code truncated}: it ends within a value. */
    TRUNCATED(3, "truncated"),

    /** {@code syntax}: no JSON. */
    SYNTAX(4, "syntax"),

    /** {@code encoding}: not in UTF-8. */
    ENCODING(5, "encoding"),

    /** {@code duplicate-key}: a key stands twice in one object. */
    DUPLICATE_KEY(6, "duplicate-key"),

    /** {@code depth}: nested too deep. */
    DEPTH(7, "depth"),

    /** {@code count}: too many values. */
    COUNT(8, "count"),

    /** {@code not-text}: must be a text. */
    NOT_TEXT(9, "not-text"),

    /** {@code not-object}: must be an object. */
    NOT_OBJECT(10, "not-object"),

    /** {@code not-array}: must be an array. */
    NOT_ARRAY(11, "not-array"),

    /** {@code not-boolean}: must be true or false. */
    NOT_BOOLEAN(12, "not-boolean"),

    /** {@code not-integer}: must be a whole number. */
    NOT_INTEGER(13, "not-integer"),

    /** {@code missing}: must be there. */
    MISSING(14, "missing"),

    /** {@code unknown}: none of the values that the provider documents. */
    UNKNOWN_VALUE(15, "unknown"),

    /** {@code unknown-member}: a member that is not known. */
    UNKNOWN_MEMBER(16, "unknown-member"),

    /** {@code form}: not of the form that it must have. */
    FORM(17, "form"),

    /** {@code identifier}: an identifier has 1 to 128 letters, digits, '.', '_' and '-'. */
    IDENTIFIER(18, "identifier"),

    /** {@code both}: excludes another member that is there too. */
    BOTH(19, "both"),

    /** {@code too-many}: more documents than the product has. */
    TOO_MANY(20, "too-many"),

    /** {@code repeated}: the same identifier stands for two documents. */
    REPEATED(21, "repeated"),

    /** {@code key}: no usable key, IV or session. */
    KEY(22, "key"),

    /**
     * {@code signed-document}: a signed document stands in it, so that it is the result and no
     * other answer.
     */
    SIGNED_DOCUMENT(23, "signed-document"),

    /** {@code escaped}: secrets must be written without escapes. */
    ESCAPED(24, "escaped"),

    /**
     * {@code none-with-plain-hash}: NONE does not go with document_type PLAIN_HASH, where a digest
     * is signed.
     */
    NONE_WITH_PLAIN_HASH(25, "none-with-plain-hash"),

    /**
     * {@code gender}: must be one of M, F, MALE, FEMALE, 남, 여, 남자, 여자, 남성 and 여성, in any letter
     * case.
     */
    GENDER(26, "gender"),

    /**
     * {@code nationality}: must be one of LOCAL, DOMESTIC, 내국인, FOREIGNER, FOREIGN and 외국인, in any
     * letter case.
     */
    NATIONALITY(27, "nationality"),

    /** {@code same-key}: it has the key of another session: each session has a key of its own. */
    SAME_KEY(28, "same-key"),

    /**
     * {@code names-nobody}: names nobody: it has neither ci nor a field about a person such as
     * receiver_name.
     */
    NAMES_NOBODY(29, "names-nobody"),

    /** {@code plain-hash}. */
    PLAIN_HASH(30, "plain-hash"),

    /** {@code digest}. */
    DIGEST(31, "digest"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final FormFault[] VALUES = values();

    private final int number;
    private final String code;

    FormFault(int number, String code) {
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

    static FormFault of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
