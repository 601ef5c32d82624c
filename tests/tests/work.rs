//! What documents cost that are made to be expensive: the work grows no faster than their octets, and
//! the genuine signer beside them is judged all the same. Counts are compared, never times.

use injang_tests::generate::work::{HOSTILE, Make, decoy};

/// Octets that one octet of input may make the program touch.
const CONSTANT: u64 = 16;

#[test]
fn none_of_them_passes() {
    for (name, make) in HOSTILE {
        for size in [1, 2, 8] {
            let (report, _) = make(size).judge();
            assert_ne!(
                report.verdict,
                injang_core::Verdict::TotalPassed,
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
        let (report, _) = decoy(size).judge();
        assert_eq!(report.verdict, injang_core::Verdict::TotalPassed, "{size}");
    }
}

#[test]
fn work_is_linear() {
    let honest: (&str, Make) = ("decoy", decoy);
    for (name, make) in HOSTILE.iter().copied().chain([honest]) {
        let [small, large] = [32, 64].map(|size| {
            let shape = make(size);
            let octets = u64::try_from(shape.octets()).expect("size");
            let (_, touched) = shape.judge();
            (octets, touched)
        });
        for (octets, touched) in [small, large] {
            assert!(touched > 0, "{name}: the meter counts nothing");
            let most = CONSTANT * octets;
            assert!(touched <= most, "{name}: {touched} for {octets}");
        }
        // A fourth more for each octet at most: quadratic work would be twice as much.
        let (per_small, per_large) = (small.1 * large.0, large.1 * small.0);
        let grows = per_large * 4 <= per_small * 5;
        assert!(grows, "{name}: {small:?} and {large:?}");
    }
}
