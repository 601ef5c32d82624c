//! A faulty crypto backend can't turn a wrong form into a pass, and can't make anything pass by
//! giving no result.
//!
//! The core judges the form of everything and asks the backend for digests and signatures alone.

mod faulty_backends;

use faulty_backends::{Listening, NoDigest, OneDigest, Silent, Yes};
use injang_core::report::{CheckId, Outcome, Reason};
use injang_core::{
    Budget, Content, CryptoBackend, DigestAlgorithm, Limits, Policy, Report, Request, Revocation,
    SignatureAlgorithm, SignatureStatus, SignedDocument, SubIndication, Validation, Verdict,
};
use injang_crypto::Combined;
use injang_tests::runner::{Inputs, Vector, vectors};
use std::collections::HashMap;

fn audit(vector: &Vector, crypto: &dyn CryptoBackend) -> Report {
    let inputs = Inputs::read(vector);
    let evidence = inputs.evidence(crypto);
    let policy = inputs.policy(&vector.case, &evidence, crypto);
    let request = inputs.request(&vector.case);
    injang_core::audit(&inputs.document, &policy, &request)
}

fn by_name() -> HashMap<String, Vector> {
    let named = |vector: Vector| (vector.name.clone(), vector);
    vectors().into_iter().map(named).collect()
}

