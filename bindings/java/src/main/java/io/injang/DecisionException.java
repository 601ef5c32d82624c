package io.injang;

/**
 * An answer of a provider is not ACCEPTED. It carries the decision; the message is its first line, in which
 * neither a CI nor a name nor content stands.
 */
public final class DecisionException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Not kept where the exception is serialised: its text is. */
    private final transient Decision decision;

    DecisionException(Decision decision) {
        super(headline(decision));
        this.decision = decision;
    }

    /** Of several answers that of the first which is as bad as the worst. */
    private static String headline(Decision decision) {
        for (Answer answer : decision.getAnswers()) {
            if (answer.getVerdict() == decision.getVerdict()) {
                return answer.getHeadline(Language.EN);
            }
        }
        return decision.toString();
    }

    /**
     * The decision.
     *
     * @return the decision; null only where the exception was serialised
     */
    public Decision getDecision() {
        return decision;
    }
}
