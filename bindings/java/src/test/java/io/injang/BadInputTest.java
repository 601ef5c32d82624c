package io.injang;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Whatever is given, nothing passes by it, and the exception names the parameter. */
final class BadInputTest {
    /** Octets of a VID. */
    private static final int VID = 32;
    private static final String VID_TEXT = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    /** Methods that say null is a value. */
    private static final List<String> NULL_ALLOWED = Arrays.asList("noncePaths", "original");

    private static Map<Class<?>, Object> values(Policy policy) {
        Map<Class<?>, Object> values = new HashMap<>();
        values.put(Policy.class, policy);
        values.put(Request.class, Samples.request());
        values.put(byte[].class, new byte[] {1});
        values.put(byte[][].class, new byte[][] {});
        values.put(char[].class, new char[] {'A'});
        values.put(String.class, "1.2");
        values.put(Instant.class, Samples.AT);
        values.put(List.class, Collections.emptyList());
        values.put(int.class, 1);
        values.put(long.class, 1L);
        values.put(boolean.class, true);
        values.put(Code.class, Verdict.TOTAL_PASSED);
        values.put(Language.class, Language.EN);
        for (Class<?> type : new Class<?>[] {
            Revocation.class, Profile.class, TimeSource.class, SignType.class, DigestAlgorithm.class,
            PlainHashSource.class, VidLayout.class, VidEncoding.class, Provider.class, Product.class,
            Role.class, TimeForm.class, Environment.class, Waiver.class, VerificationTime.class,
            PolicyBuilder.Bound.class, Request.Limit.class
        }) {
            values.put(type, type.getEnumConstants()[0]);
        }
        return values;
    }

    /** Every public method with null for each parameter in turn. */
    @Test
    void nullForEveryParameter() throws Exception {
        int count = 0;
        try (Policy policy = Samples.policy()) {
            Map<Class<?>, Object> values = values(policy);
            Object[] targets = {
                Injang.class, Policy.class, Request.class, Exchange.class, policy, Samples.builder(),
                Request.at(Samples.AT), Samples.exchange(),
                Injang.audit(policy, Samples.good(), Samples.request()), Injang.inspect(Samples.good())
            };
            for (Object target : targets) {
                boolean isStatic = target instanceof Class;
                Class<?> type = isStatic ? (Class<?>) target : target.getClass();
                for (Method method : type.getDeclaredMethods()) {
                    int modifiers = method.getModifiers();
                    if (!Modifier.isPublic(modifiers) || Modifier.isStatic(modifiers) != isStatic
                            || NULL_ALLOWED.contains(method.getName())) {
                        continue;
                    }
                    Class<?>[] parameters = method.getParameterTypes();
                    for (int absent = 0; absent < parameters.length; absent++) {
                        if (parameters[absent].isPrimitive()) {
                            continue;
                        }
                        Object[] arguments = new Object[parameters.length];
                        for (int index = 0; index < parameters.length; index++) {
                            arguments[index] = index == absent ? null : values.get(parameters[index]);
                            assertTrue(index == absent || arguments[index] != null, method.toString());
                        }
                        InvocationTargetException e = assertThrows(
                                InvocationTargetException.class,
                                () -> method.invoke(isStatic ? null : target, arguments),
                                method + " without parameter " + absent);
                        assertInstanceOf(IllegalArgumentException.class, e.getCause(), method.toString());
                        assertTrue(e.getCause().getMessage().endsWith(" must not be null"));
                        count++;
                    }
                }
            }
        }
        assertTrue(count > 80, count + " parameters");
    }

    @Test
    void whatCanNotBeRead() {
        Map<String, PolicyBuilder> builders = new HashMap<>();
        byte[] garbage = {0x30, 0x03, 0x02, 0x01};
        builders.put("trust", Samples.builder().trust(garbage));
        builders.put("trustKey", Samples.builder().trustKey(garbage, garbage));
        builders.put("intermediates", Samples.builder().intermediates(garbage));
        builders.put("revocationData", Samples.builder().revocationData(new byte[0]));
        builders.put("ocspResponders", Samples.builder().ocspResponders(garbage));
        builders.put("acceptablePolicy", Samples.builder().acceptablePolicy("1.2.x"));
        builders.put("signerPolicy", Samples.builder().signerPolicy(""));
        builders.put("purpose", Samples.builder().purpose("서명"));
        builders.forEach((method, builder) -> {
            InjangException e = assertThrows(InjangException.class, builder::build, method);
            assertEquals(Optional.of(method), e.getParameter());
            assertTrue(e.getMessage().startsWith(method), e.getMessage());
            assertTrue(e.getMessage(Language.KO).startsWith(method), e.getMessage(Language.KO));
            assertFalse(e.isBug());
        });
        int before = Handle.count();
        assertThrows(InjangException.class, () -> Samples.builder().trust(garbage).build());
        assertEquals(before, Handle.count());
    }

