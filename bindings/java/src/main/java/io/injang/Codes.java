package io.injang;

import java.util.Optional;

/** From numbers to codes and back. */
final class Codes {
    private Codes() {}

    /** The value of this number, or the one that stands for those of later libraries. */
    static <C extends Code> C find(C[] values, C unknown, int number) {
        // Most tables have no gap.
        if (number >= 1 && number <= values.length && values[number - 1].getNumber() == number) {
            return values[number - 1];
        }
        for (C value : values) {
            if (value.getNumber() == number) {
                return value;
            }
        }
        return unknown;
    }

    /** The value of this number, where a number that is not in the table at all means that there is none. */
    static <C> Optional<C> present(int number, C value) {
        return number == 0 ? Optional.empty() : Optional.of(value);
    }

    /**
     * The number of a value that a caller gave.
     *
     * @throws IllegalArgumentException if it is null or UNKNOWN
     */
    static int given(Code code, String parameter) {
        if (code == null) {
            throw missing(parameter);
        }
        if (((Enum<?>) code).name().equals("UNKNOWN")) {
            throw new IllegalArgumentException(parameter + ": UNKNOWN is only for what is read");
        }
        return code.getNumber();
    }

    static IllegalArgumentException missing(String parameter) {
        return new IllegalArgumentException(parameter + " must not be null");
    }

    static <T> T present(T value, String parameter) {
        if (value == null) {
            throw missing(parameter);
        }
        return value;
    }
}
