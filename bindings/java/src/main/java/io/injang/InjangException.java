package io.injang;

import java.util.Locale;
import java.util.Optional;

/**
 * A question could not be asked: an argument can't be taken, or trust anchors, revocation data, a request
 * or keys can't be read. Nothing was decided. It is never thrown for what is in a signed document or in a
 * provider's answer.
 *
 * <p>The message names the parameter and says what to do. Neither a CI nor a name nor content stands in it,
 * so it may be logged.
 */
public final class InjangException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** {@code INJANG_E_INPUT} */
    private static final int INPUT = 65;
    /** {@code INJANG_E_BUG} */
    private static final int BUG = 70;
    /** {@code INJANG_E_MEMORY} */
    static final int OUT_OF_MEMORY = 71;

    /** The number of the C ABI. */
    private final int code;
    /** The parameter's name in Java. */
    private final String parameter;
    /** The message in Korean. */
    private final String korean;
    /** The number of the rule of the syntax that is broken; 0 is none. */
    private final int errorKind;
    /** At which octet; -1 is none. */
    private final int offset;
    /** The number of the rule of JSON that is broken; 0 is none. */
    private final int formatRule;

    InjangException(
            int code,
            String parameter,
            String named,
            String english,
            String korean,
            int errorKind,
            int offset,
            int formatRule) {
        super(message(parameter, named, english));
        this.code = code;
        this.parameter = parameter == null ? named : parameter;
        this.korean = message(parameter, named, korean);
        this.errorKind = errorKind;
        this.offset = offset;
        this.formatRule = formatRule;
    }

    /** What can't be, unless the library and this jar do not belong together. */
    static InjangException bug() {
        return new InjangException(
                BUG,
                null,
                null,
                "a bug in injang; nothing was decided",
                "injang의 내부 오류입니다. 판정하지 않았습니다",
                0,
                -1,
                0);
    }

    /** Puts the parameter's name in Java in the place of the one in C; null where both are the same. */
    private static String message(String parameter, String named, String sentence) {
        if (sentence == null) {
            return parameter == null ? "an argument can't be taken" : parameter + " can't be taken";
        }
        if (parameter == null || named == null) {
            return sentence;
        }
        String prefix = named + ": ";
        String own = sentence.startsWith(prefix) ? sentence.substring(prefix.length()) : sentence;
        return named.equals(parameter) || named.equals("octets") || named.equals("json")
                ? parameter + ": " + own
                : parameter + ", " + named + ": " + own;
    }

    /**
     * Whether octets or JSON can't be read, as against an argument that can't be taken.
     *
     * @return whether what was given can't be read
     */
    public boolean isUnreadableInput() {
        return code == INPUT;
    }

    /**
     * Whether this is a bug in the library: please report it.
     *
     * @return whether it is one
     */
    public boolean isBug() {
        return code == BUG;
    }

    /**
     * The parameter that it is about.
     *
     * @return its name, such as {@code trust}
     */
    public Optional<String> getParameter() {
        return Optional.ofNullable(parameter);
    }

    /**
     * The rule of the syntax that octets break.
     *
     * @return the rule; empty if it is about no octets
     */
    public Optional<ErrorKind> getErrorKind() {
        return Codes.present(errorKind, ErrorKind.of(errorKind));
    }

    /**
     * At which octet that rule is broken.
     *
     * @return the place from 0; empty if it is about no octets
     */
    public Optional<Integer> getOffset() {
        return offset < 0 ? Optional.empty() : Optional.of(offset);
    }

    /**
     * The rule that a JSON text breaks.
     *
     * @return the rule; empty if it is about no JSON
     */
    public Optional<FormFault> getFormatRule() {
        return Codes.present(formatRule, FormFault.of(formatRule));
    }

    /**
     * The message in a language.
     *
     * @param language the language
     * @return one line that begins with the parameter's name
     */
    public String getMessage(Language language) {
        return Codes.given(language, "language") == Language.KO.getNumber() ? korean : getMessage();
    }

    /**
     * The message in Korean where that is the default language, else in English.
     *
     * @return the message
     */
    @Override
    public String getLocalizedMessage() {
        boolean isKorean = Locale.getDefault().getLanguage().equals("ko");
        return isKorean ? korean : getMessage();
    }
}
