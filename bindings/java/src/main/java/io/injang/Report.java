package io.injang;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What came out of one document. Immutable: any number of threads may read it.
 *
 * <p>Verdict, identity, signers with serial number, and content are there at once. Checks, path and revocation
 * data are fetched together when one of them is asked for first; JSON and text are written when they are asked
 * for. Until then they stay in the native library, which is freed with this object. A server that judges
 * thousands of documents a second may {@link #close()} reports to free it sooner: what was fetched stays.
 */
public final class Report implements AutoCloseable {
    private final int code;
    private final Verdict verdict;
    private final int subIndication;
    private final Identity identity;
    private final List<Signer> signers;
    /** The summary, in which the content stands at a place. */
    private final Packed summary;
    private final int content;

    private final Handle handle;
    /** The report inside the library: the handle's own, or one that a decision lends. */
    private final long address;
    /** Keeps what lends this report; null where it stands alone. */
    private final Object owner;

    private volatile ReportDetails details;

    Report(Packed packed, long octets) {
        this(packed, packed.code(), octets, null, null, true);
    }

    /** A report that a decision lends: accepted only if the decision is. */
    Report(Packed packed, int code, Object owner, Handle handle, boolean mayBeAccepted) {
        this(packed, code, 0, owner, handle, mayBeAccepted);
    }

    private Report(
            Packed packed, int code, long octets, Object owner, Handle lender, boolean mayBeAccepted) {
        this.owner = owner;
        address = packed.longInteger();
        // First of all: whatever fails below, it is freed.
        handle = lender == null ? new Handle(this, Handle.REPORT, address, octets) : lender;
        this.code = code == Packed.OK && !mayBeAccepted ? Packed.UNDETERMINED : code;
        verdict = Verdict.of(packed.integer());
        subIndication = packed.integer();
        identity = Identity.of(packed.integer());
        signers = signers(packed, packed.integer());
        summary = packed;
        content = packed.skip();
    }

    private List<Signer> signers(Packed packed, int count) {
        if (count == 1) {
            return Collections.singletonList(new Signer(this, 0, packed));
        }
        List<Signer> all = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            all.add(new Signer(this, index, packed));
        }
        return Collections.unmodifiableList(all);
    }

    /**
     * Whether the document may be relied on: the verdict is TOTAL-PASSED, where a person was claimed the
     * identity matched, and, of a report that belongs to a decision, that is ACCEPTED.
     *
     * @return whether it is accepted
     */
    public boolean isAccepted() {
        return code == Packed.OK;
    }

    /**
     * Whether the document is rejected: TOTAL-FAILED, or of another person. What is neither accepted nor
     * rejected could not be decided.
     *
     * @return whether it is rejected
     */
    public boolean isRejected() {
        return code == Packed.REJECTED;
    }

    /**
     * The verdict over all signers. It says nothing about who signed: rely on a document only where
     * {@link #isAccepted()} is true.
     *
     * @return the verdict
     */
    public Verdict getVerdict() {
        return verdict;
    }

    /**
     * Why the verdict is not TOTAL-PASSED.
     *
     * @return the sub-indication; empty if it is
     */
    public Optional<SubIndication> getSubIndication() {
        return Codes.present(subIndication, SubIndication.of(subIndication));
    }

    /**
     * Whether the signer is the person who was claimed.
     *
     * @return the outcome
     */
    public Identity getIdentity() {
        return identity;
    }

    /**
     * The signers, in the order of the document.
     *
     * @return the signers; none of a document that can't be read
     */
    public List<Signer> getSigners() {
        return signers;
    }

    /**
     * The content that stands in the document, whoever signed it and whatever the verdict. For showing what is
     * wrong, never for going on with it: {@link Verified#getContent()} is for that.
     *
     * @return a copy; empty if there is none
     */
    public Optional<byte[]> getUntrustedContent() {
        return summary.at(content);
    }

    /**
     * The layout under which the VID was compared.
     *
     * @return the layout; empty if it was not compared
     */
    public Optional<VidLayout> getIdentityLayout() {
        return Codes.present(details().identityLayout, VidLayout.of(details().identityLayout));
    }

    /**
     * The layout under which a VID that did not match would have. It is not accepted.
     *
     * @return the layout; empty if there is none
     */
    public Optional<VidLayout> getIdentityWouldMatch() {
        return Codes.present(details().wouldMatch, VidLayout.of(details().wouldMatch));
    }

    /**
     * The time at which the document was judged.
     *
     * @return the time
     */
    public Instant getTime() {
        return details().time;
    }

    /**
     * Who said that this is the time.
     *
     * @return the source
     */
    public TimeSource getTimeSource() {
        return details().timeSource;
    }

    /**
     * The kind of signature that was demanded.
     *
     * @return the kind; empty if any was accepted
     */
    public Optional<SignType> getRequiredSignType() {
        return Codes.present(details().requiredSignType, SignType.of(details().requiredSignType));
    }

    /**
     * The layout of the VID that counts.
     *
     * @return the layout
     */
    public VidLayout getVidLayout() {
        return details().vidLayout;
    }

    /**
     * What a digest is that was given in place of a content.
     *
     * @return what it is
     */
    public PlainHashSource getPlainHashSource() {
        return details().plainHashSource;
    }

    /**
     * How deviations from the standards were taken.
     *
     * @return the profile
     */
    public Profile getProfile() {
        return details().profile;
    }

    /**
     * Whether revocation was checked.
     *
     * @return the mode
     */
    public Revocation getRevocation() {
        return details().revocation;
    }

    /**
     * The name of the crypto backend.
     *
     * @return the name
     */
    public String getCrypto() {
        return details().crypto;
    }

    /**
     * SHA-256 of {@link Policy#getManifest()}: it fixes under which policy the document was judged.
     *
     * @return 32 octets
     */
    public byte[] getPolicySha256() {
        return Packed.copy(details().policySha256);
    }

    /**
     * The first line of the report: what came out, and what that means.
     *
     * @param language the language
     * @return the line
     */
    public String getHeadline(Language language) {
        return details().headline.in(language);
    }

    /**
     * The checks of the document as a whole; those of a signer are {@link Signer#getChecks()}.
     *
     * @return the checks
     */
    public List<Check> getChecks() {
        return details().checks.checks;
    }

    /**
     * What is remarkable about the document as a whole, and changed no check.
     *
     * @return the findings
     */
    public List<FindingCode> getFindings() {
        return details().checks.findings;
    }

    /**
     * The CRLs and OCSP responses that were at hand: every one of the document, and those of the policy that
     * name an issuer of a path or name nobody.
     *
     * @return the pieces; none where revocation was not checked
     */
    public List<RevocationPiece> getRevocationData() {
        return details().revocationData;
    }

    /**
     * How many more the policy has, which concern no certificate of a path.
     *
     * @return how many
     */
    public int getRevocationDataElsewhere() {
        return details().elsewhere;
    }

    /**
     * What a diagnosis found, if {@link Request.Builder#diagnose()} asked for one.
     *
     * @return the causes
     */
    public List<Diagnosis> getDiagnoses() {
        return details().diagnoses;
    }

    /**
     * Whether the diagnosis tried everything that could have explained something. If not, that nothing was
     * found means nothing.
     *
     * @return whether it did; false if none was asked for
     */
    public boolean isDiagnosisComplete() {
        return details().isDiagnosisComplete;
    }

    /**
     * The report for programs: JSON as {@code schema/report.json} describes it, in English and without the
     * subjects of certificates. The same inputs give the same text.
     *
     * @return JSON
     */
    public String toJson() {
        return toJson(Language.EN, false);
    }

    /**
     * The report for programs, in a language.
     *
     * @param language the language of its sentences
     * @param showSubject whether the subjects of certificates stand in it, which are personal data
     * @return JSON
     */
    public String toJson(Language language, boolean showSubject) {
        return text(Native.FORM_JSON, language, showSubject);
    }

    /**
     * The report for people: everything.
     *
     * @param language the language
     * @param showSubject whether the subjects of certificates stand in it, which are personal data
     * @return lines of text
     */
    public String toText(Language language, boolean showSubject) {
        return text(Native.FORM_TEXT, language, showSubject);
    }

    /**
     * The report for people: the verdict, what is not as it should be, and the next step.
     *
     * @param language the language
     * @return lines of text
     */
    public String toBrief(Language language) {
        return text(Native.FORM_BRIEF, language, false);
    }

    private String text(int form, Language language, boolean showSubject) {
        int number = Codes.given(language, "language");
        return read(report -> Text.of(
                Native.text(Handle.REPORT, report, form, number, showSubject ? 1 : 0)));
    }

    /** Reads something of the report in the library. */
    <T> T read(Handle.Reader<T> reader) {
        return handle.read("the report", ignored -> reader.read(address));
    }

    /** Everything that is not there at once. */
    ReportDetails details() {
        ReportDetails known = details;
        if (known == null) {
            byte[] packed = read(Native::reportDetails);
            known = new ReportDetails(new Packed(packed, "report"), signers.size());
            details = known;
        }
        return known;
    }

    /**
     * Frees what the native library holds. What was fetched stays; asking for anything else afterwards throws
     * an IllegalStateException. A report that a decision lends is freed with that, and this does nothing. Nobody
     * needs to call it: what becomes unreachable is freed too.
     */
    @Override
    public void close() {
        if (owner == null) {
            handle.close();
        }
    }

    /**
     * Verdict and sub-indication, without anything about a person.
     *
     * @return such as {@code TOTAL-FAILED/HASH_FAILURE}
     */
    @Override
    public String toString() {
        return verdict.getCode() + getSubIndication().map(it -> "/" + it.getCode()).orElse("");
    }
}
