//! Text of unknown origin, made harmless to look at.

use injang_core::is_deceptive;
use std::fmt::{self, Write as _};

/// A text that is shown on one line.
pub(crate) struct Escaped<'t>(pub(crate) &'t str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut start = 0;
        let deceptive = |(_, char): &(usize, char)| is_deceptive(*char);
        for (at, char) in self.0.char_indices().filter(deceptive) {
            write!(f, "{}{}", &self.0[start..at], char.escape_unicode())?;
            start = at + char.len_utf8();
        }
        f.write_str(&self.0[start..])
    }
}

/// Appends a character; one that could make the line say something else, as `\u{…}`.
pub fn push(output: &mut String, char: char) {
    if is_deceptive(char) {
        // Writing to a String can't fail.
        let _ = write!(output, "{}", char.escape_unicode());
    } else {
        output.push(char);
    }
}

/// A text on one line.
pub fn text(text: &str) -> String {
    Escaped(text).to_string()
}
