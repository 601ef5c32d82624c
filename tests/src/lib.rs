//! The vectors that Injang is judged by: their format, and the program that makes them.

pub mod architecture;
pub mod backends;
pub mod case;
pub mod corpora;
pub mod counted;
pub mod dice;
pub mod differential;
pub mod generate;
pub mod invariants;
pub mod response_case;
pub mod runner;
pub mod second_reader;
