import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathValidator;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.jcajce.PKIXExtendedBuilderParameters;
import org.bouncycastle.jcajce.PKIXExtendedParameters;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Judges every scene of a folder and prints a line for each: its number, then what the CRLs and each
 * OCSP response say, as `good`, `revoked` or `unknown`, with the reason behind a colon.
 *
 * <p>Arguments: the folder, and the time asked in milliseconds since 1970.
 */
public final class Judge {
    private final Path scene;
    private final Date at;
    private final CertificateFactory factory;

    private Judge(Path scene, Date at) throws Exception {
        this.scene = scene;
        this.at = at;
        this.factory = CertificateFactory.getInstance("X.509", "BC");
    }

    public static void main(String[] arguments) throws Exception {
        Security.addProvider(new BouncyCastleProvider());
        Date at = new Date(Long.parseLong(arguments[1]));
        for (Path scene : sorted(Path.of(arguments[0]), "")) {
            System.out.println(scene.getFileName() + "\t" + new Judge(scene, at).judge());
        }
    }

    private static List<Path> sorted(Path folder, String prefix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)).sorted().toList();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private X509Certificate certificate(Path file) throws Exception {
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    private String judge() throws Exception {
        X509Certificate root = certificate(scene.resolve("root.der"));
        X509Certificate end = certificate(scene.resolve("end.der"));
        List<Object> stored = new ArrayList<>(List.of(root, end));
        for (Path file : sorted(scene, "cert-")) {
            stored.add(certificate(file));
        }
        for (Path file : sorted(scene, "crl-")) {
            stored.add((X509CRL) factory.generateCRL(new ByteArrayInputStream(Files.readAllBytes(file))));
        }
        List<String> words = new ArrayList<>();
        words.add("crl=" + outcome(() -> build(root, end, stored, true)));
        for (Path file : sorted(scene, "ocsp-")) {
            byte[] response = Files.readAllBytes(file);
            words.add("ocsp=" + outcome(() -> {
                CertPath path = build(root, end, stored, false).getCertPath();
                CertPathValidator validator = CertPathValidator.getInstance("PKIX", "BC");
                PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
                checker.setOcspResponses(new HashMap<>(Map.of(end, response)));
                checker.setOptions(EnumSet.of(
                        PKIXRevocationChecker.Option.ONLY_END_ENTITY, PKIXRevocationChecker.Option.NO_FALLBACK));
                PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
                parameters.setDate(at);
                parameters.addCertPathChecker(checker);
                parameters.setRevocationEnabled(false);
                parameters.addCertStore(store(stored));
                validator.validate(path, parameters);
            }));
        }
        return String.join("\t", words);
    }

    private static CertStore store(List<Object> stored) throws Exception {
        return CertStore.getInstance("Collection", new CollectionCertStoreParameters(stored), "BC");
    }

    private PKIXCertPathBuilderResult build(
            X509Certificate root, X509Certificate end, List<Object> stored, boolean isRevocation) throws Exception {
        X509CertSelector selector = new X509CertSelector();
        selector.setCertificate(end);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(Set.of(new TrustAnchor(root, null)), selector);
        parameters.setDate(at);
        parameters.setRevocationEnabled(isRevocation);
        parameters.addCertStore(store(stored));
        // Deltas are read only where it is asked for.
        PKIXExtendedParameters.Builder base = new PKIXExtendedParameters.Builder(parameters);
        base.setUseDeltasEnabled(true);
        PKIXExtendedBuilderParameters extended = new PKIXExtendedBuilderParameters.Builder(base.build()).build();
        CertPathBuilder builder = CertPathBuilder.getInstance("PKIX", "BC");
        return (PKIXCertPathBuilderResult) builder.build(extended);
    }

    private interface Check {
        void run() throws Exception;
    }

    private static String outcome(Check check) {
        try {
            check.run();
            return "good";
        } catch (Throwable error) {
            String last = "";
            for (Throwable cause = error; cause != null; cause = cause.getCause()) {
                String message = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
                boolean isRevoked = message.contains("Certificate revocation after")
                        || message.contains("certificate revoked, reason=");
                if (isRevoked) {
                    return "revoked:" + message;
                }
                last = message;
            }
            return "unknown:" + last;
        }
    }
}
