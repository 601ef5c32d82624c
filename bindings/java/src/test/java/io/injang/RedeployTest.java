package io.injang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A web application that is deployed again and again: each time a class loader, and a library of its own. */
@Timeout(300)
final class RedeployTest {
    private static final int ROUNDS = 20;

    /** How many native libraries of Injang are mapped. */
    private static long mapped() throws Exception {
        try (Stream<String> lines = Files.lines(Paths.get("/proc/self/maps"))) {
            return lines.filter(it -> it.contains(NativeLoader.LIBRARY) && it.contains("r-xp")).count();
        }
    }

    private static long residentKib() throws Exception {
        for (String line : Files.readAllLines(Paths.get("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        throw new AssertionError("no VmRSS");
    }

    /** Uses the classes of a new class loader in a thread that ends after it, as a pool's does. */
    private static WeakReference<ClassLoader> deploy() throws Exception {
        Throwable[] failure = new Throwable[1];
        Isolated application = new Isolated(Samples.CLASSES, Samples.BUILD.resolve("test-classes"));
        WeakReference<ClassLoader> loader = new WeakReference<>(application.loader());
        Thread thread = new Thread(() -> {
            try {
                application.call("RedeployTest", "work");
                application.close();
            } catch (Throwable e) {
                failure[0] = e;
            }
        });
        thread.setContextClassLoader(null);
        thread.start();
        thread.join();
        if (failure[0] != null) {
            throw new AssertionError(failure[0]);
        }
        return loader;
    }

    /** What the application does: called under its own class loader. */
    static void work() throws Exception {
        try (Policy policy = Samples.policy()) {
            for (int count = 0; count < 200; count++) {
                // A failure leaves something in the cryptographic library's memory of this thread.
                Injang.audit(policy, count % 2 == 0 ? Samples.good() : Samples.forged(), Samples.request()).close();
            }
        }
    }

    private static void undeployed(WeakReference<ClassLoader> loader) throws Exception {
        for (int round = 0; round < 200 && loader.get() != null; round++) {
            System.gc();
            Thread.sleep(10);
        }
        assertEquals(null, loader.get(), "the class loader is still reachable");
    }

    /** Prints how many libraries are mapped at the end, and by how much the process grew after five rounds. */
    public static void main(String[] arguments) throws Exception {
        long before = 0;
        for (int round = 0; round < ROUNDS; round++) {
            undeployed(deploy());
            if (round == 4) {
                before = residentKib();
            }
        }
        for (int round = 0; round < 200 && mapped() > 0; round++) {
            System.gc();
            Thread.sleep(10);
        }
        System.out.println("mapped " + mapped() + ", grown " + (residentKib() - before));
    }

    /** In a process whose heap, compiler and allocator don't grow by themselves. */
    @Test
    void twentyTimes() throws Exception {
        List<String> command = Isolated.java(
                "-Xms48m", "-Xmx48m", "-XX:+AlwaysPreTouch", "-XX:TieredStopAtLevel=1",
                "-Dinjang.root=" + Samples.ROOT, "-Dinjang.classes=" + Samples.CLASSES,
                "-Dinjang.build=" + Samples.BUILD, "-cp", System.getProperty("java.class.path"),
                "io.injang.RedeployTest");
        command.addAll(0, Arrays.asList("env", "MALLOC_ARENA_MAX=1"));
        String said = Isolated.run(command);
        Matcher figures = Pattern.compile("mapped 0, grown (-?[0-9]+)").matcher(said);
        assertTrue(figures.find(), said);
        // A library has 6 MiB: of 15 rounds not one stays.
        assertTrue(Long.parseLong(figures.group(1)) < 6 << 10, said);
    }
}
