package io.injang;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Reads a result of the native library: a version, a code, and what the method says. */
final class Packed {
    static final int OK = 0;
    static final int REJECTED = 1;
    static final int UNDETERMINED = 2;
    private static final int FIRST_ERROR = 64;
    /** {@code INJANG_NO_TIME} */
    private static final long NO_TIME = Long.MIN_VALUE;

    private final ByteBuffer rest;
    private final int code;

    /**
     * Opens a result.
     *
     * @throws InjangException if it is an error
     */
    Packed(byte[] octets, String parameter) {
        rest = ByteBuffer.wrap(octets);
        if (rest.get() != Native.FORMAT_VERSION) {
            throw InjangException.bug();
        }
        code = rest.getInt();
        if (code >= FIRST_ERROR || code < 0) {
            throw error(parameter);
        }
    }

    /** The end of a method that sets something: {@code octets} is an error, or null. */
    static void done(byte[] octets, String parameter) {
        if (octets != null) {
            new Packed(octets, parameter);
        }
    }

    static long handle(byte[] octets, String parameter) {
        return new Packed(octets, parameter).longInteger();
    }

    private InjangException error(String parameter) {
        String named = text();
        String english = text();
        String korean = text();
        if (code == InjangException.OUT_OF_MEMORY) {
            throw new OutOfMemoryError("io.injang: " + english);
        }
        return new InjangException(code, parameter, named, english, korean, integer(), integer(), integer());
    }

    int code() {
        return code;
    }

    int integer() {
        try {
            return rest.getInt();
        } catch (BufferUnderflowException e) {
            throw InjangException.bug();
        }
    }

    long longInteger() {
        try {
            return rest.getLong();
        } catch (BufferUnderflowException e) {
            throw InjangException.bug();
        }
    }

    byte[] octets() {
        int length = integer();
        if (length < 0) {
            return null;
        }
        if (length > rest.remaining()) {
            throw InjangException.bug();
        }
        byte[] octets = new byte[length];
        rest.get(octets);
        return octets;
    }

    /** Steps over octets that are read later, by {@link #at}: where their length stands. */
    int skip() {
        int place = rest.position();
        int length = integer();
        if (length > rest.remaining()) {
            throw InjangException.bug();
        }
        rest.position(rest.position() + Math.max(length, 0));
        return place;
    }

    /** A copy of the octets at a place that {@link #skip} gave. */
    Optional<byte[]> at(int place) {
        int length = rest.getInt(place);
        if (length < 0) {
            return Optional.empty();
        }
        byte[] all = rest.array();
        return Optional.of(Arrays.copyOfRange(all, place + 4, place + 4 + length));
    }

    String text() {
        return Text.of(octets());
    }

    Optional<Instant> time() {
        return time(longInteger());
    }

    static Optional<Instant> time(long seconds) {
        return seconds == NO_TIME ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }

    static byte[] copy(byte[] octets) {
        return Arrays.copyOf(octets, octets.length);
    }

    static Optional<byte[]> optional(byte[] octets) {
        return octets == null ? Optional.empty() : Optional.of(copy(octets));
    }
}
