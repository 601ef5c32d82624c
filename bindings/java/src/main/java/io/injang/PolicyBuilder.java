package io.injang;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes a {@link Policy}. Octets may be DER, base64 or hex of it, PEM with any number of blocks, or a list of
 * certificates ({@code .p7b}); they are copied. What can't be read is an {@link InjangException} of
 * {@link #build()} that names the method and says what it is. One thread at a time.
 */
public final class PolicyBuilder {
    /** A step of the native builder. */
    private interface Step {
        void on(long builder);
    }

    /** The numbers of {@code builderAdd} in injang_jni.c. */
    private static final int TRUST = 0;
    private static final int INTERMEDIATES = 1;
    private static final int REVOCATION_DATA = 2;
    private static final int OCSP_RESPONDERS = 3;
    private static final int ACCEPTABLE_POLICY = 4;
    private static final int SIGNER_POLICY = 5;
    private static final int PURPOSE = 6;

    /** The numbers of {@code builderSet} in injang_jni.c. */
    private static final int PROFILE = 0;
    private static final int ACCEPT_SHA1 = 1;
    private static final int LEAST_RSA_BITS = 2;
    private static final int ANCHOR_CONSTRAINTS = 3;
    private static final int EXPLICIT_POLICY = 4;
    private static final int INHIBIT_POLICY_MAPPING = 5;
    private static final int INHIBIT_ANY_POLICY = 6;
    private static final int CACHE_SIZE = 7;
    private static final int BOUNDS = 100;

    /** Octets for a signature that is remembered. */
    private static final long REMEMBERED = 128;

    private final int revocation;
    private final List<Step> steps = new ArrayList<>();
    /** Octets of the anchors and certificates, and of the signatures that are remembered. */
    private long certificates;
    private long remembered = REMEMBERED * 4096L;
    private long revocationData;

    PolicyBuilder(Revocation revocation) {
        this.revocation = Codes.given(revocation, "revocation");
    }

    private PolicyBuilder add(int what, byte[] octets, String method) {
        byte[] copy = Packed.copy(Codes.present(octets, method));
        if (what == REVOCATION_DATA) {
            revocationData += copy.length;
        } else {
            certificates += copy.length;
        }
        steps.add(builder -> Packed.done(Native.builderAdd(builder, what, copy), method));
        return this;
    }

    private PolicyBuilder set(int what, long value, String method) {
        steps.add(builder -> Packed.done(Native.builderSet(builder, what, value), method));
        return this;
    }

    private static int flag(boolean value) {
        return value ? 1 : 0;
    }

    private static long size(long value, String method) {
        if (value < 0) {
            throw new IllegalArgumentException(method + " must not be negative");
        }
        return value;
    }

    /**
     * Trusts the certificates in these octets: name and key of each are a trust anchor. Nothing of them is
     * verified: compare their fingerprints with what the authority publishes first.
     *
     * @param certificates the certificates of authorities
     * @return this
     */
    public PolicyBuilder trust(byte[] certificates) {
        return add(TRUST, certificates, "trust");
    }

    /**
     * Trusts a name and a key.
     *
     * @param name DER of a {@code Name}
     * @param publicKey DER of a {@code SubjectPublicKeyInfo}
     * @return this
     */
    public PolicyBuilder trustKey(byte[] name, byte[] publicKey) {
        byte[] ownName = Packed.copy(Codes.present(name, "name"));
        byte[] ownKey = Packed.copy(Codes.present(publicKey, "publicKey"));
        steps.add(builder -> Packed.done(Native.builderAddKey(builder, ownName, ownKey), "trustKey"));
        return this;
    }

    /**
     * Adds certificates of authorities to build paths with. None of them is trusted for being here.
     *
     * @param certificates the certificates
     * @return this
     */
    public PolicyBuilder intermediates(byte[] certificates) {
        return add(INTERMEDIATES, certificates, "intermediates");
    }

    /**
     * Adds CRLs and OCSP responses. They are told apart by what is in them.
     *
     * @param pieces the CRLs and OCSP responses
     * @return this
     */
    public PolicyBuilder revocationData(byte[] pieces) {
        return add(REVOCATION_DATA, pieces, "revocationData");
    }

    /**
     * Adds certificates of OCSP responders that are trusted to answer about any certificate by local
     * configuration (RFC 6960 4.2.2.2), as Toss's responder needs.
     *
     * @param certificates the certificates of the responders
     * @return this
     */
    public PolicyBuilder ocspResponders(byte[] certificates) {
        return add(OCSP_RESPONDERS, certificates, "ocspResponders");
    }

    /**
     * How deviations from the standards are taken; {@link Profile#STANDARD} unless it is set.
     *
     * @param profile the profile
     * @return this
     */
    public PolicyBuilder profile(Profile profile) {
        return set(PROFILE, Codes.given(profile, "profile"), "profile");
    }

    /**
     * Whether SHA-1 counts; false unless it is set.
     *
     * @param accept whether it does
     * @return this
     */
    public PolicyBuilder acceptSha1(boolean accept) {
        return set(ACCEPT_SHA1, flag(accept), "acceptSha1");
    }

    /**
     * The least bits of an RSA modulus that count; 2048 unless it is set.
     *
     * @param bits the bits
     * @return this
     */
    public PolicyBuilder leastRsaBits(int bits) {
        return set(LEAST_RSA_BITS, size(bits, "leastRsaBits"), "leastRsaBits");
    }

    /**
     * Whether the certificates of the trust anchors constrain what is below them (RFC 5937); false unless it
     * is set.
     *
     * @param apply whether they do
     * @return this
     */
    public PolicyBuilder anchorConstraints(boolean apply) {
        return set(ANCHOR_CONSTRAINTS, flag(apply), "anchorConstraints");
    }

    /**
     * Adds a certificate policy that is acceptable (RFC 5280 6.1.1 c); without any, all are. Naming one makes
     * a policy required along the whole path, unless {@link #requireExplicitPolicy} says no.
     *
     * @param oid the policy in dotted form
     * @return this
     */
    public PolicyBuilder acceptablePolicy(String oid) {
        return add(ACCEPTABLE_POLICY, Text.octets(oid), "acceptablePolicy");
    }

    /**
     * Whether a path must have a valid policy (RFC 5280 6.1.1 f); unless it is set, true where acceptable
     * policies are named.
     *
     * @param require whether it must
     * @return this
     */
    public PolicyBuilder requireExplicitPolicy(boolean require) {
        return set(EXPLICIT_POLICY, flag(require), "requireExplicitPolicy");
    }

    /**
     * Whether no authority may map one policy to another (RFC 5280 6.1.1 e); false unless it is set.
     *
     * @param inhibit whether none may
     * @return this
     */
    public PolicyBuilder inhibitPolicyMapping(boolean inhibit) {
        return set(INHIBIT_POLICY_MAPPING, flag(inhibit), "inhibitPolicyMapping");
    }

    /**
     * Whether anyPolicy in a certificate stands for no other policy (RFC 5280 6.1.1 g); false unless it is
     * set.
     *
     * @param inhibit whether it stands for none
     * @return this
     */
    public PolicyBuilder inhibitAnyPolicy(boolean inhibit) {
        return set(INHIBIT_ANY_POLICY, flag(inhibit), "inhibitAnyPolicy");
    }

    /**
     * Adds a policy, one of which the signer's own certificate must assert, whatever the path says; without
     * any, none is asked for.
     *
     * @param oid the policy in dotted form
     * @return this
     */
    public PolicyBuilder signerPolicy(String oid) {
        return add(SIGNER_POLICY, Text.octets(oid), "signerPolicy");
    }

    /**
     * The purpose (extKeyUsage) that the signer's certificate must allow if it is restricted to some.
     *
     * @param oid the purpose in dotted form
     * @return this
     */
    public PolicyBuilder purpose(String oid) {
        return add(PURPOSE, Text.octets(oid), "purpose");
    }

    /**
     * A bound on the work that one document may cause. Every bound that is not the default stands in every
     * report.
     *
     * @param bound which bound
     * @param value its value, 0 or more
     * @return this
     */
    public PolicyBuilder bound(Bound bound, long value) {
        Codes.present(bound, "bound");
        return set(BOUNDS + bound.ordinal() + 1, size(value, "bound"), "bound");
    }

    /**
     * About how many verified signatures on certificates and CRLs are remembered, at 128 octets each; 4096
     * unless it is set, none by 0. No report depends on it.
     *
     * @param signatures how many
     * @return this
     */
    public PolicyBuilder cacheSize(int signatures) {
        remembered = REMEMBERED * size(signatures, "cacheSize");
        return set(CACHE_SIZE, signatures, "cacheSize");
    }

    /**
     * Makes the policy. Without a trust anchor it passes no document. The builder stays as it is, and may
     * make another one.
     *
     * @return the policy, to be closed by the caller
     * @throws InjangException if something that was given can't be read or taken
     * @throws NativeLoadException if the native library can't be loaded
     */
    public Policy build() {
        Native.load();
        long builder = Packed.handle(Native.builderNew(revocation), "revocation");
        try {
            for (Step step : steps) {
                step.on(builder);
            }
            long policy = Packed.handle(Native.builderBuild(builder), "build");
            return new Policy(policy, certificates + remembered, revocationData);
        } finally {
            Native.builderFree(builder);
        }
    }

    /** A bound on the work that one document may cause, in the order of {@code INJANG_BUDGET_…}. */
    public enum Bound {
        /** Certificates tried for one signer; 8 unless it is set. */
        CANDIDATES,
        /** Certificates between the signer's and the anchor's; 16 unless it is set. */
        DEPTH,
        /** Certificates and anchors of one name that are tried as an issuer; 32 unless it is set. */
        ISSUERS,
        /** Paths validated for one certificate; 64 unless it is set. */
        PATHS,
        /** CRLs and OCSP responses of the document looked at for one certificate; 256 unless it is set. */
        EVIDENCE,
        /** Signatures verified for one document; 2048 unless it is set. */
        SIGNATURES,
        /** Octets of the messages under those signatures; 64 MiB unless it is set. */
        OCTETS,
        /** Octets touched for each octet of the document and its content; 64 unless it is set. */
        WORK
    }
}
