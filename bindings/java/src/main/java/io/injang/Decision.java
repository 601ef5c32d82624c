package io.injang;

import java.util.List;

/**
 * What was decided over an answer of a provider, or over several. Immutable: any number of threads may read it.
 * What came out of each document is there at once; texts and checks are fetched when they are asked for, and stay
 * in the native library until then. It is freed with this object, its answers and their reports.
 */
public final class Decision implements AutoCloseable {
    private final int code;
    private final Handle handle;
    private final List<Answer> answers;

    /** What was decided over so many octets. */
    Decision(Packed packed, long octets) {
        code = packed.code();
        // Reports that outlive this object hold it: they are lent by it.
        handle = new Handle(this, Handle.DECISION, packed.longInteger(), octets);
        answers = ReportDetails.list(packed.integer(), () -> new Answer(packed, this, handle));
    }

    /**
     * Whether every answer is ACCEPTED.
     *
     * @return whether it is
     */
    public boolean isAccepted() {
        return code == Packed.OK;
    }

    /**
     * The decision; of several answers the worst.
     *
     * @return the decision
     */
    public DecisionVerdict getVerdict() {
        switch (code) {
            case Packed.OK:
                return DecisionVerdict.ACCEPTED;
            case Packed.REJECTED:
                return DecisionVerdict.REJECTED;
            default:
                return DecisionVerdict.UNDETERMINED;
        }
    }

    /**
     * What was decided over each answer.
     *
     * @return the answers, in the order in which they were given
     */
    public List<Answer> getAnswers() {
        return answers;
    }

    /**
     * Goes on only if every answer is ACCEPTED.
     *
     * @return what was signed
     * @throws DecisionException in every other case, with this decision
     */
    public Accepted accept() throws DecisionException {
        if (!isAccepted()) {
            throw new DecisionException(this);
        }
        return new Accepted(this);
    }

    /**
     * The decision for programs: JSON as {@code schema/response.json} describes it, in English and without the
     * subjects of certificates. The same inputs give the same text.
     *
     * @return JSON
     */
    public String toJson() {
        return toJson(Language.EN, false);
    }

    /**
     * The decision for programs, in a language.
     *
     * @param language the language of its sentences
     * @param showSubject whether the subjects of certificates stand in it, which are personal data
     * @return JSON
     */
    public String toJson(Language language, boolean showSubject) {
        return text(Native.FORM_JSON, language, showSubject);
    }

    /**
     * The decision for people: everything.
     *
     * @param language the language
     * @param showSubject whether the subjects of certificates stand in it, which are personal data
     * @return lines of text
     */
    public String toText(Language language, boolean showSubject) {
        return text(Native.FORM_TEXT, language, showSubject);
    }

    /**
     * The decision for people: what is not as it should be, and the next step.
     *
     * @param language the language
     * @return lines of text
     */
    public String toBrief(Language language) {
        return text(Native.FORM_BRIEF, language, false);
    }

    private String text(int form, Language language, boolean showSubject) {
        int number = Codes.given(language, "language");
        return handle.read(
                "the decision",
                address -> Text.of(Native.text(
                        Handle.DECISION, address, form, number, showSubject ? 1 : 0)));
    }

    /**
     * Frees what the native library holds, that of its reports included. What was fetched stays; asking for
     * anything else afterwards throws an IllegalStateException. Nobody needs to call it: what becomes
     * unreachable is freed too.
     */
    @Override
    public void close() {
        handle.close();
    }

    /**
     * The decision's code.
     *
     * @return such as {@code ACCEPTED}
     */
    @Override
    public String toString() {
        return getVerdict().getCode();
    }
}
