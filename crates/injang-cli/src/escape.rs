//! Text of unknown origin, made harmless to look at.

use injang::is_deceptive;
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

/// A path on one line. Octets that are no text become U+FFFD.
pub(crate) fn path(path: &Path) -> String {
    let mut output = String::new();
    for char in path.to_string_lossy().chars() {
        push(&mut output, char);
    }
    output
}
