package io.injang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Documents of the repository's cases. */
final class Samples {
    static final Path ROOT = Paths.get(System.getProperty("injang.root", "../.."));
    static final Path CLASSES = Paths.get(System.getProperty("injang.classes", "target/classes"));
    static final Path BUILD = Paths.get(System.getProperty("injang.build", "target"));
    static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private Samples() {}

    static byte[] read(String path) {
        try {
            return Files.readAllBytes(ROOT.resolve("tests").resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String path) {
        return Text.of(read(path));
    }

    /** A text of a case, by its first key of this name. */
    static String word(String path, String key) {
        Matcher matcher = Pattern.compile('"' + key + "\": \"([^\"]*)\"").matcher(text(path));
        if (!matcher.find()) {
            throw new AssertionError(path + " has no " + key);
        }
        return matcher.group(1);
    }

    static PolicyBuilder builder() {
        return Policy.builder(Revocation.NONE).trust(read("vectors/kakao/ca.der"));
    }

    static Policy policy() {
        return builder().build();
    }

    static Request request() {
        return Request.at(AT).build();
    }

    static byte[] good() {
        return read("vectors/kakao/content-in-pieces/document.der");
    }

    static byte[] forged() {
        return read("vectors/kakao/content-flipped-bit/document.der");
    }

    static byte[] signedAttributes() {
        return read("vectors/kakao/signed-attributes/document.der");
    }

    /** An exchange with Kakao that is ACCEPTED. */
    static Exchange exchange() {
        String folder = "responses/kakao-single/text/";
        return Exchange.with(Provider.KAKAO)
                .product(Product.K3510)
                .request(text(folder + "request.json"))
                .keys(read(folder + "keys.json"))
                .ci(read(folder + "ci.txt"))
                .response(text(folder + "response.json"));
    }

    /** The policy of {@link #exchange()}. */
    static Policy providerPolicy() {
        return Policy.builder(Revocation.NONE).trust(read("responses/ca.der")).build();
    }
}
