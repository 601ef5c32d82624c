package io.injang;

/**
 * The native library can't be loaded. The message says why and what to do about it. It is thrown again at
 * every call, so that the reason stands in every log, and not only where the first call was.
 */
public final class NativeLoadException extends UnsatisfiedLinkError {
    private static final long serialVersionUID = 1L;

    NativeLoadException(String message, Throwable cause) {
        super(message);
        if (cause != null) {
            initCause(cause);
        }
    }
}
