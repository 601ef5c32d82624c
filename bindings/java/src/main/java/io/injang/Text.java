package io.injang;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
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
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        // Room for the most that there can be: an encoder that has to grow leaves its first copy behind.
        int most = Math.multiplyExact(text.length, (int) Math.ceil(encoder.maxBytesPerChar()));
        ByteBuffer encoded = ByteBuffer.allocate(most);
        encoder.encode(CharBuffer.wrap(text), encoded, true);
        encoder.flush(encoded);
        byte[] octets = Arrays.copyOf(encoded.array(), encoded.position());
        wipe(encoded.array());
        return octets;
    }

    static void wipe(byte[] secret) {
        if (secret != null) {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
