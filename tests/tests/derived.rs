//! Families whose keys follow from the names of their cases: what is committed is what is made.

use injang_tests::generate::{derived_family_names, generate};
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

#[test]
fn making_them_anew_changes_nothing() {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("derived");
    for name in derived_family_names() {
        assert!(generate(&scratch, name).expect("made"), "{name}");
        let (made, committed) = (files(&scratch.join(name)), files(&folder().join(name)));
        let names = |all: &BTreeMap<PathBuf, Vec<u8>>| all.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&made), names(&committed), "{name}");
        for (path, octets) in made {
            let is_same = committed.get(&path) == Some(&octets);
            assert!(is_same, "{name}/{} differs", path.display());
        }
    }
}
