package io.injang;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The path from a signer's certificate to a trust anchor. Every signature on it has verified; whether the path
 * is good is what the checks say.
 */
public final class Path {
    private final List<Certificate> certificates;
    private final byte[] anchorName;
    private final byte[] anchorKey;
    private final boolean isPinned;
    private final List<String> policies;
    private final List<RevokedLater> revokedLater;

    Path(Packed packed) {
        certificates = ReportDetails.list(packed.integer(), () -> new Certificate(packed));
        anchorName = packed.octets();
        anchorKey = packed.octets();
        isPinned = packed.integer() == 1;
        policies = ReportDetails.list(packed.integer(), packed::text);
        revokedLater = ReportDetails.list(packed.integer(), () -> new RevokedLater(packed));
    }

    /**
     * The certificates, from the signer's own up to the one that the anchor issued.
     *
     * @return the certificates; none if no path leads to an anchor
     */
    public List<Certificate> getCertificates() {
        return certificates;
    }

    /**
     * The name of the trust anchor: DER of a {@code Name}.
     *
     * @return a copy; empty if no path leads to one
     */
    public Optional<byte[]> getAnchorName() {
        return Packed.optional(anchorName);
    }

    /**
     * The key of the trust anchor: DER of a {@code SubjectPublicKeyInfo}.
     *
     * @return a copy; empty if no path leads to one
     */
    public Optional<byte[]> getAnchorKey() {
        return Packed.optional(anchorKey);
    }

    /**
     * Whether the signer's certificate is itself the anchor, trusted for itself alone. Then it need not be
     * shown that it had not been revoked.
     *
     * @return whether it is
     */
    public boolean isPinned() {
        return isPinned;
    }

    /**
     * The policies that the path is good under (RFC 5280 6.1.6), in dotted form; 2.5.29.32.0 where it is under
     * any.
     *
     * @return the policies
     */
    public List<String> getPolicies() {
        return policies;
    }

    /**
     * The certificates of the path that were revoked after the time asked.
     *
     * @return the revocations
     */
    public List<RevokedLater> getRevokedLater() {
        return revokedLater;
    }

    /** A certificate of a path. */
    public static final class Certificate {
        private final byte[] octets;
        private final Origin origin;
        private final ReportDetails.Checks checks;
        private final List<Evidence> evidence;

        Certificate(Packed packed) {
            octets = packed.octets();
            origin = Origin.of(packed.integer());
            checks = new ReportDetails.Checks(packed);
            evidence = ReportDetails.list(packed.integer(), () -> new Evidence(packed));
        }

        /**
         * The certificate in DER. That of the signer holds the name of a person.
         *
         * @return a copy
         */
        public byte[] getOctets() {
            return Packed.copy(octets);
        }

        /**
         * Where it came from. Certificates that the request added count as the document's.
         *
         * @return the origin
         */
        public Origin getOrigin() {
            return origin;
        }

        /**
         * Its checks.
         *
         * @return the checks
         */
        public List<Check> getChecks() {
            return checks.checks;
        }

        /**
         * What is remarkable about it, and changed no check.
         *
         * @return the findings
         */
        public List<FindingCode> getFindings() {
            return checks.findings;
        }

        /**
         * On which CRLs and OCSP responses its revocation check rests.
         *
         * @return the evidence
         */
        public List<Evidence> getEvidence() {
            return evidence;
        }
    }

    /** A CRL or an OCSP response that a revocation check rests on. */
    public static final class Evidence {
        private final EvidenceKind kind;
        private final Origin origin;
        private final Optional<Instant> thisUpdate;
        private final Optional<Instant> nextUpdate;
        private final byte[] sha256;

        Evidence(Packed packed) {
            kind = EvidenceKind.of(packed.integer());
            origin = Origin.of(packed.integer());
            thisUpdate = packed.time();
            nextUpdate = packed.time();
            sha256 = packed.octets();
        }

        /**
         * What it is.
         *
         * @return the kind
         */
        public EvidenceKind getKind() {
            return kind;
        }

        /**
         * Where it came from.
         *
         * @return the origin
         */
        public Origin getOrigin() {
            return origin;
        }

        /**
         * Its thisUpdate.
         *
         * @return the time
         */
        public Optional<Instant> getThisUpdate() {
            return thisUpdate;
        }

        /**
         * Its nextUpdate.
         *
         * @return the time; empty if it has none
         */
        public Optional<Instant> getNextUpdate() {
            return nextUpdate;
        }

        /**
         * SHA-256 of its octets.
         *
         * @return 32 octets
         */
        public Optional<byte[]> getSha256() {
            return Packed.optional(sha256);
        }
    }

    /** A certificate of a path that was revoked after the time asked. */
    public static final class RevokedLater {
        private final int position;
        private final Optional<Instant> time;
        private final int reason;

        RevokedLater(Packed packed) {
            position = packed.integer();
            time = packed.time();
            reason = packed.integer();
        }

        /**
         * Which certificate: 0 is the signer's.
         *
         * @return the position on the path
         */
        public int getPosition() {
            return position;
        }

        /**
         * When it was revoked.
         *
         * @return the time
         */
        public Optional<Instant> getTime() {
            return time;
        }

        /**
         * Why it was revoked.
         *
         * @return the reason; empty if the evidence does not say
         */
        public Optional<RevocationReason> getReason() {
            return reason < 0 ? Optional.empty() : Optional.of(RevocationReason.of(reason));
        }
    }
}
