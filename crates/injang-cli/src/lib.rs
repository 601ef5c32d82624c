//! The command line of Injang: `injang verify`, `injang inspect`, `injang vid` and `injang response`.
//!
//! This is the one part of Injang in Rust that reads files and the clock. It judges nothing and
//! renders nothing itself: it turns arguments into a policy, hands octets to the library, and writes
//! down what comes back.
//!
//! What identifies a person stays out of everything written here unless asked for: a CI always, the
//! subject's name without `--show-subject`. Neither these nor a VID or the content ever stand in an
//! error.
#![forbid(unsafe_code)]

pub mod arguments;
mod beside;
mod certificates;
pub mod commands;
mod escape;
mod evidence;
mod failure;
mod guard;
mod input;
mod trust;

pub use failure::{ExitStatus, Failure};
pub use guard::{bug_sentence, guard};
