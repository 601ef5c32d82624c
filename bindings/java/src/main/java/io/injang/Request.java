package io.injang;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is asked of one document: the time, the kind of signature, and who is claimed to have signed.
 * Immutable, and used for any number of documents by any number of threads.
 *
 * <p>The time has no default. It is the one at which the signature is known to have existed, best the one at
 * which the document was received: a signature that is judged years later by the clock fails when its
 * certificate expires.
 *
 * <p>A request with a claim holds a CI: {@link #close()} wipes it.
 */
public final class Request implements AutoCloseable {
    /** The places in {@link #numbers}; {@code N_…} of injang_jni.c. */
    private static final int AT = 0;
    private static final int TIME_SOURCE = 1;
    private static final int SIGN_TYPE = 2;
    private static final int DIGEST_ALGORITHM = 3;
    private static final int PLAIN_HASH_SOURCE = 4;
    private static final int VID_LAYOUT = 5;
    private static final int SIGNER = 6;
    private static final int DIAGNOSE = 7;
    private static final int LIMITS = 8;

    private static final byte[][] NO_CERTIFICATES = new byte[0][];

    private final long[] numbers;
    private final byte[] digest;
    private final byte[] vid;
    private final byte[] name;
    /** Null where there are none. */
    private final byte[][] certificates;
    /** Wiped and then null once it is closed. */
    private byte[] ci;
    private boolean isClosed;

    private Request(Builder builder) {
        numbers = builder.numbers.clone();
        digest = builder.digest;
        vid = builder.vid;
        name = builder.name;
        ci = builder.ci == null ? null : Packed.copy(builder.ci);
        certificates = builder.certificates.isEmpty() ? null : builder.certificates.toArray(NO_CERTIFICATES);
    }

    /**
     * Begins a request that judges at this time: the content inside the document, any kind of signature, and
     * no claim about who signed. Fractions of a second are cut off.
     *
     * @param time the time at which the signature is known to have existed
     * @return a builder
     */
    public static Builder at(Instant time) {
        return new Builder(time);
    }

    /**
     * The packed report on a document.
     *
     * @throws IllegalStateException if this request was closed
     */
    byte[] judge(Policy policy, boolean isAudit, byte[] document, byte[] content) {
        byte[] own;
        synchronized (this) {
            if (isClosed) {
                throw new IllegalStateException("the request was closed");
            }
            // A copy: close() must not wipe what a call is reading.
            own = ci == null ? null : Packed.copy(ci);
        }
        long address = policy.enter();
        try {
            return Native.judge(
                    address,
                    isAudit ? 1 : 0,
                    numbers,
                    digest,
                    own,
                    vid,
                    name,
                    certificates,
                    document,
                    document.length,
                    content);
        } finally {
            policy.leave();
            Text.wipe(own);
        }
    }

    /** Wipes the CI. Using the request afterwards throws an IllegalStateException. */
    @Override
    public synchronized void close() {
        isClosed = true;
        Text.wipe(ci);
        ci = null;
    }

    /**
     * Makes a {@link Request}. It holds a copy of the CI until {@link #build()}, which wipes it: a builder
     * makes one request. One thread at a time.
     */
    public static final class Builder {
        private final long[] numbers = new long[LIMITS + Limit.values().length];
        private final List<byte[]> certificates = new ArrayList<>();
        private byte[] digest;
        private byte[] ci;
        private byte[] vid;
        private byte[] name;
        private boolean isBuilt;

        private Builder(Instant time) {
            Arrays.fill(numbers, LIMITS, numbers.length, -1);
            numbers[AT] = Codes.present(time, "time").getEpochSecond();
            numbers[SIGNER] = -1;
        }

        /**
         * Where the time comes from; {@link TimeSource#CALLER} unless it is set. It changes no verdict and
         * stands in every report.
         *
         * @param source who says that it is the time
         * @return this
         */
        public Builder timeSource(TimeSource source) {
            numbers[TIME_SOURCE] = Codes.given(source, "timeSource");
            return this;
        }

        /**
         * Demands the kind of signature that was asked of the provider. Another kind does not pass. Without
         * it any kind does.
         *
         * @param signType the kind
         * @return this
         */
        public Builder signType(SignType signType) {
            numbers[SIGN_TYPE] = Codes.given(signType, "signType");
            return this;
        }

        /**
         * The signature must be over a content of this digest, which is not in the document.
         *
         * @param algorithm the algorithm
         * @param octets the digest
         * @return this
         */
        public Builder digest(DigestAlgorithm algorithm, byte[] octets) {
            numbers[DIGEST_ALGORITHM] = Codes.given(algorithm, "algorithm");
            digest = Packed.copy(Codes.present(octets, "digest"));
            return this;
        }

        /**
         * What that digest is; {@link PlainHashSource#PREHASH} unless it is set.
         *
         * @param source what it is
         * @return this
         */
        public Builder plainHashSource(PlainHashSource source) {
            numbers[PLAIN_HASH_SOURCE] = Codes.given(source, "plainHashSource");
            return this;
        }

        /**
         * Claims that the signer is the person with this CI, by the VID that the provider gave with the
         * signature. Texts that are no CI or no VID are no error: the report says so, and is not accepted.
         *
         * @param ci base64 of 64 octets; it is copied: wipe your own
         * @param vid base64, base64url or hex of 32 octets
         * @return this
         */
        public Builder vid(char[] ci, String vid) {
            byte[] octets = Text.secret(Codes.present(ci, "ci"));
            try {
                return vid(octets, vid);
            } finally {
                Text.wipe(octets);
            }
        }

        /**
         * The same with the CI's text as octets.
         *
         * @param ci base64 of 64 octets, in ASCII; it is copied: wipe your own
         * @param vid base64, base64url or hex of 32 octets
         * @return this
         */
        public Builder vid(byte[] ci, String vid) {
            byte[] octets = Packed.copy(Codes.present(ci, "ci"));
            this.vid = Text.octets(Codes.present(vid, "vid"));
            Text.wipe(this.ci);
            this.ci = octets;
            return this;
        }

        /**
         * The only layout in which the VID may be; {@link VidLayout#CI_SERIAL} unless it is set.
         *
         * @param layout the layout
         * @return this
         */
        public Builder vidLayout(VidLayout layout) {
            numbers[VID_LAYOUT] = Codes.given(layout, "vidLayout");
            return this;
        }

        /**
         * Which signer the person is claimed to be: needed where a document has several. Without a VID nobody is
         * claimed, and {@link #build()} refuses it.
         *
         * @param index the signer's place from 0
         * @return this
         */
        public Builder signer(int index) {
            if (index < 0) {
                throw new IllegalArgumentException("signer must not be negative");
            }
            numbers[SIGNER] = index;
            return this;
        }

        /**
         * Adds certificates that came beside the document: the signer's may be among them. None of them is
         * trusted.
         *
         * @param octets certificates, in any form that {@link PolicyBuilder#trust} takes
         * @return this
         */
        public Builder certificates(byte[] octets) {
            certificates.add(Packed.copy(Codes.present(octets, "certificates")));
            return this;
        }

        /**
         * Looks for the reason of a verdict that is not TOTAL-PASSED: which other reading of the content, the
         * digest or the VID would have matched. It changes no verdict.
         *
         * @return this
         */
        public Builder diagnose() {
            numbers[DIAGNOSE] = 1;
            return this;
        }

        /**
         * A bound on reading the document. Every bound that is not the default stands in the report.
         *
         * @param limit which bound
         * @param value its value, 0 or more
         * @return this
         */
        public Builder limit(Limit limit, long value) {
            Codes.present(limit, "limit");
            if (value < 0) {
                throw new IllegalArgumentException("limit must not be negative");
            }
            numbers[LIMITS + limit.ordinal()] = value;
            return this;
        }

        /**
         * The name under which reports show the document, such as that of its file.
         *
         * @param name the name; characters that would break a line are escaped
         * @return this
         */
        public Builder name(String name) {
            this.name = Text.octets(Codes.present(name, "name"));
            return this;
        }

        /**
         * Makes the request and wipes the builder's copy of the CI.
         *
         * @return the request
         * @throws IllegalStateException if one was made already
         * @throws IllegalArgumentException if a signer was named and no VID was given
         */
        public Request build() {
            if (isBuilt) {
                throw new IllegalStateException("the builder has made its request; begin a new one");
            }
            if (numbers[SIGNER] >= 0 && vid == null) {
                throw new IllegalArgumentException("signer needs vid: nobody is claimed without it");
            }
            isBuilt = true;
            Request request = new Request(this);
            Text.wipe(ci);
            ci = null;
            return request;
        }
    }

    /** A bound on reading a document, in the order of {@code INJANG_LIMIT_…}. */
    public enum Limit {
        /** Levels of nesting; 64 unless it is set, and at most. */
        DEPTH,
        /** Octets of a document; 1 GiB unless it is set. */
        SIZE,
        /** Elements outside certificates and CRLs; four million unless it is set. */
        ELEMENTS,
        /** Signers, certificates and digest algorithms, each; 256 unless it is set. */
        ENTRIES,
        /** CRLs and OCSP responses in the document; 4096 unless it is set. */
        REVOCATION_INFOS
    }
}
