//! Budgets, each from nothing upwards: with what is left out for a budget's sake no vector passes that
//! must not, and what passes does so from some size of it on.

use injang::{Budget, Certificate, Claim, Revocation, SignedDocument, Verdict};
use injang_crypto::Combined;
use injang_tests::case::Verdict as Expected;
use injang_tests::runner::{Inputs, Vector, vectors};

/// Families about revocation whose cases are small.
const FAMILIES: [&str; 4] = ["holds/", "deltas-fit/", "speakers/", "responders/"];

/// Every budget with one of its bounds made small, by name and size.
fn budgets() -> Vec<(&'static str, usize, Budget)> {
    let mut all = Vec::new();
    let mut bound = |name, most: usize, set: fn(&mut Budget, usize)| {
        for size in 0..=most {
            let mut budget = Budget::default();
            set(&mut budget, size);
            all.push((name, size, budget));
        }
    };
    bound("questions", 16, |it, size| it.questions = size);
    bound("evidence", 3, |it, size| it.evidence = size);
    bound("issuers", 4, |it, size| it.issuers = size);
    bound("paths", 2, |it, size| it.paths = size);
    bound("depth", 3, |it, size| it.depth = size);
    bound("candidates", 1, |it, size| it.candidates = size);
    all
}

fn verdict(vector: &Vector, inputs: &Inputs, budget: Budget) -> Verdict {
    let evidence = inputs.evidence(&Combined);
    let policy = inputs.policy(&vector.case, &evidence, &Combined);
    inputs.audit(&policy.budget(budget), Claim::none()).verdict
}

#[test]
fn what_is_left_out_is_never_good() {
    let mut judged = 0;
    for vector in vectors() {
        let is_one = FAMILIES.iter().any(|it| vector.name.starts_with(it));
        let must_pass = vector.case.expect.verdict == Expected::TotalPassed;
        let inputs = Inputs::read(&vector);
        // What the whole budget gives is for the vectors themselves to say.
        let whole = verdict(&vector, &inputs, Budget::default());
        if !is_one || must_pass || whole == Verdict::TotalPassed {
            continue;
        }
        for (name, size, budget) in budgets() {
            let verdict = verdict(&vector, &inputs, budget);
            judged += 1;
            assert_ne!(
                verdict,
                Verdict::TotalPassed,
                "{} with {name} {size}",
                vector.name
            );
        }
    }
    assert!(judged > 1_000, "only {judged}");
}

#[test]
fn exactly_the_questions_needed_pass() {
    let all = vectors();
    let vector = all.iter().find(|it| it.name == "speakers/own-key-own-name");
    let vector = vector.expect("vector");
    let inputs = Inputs::read(vector);
    let passes = |questions| {
        let budget = Budget {
            questions,
            ..Budget::default()
        };
        let verdict = verdict(vector, &inputs, budget);
        assert!(!matches!(verdict, Verdict::TotalFailed(_)), "{questions}");
        verdict == Verdict::TotalPassed
    };
    // The signer's, its certificate, the CA's, and a CRL of each issuer.
    let needed = (0..64).find(|questions| passes(*questions)).expect("some");
    assert_eq!(needed, 5);
    assert!((needed..64).all(passes));
}

/// A certificate by itself whose key is too short to rely on, and one whose key is not.
#[test]
fn a_certificate_by_itself_needs_a_key_of_some_strength() {
    for (name, is_good) in [
        ("rules/rsa-2047-bits", false),
        ("rules/rsa-2048-bits", true),
    ] {
        let all = vectors();
        let vector = all.iter().find(|it| it.name == name);
        let vector = vector.unwrap_or_else(|| panic!("no vector {name}"));
        let inputs = Inputs::read(vector);
        let evidence = inputs.evidence(&Combined);
        let policy = inputs.policy(&vector.case, &evidence, &Combined);
        assert!(matches!(policy.revocation(), Revocation::NotChecked));
        let decoded = injang::armor::decode(&inputs.document).expect("document");
        let der = injang::Der::from_ber(&decoded.octets, injang::Limits::default());
        let der = der.expect("document");
        let document = SignedDocument::parse(&der).expect("document");
        let certificate = document
            .certificates()
            .iter()
            .find_map(|choice| match choice {
                injang::CertificateChoice::Certificate(it) => Some(Certificate::octets(it)),
                _ => None,
            });
        let certificate = Certificate::from_der(certificate.expect("certificate"));
        let report = policy.audit_certificate(&certificate.expect("certificate"), &[]);
        let passed = report.verdict == Verdict::TotalPassed;
        assert_eq!(passed, is_good, "{name}: {:?}", report.verdict);
    }
}
