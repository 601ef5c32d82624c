//! What is wrong with the arguments, in words that repeat no value.
//!
//! A value on the command line may be a VID, or a CI that was pasted in place of a file name.
//! The parser's own messages quote it; these name options only.

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// A sentence about arguments that can't be understood.
pub fn refusal(error: &clap::Error) -> String {
    // Where the argument is known, this is how it is defined. Where it is not, it is what was typed,
    // and only `unknown_option` looks at it.
    let argument = words(error, ContextKind::InvalidArg);
    let name = argument.as_deref().unwrap_or("an argument");
    match error.kind() {
        ErrorKind::UnknownArgument => match unknown_option(error) {
            Some(option) => format!("there is no option {option}"),
            None if is_option(error) => "there is no such option".to_owned(),
            None => "there is an argument too many".to_owned(),
        },
        ErrorKind::InvalidSubcommand => "there is no such command".to_owned(),
        ErrorKind::InvalidValue => match words(error, ContextKind::ValidValue) {
            Some(values) if !values.is_empty() => format!("{name} takes one of: {values}"),
            _ => format!("{name} needs a value"),
        },
        ErrorKind::ValueValidation => match std::error::Error::source(error) {
            Some(rule) => format!("{name}: {rule}"),
            None => format!("{name} does not take this value"),
        },
        ErrorKind::MissingRequiredArgument => format!("missing: {name}"),
        ErrorKind::ArgumentConflict => match words(error, ContextKind::PriorArg) {
            Some(prior) if prior == name => format!("{name} stands more than once"),
            Some(prior) => format!("{name} and {prior} exclude each other"),
            None => format!("{name} can't stand here"),
        },
        ErrorKind::TooManyValues => format!("{name} takes no value"),
        ErrorKind::InvalidUtf8 => "an argument is not UTF-8".to_owned(),
        _ => "the arguments make no sense".to_owned(),
    }
}

/// A part of the error as text.
fn words(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(word) => Some(word.clone()),
        ContextValue::Strings(words) => Some(words.join(", ")),
        _ => None,
    }
}

/// Whether what was not understood was meant as an option.
fn is_option(error: &clap::Error) -> bool {
    words(error, ContextKind::InvalidArg).is_some_and(|argument| argument.starts_with('-'))
}

/// The unknown option, if it has the form of an option and so can't be an identifier of a person.
fn unknown_option(error: &clap::Error) -> Option<String> {
    let option = words(error, ContextKind::InvalidArg)?;
    let name = option.strip_prefix("--")?;
    let is_word = !name.is_empty()
        && name.len() <= 24
        && name.bytes().all(|it| it.is_ascii_lowercase() || it == b'-');
    is_word.then_some(option)
}
