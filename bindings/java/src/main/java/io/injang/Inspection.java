package io.injang;

/**
 * What is in a signed document, or in a file with certificates, CRLs and OCSP responses. Nothing of it was
 * verified: it is what whoever made the file says. Any number of threads may read it.
 */
public final class Inspection implements AutoCloseable {
    private final Handle handle;

    Inspection(long address, long octets) {
        handle = new Handle(this, Handle.INSPECTION, address, octets);
    }

    /**
     * For programs: JSON as {@code schema/inspect.json} describes it, in English and without the subjects of
     * certificates.
     *
     * @return JSON
     */
    public String toJson() {
        return toJson(Language.EN, false);
    }

    /**
     * For programs, in a language.
     *
     * @param language the language of its sentences
     * @param showSubject whether the subjects of certificates stand in it, which are personal data
     * @return JSON
     */
    public String toJson(Language language, boolean showSubject) {
        return text(Native.FORM_JSON, language, showSubject);
    }

    /**
     * For people.
     *
     * @param language the language
     * @param showSubject whether the subjects of certificates stand in it, which are personal data
     * @return lines of text
     */
    public String toText(Language language, boolean showSubject) {
        return text(Native.FORM_TEXT, language, showSubject);
    }

    private String text(int form, Language language, boolean showSubject) {
        int number = Codes.given(language, "language");
        return handle.read(
                "the inspection",
                address -> Text.of(Native.text(
                        Handle.INSPECTION, address, form, number, showSubject ? 1 : 0)));
    }

    /** Frees what the native library holds. Nobody needs to call it: what becomes unreachable is freed too. */
    @Override
    public void close() {
        handle.close();
    }
}
