//! Transcripts of the program: what is typed, what is answered.

mod addresses;
mod authority;
mod brief;
mod diagnosis;
mod evidence;
mod identity;
mod inputs;
mod inspection;
mod kinds;
mod path;
mod program;
mod provider_time;
mod response;
mod secrets;
mod streams;
mod trust;
mod unreadable;
mod usage;
mod verification;
mod vid;
