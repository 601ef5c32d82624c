package io.injang;

import java.util.Optional;

/**
 * A document that is accepted: TOTAL-PASSED and, where a person was claimed, the identity matched. Only here is
 * what was signed called so without the word "untrusted".
 */
public final class Verified {
    private final Report report;
    /** What the caller gave; null where the content is the document's. */
    private final byte[] given;

    Verified(Report report, byte[] given) {
        this.report = report;
        this.given = given;
    }

    /**
     * What was signed.
     *
     * @return a copy; empty where only its digest was given
     */
    public Optional<byte[]> getContent() {
        return given == null ? report.getUntrustedContent() : Packed.optional(given);
    }

    /**
     * The one who signed; of several signers the first.
     *
     * @return the signer
     */
    public Signer getSigner() {
        return report.getSigners().get(0);
    }

    /**
     * The report.
     *
     * @return the report
     */
    public Report getReport() {
        return report;
    }
}
