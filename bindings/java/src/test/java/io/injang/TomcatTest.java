package io.injang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The servlet of the examples in a Tomcat, on a port of this machine alone. */
@Timeout(120)
final class TomcatTest {
    @TempDir
    Path folder;

    /** Kept, because a logger that nobody holds forgets its level. */
    private static final Logger LOG = Logger.getLogger("org.apache");

    private String answer;

    private int post(int port, String path, byte[] body) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.getOutputStream().write(body);
        int status = connection.getResponseCode();
        InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        try (Scanner scanner = new Scanner(in, "UTF-8").useDelimiter("\\A")) {
            answer = scanner.hasNext() ? scanner.next() : "";
        }
        return status;
    }

    @Test
    void aServletTakesAnAnswerOfKakao() throws Exception {
        LOG.setLevel(Level.SEVERE);
        String cases = Samples.ROOT.resolve("tests/responses").toAbsolutePath().toString();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        Context context = tomcat.addContext("", folder.toString());
        Wrapper servlet = Tomcat.addServlet(context, "kakao", "KakaoServlet");
        servlet.addInitParameter("authority", cases + "/ca.der");
        servlet.addInitParameter("exchanges", cases + "/kakao-single");
        servlet.addInitParameter("clock", "2026-03-02T09:00:00Z");
        servlet.addMapping("/kakao/*");
        tomcat.start();
        try {
            int port = tomcat.getConnector().getLocalPort();
            assertEquals(200, post(port, "/kakao/text", Samples.read("responses/kakao-single/text/response.json")));
            assertTrue(answer.startsWith("ACCEPTED"), answer);
            byte[] other = Samples.read("responses/kakao-single/other-text/response.json");
            assertEquals(422, post(port, "/kakao/text", other));
            assertTrue(answer.startsWith("REJECTED"), answer);
            assertEquals(422, post(port, "/kakao/text", new byte[] {'{'}));
            assertEquals(404, post(port, "/kakao/nobody", other));
            assertEquals(404, post(port, "/kakao/..", other));
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }
}
