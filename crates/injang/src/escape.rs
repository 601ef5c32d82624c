//! Text of unknown origin, made harmless to look at.

use injang_core::is_deceptive;
use std::fmt::Write as _;

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
    let mut output = String::with_capacity(text.len());
    text.chars().for_each(|char| push(&mut output, char));
    output
}
