import io.injang.Injang;
import io.injang.Language;
import io.injang.Policy;
import io.injang.Request;
import io.injang.Revocation;
import io.injang.VerificationException;
import io.injang.Verified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.time.Instant;

/** Verifies one document: {@code Verify.java CA DOCUMENT TIME}. */
public final class Verify {
    private Verify() {}

    /** Prints the verdict; the exit status is 0 only where the document is accepted. */
    public static void main(String[] arguments) throws IOException {
        byte[] authority = Files.readAllBytes(Paths.get(arguments[0]));
        byte[] document = Files.readAllBytes(Paths.get(arguments[1]));
        // The time at which the document was received. Judged by the clock, it fails one day.
        Instant received = Instant.parse(arguments[2]);

        // A server makes this once. With Revocation.REQUIRE it needs CRLs: .revocationData(crl)
        try (Policy policy = Policy.builder(Revocation.NONE).trust(authority).build()) {
            Verified verified = Injang.verify(policy, document, Request.at(received).build());
            System.out.println(verified.getReport().toBrief(Language.EN));
            System.out.println(verified.getContent().map(it -> it.length).orElse(0) + " octets were signed");
        } catch (VerificationException e) {
            System.out.println(e.getReport().toText(Language.EN, false));
            System.exit(1);
        }
    }
}
