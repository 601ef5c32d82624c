package io.injang;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts as the native library takes them: UTF-8. */
final class Text {
    private Text() {}

    static byte[] octets(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    static String of(byte[] octets) {
        return octets == null ? null : new String(octets, StandardCharsets.UTF_8);
    }

    /** A secret as octets, without a String that could not be wiped. The caller wipes what it gets. */
    static byte[] secret(char[] text) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
        byte[] octets = new byte[encoded.remaining()];
        encoded.get(octets);
        wipe(encoded.array());
        return octets;
    }

    static void wipe(byte[] secret) {
        if (secret != null) {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
