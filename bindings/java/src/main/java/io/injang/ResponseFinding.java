package io.injang;

import java.util.Optional;

/** Something that was found about an answer of a provider. */
public final class ResponseFinding {
    private final ResponseFindingCode code;
    private final Effect effect;
    private final String document;
    private final ReportDetails.Sentence sentence;

    ResponseFinding(Packed packed) {
        code = ResponseFindingCode.of(packed.integer());
        effect = Effect.of(packed.integer());
        document = packed.text();
        sentence = new ReportDetails.Sentence(packed);
    }

    /**
     * Its code.
     *
     * @return the code
     */
    public ResponseFindingCode getCode() {
        return code;
    }

    /**
     * What it does to the decision.
     *
     * @return the effect
     */
    public Effect getEffect() {
        return effect;
    }

    /**
     * The id of the document that it is about.
     *
     * @return the id; empty if it is about the answer as a whole
     */
    public Optional<String> getDocument() {
        return Optional.ofNullable(document);
    }

    /**
     * What it says.
     *
     * @param language the language
     * @return a sentence
     */
    public String getSentence(Language language) {
        return sentence.in(language);
    }

    /**
     * Code and effect.
     *
     * @return such as {@code ci-missing: undetermined}
     */
    @Override
    public String toString() {
        return code.getCode() + ": " + effect.getCode();
    }
}
