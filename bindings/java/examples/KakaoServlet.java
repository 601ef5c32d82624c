import io.injang.Accepted;
import io.injang.Decision;
import io.injang.DecisionException;
import io.injang.Exchange;
import io.injang.Language;
import io.injang.Policy;
import io.injang.Provider;
import io.injang.Revocation;
import io.injang.VerificationTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.util.Arrays;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Takes an answer of Kakao as the body of {@code POST /kakao/NAME}, and decides over it: 200 only if it is
 * ACCEPTED, 422 otherwise.
 *
 * <p>What was asked stands in files here: a folder NAME with request.json, keys.json and ci.txt. A server has them
 * in its database, where it put them before it asked.
 */
public final class KakaoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** More than any answer has. */
    private static final int MOST = 4 << 20;

    /** One for all requests and threads. */
    private transient Policy policy;
    private transient Path exchanges;

    @Override
    public void init() throws ServletException {
        try {
            byte[] authority = Files.readAllBytes(Paths.get(getInitParameter("authority")));
            exchanges = Paths.get(getInitParameter("exchanges"));
            // In production: Revocation.REQUIRE, and policy.withRevocationData(crl) every hour.
            policy = Policy.builder(Revocation.NONE).trust(authority).build();
        } catch (IOException e) {
            throw new ServletException(e);
        }
    }

    /** Waits for the requests that are being answered. */
    @Override
    public void destroy() {
        policy.close();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = String.valueOf(request.getPathInfo()).substring(1);
        Path folder = exchanges.resolve(name);
        if (!name.matches("[a-z0-9-]+") || !Files.isDirectory(folder)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] answer = body(request);
        byte[] keys = Files.readAllBytes(folder.resolve("keys.json"));
        byte[] ci = Files.readAllBytes(folder.resolve("ci.txt"));
        response.setContentType("text/plain; charset=UTF-8");
        try (Exchange exchange = Exchange.with(Provider.KAKAO)) {
            exchange.request(Files.readAllBytes(folder.resolve("request.json")))
                    .response(answer)
                    .keys(keys)
                    .ci(ci);
            // Closed, so that its memory does not wait for the garbage collector.
            try (Decision decision = exchange.decide(policy, VerificationTime.CLOCK, now())) {
                answer(response, decision);
            }
        } finally {
            Arrays.fill(keys, (byte) 0);
            Arrays.fill(ci, (byte) 0);
        }
    }

    private static void answer(HttpServletResponse response, Decision decision) throws IOException {
        try {
            Accepted accepted = decision.accept();
            // accepted.getDocuments() is what was signed: keep it, and decision.toJson() beside it.
            response.setHeader("X-Documents", String.valueOf(accepted.getDocuments().size()));
        } catch (DecisionException e) {
            response.setStatus(422);
        }
        response.getWriter().write(decision.toBrief(Language.EN));
    }

    /** The time of a test, or now. */
    private Instant now() {
        String clock = getInitParameter("clock");
        return clock == null ? Instant.now() : Instant.parse(clock);
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] octets = new byte[8192];
        try (InputStream in = request.getInputStream()) {
            for (int count = in.read(octets); count >= 0; count = in.read(octets)) {
                body.write(octets, 0, count);
                if (body.size() > MOST) {
                    throw new IOException("the answer is too long");
                }
            }
        }
        return body.toByteArray();
    }
}
