import io.injang.Accepted;
import io.injang.Decision;
import io.injang.DecisionException;
import io.injang.Exchange;
import io.injang.Language;
import io.injang.Policy;
import io.injang.Provider;
import io.injang.Revocation;
import io.injang.VerificationTime;
import io.injang.Verified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.util.Arrays;

/**
 * Decides over an answer of Kakao: {@code ProviderAnswer.java CA FOLDER TIME}, where the folder has
 * request.json, response.json, keys.json and ci.txt.
 */
public final class ProviderAnswer {
    private ProviderAnswer() {}

    /** Prints the decision; the exit status is 0 only where it is ACCEPTED. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Paths.get(arguments[1]);
        byte[] authority = Files.readAllBytes(Paths.get(arguments[0]));
        byte[] keys = Files.readAllBytes(folder.resolve("keys.json"));
        byte[] ci = Files.readAllBytes(folder.resolve("ci.txt"));
        Instant received = Instant.parse(arguments[2]);
        try (Policy policy = Policy.builder(Revocation.NONE).trust(authority).build();
                Exchange exchange = Exchange.with(Provider.KAKAO)) {
            exchange.request(Files.readAllBytes(folder.resolve("request.json")))
                    .response(Files.readAllBytes(folder.resolve("response.json")))
                    .keys(keys)
                    .ci(ci);
            try (Decision decision = exchange.decide(policy, VerificationTime.CALLER, received)) {
                System.out.println(decision.toBrief(Language.EN));
                Accepted accepted = decision.accept();
                for (Verified document : accepted.getDocuments()) {
                    int length = document.getContent().map(it -> it.length).orElse(0);
                    System.out.println(length + " octets were signed");
                }
            }
        } catch (DecisionException e) {
            System.exit(1);
        } finally {
            Arrays.fill(keys, (byte) 0);
            Arrays.fill(ci, (byte) 0);
        }
    }
}
