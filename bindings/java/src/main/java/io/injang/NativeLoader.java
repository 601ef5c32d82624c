package io.injang;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Loads the native library, once for each class loader: from the folder that {@code injang.library.path} names,
 * or else from the jar.
 *
 * <p>A JVM loads one file for one class loader only, so each class loader gets its own copy:
 *
 * <ol>
 *   <li>a new folder that only this user may enter, in {@code injang.tmpdir} or else {@code java.io.tmpdir};
 *   <li>the file is written there, read back, and its SHA-256 compared with the one in the jar;
 *   <li>it is loaded, and both versions are compared with those of this jar;
 *   <li>file and folder are removed, whatever happened: what is loaded needs no name.
 * </ol>
 */
final class NativeLoader {
    static final String LIBRARY = "libinjang_java.so";
    static final String LIBRARY_PATH = "injang.library.path";
    static final String TMPDIR = "injang.tmpdir";

    private static volatile boolean isLoaded;
    /** Why it could not be loaded; not tried again. */
    private static NativeLoadException failure;

    private NativeLoader() {}

    static void load() {
        if (!isLoaded) {
            loadOnce();
        }
    }

    private static synchronized void loadOnce() {
        if (isLoaded) {
            return;
        }
        if (failure == null) {
            try {
                String folder = System.getProperty(LIBRARY_PATH);
                if (folder == null) {
                    loadFromJar(platform(System.getProperty("os.name"), System.getProperty("os.arch")));
                } else {
                    loadFrom(Paths.get(folder).resolve(LIBRARY).toAbsolutePath());
                }
                isLoaded = true;
                return;
            } catch (NativeLoadException e) {
                failure = e;
            }
        }
        // A new one each time: its stack trace is that of this call.
        throw new NativeLoadException(failure.getMessage(), failure);
    }

    /** The folder in the jar for a platform. */
    static String platform(String system, String cpu) {
        String name = system.toLowerCase(Locale.ROOT);
        String architecture = cpu.toLowerCase(Locale.ROOT);
        if (architecture.equals("amd64")) {
            architecture = "x86_64";
        } else if (architecture.equals("arm64")) {
            architecture = "aarch64";
        }
        return (name.startsWith("linux") ? "linux" : name.replace(' ', '-')) + "-" + architecture;
    }

