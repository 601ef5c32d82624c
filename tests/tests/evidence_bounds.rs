//! Each budget, from nothing upwards: a smaller budget makes no vector pass that must not pass, and
//! what passes does so from some size of the budget on.

use injang_core::{Budget, Certificate, Report, Revocation, SignedDocument, Verdict};
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
    bound("signatures", 16, |it, size| it.signatures = size);
    bound("evidence", 3, |it, size| it.evidence = size);
    bound("issuers", 4, |it, size| it.issuers = size);
    bound("paths", 2, |it, size| it.paths = size);
    bound("depth", 3, |it, size| it.depth = size);
    bound("candidates", 1, |it, size| it.candidates = size);
    all
}

fn report(vector: &Vector, inputs: &Inputs, budget: Budget) -> Report {
    let evidence = inputs.evidence(&Combined);
    let policy = inputs.policy(&vector.case, &evidence, &Combined);
    let request = inputs.request(&vector.case);
    inputs.audit(&policy.budget(budget), &request)
}

fn named(name: &str) -> Vector {
    let mut all = vectors().into_iter();
    let vector = all.find(|it| it.name == name);
    vector.unwrap_or_else(|| panic!("no vector {name}"))
}

/// How many signature requests the verdict on a good document takes; a larger budget changes nothing.
fn requests_needed(name: &str) -> usize {
    let vector = named(name);
    let inputs = Inputs::read(&vector);
    let passes = |requests| {
        let budget = Budget {
            signatures: requests,
            ..Budget::default()
        };
        let verdict = report(&vector, &inputs, budget).verdict;
        assert!(
            !matches!(verdict, Verdict::TotalFailed(_)),
            "{name} with {requests}"
        );
        verdict == Verdict::TotalPassed
    };
    let needed = (0..64).find(|requests| passes(*requests));
    let needed = needed.unwrap_or_else(|| panic!("{name} takes more"));
    assert!((needed..64).all(passes), "{name}");
    needed
}

#[test]
fn what_is_left_out_is_never_good() {
    let mut judged = 0;
    for vector in vectors() {
        let is_one = FAMILIES.iter().any(|it| vector.name.starts_with(it));
        let must_pass = vector.case.expect.verdict == Expected::TotalPassed;
        if !is_one || must_pass {
            continue;
        }
        let inputs = Inputs::read(&vector);
        // What the whole budget gives is for the vectors themselves to say.
        let whole = report(&vector, &inputs, Budget::default());
        if whole.verdict == Verdict::TotalPassed {
            continue;
        }
        for (name, size, budget) in budgets() {
            let report = report(&vector, &inputs, budget);
            judged += 1;
            let passed = Verdict::TotalPassed;
            assert_ne!(report.verdict, passed, "{} with {name} {size}", vector.name);
            for (signer, whole) in report.signers.iter().zip(&whole.signers) {
                assert!(
                    signer.verdict != passed || whole.verdict == passed,
                    "a signer of {} with {name} {size}",
                    vector.name
                );
            }
        }
    }
    assert!(judged > 1_000, "only {judged}");
}

#[test]
fn exactly_the_questions_needed_pass() {
    // The signer's, its certificate, the CA's, and a CRL of each issuer.
    assert_eq!(requests_needed("speakers/own-key-own-name"), 5);
}

/// A certificate that fits the signer and did not sign takes nothing from the path of the signer's
/// certificate, whatever revocation data there is about it.
#[test]
fn what_is_about_a_decoy_takes_no_question_from_the_signer() {
    let alone = requests_needed("bounds-evidence/decoy-without-crls");
    let beside = requests_needed("bounds-evidence/decoy-with-300-crls");
    // As above, and the signature under the decoy's key.
    assert_eq!([alone, beside], [6, 6]);
}

/// Each of two signers has a share: data about the first one takes nothing of the second one's.
#[test]
fn a_signer_takes_no_question_from_the_next() {
    let name = "bounds-evidence/signer-beside-one-with-255-crls";
    let vector = named(name);
    let inputs = Inputs::read(&vector);
    let passed = |requests| {
        let budget = Budget {
            signatures: requests,
            ..Budget::default()
        };
        let report = report(&vector, &inputs, budget);
        let passed = report.signers.iter().map(|it| it.verdict);
        passed.map(|it| it == Verdict::TotalPassed).collect()
    };
    let few: Vec<bool> = passed(40);
    let many: Vec<bool> = passed(1024);
    assert_eq!(few, [false, true]);
    assert_eq!(many, [true, true]);
}

/// A certificate by itself whose key is too short to rely on, and one whose key is not.
#[test]
fn a_certificate_by_itself_needs_a_key_of_some_strength() {
    for (name, is_good) in [
        ("rules/rsa-2047-bits", false),
        ("rules/rsa-2048-bits", true),
    ] {
        let vector = named(name);
        let inputs = Inputs::read(&vector);
        let evidence = inputs.evidence(&Combined);
        let policy = inputs.policy(&vector.case, &evidence, &Combined);
        let request = inputs.request(&vector.case);
        assert!(matches!(policy.revocation(), Revocation::NotChecked));
        let decoded = injang_core::armor::decode(&inputs.document).expect("document");
        let der = injang_core::Der::from_ber(&decoded.octets, injang_core::Limits::default());
        let der = der.expect("document");
        let document = SignedDocument::parse(&der).expect("document");
        let certificate = document
            .certificates()
            .iter()
            .find_map(|choice| match choice {
                injang_core::CertificateChoice::Certificate(it) => Some(Certificate::octets(it)),
                _ => None,
            });
        let certificate = Certificate::from_der(certificate.expect("certificate"));
        let report =
            policy.audit_certificate(&certificate.expect("certificate"), &[], request.time());
        let passed = report.verdict == Verdict::TotalPassed;
        assert_eq!(passed, is_good, "{name}: {:?}", report.verdict);
    }
}

/// Each piece of the caller's beyond those that a document may bring adds a signature to the budget.
#[test]
fn what_the_caller_brings_is_allowed_for() {
    let vector = named("bounds-evidence/callers-crls-20-and-one-fresh");
    let inputs = Inputs::read(&vector);
    let with = |evidence| {
        let budget = Budget {
            signatures: 10,
            evidence,
            ..Budget::default()
        };
        report(&vector, &inputs, budget).verdict
    };
    assert_eq!(with(4), Verdict::TotalPassed);
    assert!(matches!(with(16), Verdict::Indeterminate(_)));
}
