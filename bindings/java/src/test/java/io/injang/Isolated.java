package io.injang;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** These classes again under a class loader of their own, as in another web application. */
final class Isolated implements AutoCloseable {
    private final URLClassLoader loader;

    Isolated(Path... paths) throws IOException {
        URL[] urls = new URL[paths.length];
        for (int index = 0; index < paths.length; index++) {
            urls[index] = paths[index].toUri().toURL();
        }
        loader = new URLClassLoader(urls, ClassLoader.getSystemClassLoader().getParent());
    }

    ClassLoader loader() {
        return loader;
    }

    /** Calls a static method; throws what it throws. */
    Object call(String type, String name, Object... arguments) throws Exception {
        for (Method method : loader.loadClass("io.injang." + type).getDeclaredMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                method.setAccessible(true);
                try {
                    return method.invoke(null, arguments);
                } catch (InvocationTargetException e) {
                    if (e.getCause() instanceof Error) {
                        throw (Error) e.getCause();
                    }
                    throw (Exception) e.getCause();
                }
            }
        }
        throw new NoSuchMethodException(type + "." + name);
    }

    /** The message with which the native library is not loaded under these properties, or its version. */
    static String load(Path classes, String... properties) throws Exception {
        for (int index = 0; index < properties.length; index += 2) {
            System.setProperty(properties[index], properties[index + 1]);
        }
        try (Isolated isolated = new Isolated(classes)) {
            String first = isolated.said();
            String second = isolated.said();
            if (!first.equals(second)) {
                throw new AssertionError(first + "\nand then\n" + second);
            }
            return first;
        } finally {
            for (int index = 0; index < properties.length; index += 2) {
                System.clearProperty(properties[index]);
            }
        }
    }

    private String said() throws Exception {
        try {
            return (String) call("Injang", "version");
        } catch (UnsatisfiedLinkError e) {
            if (!e.getClass().getSimpleName().equals("NativeLoadException")) {
                throw e;
            }
            return e.getMessage();
        }
    }

    /** Runs a command; what it prints, both streams. */
    static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        StringBuilder text = new StringBuilder();
        byte[] octets = new byte[4096];
        for (int count = process.getInputStream().read(octets); count >= 0;
                count = process.getInputStream().read(octets)) {
            text.append(new String(octets, 0, count, StandardCharsets.UTF_8));
        }
        process.waitFor();
        return text.toString();
    }

    static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        Collections.addAll(command, arguments);
        return command;
    }

    static int javaVersion() {
        String version = System.getProperty("java.specification.version");
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }

    static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.collect(Collectors.toList());
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
