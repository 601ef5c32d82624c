package io.injang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages about migration: their code compiles, and what they say of the old code is so. */
final class MigrationTest {
    @TempDir
    Path folder;

    private static String page(String name) throws Exception {
        return Text.of(Files.readAllBytes(Samples.ROOT.resolve("docs/" + name + ".md")));
    }

    private static List<String> all(String regex, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** The blocks of code, which are the same in both languages. */
    private static List<String> code(String name, String language) throws Exception {
        String fence = "\n```" + language + "\n(.*?)```\n";
        List<String> blocks = all(fence, page(name));
        assertEquals(blocks, all(fence, page(name + ".ko")));
        assertEquals(2, blocks.size());
        return blocks;
    }

    /** Rows of cases, with what Injang says, which are the same in both languages. */
    private static List<String[]> cases(String name) throws Exception {
        String row = "\n\\| `([a-z-]+/[a-z0-9-]+)` \\|";
        List<String> names = all(row, page(name));
        assertEquals(names, all(row, page(name + ".ko")));
        assertTrue(names.size() >= 5);
        List<String[]> rows = new ArrayList<>();
        for (String one : names) {
            String said = all("\n\\| `" + one + "` \\| [^|]* \\| ([^|]*) \\|", page(name)).get(0);
            rows.add(new String[] {one, said});
        }
        return rows;
    }

    /** What Injang says of a case: the page says the same, and the case. */
    private static void holds(String[] row) {
        String path = "vectors/" + row[0] + "/case.json";
        String verdict = Samples.word(path, "verdict");
        if (row[1].contains("identity mismatched")) {
            assertEquals("TOTAL-PASSED, identity mismatched: not accepted", row[1]);
            assertEquals("mismatched", all("\"identity\": \"([a-z-]+)\"", Samples.text(path)).get(0));
        } else {
            assertEquals(verdict + " / " + Samples.word(path, "sub_indication"), row[1], row[0]);
        }
    }

    @Test
    void bouncyCastle() throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assumeTrue(compiler != null, "this is a runtime without a compiler");
        List<String> command = new ArrayList<>(Arrays.asList(
                "-Xlint:all", "-Werror", "-proc:none", "-d", folder.toString(), "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + Samples.CLASSES));
        String[] names = {"Before", "After"};
        for (int index = 0; index < 2; index++) {
            Path file = folder.resolve(names[index] + ".java");
            Files.write(file, Text.octets(code("migrate-bouncycastle", "java").get(index)));
            command.add(file.toString());
        }
        assertEquals(0, compiler.run(null, null, null, command.toArray(new String[0])));
        URL[] urls = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, MigrationTest.class.getClassLoader())) {
            Method before = loader.loadClass("Before").getMethod("verify", byte[].class);
            for (String[] row : cases("migrate-bouncycastle")) {
                holds(row);
                byte[] document = Samples.read("vectors/" + row[0] + "/document.der");
                assertNotNull(before.invoke(null, (Object) document), row[0]);
            }
            assertEquals(null, before.invoke(null, (Object) Samples.forged()));
            after(loader.loadClass("After"));
        }
    }

    private static void after(Class<?> type) throws Exception {
        byte[] authority = Samples.read("vectors/identity/ca.der");
        byte[] crl = Samples.read("vectors/revocation/below-root-good/evidence-0.der");
        Method verify = type.getMethod("verify", byte[].class, Instant.class, char[].class, String.class);
        try (AutoCloseable after = (AutoCloseable)
                type.getConstructor(byte[].class, byte[].class).newInstance(authority, crl)) {
            // The CRL is another CA's: what cannot be shown does not pass.
            byte[] document = Samples.read("vectors/identity/matched-ci-serial/document.der");
            InvocationTargetException e = assertThrows(
                    InvocationTargetException.class,
                    () -> verify.invoke(after, document, Samples.AT, new char[] {'A'}, "AA=="));
            Report report = ((VerificationException) e.getCause()).getReport();
            assertEquals("INDETERMINATE/TRY_LATER", report.toString());
        }
    }

    private static final String MAIN = "#include <stdio.h>\n"
            + "int main(int count, char **files) {\n"
            + "  static unsigned char document[1 << 20];\n"
            + "  for (int index = 1; index < count; index++) {\n"
            + "    FILE *file = fopen(files[index], \"rb\");\n"
            + "    size_t length = fread(document, 1, sizeof document, file);\n"
            + "    BIO *out = BIO_new(BIO_s_mem());\n"
            + "    printf(\"%d\", before_verify(document, (int)length, out));\n"
            + "    BIO_free(out);\n"
            + "    fclose(file);\n"
            + "  }\n"
            + "  return 0;\n"
            + "}\n";

    private static List<String> gcc(String... more) {
        List<String> command = new ArrayList<>(Arrays.asList(
                "gcc", "-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror",
                "-I" + Samples.ROOT.resolve("include")));
        command.addAll(Arrays.asList(more));
        return command;
    }

    @Test
    void openSsl() throws Exception {
        List<String> blocks = code("migrate-openssl", "c");
        Path after = folder.resolve("after.c");
        Files.write(after, Text.octets(blocks.get(1)));
        assertEquals(
                "",
                Isolated.run(gcc("-c", "-o", folder.resolve("after.o").toString(), after.toString())));

        Path before = folder.resolve("before.c");
        Files.write(before, Text.octets(blocks.get(0) + MAIN));
        assumeTrue(Files.exists(Paths.get("/usr/include/openssl/cms.h")), "OpenSSL's headers");
        String program = folder.resolve("before").toString();
        assertEquals("", Isolated.run(gcc("-o", program, before.toString(), "-lcrypto")));
        List<String> command = new ArrayList<>(Arrays.asList(program));
        StringBuilder expected = new StringBuilder();
        for (String[] row : cases("migrate-openssl")) {
            holds(row);
            command.add(Samples.ROOT.resolve("tests/vectors/" + row[0] + "/document.der").toString());
            expected.append(1);
        }
        command.add(Samples.ROOT.resolve("tests/vectors/kakao/content-flipped-bit/document.der").toString());
        assertEquals(expected + "0", Isolated.run(command));
    }
}
