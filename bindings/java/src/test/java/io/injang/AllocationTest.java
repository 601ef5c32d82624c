package io.injang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Base64;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** The n-th allocation of the JNI glue fails, for every n: an OutOfMemoryError, and no pass. */
final class AllocationTest {
    /** What is asked: each must answer with what it answers when memory is there. */
    private interface Question {
        String ask() throws Exception;
    }

    private static byte[] large(byte[] document) {
        // Base64 with line feeds: over every room that the glue has on its stack.
        return Text.octets(Base64.getMimeEncoder(4, new byte[] {'\n'}).encodeToString(document));
    }

    /** Called under a class loader that has the test build of the library. */
    static void everyAllocation() throws Exception {
        byte[] document = large(Samples.good());
        byte[] digest = new byte[300];
        try (Policy policy = Samples.policy(); Policy provider = Samples.providerPolicy()) {
            Request request = Request.at(Samples.AT)
                    .name(new String(new char[300]).replace('\0', 'n'))
                    .certificates(Samples.read("vectors/kakao/ca.der"))
                    .vid(new char[300], new String(new char[300]))
                    .build();
            byte[] content = Injang.verify(policy, document, Samples.request()).getContent().get();
            byte[] crl = Samples.read("vectors/revocation/below-root-good/evidence-0.der");
            Report report = Injang.audit(policy, document, request);
            report.close();
            char[] ci = new char[300];
            Question[] questions = {
                () -> Injang.audit(policy, document, request).toString(),
                () -> Injang.auditDetached(policy, document, content, request).toString(),
                () -> Injang.verify(policy, document, Samples.request()).getReport().toString(),
                () -> details(Injang.audit(policy, document, request)),
                () -> Samples.builder().intermediates(large(Samples.read("vectors/kakao/ca.der"))).build()
                        .getManifest(),
                () -> refused(() -> Samples.builder().trustKey(digest, digest).build().getManifest()),
                () -> policy.withRevocationData(crl, crl).getManifest(),
                () -> decision(provider),
                () -> refused(() -> shortSignatures(provider)),
                () -> Injang.inspect(document).toJson(),
                () -> refused(() -> Injang.vidText(ci, digest, VidLayout.CI_SERIAL, VidEncoding.HEX)),
                () -> refused(() -> "" + Injang.checkVid(ci, digest, VidLayout.CI_SERIAL, new String(ci))),
                () -> "" + Injang.certificateSerial(Samples.read("vectors/kakao/ca.der")).length,
            };
            int failed = 0;
            for (Question question : questions) {
                Allocations.fail(-1);
                String expected = question.ask();
                String answer = null;
                for (int number = 0; answer == null; number++) {
                    Allocations.fail(number);
                    try {
                        answer = question.ask();
                    } catch (OutOfMemoryError e) {
                        assertTrue(e.getMessage().startsWith("io.injang: "), e.getMessage());
                        failed++;
                    }
                }
                Allocations.fail(-1);
                assertEquals(expected, answer);
            }
            assertTrue(failed >= 20, failed + " allocations failed");
        }
    }

    private static String details(Report report) {
        return report + report.getChecks().toString() + report.getSigners().get(0).getChecks();
    }

    private static String decision(Policy policy) {
        try (Exchange exchange = Samples.exchange()) {
            return exchange.decide(policy, VerificationTime.CALLER, Samples.AT).toString();
        }
    }

    /** Refused: there are paths and no short signatures. */
    private static String shortSignatures(Policy policy) {
        String path = "/" + new String(new char[300]);
        try (Exchange exchange = Samples.exchange()) {
            return exchange.original(path, new byte[300])
                    .sessionPaths(path, path, path, TimeForm.RFC3339)
                    .decide(policy, VerificationTime.CALLER, Samples.AT)
                    .toString();
        }
    }

    /** The message of what can't be taken. */
    private static String refused(Question question) throws Exception {
        try {
            return question.ask();
        } catch (InjangException e) {
            return e.getMessage();
        }
    }

    @Test
    void everyAllocationFailsOnce() throws Exception {
        Path build = Samples.BUILD;
        System.setProperty(NativeLoader.LIBRARY_PATH, build.resolve("native-test").toString());
        try (Isolated isolated = new Isolated(Samples.CLASSES, build.resolve("test-classes"), junit(), opentest())) {
            isolated.call("AllocationTest", "everyAllocation");
        } finally {
            System.clearProperty(NativeLoader.LIBRARY_PATH);
        }
    }

    private static Path junit() throws Exception {
        return where(Assertions.class);
    }

    private static Path opentest() throws Exception {
        return where(AssertionFailedError.class);
    }

    private static Path where(Class<?> type) throws Exception {
        return Paths.get(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
