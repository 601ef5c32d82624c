package io.injang;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was decided over one answer. */
public final class Answer {
    private final DecisionVerdict verdict;
    private final ReportDetails.Sentence headline;
    private final List<ResponseFinding> reasons;
    private final List<ResponseFinding> notes;
    private final Identity identity;
    private final Match ci;
    private final Map<PersonField, Match> person;
    private final String pseudonym;
    private final List<Document> documents;

    Answer(Packed packed, Decision decision, Handle handle) {
        verdict = DecisionVerdict.of(packed.integer());
        headline = new ReportDetails.Sentence(packed);
        reasons = ReportDetails.list(packed.integer(), () -> new ResponseFinding(packed));
        notes = ReportDetails.list(packed.integer(), () -> new ResponseFinding(packed));
        identity = Identity.of(packed.integer());
        ci = Match.of(packed.integer());
        Map<PersonField, Match> fields = new EnumMap<>(PersonField.class);
        for (int field = PersonField.NAME.getNumber(); field <= PersonField.DI.getNumber(); field++) {
            int match = packed.integer();
            if (match != 0) {
                fields.put(PersonField.of(field), Match.of(match));
            }
        }
        person = Collections.unmodifiableMap(fields);
        pseudonym = packed.text();
        boolean isAccepted = decision.isAccepted();
        documents = ReportDetails.list(
                packed.integer(), () -> new Document(packed, decision, handle, isAccepted));
    }

    /**
     * The decision over this answer alone.
     *
     * @return the decision
     */
    public DecisionVerdict getVerdict() {
        return verdict;
    }

    /**
     * The first line, with everything that the decision leaves open.
     *
     * @param language the language
     * @return the line
     */
    public String getHeadline(Language language) {
        return headline.in(language);
    }

    /**
     * What is wrong, undecided or waived.
     *
     * @return the reasons
     */
    public List<ResponseFinding> getReasons() {
        return reasons;
    }

    /**
     * What is remarkable and changes nothing.
     *
     * @return the notes
     */
    public List<ResponseFinding> getNotes() {
        return notes;
    }

    /**
     * Whether the VID ties the certificates that signed to the CI: the worst of all documents.
     *
     * @return the outcome
     */
    public Identity getIdentity() {
        return identity;
    }

    /**
     * Whether the provider's CI is the one held.
     *
     * @return the outcome
     */
    public Match getCi() {
        return ci;
    }

    /**
     * Whether fields about the person are the ones held, of those that are held or given.
     *
     * @return the outcomes
     */
    public Map<PersonField, Match> getPerson() {
        return person;
    }

    /**
     * Who of a list of CIs signed: the hex of a pseudonym that the keys' {@code pseudonym} makes of the CI.
     *
     * @return the pseudonym; empty if there was no list or it is nobody on it
     */
    public Optional<String> getPseudonym() {
        return Optional.ofNullable(pseudonym);
    }

    /**
     * The signed documents.
     *
     * @return the documents
     */
    public List<Document> getDocuments() {
        return documents;
    }

    /** A signed document of an answer. */
    public static final class Document {
        private final String id;
        private final Report report;

        Document(Packed packed, Decision decision, Handle handle, boolean isAccepted) {
            id = packed.text();
            int code = packed.integer();
            report = new Report(packed, code, decision, handle, isAccepted);
        }

        /**
         * Its id: the provider's, or its place from 1 where the provider gives none.
         *
         * @return the id
         */
        public String getId() {
            return id;
        }

        /**
         * The report on it. It is accepted only if the decision is ACCEPTED.
         *
         * @return the report
         */
        public Report getReport() {
            return report;
        }
    }
}
