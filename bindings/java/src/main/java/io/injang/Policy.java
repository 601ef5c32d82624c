package io.injang;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What all documents are judged by: whom to trust, how strictly, and with which revocation data. Made once,
 * used by any number of threads at the same time.
 *
 * <pre>{@code
 * try (Policy policy = Policy.builder(Revocation.REQUIRE).trust(ca).revocationData(crl).build()) {
 *     Verified verified = Injang.verify(policy, document, Request.at(received).build());
 * }
 * }</pre>
 */
public final class Policy implements AutoCloseable {
    /** Set once it is closed; the bits below count the calls in flight. */
    private static final long CLOSED = 1L << 62;

    private final Handle handle;
    private final long address;
    /** Octets of what it was made of: that which stays when it is renewed, and its revocation data. */
    private final long lasting;
    private final AtomicLong calls = new AtomicLong();
    private final Object idle = new Object();

    Policy(long address, long lasting, long revocationData) {
        this.address = address;
        this.lasting = lasting;
        // Whoever is in a call counts down afterwards, and so keeps the counter: not this object, of which
        // nothing may be needed any more.
        this.handle = new Handle(calls, Handle.POLICY, address, lasting + revocationData);
    }

    /**
     * Begins a policy that trusts nobody yet.
     *
     * @param revocation whether certificates must be shown not to have been revoked; there is no default
     * @return a builder
     */
    public static PolicyBuilder builder(Revocation revocation) {
        return new PolicyBuilder(revocation);
    }

    /**
     * The same policy with other CRLs and OCSP responses in place of its own, for a server that fetches them
     * every hour. Signatures that have verified are not verified again. This policy stays as it is: close it
     * when the new one has taken its place; that waits for the calls that still use it.
     *
     * @param pieces CRLs and OCSP responses, in any form that {@link PolicyBuilder#revocationData} takes
     * @return the new policy
     * @throws InjangException if a piece can't be read
     * @throws IllegalStateException if this policy was closed
     */
    public Policy withRevocationData(byte[]... pieces) {
        byte[][] given = Codes.present(pieces, "pieces").clone();
        long octets = 0;
        for (byte[] piece : given) {
            octets += Codes.present(piece, "pieces").length;
        }
        long policy = enter();
        try {
            return new Policy(Packed.handle(Native.policyRenew(policy, given), "pieces"), lasting, octets);
        } finally {
            leave();
        }
    }

    /**
     * The text of which {@link Report#getPolicySha256()} is the SHA-256: all settings, and every trust anchor,
     * certificate, CRL and OCSP response by its SHA-256.
     *
     * @return the text
     * @throws IllegalStateException if this policy was closed
     */
    public String getManifest() {
        long policy = enter();
        try {
            return Text.of(Native.policyManifest(policy));
        } finally {
            leave();
        }
    }

    /**
     * Frees the policy. Waits for the calls that use it; reports and decisions outlive it. Every call after
     * this throws an IllegalStateException. Closing it again does nothing. An interrupt does not end the
     * wait, and is kept.
     */
    @Override
    public void close() {
        long before = calls.getAndUpdate(count -> count | CLOSED);
        boolean isInterrupted = false;
        synchronized (idle) {
            while (calls.get() != CLOSED) {
                try {
                    idle.wait();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                }
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        if ((before & CLOSED) == 0) {
            handle.close();
        }
    }

    /** Begins a call; {@link #leave()} ends it. */
    long enter() {
        // Whoever counts before the bit is set is waited for; whoever comes after it sees it.
        if ((calls.getAndIncrement() & CLOSED) != 0) {
            leave();
            throw new IllegalStateException("the policy was closed");
        }
        return address;
    }

    void leave() {
        if (calls.decrementAndGet() == CLOSED) {
            synchronized (idle) {
                idle.notifyAll();
            }
        }
    }
}
