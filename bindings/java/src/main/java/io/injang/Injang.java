package io.injang;

import java.nio.charset.StandardCharsets;

/**
 * Injang (인장) verifies the electronic signatures that Kakao, Toss and others hand to a Korean relying party.
 *
 * <p>Two verbs: {@link #audit(Policy, byte[], Request) audit} describes and never throws for what is in a
 * document; {@link #verify(Policy, byte[], Request) verify} decides: it returns what was signed, or throws a
 * checked exception with the report. An answer of a provider, with its documents, its VID and what was asked,
 * is decided over by an {@link Exchange}.
 *
 * <p>A document may be in any armor: DER, BER, PEM, base64 or hex. Nothing here reads a file, the clock or
 * the network. All methods may be called by any number of threads.
 */
public final class Injang {
    private Injang() {}

    /**
     * Decides over a document: returns only if the verdict is TOTAL-PASSED and, where a person was claimed, the
     * identity matched.
     *
     * @param policy whom to trust, and how strictly
     * @param document the signed document, in any armor
     * @param request what is asked of it
     * @return what was signed
     * @throws VerificationException in every other case, with the report
     * @throws InjangException if the request can't be taken
     * @throws IllegalStateException if policy or request were closed
     */
    public static Verified verify(Policy policy, byte[] document, Request request)
            throws VerificationException {
        return verified(judge(policy, false, document, null, request), null);
    }

    /**
     * The same for a document in an armor of text.
     *
     * @param policy whom to trust, and how strictly
     * @param document the signed document in PEM, base64 or hex
     * @param request what is asked of it
     * @return what was signed
     * @throws VerificationException if it is not accepted, with the report
     */
    public static Verified verify(Policy policy, String document, Request request)
            throws VerificationException {
        return verify(policy, armored(document), request);
    }

    /**
     * Decides over a signature that must be over this content, which is not in the document. If the document
     * has a content too, both must be the same.
     *
     * @param policy whom to trust, and how strictly
     * @param document the signed document, in any armor
     * @param content what must have been signed
     * @param request what is asked of it
     * @return what was signed
     * @throws VerificationException if it is not accepted, with the report
     */
    public static Verified verifyDetached(Policy policy, byte[] document, byte[] content, Request request)
            throws VerificationException {
        // What is returned is what was verified, whatever becomes of the caller's array meanwhile.
        byte[] own = Packed.copy(Codes.present(content, "content"));
        return verified(judge(policy, false, document, own, request), own);
    }

    /**
     * Describes a document: every check, as data. Whatever is wrong with the document stands in the report, a
     * document that can't be read included.
     *
     * @param policy whom to trust, and how strictly
     * @param document the signed document, in any armor
     * @param request what is asked of it
     * @return the report
     * @throws InjangException if the request can't be taken
     * @throws IllegalStateException if policy or request were closed
     */
    public static Report audit(Policy policy, byte[] document, Request request) {
        return judge(policy, true, document, null, request);
    }

    /**
     * The same for a document in an armor of text.
     *
     * @param policy whom to trust, and how strictly
     * @param document the signed document in PEM, base64 or hex
     * @param request what is asked of it
     * @return the report
     */
    public static Report audit(Policy policy, String document, Request request) {
        return audit(policy, armored(document), request);
    }

    /**
     * Describes a signature that must be over this content, which is not in the document.
     *
     * @param policy whom to trust, and how strictly
     * @param document the signed document, in any armor
     * @param content what must have been signed
     * @param request what is asked of it
     * @return the report
     */
    public static Report auditDetached(Policy policy, byte[] document, byte[] content, Request request) {
        return judge(policy, true, document, Codes.present(content, "content"), request);
    }

    private static byte[] armored(String document) {
        return Codes.present(document, "document").getBytes(StandardCharsets.UTF_8);
    }

    private static Report judge(
            Policy policy, boolean isAudit, byte[] document, byte[] content, Request request) {
        Codes.present(policy, "policy");
        Codes.present(document, "document");
        Codes.present(request, "request");
        byte[] packed = request.judge(policy, isAudit, document, content);
        return new Report(new Packed(packed, "request"), document.length);
    }

    private static Verified verified(Report report, byte[] content) throws VerificationException {
        if (!report.isAccepted()) {
            throw new VerificationException(report);
        }
        return new Verified(report, content);
    }

