package io.injang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What threads may do to each other: nothing. */
@Timeout(120)
final class ThreadsTest {
    private static final int THREADS = 8;

    /** Runs the same in eight threads; throws what one of them throws. */
    private static <T> List<T> inThreads(Callable<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                futures.add(threads.submit(task));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void closeWhileEightThreadsVerify() throws Exception {
        for (int round = 0; round < 20; round++) {
            Policy policy = Samples.policy();
            byte[] good = Samples.good();
            CountDownLatch running = new CountDownLatch(THREADS);
            AtomicInteger accepted = new AtomicInteger();
            Thread closer = new Thread(() -> {
                try {
                    running.await();
                    policy.close();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            closer.start();
            inThreads(() -> {
                running.countDown();
                Request request = Samples.request();
                while (true) {
                    try {
                        assertTrue(Injang.verify(policy, good, request).getReport().isAccepted());
                        accepted.incrementAndGet();
                    } catch (IllegalStateException e) {
                        return null;
                    }
                }
            });
            closer.join();
            assertThrows(IllegalStateException.class, policy::getManifest);
            assertThrows(IllegalStateException.class, policy::withRevocationData);
            policy.close();
        }
    }

    @Test
    void aReportReadByEightThreads() throws Exception {
        try (Policy policy = Samples.policy()) {
            for (int round = 0; round < 20; round++) {
                Report report = Injang.audit(policy, Samples.good(), Samples.request());
                List<String> read = inThreads(() -> report.toJson()
                        + report.toText(Language.KO, true)
                        + report.getSigners().get(0).getChecks()
                        + report.getSigners().get(0).getSubject());
                assertEquals(1, read.stream().distinct().count());
            }
        }
    }

    /** A report that is closed while others read it: they get all of it, or the exception. */
    @Test
    void aReportClosedWhileItIsRead() throws Exception {
        try (Policy policy = Samples.policy()) {
            String expected = Injang.audit(policy, Samples.good(), Samples.request()).toJson();
            for (int round = 0; round < 50; round++) {
                Report report = Injang.audit(policy, Samples.good(), Samples.request());
                inThreads(() -> {
                    try {
                        assertEquals(expected, report.toJson());
                    } catch (IllegalStateException e) {
                        assertEquals("the report was closed", e.getMessage());
                    }
                    report.close();
                    return null;
                });
            }
        }
    }

    @Test
    void anInterruptChangesNothing() throws Exception {
        try (Policy policy = Samples.policy()) {
            Thread.currentThread().interrupt();
            assertTrue(Injang.verify(policy, Samples.good(), Samples.request()).getReport().isAccepted());
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void anInterruptDoesNotEndCloseEarly() throws Exception {
        Policy policy = Samples.policy();
        policy.enter();
        AtomicInteger state = new AtomicInteger();
        Thread closer = new Thread(() -> {
            policy.close();
            state.set(Thread.currentThread().isInterrupted() ? 1 : 2);
        });
        closer.start();
        closer.interrupt();
        closer.join(200);
        assertTrue(closer.isAlive());
        assertThrows(IllegalStateException.class, policy::enter);
        assertTrue(closer.isAlive());
        policy.leave();
        closer.join();
        assertEquals(1, state.get());
    }

    /** What nobody closes is freed after all, while new things are made. */
    @Test
    void whatIsLeftBehindIsFreed() throws Exception {
        try (Policy policy = Samples.policy()) {
            Request request = Samples.request();
            for (int count = 0; count < 5000; count++) {
                assertFalse(Injang.audit(policy, Samples.forged(), request).isAccepted());
            }
            for (int round = 0; round < 100 && Handle.count() > 1000; round++) {
                System.gc();
                Thread.sleep(20);
            }
            assertTrue(Handle.count() <= 1000, Handle.count() + " handles");
        }
    }

    /** A policy or a decision counts with what it holds, so that the collector is asked to run in time. */
    @Test
    void whatIsForgottenDoesNotGrowWithoutBound() throws Exception {
        int signatures = 1_000_000;
        long one = 3L * 128 * signatures;
        long most = 0;
        for (int round = 0; round < 30; round++) {
            Samples.builder().cacheSize(signatures).build();
            most = Math.max(most, Handle.octets());
            // The virtual machine says by a thread of its own what it found unreachable.
            Thread.sleep(10);
        }
        assertTrue(most < 15 * one, most / one + " forgotten policies");
        try (Policy policy = Samples.providerPolicy(); Exchange exchange = Samples.exchange()) {
            int given = Samples.read("responses/kakao-single/text/response.json").length;
            long before = Handle.octets();
            Decision decision = exchange.decide(policy, VerificationTime.CALLER, Samples.AT);
            long after = Handle.octets();
            assertTrue(after - before > 3L * given, after - before + " octets");
            decision.close();
            assertTrue(Handle.octets() < after);
        }
        byte[] crl = Samples.read("vectors/revocation/below-root-good/evidence-0.der");
        try (Policy policy = Samples.builder().cacheSize(0).build()) {
            long before = Handle.octets();
            try (Policy renewed = policy.withRevocationData(crl, crl)) {
                assertTrue(Handle.octets() - before > 6L * crl.length);
                assertFalse(renewed.getManifest().isEmpty());
            }
        }
    }
}
