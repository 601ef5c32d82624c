package io.injang;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the two verbs give, and what they refuse. */
final class VerifyTest {
    private static String hex(byte[] octets) {
        StringBuilder hex = new StringBuilder();
        for (byte octet : octets) {
            hex.append(String.format("%02x", octet));
        }
        return hex.toString();
    }

    @Test
    void whatIsAccepted() throws Exception {
        String folder = "vectors/kakao/content-in-pieces/";
        try (Policy policy = Samples.policy()) {
            Verified verified = Injang.verify(policy, Samples.good(), Samples.request());
            byte[] content = verified.getContent().get();
            assertEquals(
                    Samples.word(folder + "case.json", "content_sha256"),
                    hex(MessageDigest.getInstance("SHA-256").digest(content)));
            Report report = verified.getReport();
            assertTrue(report.isAccepted());
            assertFalse(report.isRejected());
            assertEquals(Verdict.TOTAL_PASSED, report.getVerdict());
            assertEquals(Optional.empty(), report.getSubIndication());
            assertEquals(Identity.NOT_CLAIMED, report.getIdentity());
            Signer signer = verified.getSigner();
            assertEquals(Samples.word(folder + "case.json", "serial"), hex(signer.getSerial().get()));
            assertTrue(signer.isVerifiedKey());
            assertEquals(SignType.MESSAGE, signer.getSignType());
            assertEquals(DigestSource.CONTENT, signer.getDigestSource());
            assertEquals(16 - 2, signer.getChecks().size());
            assertEquals(1, signer.getPath().getCertificates().size());
            assertArrayEquals(
                    signer.getCertificate().get(), signer.getPath().getCertificates().get(0).getOctets());
            assertEquals(Samples.AT, report.getTime());
            assertEquals(Revocation.NONE, report.getRevocation());
            assertEquals(Profile.STANDARD, report.getProfile());
            assertEquals(32, report.getPolicySha256().length);
            assertTrue(report.getHeadline(Language.EN).startsWith("TOTAL-PASSED"));
            assertTrue(report.toJson().startsWith("{\n"));
            assertTrue(report.toText(Language.KO, false).contains("서명"));
            assertTrue(signer.getIssuer().get().contains("TEST-CA"));
            assertFalse(report.toJson().contains(signer.getSubject().get()));
            assertTrue(report.toJson(Language.EN, true).length() > report.toJson().length());
        }
    }

    @Test
    void whatIsNot() {
        try (Policy policy = Samples.policy()) {
            VerificationException e = assertThrows(
                    VerificationException.class,
                    () -> Injang.verify(policy, Samples.forged(), Samples.request()));
            Report report = e.getReport();
            assertTrue(report.isRejected());
            assertEquals("TOTAL-FAILED/SIG_CRYPTO_FAILURE", report.toString());
            assertTrue(e.getMessage().startsWith("TOTAL-FAILED / SIG_CRYPTO_FAILURE"), e.getMessage());
            assertTrue(report.getUntrustedContent().isPresent());
            Check failed = report.getSigners().get(0).getChecks().stream()
                    .filter(it -> it.getOutcome() == Outcome.FAILED)
                    .findFirst()
                    .get();
            assertEquals(CheckId.SIGNATURE, failed.getId());
            assertFalse(failed.getSentence(Language.KO).isEmpty());

            for (byte[] garbage : new byte[][] {{}, {0}, Text.octets("안녕하세요"), new byte[100_000]}) {
                Report unreadable = Injang.audit(policy, garbage, Samples.request());
                assertTrue(unreadable.isRejected());
                assertEquals(Optional.of(SubIndication.FORMAT_FAILURE), unreadable.getSubIndication());
                assertTrue(unreadable.getSigners().isEmpty());
                assertEquals(Optional.empty(), unreadable.getUntrustedContent());
            }
        }
    }

    @Test
    void withoutAnAnchorNothingPasses() {
        try (Policy policy = Policy.builder(Revocation.NONE).build()) {
            Report report = Injang.audit(policy, Samples.good(), Samples.request());
            assertFalse(report.isAccepted());
            assertFalse(report.isRejected());
            assertEquals(Verdict.INDETERMINATE, report.getVerdict());
            assertTrue(report.getSigners().get(0).getPath().getCertificates().isEmpty());
            assertEquals(Optional.empty(), report.getSigners().get(0).getPath().getAnchorName());
        }
    }

    @Test
    void anyArmor() throws Exception {
        try (Policy policy = Samples.policy()) {
            String pem = Samples.text("vectors/kakao/armor-pem-cms/document.pem");
            assertNotNull(Injang.verify(policy, pem, Samples.request()));
            String base64 = Base64.getEncoder().encodeToString(Samples.good());
            assertTrue(Injang.audit(policy, base64, Samples.request()).isAccepted());
        }
    }

