// Constants from the table "response-finding" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** What was found about an answer of a provider. */
public enum ResponseFindingCode implements Code {
    /** {@code response-malformed}: rejected. */
    RESPONSE_MALFORMED(1, "response-malformed"),

    /** {@code provider-failed}: rejected. */
    PROVIDER_FAILED(2, "provider-failed"),

    /** {@code provider-expired}: rejected. */
    PROVIDER_EXPIRED(3, "provider-expired"),

    /** {@code provider-pending}: undetermined. */
    PROVIDER_PENDING(4, "provider-pending"),

    /** {@code provider-status-missing}: undetermined. */
    PROVIDER_STATUS_MISSING(5, "provider-status-missing"),

    /** {@code provider-status-unknown}: undetermined. */
    PROVIDER_STATUS_UNKNOWN(6, "provider-status-unknown"),

    /** {@code request-missing}: undetermined. */
    REQUEST_MISSING(7, "request-missing"),

    /** {@code request-unusable}: undetermined. */
    REQUEST_UNUSABLE(8, "request-unusable"),

    /** {@code request-encrypted}: undetermined. */
    REQUEST_ENCRYPTED(9, "request-encrypted"),

    /** {@code product-differs}: undetermined. */
    PRODUCT_DIFFERS(10, "product-differs"),

    /** {@code product-missing}: undetermined. */
    PRODUCT_MISSING(11, "product-missing"),

    /** {@code receipt-missing}: undetermined. */
    RECEIPT_MISSING(12, "receipt-missing"),

    /** {@code file-not-kept}: undetermined. */
    FILE_NOT_KEPT(13, "file-not-kept"),

    /** {@code document-missing}: rejected. */
    DOCUMENT_MISSING(14, "document-missing"),

    /** {@code document-additional}: rejected. */
    DOCUMENT_ADDITIONAL(15, "document-additional"),

    /** {@code document-duplicated}: rejected. */
    DOCUMENT_DUPLICATED(16, "document-duplicated"),

    /** {@code document-id-missing}: undetermined. */
    DOCUMENT_ID_MISSING(17, "document-id-missing"),

    /** {@code document-order}: rejected. */
    DOCUMENT_ORDER(18, "document-order"),

    /** {@code signature-absent}: undetermined. */
    SIGNATURE_ABSENT(19, "signature-absent"),

    /** {@code signature-not-base64}: rejected. */
    SIGNATURE_NOT_BASE64(20, "signature-not-base64"),

    /** {@code signature-type-differs}: rejected. */
    SIGNATURE_TYPE_DIFFERS(21, "signature-type-differs"),

    /** {@code sign-type-differs}: undetermined. */
    SIGN_TYPE_DIFFERS(22, "sign-type-differs"),

    /** {@code document-failed}: rejected. */
    DOCUMENT_FAILED(23, "document-failed"),

    /** {@code document-undetermined}: undetermined. */
    DOCUMENT_UNDETERMINED(24, "document-undetermined"),

    /** {@code signer-differs}: rejected. */
    SIGNER_DIFFERS(25, "signer-differs"),

    /** {@code signers-several}: rejected. */
    SIGNERS_SEVERAL(26, "signers-several"),

    /** {@code content-malformed}: rejected. */
    CONTENT_MALFORMED(27, "content-malformed"),

    /** {@code content-differs}: rejected. */
    CONTENT_DIFFERS(28, "content-differs"),

    /** {@code content-encrypted}: undetermined. */
    CONTENT_ENCRYPTED(29, "content-encrypted"),

    /** {@code content-inexact}: undetermined. */
    CONTENT_INEXACT(30, "content-inexact"),

    /** {@code content-missing}: undetermined. */
    CONTENT_MISSING(31, "content-missing"),

    /** {@code content-not-compared}: undetermined. */
    CONTENT_NOT_COMPARED(32, "content-not-compared"),

    /** {@code content-map-unusable}: undetermined. */
    CONTENT_MAP_UNUSABLE(33, "content-map-unusable"),

    /** {@code tx-id-differs}: rejected. */
    TX_ID_DIFFERS(34, "tx-id-differs"),

    /** {@code doc-differs}: rejected. */
    DOC_DIFFERS(35, "doc-differs"),

    /** {@code original-differs}: rejected. */
    ORIGINAL_DIFFERS(36, "original-differs"),

    /** {@code original-unusable}: undetermined. */
    ORIGINAL_UNUSABLE(37, "original-unusable"),

    /** {@code signing-time-outside-transaction}: undetermined. */
    SIGNING_TIME_OUTSIDE_TRANSACTION(38, "signing-time-outside-transaction"),

    /** {@code transaction-time-missing}: undetermined. */
    TRANSACTION_TIME_MISSING(39, "transaction-time-missing"),

    /** {@code time-after-verification}: undetermined. */
    TIME_AFTER_VERIFICATION(40, "time-after-verification"),

    /** {@code provider-time-unusable}: undetermined. */
    PROVIDER_TIME_UNUSABLE(41, "provider-time-unusable"),

    /** {@code revoked-later}: undetermined. */
    REVOKED_LATER(42, "revoked-later"),

    /** {@code nonce-differs}: rejected. */
    NONCE_DIFFERS(43, "nonce-differs"),

    /** {@code nonce-missing}: undetermined. */
    NONCE_MISSING(44, "nonce-missing"),

    /** {@code nothing-compared}: undetermined. */
    NOTHING_COMPARED(45, "nothing-compared"),

    /** {@code ci-not-held}: undetermined. */
    CI_NOT_HELD(46, "ci-not-held"),

    /** {@code ci-not-listed}: undetermined. */
    CI_NOT_LISTED(47, "ci-not-listed"),

