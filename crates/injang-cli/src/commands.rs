//! The commands, from arguments to what is written and the exit status.

mod inspect;
mod response;
mod verify;
mod vid;

use crate::arguments::{Arguments, Command, locale, refusal};
use crate::failure::{ExitStatus, Failure};
use clap::Parser as _;
use clap::error::ErrorKind;
use injang::Lang;
use std::ffi::OsString;
use std::io::{self, Write};

/// What a command came to.
pub struct Answer {
    /// The exit status.
    pub status: ExitStatus,
    /// What is written to standard output, with styles where `is_styled`.
    pub text: String,
    /// Whether the text has styles, to be left out where they would not show.
    pub is_styled: bool,
    /// What is written to standard error.
    pub warnings: Vec<Failure>,
}

/// Runs the program with arguments, the first of which is its own name.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitStatus {
    let locale = locale(|name| std::env::var_os(name));
    let typed: Vec<OsString> = arguments.into_iter().collect();
    let arguments = match Arguments::try_parse_from(&typed) {
        Ok(arguments) => arguments,
        Err(error) => return stop(&error, help_for(&typed)),
    };
    let (answer, lang) = match &arguments.command {
        Command::Verify(arguments) => {
            let lang = arguments.output.lang(locale);
            (verify::run(arguments, lang), lang)
        }
        Command::Inspect(arguments) => {
            let lang = arguments.output.lang(locale);
            (inspect::run(arguments, lang), lang)
        }
        Command::Vid(arguments) => (vid::run(arguments), locale),
        Command::Response(arguments) => {
            let lang = arguments.output.lang(locale);
            (response::run(arguments, lang), lang)
        }
    };
    match answer {
        Ok(answer) => give(&answer, lang),
        Err(failure) => {
            complain(failure.sentence(lang));
            failure.status()
        }
    }
}

/// The help that lists what could have been typed: that of the command, if one was.
fn help_for(typed: &[OsString]) -> &'static str {
    match typed.get(1).and_then(|name| name.to_str()) {
        Some("verify") => "injang verify --help",
        Some("inspect") => "injang inspect --help",
        Some("vid") => "injang vid --help",
        Some("response") => "injang response --help",
        _ => "injang --help",
    }
}

/// Ends where the arguments are none to run with: help, version, or a mistake.
fn stop(error: &clap::Error, help: &str) -> ExitStatus {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            written(error.print(), ExitStatus::Accepted)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            written(error.print(), ExitStatus::Usage)
        }
        _ => {
            complain(&format!("{}; see {help}", refusal(error)));
            ExitStatus::Usage
        }
    }
}

fn give(answer: &Answer, lang: Lang) -> ExitStatus {
    for warning in &answer.warnings {
        complain(warning.sentence(lang));
    }
    let text = answer.text.as_bytes();
    let result = if answer.is_styled {
        let mut output = anstream::stdout().lock();
        output.write_all(text).and_then(|()| output.flush())
    } else {
        let mut output = io::stdout().lock();
        output.write_all(text).and_then(|()| output.flush())
    };
    written(result, answer.status)
}

/// The status after writing. A reader that left early has seen what it wanted.
fn written(result: io::Result<()>, status: ExitStatus) -> ExitStatus {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain(&format!("can't write: {}", error.kind()));
            ExitStatus::Output
        }
        _ => status,
    }
}

/// One line on standard error; if that is gone too, nobody is left to tell.
fn complain(sentence: &str) {
    let _ = writeln!(io::stderr(), "injang: {sentence}");
}
