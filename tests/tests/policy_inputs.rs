//! What the caller puts into a policy counts: constraints on algorithms, and anchors of a name and a
//! key alone.

use injang_core::{
    AlgorithmConstraints, Policy, Request, Revocation, SubIndication, Time, TrustAnchor, Verdict,
};
use injang_crypto::Combined;
use injang_tests::runner::{Inputs, Vector, vectors};

fn named(name: &str) -> Vector {
    let mut all = vectors().into_iter();
    let vector = all.find(|it| it.name == name);
    vector.unwrap_or_else(|| panic!("no vector {name}"))
}

#[test]
fn constraints_of_the_caller_count() {
    let vector = named("rules/rsa-2048-bits");
    let inputs = Inputs::read(&vector);
    let evidence = inputs.evidence(&Combined);
    for (least_rsa_bits, is_good) in [(2048, true), (2049, false)] {
        let constraints = AlgorithmConstraints {
            least_rsa_bits,
            ..AlgorithmConstraints::default()
        };
        let policy = inputs.policy(&vector.case, &evidence, &Combined);
        let request = inputs.request(&vector.case);
        let report = inputs.audit(&policy.constraints(constraints), &request);
        let expected = if is_good {
            Verdict::TotalPassed
        } else {
            Verdict::Indeterminate(SubIndication::CryptoConstraintsFailure)
        };
        assert_eq!(report.verdict, expected, "{least_rsa_bits}");
    }
}

/// An anchor without a certificate issues, and signs CRLs.
#[test]
fn anchors_of_a_name_and_a_key_may_do_all() {
    for (name, expected) in [
        ("speakers/own-key-own-name", Verdict::TotalPassed),
        (
            "holds/ca-revoked-in-stale-crl",
            Verdict::TotalFailed(SubIndication::Revoked),
        ),
    ] {
        let vector = named(name);
        let inputs = Inputs::read(&vector);
        let evidence = inputs.evidence(&Combined);
        let usual = inputs.policy(&vector.case, &evidence, &Combined);
        let bare = usual.anchors().iter().map(|anchor| {
            let bare = TrustAnchor::from_name_and_key(anchor.name(), anchor.public_key());
            bare.expect("name and key")
        });
        let request =
            Request::at(Time::parse(&vector.case.at).expect("time")).content(inputs.content());
        let policy = Policy::new(&Combined, bare, Revocation::Require(&evidence))
            .intermediates(usual.issuers().iter().copied());
        let report = inputs.audit(&policy, &request);
        assert_eq!(report.verdict, expected, "{name}");
    }
}
