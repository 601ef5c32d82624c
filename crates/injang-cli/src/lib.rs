//! The command line of Injang: `injang verify`, `injang inspect`, `injang vid` and `injang response`.
//!
//! This is the one part of Injang in Rust that reads files and the clock. It judges nothing itself:
//! it turns arguments into a policy, hands octets to the core, and writes down what comes back, for
//! people ([`text`]) or for programs ([`json`]).
//!
//! What identifies a person stays out of everything written here unless asked for: a CI always, the
//! subject's name without `--show-subject`. Neither these nor a VID or the content ever stand in an
//! error.
#![forbid(unsafe_code)]

pub mod arguments;
mod beside;
mod certificates;
pub mod commands;
mod decided;
mod disclosure;
mod escape;
mod evidence;
mod failure;
mod fingerprint;
mod guard;
mod input;
pub mod json;
mod judgement;
mod kisa;
mod names;
mod next_step;
mod opened;
mod pem;
pub mod pieces;
mod remedy;
pub mod text;
mod trust;
mod unreadable;

pub use decided::{Decided, Decisions};
pub use disclosure::View;
pub use failure::{Failure, Status};
pub use guard::{bug_sentence, guard};
pub use judgement::{Judgement, judge};
pub use opened::{Opened, open};
pub use unreadable::UnreadableFile;

/// Name and version of the program, as reports state them.
pub const ENGINE: &str = injang_core::ENGINE;
