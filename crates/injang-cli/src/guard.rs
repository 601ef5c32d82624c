//! A bug ends the program with a status of its own, and without what it was working on.

use crate::failure::ExitStatus;
use std::io::Write as _;
use std::panic::{self, Location};

/// Runs the program. A panic becomes [`ExitStatus::Bug`] and one line on standard error that says where
/// it happened: the panic's own message may quote what was being read, so it is not shown.
pub fn guard(run: impl FnOnce() -> ExitStatus + panic::UnwindSafe) -> ExitStatus {
    panic::set_hook(Box::new(|info| {
        // Nobody is left to tell if this can't be written.
        let _ = writeln!(std::io::stderr(), "{}", bug_sentence(info.location()));
    }));
    panic::catch_unwind(run).unwrap_or(ExitStatus::Bug)
}

/// What is said about a bug: the file's name and the line, no folder and no message.
pub fn bug_sentence(location: Option<&Location<'_>>) -> String {
    let place = location.map_or(String::new(), |location| {
        let file = location
            .file()
            .rsplit(['/', '\\'])
            .next()
            .unwrap_or_default();
        format!(" ({file}:{})", location.line())
    });
    format!(
        "injang: this is a bug in {}{place}; nothing was decided",
        injang::ENGINE
    )
}
