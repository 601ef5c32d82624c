package io.injang;

import java.time.Instant;
import java.util.Optional;

/** A CRL or an OCSP response that was at hand, used or not. */
public final class RevocationPiece {
    private final EvidenceKind kind;
    private final Origin origin;
    private final Optional<Instant> thisUpdate;
    private final Optional<Instant> nextUpdate;
    private final int unused;
    private final byte[] sha256;

    RevocationPiece(Packed packed) {
        kind = EvidenceKind.of(packed.integer());
        origin = Origin.of(packed.integer());
        thisUpdate = packed.time();
        nextUpdate = packed.time();
        unused = packed.integer();
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
     * @return the time; empty if it has none
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
     * Why no check rests on it.
     *
     * @return the reason; empty if one does
     */
    public Optional<Reason> getUnusedReason() {
        return Codes.present(unused, Reason.of(unused));
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
