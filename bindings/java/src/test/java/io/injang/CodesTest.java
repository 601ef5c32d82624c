package io.injang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** The enums against the one list of numbers. */
final class CodesTest {
    private static final Map<String, Code[]> TABLES = new LinkedHashMap<>();
    private static final Map<String, IntFunction<Code>> READERS = new LinkedHashMap<>();

    private static <C extends Code> void table(String name, C[] values, IntFunction<Code> reader) {
        TABLES.put(name, values);
        READERS.put(name, reader);
    }

    static {
        table("verdict", Verdict.values(), Verdict::of);
        table("sub-indication", SubIndication.values(), SubIndication::of);
        table("check", CheckId.values(), CheckId::of);
        table("outcome", Outcome.values(), Outcome::of);
        table("finding", FindingCode.values(), FindingCode::of);
        table("reason", Reason.values(), Reason::of);
        table("revocation-reason", RevocationReason.values(), RevocationReason::of);
        table("error-kind", ErrorKind.values(), ErrorKind::of);
        table("identity", Identity.values(), Identity::of);
        table("sign-type", SignType.values(), SignType::of);
        table("digest-source", DigestSource.values(), DigestSource::of);
        table("digest-algorithm", DigestAlgorithm.values(), DigestAlgorithm::of);
        table("origin", Origin.values(), Origin::of);
        table("evidence-kind", EvidenceKind.values(), EvidenceKind::of);
        table("time-source", TimeSource.values(), TimeSource::of);
        table("profile", Profile.values(), Profile::of);
        table("revocation-mode", Revocation.values(), Revocation::of);
        table("plain-hash-source", PlainHashSource.values(), PlainHashSource::of);
        table("vid-layout", VidLayout.values(), VidLayout::of);
        table("vid-encoding", VidEncoding.values(), VidEncoding::of);
        table("language", Language.values(), Language::of);
        table("cause", Cause.values(), Cause::of);
        table("decision", DecisionVerdict.values(), DecisionVerdict::of);
        table("response-finding", ResponseFindingCode.values(), ResponseFindingCode::of);
        table("effect", Effect.values(), Effect::of);
        table("waiver", Waiver.values(), Waiver::of);
        table("match", Match.values(), Match::of);
        table("person-field", PersonField.values(), PersonField::of);
        table("provider", Provider.values(), Provider::of);
        table("product", Product.values(), Product::of);
        table("environment", Environment.values(), Environment::of);
        table("role", Role.values(), Role::of);
        table("verification-time", VerificationTime.values(), VerificationTime::of);
        table("time-form", TimeForm.values(), TimeForm::of);
        table("form-fault", FormFault.values(), FormFault::of);
    }

    @Test
    void everyNumberThatWasGiven() {
        Map<String, Map<Integer, String>> given = new TreeMap<>();
        for (String line : Samples.text("numbers.tsv").split("\n")) {
            String[] cells = line.split("\t");
            if (cells.length == 3 && !cells[2].equals("-")) {
                given.computeIfAbsent(cells[0], it -> new TreeMap<>())
                        .put(Integer.valueOf(cells[1]), cells[2]);
            }
        }
        TABLES.forEach((name, values) -> {
            Map<Integer, String> own = new TreeMap<>();
            for (Code value : values) {
                if (!((Enum<?>) value).name().equals("UNKNOWN")) {
                    own.put(value.getNumber(), value.getCode());
                }
            }
            assertEquals(given.get(name), own, "the table " + name + " of tests/numbers.tsv");
        });
    }

    @Test
    void laterNumbersAreUnknown() {
        READERS.forEach((name, reader) -> {
            Code unknown = reader.apply(Integer.MAX_VALUE);
            assertEquals("UNKNOWN", ((Enum<?>) unknown).name(), name);
            assertSame(unknown, reader.apply(Integer.MIN_VALUE));
            for (Code value : TABLES.get(name)) {
                assertSame(value, reader.apply(value.getNumber()));
            }
        });
    }

    @Test
    void unknownIsNoQuestion() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> Policy.builder(Revocation.UNKNOWN));
        assertTrue(e.getMessage().contains("revocation"));
    }

    @Test
    void sentencesInBothLanguages() {
        assertEquals("every check passed", Injang.sentence(Verdict.TOTAL_PASSED, Language.EN));
        assertEquals("모든 검사를 통과함", Injang.sentence(Verdict.TOTAL_PASSED, Language.KO));
        assertEquals("", Injang.sentence(Verdict.UNKNOWN, Language.EN));
        for (ResponseFindingCode code : ResponseFindingCode.values()) {
            boolean isSaid = !Injang.sentence(code, Language.KO).isEmpty();
            assertEquals(code != ResponseFindingCode.UNKNOWN, isSaid, code.getCode());
        }
    }
}
