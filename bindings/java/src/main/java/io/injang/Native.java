package io.injang;

/**
 * The methods of {@code injang_jni.c}. What fails there returns a result that {@link Packed} reads;
 * {@code null} is done. They are called only after {@link #load()}, with handles that are in use.
 */
final class Native {
    /** The version of what is packed; {@code FORMAT_VERSION} of the C file. */
    static final int FORMAT_VERSION = 1;
    /** {@code INJANG_ABI_VERSION} of the header that the C file was compiled with. */
    static final int ABI_VERSION = 1;

    static final int FORM_JSON = 0;
    static final int FORM_TEXT = 1;
    static final int FORM_BRIEF = 2;

    private Native() {}

    /**
     * Loads the native library, once for each class loader.
     *
     * @throws NativeLoadException if it can't be loaded, each time
     */
    static void load() {
        NativeLoader.load();
    }

    static native int formatVersion();

    static native int abiVersion();

    static native byte[] version();

    static native byte[] codeSentence(byte[] type, int number, int language);

    static native byte[] builderNew(int revocation);

    static native byte[] builderAdd(long builder, int what, byte[] octets);

    static native byte[] builderAddKey(long builder, byte[] name, byte[] key);

    static native byte[] builderSet(long builder, int what, long value);

    static native byte[] builderBuild(long builder);

    static native void builderFree(long builder);

    static native byte[] policyRenew(long policy, byte[][] pieces);

    static native byte[] policyManifest(long policy);

    /** The length of the document is given, because asking for it is a call back into the virtual machine. */
    static native byte[] judge(
            long policy,
            int isAudit,
            long[] numbers,
            byte[] digest,
            byte[] ci,
            byte[] vid,
            byte[] name,
            byte[][] certificates,
            byte[] document,
            int length,
            byte[] content);

    static native byte[] reportDetails(long report);

    static native byte[] signerName(long report, int signer, int isSubject);

    static native byte[] exchangeNew(int provider, byte[] product);

    static native byte[] exchangeText(long exchange, int what, byte[] text);

    static native byte[] exchangeNumber(long exchange, int what, int value);

    static native byte[] exchangeOriginal(long exchange, long policy, byte[] id, byte[] octets);

    static native byte[] exchangePaths(long exchange, byte[] first, byte[] second, byte[] third, int form);

    static native void exchangeFree(long exchange);

    static native byte[] decide(long policy, long[] exchanges, int source, long at);

    static native byte[] text(int kind, long handle, int form, int language, int showSubject);

    static native void free(int kind, long handle);

    static native byte[] inspect(byte[] octets);

    static native byte[] vid(byte[] ci, byte[] serial, int layout, int encoding);

    static native byte[] vidCheck(byte[] ci, byte[] serial, int layout, byte[] vid);

    static native byte[] certificateSerial(byte[] octets);
}
