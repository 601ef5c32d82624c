//! What documents that are made to cost do cost: it grows as their octets do, and the genuine signer
//! beside them is judged all the same. Counts are compared, never times.

use injang::{
    Certificate, Claim, Content, Evidence, Policy, Report, Revocation, Time, TrustAnchor,
};
use injang_crypto::Combined;
use injang_tests::generate::work::{HOSTILE, Shape, decoy};

/// What is done with a shape.
fn with<R>(shape: &Shape, then: impl FnOnce(&Policy<'_>) -> R) -> R {
    let mut evidence = Evidence::new();
    for octets in &shape.evidence {
        evidence.add(octets, &Combined).expect("evidence");
    }
    let anchor = |octets: &Vec<u8>| TrustAnchor::from_certificate(octets).expect("anchor");
    let certificate = |octets| Certificate::from_der(octets).expect("certificate");
    let at = Time::parse("2026-03-02T09:00:00Z").expect("time");
    let policy = Policy::new(
        &Combined,
        shape.anchors.iter().map(anchor),
        Revocation::Require(&evidence),
        at,
    )
    .intermediates(shape.intermediates.iter().map(|it| certificate(it)));
    then(&policy)
}

fn report(shape: &Shape) -> Report {
    with(shape, |policy| {
        injang::audit(&shape.document, policy, Content::Embedded, Claim::none())
    })
}

#[test]
fn none_of_them_passes() {
    for (name, make) in HOSTILE {
        for size in [1, 2, 8] {
            let report = report(&make(size));
            assert_ne!(
                report.verdict,
                injang::Verdict::TotalPassed,
                "{name} {size}"
            );
            assert!(!report.signers.is_empty(), "{name} {size} can be read");
        }
    }
}

#[test]
fn sizes_grow_as_they_are_called() {
    for (name, make) in HOSTILE {
        let [one, two] = [8, 16].map(|size| make(size).octets());
        assert!(two > one + one / 3, "{name}: {one} and {two} octets");
    }
}

#[test]
fn a_decoy_does_not_starve_the_genuine_signer() {
    for size in [0, 1, 300, 600] {
        let report = report(&decoy(size));
        assert_eq!(report.verdict, injang::Verdict::TotalPassed, "{size}");
    }
}

/// The meter, for which the feature stands until it is there: then this goes without one.
#[cfg(feature = "meter")]
mod meter {
    use super::{HOSTILE, Shape, decoy, with};
    use injang::{Claim, Content, Der, Limits, SignedDocument};

    /// Octets that one octet of input may make the program touch.
    const CONSTANT: u64 = 256;

    fn touched(shape: &Shape) -> u64 {
        let der = Der::from_ber(&shape.document, Limits::default()).expect("document");
        let document = SignedDocument::parse(&der).expect("document");
        with(shape, |policy| {
            let mut inquiry = document.inquire(policy, Content::Embedded, Claim::none());
            inquiry.ask();
            inquiry.octets_touched()
        })
    }

    #[test]
    fn work_is_linear() {
        let honest: (&str, fn(usize) -> Shape) = ("decoy", decoy);
        for (name, make) in HOSTILE.iter().copied().chain([honest]) {
            let [small, large] = [32, 128].map(|size| {
                let shape = make(size);
                let octets = u64::try_from(shape.octets()).expect("size");
                (octets, touched(&shape))
            });
            for (octets, touched) in [small, large] {
                assert!(touched > 0, "{name}: the meter counts nothing");
                let most = CONSTANT * octets;
                assert!(touched <= most, "{name}: {touched} for {octets}");
            }
            // A fourth more for each octet at most: quadratic work would be four times as much.
            let (per_small, per_large) = (small.1 * large.0, large.1 * small.0);
            let grows = per_large * 4 <= per_small * 5;
            assert!(grows, "{name}: {small:?} and {large:?}");
        }
    }
}
