package io.injang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the native library is found, and what is said where it can't be loaded. */
final class LoadTest {
    private static final String NATIVE = "META-INF/native/linux-x86_64/" + NativeLoader.LIBRARY;

    @TempDir
    Path folder;

    private static void assertSays(String message, String... parts) {
        for (String part : parts) {
            assertTrue(message.contains(part), "\"" + part + "\" is not in: " + message);
        }
    }

    /** The version of Cargo.toml is that of pom.xml and that of the library. */
    @Test
    void oneVersion() throws Exception {
        String cargo = Text.of(Files.readAllBytes(Samples.ROOT.resolve("Cargo.toml")));
        String pom = Text.of(Files.readAllBytes(Samples.ROOT.resolve("bindings/java/pom.xml")));
        assertTrue(cargo.contains("\nversion = \"" + Injang.version() + "\"\n"));
        assertTrue(pom.contains("  <version>" + Injang.version() + "</version>\n"));
    }

    @Test
    void pathsWithSpacesAndKoreanLetters() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("자바 클래스 # 100%/가"));
        Path temporary = Files.createDirectories(folder.resolve("임시 폴더 +"));
        Isolated.copy(Samples.CLASSES, classes);
        assertEquals(Injang.version(), Isolated.load(classes, NativeLoader.TMPDIR, temporary.toString()));
        // Nothing is left behind.
        assertEquals(0, temporary.toFile().list().length);
        assertEquals(
                Injang.version(),
                Isolated.load(
                        classes,
                        NativeLoader.LIBRARY_PATH,
                        classes.resolve(NATIVE).getParent().toString()));
    }

    @Test
    void aFolderThatIsNotThere() throws Exception {
        String message = Isolated.load(
                Samples.CLASSES, NativeLoader.LIBRARY_PATH, folder.resolve("없음").toString());
        assertSays(message, "없음", "does not exist", NativeLoader.LIBRARY_PATH);
        message = Isolated.load(Samples.CLASSES, NativeLoader.TMPDIR, folder.resolve("없음").toString());
        assertSays(message, "can't be written", "없음", "-Dinjang.tmpdir=FOLDER");
    }

    @Test
    void aJarWithoutOrWithADamagedLibrary() throws Exception {
        Isolated.copy(Samples.CLASSES, folder);
        byte[] library = Files.readAllBytes(folder.resolve(NATIVE));
        Files.write(folder.resolve(NATIVE), Arrays.copyOf(library, library.length / 2));
        assertSays(Isolated.load(folder), "damaged", "SHA-256", "Fetch the jar again");
        Files.delete(folder.resolve(NATIVE));
        assertSays(Isolated.load(folder), "no native library for linux-x86_64", "glibc 2.17");
    }

    @Test
    void aTruncatedFile() throws Exception {
        byte[] library = Files.readAllBytes(Samples.CLASSES.resolve(NATIVE));
        Path file = folder.resolve(NativeLoader.LIBRARY);
        for (byte[] octets : new byte[][] {{}, new byte[4096], Arrays.copyOf(library, 100)}) {
            Files.write(file, octets);
            String message = Isolated.load(
                    Samples.CLASSES, NativeLoader.LIBRARY_PATH, folder.toString());
            assertSays(message, "truncated", "Copy it again", "The linker says");
        }
    }

    /** A library whose versions are others, and one without any of the methods. */
    @Test
    void anotherVersion() throws Exception {
        String source = "int METHOD(formatVersion)(void *e, void *c) { (void)e; (void)c; return FORMAT; }\n"
                + "int METHOD(abiVersion)(void *e, void *c) { (void)e; (void)c; return 99; }\n";
        String[][] cases = {
            {"#define FORMAT 99\n" + source, "the form of results has the version 99, not 1"},
            {"#define FORMAT 1\n" + source, "the ABI has the version 99, not 1"},
            {"int nothing;\n", "of another version than these classes"},
        };
        for (String[] one : cases) {
            // A JVM loads a path once.
            Path folder = Files.createTempDirectory(this.folder, "version");
            Path file = folder.resolve("other.c");
            Files.write(file, ("#define METHOD(name) Java_io_injang_Native_##name\n" + one[0]).getBytes());
            assumeTrue(Isolated.run(Arrays.asList("gcc", "--version")).contains("gcc"), "gcc");
            String library = folder.resolve(NativeLoader.LIBRARY).toString();
            assertEquals(
                    "", Isolated.run(Arrays.asList("gcc", "-shared", "-fPIC", "-o", library, file.toString())));
            assertSays(
                    Isolated.load(Samples.CLASSES, NativeLoader.LIBRARY_PATH, folder.toString()),
                    one[1],
                    "Take the one of the same release");
        }
    }

    /** What dynamic linkers say, and what it means. */
    @Test
    void messagesOfTheLinker() {
        Path file = Paths.get("/opt/libinjang_java.so");
        String[][] cases = {
            {
                "/opt/libinjang_java.so: /lib64/libc.so.6: version `GLIBC_2.34' not found (required by …)",
                "newer glibc", "glibc 2.17 (RHEL 7)"
            },
            {
                "Error loading shared library ld-linux-x86-64.so.2: No such file or directory",
                "musl", "Alpine"
            },
            {
                "/opt/libinjang_java.so: failed to map segment from shared object: Operation not permitted",
                "noexec"
            },
            {"/opt/libinjang_java.so: file too short", "truncated", "Copy it again"},
            {
                "/opt/libinjang_java.so: cannot open shared object file (Possible cause: can't load AMD 64-bit"
                        + " .so on a AARCH64 platform)",
                "another CPU"
            },
            {"Native Library /opt/libinjang_java.so already loaded in another classloader", "its own copy"},
            {"libgcc_s.so.1: something new", "see the linker's message"},
        };
        for (String[] one : cases) {
            String message = NativeLoader.explained(one[0], file, true);
            assertSays(message, Arrays.copyOfRange(one, 1, one.length));
            assertSays(message, one[0]);
        }
        assertEquals("linux-x86_64", NativeLoader.platform("Linux", "amd64"));
        assertEquals("linux-aarch64", NativeLoader.platform("Linux", "aarch64"));
        assertEquals("windows-11-x86_64", NativeLoader.platform("Windows 11", "amd64"));
    }

    @Test
    void anotherPlatform() throws Exception {
        String cpu = System.getProperty("os.arch");
        try {
            assertSays(
                    Isolated.load(Samples.CLASSES, "os.arch", "riscv64"),
                    "no native library for linux-riscv64",
                    "cargo xtask java");
        } finally {
            System.setProperty("os.arch", cpu);
        }
    }

    /** A folder for temporary files that is full, noexec or read-only, in a mount namespace of its own. */
    @Test
    void foldersForTemporaryFiles() throws Exception {
        String[][] cases = {
            {"size=64k", "can't be written", "No space left on device", "-Dinjang.tmpdir=FOLDER"},
            {"size=64m,noexec", "noexec", "-Dinjang.tmpdir=FOLDER"},
            {"size=64m,ro", "can't be written", "Read-only file system", "-Dinjang.tmpdir=FOLDER"},
            {"size=64m", "loaded "},
        };
        for (String[] one : cases) {
            String mount = "mount -t tmpfs -o " + one[0] + " tmpfs '" + folder + "'";
            boolean may = Isolated.run(Arrays.asList("unshare", "-Urm", "sh", "-c", mount)).isEmpty();
            assumeTrue(may, "this system has no unprivileged mount namespaces");
            List<String> command = new ArrayList<>(Arrays.asList(
                    "unshare", "-Urm", "sh", "-c", mount + " && exec \"$@\"", "sh"));
            command.addAll(child("-Djava.io.tmpdir=" + folder));
            assertSays(Isolated.run(command), Arrays.copyOfRange(one, 1, one.length));
        }
    }

    /** JEP 472: from Java 24 on a JVM may refuse native code. */
    @Test
    void refusedNativeAccess() throws Exception {
        assumeTrue(Isolated.javaVersion() >= 24, "this JVM refuses nobody");
        assertSays(
                Isolated.run(child("--illegal-native-access=deny")),
                "JEP 472",
                "--enable-native-access=ALL-UNNAMED");
        assertSays(
                Isolated.run(child("--illegal-native-access=deny", "--enable-native-access=ALL-UNNAMED")),
                "loaded ");
    }

    private static List<String> child(String... options) {
        List<String> command = Isolated.java(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path") + File.pathSeparator + Samples.CLASSES);
        command.add("io.injang.LoadMain");
        return command;
    }
}
