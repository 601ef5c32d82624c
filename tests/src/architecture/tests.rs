//! Each rule fails for a crate of a few lines that breaks it.

use super::{Modules, above, beside, circles, siblings};

fn broken(files: &[(&str, &str)]) -> (Vec<String>, Vec<String>, Vec<String>) {
    let modules = Modules::of(files.iter().copied());
    let uses = modules.uses();
    (
        above(&uses, &["high", "low"]),
        circles(&uses),
        siblings(&uses, "high"),
    )
}

fn nothing() -> (Vec<String>, Vec<String>, Vec<String>) {
    (Vec::new(), Vec::new(), Vec::new())
}

#[test]
fn a_folder_uses_those_below_it() {
    let down = [
        (
            "lib.rs",
            "mod high;\nmod low;\npub use high::Judge;\npub use low::Octets;\n",
        ),
        ("high.rs", "mod judge;\npub use judge::Judge;\n"),
        (
            "high/judge.rs",
            "use crate::low::Octets;\npub struct Judge(Octets);\n",
        ),
        ("low.rs", "pub struct Octets;\n"),
    ];
    assert_eq!(broken(&down), nothing());
}

#[test]
fn a_folder_that_uses_one_above_it_breaks_a_rule() {
    // In a `use`, in a list, behind an alias, by a path, by `super`, or by what the root hands on.
    for code in [
        "use crate::high::judge::Judge;\n",
        "use crate::{\n    high::{judge::{self, Judge}},\n};\n",
        "use crate::high as h;\nfn f() { h::judge::judge() }\n",
        "pub(crate) fn f() -> crate::high::judge::Judge { todo!() }\n",
        "use super::super::high::judge::Judge;\n",
        "use crate::Judge;\n",
        "fn f(_: &crate::Judge) {}\n",
    ] {
        let files = [
            ("lib.rs", "mod high;\nmod low;\npub use high::Judge;\n"),
            ("high.rs", "pub mod judge;\npub use judge::Judge;\n"),
            ("high/judge.rs", "pub struct Judge;\n"),
            ("low.rs", "mod octets;\n"),
            ("low/octets.rs", code),
        ];
        let (above, circles, _) = broken(&files);
        let named = "low::octets uses high::judge".to_owned();
        assert!(above.contains(&named), "{code}: {above:?}");
        assert!(circles.is_empty(), "{code}: {circles:?}");
    }
}

#[test]
fn a_folder_that_uses_the_root_breaks_a_rule() {
    let files = [
        ("lib.rs", "mod low;\npub const ENGINE: &str = \"\";\n"),
        (
            "low.rs",
            "const OWN: &str = crate::ENGINE;\ncrate::macro_of_the_root!();\n",
        ),
    ];
    assert_eq!(broken(&files).0, ["low uses the root"]);
}

#[test]
fn files_that_use_each_other_are_a_circle() {
    let files = [
        ("low.rs", "mod a;\nmod b;\nmod c;\npub use b::B;\n"),
        ("low/a.rs", "use super::B;\n"),
        ("low/b.rs", "use super::c::C;\npub struct B;\n"),
        ("low/c.rs", "fn f() { super::a::g() }\n"),
    ];
    assert_eq!(broken(&files).1, ["in low: a → b → c → a"]);
    // Without one of the three there is none; a file and its own parent are no circle.
    let open = [
        files[0],
        files[1],
        files[2],
        ("low/c.rs", "use super::d;\n"),
    ];
    assert_eq!(broken(&open), nothing());
}

#[test]
fn folders_that_use_each_other_are_a_circle() {
    let files = [
        ("high/a.rs", "use crate::low::b::B;\n"),
        ("low/b.rs", "use crate::high::c::C;\n"),
        ("high/c.rs", "pub struct C;\n"),
    ];
    assert_eq!(broken(&files).1, ["in the root: high → low → high"]);
}

#[test]
fn a_check_that_uses_another_breaks_a_rule() {
    let files = [
        ("high/a.rs", "use super::b::B;\n"),
        ("high/b.rs", "pub struct B;\n"),
    ];
    assert_eq!(broken(&files).2, ["high::a uses high::b"]);
    let apart = [
        ("high/a.rs", "use crate::low::B;\n"),
        ("low.rs", "pub struct B;\n"),
    ];
    assert_eq!(broken(&apart), nothing());
}

#[test]
fn a_folder_that_uses_more_than_it_may_breaks_a_rule() {
    let files = [
        ("high.rs", "use crate::low::B;\nuse crate::lower::C;\n"),
        ("low.rs", "pub struct B;\n"),
        ("lower.rs", "pub struct C;\n"),
    ];
    let uses = Modules::of(files).uses();
    assert_eq!(beside(&uses, "high", &["low"]), ["high uses lower"]);
    assert!(beside(&uses, "high", &["low", "lower"]).is_empty());
}

#[test]
fn comments_and_tests_use_what_they_like() {
    let files = [
        ("high.rs", "pub struct Judge;\n"),
        (
            "low.rs",
            "//! See [`Judge`](crate::high::Judge).\n#[cfg(test)]\nmod made;\npub struct Octets;\n\
             #[cfg(test)]\nmod tests {\n    use crate::high::Judge;\n}\n",
        ),
        ("low/tests.rs", "use crate::high::Judge;\n"),
    ];
    assert_eq!(broken(&files), nothing());
}

#[test]
fn an_import_of_all_names_is_seen() {
    let globs = |text| Modules::of([("low.rs", text)]).globs();
    assert_eq!(globs("use crate::high::*;\n"), ["low imports `*`"]);
    assert!(
        globs("use crate::high::Judge;\n#[cfg(test)]\nmod tests {\n    use super::*;\n}\n")
            .is_empty()
    );
}
