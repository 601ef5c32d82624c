package io.injang;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs the cases that all languages share: takes the steps of a plan ({@code tests/src/plan.rs}), a line
 * {@code key<TAB>number<TAB>hex} each, and prints one line for each case, with numbers and SHA-256 of octets.
 */
public final class Cases {
    private final PrintStream out;
    private String name;
    private PolicyBuilder builder;
    private Policy policy;
    private Instant at;
    private long timeSource;
    private Request.Builder request;
    private byte[] ci;
    private byte[] content;
    private Exchange exchange;
    private final String[] paths = new String[3];
    private String nonce;
    private String nonceAnswer;
    private String originalId;

    private Cases(PrintStream out) {
        this.out = out;
    }

    /** The argument is the file with the plan. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        Cases cases = new Cases(out);
        try (BufferedReader lines =
                Files.newBufferedReader(Paths.get(arguments[0]), StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                cases.step(cells[0], Long.parseLong(cells[1]), unhex(cells[2]));
            }
        }
        out.flush();
    }

    private void step(String key, long number, byte[] octets) throws IOException {
        switch (key) {
            case "case":
                begin(Text.of(octets));
                break;
            case "document":
                Report report = judge(file(octets));
                out.println(name + "\t" + line(report));
                report.close();
                end();
                break;
            case "decide":
                out.println(name + "\t" + decide());
                end();
                break;
            default:
                if (!ofPolicy(key, number, octets)
                        && !ofRequest(key, number, octets)
                        && !ofExchange(key, number, octets)) {
                    throw new IllegalArgumentException(name + ": " + key);
                }
        }
    }

    private void begin(String name) {
        this.name = name;
        ci = null;
        content = null;
        exchange = null;
        paths[0] = paths[1] = paths[2] = null;
        nonce = nonceAnswer = originalId = null;
    }

    private void end() {
        policy.close();
        if (exchange != null) {
            exchange.close();
        }
    }

    private static byte[] file(byte[] path) throws IOException {
        return Files.readAllBytes(Paths.get(Text.of(path)));
    }

    private boolean ofPolicy(String key, long number, byte[] octets) throws IOException {
        switch (key) {
            case "revocation":
                builder = Policy.builder(Revocation.of((int) number));
                return true;
            case "trust":
                builder.trust(file(octets));
                return true;
            case "intermediate":
                builder.intermediates(file(octets));
                return true;
            case "evidence":
                builder.revocationData(file(octets));
                return true;
            case "responder":
                builder.ocspResponders(file(octets));
                return true;
            case "anchor-constraints":
                builder.anchorConstraints(number == 1);
                return true;
            case "policy":
                builder.acceptablePolicy(Text.of(octets));
                return true;
            case "explicit":
                builder.requireExplicitPolicy(number == 1);
                return true;
            case "inhibit-mapping":
                builder.inhibitPolicyMapping(number == 1);
                return true;
            case "inhibit-any":
                builder.inhibitAnyPolicy(number == 1);
                return true;
            case "signer-policy":
                builder.signerPolicy(Text.of(octets));
                return true;
            case "purpose":
                builder.purpose(Text.of(octets));
                return true;
            case "profile":
                builder.profile(Profile.of((int) number));
                return true;
            case "at":
                policy = builder.build();
                at = Instant.parse(Text.of(octets));
                timeSource = number;
                request = Request.at(at);
                return true;
            default:
                return false;
        }
    }

    private boolean ofRequest(String key, long number, byte[] octets) throws IOException {
        switch (key) {
            case "certificate":
                request.certificates(file(octets));
                return true;
            case "digest":
                request.digest(DigestAlgorithm.of((int) number), octets);
                return true;
            case "hash-of-hash":
                request.plainHashSource(PlainHashSource.of((int) number));
                return true;
            case "sign-type":
                request.signType(SignType.of((int) number));
                return true;
            case "ci":
                ci = octets;
                return true;
            case "vid":
                request.vid(ci, Text.of(octets));
                return true;
            case "layout":
                request.vidLayout(VidLayout.of((int) number));
                return true;
            case "signer":
                request.signer((int) number);
                return true;
            case "content":
                content = file(octets);
                return true;
            default:
                return false;
        }
    }

    private Report judge(byte[] document) {
        try (Request asked = request.build()) {
            Verified verified = content == null
                    ? Injang.verify(policy, document, asked)
                    : Injang.verifyDetached(policy, document, content, asked);
            return verified.getReport();
        } catch (VerificationException e) {
            return e.getReport();
        }
    }

    private boolean ofExchange(String key, long number, byte[] octets) throws IOException {
        switch (key) {
            case "provider":
                exchange = Exchange.with(Provider.of((int) number));
                if (octets.length > 0) {
                    exchange.product(Text.of(octets));
                }
                return true;
            case "response":
                exchange.response(file(octets));
                return true;
            case "request":
                exchange.request(file(octets));
                return true;
            case "other":
                exchange.other(Role.of((int) number), file(octets));
                return true;
            case "result-request":
                exchange.resultRequest(Text.of(file(octets)));
                return true;
            case "keys":
                exchange.keys(file(octets));
                return true;
            case "person":
                exchange.person(file(octets));
                return true;
            case "held-ci":
                exchange.ci(file(octets));
                return true;
            case "short":
                exchange.shortSignatures(Text.of(file(octets)));
                return true;
            case "content-map":
                exchange.contentMap(Text.of(file(octets)));
                return true;
            case "original-id":
                originalId = octets.length == 0 ? null : Text.of(octets);
                return true;
            case "original":
                exchange.original(originalId, file(octets));
                return true;
            default:
                return ofWords(key, number, Text.of(octets));
        }
    }

    private boolean ofWords(String key, long number, String text) {
        switch (key) {
            case "short-key":
                paths[0] = text;
                return true;
            case "short-from":
                paths[1] = text;
                return true;
            case "short-until":
                paths[2] = text;
                return true;
            case "short-time":
                exchange.sessionPaths(paths[0], paths[1], paths[2], TimeForm.of((int) number));
                return true;
            case "nonce":
                nonce = text;
                return true;
            case "nonce-answer":
                nonceAnswer = text;
                return true;
            case "environment":
                exchange.environment(Environment.of((int) number));
                return true;
            case "asked-sign-type":
                exchange.signType(SignType.of((int) number));
                return true;
            case "asked-hash-of-hash":
                exchange.plainHashSource(PlainHashSource.of((int) number));
                return true;
            case "asked-layout":
                exchange.vidLayout(VidLayout.of((int) number));
                return true;
            case "waive":
                exchange.waive(Waiver.of((int) number));
                return true;
            default:
                return false;
        }
    }

    private String decide() {
        exchange.noncePaths(nonce, nonceAnswer);
        Decision decision = exchange.decide(policy, VerificationTime.of((int) timeSource), at);
        int code = decision.isAccepted() ? 0 : decision.getVerdict() == DecisionVerdict.REJECTED ? 1 : 2;
        StringBuilder line = new StringBuilder().append(code);
        for (Answer answer : decision.getAnswers()) {
            line.append(' ').append(answer.getVerdict().getNumber());
            line.append(' ').append(answer.getIdentity().getNumber());
            line.append(' ').append(answer.getCi().getNumber());
            findings(line, 'r', answer.getReasons());
            findings(line, 'n', answer.getNotes());
            for (Answer.Document document : answer.getDocuments()) {
                line.append("\tD ").append(document.getId()).append(' ');
                line.append(line(document.getReport()));
            }
        }
        decision.close();
        return line.toString();
    }

    private static void findings(StringBuilder line, char kind, List<ResponseFinding> findings) {
        for (ResponseFinding finding : findings) {
            line.append(' ').append(kind).append(finding.getCode().getNumber());
            line.append('.').append(finding.getEffect().getNumber());
            line.append('.').append(finding.getDocument().orElse("-"));
        }
    }

    private static String line(Report report) {
        int code = report.isAccepted() ? 0 : report.isRejected() ? 1 : 2;
        StringBuilder line = new StringBuilder().append(code);
        line.append(' ').append(report.getVerdict().getNumber());
        line.append(' ').append(report.getSubIndication().map(Code::getNumber).orElse(0));
        line.append(' ').append(report.getIdentity().getNumber());
        line.append(' ').append(code == 0 ? sha256(report.getUntrustedContent()) : "-");
        checks(line, report.getChecks(), report.getFindings());
        report.getSigners().forEach(signer -> signer(line, signer));
        for (RevocationPiece piece : report.getRevocationData()) {
            line.append(" R").append(piece.getKind().getNumber());
            line.append('.').append(piece.getUnusedReason().map(Code::getNumber).orElse(0));
        }
        return line.toString();
    }

    private static void signer(StringBuilder line, Signer signer) {
        line.append("\tS ").append(signer.getVerdict().getNumber());
        line.append(' ').append(signer.getSubIndication().map(Code::getNumber).orElse(0));
        line.append(' ').append(signer.getSignType().getNumber());
        line.append(' ').append(signer.getDigestSource().getNumber());
        line.append(' ').append(signer.isVerifiedKey() ? 1 : 0);
        line.append(' ').append(signer.getClaimedTime().map(Instant::getEpochSecond).orElse(Long.MIN_VALUE));
        line.append(' ').append(signer.getSerial().map(Cases::hex).orElse("-"));
        line.append(' ').append(sha256(signer.getCertificate()));
        checks(line, signer.getChecks(), signer.getFindings());
        for (Path.Certificate certificate : signer.getPath().getCertificates()) {
            line.append(" P").append(certificate.getOrigin().getNumber());
            line.append(' ').append(sha256(Optional.of(certificate.getOctets())));
            checks(line, certificate.getChecks(), certificate.getFindings());
            for (Path.Evidence evidence : certificate.getEvidence()) {
                line.append(" E").append(evidence.getKind().getNumber());
                line.append('.').append(evidence.getOrigin().getNumber());
                line.append('.').append(
                        evidence.getThisUpdate().map(Instant::getEpochSecond).orElse(Long.MIN_VALUE));
            }
        }
    }

    private static void checks(StringBuilder line, List<Check> checks, List<FindingCode> findings) {
        for (Check check : checks) {
            line.append(' ').append(check.getId().getNumber());
            line.append('.').append(check.getOutcome().getNumber());
            line.append('.').append(check.getSubIndication().map(Code::getNumber).orElse(0));
            line.append('.').append(check.getReason().map(Code::getNumber).orElse(0));
            line.append('.').append(check.getPosition().orElse(-1));
        }
        for (FindingCode finding : findings) {
            line.append(" F").append(finding.getNumber());
        }
    }

    private static String hex(byte[] octets) {
        StringBuilder hex = new StringBuilder();
        for (byte octet : octets) {
            hex.append(Character.forDigit((octet >> 4) & 15, 16)).append(Character.forDigit(octet & 15, 16));
        }
        return hex.toString();
    }

    private static String sha256(Optional<byte[]> octets) {
        if (!octets.isPresent()) {
            return "-";
        }
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(octets.get()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unhex(String hex) {
        byte[] octets = new byte[hex.length() / 2];
        for (int index = 0; index < octets.length; index++) {
            octets[index] = (byte) Integer.parseInt(hex.substring(2 * index, 2 * index + 2), 16);
        }
        return octets;
    }
}