    /**
     * Reads a signed document, or certificates, CRLs and OCSP responses, in any armor, without judging it.
     *
     * @param octets the file
     * @return what is in it
     * @throws InjangException if it is nothing that is known here; the message says what it is
     */
    public static Inspection inspect(byte[] octets) {
        Codes.present(octets, "octets");
        Native.load();
        return new Inspection(Packed.handle(Native.inspect(octets), "octets"), octets.length);
    }

    /**
     * Computes the VID of a person for a certificate. It is a pseudonym of that person.
     *
     * @param ci base64 of 64 octets; wipe it afterwards
     * @param serial the serial number as the content octets of its INTEGER, which {@link #certificateSerial}
     *     and {@link Signer#getSerial()} give: with the leading 00 where the top bit is set
     * @param layout how they are joined
     * @return 32 octets
     * @throws InjangException if {@code ci} is no CI, or {@code serial} is empty
     */
    public static byte[] vid(char[] ci, byte[] serial, VidLayout layout) {
        return vid(ci, serial, layout, 0);
    }

    /**
     * The same as text.
     *
     * @param ci base64 of 64 octets; wipe it afterwards
     * @param serial the serial number as the content octets of its INTEGER
     * @param layout how they are joined
     * @param encoding how it is written
     * @return the VID
     * @throws InjangException if {@code ci} is no CI, or {@code serial} is empty
     */
    public static String vidText(char[] ci, byte[] serial, VidLayout layout, VidEncoding encoding) {
        return Text.of(vid(ci, serial, layout, Codes.given(encoding, "encoding")));
    }

    private static byte[] vid(char[] ci, byte[] serial, VidLayout layout, int encoding) {
        Codes.present(serial, "serial");
        int number = Codes.given(layout, "layout");
        byte[] secret = Text.secret(Codes.present(ci, "ci"));
        try {
            Native.load();
            return new Packed(Native.vid(secret, serial, number, encoding), null).octets();
        } finally {
            Text.wipe(secret);
        }
    }

    /**
     * Whether a VID is that of a person for a certificate, compared in constant time. That a document was
     * signed with this certificate is not asked here.
     *
     * @param ci base64 of 64 octets; wipe it afterwards
     * @param serial the serial number as the content octets of its INTEGER
     * @param layout how they are joined
     * @param vid base64, base64url or hex of 32 octets
     * @return whether it is
     * @throws InjangException if {@code ci} is no CI, {@code vid} is no VID, or {@code serial} is empty
     */
    public static boolean checkVid(char[] ci, byte[] serial, VidLayout layout, String vid) {
        Codes.present(serial, "serial");
        int number = Codes.given(layout, "layout");
        byte[] given = Text.octets(Codes.present(vid, "vid"));
        byte[] secret = Text.secret(Codes.present(ci, "ci"));
        try {
            Native.load();
            return new Packed(Native.vidCheck(secret, serial, number, given), null).code() == Packed.OK;
        } finally {
            Text.wipe(secret);
        }
    }

    /**
     * The serial number of the one certificate in these octets.
     *
     * @param certificate the certificate, in any form that {@link PolicyBuilder#trust} takes
     * @return the content octets of its INTEGER
     * @throws InjangException if there is no certificate, or several
     */
    public static byte[] certificateSerial(byte[] certificate) {
        Codes.present(certificate, "certificate");
        Native.load();
        return new Packed(Native.certificateSerial(certificate), "certificate").octets();
    }

    /**
     * What a code says, in a sentence. A word in braces stands for a value that a report fills in.
     *
     * @param code the code
     * @param language the language
     * @return the sentence; empty if there is none for codes of this type, or of {@code UNKNOWN}
     */
    public static String sentence(Code code, Language language) {
        Codes.present(code, "code");
        int number = Codes.given(language, "language");
        byte[] type = Text.octets(((Enum<?>) code).getDeclaringClass().getSimpleName());
        Native.load();
        String sentence = Text.of(Native.codeSentence(type, code.getNumber(), number));
        return sentence == null ? "" : sentence;
    }

    /**
     * The version of the native library, such as {@code 0.1.0}.
     *
     * @return the version
     * @throws NativeLoadException if it can't be loaded
     */
    public static String version() {
        Native.load();
        return Text.of(Native.version());
    }
}
