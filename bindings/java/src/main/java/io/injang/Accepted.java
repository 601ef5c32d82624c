package io.injang;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An answer of a provider that is ACCEPTED, with what was signed. */
public final class Accepted {
    private final Decision decision;
    private final List<Verified> documents;

    Accepted(Decision decision) {
        this.decision = decision;
        List<Verified> all = new ArrayList<>();
        for (Answer answer : decision.getAnswers()) {
            for (Answer.Document document : answer.getDocuments()) {
                all.add(new Verified(document.getReport(), null));
            }
        }
        documents = Collections.unmodifiableList(all);
    }

    /**
     * The documents that were signed, in the order of the answers. Products without a signature have none.
     *
     * @return the documents
     */
    public List<Verified> getDocuments() {
        return documents;
    }

    /**
     * The decision: what was waived stands in its first line.
     *
     * @return the decision
     */
    public Decision getDecision() {
        return decision;
    }
}
