package io.injang;

/**
 * A document is not accepted. It carries the report; the message is its first line, in which neither a CI nor
 * a name nor content stands.
 */
public final class VerificationException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Not kept where the exception is serialised: its text is. */
    private final transient Report report;

    VerificationException(Report report) {
        super(report.getHeadline(Language.EN));
        this.report = report;
    }

    /**
     * The report.
     *
     * @return the report; null only where the exception was serialised
     */
    public Report getReport() {
        return report;
    }
}
