package io.injang;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer of a provider, and all that it is held against. What is not given is missing, and the decision says
 * so; nothing has a default that accepts. One thread at a time.
 *
 * <pre>{@code
 * try (Exchange exchange = Exchange.with(Provider.KAKAO).product("K3511")) {
 *     exchange.request(requestJson).response(responseJson).keys(keys).ci(ci);
 *     Accepted accepted = exchange.decide(policy, VerificationTime.CALLER, received).accept();
 * }
 * }</pre>
 *
 * <p>It holds keys and a CI: {@link #close()} wipes them.
 */
public final class Exchange implements AutoCloseable {
    /** A step that fills the exchange of the library. */
    private interface Step {
        void on(long exchange, long policy);
    }

    /** The numbers of {@code exchangeText} in injang_jni.c. */
    private static final int RESPONSE = 0;
    private static final int REQUEST = 1;
    private static final int RESULT_REQUEST = 2;
    private static final int KEYS = 3;
    private static final int CI = 4;
    private static final int CI_LIST = 5;
    private static final int PERSON = 6;
    private static final int SHORT_SIGNATURES = 7;
    private static final int CONTENT_MAP = 8;
    private static final int NAME = 9;
    private static final int ROLES = 100;

    /** The numbers of {@code exchangeNumber} in injang_jni.c. */
    private static final int NOT_KEPT = 0;
    private static final int SIGN_TYPE = 1;
    private static final int PLAIN_HASH_SOURCE = 2;
    private static final int VID_LAYOUT = 3;
    private static final int ENVIRONMENT = 4;
    private static final int WAIVE = 5;

    private final int provider;
    private byte[] product;
    private final List<Step> steps = new ArrayList<>();
    private final List<byte[]> secrets = new ArrayList<>();
    /** Octets of everything that was given. */
    private long size;
    private boolean isClosed;

    private Exchange(Provider provider) {
        this.provider = Codes.given(provider, "provider");
    }

    /**
     * Begins an exchange with a provider.
     *
     * @param provider who answered
     * @return an exchange, to be closed by the caller
     */
    public static Exchange with(Provider provider) {
        return new Exchange(provider);
    }

    /** Every method that fills an exchange comes by here, or by {@link #secret}. */
    private Exchange step(Step step, long octets) {
        checkOpen();
        steps.add(step);
        size += octets;
        return this;
    }

    private void checkOpen() {
        if (isClosed) {
            throw new IllegalStateException("the exchange was closed");
        }
    }

    private Exchange text(int what, byte[] octets, String method) {
        return step(
                (exchange, policy) -> Packed.done(Native.exchangeText(exchange, what, octets), method),
                octets.length);
    }

    private Exchange number(int what, Code value, String method) {
        int number = Codes.given(value, method);
        return step(
                (exchange, policy) -> Packed.done(Native.exchangeNumber(exchange, what, number), method), 0);
    }

    /** Takes over octets that are wiped. */
    private Exchange secret(int what, byte[] octets, String method) {
        if (isClosed) {
            Text.wipe(octets);
            throw new IllegalStateException("the exchange was closed");
        }
        secrets.add(octets);
        return text(what, octets, method);
    }

    private static byte[] json(String json, String method) {
        return Text.octets(Codes.present(json, method));
    }

    private static byte[] json(byte[] json, String method) {
        return Packed.copy(Codes.present(json, method));
    }

    /**
     * The product's code, such as {@code K3511}, {@code kakao-multi-sign} or {@code sign}; those of Kakao's test
     * environment end with a T. It may be left out for Kakao's K3510 to K3521 and for Toss.
     *
     * @param product the code
     * @return this
     */
    public Exchange product(String product) {
        byte[] code = Text.octets(Codes.present(product, "product"));
        checkOpen();
        this.product = code;
        return this;
    }

    /**
     * The product, in the provider's production environment.
     *
     * @param product the product
     * @return this
     */
    public Exchange product(Product product) {
        Codes.given(product, "product");
        return product(product.getCode());
    }

    /**
     * The answer: the JSON that came when the result was asked for. One that can't be read is no error: the
     * decision rejects it, and says where it is wrong.
     *
     * @param json the answer as it came
     * @return this
     */
    public Exchange response(String json) {
        return text(RESPONSE, json(json, "response"), "response");
    }

    /**
     * The same in UTF-8.
     *
     * @param json the answer as it came
     * @return this
     */
    public Exchange response(byte[] json) {
        return text(RESPONSE, json(json, "response"), "response");
    }

    /**
     * The request that it answers: the JSON that was sent to ask for the signature.
     *
     * @param json the request as it was sent
     * @return this
     */
    public Exchange request(String json) {
        return text(REQUEST, json(json, "request"), "request");
    }

    /**
     * The same in UTF-8.
     *
     * @param json the request as it was sent
     * @return this
     */
    public Exchange request(byte[] json) {
        return text(REQUEST, json(json, "request"), "request");
    }

    /**
     * Another text of the same transaction: an answer to the request, about the status or (Kakao) about the
     * signer, or what was sent to Kakao's prepare.
     *
     * @param role which text
     * @param json the text
     * @return this
     */
    public Exchange other(Role role, String json) {
        int number = Codes.given(role, "role");
        return text(ROLES + number, json(json, "other"), "other");
    }

    /**
     * The same in UTF-8.
     *
     * @param role which text
     * @param json the text
     * @return this
     */
    public Exchange other(Role role, byte[] json) {
        int number = Codes.given(role, "role");
        return text(ROLES + number, json(json, "other"), "other");
    }

    /**
     * Says that what this role is for is looked at in every exchange, and is not kept of this one: the decision
     * is UNDETERMINED then. Without it a check that was meant would be left out without a word.
     *
     * @param role which text
     * @return this
     */
    public Exchange notKept(Role role) {
        return number(NOT_KEPT, role, "notKept");
    }

    /**
     * What was sent to Toss to get the result: it names the session of the answer's fields.
     *
     * @param json the request as it was sent
     * @return this
     */
    public Exchange resultRequest(String json) {
        return text(RESULT_REQUEST, json(json, "resultRequest"), "resultRequest");
    }

    /**
     * The keys to encrypted fields, in JSON as {@code docs/responses.md} describes it.
     *
     * @param json the keys in UTF-8; they are copied: wipe your own
     * @return this
     */
    public Exchange keys(byte[] json) {
        return secret(KEYS, json(json, "keys"), "keys");
    }

    /**
     * The same as characters.
     *
     * @param json the keys; they are copied: wipe your own
     * @return this
     */
    public Exchange keys(char[] json) {
        return secret(KEYS, Text.secret(Codes.present(json, "keys")), "keys");
    }

    /**
     * The CI held of the person who was asked. A text that is none is no error: the decision says so.
     *
     * @param ci base64 of 64 octets; it is copied: wipe your own
     * @return this
     */
    public Exchange ci(char[] ci) {
        return secret(CI, Text.secret(Codes.present(ci, "ci")), "ci");
    }

    /**
     * The same as octets.
     *
     * @param ci base64 of 64 octets, in ASCII; it is copied: wipe your own
     * @return this
     */
    public Exchange ci(byte[] ci) {
        return secret(CI, json(ci, "ci"), "ci");
    }

    /**
     * The CIs of many persons, one in a line, in place of one: whose answer it is, is said by a pseudonym
     * ({@link Answer#getPseudonym()}). Give the keys first, with their member {@code pseudonym}.
     *
     * @param list the CIs; they are copied: wipe your own
     * @return this
     */
    public Exchange ciList(byte[] list) {
        return secret(CI_LIST, json(list, "ciList"), "ciList");
    }

    /**
     * What else is held about the person: JSON with name, phone_no, birthday, gender, nationality and di, as
     * {@code docs/responses.md} describes it.
     *
     * @param json the fields in UTF-8; they are copied: wipe your own
     * @return this
     */
    public Exchange person(byte[] json) {
        return secret(PERSON, json(json, "person"), "person");
    }

    /**
     * An original file of which a digest was asked to be signed: of the next document of the request.
     *
     * @param octets the file
     * @return this
     */
    public Exchange original(byte[] octets) {
        return original(null, json(octets, "original"));
    }

    /**
     * An original file of which a digest was asked to be signed.
     *
     * @param id the id of the request's document
     * @param octets the file
     * @return this
     */
    public Exchange original(String id, byte[] octets) {
        byte[] name = Text.octets(id);
        byte[] copy = json(octets, "original");
        return step(
                (exchange, policy) ->
                        Packed.done(Native.exchangeOriginal(exchange, policy, name, copy), "original"),
                0);
    }

    /**
     * Short signatures that were received (K2220, K3220), in JSON as {@code docs/responses.md} describes it.
     * They need {@link #sessionPaths} too.
     *
     * @param json the short signatures
     * @return this
     */
    public Exchange shortSignatures(String json) {
        return text(SHORT_SIGNATURES, json(json, "shortSignatures"), "shortSignatures");
    }

    /**
     * Where the signed document says which temporary key makes short signatures, from when and until when: JSON
     * pointers (RFC 6901), such as {@code /data/publicKey}.
     *
     * @param key where the key stands
     * @param from where the beginning stands
     * @param until where the end stands
     * @param form how the times are written
     * @return this
     */
    public Exchange sessionPaths(String key, String from, String until, TimeForm form) {
        byte[] keyPath = json(key, "key");
        byte[] fromPath = json(from, "from");
        byte[] untilPath = json(until, "until");
        int number = Codes.given(form, "form");
        return step(
                (exchange, policy) -> Packed.done(
                        Native.exchangePaths(exchange, keyPath, fromPath, untilPath, number), "sessionPaths"),
                0);
    }

    /**
     * What to compare of a content that the provider composes (K3110, K3120): JSON from pointers in the request
     * to pointers in what was signed.
     *
     * @param json the map
     * @return this
     */
    public Exchange contentMap(String json) {
        return text(CONTENT_MAP, json(json, "contentMap"), "contentMap");
    }

    /**
     * Where the nonce stands in the request and in the answer, of products without a signature: JSON pointers.
     *
     * @param asked where it stands in the request; null for {@code /data}, of K2100 {@code /state}
     * @param answered where it stands in the answer; null for the same
     * @return this
     */
    public Exchange noncePaths(String asked, String answered) {
        byte[] askedPath = Text.octets(asked);
        byte[] answeredPath = Text.octets(answered);
        return step(
                (exchange, policy) -> Packed.done(
                        Native.exchangePaths(exchange, askedPath, answeredPath, null, 0), "noncePaths"),
                0);
    }

    /**
     * The kind of signature to demand where the request names none; of Toss
     * {@link SignType#SIGNED_ATTRIBUTE} unless it is set.
     *
     * @param signType the kind
     * @return this
     */
    public Exchange signType(SignType signType) {
        return number(SIGN_TYPE, signType, "signType");
    }

    /**
     * What a digest is that was asked to be signed; {@link PlainHashSource#PREHASH} unless it is set.
     *
     * @param source what it is
     * @return this
     */
    public Exchange plainHashSource(PlainHashSource source) {
        return number(PLAIN_HASH_SOURCE, source, "plainHashSource");
    }

    /**
     * The only layout in which the VID may be; {@link VidLayout#CI_SERIAL} unless it is set.
     *
     * @param layout the layout
     * @return this
     */
    public Exchange vidLayout(VidLayout layout) {
        return number(VID_LAYOUT, layout, "vidLayout");
    }

    /**
     * The environment in which the provider answered; that of the product's code unless it is set. Toss answers
     * in its test environment with a person whom it invented, so that nothing about a person is compared.
     *
     * @param environment the environment
     * @return this
     */
    public Exchange environment(Environment environment) {
        return number(ENVIRONMENT, environment, "environment");
    }

    /**
     * Does without a check, because what it needs is missing. A difference can't be waived. The first line of the
     * decision names it.
     *
     * @param waiver the check
     * @return this
     */
    public Exchange waive(Waiver waiver) {
        return number(WAIVE, waiver, "waive");
    }

    /**
     * The name under which a decision over several answers shows this one, such as that of its file.
     *
     * @param name the name; characters that would break a line are escaped
     * @return this
     */
    public Exchange name(String name) {
        return text(NAME, json(name, "name"), "name");
    }

    /**
     * Decides over the answer.
     *
     * @param policy whom to trust, and how strictly
     * @param source what the time is: {@link VerificationTime#CALLER}, when the answer was received;
     *     {@link VerificationTime#CLOCK}, now, because nothing better is known; or
     *     {@link VerificationTime#PROVIDER_COMPLETION}, now, where the signatures are to be judged at the time at
     *     which the provider says, unsigned, that the transaction was completed
     * @param time that time
     * @return the decision, whatever it is; {@link Decision#accept()} returns only if it is ACCEPTED
     * @throws InjangException if something that was given can't be read or taken, or does not go together
     * @throws IllegalStateException if policy or exchange were closed
     */
    public Decision decide(Policy policy, VerificationTime source, Instant time) {
        List<Exchange> one = new ArrayList<>();
        one.add(this);
        return decideAll(policy, one, source, time);
    }

    /**
     * Decides over several answers, one after the other: a signature, a signed transaction id or a nonce that was
     * in an earlier one counts once. Either each has a list of CIs, or none has.
     *
     * @param policy whom to trust, and how strictly
     * @param exchanges the answers, one at least
     * @param source what the time is, as of {@link #decide}
     * @param time that time
     * @return the decision; it is as good as its worst answer
     * @throws InjangException if something that was given can't be read or taken, or does not go together
     * @throws IllegalStateException if the policy or an exchange were closed
     */
    public static Decision decideAll(
            Policy policy, List<Exchange> exchanges, VerificationTime source, Instant time) {
        int number = Codes.given(source, "source");
        long seconds = Codes.present(time, "time").getEpochSecond();
        Exchange[] all = Codes.present(exchanges, "exchanges").toArray(new Exchange[0]);
        long[] handles = new long[all.length];
        long address = Codes.present(policy, "policy").enter();
        try {
            long octets = 0;
            for (int index = 0; index < all.length; index++) {
                octets += Codes.present(all[index], "exchanges").size;
                handles[index] = all[index].make();
                all[index].fill(handles[index], address);
            }
            return new Decision(
                    new Packed(Native.decide(address, handles, number, seconds), "decide"), octets);
        } finally {
            for (long handle : handles) {
                Native.exchangeFree(handle);
            }
            policy.leave();
        }
    }

    private long make() {
        checkOpen();
        return Packed.handle(Native.exchangeNew(provider, product), "product");
    }

    private void fill(long exchange, long policy) {
        for (Step step : steps) {
            step.on(exchange, policy);
        }
    }

    /** Wipes keys and CIs. Every other method throws an IllegalStateException afterwards. */
    @Override
    public void close() {
        isClosed = true;
        secrets.forEach(Text::wipe);
        secrets.clear();
        steps.clear();
    }
}
