//! Files of a folder that can't be read, and are left out.

use crate::escape;
use crate::failure::Failure;
use injang_core::report::Lang;
use std::path::{Path, PathBuf};

/// A file in a folder of CRLs and OCSP responses that can't be read, or not to its end. What can't
/// be read is left out; the report names the file.
#[derive(Clone, Debug)]
pub struct UnreadableFile {
    path: PathBuf,
    failure: Failure,
}

impl UnreadableFile {
    pub(crate) fn new(path: &Path, failure: Failure) -> Self {
        Self {
            path: path.to_owned(),
            failure,
        }
    }

    /// Where it stands.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Its name as the caller's folder has it, on one line.
    pub fn name(&self) -> String {
        escape::path(&self.path)
    }

    /// Why it can't be read; the sentence has the name in it.
    pub fn sentence(&self, lang: Lang) -> &str {
        self.failure.sentence(lang)
    }
}
