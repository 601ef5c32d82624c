package io.injang;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;

/**
 * A thing in the native library that is freed once: by {@link #close()}, or after its owner became
 * unreachable. No thread waits for that: what was left behind is freed whenever something new is made.
 */
final class Handle extends PhantomReference<Object> {
    static final int POLICY = 0;
    static final int REPORT = 1;
    static final int DECISION = 2;
    static final int INSPECTION = 3;

    /** From so many octets on that may be left behind, the garbage collector is asked to run. */
    private static final long MUCH = 256L << 20;
    /** What a report needs beside the document, about. */
    private static final long OVERHEAD = 8 << 10;

    private static final ReferenceQueue<Object> QUEUE = new ReferenceQueue<>();
    /** All that are not freed, in a ring: a PhantomReference that nobody holds is never enqueued. */
    private static final Handle RING = new Handle();

    /** Octets that all of them need, about; changed under the lock of the ring. */
    private static long inUse;

    private final int kind;
    private final long size;
    /** 0 when it was freed; changed under the lock of this handle. */
    private long address;

    private Handle previous = this;
    private Handle next = this;

    private Handle() {
        super(null, null);
        kind = -1;
        size = 0;
    }

    /**
     * Takes over what the library made for this owner out of so many octets: those of a document, of all texts
     * of an exchange, or of everything that a policy was made of.
     */
    Handle(Object owner, int kind, long address, long octets) {
        super(owner, QUEUE);
        this.kind = kind;
        this.address = address;
        // A document is kept as it came, as DER, and as its content; what others keep is no more than that.
        this.size = OVERHEAD + 3 * octets;
        boolean isMuch;
        synchronized (RING) {
            previous = RING;
            next = RING.next;
            next.previous = this;
            RING.next = this;
            long before = inUse;
            inUse += size;
            // At every step over the bound, and not at every handle above it.
            isMuch = inUse / MUCH > before / MUCH;
        }
        freeUnreachable();
        if (isMuch) {
            System.gc();
        }
    }

    /** Frees what nobody can reach any more. */
    private static void freeUnreachable() {
        for (Object left = QUEUE.poll(); left != null; left = QUEUE.poll()) {
            ((Handle) left).close();
        }
    }

    /** Frees it; a second time does nothing. */
    void close() {
        long freed;
        synchronized (this) {
            freed = address;
            address = 0;
        }
        if (freed == 0) {
            return;
        }
        synchronized (RING) {
            previous.next = next;
            next.previous = previous;
            previous = this;
            next = this;
            inUse -= size;
        }
        clear();
        Native.free(kind, freed);
    }

    /** What is read of a handle, while nobody can free it. */
    interface Reader<T> {
        T read(long address);
    }

    /**
     * Reads something.
     *
     * @throws IllegalStateException if it was freed
     */
    synchronized <T> T read(String what, Reader<T> reader) {
        if (address == 0) {
            throw new IllegalStateException(what + " was closed");
        }
        return reader.read(address);
    }

    /** How many octets all need that are not freed, about; for tests. */
    static long octets() {
        freeUnreachable();
        synchronized (RING) {
            return inUse;
        }
    }

    /** How many are not freed; for tests. */
    static int count() {
        freeUnreachable();
        int count = 0;
        synchronized (RING) {
            for (Handle handle = RING.next; handle != RING; handle = handle.next) {
                count++;
            }
        }
        return count;
    }
}
