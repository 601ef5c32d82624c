package io.injang;

import java.util.Optional;

/** A cause that a diagnosis found. Its sentence stands in the report's text. */
public final class Diagnosis {
    private final Cause cause;
    private final int signer;

    Diagnosis(Packed packed) {
        cause = Cause.of(packed.integer());
        signer = packed.integer();
    }

    /**
     * The cause.
     *
     * @return the cause
     */
    public Cause getCause() {
        return cause;
    }

    /**
     * Which signer it is about.
     *
     * @return the signer's place from 0; empty if it is about the identity
     */
    public Optional<Integer> getSigner() {
        return signer < 0 ? Optional.empty() : Optional.of(signer);
    }
}
