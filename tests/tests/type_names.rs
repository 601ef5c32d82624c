//! One meaning for each type name: the crates define no name twice, but for those listed here.

use injang_tests::{architecture, pages};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Names that `injang` shares with the core and the responses, because they mean the same: its values own
/// what those of the others borrow.
const OWNED: [&str; 7] = [
    "Decision",
    "Policy",
    "Rejection",
    "Report",
    "Request",
    "Revocation",
    "Verified",
];

/// Names with two meanings: `Request` is what is asked of one document, and in `injang-response` what was
/// sent to a provider; `Reader` reads DER in the core, and record batches in `injang-batch`.
const TWO_MEANINGS: [&str; 2] = ["Reader", "Request"];

/// The types that a source file defines, without its module of tests. An alias gives no new type.
fn defined(text: &str) -> BTreeSet<String> {
    let code = architecture::code(text);
    let kinds = ["struct ", "enum ", "trait ", "union "];
    code.lines()
        .filter_map(|line| {
            let line = line.trim_start();
            let line = match line.strip_prefix("pub") {
                Some(rest) if rest.starts_with('(') => rest.split_once(") ")?.1,
                Some(rest) => rest.trim_start(),
                None => line,
            };
            let rest = kinds.iter().find_map(|kind| line.strip_prefix(kind))?;
            let name = rest.split(|char: char| !char.is_alphanumeric()).next()?;
            Some(name.to_owned())
        })
        .filter(|name| name.starts_with(char::is_uppercase))
        .collect()
}

#[test]
fn a_type_name_has_one_meaning() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in pages::files(&[".rs"]) {
        let is_test = file.contains("/tests/") || file.ends_with("/tests.rs");
        if !file.starts_with("crates/") || !file.contains("/src/") || is_test {
            continue;
        }
        let text = fs::read_to_string(pages::repository().join(&file)).expect("a source");
        for name in defined(&text) {
            places.entry(name).or_default().push(file.clone());
        }
    }
    assert!(places.len() > 300, "{} types", places.len());
    let several: BTreeMap<_, _> = places.into_iter().filter(|(_, it)| it.len() > 1).collect();
    let listed: BTreeSet<&str> = OWNED.into_iter().chain(TWO_MEANINGS).collect();
    let found: BTreeSet<&str> = several.keys().map(String::as_str).collect();
    assert_eq!(found, listed, "{several:#?}");
}

#[test]
fn definitions_are_found() {
    let text = "pub(crate) struct One<'a>;\n#[cfg(test)]\nmod cases;\npub enum Two {}\n    trait Three {}\n\
                let structure = 1;\n#[cfg(test)]\nstruct Four;\ntype Five = u8;\n#[cfg(test)]\nmod tests {\nstruct Six;\n}";
    let names = ["Four", "One", "Three", "Two"].map(str::to_owned);
    assert_eq!(defined(text), BTreeSet::from(names));
}