    @Test
    void numbersOutsideTheirRange() {
        assertThrows(IllegalArgumentException.class, () -> Samples.builder().leastRsaBits(-1));
        assertThrows(IllegalArgumentException.class, () -> Samples.builder().cacheSize(-1));
        assertThrows(
                IllegalArgumentException.class,
                () -> Samples.builder().bound(PolicyBuilder.Bound.DEPTH, -1));
        assertThrows(IllegalArgumentException.class, () -> Request.at(Samples.AT).signer(-1));
        assertThrows(
                IllegalArgumentException.class,
                () -> Request.at(Samples.AT).limit(Request.Limit.SIZE, -1));
        try (Policy policy = Samples.policy()) {
            for (Instant time : new Instant[] {Instant.MIN, Instant.MAX}) {
                Request request = Request.at(time).build();
                InjangException e = assertThrows(
                        InjangException.class, () -> Injang.audit(policy, Samples.good(), request));
                assertEquals(Optional.of("request"), e.getParameter());
            }
            Request wrong = Request.at(Samples.AT).digest(DigestAlgorithm.SHA256, new byte[31]).build();
            assertThrows(InjangException.class, () -> Injang.audit(policy, Samples.good(), wrong));
            Request small = Request.at(Samples.AT).limit(Request.Limit.SIZE, 10).build();
            assertTrue(Injang.audit(policy, Samples.good(), small).isRejected());
            Request many = Request.at(Samples.AT).certificates(new byte[] {1}).build();
            assertTrue(assertThrows(
                    InjangException.class,
                    () -> Injang.audit(policy, Samples.good(), many)).isUnreadableInput());
        }
    }

    @Test
    void aRequestIsMadeOnce() {
        Request.Builder builder = Request.at(Samples.AT);
        builder.build();
        assertThrows(IllegalStateException.class, builder::build);
    }

    /** A CI or VID that is none is said by the report, and refuses it. */
    @Test
    void claimsThatAreNone() {
        try (Policy policy = Samples.policy()) {
            for (String ci : new String[] {"", "A", "가나다", new String(new char[100_000])}) {
                Request request = Request.at(Samples.AT).vid(ci.toCharArray(), "AAAA").build();
                Report report = Injang.audit(policy, Samples.good(), request);
                assertEquals(Identity.MALFORMED_CI, report.getIdentity());
                assertFalse(report.isAccepted());
            }
        }
        char[] ci = ci('A');
        byte[] serial = {1};
        assertEquals(VID, Injang.vid(ci, serial, VidLayout.CI_SERIAL).length);
        named("ci", () -> Injang.vid(new char[0], serial, VidLayout.CI_SERIAL));
        named("serial", () -> Injang.vid(ci, new byte[0], VidLayout.CI_SERIAL));
        named("serial", () -> Injang.vidText(ci, new byte[0], VidLayout.CI_SERIAL, VidEncoding.HEX));
        String vid = Injang.vidText(ci, serial, VidLayout.CI_SERIAL, VidEncoding.BASE64);
        named("serial", () -> Injang.checkVid(ci, new byte[0], VidLayout.CI_SERIAL, vid));
        named("vid", () -> Injang.checkVid(ci, serial, VidLayout.CI_SERIAL, "?"));
        assertTrue(Injang.checkVid(ci, serial, VidLayout.CI_SERIAL, vid));
    }

    /** The exception names this parameter. */
    private static void named(String parameter, Executable call) {
        InjangException e = assertThrows(InjangException.class, call);
        assertEquals(Optional.of(parameter), e.getParameter());
        assertTrue(e.getMessage().startsWith(parameter + ": "), e.getMessage());
    }

    /** A CI has 88 characters: base64 of 64 octets. */
    private static char[] ci(char letter) {
        char[] ci = new char[88];
        Arrays.fill(ci, 0, 85, letter);
        ci[85] = 'A';
        ci[86] = '=';
        ci[87] = '=';
        return ci;
    }

    /** Who names a signer claims somebody. */
    @Test
    void aSignerNeedsAVid() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> Request.at(Samples.AT).signer(0).build());
        assertTrue(e.getMessage().startsWith("signer "), e.getMessage());
        // In either order, and a signer who is not there is not accepted.
        try (Policy policy = Samples.policy();
                Request first = Request.at(Samples.AT).signer(0).vid(ci('A'), VID_TEXT).build();
                Request last = Request.at(Samples.AT).vid(ci('A'), VID_TEXT).signer(9).build()) {
            assertEquals(Identity.MISMATCHED, Injang.audit(policy, Samples.good(), first).getIdentity());
            assertFalse(Injang.audit(policy, Samples.good(), last).isAccepted());
        }
    }

    /** The octets of a secret are those of the text, whatever characters it has. */
    @Test
    void secretsAreUtf8() {
        for (String text : new String[] {"", "A", "키: 가나다", "\ud83d\udd11", new String(new char[5000])}) {
            assertArrayEquals(Text.octets(text), Text.secret(text.toCharArray()));
        }
        byte[] secret = {1, 2, 3};
        Text.wipe(secret);
        assertArrayEquals(new byte[3], secret);
    }

    @Test
    void secretsStandNowhere() {
        String ci = new String(ci('S'));
        Request.Builder builder = Request.at(Samples.AT).vid(ci.toCharArray(), ci);
        assertFalse(builder.toString().contains(ci));
        try (Request request = builder.build(); Policy policy = Samples.policy()) {
            assertFalse(request.toString().contains(ci));
            Report report = Injang.audit(policy, Samples.good(), request);
            for (Language language : new Language[] {Language.EN, Language.KO}) {
                assertFalse(report.toJson(language, true).contains(ci));
                assertFalse(report.toText(language, true).contains(ci));
            }
        }
        for (String none : new String[] {ci + "S", ci.substring(1), "SECRETSECRETSECRET"}) {
            InjangException e = assertThrows(
                    InjangException.class,
                    () -> Injang.vid(none.toCharArray(), new byte[] {1}, VidLayout.CI_SERIAL));
            assertFalse(e.getMessage().contains("SECRET") || e.getMessage().contains("SSSS"), e.getMessage());
        }
    }
}
