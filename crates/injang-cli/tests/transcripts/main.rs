//! Transcripts of the program: what is typed, what is answered.

mod diagnosis;
mod identity;
mod inspection;
mod program;
mod secrets;
mod streams;
mod trust;
mod unreadable;
mod usage;
mod verification;
mod vid;
