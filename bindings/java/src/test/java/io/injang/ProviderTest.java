package io.injang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Decisions over answers of providers. */
final class ProviderTest {
    @Test
    void whatIsAccepted() throws Exception {
        try (Policy policy = Samples.providerPolicy(); Exchange exchange = Samples.exchange()) {
            Decision decision = exchange.decide(policy, VerificationTime.CALLER, Samples.AT);
            assertTrue(decision.isAccepted());
            assertEquals(DecisionVerdict.ACCEPTED, decision.getVerdict());
            Accepted accepted = decision.accept();
            assertEquals(1, accepted.getDocuments().size());
            Verified document = accepted.getDocuments().get(0);
            assertTrue(document.getContent().isPresent());
            assertEquals(SignType.MESSAGE, document.getSigner().getSignType());
            assertEquals(1, document.getSigner().getPath().getCertificates().size());
            Answer answer = decision.getAnswers().get(0);
            assertEquals(Identity.MATCHED, answer.getIdentity());
            assertEquals(Match.MATCHED, answer.getCi());
            assertTrue(answer.getReasons().isEmpty());
            assertEquals(Optional.empty(), answer.getPseudonym());
            assertTrue(decision.toJson().contains("ACCEPTED"));
            assertTrue(decision.toText(Language.KO, false).startsWith("ACCEPTED"));
            // The same exchange may be asked again.
            assertTrue(exchange.decide(policy, VerificationTime.CLOCK, Samples.AT).isAccepted());
        }
    }

    @Test
    void whatIsNot() {
        String folder = "responses/kakao-single/other-text/";
        try (Policy policy = Samples.providerPolicy();
                Exchange exchange = Samples.exchange().response(Samples.read(folder + "response.json"))) {
            Decision decision = exchange.decide(policy, VerificationTime.CALLER, Samples.AT);
            assertEquals(DecisionVerdict.REJECTED, decision.getVerdict());
            DecisionException e = assertThrows(DecisionException.class, decision::accept);
            assertTrue(e.getMessage().startsWith("REJECTED"), e.getMessage());
            assertFalse(e.getDecision().getAnswers().get(0).getReasons().isEmpty());
            List<Answer.Document> documents = decision.getAnswers().get(0).getDocuments();
            assertEquals(1, documents.size());
            for (Answer.Document document : documents) {
                // Good by itself; it is another document than the one that was asked for.
                assertEquals(Verdict.TOTAL_PASSED, document.getReport().getVerdict());
                assertFalse(document.getReport().isAccepted());
            }
        }
    }

    @Test
    void ofSeveralTheWorstCounts() {
        try (Policy policy = Samples.providerPolicy();
                Exchange one = Samples.exchange().name("one");
                Exchange again = Samples.exchange().name("again")) {
            Decision decision = Exchange.decideAll(
                    policy, Arrays.asList(one, again), VerificationTime.CALLER, Samples.AT);
            assertEquals(2, decision.getAnswers().size());
            assertEquals(DecisionVerdict.ACCEPTED, decision.getAnswers().get(0).getVerdict());
            assertFalse(decision.isAccepted());
            // The first answer by itself is good; the decision over all is not, and so nothing is lent as signed.
            assertFalse(decision.getAnswers().get(0).getDocuments().get(0).getReport().isAccepted());
            assertThrows(DecisionException.class, decision::accept);
        }
    }

    @Test
    void whatCanNotBeAsked() {
        try (Policy policy = Samples.providerPolicy(); Exchange exchange = Samples.exchange()) {
            exchange.request("{");
            InjangException e = assertThrows(
                    InjangException.class,
                    () -> exchange.decide(policy, VerificationTime.CALLER, Samples.AT));
            assertEquals(Optional.of("request"), e.getParameter());
            assertTrue(e.isUnreadableInput());
            assertTrue(e.getMessage().startsWith("request: "), e.getMessage());
            assertTrue(e.getFormatRule().isPresent());
        }
        try (Policy policy = Samples.providerPolicy();
                Exchange exchange = Exchange.with(Provider.KAKAO).product("K9999")) {
            InjangException e = assertThrows(
                    InjangException.class,
                    () -> exchange.decide(policy, VerificationTime.CALLER, Samples.AT));
            assertEquals(Optional.of("product"), e.getParameter());
        }
    }

    @Test
    void aClosedExchange() {
        Exchange exchange = Samples.exchange();
        exchange.close();
        try (Policy policy = Samples.providerPolicy()) {
            assertThrows(
                    IllegalStateException.class,
                    () -> exchange.decide(policy, VerificationTime.CALLER, Samples.AT));
            Executable[] calls = {
                () -> exchange.ci(new char[0]),
                () -> exchange.keys(new byte[0]),
                () -> exchange.ciList(new byte[0]),
                () -> exchange.person(new byte[0]),
                () -> exchange.product(Product.K3510),
                () -> exchange.request("{}"),
                () -> exchange.response("{}"),
                () -> exchange.other(Role.RECEIPT, "{}"),
                () -> exchange.notKept(Role.RECEIPT),
                () -> exchange.resultRequest("{}"),
                () -> exchange.original(new byte[0]),
                () -> exchange.shortSignatures("{}"),
                () -> exchange.sessionPaths("/a", "/b", "/c", TimeForm.RFC3339),
                () -> exchange.contentMap("{}"),
                () -> exchange.noncePaths(null, null),
                () -> exchange.signType(SignType.MESSAGE),
                () -> exchange.plainHashSource(PlainHashSource.PREHASH),
                () -> exchange.vidLayout(VidLayout.CI_SERIAL),
                () -> exchange.environment(Environment.TEST),
                () -> exchange.waive(Waiver.values()[0]),
                () -> exchange.name("name")
            };
            for (int index = 0; index < calls.length; index++) {
                assertThrows(IllegalStateException.class, calls[index], "call " + index);
            }
            exchange.close();
        }
    }

    @Test
    void aReportOutlivesItsDecision() {
        Report report;
        try (Policy policy = Samples.providerPolicy(); Exchange exchange = Samples.exchange()) {
            report = exchange.decide(policy, VerificationTime.CALLER, Samples.AT)
                    .getAnswers().get(0).getDocuments().get(0).getReport();
        }
        for (int round = 0; round < 3; round++) {
            System.gc();
            assertTrue(report.toJson().contains("TOTAL-PASSED"));
        }
        // It is the decision's.
        report.close();
        assertTrue(report.toJson().contains("TOTAL-PASSED"));
    }
}
