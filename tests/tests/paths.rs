//! Neither the order of what is given nor the cache of verified signatures changes a verdict.

use injang_core::{CryptoBackend, Policy, Report, Request};
use injang_crypto::Combined;
use injang_tests::case::Case;
use injang_tests::runner::{Inputs, Vector, vectors};

fn with_policy<R>(
    vector: &Vector,
    case: &Case,
    then: impl FnOnce(&Policy<'_>, &Request<'_>, &Inputs) -> R,
) -> R {
    let crypto: &dyn CryptoBackend = &Combined;
    let shuffled = Vector {
        name: vector.name.clone(),
        folder: vector.folder.clone(),
        case: case.clone(),
    };
    let inputs = Inputs::read(&shuffled);
    let evidence = inputs.evidence(crypto);
    let policy = inputs.policy(case, &evidence, crypto);
    then(&policy, &inputs.request(case), &inputs)
}

fn audit(vector: &Vector, case: &Case) -> Report {
    with_policy(vector, case, |policy, request, inputs| {
        inputs.audit(policy, request)
    })
}

#[test]
fn the_order_of_what_the_caller_gives_does_not_matter() {
    let mut several = 0;
    for vector in vectors() {
        let mut case = vector.case.clone();
        case.trust.reverse();
        case.certificates.reverse();
        case.intermediates.reverse();
        case.evidence.reverse();
        if case == vector.case {
            continue;
        }
        several += 1;
        let (usual, reversed) = (audit(&vector, &vector.case), audit(&vector, &case));
        assert_eq!(usual.verdict, reversed.verdict, "{}", vector.name);
        assert_eq!(usual.findings, reversed.findings, "{}", vector.name);
        for (usual, reversed) in usual.signers.iter().zip(&reversed.signers) {
            assert_eq!(usual.checks, reversed.checks, "{}", vector.name);
            assert_eq!(usual.findings, reversed.findings, "{}", vector.name);
        }
    }
    assert!(several > 200, "only {several} vectors");
}

/// The digests of the evidence on which each signer's path rests, certificate by certificate.
fn evidence_used(report: &Report) -> Vec<Vec<Option<[u8; 32]>>> {
    let paths = report.signers.iter().map(|signer| &signer.path);
    paths
        .flat_map(|path| &path.certificates)
        .map(|certificate| certificate.evidence.iter().map(|it| it.sha256).collect())
        .collect()
}

#[test]
fn the_order_of_evidence_that_ties_does_not_matter() {
    let all = vectors();
    for (one, other) in [
        ("crl-stale", "crl-next-update-before"),
        ("entry-hold", "entry-superseded"),
        ("ocsp-by-a-stranger", "ocsp-delegate-crl-stale"),
    ] {
        let named = |name: &str| {
            let name = format!("revocation/{name}");
            all.iter().find(|vector| vector.name == name).expect("it")
        };
        let vector = named(one);
        let mut case = vector.case.clone();
        let added = named(other).case.evidence.iter();
        case.evidence
            .extend(added.map(|file| format!("../{other}/{file}")));
        let usual = audit(vector, &case);
        assert!(!usual.signers.is_empty(), "{one} and {other}");
        for turn in 0..case.evidence.len() {
            for _ in 0..2 {
                let report = audit(vector, &case);
                assert_eq!(report.verdict, usual.verdict, "{one} and {other}, {turn}");
                for (this, usual) in report.signers.iter().zip(&usual.signers) {
                    assert_eq!(this.checks, usual.checks, "{one} and {other}, {turn}");
                    assert_eq!(this.findings, usual.findings, "{one} and {other}, {turn}");
                }
                let (this, usual) = (evidence_used(&report), evidence_used(&usual));
                assert_eq!(this, usual, "{one} and {other}, {turn}");
                case.evidence.reverse();
            }
            case.evidence.rotate_left(1);
        }
    }
}

#[test]
fn what_is_remembered_changes_no_report() {
    for vector in vectors() {
        let honest = audit(&vector, &vector.case);
        with_policy(&vector, &vector.case, |policy, request, inputs| {
            for room in [0, 1, 64] {
                let policy = policy.clone().cache(room);
                for _ in 0..3 {
                    let report = inputs.audit(&policy, request);
                    assert_eq!(report, honest, "{}", vector.name);
                }
            }
        });
    }
}
