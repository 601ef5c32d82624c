//! Where third-party test data lies: beside the project, or where `INJANG_CORPORA` says.

use std::path::{Path, PathBuf};

/// A folder of the corpora, or `None`, said on standard error, if it is not there.
pub fn folder(name: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora");
    let corpora = std::env::var_os("INJANG_CORPORA").map_or_else(beside, PathBuf::from);
    let folder = corpora.join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: no corpus {name}; set INJANG_CORPORA to the folder that holds it");
    None
}
