//! Families of vectors and groups of responses whose keys follow from the names of their cases:
//! what is committed is what is made.

use injang_tests::generate::{
    derived_family_names, derived_group_names, generate, generate_responses_of,
};
use injang_tests::runner::folder;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// All files below a folder by their relative paths.
fn files(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("folder") {
            let path = entry.expect("entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let relative = path.strip_prefix(root).expect("below the root").to_owned();
                found.insert(relative, fs::read(&path).expect("file"));
            }
        }
    }
    found
}

/// What was made now is what was committed.
fn assert_same(name: &str, made: &Path, committed: &Path) {
    let (made, committed) = (files(made), files(committed));
    let names = |all: &BTreeMap<PathBuf, Vec<u8>>| all.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&made), names(&committed), "{name}");
    for (path, octets) in made {
        let is_same = committed.get(&path) == Some(&octets);
        assert!(is_same, "{name}/{} differs", path.display());
    }
}

fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn making_them_anew_changes_nothing() {
    let scratch = scratch("derived");
    for name in derived_family_names() {
        assert!(generate(&scratch, name).expect("made"), "{name}");
        assert_same(name, &scratch.join(name), &folder().join(name));
    }
}

#[test]
fn making_responses_anew_changes_nothing() {
    let scratch = scratch("derived-responses");
    let committed = folder().with_file_name("responses");
    for name in derived_group_names() {
        assert!(
            generate_responses_of(&scratch, name).expect("made"),
            "{name}"
        );
        assert_same(name, &scratch.join(name), &committed.join(name));
    }
}
