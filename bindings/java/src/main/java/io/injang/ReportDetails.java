package io.injang;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** What {@code reportDetails} packs, in its order. */
final class ReportDetails {
    final int identityLayout;
    final int wouldMatch;
    final Instant time;
    final TimeSource timeSource;
    final int requiredSignType;
    final VidLayout vidLayout;
    final PlainHashSource plainHashSource;
    final Profile profile;
    final Revocation revocation;
    final String crypto;
    final byte[] policySha256;
    final Sentence headline;
    final Checks checks;
    final List<OfSigner> signers;
    final List<RevocationPiece> revocationData;
    final int elsewhere;
    final boolean isDiagnosisComplete;
    final List<Diagnosis> diagnoses;

    ReportDetails(Packed packed, int signerCount) {
        identityLayout = packed.integer();
        wouldMatch = packed.integer();
        time = packed.time().orElse(Instant.EPOCH);
        timeSource = TimeSource.of(packed.integer());
        requiredSignType = packed.integer();
        vidLayout = VidLayout.of(packed.integer());
        plainHashSource = PlainHashSource.of(packed.integer());
        profile = Profile.of(packed.integer());
        revocation = Revocation.of(packed.integer());
        crypto = packed.text();
        policySha256 = packed.octets();
        headline = new Sentence(packed);
        checks = new Checks(packed);
        signers = list(signerCount, () -> new OfSigner(packed));
        revocationData = list(packed.integer(), () -> new RevocationPiece(packed));
        elsewhere = packed.integer();
        isDiagnosisComplete = packed.integer() == 1;
        diagnoses = list(packed.integer(), () -> new Diagnosis(packed));
    }

    static <T> List<T> list(int count, Supplier<T> next) {
        List<T> all = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            all.add(next.get());
        }
        return Collections.unmodifiableList(all);
    }

    /** A sentence in both languages. */
    static final class Sentence {
        private final String english;
        private final String korean;

        Sentence(Packed packed) {
            english = packed.text();
            korean = packed.text();
        }

        String in(Language language) {
            return Codes.given(language, "language") == Language.KO.getNumber() ? korean : english;
        }
    }

    /** Checks and findings of the document, of a signer or of a certificate. */
    static final class Checks {
        final List<Check> checks;
        final List<FindingCode> findings;

        Checks(Packed packed) {
            checks = list(packed.integer(), () -> new Check(packed));
            findings = list(packed.integer(), () -> FindingCode.of(packed.integer()));
        }
    }

    /** What is told of a signer. */
    static final class OfSigner {
        final byte[] certificate;
        final Checks checks;
        final Path path;

        OfSigner(Packed packed) {
            certificate = packed.octets();
            checks = new Checks(packed);
            path = new Path(packed);
        }
    }
}