/// The document of a vector, parsed, under a policy; `None` if it can't be read.
fn with_document<R>(
    vector: &Vector,
    crypto: &dyn CryptoBackend,
    look: impl FnOnce(&SignedDocument<'_>, &Policy<'_>, &Request<'_>) -> R,
) -> Option<R> {
    let inputs = Inputs::read(vector);
    let evidence = inputs.evidence(crypto);
    let policy = inputs.policy(&vector.case, &evidence, crypto);
    let request = inputs.request(&vector.case);
    let decoded = injang_core::armor::decode(&inputs.document).ok()?;
    let der = decoded.to_der(Limits::default()).ok()?;
    let document = SignedDocument::parse(&der).ok()?;
    Some(look(&document, &policy, &request))
}

/// Whether there are one signer, one certificate and one anchor, and nothing else to build a path
/// from or to make requests about. Then every request decides.
fn is_alone(document: &SignedDocument<'_>, policy: &Policy<'_>) -> bool {
    let certificates = document.certificates().len();
    let is_bare =
        policy.issuers().is_empty() && matches!(policy.revocation(), Revocation::NotChecked);
    is_bare
        && [
            document.signers().len(),
            certificates,
            policy.anchors().len(),
        ] == [1; 3]
}

/// Answers all requests, round by round, and gives `Valid` nine times more than there are requests.
/// Returns the number of requests of each round.
fn answer_rounds(validation: &mut Validation<'_>, crypto: &dyn CryptoBackend) -> Vec<usize> {
    let mut rounds = Vec::new();
    while !validation.requests().is_empty() {
        let asked = validation.requests().len();
        let mut answers = vec![SignatureStatus::Unanswered; asked];
        crypto.answer_all(validation.requests(), &mut answers);
        answers.extend([SignatureStatus::Valid; 9]);
        validation.answer(&answers);
        rounds.push(asked);
    }
    rounds
}

/// A backend that says `Valid` to everything changes a report only where an honest one says
/// otherwise, and then only the checks that rest on signatures.
#[test]
fn a_yes_is_about_signatures_alone() {
    let mut healed = 0;
    for vector in vectors() {
        let listening = Listening::default();
        let honest = audit(&vector, &listening);
        let mut yes = audit(&vector, &Yes);
        // The crypto backend stands in the conditions, and differs here.
        yes.conditions = honest.conditions.clone();
        let answers = listening.0.into_inner().expect("one thread");
        if answers
            .iter()
            .all(|answer| *answer == SignatureStatus::Valid)
        {
            assert_eq!(honest, yes, "{}", vector.name);
        } else if yes.verdict == Verdict::TotalPassed {
            // Only checks that rest on signatures were wrong.
            for check in honest.signers.iter().flat_map(|signer| &signer.checks) {
                let is_asked = [
                    CheckId::Signature,
                    CheckId::Path,
                    CheckId::AlgorithmStrength,
                    CheckId::Revocation,
                ];
                let is_good = matches!(
                    check.outcome,
                    Outcome::Passed | Outcome::NotApplicable | Outcome::NotChecked
                );
                assert!(
                    is_good || is_asked.contains(&check.id),
                    "{}: {} healed",
                    vector.name,
                    check.id.name()
                );
            }
            healed += 1;
        }
    }
    assert!(healed > 50, "only {healed} vectors depend on the backend");
}

/// Vectors whose form is wrong whatever the backend answers.
const FORMS: &str = "
    pss/parameters-absent
    pss/parameters-null
    pss/parameters-salt-negative
    pss/parameters-trailer-two
    pss/parameters-mask-function-unknown
    pss/parameters-field-twice
    pss/sha256-called-sha512
    pss/key-of-another-digest
    pss/key-of-more-salt
    pss/key-used-with-pkcs1
    pss/truncated
    pss/leading-zero-added
    algorithm/ec-key-rsa-algorithm
    algorithm/rsa-key-ecdsa-algorithm
    algorithm/rsa-sha256-called-sha512
    algorithm/kcdsa-signature
    algorithm/rsa-key-empty
    algorithm/rsa-exponent-one
    algorithm/ec-explicit-parameters
    algorithm/ec-unknown-curve
    algorithm/ec-point-short
    algorithm/rsa-empty
    algorithm/rsa-trailing-octet
    algorithm/ecdsa-r-padded
    algorithm/ecdsa-r-negative
    algorithm/ecdsa-s-zero
    algorithm/ecdsa-long-length
    algorithm/ecdsa-trailing-octet
    algorithm/ecdsa-third-integer
    algorithm/ecdsa-raw
    ed25519/signature-of-63-octets
    ed25519/key-of-order-8
    ed25519/plain-hash
    rules/signature-parameters-ecdsa-integer
    rules/key-parameters-octets
    algorithm/rsa-1024
    rules/rsa-2047-bits
    algorithm/rsa-sha1
    algorithm/issuer-rsa-1024
    algorithm/issuer-sha1
    rules/hash-of-hash-sha1
    attributes/message-digest-truncated
    attributes/message-digest-empty
    toss/attached-content-flipped-bit
    attributes/protection-of-another-digest
    attributes/ess-v2-other
    attributes/confusion
    path/algorithms-differ
    path/anchor-of-another-name
    path/extension-unknown-critical
    path/after-not-after
";

#[test]
fn a_yes_heals_no_form() {
    let vectors = by_name();
    for line in FORMS.lines().filter(|line| !line.trim().is_empty()) {
        let name = line.trim();
        let vector = vectors.get(name).unwrap_or_else(|| panic!("{name}"));
        let report = audit(vector, &Yes);
        assert_ne!(report.verdict, Verdict::TotalPassed, "{name}");
        let expect = &vector.case.expect;
        let id = expect.check.map(injang_tests::case::Check::as_str);
        let checks = &report.signers[0].checks;
        let check = checks.iter().find(|check| Some(check.id.name()) == id);
        let check = check.expect("every check");
        let reason = check.reason.as_ref().map(Reason::code);
        assert!(reason.is_some(), "{name}");
        assert_eq!(reason, expect.reason.as_deref(), "{name}");
        assert_ne!(check.outcome, Outcome::Passed, "{name}");
    }
}

/// A backend that gives no answers, or not all of them: the status is undecided, not forged, and the
/// validation ends.
#[test]
fn what_is_not_answered_is_undecided() {
    let mut undecided = 0;
    for vector in vectors() {
        let honest = audit(&vector, &Combined);
        for provider in [Silent(0), Silent(1)] {
            let report = audit(&vector, &provider);
            // One answer in each round is enough if the first of several certificates signed.
            let is_answered = provider.0 == 1 && has_several_certificates(&vector);
            // Where the signer's certificate is itself an anchor, the signature is the only request.
            let is_pinned = report.signers.iter().any(|signer| signer.path.is_pinned);
            let is_answered = is_answered || (provider.0 == 1 && is_pinned);
            let passes = report.verdict == Verdict::TotalPassed;
            assert!(!passes || is_answered, "{}", vector.name);
            // The only answer may be about a certificate that has expired.
            if honest.verdict == Verdict::TotalPassed && provider.0 == 0 {
                let is_open = matches!(report.verdict, Verdict::Indeterminate(_));
                assert!(is_open, "{}: {:?}", vector.name, report.verdict);
                undecided += 1;
                let code = report.deciding_check().and_then(|it| it.reason.as_ref());
                let code = code.map(Reason::code);
                // The budget left out one of nine candidates.
                let codes = [Some("unanswered"), Some("budget-exhausted")];
                assert!(codes.contains(&code), "{}: {code:?}", vector.name);
            }
        }
    }
    assert!(undecided > 300, "only {undecided} vectors");
}

/// Whether a document has several certificates: then their signatures come in a round before the
/// paths.
fn has_several_certificates(vector: &Vector) -> bool {
    let several = with_document(vector, &Combined, |document, _, _| {
        document.certificates().len() > 1
    });
    several == Some(true)
}

/// Too few answers, answers in pieces, and more answers than requests.
#[test]
fn answers_are_taken_in_their_order_and_no_more() {
    let mut most = 0;
    for vector in vectors() {
        let honest = audit(&vector, &Combined);
        let judged = with_document(&vector, &Combined, |document, policy, request| {
            let open = || document.validate(policy, request);
            let validation = open();
            let asked = validation.requests().len();
            let mut answers = vec![SignatureStatus::Unanswered; asked];
            Combined.answer_all(validation.requests(), &mut answers);

            // All answers, round by round, with too many in each round and some at the end.
            let mut validation = open();
            let rounds = answer_rounds(&mut validation, &Combined);
            assert_eq!(rounds.first().copied().unwrap_or(0), asked);
            validation.answer(&[SignatureStatus::Valid; 9]);
            assert!(validation.requests().is_empty(), "{}", vector.name);
            assert_eq!(validation.finish(), honest, "{}", vector.name);
            most = most.max(rounds.len());

            // The first round alone: the requests that follow from it stay without an answer.
            if rounds.len() > 1 {
                let mut validation = open();
                validation.answer(&answers);
                assert_eq!(validation.requests().len(), rounds[1], "{}", vector.name);
                let report = validation.finish();
                // Unless a shorter path leads to another anchor, or the certificate is an anchor
                // itself and the missing answers are about revocation data that does not revoke it.
                let is_only_way = policy.anchors().len() < 2;
                let is_pinned = report.signers.iter().any(|signer| signer.path.is_pinned);
                let is_unneeded = is_pinned && honest.verdict == Verdict::TotalPassed;
                let is_open = report.verdict != Verdict::TotalPassed;
                assert!(is_open || !is_only_way || is_unneeded, "{}", vector.name);
            }

            // One answer less than requests, then none.
            for few in [asked.saturating_sub(1), 0] {
                let mut validation = open();
                validation.answer(&answers[..few]);
                validation.answer(&[]);
                // The answers may have led to more requests.
                assert!(validation.requests().len() >= asked - few);
                assert!(few > 0 || validation.requests().len() == asked);
                let report = validation.finish();
                let passes = honest.verdict == Verdict::TotalPassed;
                if passes && (few == 0 || is_alone(document, policy)) {
                    let is_open = matches!(report.verdict, Verdict::Indeterminate(_));
                    assert!(is_open, "{}: {:?}", vector.name, report.verdict);
                }
                if few == 0 {
                    assert_ne!(report.verdict, Verdict::TotalPassed, "{}", vector.name);
                }
            }
        });
        assert!(judged.is_some() || honest.signers.is_empty());
    }
    assert!(most > 16, "at most {most} rounds");
}

/// A CRL has the certificate on hold, and an OCSP response lifts the hold. Without digests it is not
/// known about which certificate the response is, so the hold stays.
const LIFTED_BY_ANSWERS: [&str; 5] = [
    "holds/hold-lifted-by-delegate",
    "holds/hold-lifted-by-delegate-that-ends-at",
    "holds/hold-lifted-by-ocsp",
    "holds/hold-ocsp-good-of-its-response",
    "responders/named-lifts-a-hold",
];

/// Without digests nothing passes but what needs none: Ed25519 over the content itself, and
/// signatures over a digest that the caller gives. What passes with digests is undecided, and not
/// forged.
#[test]
fn without_digests_nothing_passes() {
    let mut undecided = 0;
    for vector in vectors() {
        let honest = audit(&vector, &Combined);
        let report = audit(&vector, &NoDigest);
        let looked = with_document(&vector, &Combined, |document, _, request| {
            let needs_whole_content = document.needs_whole_content();
            // The signature covers given octets, and no digest is needed.
            let is_whole = document.signers().iter().all(|signer| {
                let algorithm = signer.signature_algorithm().signature(None);
                !signer.has_signed_attributes() || algorithm == Some(SignatureAlgorithm::Ed25519)
            });
            let is_given = matches!(request.given_content(), Content::Digest(_));
            let is_embedded = document.untrusted_content().is_some();
            needs_whole_content || is_whole && is_given && !is_embedded
        });
        let Some(needs_no_digest) = looked else {
            continue;
        };
        if needs_no_digest {
            continue;
        }
        assert_ne!(report.verdict, Verdict::TotalPassed, "{}", vector.name);
        if honest.verdict == Verdict::TotalPassed {
            let is_open = matches!(report.verdict, Verdict::Indeterminate(_));
            let is_held = report.verdict == Verdict::TotalFailed(SubIndication::Revoked)
                && LIFTED_BY_ANSWERS.contains(&vector.name.as_str());
            assert!(is_open || is_held, "{}: {:?}", vector.name, report.verdict);
            undecided += 1;
        }
    }
    assert!(undecided > 300, "only {undecided} vectors");
}

/// A backend that returns a wrong digest, or one of another algorithm, binds no content to the
/// attributes, even if it says `Valid` to everything.
#[test]
fn wrong_digests_bind_nothing() {
    let others = DigestAlgorithm::ALL.map(|algorithm| OneDigest(Some(algorithm)));
    for vector in vectors() {
        for provider in others.iter().chain([&OneDigest(None)]) {
            let report = audit(&vector, provider);
            for signer in &report.signers {
                let check = signer.check(CheckId::MessageDigest);
                let outcome = check.map(|check| check.outcome);
                let is_supplied = vector.case.digest.is_some();
                assert!(
                    outcome != Some(Outcome::Passed) || is_supplied,
                    "{}",
                    vector.name
                );
            }
        }
    }
}

/// No document leads to more signature requests than the budget allows, whatever the answers are. The
/// first round has at most one request for each signer's certificate and each issuer that it may
/// have.
#[test]
fn requests_are_bounded() {
    let mut most = 0;
    for vector in vectors() {
        with_document(&vector, &Combined, |document, policy, request| {
            let signers = document.signers().len();
            let is_bare = matches!(policy.revocation(), Revocation::NotChecked);
            let of = |budget: Budget| {
                let policy = policy.clone().budget(budget);
                let mut validation = document.validate(&policy, request);
                let rounds = answer_rounds(&mut validation, &Combined);
                let bound = signers * budget.candidates * (1 + budget.issuers);
                let first = rounds.first().copied().unwrap_or(0);
                assert!(!is_bare || first <= bound, "{}", vector.name);
                let asked: usize = rounds.iter().sum();
                assert!(asked <= budget.signatures, "{}", vector.name);
                asked
            };
            let default = Budget::default();
            let asked = of(default);
            most = most.max(asked);
            for candidates in [0, 1, 2] {
                of(Budget {
                    candidates,
                    ..default
                });
            }
            for requests in [0, 1, asked] {
                let least = of(Budget {
                    signatures: requests,
                    ..default
                });
                // Each of several signers has a share, and the last one can't use what another left.
                assert!(least <= requests.min(asked), "{}", vector.name);
                assert!(
                    signers > 1 || least == requests.min(asked),
                    "{}",
                    vector.name
                );
            }
            // What the budget leaves out is undecided.
            if asked > 0 {
                let budget = Budget {
                    signatures: asked - 1,
                    ..default
                };
                let policy = policy.clone().budget(budget);
                let report = document.audit(&policy, request);
                let passes = report.verdict == Verdict::TotalPassed;
                assert!(!(passes && is_alone(document, &policy)), "{}", vector.name);
            }
        });
    }
    assert!(most >= 256, "at most {most} requests");
    let vectors = by_name();
    for (name, requests) in [
        ("toss/attached", 2),
        ("payco/sorted", 2),
        ("signers/two-good", 4),
        ("bounds/candidates-9-ninth", 16),
        ("bounds/candidates-8-twice", 16),
        ("certificate/same-certificate-twice", 2),
        // One certificate, which one anchor issued: one request.
        ("bounds/signers-256", 257),
        ("algorithm/ec-key-rsa-algorithm", 1),
        ("path/no-anchors", 1),
        (
            "rules/one-key-two-certificates-both-current-first-claimed",
            4,
        ),
        ("chain/three", 3),
        ("chain/row-of-16", 18),
        // One request for each certificate, though hundreds of paths use it.
        ("chain/mesh", 45),
        // Certificates of one key are one issuer in requests.
        ("chain/one-name-and-key-anchored", 34),
        ("revocation/crl-good", 5),
        ("revocation/ocsp-of-both", 5),
        // One more request for the certificate that the response brings.
        ("revocation/ocsp-delegate", 6),
    ] {
        let vector = vectors.get(name).unwrap_or_else(|| panic!("{name}"));
        let asked = with_document(vector, &Combined, |document, policy, request| {
            let mut validation = document.validate(policy, request);
            answer_rounds(&mut validation, &Combined)
                .iter()
                .sum::<usize>()
        });
        assert_eq!(asked, Some(requests), "{name}");
    }
}
