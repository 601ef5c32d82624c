//! Lines, indented, with styles.

use anstyle::{AnsiColor, Style};
use injang_core::report::Lang;
use std::fmt::{Arguments, Write as _};

pub(super) const GOOD: Style = AnsiColor::Green.on_default().bold();
pub(super) const OPEN: Style = AnsiColor::Yellow.on_default().bold();
pub(super) const BAD: Style = AnsiColor::Red.on_default().bold();
pub(super) const HEADING: Style = Style::new().bold();
pub(super) const FAINT: Style = Style::new().dimmed();

/// A stable name with its sentence. Korean prose comes before the name.
pub(super) fn named(name: &str, sentence: &str, lang: Lang) -> String {
    match lang {
        Lang::Ko => format!("{sentence} ({name})"),
        _ => format!("{name} – {sentence}"),
    }
}

/// A text in the making.
pub(super) struct Page {
    pub(super) lang: Lang,
    text: String,
}

impl Page {
    pub(super) fn new(lang: Lang) -> Self {
        Self {
            lang,
            text: String::new(),
        }
    }

    /// A line, so many levels in.
    pub(super) fn line(&mut self, level: usize, line: Arguments<'_>) {
        // Writing to a String can't fail.
        let _ = writeln!(self.text, "{:1$}{line}", "", 2 * level);
    }

    /// The first line: an outcome, a colon, and what it means.
    pub(super) fn headline(&mut self, style: Style, line: &str) {
        let (outcome, meaning) = line.split_once(": ").unwrap_or((line, ""));
        self.line(0, format_args!("{style}{outcome}{style:#}: {meaning}"));
    }

    /// A line that heads others, with an empty one before it.
    pub(super) fn heading(&mut self, style: Style, line: Arguments<'_>) {
        let _ = writeln!(self.text, "\n{style}{line}{style:#}");
    }

    /// A line `label: value`.
    pub(super) fn fact(&mut self, level: usize, en: &str, ko: &str, value: Arguments<'_>) {
        let label = self.lang.pick(en, ko);
        self.line(level, format_args!("{label}: {value}"));
    }

    /// A paragraph, whose further lines stand as far in as its first.
    #[cfg(feature = "response")]
    pub(super) fn paragraph(&mut self, level: usize, paragraph: &str) {
        for line in paragraph.lines() {
            self.line(level, format_args!("{line}"));
        }
    }

    /// Lines of another page.
    #[cfg(feature = "response")]
    pub(super) fn append(&mut self, lines: &str) {
        self.text.push_str(lines);
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}
