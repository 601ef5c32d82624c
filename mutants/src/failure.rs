//! Why a run can't go on.

use std::fmt::Display;
use std::path::Path;

/// A sentence for the person who ran it.
pub(crate) struct Failure(pub(crate) String);

/// Reads a text, or says which file could not be read.
pub(crate) fn read(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| at(path, error))
}

/// An error about a file.
pub(crate) fn at(path: &Path, error: impl Display) -> Failure {
    Failure(format!("{}: {error}", path.display()))
}