    @Test
    void detachedAndDigest() throws Exception {
        String folder = "vectors/kakao/plain-hash/";
        byte[] document = Samples.read(folder + "document.der");
        byte[] digest = unhex(Samples.word(folder + "case.json", "value"));
        try (Policy policy = Samples.policy()) {
            Request request = Request.at(Samples.AT).digest(DigestAlgorithm.SHA256, digest).build();
            Verified verified = Injang.verify(policy, document, request);
            assertEquals(SignType.PLAIN_HASH, verified.getSigner().getSignType());
            assertEquals(Optional.empty(), verified.getContent());
            digest[0] ^= 1;
            Request other = Request.at(Samples.AT).digest(DigestAlgorithm.SHA256, digest).build();
            assertThrows(VerificationException.class, () -> Injang.verify(policy, document, other));

            byte[] content = Injang.verify(policy, Samples.good(), Samples.request()).getContent().get();
            Verified detached = Injang.verifyDetached(policy, Samples.good(), content, Samples.request());
            assertArrayEquals(content, detached.getContent().get());
            content[0] ^= 1;
            assertTrue(Injang.auditDetached(policy, Samples.good(), content, Samples.request()).isRejected());
            // A digest and a content are two questions.
            assertThrows(
                    InjangException.class, () -> Injang.verifyDetached(policy, document, content, other));
        }
    }

    private static byte[] unhex(String hex) {
        byte[] octets = new byte[hex.length() / 2];
        for (int index = 0; index < octets.length; index++) {
            octets[index] = (byte) Integer.parseInt(hex.substring(2 * index, 2 * index + 2), 16);
        }
        return octets;
    }

    @Test
    void thePersonWhoWasClaimed() throws Exception {
        String folder = "vectors/identity/matched-ci-serial/";
        byte[] document = Samples.read(folder + "document.der");
        char[] ci = Samples.word(folder + "case.json", "ci").toCharArray();
        String vid = Samples.word(folder + "case.json", "vid");
        byte[] authority = Samples.read("vectors/identity/ca.der");
        try (Policy policy = Policy.builder(Revocation.NONE).trust(authority).build()) {
            Request claim = Request.at(Samples.AT).vid(ci, vid).build();
            Verified verified = Injang.verify(policy, document, claim);
            assertEquals(Identity.MATCHED, verified.getReport().getIdentity());
            assertEquals(Optional.of(VidLayout.CI_SERIAL), verified.getReport().getIdentityLayout());
            byte[] serial = verified.getSigner().getSerial().get();
            assertEquals(vid, Injang.vidText(ci, serial, VidLayout.CI_SERIAL, VidEncoding.BASE64));
            assertEquals(32, Injang.vid(ci, serial, VidLayout.CI_SERIAL).length);
            assertTrue(Injang.checkVid(ci, serial, VidLayout.CI_SERIAL, vid));
            assertFalse(Injang.checkVid(ci, serial, VidLayout.SERIAL_CI, vid));
            assertArrayEquals(serial, Injang.certificateSerial(verified.getSigner().getCertificate().get()));

            claim.close();
            assertThrows(IllegalStateException.class, () -> Injang.audit(policy, document, claim));

            Request other = Request.at(Samples.AT).vid(ci, vid).vidLayout(VidLayout.SERIAL_CI).build();
            VerificationException e = assertThrows(
                    VerificationException.class, () -> Injang.verify(policy, document, other));
            assertEquals(Identity.MISMATCHED, e.getReport().getIdentity());
            assertTrue(e.getReport().isRejected());
            assertEquals(Verdict.TOTAL_PASSED, e.getReport().getVerdict());
            assertEquals(Optional.of(VidLayout.CI_SERIAL), e.getReport().getIdentityWouldMatch());
        }
    }

    @Test
    void whatIsInAFile() {
        try (Inspection inspection = Injang.inspect(Samples.good())) {
            assertTrue(inspection.toJson().startsWith("{\n"));
            assertFalse(inspection.toText(Language.KO, false).isEmpty());
            inspection.close();
            assertThrows(IllegalStateException.class, inspection::toJson);
        }
        InjangException e = assertThrows(InjangException.class, () -> Injang.inspect(new byte[] {1, 2}));
        assertTrue(e.isUnreadableInput());
    }

    @Test
    void aReportOutlivesItsPolicy() {
        Report report;
        try (Policy policy = Samples.policy()) {
            report = Injang.audit(policy, Samples.good(), Samples.request());
        }
        assertTrue(report.toJson().contains("TOTAL-PASSED"));
        assertEquals(1, report.getSigners().get(0).getPath().getCertificates().size());
        report.close();
        report.close();
        assertTrue(report.isAccepted());
        assertEquals(1, report.getSigners().get(0).getPath().getCertificates().size());
        assertThrows(IllegalStateException.class, report::toJson);
    }

    @Test
    void revocationDataIsReplaced() {
        String folder = "vectors/revocation/below-root-good/";
        byte[] authority = Samples.read("vectors/revocation/root.der");
        try (Policy without = Policy.builder(Revocation.REQUIRE).trust(authority).build()) {
            byte[] document = Samples.read(folder + "document.der");
            Instant at = Instant.parse(Samples.word(folder + "case.json", "at"));
            Request request = Request.at(at).build();
            assertEquals(
                    Optional.of(SubIndication.TRY_LATER),
                    Injang.audit(without, document, request).getSubIndication());
            try (Policy with = without.withRevocationData(Samples.read(folder + "evidence-0.der"))) {
                Report report = Injang.audit(with, document, request);
                assertTrue(report.isAccepted());
                assertEquals(1, report.getRevocationData().size());
                assertEquals(EvidenceKind.CRL, report.getRevocationData().get(0).getKind());
                assertFalse(without.getManifest().equals(with.getManifest()));
            }
        }
    }
}
