package io.injang.bench;

import io.injang.Injang;
import io.injang.Policy;
import io.injang.Report;
import io.injang.Request;
import io.injang.Revocation;
import io.injang.VerificationException;
import io.injang.Verified;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.util.Store;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One document, judged again and again. What is compared asks the same: the signature under the signer's
 * certificate, the certificate under its CA's key, and its validity. Injang asks everything else beside it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Documents {
    /** Kakao: P-256, BER, no attributes. Toss: RSA 2048, DER, with attributes. */
    @Param({"kakao", "toss"})
    public String shape;

    private byte[] document;
    private Policy policy;
    private Policy withoutCache;
    private Request request;
    private PKIXParameters anchors;
    private CertPathValidator validator;
    private CertificateFactory certificates;
    private final BouncyCastleProvider provider = new BouncyCastleProvider();

    @Setup
    public void prepare() throws Exception {
        Path vectors = Paths.get(System.getProperty("injang.root", "."), "tests", "vectors", shape);
        String name = shape.equals("kakao") ? "content-in-pieces" : "attached";
        document = Files.readAllBytes(vectors.resolve(name).resolve("document.der"));
        byte[] authority = Files.readAllBytes(vectors.resolve("ca.der"));
        Instant at = Instant.parse("2026-03-02T09:00:00Z");
        policy = Policy.builder(Revocation.NONE).trust(authority).build();
        withoutCache = Policy.builder(Revocation.NONE).trust(authority).cacheSize(0).build();
        request = Request.at(at).build();

        certificates = CertificateFactory.getInstance("X.509", provider);
        X509Certificate anchor =
                (X509Certificate) certificates.generateCertificate(new ByteArrayInputStream(authority));
        anchors = new PKIXParameters(Collections.singleton(new TrustAnchor(anchor, null)));
        anchors.setDate(Date.from(at));
        anchors.setRevocationEnabled(false);
        validator = CertPathValidator.getInstance("PKIX", provider);
        if (!injang().getReport().isAccepted() || bouncyCastle() == null) {
            throw new IOException("the document is not good");
        }
    }

    @TearDown
    public void close() {
        policy.close();
        withoutCache.close();
    }

    /** The verdict with the serial number; signatures of CAs are verified once. */
    @Benchmark
    public Verified injang() throws VerificationException {
        Verified verified = Injang.verify(policy, document, request);
        if (!verified.getSigner().getSerial().isPresent()) {
            throw new IllegalStateException();
        }
        return verified;
    }

    /** The same as a server does it that judges thousands in a second: the report is freed at once. */
    @Benchmark
    public boolean injangClosed() throws VerificationException {
        try (Report report = injang().getReport()) {
            return report.isAccepted();
        }
    }

    /** The same where every signature is verified each time. */
    @Benchmark
    public boolean injangWithoutCache() throws VerificationException {
        try (Report report = Injang.verify(withoutCache, document, request).getReport()) {
            return report.isAccepted();
        }
    }

    /** The signature alone, as most code does it. */
    @Benchmark
    public X509Certificate bouncyCastleSignature() throws Exception {
        CMSSignedData signed = new CMSSignedData(document);
        Store<X509CertificateHolder> store = signed.getCertificates();
        X509Certificate found = null;
        for (SignerInformation signer : signed.getSignerInfos().getSigners()) {
            @SuppressWarnings("unchecked")
            X509CertificateHolder holder =
                    (X509CertificateHolder) store.getMatches(signer.getSID()).iterator().next();
            found = new JcaX509CertificateConverter().setProvider(provider).getCertificate(holder);
            if (!signer.verify(
                    new JcaSimpleSignerInfoVerifierBuilder().setProvider(provider).build(found.getPublicKey()))) {
                throw new IllegalStateException("forged");
            }
        }
        return found;
    }

    /** The signature and the path, without revocation. */
    @Benchmark
    public Object bouncyCastle() throws Exception {
        X509Certificate signer = bouncyCastleSignature();
        return validator.validate(certificates.generateCertPath(Collections.singletonList(signer)), anchors);
    }
}
