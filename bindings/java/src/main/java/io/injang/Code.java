package io.injang;

/**
 * A value that reports state by a stable number and a stable name. Both are those of the C ABI, of the
 * JSON and of every other language, and are never given to anything else.
 *
 * <p>Every type of code has a constant {@code UNKNOWN}, for a value that a later native library gave: a
 * {@code switch} needs a {@code default} that does not accept.
 */
public interface Code {
    /**
     * The number, as in the C ABI.
     *
     * @return the number; of {@code UNKNOWN} one that no value has
     */
    int getNumber();

    /**
     * The name, as in JSON and in the documentation.
     *
     * @return the name, such as {@code TOTAL-PASSED}
     */
    String getCode();
}
