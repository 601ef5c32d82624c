//! The vectors that Injang is judged by: their format, and the program that makes them.

pub mod case;
pub mod corpora;
pub mod counted;
pub mod generate;
pub mod invariants;
pub mod response_case;
pub mod runner;
