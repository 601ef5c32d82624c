// Constants from the table "product" of tests/numbers.tsv; CodesTest holds them to it.
package io.injang;

/** A product of a provider. */
public enum Product implements Code {
    /** {@code K3510}: one document. */
    K3510(1, "K3510"),

    /** {@code K3520}: one document. */
    K3520(2, "K3520"),

    /** {@code K3511}: several documents. */
    K3511(3, "K3511"),

    /** {@code K3521}: several documents. */
    K3521(4, "K3521"),

    /** {@code K3110}: debit agreement. */
    K3110(5, "K3110"),

    /** {@code K3120}: debit agreement. */
    K3120(6, "K3120"),

    /** {@code K1110}: no signature. */
    K1110(7, "K1110"),

    /** {@code K1120}: no signature. */
    K1120(8, "K1120"),

    /** {@code K2100}: no signature. */
    K2100(9, "K2100"),

    /** {@code K2220}: short signatures. */
    K2220(10, "K2220"),

    /** {@code K3220}: short signatures. */
    K3220(11, "K3220"),

    /** {@code kakao-identity}: identification. */
    KAKAO_IDENTITY(12, "kakao-identity"),

    /** {@code kakao-sign}: one document. */
    KAKAO_SIGN(13, "kakao-sign"),

    /** {@code kakao-multi-sign}: several documents. */
    KAKAO_MULTI_SIGN(14, "kakao-multi-sign"),

    /** {@code kakao-cms}: debit agreement. */
    KAKAO_CMS(15, "kakao-cms"),

    /** {@code kakao-login}: login. */
    KAKAO_LOGIN(16, "kakao-login"),

    /** {@code naver-identity}: identification. */
    NAVER_IDENTITY(17, "naver-identity"),

    /** {@code naver-sign}: one document. */
    NAVER_SIGN(18, "naver-sign"),

    /** {@code naver-multi-sign}: several documents. */
    NAVER_MULTI_SIGN(19, "naver-multi-sign"),

    /** {@code naver-cms}: debit agreement. */
    NAVER_CMS(20, "naver-cms"),

    /** {@code sign}: one document. */
    SIGN(21, "sign"),

    /** A number that a later version of the library gave. */
    UNKNOWN(0, "unknown");

    private static final Product[] VALUES = values();

    private final int number;
    private final String code;

    Product(int number, String code) {
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

    static Product of(int number) {
        return Codes.find(VALUES, UNKNOWN, number);
    }
}
