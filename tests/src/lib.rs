//! The vectors that Injang is judged by: their format, and the program that makes them.

pub mod abi;
pub mod architecture;
pub mod backends;
pub mod case;
pub mod corpora;
pub mod counted;
pub mod differential;
mod element;
pub mod generate;
pub mod header;
pub mod invariants;
pub mod pages;
pub mod plan;
pub mod response_case;
pub mod runner;
pub mod second_reader;
pub mod seeded_rng;
