//! Files of a folder that can't be read, and are left out.

use injang_core::report::Lang;

/// A file in a folder of CRLs and OCSP responses that can't be read, or not to its end. What can't
/// be read is left out; the report names the file.
#[derive(Clone, Debug)]
pub struct UnreadableFile {
    name: String,
    english: String,
    korean: String,
}

impl UnreadableFile {
    /// A file by its name on one line, and why it can't be read: a sentence with the name in it, in
    /// both languages.
    pub fn new(
        name: impl Into<String>,
        english: impl Into<String>,
        korean: impl Into<String>,
    ) -> Self {
        Self {
            name: name.into(),
            english: english.into(),
            korean: korean.into(),
        }
    }

    /// Its name as the caller's folder has it, on one line.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Why it can't be read; the sentence has the name in it.
    pub fn sentence(&self, lang: Lang) -> &str {
        lang.pick(&self.english, &self.korean)
    }
}
