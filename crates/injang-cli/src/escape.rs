//! Text of unknown origin, made harmless to look at.

use injang_core::is_deceptive;
use std::fmt::Write as _;
use std::path::Path;

/// Appends a character; one that could make the line say something else, as `\u{…}`.
pub(crate) fn push(output: &mut String, char: char) {
    if is_deceptive(char) {
        // Writing to a String can't fail.
        let _ = write!(output, "{}", char.escape_unicode());
    } else {
        output.push(char);
    }
}

/// A text on one line.
pub(crate) fn text(text: &str) -> String {
    let mut output = String::with_capacity(text.len());
    text.chars().for_each(|char| push(&mut output, char));
    output
}

/// A path on one line. Octets that are no text become U+FFFD; what looks like a CI that was given in
/// a file's place is not repeated.
pub(crate) fn path(path: &Path) -> String {
    let text = path.to_string_lossy();
    let is_symbol = |octet: &u8| octet.is_ascii_alphanumeric() || b"+/=".contains(octet);
    if (80..=96).contains(&text.len()) && text.as_bytes().iter().all(is_symbol) && !path.exists() {
        return "the file (what was given looks like a CI)".to_owned();
    }
    self::text(&text)
}
