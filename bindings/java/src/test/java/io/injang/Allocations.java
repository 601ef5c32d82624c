package io.injang;

/** The one method that only the test build of the native library has. */
final class Allocations {
    private Allocations() {}

    /** Lets the allocation of this number fail, from 0 on, and all after it; a negative one none. */
    static native void fail(long number);
}
