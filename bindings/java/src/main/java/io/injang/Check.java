package io.injang;

import java.util.Optional;

/** One check, and what it found. */
public final class Check {
    private final CheckId id;
    private final Outcome outcome;
    private final int subIndication;
    private final int reason;
    private final int position;
    private final ReportDetails.Sentence sentence;

    Check(Packed packed) {
        id = CheckId.of(packed.integer());
        outcome = Outcome.of(packed.integer());
        subIndication = packed.integer();
        reason = packed.integer();
        position = packed.integer();
        sentence = new ReportDetails.Sentence(packed);
    }

    /**
     * Which check it is.
     *
     * @return the check
     */
    public CheckId getId() {
        return id;
    }

    /**
     * What it found.
     *
     * @return the outcome
     */
    public Outcome getOutcome() {
        return outcome;
    }

    /**
     * Why it failed or could not be decided.
     *
     * @return the sub-indication; empty if it did not fail
     */
    public Optional<SubIndication> getSubIndication() {
        return Codes.present(subIndication, SubIndication.of(subIndication));
    }

    /**
     * The reason of the outcome.
     *
     * @return the reason; empty if it simply passed
     */
    public Optional<Reason> getReason() {
        return Codes.present(reason, Reason.of(reason));
    }

    /**
     * Which certificate of the path the reason is about: 0 is the signer's, 1 its issuer's.
     *
     * @return the position; empty if it is about none
     */
    public Optional<Integer> getPosition() {
        return position < 0 ? Optional.empty() : Optional.of(position);
    }

    /**
     * The reason in a sentence, with the values that it depends on. Neither names nor content stand in it.
     *
     * @param language the language
     * @return the sentence; empty if the check simply passed
     */
    public String getSentence(Language language) {
        return sentence.in(language);
    }

    /**
     * Check, outcome and reason.
     *
     * @return such as {@code validity: failed (expired)}
     */
    @Override
    public String toString() {
        String why = getReason().map(it -> " (" + it.getCode() + ")").orElse("");
        return id.getCode() + ": " + outcome.getCode() + why;
    }
}
