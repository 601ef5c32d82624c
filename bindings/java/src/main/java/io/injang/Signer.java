package io.injang;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One signer of a report. */
public final class Signer {
    private static final int VERIFIED_KEY = 1;
    private static final int AMBIGUOUS = 2;

    private final Report report;
    private final int index;
    private final Verdict verdict;
    private final int subIndication;
    private final SignType signType;
    private final DigestSource digestSource;
    private final int flags;
    private final long claimedTime;
    private final Packed summary;
    private final int serial;

    Signer(Report report, int index, Packed packed) {
        this.report = report;
        this.index = index;
        verdict = Verdict.of(packed.integer());
        subIndication = packed.integer();
        signType = SignType.of(packed.integer());
        digestSource = DigestSource.of(packed.integer());
        flags = packed.integer();
        claimedTime = packed.longInteger();
        summary = packed;
        serial = packed.skip();
    }

    private ReportDetails.OfSigner details() {
        return report.details().signers.get(index);
    }

    /**
     * The signer's own verdict.
     *
     * @return the verdict
     */
    public Verdict getVerdict() {
        return verdict;
    }

    /**
     * Why the verdict is not TOTAL-PASSED.
     *
     * @return the sub-indication; empty if it is
     */
    public Optional<SubIndication> getSubIndication() {
        return Codes.present(subIndication, SubIndication.of(subIndication));
    }

    /**
     * What the signature covers.
     *
     * @return the kind of signature
     */
    public SignType getSignType() {
        return signType;
    }

    /**
     * From what the digest was taken that the signature was held against.
     *
     * @return the source
     */
    public DigestSource getDigestSource() {
        return digestSource;
    }

    /**
     * Whether the signature verified under the key of {@link #getCertificate()}. Where it did not, that
     * certificate is only the one that the signer names, and anybody can name any.
     *
     * @return whether it did
     */
    public boolean isVerifiedKey() {
        return (flags & VERIFIED_KEY) != 0;
    }

    /**
     * Whether a certificate with another serial number fits and verifies just as well.
     *
     * @return whether one does
     */
    public boolean isAmbiguous() {
        return (flags & AMBIGUOUS) != 0;
    }

    /**
     * When the signer says that they signed: their word, and no proof of it.
     *
     * @return the time; empty if they don't say
     */
    public Optional<Instant> getClaimedTime() {
        return Packed.time(claimedTime);
    }

    /**
     * The serial number of the signer's certificate: the content octets of its INTEGER, with the leading 00
     * where the top bit is set. Rely on it only where the report is accepted.
     *
     * @return a copy; empty if there is no certificate
     */
    public Optional<byte[]> getSerial() {
        return summary.at(serial);
    }

    /**
     * The signer's certificate in DER: the one under whose key the signature verified, or else the one that the
     * signer names ({@link #isVerifiedKey()}). It holds the name of a person.
     *
     * @return a copy; empty if there is none
     */
    public Optional<byte[]> getCertificate() {
        return Packed.optional(details().certificate);
    }

    /**
     * The name of who issued the signer's certificate.
     *
     * @return the name; empty if it is the subject's own, or if there is no certificate
     */
    public Optional<String> getIssuer() {
        return name(0);
    }

    /**
     * The name of the person who signed: personal data. No other method gives it, unless it is asked to show
     * subjects.
     *
     * @return the name; empty if there is no certificate
     */
    public Optional<String> getSubject() {
        return name(1);
    }

    private Optional<String> name(int isSubject) {
        return Optional.ofNullable(
                Text.of(report.read(address -> Native.signerName(address, index, isSubject))));
    }

    /**
     * The checks of this signer, in the order in which they name the sub-indication.
     *
     * @return the checks
     */
    public List<Check> getChecks() {
        return details().checks.checks;
    }

    /**
     * What is remarkable about this signer, and changed no check.
     *
     * @return the findings
     */
    public List<FindingCode> getFindings() {
        return details().checks.findings;
    }

    /**
     * The path from the signer's certificate to a trust anchor.
     *
     * @return the path; without certificates if none leads to one
     */
    public Path getPath() {
        return details().path;
    }
}