    /** {@code ci-missing}: undetermined. */
    CI_MISSING(48, "ci-missing"),

    /** {@code ci-differs}: rejected. */
    CI_DIFFERS(49, "ci-differs"),

    /** {@code ci-malformed}: undetermined. */
    CI_MALFORMED(50, "ci-malformed"),

    /** {@code vid-missing}: undetermined. */
    VID_MISSING(51, "vid-missing"),

    /** {@code vid-unchecked}: undetermined. */
    VID_UNCHECKED(52, "vid-unchecked"),

    /** {@code vid-differs}: rejected. */
    VID_DIFFERS(53, "vid-differs"),

    /** {@code vid-malformed}: undetermined. */
    VID_MALFORMED(54, "vid-malformed"),

    /** {@code vid-undecided}: undetermined. */
    VID_UNDECIDED(55, "vid-undecided"),

    /** {@code keys-missing}: undetermined. */
    KEYS_MISSING(56, "keys-missing"),

    /** {@code field-session-differs}: rejected. */
    FIELD_SESSION_DIFFERS(57, "field-session-differs"),

    /** {@code field-session-unclear}: undetermined. */
    FIELD_SESSION_UNCLEAR(58, "field-session-unclear"),

    /** {@code field-undecryptable}: undetermined. */
    FIELD_UNDECRYPTABLE(59, "field-undecryptable"),

    /** {@code name-differs}: rejected. */
    NAME_DIFFERS(60, "name-differs"),

    /** {@code phone-differs}: rejected. */
    PHONE_DIFFERS(61, "phone-differs"),

    /** {@code birthday-differs}: rejected. */
    BIRTHDAY_DIFFERS(62, "birthday-differs"),

    /** {@code gender-differs}: rejected. */
    GENDER_DIFFERS(63, "gender-differs"),

    /** {@code nationality-differs}: rejected. */
    NATIONALITY_DIFFERS(64, "nationality-differs"),

    /** {@code di-differs}: rejected. */
    DI_DIFFERS(65, "di-differs"),

    /** {@code person-not-held}: undetermined. */
    PERSON_NOT_HELD(66, "person-not-held"),

    /** {@code person-unbound}: undetermined. */
    PERSON_UNBOUND(67, "person-unbound"),

    /** {@code person-missing}: undetermined. */
    PERSON_MISSING(68, "person-missing"),

    /** {@code session-malformed}: undetermined. */
    SESSION_MALFORMED(69, "session-malformed"),

    /** {@code session-too-long}: undetermined. */
    SESSION_TOO_LONG(70, "session-too-long"),

    /** {@code session-outside}: rejected. */
    SESSION_OUTSIDE(71, "session-outside"),

    /** {@code short-duplicated}: rejected. */
    SHORT_DUPLICATED(72, "short-duplicated"),

    /** {@code short-invalid}: rejected. */
    SHORT_INVALID(73, "short-invalid"),

    /** {@code short-malformed}: rejected. */
    SHORT_MALFORMED(74, "short-malformed"),

    /** {@code short-unsupported}: undetermined. */
    SHORT_UNSUPPORTED(75, "short-unsupported"),

    /** {@code environment-test}: noted. */
    ENVIRONMENT_TEST(76, "environment-test"),

    /** {@code time-malformed}: noted. */
    TIME_MALFORMED(77, "time-malformed"),

    /** {@code no-vid}: noted. */
    NO_VID(78, "no-vid"),

    /** {@code field-echoed}: noted. */
    FIELD_ECHOED(79, "field-echoed"),

    /** {@code sign-type-not-asked}: noted. */
    SIGN_TYPE_NOT_ASKED(80, "sign-type-not-asked"),

    /** {@code hash-of-hash}: noted. */
    HASH_OF_HASH(81, "hash-of-hash"),

    /** {@code digest-in-hex}: noted. */
    DIGEST_IN_HEX(82, "digest-in-hex"),

    /** {@code digest-in-base64}: noted. */
    DIGEST_IN_BASE64(83, "digest-in-base64"),

    /** {@code digest-hex-in-base64}: noted. */
    DIGEST_HEX_IN_BASE64(84, "digest-hex-in-base64"),

    /** {@code original-not-compared}: noted. */
    ORIGINAL_NOT_COMPARED(85, "original-not-compared"),

    /** {@code content-reading}: noted. */
    CONTENT_READING(86, "content-reading"),

    /** {@code content-member}: noted. */
    CONTENT_MEMBER(87, "content-member"),

    /** {@code request-tx-id-differs}: noted. */
    REQUEST_TX_ID_DIFFERS(88, "request-tx-id-differs"),

    /** {@code unknown-member}: noted. */
    UNKNOWN_MEMBER(89, "unknown-member"),

    /** {@code field-not-null}: noted. */
    FIELD_NOT_NULL(90, "field-not-null"),

    /** {@code limit-passed}: noted. */
    LIMIT_PASSED(91, "limit-passed"),

    /** {@code count-differs}: noted. */
    COUNT_DIFFERS(92, "count-differs"),

    /** {@code no-short-signatures}: noted. */
    NO_SHORT_SIGNATURES(93, "no-short-signatures"),

    /** {@code person-word-unknown}: undetermined. */
    PERSON_WORD_UNKNOWN(94, "person-word-unknown"),

    /** {@code content-map-unused}: undetermined. */
    CONTENT_MAP_UNUSED(95, "content-map-unused"),

    /** {@code transaction-not-signed}: noted. */
    TRANSACTION_NOT_SIGNED(96, "transaction-not-signed"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final ResponseFindingCode[] VALUES = values();

    private final int number;
    private final String code;

    ResponseFindingCode(int number, String code) {
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

    static ResponseFindingCode of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
