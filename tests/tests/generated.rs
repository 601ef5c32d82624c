//! What is committed is what the generator makes: one test for each family of vectors and for each
//! group of responses. `cargo test --test generated -- generated/chain` makes one of them anew.

use injang_tests::generate::{
    family_names, generate, generate_responses_of, generate_shared_of_responses, group_names,
};
use injang_tests::runner::folder;
use libtest_mimic::{Arguments, Failed, Trial};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

/// Folders and files beside the generated ones: what is read by people, and a provider's document.
const BY_HAND: [&str; 4] = ["CHECKLIST.md", "README.md", "schema.json", "seed"];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let families = family_names().map(|name| {
        Trial::test(format!("generated/{name}"), move || {
            let scratch = scratch("vectors");
            assert!(generate(&scratch, name)?, "{name} is a family");
            same(&scratch.join(name), &folder().join(name))
        })
    });
    let groups = group_names().map(|name| {
        Trial::test(format!("generated/responses/{name}"), move || {
            let scratch = scratch("responses");
            assert!(generate_responses_of(&scratch, name)?, "{name} is a group");
            same(&scratch.join(name), &responses().join(name))
        })
    });
    let others = [
        Trial::test("generated/responses: shared", || {
            let scratch = scratch("responses-shared");
            generate_shared_of_responses(&scratch)?;
            for (path, octets) in files(&scratch)? {
                assert_eq!(fs::read(responses().join(path))?, octets);
            }
            Ok(())
        }),
        Trial::test("generated: nothing else is committed", nothing_else),
    ];
    let trials = families.chain(groups).chain(others).collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn responses() -> PathBuf {
    folder().with_file_name("responses")
}

fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// All files below a folder by their relative paths.
fn files(root: &Path) -> io::Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let relative = path.strip_prefix(root).expect("below the root").to_owned();
                found.insert(relative, fs::read(&path)?);
            }
        }
    }
    Ok(found)
}

/// What was made now is what was committed.
fn same(made: &Path, committed: &Path) -> Result<(), Failed> {
    let (made, committed) = (files(made)?, files(committed)?);
    let paths: BTreeSet<_> = made.keys().chain(committed.keys()).collect();
    let differ = paths
        .into_iter()
        .filter(|path| made.get(*path) != committed.get(*path));
    let differ: Vec<String> = differ.map(|path| path.display().to_string()).collect();
    if differ.is_empty() {
        return Ok(());
    }
    let first = differ
        .iter()
        .take(20)
        .cloned()
        .collect::<Vec<_>>()
        .join("\n");
    Err(format!("{} files differ, such as\n{first}", differ.len()).into())
}

/// Every committed folder is one that the generator knows, or one that was made by hand.
fn nothing_else() -> Result<(), Failed> {
    let known: BTreeSet<&str> = family_names().chain(BY_HAND).collect();
    for entry in fs::read_dir(folder())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        assert!(known.contains(name.as_str()), "vectors/{name}");
    }
    let known: BTreeSet<&str> = group_names()
        .chain(BY_HAND)
        .chain(["ca.der", "toss-ca.der"])
        .collect();
    for entry in fs::read_dir(responses())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        assert!(known.contains(name.as_str()), "responses/{name}");
    }
    Ok(())
}