    private static void loadFrom(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new NativeLoadException(
                    file + " does not exist. The system property " + LIBRARY_PATH
                            + " must name the folder with " + LIBRARY
                            + "; leave it out to use the one in the jar",
                    null);
        }
        link(file, true);
    }

    private static void loadFromJar(String platform) {
        byte[] library = resource(platform, LIBRARY);
        byte[] sha256 = resource(platform, LIBRARY + ".sha256");
        if (library == null || sha256 == null) {
            throw new NativeLoadException(
                    "this injang.jar has no native library for " + platform
                            + ". Injang comes for Linux on x86-64 (amd64), glibc 2.17 and newer. For another"
                            + " platform build it from source (cargo xtask java) and name its folder by -D"
                            + LIBRARY_PATH + "=FOLDER",
                    null);
        }
        String expected = Text.of(sha256).trim();
        if (!expected.equals(sha256(library))) {
            throw new NativeLoadException(
                    "the native library in injang.jar is damaged: its SHA-256 is not the one beside it."
                            + " Fetch the jar again",
                    null);
        }
        String property = System.getProperty(TMPDIR) == null ? "java.io.tmpdir" : TMPDIR;
        Path parent = Paths.get(System.getProperty(property));
        Path folder = null;
        try {
            folder = Files.createTempDirectory(
                    parent,
                    "injang",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path file = folder.resolve(LIBRARY);
            Files.write(file, library);
            if (!expected.equals(sha256(file))) {
                throw new NativeLoadException(
                        "what was written to " + parent + " is not what is read back. " + otherFolder(), null);
            }
            link(file, false);
        } catch (IOException e) {
            throw new NativeLoadException(
                    "the native library can't be written to " + parent + " (" + property + "): " + e + ". "
                            + otherFolder(),
                    e);
        } finally {
            remove(folder);
        }
    }

    private static String otherFolder() {
        return "Name a folder in which this process may write and execute files, with 16 MiB of room, by -D"
                + TMPDIR + "=FOLDER";
    }

    /** Loads a file and asks it for its versions. */
    private static void link(Path file, boolean isGiven) {
        try {
            System.load(file.toString());
            check(Native.formatVersion(), Native.FORMAT_VERSION, "the form of results", file, isGiven);
            check(Native.abiVersion(), Native.ABI_VERSION, "the ABI", file, isGiven);
        } catch (NativeLoadException e) {
            throw e;
        } catch (UnsatisfiedLinkError e) {
            throw new NativeLoadException(explained(String.valueOf(e.getMessage()), file, isGiven), e);
        } catch (RuntimeException e) {
            // IllegalCallerException, which Java 8 does not know.
            if (!e.getClass().getName().equals("java.lang.IllegalCallerException")) {
                throw e;
            }
            throw new NativeLoadException(
                    "this JVM refuses native code (JEP 472, --illegal-native-access=deny). Start it with"
                            + " --enable-native-access=ALL-UNNAMED, or with --enable-native-access=io.injang"
                            + " where injang.jar is on the module path; an executable jar may have"
                            + " Enable-Native-Access: ALL-UNNAMED in its own manifest",
                    e);
        }
    }

    private static void check(int found, int expected, String what, Path file, boolean isGiven) {
        if (found != expected) {
            throw otherVersion(file, isGiven, what + " has the version " + found + ", not " + expected);
        }
    }

    private static NativeLoadException otherVersion(Path file, boolean isGiven, String why) {
        return new NativeLoadException(otherVersionMessage(file, isGiven, why), null);
    }

    private static String otherVersionMessage(Path file, boolean isGiven, String why) {
        String what = isGiven ? file.toString() : "the native library in injang.jar";
        return what + " is of another version than these classes: " + why + ". "
                + (isGiven
                        ? "Take the one of the same release, or leave out -D" + LIBRARY_PATH
                        : "Look for a second injang.jar on the class path");
    }

    /** What to do about a message of the dynamic linker. */
    static String explained(String message, Path file, boolean isGiven) {
        String what = isGiven ? file.toString() : "the native library of injang.jar";
        String why;
        if (message.contains("GLIBC_") && message.contains("not found")) {
            why = "it needs a newer glibc than this system has. Injang's releases need glibc 2.17 (RHEL 7); one"
                    + " that was built from source needs at least the glibc that it was built with. Take a"
                    + " release, or build it on the oldest system that you use";
        } else if (message.contains("ld-linux") || message.contains("symbol not found") || isMusl()) {
            why = "this system has musl and no glibc (Alpine). Use an image with glibc, such as one of Debian,"
                    + " Ubuntu or UBI";
        } else if (message.contains("failed to map segment") || message.contains("Operation not permitted")) {
            why = "its folder is on a file system that is mounted noexec, or SELinux forbids to execute files"
                    + " there. "
                    + (isGiven ? "Move it to another folder" : otherFolder());
        } else if (message.contains("file too short") || message.contains("invalid ELF header")
                || message.contains("file data") || message.contains("ELF file")) {
            why = "it is truncated or no library for this CPU. "
                    + (isGiven ? "Copy it again" : "Fetch the jar again");
        } else if (message.contains("wrong ELF class") || message.contains("AARCH64")
                || message.contains("AMD 64-bit") || message.contains("wrong architecture")) {
            why = "it is for another CPU than this JVM (" + System.getProperty("os.arch") + ")";
        } else if (message.contains("already loaded in another classloader")) {
            why = "another class loader of this JVM has loaded it. Leave out -D" + LIBRARY_PATH
                    + ", so that each gets its own copy, or put injang.jar where both find it";
        } else if (message.contains("io.injang.Native") || message.contains("_Native_")) {
            return otherVersionMessage(file, isGiven, message);
        } else if (message.contains("Permission denied")) {
            why = "this process may not read it";
        } else {
            why = "see the linker's message";
        }
        return what + " can't be loaded: " + why + ". The linker says: " + message;
    }

    /** Whether this process runs on musl: its loader is mapped then. */
    private static boolean isMusl() {
        try {
            return Text.of(Files.readAllBytes(Paths.get("/proc/self/maps"))).contains("/ld-musl-");
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] resource(String platform, String name) {
        String path = "/META-INF/native/" + platform + "/" + name;
        try (InputStream in = NativeLoader.class.getResourceAsStream(path)) {
            return in == null ? null : all(in);
        } catch (IOException e) {
            throw new NativeLoadException("injang.jar can't be read: " + e + ". Fetch the jar again", e);
        }
    }

    private static byte[] all(InputStream in) throws IOException {
        byte[] octets = new byte[1 << 20];
        int length = 0;
        for (int count = in.read(octets); count >= 0; count = in.read(octets, length, octets.length - length)) {
            length += count;
            if (length == octets.length) {
                octets = Arrays.copyOf(octets, 2 * length);
            }
        }
        return Arrays.copyOf(octets, length);
    }

    private static String sha256(byte[] octets) {
        return hex(digest().digest(octets));
    }

    /** Of a file, in pieces: a JVM keeps a buffer outside the heap as large as the largest one read. */
    private static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] piece = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                digest.update(piece, 0, count);
            }
        }
        return hex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new NativeLoadException("this JVM has no SHA-256", e);
        }
    }

    private static String hex(byte[] octets) {
        StringBuilder hex = new StringBuilder();
        for (byte octet : octets) {
            hex.append(String.format("%02x", octet));
        }
        return hex.toString();
    }

    private static void remove(Path folder) {
        if (folder == null) {
            return;
        }
        File directory = folder.toFile();
        // What can't be removed stays: it harms nobody, and the library is loaded.
        boolean isRemoved = new File(directory, LIBRARY).delete() & directory.delete();
        if (!isRemoved) {
            directory.deleteOnExit();
        }
    }
}
