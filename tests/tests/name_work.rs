//! What documents cost in comparing names, counted where forms of names are made (the feature
//! `count-work`), against what the meter is charged. One test alone: the count is one of the process.

use injang_tests::generate::work::{HOSTILE, Make, decoy};

/// Names are brought into a form once in reading, for the tables in which they are looked up. This is
/// not charged, and is at most this part of the input in any shape.
const READ: u64 = 4;

#[test]
fn the_meter_is_charged_for_names() {
    let honest: (&str, Make) = ("decoy", decoy);
    for (name, make) in HOSTILE.iter().copied().chain([honest]) {
        let [small, large] = [32, 64].map(|size| {
            let shape = make(size);
            let before = injang_core::octets_of_names();
            let (_, touched) = shape.judge();
            let names = injang_core::octets_of_names() - before;
            let octets = u64::try_from(shape.octets()).expect("size");
            println!("{name} {size}: {octets} octets, {touched} touched, {names} of names");
            let most = touched + octets / READ;
            assert!(names > 0, "{name}: nothing is counted");
            assert!(names <= most, "{name}: {names} of names, {most} charged");
            (octets, names)
        });
        // A fourth more for each octet at most: quadratic work would be twice as much.
        let (per_small, per_large) = (small.1 * large.0, large.1 * small.0);
        let grows = per_large * 4 <= per_small * 5;
        assert!(grows, "{name}: {small:?} and {large:?}");
    }
}
